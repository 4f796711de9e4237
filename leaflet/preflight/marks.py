"""What a page shows, as plain values: text, fills and strokes in the order in which they are painted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from leaflet.geometry import Rect
from leaflet.preflight.embedded import EmbeddedFont

MANY = 60
"""Rectangles; a code has some 150 runs of dark modules."""
Ink: TypeAlias = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each 0 to 1."""


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """Words that are heard and copied in the place of what is shown (ISO 32000-1, 14.9.4)."""

    text: str


@dataclass(frozen=True)
class Shown:
    """What one show operator writes: ``x`` and ``y`` are its origin, ``width`` its advance, in points.

    ``mode`` is the rendering mode (ISO 32000-1, table 106): 0 fills, 3 shows nothing. ``upright`` tells that
    the letters are neither turned nor stretched.
    """

    order: int
    text: str
    codes: tuple[int, ...]
    font: EmbeddedFont
    x: float
    y: float
    size: float
    width: float
    ink: Ink
    mode: int
    upright: bool
    spoken: Spoken | None

    @cached_property
    def box(self) -> Rect:
        """The rectangle round the ink of the glyphs."""
        low, high, left, right = self.font.extent(self.codes)
        em = self.size / 1000
        return Rect(
            self.x + left * em,
            self.y + low * em,
            self.width - (left + right) * em,
            (high - low) * em,
        )


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled path and the ``box`` round it.

    ``parts`` are the rectangles of a path that has nothing else and stands upright: x, y, width, height in
    turn, in units of the path's own; empty for other paths.
    """

    order: int
    box: Rect
    ink: Ink
    parts: tuple[float, ...]

    @property
    def is_code(self) -> bool:
        """Whether this can only be a code: no other fill has so many rectangles."""
        return len(self.parts) > 4 * MANY


@dataclass(frozen=True, slots=True)
class Stroked:
    """A stroked path: ``box`` round its points, without the stroke's own ``weight`` in points."""

    order: int
    box: Rect
    ink: Ink
    weight: float


Mark: TypeAlias = Shown | Filled | Stroked


@dataclass(frozen=True, slots=True)
class Painting:
    """The marks of a page, and the names of operators and resources that no leaflet has."""

    marks: tuple[Mark, ...]
    foreign: tuple[str, ...]

    @property
    def shown(self) -> list[Shown]:
        return [mark for mark in self.marks if isinstance(mark, Shown)]
