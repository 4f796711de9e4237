"""Nodes into the fields that a file should have, with a finding for every one that is not as it should be."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator

from leaflet.content.encoding import listed, quoted
from leaflet.content.freshness import day, mended_day
from leaflet.content.model import Text
from leaflet.content.nodes import Cleaned, Entry, Mapping, Node, Refused, Sequence
from leaflet.diagnostics import Finding, Place

_LONGEST_WORD = 60
# So alike is a misspelt key to the one that is meant: meno is memo.
_NEARLY = 0.7
_ADD = "add it here"
# Fewer may be slips, each of its own.
_FEWEST_OF_SECTION = 5
_SAYING_ONLY = ("yes", "no", "true", "false")
# All keys of an entry, and all regions.
_MOST_KNOWN = 25


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A remedy that names the nearest known word, or else all of them."""
    known = list(known)
    if nearest := _nearest(word, known):
        return f'did you mean "{nearest}"?'
    return f"expected one of {listed(known, _MOST_KNOWN)}" if known else ""


def _nearest(word: str, known: list[str]) -> str:
    found = difflib.get_close_matches(word, known, 1) if len(word) <= _LONGEST_WORD else []
    return found[0] if found else ""


class Fields:
    """The keys of one mapping, asked for one by one.

    A field that is missing or wrong is reported, and an empty text or list stands in for it, so that
    one run reports all. ``close`` reports the keys that nobody asked for.
    """

    def __init__(self, node: Node, place: Place, findings: list[Finding]) -> None:
        """``place`` is where missing keys are reported: the key that the mapping stands under.

        ``lost`` tells that no mapping was found there, so that nothing in it can be missing; ``spoilt``, that
        a field that was asked for is not as it was written.
        """
        self.place = place
        self.findings = findings
        self._entries = node.entries if isinstance(node, Mapping) else {}
        self._asked: dict[str, None] = {}
        self.lost = not isinstance(node, Mapping)
        self.spoilt = False
        if not isinstance(node, Mapping):
            self._expect("keys and values", node)
        elif not self._entries:
            self.report(
                place, "empty-value", "expected keys and values, found nothing", "write or remove them"
            )

    def has(self, key: str) -> bool:
        """Whether the optional ``key`` is given."""
        self._asked[key] = None
        return key in self._entries

    def keys(self, key: str) -> frozenset[str]:
        """The keys of the mapping under ``key``, as they stand there; nothing is asked for or reported."""
        entry = self._entries.get(key)
        return frozenset(entry.value.entries) if entry and isinstance(entry.value, Mapping) else frozenset()

    def recognize(self, keys: Collection[str]) -> None:
        """Report each of the ``keys`` of mappings that is misspelt, and read it as what is meant."""
        for key in keys:
            others = [
                other
                for other, entry in self._entries.items()
                if other not in keys and isinstance(entry.value, Mapping)
            ]
            if key not in self._entries and (near := difflib.get_close_matches(key, others, 1, _NEARLY)):
                place = self._entries[near[0]].key.place
                self.report(place, "unknown-key", f"unknown key {quoted(near[0])}", f'did you mean "{key}"?')
                self._entries = {
                    key if other == near[0] else other: entry for other, entry in self._entries.items()
                }

    def restore(
        self, key: str, under: str, own: Collection[str] = (), *, others: Collection[str] = ()
    ) -> None:
        """Report that the line of a ``key`` is lost if what belongs there stands ``under`` the one above it.

        That is what is called like its ``own``; or, where those are not known, like none of the ``others``.
        """
        above = self._entries.get(under)
        known = own or others
        if not known or key in self._entries or above is None or not isinstance(above.value, Mapping):
            return
        entries = above.value.entries
        lost = {id: entry for id, entry in entries.items() if (id in known) == bool(own)}
        if len(lost) >= _FEWEST_OF_SECTION and list(lost) == list(entries)[-len(lost) :]:
            place = next(iter(lost.values())).key.place
            remedy = f"write {key}: above line {place.line}, at the left edge"
            self.report(place, "missing-key", f"the line of the key {quoted(key)} is missing above", remedy)
            left = {id: entry for id, entry in entries.items() if id not in lost}
            self._entries = self._entries | {
                under: Entry(above.key, Mapping(left, above.value.place)),
                key: Entry(Text(key, place), Mapping(lost, place)),
            }

    def text(self, key: str) -> Text:
        """The required text under ``key``."""
        node = self._node(key, f'{self._where}: {key}: "…"')
        return self._text(node) if node else Text("", self.place)

    def optional_text(self, key: str) -> Text | None:
        """The text under ``key``, None where it is not given."""
        return self.text(key) if self.has(key) else None

    def texts(self, key: str, if_empty: str = "") -> tuple[Text, ...]:
        """The required list of texts under ``key``; ``if_empty`` is what to do about a list without any."""
        if not self.has(key) and not self.lost:
            self._missing(key, if_empty or _ADD)
            return ()
        return tuple(self._text(item) for item in self._items(self._node(key), if_empty))

    def optional_texts(self, key: str, if_single: str = "") -> tuple[Text, ...]:
        """The list of texts under ``key``, empty where it is not given.

        ``if_single`` is what to do about a text that is no list and only says that there is something.
        """
        node = self._entries[key].value if self.has(key) else None
        if if_single and isinstance(node, Text) and node.text in _SAYING_ONLY:
            self.report(node.place, "wrong-type", f"expected a list, found {quoted(node.text)}", if_single)
            return ()
        return self.texts(key, f"write what belongs there, or remove {key}") if node else ()

    def optional_paragraphs(self, key: str) -> tuple[tuple[Text, ...], ...]:
        """The list of lists of texts under ``key``, empty where it is not given."""
        if not self.has(key):
            return ()
        paragraphs = self._items(self._node(key))
        return tuple(tuple(self._text(item) for item in self._items(node)) for node in paragraphs)

    def optional_list(self, key: str) -> list[Fields]:
        """The list of mappings under ``key``, empty where it is not given."""
        if not self.has(key):
            return []
        return [Fields(item, item.place, self.findings) for item in self._items(self._node(key))]

    def fields(self, key: str) -> Fields:
        """The required mapping under ``key``."""
        node = self._node(key)
        if node is None:
            return Fields(Refused(self.place), self.place, self.findings)
        return Fields(node, self._entries[key].key.place, self.findings)

    def each(self) -> Iterator[tuple[Text, Fields]]:
        """Every key that was not asked for, with the mapping under it."""
        for entry in self._rest():
            yield entry, self.fields(entry.text)

    def each_text(self) -> dict[str, Text]:
        """Every key that was not asked for, with the text under it."""
        return {key.text: value for key, value in self.each_entry()}

    def each_entry(self) -> Iterator[tuple[Text, Text]]:
        """Every key that was not asked for, with its own place, and the text under it."""
        for key in self._rest():
            yield key, self.text(key.text)

    def expect_ids(self, expected: Iterable[str], code: str, value: str, if_gone: str) -> None:
        """Report the ids that lack, and those too many, with a ``code`` such as ``unknown-region``.

        ``value`` is what may stand under one that lacks, as an example; ``if_gone`` is what to do about one
        that is too many, and no slip for one that lacks.
        """
        expected, what = tuple(expected), code.removeprefix("unknown-")
        lacking = [key for key in expected if key not in self._entries]
        for key in lacking:
            if not self.lost:
                self._missing(key, f"{self._where}: {key}: {value}")
        for key, entry in self._entries.items():
            if key not in expected:
                remedy = did_you_mean(key, lacking) if _nearest(key, lacking) else if_gone
                self.report(entry.key.place, code, f"{quoted(key)} is no {what}", remedy)

    def close(self) -> None:
        """Report the keys that nobody asked for."""
        above = dict(zip(list(self._entries)[1:], self._entries.values(), strict=False))
        for key in self._rest():
            remedy, before = did_you_mean(key.text, self._asked), above.get(key.text)
            is_no_slip = not _nearest(key.text, list(self._asked))
            if before and _kind(before.value) == "nothing" and is_no_slip:
                owner = f'"{before.key.text}" in line {before.key.place.line}'
                remedy = f"if it belongs to {owner}, begin it and its lines further in"
            elif _kind(self._entries[key.text].value) in ("nothing", "keys and values") and is_no_slip:
                remedy = f"if it is an entry of its own, begin it and its lines further out; {remedy}"
            self.report(key.place, "unknown-key", f"unknown key {quoted(key.text)}", remedy)

    def report(self, place: Place, code: str, what: str, remedy: str = "") -> None:
        self.findings.append(Finding(place, code, what, remedy=remedy))

    def check(
        self, text: Text | None, pattern: re.Pattern[str], code: str, expected: str, remedy: str = ""
    ) -> None:
        """Report ``text`` if the whole of it does not match."""
        if text and text.text and not pattern.fullmatch(text.text):
            self.report(text.place, code, f"expected {expected}, found {quoted(text.text)}", remedy)

    def check_choice(self, text: Text, choices: tuple[str, ...], remedy: str = "") -> None:
        """Report ``text`` if it is none of ``choices``."""
        if text.text and text.text not in choices:
            what = f"expected {' or '.join(choices)}, found {quoted(text.text)}"
            wanted = " or ".join(f'"{choice}"' for choice in choices)
            self.report(text.place, "unknown-value", what, remedy or f"write {wanted}")

    def check_date(self, text: Text | None) -> None:
        """Report ``text`` if it is no day of the calendar, written YYYY-MM-DD."""
        if not text or not text.text:
            return
        if day(text) is None:
            what = f"expected a date, found {quoted(text.text)}"
            self.report(text.place, "bad-date", what, mended_day(text))

    def _rest(self) -> list[Text]:
        return [entry.key for key, entry in self._entries.items() if key not in self._asked]

    def _node(self, key: str, if_missing: str = _ADD) -> Node | None:
        if self.has(key):
            return self._entries[key].value
        if not self.lost:
            self._missing(key, if_missing)
        return None

    @property
    def _where(self) -> str:
        """Where a line can be added, as far in as the others of the mapping."""
        if not self.place.line:
            return "add a line at the left edge"
        first = next((entry.key.place for entry in self._entries.values()), self.place)
        return f"add below it, {first.column - 1} spaces in" if first.line > self.place.line else _ADD

    def _missing(self, key: str, remedy: str) -> None:
        self.report(self.place, "missing-key", f"the key {quoted(key)} is missing", remedy)

    def _text(self, node: Node) -> Text:
        self.spoilt |= isinstance(node, Cleaned | Refused)
        if not isinstance(node, Text):
            self._expect("text", node)
            return Text("", node.place)
        if not node.text.strip():
            self.report(node.place, "empty-value", "expected text, found nothing", "write the text in quotes")
        return node

    def _items(self, node: Node | None, if_empty: str = "") -> tuple[Node, ...]:
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.spoilt |= isinstance(node, Refused)
            self._expect("a list", node)
            return ()
        if not node.items:
            what, remedy = "expected a list of something, found an empty list", if_empty or "write its items"
            self.report(node.place, "empty-value", what, remedy)
        return node.items

    def _expect(self, expected: str, found: Node) -> None:
        if isinstance(found, Refused):
            return
        what = f"expected {expected}, found {_kind(found)}"
        remedy = _REMEDIES[expected]
        if expected == "a list" and isinstance(found, Text) and len(found.text) < _LONGEST_WORD:
            in_brackets = f'put it in brackets: ["{found.text}"]'
            remedy = in_brackets if found.text else "remove the key, or write its items"
        self.report(found.place, "wrong-type", what, remedy)


_REMEDIES = {
    "text": "put the text in quotes",
    "a list": 'write each item on a line of its own that begins with "- "',
    "keys and values": 'write lines such as key: "text", further in than the key above',
}


def _kind(node: Node) -> str:
    if isinstance(node, Sequence):
        return "a list"
    if isinstance(node, Mapping):
        return "keys and values"
    return "text" if isinstance(node, Text) and node.text.strip() else "nothing"
