"""The bytes of a PDF read back and compared, page by page, with what the layout promised."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from leaflet.diagnostics import Finding, Place, has_errors
from leaflet.sheet import Code, Layout, Side, TextLine
from leaflet.units import to_mm

TELEPHONE = re.compile(r"\+7\d{10}")
CODE = re.compile(
    r"0 0 0 1 k [\d.]+ 0 0 [\d.]+ (?P<x>[\d.]+) (?P<y>[\d.]+) cm (?P<runs>(?:\d+ \d+ \d+ 1 re )+)f"
)
RUN = re.compile(r"(\d+) (\d+) (\d+) 1 re")
BOX_SLACK = 0.01


@dataclass(frozen=True, slots=True)
class Report:
    """What was asked of a PDF and what came of it."""

    file: str
    pages: int
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        return not has_errors(self.findings)


def inspect(pdf: bytes, layout: Layout, file: str = "leaflet.pdf") -> Report:
    """Read a PDF back with a second library and compare it with its layout.

    Proves that every line of text is on its page, that the telephone numbers on paper are those of the
    layout and no others, that every code is drawn as it was laid out, that the page boxes are the trim
    size, and that every font is embedded.
    """
    place = Place(file)
    findings: list[Finding] = []
    try:
        reader = PdfReader(BytesIO(pdf), strict=True)
        pages = list(reader.pages)
        if len(pages) != len(layout.sides):
            what = "the number of pages is not that of the layout"
            measure = f"expected {len(layout.sides)} pages, found {len(pages)}"
            findings.append(Finding(place, "page-count", what, measure))
        for number, (page, side) in enumerate(zip(pages, layout.sides, strict=False), 1):
            findings += check_boxes(page, side, place, number)
            # Codes first: extracting text makes pypdf write the operators anew.
            findings += check_codes(page, side, place, number)
            findings += check_text(page.extract_text(), side, place, number)
            findings += check_fonts(page, place, number)
    # What pypdf raises for a damaged file is not one family.
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, zlib.error) as error:
        unreadable = Finding(
            place, "unreadable-pdf", "cannot read the PDF", str(error) or type(error).__name__
        )
        return Report(file, 0, (*findings, unreadable))
    return Report(file, len(pages), tuple(findings))


def folded(text: str) -> str:
    """Text without white space: extractors differ in where they put it."""
    return "".join(text.split())


def lines(side: Side) -> Iterator[TextLine]:
    """Every line of text on a side."""
    for panel in side.panels:
        for item in panel.items:
            if isinstance(item, TextLine):
                yield item


def check_boxes(page: PageObject, side: Side, place: Place, number: int) -> Iterator[Finding]:
    """Media, bleed and trim box are those of the side."""
    boxes = (
        ("media box", page.mediabox, side.media),
        ("bleed box", page.bleedbox, side.bleed),
        ("trim box", page.trimbox, side.trim),
    )
    for name, box, expected in boxes:
        found = [float(edge) for edge in box]
        if any(abs(one - other) > BOX_SLACK for one, other in zip(found, expected.corners, strict=True)):
            yield Finding(
                place,
                "page-box",
                f"the {name} of page {number} is not that of the layout",
                f"expected {in_mm(expected.corners)} mm, found {in_mm(found)} mm",
            )


def in_mm(corners: Sequence[float]) -> str:
    """The corners of a box, for messages."""
    return " ".join(f"{to_mm(edge):.1f}" for edge in corners)


def check_text(text: str, side: Side, place: Place, number: int) -> Iterator[Finding]:
    """Every line can be read back, and no telephone number is missing, wrong or extra."""
    found = folded(text)
    for line, times in Counter(line.text for line in lines(side)).items():
        if found.count(folded(line)) < times:
            yield Finding(place, "lost-text", f"page {number} lacks a line: {line}")
    expected_numbers = Counter(TELEPHONE.findall(" ".join(folded(line.text) for line in lines(side))))
    found_numbers = Counter(TELEPHONE.findall(found))
    if expected_numbers != found_numbers:
        missing = sorted((expected_numbers - found_numbers).elements())
        extra = sorted((found_numbers - expected_numbers).elements())
        yield Finding(
            place,
            "wrong-number",
            f"the telephone numbers on page {number} are not those of the layout",
            f"missing: {', '.join(missing) or 'none'}; extra: {', '.join(extra) or 'none'}",
        )


def check_codes(page: PageObject, side: Side, place: Place, number: int) -> Iterator[Finding]:
    """The modules of every code are drawn where the layout has them, and no others are."""
    expected = [item for panel in side.panels for item in panel.items if isinstance(item, Code)]
    contents = page.get_contents()
    drawn = list(drawn_codes(contents.get_data().decode("latin-1") if contents is not None else ""))
    good = 0
    for item in expected:
        modules = dark(item.rows)
        good += any(
            abs(x - item.rect.x) < BOX_SLACK and abs(y - item.rect.y) < BOX_SLACK and found == modules
            for x, y, found in drawn
        )
    if good != len(expected) or len(drawn) != len(expected):
        measure = f"expected {len(expected)} codes, found {len(drawn)}, {good} of them as they should be"
        yield Finding(place, "wrong-code", f"the codes on page {number} are not those of the layout", measure)


def drawn_codes(operators: str) -> Iterator[tuple[float, float, frozenset[tuple[int, int]]]]:
    """Lower left corner and dark modules of every code in the operators of a page."""
    for match in CODE.finditer(operators):
        modules = set()
        for column, row, width in RUN.findall(match["runs"]):
            modules |= {(int(column) + step, int(row)) for step in range(int(width))}
        yield float(match["x"]), float(match["y"]), frozenset(modules)


def dark(rows: Sequence[Sequence[bool]]) -> frozenset[tuple[int, int]]:
    """Column and row, from the lower left, of every dark module."""
    count = len(rows)
    return frozenset(
        (column, count - 1 - row)
        for row, modules in enumerate(rows)
        for column, module in enumerate(modules)
        if module
    )


def check_fonts(page: PageObject, place: Place, number: int) -> Iterator[Finding]:
    """Every font is in the file and can be turned back into text."""
    resources = page["/Resources"].get_object()
    fonts = resources.get("/Font", {}) if isinstance(resources, DictionaryObject) else {}
    for key in fonts:
        font = fonts[key].get_object()
        descriptor = font.get("/FontDescriptor", {})
        if "/FontFile2" not in descriptor or "/ToUnicode" not in font:
            name = font.get("/BaseFont", key)
            yield Finding(
                place, "font-not-embedded", f"page {number} uses a font that is not in the file: {name}"
            )
