"""A translation beside the source language: what lacks, what is too much, and what is stale."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from leaflet.content.copies import is_unchanged
from leaflet.content.encoding import listed, places_listed, quoted
from leaflet.content.fingerprints import FINGERPRINT, fingerprint, printing, region_names, texts
from leaflet.content.letters import DIGIT_TYPED, digits_in_words, words
from leaflet.content.model import Hotline, Language, Text
from leaflet.content.numbers import in_figures, numbers, numbers_by_id, other_numerals
from leaflet.content.pairs import paired
from leaflet.content.plain import placeholders
from leaflet.content.sections import WAS_IT_LOST, check_sections
from leaflet.content.texts import nearest_path
from leaflet.diagnostics import Finding, Place, Severity

_MOST_RECORDS = 6
"""So many records are told to be added one by one."""
# What a translation has only because its source says something else.
_FOLLOWING = ("stale-translation", "foreign-letter", "unchanged-text")


def compare(translation: Language, source: Language, hotlines: Iterable[Hotline]) -> Iterator[Finding]:
    """Findings about the structure, the facts, the emphasis and the age of a translation."""
    ours, theirs = texts(translation), texts(source)
    yield from check_sections(translation, source, ours, theirs)
    yield from _labels(translation, source)
    yield from _each_beside_its_source(translation, source, numbers_by_id(hotlines))
    for key, named in (
        ("reading_order", translation.reading_order),
        ("subsections", translation.subsections),
    ):
        if named:
            what, remedy = f'a translation has no key "{key}"', "remove it: translations follow the source"
            yield Finding(named[0].place, "superfluous-key", what, remedy=remedy)
    yield from _records(translation, ours, theirs)


def source_first(
    findings: Iterable[Finding], translation: Language, source: Language, doubtful: Collection[Place]
) -> Iterator[Finding]:
    """The findings about a translation; where the source is ``doubtful``, there is nothing to follow yet.

    A record of its slip would outlive it, and the right name beside a wrong one would be mended.
    """
    theirs = texts(source)
    sources = {text.place: theirs[path].place for path, text in texts(translation).items() if path in theirs}
    for finding in findings:
        place = sources.get(finding.place)
        if finding.code in _FOLLOWING and place in doubtful:
            yield replace(finding, remedy=f"mend the source first: {place} has a finding of its own")
        else:
            yield finding


def _each_beside_its_source(
    translation: Language, source: Language, hotlines: Mapping[str, str]
) -> Iterator[Finding]:
    for path, text, beside in paired(*(texts(each) | region_names(each) for each in (translation, source))):
        if not (text.text and beside.text):
            continue  # That there is none has been told.
        yield from _placeholders(text, beside, hotlines)
        # A name may have the XXI of its source as 21; a digit in a word is no number.
        is_named_alike = path.endswith(".name") and in_figures(text, hotlines) == in_figures(beside, hotlines)
        is_told = any(digits_in_words(path, each) for each in (text, beside))
        if not (is_named_alike or is_told):
            yield from _numbers(text, beside, hotlines)
        yield from _emphasis(text, beside)
        yield from _unchanged(text, beside, translation, source)


def _placeholders(text: Text, source: Text, hotlines: Mapping[str, str]) -> Iterator[Finding]:
    names, wanted = (placeholders(each.text) for each in (text, source))
    if sorted(names) != sorted(wanted):
        what, remedy = "the placeholders differ from the source", "use those of the source, each as often"
        yield _unlike(text, "placeholder-mismatch", what, map(_braced, wanted), map(_braced, names), remedy)
    elif names != wanted and hotlines.keys().isdisjoint(wanted):
        yield _disordered(text, "placeholders", map(_braced, wanted), map(_braced, names), source)


def _numbers(text: Text, source: Text, hotlines: Mapping[str, str]) -> Iterator[Finding]:
    """The numbers and the numerals of a text that its source has not, or otherwise."""
    found, expected = numbers(text, hotlines), numbers(source, hotlines)
    has_names = sorted(placeholders(text.text)) == sorted(placeholders(source.text))
    # Where they alone make the numbers differ that has been said.
    if is_new := found != expected and (has_names or numbers(text, {}) != numbers(source, {})):
        # The digit of a Latin word that lacks here is rather a letter: that has been said, too.
        shown = DIGIT_TYPED.sub(lambda word: word[0] if word[0] in text.text else " ", source.text)
        expected = numbers(replace(source, text=shown), hotlines)
    if is_new and found != expected:
        lacking = Counter(expected) - Counter(found) if has_names else ()  # Whose number lacks has been said.
        if lacking or Counter(found) - Counter(expected):
            what = "the numbers differ from the source"
            remedy = f"write the numbers of {source.place}, and hotlines as {{police}}"
            yield _unlike(text, "number-mismatch", what, sorted(expected), sorted(found), remedy)
        elif sorted(found) == sorted(expected):
            yield _disordered(text, "numbers", expected, found, source)
    others, original = sorted(other_numerals(text)), sorted(other_numerals(source))
    if others != original:
        what = "numbers that are not written in the digits 0 to 9 differ from the source"
        remedy = f"hold it against {source.place}, and write numbers as they stand there"
        finding = _unlike(text, "other-numeral", what, original, others, remedy)
        yield replace(finding, severity=Severity.WARNING)


def _unlike(
    text: Text, code: str, what: str, expected: Iterable[str], found: Iterable[str], remedy: str
) -> Finding:
    return Finding(text.place, code, what, f"expected {listed(expected)}, found {listed(found)}", remedy)


def _disordered(
    text: Text, kind: str, expected: Iterable[str], found: Iterable[str], source: Text
) -> Finding:
    what = f"the {kind} stand in another order than in the source"
    measure = f"in the source {listed(expected)}, here {listed(found)}"
    remedy = f"hold it against {source.place}: does each still say what it is for? "
    remedy += "If so, let them follow in the order of the source"
    return Finding(text.place, "number-order", what, measure, remedy, Severity.WARNING)


def _emphasis(text: Text, source: Text) -> Iterator[Finding]:
    found, expected = text.text.count("**") // 2, source.text.count("**") // 2
    if found != expected:
        what = "not as many words are emphasised as in the source"
        measure = f"expected {expected} pairs of **, found {found}"
        remedy = f"set ** around the words that are bold in {source.place}"
        yield Finding(text.place, "emphasis-mismatch", what, measure, remedy, Severity.WARNING)


def _unchanged(text: Text, beside: Text, translation: Language, source: Language) -> Iterator[Finding]:
    if not is_unchanged(text, beside, source.alphabet.text):
        return
    place, what, remedy = text.place, "the text is that of the source", f"translate {beside.place}"
    if _at_home(text, translation) > _at_home(beside, source):
        what = f'the text of the source is that of "{translation.tag}"'
        place, remedy = beside.place, f"write it in the words of this language: {text.place} has it, too"
    yield Finding(place, "unchanged-text", what, remedy=remedy, severity=Severity.WARNING)


def _at_home(text: Text, language: Language) -> int:
    """How many words of a text other texts of its language have."""
    others = (words(other.text.casefold()) for other in texts(language).values() if other is not text)
    return len(set(words(text.text.casefold())).intersection(*[set().union(*others)]))


def _braced(name: str) -> str:
    return f"{{{name}}}"


def _labels(translation: Language, source: Language) -> Iterator[Finding]:
    lacking = [key for key in source.labels if key not in translation.labels]
    for key in [key for key in translation.labels if key not in source.labels]:
        near = difflib.get_close_matches(key, lacking, 1)
        what = f'the source has no label "{key}"'
        remedy = f'did you mean "{near[0]}"?' if near else "remove it, or mend its name"
        if not near and f"labels.{key}" in translation.made_from:
            remedy = WAS_IT_LOST
        yield Finding(translation.labels[key].place, "superfluous-label", what, remedy=remedy)
        lacking = [other for other in lacking if other not in near]  # One slip is one mistake.
    for key in lacking:
        what = f'the label "{key}" is missing'
        yield Finding(
            translation.place, "missing-label", what, f"in the source: {source.labels[key]}", "translate it"
        )
    # The proof is no leaflet: a word of it that lacks or is too much stops no leaflet.
    for key in [key for key in translation.proof if key not in source.proof]:
        what, place = f'the source has no text "proof.{key}"', translation.proof[key].place
        remedy = "remove it, or mend its name"
        yield Finding(place, "superfluous-label", what, remedy=remedy, severity=Severity.WARNING)


def _records(
    translation: Language, ours: Mapping[str, Text], theirs: Mapping[str, Text]
) -> Iterator[Finding]:
    comparable = {pair.path for pair in paired(ours, theirs)}
    yield from _superfluous(translation, theirs)
    for path, record in translation.made_from.items():
        is_record = path in comparable and FINGERPRINT.fullmatch(record.text)
        if is_record and record.text != (now := fingerprint(theirs[path].text)):
            place = theirs[path].place
            remedy = f"read both, here and in {place}, and mend the translation"
            remedy += f'; only then set made_from "{path}" to "{now}"'
            yield Finding(
                ours[path].place,
                "stale-translation",
                f'the source of "{path}" has changed since it was translated',
                f"the source says now: {theirs[path]}",
                remedy,
                Severity.WARNING,
            )
    untracked = [path for path in theirs if path in ours and path not in translation.made_from]
    if untracked:
        what = "texts do not remember the source that they were made from"
        measure = (
            f"{len(untracked)} of {len(ours)} texts {'has' if len(untracked) == 1 else 'have'} no record in "
            f"made_from: {places_listed({path: theirs[path].place for path in untracked})}"
        )
        records = {path: fingerprint(theirs[path].text) for path in untracked}
        remedy = f"read them beside the source; only then {_recording(translation, records)}"
        place = translation.place
        yield Finding(place, "untracked-translation", what, measure, remedy, Severity.WARNING)


def _superfluous(translation: Language, theirs: Mapping[str, Text]) -> Iterator[Finding]:
    """Records of texts that the source has not: those of one organisation are one mistake."""
    gone: dict[str, list[str]] = {}
    for path in translation.made_from:
        if path not in theirs:
            owner = path.rpartition(".")[0] if path.startswith("organizations.") else path
            gone.setdefault(owner, []).append(path)
    for first, *others in gone.values():
        what = f"the source has no text {' and no '.join(map(quoted, (first, *others)))}"
        place, remedy = translation.made_from[first].place, nearest_path(first, theirs)
        if first in texts(translation):  # The text itself is told of, too.
            remedy = "was the text lost in the source? if not, remove the record with its text"
        yield Finding(place, "superfluous-record", what, remedy=remedy, severity=Severity.WARNING)


def _recording(translation: Language, records: Mapping[str, str]) -> str:
    """What to write into the file of a translation so that it remembers what it was made from.

    A second block of the same key would be an error.
    """
    if translation.made_from and len(records) <= _MOST_RECORDS:
        # A line each, as they stand in the file: they will be copied.
        return "add to made_from:" + "".join(f'\n  {path}: "{record}"' for path, record in records.items())
    where = "in place of all of made_from, if nothing is stale" if translation.made_from else "at its end"
    return f"put what {printing(translation)} prints {where}"
