"""A layout as text that a person can review: every item with its place, in millimetres."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.geometry import Rect
from leaflet.sheet import Code, Fill, Item, Layout, PlacedPanel, Rule, Symbol, TextLine
from leaflet.styles import Ink
from leaflet.typeface import Weight
from leaflet.units import to_mm

WEIGHTS = {Weight.REGULAR: "r", Weight.SEMI_BOLD: "m", Weight.BOLD: "b"}


def dump(layout: Layout) -> str:
    """The layout, an item a line, panels in the order of reading. Runs of text are parted by ``|``."""
    return "\n".join(lines(layout)) + "\n"


def lines(layout: Layout) -> Iterator[str]:
    document = layout.document
    yield f"{layout.product} {document.edition}, body {layout.body_size:g} pt"
    for side in layout.sides:
        folds = ", ".join(mm(fold) for fold in side.folds)
        yield f"\nside {side.name}: {mm(side.width)} × {mm(side.height)}" + (
            f", folds {folds}" if folds else ""
        )
        for panel in sorted(side.panels, key=lambda panel: panel.order):
            yield from panel_lines(panel)
        if side.surround:
            yield f"\nbeside the trim: bleed {rect(side.bleed)}, sheet {rect(side.media)}"
            yield from ("  " + one(item) for item in side.surround.items)


def panel_lines(panel: PlacedPanel) -> Iterator[str]:
    yield f"\npanel {panel.name}: box {rect(panel.box)}, frame {rect(panel.frame)}, {panel.filled:.0%} filled"
    for item in panel.items:
        yield "  " + one(item)


def one(item: Item) -> str:
    """One item on one line."""
    match item:
        case TextLine():
            faces = "+".join(dict.fromkeys(WEIGHTS[run.weight] for run in item.runs))
            text = "|".join(run.text for run in item.runs).replace("\u00a0", "·")
            look = f"{item.size:g} {faces} {ink(item.ink)}"
            return f"{mm(item.x)} {mm(item.baseline)} {look} {item.tag.role}: {text}"
        case Fill():
            return f"fill {rect(item.rect)} {ink(item.ink)}"
        case Rule():
            ends = f"{mm(item.x1)} {mm(item.y1)} – {mm(item.x2)} {mm(item.y2)}"
            return f"rule {ends} {item.weight:g} pt {ink(item.ink)}{' dashed' if item.dash else ''}"
        case Symbol():
            x, y = item.path[0][1][:2]
            return f"symbol {item.name} {mm(x)} {mm(y)} {ink(item.ink)}"
        case Code():
            return f"code {rect(item.rect)} {item.payload}"


def ink(ink: Ink) -> str:
    return "/".join(f"{part * 100:g}" for part in (ink.cyan, ink.magenta, ink.yellow, ink.black))


def mm(points: float) -> str:
    return f"{to_mm(points):.1f}"


def rect(rect: Rect) -> str:
    return f"{mm(rect.x)} {mm(rect.y)} {mm(rect.width)} × {mm(rect.height)}"
