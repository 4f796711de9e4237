"""The elements of the contact list over frames: what stands in which column, and the white between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from leaflet.contacts import ContactList, Element
from leaflet.document import Role
from leaflet.geometry import Rect
from leaflet.sheet import Item, Placed, Rule
from leaflet.styles import HAIRLINE

STRETCH = 1.6
"""How much the white between two entries may grow, in multiples of the least."""


def distribute(elements: Sequence[Element], heights: Sequence[float]) -> list[list[Element]] | None:
    """The elements over frames in order, filled as evenly as they go; None if they do not fit.

    A heading or note stays with what follows it.
    """
    most = fill_frames(elements, heights)
    if most is None:
        return None
    low, high = 0.0, 1.0
    best = most
    for _ in range(12):
        middle = (low + high) / 2
        found = fill_frames(elements, [height * middle for height in heights])
        if found is None:
            low = middle
        else:
            best, high = found, middle
    return best


def fill_frames(elements: Sequence[Element], heights: Sequence[float]) -> list[list[Element]] | None:
    """First fit of elements into frames of these heights."""
    frames: list[list[Element]] = [[]]
    depth = 0.0
    index = 0
    while index < len(elements):
        group = [elements[index]]
        while group[-1].contact is None and index + len(group) < len(elements):
            group.append(elements[index + len(group)])
        need = sum(element.before + element.height for element in group)
        if not frames[-1]:
            need -= group[0].before
        if depth + need > heights[len(frames) - 1] + 1e-6:
            if len(frames) == len(heights) or not frames[-1]:
                return None
            frames.append([])
            depth = 0.0
            continue
        frames[-1] += group
        depth += need
        index += len(group)
    return frames + [[] for _ in range(len(heights) - len(frames))]


def depth_of(elements: Sequence[Element]) -> float:
    """Depth of elements in one frame at their least gaps."""
    if not elements:
        return 0.0
    return sum(element.before + element.height for element in elements) - elements[0].before


def place_column(contacts: ContactList, elements: Sequence[Element], frame: Rect) -> Placed:
    """One column of the list; gaps above entries grow evenly to fill the frame."""
    shares = [0.0, *(share(above, below) for above, below in pairwise(elements))]
    spare = frame.height - depth_of(elements)
    extra = min(spare / sum(shares), contacts.scale.gap * STRETCH) if any(shares) else 0.0
    items: list[Item] = []
    top = frame.top
    for index, element in enumerate(elements):
        if index:
            grown = extra * shares[index]
            if element.contact and elements[index - 1].contact:
                items.append(separator(contacts, frame, top - (element.before + grown) / 2))
            top -= element.before + grown
        items += contacts.place(element, frame.x, top)
        top -= element.height
    return Placed(items, frame.top - top)


def share(above: Element, below: Element) -> float:
    """What the white between two elements takes of the spare depth."""
    if above.role is Role.ADVICE:
        return 0.3
    if below.role is Role.HEADING:
        return 2.0
    return 1.0 if below.contact and above.contact else 0.0


def separator(contacts: ContactList, frame: Rect, y: float) -> Rule:
    """A hairline between two entries, beside the codes' quiet zones and never across them."""
    return Rule(frame.x + contacts.text_indent, y, frame.right, y, 0.5, HAIRLINE)
