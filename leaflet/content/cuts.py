"""Words that a sign cuts in two, as they come out of a PDF: told, and joined for whoever looks for words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from operator import is_
from typing import Any

from leaflet.content.encoding import named, quoted
from leaflet.content.model import Language, Text
from leaflet.content.plain import MOST_TEXTS, bare, plain
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
    """Warnings about words cut in two, by a sign that no word has, or where they stand whole elsewhere."""
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


def joined(language: Language, texts: Iterable[Text]) -> Language:
    """The language as its reader joins it: with words in one of which a part is no word in its ``texts``."""
    alone = _alone(texts)

    def whole(text: Text) -> Text:
        if not any(_is_cut(compound, alone) for compound in _parted(text.text)):
            return text
        shown = _COMPOUND.sub(
            lambda found: _SIGN.sub("", found[0]) if _is_cut(found[0], alone) else found[0], plain(text.text)
        )
        return replace(text, text=shown)

    found: Language = _mapped(language, whole)
    return found


# Each text is asked for twice.
@lru_cache(maxsize=MOST_TEXTS)
def _compounds(text: str) -> list[str]:
    """The words of a text, those that signs part or join as one."""
    return _COMPOUND.findall(bare(text))


def _parted(text: str) -> list[str]:
    """Those of them that have a sign."""
    return [compound for compound in _compounds(text) if not compound.isalpha()]


def _alone(texts: Iterable[Text]) -> set[str]:
    """The words that stand alone somewhere, case folded."""
    return {word.casefold() for text in texts for word in _compounds(text.text) if word.isalpha()}


def _is_cut(compound: str, alone: Collection[str]) -> bool:
    """Whether a part of a compound stands nowhere alone; of two with a space between them, both as one do."""
    parts, signs = _SIGN.split(compound), _SIGN.findall(compound)
    if not signs or not all(part[0].islower() for part in parts[1:]) or not parts[0][-1].islower():
        return False
    if not set(_SPACES).isdisjoint(signs):
        return "".join(parts).casefold() in alone
    return any(part.casefold() not in alone for part in parts)


def _mapped(value: Any, change: Any) -> Any:
    """A value with all texts in it changed; the same one where none is."""
    if isinstance(value, Text):
        return change(value)
    if isinstance(value, tuple):
        items = tuple(_mapped(item, change) for item in value)
        return value if all(map(is_, items, value)) else items
    if isinstance(value, Mapping):
        entries = {key: _mapped(item, change) for key, item in value.items()}
        return value if all(entries[key] is item for key, item in value.items()) else entries
    if is_dataclass(value) and not isinstance(value, type):
        own = ((part.name, getattr(value, part.name)) for part in fields(value))
        parts = {name: new for name, old in own if (new := _mapped(old, change)) is not old}
        return replace(value, **parts) if parts else value
    return value
