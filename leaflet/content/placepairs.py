"""Places of organisations, held against those of the source."""

from __future__ import annotations

import difflib
import re
from collections.abc import Container, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.names import (
    CITY_WORDS,
    NEARBY_WORDS,
    REGION_WORDS,
    STREET_WORDS_AFTER,
    STREET_WORDS_BEFORE,
    as_written,
    consonants,
    is_home,
    name_words,
)
from leaflet.content.placenames import CASES, Called, names_in, parts
from leaflet.content.plain import each_of, plain
from leaflet.diagnostics import Finding, Severity

_WRITTEN = re.compile(r"[^\W_][\w'’ʼ]*")
_STREETS = STREET_WORDS_BEFORE | STREET_WORDS_AFTER
_NO_NAMES = REGION_WORDS | CITY_WORDS | {"the"}
SITTING = frozenset(
    each_of(
        "кенсе кенсеси офис office орналаскан находится located based кызмет ушин обслуживает для serves "
        "serving for"
    )
)
"""Folded words that tell where somebody sits, or whom they serve from there."""
# All that may stand in a place and is no name, folded.
_TELLING_NOTHING = frozenset(
    (
        *(*_STREETS, *_NO_NAMES, *CASES, *SITTING, *NEARBY_WORDS),
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


def unlike_source(id: str, place: Text, source: Text, known: Container[Called]) -> Iterator[Finding]:
    """What the place of an organisation has or lacks beside that in the source, the first thing alone."""
    for differ in (_unlike, _other_town, _without_town, _with_more):
        if found := [*differ(id, place, source, known)]:
            yield from found
            return


def _unlike(id: str, place: Text, source: Text, known: Container[Called]) -> Iterator[Finding]:
    """A name in a place that is none of a region served, and that the place in the source does not have.

    Whoever reads it looks in another town.
    """
    sounds = {consonants(word) for _, others in parts(source.text, known) for word in others}
    written = [word for word in _WRITTEN.findall(plain(place.text)) if word[0].isupper()]
    begun = {word for name in written for word in name_words(name)}
    for _, others in parts(place.text, known):
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
        ["".join(map(consonants, name.words)) for name in names_in(text.text, known) if not name.is_region]
        for text in (place, source)
    )
    strange = [town for town in ours if theirs and not difflib.get_close_matches(town, theirs, 1, _NEARLY)]
    if strange:
        what = f'the place of "{id}" has another town than its source'
        yield _unlike_source(place, source, what, "compare both: whoever reads it looks in another town")


def _without_town(id: str, place: Text, source: Text, known: Container[Called]) -> Iterator[Finding]:
    """A street in a place that the source does not have, where that has a town and the place none."""
    for text, has_street in ((place, True), (source, False)):
        others = {word for _, words in parts(text.text, known) for word in words}
        has_town = any(not name.is_region for name in names_in(text.text, known))
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
    return [word for _, others in parts(place.text, known) for word in others if word in telling]


def _unlike_source(place: Text, source: Text, what: str, remedy: str) -> Finding:
    """What a place has or lacks beside that of the source."""
    measure = f"expected what {source.place} has: {quoted(source.text)}"
    return Finding(place.place, "place-mismatch", what, measure, remedy, Severity.WARNING)


def _is_explained(word: str) -> bool:
    """Whether a word is no name of a town: a word for one, or the country."""
    return word in _NO_NAMES or is_home(word)
