"""A translation beside the source language: what lacks, what is too much, and what is stale."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from leaflet.content.fingerprints import fingerprint, region_names, texts
from leaflet.content.letters import words
from leaflet.content.model import Hotline, Language, Section, Text
from leaflet.content.numbers import listed, numbers, numbers_by_id
from leaflet.content.texts import nearest_path, placeholders
from leaflet.diagnostics import Finding, Place, Severity

_QUOTED_NAME = re.compile(r'«[^«»]*»|[“„][^“”„]*[“”]|"[^"]*"')
_MIN_WORDS = 2


def compare(
    translation: Language, source: Language, hotlines: Iterable[Hotline], doubtful: Collection[Place]
) -> Iterator[Finding]:
    """Findings about the structure, the facts, the emphasis and the age of a translation.

    ``doubtful`` are the places of texts of the source that have findings of their own.
    """
    ours, theirs = texts(translation), texts(source)
    yield from _sections(translation, source, ours)
    yield from _labels(translation, source)
    yield from _each_beside_its_source(translation, source, numbers_by_id(hotlines))
    for key, named in (
        ("reading_order", translation.reading_order),
        ("subsections", translation.subsections),
    ):
        if named:
            what, remedy = f'a translation has no key "{key}"', "remove it: translations follow the source"
            yield Finding(named[0].place, "superfluous-key", what, remedy=remedy)
    yield from _records(translation, ours, theirs, doubtful)


def _each_beside_its_source(
    translation: Language, source: Language, hotlines: Mapping[str, str]
) -> Iterator[Finding]:
    ours, theirs = (texts(words) | region_names(words) for words in (translation, source))
    lengths, expected_lengths = (Counter(map(_list_of, paths)) for paths in (ours, theirs))
    for path, text in ours.items():
        if path not in theirs or lengths[_list_of(path)] != expected_lengths[_list_of(path)]:
            continue  # In a list of another length the numbers do not match: one finding is enough.
        yield from _placeholders(text, theirs[path])
        yield from _numbers(text, theirs[path], hotlines)
        yield from _emphasis(text, theirs[path])
        yield from _unchanged(text, theirs[path])


def _placeholders(text: Text, source: Text) -> Iterator[Finding]:
    if placeholders(text) != placeholders(source):
        what, remedy = "the placeholders differ from the source", "use those of the source, each as often"
        measure = f"expected {_braced(source)}, found {_braced(text)}"
        yield Finding(text.place, "placeholder-mismatch", what, measure, remedy)


def _numbers(text: Text, source: Text, hotlines: Mapping[str, str]) -> Iterator[Finding]:
    found, expected = numbers(text, hotlines), numbers(source, hotlines)
    lacking = Counter(expected) - Counter(found)
    if placeholders(text) != placeholders(source):
        lacking.clear()  # Whose number lacks has been said.
    if lacking or Counter(found) - Counter(expected):
        what = "the numbers differ from the source"
        measure = f"expected {listed(sorted(expected))}, found {listed(sorted(found))}"
        remedy = f"write the numbers of {source.place}, and hotlines as {{police}}"
        yield Finding(text.place, "number-mismatch", what, measure, remedy)
    elif sorted(found) == sorted(expected) and found != expected:
        what = "the numbers stand in another order than in the source"
        measure = f"in the source {listed(expected)}, here {listed(found)}"
        remedy = (
            f"hold it against {source.place}: does each number still say what it is for? "
            "If so, let them follow in the order of the source"
        )
        yield Finding(text.place, "number-order", what, measure, remedy, Severity.WARNING)


def _emphasis(text: Text, source: Text) -> Iterator[Finding]:
    found, expected = text.text.count("**") // 2, source.text.count("**") // 2
    if found != expected:
        what = "not as many words are emphasised as in the source"
        measure = f"expected {expected} pairs of **, found {found}"
        remedy = f"set ** around the words that are bold in {source.place}"
        yield Finding(text.place, "emphasis-mismatch", what, measure, remedy, Severity.WARNING)


def _unchanged(text: Text, source: Text) -> Iterator[Finding]:
    """A text of some words that is the source's. Names in quotes and single words may be the same in both."""
    if text.text.casefold() == source.text.casefold():
        own = words(_QUOTED_NAME.sub(" ", text.text))
        if len(own) >= _MIN_WORDS:
            what, remedy = "the text is that of the source", f"translate {source.place}"
            yield Finding(text.place, "unchanged-text", what, remedy=remedy, severity=Severity.WARNING)


def _list_of(path: str) -> str:
    """The key path of the list that a text stands in; of the text itself, where its key is a name."""
    parent, _, key = path.rpartition(".")
    return parent if key.isdecimal() else path


def _braced(text: Text) -> str:
    return ", ".join(f"{{{name}}}" for name in placeholders(text)) or "none"


def _sections(translation: Language, source: Language, ours: Mapping[str, Text]) -> Iterator[Finding]:
    expected = {section.id: section for section in source.sections}
    found = {section.id: section for section in translation.sections}
    for key in [key for key in expected if key not in found]:
        what = f'the section "{key}" is missing'
        yield Finding(translation.place, "missing-section", what, remedy=f"translate {expected[key].place}")
    for key in [key for key in found if key not in expected]:
        what, remedy = f'the source has no section "{key}"', "remove it, or add it to the source"
        yield Finding(found[key].place, "superfluous-section", what, remedy=remedy)
    if expected.keys() == found.keys() and list(expected) != list(found):
        key = next(ours for ours, theirs in zip(found, expected, strict=True) if ours != theirs)
        remedy = f"put the sections in this order: {', '.join(expected)}"
        what = f'the section "{key}" stands in another place than in the source'
        yield Finding(found[key].place, "section-order", what, remedy=remedy)
    for key in [key for key in expected if key in found]:
        yield from _shape(expected[key], found[key], ours)


def _shape(expected: Section, found: Section, ours: Mapping[str, Text]) -> Iterator[Finding]:
    wanted, present = _counts(expected), _counts(found)
    for part in [part for part in wanted if part in present]:
        want, have = wanted[part], present[part]
        path = f"memo.{found.id}.{part}"
        measure = f"expected {want}, found {have}"
        if have < want:
            what, remedy = f"{path} is too short", f"translate what is missing from {expected.place}"
            yield Finding(found.place, "missing-text", f"{what} or missing", measure, remedy)
        elif have > want:
            place = next(
                (ours[key].place for key in ours if key.startswith(f"{path}.{want + 1}")), found.place
            )
            what, remedy = f"{path} has more than the source", "remove it, or add it to the source"
            yield Finding(place, "superfluous-text", what, measure, remedy)


def _counts(section: Section) -> dict[str, int]:
    """How many texts each part of a section has."""
    counts = {
        "heading": int(section.heading is not None),
        "statement": int(section.statement is not None),
        "checklist": len(section.checklist),
        "list": len(section.list),
        "paragraphs": len(section.paragraphs),
    }
    for number, paragraph in enumerate(section.paragraphs, start=1):
        counts[f"paragraphs.{number}"] = len(paragraph)
    return counts


def _labels(translation: Language, source: Language) -> Iterator[Finding]:
    for key in [key for key in source.labels if key not in translation.labels]:
        what = f'the label "{key}" is missing'
        yield Finding(
            translation.place, "missing-label", what, f"in the source: {source.labels[key]}", "translate it"
        )
    for key in [key for key in translation.labels if key not in source.labels]:
        what = f'the source has no label "{key}"'
        place = translation.labels[key].place
        yield Finding(place, "superfluous-label", what, remedy="remove it, or mend its name")
    # The proof is no leaflet: a word of it that lacks or is too much stops no leaflet.
    for key in [key for key in translation.proof if key not in source.proof]:
        what, place = f'the source has no text "proof.{key}"', translation.proof[key].place
        remedy = "remove it, or mend its name"
        yield Finding(place, "superfluous-label", what, remedy=remedy, severity=Severity.WARNING)


def _records(
    translation: Language, ours: Mapping[str, Text], theirs: Mapping[str, Text], doubtful: Collection[Place]
) -> Iterator[Finding]:
    for path, record in translation.made_from.items():
        if path not in theirs:
            what, remedy = f'the source has no text "{path}"', nearest_path(path, theirs)
            yield Finding(record.place, "superfluous-record", what, remedy=remedy, severity=Severity.WARNING)
        elif path in ours and record.text != (now := fingerprint(theirs[path].text)):
            remedy = f'check the translation, then set made_from "{path}" to "{now}"'
            if theirs[path].place in doubtful:  # A record of a slip would outlive it.
                remedy = f"mend the source first: {theirs[path].place} has a finding of its own"
            yield Finding(
                ours[path].place,
                "stale-translation",
                f'the source of "{path}" has changed since it was translated',
                f"the source says now: {theirs[path]}",
                remedy,
                Severity.WARNING,
            )
    untracked = len(ours.keys() & theirs.keys() - translation.made_from.keys())
    if untracked:
        what = "texts do not remember the source that they were made from"
        measure = f"{untracked} of {len(ours)} texts have no record in made_from"
        remedy = "record the fingerprints of the source's texts"
        place = translation.place
        yield Finding(place, "untracked-translation", what, measure, remedy, Severity.WARNING)
