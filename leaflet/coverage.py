"""Texts into findings about the characters in them that the typeface cannot show, or not in their place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from leaflet.content.encoding import named
from leaflet.diagnostics import Finding, Place
from leaflet.linebreak import SOFT_HYPHEN
from leaflet.typeface import Typeface

# Where so many texts, and most of them, lack letters, it is the script that lacks.
_FEWEST_TEXTS = 20


# The editions of one run have most texts in common.
characters_of = lru_cache(maxsize=4096)(frozenset[str])


def uncovered(texts: Iterable[tuple[str, Place]], typeface: Typeface) -> Iterator[Finding]:
    """Errors about characters without a glyph in a face, and about marks that would be drawn astray.

    One error alone where the faces lack the script.
    Texts are in NFC: a mark that is left in them has no letter of its own with the one before it.
    """
    every = [*texts]
    characters = set[str]().union(*(characters_of(text) for text, _ in every)) - {SOFT_HYPHEN}
    faces = tuple(typeface.values())
    lacking = {char for face in faces for char in characters if not face.covers(char)}
    marks = {char for face in faces for char in characters if face.overprints(char)} - lacking
    if not lacking and not marks:
        return
    pairs = [(place, set(text)) for text, place in every]
    spoilt = [place for place, own in pairs if any(map(str.isalpha, own & lacking))]
    if len(spoilt) >= _FEWEST_TEXTS and 2 * len(spoilt) > len(pairs):
        file = Counter(place.file for place in spoilt).most_common(1)[0][0]
        what = "the typeface has not the letters of this language"
        measure = f"in {len(spoilt)} of {len(pairs)} texts, as {named(sorted(filter(str.isalpha, lacking)))}"
        remedy = "no leaflet can be made in it until fonts with its script are added to the program"
        yield Finding(Place(file), "missing-glyph", what, measure, remedy)
        return
    for place, own in pairs:
        if found := sorted(own & lacking):
            what, remedy = "the typeface cannot show a character", "write it in other words or letters"
            if any(map(str.isnumeric, found)):
                remedy = "write numbers in the digits 0 to 9, and the rest in other words or letters"
            yield Finding(place, "missing-glyph", what, f"found {named(found)}", remedy)
        if found := sorted(own & marks):
            what = "a mark over or under a letter would be printed in the wrong place"
            remedy = "leave it out, or use a letter that has it, as й or é"
            yield Finding(place, "unplaced-mark", what, f"found {named(found)}", remedy)
