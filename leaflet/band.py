"""A few contacts in a band across a page, under its text: heading over all columns, entries side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet.columns import depth_of, place_column
from leaflet.contacts import Directory, Element, scale
from leaflet.geometry import Rect
from leaflet.products.model import ContactLimits
from leaflet.sheet import Item, Placed, Rule
from leaflet.styles import PETROL

GROWTH = 0.35
"""Scale of the entries, as in ``contacts.scale``; chosen by eye."""
ABOVE = 10.0
"""White between the rule that parts the band from the text and the heading, in points."""


def band(
    directory: Directory, limits: ContactLimits, x: float, top: float, width: float, gutter: float
) -> Placed:
    """The contacts in rows of two that share their tops."""
    sizes = scale(limits, GROWTH)
    column = (width - gutter) / 2
    heads = directory.at(sizes, width)
    elements = heads.elements
    first = next((index for index, element in enumerate(elements) if element.contact), len(elements))
    items: list[Item] = [Rule(x, top, x + width, top, 0.8, PETROL)]
    depth = ABOVE + depth_of(elements[:first])
    items += place_column(heads, elements[:first], Rect(x, top - depth, width, depth - ABOVE), 0.0).items
    contacts = directory.at(sizes, column)
    upper = top - depth - sizes.gap * 1.5
    for row in rows(contacts.elements[first:]):
        left = x
        for element in row:
            items += contacts.place(element, left, upper)
            left += column + gutter
        upper -= max(element.height for element in row) + sizes.gap * 1.5
    return Placed(items, top - upper - sizes.gap * 1.5)


def rows(elements: Sequence[Element]) -> Iterator[list[Element]]:
    """Entries by twos; a heading in a row of its own."""
    row: list[Element] = []
    for element in elements:
        if row and (element.contact is None or len(row) == 2):
            yield row
            row = []
        row.append(element)
        if element.contact is None:
            yield row
            row = []
    if row:
        yield row
