"""The list of those who help: place, name, numbers, and a code beside each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from operator import attrgetter
from typing import TypeAlias

from leaflet.document import Contact, Document, Phrase, Role, Run
from leaflet.geometry import Rect
from leaflet.linebreak import Copy, first_fit
from leaflet.products.model import ContactLimits
from leaflet.qr import QUIET, encode
from leaflet.setter import Setter, Type
from leaflet.sheet import Code, Fill, Item, Placed, Rule, Tag
from leaflet.styles import AMBER, BLACK, HAIRLINE, PETROL
from leaflet.typeface import Weight
from leaflet.units import MM

AGAIN = ".again"
LEAST_NUMBER = 9.0
"""No telephone or fax number is set smaller, in points."""

HANG = 0.27
"""How far a hanging quotation mark may reach, in sizes: half of its width and its bearing."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes of the list: the code in points, the types of an entry."""

    code: float
    place: Type
    name: Type
    number: Type
    email: Type

    @property
    def quiet(self) -> float:
        return self.code * QUIET

    @property
    def heading(self) -> Type:
        return Type(Weight.BOLD, self.name.size * 1.16, PETROL, balance=True)

    @property
    def fax(self) -> Type:
        """A number that nobody should call by mistake, but one can read."""
        return Type(Weight.REGULAR, max(self.email.size, LEAST_NUMBER), BLACK)

    @property
    def advice(self) -> Type:
        return Type(Weight.SEMI_BOLD, self.name.size, BLACK, leading=1.3)

    @property
    def gap(self) -> float:
        """The least white between two entries: their codes' quiet zones may share it."""
        return max(self.quiet, self.name.size * 0.4)


def scale(limits: ContactLimits, growth: float) -> Scale:
    """The sizes at a growth from -1 (smallest code) over 0 (usual code, smallest type) to 1 (largest)."""
    if growth < 0:
        code = limits.usual_code + growth * (limits.usual_code - limits.least_code)
    else:
        code = limits.usual_code + growth * (limits.most_code - limits.usual_code)
    place, name, number, email = (
        small + max(growth, 0) * (large - small)
        for small, large in zip(limits.small, limits.large, strict=True)
    )
    return Scale(
        code * MM,
        Type(Weight.BOLD, place, PETROL, balance=True),
        Type(Weight.REGULAR, name, BLACK, leading=1.2, balance=True),
        Type(Weight.BOLD, number, BLACK),
        Type(Weight.REGULAR, email, BLACK),
    )


@dataclass(frozen=True, slots=True)
class Element:
    """What the list is made of: a note, a heading, or an entry, measured."""

    id: str
    role: Role
    before: float
    height: float
    phrase: Phrase | None = None
    contact: Contact | None = None


FromScale: TypeAlias = Callable[[Scale], Type]


@dataclass(frozen=True, slots=True)
class Row:
    """A text of an entry, measured without a size. ``type`` takes its type from a scale."""

    phrase: Phrase
    role: Role
    type: FromScale
    copy: Copy


PLACED: FromScale = attrgetter("place")
NAMED: FromScale = attrgetter("name")
NUMBERED: FromScale = attrgetter("number")
MAILED: FromScale = attrgetter("email")
FAXED: FromScale = attrgetter("fax")
BOLD = (PLACED, NUMBERED)


class Directory:
    """The entries of a document, their texts measured once for every scale and width."""

    def __init__(self, document: Document, setter: Setter) -> None:
        self.document = document
        self.setter = setter
        self.rows = {contact.id: tuple(self.measured(contact)) for contact in document.contacts}

    def measured(self, contact: Contact) -> Iterator[Row]:
        """The texts of an entry from top to bottom."""
        if contact.scope is not None:
            yield self.row(contact.scope, Role.SCOPE, PLACED)
        yield self.row(contact.place, Role.PLACE, PLACED if contact.scope is None else NAMED)
        yield self.row(contact.name, Role.NAME, NAMED)
        yield self.row(joined((*contact.phones, *contact.short_numbers)), Role.NUMBER, NUMBERED)
        if contact.emails:
            yield self.row(joined(contact.emails), Role.EMAIL, MAILED)
        if contact.faxes:
            label = (*self.document.labels.fax.runs, Run("\u00a0"))
            faxes = tuple(Phrase((*label, *fax.runs), fax.place) for fax in contact.faxes)
            yield self.row(joined(faxes), Role.FAX, FAXED)

    def row(self, phrase: Phrase, role: Role, type: FromScale) -> Row:
        weight = Weight.BOLD if type in BOLD else Weight.REGULAR
        return Row(phrase, role, type, self.setter.copy(phrase.runs, weight))


@dataclass(frozen=True)
class ContactList:
    """The list of a document, measured for one width at one scale."""

    directory: Directory
    scale: Scale
    width: float

    @property
    def setter(self) -> Setter:
        return self.directory.setter

    @cached_property
    def text_width(self) -> float:
        return self.width - self.text_indent

    @cached_property
    def text_indent(self) -> float:
        # A quotation mark at the start of a name hangs out to the left, never into the quiet zone.
        return self.scale.code + max(self.scale.quiet + HANG * self.scale.name.size, 3.2 * MM)

    def elements(self) -> list[Element]:
        """Everything in order, with heights and the least white above each."""
        result: list[Element] = []
        document, scale = self.directory.document, self.scale
        labels = document.labels
        if labels.no_local:
            height = self.ink_depth(labels.no_local, scale.advice)
            result.append(Element("labels.no_local", Role.ADVICE, 0.0, height, labels.no_local))
        for number, group in enumerate(document.contact_groups):
            phrase = group.heading.phrase
            height = self.bar + self.ink_depth(phrase, scale.heading)
            before = max(scale.name.size * 1.9, scale.quiet * 1.4) if result else 0.0
            result.append(Element(group.heading.id, Role.HEADING, before, height, phrase))
            if number == 0:
                result.append(self.note("labels.scan", labels.scan, scale.name.size * 0.4))
            for contact in group.contacts:
                height = max(self.text_height(contact), scale.code)
                result.append(Element(contact.id, Role.NAME, scale.gap, height, None, contact))
        return result

    @property
    def bar(self) -> float:
        return self.scale.name.size * 0.6

    @property
    def note_type(self) -> Type:
        return Type(Weight.REGULAR, self.scale.email.size, BLACK)

    def note(self, id: str, phrase: Phrase, before: float) -> Element:
        return Element(id, Role.NOTE, before, self.ink_depth(phrase, self.note_type), phrase)

    def ink_depth(self, phrase: Phrase, type: Type) -> float:
        """From the top of the first capital to the lowest descender, at full width."""
        above = type.size * type.leading - self.setter.cap_height(type)
        return self.setter.depth(phrase, type, self.width) - above + self.setter.descent(type)

    def wide_words(self) -> Iterator[tuple[Phrase, float]]:
        """Texts with a word wider than the room beside a code, and by how many points."""
        for rows in self.directory.rows.values():
            for row in rows:
                excess = row.copy.widest * row.type(self.scale).size / 1000 - self.text_width
                if excess > 0:
                    yield row.phrase, excess

    @cached_property
    def one_line(self) -> bool:
        """Whether every e-mail of the list has room beside its numbers: one way for all, or none."""
        return all(self.has_room(rows) for rows in self.directory.rows.values())

    def has_room(self, rows: Sequence[Row]) -> bool:
        """Whether the e-mail of an entry, if it has one, has room beside the numbers."""
        widths = {row.role: row.copy.solid * row.type(self.scale).size / 1000 for row in rows}
        if Role.EMAIL not in widths:
            return True
        return widths[Role.NUMBER] + widths[Role.EMAIL] + 3 * MM <= self.text_width

    def beside(self, row: Row) -> bool:
        """Whether a row stands at the right of the row above."""
        return row.role is Role.EMAIL and self.one_line

    def text_height(self, contact: Contact) -> float:
        """From the top of the first capital to the lowest descender."""
        depth = 0.0
        types = []
        for row in self.directory.rows[contact.id]:
            if not self.beside(row):
                type = row.type(self.scale)
                # The evenest lines are no more than the fullest.
                lines = len(first_fit(row.copy, self.text_width / type.size * 1000))
                depth += lines * type.size * type.leading
                types.append(type)
        first, last = types[0], types[-1]
        above = first.size * first.leading - self.setter.cap_height(first)
        return depth - above + self.setter.descent(last)

    def place(self, element: Element, x: float, top: float) -> list[Item]:
        """The items of one element whose upper edge is ``top``."""
        if element.contact is not None:
            return self.place_entry(element.contact, x, top, element.height)
        assert element.phrase is not None
        tag = Tag(element.role, element.id)
        if element.role in (Role.NOTE, Role.ADVICE):
            type = self.note_type if element.role is Role.NOTE else self.scale.advice
            baseline = top - self.setter.cap_height(type)
            return list(self.setter.lines(element.phrase, type, x, baseline, self.width, tag))
        type = self.scale.heading
        thick = self.scale.name.size * 0.17
        bar = Fill(Rect(x, top - thick, self.scale.name.size * 2.8, thick), AMBER)
        baseline = top - self.bar - self.setter.cap_height(type)
        return [bar, *self.setter.lines(element.phrase, type, x, baseline, self.width, tag)]

    def place_entry(self, contact: Contact, x: float, top: float, height: float) -> list[Item]:
        """Code at the left, texts beside it."""
        size = self.scale.code
        code = Code(
            Rect(x, top - (height + size) / 2, size, size),
            encode(contact.code),
            contact.code,
            f"{contact.place.text}, {contact.name.text}: {contact.phones[0].text}",
            Tag(Role.NUMBER, f"contact.{contact.id}.code"),
        )
        items: list[Item] = [code]
        # Code and texts stand level with each other's middle: the number is beside its own code.
        slack = height - self.text_height(contact)
        rows = self.directory.rows[contact.id]
        cursor = top - slack / 2 - self.setter.cap_height(rows[0].type(self.scale))
        for index, row in enumerate(rows):
            type = row.type(self.scale)
            left = x + self.text_indent
            if self.beside(row):
                left = x + self.width - row.copy.solid * type.size / 1000
            elif index:
                cursor -= type.size * type.leading
            tag = Tag(row.role, f"contact.{contact.id}.{row.role}")
            lines = self.setter.lines(row.phrase, type, left, cursor, self.text_width, tag)
            items += lines
            cursor = lines[-1].baseline
        return items


def joined(phrases: Sequence[Phrase]) -> Phrase:
    """Phrases in a row, parted by commas."""
    runs: list[Run] = []
    for index, phrase in enumerate(phrases):
        last = index == len(phrases) - 1
        runs += phrase.runs
        if not last:
            runs.append(Run(", "))
    return Phrase(tuple(runs), phrases[0].place)


def distribute(
    elements: Sequence[Element], heights: Sequence[float], *, repeat: bool = False
) -> list[list[Element]] | None:
    """The elements over frames in order, filled as evenly as they go; None if they do not fit.

    A heading or note stays with what follows it. With ``repeat``, a frame that begins inside a group
    begins with the group's heading again.
    """
    most = fill_frames(elements, heights, repeat=repeat)
    if most is None:
        return None
    low, high = 0.0, 1.0
    best = most
    for _ in range(12):
        middle = (low + high) / 2
        found = fill_frames(elements, [height * middle for height in heights], repeat=repeat)
        if found is None:
            low = middle
        else:
            best, high = found, middle
    return best


def fill_frames(
    elements: Sequence[Element], heights: Sequence[float], *, repeat: bool = False
) -> list[list[Element]] | None:
    """First fit of elements into frames of these heights; ``repeat`` as for ``distribute``."""
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
            if repeat and group[0].contact is not None:
                heading = next(
                    element for element in reversed(elements[:index]) if element.role is Role.HEADING
                )
                frames[-1].append(again(heading))
                depth = heading.height
            continue
        frames[-1] += group
        depth += need
        index += len(group)
    return frames + [[] for _ in range(len(heights) - len(frames))]


def again(heading: Element) -> Element:
    """A group's heading, repeated where the group goes on."""
    return replace(heading, id=f"{heading.id}{AGAIN}")


def depth_of(elements: Sequence[Element]) -> float:
    """Depth of elements in one frame at their least gaps."""
    if not elements:
        return 0.0
    return sum(element.before + element.height for element in elements) - elements[0].before


def place_column(
    contacts: ContactList, elements: Sequence[Element], frame: Rect, stretch: float = 1.6
) -> Placed:
    """One column of the list; gaps above entries grow evenly to fill the frame.

    ``stretch`` is how much a gap may grow, in multiples of the least gap.
    """
    shares = [0.0, *(share(above, below) for above, below in pairwise(elements))]
    spare = frame.height - depth_of(elements)
    extra = min(spare / sum(shares), contacts.scale.gap * stretch) if any(shares) else 0.0
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
