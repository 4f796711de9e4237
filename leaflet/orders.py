"""What was typed held against the editions that it was taken for, and their files against their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from leaflet.choices import Inks, Purpose
from leaflet.content import Content
from leaflet.content.names import CITY_WORDS, name_words
from leaflet.diagnostics import Finding, Place
from leaflet.editions import Edition
from leaflet.localization import NATIONAL


def misread(
    languages: Sequence[str],
    regions: Sequence[str],
    output: Path | None,
    asked: Sequence[Edition],
    paths: Sequence[Path],
    content: Content,
) -> Iterator[Finding]:
    """What was typed and not done: the languages, regions and output, the editions and their files."""
    yield from misunderstood(languages, regions, asked, content)
    yield from misnamed(asked, paths, output)


def misunderstood(
    languages: Sequence[str], regions: Sequence[str], asked: Sequence[Edition], content: Content
) -> Iterator[Finding]:
    """Languages and regions that were named to the letter and are not asked for."""
    found = {(edition.language, edition.region or NATIONAL) for edition in asked}
    tags = {tag.casefold(): tag for tag in content.languages}
    named = [tags[typed] for typed in map(folded, languages) if typed in tags]
    for id in [id for typed in map(folded, regions or [NATIONAL]) for id in meant(typed, content)]:
        for tag in named:
            if (tag, id) not in found:
                what = "an edition was asked for and is not built"
                yield Finding(Place(f"{tag}, {id}"), "other-edition", what, ours=True)


def meant(typed: str, content: Content) -> Iterator[str]:
    """The regions whose id, code or name of today this is; a city is named without the word for one, too.

    Else the one region that has it among its old names and towns.
    """
    if typed == NATIONAL:
        yield NATIONAL
    found, otherwise = [], []
    for region in content.regions:
        names = [words.regions[region.id].text for words in content.languages.values()]
        if typed in map(folded, (region.id, region.iso.text, *names, *map(uncalled, names))):
            found.append(region.id)
        if typed in (folded(name.text) for name in region.names):
            otherwise.append(region.id)
    yield from found or (otherwise if len(otherwise) == 1 else ())


def uncalled(name: str) -> str:
    """A name without what says that it is a city."""
    return " ".join(word for word in name.split() if CITY_WORDS.isdisjoint(name_words(word)))


def folded(name: str) -> str:
    return name.strip().casefold()


def misnamed(asked: Sequence[Edition], paths: Sequence[Path], output: Path | None) -> Iterator[Finding]:
    """Editions whose files would have other names than say what is in them, and not the one of ``output``."""
    if paths == [output]:
        return
    for edition, path in zip_longest(asked, paths):
        expected = name(edition) if edition else "none"
        found = path.name if path else "none"
        if expected != found:
            what = "a file would have another's name"
            measure = f"expected {expected}, found {found}"
            yield Finding(Place(str(path)), "other-edition", what, measure, ours=True)


def name(edition: Edition) -> str:
    """Language, region and product; then what is not usual."""
    words = ["leaflet", edition.language.casefold(), edition.region or NATIONAL, edition.product.name]
    words += ["mono"] * (edition.inks is Inks.MONO)
    words += {Purpose.PRESS: ["press"], Purpose.ARCHIVE: ["archive"]}.get(edition.purpose, [])
    return f"{'-'.join(words)}.pdf"
