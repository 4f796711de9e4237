"""The setting that serves copy best in its frames: size first, then openness, then good breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from leaflet.composition import Composer, Fill, Galley, Lines, Setting, TextFrame
from leaflet.linebreak import best_fit, first_fit

# Costs beside those of the breaks (composition.WHITE and others); chosen by eye.
SMALLER = 6.0
"""What each point of size costs that is given up for better breaks, and how much may be given up."""
MOST_GIVEN_UP = 0.5
TIGHT = 8.0
"""What it costs to set with the least leading and gaps allowed."""
LEAST_GAPS, MOST_GAPS = 0.45, 2.2
"""What the tightest and the most open setting make of the gaps that the styles ask for."""
OPEN = 0.3
"""How open text is set where that leaves a good size: a gap is then about what its style asks for."""
ALIGNED = 6.0
"""How much worse breaks and openness may be for baselines that stand level over the folds."""
AIRS = 8


@dataclass(frozen=True, slots=True)
class Limits:
    """Within what bounds the body may be set: sizes in points, leading and gaps as multiples."""

    least_size: float
    most_size: float
    least_leading: float = 1.21
    most_leading: float = 1.36
    step: float = 0.1
    aligned: bool = False
    """Whether baselines stand on a grid."""

    def air(self, setting: Setting) -> float:
        """How open a setting is: 0 at the least leading, 1 at the most."""
        span = self.most_leading - self.least_leading
        return (setting.leading - self.least_leading) / span if span else 1.0

    def setting(self, size: float, air: float) -> Setting:
        """A setting from the tightest (air 0) to the most open (air 1)."""
        leading = self.least_leading + air * (self.most_leading - self.least_leading)
        gaps = LEAST_GAPS + air * (MOST_GAPS - LEAST_GAPS)
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
    fills: tuple[Fill, ...]
    cost: float


def largest_size(
    galleys: Sequence[Galley],
    frames: Sequence[TextFrame],
    limits: Limits,
    air: float = 0.0,
    lines: Lines | None = None,
) -> float | None:
    """The largest size at which the galleys fit, set so open; None if they do not fit at the smallest."""

    def fits(step: int) -> bool:
        setting = limits.setting(limits.size(step), air)
        return Composer(galleys, setting, first_fit, lines).fits(frames)

    step = largest(limits.steps, fits)
    return None if step is None else limits.size(step)


def fit(
    galleys: Sequence[Galley],
    frames: Sequence[TextFrame],
    limits: Limits,
    good_size: float = 0.0,
    lines: Lines | None = None,
) -> Fitted | None:
    """The setting that serves the galleys best in these frames; None if they do not fit at the smallest size.

    Baselines are aligned where that costs no size.
    """
    lines = {} if lines is None else lines
    free = best_setting(galleys, frames, limits, good_size, lines)
    if free is None or len(frames) < 2:
        return free
    size = free.setting.size
    aligned = replace(limits, least_size=size, aligned=True)
    level = best_setting(galleys, frames, aligned, good_size, lines)
    return level if level and level.cost <= free.cost + ALIGNED else free


def best_setting(
    galleys: Sequence[Galley],
    frames: Sequence[TextFrame],
    limits: Limits,
    good_size: float,
    lines: Lines,
) -> Fitted | None:
    """The setting of the least cost; None if the galleys do not fit at the smallest size.

    Set openly where that leaves ``good_size``, else as tight as allowed. From the largest size at which all
    fits down by no more than ``MOST_GIVEN_UP`` points, at each size with the most leading and gaps that it
    leaves room for, the setting of the least cost.
    """
    air = OPEN
    most = largest_size(galleys, frames, limits, air, lines)
    if most is None or most < good_size:
        air = 0.0
        most = largest_size(galleys, frames, limits, air, lines)
    if most is None:
        return None
    best: tuple[float, Fitted] | None = None
    for step in range(limits.step_of(most), -1, -1):
        size = limits.size(step)
        given_up = most - size
        enough = given_up > MOST_GIVEN_UP + 1e-6 or given_up * SMALLER > best[0] if best else False
        if enough or (best and size < good_size):
            break
        for setting in airs(galleys, frames, size, limits, air, lines):
            least = given_up * SMALLER + TIGHT * (1 - limits.air(setting)) ** 2
            if best is not None and least >= best[0]:
                continue
            composed = Composer(galleys, setting, best_fit, lines).compose(
                frames, best[0] - least if best else inf
            )
            if composed is None and best is None:
                # Where a block is split, the evenest lines may leave more of it than the fullest ones.
                composed = Composer(galleys, setting, first_fit, lines).compose(frames)
            if composed is not None:
                cost = composed[0] + least
                best = (cost, Fitted(setting, tuple(composed[1]), cost - given_up * SMALLER))
    return best[1] if best else None


def airs(
    galleys: Sequence[Galley],
    frames: Sequence[TextFrame],
    size: float,
    limits: Limits,
    least: float,
    lines: Lines,
) -> Iterator[Setting]:
    """Settings of a size: the most open that fits, the tightest allowed, and one between."""

    def setting(step: int) -> Setting:
        return limits.setting(size, least + step / AIRS * (1 - least))

    most = largest(AIRS, lambda step: Composer(galleys, setting(step), first_fit, lines).fits(frames))
    for step in dict.fromkeys((most or 0, (most or 0) // 2, 0)):
        yield setting(step)


def largest(most: int, holds: Callable[[int], bool]) -> int | None:
    """The largest step from 0 to ``most`` that holds, by bisection; None if not even 0 does."""
    if not holds(0):
        return None
    if holds(most):
        return most
    low, high = 0, most
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if holds(middle) else (low, middle)
    return low
