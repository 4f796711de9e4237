"""Copy into frames: where the text breaks from frame to frame, and the largest size at which it fits."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from leaflet.document import Block
from leaflet.linebreak import Copy, balanced_fit, best_fit, first_fit
from leaflet.styles import TextStyle

Breaker = Callable[[Copy, float, int], list[int]]

# What a break between two frames costs; chosen by eye. A frame left a fifth white costs 4.
WHITE = 100.0
STRETCHED = 0.6
"""What it costs to stretch every gap of a frame as far as it goes."""
AT_HEADING, BETWEEN_BLOCKS, INSIDE_BLOCK = 0.0, 1.5, 5.0
STRANDED = 2.5
"""What it costs to leave less than four lines of a section at the foot of a frame, or two at the head."""
SMALLER = 9.0
"""What each point of size costs that is given up for better breaks, and how much may be given up."""
MOST_GIVEN_UP = 0.5
TIGHT = 8.0
"""What it costs to set with the least leading and gaps allowed."""
LEAST_GAPS, MOST_GAPS = 0.45, 2.2
"""What the tightest and the most open setting make of the gaps that the styles ask for."""
OPEN = 0.3
"""How open text is set where that leaves a good size: a gap is then about what its style asks for."""
AIRS = 8

LEAST_FILLED, LEAST_FILLED_AT_HEADING = 0.75, 0.5
"""How much of a frame must be filled before it may end, inside a section and before a heading."""

LEAST_LINES = 2
"""Lines of a split block that must stand on either side, and lines that must follow a heading."""

BAR = 0.62
"""Room above a heading for its bar, in multiples of the body size."""
HEADING_STRETCH, BLOCK_STRETCH = 1.0, 0.3
"""How far the white above a heading, and above another block, may grow, in body sizes; chosen by eye."""

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
    """Sets galleys at one setting. Keeps the lines it has broken, for frames of equal width."""

    def __init__(self, galleys: Sequence[Galley], setting: Setting, breaker: Breaker) -> None:
        self.galleys = galleys
        self.setting = setting
        self.breaker = breaker
        self._ends: dict[tuple[int, int, float], tuple[int, ...]] = {}

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
        lines_under_heading = 2 * LEAST_LINES
        if first == count:
            yield Break(start, 0.0, 0.0, 0.0, 0, 0)
        for index in range(first, count):
            galley = galleys[index]
            ends = self.ends(index, word, frame.width)
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
                    cost = INSIDE_BLOCK + (STRANDED if lines_under_heading + kept < 2 * LEAST_LINES else 0)
                    yield Break((index, ends[kept - 1]), cost, used, stretch, index - first + 1, kept)
            if depth > room:
                return
            lines_under_heading = 0 if galley.heading else lines_under_heading + len(ends)
            word = 0
            used = depth + drop
            if index + 1 == count:
                yield Break((count, 0), 0.0, used, stretch, index - first + 1, len(ends))
            elif lines_under_heading >= LEAST_LINES and used >= frame.height * self.least_filled(index + 1):
                cost = self.block_cost(index + 1, lines_under_heading, frame)
                yield Break((index + 1, 0), cost, used, stretch, index - first + 1, len(ends))

    def least_filled(self, following: int) -> float:
        """How much of a frame must be filled for it to end before that galley."""
        return LEAST_FILLED_AT_HEADING if self.galleys[following].heading else LEAST_FILLED

    def block_cost(self, following: int, lines_under_heading: int, frame: TextFrame) -> float:
        """What a break between two blocks costs."""
        if self.galleys[following].heading:
            return AT_HEADING
        cost = BETWEEN_BLOCKS
        if lines_under_heading < 2 * LEAST_LINES:
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
        key = (index, word, width)
        ends = self._ends.get(key)
        if ends is None:
            galley = self.galleys[index]
            size = self.setting.size
            measure = (width - galley.style.indent * size) / (size * galley.style.scale) * 1000
            breaker = balanced_fit if galley.heading and self.breaker is best_fit else self.breaker
            ends = self._ends[key] = tuple(breaker(galley.copy, measure, word))
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
        above = self.galleys[index - 1].style.after
        gap = max(galley.style.before, above) * size * self.setting.gaps
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


def spread(fill: Fill, depth: float) -> Fill:
    """Stretch the gaps of a frame so that it reaches down to ``depth``, as far as they may stretch."""
    total = sum(piece.stretch for piece in fill.slices)
    if not total:
        return fill
    share = min(max(depth - fill.used, 0.0) / total, 1.0)
    moved, shift = [], 0.0
    for piece in fill.slices:
        shift += piece.stretch * share
        moved.append(replace(piece, baseline=piece.baseline + shift))
    return Fill(tuple(moved), fill.used + shift)


@dataclass(frozen=True, slots=True)
class Limits:
    """Within what bounds the body may be set: sizes in points, leading and gaps as multiples."""

    least_size: float
    most_size: float
    least_leading: float = 1.21
    most_leading: float = 1.36
    step: float = 0.1

    def air(self, setting: Setting) -> float:
        """How open a setting is: 0 at the least leading, 1 at the most."""
        return (setting.leading - self.least_leading) / (self.most_leading - self.least_leading)

    def setting(self, size: float, air: float) -> Setting:
        """A setting from the tightest (air 0) to the most open (air 1)."""
        leading = self.least_leading + air * (self.most_leading - self.least_leading)
        return Setting(size, leading, LEAST_GAPS + air * (MOST_GAPS - LEAST_GAPS))

    @property
    def steps(self) -> int:
        """How many steps the largest size is above the smallest."""
        return self.step_of(self.most_size)

    def size(self, step: int) -> float:
        return round(self.least_size + step * self.step, 3)

    def step_of(self, size: float) -> int:
        return round((size - self.least_size) / self.step)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The setting that was found, and what each frame holds."""

    setting: Setting
    fills: tuple[Fill, ...]


def largest_size(
    galleys: Sequence[Galley], frames: Sequence[TextFrame], limits: Limits, air: float = 0.0
) -> float | None:
    """The largest size at which the galleys fit, set so open; None if they do not fit at the smallest."""

    def fits(step: int) -> bool:
        setting = limits.setting(limits.size(step), air)
        return Composer(galleys, setting, first_fit).fits(frames)

    step = largest(limits.steps, fits)
    return None if step is None else limits.size(step)


def fit(
    galleys: Sequence[Galley], frames: Sequence[TextFrame], limits: Limits, good_size: float = 0.0
) -> Fitted | None:
    """The setting that serves the galleys best in these frames; None if they do not fit at the smallest size.

    Set openly where that leaves ``good_size``, else as tight as allowed. From the largest size at which all
    fits down by no more than ``MOST_GIVEN_UP`` points, at each size with the most leading and gaps that it
    leaves room for, the setting of the least cost.
    """
    air = OPEN
    most = largest_size(galleys, frames, limits, air)
    if most is None or most < good_size:
        air = 0.0
        most = largest_size(galleys, frames, limits)
    if most is None:
        return None
    best: tuple[float, Fitted] | None = None
    for step in range(limits.step_of(most), -1, -1):
        size = limits.size(step)
        given_up = most - size
        enough = given_up > MOST_GIVEN_UP + 1e-6 or given_up * SMALLER > best[0] if best else False
        if enough or (best and size < good_size):
            break
        for setting in airs(galleys, frames, size, limits, air):
            composed = Composer(galleys, setting, best_fit).compose(frames)
            if composed is None:
                continue
            cost = composed[0] + given_up * SMALLER + TIGHT * (1 - limits.air(setting)) ** 2
            if best is None or cost < best[0]:
                best = (cost, Fitted(setting, tuple(composed[1])))
    return best[1] if best else None


def airs(
    galleys: Sequence[Galley], frames: Sequence[TextFrame], size: float, limits: Limits, least: float
) -> Iterator[Setting]:
    """The most open setting of a size that fits, and the tightest allowed."""

    def setting(step: int) -> Setting:
        return limits.setting(size, least + step / AIRS * (1 - least))

    most = largest(AIRS, lambda step: Composer(galleys, setting(step), first_fit).fits(frames))
    if most:
        yield setting(most)
    yield setting(0)


def largest(most: int, holds: Callable[[int], bool]) -> int | None:
    """The largest step from 0 to ``most`` that holds, by bisection; None if not even 0 does."""
    if holds(most):
        return most
    if not holds(0):
        return None
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
