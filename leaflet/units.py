"""Lengths: everything inside is in points; people think in millimetres."""

from __future__ import annotations

MM = 72 / 25.4
"""Points in a millimetre."""


def to_mm(points: float) -> float:
    """Points as millimetres."""
    return points / MM
