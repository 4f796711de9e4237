"""Files of another edition, or that no reader reads whole: cut off, appended to, encrypted, without end."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

from pypdf import PdfReader, PdfWriter

import leaflet
from faults import skeletons
from faults.fault import Fault
from faults.subject import Subject, written


def another_edition(subject: Subject) -> bytes:
    content = leaflet.load()
    document = leaflet.localize(content, "kk", "astana")
    layout = leaflet.lay_out(document, leaflet.PRODUCTS["trifold"], subject.typeface)
    return leaflet.render(layout, subject.typeface)


def flipped(pdf: bytes) -> bytes:
    """The file with a byte changed in the middle of its longest stream."""
    start = max(re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL), key=lambda match: len(match[1]))
    at = (start.start(1) + start.end(1)) // 2
    return pdf[:at] + bytes([pdf[at] ^ 0xFF]) + pdf[at + 1 :]


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


DAMAGE: list[Fault] = [
    Fault("it is another edition", {"lost-text", "wrong-number", "wrong-metadata"}, another_edition),
    Fault("the file ends early", {"unreadable-pdf"}, lambda s: s.pdf[:20_000]),
    Fault("the last hundredths are lost", {"unreadable-pdf"}, lambda s: s.pdf[: len(s.pdf) * 97 // 100]),
    Fault("a byte amid a page is another", {"unreadable-pdf"}, lambda s: flipped(s.pdf)),
    Fault("it was edited afterwards", {"unreadable-pdf"}, lambda s: updated(s.pdf)),
    Fault("a link is object 0, which is none to others", {"unreadable-pdf"}, skeletons.renumbered(0)),
    Fault(
        "a link has a number beyond those that others look for",
        {"oversize-pdf"},
        skeletons.renumbered(2_147_483_000),
    ),
    Fault("an object is listed twice", {"unreadable-pdf"}, skeletons.listed_twice),
    Fault(
        "a link has a digit that some readers take for a letter of another script",
        {"unreadable-pdf"},
        skeletons.replaced(rb"\(tel\\072102\)", rb"(tel:10\\462)"),
    ),
    Fault(
        "a link has a stroke before its colon, which some readers keep",
        {"unreadable-pdf"},
        skeletons.replaced(rb"\(tel\\072102\)", rb"(tel\\:102)"),
    ),
    Fault(
        "an object is packed twice",
        {"unreadable-pdf"},
        skeletons.repacked(skeletons.first_twice, skeletons.unchanged),
    ),
    Fault(
        "packed objects are said to stand elsewhere",
        {"unreadable-pdf"},
        skeletons.repacked(skeletons.unchanged, skeletons.first_two_exchanged),
    ),
    Fault(
        "its second line is a name",
        {"altered-file"},
        lambda s: skeletons.relisted(
            skeletons.plain(s).replace(b"%\xe2\xe3\xcf\xd3", "%Айгерим".encode("cp1251"), 1)
        ),
    ),
    Fault(
        "a remark stands between its objects",
        {"altered-file"},
        skeletons.replaced(rb"\n4 0 obj", rb"\n% made by Aigerim\n4 0 obj"),
    ),
    Fault(
        "it claims to be made for the web",
        {"altered-file"},
        skeletons.replaced(rb"\n4 0 obj", rb"\n900 0 obj\n<</Linearized 1 /N 1>>\n endobj\n4 0 obj"),
    ),
    Fault(
        "a remark stands within an object",
        {"unreadable-pdf"},
        skeletons.replaced(rb"\n4 0 obj\n<<", rb"\n4 0 obj\n<< % made by Aigerim\n"),
    ),
    Fault(
        "its trailer names somebody",
        {"unreadable-pdf"},
        skeletons.replaced(rb"trailer\n<<", rb"trailer\n<< /Author (Aigerim)"),
    ),
    Fault(
        "its identifier names somebody",
        {"unreadable-pdf"},
        skeletons.replaced(rb"/ID \[.*?\]", rb"/ID [(made by Aigerim in November) (made by Aigerim)]"),
    ),
    Fault(
        "its identifier is a name of as many letters as a digest has",
        {"unreadable-pdf"},
        skeletons.replaced(rb"/ID \[.*?\]", rb"/ID [(made by Aigerim.) (made by Aigerim.)]"),
    ),
    Fault(
        "its identifier has many parts",
        {"unreadable-pdf"},
        skeletons.in_table(rb"/ID\[<(\w+)>", rb"/ID[<\1><\1>"),
    ),
    Fault(
        "its identifier is none of its own",
        {"altered-file"},
        skeletons.in_table(rb"/ID\[.*?\]", b"/ID[<%s><%s>]" % (b"9c" * 16, b"9c" * 16)),
    ),
    Fault("its identifier is away", {"altered-file"}, skeletons.in_table(rb"/ID\[.*?\]", rb"")),
    Fault(
        "other programs read its table in another way",
        {"unreadable-pdf"},
        skeletons.in_table(rb"/Filter/FlateDecode", rb"/Filter[/FlateDecode]/DecodeParms[<</Predictor 2>>]"),
    ),
    Fault(
        "its table names somebody",
        {"unreadable-pdf"},
        skeletons.parametrized(b"<</By(made by Aigerim)>>"),
    ),
    Fault("a font is said to be of another generation", {"unreadable-pdf"}, skeletons.row_saying(1, 7)),
    Fault("what is no object has a number", {"unreadable-pdf"}, skeletons.row_saying(0, 7701)),
    Fault(
        "what is no object has a number in a plain table",
        {"unreadable-pdf"},
        lambda s: skeletons.plain(s).replace(b"0000000000 65535 f", b"7701000000 65535 f"),
    ),
    Fault(
        "it lists more objects than it says",
        {"unreadable-pdf"},
        skeletons.replaced(rb"/Size \d+", rb"/Size 9"),
    ),
    Fault(
        "a number is longer than programs read",
        {"unreadable-pdf"},
        skeletons.replaced(rb"/TrimBox \[ ?[\d.]+", rb"/TrimBox [ " + b"0" * 20 + b"99"),
    ),
    Fault(
        "a number is larger than programs read",
        {"unreadable-pdf"},
        skeletons.replaced(rb"/TrimBox \[ ?[\d.]+", rb"/TrimBox [ 4294967395"),
    ),
    Fault("a count is no whole number", {"altered-file"}, skeletons.replaced(rb"/Count 2\b", rb"/Count 2.0")),
    Fault(
        "its metadata are packed in another way",
        {"unreadable-pdf"},
        skeletons.replaced(
            rb"/Type /Metadata", rb"/DecodeParms << /Predictor 12 /Columns 200000 >> /Type /Metadata"
        ),
    ),
    Fault("words stand behind the end of a page", {"unreadable-pdf"}, skeletons.lengthened),
    Fault("the links that are heard are on no page", {"altered-file"}, skeletons.copied_links),
    Fault(
        "the links of a page are copies of those that are heard",
        {"altered-file"},
        skeletons.inlined(lambda writer: writer.pages[0], "/Annots"),
    ),
    Fault(
        "a page stands under a copy of what holds the pages",
        {"altered-file"},
        skeletons.inlined(lambda writer: writer.pages[0], "/Parent"),
    ),
    Fault(
        "the file has copies of its outline and of what is heard",
        {"altered-file"},
        skeletons.inlined(lambda writer: writer.root_object, "/Outlines", "/StructTreeRoot"),
    ),
    Fault(
        "its objects are packed as those of its version are not",
        {"unreadable-pdf"},
        lambda s: s.pdf.replace(b"%PDF-1.7", b"%PDF-1.4"),
    ),
    Fault(
        "its table has half a part",
        {"unreadable-pdf"},
        skeletons.in_table(rb"/Size (\d+)", rb"/Size \1/Index[0 \1 7]"),
    ),
    Fault(
        "its table has a part without rows",
        {"unreadable-pdf"},
        skeletons.in_table(rb"/Size (\d+)", rb"/Size \1/Index[0 \1 87010000 0]"),
    ),
    Fault(
        "its table has four widths",
        {"unreadable-pdf"},
        skeletons.in_table(rb"/W\[1 4 2\]/Size (\d+)", rb"/W[1 4 2 0]/Size \1/Index[\1]"),
    ),
    Fault(
        "its plain table has a part without rows",
        {"unreadable-pdf"},
        lambda s: skeletons.plain(s).replace(b"\ntrailer", b"\n87010000 0\ntrailer"),
    ),
    Fault("marks of a page have no end", {"unreadable-pdf"}, lambda s: s.with_operators(b"/A BMC ".__add__)),
    Fault("it is empty", {"unreadable-pdf"}, lambda _: b""),
    Fault("it is no PDF", {"unreadable-pdf"}, lambda _: b"GIF89a" * 100),
    Fault("it is encrypted", {"encrypted-pdf"}, lambda s: encrypted(s.pdf)),
    Fault("it inflates without end", {"oversize-pdf"}, lambda _: bomb(40_000_000)),
    Fault("it is large", {"oversize-pdf"}, lambda s: s.pdf + bytes(17_000_000)),
]
