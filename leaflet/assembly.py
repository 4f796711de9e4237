"""Numbered objects into the bytes of a PDF file (ISO 32000-1, 7.5)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, count
from struct import Struct

LEVEL = 5
"""How hard streams are compressed, of 9: from here on, a hundredth less in bytes takes a third more time."""
PACKING = (1, 5)
"""The first version of PDF in which objects may be packed into compressed streams."""


@dataclass(frozen=True, slots=True)
class Body:
    """An object as it stands in the file; a stream cannot be packed into another."""

    data: bytes
    stream: bool = False


def assemble(bodies: Sequence[Body], catalog: int, info: int, version: tuple[int, int]) -> bytes:
    """The file of these objects, numbered from 1 on; ``catalog`` and ``info`` are two of them.

    From PDF 1.5 on, objects are packed and compressed, which makes a tagged leaflet a third smaller. The same
    objects give the same bytes: the file's identifier is a digest of them all.
    """
    identity = hashlib.sha256(b"".join(body.data for body in bodies)).hexdigest()[:32]
    trailer = f"/Root {catalog} 0 R/Info {info} 0 R/ID[<{identity}><{identity}>]".encode()
    # Bytes beyond ASCII tell programs that move files that this one is binary.
    head = b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % version
    return head + (packed if version >= PACKING else plain)(bodies, trailer, len(head))


def plain(bodies: Sequence[Body], trailer: bytes, start: int) -> bytes:
    """Every object by itself, and a table of where each begins (7.5.4 and 7.5.5)."""
    parts = [numbered(number, body) for number, body in enumerate(bodies, 1)]
    offsets = list(accumulate(map(len, parts), initial=start))
    rows = b"".join(b"%010d 00000 n \n" % offset for offset in offsets[:-1])
    table = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(bodies) + 1, rows)
    end = b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(bodies) + 1, trailer, offsets[-1])
    return b"".join(parts) + table + end


def packed(bodies: Sequence[Body], trailer: bytes, start: int) -> bytes:
    """Streams by themselves, all else packed into one, and one in place of the table (7.5.7 and 7.5.8)."""
    small = [(number, body.data) for number, body in enumerate(bodies, 1) if not body.stream]
    parts = [numbered(number, body) for number, body in enumerate(bodies, 1) if body.stream]
    starts = accumulate((len(data) + 1 for _, data in small), initial=0)
    index = b" ".join(b"%d %d" % (number, place) for (number, _), place in zip(small, starts, strict=False))
    box, table = len(bodies) + 1, len(bodies) + 2
    keys = b"/Type/ObjStm/N %d/First %d" % (len(small), len(index) + 1)
    content = b"\n".join([index, *(data for _, data in small)])
    parts.append(numbered(box, stream(keys, content)))
    offsets = list(accumulate(map(len, parts), initial=start))
    # Free, at an offset, or in the box: a kind of one byte, then four and two.
    row, places, begins = Struct(">BIH").pack, count(), iter(offsets)
    rows = [row(1, next(begins), 0) if body.stream else row(2, box, next(places)) for body in bodies]
    entries = b"".join([row(0, 0, 65535), *rows, row(1, offsets[-2], 0), row(1, offsets[-1], 0)])
    keys = b"/Type/XRef/W[1 4 2]/Size %d%s" % (table + 1, trailer)
    parts.append(numbered(table, stream(keys, entries)))
    return b"".join(parts) + b"startxref\n%d\n%%%%EOF\n" % offsets[-1]


def numbered(number: int, body: Body) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, body.data)


def stream(keys: bytes, content: bytes, *, compressed: bool = True) -> Body:
    """A stream. PDF/A wants an end of line before its end (ISO 19005-1, 6.1.7)."""
    if compressed:
        keys, content = keys + b"/Filter/FlateDecode", zlib.compress(content, LEVEL)
    return Body(b"<<%s/Length %d>>\nstream\n%s\nendstream" % (keys, len(content), content), stream=True)


kept_stream = lru_cache(maxsize=32)(stream)
