"""Slips in a text: doubled words and spaces, spaces where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflet.content.encoding import listed, named, quoted
from leaflet.content.model import Text
from leaflet.content.plain import WHOLE_WORD, plain
from leaflet.diagnostics import Finding, Severity

# At the beginning of a sentence the first one has a capital; elsewhere "Sie sie" are two words.
_DOUBLED = re.compile(r"(?:(?<![\w-])(\w+)\s+\1|(?:\A|[.!?…:]\s+)[^\w-]{0,3}(?i:(\w+)\s+\2))(?![\w-])")
_STRAY_SPACES = (
    (re.compile(r"(?<=\S)\s{2,}(?=\S)"), "two spaces stand together"),
    # A no-break space before ; or ? is right in some languages, and must be typed as one.
    (re.compile(r"(?<=\S) [,.;:!?](?!\w)"), "a space stands before a punctuation mark"),
    (re.compile(r"^\s|\s$"), "a space stands at the beginning or the end"),
)
_CONTEXT = 15
# Between letters: the signs that people take for one another, typed, set, or as Uzbek and Turkmen want them.
_APOSTROPHE = re.compile("([^\\W\\d_])(['’‘`ʼʻ])(?=[^\\W\\d_])")


def check_wording(texts: Iterable[Text]) -> Iterator[Finding]:
    """Warnings about doubled words and stray spaces, each kind once a text."""
    for text in texts:
        shown = plain(text.text)
        if slip := _DOUBLED.search(shown):
            yield _warning(text, "doubled-word", "a word stands twice in a row", slip)
        for pattern, what in _STRAY_SPACES:
            if slip := pattern.search(shown):
                yield _warning(text, "stray-space", what, slip)


def check_apostrophes(texts: Iterable[Text], alphabet: str = "") -> Iterator[Finding]:
    """A warning where two signs stand behind the same letter, in one text or another: who searches finds one.

    Behind another letter another sign may be right: oʻ and aʼ in Uzbek.
    """
    signs: dict[str, dict[str, tuple[Text, str]]] = {}
    for text in texts:
        for word in WHOLE_WORD.findall(plain(text.text)):
            for letter, sign in _APOSTROPHE.findall(word):
                signs.setdefault(letter.casefold(), {}).setdefault(sign, (text, word))
    mixed = {letter: found for letter, found in signs.items() if len(found) > 1}
    for letter, among in list(mixed.items())[:1]:
        (first, other), (text, word), *_ = among.values()
        also = f", and so behind {listed(map(quoted, list(mixed)[1:]))}" if len(mixed) > 1 else ""
        what = f"behind {quoted(letter)} stand {len(among)} signs for one{also}"
        measure = f"found {named(among)}; here in {quoted(word)}, first in {quoted(other)} in {first.place}"
        right = [sign for sign in among if sign in alphabet]
        remedy = "write the same one throughout"
        if len(right) == 1:
            remedy = f'write the one that "alphabet" has throughout: {named(right)}'
        yield Finding(text.place, "mixed-signs", what, measure, remedy, Severity.WARNING)


def _warning(text: Text, code: str, what: str, slip: re.Match[str]) -> Finding:
    around = slip.string[max(0, slip.start() - _CONTEXT) : slip.end() + _CONTEXT]
    return Finding(
        text.place, code, what, f"found {quoted(around)}", "remove what is too much", Severity.WARNING
    )
