"""The setting that serves copy best in its frames: size first, then openness, then good breaks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf, sqrt

from leaflet.composition import Composer, Filled, Setting
from leaflet.framebreaks import TextFrame
from leaflet.galleys import Galley, Proportions
from leaflet.linebreak import best_fit, first_fit

# Costs beside those of the breaks (framebreaks.WHITE and others); chosen by eye.
SMALLER = 20.0
"""What each point of size costs that is given up for better breaks, and how much may be given up."""
MOST_GIVEN_UP = 0.7
TIGHT = 8.0
"""What it costs to set with the least leading and gaps allowed."""
RAGGED, EVENER = 1500.0, 0.98
"""What it costs where lines are about as uneven as if each were filled, and the share where that begins."""
LONE_WORD = 8.0
"""What it costs that a block ends in a line of one short word."""
MOST_GAPS = 1.85
"""What the most open setting makes of the gaps that the styles ask for."""
OPEN = 0.3
"""How open text is set that does not fit set tight: a gap is then about what its style asks for."""
ALIGNED = 17.0
"""How much worse breaks and openness may be for baselines that stand level over the folds."""
AIRS, QUARTERS = 8, 4
FILLED = 0.94
"""About how much of their frames text can fill: a first guess at the size."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Within what bounds the body may be set: sizes in points, leading and gaps as multiples.

    ``least_gaps`` is what the tightest setting makes of the gaps that the styles ask for.
    """

    least_size: float
    most_size: float
    least_leading: float = 1.21
    most_leading: float = 1.36
    step: float = 0.1
    least_gaps: float = 0.6
    aligned: bool = False
    """Whether baselines stand on a grid."""

    def air(self, setting: Setting) -> float:
        """How open a setting is: 0 at the least leading, 1 at the most."""
        span = self.most_leading - self.least_leading
        return (setting.leading - self.least_leading) / span if span else 1.0

    def setting(self, size: float, air: float) -> Setting:
        """A setting from the tightest (air 0) to the most open (air 1)."""
        leading = self.least_leading + air * (self.most_leading - self.least_leading)
        gaps = self.least_gaps + air * (MOST_GAPS - self.least_gaps)
        return Setting(size, leading, gaps, self.aligned)

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
    """The setting that was found, what each frame holds, and what breaks, white and tightness cost."""

    setting: Setting
    fills: tuple[Filled, ...]
    cost: float

    def cost_below(self, size: float) -> float:
        """The same, and what it costs to be set smaller than at a size in points."""
        return self.cost + (size - self.setting.size) * SMALLER


def fit(
    galleys: Sequence[Galley],
    frames: Sequence[TextFrame],
    limits: Limits,
    good_size: float = 0.0,
) -> Fitted | None:
    """The setting that serves the galleys best in these frames; None if they do not fit at the smallest size.

    Baselines are aligned where that costs no size.
    """
    search = Search(Proportions(galleys), frames, limits)
    free = search.best(good_size)
    if free is None or len(frames) < 2:
        return free
    size = free.setting.size
    aligned = replace(search, limits=replace(limits, least_size=size, most_size=size, aligned=True))
    return aligned.best(size, free.cost + ALIGNED) or free


@dataclass(frozen=True, slots=True)
class Search:
    """Settings of galleys in frames, tried."""

    proportions: Proportions
    frames: Sequence[TextFrame]
    limits: Limits

    def fits(self, setting: Setting) -> bool:
        return Composer(self.proportions, setting, first_fit).fits(self.frames)

    def largest_size(self, air: float = 0.0) -> float | None:
        """The largest size at which all fits, set so open; None if it does not at the smallest."""
        limits = self.limits
        guess = limits.step_of(self.size_by_area(limits.setting(limits.least_size, air)))
        step = largest(limits.steps, lambda step: self.fits(limits.setting(limits.size(step), air)), guess)
        return None if step is None else limits.size(step)

    def size_by_area(self, setting: Setting) -> float:
        """About the size in points at which the galleys, set so open, fill the area of their frames."""
        frames = self.frames
        width = sum(frame.width for frame in frames) / len(frames)
        area = FILLED * sum(frame.width * frame.height for frame in frames)
        solid = gaps = 0.0
        for galley in self.proportions.galleys:
            style = galley.style
            solid += galley.copy.solid / 1000 * style.scale * width / (width - style.indent * setting.size)
            # A block ends with half a line white on average.
            gaps += width * (setting.leading / 2 + style.before * setting.gaps)
        # All white grows with the size, all lines with its square.
        lines = solid * setting.leading
        return (sqrt(gaps * gaps + 4 * lines * area) - gaps) / (2 * lines) if lines else 0.0

    def best(self, good_size: float, bound: float = inf) -> Fitted | None:
        """The setting of the least cost below a bound; None, too, where all do not fit at the smallest size.

        From the largest size at which all fits down by no more than ``MOST_GIVEN_UP`` points, and not below
        ``good_size``, at each size with the most leading and gaps that it leaves room for, the setting of
        the least cost.
        """
        limits = self.limits
        # Frames that hold a text set openly may, for want of a break, not hold it set tight.
        found = ((self.largest_size(air), air) for air in (0.0, OPEN))
        most, air = next((pair for pair in found if pair[0] is not None), (None, 0.0))
        if most is None:
            return None
        best: tuple[float, Fitted] | None = None
        open_step = 0
        for step in range(limits.step_of(most), -1, -1):
            size = limits.size(step)
            given_up = most - size
            enough = given_up > MOST_GIVEN_UP + 1e-6 or given_up * SMALLER > best[0] if best else False
            if enough or (best and size < good_size):
                break
            settings = [limits.setting(size, air + step / AIRS * (1 - air)) for step in range(AIRS + 1)]
            # About as open as at the last size.
            open_step = self.most_open(settings, open_step)
            # The most open that fits, some less so, and the tightest: of the open ones, and of all.
            tried = [settings[open_step * part // QUARTERS] for part in range(QUARTERS, -1, -1)]
            for setting in dict.fromkeys((*tried, limits.setting(size, 0.0))):
                least = given_up * SMALLER + TIGHT * (1 - limits.air(setting)) ** 2
                left = (best[0] if best else bound) - least
                if left > 0 and (composed := self.composed(setting, left)):
                    cost = composed[0] + least
                    best = (cost, Fitted(setting, tuple(composed[1]), cost - given_up * SMALLER))
        return best[1] if best else None

    def most_open(self, settings: Sequence[Setting], guess: int) -> int:
        """Which of the settings, from the tightest on, is the last at which all fits; 0, if none."""
        looser = largest(len(settings) - 2, lambda step: self.fits(settings[step + 1]), guess - 1)
        return 0 if looser is None else looser + 1

    def composed(self, setting: Setting, bound: float) -> tuple[float, list[Filled]] | None:
        """The galleys at one setting, if that costs less than the bound."""
        composer = Composer(self.proportions, setting, best_fit)
        composed = composer.compose(self.frames, bound)
        if composed:
            cost, fills = composed
            cost += RAGGED * max(composer.raggedness(fills, self.frames) - EVENER, 0.0)
            cost += LONE_WORD * composer.lone_words(fills, self.frames)
            return (cost, fills) if cost < bound else None
        # Where a block is split, the evenest lines may leave more of it than the fullest ones.
        return Composer(self.proportions, setting, first_fit).compose(self.frames) if bound == inf else None


def largest(most: int, holds: Callable[[int], bool], guess: int) -> int | None:
    """The largest step from 0 to ``most`` that holds; None if not even 0 does.

    Asked in growing strides from the guess on until it is hemmed in, then by bisection.
    """
    low, high = -1, most + 1
    step, stride = max(0, min(guess, most)), 1
    while high - low > 1:
        if not low < step < high:
            step, stride = (low + high) // 2, high
        if holds(step):
            low, step = step, step + stride
        else:
            high, step = step, step - stride
        stride *= 2
    return None if low < 0 else low
