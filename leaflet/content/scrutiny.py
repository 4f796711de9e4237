"""The words of one language, read for what no source says: numbers, promises, denials, remains, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from leaflet.content.additions import check_additions
from leaflet.content.alike import unsettled
from leaflet.content.claims import check_claims
from leaflet.content.cuts import check_cuts, joined
from leaflet.content.denials import check_denials
from leaflet.content.dictated import check_dictated
from leaflet.content.doubts import check_doubts
from leaflet.content.extents import check_extents
from leaflet.content.fingerprints import texts
from leaflet.content.leftovers import check_leftovers
from leaflet.content.model import Language
from leaflet.content.names import known_language
from leaflet.content.proofreading import printable_texts
from leaflet.content.reviews import check_reviews
from leaflet.content.services import check_services
from leaflet.content.signs import check_signs
from leaflet.content.standins import check_stand_ins
from leaflet.content.topics import check_topics
from leaflet.content.typed import check_labels, check_typed
from leaflet.diagnostics import Finding, Severity


def scrutinize(language: Language, source: Language, known: Mapping[str, str]) -> Iterator[Finding]:
    """Warnings about the words of one language; ``known`` are the numbers that a reader may dial."""
    by_path, every = texts(language), printable_texts(language)
    whole = joined(language, every)
    if language is source:  # The numbers of a translation are held against it.
        yield from check_typed((text for path, text in by_path.items() if path.startswith("memo.")), known)
        yield from _either(_said(source, source, known), _said(whole, whole, known))
    else:
        unlike = _either(_unlike(language, source), _unlike(whole, source))
        yield from unsettled(language, source, unlike)
        yield from check_signs(language, source)
        if not known_language(language.tag):
            yield _unjudged(language)
        yield from _either(_said(language, source, known), _said(whole, source, known))
    yield from check_labels(language.labels.values())
    yield from check_reviews(language, source)
    yield from check_doubts(language, source)
    yield from check_leftovers(every)
    yield from check_cuts(every)
    yield from check_stand_ins(language, source)


def _unlike(language: Language, source: Language) -> Iterator[Finding]:
    """What words say otherwise than the source; who reads both may say that it is the same."""
    checks = (check_denials, check_additions, check_extents, check_topics)
    return chain.from_iterable(check(language, source) for check in checks)


def _said(language: Language, source: Language, known: Mapping[str, str]) -> Iterator[Finding]:
    """What words say that no leaflet may."""
    yield from check_dictated(printable_texts(language), known)
    yield from check_claims(language, source)
    yield from check_services(language, source)


def _either(as_written: Iterable[Finding], as_joined: Iterable[Finding]) -> Iterator[Finding]:
    """What is told of words as they are written, and what else of those cut in two once they are joined."""
    told = set()
    for finding in as_written:
        told.add((finding.place, finding.code))
        yield finding
    yield from (finding for finding in as_joined if (finding.place, finding.code) not in told)


def _unjudged(language: Language) -> Finding:
    what = f'of the words of "{language.tag}" much is not held against the source'
    measure = "denials, topics, services, towns and names are known in Kazakh, Russian and English"
    remedy = "let somebody who reads both compare each text, label, name and place with the source"
    return Finding(language.place, "unchecked-words", what, measure, remedy, Severity.NOTE)
