"""The face of the leaflet: who it is for, what it is, whom to call. A trifold's cover, an A4 masthead."""

from __future__ import annotations

from dataclasses import dataclass, replace

from leaflet.document import Block, Document, HotlineEntry, Phrase, Role
from leaflet.furniture import APART, cells, labelled, number_line, rimmed, second_group
from leaflet.geometry import Rect
from leaflet.pictograms import pictogram
from leaflet.qr import QUIET, encode
from leaflet.setter import Setter, Type
from leaflet.sheet import Code, Edge, Fill, Item, Placed, Tag, TextLine
from leaflet.styles import AMBER, BLACK, FIELD, ON_FIELD, PALE, PETROL, WHITE
from leaflet.typeface import Weight
from leaflet.units import MM

PAD, MARGIN, CARD_MARGIN = 8.0 * MM, 5.0 * MM, 3.3 * MM
"""What a cover's field keeps from its edge, and in a masthead the words and the card do."""
MOST_SHRUNK = 1.17
"""How much a label on the card may be smaller than the others to stay on one line."""
LANGUAGE = Type(Weight.BOLD, 14.0, ON_FIELD)
REGION = Type(Weight.SEMI_BOLD, 14.0, PALE)
BELOW_LANGUAGE, BESIDE_LANGUAGE = 6.5 * MM, 4.5 * MM
"""From the language's name to the region's: between their baselines, and white beside it."""
ABOVE_NUMBER = 3.0 * MM
"""White between a number on the card and the label above it."""
RADIUS = 2.4 * MM
CARD_PAD = 5.0 * MM
FEWER_LINES = 4.0
"""How many points of size the audience's line gives up for fewer lines: they break where the sense does."""
MOST_LINES = 4
"""Lines of a title on a face."""
FIELD_RIM = 1.5
"""Width of the field's rim, which shows where the field itself is not printed."""
RIM = 1.1
"""Width of the card's rim, in points."""
DRAFT = 2.6 * MM
"""From the foot of a cover's field to the last baseline of a draft's mark."""
DRAFT_ROOM = 5.0 * MM
"""What the words of a masthead are raised by for the mark of a draft below them."""
HIGH = 0.42
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
    inner = frame.grown(-PAD)
    card = hotline_card(document, setter, inner, on_field=True)
    whole = Edge.LEFT | Edge.BOTTOM | Edge.RIGHT | Edge.TOP
    items: list[Item] = [*rimmed(frame, RADIUS, FIELD_RIM, FIELD, whole), *card.items]
    name = sorted_by(document, setter, inner, beside=False)
    items += name.items
    items += draft(document, setter, inner.x, frame.y + DRAFT, inner.width)
    upper, lower = inner.top - name.depth, inner.y + card.depth
    free = upper - lower - words(document, setter, inner.x, 0.0, inner.width, COVER).depth
    items += words(document, setter, inner.x, upper - HIGH * max(free, 0.0), inner.width, COVER).items
    return Placed(items, frame.height)


def masthead(document: Document, setter: Setter, x: float, top: float, width: float, gutter: float) -> Placed:
    """The head of an A4 edition: words at the left, the card over the right one of two columns."""
    card_width = (width - gutter) / 2 - CARD_MARGIN
    left = width - card_width - 2 * MARGIN - CARD_MARGIN
    probe = hotline_card(document, setter, Rect(0, 0, card_width, 0))
    start = x + MARGIN
    name = sorted_by(document, setter, Rect(start, 0.0, left, top - MARGIN), beside=True)
    above = MARGIN + name.depth + 5.5 * MM
    below = MARGIN + (DRAFT_ROOM if document.draft else 0.0)
    depth = words(document, setter, start, 0.0, left, MASTHEAD).depth
    height = max(probe.depth + 2 * CARD_MARGIN, above + depth + below)
    field = Rect(x, top - height, width, height)
    card = Rect(field.right - CARD_MARGIN - card_width, field.y + CARD_MARGIN, card_width, 0.0)
    spare = (height - probe.depth) / 2 - CARD_MARGIN
    upper_edges = Edge.LEFT | Edge.TOP | Edge.RIGHT
    items: list[Item] = [*rimmed(field, RADIUS, FIELD_RIM, FIELD, upper_edges)]
    items += hotline_card(document, setter, card, spare, on_field=True).items
    items += name.items
    items += draft(document, setter, start, field.y + MARGIN, left)
    free = height - above - depth - below
    items += words(document, setter, start, top - above - free / 2, left, MASTHEAD).items
    return Placed(items, height + 6 * MM)


def sorted_by(document: Document, setter: Setter, area: Rect, *, beside: bool) -> Placed:
    """What a stand of many leaflets sorts itself by, at the top of an area: the language, and the region.

    The region stands below the language, or ``beside`` it where both have room on one line.
    """
    baseline = area.top - setter.cap_height(LANGUAGE)
    tag = Tag(Role.LABEL, "labels.language")
    lines = setter.lines(document.labels.language, LANGUAGE, area.x, baseline, area.width, tag)
    tag = Tag(Role.LABEL, "labels.region")
    start = lines[-1].right + BESIDE_LANGUAGE
    room = area.right - start
    if beside and len(lines) == 1 and setter.text_width(document.labels.region, REGION) <= room:
        lines += setter.lines(document.labels.region, REGION, start, baseline, room, tag)
    else:
        below = lines[-1].baseline - BELOW_LANGUAGE
        lines += setter.lines(document.labels.region, REGION, area.x, below, area.width, tag)
    return Placed([*lines], area.top - lines[-1].baseline)


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
    strong = Type(Weight.BOLD, face.audience_most, ON_FIELD, leading=1.2, balance=True)
    strong = fitting(setter, document.audience, width, strong, face.audience_least, FEWER_LINES)
    quiet = Type(Weight.SEMI_BOLD, face.title_most, PALE, leading=1.26, balance=True)
    quiet = fitting(setter, document.title, width, quiet, face.title_least)
    tag = Tag(Role.AUDIENCE, document.audience.id)
    baseline = top - setter.cap_height(strong)
    lines = setter.lines(document.audience.phrase, strong, x, baseline, width, tag)
    bar = lines[-1].baseline - 5.2 * MM
    baseline = bar - 4.2 * MM - setter.cap_height(quiet)
    tag = Tag(Role.TITLE, document.title.id)
    below = setter.lines(document.title.phrase, quiet, x, baseline, width, tag)
    items: list[Item] = [*lines, Fill(Rect(x, bar, 16 * MM, 1.1 * MM), AMBER), *below]
    return Placed(items, top - below[-1].baseline + setter.descent(quiet))


def fitting(
    setter: Setter, block: Block, width: float, most: Type, least: float, given_up: float = 0.0
) -> Type:
    """The largest type in which a block fits, or one ``given_up`` points smaller if that takes fewer lines.

    No word is wider than ``width``, and the block takes at most ``MOST_LINES``; else the least size.
    """
    found: list[tuple[int, float]] = []
    size = most.size
    while size > least and (not found or size >= found[0][1] - given_up):
        copy, ends = setter.breaks(block.phrase, replace(most, size=size), width)
        if copy.widest * size / 1000 <= width and len(ends) <= MOST_LINES:
            found.append((len(ends), size))
        size -= 0.25
    return replace(most, size=min(found, key=lambda fit: (fit[0], -fit[1]))[1] if found else least)


def hotline_card(
    document: Document, setter: Setter, area: Rect, spare: float = 0.0, *, on_field: bool = False
) -> Placed:
    """A white card on the bottom of ``area``: the hotline with its code, then the emergency numbers.

    ``spare`` is more white above and below them, in points.
    """
    hotline = document.hotline("trafficking")
    big = Type(Weight.BOLD, 42.0, PETROL)
    label = Type(Weight.SEMI_BOLD, 10.5, PETROL)
    small = Type(Weight.REGULAR, 9.0, BLACK, leading=1.15)
    number = Type(Weight.BOLD, 26.0, PETROL)
    quiet = CODE * QUIET
    inner = area.width - 2 * CARD_PAD
    x = area.x + CARD_PAD
    others = [entry for entry in document.hotlines if entry.id != "trafficking"]
    big = as_large_as(setter, hotline, big, inner - CODE - quiet)
    asked = [setter.text_width(entry.label, small) for entry in others]
    # Under the two groups of the number above, if their labels leave them there. Else each as wide as its
    # label asks for.
    second = second_group(setter, hotline, big)
    shares = [second, inner - second]
    if len(asked) != 2 or any(width > share - APART for width, share in zip(asked, shares, strict=True)):
        asked = cells(setter, others, number, small, inner - APART * len(others))
        left_over = inner - sum(asked)
        shares = [width + left_over / len(asked) for width in asked]
    label_lines = max(
        (
            len(setter.breaks(entry.label, small, share - APART)[1])
            for entry, share in zip(others, shares, strict=True)
        ),
        default=0,
    )
    y = area.y + spare + CARD_PAD + setter.descent(small) * 0.5
    items: list[Item] = []
    below = y + (label_lines - 1) * small.size * small.leading + small.size * 1.45
    left = x
    for entry, share in zip(others, shares, strict=True):
        items += labelled(setter, entry, number, small, left, below, share - APART)
        left += share
    head = below + setter.cap_height(number) + ABOVE_NUMBER
    items += pictured(setter, "urgent", document.labels.danger, label, x, head, inner, "labels.danger")
    base = head + setter.cap_height(label) + 5.0 * MM
    # Its name takes one line below the number; more lift the row.
    base += setter.depth(hotline.label, small, inner - CODE - quiet) - small.size * small.leading
    items += hotline_row(document, setter, hotline, Rect(x, base, inner, CODE), big, label, quiet)
    depth = base + CODE + max(quiet, CARD_PAD) + spare - area.y
    # The rim shows on white paper; on a field it is lost, and the ground within it ends where the words do.
    out = RIM if on_field else 0.0
    ground = rimmed(
        Rect(area.x - out, area.y - out, area.width + 2 * out, depth + 2 * out), RADIUS * 0.8, RIM, WHITE
    )
    return Placed([*ground, *items], depth)


def pictured(
    setter: Setter, name: str, phrase: Phrase, type: Type, x: float, baseline: float, width: float, block: str
) -> list[Item]:
    """A label with its pictogram before it, on one line if a little less size is enough for that."""
    indent = 1.75 * type.size
    needed = setter.text_width(phrase, type) / (width - indent)
    type = replace(type, size=type.size / min(max(needed * 1.001, 1.0), MOST_SHRUNK))
    size = 1.4 * type.size
    picture = pictogram(name, x, baseline + setter.cap_height(type) / 2 - size / 2, size, type.ink)
    tag = Tag(Role.LABEL, block)
    return [picture, *setter.lines(phrase, type, x + indent, baseline, width - indent, tag)]


def as_large_as(setter: Setter, hotline: HotlineEntry, most: Type, room: float) -> Type:
    """The type of the hotline's number as large as its room allows."""
    probe = number_line(setter, hotline, most, 0.0, 0.0, Tag(Role.NUMBER, ""))
    return replace(most, size=min(most.size, most.size * room / probe.right))


def hotline_row(
    document: Document, setter: Setter, hotline: HotlineEntry, row: Rect, big: Type, label: Type, quiet: float
) -> list[Item]:
    """The hotline's name, its number, and the code beside both."""
    room = row.width - row.height - quiet
    tag = Tag(Role.NUMBER, f"hotline.{hotline.id}.number")
    middle = row.y + row.height / 2
    baseline = middle - setter.cap_height(big) * 0.62
    number = number_line(setter, hotline, big, row.x, baseline, tag)
    above = baseline + setter.cap_height(big) + ABOVE_NUMBER
    names = pictured(setter, "call", document.labels.advice, label, row.x, above, room, "labels.advice")
    name_type = Type(Weight.REGULAR, 9.0, BLACK, leading=1.15)
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
