"""Bytes of a content file into text without invisible or broken characters, or into findings."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Mapping

from leaflet.content.plain import SOFT_HYPHEN
from leaflet.diagnostics import Finding, Place, shorten

_MAX_REPORTED = 20
_LONGEST_QUOTED = 60
_MAX_NAMED = 5
_MAX_LISTED = 10
_MAX_PLACES = 3
_MAX_MARKS = 30  # UAX #15, Stream-Safe Text Format. Normalising a run of n marks takes n squared steps.
_SYMBOLS = re.compile(rf"[^\w\s]{{{_MAX_MARKS},}}")  # Marks are no word characters; a quick first look.
_REPLACEMENT = "\ufffd"
# Before a key or an item, as they are copied from web pages; a text may go on behind such spaces.
_INDENT = re.compile(r"(?P<indent> *[^\S\t ][^\S\t]*)(?:- |#|[\w.-]+:(?:\s|$))")
_STAND_IN = re.compile(rf"^{_REPLACEMENT}+ ?| ?{_REPLACEMENT}+(?= |$)|{_REPLACEMENT}+")
_UNPRINTABLE = SOFT_HYPHEN + "\u00a0\u202f"
"""What a text may have though Python does not print it: the soft hyphen, spaces that do not break."""

# Letters of ASCII as Windows PowerShell appends them to a file with >>, whatever its encoding.
_WIDE = re.compile(rb"(?:\xff\xfe)?(?:[\t\r\n -~]\0){4}")
_OTHER_KINDS = {
    b"PK\x03\x04": "a file of a word processor, or an archive",
    b"\xd0\xcf\x11\xe0": "an old file of a word processor",
    b"{\\rtf": "a file in RTF",
    b"%PDF-": "a PDF",
}
"""What a file is that begins so, whatever it is called."""
_UTF16_OR_32 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def decode(data: bytes, name: str) -> tuple[str, list[Finding]] | Finding:
    """The text of a UTF-8 file (a byte order mark is allowed) with line feeds as its only line breaks.

    Characters that print as nothing or change the order of others are reported, and U+FFFD stands in for
    them, so that the places of all that follows remain true. Not UTF-8: one finding and no text.
    """
    for beginning, kind in _OTHER_KINDS.items():
        if data.startswith(beginning):
            remedy = "in the program that wrote it, save it as plain text in UTF-8, under this name"
            return Finding(Place(name), "not-utf-8", f"expected plain text, found {kind}", remedy=remedy)
    if data[:4].count(0) >= 2:
        return _not_utf8(data, 0, name)  # UTF-16 without its mark: ASCII with a NUL beside each letter.
    if found := _appended(data, name):
        return found
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(data, error.start, name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    findings: list[Finding] = []
    for index, line in enumerate(lines):
        if not line.isprintable() or _REPLACEMENT in line:
            place = Place(name, index + 1)
            if not line.strip():
                line = ""
            elif slip := _INDENT.match(line):
                findings.append(_indented(slip["indent"], place))
                line = " " * slip.end("indent") + line[slip.end("indent") :]
            findings += _characters(line, place)
            lines[index] = "".join(_REPLACEMENT if _refused(char) and char != "\t" else char for char in line)
    return "\n".join(lines), _at_most(_MAX_REPORTED, findings)


def printable(text: str) -> tuple[str, list[str]]:
    """``text`` with U+FFFD for every refused character, and the names of those, each once."""
    if _SYMBOLS.search(text) and _is_overloaded(text):
        return _REPLACEMENT, [f"more than {_MAX_MARKS} marks on one letter"]
    if text.isprintable():
        return text, []
    refused = dict.fromkeys(char for char in text if _refused(char))
    return "".join(_REPLACEMENT if char in refused else char for char in text), [
        character_name(char) for char in refused
    ]


def without_stand_ins(text: str) -> str:
    """``text`` as it is once the characters are removed that U+FFFD stands for, and a space left over by one.

    They have been reported: what follows from them need not be.
    """
    return _STAND_IN.sub("", text)


def quoted(text: str) -> str:
    """``text`` in quotes, cut to a length that suits a message."""
    return f'"{shorten(text, _LONGEST_QUOTED)}"'


def shown(text: str) -> str:
    """What somebody typed or a file says, in quotes, without what would disturb a console."""
    return quoted(printable(text)[0])


def listed(found: Iterable[str], most: int = _MAX_LISTED) -> str:
    """Words or numbers as a message shows them: not too many, none too long, and how many more there are."""
    every = list(found)
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return (", ".join(shorten(text, _LONGEST_QUOTED) for text in every[:most]) or "none") + more


def places_listed(places: Mapping[str, Place]) -> str:
    """Key paths of one file with their lines: the first few, how many more, and the file."""
    named = [f"{path} (line {place.line})" for path, place in places.items()]
    return f"{listed(named, _MAX_PLACES)}; lines of {next(iter(places.values())).file}"


def _is_overloaded(text: str) -> bool:
    run = 0
    for char in text:
        run = run + 1 if unicodedata.combining(char) else 0
        if run > _MAX_MARKS:
            return True
    return False


def _refused(char: str) -> bool:
    """Controls, zero-width and bidirectional controls, line separators, private and unassigned characters.

    So are spaces of other widths, at which no line breaks: nobody types one, and nobody sees it.
    """
    return not (char.isprintable() or char in _UNPRINTABLE)


def _characters(line: str, place: Place) -> list[Finding]:
    return [
        Finding(
            Place(place.file, place.line, column),
            "forbidden-character",
            f"expected printable characters, found {character_name(char)}",
            remedy="remove it, or write the character that was meant",
        )
        for column, char in enumerate(line, start=1)
        if char == _REPLACEMENT or (_refused(char) and char != "\t")
    ]


def _indented(indent: str, place: Place) -> Finding:
    """That other spaces than plain ones stand before a key or an item: YAML takes them for letters."""
    strange = next(char for char in indent if char != " ")
    what = f"the line is indented with {character_name(strange)}"
    remedy = "write plain spaces before it, as before the lines beside it"
    return Finding(Place(place.file, place.line, 1), "forbidden-character", what, remedy=remedy)


def _at_most(limit: int, findings: list[Finding]) -> list[Finding]:
    if len(findings) <= limit:
        return findings
    last = findings[limit - 1]
    measure = f"{len(findings) - limit} more such characters follow in this file"
    return [*findings[: limit - 1], Finding(last.place, last.code, last.what, measure, last.remedy)]


def character_name(char: str) -> str:
    """Code point and name, as ``U+043E cyrillic small letter o``."""
    return f"U+{ord(char):04X} {unicodedata.name(char, 'CONTROL OR UNASSIGNED').lower()}"


def named(chars: Iterable[str]) -> str:
    """Characters in quotes with code point and name, each once, and not too many."""
    names = [f"{quoted(char)} {character_name(char)}" for char in dict.fromkeys(chars)]
    return ", ".join(names[:_MAX_NAMED]) + (" …" if len(names) > _MAX_NAMED else "")


def _not_utf8(data: bytes, offset: int, name: str) -> Finding:
    found = _guess(data) or f"the byte 0x{data[offset]:02X}"
    what, remedy = f"expected UTF-8, found {found}", "save the file as UTF-8"
    return Finding(_place(data, offset, name), "not-utf-8", what, remedy=remedy)


def _appended(data: bytes, name: str) -> Finding | None:
    """That something in UTF-16 was appended to a file in UTF-8."""
    wide = _WIDE.search(data) if b"\0" in data and not data.startswith(_UTF16_OR_32) else None
    if wide is None:
        return None
    what = "expected UTF-8, found UTF-16 from here on"
    remedy = (
        "remove what was appended here, and append it as UTF-8; in Windows PowerShell, instead of >>: "
        f"| Out-File -Append -Encoding utf8 {name}"
    )
    return Finding(_place(data, wide.start(), name), "not-utf-8", what, remedy=remedy)


def _place(data: bytes, offset: int, name: str) -> Place:
    before = data[:offset]
    column = len(before.rpartition(b"\n")[2].decode("utf-8-sig", errors="ignore")) + 1
    return Place(name, before.count(b"\n") + 1, column)


def _guess(data: bytes) -> str:
    if data.startswith(_UTF16_OR_32) or data[:4].count(0) >= 2:
        return "what looks like UTF-16 or UTF-32"
    high = [byte for byte in data if byte >= 0x80]
    # In windows-1251 the letters а-я are 0xC0 to 0xFF; in UTF-8 every other byte is lower.
    if sum(byte >= 0xC0 for byte in high) > 0.9 * len(high):
        return "what looks like windows-1251 (cp1251)"
    return ""
