"""US Letter: the same leaflet laid out anew for the paper of North American consulates."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sheets import REGIONS, Sheet, ink_box
from typer.testing import CliRunner

import leaflet
from leaflet.cli import app
from leaflet.content import Content
from leaflet.fonts import FontFolder
from leaflet.sheet import Code, TextLine
from leaflet.units import MM

INCH = 72.0
KEYS = [
    (language, region, product)
    for language in ("kk", "ru", "en")
    for region in (None, "almaty", "atyrau")
    for product in ("trifold-letter", "letter")
]
TRIFOLDS = [key for key in KEYS if key[2] == "trifold-letter"]


@pytest.mark.parametrize("sheet", KEYS, ids=str, indirect=True)
def test_an_edition_for_letter_reads_back_whole(sheet: Sheet) -> None:
    assert sheet.layout.findings == ()
    assert leaflet.inspect(sheet.pdf, sheet.layout).ok


@pytest.mark.parametrize("sheet", TRIFOLDS, ids=str, indirect=True)
def test_the_sheet_is_letter_and_its_flap_is_narrower(sheet: Sheet) -> None:
    for side in sheet.sides:
        assert (side.width, side.height) == pytest.approx((11 * INCH, 8.5 * INCH))
        widths = sorted(panel.box.width / INCH for panel in side.panels)
        assert widths == pytest.approx([3.625, 3.6875, 3.6875])
    flap = next(panel for panel in sheet.panels if panel.name == "flap")
    assert flap.box.width / MM == pytest.approx(92.075)


@pytest.mark.parametrize("sheet", TRIFOLDS, ids=str, indirect=True)
def test_the_text_is_set_anew_and_not_scaled(sheet: Sheet) -> None:
    assert sheet.layout.body_size >= (9.5 if sheet.document.region == "national" else 10.5)


@pytest.mark.parametrize("sheet", KEYS, ids=str, indirect=True)
def test_every_code_of_a_letter_edition_scans(sheet: Sheet) -> None:
    scanned = {barcode.text for page in sheet.scanned for barcode in page}
    assert scanned == {contact.code for contact in sheet.document.contacts} | {"tel:11616"}


def test_paper_is_chosen_on_the_command_line(tmp_path: Path) -> None:
    asked = ["build", "--lang", "en", "--region", "almaty", "--paper", "Letter", "-o", str(tmp_path)]
    ran = CliRunner().invoke(app, asked)
    assert ran.exit_code == 0
    assert ran.stdout.strip().endswith("leaflet-en-almaty-trifold-letter.pdf")


def texts_of(edition: Callable[..., Sheet], language: str, region: str, block: str) -> list[str]:
    """The lines of one block on the outside."""
    sheet = edition(language, region, "trifold-letter")
    items = [item for panel in sheet.layout.sides[0].panels for item in panel.items]
    return [item.text for item in items if isinstance(item, TextLine) and item.tag.block == block]


def test_the_lines_of_a_narrow_outside_break_with_the_sense(edition: Callable[..., Sheet]) -> None:
    embassy = texts_of(edition, "kk", "almaty", "labels.my_embassy")
    assert [len(line.split()) for line in embassy] == [3, 2]
    audience = texts_of(edition, "ru", "almaty", "memo.cover.audience")
    assert [line.replace("\u00a0", " ") for line in audience] == [
        *("Памятка", "для иностранцев", "и трудовых мигрантов"),
    ]


def test_a_card_on_the_back_does_not_take_their_size_from_the_contacts(edition: Callable[..., Sheet]) -> None:
    sheet = edition("en", "aktobe", "trifold-letter")
    (back,) = (panel for panel in sheet.layout.sides[0].panels if panel.name == "back")
    codes = [item for item in back.items if isinstance(item, Code)]
    assert {item.tag.block.partition(".")[0] for item in codes} == {"contact"}
    assert min(code.rect.width for code in codes) > 24 * MM


@pytest.mark.parametrize(("language", "product"), [("kk", "trifold-letter"), ("en", "trifold")])
@pytest.mark.parametrize("region", REGIONS)
def test_no_hole_stands_under_the_contacts_of_a_region(
    content: Content, typeface: FontFolder, language: str, region: str, product: str
) -> None:
    document = leaflet.localize(content, language, region)
    layout = leaflet.lay_out(document, leaflet.PRODUCTS[product], typeface)
    (back,) = (panel for side in layout.sides for panel in side.panels if panel.name == "back")
    texts = [item for item in back.items if isinstance(item, TextLine)]
    codes = [item.rect for item in back.items if isinstance(item, Code) and "contact." in item.tag.block]
    foot = min(
        [code.y for code in codes] + [ink_box(line).y for line in texts if "contact." in line.tag.block]
    )
    below = max(ink_box(line).top for line in texts if ink_box(line).top < foot)
    # Three entries with codes as large as they may be leave the most.
    assert foot - below < 23.5 * MM
