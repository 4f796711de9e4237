"""Frames filled with text into frames that end together, as far as the white in them may grow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from leaflet.composition import Filled

MORE_ABOVE_HEADING = 0.5
"""How much further the white above headings stretches, where that above other blocks does not."""


def common_share(fills: Sequence[Filled], depths: Sequence[float], below: Sequence[float] = ()) -> float:
    """The share of their stretch that all frames have room for; ``below`` is what stretches under each.

    White between blocks grows alike in all of them: one leaflet has one rhythm.
    """
    shares = [
        min(max(depth - fill.used, 0.0) / total, 1.0)
        for fill, depth, more in zip(fills, depths, below or [0.0] * len(fills), strict=True)
        if (total := more + sum(piece.stretch for piece in fill.slices))
    ]
    return min(shares, default=0.0)


def stretched(fill: Filled, depth: float, share: float) -> Filled:
    """One frame with its gaps stretched by a share.

    What then lacks to ``depth``, the white above its headings takes in part; the rest stays at the foot.
    """
    total = sum(piece.stretch for piece in fill.slices)
    headings = sum(piece.stretch for piece in fill.slices if piece.heading)
    spare = max(depth - fill.used - total * share, 0.0)
    more = min(spare / headings, MORE_ABOVE_HEADING) if headings else 0.0
    moved, shift = [], 0.0
    for piece in fill.slices:
        shift += piece.stretch * (share + more if piece.heading else share)
        moved.append(replace(piece, baseline=piece.baseline + shift))
    return Filled(tuple(moved), fill.used + shift)


def spread_on_grid(fill: Filled, depth: float, grid: float) -> Filled:
    """Stretch the gaps above headings by a step of a grid each, the lowest ones first."""
    left = int(max(depth - fill.used, 0.0) / grid + 1e-6)
    stretching = sum(bool(piece.stretch) for piece in fill.slices)
    moved, shift = [], 0.0
    for piece in fill.slices:
        if piece.stretch:
            shift += grid if stretching <= left else 0.0
            stretching -= 1
        moved.append(replace(piece, baseline=piece.baseline + shift))
    return Filled(tuple(moved), fill.used + shift)
