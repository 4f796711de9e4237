"""What a person types for a region into the region, or into the nearest names."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.content.model import Content, Region

_LONGEST_QUERY = 100
_MAX_SUGGESTIONS = 3

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’‘ʼʻ`]")
# Kazakh letters as people write them on a Russian keyboard.
_LOOK_ALIKES = str.maketrans("әғқңөұүһі", "агкноуухи")

# Folded words that tell a city from a region; they are left out on the second try.
_REGION_WORDS = frozenset(("область", "обл", "облысы", "region", "oblast", "oblysy", "province"))
_CITY_WORDS = frozenset(("город", "г", "каласы", "к", "city"))

# How Russian and Kazakh names sound in Latin letters, roughly: only for suggestions.
_LATIN = str.maketrans(
    dict(zip("абвгдежзиклмнопрстуфхцыэ", "abvgdejziklmnoprstufhcie", strict=True))
    | {"ч": "ch", "ш": "sh", "щ": "sh", "ю": "u", "я": "ia", "ь": None, "ъ": None}
)
_SPELLINGS = (("dzh", "j"), ("zh", "j"), ("kh", "h"), ("gh", "g"), ("q", "k"), ("y", "i"))


@dataclass(frozen=True, slots=True)
class Found:
    """The region that was meant; ``hint`` is a sentence for the person where another may have been meant."""

    region: Region
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NotFound:
    """No region has this name; ``suggestions`` are the ids of up to three that sound like it."""

    suggestions: tuple[str, ...]


Match = Found | NotFound


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a region; ``alias`` where it is an old or other name, or a town."""

    region: Region
    words: tuple[str, ...]
    bare: str
    alias: bool


def resolve(query: str, content: Content) -> Match:
    """Find a region by its id, ISO code, a name in any language of the content, or an alias.

    Case, ё, hyphens, spaces, dots and apostrophes do not matter, nor whether Kazakh letters are typed as
    Russian ones. A name that a city and a region share means the city, and the hint names the region.
    """
    query = query.strip()[:_LONGEST_QUERY]
    for region in content.regions:
        if query == region.id or query.upper() == region.iso.text:
            return Found(region)
    words, names = _fold(query), list(_names(content))
    bare = _bare(words)
    alike = [name for name in names if bare and name.bare == bare]
    found = [name for name in names if words and "".join(name.words) == "".join(words)]
    if not (found or alike):
        return NotFound(_nearest(bare, names))
    # Neither ids nor ISO codes tell cities from regions: today's names do.
    cities = {name.region.id for name in names if not name.alias and _CITY_WORDS.intersection(name.words)}
    found = found or _of_the_kind(words, alike, cities)
    best = min(found, key=lambda name: (name.alias, name.region.id not in cities))
    named_kind = len(bare) < len("".join(words))
    return Found(best.region, _hint(query, best, [] if named_kind else alike))


def _names(content: Content) -> Iterator[_Name]:
    for region in content.regions:
        today = [region.id, *(words.regions[region.id].text for words in content.languages.values())]
        known = set()
        for folded in map(_fold, today):
            known.add(_bare(folded))
            yield _Name(region, folded, _bare(folded), alias=False)
        for folded in (_fold(alias.text) for alias in region.aliases):
            # "Қарағанды" is short for today's "Қарағанды облысы", not an old name; "Караганда" may be one.
            yield _Name(region, folded, _bare(folded), alias=_bare(folded) not in known)


def _fold(text: str) -> tuple[str, ...]:
    """The words of a name, without all that people write in different ways."""
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_LOOK_ALIKES))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return tuple(_WORD.findall(_APOSTROPHES.sub("", letters)))


def _bare(words: tuple[str, ...]) -> str:
    return "".join(word for word in words if word not in _REGION_WORDS and word not in _CITY_WORDS)


def _of_the_kind(words: tuple[str, ...], names: list[_Name], cities: set[str]) -> list[_Name]:
    """Those of ``names`` that are what the words for region or city ask for; all, where none are."""
    wants_city, wants_region = _CITY_WORDS.intersection(words), _REGION_WORDS.intersection(words)
    if bool(wants_city) == bool(wants_region):
        return names
    return [name for name in names if (name.region.id in cities) == bool(wants_city)] or names


def _hint(query: str, best: _Name, alike: list[_Name]) -> str:
    others = sorted({name.region.id for name in alike} - {best.region.id})
    if others:
        return (
            f'"{query}" is taken as {best.region.id}; for the other of this name write {" or ".join(others)}'
        )
    if best.alias and best.region.see_also:
        parted = ", ".join(region.text for region in best.region.see_also)
        return f'"{query}" is taken as {best.region.id}; units that were once part of it: {parted}'
    return ""


def _nearest(bare: str, names: list[_Name]) -> tuple[str, ...]:
    ids: dict[str, dict[str, None]] = {}
    for name in names:
        ids.setdefault(_sound(name.bare), {})[name.region.id] = None
    matches = difflib.get_close_matches(_sound(bare), ids, n=2 * _MAX_SUGGESTIONS)
    nearest = dict.fromkeys(region for match in matches for region in ids[match])
    return tuple(nearest)[:_MAX_SUGGESTIONS]


def _sound(text: str) -> str:
    text = text.translate(_LATIN)
    for spelling, sound in _SPELLINGS:
        text = text.replace(spelling, sound)
    return text
