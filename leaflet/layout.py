"""A document and a product into a layout: plans tried, sizes found, every item placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from leaflet import columns
from leaflet import contacts as listing
from leaflet.band import band
from leaflet.composition import TextFrame
from leaflet.copyfitting import largest
from leaflet.cover import RADIUS, cover, hotline_card, masthead
from leaflet.diagnostics import Finding
from leaflet.document import Document
from leaflet.flow import Flow, flow, place
from leaflet.furniture import (
    BELOW_CONTINUED,
    GOES_ON_GAP,
    STATUS_GAP,
    continued,
    emergency,
    fill_in,
    folio,
    foot,
    imprint,
    rimmed,
    status,
)
from leaflet.geometry import Rect
from leaflet.hyphenation import Hyphenator, hyphenator, never
from leaflet.linebreak import SOFT_HYPHEN
from leaflet.overset import overset_contacts, overset_part, overset_text
from leaflet.products.model import PanelSpec, Part, Plan, Product, SideSpec
from leaflet.setter import Setter
from leaflet.sheet import Item, Layout, Placed, PlacedPanel, Rule, Side
from leaflet.soundness import faults
from leaflet.styles import FOLD_MARK, HAIRLINE, MIST
from leaflet.typeface import Typeface, Weight
from leaflet.units import MM

LEAST_FRAME = 20 * MM
"""Depth of the least frame that running text is set in."""
PART_GAP = 4.5 * MM
"""White above a part at the foot of a panel."""
HYPHENATED_BELOW = 60 * MM
"""Running text is hyphenated in columns narrower than this; in wider ones only where the editor allows it."""
FOOT_ROOM, CALLS_ROOM = 2.0, 3.6
"""Room below frames for a small line in the margin, and for the numbers to call: mm beside it, by eye."""
TINT_PAD = 2.5
"""What a tinted ground keeps from a fold, and from the text above and below it beside the margin, in mm."""
GROWTHS = 64


def growth(step: int) -> float:
    """Step 0 to ``GROWTHS`` as the scale of the contact list, -1 to 1."""
    return step / GROWTHS * 2 - 1


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


Depths = dict[tuple[Part, float], float]
"""How deep each part of known depth is at a width, in points."""


@dataclass(frozen=True, slots=True)
class Contents:
    """Contacts fitted to their slots."""

    contacts: listing.ContactList
    columns: list[list[listing.Element]]


def lay_out(document: Document, product: Product, typeface: Typeface) -> Layout:
    """Lay a document out as a product.

    Sizes are the largest within the product's limits at which everything fits. What cannot be printed
    or does not fit is told in ``Layout.findings``; its sides are then empty.
    """
    missing = tuple(uncovered(document, typeface))
    if missing:
        return Layout(document, product.name, 0.0, (), missing)
    directory = listing.Directory(document, Setter(typeface))
    depths: Depths = {}
    faulty: Layout | None = None
    for plan in product.plans:
        attempt = Attempt(product, plan, directory, depths)
        layout = attempt.layout()
        if layout is not None and not layout.findings:
            return layout
        faulty = faulty or layout
    return faulty or Layout(document, product.name, 0.0, (), tuple(attempt.overset()))


def uncovered(document: Document, typeface: Typeface) -> Iterator[Finding]:
    """Characters that the typeface cannot show, by place."""
    face = typeface[Weight.REGULAR]
    phrases = [(phrase, set(phrase.text)) for phrase in document.phrases()]
    letters = set[str]().union(*(own for _, own in phrases)) - {SOFT_HYPHEN}
    unknown = {letter for letter in letters if not face.covers(letter)}
    for phrase, own in phrases:
        if lacking := sorted(own & unknown):
            names = ", ".join(f"{letter!r} (U+{ord(letter):04X})" for letter in lacking)
            yield Finding(
                phrase.place,
                "missing-glyph",
                "the typeface cannot show a character",
                f"{names} not in {face.name}",
                "write it in other words or letters",
            )


@dataclass
class Attempt:
    """One plan tried with one document. What other plans have measured, it finds in ``depths``."""

    product: Product
    plan: Plan
    directory: listing.Directory
    depths: Depths

    def __post_init__(self) -> None:
        self.document = self.directory.document
        self.setter = self.directory.setter
        self.calling = {side.panels[-1].name for side in self.plan.sides if side.calls}
        self.fixed: list[Fixed] = []
        self.slots: list[Slot] = []
        for side in self.plan.sides:
            for panel in side.panels:
                self.divide(panel)

    def frame(self, panel: PanelSpec) -> Rect:
        """The panel less its margins."""
        product = self.product
        footed = self.document.draft or panel.goes_on
        below = CALLS_ROOM if panel.name in self.calling else FOOT_ROOM if footed else 0.0
        edges = (product.bottom + below, product.top)
        if Part.COVER in panel.stack:
            edges = (product.safe_trim, product.safe_trim)
        elif panel.tinted:
            edges = (edges[0] + TINT_PAD, edges[1] + TINT_PAD)
        return self.box(panel).inset(panel.left * MM, edges[0] * MM, panel.right * MM, edges[1] * MM)

    def box(self, panel: PanelSpec) -> Rect:
        """The panel from trim or fold to trim or fold."""
        return Rect(panel.x * MM, 0, panel.width * MM, self.product.height * MM)

    def divide(self, panel: PanelSpec) -> None:
        """Put the fixed parts of a panel at its top and bottom; what is left is the flexible part's."""
        frame = self.frame(panel)
        flexible = next(part for part in panel.stack if part in (Part.TEXT, Part.CONTACTS, Part.COVER))
        at = panel.stack.index(flexible)
        top, bottom = frame.top, frame.y
        for part in panel.stack[:at]:
            self.fixed.append(Fixed(panel, part, top))
            top -= self.depth(part, frame)
        for part in reversed(panel.stack[at + 1 :]):
            depth = self.depth(part, frame)
            self.fixed.append(Fixed(panel, part, bottom + depth))
            bottom += depth + PART_GAP
        rest = Rect(frame.x, bottom, frame.width, top - bottom)
        self.slots.append(Slot(panel, flexible, tuple(self.columns(panel, rest))))

    def columns(self, panel: PanelSpec, frame: Rect) -> Iterator[Rect]:
        """A frame cut into the panel's columns."""
        gutter = self.product.gutter * MM
        width = (frame.width - gutter * (panel.columns - 1)) / panel.columns
        for index in range(panel.columns):
            yield Rect(frame.x + index * (width + gutter), frame.y, width, frame.height)

    def depth(self, part: Part, frame: Rect) -> float:
        """How deep a part is in a frame of that width."""
        key = (part, frame.width)
        if key not in self.depths:
            self.depths[key] = self.part(part, frame, 0.0, 1).depth
        return self.depths[key]

    def part(self, part: Part, frame: Rect, top: float, number: int) -> Placed:
        """A part of known depth, its upper edge at ``top``."""
        document, setter, x, width = self.document, self.setter, frame.x, frame.width
        match part:
            case Part.MASTHEAD:
                return masthead(document, setter, x, top, width)
            case Part.EMERGENCY:
                return emergency(document, setter, x, top, width)
            case Part.HOTLINE_CARD:
                key = (part, width)
                depth = self.depths.get(key) or hotline_card(document, setter, Rect(x, 0, width, 0)).depth
                return hotline_card(document, setter, Rect(x, top - depth, width, 0))
            case Part.FILL_IN:
                return fill_in(document, setter, x, top, width)
            case Part.CONTACTS_CONTINUED:
                return continued(document, setter, x, top, width)
            case Part.IMPRINT:
                return imprint(document, setter, x, top, width)
            case Part.FOLIO:
                return folio(document, setter, x, top, width, number, len(self.plan.sides))
            case Part.CONTACT_BAND:
                gutter = self.product.gutter * MM
                return band(self.directory, self.product.contacts, x, top, width, gutter)
        raise ValueError(f"{part} has no depth of its own")

    def layout(self) -> Layout | None:
        """The layout, or None if something does not fit."""
        contents = self.contents()
        if contents is None and any(slot.part is Part.CONTACTS for slot in self.slots):
            return None
        text = self.text()
        if text is None:
            return None
        filled = self.place_flexible(text, contents)
        sides = tuple(self.side(number, side, filled) for number, side in enumerate(self.plan.sides, 1))
        faulty = tuple(faults(self.document, self.product, sides))
        return Layout(
            self.document, self.product.name, text.fitted.setting.size, () if faulty else sides, faulty
        )

    def frames(self, part: Part) -> list[Rect]:
        """The frames of a flexible part, in the order of reading."""
        return [frame for slot in self.slots_of(part) for frame in slot.frames]

    def slots_of(self, part: Part) -> list[Slot]:
        """The slots of a flexible part, in the order of reading."""
        return sorted((slot for slot in self.slots if slot.part is part), key=lambda slot: slot.panel.order)

    def text(self) -> Flow | None:
        """The body at the setting that serves it best."""
        frames = self.frames(Part.TEXT)
        if any(frame.height < LEAST_FRAME for frame in frames):
            return None
        return flow(
            self.document.body,
            self.text_frames(),
            self.setter,
            self.product.body,
            self.plan.good_size,
            self.hyphenate(),
        )

    def hyphenate(self) -> Hyphenator:
        """By which rules words of the body may part."""
        narrow = min(frame.width for frame in self.frames(Part.TEXT)) < HYPHENATED_BELOW
        return hyphenator(self.document.language) if narrow or self.document.hyphenate else never

    def contents(self) -> Contents | None:
        """The contact list at the largest scale that its frames hold."""
        frames = self.frames(Part.CONTACTS)
        if not frames:
            return None
        least = ceil((self.plan.least_growth + 1) / 2 * GROWTHS)

        def contacts_at(step: int) -> listing.ContactList:
            scale = listing.scale(self.product.contacts, growth(least + step))
            return self.directory.at(scale, min(frame.width for frame in frames))

        def heights(contacts: listing.ContactList) -> list[float]:
            return [room.height for room in self.contact_rooms(contacts.scale)]

        room = sum(frame.height for frame in frames)

        def fits(step: int) -> bool:
            contacts = contacts_at(step)
            # Their codes alone tell of most that are too many.
            if len(self.document.contacts) * contacts.scale.code > room or any(contacts.wide_words()):
                return False
            return columns.fill_frames(contacts.elements, heights(contacts)) is not None

        step = largest(GROWTHS - least, fits, 0)
        if step is None:
            return None
        contacts = contacts_at(step)
        filled = columns.distribute(contacts.elements, heights(contacts))
        return None if filled is None else Contents(contacts, filled)

    def contact_rooms(self, scale: listing.Scale) -> Iterator[Rect]:
        """The frames of contacts, their codes' quiet zones clear of the notes above and below them."""
        for slot in self.slots_of(Part.CONTACTS):
            gap = GOES_ON_GAP if slot.panel.goes_on else STATUS_GAP if self.document.draft else scale.quiet
            below = max(scale.quiet - gap, 0.0)
            continued = Part.CONTACTS_CONTINUED in slot.panel.stack
            above = max(scale.quiet - BELOW_CONTINUED, 0.0) if continued else 0.0
            for frame in slot.frames:
                yield frame.inset(0, below, 0, above)

    def place_flexible(self, text: Flow, contents: Contents | None) -> dict[str, list[Placed]]:
        """What stands in the columns of each panel's flexible part, by the panel's name."""
        queues = {
            Part.TEXT: place(text, self.frames(Part.TEXT)),
            Part.CONTACTS: iter(self.place_contacts(contents)),
            Part.COVER: (cover(self.document, self.setter, frame) for frame in self.frames(Part.COVER)),
        }
        slots = sorted(self.slots, key=lambda slot: slot.panel.order)
        return {slot.panel.name: [next(queues[slot.part]) for _ in slot.frames] for slot in slots}

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

    def place_contacts(self, contents: Contents | None) -> Iterator[Placed]:
        """The columns of the contact list."""
        if contents is not None:
            rooms = self.contact_rooms(contents.contacts.scale)
            for column, room in zip(contents.columns, rooms, strict=True):
                contacts = self.directory.at(contents.contacts.scale, room.width)
                # A wider frame may take fewer lines than the narrowest, for which all were measured.
                own = {element.id: element for element in contacts.elements}
                yield columns.place_column(contacts, [own[element.id] for element in column], room)

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
        frame = self.frame(spec)
        slot = next(slot for slot in self.slots if slot.panel is spec)
        fixed = {
            own.part: self.part(own.part, frame, own.top, number).items
            for own in self.fixed
            if own.panel is spec
        }
        items: list[Item] = list(self.tint(spec)) if spec.tinted else []
        for part in spec.stack:
            items += fixed[part] if part in fixed else [item for column in columns for item in column.items]
        # The lines in the margin are level on all panels.
        lower = (CALLS_ROOM - FOOT_ROOM) * MM if spec.name in self.calling else 0.0
        above = frame.inset(0, -lower, 0, 0)
        if Part.COVER not in spec.stack:  # The cover says it under its language.
            items += status(self.document, self.setter, above, spec.name)
        if spec.goes_on or spec.name in self.calling:
            items += foot(self.document, self.setter, above, spec.name, goes_on=spec.goes_on)
        used = frame.height - slot.frames[0].height + max(column.depth for column in columns)
        return PlacedPanel(spec.name, spec.order, self.box(spec), frame, tuple(items), used / frame.height)

    def tint(self, spec: PanelSpec) -> list[Item]:
        """The ground of a panel, as far out as office printers print."""
        trim, fold = self.product.safe_trim * MM, TINT_PAD * MM
        left, right = (trim, fold) if spec.x == 0 else (fold, trim)
        return rimmed(self.box(spec).inset(left, trim, right, trim), RADIUS, 0.8, MIST)

    def overset(self) -> Iterator[Finding]:
        """What does not fit, and by how much."""
        crowded = [slot for slot in self.slots_of(Part.TEXT) if slot.frames[0].height < LEAST_FRAME]
        for slot in crowded:
            fixed = [fixed for fixed in self.fixed if fixed.panel is slot.panel]
            frame = self.frame(slot.panel)
            deepest = max(fixed, key=lambda fixed: self.depth(fixed.part, frame))
            placed = self.part(deepest.part, frame, deepest.top, 1)
            yield overset_part(slot.panel.name, placed, LEAST_FRAME - slot.frames[0].height)
        if not crowded and self.text() is None:
            room, rules = self.text_frames(), self.hyphenate()
            yield overset_text(self.document.body, self.product, room, self.setter, rules)
        frames = self.frames(Part.CONTACTS)
        if frames and self.contents() is None:
            yield from overset_contacts(self.directory, self.product, frames)


def fold_marks(folds: Sequence[float], height: float) -> Iterator[Rule]:
    """Short dashes in the margins where the sheet folds; cut marks would be solid and outside the trim."""
    for x in folds:
        for start, end in ((0.0, FOLD_MARK), (height, height - FOLD_MARK)):
            yield Rule(x, start, x, end, 0.4, HAIRLINE, (2.2, 1.6))
