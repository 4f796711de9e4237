"""The quotation marks of a language's texts: pairs of its own kind, whole, and none around all of a text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from leaflet.content.encoding import named, quoted
from leaflet.content.model import Language, Text
from leaflet.diagnostics import Finding, Severity

# A sign that may be an apostrophe is no mark, and neither is a straight one between letters.
_MARK = re.compile(r'[«»‹›“”„‟「」『』《》]|(?<!\w)"|"(?!\w)')
_CLOSING = {"«": "»", "‹": "›", "“": "”", "„": "“”", "‟": "”", '"': '"', "「": "」", "『": "』", "《": "》"}
_WITHIN_MARKS = re.compile(r"[«“„‟‘\"'][^«»“”„‟‘’\"]*[»“”’\"']")


def check_quotation(language: Language, texts: Mapping[str, Text]) -> Iterator[Finding]:
    """Warnings about marks that lost their other half, that face the wrong way, or are of another kind.

    What the memo prints so stands among the doubts. Texts are given by key path.
    """
    own = _own_pair(text.text for text in texts.values())
    for path, text in texts.items():
        # A sentence of the memo may be a quotation, and an organisation may be called so.
        is_free = path.startswith("memo.") or path.endswith(".name")
        if not is_free and _WITHIN_MARKS.fullmatch(text.text):
            yield _around_all(text)
            continue
        doubted = [doubt.printed.text for doubt in language.doubts if doubt.at.text == path]
        if slips := _slips(text.text, own, doubted):
            what = "quotation marks are no whole pairs, or not those of the language"
            measure = f"found {named(dict.fromkeys(slips))} in {quoted(text.text)}"
            remedy = "write both marks of each pair, the opening one before the words"
            remedy += f'; most texts of "{language.tag}" have {own[0]} and {own[1]}' if own else ""
            yield Finding(text.place, "unpaired-quotation", what, measure, remedy, Severity.WARNING)


def _around_all(text: Text) -> Finding:
    what, measure = "quotation marks stand round the whole text", f"found {quoted(text.text)}"
    remedy = "leave them out: they would be printed, as the straight ones round a value are not"
    return Finding(text.place, "stray-quotation", what, measure, remedy, Severity.WARNING)


def _own_pair(shown: Iterable[str]) -> str:
    """The two marks that most texts with two have, whichever way they face; empty where there are none."""
    found = ["".join(_MARK.findall(text)) for text in shown]
    pairs = Counter(marks for marks in found if len(marks) == len("«»"))
    pair, count = max(pairs.items(), key=lambda item: item[1], default=("", 0))
    return pair if 2 * count > pairs.total() else ""


def _closing(own: str) -> dict[str, str]:
    """What closes what each mark opens, in a language with that pair."""
    closing = dict(_CLOSING)
    for pair in (own, "›‹") if own == "»«" else filter(None, (own,)):
        closing.pop(pair[1], None)
        closing[pair[0]] = pair[1]
    return closing


def _slips(text: str, own: str, doubted: Collection[str]) -> list[str]:
    """The marks of a text without their other half, and those of outer pairs that are not the language's own.

    Those within ``doubted`` words are left out.
    """
    closing = _closing(own)
    spans = [(at, at + len(words)) for words in doubted if (at := text.find(words)) >= 0]
    open_marks: list[re.Match[str]] = []
    slips: list[re.Match[str]] = []
    for mark in _MARK.finditer(text):
        if open_marks and mark[0] in closing[open_marks[-1][0]]:
            opening = open_marks.pop()
            if own and not open_marks and opening[0] + mark[0] != own:
                slips += [opening, mark]
        elif mark[0] in closing:
            open_marks.append(mark)
        else:
            slips.append(mark)
    slips += open_marks
    return [mark[0] for mark in slips if not any(at <= mark.start() < end for at, end in spans)]
