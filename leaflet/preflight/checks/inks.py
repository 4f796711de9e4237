"""Inks that can be printed: those of the layout, black text in black alone, no line too fine to hold."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from operator import sub

from leaflet import styles
from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page, shortened
from leaflet.preflight.marks import Ink, Mark, Shown, Stroked
from leaflet.sheet import Inks

MOST_INK = 3.0
"""All inks together, 1 each: more than 300 % does not dry on the usual papers."""
FINEST = 0.25
"""Points: thinner lines break up in print; below 0.125 most devices draw their own."""
ROUNDING = 0.001


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, _ in evidence.sides:
        for mark in page.painting.marks:
            yield from judged(evidence, page, mark)
        for written in evidence.written[page.number]:
            expected = promised(written.line.ink, evidence.inks)
            for shown in written.shown:
                if shown.ink != expected and max(map(abs, map(sub, shown.ink, expected))) > ROUNDING:
                    what = f"page {page.number} has a text in another ink: {shortened(shown.text.strip())}"
                    measure = f"expected {percent(expected)}, found {percent(shown.ink)}"
                    yield evidence.fault("wrong-ink", what, measure)


def judged(evidence: Evidence, page: Page, mark: Mark) -> Iterator[Finding]:
    """One mark by itself."""
    cyan, magenta, yellow, black = mark.ink
    coloured = bool(cyan or magenta or yellow)
    if min(mark.ink) < 0 or max(mark.ink) > 1 or sum(mark.ink) > MOST_INK + ROUNDING:
        what = f"page {page.number} has more ink in one place than paper can take"
        yield evidence.fault("too-much-ink", what, f"expected at most 300 %, found {percent(mark.ink)}")
    if coloured and black >= 1 and isinstance(mark, Shown):
        what = f"page {page.number} has black text in more inks than black: {shortened(mark.text.strip())}"
        yield evidence.fault("rich-black", what, f"expected 0/0/0/100 %, found {percent(mark.ink)}")
    if coloured and evidence.inks is Inks.MONO:
        what = f"page {page.number} has colour in a file for black toner alone"
        yield evidence.fault("wrong-ink", what, f"found {percent(mark.ink)}")
    if isinstance(mark, Stroked) and mark.weight < FINEST - ROUNDING:
        what = f"page {page.number} has a line too fine to print"
        yield evidence.fault("hairline", what, f"expected at least {FINEST:g} pt, found {mark.weight:g} pt")


@lru_cache(maxsize=64)
def promised(ink: styles.Ink, inks: Inks) -> Ink:
    """An ink of the layout as the file has it."""
    ink = styles.black_only(ink) if inks is Inks.MONO else ink
    return ink.cyan, ink.magenta, ink.yellow, ink.black


def percent(ink: tuple[float, ...] | Ink) -> str:
    return "/".join(f"{part * 100:g}" for part in ink) + " %"


CHECK = Check(
    codes={
        "wrong-ink": "a text is printed in another ink",
        "too-much-ink": "there is more ink in one place than paper can take",
        "rich-black": "black text is printed in more inks than black",
        "hairline": "a line is too fine to print",
    },
    stage=Stage.AFFORDABLE,
    rationale="Small black type in four inks shows every shift of the press as a coloured shadow; too much "
    "ink smears onto the next sheet; a line finer than a quarter point breaks up.",
    find=find,
)
