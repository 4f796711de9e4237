"""Words that were typed before the keyboard was switched to the letters of their language."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from string import digits

from leaflet.content.encoding import listed, quoted
from leaflet.content.letters import LOANS, MOST_NAMED, SHORT, leaves, of_another_script, retyped, words
from leaflet.content.model import Text
from leaflet.content.plain import bare, unquoted
from leaflet.diagnostics import Finding, Severity

# Letters stand on the keys of commas, brackets and hyphens, too: r-vtr is көмек.
_TOKEN = re.compile(r"[^\s()!?…“”«»]+")
_SIGNS = ",.;:'\"[]-–—"
_ADDRESS = re.compile(r"[^\W_][@./][^\W_]")
_COMPOUND = re.compile("[-/]")
_SMALL_LETTERS = re.compile(r"(?<![^\W\d_])[A-Z]?[a-z]{2,}(?![^\W\d_])")


def mistyped(
    texts: Mapping[str, Text], every: Mapping[str, Text], alphabet: str, others: Sequence[Mapping[str, Text]]
) -> Iterator[Finding]:
    """Warnings about Latin words in ``texts`` of a source that no translation, in ``others``, has as well.

    So words look that were typed before the keyboard was switched; others may be SMS, Wi-Fi, e-mail. What is
    one of the source's words once its keys are typed anew, as in ``every`` text of it, is always told.
    """
    vocabulary: set[str] = set()
    for path, text in texts.items():
        if not leaves(text.text, alphabet):
            continue
        tokens = _tokens(text, alphabet)
        latin = [token for token in tokens if of_another_script(token, alphabet)]
        halves = [part for token in tokens if token not in latin for part in _latin_parts(token, alphabet)]
        vocabulary = vocabulary or known_words(every.values())
        beside = " ".join(other[path].text.casefold() for other in others if path in other)
        strange = [token for token in latin if _meant(token, vocabulary) or _is_strange(token, beside)]
        # Beside a word of the language an acronym or a loan is at home: SIM-картасы, online-көмек.
        strange += [
            part
            for part in halves
            if _meant(part, vocabulary) or (_is_strange(part, beside) and _likely(part, vocabulary))
        ]
        if strange:
            yield _finding(text, strange, vocabulary, "no translation of the text has")


def mistyped_beside(
    text: Text, source: Text, alphabet: str, vocabulary: Callable[[], Collection[str]]
) -> Iterator[Finding]:
    """A warning about Latin words of a translation that its source has not, and whose keys type words.

    That is what is known in the ``vocabulary``, or what at least looks so; no key types a letter for a digit.
    """
    there = source.text.casefold()
    latin = [
        part
        for token in _tokens(text, alphabet)
        for part in _latin_parts(token, alphabet)
        if part.isascii() and set(part).isdisjoint(digits) and part.strip(_SIGNS).casefold() not in there
    ]
    if not latin:
        return
    known = vocabulary()
    # One in capitals that is short is rather an acronym.
    strange = [
        part
        for part in dict.fromkeys(latin)
        if _meant(part, known) or (len(part.strip(_SIGNS)) > SHORT and _likely(part, known))
    ]
    if strange:
        yield _finding(text, strange, known, "the source of the text does not have")


def known_words(texts: Iterable[Text]) -> set[str]:
    """The words of texts, case folded, by which it is judged what keys type."""
    return {word.casefold() for text in texts for word in words(text.text)}


def _tokens(text: Text, alphabet: str) -> list[str]:
    """What stands between spaces, brackets and quotation marks, and has a letter of another alphabet."""
    tokens = dict.fromkeys(_TOKEN.findall(bare(unquoted(text.text))))
    return [token for token in tokens if leaves(token, alphabet)]


def _latin_parts(token: str, alphabet: str) -> list[str]:
    """The parts of a compound that are wholly in another script: 0flsh of 0flsh-қасиет."""
    return [part for part in _COMPOUND.split(token) if of_another_script(part, alphabet)]


def _finding(text: Text, strange: Sequence[str], vocabulary: Collection[str], lacking: str) -> Finding:
    meant = [_meant(token, vocabulary) or _likely(token, vocabulary) for token in strange]
    what = "a word is in another script than the language"
    found = listed((quoted(token.rstrip(_SIGNS)) for token in strange), MOST_NAMED)
    measure = f"found {found}, which {lacking}"
    remedy = "write it in the letters of the language, or leave it out"
    if any(meant):
        keys = listed(map(quoted, filter(None, meant)), MOST_NAMED)
        remedy = f"type it anew on the right keyboard, where its keys type {keys}"
    remedy += "; a name in another script stands in quotation marks"
    return Finding(text.place, "foreign-letter", what, measure, remedy, Severity.WARNING)


def _meant(token: str, vocabulary: Collection[str]) -> str:
    """What its keys type if that, or a part of it between hyphens, is a known word; else nothing."""
    for parts in _readings(token):
        if any(len(part) > 1 and part.casefold() in vocabulary for part in parts):
            return "-".join(parts)
    return ""


def _likely(token: str, vocabulary: Collection[str]) -> str:
    """What its keys type if those are letters, each two of which stand so in known words; else nothing.

    A digit within a word that is not short is rather one of its letters, and they are not asked for.
    """
    known = " ".join(vocabulary)
    is_long = len(token.strip(_SIGNS)) > SHORT
    has_digit = is_long and not set(token).isdisjoint(digits)
    for parts in _readings(token):
        pairs = ("".join(pair) for part in parts for pair in pairwise(part.casefold()))
        if all(map(str.isalpha, parts)) and (has_digit or all(pair in known for pair in pairs)):
            return "-".join(parts)
    return ""


def _readings(token: str) -> Iterator[list[str]]:
    """What the keys of a token type: a sign at its ends, or a hyphen within, is a letter or is none."""
    for part in dict.fromkeys((token.rstrip(_SIGNS), token.strip(_SIGNS), token)):
        yield [retyped(part)]
        if "-" in part:
            yield [retyped(each) for each in part.split("-")]


def _is_strange(token: str, beside: str) -> bool:
    """Whether a token is no abbreviation in capitals, no address, and stands in no translation."""
    word = token.strip(_SIGNS)
    if word.isalpha():
        is_word = len(word) > SHORT or (len(word) > 1 and not word.isupper())
    else:
        is_word = bool(_SMALL_LETTERS.search(word)) and not _ADDRESS.search(word)
    same = word.casefold().replace("-", "")
    # The ending of a longer one may differ there.
    pattern = re.escape(same) if len(word) > SHORT else rf"\b{re.escape(same)}\b"
    return is_word and same not in LOANS and not re.search(pattern, beside.replace("-", ""))
