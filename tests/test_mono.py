"""For a printer with black toner alone: no colour, and nothing that only a tint would show."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader
from sheets import Key, Sheet, name, scan
from typer.testing import CliRunner

import leaflet
from leaflet import cli
from leaflet.choices import Inks
from leaflet.fonts import FontFolder

KEYS: list[Key] = [(language, region, "trifold") for language in ("kk", "ru") for region in (None, "atyrau")]
COLOUR = re.compile(r"[\d.]+ [kK]\b")
GREY = re.compile(r"([\d.]+) [gG]\b")
STRING = re.compile(r"\((?:[^\\()]|\\.)*\)", re.DOTALL)


@pytest.mark.parametrize("sheet", KEYS, ids=name, indirect=True)
def test_a_mono_edition_has_no_colour(sheet: Sheet, typeface: FontFolder) -> None:
    pdf = leaflet.render(replace(sheet.layout, inks=Inks.MONO), typeface)
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata is not None
    assert reader.metadata["/Keywords"] == f"{sheet.document.edition} trifold mono"
    for page in reader.pages:
        contents = page.get_contents()
        assert contents is not None
        # Codes of letters may look like operators.
        painted = STRING.sub("", contents.get_data().decode("latin-1"))
        assert not COLOUR.search(painted)
        assert set(GREY.findall(painted)) <= {"0", "1", "0.6"}


@pytest.mark.parametrize("inks", Inks)
def test_black_is_full_black_on_a_screen_and_in_an_office(
    inks: Inks, edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    """Black of four inks would be a dark grey, which a printer's driver screens: letters of dots."""
    layout = replace(edition("kk", "almaty", "trifold").layout, inks=inks)
    with pypdfium2.PdfDocument(leaflet.render(layout, typeface)) as document:
        for page in document:
            extremes = page.render(scale=1).to_pil().convert("RGB").getextrema()
            assert [darkest for darkest, _ in extremes] == [0, 0, 0] or inks is Inks.COLOUR
            text = page.render(scale=4, grayscale=True).to_pil()
            assert text.getextrema()[0] == 0


@pytest.mark.parametrize("sheet", KEYS, ids=name, indirect=True)
def test_a_mono_edition_survives_a_hard_threshold(sheet: Sheet, typeface: FontFolder) -> None:
    layout = replace(sheet.layout, inks=Inks.MONO)
    pdf = leaflet.render(layout, typeface)
    assert leaflet.inspect(pdf, layout).ok
    found = set()
    for page in pypdfium2.PdfDocument(pdf):
        picture = page.render(scale=200 / 72).to_pil().convert("L").point(lambda value: 255 * (value > 128))
        found |= {barcode.text for barcode in scan(picture)}
    assert found == {contact.code for contact in sheet.document.contacts} | {"tel:11616"}


def test_ink_is_chosen_on_the_command_line(tmp_path: Path) -> None:
    asked = ["build", "--lang", "kk", "--region", "almaty", "--ink", "mono", "-o", str(tmp_path)]
    ran = CliRunner().invoke(cli.app, asked)
    assert ran.exit_code == 0
    assert ran.stdout.strip().endswith("leaflet-kk-almaty-trifold-mono.pdf")
