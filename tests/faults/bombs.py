"""Small files that take long to read: what goes in circles, is said very often, or is compared in pairs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from faults.damage import assembled
from faults.skeletons import repacked, unchanged
from faults.subject import Subject, put


def painted(content: bytes) -> Callable[[Subject], bytes]:
    """A page painted with other operators."""
    return lambda subject: subject.with_operators(lambda _: content)


def changed(change: Callable[[PdfWriter], None]) -> Callable[[Subject], bytes]:
    return lambda subject: subject.edited(change)


def pages_in_themselves(writer: PdfWriter) -> None:
    pages = writer.root_object.raw_get("/Pages")
    pages.get_object()[NameObject("/Kids")] = ArrayObject([pages])


def pages_in_many(writer: PdfWriter) -> None:
    pages = writer.root_object.raw_get("/Pages")
    pages.get_object()[NameObject("/Kids")] = ArrayObject([pages] * 100_000)


def pages_of_closings(writer: PdfWriter) -> None:
    contents = DecodedStreamObject()
    contents.set_data(b"h\n" * 240_000)
    page = writer.pages[0]
    page[NameObject("/Contents")] = writer._add_object(contents)
    pages = writer.root_object.raw_get("/Pages")
    first = pages.get_object()["/Kids"][0]
    pages.get_object()[NameObject("/Kids")] = ArrayObject([first] * 16)


def pages_of_states(writer: PdfWriter) -> None:
    page = writer.pages[0]
    contents = DecodedStreamObject()
    contents.set_data(b"q Q\n" * 120_000)
    page[NameObject("/Contents")] = writer._add_object(contents)
    pages = writer.root_object.raw_get("/Pages")
    first = pages.get_object()["/Kids"][0]
    pages.get_object()[NameObject("/Kids")] = ArrayObject([first] * 16)


def structure_in_itself(writer: PdfWriter) -> None:
    root = writer.root_object["/StructTreeRoot"]
    array = writer._add_object(ArrayObject())
    array.get_object().extend([array] * 100_000)
    root[NameObject("/K")] = array


def structure_doubled(levels: int, times: int) -> Callable[[PdfWriter], None]:
    """A tree of few elements, each many times below the one above it."""

    def edit(writer: PdfWriter) -> None:
        root = writer.root_object["/StructTreeRoot"]
        below = root.raw_get("/K")
        for _ in range(levels):
            kind = {
                NameObject("/S"): NameObject("/Sect"),
                NameObject("/P"): writer.root_object.raw_get("/StructTreeRoot"),
                NameObject("/K"): ArrayObject([below] * times),
            }
            above = writer._add_object(DictionaryObject(kind))
            below.get_object()[NameObject("/P")] = above
            below = above
        root[NameObject("/K")] = below

    return edit


def lengths_in_lengths(_: Subject) -> bytes:
    """Streams whose length is the next stream."""
    chain = [b"<< /Length %d 0 R >> stream\n\nendstream" % number for number in range(3, 4000)]
    return assembled([b"<< /Type /Catalog /Pages 2 0 R >>", *chain, b"0"])


def streams_in_streams(_: Subject) -> bytes:
    """Streams of which each has all later ones in it."""
    count = 500
    opened, starts = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n", [9]
    for number in range(2, count):
        starts.append(len(opened))
        opened += b"%d 0 obj\n<< /Length %06d >> stream\n" % (number, 0)
    closed = b"\nendstream\nendobj\n" * (count - 2)
    for number, start in enumerate(starts[1:], 2):
        head = b"%d 0 obj\n<< /Length " % number
        end = len(opened) + (count - 1 - number) * 18
        begin = opened.index(b"stream\n", start) + 7
        opened = opened[: start + len(head)] + b"%06d" % (end - begin) + opened[start + len(head) + 6 :]
    rows = b"".join(b"%010d 00000 n \n" % start for start in starts)
    place = len(opened) + len(closed)
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, rows)
    trailer = b"trailer << /Size %d /Root 1 0 R >>\n" % count
    return opened + closed + table + trailer + b"startxref\n%d\n%%%%EOF\n" % place


def widths(_: PdfWriter, font: DictionaryObject) -> None:
    font[NameObject("/Widths")] = ArrayObject([NumberObject(500)] * 500_000)


def wide(_: PdfWriter, font: DictionaryObject) -> None:
    """A font of two-byte codes whose widths are said in very many ranges."""
    inner = DictionaryObject(font)
    ranges = [NumberObject(0), NumberObject(65535), NumberObject(500)] * 9000
    inner.update({NameObject("/W"): ArrayObject(ranges), NameObject("/Subtype"): NameObject("/CIDFontType2")})
    font.update(
        {
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/DescendantFonts"): ArrayObject([inner]),
        }
    )


def many_fonts(writer: PdfWriter) -> None:
    page = writer.pages[0]
    (first, *_) = page["/Resources"]["/Font"].values()
    fonts = {NameObject(f"/X{at}"): DictionaryObject(first.get_object()) for at in range(3000)}
    page["/Resources"][NameObject("/Font")] = DictionaryObject(fonts)
    contents = DecodedStreamObject()
    contents.set_data(b"".join(b"BT 0 g 50 50 Td /X%d 9 Tf[(\\000)]TJ ET\n" % at for at in range(3000)))
    page[NameObject("/Contents")] = writer._add_object(contents)


def grouped(font: bytes) -> bytes:
    """The font with a table of codes in very many groups."""
    count = 300_000
    table = b"\0\0\0\1\0\1\0\0\0\0\0\x0c\0\x0c\0\0" + (16 + 12 * count).to_bytes(4, "big") + bytes(4)
    table += count.to_bytes(4, "big") + bytes.fromhex("00ffff0000ffff0000000001") * count
    at = next(at for at in range(12, 12 + 16 * 20, 16) if font[at : at + 4] == b"cmap")
    place = len(font).to_bytes(4, "big") + len(table).to_bytes(4, "big")
    return font[: at + 8] + place + font[at + 16 :] + table


def drawn(glyph: bytes) -> Callable[[Subject], bytes]:
    """Fonts all of whose glyphs are this one, each of them very often on the page."""

    def program(font: bytes) -> bytes:
        rows = {font[at : at + 4]: at for at in range(12, 12 + 16 * font[5], 16)}
        length = int.from_bytes(font[rows[b"loca"] + 12 : rows[b"loca"] + 16], "big")
        head = int.from_bytes(font[rows[b"head"] + 8 : rows[b"head"] + 12], "big")
        places = b"".join(bytes(4) + len(glyph).to_bytes(4, "big") for _ in range(length))
        made = bytearray(font)
        made[head + 50 : head + 52] = b"\0\1"
        for tag, table in ((b"loca", places), (b"glyf", glyph)):
            made[rows[tag] + 8 : rows[tag] + 16] = len(made).to_bytes(4, "big") + len(table).to_bytes(
                4, "big"
            )
            made += table
        return bytes(made)

    def edit(writer: PdfWriter) -> None:
        fonts = writer.pages[0]["/Resources"]["/Font"]
        for font in [value.get_object() for value in fonts.values()]:
            put(writer, font["/FontDescriptor"], "/FontFile2", program)

    return changed(edit)


def annotated(writer: PdfWriter) -> None:
    page = writer.pages[0]
    page[NameObject("/Annots")] = ArrayObject([*page["/Annots"]] * 20_000)


def touched_often(writer: PdfWriter) -> None:
    """One link named very often, and its element with very many marks."""
    page = writer.pages[0]
    link = list.__getitem__(page["/Annots"], 0)
    page[NameObject("/Annots")] = ArrayObject([link] * 900)
    rows = writer.root_object["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    element = rows[rows.index(link.get_object()["/StructParent"]) + 1].get_object()
    element["/K"].extend([NumberObject(0)] * 200_000)


def many_contents(writer: PdfWriter) -> None:
    empty = writer._add_object(DecodedStreamObject())
    writer.pages[0][NameObject("/Contents")] = ArrayObject([empty] * 300_000)


def informed(writer: PdfWriter) -> None:
    """Very many entries of one long text."""
    text = writer._add_object(ByteStringObject(b"a" * 9000))
    writer._info.get_object().update({NameObject(f"/X{at}"): text for at in range(100_000)})


def shared_box(writer: PdfWriter) -> None:
    """Links whose places are one long array."""
    place = writer._add_object(ArrayObject([FloatObject(1)] * 300_000))
    for link in writer.pages[0]["/Annots"]:
        link.get_object()[NameObject("/Rect")] = place


def intents(writer: PdfWriter) -> None:
    """The same profile, which is empty, very often."""
    entries = {NameObject("/DestOutputProfile"): writer._add_object(DecodedStreamObject())}
    intent = writer._add_object(DictionaryObject(entries))
    writer.root_object[NameObject("/OutputIntents")] = ArrayObject([intent] * 200_000)


def forms(writer: PdfWriter) -> None:
    """A form without marks, painted very often."""
    form = DecodedStreamObject()
    form.update(
        {NameObject("/Subtype"): NameObject("/Form"), NameObject("/BBox"): ArrayObject([FloatObject(0)] * 4)}
    )
    page = writer.pages[0]
    page["/Resources"][NameObject("/XObject")] = DictionaryObject(
        {NameObject("/F"): writer._add_object(form)}
    )
    contents = DecodedStreamObject()
    contents.set_data(b"/F Do\n" * 80_000)
    page[NameObject("/Contents")] = writer._add_object(contents)


CURVES = b"q 0 G 500 w 1 J 1 j %s Q " % (b"0 0 m %sS " % (b"840 590 0 0 840 1 c " * 10) * 900)
TEXT = b"BT 0 g 50 50 Td /F1+0 9 Tf[(\\000)]TJ ET\n"
HEAP = b"".join(b"BT 0 g 5 %d Td /F1+0 .1 Tf[(%s)]TJ ET\n" % (at % 580, b"\\000" * 9) for at in range(2000))
BOMBS: Mapping[str, Callable[[Subject], bytes]] = {
    "pages of closings": changed(pages_of_closings),
    "pages in themselves": changed(pages_in_themselves),
    "pages very often in themselves": changed(pages_in_many),
    "a structure very often in itself": changed(structure_in_itself),
    "elements many times below others": changed(structure_doubled(8, 8)),
    "elements below more others than are looked at": changed(structure_doubled(14, 4)),
    "a map of ranges said over and over": lambda s: s.with_font_map(
        lambda data: (
            re.sub(rb"\d+ beginbfrange.*?endbfrange|\d+ beginbfchar.*?endbfchar", b"", data, flags=re.DOTALL)
            + b"9 beginbfrange\n"
            + b"<0000><ffff><0041>\n" * 20_000
            + b"endbfrange"
        )
    ),
    "parts of a map without end": lambda s: s.with_font_map(lambda data: data + b"beginbfchar " * 1_000_000),
    "widths without end": lambda s: s.with_font(widths),
    "widths of two-byte codes said over and over": lambda s: s.with_font(wide),
    "very many fonts": changed(many_fonts),
    "a font with very many groups of codes": lambda s: s.with_font_program(grouped),
    "glyphs of very many points": drawn(bytes([0, 1, *[0] * 8, 255, 255, 0, 0, *[0x39, 255] * 256])),
    "glyphs of very many parts": drawn(bytes([255, 255, *[0] * 8]) + bytes([0, 32, 0, 0, 0, 0]) * 200_000),
    "texts on one spot": painted(TEXT * 30_000),
    "fewer texts on one spot": painted(TEXT * 10_000),
    "texts side by side": painted(
        b"".join(b"BT 0 g %d 50 Td /F1+0 9 Tf[(\\000)]TJ ET\n" % (at % 800) for at in range(2900))
    ),
    "few enough texts on one spot": painted(TEXT * 2900),
    "a short path": painted(b"0 0 m h " * 62_000 + b"f"),
    "few operands without operator": painted(b"1 " * 240_000),
    "closings": painted(b"h\n" * 240_000),
    "pages of states": changed(pages_of_states),
    "a heap of texts": lambda s: s.with_operators(lambda page: page + HEAP),
    "states that are kept": painted(b"q " * 240_000),
    "marks in marks": lambda s: s.with_operators(lambda page: b"/A BMC " * 26_000 + page),
    "marks in marks that have ends": lambda s: s.with_operators(
        lambda page: b"/A BMC " * 15_000 + page + b" EMC" * 15_000
    ),
    "curves in wide strokes": lambda s: s.with_operators(lambda page: page + CURVES),
    "shapes in shapes": painted(b"0 0 600 600 re f " * 1400 + TEXT * 1400),
    "operands without operator": painted(b"1 " * 2_000_000),
    "a path that is closed over and over": painted(b"0 0 m h " * 500_000 + b"f"),
    "very many links": changed(annotated),
    "a link named very often": changed(touched_often),
    "very many parts of a page": changed(many_contents),
    "very many words about the file": changed(informed),
    "links in one long place": changed(shared_box),
    "a form painted very often": changed(forms),
    "very many output intents": changed(intents),
    "escapes in a bracket that is not closed": repacked(unchanged, unchanged, b"[(" + rb"\(" * 240_000),
    "lengths in lengths": lengths_in_lengths,
    "streams in streams": streams_in_streams,
    "very many objects": lambda _: assembled([b"null"] * 30_000),
    "an object with an endless number": lambda _: (
        b"%PDF-1.7\n" + b"1" * 5000 + b" 0 obj\nstartxref\n9\n%%EOF\n"
    ),
}
