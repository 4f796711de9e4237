"""What a person types for a region into the region, or into the nearest names."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.content.model import Content, Region
from leaflet.content.names import CITY_WORDS, REGION_WORDS, bare_words, consonants, is_home, name_words, sound

# Words by which somebody may ask for the whole country.
_ALL = {*name_words("all country весь все страна барлығы ел")}
_BESIDE = _ALL | {*name_words("the whole republic of вся республика бүкіл республикасы")}
_LONGEST_QUERY = 100
_MAX_SUGGESTIONS = 3
_LEAST_ALIKE, _MOST_SLIPS = 0.8, 2
"""How alike a name is to what was mistyped: that of another town would lead to a wrong region."""
_LEAST_BEGUN = 3
"""Letters from which on what is typed may be the beginning of a name."""


@dataclass(frozen=True, slots=True)
class Found:
    """The region that was meant; ``hint`` is a sentence for the person where another may have been meant."""

    region: Region
    hint: str = ""


@dataclass(frozen=True, slots=True)
class NotFound:
    """No region has this name; ``suggestions`` are the ids of up to three that sound like it.

    ``names`` are those of theirs that do, as they are written.
    """

    suggestions: tuple[str, ...]
    names: tuple[str, ...]


Match = Found | NotFound


@dataclass(frozen=True, slots=True)
class _Name:
    """One name of a region; ``alias`` where it is an old or other name, or a town."""

    region: Region
    written: str
    words: tuple[str, ...]
    bare: str
    alias: bool


def resolve(query: str, content: Content) -> Match:
    """Find a region by its id, ISO code, a name in any language of the content, or an alias.

    Case, ё, hyphens, spaces, dots and apostrophes do not matter, nor whether Kazakh letters are typed as
    Russian ones. A name that a city and a region share means the city, and the hint names the region.
    """
    query = query.strip()[:_LONGEST_QUERY]
    code = "".join(filter(str.isalnum, query.upper()))
    for region in content.regions:
        if query == region.id or code == region.iso.text.replace("-", ""):
            return Found(region)
    words, names = name_words(query), list(_names(content))
    bare = _bare(words)
    alike = [name for name in names if bare and name.bare == bare]
    found = [name for name in names if words and "".join(name.words) == "".join(words)]
    if not (found or alike):
        halves = [region for region in content.regions if query == region.iso.text.rpartition("-")[2]]
        if halves:
            return NotFound((halves[0].id,), (halves[0].iso.text,))
        return _nearest(bare, names)
    # Neither ids nor ISO codes tell cities from regions: today's names do.
    cities = {name.region.id for name in names if not name.alias and CITY_WORDS.intersection(name.words)}
    found = found or _of_the_kind(words, alike, cities)
    best = min(found, key=lambda name: (name.alias, name.region.id not in cities))
    named_kind = len(bare) < len("".join(words))
    return Found(best.region, _hint(query, best, [] if named_kind else alike))


def is_country(query: str) -> bool:
    """Whether somebody asks for the whole country, and for nothing else."""
    words = name_words(query[:_LONGEST_QUERY])
    named = [word in _ALL or is_home(word) for word in words]
    return any(named) and all(is_name or word in _BESIDE for is_name, word in zip(named, words, strict=True))


def _names(content: Content) -> Iterator[_Name]:
    for region in content.regions:
        today = [region.id, *(language.regions[region.id].text for language in content.languages.values())]
        known = set()
        for written in today:
            words = name_words(written)
            known.add(consonants(_bare(words)))
            yield _Name(region, written, words, _bare(words), alias=False)
        for written in (alias.text for alias in region.names):
            words = name_words(written)
            # "Караганда" is today's "Қарағанды облысы" in another hand, no other name; an old one always is.
            is_former = written in [text.text for text in region.formerly]
            alias = is_former or consonants(_bare(words)) not in known
            yield _Name(region, written, words, _bare(words), alias=alias)


def _bare(words: tuple[str, ...]) -> str:
    return "".join(bare_words(words))


def _of_the_kind(words: tuple[str, ...], names: list[_Name], cities: set[str]) -> list[_Name]:
    """Those of ``names`` that are what the words for region or city ask for; all, where none are."""
    wants_city, wants_region = CITY_WORDS.intersection(words), REGION_WORDS.intersection(words)
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
        parted = " or ".join(region.text for region in best.region.see_also)
        id = best.region.id
        return f'"{query}" is taken as {id}; for what was parted from {id} write {parted}'
    return ""


def _nearest(bare: str, names: list[_Name]) -> NotFound:
    ids: dict[str, dict[str, str]] = {}
    for name in names:
        ids.setdefault(sound(name.bare), {}).setdefault(name.region.id, name.written)
    meant = sound(bare)
    begun = [name for name in ids if len(meant) >= _LEAST_BEGUN and name.startswith(meant)]
    alike = difflib.get_close_matches(meant, ids, n=2 * _MAX_SUGGESTIONS, cutoff=_LEAST_ALIKE)
    slips = {name: _slips(meant, name) for name in alike}
    # Beside the one with the fewest slips others are noise; a name that was only begun has hardly one.
    fewest = min([1 if begun else _MOST_SLIPS, *slips.values()])
    matches = begun + [name for name in alike if slips[name] <= fewest]
    nearest: dict[str, str] = {}
    for match in matches:
        nearest |= {id: written for id, written in ids[match].items() if id not in nearest}
    return NotFound(tuple(nearest)[:_MAX_SUGGESTIONS], tuple(nearest.values())[:_MAX_SUGGESTIONS])


def _slips(typed: str, name: str) -> int:
    """How many letters of ``name`` were left out, added or exchanged."""
    changes = difflib.SequenceMatcher(None, typed, name, autojunk=False).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in changes if kind != "equal")
