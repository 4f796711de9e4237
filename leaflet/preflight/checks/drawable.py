"""Pages that are drawn in good time: no lines, curves or heaps of letters but those of the layout."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.checks.shapes import promised
from leaflet.preflight.evidence import Evidence, Page
from leaflet.preflight.marks import Filled, Stroked
from leaflet.sheet import Side

PLAIN = {b"r", b"x"}
"""Drawings of one rectangle, whose fill costs no more than its pixels."""
MOST_LETTERS = 500
"""Letters that nobody laid out: enough for any words between the lines."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, side in evidence.sides:
        letters = sum(len(shown.codes) for shown in evidence.strays(page))
        paths = len(foreign(evidence, page, side))
        if paths or letters > MOST_LETTERS:
            what = f"page {page.number} is not drawn: nobody knows how long that would take"
            measure = f"found {paths} lines or curves, and {letters} letters, that nobody laid out"
            yield evidence.fault("undrawn-page", what, measure)


def foreign(evidence: Evidence, page: Page, side: Side) -> list[Filled | Stroked]:
    """The shapes of a page that are none of the layout's, and no plain rectangles."""
    left = [*page.painting.shapes]
    for shape in promised(side, evidence.layout.inks):
        if (found := next((mark for mark in left if shape.is_like(mark)), None)) is not None:
            left.remove(found)
    return [mark for mark in left if isinstance(mark, Stroked) or mark.drawing.operators not in PLAIN]


CHECK = Check(
    codes={
        "undrawn-page": "a page has lines, curves or letters that may take for ever to draw",
    },
    stage=Stage.DRAWABLE,
    rationale="A small file can keep a program at work for hours: wide strokes along curves, drawn thousands "
    "of times. What is laid out is drawn in a tenth of a second; a page with more is refused unseen.",
    find=find,
)
