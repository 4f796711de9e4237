"""An edition's document held against what was asked for and against the content, fact by fact."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from leaflet.content.model import Content, Language, Organization
from leaflet.content.reviews import PARTS, provenance, words_fingerprint
from leaflet.diagnostics import Finding, Place
from leaflet.document import Document
from leaflet.localization import NATIONAL
from leaflet.transcription import Fact, Source, optional

IN_ORDER = ("trafficking", "police", "emergency"), ("memo.contacts.trafficking", "memo.contacts.other")
"""The hotlines that every leaflet has and the headings of the contacts, each as they follow on each other."""


def uncommissioned(
    document: Document, content: Content, language: str, region: str | None
) -> Iterator[Finding]:
    """Where a document is not the edition of this language and region, or not what the content says."""
    place = Place(f"{language}, {region or NATIONAL}")
    for about, expected, found in facts(document, content, language, region):
        if expected != found:
            what = f"the edition is not the one that was asked for: {about}"
            yield Finding(place, "other-edition", what, f"expected {expected}, found {found}", ours=True)


def facts(document: Document, content: Content, language: str, region: str | None) -> Iterator[Fact]:
    """What the edition is and says, then who stands in it, then each fact of those."""
    words = content.languages[language]
    source = Source(content, words)
    yield "language", language, document.language
    yield "region", region or NATIONAL, document.region
    drafts = [part for part in PARTS if is_unreviewed(words, part)]
    mark = source.said(words.labels["draft"]) if drafts else None
    yield "review of the memo", "memo" in drafts, document.draft
    yield "mark of a draft", mark, optional(document.labels.draft)
    serving = {entry.id: entry for entry in content.organizations if is_asked(entry, region)}
    yield from source.of_memo(document)
    yield from source.of_labels(document, region, [*serving.values()])
    yield from source.of_groups(document, [*serving.values()])
    yield "organisations", sorted(serving), sorted(contact.id for contact in document.contacts)
    yield "hotlines", sorted(source.numbers), sorted(entry.id for entry in document.hotlines)
    hotlines, headings = IN_ORDER
    yield "order of the hotlines", [*hotlines], [entry.id for entry in document.hotlines][: len(hotlines)]
    found = [group.heading.id for group in document.contact_groups]
    yield "order of the headings", [id for id in headings if id in found], found
    for contact in document.contacts:
        if contact.id in serving:
            yield from source.of_contact(serving[contact.id], contact)
    for entry in document.hotlines:
        if entry.id in source.numbers:
            yield from source.of_hotline(entry)
    yield from identity(document, words, region)


def is_unreviewed(words: Language, part: str) -> bool:
    """Whether the words of a part are a draft, or no longer those that were reviewed."""
    origin = provenance(words, part)
    # A fault in making fingerprints gives another one than was recorded.
    recorded = origin.fingerprint.text if origin.fingerprint else ""
    changed = origin.status.text == "reviewed" and recorded != words_fingerprint(words, part)
    return changed or origin.status.text == "draft"


def is_asked(entry: Organization, region: str | None) -> bool:
    """Whether an organisation helps in a region, or anywhere where none was asked for."""
    return not region or entry.national or region in [id.text for id in entry.regions]


def identity(document: Document, words: Language, region: str | None) -> Iterator[Fact]:
    """The edition's date and code: two that differ in anything printed have two codes."""
    on = words.memo_provenance.on
    date = on.text if on else ""
    printed = [phrase.text for phrase in document.phrases()] + [contact.code for contact in document.contacts]
    ended = "".join(f"{text}\0" for text in printed).replace("\u00a0", " ")
    digest = hashlib.sha256(ended.encode()).hexdigest()
    mark = "draft" if is_unreviewed(words, "memo") else ""
    parts = (words.tag, region or NATIONAL, date.replace("-", ""), digest[:6], mark)
    yield "date", date, document.date
    yield "edition code", "-".join(filter(None, parts)).upper(), document.edition
