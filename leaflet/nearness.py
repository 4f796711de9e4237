"""Which number the eye finds beside a code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from leaflet.document import Role
from leaflet.geometry import Rect
from leaflet.sheet import Rule

LEVEL = 2.0
"""Points within which two numbers are as near to a code."""
NUMBER = re.compile(r"\+7\d{10}|\d{3,5}")
SHORT = 5
"""Digits of the longest number of a hotline: its code may stand behind it, as on a cover."""
NAMES = (Role.NAME, Role.PLACE)
"""What may be all figures, and is no number to call: a name, a postal code."""
LEAST_SIZE = 9.0
"""Points: what is smaller is no number to call."""


class Shown(NamedTuple):
    """A number as the eye finds it."""

    number: str
    box: Rect


def numbers(texts: Iterable[tuple[str, float, Rect]]) -> list[Shown]:
    """Those of some texts that are numbers to call, or several, of which the first one counts.

    Each text with its size and its box; names and places are none of them, whatever they begin with.
    """
    return [
        Shown(match[0], box)
        for text, size, box in texts
        if size >= LEAST_SIZE
        and text[:1] in "+0123456789"
        and (match := NUMBER.fullmatch("".join(text.partition(",")[0].split())))
    ]


def nearest(shown: Sequence[Shown], code: Rect, rules: Sequence[Rule]) -> str:
    """The number that the eye finds at a code: what stands level with it is nearer than what is below.

    Of two lines of numbers the upper one comes first. What a rule parts from the code is not seen with it,
    nor a number of more than a few digits that begins before it: that is of another column.
    """
    left, bottom, right, top = code.corners

    def distance(box: Rect) -> float:
        across = max(box.x - right, left - box.x - box.width, 0.0)
        return across + 2 * max(box.y - top, bottom - box.y - box.height, 0.0)

    level: list[tuple[float, Shown]] = []
    for away, place in sorted([(distance(one.box), place) for place, one in enumerate(shown)]):
        # No eye tells a point or two: first letters have more white before them, or less.
        if level and away >= level[0][0] + LEVEL:
            break
        one = shown[place]
        is_elsewhere = len(one.number) > SHORT and one.box.x < code.x
        if not is_elsewhere and not any(parts(rule, one.box, code) for rule in rules):
            level.append((away, one))
    return max(level, key=lambda near: near[1].box.y)[1].number if level else "none"


def parts(rule: Rule, number: Rect, code: Rect) -> bool:
    """Whether a level rule runs over or under a number, between it and the height of a code."""
    if rule.y1 != rule.y2 or not rule.x1 <= number.x + number.width / 2 <= rule.x2:
        return False
    return code.top <= rule.y1 <= number.y or number.top <= rule.y1 <= code.y
