"""Places of organisations, held against the regions that these serve."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from leaflet.content.encoding import quoted
from leaflet.content.gazetteer import CENTRES
from leaflet.content.model import Content, Language, Organization, Text
from leaflet.content.names import is_home, known_language, name_words, sound
from leaflet.content.placenames import (
    Called,
    called,
    former_names,
    names_in,
    names_of_today,
    owners_of_names,
)
from leaflet.content.placepairs import SITTING, unlike_source
from leaflet.diagnostics import Finding, Severity


@dataclass(frozen=True, slots=True)
class _Names:
    """What regions and towns are called: ``today`` in one language, by anybody (``owners``), ``former``ly."""

    today: Mapping[str, Called]
    owners: Mapping[Called, Mapping[str, str]]
    former: Mapping[Called, Text]


def check_places(content: Content, words: Language) -> Iterator[Finding]:
    """Organisations whose place, in the words of one language, is not in the regions that they serve.

    Where it is, what it has or lacks beside that in the source.
    A note alone in a language whose names of regions have no word for region that we know.
    """
    today = names_of_today(content, words)
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
                found += unlike_source(entry.id, place, beside.place, names.owners)
            yield from found


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
    named = {id for name in names_in(place.text, known.owners) for id in known.owners[name]}
    served = dict.fromkeys(region.text for region in entry.regions)
    return [id for id in served if id in known.today and id in words.regions and id not in named]


def _with_origin(entry: Organization) -> str:
    origin = "its row of the memo" if entry.row else "its source"
    return f'compare both with {origin}: the regions of "{entry.id}" stand in {entry.regions[0].place}'


def _misplaced(entry: Organization, words: Language, known: _Names, source: Text | None) -> Iterator[Finding]:
    """Regions that a place names, and that are not served."""
    place, today, owners = words.organizations[entry.id].place, known.today, known.owners
    names = names_in(place.text, owners)
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
    names = names_in(place.text, owners)
    regions = [owners[name].keys() for name in names if name.is_region]
    is_told = all(any(id in ids for ids in regions) for id in served)
    if not is_told or SITTING.isdisjoint(name_words(place.text)):
        return []
    theirs = {id for name in names_in(source.text, owners) if not name.is_region for id in owners[name]}
    return [name for name in names if not name.is_region and not theirs.isdisjoint(owners[name])]


def _outdated(entry: Organization, words: Language, known: _Names) -> Iterator[Finding]:
    """An old name of a region or a town that a place has."""
    place = words.organizations[entry.id].place
    for old in [known.former[name] for name in names_in(place.text, known.owners) if name in known.former]:
        what = f'the place of "{entry.id}" has an old name, {quoted(old.text)}'
        measure = f"it stands under formerly in {old.place}"
        remedy = "write what it is called today; one that is in use stands under aliases there"
        yield Finding(place.place, "former-name", what, measure, remedy, Severity.WARNING)
        return


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
