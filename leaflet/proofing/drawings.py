"""Two drawings without words: how the sheet is turned over, and how it is folded."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.proofing.scales import centred
from leaflet.proofing.targets import outline
from leaflet.setter import Setter, Type
from leaflet.sheet import Item, Placed, Rule, Segment, Symbol
from leaflet.styles import BLACK, PETROL
from leaflet.typeface import Weight
from leaflet.units import MM

PAPER = 1.3
"""Width in points of the stroke that is the paper seen from its edge."""
ARROW = 0.9
HEAD = 1.3
"""Half the width of an arrow's head, in mm."""

# The sheet from its lower edge, side 2 up: flat, its narrow part folded in, closed; x and y in mm.
FOLDED = (
    ((0.0, 0.0), (24.0, 0.0)),
    ((0.0, 0.0), (16.5, 0.0), (16.5, 1.2), (9.2, 1.2)),
    ((8.3, 2.4), (0.0, 2.4), (0.0, 0.0), (8.5, 0.0), (8.5, 1.2), (1.2, 1.2)),
)
# Where an arrow sets out and where it ends, on the first two of them.
MOVES = ((21.5, 12.5), (2.5, 12.5))
STEP = 28.0


def turning(setter: Setter, x: float, top: float) -> Placed:
    """Sides 1 and 2 of a landscape sheet, and an arrow from the one to the other over their short edges."""
    wide, deep, gap, rise = 24 * MM, 17 * MM, 8 * MM, 5 * MM
    bottom = top - rise - deep
    figure = Type(Weight.BOLD, 17.0, PETROL)
    items: list[Item] = []
    for number, left in enumerate((x, x + wide + gap), 1):
        items += outline(left, bottom, wide, deep)
        items += centred(setter, str(number), figure, left + wide / 2, bottom + deep / 2)
    for edge in (x + wide, x + wide + gap):
        items.append(Rule(edge, bottom, edge, bottom + deep, 2.0, PETROL))
    start, end, y = x + wide - 5 * MM, x + wide + gap + 5 * MM, bottom + deep - 5 * MM
    items.append(arrow(start, end, y, rise + 6 * MM))
    return Placed(items, top - bottom)


def folding(x: float, top: float) -> Placed:
    """The sheet from its lower edge: flat, the narrow part folded in, the left part over it."""
    depth = 11 * MM
    bottom = top - depth
    items: list[Item] = []
    for number, corners in enumerate(FOLDED):
        left = x + number * STEP * MM
        items.append(Symbol("paper", tuple(polyline(corners, left, bottom)), PAPER, BLACK))
    for number, (start, end) in enumerate(MOVES):
        left, y = x + number * STEP * MM, bottom + 2.6 * MM
        items.append(arrow(left + start * MM, left + end * MM, y, 8.5 * MM))
    return Placed(items, depth)


def polyline(corners: tuple[tuple[float, float], ...], x: float, y: float) -> Iterator[Segment]:
    """Straight lines through corners in mm, from a point in points."""
    for number, corner in enumerate(corners):
        yield ("l" if number else "m", (x + corner[0] * MM, y + corner[1] * MM))


def arrow(start: float, end: float, y: float, rise: float) -> Symbol:
    """An arc from one point to another of the same height, its head pointing down."""
    head = HEAD * MM
    path: tuple[Segment, ...] = (
        ("m", (start, y)),
        ("c", (start, y + rise, end, y + rise, end, y)),
        ("m", (end - head, y + 1.6 * head)),
        ("l", (end, y)),
        ("l", (end + head, y + 1.6 * head)),
    )
    return Symbol("arrow", path, ARROW, PETROL)
