"""Codes drawn module by module as the numbers of their organisations, as many as the layout has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import add, sub
from typing import NamedTuple

from leaflet.diagnostics import Finding
from leaflet.document import Document
from leaflet.preflight import symbol
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import NEAR, Evidence, code_panels
from leaflet.preflight.marks import Filled, Ink, percent, same, same_ink
from leaflet.qr import encode
from leaflet.sheet import Code

OFF_GRID = 0.02
"""The part of a module by which an edge may be off."""
BLACK: Ink = (0.0, 0.0, 0.0, 1.0)
FIRST_NUMBER = re.compile(r"\+?\d+")


def find(evidence: Evidence) -> Iterator[Finding]:
    payloads = promised(evidence.layout.document)
    for page, side in evidence.sides:
        drawn: Sequence[Filled] = page.painting.codes
        for code, panel in code_panels(side):
            payload = payloads.get(code.tag.block, code.payload)
            edges = code.rect.corners
            here = [mark for mark in drawn if same(mark.edges, edges, NEAR)]
            drawn = [mark for mark in drawn if mark not in here]
            if len(here) != 1:
                what = f"page {page.number} lacks a code in its place and size, or has it twice: {payload}"
                yield evidence.fault("wrong-code", what, f"expected 1, found {len(here)}")
            for mark in here:
                printed = evidence.whole(number_of(code), panel)
                yield from compared(evidence, page.number, mark, Promise(code, payload, printed))
        if drawn:
            what = f"page {page.number} has codes where the layout has none"
            yield evidence.fault("wrong-code", what, f"found {len(drawn)}")


def promised(document: Document) -> dict[str, str]:
    """What each code must open, by its block, from the data and not from the layout."""
    found = {f"contact.{contact.id}.code": contact.code for contact in document.contacts}
    return found | {f"hotline.{hotline.id}.code": hotline.code for hotline in document.hotlines}


class Promise(NamedTuple):
    """A code of the layout, what it must open by the data, and what the file writes as its number."""

    code: Code
    payload: str
    printed: str


def compared(evidence: Evidence, page: int, mark: Filled, promise: Promise) -> Iterator[Finding]:
    """A drawn code against the data, the layout, and the number printed beside."""
    payload, printed = promise.payload, promise.printed.strip()
    rows = modules(mark.parts, len(promise.code.rows))
    # Encoded and decoded: a fault of the library that encodes would be in both codes that it made.
    if rows != as_numbers(encode(payload)) or symbol.payload(rows) != payload:
        what = f"page {page} has a code that is not the number of its organisation: {payload}"
        yield evidence.fault("wrong-code", what, f"drawn beside {printed or 'nothing'}")
    if rows != as_numbers(promise.code.rows):
        yield evidence.fault("wrong-code", f"page {page} has a code that is not as laid out: {payload}")
    if not same_ink(mark.ink, BLACK):
        what = f"page {page} has a code that is not black: {payload}"
        yield evidence.fault("wrong-code", what, f"expected 0/0/0/100 %, found {percent(mark.ink)}")
    number = FIRST_NUMBER.search("".join(printed.split()))
    if number is not None and f"tel:{number[0]}" != payload:
        what = f"page {page} has a code beside another number than it opens"
        yield evidence.fault("wrong-code", what, f"the code opens {payload}, beside it stands {number[0]}")


def number_of(code: Code) -> str:
    """The block of the number that a code belongs to."""
    return code.tag.block.removesuffix("code") + "number"


# The same codes stand in many editions.
@lru_cache(maxsize=256)
def as_numbers(rows: tuple[tuple[bool, ...], ...]) -> tuple[int, ...]:
    """Rows of modules from the top; in each the leftmost is the lowest bit, and 1 is dark."""
    return tuple(sum(dark << column for column, dark in enumerate(row)) for row in rows)


@lru_cache(maxsize=128)
def modules(parts: tuple[float, ...], count: int) -> tuple[int, ...]:
    """The rows of a drawn code as ``as_numbers`` has them; none if its rectangles are on no grid."""
    whole = on_grid(parts, count)
    rows = [0] * count
    for column, bottom, across, up in zip(*(whole[part::4] for part in range(4)), strict=True):
        bits = ((1 << across) - 1) << column
        own = range(count - bottom - up, count - bottom)
        # What has no breadth or no height, or is drawn twice, is drawn by somebody else.
        if not bits or not own or any(rows[row] & bits for row in own):
            return ()
        for row in own:
            rows[row] |= bits
    return tuple(rows) if whole else ()


def on_grid(parts: tuple[float, ...], count: int) -> list[int]:
    """Rectangles in modules, from the lower left corner of the code; none if they are on no grid."""
    xs, ys, widths = parts[::4], parts[1::4], parts[2::4]
    left, bottom = min(xs), min(ys)
    size = (max(map(add, xs, widths)) - left) / count
    exact = [*parts]
    if (left, bottom, size) != (0, 0, 1):
        exact[::4] = [x - left for x in xs]
        exact[1::4] = [y - bottom for y in ys]
        exact = [length / size for length in exact]
    whole = [*map(round, exact)]
    off = max(map(abs, map(sub, exact, whole)))
    tops = map(add, whole[1::4], whole[3::4])
    return whole if off <= OFF_GRID and min(whole) >= 0 and max(*whole, *tops) <= count else []


CHECK = Check(
    codes={
        "wrong-code": "a code is not drawn as the number beside it, or not where it should be",
    },
    stage=Stage.AFFORDABLE,
    rationale="Who scans a code does not read the digits: a code that opens another number than the one "
    "beside it calls the wrong people, and nobody sees it. Modules are compared with the number in the data.",
    find=find,
)
