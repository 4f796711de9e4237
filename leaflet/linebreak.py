"""A phrase into lines: words measured once without a size, broken for an even ragged edge."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from leaflet.document import Run
from leaflet.typeface import Face

# Breakable white space only: U+00A0, U+202F and U+2007 hold words together.
SPACES = re.compile(r"[ \t\n]+")
# A compound may break after its own hyphen where both parts are long enough to stand alone.
COMPOUND = re.compile(r"(?<=[^\W\d_]{4}-)(?=[^\W\d_]{4})")

LAST_LINE_LEAST = 0.3
"""A last line shorter than this part of the measure looks like a slip; chosen by eye."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a word in one face; widths in thousandths of an em."""

    face: Face
    text: str
    width: float
    kerns: tuple[float, ...]
    bold: bool


@dataclass(frozen=True, slots=True)
class Word:
    """What stays together on a line. ``space`` is the white space that follows it (0: none)."""

    pieces: tuple[Piece, ...]
    width: float
    space: float


@dataclass(slots=True)
class Copy:
    """Measured words with running sums, ready to be broken at any measure.

    ``ends[i]`` is the width of everything up to the end of word ``i``, its own space left out;
    ``starts[i]`` the width before word ``i``.
    """

    words: tuple[Word, ...]
    starts: list[float] = field(init=False)
    ends: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = []
        self.ends = []
        position = 0.0
        for word in self.words:
            self.starts.append(position)
            self.ends.append(position + word.width)
            position += word.width + word.space

    @property
    def widest(self) -> float:
        """Width of the widest word, in thousandths of an em."""
        return max((word.width for word in self.words), default=0.0)

    def width(self, first: int, end: int) -> float:
        """Width of the words ``first`` to ``end`` (left out) on one line."""
        return self.ends[end - 1] - self.starts[first]


def measure(runs: Iterable[Run], plain: Face, bold: Face) -> Copy:
    """Cut runs into words and measure each in its face."""
    words: list[Word] = []
    pending: list[Piece] = []

    def close(space: float) -> None:
        if pending:
            words.append(Word(tuple(pending), sum(piece.width for piece in pending), space))
            pending.clear()
        elif words and space:
            last = words[-1]
            words[-1] = Word(last.pieces, last.width, space)

    for run in runs:
        face = bold if run.bold else plain
        space = face.shape(" ").width
        for index, chunk in enumerate(SPACES.split(run.text)):
            if index:
                close(space)
            # Not in capitals: those are headings and codes.
            parts = COMPOUND.split(chunk) if "-" in chunk and not chunk.isupper() else [chunk]
            for part_index, part in enumerate(parts):
                if part_index:
                    close(0.0)
                if part:
                    shaped = face.shape(part)
                    pending.append(Piece(face, part, shaped.width, shaped.kerns, run.bold))
    close(0.0)
    return Copy(tuple(words))


def first_fit(copy: Copy, measure: float, start: int = 0) -> list[int]:
    """Fill each line as far as it goes. Returns the end (exclusive) of each line.

    ``measure`` is in thousandths of an em. A word wider than the measure stands alone on its line.
    """
    ends, starts, count = copy.ends, copy.starts, len(copy.words)
    lines: list[int] = []
    word = start
    while word < count:
        end = bisect_right(ends, starts[word] + measure, word)
        word = end if end > word else word + 1
        lines.append(word)
    return lines


def balanced_fit(copy: Copy, measure: float, start: int = 0) -> list[int]:
    """Like ``best_fit``, but the last line counts as the others do: for headings."""
    return best_fit(copy, measure, start, balance=True)


def best_fit(copy: Copy, measure: float, start: int = 0, *, balance: bool = False) -> list[int]:
    """Break the whole paragraph at once for the evenest ragged edge.

    Takes no more lines than ``first_fit``. Among those it prefers equal lines and a last line that
    is not a lone short word. Same arguments and result as ``first_fit``.
    """
    greedy = first_fit(copy, measure, start)
    if len(greedy) < 2:
        return greedy
    ends, starts, count = copy.ends, copy.starts, len(copy.words)
    # cost[i] = (lines, badness) of setting the words from i to the end; computed from the end.
    lines = [0] * (count + 1)
    badness = [0.0] * (count + 1)
    following = [count] * (count + 1)
    for first in range(count - 1, start - 1, -1):
        best_lines, best_badness, best_end = count + 1, 0.0, count
        limit = starts[first] + measure
        furthest = max(bisect_right(ends, limit, first), first + 1)
        for end in range(furthest, first, -1):
            candidate_lines = lines[end] + 1
            if candidate_lines > best_lines:
                break
            white = max(limit - ends[end - 1], 0.0) / measure
            last = end == count and not balance
            cost = badness[end] + (last_line_cost(1 - white) if last else white * white)
            if candidate_lines < best_lines or cost < best_badness:
                best_lines, best_badness, best_end = candidate_lines, cost, end
        lines[first], badness[first], following[first] = best_lines, best_badness, best_end
    result: list[int] = []
    word = start
    while word < count:
        word = following[word]
        result.append(word)
    return result


def last_line_cost(fill: float) -> float:
    """What a last line of that part of the measure costs, beside the square of white of a full line."""
    return max(LAST_LINE_LEAST - fill, 0.0) * 0.3


def raggedness(copy: Copy, lines: Sequence[int], measure: float, start: int = 0) -> list[float]:
    """How much each line but the last falls short of the measure, as parts of it."""
    firsts = [start, *lines[:-1]]
    return [
        (measure - copy.width(first, end)) / measure
        for first, end in zip(firsts[:-1], lines[:-1], strict=True)
    ]
