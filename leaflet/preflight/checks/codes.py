"""Codes drawn module by module as the numbers of their organisations, as many as the layout has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from operator import add, sub
from typing import NamedTuple

from leaflet.diagnostics import Finding
from leaflet.document import Document
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import NEAR, Evidence, code_panels
from leaflet.preflight.marks import Filled
from leaflet.qr import encode
from leaflet.sheet import Code

OFF_GRID = 0.02
"""The part of a module by which an edge may be off."""
FIRST_NUMBER = re.compile(r"\+?\d+")


def find(evidence: Evidence) -> Iterator[Finding]:
    payloads = promised(evidence.layout.document)
    for page, side in evidence.sides:
        drawn = [mark for mark in page.painting.marks if isinstance(mark, Filled) and mark.is_code]
        for code, panel in code_panels(side):
            payload = payloads.get(code.tag.block, code.payload)
            here = [mark for mark in drawn if beside(mark, code)]
            drawn = [mark for mark in drawn if not beside(mark, code)]
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


def beside(mark: Filled, code: Code) -> bool:
    """Whether a drawn code stands in the place of that of the layout."""
    return mark.box.contains(code.rect, NEAR) and code.rect.contains(mark.box, NEAR)


class Promise(NamedTuple):
    """A code of the layout, what it must open by the data, and what the file writes as its number."""

    code: Code
    payload: str
    printed: str


def compared(evidence: Evidence, page: int, mark: Filled, promise: Promise) -> Iterator[Finding]:
    """A drawn code against the data, the layout, and the number printed beside."""
    payload, printed = promise.payload, promise.printed.strip()
    rows = modules(mark, len(promise.code.rows))
    if rows != as_bytes(encode(payload)):
        what = f"page {page} has a code that is not the number of its organisation: {payload}"
        yield evidence.fault("wrong-code", what, f"drawn beside {printed or 'nothing'}")
    if rows != as_bytes(promise.code.rows):
        yield evidence.fault("wrong-code", f"page {page} has a code that is not as laid out: {payload}")
    if mark.ink[3] < 1:
        what = f"page {page} has a code that is not black: {payload}"
        yield evidence.fault("wrong-code", what, f"expected 100 % black, found {mark.ink[3]:.0%}")
    number = FIRST_NUMBER.search("".join(printed.split()))
    if number is not None and f"tel:{number[0]}" != payload:
        what = f"page {page} has a code beside another number than it opens"
        yield evidence.fault("wrong-code", what, f"the code opens {payload}, beside it stands {number[0]}")


def number_of(code: Code) -> str:
    """The block of the number that a code belongs to."""
    return code.tag.block.removesuffix("code") + "number"


def as_bytes(rows: tuple[tuple[bool, ...], ...]) -> list[bytes]:
    """Rows of modules from the top, 1 is dark."""
    return [bytes(row) for row in rows]


def modules(mark: Filled, count: int) -> list[bytes]:
    """Rows of modules from the top, 1 is dark, as they are drawn; none if the runs are on no grid."""
    xs, ys, widths, heights = (mark.parts[part::4] for part in range(4))
    left, bottom = min(xs), min(ys)
    size = (max(map(add, xs, widths)) - left) / count
    exact = [(x - left) / size for x in xs] + [(y - bottom) / size for y in ys]
    exact += [length / size for length in widths + heights]
    whole = [round(number) for number in exact]
    if max(map(abs, map(sub, exact, whole))) > OFF_GRID or max(whole) > count:
        return []
    rows = [bytearray(count) for _ in range(count)]
    many = len(xs)
    for run in range(many):
        column, bottom_row, across, up = whole[run::many]
        for row in range(bottom_row, min(bottom_row + up, count)):
            rows[count - 1 - row][column : column + across] = b"\1" * across
    return [bytes(row) for row in rows]


CHECK = Check(
    codes={
        "wrong-code": "a code is not drawn as the number beside it, or not where it should be",
    },
    stage=Stage.AFFORDABLE,
    rationale="Who scans a code does not read the digits: a code that opens another number than the one "
    "beside it calls the wrong people, and nobody sees it. Modules are compared with the number in the data.",
    find=find,
)
