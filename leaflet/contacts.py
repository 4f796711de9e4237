"""The list of those who help: place, name, numbers, and a code beside each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from leaflet.contactrows import Row, count_lines, numbers_of, numbers_row, rows_of, sentences
from leaflet.contactscale import TYPES, Scale
from leaflet.document import Contact, Document, Phrase, Role
from leaflet.furniture import bar
from leaflet.geometry import Rect
from leaflet.linebreak import eased
from leaflet.qr import encode
from leaflet.setter import Setter, Type
from leaflet.sheet import Code, Item, Tag
from leaflet.styles import BAR_WEIGHT
from leaflet.units import MM

MOST_LINES, LEAST_PLACE = 2, 86
"""Lines of a place, and the percent of its size that it may shrink to for that."""
LEAST_EMAIL, SHRUNK_EMAIL = 7.5, 92
"""Points, and the percent of its size that an e-mail may shrink to for room beside its number."""
SHRUNK_NUMBER = 94
"""The percent of their size that numbers may shrink to for a short one that then stands beside another."""
EASED = 0.98
"""The part of their size that places may shrink to for fewer lines; nobody sees it."""
BESIDE = 2.8 * MM
"""White between a number and an e-mail beside it; chosen by eye."""
CLEAR, LEAST_BESIDE_CODE = 0.9 * MM, 3.2 * MM
"""White between a code's quiet zone and the texts beside it, and the least between code and texts."""
LEAST_BELOW_BAR, LEAST_ABOVE_MARKS = 1.0 * MM, 0.12 * MM
"""White between the bar of a heading and its capitals, and the marks on these."""
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


class Directory:
    """The entries of a document, their texts measured once for every scale and width."""

    def __init__(self, document: Document, setter: Setter) -> None:
        self.document = document
        self.setter = setter
        self.rows = {
            contact.id: tuple(rows_of(contact, document.labels, setter)) for contact in document.contacts
        }
        self.mailed = {
            id: rows for id, rows in self.rows.items() if any(row.role is Role.EMAIL for row in rows)
        }
        self.places = [row.copy for rows in self.rows.values() for row in rows if row.kind == "place"]
        # Of those that have a short number besides.
        self.phones = {
            contact.id: numbers_row(contact.phones, setter).copy
            for contact in document.contacts
            if contact.short_numbers
        }
        self.lists: dict[tuple[Scale, float, tuple[float, ...], float], ContactList] = {}
        self.others: dict[tuple[Scale, float], ContactList] = {}

    def at(
        self, scale: Scale, width: float, across: tuple[float, ...] = (), widest: float = 0.0
    ) -> ContactList:
        """The list at a scale and a width in points, measured once.

        Headings, places, numbers and e-mails are a little smaller where that serves them at this width,
        headings at those of ``across`` if they stand so, one for each; places at that of the ``widest``
        frame, too.
        """
        key = (scale, width, across, widest)
        if key not in self.lists:
            contacts = ContactList(self, scale, width)
            contacts = replace(contacts, scale=self.with_short_places(contacts, max(widest - width, 0.0)))
            # Where places are smaller, what stands over them is not.
            size = self.heading_size(scale.heading, across or (width,) * len(self.document.contact_groups))
            contacts = replace(contacts, scale=contacts.scale.with_headings_of(size))
            self.lists[key] = contacts.with_emails_beside().with_short_numbers_beside()
        return self.lists[key]

    def widened(self, contacts: ContactList, width: float) -> ContactList:
        """A list at another width, nothing in it smaller or larger, measured once."""
        if width == contacts.width:
            return contacts
        key = (contacts.scale, width)
        if key not in self.others:
            self.others[key] = replace(contacts, width=width)
        return self.others[key]

    def heading_size(self, type: Type, widths: Sequence[float]) -> float:
        """The size of headings in a type, or a little less if they then break better, each at its width."""
        phrases = (group.heading.phrase for group in self.document.contact_groups)
        copies = (self.setter.copy(phrase.runs, type.weight) for phrase in phrases)
        return type.size * eased(
            (copy, width / type.size * 1000) for copy, width in zip(copies, widths, strict=True)
        )

    def with_short_places(self, contacts: ContactList, wider: float = 0.0) -> Scale:
        """The scale of a list, or one of smaller places if none of them then takes more than two lines.

        ``wider`` tells how much wider the widest of its frames is.
        """
        scale = contacts.scale
        widths = {contacts.text_width, contacts.text_width + wider}
        for percent in range(100, LEAST_PLACE - 1, -2):
            size = scale.place.size * percent / 100
            if size < scale.name.size:
                break
            if self.has_short_places(size, contacts.text_width):
                # A hair less may save a line.
                eased = max(size * EASED, scale.name.size)
                if any(
                    self.lines_of_places(eased, width) < self.lines_of_places(size, width) for width in widths
                ):
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
        gap, between_codes, least_white = scale.gap, scale.between_codes, scale.least_white
        if labels.no_local:
            height = self.ink_depth(labels.no_local, scale.advice)
            result.append(Element("labels.no_local", Role.ADVICE, 0.0, height, labels.no_local))
        for number, group in enumerate(document.contact_groups):
            phrase = group.heading.phrase
            height = self.bar_above(phrase) + self.ink_depth(phrase, scale.heading)
            before = max(scale.name.size * 1.9, scale.quiet * 1.4) if result else 0.0
            result.append(Element(group.heading.id, Role.HEADING, before, height, phrase))
            if number == 0:
                height, before = self.ink_depth(labels.scan, self.scale.note), scale.name.size * 0.4
                result.append(Element("labels.scan", Role.NOTE, before, height, labels.scan))
            for contact in group.contacts:
                words = self.text_height(contact)
                height = max(words, scale.code)
                above = result[-1]
                before = gap
                if above.contact:
                    before = max(between_codes, least_white - above.white_below)
                result.append(Element(contact.id, Role.NAME, before, height, None, contact, height - words))
        return result

    def those(self, elements: Sequence[Element]) -> list[Element]:
        """The elements of these ids, as they are measured here."""
        own = {element.id: element for element in self.elements}
        return [own[element.id] for element in elements]

    def bar_above(self, phrase: Phrase) -> float:
        """From the top of the bar over a heading to that of its capitals."""
        marked = self.setter.overshoot(phrase, self.scale.heading) + LEAST_ABOVE_MARKS
        return BAR_WEIGHT + max(self.scale.name.size * 0.6 - BAR_WEIGHT, LEAST_BELOW_BAR, marked)

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
        mailed = self.directory.mailed
        fitting = frozenset(id for id, rows in mailed.items() if self.has_room(rows))
        return fitting if len(fitting) >= MOST_OF_THEM * len(mailed) else frozenset()

    def with_emails_beside(self) -> ContactList:
        """The same, or with smaller e-mails if more of these then stand beside their numbers."""
        if len(self.beside) == len(self.directory.mailed):
            return self
        size = self.scale.email.size
        sizes = [size * percent / 100 for percent in range(98, SHRUNK_EMAIL - 1, -2)]
        smaller = [
            replace(self, scale=replace(self.scale, email=replace(self.scale.email, size=size)))
            for size in sizes
            if size >= LEAST_EMAIL
        ]
        return max((self, *smaller), key=lambda contacts: len(contacts.beside))

    def with_short_numbers_beside(self) -> ContactList:
        """The same, or with smaller numbers if fewer short ones then have a line of their own.

        One that stands by itself looks like one to dial first.
        """
        if not self.parted_short_numbers:
            return self
        size = self.scale.number.size
        sizes = [size * percent / 100 for percent in range(99, SHRUNK_NUMBER - 1, -1)]
        smaller = [
            replace(self, scale=replace(self.scale, number=replace(self.scale.number, size=size)))
            for size in sizes
        ]
        return min((self, *smaller), key=lambda contacts: contacts.parted_short_numbers)

    @property
    def parted_short_numbers(self) -> int:
        """Of how many contacts the short numbers take a line of their own."""
        found = 0
        for id, phones in self.directory.phones.items():
            row = numbers_of(self.directory.rows[id])
            room = self.room(row, id) / self.scale.number.size * 1000
            found += count_lines(row.copy, room) > count_lines(phones, room)
        return found

    def has_room(self, rows: Sequence[Row]) -> bool:
        """Whether the e-mail of an entry has room beside its numbers, on one line if that is possible."""
        number = numbers_of(rows)
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

    def room(self, row: Row, id: str) -> float:
        """The measure of a row of the contact of that id."""
        if row.role is Role.NUMBER and id in self.beside:
            return self.text_width - self.taken_by_email(self.directory.rows[id])
        return self.text_width

    def text_height(self, contact: Contact) -> float:
        """From the top of the first capital to the lowest descender."""
        rows = self.rows_below(contact)
        return self.depth(rows, contact) + self.setter.descent(rows[-1].type(self.scale))

    def depth_of_words(self, contact: Contact) -> float:
        """From the top of the first capital to the last baseline."""
        return self.depth(self.rows_below(contact), contact)

    def ink_of_words(self, contact: Contact) -> float:
        """From the top of the first capital to the lowest ink: figures stand on the baseline."""
        depth = self.depth_of_words(contact)
        if self.rows_below(contact)[-1].role is Role.NUMBER and contact.id not in self.beside:
            return depth
        # An e-mail, or a fax with its word, in the same type.
        return depth + self.setter.descent(self.scale.email)

    def rows_below(self, contact: Contact) -> Sequence[Row]:
        """The rows of an entry that stand one below the other."""
        rows = self.directory.rows[contact.id]
        if contact.id not in self.beside:
            return rows
        return [row for row in rows if row.role is not Role.EMAIL]

    @cached_property
    def pitches(self) -> dict[str, tuple[float, float]]:
        """The size of each kind of row, and from one of its lines to the next, in points."""
        types: dict[str, Type] = {kind: getattr(self.scale, kind) for kind in TYPES}
        return {kind: (type.size, type.size * type.leading) for kind, type in types.items()}

    def depth(self, rows: Sequence[Row], contact: Contact) -> float:
        """From the top of the first capital to the last baseline."""
        depth, is_mailed_beside = 0.0, contact.id in self.beside
        for row in rows:
            size, pitch = self.pitches[row.kind]
            room = self.room(row, contact.id) if is_mailed_beside else self.text_width
            depth += count_lines(row.copy, room / size * 1000) * pitch
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
        baseline = top - self.bar_above(element.phrase) - self.setter.cap_height(type)
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
            lines = self.setter.lines(row.phrase, type, left, cursor, self.room(row, contact.id), tag)
            items += lines
            first_number, cursor = cursor, lines[-1].baseline
        return items
