"""The other names of regions, held against each other, today's names, and the centres of regions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from leaflet.content.encoding import quoted
from leaflet.content.gazetteer import CENTRES, CITIES, FORMER_NAMES
from leaflet.content.model import Language, Region, Text
from leaflet.content.names import CITY_WORDS, REGION_WORDS, bare_words, name_words, sound
from leaflet.content.regionnames import strangely_called
from leaflet.diagnostics import Finding

# How a name sounds, and whether words for a region and a city stand beside it.
_Key = tuple[str, bool, bool]


@dataclass(frozen=True, slots=True)
class _Name:
    """What a region is called today; ``strange`` are the ids with another's name in that language."""

    id: str
    text: Text
    strange: Collection[str] = ()


def check_aliases(regions: Sequence[Region], languages: Iterable[Language]) -> Iterator[Finding]:
    """Names that an earlier region has or that are another's today, and centres of another one."""
    ids, today = {region.id for region in regions}, _today(regions, languages)
    first: dict[_Key, tuple[str, Text]] = {}
    for region in regions:
        yield from _former_in_use(region)
    for region, alias in ((entry, alias) for entry in regions for alias in entry.names):
        key = _key(alias.text)
        if name := _of_another(region.id, today.get(key, ())):
            what = f'{quoted(alias.text)} is what "{name.id}" is called today, and no name of "{region.id}"'
            measure = f"found {quoted(name.text.text)} in {name.text.place}"
            remedy = f'leave it to "{name.id}"; a town may stand under that name beside its own region'
            yield _wrong(alias, what, remedy, measure)
            continue
        # Tselinograd is a town, Tselinograd Region is not where it lies today.
        owner, before = first.setdefault(key, (region.id, alias))
        centre_of = region.id if key[1] else CENTRES.get(key[0], region.id)
        if owner != region.id:
            what = f'{quoted(alias.text)} is a name of "{owner}", too, in line {before.place.line}'
            yield _wrong(alias, what, "leave it to the region that it belongs to")
        elif centre_of != region.id and centre_of in ids:
            what = f'{quoted(alias.text)} is the centre of "{centre_of}", and no name of "{region.id}"'
            yield _wrong(alias, what, f'move it to "{centre_of}"')
        elif (former := _former().get(key[:2], region.id)) != region.id and former in ids:
            what = f'{quoted(alias.text)} is a former or short name of "{former}", and none of "{region.id}"'
            yield _wrong(alias, what, f'move it to "{former}"')
        elif (city_of := _cities().get(key[:2], region.id)) != region.id and city_of in ids:
            what = f'{quoted(alias.text)} is a city of "{city_of}", and no name of "{region.id}"'
            yield _wrong(alias, what, f'move it to "{city_of}"')


def _former_in_use(region: Region) -> Iterator[Finding]:
    """Old names of a region among those that may be printed; what is short for one is as good as it."""
    former = {name_words(name) for name in FORMER_NAMES.get(region.id, ()) if not name.isupper()}
    for alias in region.aliases:
        if name_words(alias.text) in former:
            what = f'{quoted(alias.text)} is a former name of "{region.id}", and none of today'
            yield _wrong(alias, what, "move it to formerly: people may type it, and nobody prints it")


@cache
def _former() -> dict[tuple[str, bool], str]:
    return _owners(FORMER_NAMES)


@cache
def _cities() -> dict[tuple[str, bool], str]:
    return _owners(CITIES)


def _owners(names: Mapping[str, Iterable[str]]) -> dict[tuple[str, bool], str]:
    """The region of each of the names, by how it sounds and whether it is that of a region."""
    return {_key(name)[:2]: id for id, every in names.items() for name in every}


def _today(regions: Sequence[Region], languages: Iterable[Language]) -> dict[_Key, list[_Name]]:
    """Each id and each name of today, in full and without its words for region and city."""
    names = [_Name(region.id, Text(region.id, region.iso.place)) for region in regions]
    for words in languages:
        strange = strangely_called(regions, words).keys()
        names += [_Name(id, text, strange) for id, text in words.regions.items()]
    found: dict[_Key, list[_Name]] = {}
    for name in names:
        full = _key(name.text.text)
        for key in {full, (full[0], False, False)} if full[0] else ():
            found.setdefault(key, []).append(name)
    return found


def _of_another(id: str, names: Collection[_Name]) -> _Name | None:
    """The first of the names, where none of them is the region's own.

    Where a language has exchanged the region's name the slip is there, and stops no other language.
    """
    if id in {name.id for name in names}:
        return None
    return next((name for name in names if id not in name.strange), None)


def _key(name: str) -> _Key:
    words = name_words(name)
    bare = " ".join(map(sound, bare_words(words)))
    return bare, not REGION_WORDS.isdisjoint(words), not CITY_WORDS.isdisjoint(words)


def _wrong(alias: Text, what: str, remedy: str, measure: str = "") -> Finding:
    return Finding(alias.place, "wrong-alias", what, measure, remedy)
