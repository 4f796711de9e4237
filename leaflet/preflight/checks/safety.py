"""Text and codes that keep away from cuts and folds, by the real boxes of their glyphs."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding, shorten
from leaflet.document import Role
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page
from leaflet.preflight.marks import Edges, Filled, Shown
from leaflet.sheet import Side
from leaflet.units import MM, to_mm

SLACK = 0.25
"""Points by which ink may come nearer, a tenth of a millimetre: round letters and accents reach over."""
SAFE_TRIM, SAFE_FOLD = 5.0, 4.0
"""Millimetres that every product keeps from a cut, where office printers leave white, and from a fold."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, side in evidence.sides:
        # Words for the print shop are cut off with the slug; those on a scale measure the edge.
        beside = {
            shown.order
            for written in evidence.written[page.number]
            if written.panel is None or written.line.tag.role is Role.SCALE
            for shown in written.shown
        }
        texts = [shown for shown in page.shown if not shown.blank and shown.order not in beside]
        marks: tuple[Shown | Filled, ...] = (*texts, *page.painting.codes)
        for mark in marks:
            trim, fold = distances(mark.edges, side)
            if trim < SAFE_TRIM * MM - SLACK:
                measure = f"expected at least {SAFE_TRIM:g} mm, found {to_mm(trim):.1f} mm"
                what = f"the cut comes too near to {spoken_of(mark, page)}"
                yield evidence.fault("unsafe-margin", what, measure)
            if fold < SAFE_FOLD * MM - SLACK:
                measure = f"expected at least {SAFE_FOLD:g} mm, found {to_mm(fold):.1f} mm"
                what = f"the fold comes too near to {spoken_of(mark, page)}"
                yield evidence.fault("unsafe-margin", what, measure)


def distances(box: Edges, side: Side) -> tuple[float, float]:
    """How far a box is from the nearest cut and from the nearest fold; below 0 it is on it or beyond."""
    left, bottom, right, top = box
    trim = min(left, bottom, side.width - right, side.height - top)
    fold = min([max(left - x, x - right) for x in side.folds], default=float("inf"))
    return trim, fold


def spoken_of(mark: Shown | Filled, page: Page) -> str:
    """A text or a code as a message names it."""
    if isinstance(mark, Shown):
        return f"a text of page {page.number}: {shorten(mark.text.strip())}"
    return f"a code of page {page.number}"


CHECK = Check(
    codes={
        "unsafe-margin": "a text or a code is too near to a cut or a fold",
    },
    stage=Stage.AFFORDABLE,
    rationale="Knives and folding plates are off by a millimetre or two. What stands too near to a cut is "
    "cut off, a digit on a fold wears away in a pocket, a code on it does not scan.",
    find=find,
)
