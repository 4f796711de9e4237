"""Codes as a phone reads them from the printed page: each opens the number that stands nearest to it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from leaflet.diagnostics import Finding
from leaflet.geometry import Rect
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page, codes
from leaflet.sheet import Rule
from leaflet.units import to_mm

LEVEL = 2.0
"""Points within which two numbers are as near to a code."""
NUMBER = re.compile(r"\+7\d{10}|\d{3,5}")


def find(evidence: Evidence) -> Iterator[Finding]:
    for (page, side), scanned in zip(evidence.sides, evidence.scanned, strict=False):
        expected = Counter(code.payload for code in codes(side))
        found = Counter(code.payload for code in scanned)
        if expected != found:
            what = f"a scanner does not read the codes of page {page.number} as laid out"
            missing, extra = listed(expected - found), listed(found - expected)
            yield evidence.fault("unread-code", what, f"missing: {missing}; extra: {extra}")
        rules = [item for panel in side.panels for item in panel.items if isinstance(item, Rule)]
        for code in scanned:
            number = nearest(page, code.box, rules)
            if f"tel:{number}" != code.payload:
                x, y = to_mm(code.box.x), to_mm(code.box.y)
                what = f"a code of page {page.number} opens another number than the one beside it"
                measure = f"the code at {x:.1f}, {y:.1f} mm opens {code.payload}, beside it stands {number}"
                yield evidence.fault("unread-code", what, measure)


def nearest(page: Page, code: Rect, rules: Sequence[Rule]) -> str:
    """The number that the eye finds at a code: what stands level with it is nearer than what is below.

    Of two lines of numbers the upper one comes first. What a rule parts from the code is not seen with it.
    """

    def distance(box: Rect) -> float:
        across = max(box.x - code.right, code.x - box.right, 0.0)
        return across + 2 * max(box.y - code.top, code.y - box.top, 0.0)

    numbers = [
        (distance(shown.box), -shown.box.y, match[0])
        for shown in page.shown
        if (match := NUMBER.match("".join(shown.text.split())))
        and shown.size >= 9
        and not any(parts(rule, shown.box, code) for rule in rules)
    ]
    # No eye tells a point or two: first letters have more white before them, or less.
    least = min((number[0] for number in numbers), default=0.0)
    level = [number for number in numbers if number[0] < least + LEVEL]
    return min(level, key=lambda number: number[1])[2] if level else "none"


def parts(rule: Rule, number: Rect, code: Rect) -> bool:
    """Whether a level rule runs over or under a number, between it and the height of a code."""
    if rule.y1 != rule.y2 or not rule.x1 <= number.x + number.width / 2 <= rule.x2:
        return False
    return code.top <= rule.y1 <= number.y or number.top <= rule.y1 <= code.y


def listed(payloads: Counter[str]) -> str:
    return ", ".join(sorted(payloads.elements())) or "none"


CHECK = Check(
    codes={
        "unread-code": "a scanner does not read the code, or reads another number than the one beside it",
    },
    stage=Stage.FULL,
    rationale="A code is good when a phone reads it from paper. The page is rendered at 300 dots an inch "
    "and scanned; the number that a code opens must be the one that the eye finds beside it.",
    find=find,
)
