"""Every edition of the real content, held against what the leaflet promises on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from sheets import (
    EDITIONS,
    NATIONAL,
    REGIONAL,
    REGIONS,
    TRIFOLDS,
    Key,
    Sheet,
    body_box,
    codes,
    digits,
    folded,
    ink_box,
    item_box,
    lines,
    name,
    overlap,
    show,
)

import leaflet
from leaflet.content import Content
from leaflet.diagnostics import Severity
from leaflet.document import Role
from leaflet.geometry import Rect
from leaflet.sheet import Code, Fill, Item, PlacedPanel, TextLine
from leaflet.units import MM, to_mm

SLACK = 0.1
"""Points that no eye sees."""
NO_ORGANIZATION = {"abai", "atyrau", "pavlodar", "ulytau"}
HEADINGS = (Role.HEADING, Role.SUBHEADING)

of_every_edition = pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
of_every_trifold = pytest.mark.parametrize("sheet", TRIFOLDS, ids=name, indirect=True)


def test_the_editions_tested_are_those_of_all_regions(content: Content) -> None:
    assert {region.id for region in content.regions} == set(REGIONS)
    served = {id.text for entry in content.organizations for id in entry.regions}
    assert set(REGIONS) - served == NO_ORGANIZATION


@of_every_edition
def test_an_edition_is_built_without_errors(sheet: Sheet) -> None:
    findings = (*sheet.document.findings, *sheet.layout.findings)
    assert [str(finding) for finding in findings if finding.severity is Severity.ERROR] == []


# The sheet and its panels.


@of_every_trifold
def test_a_trifold_has_two_sides_and_six_panels_and_its_flap_is_narrower(sheet: Sheet) -> None:
    outside, inside = sheet.sides
    for side in (outside, inside):
        assert (to_mm(side.width), to_mm(side.height)) == pytest.approx((297, 210))
    assert widths(outside.panels) == {"flap": 97, "back": 100, "cover": 100}
    assert widths(inside.panels) == {"inside left": 100, "inside middle": 100, "inside right": 97}
    assert [to_mm(fold) for fold in outside.folds] == pytest.approx([97, 197])
    assert [to_mm(fold) for fold in inside.folds] == pytest.approx([100, 200])
    # Turned over its short edge, the outer face of the flap lies on the inner one.
    assert outside.width - outside.folds[0] == pytest.approx(inside.folds[1])


def widths(panels: tuple[PlacedPanel, ...]) -> dict[str, float]:
    """Panel names and widths in mm, from the left."""
    ordered = sorted(panels, key=lambda panel: panel.box.x)
    assert [panel.box.x for panel in ordered[1:]] == pytest.approx(
        [panel.box.right for panel in ordered[:-1]]
    )
    return {panel.name: round(to_mm(panel.box.width), 6) for panel in ordered}


@of_every_edition
def test_the_panels_are_read_in_one_order(sheet: Sheet) -> None:
    assert sorted(panel.order for panel in sheet.panels) == list(range(len(sheet.panels)))


@of_every_edition
def test_every_panel_is_well_filled(sheet: Sheet) -> None:
    filled = {panel.name: panel.filled for panel in sheet.panels}
    assert {panel: part for panel, part in filled.items() if not 0.8 <= part <= 1 + 1e-6} == {}


# Sizes of type.


def body_lines(sheet: Sheet) -> list[TextLine]:
    ids = {block.id for block in sheet.document.body}
    return [line for line in sheet.lines if line.tag.block in ids]


@of_every_trifold
def test_the_body_of_a_trifold_is_set_in_9_to_11_points(sheet: Sheet) -> None:
    larger = (Role.HEADING, Role.STATEMENT)
    text = [line for line in body_lines(sheet) if line.tag.role not in larger]
    assert {line.size for line in text} == {sheet.layout.body_size}
    assert 9 <= sheet.layout.body_size <= 11


@pytest.mark.parametrize("sheet", [key for key in EDITIONS if key[2] == "a4"], ids=name, indirect=True)
def test_the_body_of_an_a4_page_is_set_in_10_points_or_more(sheet: Sheet) -> None:
    assert min(line.size for line in body_lines(sheet)) >= 10


@of_every_edition
def test_no_text_is_too_small_to_read(sheet: Sheet) -> None:
    least = {Role.NUMBER: 9.0, Role.NAME: 7.5, Role.PLACE: 7.5, Role.SCOPE: 7.5, Role.EMAIL: 7.5}
    small = [show(line) for line in sheet.lines if line.size < least.get(line.tag.role, 7.0)]
    assert small == []


@of_every_edition
def test_every_telephone_number_stands_in_the_large_type_of_numbers(sheet: Sheet) -> None:
    for contact in sheet.document.contacts:
        printed = sheet.block(f"contact.{contact.id}.number")
        for number in (*contact.phones, *contact.short_numbers):
            assert folded(number.text) in printed


# Codes.


@of_every_edition
def test_every_code_is_large_enough_for_a_cheap_phone(sheet: Sheet) -> None:
    least = 12.5 if sheet.document.region == "national" else 15.0
    sizes = {code.alternative: round(to_mm(code.rect.width), 2) for code in sheet.codes}
    assert {code: size for code, size in sizes.items() if size < least} == {}
    assert all(code.rect.width == pytest.approx(code.rect.height) for code in sheet.codes)


@pytest.mark.parametrize("key", REGIONAL, ids=name)
def test_the_codes_of_a_regional_edition_are_larger_than_the_national_ones(
    key: Key, edition: Callable[..., Sheet]
) -> None:
    language, _, product = key
    national = contact_codes(edition(language, None, product))
    assert min(contact_codes(edition(*key))) > max(national)


def contact_codes(sheet: Sheet) -> list[float]:
    """Widths of the organisations' codes in mm."""
    return [to_mm(code.rect.width) for code in sheet.codes if code.tag.block.startswith("contact.")]


@of_every_edition
def test_the_quiet_zone_of_every_code_is_clear(sheet: Sheet) -> None:
    blots = [
        f"{code.alternative}: {type(item).__name__} {getattr(item, 'text', '')}"
        for panel in sheet.panels
        for code in codes(panel)
        for item in panel.items
        if item is not code and not isinstance(item, Fill) and overlap(code.quiet_zone, item_box(item))
    ]
    assert blots == []


@of_every_edition
def test_every_code_and_its_quiet_zone_stand_on_white(sheet: Sheet) -> None:
    dark = [
        f"{panel.name}: {code.alternative} on {fill.ink}"
        for panel in sheet.panels
        for code in codes(panel)
        for fill in grounds(panel, code.quiet_zone)
        if (fill.ink.cyan, fill.ink.magenta, fill.ink.yellow, fill.ink.black) != (0, 0, 0, 0)
    ]
    assert dark == []


def grounds(panel: PlacedPanel, area: Rect) -> Iterator[Fill]:
    """The fills that one sees in an area: from the last one that covers it whole, upwards."""
    fills = [item for item in panel.items if isinstance(item, Fill) and overlap(item.rect, area)]
    covering = [index for index, fill in enumerate(fills) if fill.rect.contains(area)]
    yield from fills[covering[-1] if covering else 0 :]


@of_every_edition
def test_the_quiet_zone_of_every_code_stays_on_its_panel(sheet: Sheet) -> None:
    over = [
        f"{panel.name}: {code.alternative}"
        for panel in sheet.panels
        for code in codes(panel)
        if not panel.box.contains(code.quiet_zone)
    ]
    assert over == []


# Places of lines.


@of_every_edition
def test_all_text_keeps_5_mm_from_the_trim_and_4_mm_from_every_fold(sheet: Sheet) -> None:
    for side in sheet.sides:
        trim = Rect(0, 0, side.width, side.height).inset(5 * MM, 5 * MM, 5 * MM, 5 * MM)
        for line in [line for panel in side.panels for line in lines(panel)]:
            assert trim.contains(body_box(line), SLACK), show(line)
            for fold in side.folds:
                apart = max(line.x - fold, fold - line.right)
                assert apart >= 4 * MM - SLACK, show(line)


@of_every_edition
def test_no_two_lines_of_text_overlap(sheet: Sheet) -> None:
    for side in sheet.sides:
        placed = [(ink_box(line), line) for panel in side.panels for line in lines(panel)]
        clashes = [
            f"{show(line)} | {show(other)}"
            for (box, line), (other_box, other) in combinations(placed, 2)
            if overlap(box, other_box, SLACK)
        ]
        assert clashes == []


@of_every_edition
def test_no_line_is_wider_than_its_column(sheet: Sheet) -> None:
    flowing = {block.id for block in sheet.document.body}
    for panel in sheet.panels:
        for line in lines(panel):
            frames = columns(sheet, panel)
            if not (line.tag.block in flowing or line.tag.block.startswith("contact.")):
                frames = [panel.frame]
            assert any(within(line, frame) for frame in frames), show(line)


def columns(sheet: Sheet, panel: PlacedPanel) -> list[Rect]:
    """The columns of a panel: two with a gutter on A4, else one."""
    product = leaflet.PRODUCTS[sheet.layout.product]
    if product.name != "a4":
        return [panel.frame]
    frame, gutter = panel.frame, product.gutter * MM
    width = (frame.width - gutter) / 2
    return [Rect(x, frame.y, width, frame.height) for x in (frame.x, frame.right - width)]


def within(line: TextLine, frame: Rect) -> bool:
    return line.edge >= frame.x - SLACK and line.right <= frame.right + SLACK


@of_every_edition
def test_a_heading_is_never_the_last_thing_in_its_column(sheet: Sheet) -> None:
    for panel in sheet.panels:
        for frame in columns(sheet, panel):
            flowing = [line for line in lines(panel) if within(line, frame) and is_flowing(line)]
            if flowing:
                last = min(flowing, key=lambda line: line.baseline)
                assert last.tag.role not in HEADINGS, show(last)


def is_flowing(line: TextLine) -> bool:
    """Whether a line is of the memo or of the list of contacts, and not of the furniture."""
    return line.tag.block.startswith(("memo.", "contact.", "labels.scan"))


@of_every_edition
def test_no_panel_begins_with_the_last_line_of_a_paragraph(sheet: Sheet) -> None:
    ends = last_lines(sheet)
    widows = [
        show(first)
        for panel in sheet.panels
        for frame in columns(sheet, panel)
        for first in first_lines(panel, frame)
        if first in ends and first.tag.block in {block.id for block in sheet.document.body}
    ]
    assert widows == []


def first_lines(panel: PlacedPanel, frame: Rect) -> list[TextLine]:
    flowing = [line for line in lines(panel) if within(line, frame) and is_flowing(line)]
    return [max(flowing, key=lambda line: line.baseline)] if flowing else []


def last_lines(sheet: Sheet) -> list[TextLine]:
    """The last line of every block of several lines, in the order of reading."""
    blocks: dict[str, list[TextLine]] = {}
    for panel in sorted(sheet.panels, key=lambda panel: panel.order):
        for line in lines(panel):
            blocks.setdefault(line.tag.block, []).append(line)
    return [block[-1] for block in blocks.values() if len(block) > 1]


# Who stands on the sheet.


@pytest.mark.parametrize("key", EDITIONS, ids=name)
def test_the_contacts_are_those_who_serve_the_region_and_those_who_serve_the_country(
    key: Key, edition: Callable[..., Sheet], content: Content
) -> None:
    _, region, _ = key
    sheet = edition(*key)
    expected = {
        entry.id
        for entry in content.organizations
        if region is None or entry.national or region in {id.text for id in entry.regions}
    }
    assert {block.split(".")[1] for block in blocks(sheet) if block.startswith("contact.")} == expected
    assert Counter(
        code.tag.block for code in sheet.codes if code.tag.block.startswith("contact.")
    ) == Counter(f"contact.{id}.code" for id in expected)
    assert len(expected) == 20 if region is None else 1 <= len(expected) < 20


def blocks(sheet: Sheet) -> set[str]:
    return {line.tag.block for line in sheet.lines}


@of_every_edition
def test_the_hotlines_are_always_there(sheet: Sheet) -> None:
    front = min(sheet.panels, key=lambda panel: panel.order)
    numbers = {digits(line.text) for line in lines(front) if line.tag.role is Role.NUMBER}
    assert numbers == {"11616", "102", "112"}
    assert "tel:11616" in {code.payload for code in codes(front)}


@pytest.mark.parametrize("key", EDITIONS, ids=name)
def test_a_region_without_an_organisation_says_so(key: Key, edition: Callable[..., Sheet]) -> None:
    language, region, product = key
    sheet = edition(language, region, product)
    label = sheet.document.labels.no_local
    assert (label is not None) == (region in NO_ORGANIZATION)
    assert sheet.block("labels.no_local") == (folded(label.text) if label else "")


@pytest.mark.parametrize("sheet", NATIONAL, ids=name, indirect=True)
def test_the_national_edition_names_the_whole_country(sheet: Sheet) -> None:
    assert sheet.block("labels.region") == folded(sheet.document.labels.region.text)
    assert len(sheet.document.contacts) == 20


@of_every_edition
def test_every_item_of_the_memo_is_placed_in_full_and_in_order(sheet: Sheet) -> None:
    ordered = [line for panel in sorted(sheet.panels, key=lambda panel: panel.order) for line in lines(panel)]
    ids = dict.fromkeys(line.tag.block for line in ordered if line.tag.block.startswith("memo."))
    body = [block.id for block in sheet.document.body]
    assert [id for id in ids if id in set(body)] == body
    for block in sheet.document.body:
        assert sheet.block(block.id) == folded(block.phrase.text)


@of_every_edition
def test_every_panel_holds_its_items(sheet: Sheet) -> None:
    assert all(
        panel.box.contains(item_box(item)) for panel in sheet.panels for item in panel.items if bounded(item)
    )


def bounded(item: Item) -> bool:
    return isinstance(item, TextLine | Fill | Code)
