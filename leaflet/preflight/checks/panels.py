"""Panels that are not empty, and are written in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

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
        lines = [one for one in evidence.written[page.number] if one.panel and one.shown]
        lines.sort(key=lambda one: one.shown[0].order)
        panels = [one.panel for one in lines if one.panel]
        if any(panel.order > following.order for panel, following in pairwise(panels)):
            what = f"page {page.number} is written in another order than its panels are read"
            found = ", ".join(dict.fromkeys(panel.name for panel in panels))
            yield evidence.fault("panel-order", what, f"found {found}")


CHECK = Check(
    codes={
        "empty-panel": "a panel has no text",
        "panel-order": "a page is written in another order than it is read",
    },
    stage=Stage.AFFORDABLE,
    rationale="A panel without a word is a column that was lost, or a sheet that wastes the paper on which "
    "its type could have been larger. And who copies the text of a page gets it as it was written.",
    find=find,
)
