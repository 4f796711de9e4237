"""The file for an archive: PDF/A-1b, with the tags and the links that every file has."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sheets import Key, Sheet, name
from typer.testing import CliRunner

import leaflet
from leaflet import cli
from leaflet.choices import Inks, Purpose
from leaflet.fonts import FontFolder
from leaflet.profiles import COATED

KEYS: list[Key] = [("kk", None, "trifold"), ("ru", "almaty", "a4"), ("en", "atyrau", "trifold")]
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
JAVA = Path("/usr/share/java")
JARS = (
    "preflight",
    "pdfbox2",
    "xmpbox",
    "fontbox2",
    "commons-logging",
    "commons-io",
    "jaxb-api",
    "javax.activation",
)


@pytest.fixture
def archived(request: pytest.FixtureRequest, edition: Callable[..., Sheet], typeface: FontFolder) -> Sheet:
    """An edition as it goes to the archive."""
    sheet = edition(*request.param)
    layout = replace(sheet.layout, purpose=Purpose.ARCHIVE)
    return Sheet(sheet.document, layout, leaflet.render(layout, typeface))


of_all = pytest.mark.parametrize("archived", KEYS, ids=name, indirect=True)


def read(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf), strict=True)


def packet(pdf: bytes) -> ElementTree.Element:
    data: bytes = read(pdf).trailer["/Root"]["/Metadata"].get_object().get_data()
    return ElementTree.fromstring(data)


def tags(node: Any) -> Iterator[str]:
    """The kinds of all elements below one, in the order of reading."""
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield kid["/S"]
            yield from tags(kid)


@of_all
def test_what_is_glued_to_a_reference_is_damage(archived: Sheet, typeface: FontFolder) -> None:
    # Of "299 0 R300 0 R" some readers make two references and others none: then no touch would dial.
    glued = re.sub(rb"(/Annots *\[ *\d+ 0 R) (\d+) ", rb"\1\2  ", archived.pdf, count=1)
    assert glued != archived.pdf
    report = leaflet.inspect(glued, archived.layout, typeface=typeface)
    assert "unreadable-pdf" in {finding.code for finding in report.findings}


@of_all
def test_the_file_is_of_pdf_1_4_and_has_no_objects_in_streams(archived: Sheet) -> None:
    assert archived.pdf.startswith(b"%PDF-1.4\n%")
    # A comment of four high bytes tells programs that the file is no text (ISO 19005-1, 6.1.2).
    assert all(byte > 127 for byte in archived.pdf.split(b"\n")[1][1:5])
    assert b"/ObjStm" not in archived.pdf
    assert b"/XRef" not in archived.pdf


@of_all
def test_every_stream_ends_on_a_line_of_its_own(archived: Sheet) -> None:
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\s*stream\n", archived.pdf))
    assert len(streams) == archived.pdf.count(b"endstream") > 5
    for start in streams:
        end = start.end() + int(start[1])
        assert archived.pdf[end : end + 10] == b"\nendstream"


@of_all
def test_the_file_claims_pdf_a_1b_and_explains_what_else_it_claims(archived: Sheet) -> None:
    root = packet(archived.pdf)
    claim = "{http://www.aiim.org/pdfa/ns/id/}"
    assert [root.findtext(f".//{claim}{key}") for key in ("part", "conformance")] == ["1", "B"]
    assert root.findtext(".//{http://www.aiim.org/pdfua/ns/id/}part") == "1"
    described = root.findall(".//{http://www.aiim.org/pdfa/ns/schema#}namespaceURI")
    assert [one.text for one in described] == ["http://www.aiim.org/pdfua/ns/id/"]


@of_all
def test_the_document_information_and_the_xmp_say_the_same(archived: Sheet) -> None:
    root, info = packet(archived.pdf), dict(read(archived.pdf).trailer["/Info"])
    dc, xmp = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/xap/1.0/}"
    assert info.pop("/Title") == root.findtext(f".//{dc}title/{RDF}Alt/{RDF}li")
    assert info.pop("/Subject") == root.findtext(f".//{dc}description/{RDF}Alt/{RDF}li")
    assert info.pop("/Creator") == root.findtext(f".//{xmp}CreatorTool")
    assert info.pop("/Keywords") == root.findtext(".//{http://ns.adobe.com/pdf/1.3/}Keywords")
    assert info.pop("/Producer") == root.findtext(".//{http://ns.adobe.com/pdf/1.3/}Producer")
    for entry, key in (("/CreationDate", "CreateDate"), ("/ModDate", "ModifyDate")):
        date = root.findtext(f".//{xmp}{key}")
        assert date is not None
        assert re.sub(r"\D", "", date) == re.sub(r"\D", "", str(info.pop(entry)))
    assert info == {"/Trapped": "/False"}


@of_all
def test_the_inks_have_a_meaning(archived: Sheet) -> None:
    (intent,) = read(archived.pdf).trailer["/Root"]["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_data() == COATED.path.read_bytes()


@of_all
def test_the_pages_their_tags_and_links_are_those_of_the_office(
    archived: Sheet, edition: Callable[..., Sheet], request: pytest.FixtureRequest
) -> None:
    office = edition(*request.node.callspec.params["archived"])
    pages = [[page.get_contents() for page in read(pdf).pages] for pdf in (archived.pdf, office.pdf)]
    assert [page.get_data() for page in pages[0]] == [page.get_data() for page in pages[1]]
    kinds = [list(tags(read(pdf).trailer["/Root"]["/StructTreeRoot"])) for pdf in (archived.pdf, office.pdf)]
    assert kinds[0] == kinds[1]
    assert kinds[0].count("/H1") == 1
    links = [note.get_object() for page in read(archived.pdf).pages for note in page.get("/Annots", [])]
    assert links
    # Every annotation is printed, or said to be, and only opens an address (ISO 19005-1, 6.5.3 and 6.6.1).
    assert {(note["/F"], note["/A"]["/S"]) for note in links} == {(4, "/URI")}


@of_all
def test_nothing_is_transparent_encrypted_or_outside_the_file(archived: Sheet) -> None:
    reader = read(archived.pdf)
    assert not reader.is_encrypted
    for page in reader.pages:
        assert "/Group" not in page
        assert set(page["/Resources"]) <= {"/Font", "/ProcSet"}
    report = leaflet.inspect(archived.pdf, archived.layout)
    assert report.findings == ()


def test_the_same_leaflet_is_archived_in_the_same_bytes(
    edition: Callable[..., Sheet], typeface: FontFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    layout = replace(edition(*KEYS[0]).layout, purpose=Purpose.ARCHIVE)
    assert leaflet.render(layout, typeface) == leaflet.render(layout, typeface)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    dated = leaflet.render(layout, typeface)
    assert packet(dated).findtext(".//{http://ns.adobe.com/xap/1.0/}CreateDate") == "2026-01-01T00:00:00Z"


def test_the_command_makes_it(tmp_path: Path) -> None:
    asked = ["build", "--lang", "kk", "--region", "almaty", "--archive", "-o", str(tmp_path)]
    ran = CliRunner().invoke(cli.app, asked)
    assert ran.exit_code == 0
    path = Path(ran.stdout.strip())
    assert path.name == "leaflet-kk-almaty-trifold-archive.pdf"
    assert path.read_bytes().startswith(b"%PDF-1.4")


# What PDFBox Preflight makes of it (Debian: libpdfbox2-java, libjaxb-api-java).


def judge(path: Path, pdf: bytes) -> str:
    path.write_bytes(pdf)
    classes = ":".join(str(JAVA / f"{jar}.jar") for jar in JARS)
    command = ["java", "-cp", classes, "org.apache.pdfbox.preflight.Validator_A1b", str(path)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    return ran.stdout + ran.stderr


@pytest.mark.judges
@of_all
def test_pdfbox_finds_it_valid(archived: Sheet, tmp_path: Path) -> None:
    assert "is a valid PDF/A-1b file" in judge(tmp_path / "archive.pdf", archived.pdf)


@pytest.mark.judges
def test_pdfbox_finds_black_only_valid_and_an_office_file_not(
    edition: Callable[..., Sheet], typeface: FontFolder, tmp_path: Path
) -> None:
    sheet: Any = edition(*KEYS[0])
    mono = leaflet.render(replace(sheet.layout, purpose=Purpose.ARCHIVE, inks=Inks.MONO), typeface)
    assert "is a valid PDF/A-1b file" in judge(tmp_path / "mono.pdf", mono)
    assert "is not a valid PDF/A-1b file" in judge(tmp_path / "office.pdf", sheet.pdf)
