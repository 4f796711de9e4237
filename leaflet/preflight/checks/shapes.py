"""Fills, rules and pictograms of the layout, each in its place, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from operator import sub

from leaflet.choices import Inks
from leaflet.diagnostics import Finding
from leaflet.geometry import Rect
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import NEAR, Evidence, items
from leaflet.preflight.marks import (
    Dash,
    Drawing,
    Filled,
    Ink,
    Matrix,
    Stroked,
    percent,
    printed,
    rectangle,
    same,
    same_ink,
)
from leaflet.preflight.matrices import moved_points
from leaflet.sheet import Fill, Rule, Segment, Side, Symbol
from leaflet.units import to_mm

OFF = 0.01
"""Points by which a point, a length or a weight may differ: numbers in the file have three decimals."""
ROUND = 1
"""The ends and the corners of a pictogram's strokes (ISO 32000-1, tables 54 and 55)."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, side in evidence.sides:
        left = [*page.painting.shapes]
        for shape in promised(side, evidence.layout.inks):
            found = next((mark for mark in left if shape.is_there(mark)), None)
            if found is None:
                lost = f"page {page.number} lacks a {shape.name}"
                yield evidence.fault("lost-shape", lost, f"expected at {place(shape.box)}")
                continue
            left.remove(found)
            for fault, expected, was in shape.differences(found):
                what = f"page {page.number} has a {shape.name} {fault}"
                measure = f"expected {expected}, found {was}, at {place(shape.box)}"
                yield evidence.fault("wrong-shape", what, measure)
        for mark in left:
            kind = "fill" if isinstance(mark, Filled) else "stroke"
            extra = f"page {page.number} has a {kind} that the layout does not have"
            yield evidence.fault("extra-shape", extra, f"at {place(rectangle(mark.edges))}")


INK = "in another ink"


@dataclass(frozen=True, slots=True)
class Promised:
    """A shape of the layout and the box round its points; a fill has no weight."""

    name: str
    box: Rect
    ink: Ink
    drawing: Drawing
    weight: float = 0.0

    def is_there(self, mark: Filled | Stroked) -> bool:
        """Whether a drawn shape stands in the place of this one."""
        weight = 0.0 if isinstance(mark, Filled) else mark.weight
        return same(mark.edges, self.box.corners, NEAR) and abs(weight - self.weight) <= OFF

    def is_like(self, mark: Filled | Stroked) -> bool:
        """Whether a drawn shape is this one, in whatever ink."""
        return self.is_there(mark) and not any(fault != INK for fault, _, _ in self.differences(mark))

    def differences(self, mark: Filled | Stroked) -> Iterator[tuple[str, str, str]]:
        """What differs, what was promised, what is drawn."""
        if not same_ink(mark.ink, self.ink):
            yield INK, percent(self.ink), percent(mark.ink)
        ours, theirs = self.drawing, mark.drawing
        if not close(ours.dash, theirs.dash):
            yield "dashed in another way", dashes(ours.dash), dashes(theirs.dash)
        if (ours.cap, ours.join) != (theirs.cap, theirs.join):
            yield "with other ends or corners", ends(ours), ends(theirs)
        # What is drawn alike in its own units, upright, and fills the same box, has the same points.
        alike = ours.operators == theirs.operators and (
            (is_upright(theirs.matrix) and ours.points == theirs.points)
            or close(on_page(ours), on_page(theirs))
        )
        if not alike or not same(mark.edges, self.box.corners, OFF):
            yield "of another form", segments(ours), f"{segments(theirs)}, or at other points"


def promised(side: Side, inks: Inks) -> Iterator[Promised]:
    """Every shape that the layout has on a side."""
    for fill in items(side, Fill):
        drawing = drawn(fill.outline) if fill.radius else Drawing(b"r")
        yield Promised("fill", fill.rect, printed(fill.ink, inks), drawing)
    for rule in items(side, Rule):
        dash = (*rule.dash, 0.0) if rule.dash else ()
        drawing = Drawing(b"ml", (rule.x1, rule.y1, rule.x2, rule.y2), dash)
        yield Promised("line", rule.box, printed(rule.ink, inks), drawing, rule.weight)
    for symbol in items(side, Symbol):
        matrix = (symbol.unit, 0.0, 0.0, symbol.unit, symbol.x, symbol.y)
        path = drawn(symbol.path)
        drawing = Drawing(path.operators, path.points, (), ROUND, ROUND, matrix)
        ink = printed(symbol.ink, inks)
        yield Promised(f"pictogram ({symbol.name})", symbol.box, ink, drawing, symbol.weight)


# The same pictograms stand in all editions.
@lru_cache(maxsize=128)
def drawn(path: tuple[Segment, ...]) -> Drawing:
    """A path of the layout as a page draws it."""
    operators, numbers = zip(*path, strict=True)
    return Drawing("".join(operators).encode(), tuple(chain.from_iterable(numbers)))


def is_upright(matrix: Matrix) -> bool:
    """Whether a matrix moves and stretches alone."""
    return matrix[1] == matrix[2] == 0 and matrix[0] > 0 and matrix[3] > 0


def on_page(drawing: Drawing) -> Sequence[float]:
    """The points of a path where they stand on the page."""
    return [*moved_points(drawing.points, drawing.matrix)]


def close(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether numbers are the same ones, but for rounding."""
    return len(one) == len(other) and max(map(abs, map(sub, one, other)), default=0.0) <= OFF


def segments(drawing: Drawing) -> str:
    return f"{len(drawing.operators)} segments"


def ends(drawing: Drawing) -> str:
    return f"cap {drawing.cap} and join {drawing.join}"


def dashes(dash: Dash) -> str:
    return " ".join(f"{length:g}" for length in dash) or "none"


def place(box: Rect) -> str:
    x, y, width, height = map(to_mm, (box.x, box.y, box.width, box.height))
    return f"{x:.1f}, {y:.1f} mm, {width:.1f} × {height:.1f} mm"


CHECK = Check(
    codes={
        "lost-shape": "a fill, a line or a pictogram is not on the sheet",
        "wrong-shape": "a fill, a line or a pictogram has another ink, dash or form",
        "extra-shape": "a fill or a stroke is on the sheet that nobody laid out",
    },
    stage=Stage.AFFORDABLE,
    rationale="Fold marks say where to fold, pictograms help who reads slowly, and white text needs its "
    "dark ground: each in its ink, its dash and its form. A shape that nobody laid out can strike a number "
    "through.",
    find=find,
)
