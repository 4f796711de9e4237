"""Scales in millimetres: rulers round the trim, crosses, rulers over the folds, stairs at the edges."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.diagnostics import Place
from leaflet.document import Phrase, Role, Run
from leaflet.geometry import Rect
from leaflet.setter import Setter, Type
from leaflet.sheet import Fill, Item, Rule, Tag, TextLine
from leaflet.styles import BLACK, PETROL
from leaflet.typeface import Weight
from leaflet.units import MM

FIGURE = Type(Weight.REGULAR, 5.6, BLACK)
HAIR, LINE, NEEDLE = 0.35, 0.5, 1.1
"""Widths of strokes in points: of ticks, of what ticks stand on, and of what is seen through the paper."""
FRAME = 14.0
"""Distance in mm of the rulers from the trim: beyond the white margin of any printer worth using."""
STATION = 28.0
"""Distance in mm of the crosses in the corners from the trim."""
NEAR, FAR = 5, 10
"""How far in mm the scales of a cross reach: in the corners, at the centre."""
STAIRS = 10
"""Steps of the stairs at each edge, a millimetre each."""
TREAD, PITCH = 2.6, 5.2
"""Length of a step, and from one step to the next along the edge, in mm."""


@dataclass(frozen=True, slots=True)
class Scales:
    """Draws on one side of a sheet. Lengths are in mm from the lower left corner of the side.

    On the ``front`` ticks stand on the one side of their line and on the back on the other, so that, seen
    through the paper, they meet as those of a vernier do.
    """

    setter: Setter
    width: float
    height: float
    front: bool

    def line(self, x1: float, y1: float, x2: float, y2: float, weight: float = HAIR) -> Rule:
        return Rule(x1 * MM, y1 * MM, x2 * MM, y2 * MM, weight, BLACK)

    def figure(self, value: int, x: float, y: float) -> list[TextLine]:
        """A number, its middle at that point."""
        return centred(self.setter, str(value), FIGURE, x * MM, y * MM)

    def frame(self) -> Iterator[Item]:
        """Rulers round the trim. On both sides they count from the same edges of the paper."""
        right, top = self.width - FRAME, self.height - FRAME
        toward = 1 if self.front else -1
        for y, inward in ((FRAME, 1), (top, -1)):
            yield self.line(FRAME, y, right, y, LINE)
            for value in range(math.ceil(FRAME), math.floor(right) + 1):
                x = value if self.front else self.width - value
                yield self.line(x, y, x, y + inward * toward * tick(value))
                if numbered(value, self.width):
                    yield from self.figure(value, x, y + inward * 4.4)
        for x, inward in ((FRAME, 1), (right, -1)):
            yield self.line(x, FRAME, x, top, LINE)
            for value in range(math.ceil(FRAME), math.floor(top) + 1):
                yield self.line(x, value, x + inward * toward * tick(value), value)
                if numbered(value, self.height):
                    yield from self.figure(value, x + inward * 4.9, value)

    def cross(self, x: float, y: float, reach: int) -> Iterator[Item]:
        """A scale to the right and left, and one up and down.

        The zero of the back is a needle, thick enough to be seen through the paper.
        """
        weight, beyond = (LINE, 0.0) if self.front else (NEEDLE, 2.0)
        end = reach + beyond
        yield self.line(x - end, y, x + end, y, weight)
        yield self.line(x, y - end, x, y + end, weight)
        up = 1 if self.front else -1
        for value in range(-reach, reach + 1):
            if value:
                yield self.line(x + value, y, x + value, y + up * tick(value))
                yield self.line(x, y + value, x - tick(value), y + value)
        # Numbers in two of the four quarters: on the back in others, so that all are read through the paper.
        for value in range(5, reach + 1, 5):
            yield from self.figure(value, x + value, y + up * 4.2)
            yield from self.figure(value, x - 4.6, y - up * value)

    def fold(self, x: float, y: float) -> Iterator[Item]:
        """A ruler across a fold, zero on the fold."""
        yield self.line(x - FAR, y, x + FAR, y, LINE)
        for value in range(-FAR, FAR + 1):
            yield self.line(x + value, y, x + value, y + (tick(value) if value else 4.0))
            if value and value % 5 == 0:
                yield from self.figure(abs(value), x + value, y + 4.2)

    def stairs(self) -> Iterator[Item]:
        """Steps away from each edge, the first a millimetre from the trim: the white margin can be read."""
        width, height = self.width, self.height
        run = STAIRS * PITCH
        for value in range(1, STAIRS + 1):
            along = (value - 1) * PITCH
            for start, y in ((STATION, height - value), (width - STATION - run, value)):
                yield self.line(start + along, y, start + along + TREAD, y, LINE)
                # The gap to a number of two digits is that to one of one.
                yield from self.figure(value, start + along + TREAD + (1.9 if value > 9 else 1.4), y)
            for start, x in ((FRAME / 2, value), (height - FRAME / 2 - run, width - value)):
                yield self.line(x, start + along, x, start + along + TREAD, LINE)
                yield from self.figure(value, x, start + along + TREAD + 1.4)

    def bars(self, length: int, caption: Phrase) -> Iterator[Item]:
        """A level and an upright bar of that length, on the rulers, from a full ten millimetres on."""
        thick = 1.2
        x, y = (int((side - length) / 20 + 0.5) * 10 for side in (self.width, self.height))
        yield Fill(Rect(x * MM, (FRAME - thick) * MM, length * MM, thick * MM), PETROL)
        yield Fill(Rect((FRAME - thick) * MM, y * MM, thick * MM, length * MM), PETROL)
        type = Type(Weight.BOLD, 9.0, PETROL)
        for number, left, middle in ((1, x + length / 2 - 5, FRAME + 9), (2, FRAME + 10, y + length / 2)):
            baseline = middle * MM - self.setter.cap_height(type) / 2
            width = self.setter.text_width(caption, type)
            tag = Tag(Role.SCALE, f"bar.{number}")
            yield from self.setter.lines(caption, type, left * MM, baseline, width, tag)


def tick(value: int) -> float:
    """Length in mm of a tick."""
    return 3.0 if value % 10 == 0 else 2.2 if value % 5 == 0 else 1.3


def numbered(value: int, length: float) -> bool:
    """Whether a ruler round the trim has a number there: every ten, and none that meet in a corner."""
    return value % 10 == 0 and STATION <= value <= length - STATION


def centred(setter: Setter, text: str, type: Type, x: float, y: float) -> list[TextLine]:
    """A number whose ink has its middle at that point, in points."""
    phrase = Phrase((Run(text),), Place("scale"))
    width = setter.text_width(phrase, type)
    bearing = setter.typeface[type.weight].bearing(text[0]) * type.size / 1000
    left, baseline = x - width / 2 + bearing, y - setter.cap_height(type) / 2
    return setter.lines(phrase, type, left, baseline, width, Tag(Role.SCALE, f"scale.{text}"))
