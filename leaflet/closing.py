"""The last section of a text under the rest of it: its heading over all columns, its items level in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from math import inf

from leaflet.composition import Composer, Filled, Galley, Setting
from leaflet.framebreaks import TextFrame
from leaflet.linebreak import best_fit
from leaflet.spreading import Shares, stretched, total
from leaflet.styles import BELOW_DIVIDER, PART_GAP

COLUMNS = 2
OF_PANEL = 0.8
"""Against what part of the panel white above the section is held; chosen by eye."""
LEVEL = 7.0
"""Points by which columns may end apart that are stretched to end level; chosen by eye."""
LEAST_ITEMS = 4
"""Blocks under the heading: fewer cannot stand level."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A closing section at one setting, its white stretched by nothing yet.

    ``columns`` begin ``below`` points under the top of the heading, which stands ``above`` points under
    the text above it; between the two is a rule.
    """

    heading: Filled
    columns: tuple[Filled, ...]
    above: float
    below: float

    @property
    def depth(self) -> float:
        """From the foot of the text above to the lowest descender, in points."""
        return self.above + self.below + deepest(self.columns)

    @property
    def stretch(self) -> float:
        """How much deeper it may grow."""
        return max(total(column.slices) for column in self.columns)

    def stretched(self, shares: Shares) -> Closed:
        """The same, its white grown by a share of what it may."""
        grown = tuple(stretched(column, 0.0, shares) for column in self.columns)
        foot = deepest(grown)
        level = tuple(stretched(column, foot, shares) for column in self.columns)
        # Gaps of two widths beside each other are worth a common foot, and nothing less.
        ends_level = min(column.used for column in level) > foot - LEVEL
        return replace(self, columns=level if ends_level else grown)


@dataclass(frozen=True, slots=True)
class Closing:
    """The galleys of a section that closes a text: its heading, then its items.

    ``width`` is that of the heading, ``column`` that of each of the ``COLUMNS``, in points.
    """

    galleys: tuple[Galley, ...]
    width: float
    column: float
    _set: dict[Setting, Closed] = field(init=False, default_factory=dict, compare=False, repr=False)

    def at(self, setting: Setting) -> Closed:
        """The section at a setting, measured once."""
        if setting not in self._set:
            self._set[setting] = self._closed(Composer(self.galleys, setting, best_fit))
        return self._set[setting]

    def room(self, frames: Sequence[TextFrame], setting: Setting) -> list[TextFrame]:
        """The frames of a text, less what the section takes of the last of them."""
        heights = over([frame.height for frame in frames], self.at(setting).depth)
        under = len(frames) - COLUMNS
        return [
            replace(frame, height=height, panel=OF_PANEL * frame.height, closed=index >= under)
            for index, (frame, height) in enumerate(zip(frames, heights, strict=True))
        ]

    def _closed(self, composer: Composer) -> Closed:
        count = len(self.galleys)
        heading = composer.whole(0, 1, TextFrame(self.width, inf))
        frame = TextFrame(self.column, inf)

        def split(at: int) -> tuple[Filled, Filled]:
            return composer.whole(1, at, frame), composer.whole(at, count, frame)

        # The further down the split, the deeper the first column: about where they are as deep is the best.
        low, high = 2, count - 1
        while low < high:
            middle = (low + high) // 2
            first, second = split(middle)
            low, high = (middle + 1, high) if first.used < second.used else (low, middle)
        columns = min((split(at) for at in range(max(low - 1, 2), low + 1)), key=deepest)
        # As far below the heading as in a column.
        following = composer.first_baseline(1, 0, heading.slices[-1].last_baseline, frame, at_top=False)
        below = following - columns[0].slices[0].baseline
        return Closed(heading, columns, PART_GAP + BELOW_DIVIDER, below)


def deepest(columns: Sequence[Filled]) -> float:
    """The depth of the deepest of some columns, in points."""
    return max(column.used for column in columns)


def over(heights: Sequence[float], depth: float) -> list[float]:
    """Heights of frames, the last ``COLUMNS`` of them less what stands under them."""
    return [*heights[:-COLUMNS], *(height - depth for height in heights[-COLUMNS:])]


def close(
    galleys: Sequence[Galley], width: float, column: float
) -> tuple[tuple[Galley, ...], Closing] | None:
    """The galleys before the last heading, and the section under it.

    None where that is no list of items, or where another heading stands right above it.
    """
    at = max((index for index, galley in enumerate(galleys) if galley.heading), default=0)
    items = galleys[at + 1 :]
    if at == 0 or galleys[at - 1].heading or len(items) < LEAST_ITEMS:
        return None
    if not all(galley.style.indent for galley in items):
        return None
    return tuple(galleys[:at]), Closing(tuple(galleys[at:]), width, column)
