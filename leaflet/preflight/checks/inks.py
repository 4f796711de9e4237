"""Inks that can be printed: those of the layout, black text in black alone, no line too fine to hold."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.choices import Inks, Purpose
from leaflet.diagnostics import Finding, shorten
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page
from leaflet.preflight.marks import ROUNDING, Mark, Shown, Stroked, percent, printed, same_ink

MOST_INK = 3.0
"""All inks together, 1 each: more than 300 % does not dry on the usual papers."""
FINEST = 0.25
"""Points: thinner lines break up in print; below 0.125 most devices draw their own."""


def find(evidence: Evidence) -> Iterator[Finding]:
    black = "k" if evidence.layout.purpose is Purpose.PRESS else "g"
    for page, _ in evidence.sides:
        if page.painting.blacks - {black}:
            # Of four inks it is a dark grey to an office printer; in another space a press knocks it out.
            what = f"page {page.number} has black in the colour space of another kind of printer"
            yield evidence.fault("wrong-ink", what, f"expected {black}, found {sorted(page.painting.blacks)}")
        for mark in page.painting.marks:
            yield from judged(evidence, page, mark)
        for written in evidence.written[page.number]:
            expected = printed(written.line.ink, evidence.layout.inks)
            for shown in written.shown:
                if not same_ink(shown.ink, expected):
                    what = f"page {page.number} has a text in another ink: {shorten(shown.text.strip())}"
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
        what = f"page {page.number} has black text in more inks than black: {shorten(mark.text.strip())}"
        yield evidence.fault("rich-black", what, f"expected 0/0/0/100 %, found {percent(mark.ink)}")
    if coloured and evidence.layout.inks is Inks.MONO:
        what = f"page {page.number} has colour in a file for black toner alone"
        yield evidence.fault("wrong-ink", what, f"found {percent(mark.ink)}")
    if isinstance(mark, Stroked) and mark.weight < FINEST - ROUNDING:
        what = f"page {page.number} has a line too fine to print"
        yield evidence.fault("hairline", what, f"expected at least {FINEST:g} pt, found {mark.weight:g} pt")


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
