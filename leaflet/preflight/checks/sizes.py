"""Type that can be read: the memo at 9 points or more, nothing below 7."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding, shorten
from leaflet.document import Role
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page
from leaflet.preflight.marks import Shown

FLOOR = 7.0
LEAST: dict[Role, float] = dict.fromkeys(
    (
        Role.AUDIENCE,
        Role.TITLE,
        Role.STATEMENT,
        Role.SUBHEADING,
        Role.PARAGRAPH,
        Role.CHECK_ITEM,
        Role.LIST_ITEM,
        Role.NUMBER,
        Role.FOOT,
    ),
    9.0,
) | {Role.JOB: 5.0, Role.SCALE: 5.0}
"""Least sizes in points: of what must be read by tired eyes in bad light, and of words for a printer."""
ROUNDING = 0.01


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, _ in evidence.sides:
        for written in evidence.written[page.number]:
            least = LEAST.get(written.line.tag.role, FLOOR)
            yield from (small for shown in written.shown for small in judged(evidence, page, shown, least))
        yield from (
            small for stray in evidence.strays(page) for small in judged(evidence, page, stray, FLOOR)
        )


def judged(evidence: Evidence, page: Page, shown: Shown, least: float) -> Iterator[Finding]:
    if shown.size < least - ROUNDING and not shown.blank:
        what = f"page {page.number} has a text that is too small to read: {shorten(shown.text.strip())}"
        yield evidence.fault("small-type", what, f"expected at least {least:g} pt, found {shown.size:g} pt")


CHECK = Check(
    codes={
        "small-type": "a text is too small to read",
    },
    stage=Stage.AFFORDABLE,
    rationale="Text that was shrunk to fit is text that nobody reads: the limits are those of printed "
    "leaflets for people with tired eyes, in bad light.",
    find=find,
)
