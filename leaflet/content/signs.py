"""Signs and Latin words that a translation has and its source has not: left by a list, or by a slip."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from leaflet.content.encoding import named, quoted
from leaflet.content.keyboard import known_words, mistyped_beside
from leaflet.content.letters import LOANS, leaves, of_another_script, untranslated
from leaflet.content.model import Text
from leaflet.content.pairs import Pair
from leaflet.content.plain import bare
from leaflet.diagnostics import Finding, Severity

# Beside what Unicode calls symbols; of those, these two are at home in a sentence.
_SIGNS = frozenset("#@§†‡•‣⁃")
_AT_HOME = frozenset("№°")
# What begins an item of a list: the leaflet sets marks of its own.
_LIST_MARK = re.compile(r"\s*(?:[-‐‑–—−]|\w{1,3}\)(?=\s))")


def check_signs(pairs: Sequence[Pair], alphabet: str) -> Iterator[Finding]:
    """Warnings about signs, marks of a list, and single Latin words that only the translation has."""

    @cache
    def vocabulary() -> set[str]:
        return known_words(pair.text for pair in pairs)

    for path, text, beside in pairs:
        yield from _signs(text, beside)
        # Of one that is wholly in another script that has been told.
        if leaves(text.text, alphabet) and (
            path.startswith("organizations.") or not untranslated(text.text, alphabet)
        ):
            on_keys = list(mistyped_beside(text, beside, alphabet, vocabulary))
            yield from on_keys or _latin(text, beside, alphabet)


def _signs(text: Text, source: Text) -> Iterator[Finding]:
    new = {*text.text}.difference(source.text)
    stray = [char for char in bare(text.text) if char in new and _is_sign(char)]
    mark = _LIST_MARK.match(bare(text.text))
    if mark and not _LIST_MARK.match(bare(source.text)):
        what, measure = f"the text begins with {quoted(mark[0])}, and its source does not", ""
    elif stray:
        what, measure = "the text has a sign that its source does not have", f"found {named(stray)}"
    else:
        return
    remedy = f"remove it: {source.place} has none"
    yield Finding(text.place, "left-over", what, measure, remedy, Severity.WARNING)


def _is_sign(char: str) -> bool:
    return char in _SIGNS or (unicodedata.category(char)[0] == "S" and char not in _AT_HOME)


def _latin(text: Text, source: Text, alphabet: str) -> Iterator[Finding]:
    """A warning about a Latin word in small letters, which is no acronym, among those of another script."""
    found = of_another_script(text.text, alphabet)
    latin = (word for word in found if word.isascii() and word.isalpha() and word.islower())
    small = [word for word in latin if word not in source.text and word not in LOANS]
    if small:
        what = f"the word {quoted(small[0])} is in another script than the language, and not in the source"
        remedy = "translate it, or remove it; a name stands in quotation marks"
        yield Finding(text.place, "foreign-letter", what, "", remedy, Severity.WARNING)
