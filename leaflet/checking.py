"""Content into every finding about it: those of loading, and those that take a typeface or a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leaflet.content import Content
from leaflet.content.encoding import listed, quoted
from leaflet.content.fingerprints import printed_texts
from leaflet.content.freshness import ASK_SERVICE, age
from leaflet.content.memo import unlike_source
from leaflet.content.mistaken import mistaken
from leaflet.content.model import Hotline, Language
from leaflet.content.reviews import open_doubt, to_come, withhold_fingerprints
from leaflet.coverage import uncovered
from leaflet.diagnostics import Finding, Place, Severity, in_order
from leaflet.hyphenation import hyphenator, never
from leaflet.localization import unprintable
from leaflet.releasing import release_of_all, unserved
from leaflet.relevance import relevant
from leaflet.typeface import Typeface

_WEIGHTS = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


def check(
    content: Content,
    languages: Sequence[str] | None,
    typeface: Typeface,
    as_of: datetime.date,
    *,
    release: bool = False,
) -> list[Finding]:
    """Every finding about the facts and these languages, in the order of files and lines.

    ``languages`` are tags of language files, sound or not; None: all. With ``release``, what keeps an
    edition of the whole country or of a region from being released is an error. Raises FontError.
    """
    every = {words.tag: words for words in (*content.languages.values(), *content.unsound)}
    asked = {tag: words for tag, words in every.items() if languages is None or tag in languages}
    whole = replace(content, languages=every)
    if languages is None:
        findings = [*content.findings, *unlike_source(content)]
        findings += [finding for tag in content.languages for finding in mistaken(content, tag)]
    else:
        findings = list(relevant(content, languages))
    for tag, words in asked.items():
        findings += unprintable(whole, tag)
        findings += uncovered(((text.text, text.place) for text in printed_texts(words).values()), typeface)
        findings += _hyphenation(words)
        findings += _doubts(words)
        if tag in content.languages:
            findings += to_come(words, as_of)
    findings += unserved(content)
    findings += _remarks(content)
    findings = withhold_fingerprints(findings)
    findings += release_of_all(whole, list(asked), as_of) if release else _checks(content, as_of)
    return heaviest(findings)


def heaviest(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in order, each once; of those with the same place and code only the heaviest."""
    weights: dict[tuple[Place, str], int] = {}
    unique = dict.fromkeys(findings)
    for finding in unique:
        key = (finding.place, finding.code)
        weights[key] = max(weights.get(key, 0), _WEIGHTS.index(finding.severity))
    kept = [
        finding
        for finding in unique
        if _WEIGHTS.index(finding.severity) == weights[finding.place, finding.code]
    ]
    return sorted(kept, key=in_order)


def _hyphenation(words: Language) -> Iterator[Finding]:
    """Hyphens that are allowed where there are no rules for them."""
    allowed = words.hyphenate
    if allowed and allowed.text == "yes" and hyphenator(words.tag) is never:
        what = f"there are no rules of hyphenation for {quoted(words.tag)}: no word will part"
        remedy = "remove the key; set soft hyphens (U+00AD) in the words that may part"
        yield Finding(allowed.place, "no-hyphenation-rules", what, "", remedy, Severity.WARNING)


def _doubts(words: Language) -> Iterator[Finding]:
    remedy = "ask the authors of the memo; then mend the words, and remove the doubt"
    for doubt in words.doubts:
        yield open_doubt(doubt, remedy, Severity.NOTE)


def _remarks(content: Content) -> Iterator[Finding]:
    for entry in content.organizations:
        for remark in entry.remarks:
            what, remedy = f'"{entry.id}" has an open remark', "settle it, then remove it"
            if "ask" not in remark.text.casefold():
                what = f'"{entry.id}" has a remark that asks nothing'
                remedy = "leave it there as long as it tells what the print has"
            yield Finding(remark.place, "open-remark", what, remark.text, remedy, Severity.NOTE)


def _checks(content: Content, as_of: datetime.date) -> Iterator[Finding]:
    """Contacts that were checked too long ago, and how many never were."""
    for name, entries in (("hotlines", content.hotlines), ("organizations", content.organizations)):
        danger = {entry.id for entry in entries if isinstance(entry, Hotline) and entry.is_for_danger}
        for entry in entries:
            if entry.checked_on:
                old = age(entry.checked_on, entry.id, as_of, release=False, is_for_danger=entry.id in danger)
                yield from [old] if old else []
        never = [entry.id for entry in entries if entry.checked_on is None]
        if never:
            place, what = content.place(f"{name}.yaml"), "nobody has checked these contacts"
            measure = f"{len(never)} of {len(entries)} have no checked_on"
            asked = [id for id in never if id in danger]
            ways = ["ring them"] if not asked else [f"ring {id}" for id in never if id not in danger]
            ways += [f"about {listed(asked)} {ASK_SERVICE}"] if asked else []
            remedy = f"{'; '.join(ways)}; write down the day"
            yield Finding(place, "unchecked-contact", what, measure, remedy, Severity.NOTE)
