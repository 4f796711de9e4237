"""The headings of a layout into the outline that a reader shows beside the pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from leaflet.metadata import plain
from leaflet.operators import points, text_string
from leaflet.structure import Element, Heading


def outline(
    headings: Sequence[Heading], elements: Mapping[Element, int], pages: Sequence[int], first: int
) -> Iterator[str]:
    """The outline as objects with numbers from ``first`` on: its root, then an entry for each heading.

    ``elements`` and ``pages`` have the numbers of the structure elements and pages that entries lead to.
    """
    above = list(parents(headings))
    below: dict[int | None, list[int]] = {}
    for index, parent in enumerate(above):
        below.setdefault(parent, []).append(index)
    number = {None: first} | {index: first + 1 + index for index in range(len(headings))}

    def kids(index: int | None) -> str:
        found = below.get(index, [])
        ends = f"/First {number[found[0]]} 0 R/Last {number[found[-1]]} 0 R" if found else ""
        # A negative count keeps an entry closed: open, the contacts alone would fill the pane.
        closed = index is not None and headings[index].level > 1
        return f"{ends}/Count {-len(found) if closed else len(found)}" if found else ""

    yield f"<</Type/Outlines{kids(None)}>>"
    for index, heading in enumerate(headings):
        row = below[above[index]]
        place = row.index(index)
        before = f"/Prev {number[row[place - 1]]} 0 R" if place else ""
        after = f"/Next {number[row[place + 1]]} 0 R" if place + 1 < len(row) else ""
        target = f"{pages[heading.page]} 0 R/XYZ {points(heading.x, heading.top)} null"
        yield (
            f"<</Title{text_string(plain(heading.text))}/Parent {number[above[index]]} 0 R{before}{after}"
            f"{kids(index)}/Dest[{target}]/SE {elements[heading.element]} 0 R>>"
        )


def parents(headings: Sequence[Heading]) -> Iterator[int | None]:
    """The place of the heading that each one stands under, or None."""
    open: list[int] = []
    for index, heading in enumerate(headings):
        while open and headings[open[-1]].level >= heading.level:
            open.pop()
        yield open[-1] if open else None
        open.append(index)
