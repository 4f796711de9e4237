"""Fonts that are not in the file, or that lie of their letters."""

from __future__ import annotations

import re
from collections.abc import Callable

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
)

from faults.fault import Fault
from faults.subject import Subject, put


def lying_map(subject: Subject) -> bytes:
    return subject.with_font_map(swapped(b"<0031>", b"<0036>"))


def code_of(font_map: bytes, character: str) -> int:
    """The code of a character by a ToUnicode map."""
    found = re.search(rb"<(\w\w)> <%04X>" % ord(character), font_map)
    assert found is not None
    return int(found[1], 16)


def swapped(one: bytes, other: bytes) -> Callable[[bytes], bytes]:
    """Exchanges two strings that stand in a stream once each."""

    def change(data: bytes) -> bytes:
        assert data.count(one) == data.count(other) == 1
        return data.replace(one, b"\0?").replace(other, one).replace(b"\0?", other)

    return change


def table(program: bytes, tag: bytes) -> tuple[int, int]:
    """Where a table of a TrueType program begins, and its length."""
    count = int.from_bytes(program[4:6], "big")
    for at in range(12, 12 + 16 * count, 16):
        if program[at : at + 4] == tag:
            return int.from_bytes(program[at + 8 : at + 12], "big"), int.from_bytes(
                program[at + 12 : at + 16], "big"
            )
    raise AssertionError(f"no table {tag!r}")


def glyph_place(program: bytes, code: int) -> int:
    """Where the number of a code's glyph stands in the program: its ``cmap`` has one table of form 6."""
    start, _ = table(program, b"cmap")
    assert int.from_bytes(program[start + 12 : start + 14], "big") == 6
    return start + 12 + 10 + 2 * code


def exchanged(program: bytes, one: int, other: int) -> bytes:
    """The program with the glyphs of two codes exchanged."""
    first, second = glyph_place(program, one), glyph_place(program, other)
    data = bytearray(program)
    data[first : first + 2], data[second : second + 2] = (
        program[second : second + 2],
        program[first : first + 2],
    )
    return bytes(data)


def without_glyph(program: bytes, code: int) -> bytes:
    """The program with the box of a missing glyph in the place of a code's own."""
    place = glyph_place(program, code)
    return program[:place] + b"\0\0" + program[place + 2 :]


def bent(program: bytes, code: int) -> bytes:
    """The program with one point of a code's glyph off its place."""
    place = glyph_place(program, code)
    glyph = int.from_bytes(program[place : place + 2], "big")
    head, loca, glyf = (table(program, tag)[0] for tag in (b"head", b"loca", b"glyf"))
    size, unit = (4, 1) if program[head + 51] else (2, 2)
    offset = int.from_bytes(program[loca + size * glyph : loca + size * (glyph + 1)], "big") * unit
    start = glyf + offset
    # Behind the counts, the box, the ends of contours and the hints come flags and then x.
    contours = int.from_bytes(program[start : start + 2], "big")
    ends = start + 10 + 2 * contours
    points = int.from_bytes(program[ends - 2 : ends], "big") + 1
    hints = int.from_bytes(program[ends : ends + 2], "big")
    at = ends + 2 + hints + points
    return program[:at] + bytes([program[at] ^ 0x1F]) + program[at + 1 :]


def in_font(subject: Subject, spoil: Callable[..., bytes], *characters: str) -> bytes:
    """The file with something done to the glyphs of some characters of its bold font."""

    def change(writer: PdfWriter, font: DictionaryObject) -> None:
        codes = [code_of(font["/ToUnicode"].get_data(), character) for character in characters]
        put(writer, font["/FontDescriptor"], "/FontFile2", lambda program: spoil(program, *codes))

    return subject.with_font(change)


def renamed(subject: Subject, name: str) -> bytes:
    """The file with its bold font replaced by one that every reader has, as a careless tool would."""

    def change(_: PdfWriter, font: DictionaryObject) -> None:
        font[NameObject("/BaseFont")] = NameObject(name)
        del font["/FontDescriptor"]["/FontFile2"]

    return subject.with_font(change)


def without(subject: Subject, *path: str) -> bytes:
    """The file without an entry of its bold font."""

    def change(_: PdfWriter, font: DictionaryObject) -> None:
        for name in path[:-1]:
            font = font[name]
        del font[path[-1]]

    return subject.with_font(change)


def widened(subject: Subject) -> bytes:
    """The file with a font's widths all a tenth too large."""

    def change(_: PdfWriter, font: DictionaryObject) -> None:
        font[NameObject("/Widths")] = ArrayObject(FloatObject(width * 1.1) for width in font["/Widths"])

    return subject.with_font(change)


def recoded(subject: Subject) -> bytes:
    def change(_: PdfWriter, font: DictionaryObject) -> None:
        font[NameObject("/Encoding")] = NameObject("/WinAnsiEncoding")

    return subject.with_font(change)


FONTS: list[Fault] = [
    Fault(
        "6 and 1 are exchanged in the font",
        {"untrue-glyph"},
        lambda s: in_font(s, exchanged, "6", "1"),
    ),
    Fault("a digit is bent", {"untrue-glyph"}, lambda s: in_font(s, bent, "1")),
    Fault("a glyph is missing", {"missing-glyph"}, lambda s: in_font(s, without_glyph, "6")),
    Fault("the font lies of what its digits are", {"untrue-glyph", "lost-text", "wrong-number"}, lying_map),
    Fault("the font lies of its widths", {"untrue-glyph"}, widened),
    Fault("a font has another encoding", {"unreadable-pdf"}, recoded),
    Fault(
        "a font is another",
        {"foreign-font", "font-not-embedded"},
        lambda s: renamed(s, "/Helvetica-Bold"),
    ),
    Fault(
        "a font is not in the file",
        {"font-not-embedded"},
        lambda s: without(s, "/FontDescriptor", "/FontFile2"),
    ),
    Fault(
        "a font does not say its letters",
        {"font-not-embedded", "lost-text"},
        lambda s: without(s, "/ToUnicode"),
    ),
]
