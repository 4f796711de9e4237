"""The list of those who help: place, name, numbers, and a code beside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from leaflet.contactscale import TYPES, Scale
from leaflet.document import Contact, Document, Phrase, Role, Run
from leaflet.furniture import bar
from leaflet.geometry import Rect
from leaflet.linebreak import Copy, eased, first_fit
from leaflet.qr import encode
from leaflet.sentences import endings
from leaflet.setter import Setter, Type
from leaflet.sheet import Code, Item, Tag
from leaflet.styles import BAR_WEIGHT
from leaflet.units import MM

MOST_LINES, LEAST_PLACE = 2, 86
"""Lines of a place, and the percent of its size that it may shrink to for that."""
LEAST_EMAIL, SHRUNK_EMAIL = 7.5, 92
"""Points, and the percent of its size that an e-mail may shrink to for room beside its number."""

EASED = 0.98
"""The part of their size that places may shrink to for fewer lines; nobody sees it."""
BESIDE = 2.8 * MM
"""White between a number and an e-mail beside it; chosen by eye."""
CLEAR, LEAST_BESIDE_CODE = 0.9 * MM, 3.2 * MM
"""White between a code's quiet zone and the texts beside it, and the least between code and texts."""
LEAST_BELOW_BAR = 1.0 * MM
"""White between the bar of a heading and its letters."""
MOST_OF_THEM = 0.8
"""The part of all e-mails that must have room beside their numbers for any to stand there."""


@dataclass(frozen=True, slots=True)
class Element:
    """What the list is made of: a note, a heading, or an entry, measured.

    ``white_below`` is what stands under the words of an entry whose code is deeper.
    """

    id: str
    role: Role
    before: float
    height: float
    phrase: Phrase | None = None
    contact: Contact | None = None
    white_below: float = 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """A text of an entry, measured without a size. ``kind`` is one of ``TYPES``."""

    phrase: Phrase
    role: Role
    kind: str
    copy: Copy

    def type(self, scale: Scale) -> Type:
        """How it is set at a scale."""
        type: Type = getattr(scale, self.kind)
        return type


class Directory:
    """The entries of a document, their texts measured once for every scale and width."""

    def __init__(self, document: Document, setter: Setter) -> None:
        self.document = document
        self.setter = setter
        self.rows = {contact.id: tuple(self.measured(contact)) for contact in document.contacts}
        self.places = [row.copy for rows in self.rows.values() for row in rows if row.kind == "place"]
        self.lists: dict[tuple[Scale, float, tuple[float, ...]], ContactList] = {}

    def at(self, scale: Scale, width: float, across: tuple[float, ...] = ()) -> ContactList:
        """The list at a scale and a width in points, measured once.

        Headings, places and e-mails are a little smaller where that serves them at this width, headings at
        those of ``across`` if they stand so, one for each.
        """
        key = (scale, width, across)
        if key not in self.lists:
            contacts = ContactList(self, scale, width)
            contacts = replace(contacts, scale=self.with_short_places(contacts))
            # Where places are smaller, what stands over them is not.
            size = self.heading_size(scale.heading, across or (width,) * len(self.document.contact_groups))
            contacts = replace(contacts, scale=contacts.scale.with_headings_of(size))
            self.lists[key] = contacts.with_emails_beside()
        return self.lists[key]

    def heading_size(self, type: Type, widths: Sequence[float]) -> float:
        """The size of headings in a type, or a little less if they then break better, each at its width."""
        phrases = (group.heading.phrase for group in self.document.contact_groups)
        copies = (self.setter.copy(phrase.runs, type.weight) for phrase in phrases)
        return type.size * eased(
            (copy, width / type.size * 1000) for copy, width in zip(copies, widths, strict=True)
        )

    def with_short_places(self, contacts: ContactList) -> Scale:
        """The scale of a list, or one of smaller places if none of them then takes more than two lines."""
        scale = contacts.scale
        for percent in range(100, LEAST_PLACE - 1, -2):
            size = scale.place.size * percent / 100
            if size < scale.name.size:
                break
            if self.has_short_places(size, contacts.text_width):
                # A hair less may save a line.
                eased, width = max(size * EASED, scale.name.size), contacts.text_width
                if self.lines_of_places(eased, width) < self.lines_of_places(size, width):
                    size = eased
                return replace(scale, place=replace(scale.place, size=size))
        return scale

    def has_short_places(self, size: float, width: float) -> bool:
        """Whether no place takes more than two lines at a size and a width in points."""
        room = width / size * 1000
        return all(count_lines(copy, room) <= MOST_LINES for copy in self.places)

    def lines_of_places(self, size: float, width: float) -> int:
        """How many lines all places take at a size and a width in points."""
        room = width / size * 1000
        return sum(count_lines(copy, room) for copy in self.places)

    def measured(self, contact: Contact) -> Iterator[Row]:
        """The texts of an entry from top to bottom."""
        if contact.scope is not None:
            yield self.row(contact.scope, Role.SCOPE, "place")
        yield self.row(contact.place, Role.PLACE, "place" if contact.scope is None else "name")
        yield self.row(contact.name, Role.NAME, "name")
        dialled, *others = (*contact.phones, *contact.short_numbers)
        yield self.row(joined((emphasised(dialled), *others)), Role.NUMBER, "number")
        if contact.emails:
            yield self.row(joined(contact.emails), Role.EMAIL, "email")
        if contact.faxes:
            label = (*self.document.labels.fax.runs, Run("\u00a0"))
            faxes = tuple(Phrase((*label, *fax.runs), fax.place) for fax in contact.faxes)
            yield self.row(joined(faxes), Role.FAX, "fax")

    def row(self, phrase: Phrase, role: Role, kind: str) -> Row:
        type = TYPES[kind]
        copy = self.setter.copy(phrase.runs, type.weight, compounds=type.compounds)
        return Row(phrase, role, kind, copy)


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
        return self.scale.code + max(self.scale.quiet + CLEAR, LEAST_BESIDE_CODE)

    @property
    def has_short_places(self) -> bool:
        """Whether no place takes more than two lines."""
        return self.directory.has_short_places(self.scale.place.size, self.text_width)

    @cached_property
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
                height, before = self.ink_depth(labels.scan, self.scale.note), scale.name.size * 0.4
                result.append(Element("labels.scan", Role.NOTE, before, height, labels.scan))
            for contact in group.contacts:
                words = self.text_height(contact)
                height = max(words, scale.code)
                above = result[-1]
                white = scale.between_words - above.white_below if above.contact else 0.0
                before = max(scale.gap, white)
                result.append(Element(contact.id, Role.NAME, before, height, None, contact, height - words))
        return result

    def those(self, elements: Sequence[Element]) -> list[Element]:
        """The elements of these ids, as they are measured here."""
        own = {element.id: element for element in self.elements}
        return [own[element.id] for element in elements]

    @property
    def bar(self) -> float:
        return max(self.scale.name.size * 0.6, BAR_WEIGHT + LEAST_BELOW_BAR)

    def ink_depth(self, phrase: Phrase, type: Type) -> float:
        """From the top of the first capital to the lowest descender, at full width."""
        above = type.size * type.leading - self.setter.cap_height(type)
        depth = sum(self.setter.depth(sentence, type, self.width) for sentence in sentences(phrase))
        return depth - above + self.setter.descent(type)

    def wide_words(self) -> Iterator[tuple[Phrase, float]]:
        """Texts with a word wider than the room beside a code, and by how many points."""
        for rows in self.directory.rows.values():
            for row in rows:
                excess = row.copy.widest * row.type(self.scale).size / 1000 - self.text_width
                if excess > 0:
                    yield row.phrase, excess

    @cached_property
    def beside(self) -> frozenset[str]:
        """The contacts whose e-mail stands beside their first number: one way for all of them.

        Where nearly all have room, those without are the exception.
        """
        mailed = {
            id: rows
            for id, rows in self.directory.rows.items()
            if any(row.role is Role.EMAIL for row in rows)
        }
        fitting = frozenset(id for id, rows in mailed.items() if self.has_room(rows))
        return fitting if len(fitting) >= MOST_OF_THEM * len(mailed) else frozenset()

    def with_emails_beside(self) -> ContactList:
        """The same, or with smaller e-mails if more of these then stand beside their numbers."""
        size = self.scale.email.size
        sizes = [size * percent / 100 for percent in range(98, SHRUNK_EMAIL - 1, -2)]
        smaller = [
            replace(self, scale=replace(self.scale, email=replace(self.scale.email, size=size)))
            for size in sizes
            if size >= LEAST_EMAIL
        ]
        return max((self, *smaller), key=lambda contacts: len(contacts.beside))

    def has_room(self, rows: Sequence[Row]) -> bool:
        """Whether the e-mail of an entry has room beside its numbers, on one line if that is possible."""
        number = next(row for row in rows if row.role is Role.NUMBER)
        size = number.type(self.scale).size / 1000
        solid, widest = number.copy.solid * size, number.copy.widest * size
        wanted = solid if solid <= self.text_width else widest
        return wanted <= self.text_width - self.taken_by_email(rows)

    def taken_by_email(self, rows: Sequence[Row]) -> float:
        """What an e-mail beside the numbers takes of their width."""
        for row in rows:
            if row.role is Role.EMAIL:
                return row.copy.solid * row.type(self.scale).size / 1000 + BESIDE
        return 0.0

    def room(self, row: Row, contact: Contact) -> float:
        """The measure of a row."""
        if row.role is Role.NUMBER and contact.id in self.beside:
            return self.text_width - self.taken_by_email(self.directory.rows[contact.id])
        return self.text_width

    def text_height(self, contact: Contact) -> float:
        """From the top of the first capital to the lowest descender."""
        last = self.rows_below(contact)[-1]
        return self.depth_of_words(contact) + self.setter.descent(last.type(self.scale))

    def depth_of_words(self, contact: Contact) -> float:
        """From the top of the first capital to the last baseline."""
        return self.depth(self.rows_below(contact), contact)

    def rows_below(self, contact: Contact) -> list[Row]:
        """The rows of an entry that stand one below the other."""
        rows = self.directory.rows[contact.id]
        return [row for row in rows if row.role is not Role.EMAIL or contact.id not in self.beside]

    def depth(self, rows: Sequence[Row], contact: Contact) -> float:
        """From the top of the first capital to the last baseline."""
        depth = 0.0
        for row in rows:
            type = row.type(self.scale)
            lines = count_lines(row.copy, self.room(row, contact) / type.size * 1000)
            depth += lines * type.size * type.leading
        first = rows[0].type(self.scale)
        return depth - first.size * first.leading + self.setter.cap_height(first)

    def place(self, element: Element, x: float, top: float) -> list[Item]:
        """The items of one element whose upper edge is ``top``."""
        if element.contact is not None:
            return self.place_entry(element.contact, x, top)
        assert element.phrase is not None
        tag = Tag(element.role, element.id)
        if element.role in (Role.NOTE, Role.ADVICE):
            type = self.scale.note if element.role is Role.NOTE else self.scale.advice
            baseline = top - self.setter.cap_height(type)
            return self.lines(element.phrase, type, x, baseline, tag)
        type = self.scale.heading
        baseline = top - self.bar - self.setter.cap_height(type)
        return [bar(x, top), *self.lines(element.phrase, type, x, baseline, tag)]

    def lines(self, phrase: Phrase, type: Type, x: float, baseline: float, tag: Tag) -> list[Item]:
        """A phrase at full width, each sentence on lines of its own."""
        items: list[Item] = []
        for sentence in sentences(phrase):
            found = self.setter.lines(sentence, type, x, baseline, self.width, tag)
            baseline = found[-1].baseline - type.size * type.leading
            items += found
        return items

    def place_entry(self, contact: Contact, x: float, top: float) -> list[Item]:
        """Code at the left, texts beside it, both from ``top`` on, so that the eye runs down the places."""
        size = self.scale.code
        code = Code(
            Rect(x, top - size, size, size),
            encode(contact.code),
            contact.code,
            f"{contact.place.text}, {contact.name.text}: {contact.phones[0].text}",
            Tag(Role.NUMBER, f"contact.{contact.id}.code"),
        )
        items: list[Item] = [code]
        rows = self.directory.rows[contact.id]
        left = x + self.text_indent
        cursor = top - self.setter.cap_height(rows[0].type(self.scale))
        first_number = cursor
        for index, row in enumerate(rows):
            type = row.type(self.scale)
            tag = Tag(row.role, f"contact.{contact.id}.{row.role}")
            if row.role is Role.EMAIL and contact.id in self.beside:
                at = x + self.width - row.copy.solid * type.size / 1000
                items += self.setter.lines(row.phrase, type, at, first_number, self.text_width, tag)
                continue
            cursor -= type.size * type.leading if index else 0.0
            lines = self.setter.lines(row.phrase, type, left, cursor, self.room(row, contact), tag)
            items += lines
            first_number, cursor = cursor, lines[-1].baseline
        return items


def count_lines(copy: Copy, measure: float) -> int:
    """How many lines a text takes at a measure in thousandths of its size."""
    # What stands on one line needs no breaking; the evenest lines are no more than the fullest.
    return 1 if copy.solid <= measure else len(copy.lines(first_fit, measure))


def emphasised(phrase: Phrase) -> Phrase:
    """A phrase in the emphasis of its type."""
    return replace(phrase, runs=tuple(replace(run, bold=True) for run in phrase.runs))


def sentences(phrase: Phrase) -> list[Phrase]:
    """The sentences of a phrase without emphasis."""
    if len(phrase.runs) != 1:
        return [phrase]
    words = phrase.text.split(" ")
    ends = (*endings(words), len(words))
    return [
        Phrase((Run(" ".join(words[start:end])),), phrase.place)
        for start, end in zip((0, *ends), ends, strict=False)
    ]


def joined(phrases: Sequence[Phrase]) -> Phrase:
    """Phrases in a row, parted by commas."""
    runs: list[Run] = []
    for index, phrase in enumerate(phrases):
        last = index == len(phrases) - 1
        runs += phrase.runs
        if not last:
            runs.append(Run(", "))
    return Phrase(tuple(runs), phrases[0].place)
