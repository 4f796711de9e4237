"""The bytes of PDF objects into plain values (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

DEEPEST = 40
"""How deep arrays and dictionaries may nest; those of a leaflet nest five deep."""

TOKEN = re.compile(
    rb"(?:[\x00\t\n\f\r ]++|%[^\r\n]*+)*+"
    rb"(?:(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<ref>\d++[ \r\n]++\d++[ \r\n]++R(?![A-Za-z]))"
    rb"|(?P<number>[+-]?(?:\d++\.?\d*+|\.\d++))"
    rb"|/(?P<name>[^\x00\t\n\f\r ()<>\[\]{}/%]*+)"
    rb"|\((?P<text>(?:[^\\()]++|\\.|\((?:[^\\()]++|\\.)*+\))*+)\)"
    rb"|<(?P<hex>[0-9A-Fa-f\x00\t\n\f\r ]*+)>"
    rb"|(?P<word>true|false|null|stream|endobj)(?![A-Za-z]))",
    re.DOTALL,
)
WORDS = {b"true": True, b"false": False, b"null": None}
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
LETTERS |= dict.fromkeys((b"\n", b"\r", b"\r\n"), b"")
# PDFDocEncoding, where it is not Latin-1 (ISO 32000-1, annex D.2).
PDF_DOC = dict(enumerate("˘ˇˆ˙˝˛˚˜", 0x18))
PDF_DOC |= dict(enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", 0x80)) | {0xA0: "€"}
HASH = re.compile(rb"#([0-9A-Fa-f]{2})")


class DamagedError(Exception):
    """The bytes are no PDF that this reader takes. Says why."""


class Name(str):
    """A name, without its solidus."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to an object by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its dictionary and its bytes as they stand in the file."""

    entries: dict[str, Any]
    raw: bytes = field(repr=False)


def parse(data: bytes, position: int) -> tuple[Any, int]:
    """The value that begins at a position, and where it ends.

    Numbers are int or float, strings bytes; arrays lists, dictionaries dicts. Raises DamagedError.
    """
    stack: list[list[Any]] = []
    closers: list[bytes] = []
    while True:
        token = TOKEN.match(data, position)
        if token is None:
            raise DamagedError(f"byte {position} begins nothing that a PDF may have there")
        position = token.end()
        kind, text = str(token.lastgroup), token[str(token.lastgroup)]
        if kind == "open":
            if len(stack) == DEEPEST:
                raise DamagedError(f"arrays and dictionaries nest deeper than {DEEPEST}")
            stack.append([])
            closers.append(b"]" if text == b"[" else b">>")
            continue
        if kind == "close":
            if not closers or closers.pop() != text:
                raise DamagedError(f"a bracket closes what was not opened at byte {position}")
            items = stack.pop()
            value: Any = items if text == b"]" else paired(items, position)
        else:
            value = simple(kind, text, position)
        if not stack:
            return value, position
        stack[-1].append(value)


def simple(kind: str, text: bytes, position: int) -> Any:
    """The value of a token that is no bracket."""
    match kind:
        case "ref":
            return Ref(int(text.split()[0]))
        case "number":
            return float(text) if b"." in text else int(text[:20])
        case "name":
            return name(text)
        case "text":
            return unescaped(text)
        case "hex":
            return unhexed(text)
    if text not in WORDS:
        raise DamagedError(f"an object ends too early at byte {position}")
    return WORDS[text]


def paired(items: list[Any], position: int) -> dict[str, Any]:
    """Keys and values in turn as a dictionary."""
    keys = items[::2]
    if len(items) % 2 or not all(isinstance(key, Name) for key in keys) or len(set(keys)) < len(keys):
        raise DamagedError(f"the dictionary that ends at byte {position} is damaged")
    return dict(zip(keys, items[1::2], strict=True))


def name(text: bytes) -> Name:
    if b"#" in text:
        text = HASH.sub(lambda match: bytes([int(match[1], 16)]), text)
    return Name(text.decode("latin-1"))


def unescaped(text: bytes) -> bytes:
    """A literal string without its escapes (7.3.4.2)."""
    return ESCAPE.sub(escape, text) if b"\\" in text else text


def escape(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes([int(match[1], 8) & 255])
    return LETTERS.get(match[2], match[2])


def unhexed(text: bytes) -> bytes:
    """A hexadecimal string; an odd last digit counts as if a zero followed."""
    digits = bytes(text.translate(None, b"\x00\t\n\f\r "))
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def text_of(value: Any) -> str:
    """A text string (7.9.2.2): UTF-16 or UTF-8 with its mark, else Latin; empty for what is no string."""
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1").translate(PDF_DOC)
