"""The visual system as data: inks, type scale, spacing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from leaflet.document import Block, Role
from leaflet.typeface import Weight
from leaflet.units import MM


@dataclass(frozen=True, slots=True)
class Ink:
    """A process colour, each part 0 to 1; ``toner`` prints in its place where there is black toner alone."""

    cyan: float
    magenta: float
    yellow: float
    black: float
    toner: float


# Two restrained colours plus black; all values chosen by eye on screen and in black and white.
BLACK = Ink(0, 0, 0, 1, toner=1)
HAIRLINE = Ink(0, 0, 0, 0.8, toner=1)
WHITE = Ink(0, 0, 0, 0, toner=0)
# Two inks only: small type in four would show any misregister.
PETROL = Ink(1, 0, 0.06, 0.67, toner=1)
AMBER = Ink(0, 0.36, 0.88, 0, toner=0.4)
# The field of a cover, and the words on it: a black one would band, come off on the page that lies on it, and
# look like mourning. In toner alone it is white, its words black.
FIELD = Ink(1, 0, 0.06, 0.67, toner=0)
ON_FIELD = Ink(0, 0, 0, 0, toner=1)
PALE = Ink(0.2, 0.03, 0.07, 0, toner=1)


def tint(ink: Ink, strength: float) -> Ink:
    """An ink at less than its full tone."""
    return Ink(*(part * strength for part in (ink.cyan, ink.magenta, ink.yellow, ink.black, ink.toner)))


def black_only(ink: Ink) -> Ink:
    """An ink for a printer with black toner alone."""
    return Ink(0, 0, 0, ink.toner, ink.toner)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a role of running text is set. Lengths are multiples of the body size.

    ``before`` is the extra space above, dropped at the top of a frame; ``indent`` leaves room for a
    hanging mark; ``mark`` names it.
    """

    weight: Weight
    ink: Ink
    scale: float = 1.0
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    mark: str = ""
    keep_with_next: bool = False


BAR_LENGTH, BAR_WEIGHT = 9.0 * MM, 2.4
"""Of the bar above a heading of whatever size: thick enough to stay a bar in a copy of a copy."""

PART_GAP = 4.5 * MM
"""White above a part at the foot of a panel."""
BELOW_DIVIDER, BELOW_DIVIDER_OF_HEADING, RAISED = 12.0, 1.5, 3.4
"""White below a rule that parts a page, in points. A heading there has room for its bar, but no bar: the rule
is raised by some of it."""

HANGING = 1.74
"""What every list leaves for its marks: one edge for all of them."""

BODY_STYLES: dict[Role, TextStyle] = {
    Role.STATEMENT: TextStyle(Weight.REGULAR, PETROL, scale=1.06, before=0.9, after=0.0),
    Role.HEADING: TextStyle(
        Weight.BOLD, PETROL, scale=1.12, before=1.15, after=0.3, mark="bar", keep_with_next=True
    ),
    Role.SUBHEADING: TextStyle(Weight.BOLD, PETROL, scale=1.0, before=0.9, after=0.1, keep_with_next=True),
    Role.PARAGRAPH: TextStyle(Weight.REGULAR, BLACK, before=0.45),
    Role.CHECK_ITEM: TextStyle(Weight.REGULAR, BLACK, before=0.3, indent=HANGING, mark="check"),
    Role.LIST_ITEM: TextStyle(Weight.REGULAR, BLACK, before=0.3, indent=HANGING, mark="dot"),
}

PICTURED: dict[str, str] = {
    "memo.signs.checklist.1": "hand",
    "memo.signs.checklist.2": "lock",
    "memo.signs.checklist.3": "eye",
    "memo.signs.checklist.4": "alert",
    "memo.signs.checklist.5": "passport",
    "memo.signs.checklist.6": "shovel",
    "memo.signs.checklist.7": "no-pay",
    "memo.signs.checklist.8": "clock",
    "memo.signs.checklist.9": "no-days-off",
    "memo.signs.checklist.10": "bed",
    "memo.signs.checklist.11": "doctor",
    "memo.advice.checklist.1": "car",
    "memo.advice.checklist.2": "people",
    "memo.advice.checklist.3": "megaphone",
    "memo.advice.checklist.4": "scales",
    "memo.advice.checklist.5": "cash",
    "memo.advice.checklist.6": "statement",
    "memo.advice.checklist.7": "place",
    "memo.advice.checklist.8": "messages",
    "memo.advice.checklist.9": "report",
    "memo.advice.checklist.10": "call",
    "memo.advice.checklist.11": "embassy",
}
"""Which pictogram stands beside which item of the memo, in place of its check-mark."""


def style_of(block: Block) -> TextStyle:
    """The style of a block of running text."""
    return style_with(block.role, PICTURED.get(block.id))


@cache
def style_with(role: Role, picture: str | None) -> TextStyle:
    """The style of a role, with a pictogram for its mark if there is one."""
    style = BODY_STYLES[role]
    return replace(style, mark=picture, before=0.36) if picture else style


FOLD_MARK = 7.5 * MM
"""Length of a fold mark, from the trim inwards: an office printer leaves the outer 4 mm or so white."""
