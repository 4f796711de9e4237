"""Things on a panel that have changed places, for faults of the program that lays them out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from leaflet.document import Role
from leaflet.geometry import Rect
from leaflet.sheet import Code, Fill, Item, Layout, Rule, Symbol, TextLine
from leaflet.styles import BLACK, HAIRLINE, PETROL


def exchanged(items: Sequence[Item], end: str, start: str = "contact.") -> list[Item]:
    """The items, the first two blocks with that start and end each in the place of the other."""
    blocks: dict[str, list[TextLine | Code]] = {}
    for item in items:
        if isinstance(item, TextLine | Code):
            block = item.tag.block
            if block.startswith(start) and block.endswith(f".{end}"):
                blocks.setdefault(block, []).append(item)
    places: dict[int, Item] = {}
    for one, other in [(one, other) for one in blocks.values() for other in blocks.values()][1:2]:
        places |= {id(mine): at(mine, theirs) for mine, theirs in zip(one, other, strict=False)}
        places |= {id(mine): at(mine, theirs) for mine, theirs in zip(other, one, strict=False)}
    return [places.get(id(item), item) for item in items]


def everywhere(layout: Layout, change: Callable[[Sequence[Item]], Sequence[Item]]) -> Layout:
    """The layout, the items of each of its panels changed."""
    sides = tuple(
        replace(side, panels=tuple(replace(panel, items=tuple(change(panel.items))) for panel in side.panels))
        for side in layout.sides
    )
    return replace(layout, sides=sides)


def at(item: TextLine | Code, place: TextLine | Code) -> Item:
    """An item where another stands."""
    if isinstance(item, Code) and isinstance(place, Code):
        return replace(item, rect=place.rect)
    assert isinstance(item, TextLine)
    assert isinstance(place, TextLine)
    by = place.x - item.x
    runs = tuple(replace(run, x=run.x + by) for run in item.runs)
    return replace(item, runs=runs, edge=item.edge + by, baseline=place.baseline)


def raised(items: Sequence[Item], role: str) -> list[Item]:
    """The items, the first two lines of a role each in the place of the other."""
    lines = [item for item in items if isinstance(item, TextLine) and item.tag.role == role]
    places: dict[int, Item] = {}
    if len(lines) > 1:
        places = {id(lines[0]): at(lines[0], lines[1]), id(lines[1]): at(lines[1], lines[0])}
    return [places.get(id(item), item) for item in items]


def struck(items: Sequence[Item]) -> list[Item]:
    """The items, with a rule through every number."""
    numbers = [item for item in items if isinstance(item, TextLine) and item.tag.role is Role.NUMBER]
    rules = [Rule(at.x, at.baseline + 3, at.right, at.baseline + 3, 1, HAIRLINE) for at in numbers]
    return [*rules, *items]


def undermined(items: Sequence[Item]) -> list[Item]:
    """The items, with black under every line of a paragraph."""
    texts = [item for item in items if isinstance(item, TextLine) and item.tag.role is Role.PARAGRAPH]
    patches = [
        Fill(Rect(at.x - 2, at.baseline - 2, at.right - at.x + 4, 0.9 * at.size), BLACK) for at in texts
    ]
    return [*patches, *items]


def without_pictograms(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if not isinstance(item, Symbol)]


def on_an_edge(items: Sequence[Item]) -> list[Item]:
    """The items, the name of the region half on a card that begins there."""
    names = [item for item in items if isinstance(item, TextLine) and item.tag.block == "labels.region"]
    return [*(Fill(Rect(at.x - 9, at.baseline - 20, 200, 24), PETROL) for at in names), *items]
