"""The PDF as a file: what a printer's preflight, a reader and a diff look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import astuple
from typing import Any

import pytest
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, IndirectObject, NameObject
from sheets import EDITIONS, Key, Sheet, name

import leaflet
from leaflet.document import Role
from leaflet.sheet import Code, TextLine

SAMPLE: list[Key] = [
    ("kk", None, "trifold"),
    ("kk", None, "a4"),
    ("kk", "atyrau", "trifold"),
    ("ru", "almaty", "a4"),
    ("en", "west-kazakhstan", "trifold"),
]
of_some_editions = pytest.mark.parametrize("sheet", SAMPLE, ids=name, indirect=True)
BLACK = (0.0, 0.0, 0.0, 1.0)
OTHER_COLOURS = {"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri", "Do", "BI", "gs"}


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@of_some_editions
def test_the_title_and_the_language_are_the_memos(sheet: Sheet) -> None:
    document, reader = sheet.document, sheet.reader
    assert reader.metadata is not None
    assert reader.metadata.title == plain(f"{document.audience.phrase.text} — {document.title.phrase.text}")
    assert document.edition in (reader.metadata.subject or "")
    assert reader.metadata.author is None
    assert reader.metadata["/Keywords"] == f"{document.edition} {sheet.layout.product} colour"
    assert reader.root_object["/Lang"] == document.language
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"] is not None


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_the_trim_box_is_the_media_box_is_the_sheet(sheet: Sheet) -> None:
    pages = sheet.reader.pages
    assert len(pages) == len(sheet.sides)
    for page, side in zip(pages, sheet.sides, strict=True):
        expected = pytest.approx([0, 0, side.width, side.height], abs=0.01)
        assert [float(edge) for edge in page.mediabox] == expected
        assert [float(edge) for edge in page.trimbox] == expected
        assert page.rotation == 0


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_every_font_is_embedded_and_can_be_read_back_as_text(sheet: Sheet) -> None:
    for page in sheet.reader.pages:
        fonts = page["/Resources"]["/Font"]
        assert fonts
        for key in fonts:
            font = fonts[key]
            assert "NotoSans" in font["/BaseFont"]
            assert font["/FontDescriptor"]["/FontFile2"].get_data()
            assert font["/ToUnicode"].get_data()
    assert b"Helvetica" not in sheet.pdf


# Inks.


def operations(sheet: Sheet) -> Iterator[list[tuple[list[Any], str]]]:
    """The operators of each page, with their operands."""
    reader = sheet.reader
    for page in reader.pages:
        stream = ContentStream(page.get_contents(), reader)
        yield [(operands, operator.decode("ascii")) for operands, operator in stream.operations]


@of_some_editions
def test_the_pages_use_process_colours_only(sheet: Sheet) -> None:
    for page in operations(sheet):
        assert {operator for _, operator in page} & OTHER_COLOURS == set()
        assert {operator for _, operator in page} & {"k", "K"}


@of_some_editions
def test_black_is_grey_0_which_an_office_printer_does_not_screen(sheet: Sheet) -> None:
    for page in operations(sheet):
        inks = [operands for operands, operator in page if operator in ("k", "K")]
        assert all(any(float(part) for part in operands[:3]) for operands in inks)


@of_some_editions
def test_every_ink_of_a_page_is_one_of_the_layout(sheet: Sheet) -> None:
    placed = [item for panel in sheet.panels for item in panel.items] + [
        mark for side in sheet.sides for mark in side.marks
    ]
    inks = {astuple(item.ink)[:4] for item in placed if not isinstance(item, Code)} | {BLACK}
    used = {
        tuple(float(part) for part in operands)
        for page in operations(sheet)
        for operands, operator in page
        if operator in ("k", "K")
    }
    assert used <= inks


@of_some_editions
def test_text_and_codes_of_black_are_printed_with_black_alone(sheet: Sheet) -> None:
    reading = [line for line in sheet.lines if line.tag.role in (Role.PARAGRAPH, Role.NAME, Role.LIST_ITEM)]
    assert {astuple(line.ink)[:4] for line in reading} == {BLACK}
    shown, fills = [], []
    for page in operations(sheet):
        text, paths = fill_inks(page)
        shown += text
        fills += paths
    # A code is one path of some hundred rectangles.
    assert [ink for ink, parts in fills if parts > 50] == [BLACK] * len(sheet.codes)
    assert shown.count(BLACK) >= sum(astuple(line.ink)[:4] == BLACK for line in sheet.lines)
    assert set(shown) == {astuple(line.ink)[:4] for line in sheet.lines}


Ink = tuple[float, ...]


def fill_inks(page: list[tuple[list[Any], str]]) -> tuple[list[Ink], list[tuple[Ink, int]]]:
    """The ink of every show operator, and the ink and the rectangles of every filled path."""
    ink: Ink = ()
    kept: list[Ink] = []
    shown: list[Ink] = []
    fills: list[tuple[Ink, int]] = []
    rectangles = 0
    for operands, operator in page:
        match operator:
            case "q":
                kept.append(ink)
            case "Q":
                ink = kept.pop()
            case "k":
                ink = tuple(float(part) for part in operands)
            case "g":
                ink = (0.0, 0.0, 0.0, 1 - float(operands[0]))
            case "re":
                rectangles += 1
            case "TJ" | "Tj":
                shown.append(ink)
            case "f":
                fills.append((ink, rectangles))
                rectangles = 0
    assert kept == []
    return shown, fills


# Nothing but paper.


@of_some_editions
def test_a_leaflet_does_nothing_by_itself(sheet: Sheet) -> None:
    names = set(all_names(sheet.reader.trailer))
    actions = {"/JavaScript", "/JS", "/Launch", "/OpenAction", "/AA", "/EmbeddedFile", "/SubmitForm"}
    assert names & actions == set()


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_a_link_dials_or_writes_and_nothing_else(sheet: Sheet) -> None:
    for page in sheet.reader.pages:
        for annotation in page.get("/Annots", []):
            action = annotation.get_object()["/A"]
            assert action["/S"] == "/URI"
            assert re.fullmatch(r"tel:\+?\d+|mailto:[\w.]+@[\w.]+", str(action["/URI"]))


def all_names(start: DictionaryObject) -> Iterator[str]:
    """Every key and every name of a PDF."""
    seen: set[int] = set()
    left: list[Any] = [start]
    while left:
        value = left.pop()
        if isinstance(value, IndirectObject):
            if value.idnum in seen:
                continue
            seen.add(value.idnum)
            value = value.get_object()
        if isinstance(value, NameObject):
            yield str(value)
        elif isinstance(value, DictionaryObject):
            yield from map(str, value)
            left += value.values() if value is not start else [value.raw_get(key) for key in value]
        elif isinstance(value, ArrayObject):
            left += value


# What it says it is.


@of_some_editions
def test_the_xmp_packet_says_what_the_document_information_says(sheet: Sheet) -> None:
    reader = sheet.reader
    said, packet = reader.metadata, reader.xmp_metadata
    assert said is not None
    assert packet is not None
    assert packet.dc_title == {"x-default": said.title}
    assert packet.dc_description == {"x-default": said.subject}
    assert packet.dc_language == [sheet.document.language]
    assert not packet.dc_creator
    assert packet.pdf_keywords == said["/Keywords"]
    assert packet.pdf_producer == said.producer == "ReportLab PDF Library"
    assert packet.xmp_creator_tool == said.creator == f"leaflet {leaflet.__version__}"


def test_a_tagged_national_edition_is_small(edition: Callable[..., Sheet]) -> None:
    assert len(edition("kk", None, "trifold").pdf) <= 60_000


def test_every_edition_has_a_file_id_and_a_code_of_its_own(edition: Callable[..., Sheet]) -> None:
    sheets = [edition(*key) for key in EDITIONS]
    ids = [bytes(sheet.reader.trailer["/ID"][0].original_bytes) for sheet in sheets]
    assert len(set(ids)) == len(EDITIONS)
    codes = {sheet.document.edition for sheet in sheets}
    # One document is laid out as two products.
    assert len(codes) == len(EDITIONS) / 2


def test_the_edition_code_stands_on_the_paper(edition: Callable[..., Sheet]) -> None:
    sheet = edition("kk", "almaty", "trifold")
    imprint = " ".join(line.text for line in sheet.lines if line.tag.block == "imprint")
    assert sheet.document.edition.startswith("KK-ALMATY-")
    assert sheet.document.edition in imprint
    assert all(isinstance(line, TextLine) for line in sheet.lines)
