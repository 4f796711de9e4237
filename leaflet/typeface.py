"""A typeface as the middle of the program sees it: widths that do not depend on size, and coverage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Weight(StrEnum):
    """Weights of one design, lightest first."""

    REGULAR = "regular"
    SEMI_BOLD = "semi-bold"
    BOLD = "bold"


@dataclass(frozen=True, slots=True)
class Shaped:
    """A text set solid: its advance width, and what kerning adds after each character.

    Both in thousandths of an em. ``kerns`` is empty where there is no kerning.
    """

    width: float
    kerns: tuple[float, ...] = ()


class Face(Protocol):
    """One weight of the typeface. Heights in thousandths of an em."""

    @property
    def name(self) -> str:
        """PostScript name."""

    @property
    def cap_height(self) -> float: ...

    @property
    def descent(self) -> float:
        """How far the lowest letters reach below the baseline, as a positive number."""

    def shape(self, text: str) -> Shaped:
        """Measure one text, kerning on, ligatures off."""

    def bearing(self, character: str) -> float:
        """How far right of its origin the ink of a character begins."""

    def rise(self, character: str) -> float:
        """How far over the baseline the ink of a character reaches."""

    def covers(self, character: str) -> bool:
        """Whether the face can show the character."""

    def overprints(self, character: str) -> bool:
        """Whether the glyph has no advance of its own: it is meant to stand over or under the one before."""

    def __hash__(self) -> int:
        """What is measured in a face is kept by it."""


Typeface = Mapping[Weight, Face]
