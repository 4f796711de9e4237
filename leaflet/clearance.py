"""Lines held against the shapes round them: no stroke reaches into one, and none stands on a field's edge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet.belonging import box
from leaflet.diagnostics import Finding, shorten
from leaflet.fidelity import box as shape_box
from leaflet.fidelity import meet, panel_lines
from leaflet.sheet import Fill, PlacedPanel, Side, Symbol, TextLine


def crossed(sides: Sequence[Side]) -> Iterator[Finding]:
    """Lines that a symbol, or the edge of a field, goes through."""
    for panel in (panel for side in sides for panel in side.panels):
        boxes = [(line, box([line])) for line in panel_lines(panel)]
        for item in panel.items:
            if isinstance(item, Symbol):
                stroke = shape_box(item)
                for line in (line for line, spot in boxes if meet(spot, stroke)):
                    yield fault(panel, line, f"the symbol {item.name!r} reaches into a line")
            elif isinstance(item, Fill):
                for line, spot in boxes:
                    if meet(spot, item.rect) and not item.rect.contains(spot):
                        yield fault(panel, line, "a line stands on the edge of a field")


def fault(panel: PlacedPanel, line: TextLine, what: str) -> Finding:
    what = f'panel "{panel.name}": {what}: {shorten(line.text)}'
    return Finding(line.place, "misplaced-text", what, ours=True)
