"""The words of one language, read for what no source says: numbers, promises, denials, remains, gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from leaflet.content.additions import check_additions
from leaflet.content.claims import check_claims
from leaflet.content.cuts import check_cuts, joined
from leaflet.content.denials import check_denials
from leaflet.content.dictated import check_dictated
from leaflet.content.encoding import quoted
from leaflet.content.extents import check_extents
from leaflet.content.fingerprints import fingerprint, texts
from leaflet.content.leftovers import check_leftovers
from leaflet.content.model import Language, Text
from leaflet.content.names import known_language
from leaflet.content.pairs import DRAFT_MARK, TRANSLATED, Pair, paired, shown
from leaflet.content.reviews import check_doubts, check_reviews
from leaflet.content.services import check_services
from leaflet.content.signs import check_signs
from leaflet.content.standins import check_stand_ins
from leaflet.content.topics import check_topics
from leaflet.content.typed import check_typed
from leaflet.diagnostics import Finding, Severity

_NAMED = ("organizations.", "regions.")
_BESIDE_NUMBERS = ("organizations.", "labels.")
# A number is a fact: no reading makes another one right.
_UNANSWERABLE = "number-in-text"
# Nor does one make read or rung what nobody has: they say it with a denial that we know.
_TRUTHS = (DRAFT_MARK, "labels.contacts_unchecked")


def scrutinize(language: Language, source: Language, known: Mapping[str, str]) -> Iterator[Finding]:
    """Warnings about the words of one language; ``known`` are the numbers that a reader may dial."""
    ours, theirs = shown(language), {} if language is source else shown(source)
    tags = [known_language(words.tag) for words in (language, source)]
    whole = joined(ours)
    said = _either(*(_said(each, theirs, tags[0], known) for each in (ours, whole)))
    if language is source:  # The numbers of a translation are held against it.
        yield from check_typed((text for path, text in ours.items() if path.startswith("memo.")), known)
        yield from said
    else:
        pairs = paired(ours, theirs)
        again = [pair._replace(text=whole[pair.path]) for pair in pairs if pair.path in whole]
        unlike = _either(*(_unlike(each, tags) for each in (pairs, again)))
        yield from _unsettled(language, source, chain(unlike, said))
        yield from check_signs(pairs, language.alphabet.text)
        if not tags[0]:
            yield _unjudged(language)
    yield from check_reviews(language, source)
    yield from check_doubts(language, source)
    yield from check_leftovers(ours.values())
    yield from check_cuts(ours.values())
    yield from check_stand_ins(ours, theirs or ours)


def _unlike(pairs: Iterable[Pair], tags: Sequence[str]) -> Iterator[Finding]:
    """What words say otherwise than the source.

    ``tags`` are those of both languages, empty where their words are not known.
    """
    judged = [pair for pair in pairs if pair.path.startswith(TRANSLATED)]
    if all(tags):
        # Who reads that an office is closed does not go there.
        places = [pair for pair in pairs if pair.path.endswith(".place")]
        yield from chain(
            check_denials(judged, tags), check_additions(judged + places, tags), check_topics(judged)
        )
    yield from check_extents(judged)


def _said(
    own: Mapping[str, Text], source: Mapping[str, Text], tag: str, known: Mapping[str, str]
) -> Iterator[Finding]:
    """What words say that no leaflet may."""
    for beside_numbers in (False, True):
        theirs = (text for path, text in own.items() if path.startswith(_BESIDE_NUMBERS) == beside_numbers)
        yield from check_dictated(theirs, known, beside_numbers=beside_numbers)
    yield from check_claims(own, source)
    if tag:
        yield from check_services(own, source, tag)


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


def unanswered(translation: Language, source: Language, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings about texts that no record answers, each with the record that would."""
    ours, theirs = texts(translation), texts(source)
    paths = {text.place: path for path, text in ours.items() if path in theirs}
    for finding in findings:
        path = paths.get(finding.place)
        if path is None or not _is_answerable(finding, path):
            yield finding
            continue
        now = fingerprint(f"{theirs[path]}\n{ours[path]}")
        record = translation.alike.get(path)
        if record is None or record.text != now:
            way = f'; or, once somebody who reads both has found so, add to alike:\n  {path}: "{now}"'
            yield replace(finding, remedy=finding.remedy + way)


def _unsettled(translation: Language, source: Language, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same; and records for texts of memo and labels of which there is nothing to say."""
    every = list(findings)
    yield from unanswered(translation, source, every)
    paths = {text.place: path for path, text in texts(translation).items()}
    told = [(finding, paths.get(finding.place, "")) for finding in every]
    doubted = {path for finding, path in told if _is_answerable(finding, path)}
    for path, record in translation.alike.items():
        # Names and places are held against more than the source's: what is said of them is told elsewhere.
        if not path.startswith(_NAMED) and path not in doubted:
            what = f"nothing is said of {quoted(path)} that its record under alike answers"
            remedy = "remove the record"
            yield Finding(record.place, "superfluous-record", what, remedy=remedy, severity=Severity.WARNING)


def _is_answerable(finding: Finding, path: str) -> bool:
    is_untrue = finding.code == "lost-denial" and path in _TRUTHS
    return finding.severity is Severity.WARNING and finding.code != _UNANSWERABLE and not is_untrue
