"""A layout held against its own promises: nothing lost, nothing outside, nothing on anything else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet.belonging import crossed, misplaced
from leaflet.diagnostics import Finding, shorten
from leaflet.document import Document, Role
from leaflet.fidelity import unfaithful
from leaflet.fittings import unfitted
from leaflet.products.model import Product
from leaflet.sheet import PlacedPanel, Side, TextLine
from leaflet.stands import CAPITAL, Face, Stand, as_read, every, faces_of
from leaflet.units import MM, to_mm

SLACK = 0.1
"""Points by which a line may pass its measure: rounding, invisible on paper."""
DESCENT = 0.24
"""How far letters hang below the baseline, in sizes; Noto Sans."""


def faults(
    document: Document, product: Product, sides: tuple[Side, ...], *, touched: bool = True
) -> Iterator[Finding]:
    """What the sides do not keep of what they promise, with millimetres; ``touched`` as in ``unfaithful``.

    Copyfitting keeps running text in its frames; this catches what it cannot help (a word wider than
    its column, a title that does not fit the cover), and every fault of our own.
    """
    faces = faces_of(sides)
    if sparse := list(unfilled(document, product, faces)):
        yield from sparse
        return
    crowded = list(unfitting(product, faces))
    yield from crowded
    yield from unfaithful(document, faces, touched=touched)
    # A text that leaves its room stands beside others: where it does is no fault of ours.
    if not crowded:
        yield from misplaced(document, as_read(faces))
        yield from crossed(every(faces))
        yield from unfitted(document, faces)


def unfilled(document: Document, product: Product, faces: Sequence[Face]) -> Iterator[Finding]:
    """Panels on which nothing stands, since the text ends before them."""
    empty = [stand.name for stand in every(faces) if not stand.lines]
    if empty:
        what = f"the text is too short for this product: {product.name}"
        remedy = "build it with --format a4, which takes as many pages as it needs; or write more"
        place = document.audience.phrase.place
        yield Finding(place, "short-text", what, f"nothing stands on: {', '.join(empty)}", remedy)


def unfitting(product: Product, faces: Sequence[Face]) -> Iterator[Finding]:
    """Texts that do not fit where they stand: an editor can shorten them."""
    for face in faces:
        for stand in face.stands:
            faulty: dict[str, Finding] = {}
            for line in stand.lines:
                for finding in outside(line, stand.panel, face.side, product):
                    faulty.setdefault(line.tag.block, finding)
            for above, below in collisions(stand.lines):
                # What leaves its room is known; a fact is never what is too long.
                if faulty.keys() & {above.tag.block, below.tag.block}:
                    continue
                long, other = (above, below) if below.tag.role is Role.NUMBER else (below, above)
                what = f'panel "{stand.name}": a line runs into another one: {shorten(long.text)}'
                shared = to_mm(overlap(above, below))
                measure = f"{shared:.1f} mm of depth are shared with: {shorten(other.text)}"
                faulty[long.tag.block] = Finding(
                    long.place, "overset-text", what, measure, "shorten one of the two texts"
                )
            yield from faulty.values()
            yield from blocked_codes(stand)


def outside(line: TextLine, panel: PlacedPanel, side: Side, product: Product) -> Iterator[Finding]:
    """A line that leaves its measure or its panel, or comes too near to a cut or a fold."""
    left, right = line.x, line.right
    top, bottom = line.baseline + CAPITAL * line.size, foot(line)
    trim, fold = product.safe_trim * MM, product.safe_fold * MM
    # What stands in the margin under a frame is held to the trim alone.
    marginal = line.tag.role in (Role.STATUS, Role.FOOT)
    within = () if marginal else (top - panel.frame.top, panel.frame.y - bottom)
    excess = max(
        right - line.edge - line.measure,
        panel.frame.x - line.edge,
        *within,
        trim - left,
        right - (side.width - trim),
        trim - bottom,
        top - (side.height - trim),
        *[fold - max(left - x, x - right) for x in side.folds],
    )
    if excess > SLACK:
        what = f'panel "{panel.name}": a line leaves its room: {shorten(line.text)}'
        yield Finding(
            line.place, "overset-text", what, f"by {to_mm(excess):.1f} mm", "shorten the text or the word"
        )


def collisions(lines: list[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    """Pairs of lines that stand on each other."""
    ordered = sorted(lines, key=lambda line: -line.baseline)
    deepest = max((line.size for line in lines), default=0.0)
    for index, line in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if line.baseline - other.baseline > deepest * (CAPITAL + DESCENT):
                break
            apart = other.right <= line.x + SLACK or line.right <= other.x + SLACK
            if not apart and overlap(line, other) > SLACK:
                yield line, other


def overlap(above: TextLine, below: TextLine) -> float:
    """How far the capitals of the lower line reach into the letters of the upper one, in points."""
    return below.baseline + CAPITAL * below.size - foot(above)


def foot(line: TextLine) -> float:
    """How far down a line reaches: figures stand on the baseline, letters may hang below it."""
    return line.baseline - (0.0 if line.text.isdecimal() else DESCENT * line.size)


def blocked_codes(stand: Stand) -> Iterator[Finding]:
    """Lines in the quiet zone of a code: it would not scan."""
    if not stand.codes:
        return
    boxes = [(line, line.x, foot(line), line.right, at.top) for line, at in stand.boxes]
    for code in stand.codes:
        zone_left, zone_bottom, zone_right, zone_top = code.quiet_zone.corners
        for line, left, bottom, right, top in boxes:
            # Most lines are far from a code.
            if bottom >= zone_top or top <= zone_bottom:
                continue
            across = min(right, zone_right) - max(left, zone_left)
            down = min(top, zone_top) - max(bottom, zone_bottom)
            if min(across, down) > SLACK:
                what = (
                    f'panel "{stand.name}": a line stands in the quiet zone of a code: {shorten(line.text)}'
                )
                measure = f"by {to_mm(min(across, down)):.1f} mm, beside {code.payload}"
                yield Finding(line.place, "blocked-code", what, measure, "shorten the text or the word")
