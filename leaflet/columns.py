"""The elements of the contact list over frames: what stands in which column, and the white between."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil, inf

from leaflet.contacts import ContactList, Directory, Element
from leaflet.contactscale import Scale, scale
from leaflet.copyfitting import largest
from leaflet.document import Role
from leaflet.geometry import Rect
from leaflet.products.model import ContactLimits
from leaflet.sheet import Item, Placed, Rule
from leaflet.styles import HAIRLINE

GROWTHS = 64
"""Steps of the scale of the list, from the smallest to the largest."""
STRETCH, STRETCH_ABOVE_SECTION = 1.6, 3.0
"""How much the white between two entries may grow, in multiples of the least; and where a section under the
list would else be far from it."""
FEATHERED = 0.2
"""How much further it may where another frame is full; chosen by eye."""
BELOW_LIST = 1.4
"""How much faster than between two entries white grows before a section under the list; chosen by eye."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The list at one scale: what stands in which frame, measured for its width."""

    lists: tuple[ContactList, ...]
    filled: tuple[list[Element], ...]
    frames: tuple[Rect, ...]

    def white(self, below: Sequence[float]) -> float:
        """The most white that a frame has under what stands in it, in points; ``below`` as for ``place``."""
        placed = zip(self.frames, self.place(below), strict=True)
        return max((frame.height - column.depth for frame, column in placed), default=0.0)

    def place(self, below: Sequence[float] = ()) -> Iterator[Placed]:
        """What stands in each frame; entries are about equally far apart in all of them.

        ``below`` is the least white between each frame and the section under it, in points; 0 where none is.
        """
        sections = below or [0.0] * len(self.frames)
        columns = list(zip(self.lists, self.filled, self.frames, sections, strict=True))
        growths = (growth(contacts, own, frame.height, white) for contacts, own, frame, white in columns)
        least = min(growths, default=inf)
        for contacts, own, frame, white in columns:
            yield place_column(contacts, own, frame, least + FEATHERED * contacts.scale.gap, white)


@dataclass(frozen=True, slots=True)
class Search:
    """Scales of the list in frames, tried: step 0 is the smallest that is allowed.

    ``apart`` tells whether entries keep the white between them that the product asks for.
    """

    directory: Directory
    limits: ContactLimits
    frames_at: Callable[[Scale], list[Rect]]
    least: int
    apart: bool

    def scale(self, step: int) -> Scale:
        found = scale(self.limits, (self.least + step) / GROWTHS * 2 - 1)
        return found if self.apart else found.packed

    def frames(self, step: int) -> list[Rect]:
        return self.frames_at(self.scale(step))

    def contacts(self, step: int) -> ContactList:
        """The list, measured for the narrowest frame."""
        widths = [frame.width for frame in self.frames(step)]
        return self.directory.at(self.scale(step), min(widths), widest=max(widths))

    def lists(self, step: int) -> list[ContactList]:
        """The list for each frame, measured for its own width: a wider one may take fewer lines."""
        narrowest = self.contacts(step)
        return [self.directory.widened(narrowest, frame.width) for frame in self.frames(step)]

    def fits(self, step: int) -> bool:
        heights = [frame.height for frame in self.frames(step)]
        # Their codes alone tell of most that are too many.
        if len(self.directory.document.contacts) * self.scale(step).code > sum(heights):
            return False
        if any(self.contacts(step).wide_words()):
            return False
        return fill_frames([contacts.elements for contacts in self.lists(step)], heights) is not None

    def best(self) -> int | None:
        """The largest step that fits, or one below it at which places take two lines at most."""
        if not self.fits(0):
            return None
        step = largest(GROWTHS - self.least, self.fits, self.step_by_depth())
        if step is None or self.contacts(step).has_short_places:
            return step
        neat = largest(step, lambda step: self.contacts(step).has_short_places, step)
        return step if neat is None else neat

    def step_by_depth(self) -> int:
        """About the step at which the list fills its frames: it is as much deeper as its codes are larger."""
        room = sum(frame.height for frame in self.frames(0))
        depths = [depth_of(contacts.elements) for contacts in self.lists(0)]
        if not any(depths):
            return 0
        widest = self.scale(0).code * room * len(depths) / sum(depths)
        return largest(GROWTHS - self.least, lambda step: self.scale(step).code <= widest, 0) or 0


def fit(
    directory: Directory,
    limits: ContactLimits,
    frames_at: Callable[[Scale], list[Rect]],
    least_growth: float,
) -> Columns | None:
    """The list at the largest scale, from ``least_growth`` on, that its frames hold; None if they hold none.

    ``frames_at`` tells the frames at a scale. Without any, a list that stands nowhere.
    """
    search = Search(directory, limits, frames_at, ceil((least_growth + 1) / 2 * GROWTHS), apart=True)
    if not search.frames(0):
        return Columns((), (), ())
    step = search.best()
    if step is None:
        search = replace(search, apart=False)
        step = 0 if search.fits(0) else None
    if step is None:
        return None
    frames, lists = search.frames(step), search.lists(step)
    filled = distribute([contacts.elements for contacts in lists], [frame.height for frame in frames])
    return None if filled is None else Columns(tuple(lists), tuple(filled), tuple(frames))


def distribute(elements: Sequence[Sequence[Element]], heights: Sequence[float]) -> list[list[Element]] | None:
    """The elements over frames in order, filled as evenly as they go; None if they do not fit.

    All of them as they are measured for each frame. A heading or note stays with what follows it.
    """
    most = fill_frames(elements, heights)
    if most is None:
        return None
    low, high = 0.0, 1.0
    best = most
    for _ in range(12):
        middle = (low + high) / 2
        found = fill_frames(elements, [height * middle for height in heights])
        if found is None:
            low = middle
        else:
            best, high = found, middle
    return best


def fill_frames(
    elements: Sequence[Sequence[Element]], heights: Sequence[float]
) -> list[list[Element]] | None:
    """First fit of elements into frames of these heights; all of them as they are measured for each."""
    frames: list[list[Element]] = [[]]
    depth = 0.0
    index = 0
    while index < len(elements[0]):
        own = elements[len(frames) - 1]
        group = [own[index]]
        while group[-1].contact is None and index + len(group) < len(own):
            group.append(own[index + len(group)])
        need = sum(element.before + element.height for element in group)
        if not frames[-1]:
            need -= group[0].before
        if depth + need > heights[len(frames) - 1] + 1e-6:
            if len(frames) == len(heights) or not frames[-1]:
                return None
            frames.append([])
            depth = 0.0
            continue
        frames[-1] += group
        depth += need
        index += len(group)
    return frames + [[] for _ in range(len(heights) - len(frames))]


def depth_of(elements: Sequence[Element]) -> float:
    """Depth of elements in one frame at their least gaps."""
    if not elements:
        return 0.0
    return sum(element.before + element.height for element in elements) - elements[0].before


def place_column(
    contacts: ContactList, elements: Sequence[Element], frame: Rect, most: float, section: float = 0.0
) -> Placed:
    """One column of the list; gaps above entries grow to fill the frame, by ``most`` points at the utmost."""
    extra = min(growth(contacts, elements, frame.height, section), most)
    items: list[Item] = []
    top = frame.top
    for above, element in zip((None, *elements), elements, strict=False):
        if above:
            begins, rate = pace(contacts, above, element)
            white = element.before + max(extra - begins, 0.0) * rate
            if element.contact and above.contact:
                # Halfway from the lowest ink to the next capital; a code may be deeper than the words.
                below = above.height - contacts.ink_of_words(above.contact)
                items.append(separator(contacts, frame, top + (below - white) / 2))
            top -= white
        items += contacts.place(element, frame.x, top)
        top -= element.height
    return Placed(items, frame.top - top)


def growth(contacts: ContactList, elements: Sequence[Element], height: float, section: float = 0.0) -> float:
    """How far the white between the words of entries may grow in a frame of that height, in points.

    As water rises: what has more white already begins to grow later. A section under the frame, at least
    ``section`` points off, is parted from the list by more than its entries are from each other.
    """
    paces = [pace(contacts, above, below) for above, below in pairwise(elements)]
    paces += [(max(section - contacts.scale.least_white, 0.0), BELOW_LIST)] if section else []
    rates = sorted((begins, rate) for begins, rate in paces if rate)
    stretch = STRETCH_ABOVE_SECTION if section else STRETCH
    most = contacts.scale.gap * stretch + (rates[0][0] if rates else 0.0)
    filled, all_rates = height - depth_of(elements), 0.0
    for begins, rate in rates:
        if all_rates and filled <= begins * all_rates:
            break
        filled += begins * rate
        all_rates += rate
    return min(filled / all_rates, most) if all_rates else most


def pace(contacts: ContactList, above: Element, below: Element) -> tuple[float, float]:
    """From which growth on the white between two elements grows, and how fast.

    Where a code is deeper than the words beside it, they have more white under them already.
    """
    if above.role is Role.ADVICE:
        return 0.0, 0.3
    if below.role is Role.HEADING:
        return 0.0, 2.0
    if not (below.contact and above.contact):
        return 0.0, 0.0
    return above.white_below + below.before - contacts.scale.least_white, 1.0


def separator(contacts: ContactList, frame: Rect, y: float) -> Rule:
    """A hairline between two entries, beside the codes' quiet zones and never across them."""
    return Rule(frame.x + contacts.text_indent, y, frame.right, y, 0.5, HAIRLINE)
