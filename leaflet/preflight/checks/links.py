"""Links that open what the layout says, over the words that say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page, lines
from leaflet.preflight.marks import Edges, within
from leaflet.preflight.pdfobjects import text_of

INSIDE = 0.01
"""Points by which the middle of a text may stand beside its link: rounding."""


@dataclass(frozen=True, slots=True)
class Link:
    """The URI that a touch opens, and where."""

    uri: str
    edges: Edges


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, side in evidence.sides:
        links = [link(evidence, annotation) for annotation in page.annotations]
        promised = [(line, run) for line in lines(side) for run in line.runs if run.link]
        yield from extra(evidence, page, {run.link for _, run in promised}, links)
        for line, run in promised:
            x, y = run.x + run.width / 2, line.baseline + line.size * 0.25
            there = {link.uri for link in links if within((x, y, x, y), link.edges, INSIDE)}
            if there != {run.link}:
                what = f"a touch on page {page.number} does not open what is printed: {run.text}"
                measure = f"expected {run.link}, found {', '.join(sorted(there)) or 'no link'}"
                yield evidence.fault("wrong-link", what, measure)


def extra(evidence: Evidence, page: Page, expected: set[str], links: list[Link]) -> Iterator[Finding]:
    """Links that the layout does not have."""
    for uri, count in Counter(link.uri for link in links if link.uri not in expected).items():
        what = f"page {page.number} has a link that the layout does not have"
        yield evidence.fault("wrong-link", what, f"{count} × {uri}")


def link(evidence: Evidence, annotation: Mapping[str, Any]) -> Link:
    """A link annotation. Raises DamagedError."""
    document = evidence.document
    action = document.dictionary(annotation.get("A", {}), "the action of a link")
    left, bottom, right, top = document.numbers(annotation.get("Rect"), "the place of a link", 4)
    return Link(text_of(document.resolve(action.get("URI"))), (left, bottom, right, top))


CHECK = Check(
    codes={
        "wrong-link": "a touch opens something else than what is printed",
    },
    stage=Stage.AFFORDABLE,
    rationale="Who touches a number on a screen sees it dialled at once: it must be the number under the "
    "finger. No link leads anywhere that the layout does not know.",
    find=find,
)
