"""The texts of a language as their reader sees them, and those of a translation each beside its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from leaflet.content.fingerprints import printed_texts
from leaflet.content.model import Language, Text
from leaflet.content.plain import plain

# What a translation says and its source says, too. The names of organisations and regions are held against
# more than those there.
TRANSLATED = ("memo.", "labels.")
DRAFT_MARK = "labels.draft"
"""Where a language says that nobody has reviewed it yet, and in what language it is."""


class Pair(NamedTuple):
    """A text of a translation by its key path, and the text of the source that it says."""

    path: str
    text: Text
    source: Text


def shown(language: Language) -> dict[str, Text]:
    """What may be printed of a language, by key path: no sign that is there for the setting hides a word."""
    return {path: _shown(text) for path, text in printed_texts(language).items()}


def _shown(text: Text) -> Text:
    seen = plain(text.text)
    return text if seen == text.text else replace(text, text=seen)


def paired(ours: Mapping[str, Text], theirs: Mapping[str, Text]) -> list[Pair]:
    """The texts that have the same key path on either side.

    In lists of different lengths the numbers do not match: that they differ is told, and is enough.
    """
    lengths, expected = _lengths(ours), _lengths(theirs)
    unlike = {parent for parent in lengths.keys() | expected.keys() if lengths[parent] != expected[parent]}
    return [
        Pair(path, text, theirs[path])
        for path, text in ours.items()
        if path in theirs and unlike.isdisjoint(parent for parent, _ in _lists(path))
    ]


def _lengths(paths: Iterable[str]) -> Counter[str]:
    """How many items each list has, by its key path."""
    return Counter(parent for parent, _ in {item for path in paths for item in _lists(path)})


def _lists(path: str) -> Iterator[tuple[str, str]]:
    """The lists that a text stands in, the innermost first, and its number in each."""
    parent, _, key = path.rpartition(".")
    while key.isdecimal():
        yield parent, key
        parent, _, key = parent.rpartition(".")
