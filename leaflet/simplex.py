"""A layout of both faces of the paper into one of the fronts and one of the backs."""

from __future__ import annotations

from dataclasses import replace

from leaflet.document import Document
from leaflet.sheet import Code, Layout, Side


def fronts_and_backs(layout: Layout) -> dict[str, Layout]:
    """The fronts and the backs of the sheets, by what the names of their files end in.

    The backs have the order and the number of the fronts: printed on the turned stack they meet the right
    ones, in one copy or in many. A front without a back gets an empty page.
    """
    fronts, backs = layout.sides[::2], layout.sides[1::2]
    backs += tuple(empty(front) for front in fronts[len(backs) :])
    folded = bool(layout.sides[0].folds)
    names = (fronts[0].name, backs[0].name) if folded else ("fronts", "backs")
    return {
        f"{number}-{name}": replace(
            layout, document=with_contacts_of(sides, layout.document), sides=sides, part=f"{number}-{name}"
        )
        for number, (name, sides) in enumerate(zip(names, (fronts, backs), strict=True), 1)
    }


def with_contacts_of(sides: tuple[Side, ...], document: Document) -> Document:
    """The document with the contacts alone that stand on these sides."""
    items = [item for side in sides for panel in side.panels for item in panel.items]
    printed = {item.tag.block for item in items if isinstance(item, Code)}
    groups = (
        replace(
            group, contacts=tuple(entry for entry in group.contacts if f"contact.{entry.id}.code" in printed)
        )
        for group in document.contact_groups
    )
    return replace(document, contact_groups=tuple(group for group in groups if group.contacts))


def empty(front: Side) -> Side:
    """The back of a front that nothing is printed on."""
    return replace(front, name="empty", folds=(), panels=(), marks=())
