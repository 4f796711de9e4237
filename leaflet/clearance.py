"""Lines held against the shapes round them: no stroke reaches into one, and none stands on a field's edge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflet.diagnostics import Finding, shorten
from leaflet.fidelity import meet, reach
from leaflet.stands import Stand


def crossed(stands: Iterable[Stand]) -> Iterator[Finding]:
    """Lines that a symbol, or the edge of a field, goes through."""
    for stand in stands:
        for symbol in stand.symbols:
            stroke = reach(symbol)
            for line in (line for line, spot in stand.boxes if meet(spot, stroke)):
                what = f"the symbol {symbol.name!r} reaches into a line: {shorten(line.text)}"
                yield stand.fault(line.place, what)
        for fill in stand.fills:
            for line, spot in stand.boxes:
                if meet(spot, fill.rect) and not fill.rect.contains(spot):
                    what = f"a line stands on the edge of a field: {shorten(line.text)}"
                    yield stand.fault(line.place, what)
