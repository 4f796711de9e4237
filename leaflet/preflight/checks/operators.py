"""Pages that are painted with text, fills and strokes of process inks, and with nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence

COLOURS = frozenset({"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri"})
"""Operators of colour that is not DeviceCMYK or DeviceGray (ISO 32000-1, 8.6.8)."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for page in evidence.pages:
        foreign = set(page.painting.foreign)
        if colours := sorted(foreign & COLOURS):
            what = f"page {page.number} has colours that are no process inks"
            yield evidence.fault("wrong-colour", what, f"expected k and K, found {', '.join(colours)}")
        if others := sorted(foreign - COLOURS):
            what = f"page {page.number} is painted with what no leaflet has"
            measure = f"expected text, fills and strokes, found {', '.join(others)}"
            yield evidence.fault("foreign-content", what, measure)


CHECK = Check(
    codes={
        "wrong-colour": "a colour is not given in process inks",
        "foreign-content": "a page is painted with what no leaflet has",
    },
    stage=Stage.BONES,
    rationale="Colours that are not given in inks come out of each press in another way, black text in four "
    "inks. Images, clips, transparency and layers can hide or cover words, so that a file reads well on "
    "one screen and lacks a line on paper. A leaflet has none of them.",
    find=find,
)
