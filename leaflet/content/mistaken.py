"""Names that are in another's place: regions that a place does not name, names of other organisations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from leaflet.content.encoding import quoted
from leaflet.content.model import Content, Language, Organization, Region, Text
from leaflet.content.names import (
    CENTRES,
    COUNTRY,
    MOST_NAMES,
    REGION_WORDS,
    bare_words,
    is_only_beside,
    name_words,
    sound,
)
from leaflet.content.plain import unquoted
from leaflet.diagnostics import Finding, Severity, has_errors

# Shorter ones are too often alike.
_MIN_CONSONANTS, _MIN_TOWN = 3, 5
# No name of a region or a town has more, with a word for either.
_MOST_WORDS = 5
_BETWEEN_NAMES = re.compile("[,;()/]")


@dataclass(frozen=True, slots=True)
class _Name:
    """The folded words of a name, and whether a word for region stands beside them."""

    words: tuple[str, ...]
    is_region: bool


def mistaken(content: Content, language: str) -> Iterator[Finding]:
    """Warnings about the names of one language that seem to stand in another's place."""
    words, source = content.languages[language], content.source
    facts = str(content.directory / "regions.yaml")
    # A region that is left out because of an error has its names all the same.
    if not has_errors(finding for finding in content.findings if finding.place.file == facts):
        yield from _places(content, words)
        yield from _exchanged_regions(content, words)
        if source is not None and words is not source:
            yield from _of_elsewhere(content, words, source)
    if source is not None and words is not source:
        yield from _exchanged(words, source)


def _places(content: Content, words: Language) -> Iterator[Finding]:
    """Organisations whose place, in the words of one language, is not in the regions that they serve.

    A note alone in a language whose names of regions have no word for region that we know.
    """
    today = _names_of_today(content, words)
    if today and not any(name.is_region for name in today.values()):
        what = f'the places of organisations in "{words.tag}" are not held against their regions'
        measure = "no name of a region there has a word for region that is known"
        remedy = "compare each place with the memo"
        yield Finding(words.place, "unchecked-places", what, measure, remedy, Severity.NOTE)
    elif today:
        owners = _owners_of_names(content, today)
        for entry in [entry for entry in content.organizations if entry.id in words.organizations]:
            yield from _misplaced(entry, words, today, owners)


def _names_of_today(content: Content, words: Language) -> dict[str, _Name]:
    ids = [region.id for region in content.regions if region.id in words.regions]
    return {id: _name(words.regions[id].text) for id in ids}


def _owners_of_names(content: Content, today: Mapping[str, _Name]) -> dict[_Name, dict[str, str]]:
    """Every name by which a region or a town of it may be called: whose, and as it is written.

    As it is written is empty for today's names, in the language itself and in the source.
    """
    owners: dict[_Name, dict[str, str]] = {}
    source = _names_of_today(content, content.source) if content.source else {}
    for names in (today, source):
        cities = {name.words for name in names.values() if not name.is_region}
        for id, name in names.items():
            owners.setdefault(name, {})[id] = ""
            # Kostanay is a town of Kostanay Region, Almaty none of Almaty Region.
            if name.words not in cities:
                owners.setdefault(_Name(name.words, is_region=False), {})[id] = ""
    for region in content.regions:
        for written in (region.id, *(alias.text for alias in region.aliases)):
            owners.setdefault(_name(written), {}).setdefault(region.id, written)
    return owners


@lru_cache(maxsize=MOST_NAMES)
def _name(name: str) -> _Name:
    return _named(name_words(name))


def _named(words: tuple[str, ...]) -> _Name:
    return _Name(bare_words(words), not REGION_WORDS.isdisjoint(words))


def _names_in(place: str, known: Container[_Name]) -> Iterator[_Name]:
    """Those of the ``known`` names that a place has, from the left, the longest first.

    None of a street, nor of what lies near.
    A word for region belongs to one name alone: in "Алматы облысы, Семей" not to the town.
    """
    for part in _BETWEEN_NAMES.split(place):
        words, start = name_words(part), 0
        while start < len(words):
            ends = range(min(start + _MOST_WORDS, len(words)), start, -1)
            end = next((end for end in ends if _named(words[start:end]) in known), None)
            if end is None:
                start += 1
                continue
            if not is_only_beside(words, start, end):
                yield _named(words[start:end])
            start = end


def _misplaced(
    entry: Organization,
    words: Language,
    today: Mapping[str, _Name],
    owners: Mapping[_Name, Mapping[str, str]],
) -> Iterator[Finding]:
    place = words.organizations[entry.id].place
    names = list(_names_in(place.text, owners))
    served = dict.fromkeys(region.text for region in entry.regions)
    origin = "its row of the memo" if entry.row else "its source"
    remedy = f'compare both with {origin}: the regions of "{entry.id}" stand in {entry.regions[0].place}'
    for id in [id for id in served if id in today and not _is_everywhere(entry, place)]:
        if not any(id in owners[name] for name in names):
            what = f'"{entry.id}" serves the region "{id}", which its place does not name'
            measure = f"expected {words.regions[id]} or a town of it, found {quoted(place.text)}"
            also = f"; if it does help there, name {quoted(words.regions[id].text)} or a town of it here; "
            also += f'a town that is missing there belongs into the aliases of "{id}" in regions.yaml'
            yield Finding(place.place, "place-mismatch", what, measure, remedy + also, Severity.WARNING)
    strange = [
        owners[name]
        for name in names
        if served.keys().isdisjoint(owners[name]) and not _is_namesake(name, names, owners, today, served)
    ]
    for id, alias in {id: alias for ids in reversed(strange) for id, alias in ids.items()}.items():
        of = f"names {quoted(alias)}, of" if alias else "names"
        what = f'the place of "{entry.id}" {of} the region "{id}", which it does not serve'
        measure = f"expected {', '.join(served)}, found {quoted(place.text)}"
        yield Finding(place.place, "place-mismatch", what, measure, remedy, Severity.WARNING)


def _is_everywhere(entry: Organization, place: Text) -> bool:
    """Whether the place of an organisation that helps the whole country is the country."""
    return entry.national and any(sound(word) in COUNTRY for word in name_words(place.text))


def _is_namesake(
    name: _Name,
    names: Iterable[_Name],
    owners: Mapping[_Name, Mapping[str, str]],
    today: Mapping[str, _Name],
    served: Mapping[str, None],
) -> bool:
    """Whether a town called like a region in which it does not lie stands beside the region in which it does.

    Abai is a town of Karaganda Region, and Abai Region has none of that name.
    """
    alike = [id for id in owners[name] if _is_called(name, id) and id in today and today[id].is_region]
    is_told = any(other.is_region and not served.keys().isdisjoint(owners[other]) for other in names)
    return is_told and not name.is_region and len(alike) == len(owners[name])


def _is_called(name: _Name, id: str) -> bool:
    """Whether a name is that of a region, which no centre of a region has."""
    called = sound(id)
    return " ".join(map(sound, name.words)) == called and called not in CENTRES


def _of_elsewhere(content: Content, words: Language, source: Language) -> Iterator[Finding]:
    """Names of organisations that speak of a town where these do not help, and in the source do not."""
    towns: dict[str, dict[str, str]] = {}
    for name, ids in _owners_of_names(content, _names_of_today(content, words)).items():
        if len(name.words) == 1 and len(town := sound(name.words[0])) >= _MIN_TOWN:
            towns.setdefault(town, {}).update(ids)
    for entry in content.organizations:
        own, theirs = words.organizations.get(entry.id), source.organizations.get(entry.id)
        if entry.national or own is None or theirs is None:
            continue
        served = {region.text for region in entry.regions}
        for word in name_words(own.name.text):
            # "Костанайский" begins as "Костанай" does.
            town = max((town for town in towns if sound(word).startswith(town)), key=len, default="")
            if not town or not served.isdisjoint(towns[town]):
                continue
            if not any(sound(other).startswith(town) for other in name_words(theirs.name.text)):
                what = f'the name of "{entry.id}" speaks of another region than it serves'
                measure = f"{quoted(word)} is of {', '.join(towns[town])}; it serves {', '.join(served)}"
                remedy = f"compare the name with {theirs.name.place}"
                yield Finding(own.name.place, "exchanged-name", what, measure, remedy, Severity.WARNING)


def _exchanged_regions(content: Content, words: Language) -> Iterator[Finding]:
    """Regions of one language that are called by a name that another has in the facts."""
    for id, (owner, alias) in strangely_called(content.regions, words).items():
        text = words.regions[id]
        what = f'the region "{id}" seems to have the name of "{owner}"'
        measure = f"{quoted(text.text)} sounds like {quoted(alias.text)} in {alias.place}"
        remedy = "compare both names with regions.yaml"
        yield Finding(text.place, "exchanged-name", what, measure, remedy, Severity.WARNING)


def strangely_called(regions: Iterable[Region], words: Language) -> dict[str, tuple[str, Text]]:
    """Ids of regions whose name in one language is another's in the facts: whose, and as it stands there."""
    owners: dict[_Name | tuple[str, ...], dict[str, Text]] = {}
    for region in regions:
        for alias in (Text(region.id, region.iso.place), *region.aliases):
            name = _sounding(alias.text)
            for key in (name, name.words):  # The latter for languages without a word for region.
                owners.setdefault(key, {}).setdefault(region.id, alias)
    found: dict[str, tuple[str, Text]] = {}
    own_words = _own_region_words(words)
    for id, text in words.regions.items():
        name = _sounding(text.text)
        if not own_words.isdisjoint(name.words):
            name = _Name(tuple(word for word in name.words if word not in own_words), is_region=True)
        known = owners.get(name) or owners.get(name.words) or {}
        if known and id not in known:
            found[id] = next(iter(known.items()))
    return found


def _own_region_words(words: Language) -> set[str]:
    """How the words sound that a language has for region and that we do not know: most names have them."""
    counted = Counter(word for text in words.regions.values() for word in set(_sounding(text.text).words))
    return {word for word, count in counted.items() if 2 * count > len(words.regions) > 2}


@lru_cache(maxsize=MOST_NAMES)
def _sounding(name: str) -> _Name:
    found = _name(name)
    return _Name(tuple(map(sound, found.words)), found.is_region)


def _exchanged(translation: Language, source: Language) -> Iterator[Finding]:
    """Names of a translation with a word that stands in the source in another organisation's name."""
    ours, theirs = _owners(translation), _owners(source)
    told: set[str] = set()
    for id, entry in translation.organizations.items():
        named = source.organizations.get(id)
        if named and _is_quoted(named.name.text) and not _is_quoted(entry.name.text):
            told.add(id)
            what = f'the name of "{id}" has nothing in quotation marks'
            measure = f"in the source it is called {quoted(named.name.text)}"
            remedy = "write what it is called, in quotation marks; the kind of organisation alone is no name"
            yield Finding(entry.name.place, "exchanged-name", what, measure, remedy, Severity.WARNING)
    for skeleton, (id, word) in ours.items():
        owner, original = theirs.get(skeleton, (id, word))
        if owner != id and id not in told:
            told.add(id)
            name = translation.organizations[id].name
            what = f'the name of "{id}" seems to be that of "{owner}"'
            measure = (
                f"{quoted(word)} sounds like {quoted(original)} in {source.organizations[owner].name.place}"
            )
            remedy = "compare both names with the source"
            yield Finding(name.place, "exchanged-name", what, measure, remedy, Severity.WARNING)


def _is_quoted(name: str) -> bool:
    return unquoted(name) != name


def _owners(words: Language) -> dict[str, tuple[str, str]]:
    """The consonants of each word that stands in one name alone: whose name, and the word."""
    found: dict[str, dict[str, str]] = {}
    for id, entry in words.organizations.items():
        for word in name_words(entry.name.text):
            skeleton = "".join(letter for letter in sound(word) if letter not in "aeiou")
            if len(skeleton) >= _MIN_CONSONANTS:
                found.setdefault(skeleton, {})[id] = word
    return {
        skeleton: (id, word)
        for skeleton, owners in found.items()
        if len(owners) == 1
        for id, word in owners.items()
    }
