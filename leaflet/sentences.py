"""Where a sentence ends, and whether the next one points back to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

# Behind these a sentence has ended, if the next word begins one. One letter is an abbreviation.
SENTENCE_END = re.compile(r"([^\W\d_]{2,})[»”\")]*[.!?…]+[»”\")]*$")
ABBREVIATIONS = frozenset(
    (
        *("ауд", "бул", "ғим", "даң", "көш", "обл"),
        *("пл", "пр", "просп", "рис", "см", "ст", "стр", "тел", "ул"),
        *("dr", "fig", "mr", "mrs", "st", "tel", "vs"),
    )
)
"""Words that end in a full stop where no sentence does."""
REFERRING = frozenset(
    (
        *("бұл", "бұны", "бұған", "мұны", "олар", "оларды", "оларға", "оны", "соны"),
        *("это", "эти", "этого", "они", "их", "им", "них", "ним", "ними"),
        *("it", "them", "these", "they", "this", "those"),
    )
)
NEAR_START = 9
"""Words that, among so many at the start of a sentence, point back to the one before: it is read with it."""
PUNCTUATION = '«»“”"().,:;!?…'
SENTENCE_START = re.compile(r"[«“\"(]*[^\W\d_]")


def endings(words: Sequence[str]) -> list[int]:
    """Behind how many words a sentence ends, the last left out."""
    return [end for end, (last, first) in enumerate(pairwise(words), 1) if sentence_ends(last, first)]


def partings(words: Sequence[str]) -> list[int]:
    """The same, if the next sentence does not point back."""
    ends = endings(words)
    return [
        end
        for end, following in pairwise((*ends, len(words)))
        if not points_back(words[end : min(end + NEAR_START, following)])
    ]


def sentence_ends(last: str, first: str) -> bool:
    """Whether a sentence ends between two words."""
    start, end = SENTENCE_START.match(first), SENTENCE_END.search(last)
    if start is None or end is None or not start[0][-1].isupper():
        return False
    return end[0][len(end[1]) :] != "." or end[1].casefold() not in ABBREVIATIONS


def points_back(words: Iterable[str]) -> bool:
    """Whether words at the start of a sentence point back to what stands before it."""
    parts = (part for word in words for part in word.split())
    return any(part.strip(PUNCTUATION).casefold() in REFERRING for part in parts)
