"""Frames for text, and what it costs to end one here or there: in a block, under a heading, half empty."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

# What a break between two frames costs; chosen by eye. A frame left a tenth white costs 12.
WHITE = 1200.0
MARGIN, HOLE = 0.06, 10_000.0
"""What part of a panel may stay white before it looks like a hole, and what more white then costs."""
STRETCHED = 0.6
"""What it costs to stretch every gap of a frame as far as it goes."""
AT_HEADING, BETWEEN_BLOCKS, INSIDE_PARAGRAPH, INSIDE_ITEM = 0.0, 1.5, 350.0, 350.0
BETWEEN_SENTENCES = 10.0
"""In a paragraph, the same where no sentence is torn: its last line here is then as short as it comes."""
FORLORN, ALONE, STRANDED, FEW = 160.0, 80.0, 60.0, 30.0
"""What it costs to leave one block of two lines of a section at the foot of a frame, or one of three; less
than four lines there, or two at the head; and fewer blocks there than should stand with their heading."""

WORD_PARTED = 60.0
"""What it costs more where a word parts at the end of a frame: a fold or a turn would stand inside it."""

LEAST_FILLED, LEAST_FILLED_AT_HEADING = 0.75, 0.5
"""How much of a frame must be filled before it may end: inside a section, and before a heading."""

SPLIT, TORN = 2, 4
"""How many times as much as between two blocks the turn costs in one: between its sentences, and in one."""
OVER_THE_TURN, OFF_THE_FLAP = 6.0, 80.0
"""What it costs more to break a section where its rest stands on another side of the sheet.

The rest of what stands alone on its side, a flap, may be seen before it when the leaflet is opened.
"""

LEAST_BLOCKS = 3
"""Blocks under a heading that should stand with it."""
LEAST_LINES = 2
"""Lines of a split block that must stand on either side, and lines that must follow a heading."""

Start = tuple[int, int]
"""Where a frame begins: galley and word."""


@dataclass(frozen=True, slots=True)
class TextFrame:
    """Room for text, in points.

    ``alone`` tells that it is the only one on its side of the sheet; ``last`` that the text goes on over
    the turn. Where white in it is ``kept`` or more, something else stands in it.
    """

    width: float
    height: float
    alone: bool = False
    last: bool = False
    kept: float = inf

    def room(self, used: float) -> float:
        """The height that the text has where it can do with that much."""
        return self.height - self.kept if self.height - used >= self.kept else self.height


@dataclass(frozen=True, slots=True)
class Break:
    """Where a frame may end: the next one begins at ``next``. ``lines`` of its last block stand here.

    ``stretch`` is how far all its gaps together may grow.
    """

    next: Start
    cost: float
    used: float
    stretch: float
    galleys: int
    lines: int


def foot_cost(lines: int, blocks: int) -> float:
    """What it costs to leave so little of a section at the foot of a frame: lines and blocks of it."""
    if blocks == 1 and lines < 2 * LEAST_LINES:
        return FORLORN if lines <= LEAST_LINES else ALONE
    if lines < 2 * LEAST_LINES or (blocks == 1 and lines < 3 * LEAST_LINES):
        return STRANDED
    return FEW if blocks < LEAST_BLOCKS and lines < 3 * LEAST_LINES else 0.0


def turn_cost(frame: TextFrame) -> float:
    """What it costs more to break a section at the end of that frame."""
    if not frame.last:
        return 0.0
    return OFF_THE_FLAP if frame.alone else OVER_THE_TURN


def white_cost(option: Break, frame: TextFrame) -> float:
    """What the white at the foot of a frame costs: what gaps can take up is cheap."""
    spare = frame.room(option.used) - option.used
    if not option.galleys:
        return WHITE
    share = min(spare / option.stretch, 1.0) if option.stretch else 0.0
    left = (spare - share * option.stretch) / frame.height
    # Gaps stretch alike in all frames: where one is full, the white of another stays where it is.
    # A frame that is alone on its side takes up what it can.
    white = left if frame.alone else spare / frame.height
    hole = max(white - MARGIN, 0.0)
    return STRETCHED * share * share + WHITE * left * left + HOLE * hole * hole
