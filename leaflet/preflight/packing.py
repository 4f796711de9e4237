"""The bytes of a packed stream into what was packed (ISO 32000-1, 7.4.4), and rows of these into numbers."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from struct import iter_unpack
from typing import Any

from leaflet.preflight.pdfobjects import DamagedError

UP = 12
"""What predicts each row of bytes from the one above it (7.4.4.4, table 10)."""
USUAL = [1, 4, 2]
"""Bytes of the fields of a row in a cross-reference stream, as leaflets and most programs write them."""


def inflated(raw: bytes, what: str, room: int) -> bytes:
    """The bytes of a packed stream: all, or the first that are more than there is room for."""
    engine = zlib.decompressobj()
    try:
        data = engine.decompress(raw, room + 1)
    except zlib.error as error:
        raise DamagedError(f"{what} cannot be inflated: {error}") from None
    if not engine.eof and len(data) <= room:
        raise DamagedError(f"{what} is cut off")
    if engine.unused_data:
        raise DamagedError(f"{what} goes on after its end")
    return data


def unpredicted(data: bytes, entries: dict[str, Any], width: int) -> bytes:
    """Rows without PNG's predictor "up" (7.4.4.4), said as qpdf says it: of all else readers differ."""
    parameters = entries["DecodeParms"]
    said = parameters if isinstance(parameters, dict) else {}
    kinds = {*map(type, said.values())}
    if (kinds, said, entries.get("Filter")) != ({int}, {"Predictor": UP, "Columns": width}, "FlateDecode"):
        raise DamagedError("the cross-reference stream is packed in a way that leaflets are not")
    rows, above = [], bytes(width)
    for start in range(0, len(data), width + 1):
        kind, row = data[start], data[start + 1 : start + 1 + width]
        if kind not in (0, 2):
            raise DamagedError("the cross-reference stream is packed in a way that leaflets are not")
        above = bytes((a + b) & 255 for a, b in zip(row, above, strict=False)) if kind else row
        rows.append(above)
    return b"".join(rows)


def fields(data: bytes, widths: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The rows of a cross-reference stream: the kind of each object, and two numbers that place it."""
    if widths == USUAL:
        yield from iter_unpack(">BIH", data)
        return
    before, after, width = widths[0], widths[0] + widths[1], sum(widths)
    for at in range(0, len(data), width):
        row = data[at : at + width]
        kind = int.from_bytes(row[:before], "big") if before else 1
        yield kind, int.from_bytes(row[before:after], "big"), int.from_bytes(row[after:], "big")
