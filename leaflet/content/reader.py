"""YAML bytes into a tree of texts, lists and mappings with their places, or into findings; nothing else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from leaflet import resources
from leaflet.content import hints, nodes
from leaflet.content.encoding import decode, listed, printable, quoted, without_stand_ins
from leaflet.content.model import Text
from leaflet.content.nodes import Cleaned, Entry, Mapping, Node, Nothing, Refused, Sequence
from leaflet.diagnostics import Finding, FindingError, Place, Severity

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12
MAX_NODES = 20_000
_MOST_MENDED = 8
"""So many quotations that are not closed are told in one run; each takes another reading of the file."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Guillemets at one end are those of a name.
_QUOTED_IN_VAIN = re.compile(rf"[{hints.MARKS.strip('«»')}].*|.*[\"“”„‟]|«[^«»]*»", re.DOTALL)
_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)*")
_COMMENT = re.compile(r"[ \t]+#")
# Plain scalars that YAML 1.1 or 1.2 turns into numbers, dates, times of day, truth values or nothing.
_TURNED = re.compile(
    r"[-+]?\.?[0-9][0-9_.,:oe+-]*|0[xb][0-9a-f_]+|[-+]?\.(inf|nan)|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[t ][0-9].*"
    r"|~|=|null|true|false|yes|no|on|off|y|n",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file says; ``root`` is None where it could not be read to its end."""

    root: Node | None
    findings: tuple[Finding, ...]


def read(path: Path, name: str) -> Reading:
    """Read the YAML file ``path``; findings call it ``name``. Raises nothing for any file."""
    try:
        data = resources.read(path, MAX_BYTES)
    except FileNotFoundError:
        return _failed(Finding(Place(name), "missing-file", "the file is missing", remedy="add it"))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path.
        reason = getattr(error, "strerror", None) or str(error)
        return _failed(Finding(Place(name), "unreadable-file", f"cannot be read: {reason.lower()}"))
    if data is None:
        what = "expected a regular file, found a directory, pipe or device"
        return _failed(Finding(Place(name), "not-a-file", what, remedy="put a text file in its place"))
    if leads_out(path):
        what, remedy = "the file is a link that leads out of its folder", "put the file itself in its place"
        measure = f"it leads to {printable(str(path.resolve()))[0]}"
        return _failed(Finding(Place(name), "outside-link", what, measure, remedy))
    return parse(data, name)


def leads_out(path: Path) -> bool:
    """Whether a link, or a chain of them, leads to a file outside the folder that ``path`` names it in."""
    return path.is_symlink() and not path.resolve().is_relative_to(path.parent.resolve())


def parse(data: bytes, name: str) -> Reading:
    """Parse YAML bytes; every scalar becomes a text (NFC). Raises nothing for any bytes."""
    if len(data) > MAX_BYTES:
        measure = f"expected at most {MAX_BYTES // 1024} KB"
        return _failed(
            Finding(Place(name), "too-large", "the file is too large", measure, "split or shorten it")
        )
    decoded = decode(data, name)
    if isinstance(decoded, Finding):
        return _failed(decoded)
    text, findings = decoded
    lines = text.split("\n")
    mended: set[int] = set()
    touched: set[int] = set()
    while True:
        builder = _Builder(lines, name)
        root = builder.build()
        mark = builder.unclosed
        if mark is None or mark.line in mended or len(mended) == _MOST_MENDED:
            if not touched.isdisjoint(builder.blamed):
                builder.findings.pop()  # It may be our own mending that does not fit the rest.
            return Reading(root, (*findings, *builder.findings))
        # Closed where its line ends, the quotation hides nothing that is wrong with the rest of the file.
        findings.append(builder.findings[-1])
        lines[mark.line] = hints.closed(lines[mark.line], mark.column)
        mended.add(mark.line)
        touched |= builder.blamed


def _failed(finding: Finding) -> Reading:
    return Reading(None, (finding,))


class _LimitError(FindingError):
    """The file goes over a limit; what the rest of it says is not asked."""


class _Builder:
    """Builds the tree from the event stream: no constructor or composer of yaml's has a part in it."""

    def __init__(self, lines: list[str], file: str) -> None:
        """``unclosed`` is where a quotation begins that is not closed; ``blamed``, the lines of an error."""
        self.findings: list[Finding] = []
        self.unclosed: yaml.Mark | None = None
        self.blamed: set[int] = set()
        self._lines = lines
        self._file = file
        self._events: Iterator[yaml.Event] = yaml.parse("\n".join(lines), Loader=_LOADER)
        self._nodes = 0
        self._top = ""
        self._quotation: yaml.ScalarEvent | None = None

    def build(self) -> Node | None:
        try:
            return self._document()
        except _LimitError as error:
            self.findings.append(error.finding)
        except yaml.MarkedYAMLError as error:
            self.unclosed = self._begun(error)
            begun = error.context_mark if "flow" in (error.context or "") else None  # Brackets.
            marks = (self.unclosed, error.problem_mark, begun)
            self.blamed = {mark.line for mark in marks if mark}
            found = self._unclosed(self.unclosed, error) if self.unclosed else self._syntax(error)
            self.findings = [*(other for other in self.findings if other != found), found]
        except (yaml.YAMLError, ValueError, OverflowError) as error:
            # yaml's loader in pure Python leaks chr()'s errors for "\UFFFFFFFF".
            self._report(Place(self._file), "syntax", f"not valid YAML: {error}")
        return None

    def _document(self) -> Node | None:
        next(self._events)  # The start of the stream.
        if isinstance(next(self._events), yaml.StreamEndEvent):
            remedy = "write the file anew from an earlier copy, or remove it"
            self._report(
                Place(self._file), "empty-file", "expected keys and values, found nothing", remedy=remedy
            )
            return None
        root = self._node(next(self._events), 1)
        next(self._events)  # The end of the document.
        following = next(self._events)
        if not isinstance(following, yaml.StreamEndEvent):
            remedy = "put it in a file of its own, or remove the line with ---"
            self._report(self._place(following), "second-document", "a second document begins", remedy=remedy)
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        self._limit(event, depth)
        place = self._place(event)
        if isinstance(event, yaml.AliasEvent):
            what = "expected the value itself, found an alias (*)"
            self._report(place, "alias", what, remedy="repeat the value, or put the text in quotes")
            return Refused(place)
        self._refuse_properties(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), place)
        return self._mapping(place, depth)

    def _value(self, event: yaml.Event, depth: int) -> Node:
        """A node that is no key: other tools would turn some of the keys into something else, too."""
        if isinstance(event, yaml.ScalarEvent) and not event.style and _TURNED.fullmatch(event.value):
            what = f"without quotes {quoted(event.value)} is no text for other programs"
            place, remedy = self._place(event), f'put it in quotes: "{event.value}"'
            self._report(place, "unquoted-value", what, remedy=remedy, severity=Severity.WARNING)
        return self._node(event, depth)

    def _limit(self, event: yaml.Event, depth: int) -> None:
        self._nodes += 1
        if depth > MAX_DEPTH:
            raise _LimitError(_too_deep(self._place(event)))
        if self._nodes > MAX_NODES:
            what, measure = "the file has too many values", f"expected at most {MAX_NODES}"
            raise _LimitError(Finding(self._place(event), "too-many-nodes", what, measure, "split the file"))

    def _refuse_properties(self, event: yaml.Event, place: Place) -> None:
        # Their names are not shown: a tag may spell control characters as %1B.
        remedy = "remove it, or put the text in quotes"
        if getattr(event, "anchor", None):
            self._report(place, "anchor", "expected a value, found an anchor (&)", remedy=remedy)
        if getattr(event, "tag", None):
            self._report(place, "tag", "expected a value, found a tag (!)", remedy=remedy)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> Text | Refused:
        value, is_spoilt = event.value, False
        if not (value or event.style):
            return Nothing("", place)
        if event.style in ("'", '"'):
            self._quotation = event
        elif not event.style:
            self._refuse_cut(event)
            if _QUOTED_IN_VAIN.fullmatch(event.value):
                if found := self._forgotten(place.line - 1):
                    self.findings.append(found)
                    return Refused(place)
                self._report(place, "stray-quotation", *hints.stray(event.value))
                if set(hints.MARKS).isdisjoint(meant := value.strip(hints.MARKS)):
                    value, is_spoilt = meant, True
        if "\n" in value:  # A line break in the file is no line break of the leaflet.
            value = " ".join(filter(None, (line.strip(" \t") for line in value.split("\n"))))
        value, refused = printable(value)
        for name in refused:  # Raw ones are gone: these were written as "\u200b".
            what = f"expected printable characters, found {name}"
            self._report(self._escape(event, name), "forbidden-character", what, remedy="remove it")
        bare = without_stand_ins(value)
        is_spoilt |= bare != value
        if is_spoilt and not bare:
            return Refused(place)
        kind = Cleaned if is_spoilt else Text
        return kind(unicodedata.normalize("NFC", bare), place)

    def _escape(self, event: yaml.ScalarEvent, name: str) -> Place:
        """Where a character is written as an escape; where its value begins, if that cannot be told."""
        start, end = (
            (mark.line, mark.column) if mark else (0, 0) for mark in (event.start_mark, event.end_mark)
        )
        found = hints.escape(self._lines, start, end, name)
        return Place(self._file, *found) if found else self._place(event)

    def _refuse_cut(self, event: yaml.ScalarEvent) -> None:
        """A plain scalar ends at " #", and what follows would be lost without a word."""
        mark = event.end_mark
        if mark and (comment := _COMMENT.match(self._lines[mark.line], mark.column)):
            place = Place(self._file, mark.line + 1, comment.end())
            remedy = "put the value in quotes, or the comment on a line of its own"
            self._report(place, "cut-by-comment", "a value without quotes is cut here by #", remedy=remedy)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._value(event, depth + 1)

    def _mapping(self, place: Place, depth: int) -> Mapping:
        entries: dict[str, Entry] = {}
        parts: list[dict[str, Entry]] = [{}]  # Each begins with a key that stands in the one above it, too.
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if depth == 1 and isinstance(key, Text):
                self._top = key.text
            value = self._value(next(self._events), depth + 1)
            if isinstance(key, Refused):
                continue
            if not isinstance(key, Text):
                self._report(key.place, "bad-key", "expected a text as key", remedy="put the key in quotes")
            elif key.text == "<<":
                remedy = "write the keys out"
                self._report(key.place, "merge-key", "expected a key, found the merge key <<", remedy=remedy)
            else:
                if key.text in parts[-1]:
                    parts.append({})
                first, new = entries.get(key.text), Entry(key, value)
                parts[-1][key.text] = new
                entries[key.text] = self._twice(key, first, value, depth) if first else new
        for above, part in pairwise(parts):
            twice = nodes.repeated(part, parts[0]) if depth > 1 else []  # Blocks at the left edge are long.
            is_same = nodes.say_the_same(twice, part, parts[0])
            if twice and (is_same or nodes.has_id(self._file, self._top, depth)):
                id = None if is_same else nodes.leave_out(part, above, entries, parts[0])
                places = {entry.key.place for entry in part.values()}
                self.findings = [found for found in self.findings if found.place not in places]
                line = parts[0][twice[0].text].key.place.line
                what = hints.pasted(twice, line) if is_same else hints.ownerless(id, twice, line)
                self._report((id or twice[0]).place, "duplicate-key", *what)
        return Mapping(entries, place)

    def _twice(self, key: Text, first: Entry, value: Node, depth: int) -> Entry:
        """Report a key that stands twice, and what is taken to stand under it: of two unlike parts both."""
        measure = f"the first one stands in line {first.key.place.line}"
        remedy, entry = hints.keep_one(key.text), first
        if key.text not in hints.PRINTED and isinstance(first.value, Mapping) and isinstance(value, Mapping):
            one, other = first.value.entries, value.entries
            if other and one.keys().isdisjoint(other):  # Two parts of one thing, and not two things.
                remedy = f"move {listed(map(quoted, other))} under the first one, then remove this one"
                entry = Entry(first.key, Mapping(one | other, first.value.place))
            elif (depth > 1 or nodes.has_id(self._file, "", depth + 1)) and nodes.differ(one, other):
                measure, remedy = f"{measure}, and says something else", hints.OWN_KEY
        elif depth == nodes.IN_SECTION and self._top == "memo":
            remedy = hints.OWN_SECTION
        self._report(key.place, "duplicate-key", f"the key {quoted(key.text)} stands twice", measure, remedy)
        return entry

    def _syntax(self, error: yaml.MarkedYAMLError) -> Finding:
        mark, start = error.problem_mark, error.context_mark
        if number := hints.unfinished_merge(self._lines):
            measure, remedy = f"found {quoted(self._lines[number - 1])}", "keep one of the two versions"
            return self._invalid((number - 1, 0), "a merge of git is not finished", measure, remedy)
        if found := self._suspect(error):
            return found
        if start and mark and "flow" in (error.context or ""):
            begun, end = (start.line, start.column), (mark.line, mark.column)
            if lacking := hints.in_brackets(self._lines, begun, end):
                at, what, remedy = lacking
                return self._invalid(at, what, remedy=remedy)
        measure = f"{error.context}, begun in line {start.line + 1}" if error.context and start else ""
        if mark is None:
            return Finding(Place(self._file), "syntax", f"not valid YAML: {error.problem}", measure)
        at = (mark.line, mark.column)
        if error.problem and "nesting depth" in error.problem:  # libyaml looks ahead, and has a limit, too.
            return _too_deep(Place(self._file, mark.line + 1, mark.column + 1))
        # The end of the file counts as one line more, if its last line has no line feed.
        index = min(mark.line, len(self._lines) - 1)
        if superfluous := hints.behind_value(self._lines[index], mark.column):
            what, remedy = superfluous
            return self._invalid(at, what, remedy=remedy)
        if fault := hints.indentation(self._lines, index):
            number, what, measure, remedy = fault
            return self._invalid(at if number == index else (number, 0), what, measure, remedy)
        remedy = self._unescaped(mark, index) or hints.hint(self._lines, index)
        return self._invalid(at, error.problem or "", measure, remedy)

    def _suspect(self, error: yaml.MarkedYAMLError) -> Finding | None:
        """What is forgotten where an error begins, in the line above it, or in its own.

        A line that is not yet closed goes on in the next one, whose colon or dash then comes too late.
        """
        mark, start = error.problem_mark, error.context_mark
        lines = [start.line] if start and "simple key" in (error.context or "") else []
        lines += [mark.line - 1, mark.line] if mark else []
        found = (self._forgotten(line) for line in lines if 0 <= line < len(self._lines))
        return next(filter(None, found), None)

    def _forgotten(self, index: int) -> Finding | None:
        """That a dash, its space, or the colon of a key lacks in the line at ``index``."""
        if lacking := hints.forgotten(self._lines, index):
            column, what, remedy = lacking
            return self._invalid((index, column), what, remedy=remedy)
        return None

    def _invalid(self, at: tuple[int, int], what: str, measure: str = "", remedy: str = "") -> Finding:
        """That the file is not valid YAML ``at`` a line and column, which count from 0."""
        place = Place(self._file, at[0] + 1, at[1] + 1)
        return Finding(place, "syntax", f"not valid YAML: {what}", measure, remedy)

    def _unescaped(self, mark: yaml.Mark, index: int) -> str:
        """What mends a quotation that ends just before an error."""
        quotation = self._quotation
        end = quotation.end_mark if quotation else None
        if not (quotation and quotation.style and end and end.line == mark.line):
            return ""
        follows = not self._lines[index][end.column : mark.column].strip()
        return hints.CLOSE[quotation.style] if follows else ""

    def _begun(self, error: yaml.MarkedYAMLError) -> yaml.Mark | None:
        """Where the quotation begins that runs on to the error, over the end of its line or of the file."""
        if "quoted" in (error.context or "") and "unexpected" in (error.problem or ""):
            return error.context_mark
        if self._quotation is None or error.problem_mark is None:
            return None
        start, end = self._opening(self._quotation), self._quotation.end_mark
        runs_on = start and end and start.line < end.line == error.problem_mark.line
        return start if runs_on else None

    def _opening(self, quotation: yaml.ScalarEvent) -> yaml.Mark | None:
        """Where a quotation begins, behind its anchor and tag; None where those stand in a line above."""
        start: Any = quotation.start_mark  # A mark of either loader.
        properties = _PROPERTIES.match(self._lines[start.line], start.column)
        column = properties.end() if properties else start.column
        if self._lines[start.line][column : column + 1] not in hints.CLOSE:
            return None
        return yaml.Mark(start.name, start.index, start.line, column, None, 0)

    def _unclosed(self, mark: yaml.Mark, error: yaml.MarkedYAMLError) -> Finding:
        end = None if "quoted" in (error.context or "") else error.problem_mark
        measure = f"it runs on to line {end.line + 1}" if end else "nothing closes it"
        what, remedy = (
            "a quotation is not closed in its line",
            hints.CLOSE[self._lines[mark.line][mark.column]],
        )
        return self._invalid((mark.line, mark.column), what, measure, remedy)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        return Place(self._file, mark.line + 1, mark.column + 1) if mark else Place(self._file)

    def _report(
        self,
        place: Place,
        code: str,
        what: str,
        measure: str = "",
        remedy: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.findings.append(Finding(place, code, what, measure, remedy, severity))


def _too_deep(place: Place) -> Finding:
    what, measure = "the file nests too deeply", f"expected at most {MAX_DEPTH} levels"
    return Finding(place, "too-deep", what, measure, "put the text in quotes")
