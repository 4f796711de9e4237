"""A font of a PDF into what its codes mean: characters, widths, glyphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import inf
from typing import Any, NamedTuple, TypeAlias, TypeVar

from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError, strings_of
from leaflet.preflight.truetype import TrueType

SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
SYMBOLIC = 4
"""The flag of a font whose codes mean what its own table of codes says (ISO 32000-1, table 123)."""
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")
CODES = 256
"""What one byte can say."""
LONGEST_KEPT = 1000
"""Bytes of what a show operator has; a line of a leaflet has some 200."""
LONGEST_MAP = 20_000
"""Bytes of a ToUnicode map: those of a leaflet have some 2000."""

Kind = TypeVar("Kind")
Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top of a glyph's ink in thousandths of an em."""


class Table(dict[int, Kind]):
    """What is known of each code of a font, found out when it is first asked for."""

    def __init__(self, find: Callable[[int], Kind]) -> None:
        super().__init__()
        self.find = find

    def __missing__(self, code: int) -> Kind:
        found = self[code] = self.find(code)
        return found


class Words(NamedTuple):
    """What a show operator writes: its advance and its widest kern are in thousandths of the size."""

    codes: bytes
    text: str
    blank: bool
    advance: float
    kern: float


class EmbeddedFont:
    """One font of a page, whose codes have one byte each.

    ``name`` is its PostScript name; ``characters`` is what its ToUnicode map says; ``program`` is None if the
    font is not in the file. Raises DamagedError for a damaged map.
    """

    def __init__(
        self,
        name: str,
        program: bytes | None,
        to_unicode: bytes,
        first_code: int,
        listed_widths: Sequence[float],
        default_width: float,
    ) -> None:
        self.name = name
        self.program = None if program is None else TrueType(program)
        self.characters = characters = read_map(to_unicode)
        widths = dict(enumerate(listed_widths, first_code))
        # Looked up once for each letter of a page.
        self._texts = Table(lambda code: characters.get(code, "\ufffd")).__getitem__
        self._widths = Table(lambda code: widths.get(code, default_width)).__getitem__
        self.glyph = Table(self._glyph).__getitem__
        self.box = Table(self._box).__getitem__
        self._low = Table(lambda code: box[1] if (box := self.box(code)) else inf).__getitem__
        self._high = Table(lambda code: box[3] if (box := self.box(code)) else -inf).__getitem__
        # Editions of a language have most lines in common.
        self.extent = lru_cache(maxsize=4096)(self._extent)
        self._kept_words = lru_cache(maxsize=4096)(self._words)

    def text(self, codes: Sequence[int]) -> str:
        """What the codes stand for; U+FFFD where the map does not say."""
        return "".join(map(self._texts, codes))

    def width(self, codes: Sequence[int]) -> float:
        """The advance of all codes, in thousandths of an em."""
        return sum(map(self._widths, codes))

    def words(self, operands: bytes) -> Words:
        """What the operands of a show operator write. Raises DamagedError."""
        return (self._kept_words if len(operands) < LONGEST_KEPT else self._words)(operands)

    def _words(self, operands: bytes) -> Words:
        strings, kerns = strings_of(operands)
        codes = b"".join(strings)
        text, widest = self.text(codes), max(map(abs, kerns), default=0.0)
        return Words(codes, text, not text.strip(), self.width(codes) - sum(kerns), widest)

    def _glyph(self, code: int) -> int:
        """The number of a code's glyph in the embedded program."""
        if self.program is None:
            raise DamagedError(f"the font {self.name} is not in the file")
        return self.program.of_code(code)

    def _box(self, code: int) -> Box | None:
        """The box of a code's ink; None without ink."""
        return None if self.program is None else self.program.box(self.glyph(code))

    def _extent(self, codes: Sequence[int]) -> tuple[float, float, float, float]:
        """Lowest and highest ink of some codes, and the white at their ends, in thousandths of an em."""
        low = min(map(self._low, codes), default=inf)
        if low == inf:
            return 0.0, 0.0, 0.0, self.width(codes)
        first, last = 0, len(codes) - 1
        while (begin := self.box(codes[first])) is None:
            first += 1
        while (end := self.box(codes[last])) is None:
            last -= 1
        left, right = self.width(codes[:first]) + begin[0], self.width(codes[last:]) - end[2]
        return low, max(map(self._high, codes)), left, right


# Editions of a language have nearly the same letters, and often the same font: each is then read once.
kept_font = lru_cache(maxsize=32)(EmbeddedFont)


def read_font(file: PdfFile, value: Any) -> EmbeddedFont:
    """A font dictionary as a font. Raises DamagedError."""
    font = file.dictionary(value, "a font")
    if file.resolve(font.get("Subtype")) == "Type0":
        raise DamagedError("a font has codes of more than one byte, as no leaflet has")
    name = str(file.resolve(font.get("BaseFont", ""))).partition("+")
    to_unicode = file.stream(font["ToUnicode"], "a ToUnicode map") if "ToUnicode" in font else b""
    descriptor = file.dictionary(font.get("FontDescriptor", {}), "a font descriptor")
    program = None
    if "FontFile2" in descriptor:
        program = file.stream(descriptor["FontFile2"], "a font program")
    # With an encoding, or called nonsymbolic, the same codes would show other glyphs (9.6.6.4).
    if "Encoding" in font or ("Flags" in descriptor and not file.resolve(descriptor["Flags"]) & SYMBOLIC):
        raise DamagedError("a font has an encoding that leaflets do not have")
    first = file.resolve(font.get("FirstChar", 0))
    listed = file.array(font.get("Widths", []), "a font's widths")
    if len(listed) > CODES:
        raise DamagedError(f"expected at most {CODES} widths of a font, found more")
    widths = tuple([float(file.resolve(width)) for width in listed])
    default = float(descriptor.get("MissingWidth", 0))
    return kept_font(name[2] or name[0], program, to_unicode, first, widths, default)


def read_map(data: bytes) -> dict[int, str]:
    """A ToUnicode map: codes to the characters that they stand for. Raises DamagedError."""
    if len(data) > LONGEST_MAP:
        raise DamagedError(f"expected at most {LONGEST_MAP:,} bytes of a ToUnicode map, found {len(data):,}")
    found: dict[int, str] = {}
    for kind, body in SECTION.findall(data):
        tokens = HEX.findall(body)
        if kind == b"bfchar":
            codes = [int(code, 16) for code, _, _ in tokens[::2]]
            found |= zip(codes, all_characters([value for value, _, _ in tokens[1::2]]), strict=False)
        else:
            found |= ranges(tokens)
    return found


def ranges(tokens: list[tuple[bytes, bytes, bytes]]) -> dict[int, str]:
    """``<first> <last> <value>``, or a list of values in brackets."""
    found: dict[int, str] = {}
    left = list(reversed(tokens))
    while len(left) >= 3:
        first, last = int(left.pop()[0], 16), int(left.pop()[0], 16)
        if last >= CODES:
            raise DamagedError("a ToUnicode map is damaged")
        value, opened, _ = left.pop()
        if opened:
            code = first
            while left and not left[-1][2]:
                found[code] = characters(left.pop()[0])
                code += 1
            left.pop()
        else:
            start = characters(value)
            for code in range(first, last + 1):
                found[code] = start[:-1] + chr(ord(start[-1]) + code - first)
    return found


def all_characters(values: list[bytes]) -> Sequence[str]:
    """Values as texts: at one go where each is one unit of UTF-16, as nearly all are."""
    text = characters(b"".join(values)) if {*map(len, values)} == {4} else ""
    return text if len(text) == len(values) else [*map(characters, values)]


def characters(value: bytes) -> str:
    """Hexadecimal UTF-16 as text."""
    return bytes.fromhex(value.decode("ascii")).decode("utf-16-be", "replace")
