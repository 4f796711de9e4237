"""Fronts and backs in files of their own, for a printer that has no duplex unit."""

from __future__ import annotations

import os
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from commands import run
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject
from sheets import Key, Sheet, folded, name

import leaflet
from leaflet.fonts import FontFolder
from leaflet.output import OutputError, write_all
from leaflet.simplex import fronts_and_backs
from leaflet.structure import LEVELS

KEYS: list[Key] = [("kk", None, "trifold"), ("ru", None, "a4"), ("en", "almaty", "a4")]
of_some_editions = pytest.mark.parametrize("sheet", KEYS, ids=name, indirect=True)


def preferences(pdf: bytes) -> Any:
    return PdfReader(BytesIO(pdf)).root_object["/ViewerPreferences"]


@of_some_editions
def test_fronts_and_backs_read_back_whole_and_are_all_there_is(sheet: Sheet, typeface: FontFolder) -> None:
    parts = fronts_and_backs(sheet.layout)
    printed = [side for pair in zip(*(part.sides for part in parts.values()), strict=True) for side in pair]
    assert [side for side in printed if side.panels] == list(sheet.sides)
    for part in parts.values():
        pdf = leaflet.render(part, typeface)
        assert leaflet.inspect(pdf, part).findings == ()
        reader = PdfReader(BytesIO(pdf))
        assert [bool(page.extract_text().strip()) for page in reader.pages] == [
            bool(side.panels) for side in part.sides
        ]


@of_some_editions
def test_a_back_meets_its_front_in_every_copy(sheet: Sheet) -> None:
    fronts, backs = fronts_and_backs(sheet.layout).values()
    assert len(fronts.sides) == len(backs.sides)
    for front, back in zip(fronts.sides, backs.sides, strict=True):
        at = sheet.sides.index(front)
        assert back in sheet.sides[at + 1 : at + 2] or (back.name == "empty" and not sheet.sides[at + 1 :])


def test_an_odd_last_page_has_an_empty_back(edition: Any, typeface: FontFolder) -> None:
    whole = edition("en", None, "a4").layout
    odd = replace(whole, sides=(*whole.sides, *whole.sides)[:3])
    backs = fronts_and_backs(odd)["2-backs"]
    assert [side.name for side in backs.sides] == ["page 2", "empty"]
    assert leaflet.inspect(leaflet.render(backs, typeface), backs).ok


@of_some_editions
def test_a_leaflet_is_turned_over_the_edge_at_its_side(sheet: Sheet, typeface: FontFolder) -> None:
    edge = "Short" if sheet.layout.product == "trifold" else "Long"
    assert preferences(sheet.pdf)["/Duplex"] == f"/DuplexFlip{edge}Edge"
    for part in fronts_and_backs(sheet.layout).values():
        assert "/Duplex" not in preferences(leaflet.render(part, typeface))
        assert preferences(leaflet.render(part, typeface))["/PrintScaling"] == "/None"


@of_some_editions
def test_the_structure_of_each_file_is_its_own(sheet: Sheet, typeface: FontFolder) -> None:
    for part in fronts_and_backs(sheet.layout).values():
        reader = PdfReader(BytesIO(leaflet.render(part, typeface)))
        pages = {page.indirect_reference.idnum for page in reader.pages if page.indirect_reference}
        levels = []
        for element in elements(reader):
            assert "/Pg" not in element or element.raw_get("/Pg").idnum in pages
            if str(element.get("/S"))[1:] in LEVELS:
                levels.append(int(element["/S"][2]))
        assert levels[0] == 1
        assert all(below <= above + 1 for above, below in pairwise(levels))
        tree = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
        assert {page["/StructParents"] for page in reader.pages} <= set(tree[::2])
        assert all(isinstance(kid, IndirectObject) and kid.get_object() for kid in parents(tree))


def elements(reader: PdfReader) -> list[DictionaryObject]:
    """Every dictionary below the root of the structure that is an element or a mark."""
    found, left = [], [reader.root_object["/StructTreeRoot"]["/K"].get_object()]
    while left:
        node = left.pop(0)
        found.append(node)
        kids = [kid.get_object() for kid in node.get("/K", [])]
        left = [kid for kid in kids if isinstance(kid, DictionaryObject)] + left
    return found


def parents(tree: Any) -> list[Any]:
    """The elements that the parent tree points at."""
    return [kid for value in tree[1::2] for kid in (value if isinstance(value, list) else [value])]


# On the command line.


def test_the_files_say_in_which_order_they_are_printed(tmp_path: Path) -> None:
    ran = run("build", "-l", "kk", "-r", "almaty", "--simplex", "-o", str(tmp_path))
    assert ran.exit_code == 0
    names = [Path(line).name for line in ran.stdout.splitlines()]
    assert names == ["leaflet-kk-almaty-trifold-1-outside.pdf", "leaflet-kk-almaty-trifold-2-inside.pdf"]
    outside, inside = (PdfReader(tmp_path / name).pages[0].extract_text() for name in names)
    assert "11616" in folded(outside)
    assert "ҚҰҚЫҚТАРЫ" in folded(inside)


def test_the_words_tell_how_to_feed_the_paper(tmp_path: Path) -> None:
    trifold = run("build", "-l", "kk", "-r", "almaty", "-r", "astana", "--simplex", "-o", str(tmp_path))
    for words in (
        "one test sheet first",
        "fold at the dashed marks",
        "printed face down",
        "printed face up",
        "short edge",
        "100 %",
    ):
        assert trifold.stderr.count(words) == 1, words
    assert "page 1" not in trifold.stderr
    assert "both sides" not in trifold.stderr
    pages = run("build", "-l", "ru", "-f", "a4", "--simplex", "-o", str(tmp_path))
    assert "long edge" in pages.stderr
    assert "short edge" not in pages.stderr
    assert "fold" not in pages.stderr
    assert "the sheet with page 1 goes in first" in pages.stderr


def test_of_a_blank_page_it_is_said_that_it_is_to_be_blank(tmp_path: Path) -> None:
    asked = ("build", "-l", "ru", "--simplex", "-o", str(tmp_path))
    odd = run(*asked, "-f", "a4")
    backs = PdfReader(tmp_path / "leaflet-ru-national-a4-2-backs.pdf").pages
    blank = [number for number, page in enumerate(backs, 1) if not page.extract_text().strip()]
    said = "the last front has no back: page {} of leaflet-ru-national-a4-2-backs.pdf is blank\n"
    assert blank
    assert said.format(*blank) in odd.stderr
    assert "is blank" not in run(*asked).stderr


def test_two_files_do_not_go_into_one(tmp_path: Path) -> None:
    ran = run("build", "-l", "kk", "--simplex", "-o", str(tmp_path / "sheet.pdf"))
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert ran.stderr == (
        "leaflet: --simplex makes two files, and --output names one; name a folder instead, "
        f"for example --output {tmp_path / 'sheet'}\n"
    )
    assert list(tmp_path.iterdir()) == []


# Both or neither.


def test_nothing_is_moved_where_the_second_file_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    write_all({first: b"%PDF-old 1", second: b"%PDF-old 2"})
    flush, calls = os.fsync, []

    def full(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) == 2:
            raise OSError(28, "No space left on device")
        flush(descriptor)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError) as caught:
        write_all({first: b"%PDF-new 1", second: b"%PDF-new 2"})
    assert caught.value.finding.place.file == str(second)
    assert (first.read_bytes(), second.read_bytes()) == (b"%PDF-old 1", b"%PDF-old 2")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.pdf", "2.pdf"]


def test_nothing_is_written_where_something_else_stands_in_the_place_of_the_second(tmp_path: Path) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    second.write_text("my only copy", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        write_all({first: b"%PDF-new 1", second: b"%PDF-new 2"})
    assert caught.value.finding.code == "not-a-pdf"
    assert [path.name for path in tmp_path.iterdir()] == ["2.pdf"]
