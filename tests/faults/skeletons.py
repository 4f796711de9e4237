"""Ways to spoil what says where the objects of a PDF are: programs then read one file in two ways."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable, Iterator

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from faults.subject import Subject

HEAD = re.compile(rb"\n(\d+) 0 obj\b")
BOX = re.compile(rb"<</Type/ObjStm/N (\d+)/First (\d+)/Filter/FlateDecode/Length (\d+)>>\nstream\n")
TABLE = re.compile(rb"\d+ 0 obj\n<<(/Type/XRef[^\n]*?)/Filter/FlateDecode/Length (\d+)>>\nstream\n")
ROW = ">BIH"
UNLISTED = 900
"""The number of an object that no table tells of."""


def plain(subject: Subject) -> bytes:
    """The file with no object packed into another, as another program writes it."""
    return subject.edited(lambda _: None)


def relisted(data: bytes, twice: bytes = b"") -> bytes:
    """A file with a new table of where its objects are; one of them is added and listed before all others."""
    start = data.rindex(b"xref\n0 ")
    body, trailer = data[:start], data[data.index(b"trailer", start) : data.rindex(b"startxref")]
    offsets = {int(head[1]): head.start() + 1 for head in HEAD.finditer(body) if int(head[1]) != UNLISTED}
    table = b"xref\n"
    if twice:
        table += b"%d 1\n%010d 00000 n \n" % (int(twice.split()[0]), len(body))
        body += twice
    rows = b"".join(b"%010d 00000 n \n" % offsets[number] for number in sorted(offsets))
    table += b"0 %d\n0000000000 65535 f \n%s" % (len(offsets) + 1, rows)
    return b"%s%s%sstartxref\n%d\n%%%%EOF\n" % (body, table, trailer, len(body))


def replaced(old: bytes, new: bytes) -> Callable[[Subject], bytes]:
    """The first match of a pattern replaced, and all else where the file says."""

    def spoil(subject: Subject) -> bytes:
        data = plain(subject)
        spoilt = re.sub(old, new, data, count=1)
        assert spoilt != data
        return relisted(spoilt)

    return spoil


def listed_twice(subject: Subject) -> bytes:
    """Another trim box for those who take the first place that is told of an object."""
    data = plain(subject)
    page = re.search(rb"\n(\d+ 0 obj\n<<\n(?:(?!endobj).)*?/Type /Page\n.*?endobj\n)", data, re.DOTALL)
    assert page
    return relisted(data, re.sub(rb"/TrimBox \[ ?[\d.]+", b"/TrimBox [ 99", page[1]))


def lengthened(subject: Subject) -> bytes:
    """Words behind the end of a packed stream."""

    def edit(writer: PdfWriter) -> None:
        contents = writer.pages[0]["/Contents"].get_object()
        contents._data += b"made by Aigerim"

    return subject.edited(edit)


def copied_links(subject: Subject) -> bytes:
    """Links that are heard, beside those that are on the page."""

    def edit(writer: PdfWriter) -> None:
        owners = [owner for owner in writer._objects if isinstance(owner, DictionaryObject)]
        for entry in [part for owner in owners for part in parts(owner)]:
            if entry.get("/Type") == "/OBJR":
                entry[NameObject("/Obj")] = writer._add_object(DictionaryObject(entry["/Obj"]))

    return subject.edited(edit)


def inlined(find: Callable[[PdfWriter], DictionaryObject], *names: str) -> Callable[[Subject], bytes]:
    """Copies in the place of what a dictionary refers to under these names."""

    def edit(writer: PdfWriter) -> None:
        owner = find(writer)
        owner.update({NameObject(name): copy(owner[name]) for name in names})

    return lambda subject: subject.edited(edit)


def copy(value: DictionaryObject | ArrayObject) -> DictionaryObject | ArrayObject:
    """A dictionary, or those of an array, once more, with what they refer to."""
    if isinstance(value, ArrayObject):
        return ArrayObject([DictionaryObject(part.get_object()) for part in value])
    return DictionaryObject(value)


def parts(owner: DictionaryObject) -> Iterator[DictionaryObject]:
    """A dictionary, and those among what it holds itself."""
    yield owner
    for value in owner.values():
        children = value if isinstance(value, ArrayObject) else [value]
        yield from (child for child in children if isinstance(child, DictionaryObject))


def repacked(
    rename: Callable[[list[int]], list[int]], relist: Callable[[list[int]], list[int]], behind: bytes = b""
) -> Callable[[Subject], bytes]:
    """The objects in an object stream under other numbers, or said to stand at other places in it.

    Or with something behind the last one.
    """

    def spoil(subject: Subject) -> bytes:
        data = subject.pdf
        box = BOX.search(data)
        assert box
        first, end = int(box[2]), box.end() + int(box[3])
        content = zlib.decompress(data[box.end() : end])
        index = [int(part) for part in content[:first].split()]
        numbers = rename(index[::2])
        pairs = zip(numbers, index[1::2], strict=True)
        header = b" ".join(b"%d %d" % pair for pair in pairs).ljust(first - 1) + b"\n"
        packed = zlib.compress(header + content[first:] + behind)
        keys = b"<</Type/ObjStm/N %s/First %d/Filter/FlateDecode/Length %d>>" % (box[1], first, len(packed))
        data = data[: box.start()] + keys + b"\nstream\n" + packed + data[end:]
        return retabled(data, dict(zip(index[::2], relist([*range(len(numbers))]), strict=True)))

    return spoil


def retabled(data: bytes, places: dict[int, int]) -> bytes:
    """A file with a new stream of where its objects are; ``places`` are those in its object stream."""
    table = TABLE.search(data)
    assert table
    rows = [*struct.iter_unpack(ROW, zlib.decompress(data[table.end() : table.end() + int(table[2])]))]
    offsets = {int(head[1]): head.start() + 1 for head in HEAD.finditer(data)}
    new = b""
    for number, (kind, where, at) in enumerate(rows):
        where = offsets[number] if kind == 1 else where
        new += struct.pack(ROW, kind, where, places[number] if kind == 2 else at)
    packed = zlib.compress(new)
    head = data[table.start() : table.start() + data[table.start() :].index(b"\n") + 1]
    stream = b"<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream\nendobj\n" % (
        table[1],
        len(packed),
        packed,
    )
    start = table.start()
    return data[:start] + head + stream + b"startxref\n%d\n%%%%EOF\n" % start


def unchanged(numbers: list[int]) -> list[int]:
    return numbers


def first_twice(numbers: list[int]) -> list[int]:
    return [numbers[1], *numbers[1:]]


def first_two_exchanged(numbers: list[int]) -> list[int]:
    return [numbers[1], numbers[0], *numbers[2:]]


def in_table(old: bytes, new: bytes) -> Callable[[Subject], bytes]:
    """The first match of a pattern replaced in the dictionary of the stream of where objects are."""

    def spoil(subject: Subject) -> bytes:
        table = TABLE.search(subject.pdf)
        assert table
        start = table.start()
        return subject.pdf[:start] + re.sub(old, new, subject.pdf[start:], count=1)

    return spoil


def parametrized(parameters: bytes) -> Callable[[Subject], bytes]:
    """The stream of where objects are as it is, said to be packed with these parameters."""
    return in_table(rb"/Filter/FlateDecode", b"/Filter/FlateDecode/DecodeParms" + parameters)


def row_saying(kind: int, last: int) -> Callable[[Subject], bytes]:
    """The first row of a kind in the stream of where objects are, with another last number."""

    def spoil(subject: Subject) -> bytes:
        table = TABLE.search(subject.pdf)
        assert table
        end = table.end() + int(table[2])
        rows = [*struct.iter_unpack(ROW, zlib.decompress(subject.pdf[table.end() : end]))]
        at = next(number for number, row in enumerate(rows) if row[0] == kind)
        rows[at] = (*rows[at][:2], last)
        packed = zlib.compress(b"".join(struct.pack(ROW, *row) for row in rows))
        head = table[0].replace(b"/Length " + table[2], b"/Length %d" % len(packed))
        return subject.pdf[: table.start()] + head + packed + subject.pdf[end:]

    return spoil


def renumbered(number: int) -> Callable[[Subject], bytes]:
    """The file with the number of a link changed: not all readers find it."""

    def spoil(subject: Subject) -> bytes:
        data = plain(subject)
        link = re.search(rb"\n(\d+) 0 obj\n<<(?:(?!endobj).)*?/Subtype /Link", data, re.DOTALL)
        assert link
        body = re.sub(rb"\b%s 0 (?=obj\b|R\b)" % link[1], b"%d 0 " % number, data[: data.rindex(b"xref\n0 ")])
        offsets = {int(head[1]): head.start() + 1 for head in HEAD.finditer(body)}
        rows = b"".join(b"%d 1\n%010d 00000 n \n" % pair for pair in sorted(offsets.items()))
        trailer = re.search(rb"trailer.*?(?=startxref)", data, re.DOTALL)
        assert trailer
        said = re.sub(rb"/Size \d+", b"/Size %d" % (max(offsets) + 1), trailer[0])
        return b"%sxref\n%s%sstartxref\n%d\n%%%%EOF\n" % (body, rows, said, len(body))

    return spoil
