"""Frames filled with text into frames that end together, as far as the white in them may grow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from leaflet.composition import Filled, Slice

FEATHERED, MORE_ABOVE_HEADING = 0.4, 0.6
"""How much further the gaps of a frame stretch than those of one that is full: all, and above headings, where
there is more to stretch; chosen by eye."""
MOST_BETWEEN_PARAGRAPHS = 1.3
"""How far the white between paragraphs stretches, where that between items has no room to; chosen by eye."""


@dataclass(frozen=True, slots=True)
class Shares:
    """How much of their stretch gaps take, alike in all frames: all of them, and those between paragraphs."""

    common: float
    paragraphs: float


def shares(fills: Sequence[Filled], depths: Sequence[float]) -> Shares:
    """The shares that all frames have room for.

    White between blocks grows alike in all of them: one leaflet has one rhythm. A frame of items alone may be
    full where one of paragraphs is not: these then stand further apart.
    """
    rooms = [
        (fill, max(depth - fill.used, 0.0), total(fill.slices))
        for fill, depth in zip(fills, depths, strict=True)
    ]
    common = min((min(spare / stretch, 1.0) for _, spare, stretch in rooms if stretch), default=0.0)
    more = [
        max(spare - common * stretch, 0.0) / own
        for fill, spare, stretch in rooms
        if (own := total(piece for piece in fill.slices if piece.paragraph))
    ]
    return Shares(common, min(common + min(more, default=0.0), max(MOST_BETWEEN_PARAGRAPHS, common)))


def total(slices: Iterable[Slice]) -> float:
    """How far all gaps of some slices together may grow, in points."""
    return sum(piece.stretch for piece in slices)


def stretched(fill: Filled, depth: float, shares: Shares) -> Filled:
    """One frame with its gaps stretched by their shares.

    What then lacks to ``depth`` they take together, as far as nobody sees it; the rest stays at the foot.
    """
    own = [shares.paragraphs if piece.paragraph else shares.common for piece in fill.slices]
    more = [more_than(share, piece) for share, piece in zip(own, fill.slices, strict=True)]
    grown, most = (
        sum(piece.stretch * share for piece, share in zip(fill.slices, every, strict=True))
        for every in (own, more)
    )
    part = min(max(depth - fill.used - grown, 0.0) / most, 1.0) if most else 0.0
    moved, shift = [], 0.0
    for piece, share, further in zip(fill.slices, own, more, strict=True):
        shift += piece.stretch * (share + part * further)
        moved.append(replace(piece, baseline=piece.baseline + shift))
    return Filled(tuple(moved), fill.used + shift)


def furthest(fill: Filled) -> float:
    """How deep a frame may end, all its gaps stretched as far as they go."""
    return fill.used + sum(piece.stretch * (1 + more_than(1.0, piece)) for piece in fill.slices)


def more_than(share: float, piece: Slice) -> float:
    """How much further than its share a gap may stretch where its frame has room and another has none."""
    if piece.heading:
        return MORE_ABOVE_HEADING
    return min(FEATHERED, max((MOST_BETWEEN_PARAGRAPHS if piece.paragraph else 1.0) - share, 0.0))


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
