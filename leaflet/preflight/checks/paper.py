"""The sheet as the product has it: its size, panels, folds and marks, and the edge that it is turned over.

What is expected stands here in plain numbers, and comes from no product: its faults would be expected, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple, TypeAlias

from leaflet.choices import Purpose
from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.checks.safety import SAFE_FOLD, SAFE_TRIM, distances
from leaflet.preflight.evidence import Evidence, items
from leaflet.sheet import Fill, Side, TextLine
from leaflet.units import MM, to_mm


class Sheet(NamedTuple):
    """A sheet in mm: its width and height, and of one that is folded the width of the flap; else 0."""

    width: float
    height: float
    flap: float = 0.0


SHEETS = {
    "trifold": Sheet(297.0, 210.0, flap=97.0),
    "a4": Sheet(210.0, 297.0),
    "trifold-letter": Sheet(279.4, 215.9, flap=92.075),
    "letter": Sheet(215.9, 279.4),
}
"""The sheet of each product. The flap is narrower than the two equal panels: as wide as they, it buckles."""
OUTSIDE, INSIDE = ("flap", "back", "cover"), ("inside left", "inside middle", "inside right")
READ = ("cover", "flap", *INSIDE, "back")
"""The panels of a folded sheet from left to right, and in the order of reading."""
FOLD_MARK = (5.0, 8.0)
"""Least and greatest length of a fold mark in mm: seen beside what a printer leaves white, and no line."""
DARK = 0.5
"""The least black of a fold mark, 0 to 1."""
SLACK = 0.05
BACKS = "2-backs"
FACE = "memo.cover.audience"
Span: TypeAlias = tuple[str, int, float, float]
"""A panel: its name, its place in the order of reading, its left edge and its width in points."""


def find(evidence: Evidence) -> Iterator[Finding]:
    layout = evidence.layout
    if evidence.is_proof:
        return
    sheet = SHEETS.get(layout.product)
    if sheet is None:
        known = " or ".join(SHEETS)
        yield fault(evidence, "nothing tells what the sheet of this product is", known, layout.product)
        return
    size, folded = (sheet.width * MM, sheet.height * MM), sheet.flap > 0
    names = named(layout.part, len(layout.sides), folded=folded)
    for name, side in zip_longest(names, layout.sides):
        # A front may have nothing on its back, if it is the last one.
        if side is layout.sides[-1] and layout.part == BACKS and not (folded or side.panels):
            continue
        if side is None or name != side.name:
            found = side.name if side else "none"
            yield fault(evidence, "a side is another than its place asks for", name or "none", found)
            continue
        if not alike((side.width, side.height), size):
            yield fault(
                evidence, f"the side {name!r} has another size", shown(size), shown((side.width, side.height))
            )
        yield from divided(evidence, side, sheet)
        yield from marked(evidence, side)
        if layout.purpose is not Purpose.PRESS:
            yield from near_edge(evidence, side)
    yield from turned(evidence, folded=folded)


def fault(evidence: Evidence, what: str, expected: object, found: object) -> Finding:
    return evidence.fault("wrong-sheet", what, f"expected {expected}, found {found}")


def named(part: str, count: int, *, folded: bool) -> list[str]:
    """The names of the sides, of the whole or of the fronts or backs alone, in their order."""
    if folded:
        return {"1-outside": ["outside"], "2-inside": ["inside"]}.get(part, ["outside", "inside"])
    first, step = {"1-fronts": (1, 2), BACKS: (2, 2)}.get(part, (1, 1))
    return [f"page {first + step * index}" for index in range(count)]


def divided(evidence: Evidence, side: Side, sheet: Sheet) -> Iterator[Finding]:
    """Panels and folds that are not where they belong: those of both faces meet, for they have one flap."""
    found = tuple((panel.name, panel.order, panel.box.x, panel.box.width) for panel in side.panels)
    expected = spans(side.name, sheet)
    for ours, theirs in zip_longest(expected, found):
        if ours is None or theirs is None or ours[:2] != theirs[:2] or not alike(ours[2:], theirs[2:]):
            what = f"a panel of the side {side.name!r} is another, or not in its place"
            yield fault(evidence, what, told(ours), told(theirs))
    edges = tuple(span[2] for span in expected[1:])
    if not alike(side.folds, edges):
        what = f"the folds of the side {side.name!r} are not between its panels"
        yield fault(evidence, what, shown(edges), shown(side.folds))
    for panel in side.panels:
        blocks = {item.tag.block for item in panel.items if isinstance(item, TextLine)}
        if (FACE in blocks) != (panel.order == 0):
            what = f'whom the leaflet is for stands on another panel than the first: "{panel.name}"'
            yield fault(evidence, what, panel.order == 0, FACE in blocks)


def spans(side: str, sheet: Sheet) -> tuple[Span, ...]:
    """The panels of a face: the flap at the left of the outside, and so at the right of the inside."""
    if not sheet.flap:
        return ((side, int(side.split()[-1]) - 1, 0.0, sheet.width * MM),)
    flap, panel = sheet.flap * MM, (sheet.width - sheet.flap) / 2 * MM
    names, widths = (OUTSIDE, (flap, panel, panel)) if side == "outside" else (INSIDE, (panel, panel, flap))
    lefts = (0.0, widths[0], widths[0] + widths[1])
    return tuple(
        (name, READ.index(name), left, width) for name, left, width in zip(names, lefts, widths, strict=True)
    )


def marked(evidence: Evidence, side: Side) -> Iterator[Finding]:
    """Marks for folding that are missing, off a fold, or no marks: two a fold, on the outside alone."""
    wanted = side.folds if side.name == "outside" and not side.surround else ()
    least, most = (length * MM for length in FOLD_MARK)
    at: list[tuple[float, float]] = []
    for mark in side.marks:
        low, high = sorted((mark.y1, mark.y2))
        edge = 0.0 if low <= SLACK else side.height if high >= side.height - SLACK else -1.0
        dark = mark.ink.black >= DARK
        if mark.x1 == mark.x2 and least <= high - low <= most and mark.dash and dark:
            at.append((mark.x1, edge))
    expected = [(x, edge) for x in wanted for edge in (0.0, side.height)]
    if len(side.marks) != len(expected) or not all(
        alike(ours, theirs) for ours, theirs in zip_longest(expected, at, fillvalue=())
    ):
        what = f"the fold marks of the side {side.name!r} are not short dark dashes at its folds"
        yield fault(
            evidence, what, f"{len(expected)} at {shown(wanted)}", f"{len(at)} at {shown([x for x, _ in at])}"
        )


def near_edge(evidence: Evidence, side: Side) -> Iterator[Finding]:
    """Colour where a printer leaves white, or on a fold, where it breaks."""
    for fill in items(side, Fill):
        trim, fold = distances(fill.rect.corners, side)
        if trim < SAFE_TRIM * MM - SLACK or fold < SAFE_FOLD * MM - SLACK:
            what = f"colour on the side {side.name!r} is too near to a cut or a fold"
            yield fault(evidence, what, f"{SAFE_TRIM:g} and {SAFE_FOLD:g} mm", shown((trim, fold)))


def turned(evidence: Evidence, *, folded: bool) -> Iterator[Finding]:
    """Whether a printer turns the paper so that both faces stand upright: over the edge at the side."""
    document = evidence.document
    preferences = document.dictionary(evidence.catalog.get("ViewerPreferences", {}), "the preferences")
    found = document.resolve(preferences.get("Duplex"))
    both = not evidence.layout.part and len(evidence.layout.sides) > 1
    expected = f"DuplexFlip{'Short' if folded else 'Long'}Edge" if both else None
    if found != expected:
        yield fault(evidence, "the file has the paper turned over another edge", expected, found)


def alike(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether lengths in points are the same, but for rounding."""
    return len(one) == len(other) and all(abs(a - b) <= SLACK for a, b in zip(one, other, strict=True))


def told(span: Span | None) -> str:
    return f'"{span[0]}", read as {span[1] + 1}, at {shown(span[2:])}' if span else "none"


def shown(lengths: Sequence[float]) -> str:
    return ", ".join(f"{to_mm(length):.1f}" for length in lengths) + " mm" if lengths else "none"


CHECK = Check(
    codes={
        "wrong-sheet": "a sheet has other sizes, panels, folds or marks than its product, or turns wrongly",
    },
    stage=Stage.AFFORDABLE,
    rationale="A trifold whose folds do not meet on both faces, whose flap does not go in, or whose inside "
    "stands upside down is waste paper; and a panel in another's place is read in the wrong order.",
    find=find,
)
