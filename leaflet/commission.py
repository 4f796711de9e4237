"""An edition's document held against what was asked for and against the content, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from leaflet.content.model import Content, Language, Organization, Text
from leaflet.content.plain import PLACEHOLDER
from leaflet.content.reviews import PARTS, is_draft
from leaflet.diagnostics import OURS, Finding, Place
from leaflet.document import Contact, Document, HotlineEntry, Phrase
from leaflet.localization import NATIONAL

Fact: TypeAlias = tuple[str, object, object]
"""What a fact is about, how it should be, and how it is."""


def uncommissioned(
    document: Document, content: Content, language: str, region: str | None
) -> Iterator[Finding]:
    """Where a document is not the edition of this language and region, or not what the content says."""
    place = Place(f"{language}, {region or NATIONAL}")
    for about, expected, found in facts(document, content, language, region):
        if expected != found:
            what = f"the edition is not the one that was asked for: {about}"
            yield Finding(place, "other-edition", what, f"expected {expected}, found {found}", OURS)


def facts(document: Document, content: Content, language: str, region: str | None) -> Iterator[Fact]:
    """What the edition is, then who stands in it, then each fact of those."""
    words, labels = content.languages[language], document.labels
    named = words.regions[region] if region else words.labels["all_regions"]
    source = Source(words, {hotline.id: hotline.number.text for hotline in content.hotlines})
    yield "language", language, document.language
    yield "region", region or NATIONAL, document.region
    yield "name of the language", source.said(words.name), bare(labels.language)
    yield "name of the region", source.said(named), bare(labels.region)
    yield "review of the memo", is_draft(words, "memo"), document.draft
    yield "mark of a draft", any(is_draft(words, part) for part in PARTS), labels.draft is not None
    serving = {entry.id: entry for entry in content.organizations if is_asked(entry, region)}
    yield "organisations", sorted(serving), sorted(contact.id for contact in document.contacts)
    yield "hotlines", sorted(source.numbers), sorted(entry.id for entry in document.hotlines)
    for contact in document.contacts:
        if contact.id in serving:
            yield from source.of_contact(serving[contact.id], contact)
    for entry in document.hotlines:
        if entry.id in source.numbers:
            yield from source.of_hotline(entry)


def is_asked(entry: Organization, region: str | None) -> bool:
    """Whether an organisation helps in a region, or anywhere where none was asked for."""
    return not region or entry.national or region in [id.text for id in entry.regions]


@dataclass(frozen=True)
class Source:
    """The words of a language, and the numbers of the hotlines that they may name."""

    words: Language
    numbers: Mapping[str, str]

    def said(self, text: Text) -> str:
        """A text as a document says it, without white space and marks of emphasis."""
        filled = PLACEHOLDER.sub(lambda match: self.numbers[match[1]], text.text)
        return "".join(filled.split()).replace("**", "")

    def of_contact(self, entry: Organization, contact: Contact) -> Iterator[Fact]:
        """Each fact of an organisation."""
        named = self.words.organizations[entry.id]
        yield f"name of {entry.id}", self.said(named.name), bare(contact.name)
        yield f"place of {entry.id}", self.said(named.place), bare(contact.place)
        yield f"scope of {entry.id}", entry.national, contact.scope is not None
        yield f"code of {entry.id}", f"tel:{entry.phones[0].text}", contact.code
        rows: tuple[tuple[str, Sequence[Text], Sequence[Phrase]], ...] = (
            ("telephones", entry.phones, contact.phones),
            ("short numbers", entry.short_numbers, contact.short_numbers),
            ("faxes", entry.faxes, contact.faxes),
            ("e-mails", entry.emails, contact.emails),
        )
        for kind, texts, phrases in rows:
            yield f"{kind} of {entry.id}", [text.text for text in texts], [*map(bare, phrases)]

    def of_hotline(self, entry: HotlineEntry) -> Iterator[Fact]:
        """Each fact of a hotline."""
        number = self.numbers[entry.id]
        yield f"number of {entry.id}", number, bare(entry.number)
        yield f"name of {entry.id}", self.said(self.words.labels[entry.id]), bare(entry.label)
        yield f"code of {entry.id}", f"tel:{number}", entry.code


def bare(phrase: Phrase) -> str:
    """What a phrase says, without white space and marks of emphasis."""
    return "".join(phrase.text.split()).replace("**", "")
