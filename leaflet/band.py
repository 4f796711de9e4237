"""A few contacts in a band across a page, under its text: a row for every two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet import columns
from leaflet.contacts import ContactList, Directory, Element, scale
from leaflet.furniture import divider, fill_in
from leaflet.geometry import Rect
from leaflet.products.model import ContactLimits
from leaflet.sheet import Item, Placed, Rule
from leaflet.styles import BELOW_DIVIDER
from leaflet.units import MM

GROWTHS = (0.35, 0.2, 0.05, -0.1, -0.4, -0.7, -1.0)
"""Scales of the entries, as in ``contacts.scale``: the first that holds every word; chosen by eye."""
BELOW = 4.5 * MM
"""White between the last row and the line to write on, where that stands below it."""


def band(
    directory: Directory, limits: ContactLimits, x: float, top: float, width: float, gutter: float
) -> Placed:
    """Headings over the whole width; under each its contacts in rows of two, codes and places level.

    The line to write on takes the half of the last row that is left, or else stands below. A word that no
    scale holds is set at the smallest: it leaves its room, which ``soundness`` tells.
    """
    half = (width - gutter) / 2
    narrow = next(
        (found for found in in_width(directory, limits, half) if not any(found.wide_words())),
        directory.at(scale(limits, GROWTHS[-1]), half),
    )
    wide = directory.at(narrow.scale, width)
    items: list[Item] = [divider(x, top, width)]
    cursor = top - BELOW_DIVIDER
    above: Element | None = None
    free = 0.0
    standing = list(rows(narrow.elements))
    for row in standing:
        contacts = narrow if row[0].contact else wide
        own = contacts.those(row)
        if above is not None:
            if above.contact and own[0].contact:
                items += separators(contacts, x, half + gutter, cursor - own[0].before / 2)[: len(own)]
            cursor -= own[0].before
        for index, element in enumerate(own):
            items += contacts.place(element, x + index * (half + gutter), cursor)
        above, free = own[-1], cursor
        cursor -= max(element.height for element in own)
    document, setter = directory.document, directory.setter
    if len(standing[-1]) == 1 and standing[-1][0].contact:
        # On the foot of the row: no contact's rule or text is near.
        left = x + half + gutter
        upper = min(free, cursor + fill_in(document, setter, left, 0.0, half).depth)
        lines = fill_in(document, setter, left, upper, half)
    else:
        upper = cursor - BELOW
        lines = fill_in(document, setter, x, upper, width)
    return Placed([*items, *lines.items], top - min(cursor, upper - lines.depth))


def in_width(directory: Directory, limits: ContactLimits, width: float) -> Iterator[ContactList]:
    """The list at every scale of the band, the largest first."""
    for growth in GROWTHS:
        yield directory.at(scale(limits, growth), width)


def rows(elements: Sequence[Element]) -> Iterator[list[Element]]:
    """Elements that stand side by side: two contacts, or a heading or a note alone."""
    pending: list[Element] = []
    for element in elements:
        if pending and not (element.contact and pending[0].contact and len(pending) < 2):
            yield pending
            pending = []
        pending.append(element)
    if pending:
        yield pending


def separators(contacts: ContactList, x: float, pitch: float, y: float) -> list[Rule]:
    """A hairline over each half of a row."""
    return [columns.separator(contacts, Rect(left, y, contacts.width, 0), y) for left in (x, x + pitch)]
