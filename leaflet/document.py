"""One edition's words, in one language and for one region, as plain blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from leaflet.diagnostics import Finding, Place


class Role(StrEnum):
    """What a text is, for its look and for the structure of the PDF."""

    AUDIENCE = "audience"
    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    STATEMENT = "statement"
    PARAGRAPH = "paragraph"
    CHECK_ITEM = "check-item"
    LIST_ITEM = "list-item"
    NOTE = "note"
    ADVICE = "advice"
    LABEL = "label"
    NUMBER = "number"
    SCOPE = "scope"
    PLACE = "place"
    NAME = "name"
    EMAIL = "email"
    FAX = "fax"
    IMPRINT = "imprint"
    FOLIO = "folio"
    STATUS = "status"
    FOOT = "foot"
    """In the margin under a panel: a number to call, or where a list goes on."""
    JOB = "job"
    SCALE = "scale"


ITEMS = (Role.CHECK_ITEM, Role.LIST_ITEM)
"""What the items of lists are."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one weight; ``link`` is the URI that a touch of it opens."""

    text: str
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Running text with emphasis, and the place in the content that it comes from."""

    runs: tuple[Run, ...]
    place: Place

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list item or heading of the memo; ``id`` is its key path in the content."""

    id: str
    role: Role
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Contact:
    """An organisation as it is printed. Numbers are display strings; ``code`` is the payload of its code."""

    id: str
    name: Phrase
    place: Phrase
    scope: Phrase | None
    """The label of a national organisation; None for the others."""
    phones: tuple[Phrase, ...]
    short_numbers: tuple[Phrase, ...]
    faxes: tuple[Phrase, ...]
    emails: tuple[Phrase, ...]
    code: str


@dataclass(frozen=True, slots=True)
class ContactGroup:
    """The organisations that stand under one of the memo's headings."""

    heading: Block
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class HotlineEntry:
    """A short number with its name; ``code`` is the payload of its code."""

    id: str
    number: Phrase
    label: Phrase
    code: str


@dataclass(frozen=True, slots=True)
class Labels:
    """The leaflet's own short words. ``no_local`` and ``draft`` are None where they do not apply."""

    language: Phrase
    region: Phrase
    danger: Phrase
    advice: Phrase
    fax: Phrase
    scan: Phrase
    my_embassy: Phrase
    rests_on: Phrase
    page: Phrase
    edition: Phrase
    contacts_go_on: Phrase
    contacts_continued: Phrase
    no_local: Phrase | None
    draft: Phrase | None


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that one edition prints."""

    language: str
    region: str
    """Region id, or ``national``."""
    edition: str
    """Edition code: language, region, date of the content, fingerprint of what is printed."""
    date: str
    """ISO date of the content; empty where it has none."""
    draft: bool
    """Whether the memo's words are a translation that nobody has reviewed."""
    audience: Block
    title: Block
    body: tuple[Block, ...]
    contact_groups: tuple[ContactGroup, ...]
    hotlines: tuple[HotlineEntry, ...]
    labels: Labels
    hyphenate: bool = False
    """Whether words of the body may part by rule at any measure."""
    findings: tuple[Finding, ...] = ()

    @property
    def contacts(self) -> tuple[Contact, ...]:
        return tuple(contact for group in self.contact_groups for contact in group.contacts)

    def hotline(self, id: str) -> HotlineEntry:
        """The hotline of that id; KeyError if there is none."""
        for entry in self.hotlines:
            if entry.id == id:
                return entry
        raise KeyError(id)

    def phrases(self) -> Iterator[Phrase]:
        """Every phrase that may be printed, for checks of coverage and for the edition's fingerprint."""
        yield self.audience.phrase
        yield self.title.phrase
        for block in self.body:
            yield block.phrase
        for group in self.contact_groups:
            yield group.heading.phrase
            for contact in group.contacts:
                yield from contact_phrases(contact)
        for entry in self.hotlines:
            yield entry.number
            yield entry.label
        labels = self.labels
        yield from (labels.language, labels.region, labels.danger, labels.advice, labels.scan)
        yield from (labels.fax, labels.my_embassy, labels.rests_on, labels.page, labels.edition)
        yield from (labels.contacts_go_on, labels.contacts_continued)
        for optional in (labels.no_local, labels.draft):
            if optional is not None:
                yield optional


def contact_phrases(contact: Contact) -> Iterator[Phrase]:
    """Every phrase of one contact."""
    yield contact.place
    if contact.scope is not None:
        yield contact.scope
    yield contact.name
    yield from contact.phones
    yield from contact.short_numbers
    yield from contact.faxes
    yield from contact.emails
