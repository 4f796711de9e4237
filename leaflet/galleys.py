"""Blocks measured for the press of any size, and the white that they ask for between each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from leaflet.document import Block, Role
from leaflet.linebreak import Breaker, Copy, balanced_fit, best_fit, stated_fit
from leaflet.styles import TextStyle

LEAST_ABOVE_HEADING, LEAST_BELOW_HEADING = 0.75, 0.3
"""White above and below a heading that no tight setting takes away, in body sizes."""
AFTER_LIST = 1.8
"""How much more white parts a paragraph from a list above it; chosen by eye."""

BAR = 0.62
"""Room above a heading for its bar, in multiples of the body size."""
HEADING_STRETCH, BLOCK_STRETCH = 1.0, 0.22
"""How far the white above a heading, and above another block, may grow, in body sizes; chosen by eye."""


@dataclass(frozen=True, slots=True)
class Galley:
    """A block measured, with its style; heights in thousandths of an em."""

    block: Block
    copy: Copy
    style: TextStyle
    cap_height: float
    descent: float

    @property
    def heading(self) -> bool:
        return self.style.keep_with_next

    @property
    def breaker(self) -> Breaker:
        """What breaks it best."""
        if self.heading:
            return balanced_fit
        return stated_fit if self.block.role is Role.STATEMENT else best_fit


class Proportions:
    """What galleys ask for at every setting, in multiples of the body size; lists by their places.

    ``gaps`` is the white above each, beside the leading: what the styles ask for, which a setting scales, and
    the least. ``stretches`` is how far that white may grow. Neither is any above the first.
    """

    def __init__(self, galleys: Sequence[Galley]) -> None:
        self.galleys = galleys
        self.breakers = [galley.breaker for galley in galleys]
        self.headed = [galley.heading for galley in galleys]
        self.items = [bool(galley.style.indent) for galley in galleys]
        self.indents = [galley.style.indent for galley in galleys]
        self.scales = [galley.style.scale for galley in galleys]
        self.drops = [galley.descent * galley.style.scale / 1000 for galley in galleys]
        self.bars = [BAR if galley.style.mark == "bar" else 0.0 for galley in galleys]
        pairs = list(pairwise(galleys))
        self.stretches = [0.0, *(stretch(above, below) for above, below in pairs)]
        self.gaps = [(0.0, 0.0), *(gap(above, below) for above, below in pairs)]


def stretch(above: Galley, below: Galley) -> float:
    """How far the white between two blocks may grow, in body sizes."""
    if below.heading:
        return 0.0 if above.heading else HEADING_STRETCH
    return BLOCK_STRETCH * (AFTER_LIST if above.style.indent and not below.style.indent else 1)


def gap(above: Galley, below: Galley) -> tuple[float, float]:
    """The white between two blocks: what their styles ask for, and the least, in body sizes."""
    after, before = above.style.after, below.style.before
    if above.heading and below.heading:
        return 0.0, 2 * after
    if above.heading:
        return max(before, after), min(after, LEAST_BELOW_HEADING)
    if below.heading:
        return before, min(before, LEAST_ABOVE_HEADING)
    return max(before, after) * (AFTER_LIST if above.style.indent > below.style.indent else 1), 0.0
