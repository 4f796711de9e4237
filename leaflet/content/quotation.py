"""Quotation marks and brackets of a language's texts: whole pairs, marks of its own kind, none around all."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from leaflet.content.encoding import named, quoted
from leaflet.content.fingerprints import printed_texts, texts
from leaflet.content.model import Language, Organization, Text
from leaflet.content.plain import plain
from leaflet.content.rows import folded
from leaflet.diagnostics import Finding, Severity

# A sign that may be an apostrophe is no mark, and neither is a straight one between letters.
_MARK = re.compile(r'[«»‹›“”„‟「」『』《》]|(?<!\w)"|"(?!\w)')
_CLOSING = {"«": "»", "‹": "›", "“": "”", "„": "“”", "‟": "”", '"': '"', "「": "」", "『": "』", "《": "》"}
# A bracket, or what begins an item within a sentence: а) one; б) two; behind the first one: and в) three.
_ITEM = re.compile(r"(?:^|(?<=[:;,.] ))\w{1,2}\)")
_BRACKET = re.compile(rf"{_ITEM.pattern}|[()]")
_BRACKET_OR_ITEM = re.compile(rf"{_ITEM.pattern}|(?<= )(?:[^\W\d_]|\d\d?)\)(?= )|[()]")
_WITHIN_MARKS = re.compile(r"[«“„‟‘\"'][^«»“”„‟‘’\"]*[»“”’\"']")


def check_pairs(language: Language, organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Warnings about quotation marks and brackets.

    None about a name that the memo prints so: it is held against its row.
    """
    printed = _printed(language, organizations)
    yield from _check_quotation(language, printed)
    yield from _check_brackets(language, printed)


def _check_quotation(language: Language, printed: Collection[str]) -> Iterator[Finding]:
    """Warnings about marks that lost their other half, that face the wrong way, or are of another kind."""
    known = texts(language)
    marks = {path: found for path, text in known.items() if (found := _MARK.findall(text.text))}
    own = _own_pair(marks.values())
    closing = _closing(own)
    for path, text in known.items():
        is_name = path.endswith(".name")
        # A sentence of the memo may be a quotation, and an organisation may be called so.
        if not (is_name or path.startswith("memo.")) and _WITHIN_MARKS.fullmatch(text.text):
            yield _around_all(text)
        elif path not in printed and (slips := _slips(marks.get(path, ()), own, closing)):
            what = "quotation marks are no whole pairs, or not those of the language"
            measure = f"found {named(dict.fromkeys(slips))} in {quoted(text.text)}"
            remedy = "write both marks of each pair, the opening one before the words"
            remedy += f'; most texts of "{language.tag}" have {own[0]} and {own[1]}' if own else ""
            yield Finding(text.place, "unpaired-quotation", what, measure, remedy, Severity.WARNING)


def _check_brackets(language: Language, printed: Collection[str]) -> Iterator[Finding]:
    """Warnings about brackets that lost their other half; one may close in a later sentence."""
    paragraphs: dict[str, list[Text]] = defaultdict(list)
    for path, text in printed_texts(language).items():
        if path not in printed:
            paragraphs[path.rpartition(".")[0] if ".paragraphs." in path else path].append(text)
    for sentences in paragraphs.values():
        for text, brackets in _unpaired(sentences).items():
            what = "brackets are no whole pairs"
            measure = f"found {named(dict.fromkeys(brackets))} in {quoted(text.text)}"
            remedy = "write both brackets of each pair, or leave out the one that is too much"
            yield Finding(text.place, "unpaired-bracket", what, measure, remedy, Severity.WARNING)


def _unpaired(sentences: Iterable[Text]) -> dict[Text, list[str]]:
    """The brackets of a paragraph without their other half, by the sentence in which they stand."""
    opened: list[Text] = []
    found: dict[Text, list[str]] = {}
    for text in sentences:
        shown = plain(text.text)
        if "(" not in shown and ")" not in shown:
            continue
        for mark in (_BRACKET_OR_ITEM if _ITEM.search(shown) else _BRACKET).findall(shown):
            if mark == "(":
                opened.append(text)
            elif opened:
                opened.pop()
            elif mark == ")":
                found.setdefault(text, []).append(mark)
    for text in opened:
        found.setdefault(text, []).append("(")
    return found


def _printed(language: Language, organizations: Iterable[Organization]) -> set[str]:
    """The key paths of the source's names that the memo prints as they stand.

    Who is left out because of an error has a row, too.
    """
    if language.memo_provenance.status.text != "source":
        return set()
    rows = {entry.id: folded(entry.printed.text) if entry.printed else "" for entry in organizations}
    names = {id: folded(entry.name.text) for id, entry in language.organizations.items()}
    return {f"organizations.{id}.name" for id, name in names.items() if name in rows.get(id, name)}


def _around_all(text: Text) -> Finding:
    what, measure = "quotation marks stand round the whole text", f"found {quoted(text.text)}"
    remedy = "leave them out: they would be printed, as the straight ones round a value are not"
    return Finding(text.place, "stray-quotation", what, measure, remedy, Severity.WARNING)


def _own_pair(found: Iterable[Sequence[str]]) -> str:
    """The two marks that most texts with two have, whichever way they face; empty where there are none."""
    pairs = Counter("".join(marks) for marks in found if len(marks) == len("«»"))
    pair, count = max(pairs.items(), key=lambda item: item[1], default=("", 0))
    return pair if 2 * count > pairs.total() else ""


def _closing(own: str) -> dict[str, str]:
    """What closes what each mark opens, in a language with that pair."""
    closing = dict(_CLOSING)
    for pair in (own, "›‹") if own == "»«" else filter(None, (own,)):
        closing.pop(pair[1], None)
        closing[pair[0]] = pair[1]
    return closing


def _slips(marks: Iterable[str], own: str, closing: Mapping[str, str]) -> list[str]:
    """The marks without their other half, and those of outer pairs that are not the language's own."""
    open_marks: list[str] = []
    slips: list[str] = []
    for mark in marks:
        if open_marks and mark in closing[open_marks[-1]]:
            opening = open_marks.pop()
            if own and not open_marks and opening + mark != own:
                slips += [opening, mark]
        elif mark in closing:
            open_marks.append(mark)
        else:
            slips.append(mark)
    return slips + open_marks
