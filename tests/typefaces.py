"""A typeface whose widths one can add up by hand.

Every character is 500 wide (600 in bold), every space 250, all in thousandths of an em; "AV" is kerned
by -100. Capitals are 700 high, the lowest letters reach 200 below the baseline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from unicodedata import combining

from leaflet.document import Run
from leaflet.hyphenation import Hyphenator, never
from leaflet.linebreak import Copy, measure
from leaflet.typeface import Face, Shaped, Typeface, Weight

SPACES = " \u00a0\u202f"
KERN = -100.0


@dataclass(frozen=True, slots=True)
class SimpleFace:
    """One weight: ``letter`` is the width of every character but the spaces."""

    name: str
    letter: float
    cap_height: float = 700.0
    descent: float = 200.0

    def shape(self, text: str) -> Shaped:
        advances = [250.0 if character in SPACES else self.letter for character in text]
        kerns = [KERN if text[index : index + 2] == "AV" else 0.0 for index in range(len(text))]
        return Shaped(sum(advances) + sum(kerns), tuple(kerns) if any(kerns) else ())

    def bearing(self, character: str) -> float:  # noqa: ARG002
        return 0.0

    def rise(self, character: str) -> float:
        return 900.0 if character == "Ả" else self.cap_height

    def covers(self, character: str) -> bool:
        return character.isprintable()

    def overprints(self, character: str) -> bool:
        return bool(combining(character))


PLAIN: Face = SimpleFace("Simple-Regular", 500)
BOLD: Face = SimpleFace("Simple-Bold", 600)

SIMPLE: Typeface = {weight: BOLD if weight is Weight.BOLD else PLAIN for weight in Weight}


def copy_of(*parts: str | Run, hyphenate: Hyphenator = never) -> Copy:
    """Measured copy of plain texts and runs."""
    runs = [part if isinstance(part, Run) else Run(part) for part in parts]
    return measure(runs, PLAIN, BOLD, hyphenate)


def width_of(copy: Copy, first: int, end: int) -> float:
    """Width of the words ``first`` to ``end`` (left out) on one line, in thousandths of an em."""
    return copy.closed[end - 1] - copy.starts[first]


def words_of(copy: Copy) -> list[str]:
    """The words of a copy as texts."""
    return ["".join(piece.text for piece in word.pieces) for word in copy.words]


def lines_of(copy: Copy, ends: Sequence[int], start: int = 0) -> list[str]:
    """Broken lines as they are read, with the hyphen that a broken word ends in."""
    lines = []
    for first, end in zip([start, *ends[:-1]], ends, strict=True):
        words = words_of(copy)[first:end]
        spaces = [" " if word.space else "" for word in copy.words[first : end - 1]]
        hyphen = "-" if copy.words[end - 1].hyphen and end < len(copy.words) else ""
        lines.append("".join(word + space for word, space in zip(words, [*spaces, hyphen], strict=True)))
    return lines


def raggedness(copy: Copy, lines: Sequence[int], measure: float, start: int = 0) -> list[float]:
    """How much each line but the last falls short of the measure, as parts of it."""
    firsts = [start, *lines[:-1]]
    return [
        (measure - width_of(copy, first, end)) / measure
        for first, end in zip(firsts[:-1], lines[:-1], strict=True)
    ]
