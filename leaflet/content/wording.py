"""Slips of the keyboard in a text: doubled words and spaces, spaces where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.diagnostics import Finding, Severity

_SLIPS = (
    (
        "doubled-word",
        "a word stands twice in a row",
        re.compile(r"(?<![\w-])(\w+)\s+\1(?![\w-])", re.IGNORECASE),
        "remove one of them",
    ),
    ("stray-space", "two spaces stand together", re.compile(r"(?<=\S)\s{2,}(?=\S)"), "remove one of them"),
    # A no-break space before ; or ? is right in some languages, and must be typed as one.
    ("stray-space", "a space stands before a mark", re.compile(r"(?<=\S) [,.;:!?](?!\w)"), "remove it"),
    ("stray-space", "a space stands at the end or the beginning", re.compile(r"^\s|\s$"), "remove it"),
)
_CONTEXT = 15


def check_wording(texts: Iterable[Text]) -> Iterator[Finding]:
    """Warnings about doubled words and stray spaces, each kind once a text."""
    for text in texts:
        plain = text.text.replace("**", "")
        for code, what, pattern, remedy in _SLIPS:
            if slip := pattern.search(plain):
                around = plain[max(0, slip.start() - _CONTEXT) : slip.end() + _CONTEXT]
                yield Finding(text.place, code, what, f"found {quoted(around)}", remedy, Severity.WARNING)
