"""Which findings about a content touch what is to be made of it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from leaflet.content import Content
from leaflet.content.freshness import ahead
from leaflet.content.memo import unlike_source
from leaflet.content.mistaken import mistaken
from leaflet.content.model import FACT_FILES, Hotline, Organization
from leaflet.diagnostics import Finding, Severity
from leaflet.document import Document
from leaflet.localization import serves, unprintable

_OF_ONE_CONTACT = frozenset(("doubtful-email", "invalid-phone", "lost-contact", "not-in-memo"))
"""What is told of an organisation that touches no other: where it is not printed, it is nobody's concern."""


def relevant(content: Content, languages: Sequence[str]) -> Iterator[Finding]:
    """The findings that touch these languages: in the facts, in their own files, or in that of the source.

    Whoever holds a translation against the source should know what is doubtful about the source itself.
    """
    stems = {*FACT_FILES, *languages}
    if languages and content.source:
        stems.add(content.source.tag)
    if content.source is None and all(language in content.languages for language in languages):
        # Without the source no translation can be compared: what is wrong with any file matters.
        stems |= {Path(finding.place.file).stem for finding in content.findings}
    for finding in content.findings:
        if Path(finding.place.file).stem in stems or finding.place == content.place():
            yield finding
    yield from unlike_source(content)
    for language in languages:
        if language in content.languages:
            yield from unprintable(content, language)
    concerned = [*languages, content.source.tag] if languages and content.source else languages
    for language in dict.fromkeys(concerned):
        if language in content.languages:
            yield from mistaken(content, language)


def concerning(
    findings: Iterable[Finding], content: Content, regions: Sequence[str | None]
) -> Iterator[Finding]:
    """The findings without those about organisations that editions of these regions do not print.

    Nor are notes about one told, which ``check`` has: somebody has answered them. What needs no translation
    for a leaflet, the words of the sheet that checks a printer, is told where that is made, of no region.
    """
    proofs = {text.place for words in content.languages.values() for text in words.proof.values()}
    facts = content.place("organizations.yaml").file
    lines = {entry.place.line: entry for entry in content.organizations}
    for finding in findings:
        if regions and finding.place in proofs and finding.severity is not Severity.ERROR:
            continue
        if finding.code in _OF_ONE_CONTACT and finding.place.file == facts:
            above = [line for line in lines if line <= finding.place.line]
            entry = lines[max(above)] if above else None
            is_printed = entry is None or any(serves(entry, id) for id in regions)
            if finding.severity is Severity.NOTE or not (is_printed or finding.severity is Severity.ERROR):
                continue
        yield finding


def unchecked(content: Content, documents: Iterable[Document]) -> tuple[int, int]:
    """How many of the contacts and hotlines that these print no person has checked, and of how many."""
    printed = {contact.id for document in documents for contact in document.contacts}
    dates = [entry.checked_on for entry in content.organizations if entry.id in printed]
    dates += [entry.checked_on for entry in content.hotlines]
    return dates.count(None), len(dates)


def checked_ahead(content: Content, regions: Sequence[str | None], as_of: datetime.date) -> Iterator[Finding]:
    """Errors about contacts whose check is still to come, and which editions of these regions print.

    ``None`` is the whole country. What was checked long ago stops releases alone.
    """
    serving = [entry for entry in content.organizations if any(serves(entry, id) for id in regions)]
    printed: list[Hotline | Organization] = [*content.hotlines, *serving]
    for entry in printed:
        if entry.checked_on and (found := ahead(entry.checked_on, entry.id, as_of)):
            yield found
