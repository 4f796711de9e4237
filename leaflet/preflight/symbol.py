"""The modules of a QR code of version 2, level Q and mask 3 into what it says (ISO/IEC 18004).

It reads the code as a phone does that sees every module, mends nothing, and does not ask who encoded it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

SIZE = 25
"""Modules across a code of version 2."""
FINDER, ALIGNMENT = 9, range(16, 21)
"""The corner of a finder with its white and its format, and where the alignment pattern stands."""
TIMING = 6
FORMAT = 0b011101000000110
"""Level Q and mask 3, with what guards them (8.9, table C.1)."""
DATA = 22
"""Bytes of data of version 2 at level Q; 22 of correction follow them (table 9)."""
PADDING = b"\xec\x11" * (DATA // 2)
"""What fills the bytes that no text takes (8.4.9)."""
BYTES = 0b0100
"""The mode in which every byte stands for itself."""


# The same codes stand in many editions.
@lru_cache(maxsize=256)
def payload(rows: tuple[int, ...]) -> str | None:
    """What a code says, None if it is none of ours; rows from the top, the leftmost module the lowest bit."""
    if len(rows) != SIZE or any(formats(rows, places) != FORMAT for places in (BESIDE, APART)):
        return None
    bits = 0
    for row, column, mask in path():
        bits = bits << 1 | (rows[row] >> column & 1) ^ mask
    data = bits.to_bytes(DATA, "big")
    mode, length = data[0] >> 4, (data[0] & 15) << 4 | data[1] >> 4
    if mode != BYTES or length > DATA - 2:
        return None
    # Half a byte of mode and a whole one of length stand before the text, half a byte of zeros after it.
    text = (bits >> 8 * (DATA - 2 - length) + 4 & (1 << 8 * length) - 1).to_bytes(length, "big")
    ended = not data[length + 1] & 15 and data[length + 2 :] == PADDING[: DATA - 2 - length]
    return text.decode("ascii") if ended and text.isascii() else None


def formats(rows: Sequence[int], places: Sequence[tuple[int, int]]) -> int:
    """The bits of the format at these places."""
    found = 0
    for row, column in places:
        found = found << 1 | rows[row] >> column & 1
    return found


# From the highest bit to the lowest, each of the two copies (8.9, figure 25).
BESIDE = [
    *((8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)),
    *((row, 8) for row in (7, 5, 4, 3, 2, 1, 0)),
]
APART = [
    *((row, 8) for row in range(SIZE - 1, SIZE - 8, -1)),
    *((8, column) for column in range(SIZE - 8, SIZE)),
]


@cache
def path() -> tuple[tuple[int, int, int], ...]:
    """Row, column and mask of the modules of data, in the order of their bits (8.7.3)."""
    return tuple([(row, column, (row + column) % 3 == 0) for row, column in free()][: 8 * DATA])


def free() -> Iterator[tuple[int, int]]:
    """The modules that are no pattern: two columns at a time from the right, up and down in turn."""
    rows = range(SIZE)
    pairs = [right for right in range(SIZE - 1, 0, -2) if right > TIMING]
    pairs += range(TIMING - 1, 0, -2)
    for number, right in enumerate(pairs):
        for row in rows if number % 2 else reversed(rows):
            for column in (right, right - 1):
                if not is_pattern(row, column):
                    yield row, column


def is_pattern(row: int, column: int) -> bool:
    """Whether a module belongs to a finder, to the timing or to the alignment."""
    ends = SIZE - FINDER
    finder = (row < FINDER and not FINDER <= column <= ends) or (row > ends and column < FINDER)
    return finder or TIMING in (row, column) or (row in ALIGNMENT and column in ALIGNMENT)
