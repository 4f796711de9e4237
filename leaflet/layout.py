"""A document and a product into a layout: plans tried, sizes found, every item placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from leaflet import columns
from leaflet.band import GROWTHS, Size
from leaflet.columns import Columns
from leaflet.contacts import Directory
from leaflet.cover import RADIUS, cover
from leaflet.coverage import uncovered
from leaflet.diagnostics import Finding, has_errors
from leaflet.document import Document
from leaflet.flow import Flow, flow, place
from leaflet.framebreaks import TextFrame
from leaflet.furniture import emergency, foot, rimmed, status
from leaflet.hyphenation import Hyphenator, hyphenator, never
from leaflet.localization import ENTER_NATIONAL
from leaflet.overset import overset_contacts, overset_part, overset_text
from leaflet.parts import Parts
from leaflet.products.model import PanelSpec, Part, Plan, Product, SideSpec
from leaflet.rooms import Rooms, Slot, rooms
from leaflet.setter import Setter
from leaflet.sheet import Item, Layout, Placed, PlacedPanel, Rule, Side
from leaflet.soundness import faults
from leaflet.styles import FOLD_MARK, HAIRLINE, WHITE
from leaflet.typeface import Typeface
from leaflet.units import MM

LEAST_FRAME = 20 * MM
"""Depth of the least frame that running text is set in."""
SMALL_CONTACTS = 60.0
"""What contacts under a text cost at their usual code size instead of their largest: four times as much at
their smallest. Chosen by eye."""
BELOW_TEXT = ((21.0, 8.0 * MM), (17.0, 3.2 * MM))
"""Sizes of the numbers to call in a box under a text, in points, each with the least white above the box.
Chosen by eye."""
MOST_ABOVE_NUMBERS = 18.0 * MM
"""The most white that such a box closes: far below its text it would close nothing. Chosen by eye."""
HYPHENATED_BELOW = 60 * MM
"""Running text is hyphenated in columns narrower than this; in wider ones only where the editor allows it."""


def lay_out(document: Document, product: Product, typeface: Typeface) -> Layout:
    """Lay a document out as a product.

    Sizes are the largest within the product's limits at which everything fits. What cannot be printed
    or does not fit is told in ``Layout.findings``; its sides are then empty.
    """
    texts = ((phrase.text, phrase.place) for phrase in document.phrases())
    missing = tuple(uncovered(texts, typeface))
    if missing or not document.contact_groups:
        return Layout(document, product.name, 0.0, (), (*missing, *unhelped(document)))
    parts = Parts(product, Directory(document, Setter(typeface)))
    faulty: Layout | None = None
    for plan in product.plans:
        attempt = Attempt.of(plan, parts)
        layout = attempt.layout()
        # A fault of our own is no want of room: another plan would hide it.
        if layout is not None and not has_errors(each for each in layout.findings if not each.ours):
            return layout
        faulty = faulty or layout
    return faulty or Layout(document, product.name, 0.0, (), tuple(attempt.overset()))


def unhelped(document: Document) -> Iterator[Finding]:
    """That there is nobody to call, where the document has not been told so of its region."""
    if not document.contact_groups and not has_errors(document.findings):
        what = "no organisation is left whom the leaflet could name"
        yield Finding(document.audience.phrase.place, "no-contacts", what, remedy=ENTER_NATIONAL)


@dataclass(frozen=True, slots=True)
class Attempt:
    """One plan tried with one document: its room, and the parts that are measured for all plans."""

    parts: Parts
    rooms: Rooms

    @staticmethod
    def of(plan: Plan, parts: Parts) -> Attempt:
        """The attempt at a plan with these parts."""
        return Attempt(parts, rooms(parts.product, plan, parts))

    @property
    def product(self) -> Product:
        return self.rooms.product

    @property
    def plan(self) -> Plan:
        return self.rooms.plan

    @property
    def document(self) -> Document:
        return self.parts.directory.document

    @property
    def setter(self) -> Setter:
        return self.parts.directory.setter

    def layout(self) -> Layout | None:
        """The layout, or None if something does not fit."""
        contents = self.contents()
        limit = self.plan.most_white
        # To know the white they must be placed once more: most plans allow any.
        if contents is None or (limit < inf and contents.white(self.rooms.below_contacts()) > limit * MM):
            return None
        attempt, text = self.with_contacts_under_text() if self.has_band else (self, self.text())
        if text is None:
            return None
        sides = attempt.sides(text, contents)
        judged = self.document, sides
        findings = tuple(faults(self.document, self.product, sides))
        size, shown = text.fitted.setting.size, () if has_errors(findings) else sides
        return Layout(self.document, self.product.name, size, shown, findings, judged=judged)

    @property
    def has_band(self) -> bool:
        """Whether contacts stand under the text."""
        return Part.CONTACT_BAND in self.rooms.slots_of(Part.TEXT)[-1].panel.stack

    @property
    def crowded(self) -> bool:
        """Whether there is too little room for any text."""
        return any(frame.height < LEAST_FRAME for frame in self.rooms.frames(Part.TEXT))

    def with_contacts_under_text(self) -> tuple[Attempt, Flow | None]:
        """The same with contacts as large as serves them and the text, and this text."""
        if self.crowded:
            return self, None  # They are the smallest now.
        best: tuple[tuple[bool, float], Attempt, Flow] | None = None
        for growth in GROWTHS:
            smaller = (1 - growth) ** 2 * SMALL_CONTACTS
            if best is not None and best[0] < (False, smaller):
                break  # No text is set so well that it would make up for that.
            attempt = Attempt.of(self.plan, self.parts.with_band(Size(growth)))
            text = attempt.text()
            if text is None:
                continue
            cost = text.fitted.cost_below(self.product.body.most_size) + smaller
            rank = (text.fitted.setting.size < self.plan.good_size, cost)
            if best is None or rank < best[0]:
                best = (rank, attempt, text)
        return (best[1].with_band_grown(best[2]), best[2]) if best else (self, None)

    def with_band_grown(self, text: Flow) -> Attempt:
        """The same, the contacts under the text grown into the white that it leaves above them."""
        last = self.rooms.slots_of(Part.TEXT)[-1]
        depth = self.parts.depth(Part.CONTACT_BAND, self.rooms.frame(last.panel).width)
        spare = text.spare([frame.height for frame in last.frames])
        return Attempt.of(self.plan, self.parts.with_band(replace(self.parts.band, depth=depth + spare)))

    def sides(self, text: Flow, contents: Columns) -> tuple[Side, ...]:
        """Both sides, or all pages, with everything on them."""
        filled = self.place_flexible(text, contents)
        return tuple(self.side(number, side, filled) for number, side in enumerate(self.plan.sides, 1))

    def text(self) -> Flow | None:
        """The body at the setting that serves it best; None if it does not fit."""
        if self.crowded:
            return None
        return flow(
            self.document.body,
            self.text_frames(),
            self.setter,
            replace(self.product.body, least_gaps=self.plan.least_gaps),
            self.plan.good_size,
            self.hyphenate(),
        )

    def text_frames(self) -> list[TextFrame]:
        """The frames of the text; in the last one the numbers to call may stand under it."""
        *frames, last = self.rooms.text_frames()
        lowest = self.rooms.frames(Part.TEXT)[-1].y
        size, above = BELOW_TEXT[-1]
        return [*frames, replace(last, kept=self.top_of_numbers(size) + above - lowest)]

    def hyphenate(self) -> Hyphenator:
        """By which rules words of the body may part."""
        narrow = min(frame.width for frame in self.rooms.frames(Part.TEXT)) < HYPHENATED_BELOW
        return hyphenator(self.document.language) if narrow or self.document.hyphenate else never

    def contents(self) -> Columns | None:
        """The contact list at the largest scale that its frames hold; None if they hold it at none."""
        return columns.fit(
            self.parts.directory, self.product.contacts, self.rooms.contact_frames, self.plan.least_growth
        )

    def place_flexible(self, text: Flow, contents: Columns) -> dict[str, list[Placed]]:
        """What stands in the columns of each panel's flexible part, by the panel's name."""
        texts = self.rooms.frames(Part.TEXT)
        queues = {
            Part.TEXT: place(text, texts, level=self.has_band),
            Part.CONTACTS: contents.place(self.rooms.below_contacts()),
            Part.COVER: (cover(self.document, self.setter, frame) for frame in self.rooms.frames(Part.COVER)),
        }
        slots = sorted(self.rooms.slots, key=lambda slot: slot.panel.order)
        return {slot.panel.name: [next(queues[slot.part]) for _ in slot.frames] for slot in slots}

    def side(self, number: int, spec: SideSpec, filled: dict[str, list[Placed]]) -> Side:
        """One side with everything that was placed on it."""
        product = self.product
        folds = tuple(fold * MM for fold in spec.folds)
        return Side(
            spec.name,
            product.width * MM,
            product.height * MM,
            folds,
            tuple(self.panel(panel, number, filled[panel.name]) for panel in spec.panels),
            # One side tells where to fold; the other is left to the reader.
            tuple(fold_marks(folds, product.height * MM)) if number == 1 else (),
        )

    def panel(self, spec: PanelSpec, number: int, columns: list[Placed]) -> PlacedPanel:
        """One panel: its parts from top to bottom, the flexible one column by column."""
        frame, above_foot = self.rooms.frame(spec), self.rooms.above_foot(spec)
        slot = next(slot for slot in self.rooms.slots if slot.panel is spec)
        pages = len(self.plan.sides)
        # A card stands amid the white between the list and what is under it.
        lift = {Part.HOTLINE_CARD: (slot.frames[-1].height - columns[-1].depth) / 2}
        tops = {own.part: own.top + lift.get(own.part, 0.0) for own in self.rooms.fixed if own.panel is spec}
        fixed = {
            part: self.parts.place(part, frame.x, top, frame.width, number, pages).items
            for part, top in tops.items()
        }
        items: list[Item] = list(self.rim(spec)) if spec.boxed else []
        for part in spec.stack:
            items += fixed[part] if part in fixed else [item for column in columns for item in column.items]
        if Part.COVER not in spec.stack:  # The cover says it under its language.
            items += status(self.document, self.setter, above_foot, spec.name)
        if numbers := self.numbers_below(slot, columns[-1]):
            items += numbers.items
            columns = [Placed([], slot.frames[-1].height)]
        elif spec.goes_on or self.rooms.calls(spec):
            items += foot(self.document, self.setter, above_foot, spec.name, goes_on=spec.goes_on)
        used = frame.height - slot.frames[0].height + max(column.depth for column in columns)
        box = self.rooms.box(spec)
        return PlacedPanel(spec.name, spec.order, box, frame, tuple(items), used / frame.height)

    def numbers_below(self, slot: Slot, column: Placed) -> Placed | None:
        """The numbers to call in a box under the last column of the text, if that leaves room for it."""
        if slot is not self.rooms.slots_of(Part.TEXT)[-1]:
            return None
        frame = slot.frames[-1]
        foot = frame.top - column.depth
        for size, above in BELOW_TEXT:
            lowest = self.top_of_numbers(size)
            # Text that is stretched for the box ends just above it, but for rounding.
            if foot >= lowest + above - 1e-6:
                top = max(lowest, foot - MOST_ABOVE_NUMBERS)
                return emergency(self.document, self.setter, frame.x, top, frame.width, size)
        return None

    def top_of_numbers(self, size: float) -> float:
        """Where the box of numbers under the text begins, if it stands there; inf where it may not."""
        last = self.rooms.slots_of(Part.TEXT)[-1]
        if self.has_band or Part.EMERGENCY in last.panel.stack:
            return inf
        frame = last.frames[-1]
        # Nothing else then stands in the margin but the mark of a draft.
        lowest = self.rooms.above_foot(last.panel).y if self.rooms.calls(last.panel) else frame.y
        return lowest + emergency(self.document, self.setter, frame.x, 0.0, frame.width, size).depth

    def rim(self, spec: PanelSpec) -> list[Item]:
        """The box of a panel, as far out as office printers print. A tint in it would be dots in a copy."""
        trim = self.product.safe_trim * MM
        return rimmed(self.rooms.box(spec).grown(-trim), RADIUS, 0.8, WHITE)

    def overset(self) -> Iterator[Finding]:
        """What does not fit, and by how much."""
        crowded = [slot for slot in self.rooms.slots_of(Part.TEXT) if slot.frames[0].height < LEAST_FRAME]
        for slot in crowded:
            frame = self.rooms.frame(slot.panel)
            stacked = [fixed.part for fixed in self.rooms.fixed if fixed.panel is slot.panel]
            deepest = max(stacked, key=lambda part: self.parts.depth(part, frame.width))
            placed = self.parts.place(deepest, frame.x, frame.top, frame.width, 1, 1)
            yield overset_part(slot.panel.name, placed, LEAST_FRAME - slot.frames[0].height)
        if not crowded and self.text() is None:
            room, rules = self.text_frames(), self.hyphenate()
            yield overset_text(self.document.body, self.product, room, self.setter, rules)
        if self.contents() is None:
            frames = self.rooms.frames(Part.CONTACTS)
            yield from overset_contacts(self.parts.directory, self.product, frames)


def fold_marks(folds: Sequence[float], height: float) -> Iterator[Rule]:
    """Short dashes in the margins where the sheet folds; cut marks would be solid and outside the trim."""
    for x in folds:
        for start, end in ((0.0, FOLD_MARK), (height, height - FOLD_MARK)):
            yield Rule(x, start, x, end, 0.4, HAIRLINE, (2.2, 1.6))
