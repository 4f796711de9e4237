"""A layout as text that a person can review: every item with its place, in millimetres.

What is too long to read stands there as a digest, so that a change of it shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

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
        yield from ("  " + one(mark) for mark in side.marks)
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
            return f"{mm(item.x)} {mm(item.baseline)} {look} {item.tag.role}: {text}{''.join(details(item))}"
        case Fill():
            corners = f" radius {mm(item.radius)}" if item.radius else ""
            edges = "+".join(str(edge.name).lower() for edge in item.runs_off)
            return f"fill {rect(item.rect)} {ink(item.ink)}{corners}" + (edges and f" runs off {edges}")
        case Rule():
            ends = f"{mm(item.x1)} {mm(item.y1)} – {mm(item.x2)} {mm(item.y2)}"
            return f"rule {ends} {item.weight:g} pt {ink(item.ink)}{' dashed' if item.dash else ''}"
        case Symbol():
            _, (x, y, *_) = next(item.placed)
            return f"symbol {item.name} {mm(x)} {mm(y)} {item.weight:.2f} pt {ink(item.ink)} {outline(item)}"
        case Code():
            return f"code {rect(item.rect)} {item.payload}"


def details(line: TextLine) -> Iterator[str]:
    """What a touch of the line opens, and a digest of its kerning if it has any."""
    for link in dict.fromkeys(run.link for run in line.runs if run.link):
        yield f" → {link}"
    if any(run.kerns for run in line.runs):
        kerns = (kern for run in line.runs for kern in run.kerns or (0.0,) * len(run.text))
        yield f" ~{digest(f'{kern:.0f}' for kern in kerns)}"


def outline(symbol: Symbol) -> str:
    """A digest of a path from its start, in hundredths of a point."""
    _, (x, y, *_) = next(symbol.placed)
    return digest(
        f"{operator} {' '.join(f'{value - (x, y)[index % 2]:z.2f}' for index, value in enumerate(values))}"
        for operator, values in symbol.placed
    )


def digest(parts: Iterable[str]) -> str:
    """Four hexadecimal digits that change with the parts."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:4]


def ink(ink: Ink) -> str:
    return "/".join(f"{part * 100:g}" for part in (ink.cyan, ink.magenta, ink.yellow, ink.black))


def mm(points: float) -> str:
    return f"{to_mm(points):.1f}"


def rect(rect: Rect) -> str:
    return f"{mm(rect.x)} {mm(rect.y)} {mm(rect.width)} × {mm(rect.height)}"
