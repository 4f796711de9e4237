"""Copy at one setting into frames: where the text breaks from frame to frame, and how gaps stretch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.document import Block, Role
from leaflet.linebreak import Copy, balanced_fit, best_fit
from leaflet.styles import TextStyle

Breaker = Callable[[Copy, float, int], list[int]]

# What a break between two frames costs; chosen by eye. A frame left a fifth white costs 10.
WHITE = 250.0
STRETCHED = 0.6
"""What it costs to stretch every gap of a frame as far as it goes."""
AT_HEADING, BETWEEN_BLOCKS, INSIDE_PARAGRAPH, INSIDE_ITEM = 0.0, 1.5, 8.0, 16.0
STRANDED = 7.0
"""What it costs to leave less than four lines of a section at the foot of a frame, or two at the head."""

LEAST_FILLED, LEAST_FILLED_AT_HEADING = 0.75, 0.5
"""How much of a frame must be filled before it may end, inside a section and before a heading."""

LEAST_ABOVE_HEADING = 0.6
"""White above a heading that no tight setting takes away, in body sizes."""
AFTER_LIST = 1.8
"""How much more white parts a paragraph from a list above it; chosen by eye."""

LEAST_BLOCKS = 2
"""Blocks under a heading that should stand with it."""
LEAST_LINES = 2
"""Lines of a split block that must stand on either side, and lines that must follow a heading."""

BAR = 0.62
"""Room above a heading for its bar, in multiples of the body size."""
HEADING_STRETCH, BLOCK_STRETCH = 1.0, 0.22
"""How far the white above a heading, and above another block, may grow, in body sizes; chosen by eye."""

Lines = dict[tuple[Breaker, int, int, float, float], tuple[int, ...]]
"""Where lines end, by breaker, galley, first word, width of the frame and size."""
Start = tuple[int, int]
"""Where a frame begins: galley and word."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the body is set: size in points; leading and gaps as multiples (gaps scale ``before``)."""

    size: float
    leading: float
    gaps: float = 1.0


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


@dataclass(frozen=True, slots=True)
class TextFrame:
    """Room for text, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Slice:
    """Lines of one block in one frame: words ``start`` to the last of ``ends``.

    ``baseline`` is the first line's, in points below the top of the frame; ``stretch`` how far the
    white above it may grow.
    """

    galley: int
    start: int
    ends: tuple[int, ...]
    baseline: float
    leading: float
    stretch: float

    @property
    def last_baseline(self) -> float:
        return self.baseline + self.leading * (len(self.ends) - 1)


@dataclass(frozen=True, slots=True)
class Fill:
    """What one frame holds. ``used`` is its depth in points, from the top to the lowest descender."""

    slices: tuple[Slice, ...]
    used: float


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


class Composer:
    """Sets galleys at one setting.

    ``lines`` keeps the lines that were broken; composers of the same galleys may share one.
    """

    def __init__(
        self, galleys: Sequence[Galley], setting: Setting, breaker: Breaker, lines: Lines | None = None
    ) -> None:
        self.galleys = galleys
        self.setting = setting
        self.breaker = breaker
        self.lines: Lines = {} if lines is None else lines

    def fits(self, frames: Sequence[TextFrame]) -> bool:
        """Whether the galleys fit, each frame filled as deep as it goes."""
        start: Start = (0, 0)
        for frame in frames:
            deepest = max(self.breaks(start, frame), key=lambda option: option.next, default=None)
            if deepest is None:
                return False
            start = deepest.next
        return start[0] == len(self.galleys)

    def compose(self, frames: Sequence[TextFrame]) -> tuple[float, list[Fill]] | None:
        """Spread the galleys over the frames at the least cost; None if they do not fit."""
        reached: dict[Start, tuple[float, tuple[Break, ...]]] = {(0, 0): (0.0, ())}
        for frame in frames:
            following: dict[Start, tuple[float, tuple[Break, ...]]] = {}
            for start, (cost, path) in reached.items():
                for option in self.breaks(start, frame):
                    total = cost + option.cost + white_cost(option, frame)
                    if option.next not in following or total < following[option.next][0]:
                        following[option.next] = (total, (*path, option))
            reached = following
        end = reached.get((len(self.galleys), 0))
        if end is None:
            return None
        fills, begin = [], (0, 0)
        for frame, option in zip(frames, end[1], strict=True):
            fills.append(self.fill(begin, option, frame))
            begin = option.next
        return end[0], fills

    def breaks(self, start: Start, frame: TextFrame) -> Iterator[Break]:
        """Every place in the lower part of a frame, begun at ``start``, where it may end."""
        galleys, count = self.galleys, len(self.galleys)
        first, word = start
        depth = stretch = 0.0
        lines_under_heading, blocks = 2 * LEAST_LINES, LEAST_BLOCKS
        if first == count:
            yield Break(start, 0.0, 0.0, 0.0, 0, 0)
        for index in range(first, count):
            galley = galleys[index]
            ends = self.ends(index, word, frame.width)
            if word and len(ends) < LEAST_LINES:
                return  # In a wider frame two lines may become one, alone at the top.
            leading, drop = self.leading(galley), self.drop(galley)
            top = self.first_baseline(index, word, depth, at_top=index == first)
            room = frame.height - drop + 1e-6
            depth = top + leading * (len(ends) - 1)
            stretch += 0.0 if index == first else self.stretch(galley)
            fitting = len(ends) if depth <= room else int((room - top) / leading) + 1 if top <= room else 0
            if not galley.heading:
                for kept in range(LEAST_LINES, min(fitting, len(ends) - LEAST_LINES) + 1):
                    used = top + leading * (kept - 1) + drop
                    if used < frame.height * LEAST_FILLED or lines_under_heading + kept < LEAST_LINES:
                        continue
                    cost = INSIDE_ITEM if galley.style.indent else INSIDE_PARAGRAPH
                    cost += STRANDED if lines_under_heading + kept < 2 * LEAST_LINES else 0
                    yield Break((index, ends[kept - 1]), cost, used, stretch, index - first + 1, kept)
            if depth > room:
                return
            lines_under_heading = 0 if galley.heading else lines_under_heading + len(ends)
            blocks = 0 if galley.heading else blocks + 1
            word = 0
            used = depth + drop
            if index + 1 == count:
                yield Break((count, 0), 0.0, used, stretch, index - first + 1, len(ends))
            elif used >= frame.height * self.least_filled(index + 1) and (
                lines_under_heading >= LEAST_LINES or (galleys[index + 1].heading and not galley.heading)
            ):
                stranded = lines_under_heading < 2 * LEAST_LINES or blocks < LEAST_BLOCKS
                cost = self.block_cost(index + 1, frame, stranded=stranded)
                yield Break((index + 1, 0), cost, used, stretch, index - first + 1, len(ends))

    def least_filled(self, following: int) -> float:
        """How much of a frame must be filled for it to end before that galley."""
        return LEAST_FILLED_AT_HEADING if self.galleys[following].heading else LEAST_FILLED

    def block_cost(self, following: int, frame: TextFrame, *, stranded: bool) -> float:
        """What a break between two blocks costs."""
        if self.galleys[following].heading:
            return AT_HEADING
        cost = BETWEEN_BLOCKS
        if stranded:
            cost += STRANDED
        last_of_section = following + 1 == len(self.galleys) or self.galleys[following + 1].heading
        if last_of_section and len(self.ends(following, 0, frame.width)) <= LEAST_LINES:
            cost += STRANDED
        return cost

    def fill(self, start: Start, end: Break, frame: TextFrame) -> Fill:
        """The lines of a frame that begins at ``start`` and ends so."""
        index, word = start
        depth = 0.0
        slices = []
        for step in range(end.galleys):
            galley = self.galleys[index + step]
            ends = self.ends(index + step, word, frame.width)
            if step + 1 == end.galleys:
                ends = ends[: end.lines]
            top = self.first_baseline(index + step, word, depth, at_top=step == 0)
            stretch = self.stretch(galley) if step else 0.0
            piece = Slice(index + step, word, ends, top, self.leading(galley), stretch)
            slices.append(piece)
            depth, word = piece.last_baseline, 0
        return Fill(tuple(slices), end.used)

    def ends(self, index: int, word: int, width: float) -> tuple[int, ...]:
        """Where the lines of a block end, from ``word`` on, in a frame of that width."""
        size = self.setting.size
        key = (self.breaker, index, word, width, size)
        ends = self.lines.get(key)
        if ends is None:
            galley = self.galleys[index]
            measure = (width - galley.style.indent * size) / (size * galley.style.scale) * 1000
            display = galley.heading or galley.block.role is Role.STATEMENT
            breaker = balanced_fit if display and self.breaker is best_fit else self.breaker
            ends = self.lines[key] = tuple(breaker(galley.copy, measure, word))
        return ends

    def leading(self, galley: Galley) -> float:
        return self.setting.size * galley.style.scale * self.setting.leading

    def drop(self, galley: Galley) -> float:
        return galley.descent * self.setting.size * galley.style.scale / 1000

    def stretch(self, galley: Galley) -> float:
        return (HEADING_STRETCH if galley.heading else BLOCK_STRETCH) * self.setting.size

    def first_baseline(self, index: int, word: int, depth: float, *, at_top: bool) -> float:
        """Baseline of a block's first line, where ``depth`` is the last baseline above it."""
        galley = self.galleys[index]
        size = self.setting.size
        bar = BAR * size if galley.style.mark == "bar" and not word else 0.0
        if at_top:
            return bar + galley.cap_height * size * galley.style.scale / 1000
        before = self.galleys[index - 1]
        gap = max(galley.style.before, before.style.after) * size * self.setting.gaps
        if galley.heading and not before.heading:
            gap = max(gap, min(galley.style.before, LEAST_ABOVE_HEADING) * size)
        elif before.style.indent > galley.style.indent and not galley.heading:
            gap *= AFTER_LIST
        return depth + gap + bar + self.leading(galley)

    def shortage(self, frames: Sequence[TextFrame]) -> float:
        """How many points of depth lack, when the galleys are set on end in the frames' width."""
        depth = 0.0
        for index, galley in enumerate(self.galleys):
            top = self.first_baseline(index, 0, depth, at_top=index == 0)
            depth = top + self.leading(galley) * (len(self.ends(index, 0, frames[0].width)) - 1)
        return max(depth - sum(frame.height for frame in frames), self.setting.size * self.setting.leading)


def white_cost(option: Break, frame: TextFrame) -> float:
    """What the white at the foot of a frame costs: what gaps can take up is cheap."""
    spare = frame.height - option.used
    if not option.galleys:
        return WHITE
    share = min(spare / option.stretch, 1.0) if option.stretch else 0.0
    left = (spare - share * option.stretch) / frame.height
    return STRETCHED * share * share + WHITE * left * left


def spread(fill: Fill, depth: float, most: float = 1.0) -> Fill:
    """Stretch the gaps of a frame so that it reaches down to ``depth``, as far as they may stretch.

    ``most`` scales how far that is.
    """
    total = sum(piece.stretch for piece in fill.slices)
    if not total:
        return fill
    share = min(max(depth - fill.used, 0.0) / total, most)
    moved, shift = [], 0.0
    for piece in fill.slices:
        shift += piece.stretch * share
        moved.append(replace(piece, baseline=piece.baseline + shift))
    return Fill(tuple(moved), fill.used + shift)
