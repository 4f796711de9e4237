"""A path that grows segment by segment, until it is filled or stroked (ISO 32000-1, 8.5)."""

from __future__ import annotations

from dataclasses import dataclass, field

from leaflet.preflight.marks import Drawing, Edges, Filled, Ink, Matrix, Pencil, Stroked, around
from leaflet.preflight.matrices import placed, scales
from leaflet.preflight.operations import rectangles, segments


@dataclass(slots=True)
class Path:
    """A path before it is painted: the boxes round its parts, and what they are."""

    boxes: list[Edges] = field(default_factory=list)
    parts: list[tuple[float, ...]] = field(default_factory=list)
    """Its rectangles, run by run: x, y, width, height in turn."""
    operators: bytearray = field(default_factory=bytearray)
    """Its other segments: their operators, and the numbers of their points."""
    points: list[float] = field(default_factory=list)

    def draw(self, run: bytes) -> None:
        operators, numbers, edges = segments(run)
        self.boxes.append(edges)
        self.operators += operators
        self.points += numbers

    def add_rectangles(self, run: bytes) -> None:
        numbers, edges = rectangles(run)
        self.parts.append(numbers)
        self.boxes.append(edges)

    def close(self) -> None:
        self.operators += b"h"

    def filled(self, order: int, matrix: Matrix, ink: Ink) -> Filled:
        a, b, c, d = matrix[:4]
        # Turned, or seen in a mirror, a code is another one.
        upright = b == c == 0 and a > 0 and d > 0
        first, *others = self.parts or [()]
        parts = first if not others else tuple(number for part in self.parts for number in part)
        rectangular = (b"r" if upright else b"x") * (len(parts) // 4)
        drawing = Drawing(bytes(self.operators) + rectangular, tuple(self.points), matrix=matrix)
        whole = parts if upright and not self.operators else ()
        return Filled(order, placed(around(self.boxes), matrix), ink, whole, drawing)

    def stroked(self, order: int, matrix: Matrix, pencil: Pencil) -> Stroked:
        operators, edges = bytes(self.operators) + b"x" * len(self.parts), placed(around(self.boxes), matrix)
        # A pen and its dashes are as large as the matrix makes them (ISO 32000-1, 8.4.3.2).
        scale = min(scales(matrix))
        dash = tuple(length * scale for length in pencil.dash)
        drawing = Drawing(operators, tuple(self.points), dash, pencil.cap, pencil.join, matrix)
        return Stroked(order, edges, pencil.ink, pencil.weight * scale, drawing)
