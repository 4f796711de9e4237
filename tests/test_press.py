"""The file for a print shop: boxes, bleed, marks, inks, and what it says of PDF/X-4."""

from __future__ import annotations

import os
import shutil
import subprocess
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader
from pypdf.generic import ContentStream
from sheets import Key, Sheet, item_box, name, overlap
from typer.testing import CliRunner

import leaflet
from leaflet import cli
from leaflet.choices import Inks, Purpose
from leaflet.document import Role
from leaflet.dump import dump
from leaflet.fonts import FontFolder
from leaflet.geometry import Rect
from leaflet.press import for_press, job_line
from leaflet.profiles import COATED, Condition
from leaflet.sheet import Code, Fill, Item, Layout, Rule, Side, TextLine
from leaflet.structure import structure
from leaflet.styles import PETROL
from leaflet.units import MM, to_mm

TRIFOLD: Key = ("kk", "almaty", "trifold")
A4: Key = ("kk", "almaty", "a4")
LETTER: Key = ("en", "almaty", "letter")
LETTER_TRIFOLD: Key = ("en", "almaty", "trifold-letter")
KEYS = [TRIFOLD, ("kk", None, "trifold"), A4, LETTER, LETTER_TRIFOLD]
of_all = pytest.mark.parametrize("pressed", KEYS, ids=name, indirect=True)
PAINT = {"f", "f*", "F", "B", "B*", "b", "b*"}
STROKE = {"S", "s", "B", "B*", "b", "b*"}
PATHS = {"m", "l", "c", "h", "re", "d", "J", "j", "cm"}
LETTERS = {"BT", "ET", "Tm", "Td", "Tf", "TL", "BDC", "BMC", "EMC"}


@pytest.fixture(scope="module")
def press(edition: Callable[..., Sheet], typeface: FontFolder) -> Callable[..., Sheet]:
    """``press(key, inks)``: an edition as it goes to the print shop."""

    @cache
    def build(key: Key, inks: Inks = Inks.COLOUR) -> Sheet:
        sheet = edition(*key)
        layout = for_press(replace(sheet.layout, inks=inks), typeface)
        return Sheet(sheet.document, layout, leaflet.render(layout, typeface))

    return build


@pytest.fixture
def pressed(request: pytest.FixtureRequest, press: Callable[..., Sheet]) -> Sheet:
    return press(request.param)


def beside(side: Side) -> tuple[Item, ...]:
    assert side.surround is not None
    return side.surround.items


def rules(side: Side) -> list[Rule]:
    return [item for item in beside(side) if isinstance(item, Rule)]


def texts(side: Side) -> list[TextLine]:
    return [item for item in beside(side) if isinstance(item, TextLine)]


def in_mm(rect: Rect) -> list[float]:
    return [round(to_mm(edge), 2) for edge in rect.corners]


# Boxes.


@pytest.mark.parametrize(
    ("pressed", "width", "height"),
    [(TRIFOLD, 297, 210), (A4, 210, 297), (LETTER, 215.9, 279.4), (LETTER_TRIFOLD, 279.4, 215.9)],
    ids=lambda value: name(value) if isinstance(value, tuple) else str(value),
    indirect=["pressed"],
)
def test_the_boxes_stand_one_in_the_other(pressed: Sheet, width: float, height: float) -> None:
    expected = {
        "/TrimBox": [0, 0, width, height],
        "/BleedBox": [-3, -3, width + 3, height + 3],
        "/MediaBox": [-12, -12, width + 12, height + 12],
    }
    for page in pressed.reader.pages:
        # An art box beside a trim box would not be PDF/X; a crop box would hide the marks.
        assert {key for key in page if key.endswith("Box")} == set(expected)
        for key, box in expected.items():
            assert [to_mm(float(edge)) for edge in page[key]] == pytest.approx(box, abs=0.001)


# Bleed.


def fields(layout: Layout) -> list[Fill]:
    """The fields that run off."""
    panels = [panel for side in layout.sides for panel in side.panels]
    return [item for panel in panels for item in panel.items if isinstance(item, Fill) and item.runs_off]


@pytest.mark.parametrize(
    ("pressed", "expected"),
    [
        (TRIFOLD, [197, -3, 300, 213]),
        (LETTER_TRIFOLD, [185.74, -3, 282.4, 218.9]),
    ],
    ids=["a4", "letter"],
    indirect=["pressed"],
)
def test_the_cover_runs_off_at_the_cuts_and_ends_at_the_fold(pressed: Sheet, expected: list[float]) -> None:
    rim, cover = fields(pressed.layout)
    assert in_mm(rim.rect) == in_mm(cover.rect) == expected
    assert rim.radius == cover.radius == 0


@pytest.mark.parametrize("key", [A4, LETTER], ids=name)
def test_the_head_of_a_page_runs_off_but_for_its_foot(
    key: Key, press: Callable[..., Sheet], edition: Callable[..., Sheet]
) -> None:
    pressed, office = press(key), edition(*key)
    (head, _), (before, _) = fields(pressed.layout), fields(office.layout)
    bleed = pressed.sides[0].bleed
    assert (head.rect.x, head.rect.right, head.rect.top) == (bleed.x, bleed.right, bleed.top)
    assert head.rect.y == before.rect.y


@of_all
def test_nothing_but_these_fields_reaches_over_the_trim(pressed: Sheet) -> None:
    for side in pressed.sides:
        inside = [
            item
            for panel in side.panels
            for item in panel.items
            if not (isinstance(item, Fill) and item.runs_off)
        ]
        assert inside
        assert all(side.trim.contains(item_box(item)) for item in inside)


@pytest.mark.parametrize("key", KEYS, ids=name)
def test_what_stands_inside_the_trim_stands_where_it_stood(
    key: Key, press: Callable[..., Sheet], edition: Callable[..., Sheet]
) -> None:
    for side, before in zip(press(key).sides, edition(*key).sides, strict=True):
        assert side.marks == ()
        for panel, old in zip(side.panels, before.panels, strict=True):
            assert (panel.name, panel.box, panel.frame) == (old.name, old.box, old.frame)
            for item, was in zip(panel.items, old.items, strict=True):
                if isinstance(item, TextLine):
                    assert isinstance(was, TextLine)
                    assert not any(run.link for run in item.runs)
                    was = replace(was, runs=tuple(replace(run, link="") for run in was.runs))
                if not (isinstance(item, Fill) and item.runs_off):
                    assert item == was


def test_colour_is_printed_into_the_bleed_and_not_over_the_fold(press: Callable[..., Sheet]) -> None:
    """Looked at as pdfium draws it, a millimetre to each side of every edge."""
    sheet = press(TRIFOLD)
    page = next(sheet.render(100))
    media = sheet.sides[0].media

    def dark(x: float, y: float) -> bool:
        scale = 100 / 72
        at = int((x * MM - media.x) * scale), int((media.top - y * MM) * scale)
        return bool(page.getpixel(at) < 128)

    middle = (197 + 297) / 2
    assert [dark(x, 105) for x in (196, 198, 296, 299, 301)] == [False, True, True, True, False]
    assert [dark(middle, y) for y in (214, 212, 1, -2, -4)] == [False, True, True, True, False]


# Marks.


@of_all
def test_everything_in_the_slug_is_clear_of_the_bleed_and_on_the_sheet(pressed: Sheet) -> None:
    for side in pressed.sides:
        for item in beside(side):
            assert side.media.contains(item_box(item))
            assert not overlap(item_box(item), side.bleed)


@of_all
def test_nothing_in_the_slug_stands_on_anything_else(pressed: Sheet) -> None:
    for side in pressed.sides:
        boxes = [item_box(item) for item in beside(side)]
        for index, box in enumerate(boxes):
            assert not any(overlap(box, other) for other in boxes[index + 1 :])


@of_all
def test_eight_solid_marks_show_where_to_cut(pressed: Sheet) -> None:
    for side in pressed.sides:
        solid = [rule for rule in rules(side) if not rule.dash]
        upright = sorted((rule.x1, max(rule.y1, rule.y2)) for rule in solid if rule.x1 == rule.x2)
        level = sorted((rule.y1, max(rule.x1, rule.x2)) for rule in solid if rule.y1 == rule.y2)
        low, high = -4 * MM, 9 * MM
        width, height = side.width, side.height
        assert upright == [(0, low), (0, height + high), (width, low), (width, height + high)]
        assert level == [(0, low), (0, width + high), (height, low), (height, width + high)]


@of_all
def test_dashed_marks_with_a_word_show_where_to_fold_and_only_there(pressed: Sheet) -> None:
    for side in pressed.sides:
        dashed = [rule for rule in rules(side) if rule.dash]
        assert sorted(rule.x1 for rule in dashed) == sorted(2 * side.folds)
        assert all(rule.x1 == rule.x2 for rule in dashed)
        assert {rule.weight for rule in dashed}.isdisjoint(
            rule.weight for rule in rules(side) if not rule.dash
        )
        words = [line.text for line in texts(side) if line.text == "fold"]
        assert len(words) == len(dashed)


def test_the_job_line_names_the_edition_the_side_and_the_sizes(press: Callable[..., Sheet]) -> None:
    sheet = press(TRIFOLD)
    found = [
        " ".join(line.text for line in texts(side) if line.text != "fold").replace("\u00a0", " ")
        for side in sheet.sides
    ]
    assert found == [
        f"{sheet.document.edition}, language kk, trifold, draft, not released, {side} of 2), "
        "trim 297 × 210 mm, bleed 3 mm, "
        f"folds at {folds} mm from the left, CMYK"
        for side, folds in (("outside (side 1", "97 and 197"), ("inside (side 2", "100 and 200"))
    ]


def test_a_released_sheet_is_called_no_draft(edition: Callable[..., Sheet]) -> None:
    layout = edition(*TRIFOLD).layout
    labels = replace(layout.document.labels, draft=None)
    released = replace(layout, document=replace(layout.document, labels=labels))
    assert "draft" in job_line(layout, layout.sides[0], 1)
    assert "draft" not in job_line(released, layout.sides[0], 1)


def test_the_longest_job_line_keeps_to_the_slug(edition: Callable[..., Sheet], typeface: FontFolder) -> None:
    layout = edition(*LETTER_TRIFOLD).layout
    longest = replace(layout.document, edition="UZ-LATN-NORTH-KAZAKHSTAN-20261123-F52725", language="uz-Latn")
    for side in for_press(replace(layout, document=longest), typeface).sides:
        job = [line for line in texts(side) if line.text != "fold"]
        assert sum("F52725" in line.text for line in job) == 1
        assert all(side.media.contains(item_box(line)) and line.right < side.folds[0] for line in job)


def test_the_dump_shows_what_stands_beside_the_trim(press: Callable[..., Sheet]) -> None:
    text = dump(press(TRIFOLD).layout)
    assert "fill 197.0 -3.0 103.0 × 216.0 100/0/6/67" in text
    beside = text.split("\nbeside the trim: ")[1].splitlines()
    assert beside[0] == "bleed -3.0 -3.0 303.0 × 216.0, sheet -12.0 -12.0 321.0 × 234.0"
    assert "  rule 0.0 -4.0 – 0.0 -9.0 0.25 pt 0/0/0/100" in beside
    assert "  rule 97.0 -4.0 – 97.0 -9.0 0.5 pt 0/0/0/100 dashed" in beside
    assert "  fill 2.0 214.0 5.0 × 5.0 100/0/0/0" in beside
    assert "  98.5 -7.3 6 r 0/0/0/100 job: fold" in beside


def test_a_layout_without_sides_stays_without(edition: Callable[..., Sheet], typeface: FontFolder) -> None:
    empty = for_press(replace(edition(*TRIFOLD).layout, sides=()), typeface)
    assert (empty.sides, empty.purpose) == ((), Purpose.PRESS)


def test_words_without_a_date_make_no_sheet(edition: Callable[..., Sheet], typeface: FontFolder) -> None:
    layout = edition(*TRIFOLD).layout
    undated = for_press(replace(layout, document=replace(layout.document, date="")), typeface)
    assert undated.sides == ()
    assert [finding.code for finding in undated.findings] == ["no-date"]


def test_a_layout_that_only_says_that_it_is_for_a_print_shop_is_refused(
    edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    with pytest.raises(ValueError, match="for_press"):
        leaflet.render(replace(edition(*TRIFOLD).layout, purpose=Purpose.PRESS), typeface)


# Inks, read back from the operators.


def painted(sheet: Sheet) -> Iterator[tuple[str, tuple[float, ...], bool, float]]:
    """Every painting operator of a file: with its ink, whether it overprints, and the width of the line."""
    reader = sheet.reader
    for page in reader.pages:
        fill = stroke = (0.0, 0.0, 0.0, 1.0)
        over, width, saved = False, 1.0, []
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            match operator.decode("ascii"):
                case "q":
                    saved.append((fill, stroke, over, width))
                case "Q":
                    fill, stroke, over, width = saved.pop()
                case "k":
                    fill = tuple(map(float, operands))
                case "K":
                    stroke = tuple(map(float, operands))
                case "gs":
                    assert operands == ["/Overprint"]
                    over = True
                case "w":
                    width = float(operands[0])
                case "TJ" | "Tj":
                    yield "text", fill, over, width
                case paint if paint in PAINT | STROKE:
                    yield ("fill", fill, over, width) if paint in PAINT else ("line", stroke, over, width)
                case other:
                    assert other in PATHS | LETTERS


@of_all
def test_no_spot_of_the_sheet_takes_more_than_300_per_cent_of_ink(pressed: Sheet) -> None:
    assert max(sum(ink) for _, ink, _, _ in painted(pressed)) <= 3


@of_all
def test_no_line_is_thinner_than_a_quarter_of_a_point(pressed: Sheet) -> None:
    assert min(width for kind, _, _, width in painted(pressed) if kind == "line") >= 0.25


@of_all
def test_black_text_is_black_ink_alone_over_its_ground_and_white_is_knocked_out(pressed: Sheet) -> None:
    found = {(ink, over) for kind, ink, over, _ in painted(pressed) if kind == "text"}
    black, white = (0.0, 0.0, 0.0, 1.0), (0.0, 0.0, 0.0, 0.0)
    assert (black, True) in found
    assert (white, False) in found
    assert {ink for ink, over in found if over} == {black}
    assert black not in {ink for ink, over in found if not over}


@of_all
def test_large_black_and_all_colour_knock_out(pressed: Sheet) -> None:
    assert not any(over for kind, _, over, _ in painted(pressed) if kind == "fill")


@of_all
def test_nothing_is_transparent(pressed: Sheet) -> None:
    for page in pressed.reader.pages:
        assert page["/Resources"]["/ExtGState"] == {"/Overprint": {"/OP": True, "/op": True, "/OPM": 1}}
        assert "/Group" not in page
        assert "/XObject" not in page["/Resources"]


def test_the_colour_bar_has_each_process_ink_in_full_and_in_tints(press: Callable[..., Sheet]) -> None:
    patches = [item.ink for item in beside(press(TRIFOLD).sides[1]) if isinstance(item, Fill)]
    for part in range(4):
        solid = {round(getattr(ink, ("cyan", "magenta", "yellow", "black")[part]), 2) for ink in patches}
        assert solid >= {1.0, 0.75, 0.5}
    assert PETROL not in patches


def test_black_only_for_the_press_has_one_plate(press: Callable[..., Sheet]) -> None:
    sheet = press(TRIFOLD, Inks.MONO)
    assert {ink[:3] for _, ink, _, _ in painted(sheet)} == {(0.0, 0.0, 0.0)}
    patches = [item.ink.black for item in beside(sheet.sides[0]) if isinstance(item, Fill)]
    assert patches == [1.0, 0.75, 0.5]
    assert any("black" in line.text for line in texts(sheet.sides[0]))
    assert leaflet.inspect(sheet.pdf, sheet.layout).ok


# What the file says of itself.


def described(sheet: Sheet) -> dict[str, str]:
    """The XMP properties of a file that are plain text, by their full names."""
    packet = sheet.reader.trailer["/Root"]["/Metadata"].get_object().get_data()
    rdf = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description"
    properties = [one for description in ElementTree.fromstring(packet).iter(rdf) for one in description]
    return {one.tag: one.text for one in properties if one.text}


def test_the_metadata_say_what_pdf_x_4_wants_said(press: Callable[..., Sheet]) -> None:
    sheet = press(TRIFOLD)
    reader, found = sheet.reader, described(sheet)
    assert reader.pdf_header == "%PDF-1.6"
    assert found["{http://www.npes.org/pdfx/ns/id/}GTS_PDFXVersion"] == "PDF/X-4"
    assert found["{http://ns.adobe.com/pdf/1.3/}Trapped"] == "False"
    info: Any = reader.trailer["/Info"]
    assert info["/Trapped"] == "/False"
    assert found["{http://ns.adobe.com/pdf/1.3/}Producer"] == info["/Producer"]
    assert found["{http://ns.adobe.com/xap/1.0/}CreatorTool"] == info["/Creator"]
    for key, entry in (("CreateDate", "/CreationDate"), ("ModifyDate", "/ModDate")):
        date = found["{http://ns.adobe.com/xap/1.0/}" + key]
        assert "".join(filter(str.isdigit, date)) == "".join(filter(str.isdigit, info[entry]))
    assert found["{http://ns.adobe.com/xap/1.0/}MetadataDate"] == date
    media = "{http://ns.adobe.com/xap/1.0/mm/}"
    own = {key.removeprefix(media): value for key, value in found.items() if key.startswith(media)}
    assert own.pop("DocumentID").startswith("uuid:")
    assert own == {"RenditionClass": "default", "VersionID": "1"}


def test_every_file_is_a_document_of_its_own(press: Callable[..., Sheet]) -> None:
    sheets = [press(TRIFOLD), press(TRIFOLD, Inks.MONO), press(A4)]
    key = "{http://ns.adobe.com/xap/1.0/mm/}DocumentID"
    assert len({described(sheet)[key] for sheet in sheets}) == 3
    assert len({sheet.reader.trailer["/ID"][0].original_bytes for sheet in sheets}) == 3


def test_the_inks_are_meant_for_offset_on_coated_paper(press: Callable[..., Sheet]) -> None:
    (intent,) = press(TRIFOLD).reader.trailer["/Root"]["/OutputIntents"]
    assert (intent["/S"], intent["/OutputConditionIdentifier"]) == ("/GTS_PDFX", "FOGRA39")
    assert intent["/RegistryName"] == "http://www.color.org"
    profile = intent["/DestOutputProfile"]
    assert profile["/N"] == 4
    assert profile.get_data() == COATED.path.read_bytes()
    # An output profile (prtr) for CMYK, not newer than ICC version 4.
    assert (profile.get_data()[8] <= 4, profile.get_data()[12:20]) == (True, b"prtrCMYK")


@of_all
def test_there_is_nothing_to_touch_on_the_sheet_and_its_order_is_told(pressed: Sheet) -> None:
    reader = pressed.reader
    assert not any("/Annots" in page for page in reader.pages)
    assert "/StructTreeRoot" in reader.trailer["/Root"]
    kinds = {element.kind for element in structure(pressed.layout).root.descendants()}
    assert "P" in kinds
    assert "Link" not in kinds


def test_an_office_file_carries_no_profile(edition: Callable[..., Sheet]) -> None:
    assert "/OutputIntents" not in edition(*TRIFOLD).reader.trailer["/Root"]


def test_the_same_sheet_has_the_same_bytes_and_another_purpose_has_others(
    edition: Callable[..., Sheet], press: Callable[..., Sheet], typeface: FontFolder
) -> None:
    again = leaflet.render(for_press(edition(*TRIFOLD).layout, typeface), typeface)
    assert again == press(TRIFOLD).pdf
    identities = {
        PdfReader(BytesIO(pdf)).trailer["/ID"][0].original_bytes for pdf in (again, edition(*TRIFOLD).pdf)
    }
    assert len(identities) == 2


# The leaflet is still all there.


@of_all
def test_the_sheet_reads_back_as_it_was_laid_out(pressed: Sheet) -> None:
    report = leaflet.inspect(pressed.pdf, pressed.layout)
    assert report.findings == ()


def test_a_sheet_with_other_boxes_is_found_out(press: Callable[..., Sheet]) -> None:
    sheet = press(TRIFOLD)
    wider = [
        replace(side, surround=replace(side.surround, bleed=side.bleed.inset(-1, 0, 0, 0)))
        for side in sheet.sides
        if side.surround
    ]
    report = leaflet.inspect(sheet.pdf, replace(sheet.layout, sides=tuple(wider)))
    assert [finding.code for finding in report.findings] == ["page-box", "page-box"]
    assert "found -3.0 -3.0 300.0 213.0 mm" in str(report.findings[0])


@pytest.mark.parametrize("inks", Inks)
def test_every_code_scans_from_the_sheet(press: Callable[..., Sheet], inks: Inks) -> None:
    sheet = press(TRIFOLD, inks)
    for page, side in zip(sheet.scanned, sheet.sides, strict=True):
        items = [item for panel in side.panels for item in panel.items]
        assert sorted(barcode.text for barcode in page) == sorted(
            item.payload for item in items if isinstance(item, Code)
        )


def test_the_job_line_can_be_read_and_is_no_part_of_the_text(press: Callable[..., Sheet]) -> None:
    sheet = press(TRIFOLD)
    assert all(line.tag.role is Role.JOB for side in sheet.sides for line in texts(side))
    for page in sheet.reader.pages:
        assert sheet.document.edition in page.extract_text()


# The command.


def run(*arguments: str) -> Any:
    return CliRunner().invoke(cli.app, ["build", "--lang", "kk", "--region", "almaty", *arguments])


def test_the_command_makes_it_and_says_what_to_order(tmp_path: Path) -> None:
    ran = run("--press", "--ink", "mono", "-o", str(tmp_path))
    assert ran.exit_code == 0
    path = Path(ran.stdout.strip())
    assert path.name == "leaflet-kk-almaty-trifold-mono-press.pdf"
    assert path.read_bytes().startswith(b"%PDF-1.6")
    for words in (
        "297 × 210 mm trimmed",
        "3 mm bleed, with marks ",
        "black only",
        "letter fold",
        "150 to 160 g/m²",
    ):
        assert words in ran.stderr
    assert "structure of PDF/X-4, not validated" in ran.stderr


def test_a_file_has_one_purpose(tmp_path: Path) -> None:
    ran = run("--press", "--archive", "-o", str(tmp_path))
    assert ran.exit_code == 2
    assert "--press and --archive" in ran.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda _: None, "profile-missing"),
        (os.mkfifo, "profile-missing"),
        (lambda path: path.symlink_to("/dev/zero"), "profile-missing"),
        (lambda path: path.write_bytes(b"x"), "profile-changed"),
    ],
    ids=["missing", "pipe", "device", "changed"],
)
def test_no_file_is_made_with_a_profile_that_is_missing_or_changed(
    make: Callable[[Path], None], code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "profile.icc"
    make(path)
    other = Condition(COATED.name, COATED.description, path, COATED.digest)
    monkeypatch.setattr("leaflet.rendering.COATED", other)
    ran = run("--press", "-o", str(tmp_path / "made"))
    assert ran.exit_code == 3
    assert f"profile.icc: error[{code}]" in ran.stderr
    assert not (tmp_path / "made").exists()


# What Ghostscript makes of it.


def plates(sheet: Sheet, folder: Path) -> Iterator[Image.Image]:
    """The pages in CMYK as Ghostscript separates them, overprint done, at 100 dpi."""
    program = shutil.which("gs")
    assert program, "Ghostscript is not installed"
    (folder / "sheet.pdf").write_bytes(sheet.pdf)
    options = ["-q", "-dBATCH", "-dNOPAUSE", "-dSAFER", "-sDEVICE=tiff32nc", "-r100"]
    subprocess.run([program, *options, "-o", str(folder / "%d.tif"), str(folder / "sheet.pdf")], check=True)
    for number in range(1, len(sheet.sides) + 1):
        with Image.open(folder / f"{number}.tif") as page:
            yield page.copy()


@pytest.mark.judges
@of_all
def test_ghostscript_lays_down_no_more_than_300_per_cent(pressed: Sheet, tmp_path: Path) -> None:
    for page, side in zip(plates(pressed, tmp_path), pressed.sides, strict=True):
        assert page.size == pytest.approx([side.media.width / 0.72, side.media.height / 0.72], abs=1)
        cyan, magenta, yellow, black = page.split()
        total = ImageChops.add(ImageChops.add(cyan, magenta, 4), ImageChops.add(yellow, black, 4))
        assert 0 < total.getextrema()[1] <= 0.75 * 255
