"""Links that open what the layout says, over the words that say it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from leaflet.diagnostics import Finding
from leaflet.metadata import plain
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page, lines
from leaflet.preflight.marks import Edges, same
from leaflet.preflight.pdfobjects import text_of
from leaflet.sheet import Side
from leaflet.structure import by_link, touched

OFF = 0.01
"""Points by which an edge of a link may be off: numbers in the file have three decimals."""


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """The URI that a touch opens, where, and the words for those who hear it."""

    uri: str
    edges: Edges
    words: str


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, side in evidence.sides:
        left = [link(evidence, annotation) for annotation in page.annotations]
        yield from untrue(evidence, page, left)
        for wanted in promised(side):
            there = [found for found in left if same(found.edges, wanted.edges, OFF)]
            for found in there:
                left.remove(found)
            uris = ", ".join(sorted(found.uri for found in there))
            if uris != wanted.uri:
                what = f"a touch on page {page.number} does not open what is printed: {wanted.words}"
                yield evidence.fault("wrong-link", what, f"expected {wanted.uri}, found {uris or 'no link'}")
            elif there[0].words != wanted.words:
                what = f"a link on page {page.number} is read aloud as other words: {wanted.words}"
                yield evidence.fault("wrong-link", what, f"found {there[0].words}")
        for uri, count in Counter(found.uri for found in left).items():
            what = f"page {page.number} has a link that the layout does not have"
            yield evidence.fault("wrong-link", what, f"{count} × {uri}")


def untrue(evidence: Evidence, page: Page, links: Iterable[Link]) -> Iterator[Finding]:
    """Links that open something else than what the page writes in their place."""
    shown = sorted((mark.y, mark.x, mark.text) for mark in page.shown if not mark.blank)
    heights = [y for y, _, _ in shown]
    under: dict[str, str] = {}
    # An address may go on in the next line.
    for found in sorted(links, key=lambda link: -link.edges[3]):
        left, bottom, right, top = found.edges
        near = shown[bisect_left(heights, bottom) : bisect_right(heights, top)]
        words = "".join(text for _, x, text in sorted(near, key=itemgetter(1)) if left - OFF <= x < right)
        if found.uri.startswith("mailto:"):
            under[found.uri] = under.get(found.uri, "") + words
        elif f"tel:{''.join(words.split())}" != found.uri:
            yield opens_other(evidence, page, found.uri, words)
    for uri, words in under.items():
        bare = "".join(words.split())
        if not bare or bare.replace(uri.removeprefix("mailto:"), ""):
            yield opens_other(evidence, page, uri, words)


def opens_other(evidence: Evidence, page: Page, uri: str, words: str) -> Finding:
    """That a link opens something else than these words, which stand there."""
    what = f"a touch on page {page.number} opens something else than stands under the finger"
    return evidence.fault("wrong-link", what, f"{uri} opens where {words or 'nothing'} is printed")


def promised(side: Side) -> Iterator[Link]:
    """Every link of a side, a piece for each line, where ``structure`` puts it.

    Whether it lies over what it opens is told by ``untrue``, from the page alone.
    """
    for line in [line for line in lines(side) if line.runs[0].link or len(line.runs) > 1]:
        for uri, runs in by_link(line):
            if uri:
                words = plain("".join(run.text for run in runs))
                yield Link(uri, touched(line, runs), words)


def link(evidence: Evidence, annotation: Mapping[str, Any]) -> Link:
    """A link annotation. Raises DamagedError."""
    document = evidence.document
    action = document.dictionary(annotation.get("A", {}), "the action of a link")
    left, bottom, right, top = document.numbers(annotation.get("Rect"), "the place of a link", 4)
    words = text_of(document.resolve(annotation.get("Contents")))
    return Link(text_of(document.resolve(action.get("URI"))), (left, bottom, right, top), words)


CHECK = Check(
    codes={
        "wrong-link": "a touch opens something else than what is printed",
    },
    stage=Stage.AFFORDABLE,
    rationale="Who touches a number on a screen sees it dialled at once: it must be the number under the "
    "finger. No link leads anywhere that the layout does not know.",
    find=find,
)
