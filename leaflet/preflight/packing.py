"""The bytes of a packed stream into what was packed (ISO 32000-1, 7.4.4)."""

from __future__ import annotations

import zlib
from typing import Any

from leaflet.preflight.pdfobjects import DamagedError

UP = 12
"""What predicts each row of bytes from the one above it (7.4.4.4, table 10)."""


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
