"""A few contacts in a band across a page, under its text: heading over all columns, entries side by side."""

from __future__ import annotations

from leaflet.contacts import ContactList, Directory, depth_of, distribute, place_column, scale
from leaflet.document import Document
from leaflet.furniture import fill_in
from leaflet.geometry import Rect
from leaflet.products.model import ContactLimits
from leaflet.setter import Setter
from leaflet.sheet import Item, Placed, Rule
from leaflet.styles import PETROL

GROWTH = 0.35
"""Scale of the entries, as in ``contacts.scale``; chosen by eye."""
PARTED = 9.0
"""White between the last entry of a column and the lines below it, in points."""
ABOVE = 10.0
"""White between the rule that parts the band from the text and the heading, in points."""


def band(
    document: Document,
    setter: Setter,
    limits: ContactLimits,
    x: float,
    top: float,
    width: float,
    gutter: float,
) -> Placed:
    """The contacts in two columns of the least depth that holds them.

    Where a column has room at its foot, the lines to write a number on stand there.
    """
    sizes = scale(limits, GROWTH)
    column = (width - gutter) / 2
    directory = Directory(document, setter)
    heads = ContactList(directory, sizes, width)
    elements = heads.elements()
    first = next((index for index, element in enumerate(elements) if element.contact), len(elements))
    items: list[Item] = [Rule(x, top, x + width, top, 0.8, PETROL)]
    depth = ABOVE + depth_of(elements[:first])
    items += place_column(heads, elements[:first], Rect(x, top - depth, width, depth - ABOVE), 0.0).items
    below = top - depth - sizes.gap * 1.5
    contacts = ContactList(directory, sizes, column)
    entries = contacts.elements()[first:]
    whole = depth_of(entries)
    columns = distribute(entries, [whole, whole]) or []
    deepest = max((depth_of(entry) for entry in columns), default=0.0)
    for index, own in enumerate(columns):
        left = x + index * (column + gutter)
        depth = depth_of(own)
        items += place_column(contacts, own, Rect(left, below - deepest, column, deepest), 0.0).items
        room = deepest - depth - (PARTED if own else 0.0)
        lines = fill_in(document, setter, left, below - (deepest - room), column)
        if lines.depth <= room:
            items += lines.items
    return Placed(items, top - below + deepest)
