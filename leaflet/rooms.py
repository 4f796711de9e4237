"""A plan's panels into room: where the parts of known depth stand, and what is left for text and contacts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from leaflet.contactscale import Scale
from leaflet.framebreaks import TextFrame
from leaflet.furniture import ABOVE_FILL_IN, BELOW_CONTINUED, GOES_ON_GAP, STATUS_GAP
from leaflet.geometry import Rect
from leaflet.parts import Parts
from leaflet.products.model import PanelSpec, Part, Plan, Product
from leaflet.styles import PART_GAP
from leaflet.units import MM

FOOT_ROOM, TEXT_ROOM, CALLS_ROOM = 2.0, 3.2, 3.6
"""Room below frames for a small line in the margin, for one under running text, which would else be taken for
its last, and for the numbers to call: mm beside it, by eye."""
BOX_PAD = 2.5
"""What a box keeps from the text above and below it beside the margin, in mm."""
ABOVE_GOES_ON = 4.0 * MM
"""White between a list and the words that it goes on: less would make them a part of its last entry."""
FLEXIBLE = (Part.TEXT, Part.CONTACTS, Part.COVER)


@dataclass(frozen=True, slots=True)
class Slot:
    """Room for a flexible part in a panel: one frame a column."""

    panel: PanelSpec
    part: Part
    frames: tuple[Rect, ...]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A part of known depth, and where its upper edge stands."""

    panel: PanelSpec
    part: Part
    top: float


@dataclass(frozen=True, slots=True)
class Rooms:
    """The room of a plan. ``draft`` tells that every panel says so in the margin under it."""

    product: Product
    plan: Plan
    draft: bool
    fixed: tuple[Fixed, ...]
    slots: tuple[Slot, ...]

    def slots_of(self, part: Part) -> list[Slot]:
        """The slots of a flexible part, in the order of reading."""
        return sorted((slot for slot in self.slots if slot.part is part), key=lambda slot: slot.panel.order)

    def frames(self, part: Part) -> list[Rect]:
        """The frames of a flexible part, in the order of reading."""
        return [frame for slot in self.slots_of(part) for frame in slot.frames]

    def text_frames(self) -> list[TextFrame]:
        """The frames of the text, in the order of reading."""
        sides = {panel.name: number for number, side in enumerate(self.plan.sides) for panel in side.panels}
        rooms = [
            (frame, sides[slot.panel.name]) for slot in self.slots_of(Part.TEXT) for frame in slot.frames
        ]
        found = []
        for index, (frame, side) in enumerate(rooms):
            beside = sum(other == side for _, other in rooms)
            last = index + 1 < len(rooms) and rooms[index + 1][1] != side
            found.append(TextFrame(frame.width, frame.height, alone=beside == 1, last=last))
        return found

    def contact_frames(self, scale: Scale) -> list[Rect]:
        """The frames of contacts, their codes' quiet zones clear of the notes above and below them."""
        found = []
        for slot in self.slots_of(Part.CONTACTS):
            gap = GOES_ON_GAP if slot.panel.goes_on else STATUS_GAP if self.draft else scale.quiet
            clear = max(scale.quiet, ABOVE_GOES_ON) if slot.panel.goes_on else scale.quiet
            below = max(clear - gap, 0.0)
            continued = Part.CONTACTS_CONTINUED in slot.panel.stack
            above = max(scale.quiet - BELOW_CONTINUED, 0.0) if continued else 0.0
            found += [frame.inset(0, below, 0, above) for frame in slot.frames]
        return found

    def below_contacts(self) -> list[float]:
        """The least white between each frame of contacts and the lines to write on under it; 0 without any.

        Several columns end as they come, and a card has a frame that closes the list.
        """
        found = []
        for slot in self.slots_of(Part.CONTACTS):
            leads = pairwise(slot.panel.stack)
            led = (Part.CONTACTS, Part.FILL_IN) in leads and len(slot.frames) == 1
            found += [ABOVE_FILL_IN if led else 0.0] * len(slot.frames)
        return found

    def calls(self, panel: PanelSpec) -> bool:
        """Whether the numbers to call stand under a panel."""
        return any(side.calls and side.panels[-1] is panel for side in self.plan.sides)

    def box(self, panel: PanelSpec) -> Rect:
        """A panel from trim or fold to trim or fold."""
        return Rect(panel.x * MM, 0, panel.width * MM, self.product.height * MM)

    def frame(self, panel: PanelSpec) -> Rect:
        """A panel less its margins."""
        product = self.product
        edges = (product.bottom + self.foot_room(panel), product.top)
        if Part.COVER in panel.stack:
            edges = (product.safe_trim, product.safe_trim)
        elif panel.boxed:
            edges = (edges[0] + BOX_PAD, edges[1] + BOX_PAD)
        return self.box(panel).inset(panel.left * MM, edges[0] * MM, panel.right * MM, edges[1] * MM)

    def foot_room(self, panel: PanelSpec) -> float:
        """Room below the frame of a panel for what stands in the margin there, in mm beside it."""
        if self.calls(panel):
            return CALLS_ROOM
        if not (self.draft or panel.goes_on):
            return 0.0
        return TEXT_ROOM if panel.stack[-1] is Part.TEXT else FOOT_ROOM

    def above_foot(self, panel: PanelSpec) -> Rect:
        """The frame of a panel down to where the lines in the margin begin: they are level on all panels."""
        lower = max(self.foot_room(panel) - FOOT_ROOM, 0.0) * MM
        return self.frame(panel).inset(0, -lower, 0, 0)


def rooms(product: Product, plan: Plan, parts: Parts) -> Rooms:
    """The room of a plan for one document: that of its ``parts``."""
    bare = Rooms(product, plan, parts.directory.document.draft, (), ())
    fixed: list[Fixed] = []
    slots: list[Slot] = []
    for panel in (panel for side in plan.sides for panel in side.panels):
        frame = bare.frame(panel)
        at = next(index for index, part in enumerate(panel.stack) if part in FLEXIBLE)
        top, bottom = frame.top, frame.y
        for part in panel.stack[:at]:
            fixed.append(Fixed(panel, part, top))
            top -= parts.depth(part, frame.width)
        for part in reversed(panel.stack[at + 1 :]):
            bottom += parts.depth(part, frame.width)
            fixed.append(Fixed(panel, part, bottom))
            bottom += ABOVE_FILL_IN if part is Part.FILL_IN else PART_GAP
        rest = Rect(frame.x, bottom, frame.width, top - bottom)
        slots.append(Slot(panel, panel.stack[at], tuple(cut(rest, panel.columns, product.gutter * MM))))
    return Rooms(product, plan, bare.draft, tuple(fixed), tuple(slots))


def cut(frame: Rect, columns: int, gutter: float) -> Iterator[Rect]:
    """A frame cut into columns."""
    width = (frame.width - gutter * (columns - 1)) / columns
    for index in range(columns):
        yield Rect(frame.x + index * (width + gutter), frame.y, width, frame.height)
