"""Where a word may part: Kazakh by rule, other languages by the patterns of pyphen."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise

Hyphenator = Callable[[str], tuple[int, ...]]
"""A word to the offsets at which it may part, rising."""

LEAST_PART = 3
"""Letters on either side. The rule asks for two; three look better."""
LEAST_WORD = 7

VOWELS = frozenset("аәеёиоөұүыіэюя")
SIGNS = frozenset("ьъ")
# Stems that the rule would part against their make-up; offsets within the stem.
KAZAKH_EXCEPTIONS: dict[str, tuple[int, ...]] = {"қазақстан": (5,), "өзбекстан": (5,), "қырғызстан": (6,)}


def never(word: str) -> tuple[int, ...]:  # noqa: ARG001
    """The hyphenator of what must stay whole."""
    return ()


def hyphenator(language: str) -> Hyphenator:
    """The hyphenator of a language tag; one that never parts a word where there are no rules."""
    primary = language.partition("-")[0]
    if primary == "kk":
        return kazakh
    return patterns(primary)


@lru_cache(maxsize=4096)
def kazakh(word: str) -> tuple[int, ...]:
    """Offsets by the syllable rule of Kazakh orthography (тасымал).

    A syllable has one vowel; of the consonants between two vowels the last begins the next one;
    у after a vowel, or before one at the start, is a consonant; ь and ъ stay with their consonant.
    """
    letters = word.casefold()
    if len(letters) < LEAST_WORD or not letters.isalpha() or word.isupper():
        return ()
    stem = next((stem for stem in KAZAKH_EXCEPTIONS if letters.startswith(stem)), "")
    nuclei = [index for index in range(len(letters)) if is_nucleus(letters, index)]
    points = set(KAZAKH_EXCEPTIONS.get(stem, ()))
    for before, after in pairwise(nuclei):
        point = after if after == before + 1 else after - 1
        while letters[point] in SIGNS:
            point += 1
        if point >= len(stem):
            points.add(point)
    return tuple(sorted(point for point in points if LEAST_PART <= point <= len(letters) - LEAST_PART))


def is_nucleus(letters: str, index: int) -> bool:
    """Whether the letter is the vowel of a syllable."""
    letter = letters[index]
    if letter != "у":
        return letter in VOWELS
    before = letters[index - 1] if index else ""
    after = letters[index + 1] if index + 1 < len(letters) else ""
    return before not in VOWELS and not (not index and after in VOWELS)


@lru_cache(maxsize=8)
def patterns(language: str) -> Hyphenator:
    """A hyphenator from pyphen's patterns."""
    import pyphen

    dictionary = pyphen.language_fallback({"en": "en_US"}.get(language, language))
    if dictionary is None:
        return never
    rules = pyphen.Pyphen(lang=dictionary, left=LEAST_PART, right=LEAST_PART)

    def points(word: str) -> tuple[int, ...]:
        if len(word) < LEAST_WORD or not word.isalpha() or word.isupper():
            return ()
        return tuple(int(point) for point in rules.positions(word))

    return points
