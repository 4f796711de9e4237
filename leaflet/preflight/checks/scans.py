"""Codes as a phone reads them from the printed page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, codes, listed


def find(evidence: Evidence) -> Iterator[Finding]:
    for (page, side), scanned in zip(evidence.sides, evidence.scanned, strict=False):
        expected = Counter(code.payload for code in codes(side))
        found = Counter(scanned)
        if expected != found:
            what = f"a scanner does not read the codes of page {page.number} as laid out"
            missing, extra = listed(expected - found), listed(found - expected)
            yield evidence.fault("unread-code", what, f"missing: {missing}; extra: {extra}")


CHECK = Check(
    codes={
        "unread-code": "a scanner does not read a code, or reads one that the page should not have",
    },
    stage=Stage.FULL,
    rationale="A code is good when a phone reads it from paper, whatever is known of its modules. The page "
    "is rendered at 300 dots an inch, and scanned.",
    find=find,
)
