"""What a page shows, as plain values: text, fills and strokes in the order in which they are painted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import sub
from typing import NamedTuple, TypeAlias

from leaflet import styles
from leaflet.choices import Inks
from leaflet.geometry import Rect
from leaflet.preflight.embedded import EmbeddedFont

ROUNDING = 0.001
"""By how much an ink in the file may differ: its numbers are rounded."""
MANY = 60
"""Rectangles; a code has some 150 runs of dark modules."""
Ink: TypeAlias = tuple[float, float, float, float]
"""Cyan, magenta, yellow, black, each 0 to 1."""
Dash: TypeAlias = tuple[float, ...]
"""Lengths on and off, and the phase, in points; empty for a solid line."""
Matrix: TypeAlias = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
Edges: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top of a box in points: there are thousands of pairs to compare."""


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """Words that are heard and copied in the place of what is shown (ISO 32000-1, 14.9.4)."""

    text: str


# Marks are not frozen, though nothing changes them: a page has hundreds, and freezing triples their cost.
@dataclass(slots=True, eq=False)
class Shown:
    """What one show operator writes: ``x`` and ``y`` are its origin, ``width`` its advance, in points.

    ``mode`` is the rendering mode (ISO 32000-1, table 106): 0 fills, 3 shows nothing. ``upright`` tells that
    the letters are neither turned nor stretched.
    """

    order: int
    text: str
    codes: Sequence[int]
    font: EmbeddedFont
    x: float
    y: float
    size: float
    width: float
    ink: Ink
    mode: int
    upright: bool
    spoken: Spoken | None
    blank: bool
    _edges: Edges | None = None

    @property
    def edges(self) -> Edges:
        """The box round the ink of the glyphs. Raises DamagedError."""
        if self._edges is None:
            low, high, left, right = self.font.extent(self.codes)
            em, x, y = self.size / 1000, self.x, self.y
            self._edges = x + left * em, y + low * em, x + self.width - right * em, y + high * em
        return self._edges


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a path is drawn: its operators, the numbers of all their points, and its stroke.

    ``matrix`` brings the points onto the page. An upright rectangle is an ``r`` among the operators, any
    other one an ``x``; neither has points here. ``cap`` and ``join`` are of a stroke (ISO 32000-1, tables 54
    and 55): 0 butt and mitred, 1 round. A fill has neither, and no dash.
    """

    operators: bytes
    points: tuple[float, ...] = ()
    dash: Dash = ()
    cap: int = 0
    join: int = 0
    matrix: Matrix = UNIT


@dataclass(slots=True, eq=False)
class Filled:
    """A filled path and the ``edges`` of the box round it.

    ``parts`` are the rectangles of a path that has nothing else and stands upright: x, y, width, height in
    turn, in units of the path's own; empty for other paths.
    """

    order: int
    edges: Edges
    ink: Ink
    parts: tuple[float, ...]
    drawing: Drawing

    @property
    def is_code(self) -> bool:
        """Whether this can only be a code: no other fill has so many rectangles."""
        return len(self.parts) > 4 * MANY


class Pencil(NamedTuple):
    """What paths are stroked with."""

    ink: Ink
    weight: float
    dash: Dash
    cap: int
    join: int


@dataclass(slots=True, eq=False)
class Stroked:
    """A stroked path: ``edges`` of the box round its points; its own ``weight``, in points, comes on top."""

    order: int
    edges: Edges
    ink: Ink
    weight: float
    drawing: Drawing


Mark: TypeAlias = Shown | Filled | Stroked


@dataclass(frozen=True, slots=True)
class Painting:
    """The marks of a page, and the names of operators and resources that no leaflet has.

    ``shown`` are its texts, ``shapes`` its strokes and those of its fills that are no codes, ``codes`` the
    fills that are; each in the order of painting. ``knocked`` tells that black letters or lines are not
    printed over what is below them. ``blacks`` are the operators that set inks without colour.
    """

    marks: tuple[Mark, ...]
    foreign: tuple[str, ...]
    shown: tuple[Shown, ...]
    shapes: tuple[Filled | Stroked, ...]
    codes: tuple[Filled, ...]
    knocked: bool
    blacks: frozenset[str]


def painting(
    marks: Sequence[Mark], foreign: Sequence[str], blacks: frozenset[str], *, knocked: bool
) -> Painting:
    """The marks of a page, sorted by what they are."""
    fills = [mark for mark in marks if isinstance(mark, Filled)]
    codes = tuple(mark for mark in fills if mark.is_code)
    shown = tuple(mark for mark in marks if isinstance(mark, Shown))
    shapes = tuple(
        mark for mark in marks if isinstance(mark, Stroked) or (isinstance(mark, Filled) and not mark.is_code)
    )
    return Painting(tuple(marks), tuple(foreign), shown, shapes, codes, knocked, blacks)


@lru_cache(maxsize=64)
def printed(ink: styles.Ink, inks: Inks) -> Ink:
    """An ink of the layout as the file has it."""
    ink = styles.black_only(ink) if inks is Inks.MONO else ink
    return ink.cyan, ink.magenta, ink.yellow, ink.black


def same_ink(one: Ink, other: Ink) -> bool:
    """Whether two inks are one, but for rounding."""
    return one == other or max(map(abs, map(sub, one, other))) <= ROUNDING


def percent(ink: Ink) -> str:
    """An ink for messages."""
    return "/".join(f"{part * 100:g}" for part in ink) + " %"


def rectangle(edges: Edges) -> Rect:
    left, bottom, right, top = edges
    return Rect(left, bottom, right - left, top - bottom)


def around(boxes: Sequence[Edges]) -> Edges:
    """The box round some boxes."""
    if len(boxes) == 1:
        return boxes[0]
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def same(one: Edges, other: Edges, slack: float) -> bool:
    """Whether two boxes are one, to so many points."""
    return (
        abs(one[0] - other[0]) <= slack
        and abs(one[1] - other[1]) <= slack
        and abs(one[2] - other[2]) <= slack
        and abs(one[3] - other[3]) <= slack
    )


def within(inner: Edges, outer: Edges, slack: float) -> bool:
    """Whether a box lies in another, to so many points."""
    return (
        inner[0] >= outer[0] - slack
        and inner[1] >= outer[1] - slack
        and inner[2] <= outer[2] + slack
        and inner[3] <= outer[3] + slack
    )
