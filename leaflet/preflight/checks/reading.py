"""What is heard, and in which order: as another reader gets it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from leaflet.diagnostics import Finding, shorten
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, bare
from leaflet.structure import Element, Structure, structure


def find(evidence: Evidence) -> Iterator[Finding]:
    promised = structure(evidence.layout)
    for number, (found, expected) in enumerate(
        zip_longest(evidence.told, spoken(promised, len(evidence.layout.sides)), fillvalue=()), 1
    ):
        heard = [(element.kind, bare(element.text)) for element in found]
        for ours, theirs in zip_longest(expected, heard):
            if ours != theirs:
                what = f"page {number} is not read aloud in the order, or as what, the layout says"
                measure = f"expected {described(ours)}, found {described(theirs)}"
                yield evidence.fault("wrong-reading", what, measure)
                break  # All that follows is out of step.


def spoken(promised: Structure, pages: int) -> list[list[tuple[str, str]]]:
    """For each page, the kind of each element that has marks there, and its text."""
    texts: dict[tuple[int, Element], str] = {}
    for pieces in promised.pieces.values():
        for piece in pieces:
            own = "".join(run.text for run in piece.runs)
            key = (piece.mark.page, piece.element)
            texts[key] = texts.get(key, "") + own
    elements = list(promised.root.descendants())
    return [
        [(element.kind, bare(texts[page, element])) for element in elements if (page, element) in texts]
        for page in range(pages)
    ]


def described(element: tuple[str, str] | None) -> str:
    return f"{element[0]} {shorten(element[1])}" if element else "nothing"


CHECK = Check(
    codes={
        "wrong-reading": "a page is read aloud in another order, or as something else, than the layout says",
    },
    stage=Stage.FULL,
    rationale="Who cannot see the sheet hears it from first to last: a number that is read under another's "
    "name is a wrong number, and a heading that is none cannot be jumped to. Read by pdfium.",
    find=find,
)
