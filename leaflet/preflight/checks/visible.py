"""Text and codes that can be seen: filled with an ink that the ground is not, and not painted over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from leaflet.diagnostics import Finding, shorten
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page
from leaflet.preflight.marks import Edges, Filled, Ink, Shown, within

LEAST_CONTRAST = 0.55
"""Difference of greys, 0 to 1, between text and ground; chosen by eye, the least of our own is 0.68."""
TOUCH = 0.1
ROUNDING = 0.01
"""Points: a box this narrow has no ink."""
WHITE: Ink = (0, 0, 0, 0)


def find(evidence: Evidence) -> Iterator[Finding]:
    for page in evidence.pages:
        # A code over a text is found as a text in the white round a code, or as one code too many.
        shapes = page.painting.shapes
        edges, orders = [mark.edges for mark in shapes], [mark.order for mark in shapes]
        fills = [mark for mark in shapes if isinstance(mark, Filled)]
        texts = [mark for mark in page.shown if not mark.blank]
        for text in texts:
            yield from hidden(evidence, page, text, fills)
        seen: tuple[Shown | Filled, ...] = (*texts, *page.painting.codes)
        for mark in seen:
            if covered(mark.edges, edges[bisect_right(orders, mark.order) :]):
                what = f"a text: {shorten(mark.text.strip())}" if isinstance(mark, Shown) else "a code"
                what = f"page {page.number} paints over {what}"
                yield evidence.fault("covered-text", what, "a fill or a stroke was painted after it")


def hidden(evidence: Evidence, page: Page, shown: Shown, fills: list[Filled]) -> Iterator[Finding]:
    """Text that is shown in no ink, in no size, or in the ink of what is under it."""
    own = grey(shown.ink)
    contrast = min([abs(own - grey(ground)) for ground in grounds_of(shown, fills)])
    left, _, right, _ = shown.edges
    if shown.mode != 0:
        measure = f"expected rendering mode 0, found {shown.mode}"
    elif shown.size <= 0 or right - left < ROUNDING:
        measure = f"it is {shown.size:g} pt high"
    elif contrast < LEAST_CONTRAST:
        measure = f"expected a contrast of {LEAST_CONTRAST:.0%} to its ground, found {contrast:.0%}"
    else:
        return
    what = f"page {page.number} has a text that nobody can see: {shorten(shown.text.strip())}"
    yield evidence.fault("hidden-text", what, measure)


def grounds_of(shown: Shown, fills: list[Filled]) -> Iterator[Ink]:
    """The inks of the fills under a text, or under some of its letters; paper where none is under all."""
    left, bottom, right, top = edges = shown.edges
    for fill in reversed(fills):
        fill_left, fill_bottom, fill_right, fill_top = fill.edges
        if (
            fill_bottom < top - TOUCH
            and fill_top > bottom + TOUCH
            and fill_left < right - TOUCH
            and fill_right > left + TOUCH
            and fill.order < shown.order
        ):
            yield fill.ink
            if within(edges, fill.edges, ROUNDING):
                return
    yield WHITE


def covered(box: Edges, later: list[Edges]) -> bool:
    """Whether anything that was painted later shares a place with a box."""
    left, bottom, right, top = box[0] + TOUCH, box[1] + TOUCH, box[2] - TOUCH, box[3] - TOUCH
    for shape_left, shape_bottom, shape_right, shape_top in later:
        if shape_bottom < top and shape_top > bottom and shape_left < right and shape_right > left:
            return True
    return False


@lru_cache(maxsize=256)
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
