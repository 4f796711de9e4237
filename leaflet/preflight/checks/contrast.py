"""Letters that leave ink on the rendered page: each one that pdfium reads is looked for in the picture."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from leaflet.diagnostics import Finding
from leaflet.geometry import Rect
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence
from leaflet.units import to_mm

if TYPE_CHECKING:
    from leaflet.preflight.by_pdfium import Character, Picture

LEAST = 60
"""Difference of greys, 0 to 255, that a letter must make in its box; the finest make 90."""

EDGE = 0.36
"""Points round a letter, one pixel and a half: less than the white between two letters."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for number, (picture, characters) in enumerate(
        zip(evidence.pictures, evidence.characters, strict=False), 1
    ):
        unseen = [one for one in characters if inked(one) and not seen(one.box, picture)]
        if unseen:
            first = unseen[0].box
            what = f"page {number} has letters that leave no ink on paper: {excerpt(unseen)}"
            measure = f"{len(unseen)} letters, the first at {to_mm(first.x):.1f}, {to_mm(first.y):.1f} mm"
            yield evidence.fault("unseen-text", what, measure)


def inked(character: Character) -> bool:
    """Whether a character has ink at all."""
    return not character.text.isspace() and character.box.width > 0 and character.box.height > 0


def seen(box: Rect, picture: Picture) -> bool:
    """Whether light and dark differ in a box; a stem may fill its box, so it is looked at with its edge."""
    return picture.contrast(box.grown(EDGE)) >= LEAST


def excerpt(characters: list[Character]) -> str:
    """The first of some characters, as a message shows them."""
    return "".join(character.text for character in characters[:20])


CHECK = Check(
    codes={
        "unseen-text": "letters leave no ink on the rendered page",
    },
    stage=Stage.FULL,
    rationale="Whatever hides a letter, by a trick of the format that no other check knows, the picture of "
    "the page lacks it: in the box where the letter should be, light and dark do not differ.",
    find=find,
)
