"""The words and scales of a proof into a layout: twelve cells between scales, on the sheet of a product.

     side 1 (outside)                         side 2 (inside)
+        |        |        +            +        |        |        +
  title  | light  | margin                folds  |  type  | shades
.        |   +    |        .            .        |   +    |        .
 printing|  size  | record                       | codes  |  lines
+        |        |        +            +        |        |        +
  crosses +, folds | with rulers over them, rulers and stairs round the trim
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from leaflet.coverage import uncovered
from leaflet.diagnostics import Finding
from leaflet.document import Phrase, Role, Run
from leaflet.furniture import IMPRINT
from leaflet.geometry import Rect
from leaflet.products.model import Product
from leaflet.proofing import drawings, targets
from leaflet.proofing.scales import FAR, NEAR, STATION, Scales
from leaflet.proofing.words import BAR, ProofWords
from leaflet.setter import Setter, Type
from leaflet.sheet import Item, Layout, Placed, PlacedPanel, Rule, Side, Tag, TextLine
from leaflet.styles import BLACK, PETROL
from leaflet.typeface import Typeface, Weight
from leaflet.units import MM, to_mm

BODY_SIZES = (10.5, 10.25, 10.0, 9.75, 9.5, 9.25, 9.0, 8.75, 8.5, 8.25, 8.0)
"""Sizes in points that are tried for the words; the largest at which all cells hold theirs is taken."""
OUTER, INNER = 24.0, 5.0
"""Distance in mm of the cells from the trim, and from a fold."""
ROW, CENTRE = 9.0, 15.5
"""Distance in mm of the cells from the line of the outer scales, and from that of the inner ones."""
DASH = (4.0, 3.0)


@dataclass(frozen=True, slots=True)
class Spot:
    """Which cell: side, column from the left and row from the top, each from 0; and its place in reading."""

    side: int
    column: int
    row: int
    order: int


@dataclass(slots=True)
class Cell:
    """A frame that is filled from the top."""

    setter: Setter
    frame: Rect
    top: float
    items: list[Item] = field(default_factory=list)

    def text(self, phrase: Phrase, type: Type, role: Role, block: str, before: float) -> None:
        """A paragraph, ``before`` mm below what stands above."""
        if self.items:
            self.top -= before * MM
        baseline = self.top - self.setter.cap_height(type)
        tag = Tag(role, block)
        lines = self.setter.lines(phrase, type, self.frame.x, baseline, self.frame.width, tag)
        self.items += lines
        self.top = lines[-1].baseline

    def add(self, placed: Placed) -> None:
        """What was placed at the top of what is left."""
        self.items += placed.items
        self.top -= placed.depth

    def gap(self, length: float) -> float:
        """White of so many mm; returns where it ends."""
        self.top -= length * MM
        return self.top

    @property
    def excess(self) -> float:
        """By how many points the cell is too full."""
        return self.frame.y - self.top


def lay_out_proof(words: ProofWords, product: Product, typeface: Typeface) -> Layout:
    """The proof on the sheet of a folded product.

    What cannot be shown or does not fit is told in ``Layout.findings``; its sides are then empty.
    """
    texts = ((phrase.text, phrase.place) for phrase in words.document.phrases())
    findings = tuple(uncovered(texts, typeface))
    if not findings:
        for size in BODY_SIZES:
            proof = Proof(words, product, Setter(typeface), size)
            panels = proof.panels()
            findings = tuple(proof.overset(panels))
            if not findings:
                return Layout(words.document, product.proof, size, tuple(proof.sides(panels)), ())
    return Layout(words.document, product.proof, 0.0, (), findings)


@dataclass(frozen=True, slots=True)
class Proof:
    """The proof at one size of its words."""

    words: ProofWords
    product: Product
    setter: Setter
    size: float

    def panels(self) -> dict[Spot, Cell]:
        """Every cell, filled."""
        fillings: tuple[tuple[int, int, int, Callable[[Cell], None]], ...] = (
            (0, 0, 0, self.title),
            (0, 0, 1, self.printing),
            (0, 1, 0, lambda cell: self.section(cell, "light")),
            (0, 1, 1, lambda cell: self.section(cell, "size")),
            (0, 2, 0, lambda cell: self.section(cell, "margin")),
            (0, 2, 1, self.record),
            (1, 0, 0, self.folds),
            (1, 0, 1, lambda cell: cell.add(drawings.folding(cell.frame.x, cell.top))),
            (1, 1, 0, self.type),
            (1, 1, 1, self.codes),
            (1, 2, 0, self.shades),
            (1, 2, 1, self.lines),
        )
        cells = {}
        for order, (side, column, row, fill) in enumerate(fillings):
            spot = Spot(side, column, row, order)
            frame = self.frame(spot)
            cells[spot] = Cell(self.setter, frame, frame.top)
            fill(cells[spot])
        return cells

    def folds_of(self, side: int) -> tuple[float, ...]:
        """Positions of the folds in mm, those of the product."""
        return self.product.plans[0].sides[side].folds

    def frame(self, spot: Spot) -> Rect:
        """The cell between its scales."""
        first, second = self.folds_of(spot.side)
        width, height = self.product.width, self.product.height
        left = (OUTER, first + INNER, second + INNER)[spot.column]
        right = (first - INNER, second - INNER, width - OUTER)[spot.column]
        low, middle = STATION + ROW, height / 2
        bottom, top = (low, middle - CENTRE) if spot.row else (middle + CENTRE, height - low)
        return Rect(left * MM, bottom * MM, (right - left) * MM, (top - bottom) * MM)

    # What stands in the cells.

    def section(self, cell: Cell, name: str) -> None:
        """A heading and what to do."""
        phrases, size = self.words.phrases, self.size
        heading = Type(Weight.BOLD, size * 1.15, PETROL, balance=True)
        cell.text(phrases[name], heading, Role.HEADING, f"proof.{name}", 5.0)
        body = Type(Weight.REGULAR, size, BLACK, leading=1.27)
        cell.text(phrases[f"{name}_how"], body, Role.PARAGRAPH, f"proof.{name}_how", 2.2)

    def number(self, cell: Cell, side: int) -> None:
        """Which side of the sheet this is, large."""
        number = Type(Weight.BOLD, 25.0, PETROL)
        cell.text(self.words.side(side), number, Role.LABEL, f"proof.side.{side}", 0.0)

    def title(self, cell: Cell) -> None:
        self.number(cell, 1)
        phrases = self.words.phrases
        title = Type(Weight.BOLD, 15.0, BLACK, leading=1.2, balance=True)
        cell.text(phrases["title"], title, Role.AUDIENCE, "proof.title", 5.5)
        body = Type(Weight.REGULAR, self.size, BLACK, leading=1.27)
        cell.text(phrases["purpose"], body, Role.TITLE, "proof.purpose", 3.0)

    def printing(self, cell: Cell) -> None:
        self.section(cell, "printing")
        cell.add(drawings.turning(self.setter, cell.frame.x, cell.gap(2.0)))

    def record(self, cell: Cell) -> None:
        label = Type(Weight.SEMI_BOLD, self.size, PETROL)
        cell.text(self.words.phrases["record"], label, Role.LABEL, "proof.record", 0.0)
        cell.add(targets.writing_lines(cell.frame.x, cell.gap(1.0), cell.frame.width))
        labels, edition = self.words.document.labels, Run(f"\u00a0{self.words.document.edition}")
        cell.gap(2.0)
        for phrase in (labels.draft, Phrase((*labels.edition.runs, edition), labels.edition.place)):
            if phrase is not None:
                cell.text(phrase, IMPRINT, Role.IMPRINT, "imprint", 2.0)

    def folds(self, cell: Cell) -> None:
        self.number(cell, 2)
        self.section(cell, "folds")

    def type(self, cell: Cell) -> None:
        self.section(cell, "type")
        cell.add(targets.small_type(self.words, self.setter, cell.frame.x, cell.gap(3.2), cell.frame.width))

    def codes(self, cell: Cell) -> None:
        self.section(cell, "codes")
        limits = self.product.contacts
        sizes = (limits.least_code, limits.usual_code)
        cell.add(targets.codes(self.words, self.setter, cell.frame.x, cell.gap(1.5), sizes))

    def shades(self, cell: Cell) -> None:
        self.section(cell, "shades")
        cell.add(targets.shades(cell.frame.x, cell.gap(3.2), cell.frame.width))

    def lines(self, cell: Cell) -> None:
        self.section(cell, "lines")
        cell.add(targets.strokes(self.words, self.setter, cell.frame.x, cell.gap(2.0), cell.frame.width))

    # The sheet.

    def sides(self, cells: dict[Spot, Cell]) -> Iterator[Side]:
        """Both sides: the cells, and the scales as the last panel."""
        width, height = self.product.width, self.product.height
        for number, spec in enumerate(self.product.plans[0].sides):
            panels = [self.panel(spot, cell) for spot, cell in cells.items() if spot.side == number]
            sheet = Rect(0, 0, width * MM, height * MM)
            scales = tuple(self.scales(number))
            panels.append(PlacedPanel(f"scales {number + 1}", len(cells) + number, sheet, sheet, scales, 1.0))
            folds = tuple(fold * MM for fold in spec.folds)
            marks = tuple(Rule(x, 0, x, height * MM, 0.5, BLACK, DASH) for x in folds)
            yield Side(spec.name, width * MM, height * MM, folds, tuple(panels), marks)

    def panel(self, spot: Spot, cell: Cell) -> PlacedPanel:
        name = f"cell {spot.order + 1}"
        used = 1 + cell.excess / cell.frame.height
        # Ink and not the white of letters stands on the edge: some begin a little outside.
        box = cell.frame.grown(MM)
        return PlacedPanel(name, spot.order, box, cell.frame, tuple(cell.items), used)

    def scales(self, side: int) -> Iterator[Item]:
        """The scales of a side."""
        width, height = self.product.width, self.product.height
        scales = Scales(self.setter, width, height, front=side == 0)
        yield from scales.frame()
        yield from scales.stairs()
        if scales.front:
            yield from scales.bars(BAR, self.words.in_millimetres(BAR))
        rows = (STATION, height / 2, height - STATION)
        for y in rows:
            for fold in self.folds_of(side):
                yield from scales.fold(fold, y)
        for x in (STATION, width - STATION):
            for y in rows[::2]:
                yield from scales.cross(x, y, NEAR)
        yield from scales.cross(width / 2, height / 2, FAR)

    def overset(self, cells: dict[Spot, Cell]) -> Iterator[Finding]:
        """Cells that do not hold what stands in them, at this size."""
        for cell in cells.values():
            lines = [item for item in cell.items if isinstance(item, TextLine)]
            wide = max((line.right - line.edge - line.measure for line in lines), default=0.0)
            for excess, direction in ((cell.excess, "depth"), (wide, "width")):
                if excess > 0.1 and lines:
                    yield Finding(
                        lines[0].place,
                        "overset-text",
                        f"the words of the proof are too long here by {to_mm(excess):.1f} mm of {direction}",
                        f"a cell of {to_mm(cell.frame.width):.0f} × {to_mm(cell.frame.height):.0f} mm, "
                        f"at {self.size:g} pt, the smallest size allowed",
                        "shorten the text",
                    )
