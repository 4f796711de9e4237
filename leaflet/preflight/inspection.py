"""The bytes of a PDF read back and compared, page by page, with what the layout promised."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from leaflet.diagnostics import Finding, Place, has_errors
from leaflet.sheet import Layout, Side, TextLine
from leaflet.units import to_mm

TELEPHONE = re.compile(r"\+7\d{10}")
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
    layout and no others, that the page boxes are the trim size, and that every font is embedded.
    """
    place = Place(file)
    try:
        reader = PdfReader(BytesIO(pdf), strict=True)
        pages = list(reader.pages)
    except PyPdfError as error:
        return Report(file, 0, (Finding(place, "unreadable-pdf", "cannot read the PDF", str(error)),))
    findings: list[Finding] = []
    if len(pages) != len(layout.sides):
        measure = f"expected {len(layout.sides)} pages, found {len(pages)}"
        findings.append(
            Finding(place, "page-count", "the number of pages is not that of the layout", measure)
        )
    for number, (page, side) in enumerate(zip(pages, layout.sides, strict=False), 1):
        findings += check_boxes(page, side, place, number)
        findings += check_text(page.extract_text(), side, place, number)
        findings += check_fonts(page, place, number)
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


def check_boxes(page: Any, side: Side, place: Place, number: int) -> Iterator[Finding]:
    """Media and trim box are the sheet."""
    for name, box in (("media box", page.mediabox), ("trim box", page.trimbox)):
        width, height = float(box.width), float(box.height)
        if abs(width - side.width) > BOX_SLACK or abs(height - side.height) > BOX_SLACK:
            yield Finding(
                place,
                "page-box",
                f"the {name} of page {number} is not the trimmed sheet",
                f"expected {to_mm(side.width):.1f} × {to_mm(side.height):.1f} mm, "
                f"found {to_mm(width):.1f} × {to_mm(height):.1f} mm",
            )


def check_text(text: str, side: Side, place: Place, number: int) -> Iterator[Finding]:
    """Every line can be read back, and no telephone number is missing, wrong or extra."""
    found = folded(text)
    for line in lines(side):
        if folded(line.text) not in found:
            yield Finding(place, "lost-text", f"page {number} lacks a line: {line.text}")
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


def check_fonts(page: Any, place: Place, number: int) -> Iterator[Finding]:
    """Every font is in the file and can be turned back into text."""
    fonts = page["/Resources"].get("/Font", {})
    for key in fonts:
        font = fonts[key].get_object()
        descriptor = font.get("/FontDescriptor", {})
        if "/FontFile2" not in descriptor or "/ToUnicode" not in font:
            name = font.get("/BaseFont", key)
            yield Finding(
                place, "font-not-embedded", f"page {number} uses a font that is not in the file: {name}"
            )
