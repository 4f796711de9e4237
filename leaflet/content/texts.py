"""The texts of one language checked by themselves: marks, placeholders, and the notes about them."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import texts
from leaflet.content.model import Amendment, Language, Text
from leaflet.content.plain import PLACEHOLDER, placeholders
from leaflet.content.schema import did_you_mean
from leaflet.diagnostics import Finding

_LABEL_PLACEHOLDERS = {
    "labels.page": ("page", "pages"),
    "labels.contacts_checked": ("date",),
    "proof.side": ("side",),
    "proof.millimetres": ("value",),
    "proof.points": ("value",),
    "proof.size_how": ("length",),
    "proof.margin_how": ("trim",),
    "proof.folds_how": ("fold",),
    "proof.type_how": ("least",),
    "proof.codes_how": ("number",),
}
# So alike is a slip to the id that was meant; ids of two organisations are less so.
_NEARLY_THE_SAME = 0.8
# A sentence is a number in a paragraph, which is one in a list.
_DEEPEST = 2
# The one text that is no word.
_DECIMAL_MARK = "proof.decimal"


def check_texts(language: Language, hotline_ids: Collection[str]) -> Iterator[Finding]:
    """Findings about marks and placeholders, the lists of sections, corrections and doubts.

    Without ``hotline_ids`` the placeholders of the memo are not checked.
    """
    known = texts(language)
    if language.memo_provenance.status.text == "source":  # Translations are held against it.
        yield from _complete(known)
    for path, text in known.items():
        yield from _marks(text, is_mark=path == _DECIMAL_MARK)
        if not path.startswith("memo."):
            yield from _placeholders(text, _LABEL_PLACEHOLDERS.get(path, ()))
        elif hotline_ids:
            yield from _placeholders(text, hotline_ids, language.labels)
    if language.sections:  # That there is none has been told.
        yield from _section_lists(language)
        yield from _amendments(language, known)


def _complete(known: Mapping[str, Text]) -> Iterator[Finding]:
    for path, expected in _LABEL_PLACEHOLDERS.items():
        if path in known and known[path].text and sorted(placeholders(known[path].text)) != sorted(expected):
            what, remedy = "the placeholders are not those that the label has", "use them, each once"
            measure = f"expected {', '.join(f'{{{name}}}' for name in expected)}"
            yield Finding(known[path].place, "placeholder-mismatch", what, measure, remedy)


def _marks(text: Text, *, is_mark: bool) -> Iterator[Finding]:
    if "***" in text.text:
        what, remedy = "more than two stars stand together", "emphasis is **bold**, and nothing else"
        yield Finding(text.place, "unbalanced-bold", what, remedy=remedy)
    elif text.text and not any(map(str.isalnum, text.text)) and not is_mark:
        what = f"there is no word in this text, only {quoted(text.text)}"
        yield Finding(text.place, "empty-value", what, remedy="write the text")
    if text.text.count("**") % 2:
        what, measure = "a ** stands alone", f"expected an even count of **, found {text.text.count('**')}"
        yield Finding(text.place, "unbalanced-bold", what, measure, "put ** before and after the bold words")
    left = PLACEHOLDER.sub("", text.text)
    if "{" in left or "}" in left:
        what = "a brace stands alone"
        yield Finding(text.place, "unbalanced-brace", what, remedy="write placeholders as {police}")


def _placeholders(text: Text, allowed: Collection[str], known: Collection[str] = ()) -> Iterator[Finding]:
    """Errors about placeholders that nothing fills; ``known`` are ids that the language has a label for."""
    for name in sorted(placeholders(text.text)):
        if name not in allowed:
            what = f"unknown placeholder {quoted('{' + name + '}')}"
            remedy = did_you_mean(name, allowed) or "this text takes no placeholder"
            if allowed and name in known:
                remedy = f"mend hotlines.yaml first: it has no {name}, and there is a label for it"
            yield Finding(text.place, "unknown-placeholder", what, remedy=remedy)


def _section_lists(language: Language) -> Iterator[Finding]:
    """The reading order names every section once; subsections name some of them once."""
    ids = [section.id for section in language.sections]
    for named in (language.reading_order, language.subsections):
        seen: set[str] = set()
        for section in named:
            if section.text not in ids:
                what = f"{quoted(section.text)} is no section"
                yield Finding(section.place, "unknown-section", what, remedy=did_you_mean(section.text, ids))
            elif section.text in seen:
                what, remedy = f"{quoted(section.text)} is named twice", "remove one of them"
                yield Finding(section.place, "repeated-value", what, remedy=remedy)
            seen.add(section.text)
    ordered = {section.text for section in language.reading_order}
    for missing in [section for section in ids if ordered and section not in ordered]:
        what = f'the section "{missing}" is missing in the reading order'
        remedy = "add it where it is to be read"
        yield Finding(language.reading_order[0].place, "missing-section", what, remedy=remedy)


def _amendments(language: Language, known: Mapping[str, Text]) -> Iterator[Finding]:
    for amendment in (*language.corrections, *language.doubts):
        at, words = amendment.at, amendment.now or amendment.printed
        if not at.text:
            continue
        if at.text not in known:
            what = f"no text stands at {quoted(at.text)}"
            yield Finding(at.place, "unknown-text", what, remedy=nearest_path(at.text, known))
        elif words.text not in known[at.text].text:
            what = f"the words {quoted(words.text)} do not stand at {quoted(at.text)}"
            measure = f"found {quoted(known[at.text].text)} in line {known[at.text].place.line}"
            remedy = "mend the text or the note about it"
            if now := _changed_again(amendment, language.corrections, known[at.text].text):
                remedy = f"another correction has changed them again: set now to {quoted(now)} here"
            yield Finding(words.place, "words-not-found", what, measure, remedy)


def _changed_again(amendment: Amendment, others: Iterable[Amendment], text: str) -> str:
    """What the words of a correction are now that another one of the same text was made in them."""
    for other in others:
        if amendment.now and other.now and other.at.text == amendment.at.text:
            now = amendment.now.text.replace(other.printed.text, other.now.text)
            if now != amendment.now.text and now in text:
                return now
    return ""


def nearest_path(path: str, known: Collection[str]) -> str:
    """A remedy for a key path that leads nowhere."""
    group, _, rest = path.partition(".")
    id = rest.partition(".")[0]
    ids = {other.split(".")[1] for other in known if other.startswith("organizations.")}
    if group == "organizations" and not difflib.get_close_matches(id, ids, 1, _NEARLY_THE_SAME):
        return f"remove the entry: no organisation has the id {quoted(id)}; or mend the id"
    parent, count = _shorter_list(path, known)
    if parent:
        dashes = "; a paragraph begins with two dashes" if parent.endswith(".paragraphs") else ""
        return f"{parent} ends with {count}{dashes}: was one lost, or joined to another?"
    remedy = did_you_mean(path, known)
    # All of some hundred key paths would help nobody.
    return remedy if remedy.startswith("did") else "write it as memo.signs.checklist.3 or labels.scan"


def _shorter_list(path: str, known: Collection[str]) -> tuple[str, int]:
    """The list that a key path leads over the end of, and how long it is; empty where there is none."""
    items: set[str] = set()
    for _ in range(_DEEPEST):
        path, _, number = path.rpartition(".")
        items = {
            key.removeprefix(f"{path}.").partition(".")[0] for key in known if key.startswith(f"{path}.")
        }
        if items or not number.isdecimal():
            break
    return (path, len(items)) if number.isdecimal() and items and number not in items else ("", 0)
