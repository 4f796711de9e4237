"""The memo's running text over its frames: measured, fitted, and placed with its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.composition import Composer, Filled
from leaflet.copyfitting import Fitted, Limits, fit
from leaflet.document import Block, Role
from leaflet.framebreaks import TextFrame
from leaflet.furniture import bar
from leaflet.galleys import BAR, Galley, Proportions
from leaflet.geometry import Rect
from leaflet.hyphenation import Hyphenator, never
from leaflet.linebreak import eased, first_fit
from leaflet.pictograms import pictogram
from leaflet.setter import Column, Setter, Type
from leaflet.sheet import Item, Placed, Segment, Symbol, Tag
from leaflet.spreading import furthest, shares, spread_on_grid, stretched, total
from leaflet.styles import PETROL, TextStyle, style_of

EASED = 2.0
"""How much worse a text may break from frame to frame where its headings break better; chosen by eye."""
OPEN_ENOUGH = 0.7
"""How far of their stretch gaps open before columns may end level; chosen by eye."""
PICTURE = 1.34
"""Side of a pictogram, in body sizes."""
# Strokes and their weights, in multiples of the body size from the start of the baseline.
STROKES: dict[str, tuple[tuple[Segment, ...], float]] = {
    "check": ((("m", (0.31, 0.33)), ("l", (0.55, 0.08)), ("l", (1.03, 0.68))), 0.135),
    "dot": ((("m", (PICTURE / 2, 0.27)), ("l", (PICTURE / 2, 0.27))), 0.26),
}


@dataclass(frozen=True, slots=True)
class Flow:
    """Text fitted to ``room``, not yet placed."""

    room: tuple[TextFrame, ...]
    galleys: tuple[Galley, ...]
    fitted: Fitted
    setter: Setter

    def sides(self) -> Iterator[slice]:
        """Which of the frames are seen at once: those on a side of the sheet."""
        start = 0
        for end, frame in enumerate(self.room, 1):
            if frame.last or end == len(self.room):
                yield slice(start, end)
                start = end

    def spare(self, heights: Sequence[float]) -> float:
        """What the last frames, of these heights, have left once all gaps have grown, in points."""
        fills = self.fitted.fills[-len(heights) :]
        left = (height - fill.used - total(fill.slices) for height, fill in zip(heights, fills, strict=True))
        return max(min(left), 0.0)


def galleys(blocks: Sequence[Block], setter: Setter, hyphenate: Hyphenator = never) -> tuple[Galley, ...]:
    """Every block measured in the style of its role. Headings are never hyphenated."""
    result = []
    for block in blocks:
        style = style_of(block)
        face = setter.typeface[style.weight]
        rules = never if style.keep_with_next else hyphenate
        copy = setter.copy(block.phrase.runs, style.weight, rules)
        result.append(Galley(block, copy, style, face.cap_height, face.descent))
    return tuple(result)


def flow(
    blocks: Sequence[Block],
    room: Sequence[TextFrame],
    setter: Setter,
    limits: Limits,
    good_size: float = 0.0,
    hyphenate: Hyphenator = never,
) -> Flow | None:
    """Fit the blocks to the frames; None if they do not fit at the smallest size."""
    own = galleys(blocks, setter, hyphenate)
    fitted = fit(own, room, limits, good_size)
    if fitted is None:
        return None
    whole = Flow(tuple(room), own, fitted, setter)
    return with_eased_headings(whole, limits) or whole


def with_eased_headings(whole: Flow, limits: Limits) -> Flow | None:
    """The same, its headings a little smaller, if they then break better and nothing else is worse for it."""
    fitted = whole.fitted
    size = fitted.setting.size
    placed = (
        (whole.galleys[piece.galley], frame.width)
        for fill, frame in zip(fitted.fills, whole.room, strict=True)
        for piece in fill.slices
    )
    part = eased(
        (galley.copy, width / (size * galley.style.scale) * 1000)
        for galley, width in placed
        if galley.block.role is Role.HEADING
    )
    if part == 1:
        return None
    own = smaller(whole.galleys, part)
    again = fit(own, whole.room, replace(limits, least_size=size), size)
    if again is None or again.cost > fitted.cost + EASED:
        return None
    return replace(whole, galleys=own, fitted=again)


def smaller(galleys: Sequence[Galley], part: float) -> tuple[Galley, ...]:
    """The same, headings at a part of their size."""
    return tuple(
        replace(galley, style=replace(galley.style, scale=galley.style.scale * part))
        if galley.block.role is Role.HEADING
        else galley
        for galley in galleys
    )


def shortage(
    blocks: Sequence[Block],
    room: Sequence[TextFrame],
    setter: Setter,
    limits: Limits,
    hyphenate: Hyphenator = never,
) -> float:
    """Points of depth that lack at the smallest setting allowed."""
    setting = limits.setting(limits.least_size, 0.0)
    proportions = Proportions(galleys(blocks, setter, hyphenate))
    return Composer(proportions, setting, first_fit).shortage(room)


def place(flow: Flow, frames: Sequence[Rect], *, level: bool = False) -> Iterator[Placed]:
    """What stands in each frame, its gaps stretched; ``level`` columns end about level on the last side."""
    fills, setting = flow.fitted.fills, flow.fitted.setting
    heights = [room.room(fill.used) for room, fill in zip(flow.room, fills, strict=True)]
    spread: list[Filled] = []
    for side in flow.sides():
        if level and side.stop == len(fills):
            reached = min(map(furthest, fills[side]))
            heights[side] = [
                min(height, max(reached, fill.used + OPEN_ENOUGH * total(fill.slices)))
                for height, fill in zip(heights[side], fills[side], strict=True)
            ]
        grown = shares(fills[side], heights[side])
        spread += (
            spread_on_grid(fill, height, grid)
            if (grid := setting.grid_of(frame))
            else stretched(fill, height, grown)
            for fill, height, frame in zip(fills[side], heights[side], flow.room[side], strict=True)
        )
    for fill, frame in zip(spread, frames, strict=True):
        yield Placed(place_fill(flow, fill, frame), fill.used)


def place_fill(flow: Flow, fill: Filled, frame: Rect) -> list[Item]:
    """The lines and marks of one frame."""
    body = flow.fitted.setting.size
    items: list[Item] = []
    for piece in fill.slices:
        galley = flow.galleys[piece.galley]
        style = galley.style
        baseline = frame.top - piece.baseline
        if piece.start == 0:
            items += mark(style, frame.x, baseline, body, galley.cap_height)
        indent = style.indent * body
        items += flow.setter.set_lines(
            galley.copy,
            piece.start,
            piece.ends,
            Type(style.weight, body * style.scale, style.ink, flow.fitted.setting.leading),
            Column(frame.x + indent, frame.width - indent, galley.block.phrase.place),
            baseline,
            Tag(galley.block.role, galley.block.id),
        )
    return items


def mark(style: TextStyle, x: float, baseline: float, body: float, cap_height: float) -> list[Item]:
    """The mark that hangs beside or above the first line of a block."""
    if style.mark == "bar":
        top = baseline + cap_height * body * style.scale / 1000 + BAR * body
        return [bar(x, top)]
    if style.mark in STROKES:
        path, weight = STROKES[style.mark]
        return [Symbol(style.mark, path, weight * body, PETROL, x, baseline, body)]
    if style.mark:
        # Level with the middle of the small letters.
        size = PICTURE * body
        return [pictogram(style.mark, x, baseline + 0.27 * body - size / 2, size, PETROL)]
    return []
