"""Ways to spoil a good leaflet: in its layout before it is rendered, or in the bytes of its finished PDF."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

import leaflet
from leaflet.document import Role
from leaflet.fonts import FontFolder
from leaflet.geometry import Rect
from leaflet.operators import modules
from leaflet.sheet import Code, Fill, Item, Layout, PlacedPanel, TextLine
from leaflet.styles import WHITE, Ink


@dataclass(frozen=True)
class Subject:
    """A good leaflet: its layout, its file, and the typeface to render it again."""

    layout: Layout
    pdf: bytes
    typeface: FontFolder

    def lines(self, role: Role) -> list[TextLine]:
        return [item for item in self.items() if isinstance(item, TextLine) and item.tag.role is role]

    @property
    def number(self) -> TextLine:
        """The number of the first organisation of the list."""
        return next(line for line in self.lines(Role.NUMBER) if line.tag.block.startswith("contact."))

    @property
    def paragraph(self) -> TextLine:
        """A line amid the memo's text."""
        return self.lines(Role.PARAGRAPH)[10]

    @property
    def codes(self) -> list[Code]:
        """The codes of organisations."""
        found = [item for item in self.items() if isinstance(item, Code)]
        return [code for code in found if code.tag.block.startswith("contact.")]

    def items(self) -> list[Item]:
        return [item for side in self.layout.sides for panel in side.panels for item in panel.items]

    # In the layout.

    def instead(self, old: Item, *new: Item) -> Layout:
        """The layout with other items in the place of one."""
        return self.with_items(
            lambda panel: [part for item in panel.items for part in (new if item is old else [item])]
        )

    def after(self, old: Item, *new: Item) -> Layout:
        """The layout with more items on the panel of one, on top of all else."""
        return self.with_items(lambda panel: [*panel.items, *(new if old in panel.items else ())])

    def with_items(self, change: Callable[[PlacedPanel], Iterable[Item]]) -> Layout:
        """The layout with other items on its panels."""
        sides = tuple(
            replace(side, panels=tuple(replace(panel, items=tuple(change(panel))) for panel in side.panels))
            for side in self.layout.sides
        )
        return replace(self.layout, sides=sides)

    def rendered(self, layout: Layout) -> bytes:
        """A spoilt layout as a file."""
        return leaflet.render(layout, self.typeface)

    # In the file.

    def edited(self, change: Callable[[PdfWriter], None]) -> bytes:
        """The file with its objects changed."""
        writer = PdfWriter(clone_from=BytesIO(self.pdf))
        # Or it would say that it has made the file.
        writer.add_metadata({"/Producer": str(PdfReader(BytesIO(self.pdf)).metadata["/Producer"])})
        change(writer)
        return written(writer)

    @cached_property
    def inflated(self) -> bytes:
        """The file with its pages and its bold font as they are, not packed: each byte can be reached."""

        def edit(writer: PdfWriter, font: DictionaryObject) -> None:
            descriptor = font["/FontDescriptor"]
            for page in writer.pages:
                page[NameObject("/Contents")] = unpacked(writer, page["/Contents"])
            font[NameObject("/ToUnicode")] = unpacked(writer, font["/ToUnicode"])
            descriptor[NameObject("/FontFile2")] = unpacked(writer, descriptor["/FontFile2"])

        return self.with_font(edit)

    def with_operators(self, change: Callable[[bytes], bytes], page: int = 0) -> bytes:
        """The file with the operators of a page changed."""

        def edit(writer: PdfWriter) -> None:
            contents = writer.pages[page].get_contents()
            assert contents is not None
            new = change(contents.get_data())
            assert new != contents.get_data()
            stream = DecodedStreamObject()
            stream.set_data(new)
            writer.pages[page][NameObject("/Contents")] = writer._add_object(stream.flate_encode())

        return self.edited(edit)

    def with_code(self, rows: tuple[tuple[bool, ...], ...]) -> bytes:
        """The file with other modules drawn in the place of the first organisation's code."""
        old, new = modules(self.codes[0].rows).encode(), modules(rows).encode()
        page = next(
            index
            for index, side in enumerate(self.layout.sides)
            if any(self.codes[0] in panel.items for panel in side.panels)
        )
        return self.with_operators(lambda data: data.replace(old, new, 1), page)

    def with_page(self, name: str, value: Any) -> bytes:
        """The file with an entry in the dictionary of its first page."""
        return self.edited(lambda writer: writer.pages[0].update({NameObject(name): value}))

    def with_catalog(self, name: str, value: Any) -> bytes:
        return self.edited(lambda writer: writer.root_object.update({NameObject(name): value}))

    def with_font(self, change: Callable[[PdfWriter, DictionaryObject], None]) -> bytes:
        """The file with the font changed that its largest text, the number of the hotline, is set in."""

        def edit(writer: PdfWriter) -> None:
            fonts = writer.pages[0]["/Resources"]["/Font"]
            named = {str(font["/BaseFont"]): font for font in map(resolved, fonts.values())}
            (name,) = [name for name in named if name.endswith("+NotoSans-SemiCondensedBold")]
            change(writer, named[name])

        return self.edited(edit)

    def with_font_map(self, change: Callable[[bytes], bytes]) -> bytes:
        """The file with that font's ToUnicode map changed."""
        return self.with_font(lambda writer, font: put(writer, font, "/ToUnicode", change))

    def with_font_program(self, change: Callable[[bytes], bytes]) -> bytes:
        """The file with that font's TrueType program changed."""
        return self.with_font(lambda writer, font: put(writer, font["/FontDescriptor"], "/FontFile2", change))


def resolved(value: Any) -> Any:
    return value.get_object()


def written(writer: PdfWriter) -> bytes:
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def put(writer: PdfWriter, owner: DictionaryObject, name: str, change: Callable[[bytes], bytes]) -> None:
    """Change the bytes of a stream that a dictionary points at."""
    data = owner[name].get_data()
    new = change(data)
    assert new != data
    stream = DecodedStreamObject()
    stream.set_data(new)
    owner[NameObject(name)] = writer._add_object(stream.flate_encode())


def unpacked(writer: PdfWriter, stream: Any) -> Any:
    plain = DecodedStreamObject()
    plain.set_data(stream.get_data())
    return writer._add_object(plain)


def redrawn(change: Callable[[Code], tuple[tuple[bool, ...], ...]]) -> Callable[[Subject], bytes]:
    """Other modules in the place of a code's own."""
    return lambda subject: subject.with_code(change(subject.codes[0]))


# Lines.


def saying(line: TextLine, text: str) -> TextLine:
    """The line with other words, in its first face."""
    return replace(line, runs=(replace(line.runs[0], text=text, kerns=()),))


def moved(line: TextLine, x: float = 0.0, y: float = 0.0) -> TextLine:
    runs = tuple(replace(run, x=run.x + x) for run in line.runs)
    return replace(line, runs=runs, baseline=line.baseline + y)


def next_digit(text: str) -> str:
    """The text with its last digit one higher."""
    return text[:-1] + str((int(text[-1]) + 1) % 10)


def cover(rect: Rect, ink: Ink = WHITE) -> Fill:
    return Fill(rect.inset(-1, -1, -1, -1), ink)


def ground(line: TextLine) -> Rect:
    return Rect(line.x, line.baseline - 0.25 * line.size, line.right - line.x, line.size)


# Files.


def pages(pdf: bytes, *numbers: int) -> bytes:
    """A file of some pages of another, from 0, that claims to be the other."""
    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    originals = [writer.pages[number] for number in numbers]
    tree = writer.root_object["/Pages"].get_object()
    tree[NameObject("/Kids")] = ArrayObject(page.indirect_reference for page in originals)
    tree[NameObject("/Count")] = NumberObject(len(numbers))
    return written(writer)


def encrypted(pdf: bytes) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.encrypt("", "secret", algorithm="RC4-128")
    return written(writer)


def bomb(size: int) -> bytes:
    """A small file whose page inflates to very much."""
    packed = zlib.compress(b" " * size, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 842 595] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >> stream\n%s\nendstream" % (len(packed), packed),
    ]
    return assembled(objects)


def assembled(objects: list[bytes]) -> bytes:
    """Objects, numbered from 1, as a file; the first is the catalogue."""
    data, offsets = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    data += b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return data + b"startxref\n%d\n%%%%EOF\n" % start


def updated(pdf: bytes) -> bytes:
    """The file with a second revision appended, as an editor of PDFs saves it; it changes nothing."""
    reader = PdfReader(BytesIO(pdf))
    root, size = reader.trailer.raw_get("/Root").idnum, reader.trailer["/Size"]
    start, before = len(pdf), pdf.split()[-2]
    added = b"%d 0 obj\nnull\nendobj\n" % size
    table = b"xref\n%d 1\n%010d 00000 n \n" % (size, start)
    trailer = b"trailer << /Size %d /Root %d 0 R /Prev %s >>\n" % (size + 1, root, before)
    return pdf + added + table + trailer + b"startxref\n%d\n%%%%EOF\n" % (start + len(added))


def annotation(kind: str, rect: Rect, **entries: Any) -> DictionaryObject:
    corners = (rect.x, rect.y, rect.right, rect.top)
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): ArrayObject(map(FloatObject, corners)),
            **{NameObject(f"/{name}"): value for name, value in entries.items()},
        }
    )


def action(kind: str, **entries: Any) -> DictionaryObject:
    return DictionaryObject(
        {NameObject("/S"): NameObject(kind), **{NameObject(f"/{name}"): v for name, v in entries.items()}}
    )


def text(value: str) -> TextStringObject:
    return TextStringObject(value)


def annotated(subject: Subject, one: DictionaryObject) -> bytes:
    """The file with one more annotation on its first page."""

    def edit(writer: PdfWriter) -> None:
        annotations = writer.pages[0]["/Annots"].get_object()
        annotations.append(writer._add_object(one))

    return subject.edited(edit)


def relinked(subject: Subject, old: str, new: str) -> bytes:
    """The file with the target of a link changed."""

    def edit(writer: PdfWriter) -> None:
        for one in writer.pages[0]["/Annots"].get_object():
            act = one.get_object()["/A"]
            if act["/URI"] == old:
                act[NameObject("/URI")] = text(new)

    return subject.edited(edit)


def unlinked(subject: Subject, uri: str) -> bytes:
    """The file without a link."""

    def edit(writer: PdfWriter) -> None:
        page = writer.pages[0]
        kept = [one for one in page["/Annots"].get_object() if one.get_object()["/A"]["/URI"] != uri]
        page[NameObject("/Annots")] = ArrayObject(kept)

    return subject.edited(edit)


# Fonts.


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


def read_aloud(subject: Subject, name: str, change: Callable[[str], str]) -> bytes:
    """The file with other words at its first code, for those who hear it."""

    def edit(writer: PdfWriter) -> None:
        objects = [one for one in map(resolved, writer._objects) if isinstance(one, DictionaryObject)]
        figure = next(one for one in objects if "/Alt" in one)
        figure[NameObject(name)] = text(change(str(figure["/Alt"])))

    return subject.edited(edit)


# Metadata.


def without_profile(subject: Subject) -> bytes:
    """The file without a word of the inks that it is meant for."""
    return subject.edited(lambda writer: writer.root_object.pop("/OutputIntents"))


def with_other_profile(subject: Subject) -> bytes:
    """The file with a colour profile that differs in one bit from its own."""

    def edit(writer: PdfWriter) -> None:
        (intent,) = writer.root_object["/OutputIntents"]
        put(writer, intent.get_object(), "/DestOutputProfile", lambda data: data[:-1] + bytes([data[-1] ^ 1]))

    return subject.edited(edit)


def informed(subject: Subject, **entries: str) -> bytes:
    """The file with other document information."""
    return subject.edited(lambda writer: writer.add_metadata({f"/{key}": v for key, v in entries.items()}))


def image(subject: Subject) -> bytes:
    """The file with a picture of one white pixel over the cover."""

    def edit(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(b"\xff")
        entries = {
            "/Type": NameObject("/XObject"),
            "/Subtype": NameObject("/Image"),
            "/Width": NumberObject(1),
            "/Height": NumberObject(1),
            "/ColorSpace": NameObject("/DeviceGray"),
            "/BitsPerComponent": NumberObject(8),
        }
        stream.update({NameObject(name): value for name, value in entries.items()})
        page = writer.pages[0]
        resources = page["/Resources"].get_object()
        pictures = resources.setdefault(NameObject("/XObject"), DictionaryObject())
        pictures[NameObject("/Spot")] = writer._add_object(stream)
        contents = page.get_contents()
        assert contents is not None
        painted = DecodedStreamObject()
        painted.set_data(contents.get_data() + b"\nq 90 0 0 90 100 100 cm /Spot Do Q")
        page[NameObject("/Contents")] = writer._add_object(painted)

    return subject.edited(edit)


def transparent(subject: Subject) -> bytes:
    """The file with all its first page made nearly transparent."""
    return in_state(subject, ca=FloatObject(0.02))


def overprinting(subject: Subject) -> bytes:
    """The file with all inks of its first page printed over each other."""
    return in_state(subject, op=BooleanObject(True), OPM=NumberObject(1))


def in_state(subject: Subject, **entries: Any) -> bytes:
    """The file with its first page painted in a graphics state."""

    def edit(writer: PdfWriter) -> None:
        state = DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
        resources = writer.pages[0]["/Resources"].get_object()
        resources[NameObject("/ExtGState")] = DictionaryObject({NameObject("/Other"): state})
        contents = writer.pages[0].get_contents()
        assert contents is not None
        painted = DecodedStreamObject()
        painted.set_data(b"/Other gs\n" + contents.get_data())
        writer.pages[0][NameObject("/Contents")] = writer._add_object(painted)

    return subject.edited(edit)


# What is heard.


def spoken_otherwise(change: Callable[[ArrayObject], None]) -> Callable[[Subject], bytes]:
    """The children of the structure's root changed."""

    def edit(writer: PdfWriter) -> None:
        root = writer.root_object["/StructTreeRoot"]
        top = resolved(root)["/K"]
        document = resolved(top[0] if isinstance(resolved(top), ArrayObject) else top)
        change(resolved(document["/K"]))

    return lambda subject: subject.edited(edit)


def in_another_order(children: ArrayObject) -> None:
    children[4], children[5] = children[5], children[4]


def unheard(children: ArrayObject) -> None:
    del children[4]


def no_heading(children: ArrayObject) -> None:
    heading = next(child for child in map(resolved, children) if child["/S"] == "/H2")
    heading[NameObject("/S")] = NameObject("/P")


swapped_marks = swapped(b"/MCID 3>>", b"/MCID 4>>")


def outlined(change: Callable[[DictionaryObject], None]) -> Callable[[Subject], bytes]:
    """The first entry below the title of the outline changed."""

    def edit(writer: PdfWriter) -> None:
        title = resolved(resolved(writer.root_object["/Outlines"])["/First"])
        change(resolved(title["/First"]))

    return lambda subject: subject.edited(edit)


def led_astray(entry: DictionaryObject) -> None:
    entry["/Dest"][3] = FloatObject(100)


# What no other check looks for.


def preferring(name: str, value: Any) -> Callable[[Subject], bytes]:
    """Another preference for whoever shows or prints the file (ISO 32000-1, 12.2)."""

    def edit(writer: PdfWriter) -> None:
        resolved(writer.root_object["/ViewerPreferences"])[NameObject(name)] = value

    return lambda subject: subject.edited(edit)


def with_loose_object(subject: Subject) -> bytes:
    author = DictionaryObject({NameObject("/Author"): TextStringObject("Aigerim")})
    return subject.edited(lambda writer: writer._add_object(author) and None)


def in_another_language(children: ArrayObject) -> None:
    resolved(children[4])[NameObject("/Lang")] = TextStringObject("ar")
