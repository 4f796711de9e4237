"""The names of regions and towns that places have."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from leaflet.content.model import Content, Language, Text
from leaflet.content.names import (
    MOST_NAMES,
    REGION_WORDS,
    bare_words,
    is_only_beside,
    known_language,
    name_words,
    sound,
)

# No name of a region or a town has more, with a word for either.
_MOST_WORDS = 5
_BETWEEN_NAMES = re.compile("[,;()/]")
CASES = {
    **dict.fromkeys(("область", "области", "областью"), "область"),
    **dict.fromkeys(("облысына", "облысында", "облысынын"), "облысы"),
    **dict.fromkeys(("города", "городе", "городу"), "город"),
    **dict.fromkeys(("каласына", "каласында", "каласынын"), "каласы"),
}
"""Words for a region and a city as they follow "for", "in" and "of", folded: as they stand alone."""
_ADJECTIVE_CASES = re.compile("(?:ой|ои|ую)$")


@dataclass(frozen=True, slots=True)
class Called:
    """How the words of a name sound, and whether a word for region stands beside them."""

    words: tuple[str, ...]
    is_region: bool


def names_of_today(content: Content, words: Language) -> dict[str, Called]:
    """What the regions are called in one language, by id."""
    ids = [region.id for region in content.regions if region.id in words.regions]
    return {id: called(words.regions[id].text) for id in ids}


def owners_of_names(content: Content, words: Language) -> dict[Called, dict[str, str]]:
    """Every name by which a region or a town of it may be called: whose, and as it is written.

    As it is written is empty for today's names, in the language itself and in the source.
    """
    owners: dict[Called, dict[str, str]] = {}
    for language in (words, content.source or words):
        names = names_of_today(content, language)
        sounds = [name.words for name in names.values() if not name.is_region]
        # A word that all of several cities have is none of their names: Stadt.
        common = set(sounds[0]).intersection(*sounds) if len(sounds) > 1 else set()
        cities = {_without(each, common) for each in sounds}
        for id, name in names.items():
            owners.setdefault(name, {})[id] = ""
            # Kostanay is a town of Kostanay Region, Almaty none of Almaty Region.
            if name.words not in cities:
                town = _without(name.words, () if name.is_region else common)
                owners.setdefault(Called(town, is_region=False), {})[id] = ""
    for region in content.regions:
        for written in (region.id, *(name.text for name in region.names)):
            owners.setdefault(called(written), {}).setdefault(region.id, written)
    return owners


def _without(words: tuple[str, ...], common: Container[str]) -> tuple[str, ...]:
    return tuple(word for word in words if word not in common) or words


def former_names(content: Content, words: Language) -> dict[Called, Text]:
    """The names that regions and towns had, but for those that sound like another one's name of today.

    Nor those that sound like one in use: "Dzhezkazgan" like Zhezkazgan. None for a language that we do not
    know: in Uzbek Shymkent is Chimkent today.
    """
    if not known_language(words.tag):
        return {}
    owners = owners_of_names(content, words)
    in_use = {called(alias.text) for region in content.regions for alias in region.aliases}
    return {
        called(name.text): name
        for region in content.regions
        for name in region.formerly
        if called(name.text) not in in_use
        and not any(id != region.id and not alias for id, alias in owners[called(name.text)].items())
    }


@lru_cache(maxsize=MOST_NAMES)
def called(name: str) -> Called:
    """What a region or a town is called, in Latin letters or Cyrillic ones."""
    return _called(name_words(name))


def _called(words: tuple[str, ...]) -> Called:
    return Called(tuple(map(sound, bare_words(words))), not REGION_WORDS.isdisjoint(words))


def parts(place: str, known: Container[Called]) -> Iterator[tuple[list[Called], list[str]]]:
    """The ``known`` names that each part of a place has, and its other words: the longest from the left.

    None of a street, nor of what lies near.
    A word for region belongs to one name alone: in "Алматы облысы, Семей" not to the town.
    """
    for part in _BETWEEN_NAMES.split(place):
        written, start = name_words(part), 0
        words = _uninflected(written)
        names: list[Called] = []
        others: list[str] = []
        while start < len(words):
            ends = range(min(start + _MOST_WORDS, len(words)), start, -1)
            end = next((end for end in ends if _called(words[start:end]) in known), None)
            if end is None:
                end = start + 1
                others.append(written[start])
            elif is_only_beside(words, start, end):
                others += written[start:end]
            else:
                names.append(_called(words[start:end]))
            start = end
        yield names, others


def _uninflected(words: tuple[str, ...]) -> tuple[str, ...]:
    """Folded words with those for region and city, and adjectives before them, as they stand alone."""
    bare = [CASES.get(word, word) for word in words]
    for place, (word, behind) in enumerate(pairwise(words)):
        if behind in CASES:
            bare[place] = _ADJECTIVE_CASES.sub("ая", word)
    return tuple(bare)


def names_in(place: str, known: Container[Called]) -> list[Called]:
    """The ``known`` names that a place has, each once."""
    return list(dict.fromkeys(name for names, _ in parts(place, known) for name in names))
