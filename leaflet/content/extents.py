"""How much a text says beside its source: its sentences, brackets and letters, and whether it has an end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.letters import words
from leaflet.content.model import Text
from leaflet.content.pairs import Pair
from leaflet.content.plain import bare
from leaflet.diagnostics import Finding, Severity

# Behind fewer letters a full stop ends an abbreviation.
_BETWEEN_SENTENCES = re.compile(r"(?<![^\s.])([^\s.]{3,})[.!?…][»”\")]*\s+(?=[^\w{]*(\{|[^\W\d_]))")
# Behind as many, where no sentence begins: "тел. {police}", "обл. центр".
_LONGEST_ABBREVIATION = 4
# Of all pairs of the memo, in Russian and English, the shortest has 0.375 of the letters of its source.
_LEAST = 0.3
_FEWEST_LETTERS = 20
# A source of fewer letters is a phrase, which some language says in two words.
_FEWEST_OF_SENTENCE = 50
# The longest of those with 30 letters or more has 1.35 of them; headings may say in more words the same.
_MOST = 1.6
_FEW_MORE = 30
# Of a label, if it lost a sentence.
_LEAST_OF_LABEL = 0.5
_SHOWN = 20
_ENDS = (".", ";")
_NO_ENDS = "-‐‑–—/(«“„…"
_BRACKET = re.compile(r"\([^()]*\)")
_ANY_BRACKET = re.compile(r"[()（）]")
_LISTS = (".checklist", ".list")
# A number may stand last, too.
_WORDS = re.compile(r"\{[^{}]*\}|\w+")
# Words that lead on to something: none stands last.
_LEADING_ON = frozenset(("if", "and", "or", "that", "если", "и", "или", "чтобы", "что", "егер", "және"))


def check_extents(pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Warnings about texts that say far more or less than their source, or are cut off."""
    judged = [pair for pair in pairs if pair.text.text and pair.source.text]
    unsigned = _unsigned(judged)
    for path, text, beside in judged:
        yield from _cut_off(text, beside, may_be_unsigned=path.rpartition(".")[0] in unsigned)
        is_label = path.startswith("labels.")
        yield from _other_sentences(text, beside, is_label=is_label)
        yield from _other_brackets(text, beside)
        yield from _long(text, beside)
        # A heading may be terse.
        if not is_label and not path.endswith(".heading") and ".contacts." not in path:
            yield from _short(text, beside)


def _unsigned(pairs: Iterable[Pair]) -> set[str]:
    """The lists whose items mostly have no sign at their ends, or a comma, as some languages like it."""
    items: dict[str, list[bool]] = {}
    for path, text, _ in pairs:
        parent = path.rpartition(".")[0]
        if parent.endswith(_LISTS):
            items.setdefault(parent, []).append(_has_no_sign(text.text.rstrip()))
    return {parent for parent, unsigned in items.items() if 2 * sum(unsigned) > len(unsigned)}


def _has_no_sign(shown: str) -> bool:
    return shown[-1:].isalnum() or shown.endswith(",")


def _cut_off(text: Text, source: Text, *, may_be_unsigned: bool) -> Iterator[Finding]:
    shown, beside = (each.text.rstrip().replace("...", "…") for each in (text, source))
    last = _WORDS.findall(shown.casefold())[-1:]
    is_open = shown[-1:] in _NO_ENDS or (_has_no_sign(shown) and not may_be_unsigned)
    if beside.endswith(_ENDS) and (is_open or not _LEADING_ON.isdisjoint(last)):
        what = "the text is cut off: its source comes to an end, and it does not"
        measure = f"it ends in {quoted(shown[-_SHOWN:])}, its source in {quoted(source.text[-_SHOWN:])}"
        yield _of_extent(text, source, "cut-off", what, measure, "write the end, with its sign")


def _other_sentences(text: Text, source: Text, *, is_label: bool) -> Iterator[Finding]:
    """A label may part what it says otherwise, as long as it says it."""
    found, expected = (_sentences(each.text) for each in (text, source))
    is_whole = found > expected or _letters(text) >= _LEAST_OF_LABEL * _letters(source)
    if found != expected and not (is_label and is_whole):
        what = f"the text has {'more' if found > expected else 'fewer'} sentences than its source"
        measure = f"expected {expected}, found {found}"
        remedy = "say what the source says, in as many sentences"
        yield _of_extent(text, source, "sentence-count", what, measure, remedy)


def _sentences(text: str) -> int:
    between: list[tuple[str, str]] = _BETWEEN_SENTENCES.findall(text)
    return 1 + sum(len(last) > _LONGEST_ABBREVIATION or first.isupper() for last, first in between)


def _other_brackets(text: Text, source: Text) -> Iterator[Finding]:
    """A bracket of some words that one of two texts has, where the other has none of any kind."""
    if (lost := _bracket(source.text)) and not _ANY_BRACKET.search(text.text):
        what, remedy = "its source has words in brackets, and the text has none", "write what has been lost"
    elif (lost := _bracket(text.text)) and not _ANY_BRACKET.search(source.text):
        what, remedy = "the text has words in brackets, and its source has none", "leave out what was added"
    else:
        return
    yield _of_extent(text, source, "bracket-mismatch", what, f"found {quoted(lost)}", remedy)


def _bracket(text: str) -> str:
    """The first bracket of more than a word: one word may be the same once more, in another language."""
    found: list[str] = _BRACKET.findall(text)
    return next((bracket for bracket in found if len(words(bracket)) > 1), "")


def _long(text: Text, source: Text) -> Iterator[Finding]:
    count, expected = _letters(text), _letters(source)
    if count > max(_MOST * expected, expected + _FEW_MORE):
        what = "the text is far longer than its source"
        measure = f"{count} letters for {expected}"
        yield _of_extent(text, source, "long-translation", what, measure, "leave out what has been added")


def _short(text: Text, source: Text) -> Iterator[Finding]:
    if 2 * len(text.text) > len(source.text):
        return
    count, expected = _letters(text), _letters(source)
    is_terse = expected < _FEWEST_OF_SENTENCE and len(words(text.text)) > 1
    if 0 < count < _LEAST * expected and expected >= _FEWEST_LETTERS and not is_terse:
        what = "the text is far shorter than its source"
        measure = f"{count} letters for {expected}"
        yield _of_extent(text, source, "short-translation", what, measure, "write what has been lost")


def _letters(text: Text) -> int:
    return sum(map(str.isalnum, bare(text.text)))


def _of_extent(text: Text, source: Text, code: str, what: str, measure: str, remedy: str) -> Finding:
    remedy = f"hold it against {source.place}, and {remedy}"
    return Finding(text.place, code, what, measure, remedy, Severity.WARNING)
