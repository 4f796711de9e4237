"""The bytes of PDF objects into plain values (ISO 32000-1, 7.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

MOST_PACKED = 50_000
"""Bytes of an object that stands in an object stream: those of a leaflet have at most 10,000."""
LONGEST_NUMBER, LARGEST_NUMBER = 20, 2**31 - 1
"""The characters of a number, and what it comes to (ISO 32000-1, annex C.2)."""
PLAIN = 9
"""Digits and signs of a number that is surely not too large."""
LONGEST_TEXT = 10_000
"""Bytes of a string: those of a leaflet have at most 500, and one may be said in many places."""
DEEPEST = 40
"""How deep arrays and dictionaries may nest; those of a leaflet nest five deep."""

# A zero byte is white space by the letter of the standard, and the end of the text for some readers.
# So is a remark; no leaflet has any, and what it says nobody would see.
SPACE = rb"[\t\n\f\r ]*+"
# A string without brackets in it, and what may be a number.
LITERAL = rb"\((?:[^\\()]++|\\.)*+\)"
NUMBER = rb"[-+.\d]++"
NAME = rb"/[^\x00\t\n\f\r ()<>\[\]{}/%]*+"
# Objects of a file that was made at one go are all of generation 0.
# Some readers take a word and what is glued to it for two, others for one that means nothing.
ENDS = rb"(?![^\x00\t\n\f\r ()<>\[\]{}/%])"
REFERENCE = rb"[ \r\n]++0[ \r\n]++R" + ENDS
# A name and what comes after it are one token, and so is an array of numbers or of references: most of
# a file is made of these. What is no token is a word that means nothing; only the end is none.
TOKEN = re.compile(
    SPACE + rb"(?:(?P<key>" + NAME + rb")" + SPACE + rb")?+"
    rb"(?:(?P<ref>\d{1,10}+)" + REFERENCE + rb"|(?P<name>" + NAME + rb")"
    rb"|\[(?P<numbers>[-+.\d\t\n\f\r ]++)\]"
    rb"|\[(?P<refs>(?:[\t\n\f\r ]*+\d{1,10}+" + REFERENCE + rb")++)[\t\n\f\r ]*+\]"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<number>[+-]?(?:\d++\.?\d*+|\.\d++)" + ENDS + rb")"
    rb"|(?P<text>\((?:[^\\()]++|\\.|\((?:[^\\()]++|\\.)*+\))*+\))"
    rb"|(?P<hex><[0-9A-Fa-f\x00\t\n\f\r ]*+>)"
    rb"|(?P<word>(?:true|false|null|stream|endobj)" + ENDS + rb"|[^\t\n\f\r ].*+)|)",
    re.DOTALL,
)
Token: TypeAlias = tuple[bytes, ...]
"""The groups of a token; empty bytes where it is not of that kind."""
WORDS = {b"true": True, b"false": False, b"null": None}
ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|.))", re.DOTALL)
LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
LETTERS |= {letter: letter for letter in (b"(", b")", b"\\")}
LETTERS |= dict.fromkeys((b"\n", b"\r", b"\r\n"), b"")
# PDFDocEncoding, where it is not Latin-1 (ISO 32000-1, annex D.2).
PDF_DOC = dict(enumerate("˘ˇˆ˙˝˛˚˜", 0x18))
PDF_DOC |= dict(enumerate("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", 0x80)) | {0xA0: "€"}
SHOWN = re.compile(LITERAL + rb"|<[0-9A-Fa-f\s]*+>|" + NUMBER, re.DOTALL)
BRACKET, ANGLE = b"(<"
HASH = re.compile(rb"#([0-9A-Fa-f]{2})")


class DamagedError(Exception):
    """The bytes are no PDF that this reader takes. Says why."""


class Name(str):
    """A name, without its solidus."""

    __slots__ = ()


class Ref(NamedTuple):
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
    end = position

    def tokens() -> Iterator[Token]:
        nonlocal end
        for match in TOKEN.finditer(data, position):
            end = match.end()
            yield match.groups(b"")

    return value(tokens(), position), end


def parse_all(data: bytes, start: int) -> Any:
    """The one value that some bytes hold; ``start`` is where they stand. Raises DamagedError."""
    if len(data) > MOST_PACKED:
        raise DamagedError(f"expected at most {MOST_PACKED:,} bytes of a packed object, found {len(data):,}")
    tokens = iter(TOKEN.findall(data))
    found = value(tokens, start)
    if any(map(any, tokens)):
        raise DamagedError(f"more than one value stands at byte {start}")
    return found


def value(tokens: Iterator[Token], start: int) -> Any:
    """The value that the next tokens make; ``start`` is where they stand."""
    stack: list[tuple[list[Any], bytes]] = []
    items: list[Any] = []
    for key, ref, other, numbers, refs, opens, closes, *rest in tokens:
        if key:
            items.append(name(key))
        if ref:
            items.append(reference(ref))
        elif other:
            items.append(name(other))
        elif numbers:
            items.append(numbers_of(numbers.split()))
        elif refs:
            items.append([reference(digits) for digits in refs.replace(b"R", b" ").split()[::2]])
        elif opens:
            if len(stack) == DEEPEST:
                raise DamagedError(f"arrays and dictionaries nest deeper than {DEEPEST}")
            stack.append((items, b">>" if opens == b"<<" else b"]"))
            items = []
        elif closes:
            inner = items if closes == b"]" else paired(items, start)
            items, closer = stack.pop() if stack else ([], b"")
            if closes != closer:
                raise DamagedError(f"a bracket closes what was not opened, in the object at byte {start}")
            items.append(inner)
        else:
            items.append(simple(*rest))
        if not stack:
            break
    if len(items) != 1:
        raise DamagedError(f"byte {start} begins nothing that a PDF may have there")
    return items[0]


def simple(number: bytes, text: bytes, hexadecimal: bytes, word: bytes) -> Any:
    """The value of a token that is neither name, reference nor bracket."""
    if len(text) > LONGEST_TEXT or len(hexadecimal) > LONGEST_TEXT:
        raise DamagedError(f"expected at most {LONGEST_TEXT:,} bytes of a string, found more")
    if text:
        return unescaped(text[1:-1])
    if number:
        return number_of(number)
    if hexadecimal:
        return unhexed(hexadecimal[1:-1])
    if word not in WORDS:
        raise DamagedError("an object ends too early, or has what a PDF may not have there")
    return WORDS[word]


def numbers_of(row: list[bytes]) -> list[float]:
    """The numbers of an array. Raises DamagedError."""
    try:
        found = [float(digits) if b"." in digits else int(digits) for digits in row if len(digits) <= PLAIN]
    except ValueError:
        found = []
    # What is damaged or longer is told, or read, by itself.
    return found if len(found) == len(row) else [number_of(digits) for digits in row]


def number_of(digits: bytes) -> float:
    try:
        # Python refuses to read very many digits, and programs differ in what they make of them.
        found = float(digits) if b"." in digits else int(digits[: LONGEST_NUMBER + 1])
    except ValueError:
        raise DamagedError(f"expected a number, found {digits[:LONGEST_NUMBER]!r}") from None
    if len(digits) > LONGEST_NUMBER or abs(found) > LARGEST_NUMBER:
        raise DamagedError(f"a number is longer or larger than any of a leaflet: {digits[:LONGEST_NUMBER]!r}")
    return found


def paired(items: list[Any], start: int) -> dict[str, Any]:
    """Keys and values in turn as a dictionary."""
    keys = items[::2]
    found = dict(zip(keys, items[1::2], strict=False)) if {*map(type, keys)} <= {Name} else None
    if found is None or len(found) * 2 != len(items):
        raise DamagedError(f"a dictionary is damaged, in the object at byte {start}")
    return found


@lru_cache(maxsize=4096)
def reference(digits: bytes) -> Ref:
    return Ref(int(digits))


@lru_cache(maxsize=1024)
def name(text: bytes) -> Name:
    """A name from its bytes, with its solidus."""
    if b"#" in text:
        text = HASH.sub(lambda match: bytes([int(match[1], 16)]), text)
    return Name(text[1:].decode("latin-1"))


def unescaped(text: bytes) -> bytes:
    """A literal string without its escapes (7.3.4.2). Raises DamagedError."""
    return ESCAPE.sub(escape, text) if b"\\" in text else text


def escape(match: re.Match[bytes]) -> bytes:
    """What an escape stands for. What the standard lets be ignored in one, readers take in their own ways."""
    if match[1] and (code := int(match[1], 8)) < 256:
        return bytes([code])
    if match[2] in LETTERS:
        return LETTERS[match[2]]
    raise DamagedError(f"a string has an escape that readers take in different ways: {match[0]!r}")


def unhexed(text: bytes) -> bytes:
    """A hexadecimal string; an odd last digit counts as if a zero followed."""
    digits = bytes(text.translate(None, b"\x00\t\n\f\r "))
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))


def strings_of(operands: bytes) -> tuple[list[bytes], list[float]]:
    """What a show operator has: strings, and how far they are drawn together, in thousandths of the size."""
    strings, kerns = [], []
    for part in SHOWN.findall(operands):
        if part[0] == BRACKET:
            strings.append(unescaped(part[1:-1]))
        elif part[0] == ANGLE:
            strings.append(unhexed(part[1:-1]))
        else:
            kerns.append(float(part))
    return strings, kerns


def text_of(value: Any) -> str:
    """A text string (7.9.2.2): UTF-16 or UTF-8 with its mark, else Latin; empty for what is no string."""
    if not isinstance(value, bytes):
        return ""
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1").translate(PDF_DOC)
