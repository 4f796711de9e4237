"""Text and codes that can be seen: filled with an ink that the ground is not, and not painted over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page, shortened
from leaflet.preflight.marks import Filled, Ink, Mark, Shown, Stroked

LEAST_CONTRAST = 0.3
"""Difference of greys, 0 to 1, between text and ground; chosen by eye, the palest of our own is 0.7."""
TOUCH = 0.1
order_of = attrgetter("order")
WHITE: Ink = (0, 0, 0, 0)


def find(evidence: Evidence) -> Iterator[Finding]:
    for page in evidence.pages:
        shapes = [mark for mark in page.painting.marks if not isinstance(mark, Shown)]
        fills = [mark for mark in shapes if isinstance(mark, Filled)]
        for mark in page.painting.marks:
            if isinstance(mark, Shown) and mark.text.strip():
                yield from hidden(evidence, page, mark, fills)
                yield from covered(evidence, page, mark, shapes, f"a text: {shortened(mark.text.strip())}")
            elif isinstance(mark, Filled) and mark.is_code:
                yield from covered(evidence, page, mark, shapes, "a code")


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


def covered(
    evidence: Evidence, page: Page, mark: Mark, shapes: list[Filled | Stroked], what: str
) -> Iterator[Finding]:
    """What was painted over later."""
    left, bottom, right, top = mark.box.x, mark.box.y, mark.box.right, mark.box.top
    for later in shapes[bisect_right(shapes, mark.order, key=order_of) :]:
        box = later.box
        across = min(right, box.right) - max(left, box.x)
        if across > TOUCH and min(top, box.top) - max(bottom, box.y) > TOUCH:
            measure = f"a {'fill' if isinstance(later, Filled) else 'stroke'} was painted after it"
            yield evidence.fault("covered-text", f"page {page.number} paints over {what}", measure)
            return


def grey(ink: Ink) -> float:
    """How light an ink looks, 0 to 1, by the usual weights of red, green and blue."""
    cyan, magenta, yellow, black = ink
    return (1 - black) * (1 - 0.30 * cyan - 0.59 * magenta - 0.11 * yellow)


CHECK = Check(
    codes=("hidden-text", "covered-text"),
    stage=Stage.AFFORDABLE,
    rationale="White text on white, text in an invisible mode, text under a fill: every extractor reads it, "
    "no person does.",
    find=find,
)
