"""The small fixed parts of a panel: emergency numbers, lines to write on, the imprint, page numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import inf

from leaflet.document import Document, HotlineEntry, Phrase, Role, Run
from leaflet.geometry import Rect
from leaflet.localization import NATIONAL
from leaflet.setter import Setter, Type
from leaflet.sheet import NOWHERE, Edge, Fill, GlyphRun, Item, Placed, Rule, Tag, TextLine
from leaflet.styles import AMBER, BAR_LENGTH, BAR_WEIGHT, BLACK, PETROL, WHITE, Ink
from leaflet.typeface import Weight
from leaflet.units import MM

PAD = 3.2 * MM
ABOVE_FILL_IN = 6.0 * MM
"""White above the lines to write on: they belong to nothing above them; chosen by eye."""
FIRST_PITCH, PITCH = 8.0 * MM, 7.5 * MM
"""From a label to the first line to write on below it, and from one to the next."""
BESIDE, BESIDE_ABOVE = 60 * MM, 4.5 * MM
"""How long a line beside its label must be to be written on, and the room that it adds above itself."""
BELOW_CONTINUED = 1.6 * MM
"""White between the head of a list that goes on and its first entry, whose code may need more."""
SPACED = "\u00a0\u00a0\u00a0\u00a0"
APART = 1.5 * MM
"""The least white between two numbers side by side and their labels."""
BETWEEN_CELLS = 4.0 * MM
"""White that should part two cells of short numbers: nobody may take them for one."""
MOST_LABEL_LINES = 3
"""Lines of the label of a number beside others."""
UNGROUPED, LAST_GROUP = 4, 2
"""Figures of a number that is said as one, and in the second group of a longer one."""
GROUPED, LEAST_GROUPED = 130.0, 2.2
"""White between the groups of a short number in thousandths of an em, and in points at least."""
BETWEEN_CALLS, BEHIND_CALLS = 4.4 * MM, 1.6
"""White between two of them: nobody may take them for one number; and behind the last, in multiples of it."""
LEAST_BETWEEN_CALLS = 2.0 * MM
"""The same where a longer mark of a draft leaves no room: it then is what is too long."""
IMPRINT = Type(Weight.REGULAR, 7.5, BLACK, leading=1.25, balance=True)
ON_A_PAGE = replace(IMPRINT, size=8.5)
"""The imprint where there is more room than beside the contacts of the whole country."""
SMALL = Type(Weight.SEMI_BOLD, 8.5, PETROL)
ASKED = Type(Weight.SEMI_BOLD, 9.4, PETROL, balance=True)
GOES_ON = Type(Weight.SEMI_BOLD, 9.0, PETROL)
# No larger than the smallest heading of the list that goes on.
CONTINUED = Type(Weight.BOLD, 9.6, PETROL)
CALLED = Type(Weight.BOLD, 11.0, PETROL)
STATUS = Type(Weight.REGULAR, 7.5, BLACK)
STATUS_GAP, GOES_ON_GAP = 1.95 * MM, 1.3 * MM
"""White between the foot of a frame and the mark of a draft under it, and where a list goes on."""


def bar(x: float, top: float) -> Fill:
    """The bar above a heading."""
    return Fill(Rect(x, top - BAR_WEIGHT, BAR_LENGTH, BAR_WEIGHT), AMBER)


def divider(x: float, y: float, width: float) -> Rule:
    """A rule across a page between what is read in columns above it and below it."""
    return Rule(x, y, x + width, y, 0.8, PETROL)


def number_line(
    setter: Setter, entry: HotlineEntry, type: Type, x: float, baseline: float, tag: Tag
) -> TextLine:
    """A short number, grouped as people say it by white space alone: 116 16 stays 11616 to a reader."""
    text = entry.number.text
    face = setter.typeface[type.weight]
    shaped = face.shape(text)
    kerns = list(shaped.kerns) or [0.0] * len(text)
    width = shaped.width
    if len(text) > UNGROUPED:
        gap = max(GROUPED, LEAST_GROUPED / type.size * 1000)
        kerns[-LAST_GROUP - 1] += gap
        width += gap
    start = x - face.bearing(text[0]) * type.size / 1000
    run = GlyphRun(
        type.weight, text, start, width * type.size / 1000, tuple(kerns) if any(kerns) else (), entry.code
    )
    return TextLine(
        baseline,
        type.size,
        type.ink,
        (run,),
        tag,
        False,
        x,
        run.width,
        entry.number.place,
    )


def second_group(setter: Setter, entry: HotlineEntry, type: Type) -> float:
    """How far right of its edge the second group of a number begins, in points; 0 if it has none."""
    if len(entry.number.text) <= UNGROUPED:
        return 0.0
    line = number_line(setter, entry, type, 0.0, 0.0, Tag(Role.NUMBER, ""))
    face, last = setter.typeface[type.weight], entry.number.text[-LAST_GROUP:]
    return line.right - (face.shape(last).width - face.bearing(last[0])) * type.size / 1000


def labelled(
    setter: Setter, entry: HotlineEntry, number: Type, label: Type, x: float, baseline: float, width: float
) -> list[Item]:
    """A short number with its name below it, in a column of that width."""
    block = f"hotline.{entry.id}"
    line = number_line(setter, entry, number, x, baseline, Tag(Role.NUMBER, f"{block}.number"))
    below = baseline - label.size * 1.45
    return [line, *setter.lines(entry.label, label, x, below, width, Tag(Role.LABEL, f"{block}.label"))]


def cells(
    setter: Setter,
    entries: Sequence[HotlineEntry],
    number: Type,
    label: Type,
    room: float,
    head: Phrase | None = None,
) -> list[float]:
    """How wide each of some short numbers with their labels is, side by side in so many points in all.

    Each as its words ask for in one line; where all are too wide for that, the widest labels take more lines.
    ``head`` stands over the first one.
    """
    phrases = [[(entry.label, label)] for entry in entries]
    if head is not None:
        phrases[0].append((head, SMALL))

    # A number hangs out of its cell by the white beside its first figure.
    face = setter.typeface[number.weight]
    hang = max(face.bearing(entry.number.text[0]) for entry in entries) * number.size / 1000

    numbers = [setter.text_width(entry.number, number) + hang for entry in entries]

    def width(index: int, lines: int) -> float:
        narrowest = (setter.narrowest(phrase, type, lines) for phrase, type in phrases[index])
        return max(numbers[index], *narrowest)

    lines = [1] * len(entries)
    asked = [width(index, 1) for index in range(len(entries))]
    while sum(asked) > room:
        parted = [index for index, most in enumerate(lines) if most < MOST_LABEL_LINES]
        if not parted:
            break
        widest = max(parted, key=asked.__getitem__)
        lines[widest] += 1
        asked[widest] = width(widest, lines[widest])
    # Where nothing helps the widest labels leave their room, and are told; their numbers keep theirs.
    excess = max(sum(asked) - room, 0.0)
    for index in sorted(range(len(asked)), key=lambda index: numbers[index] - asked[index]):
        given_up = min(excess, asked[index] - numbers[index])
        asked[index] -= given_up
        excess -= given_up
    return asked


def emergency(
    document: Document, setter: Setter, x: float, top: float, width: float, size: float = 21.0
) -> Placed:
    """Two cells on a white ground, in the order of the cover: whom to call for advice, and whom in danger."""
    number = Type(Weight.BOLD, size, PETROL)
    label = Type(Weight.REGULAR, 8.0, BLACK, leading=1.15)
    hotline = document.hotline("trafficking")
    entries = [hotline, *(entry for entry in document.hotlines if entry is not hotline)]
    room = width - 2 * PAD
    asked = cells(
        setter, entries, number, label, room - BETWEEN_CELLS * len(entries[1:]), document.labels.advice
    )
    # What is left over parts them, advice from danger twice as far if all then stand far enough apart.
    left_over = room - sum(asked)
    spare = min(max(left_over / len(entries), BETWEEN_CELLS), left_over / (len(entries) - 1))
    gaps = [left_over - spare * (len(entries) - 2), *(spare for _ in entries[2:]), APART]
    rooms = [own + gap - APART for own, gap in zip(asked, gaps, strict=True)]
    lefts = [x + PAD + sum(asked[:index]) + sum(gaps[:index]) for index in range(len(entries))]
    heads = (
        (document.labels.advice, "advice", lefts[0], rooms[0]),
        (document.labels.danger, "danger", lefts[1], x + width - PAD - lefts[1]),
    )
    cap = setter.cap_height(SMALL)
    depths = [setter.depth(phrase, SMALL, room) for phrase, _, _, room in heads]
    # What stands over the numbers ends level, close to them.
    level = top - PAD - cap - max(depths)
    items: list[Item] = []
    for (phrase, name, left, room), depth in zip(heads, depths, strict=True):
        items += setter.lines(phrase, SMALL, left, level + depth, room, Tag(Role.LABEL, f"labels.{name}"))
    baseline = level + SMALL.size * SMALL.leading - number.size * 1.02
    lowest = baseline
    for entry, left, room in zip(entries, lefts, rooms, strict=True):
        cell = labelled(setter, entry, number, label, left, baseline, room)
        items += cell
        lowest = min(lowest, *(item.baseline for item in cell if isinstance(item, TextLine)))
    depth = top - lowest + setter.descent(label) + PAD * 0.8
    # The rim holds the numbers together.
    ground = rimmed(Rect(x, top - depth, width, depth), 1.6 * MM, 0.8, WHITE)
    return Placed([*ground, *items], depth)


def rimmed(rect: Rect, radius: float, line: float, ground: Ink, runs_off: Edge = NOWHERE) -> list[Item]:
    """A ground with rounded corners and a rim of ``line`` points inside its edge."""
    inner = rect.inset(line, line, line, line)
    return [Fill(rect, PETROL, radius, runs_off), Fill(inner, ground, radius - line, runs_off)]


def fill_in(document: Document, setter: Setter, x: float, top: float, width: float) -> Placed:
    """A label and lines to write a telephone number on: two below it, or one beside it where it is wide."""
    tag = Tag(Role.LABEL, "labels.my_embassy")
    label = document.labels.my_embassy
    beside = setter.text_width(label, ASKED) + 3 * MM
    if width - beside >= BESIDE:
        baseline = top - BESIDE_ABOVE
        rule = Rule(x + beside, baseline, x + width, baseline, 0.5, BLACK)
        return Placed([*setter.lines(label, ASKED, x, baseline, beside, tag), rule], BESIDE_ABOVE)
    # A section of its own: what is written here belongs to no organisation above it.
    mark, baseline = headed(setter, ASKED, x, top)
    lines = setter.lines(label, ASKED, x, baseline, width, tag)
    first = lines[-1].baseline - FIRST_PITCH
    rules: list[Item] = [Rule(x, y, x + width, y, 0.5, BLACK) for y in (first, first - PITCH)]
    return Placed([mark, *lines, *rules], top - first + PITCH)


def headed(setter: Setter, type: Type, x: float, top: float) -> tuple[Fill, float]:
    """The bar of a small heading, and the baseline of its first line."""
    return bar(x, top), top - type.size * 0.6 - setter.cap_height(type)


def continued(document: Document, setter: Setter, x: float, top: float, width: float) -> Placed:
    """The head of a panel that goes on with the list of contacts."""
    mark, baseline = headed(setter, CONTINUED, x, top)
    tag = Tag(Role.NOTE, "labels.contacts_continued")
    lines = setter.lines(document.labels.contacts_continued, CONTINUED, x, baseline, width, tag)
    return Placed([mark, *lines], top - lines[-1].baseline + setter.descent(CONTINUED) + BELOW_CONTINUED)


def imprint(document: Document, setter: Setter, x: float, top: float, width: float, *, coded: bool) -> Placed:
    """What the contacts rest on, what of the words is a draft, and (if ``coded``) the edition code.

    A draft as a whole says so under every panel.
    """
    labels = document.labels
    draft = None if document.draft else labels.draft
    code = None
    if coded:
        code = Phrase((*labels.edition.runs, Run("\u00a0" + document.edition)), labels.edition.place)
    parts = [phrase for phrase in (labels.rests_on, draft, code) if phrase is not None]
    runs: list[Run] = []
    for phrase in parts:
        runs += [Run(" "), *phrase.runs] if runs else phrase.runs
    crowded = coded and document.region == NATIONAL
    whole, type = Phrase(tuple(runs), labels.rests_on.place), IMPRINT if crowded else ON_A_PAGE
    baseline = top - setter.cap_height(type)
    lines = setter.lines(whole, type, x, baseline, width, Tag(Role.IMPRINT, "imprint"))
    return Placed(list(lines), top - lines[-1].baseline + setter.descent(type))


def status(document: Document, setter: Setter, frame: Rect, panel: str) -> Iterator[TextLine]:
    """Under every panel of an edition that nobody has reviewed: that it is a draft.

    Flush right, so that nobody takes it for the last line of the text.
    """
    if document.draft and document.labels.draft:
        baseline = frame.y - STATUS_GAP - setter.cap_height(STATUS)
        left = max(frame.right - setter.text_width(document.labels.draft, STATUS), frame.x)
        tag = Tag(Role.STATUS, f"status.{panel}")
        yield from setter.lines(document.labels.draft, STATUS, left, baseline, frame.right - left + 0.1, tag)


def calls(
    document: Document, setter: Setter, x: float, baseline: float, block: str, end: float = inf
) -> Iterator[Item]:
    """The numbers to call in a row: what is opened, copied or lost alone still says them.

    Flush left and without a pictogram: they are no item of the list above them. Nearer to each other than to
    what stands at ``end``.
    """

    def line(entry: HotlineEntry, x: float) -> TextLine:
        return number_line(setter, entry, CALLED, x, baseline, Tag(Role.FOOT, f"{block}.{entry.id}"))

    entries = document.hotlines
    lines = [line(entry, 0.0) for entry in entries]
    spare = end - x - sum(own.right for own in lines)
    between = max(min(BETWEEN_CALLS, spare / (len(lines) - 1 + BEHIND_CALLS)), LEAST_BETWEEN_CALLS)
    for entry, own in zip(entries, lines, strict=True):
        yield line(entry, x)
        x += own.right + between


def foot(document: Document, setter: Setter, frame: Rect, name: str, *, goes_on: bool) -> Iterator[Item]:
    """Under the frame of a panel, level with the mark of a draft: where its list goes on, or whom to call."""
    baseline = frame.y - STATUS_GAP - setter.cap_height(STATUS)
    if goes_on:
        label, tag = document.labels.contacts_go_on, Tag(Role.FOOT, "labels.contacts_go_on")
        yield from setter.lines(label, GOES_ON, frame.x, baseline, frame.width, tag)
    else:
        mark = next(status(document, setter, frame, name), None)
        yield from calls(
            document, setter, frame.x, baseline, f"foot.{name}", mark.edge if mark else frame.right
        )


def folio(
    document: Document, setter: Setter, x: float, top: float, width: float, page: int, pages: int
) -> Placed:
    """The numbers to call at the left; edition code and page number at the right."""
    values = {"page": str(page), "pages": str(pages)}
    text = document.labels.page.text
    for name, value in values.items():
        text = text.replace("{" + name + "}", value)
    place = document.labels.page.place
    edition = f"{document.labels.edition.text}\u00a0{document.edition}"
    phrase = Phrase((Run(f"{edition}{SPACED}{text}"),), place)
    left = x + width - setter.text_width(phrase, IMPRINT)
    baseline = top - 2.5 * MM - setter.cap_height(IMPRINT)
    items: list[Item] = [
        *setter.lines(phrase, IMPRINT, left, baseline, width, Tag(Role.FOLIO, f"folio.{page}"))
    ]
    items += calls(document, setter, x, baseline, f"folio.{page}")
    return Placed(items, top - baseline + setter.descent(IMPRINT))
