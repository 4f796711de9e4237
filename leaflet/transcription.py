"""Every word of an edition held against the content's own, text by text and in the content's order.

What is expected here is read from the content once more, plainly, and by none of the code that makes editions
of it: a fault of that code would else be expected, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import TypeAlias

from leaflet.content.model import Content, Language, Organization, Section, Text
from leaflet.content.plain import each_of
from leaflet.document import Block, Contact, Document, HotlineEntry, Phrase, Role

Fact: TypeAlias = tuple[str, object, object]
"""What a fact is about, how it should be, and how it is."""
Words: TypeAlias = tuple[str, Role, str]
"""A text of the memo: its key path in the content, what it is, and what it says."""
OWN = each_of("danger advice fax scan my_embassy page edition contacts_go_on contacts_continued")
"""The labels that every edition has, and says as they stand: a document has them under the same names."""


@dataclass(frozen=True)
class Source:
    """The words of a language, and the numbers of the hotlines that they may name."""

    content: Content
    words: Language

    @cached_property
    def numbers(self) -> dict[str, str]:
        """The number of each hotline."""
        return {hotline.id: hotline.number.text for hotline in self.content.hotlines}

    def said(self, *texts: Text, **values: str) -> str:
        """Sentences as a document says them; marks of emphasis stay."""
        said = folded(" ".join([text.text for text in texts]))
        if "{" in said:  # Most name nothing.
            for name, value in (self.numbers | values).items():
                said = said.replace(f"{{{name}}}", value)
        return said

    def of_memo(self, document: Document) -> Iterator[Fact]:
        """The memo's title, then the first of its texts that is another, or stands elsewhere."""
        words = self.words
        for block, role, text in (
            (document.audience, Role.AUDIENCE, words.audience),
            (document.title, Role.TITLE, words.title),
        ):
            id = f"memo.cover.{role}"
            yield f"text of {id}", (id, role, self.said(text)), told(block)
        for expected, found in zip_longest(self.body(), map(told, document.body)):
            if expected != found:
                yield f"text of {(expected or found or ('',))[0]}", expected, found
                break  # All that follows is out of step.

    def body(self) -> Iterator[Words]:
        """The sections in the order in which the source language wants them read, text by text."""
        source = self.content.source or self.words
        order = [text.text for text in source.reading_order]
        lower = [text.text for text in source.subsections]
        for section in sorted(self.words.sections, key=lambda section: order.index(section.id)):
            yield from self.section(section, Role.SUBHEADING if section.id in lower else Role.HEADING)

    def section(self, section: Section, role: Role) -> Iterator[Words]:
        """One section; ``role`` is that of its heading."""
        path = f"memo.{section.id}"
        if section.heading is not None:
            yield f"{path}.heading", role, self.said(section.heading)
        if section.statement is not None:
            yield f"{path}.statement", Role.STATEMENT, self.said(section.statement)
        for number, item in enumerate(section.checklist, 1):
            yield f"{path}.checklist.{number}", Role.CHECK_ITEM, self.said(item)
        for number, item in enumerate(section.list, 1):
            yield f"{path}.list.{number}", Role.LIST_ITEM, self.said(item)
        for number, sentences in enumerate(section.paragraphs, 1):
            yield f"{path}.paragraphs.{number}", Role.PARAGRAPH, self.said(*sentences)

    def of_labels(
        self, document: Document, region: str | None, serving: Sequence[Organization]
    ) -> Iterator[Fact]:
        """The leaflet's own words for these organisations: each label says what its name says."""
        known, labels = self.words.labels, document.labels
        named = known["all_regions"] if region is None else self.words.regions[region]
        yield "name of the language", self.said(self.words.name), bare(labels.language)
        yield "name of the region", self.said(named), bare(labels.region)
        for name in OWN:
            yield f"label {name}", self.said(known[name]), bare(getattr(labels, name))
        checks = [entry.checked_on for entry in self.content.hotlines]
        checks += [entry.checked_on for entry in serving]
        dates = [check.text if check else "" for check in checks]
        # The oldest date is true of them all; one number without a date, a hotline's too, makes none true.
        oldest = min(dates, default="")
        checked = self.said(known["contacts_checked"], date=oldest)
        yield (
            "label of what contacts rest on",
            checked if oldest else self.said(known["contacts_unchecked"]),
            bare(labels.rests_on),
        )
        alone = region is not None and all(entry.national for entry in serving)
        yield "label no_local", self.said(known["no_local"]) if alone else None, optional(labels.no_local)

    def of_groups(self, document: Document, serving: Sequence[Organization]) -> Iterator[Fact]:
        """Which organisations stand under which of the memo's headings."""
        expected = {
            f"memo.contacts.{group}": (
                self.said(heading),
                sorted(entry.id for entry in serving if entry.group == group),
            )
            for group, heading in self.words.contact_headings.items()
            if any(entry.group == group for entry in serving)
        }
        found = {
            group.heading.id: (bare(group.heading.phrase), sorted(contact.id for contact in group.contacts))
            for group in document.contact_groups
        }
        yield "headings of the contacts", expected, found

    def of_contact(self, entry: Organization, contact: Contact) -> Iterator[Fact]:
        """Each fact of an organisation."""
        named = self.words.organizations[entry.id]
        nationwide = self.said(self.words.labels["nationwide"]) if entry.national else None
        yield f"name of {entry.id}", self.said(named.name), bare(contact.name)
        yield f"place of {entry.id}", self.said(named.place), bare(contact.place)
        yield f"scope of {entry.id}", nationwide, optional(contact.scope)
        yield f"code of {entry.id}", f"tel:{entry.phones[0].text}", contact.code
        rows: tuple[tuple[str, Sequence[Text], Sequence[Phrase]], ...] = (
            ("telephones", entry.phones, contact.phones),
            ("short numbers", entry.short_numbers, contact.short_numbers),
            ("faxes", entry.faxes, contact.faxes),
            ("e-mails", entry.emails, contact.emails),
        )
        for kind, texts, phrases in rows:
            # A number is printed in groups.
            found = ["".join(phrase.text.split()) for phrase in phrases]
            yield f"{kind} of {entry.id}", [text.text for text in texts], found

    def of_hotline(self, entry: HotlineEntry) -> Iterator[Fact]:
        """Each fact of a hotline."""
        number = self.numbers[entry.id]
        yield f"number of {entry.id}", number, bare(entry.number)
        yield f"name of {entry.id}", self.said(self.words.labels[entry.id]), bare(entry.label)
        yield f"code of {entry.id}", f"tel:{number}", entry.code


def told(block: Block) -> Words:
    """A text of the memo as the document tells it."""
    return block.id, block.role, bare(block.phrase)


def optional(phrase: Phrase | None) -> str | None:
    return None if phrase is None else bare(phrase)


def bare(phrase: Phrase) -> str:
    """What a phrase says, its emphasis marked as in the content."""
    if len(phrase.runs) == 1 and not phrase.runs[0].bold:  # Most have no emphasis.
        return folded(phrase.runs[0].text)
    return folded("".join([f"**{run.text}**" if run.bold else run.text for run in phrase.runs]))


def folded(text: str) -> str:
    """Text with one space for white space of any kind: a no-break space says no more than another."""
    return " ".join(text.split())
