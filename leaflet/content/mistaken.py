"""Names that are in another's place: regions that a place does not name, names of other organisations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from leaflet.content.encoding import quoted
from leaflet.content.model import Content, Language, Organization
from leaflet.content.names import REGION_WORDS, bare_words, name_words, sound
from leaflet.diagnostics import Finding, Severity

# Shorter ones are too often alike.
_MIN_CONSONANTS = 3


@dataclass(frozen=True, slots=True)
class _Name:
    """Words to be found in those of a place, with a word for region beside them or without."""

    words: str
    is_region: bool

    def stands_in(self, place: str) -> bool:
        at = place.find(self.words)
        while at >= 0:
            beside = (*place[:at].split()[-1:], *place[at + len(self.words) :].split()[:1])
            if REGION_WORDS.isdisjoint(beside) != self.is_region:
                return True
            at = place.find(self.words, at + 1)
        return False


def mistaken(content: Content, language: str) -> Iterator[Finding]:
    """Warnings about the names of one language that seem to stand in another's place."""
    words, source = content.languages[language], content.source
    yield from _places(content, words)
    if source is not None and words is not source:
        yield from _exchanged(words, source)


def _places(content: Content, words: Language) -> Iterator[Finding]:
    """Organisations whose place, in the words of one language, is not in the regions that they serve.

    Nothing in a language whose names of regions have no word for region that we know.
    """
    ids = [region.id for region in content.regions if region.id in words.regions]
    today = {id: _name(words.regions[id].text) for id in ids}
    if not any(name.is_region for name in today.values()):
        return
    cities = {name.words for name in today.values() if not name.is_region}
    also = {region.id: [_name(alias.text) for alias in region.aliases] for region in content.regions}
    for id, name in today.items():
        if name.words not in cities:  # Kostanay is a town of Kostanay Region, Almaty none of Almaty Region.
            also[id].append(_Name(name.words, is_region=False))
    for entry in [entry for entry in content.organizations if entry.id in words.organizations]:
        yield from _misplaced(entry, words, today, also)


def _name(name: str) -> _Name:
    words = name_words(name)
    return _Name(_spaced(bare_words(words)), not REGION_WORDS.isdisjoint(words))


def _spaced(words: tuple[str, ...]) -> str:
    return f" {' '.join(words)} "


def _misplaced(
    entry: Organization, words: Language, today: Mapping[str, _Name], also: Mapping[str, list[_Name]]
) -> Iterator[Finding]:
    place = words.organizations[entry.id].place
    found = _spaced(name_words(place.text))
    served = dict.fromkeys(region.text for region in entry.regions)
    remedy = f'compare both with the memo: the regions of "{entry.id}" stand in {entry.regions[0].place}'
    for id in [id for id in served if id in today]:
        if not any(name.stands_in(found) for name in (today[id], *also[id])):
            what = f'"{entry.id}" serves the region "{id}", which its place does not name'
            measure = f"expected {words.regions[id]} or a town of it, found {quoted(place.text)}"
            yield Finding(place.place, "place-mismatch", what, measure, remedy, Severity.WARNING)
    for id in [id for id in today if id not in served]:
        if today[id].stands_in(found):
            what = f'the place of "{entry.id}" names the region "{id}", which it does not serve'
            measure = f"expected {', '.join(served)}, found {quoted(place.text)}"
            yield Finding(place.place, "place-mismatch", what, measure, remedy, Severity.WARNING)


def _exchanged(translation: Language, source: Language) -> Iterator[Finding]:
    """Names of a translation with a word that stands in the source in another organisation's name."""
    ours, theirs = _owners(translation), _owners(source)
    told: set[str] = set()
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
