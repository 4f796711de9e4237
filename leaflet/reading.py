"""The panels of a layout, and what stands in them, in the order in which they are heard."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from leaflet.document import Role
from leaflet.sheet import Code, Layout, PlacedPanel, TextLine, in_order

UNHEARD = (Role.FOLIO, Role.SCALE)
"""What repeats from page to page, and the numbers on a scale, is no part of the text."""
OPENING = ("labels.language", "labels.draft", "memo.cover.", "labels.region")
CALLS = {"labels.danger": 1, "labels.advice": 3, "hotline.trafficking.": 4, "hotline.": 2}


def read(layout: Layout) -> list[tuple[int, PlacedPanel]]:
    """The panels as they are heard: those that have contacts alone come after the memo, one list.

    On paper such a list may begin on the flap, beside the back where it goes on.
    """
    memo = {block.id for block in layout.document.body}

    def late(panel: PlacedPanel) -> bool:
        blocks = {item.tag.block for item in panel.items if isinstance(item, TextLine)}
        return not blocks & memo and any(block.startswith("contact.") for block in blocks)

    return sorted(in_order(layout.sides), key=lambda pair: late(pair[1]))


def heard(panel: PlacedPanel, *, alone: bool) -> Iterator[tuple[int, TextLine | Code]]:
    """The texts and codes of a panel as they are heard, each with its place among the items.

    First what the leaflet is, wherever that stands on the cover; numbers to call after what they are for,
    codes after what they are of. The foot of a panel that is a page, ``alone``, is no part of the text.
    """
    unheard = (*UNHEARD, Role.STATUS) if alone else UNHEARD
    items = [
        (place, item)
        for place, item in enumerate(panel.items)
        if isinstance(item, TextLine | Code) and item.tag.role not in unheard
    ]
    items.sort(key=lambda pair: not pair[1].tag.block.startswith(OPENING))
    for own, group in groupby(items, lambda pair: section(pair[1])):
        members = list(group)
        yield from sorted(members, key=lambda pair: turn(pair[1])) if own else members


def section(item: TextLine | Code) -> str:
    """What a text or code belongs to that has an order of its own: the numbers to call, or one contact."""
    block = item.tag.block
    if block.startswith("contact."):
        return block.rpartition(".")[0]
    return "calls" if block.startswith(tuple(CALLS)) else ""


def turn(item: TextLine | Code) -> int:
    """When a text or code is heard in its section; the texts of a contact as they stand."""
    if isinstance(item, Code):
        return len(CALLS) + 1
    return next((turn for block, turn in CALLS.items() if item.tag.block.startswith(block)), 0)
