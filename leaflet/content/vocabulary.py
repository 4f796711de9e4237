"""Words of several languages that say the same, so that a text can be asked what it lacks beside another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from leaflet.content.names import MOST_NAMES, as_written, consonants, name_words
from leaflet.content.plain import MOST_TEXTS, bare

_SOFT = {"к": "г", "п": "б"}


class Vocabulary:
    """What may be said, each with how the words for it begin; _ stands for the end of a word.

    A word may say one of several things where languages divide them otherwise.
    """

    def __init__(self, said: Mapping[str, str]) -> None:
        """``said`` has beginnings of words by what they say, parted by spaces."""
        self._things: dict[str, list[str]] = {}
        for thing, stems in said.items():
            for stem in _forms(stems):
                self._things.setdefault(stem, []).append(thing)
        self._order = tuple(said)
        self._lengths = sorted({*map(len, self._things)})
        # The same words stand in text after text.
        self.said = lru_cache(maxsize=MOST_NAMES)(self._said)
        # A source is asked for every translation, and each text once more with its cut words joined.
        self.said_in = lru_cache(maxsize=MOST_TEXTS)(self._said_in)

    def _said(self, word: str) -> tuple[str, ...]:
        """What a folded word may say, or of two words in one the second, too: businesswomen."""
        marked = f"{word}_"
        heard = (marked, *(marked.removeprefix(stem) for stem in self._beginning(marked)))
        found = {thing for part in heard for stem in self._beginning(part) for thing in self._things[stem]}
        return tuple(thing for thing in self._order if thing in found)

    def _beginning(self, word: str) -> list[str]:
        """The stems that a word begins with."""
        starts = (word[:length] for length in self._lengths)
        return [start for start in starts if start in self._things]

    def _said_in(self, text: str) -> Mapping[str, str]:
        """What a text says, each with the first word for it as it is written."""
        found: dict[str, str] = {}
        for word in name_words(bare(text)):
            for thing in self.said(word):
                found.setdefault(thing, word)
        return {thing: as_written(word, text) for thing, word in found.items()}

    def lacking(self, text: str, other: str) -> str:
        """The first word of the ``other`` text that says what this one does not, nor sounds like; folded."""
        words = name_words(bare(text))
        present = {thing for word in words for thing in self.said(word)}
        heard = set(map(consonants, words))
        for word in name_words(bare(other)):
            things = self.said(word)
            if things and present.isdisjoint(things) and consonants(word) not in heard:
                return word
        return ""


def _forms(stems: str) -> Iterator[str]:
    """The stems, folded; in Kazakh a last consonant is soft before an ending: көмек, көмегі."""
    for stem in map(_folded, stems.split()):
        yield stem
        if stem[-1] in _SOFT:
            yield stem[:-1] + _SOFT[stem[-1]]


def _folded(stem: str) -> str:
    return "".join(name_words(stem)) + stem[len(stem.rstrip("_")) :]
