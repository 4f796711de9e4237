"""The look in numbers: sizes, contrast, the cover, the pictograms, the white at the foot of a panel."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from statistics import pstdev

import pytest
from sheets import (
    CAPITAL,
    EDITIONS,
    NATIONAL,
    REGIONAL,
    TRIFOLDS,
    Key,
    Sheet,
    digits,
    item_box,
    lines,
    name,
)
from typefaces import raggedness

from leaflet import styles
from leaflet.document import Role
from leaflet.linebreak import best_fit, first_fit
from leaflet.pictograms import PICTOGRAMS
from leaflet.setter import Setter
from leaflet.sheet import Fill, Rule, Symbol, TextLine
from leaflet.soundness import DESCENT
from leaflet.stands import Stand
from leaflet.styles import FIELD, HAIRLINE, ON_FIELD, PALE, PICTURED, WHITE, Ink, style_of
from leaflet.typeface import Typeface, Weight
from leaflet.units import MM

NATIONAL_TRIFOLDS: list[Key] = [key for key in NATIONAL if key[2] == "trifold"]
NATIONAL_DIRECTORIES: list[Key] = [key for key in NATIONAL if key[2] == "a4"]
REGIONAL_TRIFOLDS: list[Key] = [key for key in REGIONAL if key[2] == "trifold"]


def luminance(ink: Ink) -> float:
    """Relative luminance (WCAG 2) of an ink on white paper, by the plain conversion that screens use."""
    parts = [(1 - part) * (1 - ink.black) for part in (ink.cyan, ink.magenta, ink.yellow)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Ink, other: Ink) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("sheet", NATIONAL_TRIFOLDS, ids=name, indirect=True)
def test_the_national_text_is_no_smaller_than_nine_and_a_half_points(sheet: Sheet) -> None:
    assert sheet.layout.body_size >= 9.5


@pytest.mark.parametrize("sheet", REGIONAL_TRIFOLDS, ids=name, indirect=True)
def test_a_regional_text_is_no_smaller_than_ten_and_a_half_points(sheet: Sheet) -> None:
    assert sheet.layout.body_size >= 10.5


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_every_ink_can_be_read_on_its_ground(sheet: Sheet) -> None:
    for line in sheet.lines:
        ground = FIELD if line.ink in (ON_FIELD, PALE) else WHITE
        least = 7.0 if line.tag.role is Role.NUMBER else 4.5
        assert contrast(line.ink, ground) >= least, line


@pytest.mark.parametrize("sheet", TRIFOLDS, ids=name, indirect=True)
def test_the_hotline_is_read_at_arms_length_on_the_cover(sheet: Sheet) -> None:
    cover = next(panel for panel in sheet.panels if panel.name == "cover")
    sizes = [
        item.size
        for item in cover.items
        if isinstance(item, TextLine) and item.tag.block == "hotline.trafficking.number"
    ]
    assert sizes
    assert min(sizes) >= 40


@pytest.mark.parametrize("sheet", TRIFOLDS, ids=name, indirect=True)
def test_the_cover_names_language_and_region(sheet: Sheet) -> None:
    cover = next(panel for panel in sheet.panels if panel.name == "cover")
    blocks = {item.tag.block for item in cover.items if isinstance(item, TextLine)}
    assert {"labels.language", "labels.region", "memo.cover.audience", "memo.cover.title"} <= blocks
    assert ("labels.draft" in blocks) == (sheet.document.language != "kk")
    sizes = {line.tag.block: line.size for line in cover.items if isinstance(line, TextLine)}
    assert sizes["labels.language"] >= 14


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_every_panel_of_a_draft_says_so_and_no_other_panel(sheet: Sheet) -> None:
    draft = sheet.document.labels.draft
    assert draft is not None
    for panel in sheet.panels:
        texts = [
            line.text for line in panel.items if isinstance(line, TextLine) and line.tag.role is Role.STATUS
        ]
        cover = " ".join(
            item.text
            for item in panel.items
            if isinstance(item, TextLine) and item.tag.block == "labels.draft"
        )
        marked = [*texts, cover] if cover else texts
        masthead = panel.name == "page 1"
        times = 0 if sheet.document.language == "kk" else 1 + masthead
        assert marked == [draft.text] * times


@pytest.mark.parametrize("sheet", NATIONAL_TRIFOLDS, ids=name, indirect=True)
def test_every_sign_and_every_advice_has_its_pictogram_beside_its_words(sheet: Sheet) -> None:
    panels = sorted((panel for panel in sheet.panels if panel.name != "cover"), key=lambda panel: panel.order)
    shown = [item for panel in panels for item in panel.items if isinstance(item, Symbol)]
    lists = [block.id for block in sheet.document.body if block.role is Role.CHECK_ITEM]
    assert [item.name for item in shown if item.name != "dot"] == [PICTURED[id] for id in lists]
    assert set(lists) == set(PICTURED)
    firsts = {line.tag.block: line for line in reversed(sheet.lines)}
    for id, item in zip(lists, [item for item in shown if item.name != "dot"], strict=True):
        box = item_box(item)
        assert box.right < firsts[id].edge
        assert box.y < firsts[id].baseline < box.top


@pytest.mark.parametrize("sheet", NATIONAL_TRIFOLDS, ids=name, indirect=True)
def test_a_pictogram_is_large_enough_to_be_recognised(sheet: Sheet) -> None:
    for panel in sheet.panels:
        for item in panel.items:
            if isinstance(item, Symbol) and item.name in PICTOGRAMS:
                assert item.weight >= 0.75, "a stroke that survives a photocopy"


def test_every_pictogram_that_is_drawn_is_used(edition: Callable[..., Sheet]) -> None:
    items = [item for panel in edition("kk", "almaty", "trifold").panels for item in panel.items]
    assert set(PICTURED.values()) <= set(PICTOGRAMS)
    assert set(PICTOGRAMS) == {item.name for item in items if isinstance(item, Symbol)} - {"dot", "check"}


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_the_rag_is_more_even_than_that_of_filled_lines(sheet: Sheet, typeface: Typeface) -> None:
    first_lines: dict[str, TextLine] = {}
    for line in sheet.lines:
        first_lines.setdefault(line.tag.block, line)
    ours: list[float] = []
    filled: list[float] = []
    for block in sheet.document.body:
        if block.role in (Role.PARAGRAPH, Role.CHECK_ITEM, Role.LIST_ITEM):
            line, style = first_lines[block.id], style_of(block)
            setter = Setter(typeface)
            copy = setter.copy(block.phrase.runs, style.weight)
            room = line.measure / line.size * 1000
            ours += raggedness(copy, best_fit(copy, room), room)
            filled += raggedness(copy, first_fit(copy, room), room)
    assert pstdev(ours) < pstdev(filled)


def test_there_are_two_colours_beside_black() -> None:
    inks = {
        name: value
        for name, value in vars(styles).items()
        if isinstance(value, Ink) and not name.startswith("_")
    }
    hues = {name for name, ink in inks.items() if ink.cyan or ink.magenta or ink.yellow}
    assert hues == {"PETROL", "FIELD", "PALE", "AMBER"}, "petrol with its tints, and amber"


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_no_sentence_is_torn_over_a_column_a_fold_or_a_turn(sheet: Sheet) -> None:
    paragraphs = [line for line in sheet.lines if line.tag.role is Role.PARAGRAPH]
    for above, below in pairwise(paragraphs):
        if above.tag == below.tag and below.edge != above.edge:
            assert above.text.rstrip().endswith((".", "!", "?")), above.text


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_all_headings_of_the_memo_have_one_size(sheet: Sheet) -> None:
    found = [
        line for line in sheet.lines if line.tag.role is Role.HEADING and line.tag.block.startswith("memo.")
    ]
    assert len({line.size for line in found if not line.tag.block.startswith("memo.contacts")}) == 1


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_no_line_of_a_heading_ends_in_a_short_word(sheet: Sheet) -> None:
    for above, below in pairwise(sheet.lines):
        if above.tag == below.tag and above.tag.role is Role.HEADING:
            assert len(above.text.split()[-1]) > 3, above.text


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_only_the_number_that_a_code_dials_is_bold(sheet: Sheet) -> None:
    for contact in sheet.document.contacts:
        block = f"contact.{contact.id}.{Role.NUMBER}"
        runs = [run for line in sheet.lines if line.tag.block == block for run in line.runs]
        bold = "".join(run.text for run in runs if run.weight is Weight.BOLD)
        plain = "".join(run.text for run in runs if run.weight is Weight.REGULAR)
        assert digits(bold) == digits(contact.code)
        others = (*contact.phones[1:], *contact.short_numbers)
        assert digits(plain) == "".join(digits(phrase.text) for phrase in others)


@pytest.mark.parametrize("sheet", NATIONAL_DIRECTORIES, ids=name, indirect=True)
def test_a_camera_held_over_one_code_of_a_directory_does_not_see_two(sheet: Sheet) -> None:
    for above, below in pairwise(sheet.codes):
        if above.rect.x == below.rect.x and above.rect.y > below.rect.top:
            assert above.rect.y - below.rect.top >= 3.2 * MM


@pytest.mark.parametrize("sheet", NATIONAL_DIRECTORIES, ids=name, indirect=True)
def test_entries_of_the_countrys_directory_are_evenly_apart_in_each_column(sheet: Sheet) -> None:
    whites: dict[float, list[float]] = {}
    for above, below in pairwise(sheet.codes):
        # A section under a list is further off.
        if above.rect.x == below.rect.x and above.rect.y - below.rect.top < 10 * MM:
            entry = above.tag.block.removesuffix("code")
            last = min(line.baseline for line in sheet.lines if line.tag.block.startswith(entry))
            whites.setdefault(above.rect.x, []).append(last - below.rect.top)
    assert len(whites) == 2
    for column in whites.values():
        assert len(column) >= 5
        assert max(column) <= 1.14 * min(column)


LED_LISTS: list[Key] = [
    (tag, id, "trifold") for tag in ("kk", "ru", "en") for id in ("west-kazakhstan", "aktobe")
]


@pytest.mark.parametrize("sheet", LED_LISTS, ids=name, indirect=True)
def test_entries_of_a_region_are_no_further_apart_than_their_list_from_the_lines_under_it(
    sheet: Sheet,
) -> None:
    back = next(panel for panel in sheet.panels if panel.name == "back")
    spots = sorted(Stand(back).entries.values(), key=lambda spot: -spot.top)
    bars = [item.rect.top for item in back.items if isinstance(item, Fill) and item.rect.top < spots[-1].y]
    below = spots[-1].y - max(bars)
    apart = [above.y - lower.top for above, lower in pairwise(spots)]
    # Between two sections stands the heading of the second, and words end in descenders.
    assert max(white for white in apart if white < 20 * MM) <= below + 1 * MM


@pytest.mark.parametrize("sheet", NATIONAL, ids=name, indirect=True)
def test_nearly_all_e_mails_of_the_whole_country_stand_beside_their_numbers_in_one_size(
    sheet: Sheet,
) -> None:
    found = [line for line in sheet.lines if line.tag.block.startswith("contact.")]
    numbers = {line.tag.block.split(".")[1]: line for line in found if line.tag.role is Role.NUMBER}
    mails = [line for line in found if line.tag.role is Role.EMAIL]
    below = [line for line in mails if numbers[line.tag.block.split(".")[1]].baseline != line.baseline]
    assert len(mails) == 12
    assert len(below) <= 2
    assert len({line.size for line in mails}) == 1


@pytest.mark.parametrize("sheet", NATIONAL_DIRECTORIES, ids=name, indirect=True)
def test_names_in_the_countrys_directory_are_no_smaller_than_eight_and_three_quarters(sheet: Sheet) -> None:
    assert min(line.size for line in sheet.lines if line.tag.block.endswith(f".{Role.NAME}")) >= 8.75


@pytest.mark.parametrize("sheet", TRIFOLDS, ids=name, indirect=True)
def test_the_numbers_to_call_close_the_inside_in_a_row_or_where_text_leaves_room_in_a_box(
    sheet: Sheet,
) -> None:
    last = next(panel for panel in sheet.panels if panel.name == "inside right")
    found = [item for item in last.items if isinstance(item, TextLine)]
    text = min(line.baseline for line in found if line.tag.block.startswith("memo."))
    called = [line for line in found if line.text in ("11616", "102", "112")]
    assert [line.text for line in called] == ["11616", "102", "112"]
    boxed = sheet.document.region != "national" and sheet.document.language in ("ru", "en")
    assert {line.size for line in called} == {17 if boxed else 11}
    highest = [item.rect.top for item in last.items if isinstance(item, Fill) and item.rect.top < text]
    assert text - max(highest, default=0.0) > 2.6 * MM
    # White that is left is no deeper than the box would have been.
    assert text - called[0].baseline < 22 * MM


@pytest.mark.parametrize("sheet", REGIONAL_TRIFOLDS, ids=name, indirect=True)
def test_a_list_on_the_flap_opens_as_far_as_the_flap_has_room(sheet: Sheet) -> None:
    flap = next(panel for panel in sheet.panels if panel.name == "flap")
    found = [item for item in flap.items if isinstance(item, TextLine)]
    text = min(line.baseline for line in found if line.tag.block.startswith("memo."))
    box = max(item.rect.top for item in flap.items if isinstance(item, Fill) and item.rect.top < text)
    assert text - box < 12 * MM


def lowest(line: TextLine) -> float:
    """The foot of the letters of a line, or of its figures, which stand on the baseline."""
    return line.baseline - DESCENT * line.size * any(map(str.isalpha, line.text))


@pytest.mark.parametrize("sheet", NATIONAL, ids=name, indirect=True)
def test_a_hairline_between_two_entries_keeps_clear_of_their_words(sheet: Sheet) -> None:
    found = 0
    for panel in sheet.panels:
        listed = [line for line in lines(panel) if line.tag.block.startswith("contact.")]
        for rule in (item for item in panel.items if isinstance(item, Rule) and item.ink == HAIRLINE):
            own = [line for line in listed if rule.x1 - 1 <= line.x <= rule.x2]
            above = min(lowest(line) - rule.y1 for line in own if line.baseline > rule.y1)
            below = min(
                rule.y1 - line.baseline - CAPITAL * line.size for line in own if line.baseline < rule.y1
            )
            assert min(above, below) >= 1.4 * MM, rule
            assert above <= below + 0.3 * MM, rule
            found += 1
    assert found >= 16


@pytest.mark.parametrize("sheet", [key for key in TRIFOLDS if key[0] != "kk"], ids=name, indirect=True)
def test_the_mark_of_a_draft_is_not_taken_for_the_last_line_of_a_text(sheet: Sheet) -> None:
    for panel in (panel for panel in sheet.panels if panel.name.startswith("inside")):
        texts = [line for line in lines(panel) if line.tag.block.startswith("memo.")]
        mark = next(line for line in lines(panel) if line.tag.role is Role.STATUS)
        assert min(line.baseline for line in texts) - mark.baseline >= 5.8 * MM, panel.name


@pytest.mark.parametrize("sheet", [("en", "atyrau", "trifold"), ("en", "atyrau", "a4")], indirect=True)
def test_the_notice_of_a_region_without_organisations_breaks_by_its_sense(sheet: Sheet) -> None:
    texts = [line.text.replace("\u00a0", " ") for line in sheet.lines if line.tag.block == "labels.no_local"]
    calling = ["Please call these numbers: ", "they give help across the whole country. "]
    naming = ["The memo does not name ", "an organisation in this region."]
    assert [text.strip() for text in texts] in (
        [text.strip() for text in (*calling, *naming)],
        ["".join(calling).strip(), "".join(naming).strip()],
    )


@pytest.mark.parametrize("sheet", [("en", "atyrau", "a4")], indirect=True)
def test_a_heading_shrinks_by_a_hair_for_a_line_where_it_stands_in_half_a_page(sheet: Sheet) -> None:
    heading = sheet.document.contact_groups[0].heading
    assert len([line for line in sheet.lines if line.tag.block == heading.id]) == 2
