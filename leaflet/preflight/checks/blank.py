"""A rendered page that is white wherever the layout has nothing."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.choices import Inks
from leaflet.diagnostics import Finding
from leaflet.geometry import Rect
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.checks.shapes import place, promised
from leaflet.preflight.evidence import Evidence, codes, lines
from leaflet.sheet import Side

LIGHTEST = 250
"""Greys from here on, of 255, count as white paper."""
BLUR = 0.6
"""Points by which ink spreads into pixels that it only touches."""
ASCENT, DESCENT = 1.07, 0.3
"""How far the tallest and deepest letters of Noto Sans reach, in sizes."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for (page, side), picture in zip(evidence.sides, evidence.pictures, strict=False):
        stray = picture.without(inked(side)).ink(LIGHTEST)
        if stray is not None:
            what = f"page {page.number} has ink where the layout has none"
            yield evidence.fault("stray-ink", what, f"within {place(stray)}")


def inked(side: Side) -> Iterator[Rect]:
    """Where a side may have ink."""
    for line in lines(side):
        low, high = line.baseline - DESCENT * line.size, line.baseline + ASCENT * line.size
        # Round letters reach over their advance.
        yield Rect(line.x, low, line.right - line.x, high - low).grown(BLUR + 0.05 * line.size)
    for code in codes(side):
        yield code.rect.grown(BLUR)
    for shape in promised(side, Inks.COLOUR):  # Where it stands is the same in all inks.
        yield shape.box.grown(BLUR + shape.weight / 2)


CHECK = Check(
    codes={
        "stray-ink": "the rendered page has ink where nothing was laid out",
    },
    stage=Stage.FULL,
    rationale="What nobody laid out is either a fault or a message that somebody else put on the sheet.",
    find=find,
)
