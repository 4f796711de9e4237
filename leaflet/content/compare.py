"""A translation beside the source language: what lacks, what is too much, and what is stale."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from leaflet.content.copies import is_unchanged
from leaflet.content.encoding import listed, places_listed, quoted
from leaflet.content.fingerprints import FINGERPRINT, fingerprint, printing, region_names, texts
from leaflet.content.model import Hotline, Language, Section, Text
from leaflet.content.numbers import numbers, numbers_by_id, other_numerals
from leaflet.content.pairs import paired
from leaflet.content.plain import placeholders
from leaflet.content.texts import nearest_path
from leaflet.diagnostics import Finding, Place, Severity

_MARK = re.compile(r"\d+|\{[^{}]*\}|\*\*")
_MOST_RECORDS = 6
"""So many records are told to be added one by one."""


def compare(
    translation: Language, source: Language, hotlines: Iterable[Hotline], doubtful: Collection[Place]
) -> Iterator[Finding]:
    """Findings about the structure, the facts, the emphasis and the age of a translation.

    ``doubtful`` are the places of texts of the source that have findings of their own.
    """
    ours, theirs = texts(translation), texts(source)
    yield from _sections(translation, source, ours, theirs)
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
    for _, text, beside in paired(*(texts(words) | region_names(words) for words in (translation, source))):
        if not (text.text and beside.text):
            continue  # That there is none has been told.
        yield from _placeholders(text, beside, hotlines)
        yield from _numbers(text, beside, hotlines)
        yield from _other_numerals(text, beside)
        yield from _emphasis(text, beside)
        yield from _unchanged(text, beside, source.alphabet.text)


def _placeholders(text: Text, source: Text, hotlines: Mapping[str, str]) -> Iterator[Finding]:
    found, expected = placeholders(text.text), placeholders(source.text)
    if sorted(found) != sorted(expected):
        what, remedy = "the placeholders differ from the source", "use those of the source, each as often"
        measure = f"expected {_braced(source)}, found {_braced(text)}"
        yield Finding(text.place, "placeholder-mismatch", what, measure, remedy)
    elif hotlines.keys().isdisjoint(expected) and found != expected:
        what = "the placeholders stand in another order than in the source"
        measure = f"in the source {_braced(source)}"
        remedy = f"hold it against {source.place}: which number is which?"
        yield Finding(text.place, "number-order", what, measure, remedy, Severity.WARNING)


def _numbers(text: Text, source: Text, hotlines: Mapping[str, str]) -> Iterator[Finding]:
    found, expected = numbers(text, hotlines), numbers(source, hotlines)
    lacking = Counter(expected) - Counter(found)
    if sorted(placeholders(text.text)) != sorted(placeholders(source.text)):
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


def _other_numerals(text: Text, source: Text) -> Iterator[Finding]:
    found, expected = sorted(other_numerals(text)), sorted(other_numerals(source))
    if found != expected:
        what = "numbers that are not written in the digits 0 to 9 differ from the source"
        measure = f"expected {listed(expected)}, found {listed(found)}"
        remedy = f"hold it against {source.place}, and write numbers as they stand there"
        yield Finding(text.place, "other-numeral", what, measure, remedy, Severity.WARNING)


def _emphasis(text: Text, source: Text) -> Iterator[Finding]:
    found, expected = text.text.count("**") // 2, source.text.count("**") // 2
    if found != expected:
        what = "not as many words are emphasised as in the source"
        measure = f"expected {expected} pairs of **, found {found}"
        remedy = f"set ** around the words that are bold in {source.place}"
        yield Finding(text.place, "emphasis-mismatch", what, measure, remedy, Severity.WARNING)


def _unchanged(text: Text, source: Text, alphabet: str) -> Iterator[Finding]:
    if is_unchanged(text, source, alphabet):
        what, remedy = "the text is that of the source", f"translate {source.place}"
        yield Finding(text.place, "unchanged-text", what, remedy=remedy, severity=Severity.WARNING)


def _braced(text: Text) -> str:
    return listed(f"{{{name}}}" for name in placeholders(text.text))


def _sections(
    translation: Language, source: Language, ours: Mapping[str, Text], theirs: Mapping[str, Text]
) -> Iterator[Finding]:
    expected = {section.id: section for section in source.sections}
    found = {section.id: section for section in translation.sections}
    lacking = [key for key in expected if key not in found]
    for key in [key for key in found if key not in expected]:
        near = difflib.get_close_matches(key, lacking, 1)
        what = f'the source has no section "{key}"'
        remedy = f'did you mean "{near[0]}"?' if near else "remove it, or add it to the source"
        yield Finding(found[key].place, "superfluous-section", what, remedy=remedy)
        lacking = [other for other in lacking if other not in near]  # One slip is one mistake.
    for key in lacking:
        what = f'the section "{key}" is missing'
        yield Finding(translation.place, "missing-section", what, remedy=f"translate {expected[key].place}")
    if expected.keys() == found.keys() and list(expected) != list(found):
        key = next(ours for ours, theirs in zip(found, expected, strict=True) if ours != theirs)
        remedy = f"put the sections in this order: {', '.join(expected)}"
        what = f'the section "{key}" stands in another place than in the source'
        yield Finding(found[key].place, "section-order", what, remedy=remedy)
    for key in [key for key in expected if key in found]:
        yield from _shape(expected[key], found[key], ours, theirs, translation.made_from)


def _shape(
    expected: Section,
    found: Section,
    ours: Mapping[str, Text],
    theirs: Mapping[str, Text],
    records: Mapping[str, Text],
) -> Iterator[Finding]:
    wanted, present = _counts(expected), _counts(found)
    for part in [part for part in wanted if part in present]:
        want, have = wanted[part], present[part]
        path = f"memo.{found.id}.{part}"
        if part.startswith("paragraphs.") and wanted["paragraphs"] != present["paragraphs"]:
            continue  # It is not known which is which.
        has_records = len(_items(path, records)) == have
        is_parted = part == "paragraphs" and want != have and not has_records
        first = f"{path}.{_parted(wanted, present)}.1" if is_parted else ""
        # A paragraph may have been left without a sentence.
        if first in ours and first in theirs:
            yield _parted_otherwise(ours[first].place, theirs[first].place, path, (want, have))
        elif have < want:
            what = f"{path} is {'too short' if have else 'missing'}"
            measure = _lacking(path, want, have, ours, theirs, records)
            remedy = f"translate what is missing from {expected.place}"
            yield Finding(found.place, "missing-text", what, measure, remedy)
        elif have > want:
            yield _too_many(path, want, have, ours, theirs, records, found.place)


def _parted(wanted: Mapping[str, int], present: Mapping[str, int]) -> int:
    """The first paragraph that has not as many sentences as in the source, if all together have."""
    expected, found = ([n for part, n in each.items() if "." in part] for each in (wanted, present))
    differing = (at for at, pair in enumerate(zip(expected, found, strict=False), 1) if pair[0] != pair[1])
    return next(differing, 0) if sum(expected) == sum(found) else 0


def _parted_otherwise(place: Place, source: Place, path: str, paragraphs: tuple[int, int]) -> Finding:
    want, have = paragraphs
    what = f"{path} is parted otherwise than the source"
    measure = f"expected {want} paragraphs, found {have}; here is the first with other sentences"
    remedy = f"hold it against {source}: a paragraph begins with two dashes, its other sentences with one"
    return Finding(place, "missing-text" if have < want else "superfluous-text", what, measure, remedy)


def _too_many(
    path: str,
    want: int,
    have: int,
    ours: Mapping[str, Text],
    theirs: Mapping[str, Text],
    records: Mapping[str, Text],
    place: Place,
) -> Finding:
    """A part that is too long, at the items whose source is no longer there, as far as that can be told."""
    what, measure = f"{path} has more than the source", f"expected {want}, found {have}"
    remedy = "remove it, or add it to the source"
    extra = next((ours[key].place for key in ours if key.startswith(f"{path}.{want + 1}")), place)
    gone = _without_counterpart(path, have, records, theirs)
    if gone and len(gone) >= have - want:
        places = {key: _items(path, ours)[key][0].place for key in gone}
        extra = next(iter(places.values()))
        measure += f"; by made_from no longer in the source: {places_listed(places)}"
        if len(gone) > have - want:  # Others took their place.
            remedy = f"read them beside {next(iter(_items(path, theirs).values()))[0].place} and on: "
            remedy += "what was joined, removed or changed there?"
    return Finding(extra, "superfluous-text", what, measure, remedy)


def _without_counterpart(
    path: str, have: int, records: Mapping[str, Text], theirs: Mapping[str, Text]
) -> list[str]:
    """The key paths of a translation's items that were made from words that the source has not, or not now.

    Empty where there is not one record for every item that is there.
    """
    recorded = {key: [record.text for record in item] for key, item in _items(path, records).items()}
    source = [[fingerprint(text.text) for text in item] for item in _items(path, theirs).values()]
    return [key for key, item in recorded.items() if item not in source] if len(recorded) == have else []


def _lacking(
    path: str,
    want: int,
    have: int,
    ours: Mapping[str, Text],
    theirs: Mapping[str, Text],
    records: Mapping[str, Text],
) -> str:
    """By how much a part is too short, and where the source has what lacks, as far as that can be told."""
    if path in theirs:
        return f"in the source at {theirs[path].place}"
    count = f"expected {want}, found {have}"
    source = _items(path, theirs)
    recorded = [[record.text for record in item] for item in _items(path, records).values()]
    lacking = {
        key: item[0].place
        for key, item in source.items()
        if [fingerprint(text.text) for text in item] not in recorded
    }
    # Records tell only where there is one for every item that is there, and for no other.
    if have and len(recorded) == have and len(lacking) == want - have:
        return f"{count}; by made_from most likely without a counterpart: {places_listed(lacking)}"
    if have and len(recorded) == have and want - have < len(lacking) < want:
        return f"{count}; by made_from new, parted or changed in the source: {places_listed(lacking)}"
    if 0 < len(unmarked := _without_marks(path, ours, theirs)) < want:
        which = places_listed(unmarked) if len(unmarked) == 1 else f"one of {places_listed(unmarked)}"
        return f"{count}; by digits and emphasis most likely without a counterpart: {which}"
    first = next(iter(source.values()))[0].place
    return f"{count}; in {first.file} from line {first.line} on"


def _without_marks(path: str, ours: Mapping[str, Text], theirs: Mapping[str, Text]) -> dict[str, Place]:
    """Items of the source of which one lacks, as far as digits, placeholders and stars tell."""
    source = _items(path, theirs)
    wanted, found = ([*map(_marks, _items(path, side).values())] for side in (theirs, ours))
    return {
        key: item[0].place
        for at, (key, item) in enumerate(source.items())
        if wanted[:at] + wanted[at + 1 :] == found
    }


def _marks(item: Iterable[Text]) -> list[str]:
    """The digits, placeholders and stars of a text, which are the same in each language."""
    whole = " ".join(text.text for text in item)
    return sorted(_MARK.findall(whole))


def _items(path: str, values: Mapping[str, Text]) -> dict[str, list[Text]]:
    """The items of a list by key path; a paragraph is the list of its sentences."""
    found: dict[str, list[Text]] = {}
    for key, value in values.items():
        if key.startswith(f"{path}."):
            number = key.removeprefix(f"{path}.").partition(".")[0]
            found.setdefault(f"{path}.{number}", []).append(value)
    return found


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
    lacking = [key for key in source.labels if key not in translation.labels]
    for key in [key for key in translation.labels if key not in source.labels]:
        near = difflib.get_close_matches(key, lacking, 1)
        what = f'the source has no label "{key}"'
        remedy = f'did you mean "{near[0]}"?' if near else "remove it, or mend its name"
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
    translation: Language, ours: Mapping[str, Text], theirs: Mapping[str, Text], doubtful: Collection[Place]
) -> Iterator[Finding]:
    comparable = {pair.path for pair in paired(ours, theirs)}
    yield from _superfluous(translation, theirs)
    for path, record in translation.made_from.items():
        is_record = path in comparable and FINGERPRINT.fullmatch(record.text)
        if is_record and record.text != (now := fingerprint(theirs[path].text)):
            place = theirs[path].place
            remedy = f"read both, here and in {place}, and mend the translation"
            remedy += f'; only then set made_from "{path}" to "{now}"'
            if place in doubtful:  # A record of a slip would outlive it.
                remedy = f"mend the source first: {place} has a finding of its own"
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
