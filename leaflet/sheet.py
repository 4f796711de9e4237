"""The laid-out leaflet: sides of placed items, in points; no PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Flag, auto
from functools import lru_cache
from typing import TypeAlias

from leaflet.choices import Inks, Purpose
from leaflet.diagnostics import Finding, Place
from leaflet.document import Document, Role
from leaflet.geometry import Rect
from leaflet.qr import QUIET_MODULES
from leaflet.styles import Ink
from leaflet.typeface import Weight


@dataclass(frozen=True, slots=True)
class Tag:
    """What a placed item is in the structure of the document.

    Items with the same ``block`` form one element, in the order of their panels. An item without a tag
    is decoration.
    """

    role: Role
    block: str


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Text of one face on a line: ``x`` is its start; ``kerns`` as in ``typeface.Shaped``.

    ``link`` is the URI that a touch of it opens.
    """

    weight: Weight
    text: str
    x: float
    width: float
    kerns: tuple[float, ...] = ()
    link: str = ""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text on its baseline. ``joined`` tells that the next line goes on without a space.

    ``hyphenated`` tells that the hyphen at its end is there for the break alone.
    ``edge`` is the optical edge that the line is aligned to: the first glyph's origin may stand left of it.
    ``measure`` is the width that it was broken for; ``place`` is where its words come from.
    """

    baseline: float
    size: float
    ink: Ink
    runs: tuple[GlyphRun, ...]
    tag: Tag
    joined: bool
    edge: float
    measure: float
    place: Place
    hyphenated: bool = False

    @property
    def text(self) -> str:
        # Most lines are of one run, and all are asked for their text many times.
        return self.runs[0].text if len(self.runs) == 1 else "".join([run.text for run in self.runs])

    @property
    def x(self) -> float:
        return self.runs[0].x

    @property
    def right(self) -> float:
        return self.runs[-1].x + self.runs[-1].width


class Edge(Flag):
    """Edges of a panel."""

    LEFT = auto()
    BOTTOM = auto()
    RIGHT = auto()
    TOP = auto()


NOWHERE = Edge(0)

Segment: TypeAlias = tuple[str, tuple[float, ...]]
"""A path segment as in PDF: ``m`` x y, ``l`` x y, ``c`` with two control points and an end point, ``h``."""

KAPPA = 0.5522847498
"""The length, in radii, of a control arm that makes a Bézier curve a quarter of a circle."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled rectangle, with rounded corners if it has a radius.

    ``runs_off`` names the panel's edges that the colour runs to where a print shop cuts the sheet. On an
    office printer it ends where it stands.
    """

    rect: Rect
    ink: Ink
    radius: float = 0
    runs_off: Edge = NOWHERE

    @property
    def outline(self) -> tuple[Segment, ...]:
        """The closed path of a fill with round corners."""
        rect, radius, arm = self.rect, self.radius, self.radius * (1 - KAPPA)
        left, bottom, right, top = rect.x, rect.y, rect.right, rect.top
        return (
            ("m", (left + radius, bottom)),
            ("l", (right - radius, bottom)),
            ("c", (right - arm, bottom, right, bottom + arm, right, bottom + radius)),
            ("l", (right, top - radius)),
            ("c", (right, top - arm, right - arm, top, right - radius, top)),
            ("l", (left + radius, top)),
            ("c", (left + arm, top, left, top - arm, left, top - radius)),
            ("l", (left, bottom + radius)),
            ("c", (left, bottom + arm, left + arm, bottom, left + radius, bottom)),
            ("h", ()),
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight stroke; ``dash`` is on and off lengths, empty for solid."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float
    ink: Ink
    dash: tuple[float, ...] = ()

    @property
    def box(self) -> Rect:
        """The box round its ends, without the weight of the stroke."""
        return Rect(
            min(self.x1, self.x2), min(self.y1, self.y2), abs(self.x1 - self.x2), abs(self.y1 - self.y2)
        )


@dataclass(frozen=True, slots=True)
class Symbol:
    """An open vector stroke, round caps and joins: a check-mark, a bullet, a pictogram.

    Its path is in units of ``unit`` points, from ``x`` and ``y`` on; its weight is in points.
    """

    name: str
    path: tuple[Segment, ...]
    weight: float
    ink: Ink
    x: float = 0.0
    y: float = 0.0
    unit: float = 1.0

    @property
    def box(self) -> Rect:
        """The box round the points of its path, without the weight of the stroke."""
        left, bottom, width, height = bounds(self.path)
        unit = self.unit
        return Rect(self.x + left * unit, self.y + bottom * unit, width * unit, height * unit)

    @property
    def placed(self) -> Iterator[Segment]:
        """Its path in points."""
        for operator, numbers in self.path:
            corner = self.x, self.y
            yield operator, tuple([corner[at % 2] + own * self.unit for at, own in enumerate(numbers)])


# A pictogram stands on many sheets.
@lru_cache(maxsize=256)
def bounds(path: tuple[Segment, ...]) -> tuple[float, float, float, float]:
    """The box round the points of a path: left, bottom, width, height."""
    points = [number for _, numbers in path for number in numbers]
    xs, ys = points[::2], points[1::2]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: ``rect`` is the symbol without its quiet zone; ``rows`` are modules, True is dark."""

    rect: Rect
    rows: tuple[tuple[bool, ...], ...]
    payload: str
    alternative: str
    tag: Tag

    @property
    def module(self) -> float:
        return self.rect.width / len(self.rows)

    @property
    def quiet_zone(self) -> Rect:
        """The symbol and the light margin round it that a camera needs."""
        return self.rect.grown(QUIET_MODULES * self.module)


Item: TypeAlias = TextLine | Fill | Rule | Symbol | Code


@dataclass(frozen=True, slots=True)
class Placed:
    """Items that belong together, and the depth that they take, in points."""

    items: list[Item]
    depth: float


@dataclass(frozen=True, slots=True)
class PlacedPanel:
    """A panel and what stands in it. ``order`` is its place in the order of reading, from 0.

    ``filled`` is the part of the safe frame's height that is used, 0 to 1.
    """

    name: str
    order: int
    box: Rect
    frame: Rect
    items: tuple[Item, ...]
    filled: float


@dataclass(frozen=True, slots=True)
class Surround:
    """What stands beside the trim on a sheet that will be cut.

    ``bleed`` is how far the page prints, ``slug`` how far the sheet reaches, each a box that holds the trim;
    ``items`` stand in the slug, clear of the bleed.
    """

    bleed: Rect
    slug: Rect
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One face of a sheet, or one page: its trim size, its folds (x positions), and its panels."""

    name: str
    width: float
    height: float
    folds: tuple[float, ...]
    panels: tuple[PlacedPanel, ...]
    marks: tuple[Rule, ...]
    surround: Surround | None = None

    @property
    def beside(self) -> tuple[Item, ...]:
        """What stands in the slug."""
        return self.surround.items if self.surround else ()

    @property
    def trim(self) -> Rect:
        return Rect(0, 0, self.width, self.height)

    @property
    def bleed(self) -> Rect:
        """The bleed box: the trim itself where nothing is cut."""
        return self.surround.bleed if self.surround else self.trim

    @property
    def media(self) -> Rect:
        """The media box: all that there is of the page."""
        return self.surround.slug if self.surround else self.trim


def in_order(sides: Sequence[Side]) -> list[tuple[int, PlacedPanel]]:
    """All panels in the order of reading, each with the number of its side, from 0."""
    panels = [(number, panel) for number, side in enumerate(sides) for panel in side.panels]
    return sorted(panels, key=lambda pair: pair[1].order)


@dataclass(frozen=True, slots=True)
class Layout:
    """A leaflet with every item in its place.

    ``part`` names the fronts or the backs alone, where they are a file of their own; else its sides are front
    and back of the paper in turn.
    """

    document: Document
    product: str
    body_size: float
    sides: tuple[Side, ...]
    findings: tuple[Finding, ...]
    purpose: Purpose = Purpose.OFFICE
    inks: Inks = Inks.COLOUR
    part: str = ""
    judged: tuple[Document, tuple[Side, ...]] | None = field(default=None, repr=False, compare=False)
    """The document and the sides that were held against all that they promise."""

    @property
    def is_judged(self) -> bool:
        """Whether these are the very ones: what was made from them may be others."""
        document, sides = self.judged or (None, None)
        return document is self.document and sides is self.sides
