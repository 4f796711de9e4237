"""The bytes of a PDF into its objects, by a small reader of our own: strict, bounded, and quick to load.

It reads what a leaflet may be and no more: one revision, FlateDecode or plain streams, cross-reference
tables or streams, object streams (ISO 32000-1, 7.5). All else is refused, never guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any, TypeGuard

from leaflet.preflight.packing import fields, inflated, unpredicted
from leaflet.preflight.pdfobjects import TOKEN, DamagedError, Ref, Stream, parse, parse_all

MARK, BEGINNING = b"%PDF-", 1024
"""What readers look for, and in how many bytes."""
LINEARIZED = b"/Linearized"
"""What stands early in a file that can be shown before all of it has come (ISO 32000-1, annex F)."""
MOST_BYTES = 4_000_000
"""The largest file that is read, in bytes: a leaflet takes at most 200,000."""
MOST_INFLATED = 8_000_000
"""What all streams of a file may come to, inflated, in bytes: some twenty times what a leaflet needs."""
MOST_OBJECTS = 20_000
"""Objects of a file, and what their numbers are below: a leaflet has some 400, numbered from 1."""
LONGEST_CHAIN = 10
NEVER = 65535
"""The generation of an object that is free for good (7.5.4)."""
IDENTITY = 16
"""Bytes of either part of a file's identifier: those of a digest (14.4)."""

# Four bytes beyond ASCII tell programs that move files that this one is binary; more may be a name.
VERSION = re.compile(rb"%PDF-(1\.[3-7])[\r\n]{1,2}(?:%[\x80-\xff]{4}[\r\n]{1,2})?")
PACKING = "1.5"
"""The first version in which objects may be packed into streams (7.5.7); PDF/A-1 is of the one before."""
HEAD = re.compile(rb"[\t\n\f\r ]*+(\d{1,10}+)[ \r\n]++0[ \r\n]++obj(?![A-Za-z])")
SECTION = re.compile(rb"[\t\n\r ]*+(\d{1,10}) (\d{1,10})[\t ]*+\r?\n?")
# Object 0 alone is free, and what its row says of the next one is nothing.
ENTRY = re.compile(rb"(?:(\d{10}) 00000 n|0{10} 65535 f)(?: \n| \r|\r\n)")
END = re.compile(rb"[\r\n]startxref[\r\n ]+(\d{1,10})[\r\n ]+%%EOF[\r\n ]*\Z")
START_OF_STREAM = re.compile(rb"\r?\n")
END_OF_STREAM = re.compile(rb"[\r\n]{0,2}endstream[\r\n ]++endobj(?=[\r\n ])")
INDEX = re.compile(rb"[\t\n\r ]*+(?:\d{1,10}[\t\n\r ]++)*+(?:\d{1,10})?")
BLANK = re.compile(rb"[\t\n\r ]*")
ELSEWHERE = {"DecodeParms", "F", "FFilter", "FDecodeParms"}
"""What makes other bytes of those of a stream (7.3.8.2)."""
BONES = {
    "trailer": {"Size", "Root", "Info", "ID"},
    "XRef": {"Type", "Size", "Root", "Info", "ID", "W", "Index", "Length", "Filter", "DecodeParms"},
    "ObjStm": {"Type", "N", "First", "Length", "Filter"},
}
"""What stands in the dictionaries that only say where all else is (7.5.5, 7.5.7, 7.5.8)."""


class EncryptedError(DamagedError):
    """The file is encrypted."""


class NoPdfError(DamagedError):
    """The file is of another kind."""


class RewrittenError(DamagedError):
    """Another program has saved the file again."""


class TooLargeError(DamagedError):
    """The file, or what it inflates to, is larger than any leaflet."""


@dataclass(slots=True)
class PdfFile:
    """The objects of a file, each parsed when it is first asked for. Every method raises DamagedError."""

    data: bytes
    version: str = field(init=False, default="")
    trailer: dict[str, Any] = field(init=False, default_factory=dict)
    _offsets: dict[int, int] = field(init=False, default_factory=dict)
    _packed: dict[int, int] = field(init=False, default_factory=dict)
    """The object stream of each object that stands in one."""
    _starts: list[int] = field(init=False, default_factory=list)
    """Where objects begin, in order."""
    _boxes: dict[int, dict[int, int]] = field(init=False, default_factory=dict)
    """For each object stream, the object at each of its places."""
    _ends: dict[int, int] = field(init=False, default_factory=dict)
    _listed: set[int] = field(init=False, default_factory=set)
    _table: tuple[int, int] | None = field(init=False, default=None)
    _body: int = field(init=False, default=0)
    _start: int = field(init=False, default=0)
    _foot: int = field(init=False, default=0)
    _slices: dict[int, dict[int, tuple[int, bytes]]] = field(init=False, default_factory=dict)
    _objects: dict[int, Any] = field(init=False, default_factory=dict)
    _inflated: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        if len(self.data) > MOST_BYTES:
            raise TooLargeError(f"expected at most {MOST_BYTES:,} bytes, found {len(self.data):,}")
        version = VERSION.match(self.data)
        if MARK not in self.data[:BEGINNING]:
            raise NoPdfError("the file does not begin as a PDF does")
        if version is None:
            raise DamagedError("the file does not begin as a PDF of version 1.3 to 1.7 does")
        self.version = version[1].decode()
        self._body = version.end()
        end = END.search(self.data, max(len(self.data) - 64, 0))
        if end is None:
            raise DamagedError("the file does not end as a PDF does: it is cut off, or something was added")
        self._start, self._foot = int(end[1]), end.start()
        if LINEARIZED in self.data[:BEGINNING]:
            raise RewrittenError("another program rewrote the file for the web: it is linearized")
        if self.data.startswith(b"xref", self._start):
            self._table = self._start, self._read_table(self._start + 4)
        else:
            self._read_cross_reference_stream(self._start)
        if "Encrypt" in self.trailer:
            raise EncryptedError("expected a file without a password, found one that is encrypted")
        only("trailer" if self._table else "XRef", self.trailer, "the trailer")
        size = self.trailer.get("Size")
        if type(size) is not int or size != max(self._listed, default=-1) + 1:
            raise DamagedError("the file does not list as many objects as it says")
        # It is free for good (7.5.4), and null to some.
        if 0 in self.objects():
            raise DamagedError("object 0 is said to be one")
        self._starts = sorted(self._offsets.values())
        if "ID" in self.trailer and not identifies(self.array(self.trailer["ID"], "the identifier")):
            raise DamagedError("the identifier of the file is none, or says more than one does")

    def bones(self) -> set[int]:
        """The numbers of the objects that only say where others stand."""
        return {*self._boxes, *(number for number, offset in self._offsets.items() if offset == self._start)}

    def stray(self) -> int | None:
        """Where bytes begin that belong to no object; None if all do.

        Programs differ in what they make of them: some begin to read there.
        """
        for number in self.objects():
            self._object(number)
        spans = [(offset, self._ends[number]) for number, offset in self._offsets.items()]
        spans += [self._table] if self._table else []
        position = self._body
        for start, end in [*sorted(spans), (self._foot, len(self.data))]:
            if start < position or BLANK.fullmatch(self.data, position, start) is None:
                return position
            position = end
        return None

    def objects(self) -> set[int]:
        """The numbers of all objects."""
        return {*self._offsets, *self._packed}

    def resolve(self, value: Any) -> Any:
        """What a reference points at; any other value as it is. A number without an object is null."""
        for _ in range(LONGEST_CHAIN):
            if not isinstance(value, Ref):
                return value
            value = self._object(value.number)
        raise DamagedError("references go round in a circle")

    def dictionary(self, value: Any, what: str) -> dict[str, Any]:
        """A dictionary, or that of a stream."""
        found = self.resolve(value)
        if isinstance(found, Stream):
            return found.entries
        if not isinstance(found, dict):
            raise DamagedError(f"{what} is not a dictionary")
        return found

    def array(self, value: Any, what: str) -> list[Any]:
        found = self.resolve(value)
        if not isinstance(found, list):
            raise DamagedError(f"{what} is not an array")
        return found

    def numbers(self, value: Any, what: str, count: int) -> list[float]:
        """An array of so many numbers."""
        listed = self.array(value, what)
        found = [self.resolve(item) for item in listed] if len(listed) == count else []
        if not found or not all(type(item) in (int, float) for item in found):
            raise DamagedError(f"{what} is not an array of {count} numbers")
        return [float(item) for item in found]

    def stream(self, value: Any, what: str) -> bytes:
        """The bytes of a stream, inflated."""
        found = self.resolve(value)
        if not isinstance(found, Stream):
            raise DamagedError(f"{what} is not a stream")
        return self._inflate(found, what)

    def _inflate(self, stream: Stream, what: str, *, predicted: bool = False) -> bytes:
        if foreign := sorted(stream.entries.keys() & ELSEWHERE - ({"DecodeParms"} if predicted else set())):
            raise DamagedError(f"{what} is packed in a way that leaflets are not: {foreign[0]}")
        filters = self.resolve(stream.entries.get("Filter", []))
        filters = filters if isinstance(filters, list) else [filters]
        if filters not in ([], ["FlateDecode"]):
            names = ", ".join(map(str, filters))
            raise DamagedError(f"{what} is packed in a way that leaflets are not: {names}")
        room = MOST_INFLATED - self._inflated
        data = inflated(stream.raw, what, room) if filters else stream.raw
        if len(data) > room:
            raise TooLargeError(f"expected streams of at most {MOST_INFLATED:,} bytes in all, found more")
        self._inflated += len(data)
        return data

    def _object(self, number: int) -> Any:
        if number not in self._objects:
            # An object that leads back to itself is null until it is known.
            self._objects[number] = None
            try:
                if number in self._offsets:
                    self._objects[number] = self._parse_at(self._offsets[number], number)
                elif (found := self.packed(number)) is not None:
                    start, data = found
                    self._objects[number] = parse_all(data, start)
            except DamagedError:
                del self._objects[number]
                raise
        return self._objects[number]

    def packed(self, number: int) -> tuple[int, bytes] | None:
        """Where an object stands in its object stream, and its bytes; None if it is in none."""
        if number not in self._packed:
            return None
        box = self._packed[number]
        if box not in self._slices:
            self._slices[box] = self._unpack(box)
        return self._slices[box].get(number)

    def _parse_at(self, offset: int, number: int) -> Any:
        head = HEAD.match(self.data, offset)
        if head is None or int(head[1]) != number:
            raise DamagedError(f"object {number} is not where the file says")
        value, position = parse(self.data, head.end())
        mark = TOKEN.match(self.data, position)
        if (
            mark is None
            or mark["word"] not in (b"stream", b"endobj")
            or self.data[mark.end()] not in b"\r\n "
        ):
            raise DamagedError(f"object {number} has no end")
        if mark["word"] == b"endobj":
            self._ends[number] = mark.end()
            return value
        if not isinstance(value, dict):
            raise DamagedError(f"stream {number} has no dictionary")
        # A length that stands elsewhere leads through as many objects as somebody likes.
        begin, length = START_OF_STREAM.match(self.data, mark.end()), value.get("Length")
        if begin is None or type(length) is not int or length < 0:
            raise DamagedError(f"stream {number} has no beginning or no length")
        end = begin.end() + length
        foot = END_OF_STREAM.match(self.data, end)
        if foot is None:
            raise DamagedError(f"stream {number} does not end where the file says")
        # Of streams in streams each would be kept as often as others have it in them.
        if bisect_left(self._starts, foot.end()) > bisect_right(self._starts, offset):
            raise DamagedError(f"stream {number} has other objects in it")
        self._ends[number] = foot.end()
        return Stream(value, self.data[begin.end() : end])

    def _unpack(self, number: int) -> dict[int, tuple[int, bytes]]:
        """The objects of an object stream (7.5.7), by number: where each stands, and its bytes."""
        stream = self._parse_at(self._offsets[number], number) if number in self._offsets else None
        if not isinstance(stream, Stream) or stream.entries.get("Type") != "ObjStm":
            raise DamagedError(f"object stream {number} is missing")
        only("ObjStm", stream.entries, f"object stream {number}")
        data, first = self._inflate(stream, f"object stream {number}"), stream.entries.get("First")
        if not isinstance(first, int):
            raise DamagedError(f"object stream {number} has no beginning")
        header = INDEX.fullmatch(data, 0, first)
        parts = [int(part) for part in header[0].split()] if header else []
        count = stream.entries.get("N")
        if type(count) is not int or not parts or len(parts) != 2 * count:
            raise DamagedError(f"object stream {number} has not as many objects as it says")
        if self._boxes[number] != dict(enumerate(parts[::2])):
            raise DamagedError(f"object stream {number} holds other objects than the file says")
        starts = [first + offset for offset in parts[1::2]]
        ends = [*starts[1:], len(data)]
        if sorted(starts) != starts or BLANK.fullmatch(data, first, starts[0]) is None:
            raise DamagedError(f"object stream {number} holds more than its objects")
        return {
            own: (start, data[start:end]) for own, start, end in zip(parts[::2], starts, ends, strict=True)
        }

    def _expect(self, count: int) -> None:
        """Bound the rows that say where objects are."""
        if len(self._listed) + count > MOST_OBJECTS:
            raise TooLargeError(f"expected at most {MOST_OBJECTS:,} objects, found more")

    def _list(self, number: int) -> None:
        """Note an object that the file lists. Of two entries for one, programs take the first or the last."""
        # Others do not look for objects of higher numbers, each from where on it likes.
        if number >= MOST_OBJECTS:
            raise TooLargeError(f"expected objects numbered below {MOST_OBJECTS:,}, found {number:,}")
        if number in self._listed:
            raise DamagedError(f"the file says twice where object {number} is")
        self._listed.add(number)

    def _read_table(self, position: int) -> int:
        """A cross-reference table and its trailer (7.5.4, 7.5.5). Returns where it ends."""
        while section := SECTION.match(self.data, position):
            first, count = int(section[1]), int(section[2])
            self._expect(count)
            if not count:
                raise DamagedError("the cross-reference table has a part without rows")
            start, position = section.end(), section.end() + 20 * count
            entries = [ENTRY.match(self.data, at) for at in range(start, min(position, len(self.data)), 20)]
            if position > len(self.data) or None in entries:
                raise DamagedError("the cross-reference table is damaged")
            found = {first + index: entry for index, entry in enumerate(entries) if entry}
            for number in found:
                self._list(number)
            self._offsets |= {number: int(entry[1]) for number, entry in found.items() if entry[1]}
            if any(number and not entry[1] for number, entry in found.items()):
                raise DamagedError("the cross-reference table has rows for what is no object")
        trailer = re.compile(rb"[\r\n ]*trailer").match(self.data, position)
        value, end = parse(self.data, trailer.end()) if trailer else (None, position)
        if not isinstance(value, dict):
            raise DamagedError("the file has no trailer")
        self._end_with(value)
        return end

    def _end_with(self, trailer: dict[str, Any]) -> None:
        """Take the trailer of the only revision: of one of several, what follows would not be true."""
        if "Prev" in trailer or "XRefStm" in trailer:
            raise RewrittenError("the file was changed after it was made: it holds more than one revision")
        self.trailer = trailer

    def _read_cross_reference_stream(self, position: int) -> None:
        """A cross-reference stream (7.5.8)."""
        if self.version < PACKING:
            raise DamagedError(f"the file packs its objects, which version {self.version} does not know")
        head = HEAD.match(self.data, position)
        stream = self._parse_at(position, int(head[1])) if head else None
        if not isinstance(stream, Stream) or stream.entries.get("Type") != "XRef":
            raise DamagedError("the file has no cross-reference table where it says")
        self._end_with(stream.entries)
        data = self._inflate(stream, "the cross-reference stream", predicted=True)
        widths, size = stream.entries.get("W"), stream.entries.get("Size")
        index = stream.entries.get("Index", [0, size])
        if not (counts(widths) and len(widths) == 3 and counts(index) and len(index) % 2 == 0):
            raise DamagedError("the cross-reference stream is damaged")
        width, firsts, rows = sum(widths), index[::2], index[1::2]
        # A part without rows says nothing but its number, to who looks for it.
        if not 0 < width <= 16 or 0 in rows:
            raise DamagedError("the cross-reference stream is damaged")
        self._expect(sum(rows))
        if sum(rows) * (width + ("DecodeParms" in stream.entries)) != len(data):
            raise DamagedError("the cross-reference stream has not as many rows as it says")
        if "DecodeParms" in stream.entries:
            data = unpredicted(data, stream.entries, width)
        found = fields(data, widths)
        for first, count in zip(firsts, rows, strict=True):
            for number, (kind, place, last) in zip(range(first, first + count), found, strict=False):
                self._list(number)
                if kind == 1 and not last:
                    self._offsets[number] = place
                elif kind == 2:
                    self._packed[number] = place
                    self._boxes.setdefault(place, {})[last] = number
                elif (kind, number, place) != (0, 0, 0) or last not in (0, NEVER):
                    raise DamagedError(f"object {number} is said to be free, or of another generation")
        if head is None or self._offsets.get(int(head[1])) != position:
            raise DamagedError("the cross-reference stream is not the object that it says")


def only(kind: str, entries: dict[str, Any], what: str) -> None:
    """Refuse what does not belong into such a dictionary: nothing reads it but who looks for it."""
    if foreign := sorted(entries.keys() - BONES[kind]):
        raise DamagedError(f"{what} says more than where objects are: {foreign[0]}")


def identifies(identity: list[Any]) -> bool:
    """Whether these are two digests: the second is made anew by whoever writes the file anew (14.4).

    Of sixteen bytes that are one, hardly three in a million can be read as a text.
    """
    whole = all(isinstance(part, bytes) and len(part) == IDENTITY for part in identity)
    return whole and len(identity) == 2 and not any(map(readable, identity))


def counts(value: Any) -> TypeGuard[list[int]]:
    """Whether this is an array of whole numbers, none below 0."""
    return isinstance(value, list) and all(type(part) is int and part >= 0 for part in value)


def readable(data: bytes) -> bool:
    """Whether bytes are a text that somebody could read."""
    try:
        return data.decode().isprintable()
    except UnicodeDecodeError:
        return False
