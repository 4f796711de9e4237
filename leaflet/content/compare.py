"""A translation beside the source language: what lacks, what is too much, and what is stale."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from leaflet.content.fingerprints import fingerprint, texts
from leaflet.content.model import Language, Section, Text
from leaflet.content.texts import nearest_path, placeholders
from leaflet.diagnostics import Finding, Severity


def compare(translation: Language, source: Language) -> Iterator[Finding]:
    """Findings about the structure, the placeholders and the age of a translation."""
    ours, theirs = texts(translation), texts(source)
    yield from _sections(translation, source, ours)
    yield from _labels(translation, source)
    yield from _placeholders(ours, theirs)
    for key, named in (
        ("reading_order", translation.reading_order),
        ("subsections", translation.subsections),
    ):
        if named:
            what, remedy = f'a translation has no key "{key}"', "remove it: translations follow the source"
            yield Finding(named[0].place, "superfluous-key", what, remedy=remedy)
    yield from _records(translation, ours, theirs)


def _placeholders(ours: Mapping[str, Text], theirs: Mapping[str, Text]) -> Iterator[Finding]:
    lengths, expected_lengths = (Counter(map(_list_of, paths)) for paths in (ours, theirs))
    for path, text in ours.items():
        if path not in theirs or lengths[_list_of(path)] != expected_lengths[_list_of(path)]:
            continue  # In a list of another length the numbers do not match: one finding is enough.
        if placeholders(text) != placeholders(theirs[path]):
            what, remedy = "the placeholders differ from the source", "use those of the source, each as often"
            measure = f"expected {_braced(theirs[path])}, found {_braced(text)}"
            yield Finding(text.place, "placeholder-mismatch", what, measure, remedy)


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
    translation: Language, ours: Mapping[str, Text], theirs: Mapping[str, Text]
) -> Iterator[Finding]:
    for path, record in translation.made_from.items():
        if path not in theirs:
            what, remedy = f'the source has no text "{path}"', nearest_path(path, theirs)
            yield Finding(record.place, "superfluous-record", what, remedy=remedy, severity=Severity.WARNING)
        elif path in ours and record.text != (now := fingerprint(theirs[path].text)):
            yield Finding(
                ours[path].place,
                "stale-translation",
                f'the source of "{path}" has changed since it was translated',
                f"the source says now: {theirs[path]}",
                f'check the translation, then set made_from "{path}" to "{now}"',
                Severity.WARNING,
            )
    untracked = len(ours.keys() & theirs.keys() - translation.made_from.keys())
    if untracked:
        what = "texts do not remember the source that they were made from"
        measure = f"{untracked} of {len(ours)} texts have no record in made_from"
        remedy = "record the fingerprints of the source's texts"
        place = translation.place
        yield Finding(place, "untracked-translation", what, measure, remedy, Severity.WARNING)
