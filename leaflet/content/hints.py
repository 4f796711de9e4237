"""The lines of a file that is not valid YAML into what would probably mend them."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping, Sequence

from leaflet.content.encoding import character_name, listed, quoted
from leaflet.content.model import Text

CLOSE = {
    "'": "close the quotation, and write '' for a quotation mark inside it",
    '"': 'close the quotation, and write \\" for a quotation mark inside it',
}
"""What mends a quotation, by its mark."""
MARKS = "\"'“”„‟‘’‚«»"
"""Word processors make such marks of straight ones."""
OWN_SECTION = (
    "if it is that of the next section, write the line of that one above it; if not, remove one of them"
)
"""What mends two of one part in a section."""
PRINTED = ("made_from", "compared")
"""Blocks that a command prints, and people add at the end of a file that may have one already."""
OWN_KEY = "if they are two, one has the key of the other: write its own; if they are one, remove one of them"
"""What mends two of one key that say different things."""
_STRAIGHT = "put the whole value between two straight quotation marks, as on the keyboard"
_BUT_NAMES = ", in place of those that are no part of a name"
# Word processors put a no-break space behind a colon, which is none for YAML.
_NO_SPACE = re.compile(r"\s*(- )?[\w.-]+:[\u00a0\u2007\u202f]*[\"']")
# What lacks before a value: the space of a dash, the dash itself, the colon of a key.
_TIGHT_DASH = re.compile(r" *(?:- +)*-(?=[\"'])")
_NO_HYPHEN = re.compile(r" *(?P<sign>[—–−‐‑•·*+])(?=[ \u00a0\"'])")
_NO_COLON = re.compile(
    r" *(?P<key>[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*)(?: *[^\w\s\"'\[\]{}#:] *| +)"
    r"(?:(?P<quote>[\"'])(?:(?!(?P=quote)).)*(?P=quote)|(?P<list>\[.*\])) *$"
)
_WORD_ALONE = re.compile(r" *(?P<key>[a-z][a-z0-9_-]*) *[^\w\s:\"'\[\]{}#]? *")
_QUOTATION_ALONE = re.compile(r" *(?:\"(?:[^\"\\]|\\.)*\"|'[^']*') *")
_ITEM = re.compile(r" *(?:- +)+[\"'].*")
# What people set between values, or at the end of a sentence.
_SIGN_AT_END = re.compile(r"([,;.]) *(?:#.*)?$")
# Between two values in brackets, of which the second one begins: another sign than a comma, or none.
_NO_COMMA = re.compile(r"\s*[^\w\s\"',\]}]?\s*[\"']")
_KEY = re.compile(r" *(?:- +)*[\w.-]+:(?: |$)")
_EMPTY_KEY = re.compile(r" *[\w.-]+: *(?:#.*)?$")
_CONFLICT = re.compile(r"(?:<{7}|>{7}|\|{7}) |={7}\s*$")
# Where a key stands behind dashes, the next one stands below it; below a text there is nothing.
_KEY_OF_ITEM = re.compile(r" *(?:- +)+(?=[\w.-]+:)")

# YAML 1.2, 5.7: by number, and those of controls. Pairs of backslashes before it stand for themselves.
_ESCAPE = re.compile(r"(?:\\\\)*\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0abtvferNLP])")
_ESCAPED = dict(zip("0abtvferNLP", "\0\a\b\t\v\f\x1b\r\x85\u2028\u2029", strict=True))


def closed(line: str, column: int) -> str:
    """``line`` with the quotation from ``column`` on closed at its end, within the brackets round it."""
    before, words, quote = line[:column], line[column:].rstrip(), line[column]
    bare = words.rstrip("]} ") if {"[", "{"} & set(before) else words
    return f"{before}{bare}{quote}{words[len(bare) :]}"


def escape(
    lines: Sequence[str], start: tuple[int, int], end: tuple[int, int], name: str
) -> tuple[int, int] | None:
    """The line and the column, from 1, of an escape between two places, from 0, that spells a character."""
    for number, line in enumerate(lines[start[0] : end[0] + 1], start=start[0]):
        for found in _ESCAPE.finditer(line):
            char = _ESCAPED.get(found[1]) or chr(min(int(found[1][1:], 16), sys.maxunicode))
            if start < (number, found.end()) <= end and character_name(char) == name:
                return number + 1, found.start(1)
    return None


def unfinished_merge(lines: Sequence[str]) -> int:
    """The number of the first line that git has left there for a person to choose; 0 where there is none."""
    return next((number for number, line in enumerate(lines, start=1) if _CONFLICT.match(line)), 0)


def forgotten(lines: Sequence[str], index: int) -> tuple[int, str, str] | None:
    """The column, from 0, where a sign lacks in the line at ``index``, which one, and what mends it."""
    line = lines[index]
    above = next((other for other in reversed(lines[:index]) if other.strip()), "")
    below = next((other for other in lines[index + 1 :] if other.strip()), "")
    if dash := _TIGHT_DASH.match(line):
        return dash.end() - 1, "no space stands after the dash", 'write - "text", with a space after the dash'
    if dash := _NO_HYPHEN.match(line):
        what = f"{dash['sign']} stands before an item, and no hyphen"
        return dash.start("sign"), what, 'write - "text", with the hyphen of the keyboard'
    if key := _NO_COLON.match(line):
        value = "[…]" if key["list"] else '"text"'
        return key.start("key"), "no colon stands after the key", f"write {key['key']}: {value}"
    if (key := _WORD_ALONE.fullmatch(line)) and _depth(below) > _depth(line):
        return key.start("key"), "no colon stands after the key", f"write {key['key']}:"
    is_first = below.lstrip().startswith("- ") and _depth(below) == _depth(line)
    if _QUOTATION_ALONE.fullmatch(line) and (is_first or _ITEM.fullmatch(above)):
        return _depth(line), "no dash stands before an item", 'write - "text", as far in as the others'
    return None


def ownerless(id: Text | None, keys: Sequence[Text], line: int) -> tuple[str, str, str]:
    """What is wrong with keys of something that stand twice, as its own key is lost, and what mends it.

    The first ones stand from a ``line`` on; the ``id`` is its key, where that only stands too far in.
    """
    twice, measure, where = *_twice(keys, line), "as far out as the id of the entry above"
    if id:
        what = f"the id {quoted(id.text)} stands too far in"
        return what, f"below it {twice}; {measure}", f"let its line begin {where}"
    remedy = "they are another's: its id is missing above them, or stands too far in; "
    return twice, measure, remedy + f"write it above line {keys[0].place.line}, on a line of its own, {where}"


def pasted(keys: Sequence[Text], line: int) -> tuple[str, str, str]:
    """What is wrong with keys that stand and say the same twice, the first ones from a ``line`` on."""
    twice, measure = _twice(keys, line)
    remedy = f"remove the second ones, which say the same: {listed(quoted(key.text) for key in keys)}"
    return twice, measure, f"{remedy}, from line {keys[0].place.line} on"


def keep_one(key: str) -> str:
    """What mends a key that stands twice."""
    printed = ': of two that "leaflet fingerprints" has printed, keep the new one' if key in PRINTED else ""
    return f"remove one of them{printed}"


def _twice(keys: Sequence[Text], line: int) -> tuple[str, str]:
    return (
        f"{len(keys)} keys stand twice, from {quoted(keys[0].text)} on",
        f"the first ones stand from line {line} on",
    )


def stray(value: str) -> tuple[str, str, str]:
    """What is wrong with the quotation marks at the ends of a value, what it is, and what mends it."""
    is_round = {value[0], value[-1]} <= set(MARKS)
    where = "quotation marks stand round" if is_round else "a quotation mark stands at one end of"
    remedy = _STRAIGHT if set(value).isdisjoint("«»") else _STRAIGHT + _BUT_NAMES
    return f"{where} a value that is not in quotes", f"found {quoted(value)}", remedy


def behind_value(line: str, column: int) -> tuple[str, str] | None:
    """The sign at ``column`` that stands behind a value at the end of a line, and what to do about it."""
    sign = _SIGN_AT_END.match(line, column)
    if sign and line[:column].rstrip().endswith(('"', "'", "]", "}")):
        remedy = "remove it; a sign that belongs to the text stands before the closing quotation mark"
        return f'"{sign[1]}" stands behind a value', remedy
    return None


def in_brackets(
    lines: Sequence[str], start: tuple[int, int], end: tuple[int, int]
) -> tuple[tuple[int, int], str, str] | None:
    """Where a sign lacks in brackets from their ``start`` up to an error, which one, and what mends it."""
    line = lines[end[0]] if end[0] < len(lines) else ""
    is_at_end = not line[end[1] :].strip() and not any(map(str.strip, lines[end[0] + 1 :]))
    if is_at_end or (end[0] > start[0] and _KEY.match(line)):
        return start, "a bracket is not closed", "close it behind its last value"
    if _NO_COMMA.match(line, end[1]):
        return end, "no comma stands between two values", 'write ["one", "two"]'
    return None


def indentation(lines: Sequence[str], index: int) -> tuple[int, str, str, str] | None:
    """Which line stands further in or out than it may, how that shows, by how much, and what mends it.

    It is the one at ``index``, or the one above it. None where that one begins as far in as a line above that
    it may belong to, or where that cannot be told.
    """
    line = lines[index]
    found = _depth(line)
    above = [number for number in range(index) if lines[number].strip() and lines[number].lstrip()[0] != "#"]
    if not above or not line.strip() or line.lstrip(" ").startswith("\t"):
        return None
    *before, last = above
    levels = _levels(lines, above)
    if found in levels or (found > max(levels) and lines[last].rstrip().endswith((":", "-"))):
        return None
    if ownerless := _without_key(lines, above, index, levels):
        return ownerless
    out = _depth(lines[last])
    if before and out == _depth(lines[before[-1]]) < found and _EMPTY_KEY.match(lines[before[-1]]):
        what = "the line stands further out than those that it belongs to"
        measure = f"expected {found} spaces before it, found {out}"
        return last, what, measure, f"let it begin as far in as line {index + 1}"
    outer = max((level for level in levels if level < found), default=None)
    inner = min((level for level in levels if level > found), default=None)
    fitting = [level for level in (outer, inner) if level is not None]
    measure = f"expected {' or '.join(map(str, fitting))} spaces before it, found {found}"
    remedy = " or ".join(f"as line {levels[level]}" for level in fitting)
    remedy = f"let it begin as far in {remedy}"
    if before and out < found in _levels(lines, before):  # Only what the line above it has closed.
        remedy += f"; or let line {last + 1} begin as far in as this one, if it belongs there"
    return index, "the line is indented as no line above it", measure, remedy


def _without_key(
    lines: Sequence[str], above: Sequence[int], index: int, levels: Mapping[int, int]
) -> tuple[int, str, str, str] | None:
    """The same of a block that begins with what stands under a key, where the next one in it has its key."""
    found, below = _depth(lines[index]), next(filter(str.strip, lines[index + 1 :]), "")
    opening = max((number for level, number in levels.items() if level < found), default=0)
    first = next((number for number in above if number >= opening), index)
    within = _depth(lines[first])
    is_next = bool(_EMPTY_KEY.match(lines[index])) and within == _depth(below) > found
    # Ids stand at the left edge, or under this key; what is under an id itself may only be indented wrongly.
    if not is_next or (opening and not lines[opening - 1].startswith("organizations:")):
        return None
    measure = f"expected {found} spaces before it, found {within}"
    if _EMPTY_KEY.match(lines[first]):
        what, remedy = "the line stands further in than the next one of its kind", "let it begin as far in as"
        return first, what, measure, f"{remedy} line {index + 1}"
    what = "the line of an id is missing above this one"
    measure = f"the next one stands in line {index + 1}, {found} spaces in"
    remedy = f"write it above line {first + 1}, on a line of its own, as far in as line {index + 1}"
    return first, what, measure, remedy


def _levels(lines: Sequence[str], above: Sequence[int]) -> dict[int, int]:
    """How far in the lines begin that are still open below ``above``, each with its number.

    A key behind a dash stands as far in as a line of its own.
    """
    levels: dict[int, int] = {}
    for index in reversed(above):
        line = lines[index]
        key = _KEY_OF_ITEM.match(line)
        for level in (*([key.end()] if key else []), _depth(line)):
            if not levels or level < min(levels):
                levels[level] = index + 1
    return levels


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def hint(lines: Sequence[str], index: int) -> str:
    """What would probably mend the line of an error, or the one above it."""
    line, above = lines[index], lines[max(index - 1, 0)]
    if _NO_SPACE.match(line) or _NO_SPACE.match(above):
        return 'put a common space after the colon, as in key: "text", here or in the line above'
    content = line.lstrip(" ")
    if content.startswith("\t"):
        return "indent with spaces, not with tabs"
    value = content.removeprefix("- ").lstrip()
    key, colon, rest = value.partition(": ")
    if colon and not key.startswith(("'", '"', "*", "@")):
        value = rest.lstrip()
    if value[:1] in CLOSE and not (len(value) > 1 and value.rstrip().endswith(value[0])):
        return CLOSE[value[0]]
    if value and value[0] not in CLOSE:
        return "put the value in double quotes"
    return "look at the indentation here and in the line above"
