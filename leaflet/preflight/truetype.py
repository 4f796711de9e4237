"""The bytes of a TrueType font into glyphs: which one a character has, its outline, its box, its advance.

Read by a reader of our own, so that an embedded font can be held against the file that it came from
without the library that embedded it.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, TypeAlias

from leaflet.preflight.pdfobjects import DamagedError

Outline: TypeAlias = tuple[Any, ...]
"""A glyph's contours: end points, curve flags, and the steps from point to point, across and up."""
DEEPEST = 6
MOST_PARTS = 20
"""Parts of a glyph: a letter with its accents has three."""
MOST_GROUPS = 1000
"""Groups of codes that follow each other (OpenType, cmap of form 12): each is looked at for every letter."""

# Flags of a composite's part (OpenType, glyf table).
WORDS, SCALE, MORE, TWO_SCALES, MATRIX = 0x1, 0x8, 0x20, 0x40, 0x80
MEANT = 0x1 | 0x2 | 0x8 | 0x40 | 0x80


class Part(NamedTuple):
    """A glyph in another one, and how it is placed and transformed there."""

    number: int
    placing: tuple[Any, ...]


@dataclass(eq=False)
class TrueType:
    """A font. Every method raises DamagedError for a font that is cut off or inconsistent."""

    data: bytes = field(repr=False)
    _numbers: dict[str, int] = field(default_factory=dict, repr=False)
    _parts: dict[int, list[Part]] = field(default_factory=dict, repr=False)
    _ends: dict[int, tuple[int, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def tables(self) -> dict[bytes, memoryview]:
        """The tables by tag; views, because ``glyf`` of a whole font is half a megabyte."""
        (count,) = self._unpack(">H", self.data, 4)
        found, whole = {}, memoryview(self.data)
        for index in range(count):
            tag, _, offset, length = self._unpack(">4sIII", self.data, 12 + 16 * index)
            if offset + length > len(self.data):
                raise DamagedError("a font is cut off")
            found[tag] = whole[offset : offset + length]
        return found

    @cached_property
    def em(self) -> float:
        """Thousandths of an em in a unit of the font."""
        (units,) = self._unpack(">H", self._table(b"head"), 18)
        if not units:
            raise DamagedError("a font has no size")
        return 1000 / float(units)

    @cached_property
    def count(self) -> int:
        """How many glyphs there are."""
        return int(self._unpack(">H", self._table(b"maxp"), 4)[0])

    @cached_property
    def offsets(self) -> tuple[int, ...]:
        """Where each glyph begins in ``glyf``, and where the last one ends."""
        (long,) = self._unpack(">h", self._table(b"head"), 50)
        found = self._unpack(f">{self.count + 1}{'I' if long else 'H'}", self._table(b"loca"), 0)
        return found if long else tuple(offset * 2 for offset in found)

    @cached_property
    def glyphs(self) -> memoryview:
        return self._table(b"glyf")

    def glyph(self, number: int) -> bytes:
        """The glyph as it stands in the font; no bytes for one without ink."""
        if not 0 <= number < self.count:
            raise DamagedError(f"a font has no glyph {number}")
        offsets = self.offsets
        return bytes(self.glyphs[offsets[number] : offsets[number + 1]])

    @cached_property
    def full_metrics(self) -> int:
        """How many glyphs have an advance of their own; all later ones have that of the last."""
        return int(self._unpack(">H", self._table(b"hhea"), 34)[0])

    def advance(self, number: int) -> float:
        """The advance width in thousandths of an em."""
        (width,) = self._unpack(">H", self._table(b"hmtx"), 4 * min(number, self.full_metrics - 1))
        return float(width) * self.em

    def box(self, number: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right and top of the ink in thousandths of an em; None for a glyph without any."""
        glyph = self.glyph(number)
        if not glyph:
            return None
        left, bottom, right, top = self._unpack(">4h", glyph, 2)
        return left * self.em, bottom * self.em, right * self.em, top * self.em

    def ends(self, glyph: bytes) -> tuple[int, ...]:
        """The last point of each contour of a glyph of contours."""
        if not glyph:
            return ()
        (contours,) = self._unpack(">h", glyph, 0)
        return self._unpack(f">{contours}H", glyph, 10)

    def outline(self, glyph: bytes) -> Outline:
        """What a glyph of contours looks like, without its hints and its way of packing."""
        if not glyph:
            return ()
        ends = self.ends(glyph)
        contours, points = len(ends), ends[-1] + 1 if ends else 0
        (hints,) = self._unpack(">H", glyph, 10 + 2 * contours)
        at = 12 + 2 * contours + hints
        flags: list[int] = []
        while len(flags) < points:
            (flag,) = self._unpack(">B", glyph, at)
            at += 1
            repeat = self._unpack(">B", glyph, at)[0] if flag & 8 else 0
            at += bool(flag & 8)
            flags += [flag] * (repeat + 1)
        axes = []
        for short, same in ((0x2, 0x10), (0x4, 0x20)):
            values = []
            for flag in flags[:points]:
                step = 0
                if flag & short:
                    (step,) = self._unpack(">B", glyph, at)
                    step, at = step if flag & same else -step, at + 1
                elif not flag & same:
                    (step,) = self._unpack(">h", glyph, at)
                    at += 2
                values.append(step)
            axes.append(tuple(values))
        return ends, tuple(flag & 1 for flag in flags[:points]), *axes

    def parts(self, number: int) -> list[Part]:
        """The parts of a composite glyph."""
        if number not in self._parts:
            self._parts[number] = self._read_parts(self.glyph(number))
        return self._parts[number]

    def _read_parts(self, glyph: bytes) -> list[Part]:
        found: list[Part] = []
        at, flags = 10, MORE
        while flags & MORE:
            if len(found) == MOST_PARTS:
                raise DamagedError(f"expected at most {MOST_PARTS} parts of a glyph, found more")
            flags, number = self._unpack(">HH", glyph, at)
            arguments = ">hh" if flags & WORDS else ">bb"
            scales = 4 if flags & MATRIX else 2 if flags & TWO_SCALES else 1 if flags & SCALE else 0
            offset = self._unpack(arguments, glyph, at + 4)
            at += 4 + struct.calcsize(arguments)
            scale = self._unpack(f">{scales}h", glyph, at)
            at += 2 * scales
            found.append(Part(number, (flags & MEANT, offset, scale)))
        return found

    @cached_property
    def encodings(self) -> dict[tuple[int, int], memoryview]:
        """The subtables of ``cmap`` by platform and encoding."""
        table = self._table(b"cmap")
        (count,) = self._unpack(">H", table, 2)
        records = [self._unpack(">HHI", table, 4 + 8 * index) for index in range(count)]
        return {(platform, encoding): table[offset:] for platform, encoding, offset in records}

    def of_character(self, character: str) -> int:
        """The glyph of a character by the font's Unicode table, 0 if it has none."""
        if character not in self._numbers:
            self._numbers[character] = self._look_up(self.unicode, ord(character))
        return self._numbers[character]

    @cached_property
    def unicode(self) -> memoryview:
        for key in ((3, 10), (0, 4), (3, 1), (0, 3)):
            if key in self.encodings:
                return self.encodings[key]
        raise DamagedError("a font has no Unicode table")

    def of_code(self, code: int) -> int:
        """The glyph of a one-byte code in a symbolic font (ISO 32000-1, 9.6.6.4), 0 if it has none."""
        if (3, 0) in self.encodings:
            table = self.encodings[3, 0]
            return self._look_up(table, 0xF000 + code) or self._look_up(table, code)
        if (1, 0) in self.encodings:
            return self._look_up(self.encodings[1, 0], code)
        raise DamagedError("a font has no table of codes")

    def _look_up(self, table: memoryview, code: int) -> int:
        (form,) = self._unpack(">H", table, 0)
        if form == 0:
            return table[6 + code] if code < 256 and 6 + code < len(table) else 0
        if form == 4:
            return self._look_up_segment(table, code)
        if form == 6:
            first, count = self._unpack(">HH", table, 6)
            inside = first <= code < first + count
            return int(self._unpack(">H", table, 10 + 2 * (code - first))[0]) if inside else 0
        if form == 12:
            (count,) = self._unpack(">I", table, 12)
            if count > MOST_GROUPS:
                raise DamagedError(f"expected at most {MOST_GROUPS} groups of codes in a font, found more")
            for index in range(count):
                first, last, glyph = self._unpack(">III", table, 16 + 12 * index)
                if first <= code <= last:
                    return int(glyph + code - first)
            return 0
        raise DamagedError(f"a font has a table of codes of form {form}")

    def _look_up_segment(self, table: memoryview, code: int) -> int:
        """Format 4: segments of codes, each with a shift or a list of glyphs."""
        if code > 0xFFFF:
            return 0
        ends = self._segment_ends(table)
        index, double = bisect_left(ends, code), 2 * len(ends)
        if index == len(ends):
            return 0
        at = 16 + double + 2 * index
        (first,), (shift,), (offset,) = (self._unpack(">H", table, at + double * row) for row in range(3))
        if code < first:
            return 0
        if not offset:
            return int((code + shift) & 0xFFFF)
        (glyph,) = self._unpack(">H", table, at + 2 * double + offset + 2 * (code - first))
        return int((glyph + shift) & 0xFFFF) if glyph else 0

    def _segment_ends(self, table: memoryview) -> tuple[int, ...]:
        """The last code of each segment; the tables are kept, so each has an identity of its own."""
        if id(table) not in self._ends:
            (double,) = self._unpack(">H", table, 6)
            self._ends[id(table)] = self._unpack(f">{double // 2}H", table, 14)
        return self._ends[id(table)]

    def _table(self, tag: bytes) -> memoryview:
        if tag not in self.tables:
            raise DamagedError(f"a font lacks its table {tag.decode('latin-1')!r}")
        return self.tables[tag]

    def _unpack(self, form: str, data: bytes | memoryview, offset: int) -> tuple[Any, ...]:
        try:
            return struct.unpack_from(form, data, offset)
        except struct.error:
            raise DamagedError("a font is cut off") from None


def alike(one: TrueType, first: int, own: TrueType, second: int, depth: int = 0) -> bool:
    """Whether a glyph looks the same as one of a font that is known to be sound. Raises DamagedError."""
    if one.em != own.em or depth > DEEPEST:
        return False
    glyph, wanted = one.glyph(first), own.glyph(second)
    composite = glyph[:1] >= b"\x80"
    if composite != (wanted[:1] >= b"\x80"):
        return False
    if not composite:
        # A subset may have padding behind the glyph, which nobody reads.
        whole = glyph == wanted or (wanted and glyph.startswith(wanted))
        # A glyph may have any number of points, and is followed no further than our own.
        return bool(whole) or (
            one.ends(glyph) == own.ends(wanted) and one.outline(glyph) == own.outline(wanted)
        )
    parts, others = one.parts(first), own.parts(second)
    return len(parts) == len(others) and all(
        a.placing == b.placing and alike(one, a.number, own, b.number, depth + 1)
        for a, b in zip(parts, others, strict=True)
    )
