"""The last page of a region's A4 edition: the last section under the rest of the text, contacts in rows."""

from __future__ import annotations

from itertools import pairwise

import pytest
from sheets import REGIONAL, Key, Sheet, codes, ink_box, lines, name

from leaflet.document import Role
from leaflet.products.a4 import A4
from leaflet.sheet import Rule, TextLine
from leaflet.styles import PART_GAP
from leaflet.units import MM

PAGES: list[Key] = [key for key in REGIONAL if key[2] == "a4"]
LAST = "memo.advice."
every_page = pytest.mark.parametrize("sheet", PAGES, ids=name, indirect=True)


def advice(sheet: Sheet) -> list[TextLine]:
    return [line for line in lines(sheet.panels[-1]) if line.tag.block.startswith(LAST)]


def edges(found: list[TextLine]) -> list[float]:
    return sorted({round(line.edge, 3) for line in found})


def long_rules(sheet: Sheet) -> list[Rule]:
    rules = [item for item in sheet.panels[-1].items if isinstance(item, Rule) and item.y1 == item.y2]
    return [rule for rule in rules if rule.x2 - rule.x1 > 170 * MM]


@every_page
def test_the_last_section_stands_whole_on_the_last_page_and_no_item_is_torn(sheet: Sheet) -> None:
    columns: dict[str, list[TextLine]] = {}
    for line in advice(sheet):
        columns.setdefault(line.tag.block, []).append(line)
    blocks = [block for block in sheet.document.body if block.id.startswith(LAST)]
    assert list(columns) == [block.id for block in blocks]
    assert all(len(edges(found)) == 1 for found in columns.values())


@every_page
def test_its_columns_begin_level_and_no_item_could_make_them_more_so(sheet: Sheet) -> None:
    items = [line for line in advice(sheet) if line.tag.role is Role.CHECK_ITEM]
    left, right = ([line for line in items if round(line.edge, 3) == edge] for edge in edges(items))
    assert left[0].baseline == pytest.approx(right[0].baseline)
    ends = left[-1].baseline - right[-1].baseline
    torn = left if ends < 0 else right
    last = [line for line in torn if line.tag.block == (left[-1] if ends < 0 else right[0]).tag.block]
    assert abs(ends) <= (last[0].baseline - last[-1].baseline) + 3 * last[0].size


@every_page
def test_it_stands_between_the_rest_of_the_text_and_the_contacts(sheet: Sheet) -> None:
    found = lines(sheet.panels[-1])
    above = [line for line in found if line.tag.block.startswith("memo.arrival.")]
    below = [line for line in found if line.tag.block.startswith(("memo.contacts.", "contact."))]
    assert min(ink_box(line).y for line in above) > max(ink_box(line).top for line in advice(sheet))
    assert min(ink_box(line).y for line in advice(sheet)) > max(ink_box(line).top for line in below)


@every_page
def test_the_columns_above_it_end_level_and_a_rule_parts_them_from_it(sheet: Sheet) -> None:
    above = [line for line in lines(sheet.panels[-1]) if line.tag.block.startswith("memo.arrival.")]
    lowest = [
        min(ink_box(line).y for line in above if (line.edge < sheet.sides[-1].width / 2) == left)
        for left in (True, False)
    ]
    deeper = [line for line in above if (line.edge < sheet.sides[-1].width / 2) == (lowest[0] < lowest[1])]
    last = [line.baseline for line in deeper if line.tag.block == deeper[-1].tag.block]
    paragraph = max(last) - min(last)
    # A paragraph that stays whole may leave them apart: moved over, it would leave them as far.
    assert abs(lowest[0] - lowest[1]) <= max(3 * above[0].size, paragraph)
    heading = max(ink_box(line).top for line in advice(sheet))
    assert any(heading < rule.y1 < min(lowest) for rule in long_rules(sheet))


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
def test_white_that_is_left_stands_above_and_below_the_section_alike(sheet: Sheet) -> None:
    found = lines(sheet.panels[-1])
    above = min(ink_box(line).y for line in found if line.tag.block.startswith("memo.arrival."))
    own = [ink_box(line) for line in advice(sheet)]
    upper, lower = (
        rule.y1 for rule in sorted(long_rules(sheet), key=lambda rule: -rule.y1) if rule.y1 < above
    )
    assert max(box.top for box in own) < upper
    assert above - upper == pytest.approx(min(box.y for box in own) - lower, abs=2.0)


@every_page
def test_contacts_are_as_large_as_the_white_above_them_lets_them_be(sheet: Sheet) -> None:
    placed = codes(sheet.panels[-1])
    limits = A4.contacts
    upper = max(rule.y1 for rule in long_rules(sheet))
    above = min(
        ink_box(line).y for line in lines(sheet.panels[-1]) if line.tag.block.startswith("memo.arrival.")
    )
    size = placed[0].rect.width / MM
    assert size >= limits.least_code
    assert size == pytest.approx(limits.most_code) or above - upper - PART_GAP < 1.3 * sheet.layout.body_size


@every_page
def test_where_no_organisation_of_the_region_is_named_whom_to_call_stands_beside_the_one_that_is(
    sheet: Sheet,
) -> None:
    own = [contact for contact in sheet.document.contacts if contact.scope is None]
    panel = sheet.panels[-1]
    called = [line for line in lines(panel) if line.tag.block == "hotline.trafficking.number"]
    assert bool(called) == (not own)
    for line in called:
        (code,) = codes(panel)
        assert code.rect.y < line.baseline < code.rect.top
        assert line.edge > sheet.sides[-1].width / 2
