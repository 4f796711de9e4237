"""Places of organisations, held against the regions that these serve, and against the source's."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from leaflet.content.encoding import quoted
from leaflet.content.gazetteer import CENTRES
from leaflet.content.model import Content, Language, Organization, Text
from leaflet.content.names import (
    CITY_WORDS,
    MOST_NAMES,
    NEARBY_WORDS,
    REGION_WORDS,
    STREET_WORDS_AFTER,
    STREET_WORDS_BEFORE,
    as_written,
    bare_words,
    consonants,
    is_home,
    is_only_beside,
    known_language,
    name_words,
    sound,
)
from leaflet.content.plain import each_of, plain
from leaflet.diagnostics import Finding, Severity

# No name of a region or a town has more, with a word for either.
_MOST_WORDS = 5
_BETWEEN_NAMES = re.compile("[,;()/]")
_WRITTEN = re.compile(r"[^\W_][\w'’ʼ]*")
_STREETS = STREET_WORDS_BEFORE | STREET_WORDS_AFTER
_NO_NAMES = REGION_WORDS | CITY_WORDS | {"the"}
# Words for a region and a city as they follow "for", "in" and "of", folded.
_CASES = {
    **dict.fromkeys(("область", "области", "областью"), "область"),
    **dict.fromkeys(("облысына", "облысында", "облысынын"), "облысы"),
    **dict.fromkeys(("города", "городе", "городу"), "город"),
    **dict.fromkeys(("каласына", "каласында", "каласынын"), "каласы"),
}
_ADJECTIVE_CASES = re.compile("(?:ой|ои|ую)$")
# Folded words that tell where somebody sits, or whom they serve from there.
_SITTING = frozenset(
    each_of(
        "кенсе кенсеси офис office орналаскан находится located based кызмет ушин обслуживает для serves "
        "serving for"
    )
)
# All that may stand in a place and is no name, folded.
_TELLING_NOTHING = frozenset(
    (
        *(*_STREETS, *_NO_NAMES, *_CASES, *_SITTING, *NEARBY_WORDS),
        *each_of(
            "мен пен бен жане and село пос поселок аул ауыл ауылы кент кенти village town settlement floor "
            "room apartment opposite railway station appointment напротив вокзал вокзала записи этаж корпус "
            "кабинет каб квартира кабат патер"
        ),
    )
)
_FEWEST_LETTERS = 3
# Oskemen and Ust-Kamenogorsk have so much in common, by their consonants; Temirtau and Balkhash have nothing.
_NEARLY = 0.5


@dataclass(frozen=True, slots=True)
class Called:
    """How the words of a name sound, and whether a word for region stands beside them."""

    words: tuple[str, ...]
    is_region: bool


@dataclass(frozen=True, slots=True)
class _Names:
    """What regions and towns are called: ``today`` in one language, by anybody (``owners``), ``former``ly."""

    today: Mapping[str, Called]
    owners: Mapping[Called, Mapping[str, str]]
    former: Mapping[Called, Text]


def check_places(content: Content, words: Language) -> Iterator[Finding]:
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
        names = _Names(today, owners_of_names(content, words), former_names(content, words))
        is_compared = content.source and known_language(content.source.tag) and known_language(words.tag)
        original = content.source if words is not content.source else None
        source = original if is_compared else None
        for entry in [entry for entry in content.organizations if entry.id in words.organizations]:
            beside = source.organizations.get(entry.id) if source else None
            found = [*_unnamed(entry, words, names, original)]
            found += _misplaced(entry, words, names, beside.place if beside else None)
            found = found or [*_outdated(entry, words, names)]
            if not found and beside and not _is_everywhere(entry, beside.place):
                place = words.organizations[entry.id].place
                found += _unlike(entry.id, place, beside.place, names.owners)
                found = found or [*_other_town(entry.id, place, beside.place, names.owners)]
                found = found or [*_without_town(entry.id, place, beside.place, names.owners)]
                found = found or [*_with_more(entry.id, place, beside.place, names.owners)]
            yield from found


def _names_of_today(content: Content, words: Language) -> dict[str, Called]:
    ids = [region.id for region in content.regions if region.id in words.regions]
    return {id: called(words.regions[id].text) for id in ids}


def owners_of_names(content: Content, words: Language) -> dict[Called, dict[str, str]]:
    """Every name by which a region or a town of it may be called: whose, and as it is written.

    As it is written is empty for today's names, in the language itself and in the source.
    """
    owners: dict[Called, dict[str, str]] = {}
    for language in (words, content.source or words):
        names = _names_of_today(content, language)
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

    Nor those that sound like one in use: "Dzhezkazgan" like Zhezkazgan.
    """
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


def _parts(place: str, known: Container[Called]) -> Iterator[tuple[list[Called], list[str]]]:
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
    bare = [_CASES.get(word, word) for word in words]
    for place, (word, behind) in enumerate(pairwise(words)):
        if behind in _CASES:
            bare[place] = _ADJECTIVE_CASES.sub("ая", word)
    return tuple(bare)


def _names_in(place: str, known: Container[Called]) -> list[Called]:
    """The ``known`` names that a place has, each once."""
    return list(dict.fromkeys(name for names, _ in _parts(place, known) for name in names))


def _unnamed(
    entry: Organization, words: Language, known: _Names, source: Language | None
) -> Iterator[Finding]:
    """Regions served that a place does not name. Of the source's the whole way is told, once."""
    place = words.organizations[entry.id].place
    told = _lacking(entry, source, known) if source and entry.id in source.organizations else []
    for id in _lacking(entry, words, known):
        what = f'"{entry.id}" serves the region "{id}", which its place does not name'
        measure = f"expected {words.regions[id]} or a town of it, found {quoted(place.text)}"
        remedy = _with_origin(entry)
        if source and id in told:
            remedy = f"compare {source.organizations[entry.id].place.place} with {entry.regions[0].place}"
        remedy += f"; if it does help there, name {quoted(words.regions[id].text)} or a town of it here"
        if id not in told:
            remedy += f'; a town that is missing there belongs into the aliases of "{id}" in regions.yaml'
        yield Finding(place.place, "place-mismatch", what, measure, remedy, Severity.WARNING)


def _lacking(entry: Organization, words: Language, known: _Names) -> list[str]:
    """The regions that an organisation serves and that its place in one language does not name."""
    place = words.organizations[entry.id].place
    if _is_everywhere(entry, place) or not any(
        called(name.text).is_region for name in words.regions.values()
    ):
        return []
    named = {id for name in _names_in(place.text, known.owners) for id in known.owners[name]}
    served = dict.fromkeys(region.text for region in entry.regions)
    return [id for id in served if id in known.today and id in words.regions and id not in named]


def _with_origin(entry: Organization) -> str:
    origin = "its row of the memo" if entry.row else "its source"
    return f'compare both with {origin}: the regions of "{entry.id}" stand in {entry.regions[0].place}'


def _misplaced(entry: Organization, words: Language, known: _Names, source: Text | None) -> Iterator[Finding]:
    """Regions that a place names, and that are not served."""
    place, today, owners = words.organizations[entry.id].place, known.today, known.owners
    names = _names_in(place.text, owners)
    served = dict.fromkeys(region.text for region in entry.regions)
    sits = _where_it_sits(place, source or place, served, owners)
    strange = [
        owners[name]
        for name in names
        if name not in sits
        and served.keys().isdisjoint(owners[name])
        and not _is_namesake(name, names, owners, today, served)
    ]
    for id, alias in {id: alias for ids in reversed(strange) for id, alias in ids.items()}.items():
        of = f"names {quoted(alias)}, of" if alias else "names"
        what = f'the place of "{entry.id}" {of} the region "{id}", which it does not serve'
        measure = f"expected {', '.join(served)}, found {quoted(place.text)}"
        yield Finding(place.place, "place-mismatch", what, measure, _with_origin(entry), Severity.WARNING)


def _where_it_sits(
    place: Text, source: Text, served: Collection[str], owners: Mapping[Called, Mapping[str, str]]
) -> list[Called]:
    """The towns of a place that are told to be those of an office: of whom, it names as regions.

    None that the place in the source does not have.
    """
    names = _names_in(place.text, owners)
    regions = [owners[name].keys() for name in names if name.is_region]
    is_told = all(any(id in ids for ids in regions) for id in served)
    if not is_told or _SITTING.isdisjoint(name_words(place.text)):
        return []
    theirs = {id for name in _names_in(source.text, owners) if not name.is_region for id in owners[name]}
    return [name for name in names if not name.is_region and not theirs.isdisjoint(owners[name])]


def _outdated(entry: Organization, words: Language, known: _Names) -> Iterator[Finding]:
    """An old name of a region or a town that a place has."""
    place = words.organizations[entry.id].place
    for old in [known.former[name] for name in _names_in(place.text, known.owners) if name in known.former]:
        what = f'the place of "{entry.id}" has an old name, {quoted(old.text)}'
        measure = f"it stands under formerly in {old.place}"
        remedy = "write what it is called today; one that is in use stands under aliases there"
        yield Finding(place.place, "former-name", what, measure, remedy, Severity.WARNING)
        return


def _unlike(id: str, place: Text, source: Text, known: Container[Called]) -> Iterator[Finding]:
    """A name in a place that is none of a region served, and that the place in the source does not have.

    Whoever reads it looks in another town.
    """
    sounds = {consonants(word) for _, others in _parts(source.text, known) for word in others}
    written = [word for word in _WRITTEN.findall(plain(place.text)) if word[0].isupper()]
    begun = {word for name in written for word in name_words(name)}
    for _, others in _parts(place.text, known):
        if not _STREETS.isdisjoint(others):
            continue
        for word in others:
            if word in begun and not _is_explained(word) and consonants(word) not in sounds:
                shown = quoted(as_written(word, place.text))
                what = f'the place of "{id}" has the name {shown}, and its source has not'
                remedy = "compare both; a town that is missing there belongs into the aliases in regions.yaml"
                yield _unlike_source(place, source, what, remedy)
                return


def _other_town(id: str, place: Text, source: Text, known: Container[Called]) -> Iterator[Finding]:
    """A town of the right region in a place that does not sound at all like one that the source has there."""
    ours, theirs = (
        ["".join(map(consonants, name.words)) for name in _names_in(text.text, known) if not name.is_region]
        for text in (place, source)
    )
    strange = [town for town in ours if theirs and not difflib.get_close_matches(town, theirs, 1, _NEARLY)]
    if strange:
        what = f'the place of "{id}" has another town than its source'
        yield _unlike_source(place, source, what, "compare both: whoever reads it looks in another town")


def _without_town(id: str, place: Text, source: Text, known: Container[Called]) -> Iterator[Finding]:
    """A street in a place that the source does not have, where that has a town and the place none."""
    for text, has_street in ((place, True), (source, False)):
        others = {word for _, words in _parts(text.text, known) for word in words}
        has_town = any(not name.is_region for name in _names_in(text.text, known))
        if has_street == _STREETS.isdisjoint(others) or has_street == has_town:
            return
    what = f'the place of "{id}" has a street and no town, and its source has a town'
    yield _unlike_source(place, source, what, "name the town beside the street, or leave the street out")


def _with_more(id: str, place: Text, source: Text, known: Container[Called]) -> Iterator[Finding]:
    """A word in a place that is none of a place, where all words of the source are."""
    more = _no_place(place, source, known)
    if more and not _no_place(source, place, known):
        what = f'the place of "{id}" has {quoted(as_written(more[0], place.text))}, which tells no place'
        yield _unlike_source(place, source, what, "name the place alone")


def _no_place(place: Text, other: Text, known: Container[Called]) -> list[str]:
    """The words of a place in small letters that tell none, and that the other one does not have."""
    sounds = {consonants(word) for word in name_words(plain(other.text))}
    small = {word for word in _WRITTEN.findall(plain(place.text)) if word.islower()}
    telling = {
        word
        for word in {part for word in small for part in name_words(word)} - _TELLING_NOTHING
        if len(word) >= _FEWEST_LETTERS and not is_home(word) and consonants(word) not in sounds
    }
    if not telling:  # Most places have none.
        return []
    return [word for _, others in _parts(place.text, known) for word in others if word in telling]


def _unlike_source(place: Text, source: Text, what: str, remedy: str) -> Finding:
    """What a place has or lacks beside that of the source."""
    measure = f"expected what {source.place} has: {quoted(source.text)}"
    return Finding(place.place, "place-mismatch", what, measure, remedy, Severity.WARNING)


def _is_explained(word: str) -> bool:
    """Whether a word is no name of a town: a word for one, or the country."""
    return word in _NO_NAMES or is_home(word)


def _is_everywhere(entry: Organization, place: Text) -> bool:
    """Whether the place of an organisation that helps the whole country is the country."""
    return entry.national and any(map(is_home, name_words(place.text)))


def _is_namesake(
    name: Called,
    names: Iterable[Called],
    owners: Mapping[Called, Mapping[str, str]],
    today: Mapping[str, Called],
    served: Collection[str],
) -> bool:
    """Whether a town called like a region in which it does not lie stands beside the region in which it does.

    Abai is a town of Karaganda Region, and Abai Region has none of that name.
    """
    alike = [id for id in owners[name] if _is_called(name, id) and id in today and today[id].is_region]
    is_told = any(other.is_region and any(id in owners[other] for id in served) for other in names)
    return is_told and not name.is_region and len(alike) == len(owners[name])


def _is_called(name: Called, id: str) -> bool:
    """Whether a name is that of a region, which no centre of a region has."""
    own = sound(id)
    return " ".join(name.words) == own and own not in CENTRES
