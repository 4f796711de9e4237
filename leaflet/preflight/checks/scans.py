"""Codes as a phone reads them from the printed page: each opens the number that stands nearest to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflet.diagnostics import Finding
from leaflet.nearness import NAMES, nearest, numbers
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, codes, listed
from leaflet.sheet import Rule
from leaflet.units import to_mm


def find(evidence: Evidence) -> Iterator[Finding]:
    for (page, side), scanned in zip(evidence.sides, evidence.scanned, strict=False):
        expected = Counter(code.payload for code in codes(side))
        found = Counter(code.payload for code in scanned)
        if expected != found:
            what = f"a scanner does not read the codes of page {page.number} as laid out"
            missing, extra = listed(expected - found), listed(found - expected)
            yield evidence.fault("unread-code", what, f"missing: {missing}; extra: {extra}")
        rules = [item for panel in side.panels for item in panel.items if isinstance(item, Rule)]
        # What else stands in the place of a name is told by ``lines``.
        named = {
            mark.order
            for written in evidence.written[page.number]
            if written.line.tag.role in NAMES
            for mark in written.shown
        }
        shown = numbers((mark.text, mark.size, mark.box) for mark in page.shown if mark.order not in named)
        for code in scanned:
            number = nearest(shown, code.box, rules)
            if f"tel:{number}" != code.payload:
                x, y = to_mm(code.box.x), to_mm(code.box.y)
                what = f"a code of page {page.number} opens another number than the one beside it"
                measure = f"the code at {x:.1f}, {y:.1f} mm opens {code.payload}, beside it stands {number}"
                yield evidence.fault("unread-code", what, measure)


CHECK = Check(
    codes={
        "unread-code": "a scanner does not read the code, or reads another number than the one beside it",
    },
    stage=Stage.FULL,
    rationale="A code is good when a phone reads it from paper. The page is rendered at 300 dots an inch "
    "and scanned; the number that a code opens must be the one that the eye finds beside it.",
    find=find,
)
