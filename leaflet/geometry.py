"""Rectangles in points, from the lower-left corner of the trimmed sheet, y up (as in PDF)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle: lower-left corner, width and height, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def top(self) -> float:
        return self.y + self.height

    @property
    def corners(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top: the rectangle as PDF has it."""
        return self.x, self.y, self.right, self.top

    def inset(self, left: float, bottom: float, right: float, top: float) -> Rect:
        """The rectangle with a strip taken off each edge."""
        return Rect(self.x + left, self.y + bottom, self.width - left - right, self.height - bottom - top)

    def grown(self, by: float) -> Rect:
        """The rectangle, every edge moved outwards."""
        return self.inset(-by, -by, -by, -by)

    def contains(self, other: Rect, slack: float = 0.01) -> bool:
        """Whether the other rectangle lies inside, to a hundredth of a point."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )
