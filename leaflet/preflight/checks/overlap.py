"""Lines that do not run into each other, nor into codes, by the real boxes of their glyphs."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from leaflet.diagnostics import Finding, shorten
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, codes
from leaflet.preflight.marks import Edges, Shown
from leaflet.sheet import Code

SHARED = 0.25
"""The part of the lower of two texts that may be shared: an accent between two descenders is no fault."""
TOUCH = 0.1
"""Points by which a text may reach into the white round a code: rounding."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, side in evidence.sides:
        texts = [(mark.edges, mark) for mark in page.shown if not mark.blank]
        # From the top down: below the first text that does not reach a text, none does.
        texts.sort(key=lambda pair: -pair[0][3])
        for index, (box, mark) in enumerate(texts, 1):
            for other, second in islice(texts, index, None):
                if other[3] <= box[1]:
                    break
                if collide(box, other):
                    one, two = (shorten(text.text.strip()) for text in (mark, second))
                    what = f"page {page.number} has texts that stand on each other: {one}"
                    yield evidence.fault("overlapping-text", what, f"and {two}")
                    break  # Of a heap of texts there are as many pairs as their square.
        for code in codes(side):
            yield from blocked(evidence, page.number, code, texts)


def collide(one: Edges, other: Edges) -> bool:
    """Whether two texts share more than glyphs of neighbouring lines may."""
    left, bottom, right, top = one
    other_left, other_bottom, other_right, other_top = other
    if min(right, other_right) - max(left, other_left) <= 0.5:
        return False
    shared = min(top, other_top) - max(bottom, other_bottom)
    return shared > SHARED * min(top - bottom, other_top - other_bottom)


def blocked(evidence: Evidence, page: int, code: Code, texts: list[tuple[Edges, Shown]]) -> Iterator[Finding]:
    """Texts in the quiet zone of a code."""
    left, bottom, right, top = code.quiet_zone.inset(TOUCH, TOUCH, TOUCH, TOUCH).corners
    for mark in [
        mark
        for (text_left, text_bottom, text_right, text_top), mark in texts
        if text_left < right and text_right > left and text_bottom < top and text_top > bottom
    ]:
        what = f"page {page} has a text in the quiet zone of a code: {shorten(mark.text.strip())}"
        yield evidence.fault("overlapping-text", what, f"beside {code.payload}")


CHECK = Check(
    codes={
        "overlapping-text": "texts stand on each other, or in the white round a code",
    },
    stage=Stage.AFFORDABLE,
    rationale="Two lines on one place are two lines that nobody can read; a letter in the white round a "
    "code keeps phones from finding it.",
    find=find,
)
