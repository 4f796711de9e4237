"""Copy at one setting into frames: where the text breaks from frame to frame, and how gaps stretch."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, inf, sqrt

from leaflet.framebreaks import (
    AT_HEADING,
    BETWEEN_BLOCKS,
    BETWEEN_SENTENCES,
    INSIDE_ITEM,
    INSIDE_PARAGRAPH,
    LEAST_BLOCKS,
    LEAST_FILLED,
    LEAST_FILLED_AT_HEADING,
    LEAST_LINES,
    SPLIT,
    STRANDED,
    TORN,
    WORD_PARTED,
    Break,
    Start,
    TextFrame,
    foot_cost,
    turn_cost,
    white_cost,
)
from leaflet.galleys import Proportions
from leaflet.linebreak import LONE, Breaker, Copy, best_fit, first_fit

STEPS_ABOVE_HEADING, BELOW_HEADING_ON_GRID = 1.05, 0.3
"""Steps of a grid that stand above a heading at least, and are added below it; chosen by eye."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How the body is set: size in points; leading and gaps as multiples (gaps scale ``before``).

    ``aligned`` puts its baselines on a grid, so that lines stand level over the folds.
    """

    size: float
    leading: float
    gaps: float = 1.0
    aligned: bool = False

    @property
    def grid(self) -> float:
        """Half a line where baselines stand on a grid, else 0, in points."""
        return self.size * self.leading / 2 if self.aligned else 0.0

    def grid_of(self, frame: TextFrame) -> float:
        """The same for a frame: beside one that is alone on its side nothing could stand level."""
        return 0.0 if frame.alone else self.grid


@dataclass(frozen=True, slots=True)
class Slice:
    """Lines of one block in one frame: words ``start`` to the last of ``ends``.

    ``baseline`` is the first line's, in points below the top of the frame; ``stretch`` how far the
    white above it may grow; that above a ``heading`` may grow further than in the frames beside, and that
    between two paragraphs further than between items.
    """

    galley: int
    start: int
    ends: tuple[int, ...]
    baseline: float
    leading: float
    stretch: float
    heading: bool = False
    paragraph: bool = False

    @property
    def last_baseline(self) -> float:
        return self.baseline + self.leading * (len(self.ends) - 1)


@dataclass(frozen=True, slots=True)
class Filled:
    """What one frame holds. ``used`` is its depth in points, from the top to the lowest descender."""

    slices: tuple[Slice, ...]
    used: float


class Composer:
    """Sets galleys at one setting."""

    def __init__(self, proportions: Proportions, setting: Setting, breaker: Breaker) -> None:
        self.galleys, self.headed, self.items = proportions.galleys, proportions.headed, proportions.items
        self.setting = setting
        # Asked for many thousand times while a setting is searched.
        size, gaps = setting.size, setting.gaps
        self.breakers = proportions.breakers if breaker is best_fit else [breaker] * len(self.galleys)
        self.indents = [indent * size for indent in proportions.indents]
        self.ems = [size * scale / 1000 for scale in proportions.scales]
        self.leadings = [size * scale * setting.leading for scale in proportions.scales]
        self.drops = [drop * size for drop in proportions.drops]
        self.bars = [bar * size for bar in proportions.bars]
        # How far the white above a block may grow where it stands on no grid; at the top it does not.
        self.stretches = [stretch * size for stretch in proportions.stretches]
        self.gaps = [max(wanted * gaps, least) * size for wanted, least in proportions.gaps]

    def fits(self, frames: Sequence[TextFrame]) -> bool:
        """Whether the galleys fit, each frame filled as deep as it goes."""
        start: Start = (0, 0)
        for frame in frames:
            # They come from the top down.
            deepest = deque(self.breaks(start, frame), maxlen=1)
            if not deepest:
                return False
            start = deepest[0].next
        return start[0] == len(self.galleys)

    def compose(self, frames: Sequence[TextFrame], bound: float = inf) -> tuple[float, list[Filled]] | None:
        """Spread the galleys over the frames at the least cost; None if none is below the bound."""
        reached: dict[Start, tuple[float, tuple[Break, ...]]] = {(0, 0): (0.0, ())}
        for frame in frames:
            following: dict[Start, tuple[float, tuple[Break, ...]]] = {}
            for start, (cost, path) in reached.items():
                for option in self.breaks(start, frame):
                    total = cost + option.cost + white_cost(option, frame)
                    known = following.get(option.next)
                    if total < bound and (known is None or total < known[0]):
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
        count = len(self.galleys)
        first, word = start
        depth = stretch = 0.0
        least, at_heading = frame.height * LEAST_FILLED, frame.height * LEAST_FILLED_AT_HEADING
        stretches = self.stretches_in(frame)
        lines_under_heading, blocks = 2 * LEAST_LINES, LEAST_BLOCKS
        if first == count:
            yield Break(start, 0.0, 0.0, 0.0, 0, 0)
        for index in range(first, count):
            ends = self.ends(index, word, frame.width)
            if word and len(ends) < LEAST_LINES:
                return  # In a wider frame two lines may become one, alone at the top.
            leading, drop, headed = self.leadings[index], self.drops[index], self.headed[index]
            top = self.first_baseline(index, word, depth, frame, at_top=index == first)
            room = frame.height - drop + 1e-6
            depth = top + leading * (len(ends) - 1)
            stretch += 0.0 if index == first else stretches[index]
            used = depth + drop
            # A frame of which less is filled does not end.
            if used >= least and not headed:
                fitting = int((room - top) / leading) + 1 if top <= room else 0
                fewest = max(LEAST_LINES, ceil((least - top - drop) / leading - 1e-6) + 1)
                lines = range(fewest, min(fitting, len(ends) - 1) + 1)
                for kept, end, cost in self.splits(index, ends, lines, frame):
                    ends_at = top + leading * (kept - 1) + drop
                    cost += STRANDED if lines_under_heading + kept < 2 * LEAST_LINES else 0
                    yield Break((index, end), cost, ends_at, stretch, index - first + 1, kept)
            if depth > room:
                return
            lines_under_heading = 0 if headed else lines_under_heading + len(ends)
            blocks = 0 if headed else blocks + 1
            word = 0
            if index + 1 == count:
                yield Break((count, 0), 0.0, used, stretch, index - first + 1, len(ends))
                return
            heading = self.headed[index + 1]
            enough = lines_under_heading >= LEAST_LINES or (heading and not headed)
            if used >= (at_heading if heading else least) and enough:
                cost = self.block_cost(index + 1, frame, foot_cost(lines_under_heading, blocks))
                yield Break((index + 1, 0), cost, used, stretch, index - first + 1, len(ends))

    def splits(
        self, index: int, ends: tuple[int, ...], lines: range, frame: TextFrame
    ) -> Iterator[tuple[int, int, float]]:
        """Where a block may be split behind so many lines: lines kept, the word that ends them, the cost."""
        item = self.items[index]
        copy = self.galleys[index].copy
        for kept in lines:
            end = ends[kept - 1]
            # A word that parts between two pages can neither be found nor heard as one.
            is_parted = frame.last and not copy.words[end - 1].space
            whole = 0 if item else copy.sentence_end(ends[kept - 2], end)
            rest = len(self.ends(index, whole, frame.width)) if whole else 0
            if rest >= LEAST_LINES:
                yield kept, whole, BETWEEN_SENTENCES + SPLIT * turn_cost(frame) + self.head_cost(index, rest)
            if end != whole and kept <= len(ends) - LEAST_LINES and not is_parted:
                cost = INSIDE_ITEM if item else INSIDE_PARAGRAPH
                cost += self.head_cost(index, len(ends) - kept)
                cost += WORD_PARTED if copy.words[end - 1].hyphen else 0
                yield kept, end, cost + TORN * turn_cost(frame)

    def block_cost(self, following: int, frame: TextFrame, foot: float) -> float:
        """What a break between two blocks costs; ``foot`` is what the section's part above it does."""
        if self.headed[following]:
            return AT_HEADING
        lines = len(self.ends(following, 0, frame.width))
        return BETWEEN_BLOCKS + turn_cost(frame) + foot + self.head_cost(following, lines)

    def head_cost(self, index: int, lines: int) -> float:
        """What it costs that so many lines of a block begin a frame: few are stranded before a heading."""
        ends_section = index + 1 == len(self.galleys) or self.headed[index + 1]
        return STRANDED if ends_section and lines <= LEAST_LINES else 0.0

    def fill(self, start: Start, end: Break, frame: TextFrame) -> Filled:
        """The lines of a frame that begins at ``start`` and ends so."""
        index, word = start
        depth, stretches = 0.0, self.stretches_in(frame)
        slices = []
        for step in range(end.galleys):
            ends = self.ends(index + step, word, frame.width)
            if end.next[0] == index + step:
                ends = self.parted(index + step, word, (*ends[: end.lines - 1], end.next[1]), frame.width)
            top = self.first_baseline(index + step, word, depth, frame, at_top=step == 0)
            stretch = stretches[index + step] if step else 0.0
            leading, headed = self.leadings[index + step], self.headed[index + step]
            between = step > 0 and self.between_paragraphs(index + step)
            piece = Slice(index + step, word, ends, top, leading, stretch, headed, between)
            slices.append(piece)
            depth, word = piece.last_baseline, 0
        return Filled(tuple(slices), depth + self.drops[index + end.galleys - 1] if slices else 0.0)

    def raggedness(self, fills: Sequence[Filled], frames: Sequence[TextFrame]) -> float:
        """How much lines differ in length, beside the same text with each line as full as it goes."""
        own, filled = [], []
        for fill, frame in zip(fills, frames, strict=True):
            for piece in fill.slices:
                galley = self.galleys[piece.galley]
                if piece.start == 0 and galley.breaker is best_fit:
                    measure = self.measure(piece.galley, frame.width)
                    own += galley.copy.whites(best_fit, measure)
                    filled += galley.copy.whites(first_fit, measure)
        # Merely filled lines may be all alike: no others are more even.
        return spread(own) / even if (even := spread(filled)) else 0.0

    def lone_words(self, fills: Sequence[Filled], frames: Sequence[TextFrame]) -> int:
        """How many blocks end in a line of one short word."""
        found = 0
        for fill, frame in zip(fills, frames, strict=True):
            for piece in fill.slices:
                copy, last = self.galleys[piece.galley].copy, (piece.start, *piece.ends)[-2]
                if last > 0 and last >= copy.last_word and piece.ends[-1] == len(copy.words):
                    measure = self.measure(piece.galley, frame.width)
                    found += copy.closed[-1] - copy.starts[last] < (1 - LONE) * measure
        return found

    def parted(self, index: int, word: int, ends: tuple[int, ...], width: float) -> tuple[int, ...]:
        """The lines of a block that ends its frame so, evener where it ends with a sentence.

        A short last line would say that the paragraph has ended there.
        """
        if ends[-1] in self.ends(index, word, width):
            return ends
        part = Copy(self.galleys[index].copy.words[: ends[-1]])
        even = best_fit(part, self.measure(index, width), word, balance=True)
        return tuple(even) if len(even) >= LEAST_LINES else ends

    def ends(self, index: int, word: int, width: float) -> tuple[int, ...]:
        """Where the lines of a block end, from ``word`` on, in a frame of that width."""
        return self.galleys[index].copy.lines(self.breakers[index], self.measure(index, width), word)

    def measure(self, index: int, width: float) -> float:
        """The measure of a block in a frame of that width, in thousandths of an em."""
        return (width - self.indents[index]) / self.ems[index]

    def between_paragraphs(self, index: int) -> bool:
        """Whether a block and the one above it are paragraphs of plain text."""
        plain = [
            not (galley.heading or galley.style.indent) for galley in self.galleys[index - 1 : index + 1]
        ]
        return all(plain)

    def stretches_in(self, frame: TextFrame) -> list[float]:
        """How far the white above each block may grow in a frame, in points; at its top it does not."""
        if grid := self.setting.grid_of(frame):
            headed = zip((False, *self.headed), self.headed, strict=False)
            return [grid if here and not above else 0.0 for above, here in headed]
        return self.stretches

    def first_baseline(self, index: int, word: int, depth: float, frame: TextFrame, *, at_top: bool) -> float:
        """Baseline of a block's first line, where ``depth`` is the last baseline above it."""
        if at_top:
            galley, bar = self.galleys[index], 0.0 if word else self.bars[index]
            return bar + galley.cap_height * self.setting.size * galley.style.scale / 1000
        grid = self.setting.grid_of(frame)
        gap = self.gap_on_grid(index) if grid else self.gaps[index]
        baseline = depth + gap + self.bars[index] + self.leadings[index]
        if grid:
            galley = self.galleys[index]
            # What is set in the size of the body stands on the grid; a heading goes with what follows it.
            tail = self.tail(index, frame) if galley.style.scale != 1 else 0.0
            top = galley.cap_height * self.setting.size / 1000
            steps = ceil((baseline + tail - top) / grid - 1e-6)
            baseline = top + steps * grid - tail
        return baseline

    def gap_on_grid(self, index: int) -> float:
        """White above a block, beside the leading, where baselines stand on a grid: gaps are steps of it."""
        gap, above, here = self.gaps[index], self.headed[index - 1], self.headed[index]
        if here and not above:
            return max(gap, STEPS_ABOVE_HEADING * self.setting.grid)
        return gap + BELOW_HEADING_ON_GRID * self.setting.grid if above and not here else gap

    def tail(self, index: int, frame: TextFrame) -> float:
        """From the first baseline of a block to that of the next one, in points."""
        lines = self.leadings[index] * (len(self.ends(index, 0, frame.width)) - 1)
        following = index + 1
        if following == len(self.galleys):
            return lines
        return lines + self.gap_on_grid(following) + self.bars[following] + self.leadings[following]

    def shortage(self, frames: Sequence[TextFrame]) -> float:
        """How many points of depth lack, when the galleys are set on end in the frames' width."""
        depth = 0.0
        for index in range(len(self.galleys)):
            top = self.first_baseline(index, 0, depth, frames[0], at_top=index == 0)
            depth = top + self.leadings[index] * (len(self.ends(index, 0, frames[0].width)) - 1)
        return max(depth - sum(frame.height for frame in frames), self.setting.size * self.setting.leading)


def spread(values: Sequence[float]) -> float:
    """The standard deviation of some values; 0 of none."""
    count = len(values)
    if not count:
        return 0.0
    mean = sum(values) / count
    return sqrt(sum((value - mean) ** 2 for value in values) / count)
