"""Panels that are not empty."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence
from leaflet.preflight.marks import within
from leaflet.sheet import Rule, Symbol, TextLine

INSIDE = 0.01
"""Points by which a text may begin beside its panel: rounding."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, side in evidence.sides:
        spots = [(shown.x, shown.y, shown.x, shown.y) for shown in page.shown if not shown.blank]
        for panel in side.panels:
            # On a proof of the printer a part of the sheet may have a scale or lines to write on alone.
            drawn = any(isinstance(item, Rule | Symbol) for item in panel.items)
            written = any(isinstance(item, TextLine) for item in panel.items)
            if (written or not drawn) and not any(within(spot, panel.box.corners, INSIDE) for spot in spots):
                what = f'the panel "{panel.name}" of page {page.number} is empty'
                yield evidence.fault("empty-panel", what, "expected text, found none")


CHECK = Check(
    codes={
        "empty-panel": "a panel has no text",
    },
    stage=Stage.AFFORDABLE,
    rationale="A panel without a word is a column that was lost, or a sheet that wastes the paper on which "
    "its type could have been larger.",
    find=find,
)
