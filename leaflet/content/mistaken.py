"""Names that are in another's place: regions that a place does not name, names of other organisations."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.content.alike import unanswered
from leaflet.content.called import check_called, is_named
from leaflet.content.encoding import quoted
from leaflet.content.mentions import check_mentions
from leaflet.content.model import Content, Language
from leaflet.content.names import consonants, known_language, name_words
from leaflet.content.pairs import paired, shown
from leaflet.content.places import check_places
from leaflet.content.plain import unquoted
from leaflet.content.regionnames import check_region_names
from leaflet.content.towns import Towns
from leaflet.diagnostics import Finding, Severity

# Shorter ones are too often alike.
_MIN_CONSONANTS = 3


def mistaken(content: Content, language: str) -> Iterator[Finding]:
    """Warnings about the names of one language that seem to stand in another's place."""
    words, source = content.languages[language], content.source
    towns = Towns(content, words)
    found = list(_mistaken(content, words, towns))
    if source is None or words is source:
        yield from found
        return
    # A name in another's place is told once.
    told = {finding.place for finding in found}
    if known_language(words.tag) and known_language(source.tag):
        pairs = paired(shown(words), shown(source))
        others = (*check_called(pairs), *check_mentions(pairs, towns))
        found += [finding for finding in others if finding.place not in told]
    yield from unanswered(words, source, found)


def _mistaken(content: Content, words: Language, towns: Towns) -> Iterator[Finding]:
    source = content.source
    # A region that is left out because of an error has its names all the same.
    if content.is_sound("regions.yaml"):
        yield from check_places(content, words)
        yield from check_region_names(content, words)
        if source is not None and words is not source:
            yield from _of_elsewhere(content, words, source, towns)
    if source is not None and words is not source:
        yield from _exchanged(words, source)


def _of_elsewhere(content: Content, words: Language, source: Language, towns: Towns) -> Iterator[Finding]:
    """Names of organisations that speak of a town where these do not help, and in the source do not."""
    for entry in content.organizations:
        own, theirs = words.organizations.get(entry.id), source.organizations.get(entry.id)
        if entry.national or own is None or theirs is None:
            continue
        served = [region.text for region in entry.regions]
        for word, ids in towns.named_in(own.name.text):
            if ids.isdisjoint((*served, *towns.ids_in(theirs.name.text))):
                what = f'the name of "{entry.id}" speaks of another region than it serves'
                measure = f"{quoted(word)} is of {', '.join(sorted(ids))}; it serves {', '.join(served)}"
                remedy = f"compare the name with {theirs.name.place}"
                yield Finding(own.name.place, "exchanged-name", what, measure, remedy, Severity.WARNING)


def _exchanged(translation: Language, source: Language) -> Iterator[Finding]:
    """Names of a translation with a word that stands in the source in another organisation's name."""
    ours, theirs = _owners(translation), _owners(source)
    told: set[str] = set()
    for id, entry in translation.organizations.items():
        named = source.organizations.get(id)
        if named is None or is_named(entry.name.text, named.name.text):
            continue
        if _is_quoted(named.name.text) and not _is_quoted(entry.name.text):
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
            skeleton = consonants(word)
            if len(skeleton) >= _MIN_CONSONANTS:
                found.setdefault(skeleton, {})[id] = word
    return {
        skeleton: (id, word)
        for skeleton, owners in found.items()
        if len(owners) == 1
        for id, word in owners.items()
    }
