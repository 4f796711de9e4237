"""A page for each side, and boxes that say the trimmed sheet, upright and true (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from leaflet.diagnostics import Finding
from leaflet.geometry import Rect
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page, spelled
from leaflet.sheet import Side
from leaflet.units import to_mm

SLACK = 0.01
"""Points: boxes are written to a thousandth."""


def find(evidence: Evidence) -> Iterator[Finding]:
    expected_pages, found_pages = len(evidence.layout.sides), len(evidence.leaves)
    if found_pages != expected_pages:
        what = "the number of pages is not that of the layout"
        yield evidence.fault("page-count", what, f"expected {expected_pages} pages, found {found_pages}")
    for page, side in evidence.sides:
        for name, expected in promised(side).items():
            found = page.boxes.get(name)
            if found is None or not same(found, expected):
                yield evidence.fault(
                    "page-box",
                    f"the {name} of page {page.number} is not that of the sheet",
                    f"expected {millimetres(expected)}, found {millimetres(found) if found else 'none'}",
                )
        for name, usual in (("Rotate", 0), ("UserUnit", 1)):
            if page.entries.get(name, usual) != usual:
                what = f"page {page.number} is turned or scaled by its {name}"
                measure = f"expected {usual}, found {spelled(page.entries[name])}"
                yield evidence.fault("page-box", what, measure)
        yield from others(evidence, page, promised(side))
    yield from preferences(evidence)


def preferences(evidence: Evidence) -> Iterator[Finding]:
    """Whether the file asks the printer to leave its size alone."""
    document = evidence.document
    wanted = document.dictionary(evidence.catalog.get("ViewerPreferences", {}), "the preferences")
    if document.resolve(wanted.get("PrintScaling")) != "None":
        what = "the file lets the printer scale it"
        yield evidence.fault("page-box", what, "expected the preference not to, found none")


def promised(side: Side) -> Mapping[str, Rect]:
    """The boxes that a page must have: without bleed the sheet is all that there is."""
    boxes = {"MediaBox": side.media, "TrimBox": Rect(0, 0, side.width, side.height)}
    return boxes | {"BleedBox": side.bleed} if side.surround else boxes


def others(evidence: Evidence, page: Page, boxes: Mapping[str, Rect]) -> Iterator[Finding]:
    """Boxes that a page may have, too: they must not cut anything off."""
    for name, box in page.boxes.items():
        if name not in boxes and not same(box, boxes["MediaBox"]):
            what = f"the {name} of page {page.number} is not the whole page"
            measure = f"expected {millimetres(boxes['MediaBox'])}, found {millimetres(box)}"
            yield evidence.fault("page-box", what, measure)


def same(one: Rect, other: Rect) -> bool:
    return one.contains(other, SLACK) and other.contains(one, SLACK)


def millimetres(box: Rect) -> str:
    """A box by its corners, as PDF has them, in millimetres of the trimmed sheet."""
    return " ".join(f"{to_mm(edge):.1f}" for edge in (box.x, box.y, box.right, box.top)) + " mm"


CHECK = Check(
    codes={
        "page-count": "a finished file has too few or too many pages",
        "page-box": "a page is not the sheet: of another size, turned, cropped or scaled",
    },
    stage=Stage.BONES,
    rationale="A missing page takes half of the memo or all contacts with it; one too many shifts front and "
    "back against each other for the whole print run. Printers place, scale and cut by the page boxes: a "
    "wrong one moves every fold, cuts lines off at the edge, or makes the office printer shrink the sheet.",
    find=find,
)
