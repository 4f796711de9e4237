"""A layout into the sheets of a print shop: colour that runs off, marks and a colour bar beside the trim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leaflet.choices import Inks, Purpose
from leaflet.diagnostics import Finding, Place
from leaflet.document import Phrase, Role, Run
from leaflet.geometry import Rect
from leaflet.setter import Setter, Type
from leaflet.sheet import Edge, Fill, Item, Layout, PlacedPanel, Rule, Side, Surround, Tag, TextLine
from leaflet.styles import BLACK, Ink, tint
from leaflet.typeface import Typeface, Weight
from leaflet.units import MM, to_mm

BLEED = 3 * MM
"""What print shops ask for: the guillotine may be off by a millimetre, the sheet may stretch by another."""
MARK_START, MARK_END = 4 * MM, 9 * MM
"""Marks, from the trim outwards. They begin clear of the bleed: nothing of one is left on the leaflet."""
SLUG = 12 * MM
CUT_WEIGHT, FOLD_WEIGHT = 0.25, 0.5
FOLD_DASH = (3.2, 2.29)
"""Three dashes and two gaps on the length of a mark: nobody cuts at what is dashed."""
PATCH = 5 * MM
SOLIDS = (Ink(1, 0, 0, 0, 0), Ink(0, 1, 0, 0, 0), Ink(0, 0, 1, 0, 0), BLACK)
# Full tone, and the tints that show how much the dots grow.
COLOUR_BAR = tuple(tint(solid, strength) for solid in SOLIDS for strength in (1.0, 0.75, 0.5))
OVERPRINTS = (Ink(1, 1, 0, 0, 0), Ink(1, 0, 1, 0, 0), Ink(0, 1, 1, 0, 0))
"""Two solids, one on the other: how well the second ink takes."""
BLACK_BAR = COLOUR_BAR[-3:]
JOB = Type(Weight.REGULAR, 6.0, BLACK, leading=1.25)


def for_purpose(layout: Layout, purpose: Purpose, typeface: Typeface) -> Layout:
    """The layout for what its file is for."""
    if purpose is Purpose.PRESS:
        return for_press(layout, typeface)
    return replace(layout, purpose=purpose)


def for_press(layout: Layout, typeface: Typeface) -> Layout:
    """The layout as a print shop wants it, its trim and all that stands inside it unmoved.

    Fields that run off reach 3 mm beyond the cut, and end exactly at a fold. Marks for cutting and folding,
    the job line and the colour bar stand in the slug; the fold marks inside the trim are gone. Nothing is
    left to touch: PDF/X (ISO 15930) has no annotations inside the bleed box. Content without a date, which
    PDF/X wants, is told in ``Layout.findings``; the sides are then empty.
    """
    if layout.sides and not layout.document.date:
        undated = (*layout.findings, no_date(layout))
        return replace(layout, sides=(), findings=undated, purpose=Purpose.PRESS)
    setter = Setter(typeface)
    sides = []
    for number, side in enumerate(layout.sides, 1):
        panels = tuple(pressed(panel, side.trim) for panel in side.panels)
        job = job_line(layout, side, number)
        items = (
            *cut_marks(side),
            *fold_marks(side, setter),
            *job_lines(job, side, setter),
            *bar(side, layout.inks),
        )
        surround = Surround(side.trim.grown(BLEED), side.trim.grown(SLUG), items)
        sides.append(replace(side, panels=panels, marks=(), surround=surround))
    return replace(layout, sides=tuple(sides), purpose=Purpose.PRESS)


def no_date(layout: Layout) -> Finding:
    return Finding(
        layout.document.title.phrase.place,
        "no-date",
        "the words have no date, which a print shop's file must have",
        remedy='set "on" under "provenance", "memo" to the day of the words',
    )


def pressed(panel: PlacedPanel, trim: Rect) -> PlacedPanel:
    """A panel with its fields run off and its links taken away."""
    return replace(panel, items=tuple(press_item(item, panel.box, trim) for item in panel.items))


def press_item(item: Item, box: Rect, trim: Rect) -> Item:
    match item:
        case Fill() if item.runs_off:
            # Corners that were round would show white where the colour is cut.
            return replace(item, rect=run_off(item, box, trim), radius=0)
        case TextLine():
            return replace(item, runs=tuple(replace(run, link="") for run in item.runs))
    return item


def run_off(fill: Fill, box: Rect, trim: Rect) -> Rect:
    """The rectangle of a field carried on to its panel's edges: to the bleed where the sheet is cut there."""
    bleed = trim.grown(BLEED)
    rect, edges = fill.rect, fill.runs_off
    left = outer(box.x, trim.x, bleed.x) if Edge.LEFT in edges else rect.x
    bottom = outer(box.y, trim.y, bleed.y) if Edge.BOTTOM in edges else rect.y
    right = outer(box.right, trim.right, bleed.right) if Edge.RIGHT in edges else rect.right
    top = outer(box.top, trim.top, bleed.top) if Edge.TOP in edges else rect.top
    return Rect(left, bottom, right - left, top - bottom)


def outer(edge: float, trim: float, bleed: float) -> float:
    """Where colour ends at a panel's edge: in the bleed if the sheet ends here, else at the fold."""
    return bleed if abs(edge - trim) < 0.01 else edge


def cut_marks(side: Side) -> Iterator[Rule]:
    """Two solid marks at each corner, in line with the trim."""
    near, far = side.trim.grown(MARK_START), side.trim.grown(MARK_END)
    for x in (side.trim.x, side.trim.right):
        yield Rule(x, near.y, x, far.y, CUT_WEIGHT, BLACK)
        yield Rule(x, near.top, x, far.top, CUT_WEIGHT, BLACK)
    for y in (side.trim.y, side.trim.top):
        yield Rule(near.x, y, far.x, y, CUT_WEIGHT, BLACK)
        yield Rule(near.right, y, far.right, y, CUT_WEIGHT, BLACK)


def fold_marks(side: Side, setter: Setter) -> Iterator[Item]:
    """A dashed mark above and below every fold, with the word."""
    near, far = side.trim.grown(MARK_START), side.trim.grown(MARK_END)
    for x in side.folds:
        yield Rule(x, near.y, x, far.y, FOLD_WEIGHT, BLACK, FOLD_DASH)
        yield Rule(x, near.top, x, far.top, FOLD_WEIGHT, BLACK, FOLD_DASH)
        for y in ((near.y + far.y) / 2, (near.top + far.top) / 2):
            baseline = y - setter.cap_height(JOB) / 2
            yield from job_text("fold", setter, x + 1.5 * MM, baseline, 20 * MM)


def job_line(layout: Layout, side: Side, number: int) -> str:
    """What the sheet is, for whoever finds it alone in the press room."""
    document = layout.document
    parts = [
        document.edition,
        f"language {document.language}",
        layout.product,
        *(["draft, not released"] if document.labels.draft else []),
        f"{side.name} (side {number} of {len(layout.sides)})",
        f"trim {millimetres(side.width)} × {millimetres(side.height)} mm",
        f"bleed {millimetres(BLEED)} mm",
    ]
    if side.folds:
        parts.append(f"folds at {' and '.join(map(millimetres, side.folds))} mm from the left")
    parts.append("black only" if layout.inks is Inks.MONO else "CMYK")
    # A line breaks between parts, never inside one.
    return ", ".join(part.replace(" ", "\u00a0") for part in parts)


def millimetres(points: float) -> str:
    return f"{round(to_mm(points), 1):g}"


def job_lines(job: str, side: Side, setter: Setter) -> list[TextLine]:
    """The job line below the left end of the sheet, clear of the marks."""
    first = -MARK_START - 0.5 * MM - setter.cap_height(JOB)
    return job_text(job, setter, 2 * MM, first, clear(side))


def job_text(text: str, setter: Setter, x: float, baseline: float, width: float) -> list[TextLine]:
    return setter.lines(Phrase((Run(text),), Place("")), JOB, x, baseline, width, Tag(Role.JOB, "job"))


def clear(side: Side) -> float:
    """How wide the slug is between the left end of the trim and the first mark right of it."""
    return min((*side.folds, side.width)) - 4 * MM


def bar(side: Side, inks: Inks) -> Iterator[Fill]:
    """Solids, tints and overprints of the process inks, above the left end of the sheet."""
    patches = BLACK_BAR if inks is Inks.MONO else COLOUR_BAR + OVERPRINTS
    for index, ink in enumerate(patches):
        yield Fill(Rect(2 * MM + index * PATCH, side.height + MARK_START, PATCH, PATCH), ink)
