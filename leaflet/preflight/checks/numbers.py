"""Short numbers as they are read and dialled: apart from each other, grouped, and each with its own touch.

What is expected stands here in plain numbers, as in ``paper``.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from leaflet.choices import Purpose
from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, lines
from leaflet.sheet import TextLine
from leaflet.units import MM, to_mm

APART = 1.5 * MM
"""The least white between two numbers on a line: "102 112" may not be read as one."""
LEVEL = 1.0
"""Points by which the baselines of one line may differ."""
GROUPED, TIGHT = (80.0, 400.0), 60.0
"""White between the groups of a number, and the most within one, in thousandths of the size."""
LAST = 2
"""Digits of the last group of a number of more than four: 116 16."""


def find(evidence: Evidence) -> Iterator[Finding]:
    # The sheet that checks a printer shows one as an example.
    if evidence.is_proof:
        return
    numbers = {entry.number.text for entry in evidence.layout.document.hotlines}
    for page, side in evidence.sides:
        found = [line for line in lines(side) if line.text in numbers]
        for line in found:
            if evidence.layout.purpose is not Purpose.PRESS and {run.link for run in line.runs} != {
                f"tel:{line.text}"
            }:
                what = f"no touch on page {page.number} dials a number that is shown: {line.text}"
                yield evidence.fault("run-together", what, f"found {line.runs[0].link or 'no link'}")
            if not grouped(line):
                what = f"page {page.number} has a number in other groups than it is said in: {line.text}"
                yield evidence.fault("run-together", what, f"expected {' '.join(groups(line.text))}")
        for one, other in combinations(sorted(found, key=lambda line: line.x), 2):
            white = other.x - one.right
            if abs(one.baseline - other.baseline) <= LEVEL and white < APART:
                what = f"page {page.number} has two numbers that read as one: {one.text} and {other.text}"
                measure = f"expected {to_mm(APART):g} mm between them, found {to_mm(white):.1f}"
                yield evidence.fault("run-together", what, measure)


def groups(number: str) -> list[str]:
    """The groups that a short number is said in."""
    return [number[:-LAST], number[-LAST:]] if len(number) > 2 * LAST else [number]


def grouped(line: TextLine) -> bool:
    """Whether there is white between the groups of a number, and none within them."""
    kerns = [kern for run in line.runs for kern in (run.kerns or (0.0,) * len(run.text))]
    at = len(line.text) - LAST - 1 if len(groups(line.text)) > 1 else None
    between = kerns[at] if at is not None else GROUPED[0]
    within = [kern for index, kern in enumerate(kerns[: len(line.text) - 1]) if index != at]
    return GROUPED[0] <= between <= GROUPED[1] and all(abs(kern) <= TIGHT for kern in within)


CHECK = Check(
    codes={
        "run-together": "a number to call runs into another one, has other groups, or no touch dials it",
    },
    stage=Stage.AFFORDABLE,
    rationale="Who is in danger reads a number once. Three numbers without white between them are one long "
    "wrong number, and 116 16 is what it is called on the radio.",
    find=find,
)
