"""The small parts of a leaflet that no text of the memo asks for, and every reader needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from leaflet.diagnostics import Finding, Severity
from leaflet.document import Document, Phrase, Role
from leaflet.localization import NATIONAL
from leaflet.sheet import Rule, TextLine
from leaflet.stands import Face, Stand, as_read, box
from leaflet.styles import BLACK, WHITE
from leaflet.units import MM, to_mm

FLAP = "flap"
"""The panel that is seen first when the cover is opened."""
FEW = 5
"""Contacts of a region that leave its flap to the signs and the numbers to call: none has more than 4."""
LEAST_CALL = 17.0
"""The least size of these numbers, in points: the flap is seen at arm's length."""
WRITE_IN = 30 * MM
"""How long a line must be for a telephone number to be written on it."""
FEWEST_LINES, PITCH = 2, 6 * MM
"""How many lines there must be below a label, and how far apart: a hand that shakes writes large."""
SPARED = 5 * MM
"""White above a list that goes on in which it could say so; the line that does takes 7 mm."""
NEAR = 25 * MM
"""How far below its label such a line may be."""


def unfitted(document: Document, faces: Sequence[Face]) -> Iterator[Finding]:
    """What readers do not find where they are: whom to call, where a list goes on, lines to write on."""
    for face in faces:
        yield from uncalled(document, face.stands, f"side {face.side.name!r}")
    stands = as_read(faces)
    for stand in stands:
        yield from unwhole(document, stand)
        yield from unranked(document, stand)
        if stand.name == FLAP and not stand.has_contacts:
            yield from uncalled(document, [stand], f"panel {stand.name!r}")
            yield from unboxed(document, stand)
        elif stand.name == FLAP and document.region != NATIONAL and len(document.contacts) <= FEW:
            # Where the box or the list does not fit its place, another plan does without.
            yield crowded_flap(document)
    folded = any(face.side.folds for face in faces)
    yield from unled(document, stands, folded=folded)
    yield from unwritable(document, stands, folded=folded)


def lost(phrase: Phrase, what: str, measure: str = "") -> Finding:
    return Finding(phrase.place, "lost-text", what, measure, ours=True)


def uncalled(document: Document, stands: Sequence[Stand], where: str) -> Iterator[Finding]:
    """Numbers to call that do not stand where a part of the leaflet is seen, copied or lost alone."""
    said = {
        line.text for stand in stands for line in stand.lines if line.tag.role in (Role.NUMBER, Role.FOOT)
    }
    for hotline in document.hotlines:
        if hotline.number.text not in said:
            yield lost(hotline.number, f"{where} does not say whom to call: {hotline.number.text}")


def unwhole(document: Document, stand: Stand) -> Iterator[Finding]:
    """Numbers to call that stand on a card or in a box without all the others, or too small for it."""
    boxed = [
        line for line in stand.lines if line.tag.role is Role.NUMBER and line.tag.block.startswith("hotline.")
    ]
    said = {line.text for line in boxed}
    for hotline in document.hotlines if boxed else ():
        if hotline.number.text not in said:
            what = f"panel {stand.name!r} has numbers to call, and not this one: {hotline.number.text}"
            yield lost(hotline.number, what)
    for line in boxed:
        if line.size < LEAST_CALL:
            what = f"a number to call is small: {line.text}, panel {stand.name!r}"
            measure = f"expected {LEAST_CALL:g} pt or more, found {line.size:g} pt"
            yield Finding(line.place, "misplaced-text", what, measure, ours=True)


def unranked(document: Document, stand: Stand) -> Iterator[Finding]:
    """Numbers to call that stand beside each other in another order than everywhere."""
    ranks = {hotline.number.text: rank for rank, hotline in enumerate(document.hotlines)}
    rows: dict[float, list[TextLine]] = {}
    for line in stand.lines:
        if line.text in ranks:
            rows.setdefault(round(line.baseline, 1), []).append(line)
    for row in rows.values():
        found = [line.text for line in sorted(row, key=lambda line: line.x)]
        if found != sorted(found, key=ranks.__getitem__):
            what = f"numbers to call stand in another order: panel {stand.name!r}"
            yield Finding(row[0].place, "misplaced-text", what, f"found {', '.join(found)}", ours=True)


def unlike_a_flap(document: Document, what: str) -> Finding:
    return Finding(document.labels.advice.place, "misplaced-text", f"the flap {what}", ours=True)


def crowded_flap(document: Document) -> Finding:
    """A flap that has contacts, which have no room elsewhere: labels without room on it are told first."""
    longest = max(document.contacts, key=lambda contact: len(contact.name.text + contact.place.text))
    what = "the flap has no room for the signs and the numbers to call: contacts stand in their place"
    remedy = "shorten the names and places of organisations; or build it with --format a4"
    return Finding(longest.name.place, "overset-contacts", what, "", remedy)


def unboxed(document: Document, flap: Stand) -> Iterator[Finding]:
    """A flap without a rim round all that it says, or its numbers without a box of their own."""
    body = {block.id for block in document.body}
    memo = [line for line in flap.lines if line.tag.block in body]
    numbers = [line for line in flap.lines if line.tag.block.startswith("hotline.")]
    if not (memo and numbers):
        return
    rims = [fill.rect for fill in flap.fills if fill.ink != WHITE]
    if not any(rim.contains(box([*memo, *numbers])) for rim in rims):
        yield unlike_a_flap(document, "has no box round the signs and the numbers to call")
    lowest = min(line.baseline for line in memo)
    if not any(rim.contains(box(numbers)) and rim.top <= lowest for rim in rims):
        yield unlike_a_flap(document, "has no box round the numbers to call alone")


def unled(document: Document, stands: Sequence[Stand], *, folded: bool) -> Iterator[Finding]:
    """Lists of contacts that go on on another panel, and do not say so.

    Pages say it where the list goes on; a folded sheet, whose panels are not seen at once, there and where it
    breaks off. It may have no room to say it where the list goes on, or for either: then the build says so.
    """
    labels = document.labels
    for stand, following in pairwise(stand for stand in stands if stand.has_contacts):
        led = stand.blocks.get("labels.contacts_go_on")
        told = following.blocks.get("labels.contacts_continued")
        highest = max(code.rect.top for code in following.codes)
        # What stands above the list where it goes on could stand there as well.
        spare = following.panel.frame.top - max(highest, *(at.top for _, at in following.boxes))
        if folded and bool(led) != bool(told) and (told or spare > SPARED):
            phrase = labels.contacts_go_on if told else labels.contacts_continued
            what = f"a list goes on, and only one of its panels says so: {stand.name}, {following.name}"
            yield lost(phrase, what)
        elif not folded and not told:
            yield lost(
                labels.contacts_continued, f"a list goes on, and its panel does not say so: {following.name}"
            )
        elif not told:
            silent = f"this panel has no room to say so: {following.name}"
            if not led:
                silent = f"neither panel has room to say so: {stand.name}, {following.name}"
            what = f"the list of contacts goes on, and {silent}; "
            what += "all contacts are printed: it may be given out so"
            remedy = "shorten names and places of organisations, if readers are to be told"
            yield Finding(
                labels.contacts_go_on.place, "untold-list", what, remedy=remedy, severity=Severity.NOTE
            )
        if told and told[0].baseline < highest:
            what = "what says that a list goes on does not stand above it"
            yield Finding(labels.contacts_continued.place, "misplaced-text", what, following.name, ours=True)


def unwritable(document: Document, stands: Sequence[Stand], *, folded: bool) -> Iterator[Finding]:
    """Labels without a line beside or lines below to write on, and lines without a label.

    A notice has them always.
    """
    label = document.labels.my_embassy
    found = False
    for stand in stands:
        asked = stand.blocks.get("labels.my_embassy", [])
        found = found or bool(asked)
        rules = list(filter(is_to_write_on, stand.rules))
        lowest = min((line.baseline for line in asked), default=0.0)
        near = [rule for rule in rules if asked and lowest - NEAR <= rule.y1 <= asked[0].baseline]
        levels = [lowest, *sorted({rule.y1 for rule in near}, reverse=True)]
        room = min([one - other for one, other in pairwise(levels)], default=0.0)
        beside = len(near) == 1 and near[0].y1 == lowest
        if asked and not beside and (len(near) < FEWEST_LINES or room < PITCH):
            measure = f"found {len(near)}, the nearest {to_mm(room):.1f} mm apart"
            yield lost(label, f"a label has no lines to write on: panel {stand.name!r}", measure)
        if len(near) < len(rules):
            yield lost(label, f"lines to write on have no label: panel {stand.name!r}")
    if not (found or folded):
        yield lost(label, "there are no lines to write on")


def is_to_write_on(rule: Rule) -> bool:
    """Whether a rule is a line to write on: black, level, long. Those that part texts are not black."""
    return rule.ink == BLACK and rule.y1 == rule.y2 and rule.x2 - rule.x1 >= WRITE_IN
