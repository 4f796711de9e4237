"""The bytes of a page into its operations, each with its operands (ISO 32000-1, 7.8.2)."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import add, itemgetter
from typing import TypeAlias

from leaflet.preflight.marks import Edges
from leaflet.preflight.pdfobjects import LITERAL, NUMBER, DamagedError

WHITE = b"\x00\t\n\f\r "
SPACE = rb"[\x00\t\n\f\r ]*+"
OPERAND = (
    rb"(?:" + NUMBER + rb"|/[^\x00\t\n\f\r ()<>\[\]{}/%]*+|" + LITERAL + rb"|<[0-9A-Fa-f\s]*+>"
    rb"|\[(?:[^\[\]\\()]++|" + LITERAL + rb")*+\]|<<(?:[^<>()]++|<[0-9A-Fa-f\s]*+>|" + LITERAL + rb")*+>>)"
)
END = rb"(?:[\t\n\r ]++|\Z)"
# The rectangles of a code come by the hundred, the segments of a pictogram by the dozen: all that follow each
# other are one operation, and so are those of a line of text. What is no operation ends all.
# Marks that only say where in the structure a line stands begin and end with it.
LINE = (
    rb"(/(?!OC)\w++<</MCID \d++>>BDC )?+BT ((?:" + NUMBER + rb" ){4}k|" + NUMBER + rb" g) "
    rb"((?:" + NUMBER + rb" ){2})Td "
    rb"(/[^\x00\t\n\f\r ()<>\[\]{}/%]*+ " + NUMBER + rb") "
    rb"Tf\[((?:" + LITERAL + rb"|" + NUMBER + rb")++)\]TJ ET(?(1) EMC)(?=[\n ]|\Z)"
)
POINT = rb"(?:" + NUMBER + rb" " + NUMBER + rb" )"
SEGMENT = rb"(?:" + POINT + rb"[ml]|" + POINT + rb"{3}+c|" + POINT + rb"{2}+[vy])"
OPERATION = re.compile(
    SPACE + rb"(?:" + LINE + rb"|((?:(?:" + NUMBER + rb" ){4}re" + END + rb")++)"
    rb"|((?:" + SEGMENT + END + rb")++)"
    rb"|((?:" + OPERAND + SPACE + rb")*+)([A-Za-z'\"][A-Za-z0-9*]*+)(?=[^A-Za-z0-9*]|\Z)|(.++))",
    re.DOTALL,
)
Operation: TypeAlias = tuple[bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes, bytes]
"""A line's mark, ink, place, font, text; a run of rectangles; of segments; operands, operator; damage."""
LONGEST_KEPT = 10_000
"""Bytes of a run of rectangles; that of a code has some 2000."""


def operations(content: bytes) -> list[Operation]:
    """The operations in order, each as one of the kinds that there are. Raises DamagedError."""
    found = OPERATION.findall(content.strip(WHITE))
    if any(map(itemgetter(-1), found)):
        raise DamagedError("the operators of a page are damaged")
    return found


SEGMENTS = b"mlcvy"
"""The operators of segments of a path."""


def segments(run: bytes) -> tuple[bytes, list[float], Edges]:
    """Segments of a path: their operators, the numbers of their points, and the box round these."""
    return kept_segments(run) if len(run) < LONGEST_KEPT else read_segments(run)


def read_segments(run: bytes) -> tuple[bytes, list[float], Edges]:
    operators = run.translate(None, b"0123456789.-+ \t\r\n")
    numbers = [*map(float, run.translate(None, SEGMENTS).split())]
    xs, ys = numbers[::2], numbers[1::2]
    return operators, numbers, (min(xs), min(ys), max(xs), max(ys))


# The same pictograms stand in all editions, and the same codes in many.
kept_segments = lru_cache(maxsize=128)(read_segments)


def rectangles(run: bytes) -> tuple[tuple[float, ...], Edges]:
    """``x y width height re``, once or many times: all numbers, and the box round all."""
    return kept_rectangles(run) if len(run) < LONGEST_KEPT else read_rectangles(run)


def read_rectangles(run: bytes) -> tuple[tuple[float, ...], Edges]:
    numbers = (*map(float, run.replace(b"re", b"").split()),)
    if not numbers or len(numbers) % 4:
        raise DamagedError("a rectangle has not four numbers")
    xs, ys = numbers[::4], numbers[1::4]
    rights, tops = [*map(add, xs, numbers[2::4])], [*map(add, ys, numbers[3::4])]
    edges = min(*xs, *rights), min(*ys, *tops), max(*xs, *rights), max(*ys, *tops)
    return numbers, edges


kept_rectangles = lru_cache(maxsize=128)(read_rectangles)
