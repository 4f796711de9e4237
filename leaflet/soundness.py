"""A layout held against its own promises: every line inside its safe frame, no line on another."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding, Place
from leaflet.document import Document
from leaflet.sheet import PlacedPanel, Side, TextLine
from leaflet.units import to_mm

SLACK = 0.1
"""Points by which a line may pass its frame: rounding, invisible on paper."""
ASCENT, DESCENT = 0.714, 0.24
"""Where letters reach from the baseline, in sizes: capital height, lowest descender; Noto Sans."""


def faults(document: Document, sides: tuple[Side, ...]) -> Iterator[Finding]:
    """What stands outside its frame or on something else, with millimetres.

    Copyfitting keeps running text in its frames; this catches what it cannot help: a word wider than
    its column, a title that does not fit the cover.
    """
    places = block_places(document)
    nowhere = document.title.phrase.place
    for side in sides:
        for panel in side.panels:
            lines = [item for item in panel.items if isinstance(item, TextLine)]
            for line in lines:
                yield from outside(line, panel, places.get(line.tag.block, nowhere))
            for above, below in collisions(lines):
                what = f'panel "{panel.name}": a line runs into another one: {shorten(below.text)}'
                measure = f"{to_mm(overlap(above, below)):.1f} mm of depth are shared"
                place = places.get(below.tag.block, nowhere)
                yield Finding(place, "overset-text", what, measure, "shorten one of the two texts")


def outside(line: TextLine, panel: PlacedPanel, place: Place) -> Iterator[Finding]:
    """A line that leaves its panel's frame."""
    frame = panel.frame
    excess = max(
        frame.x - line.edge,
        line.right - frame.right,
        line.baseline + ASCENT * line.size - frame.top,
        frame.y - bottom(line),
    )
    if excess > SLACK:
        what = f'panel "{panel.name}": a line leaves its frame: {shorten(line.text)}'
        yield Finding(
            place, "overset-text", what, f"by {to_mm(excess):.1f} mm", "shorten the text or the word"
        )


def collisions(lines: list[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    """Pairs of lines that stand on each other."""
    ordered = sorted(lines, key=lambda line: -line.baseline)
    deepest = max((line.size for line in lines), default=0.0)
    for index, line in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if line.baseline - other.baseline > deepest * (ASCENT + DESCENT):
                break
            apart = other.right <= line.x + SLACK or line.right <= other.x + SLACK
            if not apart and overlap(line, other) > SLACK:
                yield line, other


def overlap(above: TextLine, below: TextLine) -> float:
    """How far the capitals of the lower line reach into the letters of the upper one, in points."""
    return below.baseline + ASCENT * below.size - bottom(above)


def bottom(line: TextLine) -> float:
    """How far down a line reaches: figures stand on the baseline, letters may hang below it."""
    return line.baseline - (0.0 if line.text.isdecimal() else DESCENT * line.size)


def block_places(document: Document) -> dict[str, Place]:
    """Block ids as they stand in tags, to where their words come from."""
    places = {block.id: block.phrase.place for block in (document.audience, document.title, *document.body)}
    for group in document.contact_groups:
        places[group.heading.id] = group.heading.phrase.place
        for contact in group.contacts:
            for role in ("name", "place", "scope", "number", "email", "fax"):
                places[f"contact.{contact.id}.{role}"] = contact.name.place
    return places


def shorten(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"
