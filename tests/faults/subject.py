"""A good leaflet, and how one part of its layout or of its file is exchanged for another."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
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
        writer = PdfWriter(clone_from=self.reader)
        # Or it would say that it has made the file.
        writer.add_metadata({"/Producer": str(self.reader.metadata["/Producer"])})
        change(writer)
        return written(writer)

    @cached_property
    def reader(self) -> PdfReader:
        """The good file, read once; those that write it anew take copies of its objects."""
        return PdfReader(BytesIO(self.pdf))

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


def text(value: str) -> TextStringObject:
    return TextStringObject(value)
