"""A few contacts in a band across a page, under its text, in two columns."""

from __future__ import annotations

from leaflet import columns
from leaflet.contacts import Directory, scale
from leaflet.cover import hotline_card
from leaflet.geometry import Rect
from leaflet.products.model import ContactLimits
from leaflet.sheet import Item, Placed, Rule
from leaflet.styles import PETROL

GROWTHS = (0.35, 0.2, 0.05, -0.1, -0.4, -0.7, -1.0)
"""Scales of the entries, as in ``contacts.scale``: the first that holds every word; chosen by eye."""
ABOVE = 12.0
"""White between the rule that parts the band from the text and what stands under it, in points."""


def band(
    directory: Directory, limits: ContactLimits, x: float, top: float, width: float, gutter: float
) -> Placed:
    """The contacts in two columns that end as level as they can, under what stands above the first of them.

    Where one column holds all, the numbers to call stand in the other.
    """
    column = (width - gutter) / 2
    for growth in GROWTHS:
        narrow = directory.at(scale(limits, growth), column)
        if not any(narrow.wide_words()):
            break
    wide = directory.at(narrow.scale, width)
    items: list[Item] = [Rule(x, top, x + width, top, 0.8, PETROL)]
    upper = top - ABOVE
    above = next((index for index, element in enumerate(wide.elements) if element.contact), 0)
    depth = columns.depth_of(wide.elements[:above])
    items += columns.place_column(wide, wide.elements[:above], Rect(x, upper - depth, width, depth)).items
    upper -= depth + ABOVE
    elements = narrow.elements[above:]
    room = columns.depth_of(elements)
    left, right = columns.distribute(elements, (room, room)) or (elements, [])
    depth = max(columns.depth_of(left), columns.depth_of(right))
    if not right:
        card = hotline_card(directory.document, directory.setter, Rect(x + column + gutter, 0, column, 0))
        depth = max(depth, card.depth)
        area = Rect(x + column + gutter, upper - card.depth, column, card.depth)
        items += hotline_card(directory.document, directory.setter, area).items
    for index, own in enumerate((left, right)):
        frame = Rect(x + index * (column + gutter), upper - depth, column, depth)
        items += columns.place_column(narrow, own, frame).items
    return Placed(items, top - upper + depth)
