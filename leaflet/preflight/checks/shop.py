"""What a print shop is given: colour that runs off, marks at the trim, black that overprints, no links.

What is expected stands here in plain numbers, as in ``paper``, and not in the code that makes such a sheet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from leaflet.choices import Inks, Purpose
from leaflet.diagnostics import Finding
from leaflet.document import Role
from leaflet.geometry import Rect
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.checks.paper import FACE, SLACK, shown
from leaflet.preflight.evidence import Evidence, Page
from leaflet.sheet import Fill, Layout, PlacedPanel, Rule, Side, TextLine
from leaflet.styles import BLACK
from leaflet.units import MM, to_mm

BLEED = 3 * MM
"""What is cut off at the least: the guillotine may be off by a millimetre, the sheet stretch by another."""
MARK = 4 * MM
"""The least length of a mark."""
FINE, LEAST_DASH, MOST_DASH = (0.2, 1.0), 1.0, 6.0
"""The weights of a mark, and how long its dashes and the white between them may be, in points."""
OVERPRINT = {"OP": True, "op": True, "OPM": 1}
"""Mode 1: only inks that an object has replace those below it (ISO 32000-1, 8.6.7)."""
WORD = "fold"
CAPITAL = 0.75
"""How high letters are at the most, in sizes."""
Wrong: TypeAlias = tuple[str, object, object]
"""What is wrong, what is expected, and what is found."""


def find(evidence: Evidence) -> Iterator[Finding]:
    layout = evidence.layout
    if layout.purpose is not Purpose.PRESS:
        return
    for number, (page, side) in enumerate(evidence.sides, 1):
        for what, expected, found in (
            *bled(side),
            *marked(side),
            *described(layout, side, number),
            *overprinted(evidence, page),
        ):
            whole = f"{what} of page {number} is not as a print shop needs it"
            yield evidence.fault("wrong-press", whole, f"expected {expected}, found {found}")
        if page.annotations:
            # PDF/X has no annotations inside the bleed box (ISO 15930-7).
            yield evidence.fault("wrong-press", f"page {number} has links", f"found {len(page.annotations)}")


def bled(side: Side) -> Iterator[Wrong]:
    """Where colour does not run off at the cuts, or runs over a fold."""
    least = side.trim.grown(BLEED)
    if not side.bleed.contains(least):
        yield "the bleed", shown(least.corners), shown(side.bleed.corners)
    for panel in side.panels:
        fills = [item for item in panel.items if isinstance(item, Fill)]
        for rect in (fill.rect for fill in fills):
            if not ends_well(rect, side):
                yield "the colour", f"it {to_mm(BLEED):g} mm off, or up to a fold", shown(rect.corners)
        face = [item for item in panel.items if isinstance(item, TextLine) and item.tag.block == FACE]
        if face and not any(fill.rect.contains(field(panel, side, face[0]), SLACK) for fill in fills):
            yield "the field of the face", shown(field(panel, side, face[0]).corners), "less"


def field(panel: PlacedPanel, side: Side, first: TextLine) -> Rect:
    """What colour must fill round the first line of the face: a cover whole, of a page the head.

    It goes on over the cuts, and ends at the fold.
    """
    left = panel.box.x if panel.box.x > SLACK else -BLEED
    bottom = -BLEED if side.folds else first.baseline
    return Rect(left, bottom, side.width + BLEED - left, side.height + BLEED - bottom)


def ends_well(rect: Rect, side: Side) -> bool:
    """Whether a fill stays inside the trim or goes on to the end of the bleed, and over no fold."""
    over = (-rect.x, -rect.y, rect.right - side.width, rect.top - side.height)
    clear = all(by < -SLACK or by >= BLEED - SLACK for by in over)
    return clear and not any(rect.x < x - SLACK and rect.right > x + SLACK for x in side.folds)


def marked(side: Side) -> Iterator[Wrong]:
    """Marks that are missing, or in line with no edge and no fold, or reach into the bleed."""
    width, height = side.width, side.height
    cuts = {("x", 0.0), ("x", width), ("y", 0.0), ("y", height)}
    wanted = {(axis, at, end, False) for axis, at in cuts for end in (0, 1)}
    wanted |= {("x", x, end, True) for x in side.folds for end in (0, 1)}
    rules = [item for item in side.beside if isinstance(item, Rule)]
    found = [mark for rule in rules if (mark := read(rule, side)) is not None]
    there = {
        each
        for each in wanted
        for mark in found
        if mark[0] == each[0] and abs(mark[1] - each[1]) <= SLACK and mark[2:] == each[2:]
    }
    if there != wanted or len(rules) != len(wanted) or side.marks:
        yield "the marks", f"{len(wanted)} at the cuts and folds", f"{len(there)} there, {len(rules)} in all"
    for rule in rules:
        if not is_seen(rule, side.media):
            yield "a mark", "a fine black line on the sheet", f"{rule}"
    words = [item.x for item in side.beside if isinstance(item, TextLine) and item.text == WORD]
    near = [x for x in side.folds for word in words if 0 <= word - x <= MARK]
    if len(near) != 2 * len(side.folds) or len(words) != len(near):
        yield "the word at the folds", f"{WORD!r} twice at each", f"{len(near)} of {len(words)} there"


def is_seen(rule: Rule, media: Rect) -> bool:
    """Whether a mark is black, fine, on the sheet, and solid or dashed."""
    low, high = FINE
    ends = (rule.x1, rule.y1), (rule.x2, rule.y2)
    dashed = all(LEAST_DASH <= length <= MOST_DASH for length in rule.dash)
    on_sheet = all(media.x <= x <= media.right and media.y <= y <= media.top for x, y in ends)
    return rule.ink == BLACK and low <= rule.weight <= high and dashed and on_sheet


def read(rule: Rule, side: Side) -> tuple[str, float, int, bool] | None:
    """A mark outside the bleed: across which axis, where, at which end, and whether it is dashed."""
    low, high, far, axis, at = (
        (rule.y1, rule.y2, side.height, "x", rule.x1)
        if rule.x1 == rule.x2
        else (rule.x1, rule.x2, side.width, "y", rule.y1)
    )
    low, high = sorted((low, high))
    if (axis == "y" and rule.y1 != rule.y2) or high - low < MARK:
        return None
    if high <= -BLEED:
        return axis, at, 0, bool(rule.dash)
    return (axis, at, 1, bool(rule.dash)) if low >= far + BLEED else None


def described(layout: Layout, side: Side, number: int) -> Iterator[Wrong]:
    """What the job line does not say of the sheet, for whoever finds it alone in the press room."""
    lines = [item for item in side.beside if isinstance(item, TextLine) and item.tag.role is Role.JOB]
    said = "".join("".join(line.text for line in lines if line.text != WORD).split())
    folds = " and ".join(f"{round(to_mm(x), 1):g}" for x in side.folds)
    parts = (
        layout.document.edition,
        f"language {layout.document.language}",
        f"{side.name} (side {number} of {len(layout.sides)})",
        f"trim {round(to_mm(side.width), 1):g} × {round(to_mm(side.height), 1):g} mm",
        f"bleed {round(to_mm(-side.bleed.x), 1):g} mm",
        f"folds at {folds} mm" if folds else "",
        "black only" if layout.inks is Inks.MONO else "CMYK",
    )
    for part in parts:
        if "".join(part.split()) not in said:
            yield "the job line", part, said
    for line in lines:
        if line.baseline + CAPITAL * line.size > -BLEED and line.baseline < side.height + BLEED:
            yield "the job line", "it outside the bleed", f"{shown((line.x, line.baseline))}: {line.text}"


def overprinted(evidence: Evidence, page: Page) -> Iterator[Wrong]:
    """Black letters and lines that would show a white rim where the plates do not meet."""
    document = evidence.document
    resources = document.dictionary(page.entries.get("Resources", {}), "the resources of a page")
    states = document.dictionary(resources.get("ExtGState", {}), "the graphics states of a page")
    for name in states:
        state = document.dictionary(states[name], "a graphics state")
        found = {key: document.resolve(value) for key, value in state.items() if key != "Type"}
        if found != OVERPRINT:
            yield "overprinting", OVERPRINT, found
    if page.painting.knocked:
        yield "the black", "letters and lines to overprint", "some that do not"


CHECK = Check(
    codes={
        "wrong-press": "a print shop's file lacks bleed, marks, its job line or overprint, or has links",
    },
    stage=Stage.AFFORDABLE,
    rationale="Where colour ends at the cut, the knife leaves a white edge; by a mark that is off the trim, "
    "every sheet of the job is cut through its text. Nobody sees it before thousands are printed.",
    find=find,
)
