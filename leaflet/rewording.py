"""Two texts into the pieces that they share and those that they do not."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_MOST_STEPS = 4_000_000
"""The length of one text times that of the other. Beyond it they are shown whole: it would take minutes."""

Piece = tuple[str, str]
"""What was and what is; the same where the texts agree."""


def by_words(old: str, new: str) -> list[Piece]:
    """The pieces of two texts, never less than a word."""
    return list(_pieces(_TOKEN.findall(old), _TOKEN.findall(new)))


def by_letters(old: str, new: str) -> list[Piece]:
    """The pieces of two texts, letter by letter; of two of one length, digit below digit."""
    return list(zip(old, new, strict=True)) if len(old) == len(new) else list(_pieces(old, new))


def _pieces(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    if len(old) * len(new) > _MOST_STEPS:
        yield "".join(old), "".join(new)
        return
    was = now = ""
    for operation, *span in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        before, after = "".join(old[span[0] : span[1]]), "".join(new[span[2] : span[3]])
        # A space between two changed words belongs to the change.
        if operation != "equal" or (before.isspace() and (was or now) and span[1] < len(old)):
            was, now = was + before, now + after
            continue
        if was or now:
            yield was, now
        yield before, after
        was = now = ""
    if was or now:
        yield was, now
