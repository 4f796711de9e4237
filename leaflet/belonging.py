"""What stands on a sheet held against where it stands: who reads takes for one what is near each other.

The words of every block are held against the document by ``fidelity``; here nothing but their places counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from leaflet.diagnostics import Finding, Place, shorten
from leaflet.document import ITEMS, Contact, Document, Role
from leaflet.fidelity import meet
from leaflet.geometry import Rect
from leaflet.nearness import NAMES, nearest, numbers
from leaflet.sheet import Code, Rule, TextLine
from leaflet.stands import CONTACT, Stand, box
from leaflet.typeface import Weight
from leaflet.units import to_mm

HEADS = {"trafficking": "labels.advice"}
"""What stands over the number of a hotline, if not that it is for who is in danger."""
DANGER = "labels.danger"
CALLS = ("hotline.", DANGER, *HEADS.values())
"""How the blocks of numbers to call begin."""
HANGING, MARK = 2.2, (-0.45, 1.05)
"""How far before an item its mark may stand, and between which heights over the baseline, in sizes."""
SLACK = 0.1
"""Points by which two entries may share room, or lines be off: rounding."""
STRUCK = (0.05, 0.65)
"""Between which heights over the baseline, in sizes, a rule goes through letters."""


def misplaced(document: Document, stands: Sequence[Stand]) -> Iterator[Finding]:
    """Texts and codes that stand where they are taken for parts of something else.

    ``stands`` are in the order of reading.
    """
    for stand in stands:
        yield from called_otherwise(stand)
        yield from beside_another(stand)
        yield from struck(stand)
        yield from out_of_order(stand)
    yield from unmarked_items(stands)
    yield from memo_out_of_order(document, stands)
    yield from scattered(document, stands)
    yield from under_another_heading(document, stands)
    yield from emphasised_otherwise(document, stands)
    yield from named_as_places(document, stands)


def called_otherwise(stand: Stand) -> Iterator[Finding]:
    """Numbers of hotlines that do not stand under what they are for and over their own names."""
    blocks = stand.blocks
    boxes = {block: box(own) for block, own in blocks.items() if block.startswith(CALLS)}
    shown = {block: spot for block, spot in boxes.items() if block.endswith(".number")}
    names = {block: spot for block, spot in boxes.items() if block.endswith(".label")}
    heads = {block: spot for block, spot in boxes.items() if block.startswith("labels.")}
    for block, spot in shown.items():
        id, place = block.split(".")[1], blocks[block][0].place
        number = blocks[block][0].text
        # What begins behind the end of a number stands over another one.
        above = {head: at for head, at in heads.items() if at.y >= spot.top and at.x < spot.right}
        head = closest(above, spot)
        if head != HEADS.get(id, DANGER):
            what = f"a number does not stand under what it is for: {number}"
            yield stand.fault(place, what, f"expected {HEADS.get(id, DANGER)}, found {head or 'nothing'}")
        own = f"hotline.{id}.label"
        below = {name: at for name, at in names.items() if at.top <= spot.y}
        if closest(below, spot) != own or closest(over(shown, names[own]), names[own]) != block:
            what = f"a number does not stand over its own name: {number}"
            yield stand.fault(place, what, f"expected {own}, found {closest(below, spot) or 'nothing'}")


def over(boxes: dict[str, Rect], spot: Rect) -> dict[str, Rect]:
    """Those boxes that stand above another."""
    return {block: at for block, at in boxes.items() if at.y >= spot.top}


def closest(boxes: dict[str, Rect], spot: Rect) -> str:
    """The block that is nearest to a box, by the white between them and by how far off it begins."""

    def distance(block: str) -> float:
        at = boxes[block]
        return max(at.y - spot.top, spot.y - at.top) + abs(at.x - spot.x)

    return min(boxes, key=distance, default="")


def beside_another(stand: Stand) -> Iterator[Finding]:
    """Codes beside another number than they open."""
    if not stand.codes:
        return
    shown = numbers((line.text, line.size, at) for line, at in stand.boxes if line.tag.role not in NAMES)
    for code in stand.codes:
        number = nearest(shown, code.rect, stand.rules)
        if f"tel:{number}" != code.payload:
            if words := deep(stand, code):
                yield words
                continue
            what = f"a code stands beside another number than it opens: {number}"
            yield stand.fault(Place(code.tag.block), what, f"expected {code.payload}")


def deep(stand: Stand, code: Code) -> Finding | None:
    """That an entry has so many words that its number stands below its code, nearer to another's."""
    entry = code.tag.block.removesuffix(".code")
    number, name = (
        next((line for line in stand.lines if line.tag.block == f"{entry}.{part}"), None)
        for part in ("number", "name")
    )
    if number is None or name is None or number.baseline > code.rect.y:
        return None
    what = f'panel "{stand.name}": name and place are too long: their number is not beside its code'
    measure = f"it stands {to_mm(code.rect.y - number.baseline):.1f} mm below the code"
    return Finding(name.place, "overset-text", what, measure, "shorten the name or the place")


def struck(stand: Stand) -> Iterator[Finding]:
    """Texts that a rule goes through."""
    low, high = STRUCK
    for rule in stand.rules:
        for line in stand.lines:
            # Most lines are far from a rule.
            if low * line.size < rule.y1 - line.baseline < high * line.size and runs_over(rule, line):
                yield stand.fault(line.place, f"a rule goes through a text: {shorten(line.text)}")


def runs_over(rule: Rule, line: TextLine) -> bool:
    """Whether a rule shares room across the panel with a line."""
    return min(line.right, max(rule.x1, rule.x2)) - max(line.x, min(rule.x1, rule.x2)) > SLACK


def crossed(stands: Iterable[Stand]) -> Iterator[Finding]:
    """Lines that a symbol, or the edge of a field, goes through."""
    for stand in stands:
        for symbol, spot in stand.strokes:
            for line, _ in touching(stand, spot.grown(symbol.weight / 2)):
                what = f"the symbol {symbol.name!r} reaches into a line: {shorten(line.text)}"
                yield stand.fault(line.place, what)
        for fill in stand.fills:
            for line, spot in touching(stand, fill.rect):
                if not fill.rect.contains(spot):
                    what = f"a line stands on the edge of a field: {shorten(line.text)}"
                    yield stand.fault(line.place, what)


def touching(stand: Stand, area: Rect) -> list[tuple[TextLine, Rect]]:
    """The lines that share more than rounding with an area."""
    low, high = area.y + SLACK, area.top - SLACK
    # Most lines are far from a symbol.
    level = [(line, spot) for line, spot in stand.boxes if spot.y < high and spot.y + spot.height > low]
    return [(line, spot) for line, spot in level if meet(spot, area)]


def out_of_order(stand: Stand) -> Iterator[Finding]:
    """Lines of one text that do not follow each other downwards, or from one column to the next."""
    for line, following in pairwise(stand.lines):
        if line.tag.block == following.tag.block and not follows(line, following):
            what = f"a line stands above the one that it goes on from: {shorten(following.text)}"
            yield stand.fault(following.place, what)


def follows(line: TextLine, following: TextLine) -> bool:
    """Whether the eye comes from one line to the other: it is lower, or in a column to the right."""
    return following.baseline < line.baseline + SLACK or following.edge > line.edge + line.measure - SLACK


def unmarked_items(stands: Sequence[Stand]) -> Iterator[Finding]:
    """Items of lists that do not begin beside a mark: it would be seen beside the end of another one."""
    seen: set[str] = set()
    for stand in stands:
        marks = [mark for _, mark in stand.strokes]
        for block, lines in stand.blocks.items():
            first = lines[0]
            if first.tag.role not in ITEMS or block in seen:
                continue
            seen.add(block)
            reach = HANGING * first.size
            lowest, highest = (first.baseline + height * first.size for height in MARK)
            if not any(
                lowest < mark.y and mark.top < highest and first.x - reach < mark.x + mark.width / 2 < first.x
                for mark in marks
            ):
                what = f"an item of a list does not begin beside a mark: {shorten(first.text)}"
                yield stand.fault(first.place, what)


def memo_out_of_order(document: Document, stands: Sequence[Stand]) -> Iterator[Finding]:
    """A text of the memo that does not stand where it is read."""
    own = {block.id for block in document.body}
    told: list[str] = []
    for stand in stands:
        lines = [line for line in stand.lines if line.tag.block in own]
        for line, following in pairwise(lines):
            if not follows(line, following):
                what = f"a text stands above the one before it: {shorten(following.text)}"
                yield stand.fault(following.place, what)
        told += [line.tag.block for line in lines]
    expected = [block.id for block in document.body]
    found = list(dict.fromkeys(told))
    if expected != found:
        wanted, there = next(
            ((ours, theirs) for ours, theirs in zip(expected, found, strict=False) if ours != theirs),
            ("all texts", "some"),
        )
        what = "the texts of the memo do not follow each other"
        yield stands[0].fault(document.body[0].phrase.place, what, f"expected {wanted}, found {there}")


def scattered(document: Document, stands: Sequence[Stand]) -> Iterator[Finding]:
    """Contacts of which something stands among the parts of another one, or on another panel."""
    names = {contact.id: contact.name for contact in document.contacts}
    seen: set[str] = set()
    for stand in stands:
        spots = stand.entries
        for id in spots.keys() & seen:
            what = f"a contact is parted between two panels: {shorten(names[id].text)}"
            yield stand.fault(names[id].place, what)
        seen |= spots.keys()
        ordered = sorted(spots, key=lambda id: -spots[id].top)
        for index, id in enumerate(ordered):
            for other in ordered[index + 1 :]:
                if spots[other].top <= spots[id].y + SLACK:
                    break
                if min(spots[id].right, spots[other].right) - max(spots[id].x, spots[other].x) > SLACK:
                    what = f"parts of two contacts stand among each other: {shorten(names[id].text)}"
                    yield stand.fault(names[id].place, what, f"and {shorten(names[other].text)}")


def under_another_heading(document: Document, stands: Sequence[Stand]) -> Iterator[Finding]:
    """Contacts that do not stand under the heading of their group."""
    own = {contact.id: group.heading.id for group in document.contact_groups for contact in group.contacts}
    headings, names = set(own.values()), {contact.id: contact.name for contact in document.contacts}
    above = ""
    for stand in stands:
        heads = [line for block in headings for line in stand.blocks.get(block, ())]
        for id, spot in sorted(stand.entries.items(), key=lambda entry: entry[1].x):
            found = heading(heads, spot) or above
            if id in own and found != own[id]:
                what = f"a contact stands under another heading: {shorten(names[id].text)}"
                yield stand.fault(names[id].place, what, f"expected {own[id]}, found {found or 'none'}")
        if heads:
            above = max(heads, key=lambda line: (line.edge, -line.baseline)).tag.block


def heading(heads: Sequence[TextLine], spot: Rect) -> str:
    """The heading over an entry in its column, or else the last one in the columns before; empty if none."""
    over = [
        line
        for line in heads
        if line.baseline >= spot.top and line.edge - SLACK <= spot.x <= line.edge + line.measure
    ]
    if over:
        return min(over, key=lambda line: line.baseline).tag.block
    before = [line for line in heads if line.edge + line.measure <= spot.x]
    return max(before, key=lambda line: (line.edge, -line.baseline)).tag.block if before else ""


def emphasised_otherwise(document: Document, stands: Sequence[Stand]) -> Iterator[Finding]:
    """Contacts of which another number is set in bold than the code dials, or a fax like a number to call."""
    for contact in document.contacts:
        for stand in having(contact, stands):
            lines = stand.blocks.get(f"{CONTACT}{contact.id}.{Role.NUMBER}", ())
            bold = "".join(run.text for line in lines for run in line.runs if run.weight is Weight.BOLD)
            if lines and f"tel:{''.join(bold.split())}" != contact.code:
                what = f"another number is set in bold than the code dials: {shorten(contact.name.text)}"
                yield stand.fault(
                    contact.name.place, what, f"expected {contact.code}, found {bold or 'none'}"
                )
            faxes = stand.blocks.get(f"{CONTACT}{contact.id}.{Role.FAX}", ())
            if lines and any(
                line.size >= lines[0].size or run.weight is Weight.BOLD for line in faxes for run in line.runs
            ):
                what = f"a fax is set as large or as bold as a number to call: {shorten(contact.name.text)}"
                yield stand.fault(contact.name.place, what)


def having(contact: Contact, stands: Sequence[Stand]) -> list[Stand]:
    """Those panels on which something of a contact stands."""
    return [stand for stand in stands if contact.id in stand.entries]


def named_as_places(document: Document, stands: Sequence[Stand]) -> Iterator[Finding]:
    """Names of organisations that look like the places over them, by which a reader finds an entry."""
    for contact in document.contacts:
        if any(run.bold for run in contact.name.runs):
            continue  # An editor's own emphasis.
        first = Role.PLACE if contact.scope is None else Role.SCOPE
        for stand in having(contact, stands):
            names, places = (
                {run.weight for line in stand.blocks.get(block, ()) for run in line.runs}
                for block in (f"{CONTACT}{contact.id}.{role}" for role in (Role.NAME, first))
            )
            if names & places:
                what = f"a name looks like the place over it: {shorten(contact.name.text)}"
                yield stand.fault(contact.name.place, what)
