"""A font of a PDF into what its codes mean: characters, widths, glyphs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError
from leaflet.preflight.truetype import TrueType

SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
SYMBOLIC = 4
"""The flag of a font whose codes mean what its own table of codes says (ISO 32000-1, table 123)."""
HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


@dataclass(eq=False)
class EmbeddedFont:
    """One font of a page. ``name`` is its PostScript name; ``characters`` is its ToUnicode map.

    ``program`` is None if the font is not in the file; ``wide`` tells that codes have two bytes.
    """

    name: str
    wide: bool
    program: TrueType | None
    characters: Mapping[int, str]
    widths: Mapping[int, float]
    default_width: float
    glyphs: bytes | None = field(default=None, repr=False)
    _glyphs: dict[int, int] = field(default_factory=dict, repr=False)
    _boxes: dict[int, tuple[float, float, float, float] | None] = field(default_factory=dict, repr=False)

    def codes(self, text: bytes) -> tuple[int, ...]:
        """The codes of a shown string."""
        if not self.wide:
            return tuple(text)
        return tuple(int.from_bytes(text[index : index + 2], "big") for index in range(0, len(text), 2))

    def text(self, codes: tuple[int, ...]) -> str:
        """What the codes stand for; U+FFFD where the map does not say."""
        characters = self.characters
        return "".join([characters.get(code, "\ufffd") for code in codes])

    def width(self, codes: tuple[int, ...]) -> float:
        """The advance of all codes, in thousandths of an em."""
        widths = self.widths
        return sum([widths.get(code, self.default_width) for code in codes])

    def glyph(self, code: int) -> int:
        """The number of a code's glyph in the embedded program."""
        if code not in self._glyphs:
            self._glyphs[code] = self._glyph(code)
        return self._glyphs[code]

    def _glyph(self, code: int) -> int:
        if self.program is None:
            raise DamagedError(f"the font {self.name} is not in the file")
        if not self.wide:
            return self.program.of_code(code)
        if self.glyphs is None:
            return code
        return int.from_bytes(self.glyphs[2 * code : 2 * code + 2], "big")

    def box(self, code: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right, top of a code's ink in thousandths of an em; None without ink."""
        if code not in self._boxes:
            program = self.program
            self._boxes[code] = None if program is None else program.box(self.glyph(code))
        return self._boxes[code]

    def extent(self, codes: tuple[int, ...]) -> tuple[float, float, float, float]:
        """Lowest and highest ink of some codes, and the white at their ends, in thousandths of an em."""
        boxes = {code: box for code in set(codes) if (box := self.box(code))}
        inked = [index for index, code in enumerate(codes) if code in boxes]
        if not inked:
            return 0.0, 0.0, 0.0, self.width(codes)
        first, last = inked[0], inked[-1]
        left = self.width(codes[:first]) + boxes[codes[first]][0]
        right = self.width(codes[last:]) - boxes[codes[last]][2]
        low, high = min(box[1] for box in boxes.values()), max(box[3] for box in boxes.values())
        return low, high, left, right


def read_font(file: PdfFile, value: Any) -> EmbeddedFont:
    """A font dictionary as a font. Raises DamagedError."""
    font = file.dictionary(value, "a font")
    name = str(file.resolve(font.get("BaseFont", ""))).partition("+")
    characters = read_map(file.stream(font["ToUnicode"], "a ToUnicode map")) if "ToUnicode" in font else {}
    wide = font.get("Subtype") == "Type0"
    inner = file.dictionary(file.array(font.get("DescendantFonts"), "a font")[0], "a font") if wide else font
    descriptor = file.dictionary(inner.get("FontDescriptor", {}), "a font descriptor")
    program = None
    if "FontFile2" in descriptor:
        program = TrueType(file.stream(descriptor["FontFile2"], "a font program"))
    glyphs = None
    if wide:
        if font.get("Encoding") != "Identity-H":
            raise DamagedError("a font has an encoding that leaflets do not have")
        widths, default = wide_widths(file, inner), inner.get("DW", 1000)
        if inner.get("CIDToGIDMap", "Identity") != "Identity":
            glyphs = file.stream(inner["CIDToGIDMap"], "a map of glyphs")
    else:
        # With an encoding, or called nonsymbolic, the same codes would show other glyphs (9.6.6.4).
        if "Encoding" in font or ("Flags" in descriptor and not file.resolve(descriptor["Flags"]) & SYMBOLIC):
            raise DamagedError("a font has an encoding that leaflets do not have")
        first = file.resolve(inner.get("FirstChar", 0))
        listed = [file.resolve(width) for width in file.array(inner.get("Widths", []), "a font's widths")]
        widths = {first + index: float(width) for index, width in enumerate(listed)}
        default = descriptor.get("MissingWidth", 0)
    return EmbeddedFont(name[2] or name[0], wide, program, characters, widths, float(default), glyphs)


def wide_widths(file: PdfFile, font: dict[str, Any]) -> dict[int, float]:
    """The widths of a CID font (ISO 32000-1, 9.7.4.3): runs ``c [w …]`` and ranges ``first last w``."""
    items = [file.resolve(item) for item in file.array(font.get("W", []), "a font's widths")]
    widths: dict[int, float] = {}
    while items:
        first, second = items.pop(0), items.pop(0) if items else None
        if isinstance(second, list):
            widths |= {first + index: float(width) for index, width in enumerate(second)}
        elif items and isinstance(second, int) and 0 <= second - first <= 0xFFFF:
            width = float(items.pop(0))
            widths |= dict.fromkeys(range(first, second + 1), width)
        else:
            raise DamagedError("a font's widths are damaged")
    return widths


def read_map(data: bytes) -> dict[int, str]:
    """A ToUnicode map: codes to the characters that they stand for."""
    found: dict[int, str] = {}
    for kind, body in SECTION.findall(data):
        tokens = HEX.findall(body)
        if kind == b"bfchar":
            values = [value for value, *_ in tokens]
            pairs = zip(values[::2], values[1::2], strict=False)
            found |= {int(code, 16): characters(value) for code, value in pairs}
        else:
            found |= ranges(tokens)
    return found


def ranges(tokens: list[tuple[bytes, bytes, bytes]]) -> dict[int, str]:
    """``<first> <last> <value>``, or a list of values in brackets."""
    found: dict[int, str] = {}
    left = list(reversed(tokens))
    while len(left) >= 3:
        first, last = int(left.pop()[0], 16), int(left.pop()[0], 16)
        if last - first > 0xFFFF:
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


def characters(value: bytes) -> str:
    """Hexadecimal UTF-16 as text."""
    return bytes.fromhex(value.decode("ascii")).decode("utf-16-be", "replace")
