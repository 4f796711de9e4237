"""The last page of a region's A4 edition: the end of the text in two columns, contacts in rows under it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from sheets import REGIONAL, Key, Sheet, codes, ink_box, lines, name

from leaflet.document import Role
from leaflet.products.a4 import A4
from leaflet.sheet import Fill, Rule, TextLine
from leaflet.styles import AMBER
from leaflet.units import MM

PAGES: list[Key] = [key for key in REGIONAL if key[2] == "a4"]
every_page = pytest.mark.parametrize("sheet", PAGES, ids=name, indirect=True)


def running_text(sheet: Sheet) -> list[TextLine]:
    return [line for line in lines(sheet.panels[-1]) if line.tag.block.startswith(("memo.arr", "memo.adv"))]


def headings(sheet: Sheet) -> list[TextLine]:
    """The first lines of the headings over the contacts."""
    found: dict[str, TextLine] = {}
    for line in lines(sheet.panels[-1]):
        if line.tag.block.startswith("memo.contacts.") and line.tag.role is Role.HEADING:
            found.setdefault(line.tag.block, line)
    return list(found.values())


def rule_over_contacts(sheet: Sheet) -> Rule:
    rules = [item for item in sheet.panels[-1].items if isinstance(item, Rule) and item.y1 == item.y2]
    (found,) = (rule for rule in rules if rule.x2 - rule.x1 > 170 * MM)
    return found


@every_page
def test_the_text_ends_in_two_columns_and_no_block_is_torn_above_few_contacts(sheet: Sheet) -> None:
    columns: dict[str, set[bool]] = {}
    for line in running_text(sheet):
        columns.setdefault(line.tag.block, set()).add(line.edge < sheet.sides[-1].width / 2)
    assert {True} in columns.values()
    assert {False} in columns.values()
    assert sum(len(found) > 1 for found in columns.values()) <= (len(sheet.document.contacts) > 3)


@every_page
def test_both_columns_end_near_the_rule_over_the_contacts(sheet: Sheet) -> None:
    rule = rule_over_contacts(sheet)
    for left in (True, False):
        own = [line for line in running_text(sheet) if (line.edge < sheet.sides[-1].width / 2) == left]
        lowest = min(ink_box(line).y for line in own)
        assert 2 * MM < lowest - rule.y1 < 21 * MM


@every_page
def test_both_columns_end_about_level(sheet: Sheet) -> None:
    middle = sheet.sides[-1].width / 2
    left, right = (
        min(line.baseline for line in running_text(sheet) if (line.edge < middle) == is_left)
        for is_left in (True, False)
    )
    assert abs(left - right) < 8 * MM


@every_page
def test_the_rule_over_the_contacts_is_the_bar_of_their_first_heading(sheet: Sheet) -> None:
    rule, first = rule_over_contacts(sheet), headings(sheet)[0]
    bars = [item.rect for item in sheet.panels[-1].items if isinstance(item, Fill) and item.ink == AMBER]
    own = [bar for bar in bars if bar.x < first.edge + 1 and 0 < bar.y - ink_box(first).top < 3 * MM]
    if sheet.document.labels.no_local:
        assert len(own) == 1, "a notice stands between them"
    else:
        assert not own
        assert 2.5 * MM < rule.y1 - ink_box(first).top < 4 * MM


@every_page
def test_what_the_reader_writes_is_under_no_heading_of_those_who_help(sheet: Sheet) -> None:
    label = next(line for line in sheet.lines if line.tag.block == "labels.my_embassy")
    last = headings(sheet)[-1]
    own = [contact.id for contact in sheet.document.contact_groups[-1].contacts]
    middle = sheet.sides[-1].width / 2
    if len(own) == 1:
        assert (
            label.edge > middle > max(line.right for line in lines(sheet.panels[-1]) if line.tag == last.tag)
        )
    else:
        assert label.baseline < min(code.rect.y for code in codes(sheet.panels[-1]))


@every_page
def test_contacts_stand_in_rows_from_left_to_right_level_with_each_other(sheet: Sheet) -> None:
    placed = codes(sheet.panels[-1])
    rows: dict[float, list[float]] = {}
    for code in placed:
        rows.setdefault(round(code.rect.top, 3), []).append(code.rect.x)
    assert list(rows) == sorted(rows, reverse=True)
    assert [code.tag.block for code in placed] == [
        f"contact.{contact.id}.code" for contact in sheet.document.contacts
    ]
    for columns in rows.values():
        assert len(columns) <= 2
        assert all(first < second for first, second in pairwise(columns))


@every_page
def test_whoever_looks_for_the_embassys_number_finds_a_line_to_write_it_on(sheet: Sheet) -> None:
    assert sum(line.tag.block == "labels.my_embassy" for line in sheet.lines) >= 1


@every_page
def test_contacts_are_no_smaller_than_the_page_allows(sheet: Sheet) -> None:
    limits = A4.under_text or A4.contacts
    sizes = {code.rect.width / MM for code in codes(sheet.panels[-1])}
    assert all(limits.least_code - 1e-6 <= size <= limits.most_code + 1e-6 for size in sizes)
    assert len(sizes) == 1


@every_page
def test_where_no_organisation_of_the_region_is_named_whom_to_call_stands_beside_the_heading(
    sheet: Sheet,
) -> None:
    own = [contact for contact in sheet.document.contacts if contact.scope is None]
    called = [line for line in lines(sheet.panels[-1]) if line.tag.block == "hotline.trafficking.number"]
    assert bool(called) == (not own)
    for line in called:
        (code,) = codes(sheet.panels[-1])
        assert code.rect.top < line.baseline < rule_over_contacts(sheet).y1
        assert line.edge > sheet.sides[-1].width / 2
