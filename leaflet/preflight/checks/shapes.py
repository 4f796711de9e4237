"""Fills, rules and pictograms of the layout, each in its place, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from math import isclose

from leaflet.diagnostics import Finding
from leaflet.geometry import Rect
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import NEAR, Evidence, items
from leaflet.preflight.marks import Edges, Filled, Stroked, same
from leaflet.sheet import Fill, Rule, Side, Symbol
from leaflet.units import to_mm


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, side in evidence.sides:
        drawn = [*page.painting.shapes]
        for what, box, weight in promised(side):
            edges = box.corners
            found = next((mark for mark in drawn if alike(mark, edges, weight)), None)
            if found is None:
                lost = f"page {page.number} lacks a {what}"
                yield evidence.fault("lost-shape", lost, f"expected at {place(box)}")
            else:
                drawn.remove(found)
        for mark in drawn:
            kind = "fill" if isinstance(mark, Filled) else "stroke"
            extra = f"page {page.number} has a {kind} that the layout does not have"
            yield evidence.fault("extra-shape", extra, f"at {place(mark.box)}")


def promised(side: Side) -> Iterator[tuple[str, Rect, float | None]]:
    """What each shape is, the box round its points, and the weight of its stroke, None for a fill."""
    for fill in items(side, Fill):
        yield "fill", fill.rect, None
    for rule in items(side, Rule):
        x, y = min(rule.x1, rule.x2), min(rule.y1, rule.y2)
        yield "line", Rect(x, y, abs(rule.x1 - rule.x2), abs(rule.y1 - rule.y2)), rule.weight
    for symbol in items(side, Symbol):
        numbers = [number for _, values in symbol.path for number in values]
        xs, ys = numbers[::2], numbers[1::2]
        box = Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        yield f"pictogram ({symbol.name})", box, symbol.weight


def alike(mark: Filled | Stroked, edges: Edges, weight: float | None) -> bool:
    """Whether a drawn shape is the promised one."""
    if not same(mark.edges, edges, NEAR):
        return False
    if isinstance(mark, Filled):
        return weight is None
    return weight is not None and isclose(mark.weight, weight, abs_tol=0.01)


def place(box: Rect) -> str:
    x, y, width, height = map(to_mm, (box.x, box.y, box.width, box.height))
    return f"{x:.1f}, {y:.1f} mm, {width:.1f} × {height:.1f} mm"


CHECK = Check(
    codes={
        "lost-shape": "a fill, a line or a pictogram is not on the sheet",
        "extra-shape": "a fill or a stroke is on the sheet that nobody laid out",
    },
    stage=Stage.AFFORDABLE,
    rationale="Fold marks say where to fold, pictograms help who reads slowly, and white text needs its "
    "dark ground; a shape that nobody laid out can strike a number through.",
    find=find,
)
