"""Two contents into what differs between them: numbers, contacts, texts and what is said about them."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import product
from pathlib import Path
from typing import Any

from leaflet.content.fingerprints import region_names, texts
from leaflet.content.model import FACT_FILES, Amendment, Content, Language, Text
from leaflet.content.reviews import PARTS, provenance, told_standing
from leaflet.diagnostics import Place, Severity


class Kind(StrEnum):
    """What has changed, in the order of how much harm a slip in it does."""

    NUMBER = "number"
    """A number that people dial, or a number or placeholder in a text."""
    EMAIL = "email"
    CONTACT = "contact"
    """Who stands in the leaflet, and for which regions."""
    TEXT = "text"
    LABEL = "label"
    RECORD = "record"
    """What is said about words and contacts: reviews, checks, corrections, doubts, remarks."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference; ``old`` is None for what was added, ``new`` for what was removed.

    ``language`` is empty for facts. ``place`` is that of the new value; of the old one where it was removed.
    """

    kind: Kind
    language: str
    path: str
    old: str | None
    new: str | None
    place: Place


_KINDS = {
    "number": Kind.NUMBER,
    "phones": Kind.NUMBER,
    "short_numbers": Kind.NUMBER,
    "faxes": Kind.NUMBER,
    "emails": Kind.EMAIL,
    "national": Kind.CONTACT,
    "group": Kind.CONTACT,
    "regions": Kind.CONTACT,
}
"""Of the fields of facts; all others are records."""
_UNORDERED = ("regions", "aliases", "formerly", "see_also")
_FIGURES = re.compile(r"[0-9]+|\{[^{}]*\}")
_POSITION = re.compile(r"(\.[0-9]+)+$")
_ALIKE = 0.6
_MOST_PAIRS = 400
_MOST_CHARACTERS = 500
"""Beyond these, texts are not searched for those that are alike: the time would grow with their square."""

Pair = tuple[int | None, int | None]
Named = Sequence[tuple[str, Text]]


def differences(old: Content, new: Content) -> tuple[Change, ...]:
    """What a reviewer must see, numbers first. Order of keys, comments and quoting make no difference.

    Files that have an error on either side are left out (``incomparable``): what could not be read would
    look like removed.
    """
    left_out = incomparable(old, new)
    found: list[Change] = []
    for name in FACT_FILES:
        if f"{name}.yaml" not in left_out:
            found += _facts(name, getattr(old, name), getattr(new, name))
    for tag in sorted({*old.languages, *new.languages}):
        if f"{tag}.yaml" not in left_out:
            found += _languages(tag, old.languages.get(tag), new.languages.get(tag))
    order = list(Kind)
    return tuple(sorted(found, key=lambda change: order.index(change.kind)))


def incomparable(old: Content, new: Content) -> set[str]:
    """The names of the files, or of a folder, that have an error in one of the contents."""
    return {
        Path(finding.place.file).name
        for finding in (*old.findings, *new.findings)
        if finding.severity is Severity.ERROR
    }


def _facts(table: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Change]:
    before, after = ({entry.id: entry for entry in entries} for entries in (old, new))
    for id in dict.fromkeys([*after, *before]):
        path, ours, theirs = f"{table}.{id}", before.get(id), after.get(id)
        if ours is None or theirs is None:
            place = _place(theirs or ours)
            yield Change(Kind.CONTACT, "", path, ours and id, theirs and id, place)
        was, now = _fields(ours), _fields(theirs)
        for field in dict.fromkeys([*now, *was]):
            kind = _KINDS.get(field, Kind.RECORD)
            yield from _values(kind, "", f"{path}.{field}", was.get(field, ()), now.get(field, ()))


def _place(entry: Any) -> Place:
    """Where an entry stands; those that do not say begin with a text that does."""
    if hasattr(entry, "place"):
        return Place(entry.place.file, entry.place.line, entry.place.column)
    values = (getattr(entry, field.name) for field in dataclasses.fields(entry))
    return next(value.place for value in values if isinstance(value, Text))


def _fields(entry: Any) -> dict[str, tuple[Text, ...]]:
    """Every field of an entry as texts, whatever fields it has: none can be forgotten."""
    found: dict[str, tuple[Text, ...]] = {}
    for field in dataclasses.fields(entry) if entry else ():
        value = getattr(entry, field.name)
        if isinstance(value, tuple):
            found[field.name] = value
        elif isinstance(value, Text):
            found[field.name] = (value,)
        elif value and field.name not in ("id", "place"):
            found[field.name] = (Text("yes" if value is True else str(value), _place(entry)),)
    return found


def _values(
    kind: Kind, language: str, path: str, old: Sequence[Text], new: Sequence[Text]
) -> Iterator[Change]:
    """A list of values under one key: where only its order differs, that is one change."""
    was, now = ([text.text for text in values] for values in (old, new))
    if path.endswith(_UNORDERED):
        was, now = sorted(was), sorted(now)
    if was == now:
        return
    if path.endswith(_UNORDERED) or sorted(was) == sorted(now):
        place = (*new, *old)[0].place
        yield Change(kind, language, path, ", ".join(was) or None, ", ".join(now) or None, place)
        return
    many = max(len(old), len(new)) > 1
    named = [
        [(f"{path}.{number}" if many else path, text) for number, text in enumerate(values, 1)]
        for values in (old, new)
    ]
    yield from _aligned(kind, language, *named)


def _languages(tag: str, old: Language | None, new: Language | None) -> Iterator[Change]:
    if old is None or new is None:
        words = new or old
        assert words is not None
        summary = f"{words.name}, {told_standing(words, 'memo')}, {len(texts(words))} texts"
        was, now = summary if old else None, summary if new else None
        yield Change(Kind.TEXT, tag, tag, was, now, words.place)
        return
    before, after = _lists(old), _lists(new)
    for path in dict.fromkeys([*after, *before]):
        kind = Kind.LABEL if path.startswith("labels.") else Kind.TEXT
        yield from _aligned(kind, tag, before.get(path, ()), after.get(path, ()))
    yield from _orders(tag, old, new)
    switches = [[words.hyphenate] if words.hyphenate else [] for words in (old, new)]
    yield from _values(Kind.TEXT, tag, "hyphenate", *switches)
    for part in PARTS:
        ours, theirs = (_provenance(words, part) for words in (old, new))
        for field in dict.fromkeys([*theirs, *ours]):
            path = f"provenance.{part}.{field}"
            yield from _values(Kind.RECORD, tag, path, ours.get(field, ()), theirs.get(field, ()))
    yield from _amendments(tag, "corrections", old.corrections, new.corrections)
    yield from _amendments(tag, "doubts", old.doubts, new.doubts)
    yield from _records(tag, old, new)
    for path in dict.fromkeys([*new.compared, *old.compared]):
        records = ([words.compared[path]] if path in words.compared else [] for words in (old, new))
        yield from _values(Kind.RECORD, tag, f"compared.{path}", *records)


def _provenance(words: Language, part: str) -> dict[str, tuple[Text, ...]]:
    """Where the words of a part come from, with the status that counts: who changes them, undoes a review."""
    origin = provenance(words, part)
    return _fields(replace(origin, status=replace(origin.status, text=told_standing(words, part))))


def _lists(words: Language) -> dict[str, list[tuple[str, Text]]]:
    """All words by key path, those of one list together, paragraphs through."""
    named = {"name": words.name, "alphabet": words.alphabet} | texts(words)
    named |= region_names(words)
    lists: dict[str, list[tuple[str, Text]]] = {}
    for path, text in named.items():
        lists.setdefault(_POSITION.sub("", path), []).append((path, text))
    return lists


def _aligned(kind: Kind, language: str, old: Named, new: Named) -> Iterator[Change]:
    """The values that differ, each beside its earlier wording, wherever in the list that stood."""
    for before, after in pairs([text.text for _, text in old], [text.text for _, text in new]):
        was = old[before] if before is not None else None
        now = new[after] if after is not None else None
        path, text = now or was or ("", Text("", Place("")))
        ours, theirs = was and was[1].text, now and now[1].text
        figures = [_FIGURES.findall(value or "") for value in (ours, theirs)]
        weighs = kind in (Kind.TEXT, Kind.LABEL) and figures[0] != figures[1]
        yield Change(Kind.NUMBER if weighs else kind, language, path, ours, theirs, text.place)


def pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Positions of what differs in two lists: changed, removed (no second) or added (no first)."""
    if old == new:
        return
    for operation, *span in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation != "equal":
            yield from _rewritten(old, new, range(span[0], span[1]), range(span[2], span[3]))


def _rewritten(old: Sequence[str], new: Sequence[str], before: range, after: range) -> Iterator[Pair]:
    """Within a stretch that differs, the most alike belong together, then those on either side of them."""
    best, likeness = None, 0.0
    if 1 < len(before) * len(after) <= _MOST_PAIRS:
        for pair in product(before, after):
            heads = (old[pair[0]][:_MOST_CHARACTERS], new[pair[1]][:_MOST_CHARACTERS])
            ratio = SequenceMatcher(None, *heads, autojunk=False).ratio()
            if ratio > max(likeness, _ALIKE):
                best, likeness = pair, ratio
    if best:
        yield from _rewritten(old, new, range(before.start, best[0]), range(after.start, best[1]))
        yield best
        yield from _rewritten(old, new, range(best[0] + 1, before.stop), range(best[1] + 1, after.stop))
    elif len(before) == len(after):
        yield from zip(before, after, strict=True)
    else:
        yield from ((position, None) for position in before)
        yield from ((None, position) for position in after)


def _orders(tag: str, old: Language, new: Language) -> Iterator[Change]:
    """The order of reading, what stands under another heading, and where paragraphs begin."""
    for key in ("reading_order", "subsections"):
        was, now = (", ".join(map(str, getattr(words, key))) or None for words in (old, new))
        if was != now:
            place = (*getattr(new, key), *getattr(old, key))[0].place
            yield Change(Kind.TEXT, tag, key, was, now, place)
    before = {section.id: [len(paragraph) for paragraph in section.paragraphs] for section in old.sections}
    for section in new.sections:
        lengths = [len(paragraph) for paragraph in section.paragraphs]
        known = before.get(section.id, lengths)
        # Where sentences came or went, those tell enough.
        if known != lengths and sum(known) == sum(lengths):
            was, now = (f"paragraphs of {', '.join(map(str, shape))} sentences" for shape in (known, lengths))
            yield Change(Kind.TEXT, tag, f"memo.{section.id}.paragraphs", was, now, section.place)


def _amendments(tag: str, key: str, old: Sequence[Amendment], new: Sequence[Amendment]) -> Iterator[Change]:
    was, now = ({_told(note): note.at.place for note in notes} for notes in (old, new))
    ours, theirs = sorted(was), sorted(now)
    for before, after in pairs(ours, theirs):
        earlier = ours[before] if before is not None else None
        later = theirs[after] if after is not None else None
        yield Change(Kind.RECORD, tag, key, earlier, later, now[later] if later else was[earlier or ""])


def _told(note: Amendment) -> str:
    """A correction or doubt with all that it says."""
    return "; ".join(f"{name} {value[0]}" for name, value in _fields(note).items())


def _records(tag: str, old: Language, new: Language) -> Iterator[Change]:
    """Translations that now claim another source, or to say the same, although their words are as before."""
    before, after = texts(old), texts(new)
    for key, earlier, later in (
        ("made_from", old.made_from, new.made_from),
        ("alike", old.alike, new.alike),
    ):
        for path in dict.fromkeys([*later, *earlier]):
            was, now = earlier.get(path), later.get(path)
            if path in before and path in after and before[path].text == after[path].text:
                yield from _values(
                    Kind.RECORD, tag, f"{key}.{path}", [was] if was else [], [now] if now else []
                )
