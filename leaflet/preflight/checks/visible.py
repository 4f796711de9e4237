"""Text and codes that can be seen: filled with an ink that the ground is not, and not painted over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from leaflet.diagnostics import Finding
from leaflet.geometry import Rect
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page, shortened
from leaflet.preflight.marks import Filled, Ink, Shown, Stroked

LEAST_CONTRAST = 0.3
"""Difference of greys, 0 to 1, between text and ground; chosen by eye, the least of our own is 0.68."""
TOUCH = 0.1
WHITE: Ink = (0, 0, 0, 0)


class Edges(NamedTuple):
    """A box by its edges: there are thousands of pairs to compare."""

    left: float
    bottom: float
    right: float
    top: float


def find(evidence: Evidence) -> Iterator[Finding]:
    for page in evidence.pages:
        marks = page.painting.marks
        # A code over a text is found as a text in the white round a code, or as one code too many.
        shapes = [
            one for one in marks if isinstance(one, Stroked) or (isinstance(one, Filled) and not one.is_code)
        ]
        edges = [Edges(mark.box.x, mark.box.y, mark.box.right, mark.box.top) for mark in shapes]
        fills = [mark for mark in shapes if isinstance(mark, Filled)]
        orders = [mark.order for mark in shapes]
        for mark in marks:
            if isinstance(mark, Shown) and mark.text.strip():
                yield from hidden(evidence, page, mark, fills)
                what = f"a text: {shortened(mark.text.strip())}"
            elif isinstance(mark, Filled) and mark.is_code:
                what = "a code"
            else:
                continue
            if covered(mark.box, edges[bisect_right(orders, mark.order) :]):
                what = f"page {page.number} paints over {what}"
                yield evidence.fault("covered-text", what, "a fill or a stroke was painted after it")


def hidden(evidence: Evidence, page: Page, shown: Shown, fills: list[Filled]) -> Iterator[Finding]:
    """Text that is shown in no ink, in no size, or in the ink of what is under it."""
    ground = ground_of(shown, fills)
    contrast = abs(grey(shown.ink) - grey(ground))
    if shown.mode != 0:
        measure = f"expected rendering mode 0, found {shown.mode}"
    elif shown.size <= 0 or shown.box.width <= 0:
        measure = f"it is {shown.size:g} pt high"
    elif contrast < LEAST_CONTRAST:
        measure = f"expected a contrast of {LEAST_CONTRAST:.0%} to its ground, found {contrast:.0%}"
    else:
        return
    what = f"page {page.number} has a text that nobody can see: {shortened(shown.text.strip())}"
    yield evidence.fault("hidden-text", what, measure)


def ground_of(shown: Shown, fills: list[Filled]) -> Ink:
    """The ink of the last fill that was painted under a text; paper where there is none."""
    under = (fill for fill in reversed(fills) if fill.order < shown.order)
    return next((fill.ink for fill in under if fill.box.contains(shown.box)), WHITE)


def covered(box: Rect, later: list[Edges]) -> bool:
    """Whether anything that was painted later shares a place with a box."""
    left, bottom, right, top = box.x + TOUCH, box.y + TOUCH, box.right - TOUCH, box.top - TOUCH
    return any(
        shape_left < right and shape_right > left and shape_bottom < top and shape_top > bottom
        for shape_left, shape_bottom, shape_right, shape_top in later
    )


def grey(ink: Ink) -> float:
    """How light an ink looks, 0 to 1, by the usual weights of red, green and blue."""
    cyan, magenta, yellow, black = ink
    return (1 - black) * (1 - 0.30 * cyan - 0.59 * magenta - 0.11 * yellow)


CHECK = Check(
    codes={
        "hidden-text": "a text has no ink, or the ink of its ground",
        "covered-text": "a text or a code is painted over",
    },
    stage=Stage.AFFORDABLE,
    rationale="White text on white, text in an invisible mode, text under a fill: every extractor reads it, "
    "no person does.",
    find=find,
)
