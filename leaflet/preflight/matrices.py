"""Matrices that move, turn and stretch what is painted (ISO 32000-1, 8.3.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import hypot

from leaflet.preflight.marks import UNIT, Edges, Matrix


def matrix_of(operands: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, operands.split())
    return a, b, c, d, e, f


def product(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that does the first and then the second."""
    if two == UNIT:
        return one
    a, b, c, d, e, f = one
    g, h, i, j, k, m = two
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def moved(matrix: Matrix, x: float, y: float) -> Matrix:
    """The matrix that first moves by so much and then does the other."""
    a, b, c, d, e, f = matrix
    return a, b, c, d, x * a + y * c + e, x * b + y * d + f


def moved_points(numbers: Sequence[float], matrix: Matrix) -> Iterator[float]:
    """Points, x and y in turn, moved by a matrix."""
    a, b, c, d, e, f = matrix
    for x, y in zip(numbers[::2], numbers[1::2], strict=True):
        yield a * x + c * y + e
        yield b * x + d * y + f


def scales(matrix: Matrix) -> tuple[float, float]:
    """How much a matrix stretches across and up."""
    a, b, c, d, _, _ = matrix
    return hypot(a, b), hypot(c, d)


def placed(edges: Edges, matrix: Matrix) -> Edges:
    """The upright box round a rectangle that a matrix has moved."""
    if matrix == UNIT:
        return edges
    a, b, c, d, e, f = matrix
    left, bottom, right, top = edges
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)
