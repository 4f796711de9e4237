"""What the regions are called in one language: another's name, an old one, or none of theirs."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from leaflet.content.encoding import listed, quoted
from leaflet.content.model import Content, Language, Region, Text
from leaflet.content.names import (
    CITY_WORDS,
    REGION_WORDS,
    bare_words,
    consonants,
    known_language,
    name_words,
)
from leaflet.content.placenames import Called, called, former_names
from leaflet.diagnostics import Finding, Severity

# Words in the names of regions that are none of theirs.
_BETWEEN = frozenset(("of", "the"))
_NEARLY = 0.7


def check_region_names(content: Content, words: Language) -> Iterator[Finding]:
    """Warnings about regions with another's name, an old one, one that is none, or another kind of unit."""
    exchanged = list(_exchanged(content, words))
    yield from exchanged
    told = {finding.place for finding in exchanged}
    former = former_names(content, words)
    for region in [region for region in content.regions if region.id in words.regions]:
        text = words.regions[region.id]
        if text.place not in told:
            yield from islice(_of_region(region, text, words, content.source, former), 1)


def _of_region(
    region: Region, text: Text, words: Language, source: Language | None, former: Mapping[Called, Text]
) -> Iterator[Finding]:
    id, name, original = region.id, called(text.text), source.regions.get(region.id) if source else None
    if old := former.get(name):
        what = f'the region "{id}" is called by an old name, {quoted(text.text)}'
        measure = f"it stands under formerly in {old.place}"
        remedy = "write what it is called today; one that is in use stands under aliases there"
        yield Finding(text.place, "former-name", what, measure, remedy, Severity.WARNING)
    if not known_language(words.tag) or (source and not known_language(source.tag)):
        return
    own = [id, *(alias.text for alias in region.aliases)]
    if words is source:
        # Nothing else says how it is spelt there than how its other names sound.
        is_strange = _sounds(text.text) not in map(_sounds, own)
    else:
        own += [original.text] if original else []
        is_strange = _skeleton(text.text) not in map(_skeleton, own) or _is_slip(text.text, own)
    if is_strange:
        what = f'the region "{id}" has no such name as {quoted(text.text)}'
        measure = f"known are {listed(own)}"
        remedy = f"mend the name; if it is right, add it to the aliases of {quoted(id)} in regions.yaml"
        yield Finding(text.place, "strange-name", what, measure, remedy, Severity.WARNING)
    if original and {_kind(text.text), _kind(original.text)} == {"city", "region"}:
        what = f'the region "{id}" is called a {_kind(text.text)}, and in the source a {_kind(original.text)}'
        measure = f"found {quoted(text.text)} and {quoted(original.text)}"
        remedy = f"compare both: {original.place}"
        yield Finding(text.place, "strange-name", what, measure, remedy, Severity.WARNING)


def _sounds(name: str) -> tuple[str, ...]:
    return tuple(word for word in called(name).words if word not in _BETWEEN)


def _skeleton(name: str) -> tuple[str, ...]:
    return tuple(map(consonants, _sounds(name)))


def _is_slip(name: str, known: Iterable[str]) -> bool:
    """Whether a name, which heads a leaflet, is spelt as none that is known, and nearly as one of them."""
    spelled, own = set(map(_spelled, known)), _spelled(name)
    return own not in spelled and bool(difflib.get_close_matches(own, spelled, 1, _NEARLY))


def _spelled(name: str) -> str:
    return "".join(word for word in bare_words(name_words(name)) if word not in _BETWEEN)


def _kind(name: str) -> str:
    """Which word stands in a name, that for city or that for region; empty where neither does."""
    words = name_words(name)
    is_region, is_city = not REGION_WORDS.isdisjoint(words), not CITY_WORDS.isdisjoint(words)
    return {(True, False): "region", (False, True): "city"}.get((is_region, is_city), "")


def _exchanged(content: Content, words: Language) -> Iterator[Finding]:
    """Regions of one language that are called by a name that another has in the facts."""
    for id, (owner, alias) in strangely_called(content.regions, words).items():
        text = words.regions[id]
        what = f'the region "{id}" seems to have the name of "{owner}"'
        measure = f"{quoted(text.text)} sounds like {quoted(alias.text)} in {alias.place}"
        remedy = "compare both names with regions.yaml"
        yield Finding(text.place, "exchanged-name", what, measure, remedy, Severity.WARNING)


def strangely_called(regions: Iterable[Region], words: Language) -> dict[str, tuple[str, Text]]:
    """Ids of regions whose name in one language is another's in the facts: whose, and as it stands there."""
    owners: dict[Called | tuple[str, ...], dict[str, Text]] = {}
    for region in regions:
        for alias in (Text(region.id, region.iso.place), *region.names):
            name = called(alias.text)
            for key in (name, name.words):  # The latter for languages without a word for region.
                owners.setdefault(key, {}).setdefault(region.id, alias)
    found: dict[str, tuple[str, Text]] = {}
    own_words = _own_region_words(words)
    for id, text in words.regions.items():
        name = called(text.text)
        if not own_words.isdisjoint(name.words):
            name = Called(tuple(word for word in name.words if word not in own_words), is_region=True)
        known = owners.get(name) or owners.get(name.words) or {}
        if known and id not in known:
            found[id] = next(iter(known.items()))
    return found


def _own_region_words(words: Language) -> set[str]:
    """How the words sound that a language has for region and that we do not know: most names have them."""
    counted = Counter(word for text in words.regions.values() for word in set(called(text.text).words))
    return {word for word, count in counted.items() if 2 * count > len(words.regions) > 2}
