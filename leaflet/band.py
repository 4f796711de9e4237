"""A few contacts in a band across a page, under its text: a row for every two of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.contacts import ContactList, Directory, Element
from leaflet.contactscale import scale
from leaflet.copyfitting import largest
from leaflet.document import Role
from leaflet.furniture import ABOVE_FILL_IN, divider, emergency, fill_in
from leaflet.products.model import ContactLimits
from leaflet.sheet import Fill, Item, Placed
from leaflet.styles import BELOW_DIVIDER, BELOW_DIVIDER_OF_HEADING, RAISED

GROWTHS = (1.0, 0.65, 0.3, -0.3, -0.8)
"""Scales of the entries, as in ``contactscale.scale``, that a text leaves room for; chosen by eye."""
STEPS = 20
"""Steps of a scale from the smallest to the usual one, and from there to the largest."""


@dataclass(frozen=True, slots=True)
class Size:
    """How large the entries of a band are: at a growth, or larger within a ``depth`` in points."""

    growth: float
    depth: float = 0.0


SMALLEST = Size(GROWTHS[-1])


@dataclass(frozen=True, slots=True)
class Room:
    """Where a band stands: lengths in points."""

    x: float
    top: float
    width: float
    gutter: float


def band(directory: Directory, limits: ContactLimits, room: Room, size: Size) -> Placed:
    """The band at the largest scale that its size allows.

    A word that no scale holds is set at the smallest: it leaves its room, which ``soundness`` tells.
    """
    usual = round((size.growth + 1) * STEPS)
    half = (room.width - room.gutter) / 2
    *before, _ = directory.document.contact_groups
    headings = (*(room.width for _ in before), half if ends_alone(directory) else room.width)

    def narrow(step: int) -> ContactList:
        return directory.at(scale(limits, step / STEPS - 1), half, headings)

    def holds(step: int) -> bool:
        contacts = narrow(step)
        if any(contacts.wide_words()):
            return False
        return step <= usual or place(contacts, room).depth <= size.depth

    return place(narrow(largest(2 * STEPS if size.depth else usual, holds, usual) or 0), room)


def place(narrow: ContactList, room: Room) -> Placed:
    """Headings over the whole width; under each its contacts in rows of two, codes and places level.

    Where the last heading has one contact, it stands over that alone, and what the reader writes stands
    beside both: under the heading it would be one of those who help. Else it stands below all.
    """
    directory, x, top, width, gutter = narrow.directory, room.x, room.top, room.width, room.gutter
    half = narrow.width
    wide = replace(narrow, width=width)
    standing = list(rows(narrow.elements))
    last = next(index for index in range(len(standing), 0, -1) if standing[index - 1][0].role is Role.HEADING)
    alone = ends_alone(directory)
    headed = standing[0][0].role is Role.HEADING
    items: list[Item] = [divider(x, top + (RAISED if headed else 0.0), width)]
    cursor = top - (BELOW_DIVIDER_OF_HEADING if headed else BELOW_DIVIDER)
    free = cursor
    for number, row in enumerate(standing, 1):
        across = wide if not row[0].contact and not (alone and number >= last) else narrow
        own = across.those(row)
        cursor -= own[0].before if number > 1 else 0.0
        free = cursor if number == last else free
        for index, element in enumerate(own):
            placed = across.place(element, x + index * (half + gutter), cursor)
            # Under the rule, the bar of a heading would be a second sign of a beginning.
            items += [item for item in placed if not (headed and number == 1 and isinstance(item, Fill))]
        cursor -= max(element.height for element in own)
    if alone:
        beside = free_half(directory, x + half + gutter, free, half)
        return Placed([*items, *beside.items], top - min(cursor, free - beside.depth))
    lines = fill_in(directory.document, directory.setter, x, cursor - ABOVE_FILL_IN, width)
    return Placed([*items, *lines.items], top - cursor + ABOVE_FILL_IN + lines.depth)


def ends_alone(directory: Directory) -> bool:
    """Whether the last heading has one contact, over which it stands in half the width."""
    return len(directory.document.contact_groups[-1].contacts) == 1


def free_half(directory: Directory, x: float, top: float, width: float) -> Placed:
    """What stands beside the last contacts, from ``top`` down.

    Where no organisation of the region is named, whom to call; then lines to write on.
    """
    document, setter = directory.document, directory.setter
    items: list[Item] = []
    highest = top
    if document.labels.no_local:
        box = emergency(document, setter, x, top, width)
        items += box.items
        highest -= box.depth + ABOVE_FILL_IN
    lines = fill_in(document, setter, x, highest, width)
    return Placed([*items, *lines.items], top - highest + lines.depth)


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
