"""The memo's running text over its frames: measured, fitted, and placed with its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.composition import BAR, Composer, Filled, Galley, TextFrame
from leaflet.copyfitting import Fitted, Limits, fit
from leaflet.document import Block
from leaflet.geometry import Rect
from leaflet.hyphenation import Hyphenator, never
from leaflet.linebreak import first_fit
from leaflet.pictograms import pictogram
from leaflet.setter import Column, Setter, Type
from leaflet.sheet import Fill, Item, Placed, Symbol, Tag
from leaflet.spreading import spread, spread_on_grid
from leaflet.styles import AMBER, PETROL, TextStyle, style_of

PICTURE = 1.34
"""Side of a pictogram, in body sizes."""
# Strokes and their weights, in multiples of the body size from the start of the baseline.
STROKES = {
    "check": (((0.31, 0.33), (0.55, 0.08), (1.03, 0.68)), 0.135),
    "dot": (((PICTURE / 2, 0.27), (PICTURE / 2, 0.27)), 0.26),
}


@dataclass(frozen=True, slots=True)
class Flow:
    """Text fitted to frames, not yet placed."""

    galleys: tuple[Galley, ...]
    fitted: Fitted
    setter: Setter


def galleys(blocks: Sequence[Block], setter: Setter, hyphenate: Hyphenator = never) -> tuple[Galley, ...]:
    """Every block measured in the style of its role. Headings are never hyphenated."""
    result = []
    for block in blocks:
        style = style_of(block)
        face = setter.typeface[style.weight]
        rules = never if style.keep_with_next else hyphenate
        copy = setter.copy(block.phrase.runs, style.weight, style.emphasis, rules)
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
    return None if fitted is None else Flow(own, fitted, setter)


def shortage(
    blocks: Sequence[Block],
    room: Sequence[TextFrame],
    setter: Setter,
    limits: Limits,
    hyphenate: Hyphenator = never,
) -> float:
    """Points of depth that lack at the smallest setting allowed."""
    setting = limits.setting(limits.least_size, 0.0)
    return Composer(galleys(blocks, setter, hyphenate), setting, first_fit).shortage(room)


def place(flow: Flow, frames: Sequence[Rect]) -> Iterator[Placed]:
    """What stands in each frame, its gaps stretched."""
    fills, heights = flow.fitted.fills, [frame.height for frame in frames]
    if grid := flow.fitted.setting.grid:
        stretched = [spread_on_grid(fill, height, grid) for fill, height in zip(fills, heights, strict=True)]
    else:
        stretched = spread(fills, heights)
    for fill, frame in zip(stretched, frames, strict=True):
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
            Type(style.weight, body * style.scale, style.ink, flow.fitted.setting.leading, style.emphasis),
            Column(frame.x + indent, frame.width - indent, galley.block.phrase.place),
            baseline,
            Tag(galley.block.role, galley.block.id),
        )
    return items


def mark(style: TextStyle, x: float, baseline: float, body: float, cap_height: float) -> list[Item]:
    """The mark that hangs beside or above the first line of a block."""
    if style.mark == "bar":
        top = baseline + cap_height * body * style.scale / 1000 + BAR * body
        thick = 0.17 * body
        return [Fill(Rect(x, top - thick, 2.6 * body, thick), AMBER)]
    if style.mark in STROKES:
        shape, weight = STROKES[style.mark]
        points = [(x + dx * body, baseline + dy * body) for dx, dy in shape]
        path = (("m", points[0]), *(("l", point) for point in points[1:]))
        return [Symbol(style.mark, path, weight * body, PETROL)]
    if style.mark:
        # Level with the middle of the small letters.
        size = PICTURE * body
        return [pictogram(style.mark, x, baseline + 0.27 * body - size / 2, size, PETROL)]
    return []
