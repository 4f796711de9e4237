"""The face of the leaflet: who it is for, what it is, whom to call. A trifold's cover, an A4 masthead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from leaflet.document import Block, Document, HotlineEntry, Phrase, Role
from leaflet.furniture import labelled, number_line, rimmed
from leaflet.geometry import Rect
from leaflet.pictograms import pictogram
from leaflet.qr import QUIET, encode
from leaflet.setter import Setter, Type
from leaflet.sheet import Code, Edge, Fill, Item, Placed, Tag, TextLine
from leaflet.styles import AMBER, BLACK, FIELD, ON_FIELD, PALE, PETROL, WHITE
from leaflet.typeface import Weight
from leaflet.units import MM

PAD = 8.0 * MM
RADIUS = 2.4 * MM
CARD_PAD = 5.0 * MM
FEWER_LINES = 3.0
"""How many points of size a title gives up for fewer lines: they break where the sense does."""
FIELD_RIM = 1.5
"""Width of the field's rim, which shows where the field itself is not printed."""
DRAFT = 2.6 * MM
"""From the foot of the field to the last baseline of a draft's mark."""
HIGH = 0.36
"""Where the words of the cover stand in the white that is left to them, 0 top to 1 bottom; chosen by eye."""
CODE = 21 * MM
"""The hotline's code: leaves room beside it for the number at 40 pt."""


@dataclass(frozen=True, slots=True)
class Face:
    """Type sizes of a face: the audience and title lines may shrink from ``most`` to ``least``."""

    audience_most: float
    audience_least: float
    title_most: float
    title_least: float


COVER = Face(21.0, 15.0, 13.5, 11.0)
MASTHEAD = Face(18.0, 13.0, 12.5, 10.5)


def cover(document: Document, setter: Setter, frame: Rect) -> Placed:
    """The cover: a coloured field, the words above, a white card with the numbers below."""
    inner = frame.inset(PAD, PAD, PAD, PAD)
    card = hotline_card(document, setter, inner)
    whole = Edge.LEFT | Edge.BOTTOM | Edge.RIGHT | Edge.TOP
    items: list[Item] = [*rimmed(frame, RADIUS, FIELD_RIM, FIELD, whole), *card.items]
    items += language(document, setter, inner)
    items += draft(document, setter, inner.x, frame.y + DRAFT, inner.width)
    region = Type(Weight.SEMI_BOLD, 14.0, ON_FIELD)
    baseline = inner.y + card.depth + 6.5 * MM
    lines = len(setter.breaks(document.labels.region, region, inner.width)[1])
    baseline += (lines - 1) * region.size * region.leading
    tag = Tag(Role.LABEL, "labels.region")
    upper, lower = inner.top - 8 * MM, baseline + setter.cap_height(region)
    free = upper - lower - words(document, setter, inner.x, 0.0, inner.width, COVER).depth
    items += words(document, setter, inner.x, upper - HIGH * max(free, 0.0), inner.width, COVER).items
    items += setter.lines(document.labels.region, region, inner.x, baseline, inner.width, tag)
    return Placed(items, frame.height)


def masthead(document: Document, setter: Setter, x: float, top: float, width: float) -> Placed:
    """The head of an A4 edition: words at the left, the card at the right."""
    pad = 5.0 * MM
    card_width = 76 * MM
    left = width - card_width - 3 * pad
    probe = hotline_card(document, setter, Rect(x + width - pad - card_width, 0, card_width, 0))
    # The words need room between the language's name and the region's.
    upper, lower = 10 * MM, 9 * MM
    depth = words(document, setter, x, 0.0, left, MASTHEAD).depth
    height = max(probe.depth, upper + depth + lower) + 2 * pad
    field = Rect(x, top - height, width, height)
    right = Rect(x + width - pad - card_width, field.y + (height - probe.depth) / 2, card_width, probe.depth)
    upper_edges = Edge.LEFT | Edge.TOP | Edge.RIGHT
    items: list[Item] = [*rimmed(field, RADIUS, FIELD_RIM, FIELD, upper_edges)]
    items += hotline_card(document, setter, right).items
    area = Rect(x + pad, field.y + pad, left, height - 2 * pad)
    items += language(document, setter, area)
    items += draft(document, setter, area.x, field.y + DRAFT, left)
    region = Type(Weight.SEMI_BOLD, 13.0, ON_FIELD)
    tag = Tag(Role.LABEL, "labels.region")
    baseline = area.y + (2 * MM if document.draft else 0.0)
    items += setter.lines(document.labels.region, region, area.x, baseline, left, tag)
    start = area.top - upper - (area.height - upper - lower - depth) / 2
    items += words(document, setter, area.x, start, left, MASTHEAD).items
    return Placed(items, height + 6 * MM)


def language(document: Document, setter: Setter, area: Rect) -> list[TextLine]:
    """The language's name at the top, so that a stand of ten languages sorts itself."""
    name = Type(Weight.BOLD, 14.0, ON_FIELD)
    baseline = area.top - setter.cap_height(name)
    tag = Tag(Role.LABEL, "labels.language")
    return setter.lines(document.labels.language, name, area.x, baseline, area.width, tag)


def draft(document: Document, setter: Setter, x: float, baseline: float, width: float) -> list[TextLine]:
    """The mark of a draft at the foot of the field, as under the panels."""
    if not document.draft or document.labels.draft is None:
        return []
    mark = Type(Weight.REGULAR, 7.5, PALE, leading=1.15)
    below = setter.depth(document.labels.draft, mark, width) - mark.size * mark.leading
    tag = Tag(Role.NOTE, "labels.draft")
    return setter.lines(document.labels.draft, mark, x, baseline + below, width, tag)


def words(document: Document, setter: Setter, x: float, top: float, width: float, face: Face) -> Placed:
    """Whom the memo is for, large; a bar; what it is about, smaller."""
    audience = fitting(setter, document.audience, width, face.audience_most, face.audience_least, 4)
    title = fitting(setter, document.title, width, face.title_most, face.title_least, 4)
    strong = Type(Weight.BOLD, audience, ON_FIELD, leading=1.2, balance=True)
    quiet = Type(Weight.SEMI_BOLD, title, PALE, leading=1.26, balance=True)
    tag = Tag(Role.AUDIENCE, document.audience.id)
    baseline = top - setter.cap_height(strong)
    lines = setter.lines(document.audience.phrase, strong, x, baseline, width, tag)
    bar = lines[-1].baseline - 5.2 * MM
    baseline = bar - 4.2 * MM - setter.cap_height(quiet)
    tag = Tag(Role.TITLE, document.title.id)
    below = setter.lines(document.title.phrase, quiet, x, baseline, width, tag)
    items: list[Item] = [*lines, Fill(Rect(x, bar, 16 * MM, 1.1 * MM), AMBER), *below]
    return Placed(items, top - below[-1].baseline + setter.descent(quiet))


def fitting(setter: Setter, block: Block, width: float, most: float, least: float, lines: int) -> float:
    """The size at which a block breaks best: the fewest lines, for which a little size may be given up.

    No word is wider than ``width``, and the block takes at most so many lines; else the least size.
    """
    found: list[tuple[int, float]] = []
    size = most
    while size > least and (not found or size >= found[0][1] - FEWER_LINES):
        copy, ends = setter.breaks(block.phrase, Type(Weight.BOLD, size, ON_FIELD, balance=True), width)
        if copy.widest * size / 1000 <= width and len(ends) <= lines:
            found.append((len(ends), size))
        size -= 0.25
    return min(found, key=lambda fit: (fit[0], -fit[1]))[1] if found else least


def hotline_card(document: Document, setter: Setter, area: Rect) -> Placed:
    """A white card on the bottom of ``area``: the hotline with its code, then the emergency numbers."""
    hotline = document.hotline("trafficking")
    big = Type(Weight.BOLD, 42.0, PETROL)
    label = Type(Weight.SEMI_BOLD, 9.5, PETROL)
    small = Type(Weight.REGULAR, 8.5, BLACK, leading=1.15)
    number = Type(Weight.BOLD, 22.0, PETROL)
    quiet = CODE * QUIET
    inner = area.width - 2 * CARD_PAD
    x = area.x + CARD_PAD
    others = [entry for entry in document.hotlines if entry.id != "trafficking"]
    share = inner / max(len(others), 1)
    label_lines = max(
        (len(setter.breaks(entry.label, small, share - 2 * MM)[1]) for entry in others), default=0
    )
    y = area.y + CARD_PAD + setter.descent(small) * 0.5
    items: list[Item] = []
    below = y + (label_lines - 1) * small.size * small.leading + small.size * 1.45
    for index, entry in enumerate(others):
        items += labelled(setter, entry, number, small, x + index * share, below, share - 2 * MM)
    head = below + setter.cap_height(number) + 3.6 * MM
    items += pictured(setter, "alert", document.labels.danger, label, x, head, inner, "labels.danger")
    base = head + setter.cap_height(label) + 5.0 * MM
    items += hotline_row(document, setter, hotline, Rect(x, base, inner, CODE), big, label, quiet)
    depth = base + CODE + max(quiet, CARD_PAD) - area.y
    # The rim is lost on the field, and shows on white paper.
    ground = rimmed(Rect(area.x, area.y, area.width, depth), RADIUS * 0.8, 1.1, WHITE)
    return Placed([*ground, *items], depth)


def pictured(
    setter: Setter, name: str, phrase: Phrase, type: Type, x: float, baseline: float, width: float, block: str
) -> list[Item]:
    """A label with its pictogram before it."""
    size = 1.4 * type.size
    indent = 1.75 * type.size
    picture = pictogram(name, x, baseline + setter.cap_height(type) / 2 - size / 2, size, type.ink)
    tag = Tag(Role.LABEL, block)
    return [picture, *setter.lines(phrase, type, x + indent, baseline, width - indent, tag)]


def hotline_row(
    document: Document, setter: Setter, hotline: HotlineEntry, row: Rect, big: Type, label: Type, quiet: float
) -> list[Item]:
    """The hotline's name, its number as large as the room beside the code allows, and the code."""
    room = row.width - row.height - quiet
    probe = number_line(setter, hotline, big, 0, 0, "")
    big = replace(big, size=min(big.size, big.size * room / probe.right))
    middle = row.y + row.height / 2
    baseline = middle - setter.cap_height(big) * 0.62
    number = number_line(setter, hotline, big, row.x, baseline, f"hotline.{hotline.id}.number")
    above = baseline + setter.cap_height(big) + 2.6 * MM
    names = pictured(setter, "call", document.labels.advice, label, row.x, above, room, "labels.advice")
    name_type = Type(Weight.REGULAR, 8.5, BLACK, leading=1.15)
    below = baseline - name_type.size * 1.45
    names += setter.lines(
        hotline.label, name_type, row.x, below, room, Tag(Role.LABEL, f"hotline.{hotline.id}.label")
    )
    code = Code(
        Rect(row.right - row.height, row.y, row.height, row.height),
        encode(hotline.code),
        hotline.code,
        f"{hotline.label.text}: {hotline.number.text}",
        Tag(Role.NUMBER, f"hotline.{hotline.id}.code"),
    )
    return [*names, number, code]
