"""Words that a sign cuts in two, as they come out of a PDF: told, and joined for whoever looks for words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from leaflet.content.encoding import named, quoted
from leaflet.content.model import Text
from leaflet.content.plain import MOST_TEXTS, bare
from leaflet.diagnostics import Finding, Severity

_SPACES = "\u00a0\u202f"
# No word has one of these in it.
_NEVER = "·"
_PART = r"[^\W\d_]+"
_SIGN = re.compile(f"[-‐‑./{_SPACES}{_NEVER}]")
_COMPOUND = re.compile(f"{_PART}(?:{_SIGN.pattern}{_PART})*")
# A single letter is rather an abbreviation.
_FEWEST_LETTERS = 2


def check_cuts(texts: Iterable[Text]) -> Iterator[Finding]:
    """Warnings about words cut in two, by a sign that no word has, or where they stand whole elsewhere.

    So does a space cut them, or a line that ends within quotes.
    """
    every = list(texts)
    alone = _alone(every)
    for text in every:
        for compound in dict.fromkeys(_parted(text.text)):
            signs, whole = _SIGN.findall(compound), _SIGN.sub("", compound)
            is_long = min(map(len, _SIGN.split(compound))) >= _FEWEST_LETTERS
            is_elsewhere = whole.casefold() in alone and is_long and _is_cut(compound, alone)
            if is_elsewhere or not set(_NEVER).isdisjoint(signs):
                what = f"a sign cuts the word {quoted(compound)} in two"
                remedy = f"write {quoted(whole)}; at the end of a line words part by themselves"
                measure = f"found {named(signs)}"
                yield Finding(text.place, "left-over", what, measure, remedy, Severity.WARNING)
        for one, other in pairwise(_folded(text.text)):
            if one + other in alone and _is_parted(one, other, text, every):
                what = f"a space cuts the word {quoted(f'{one} {other}')} in two"
                measure, remedy = "elsewhere it stands whole", f"write {quoted(one + other)}"
                yield Finding(text.place, "left-over", what, measure, remedy, Severity.WARNING)


def _is_parted(one: str, other: str, text: Text, every: Iterable[Text]) -> bool:
    """Whether two words, folded, that are one elsewhere have a space between them, and are none elsewhere.

    Where one of them is a word, both may be: әр түрлі and әртүрлі.
    """
    if min(len(one), len(other)) < _FEWEST_LETTERS or f"{one} {other}" not in bare(text.text).casefold():
        return False
    words = _alone(each for each in every if each is not text)
    return one + other in words and words.isdisjoint((one, other))


def joined(texts: Mapping[str, Text]) -> dict[str, Text]:
    """Those of the texts, by key path, that have words cut in two, as their reader joins them."""
    alone = _alone(texts.values())

    def whole(found: re.Match[str]) -> str:
        return _SIGN.sub("", found[0]) if _is_cut(found[0], alone) else found[0]

    return {
        path: replace(text, text=_COMPOUND.sub(whole, text.text))
        for path, text in texts.items()
        if any(_is_cut(compound, alone) for compound in _parted(text.text))
    }


# Each text is asked for twice.
@lru_cache(maxsize=MOST_TEXTS)
def _compounds(text: str) -> list[str]:
    """The words of a text, those that signs part or join as one."""
    return _COMPOUND.findall(bare(text))


@lru_cache(maxsize=MOST_TEXTS)
def _folded(text: str) -> list[str]:
    return list(map(str.casefold, _compounds(text)))


def _parted(text: str) -> list[str]:
    """Those of them that have a sign."""
    return [compound for compound in _compounds(text) if not compound.isalpha()]


def _alone(texts: Iterable[Text]) -> set[str]:
    """The words that stand alone somewhere, case folded."""
    return {word for text in texts for word in _folded(text.text) if word.isalpha()}


def _is_cut(compound: str, alone: Collection[str]) -> bool:
    """Whether a part of a compound stands nowhere alone; of two with a space between them, both as one do."""
    parts, signs = _SIGN.split(compound), _SIGN.findall(compound)
    if not signs or not all(part[0].islower() for part in parts[1:]) or not parts[0][-1].islower():
        return False
    if not set(_SPACES).isdisjoint(signs):
        return "".join(parts).casefold() in alone
    return any(part.casefold() not in alone for part in parts)
