"""A phrase into lines: words measured once without a size, broken for an even ragged edge."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from leaflet.document import Run
from leaflet.hyphenation import Hyphenator, never
from leaflet.sentences import partings
from leaflet.spans import Piece, Span, Word, spans_of
from leaflet.typeface import Face

# Breakable white space only: U+00A0, U+202F and U+2007 hold words together.
SPACES = re.compile(r"[ \t\n]+")
# A compound may break after its own hyphen where both parts are long enough to stand alone.
COMPOUND = re.compile(r"(?<=[^\W\d_]{4}-)(?=[^\W\d_]{4})")

LETTERS = re.compile(r"[^\W\d_]+")
SOFT_HYPHEN = "\u00ad"
# What may be a name or an address, a number or a code: no rule may part it.
WHOLE = re.compile(r"[\d@/_]|\w\.\w")
EVEN = 0.13
"""What part of a line is white where the edge is even: such a line costs nothing.

Were full lines the best, those that cannot be full would stand out the more.
"""
HYPHENATED = 0.03
"""What a line that ends in a hyphen costs, where a line 0.2 from even costs 0.04; chosen by eye."""

SHORT_LAST, SHORT = 0.001, 3
"""What a line costs that ends in a word of so many letters or fewer: it belongs to what follows."""
OPENING_LAST, OPENING = 0.005, 4
"""The same for a word that begins a sentence or stands behind an opening bracket."""
PARTED = 0.03
"""What a line costs that ends in the hyphen of a compound."""
DISPLAYED = 4
"""How much more such ends cost in a heading, and a lone word in a statement: few lines, read at a glance."""
LEANING_LAST, LEANING, JOINED_LAST = 0.2, 4, 0.05
"""What a line of either costs that ends in a word of so many letters or fewer, or in a longer one; that
ends with a pause, nothing."""
BEFORE_SHORT = 0.6
"""What part of that it costs where the next line begins with a short word or a quotation mark."""
QUOTED = 0.2
"""What it costs more where a quotation, as the name of somebody who helps, goes on in the next line."""
OPENING_QUOTES, CLOSING_QUOTES = '«“„"', '»”“"'
LEAST_EASED = 94
"""The percent of their size that headings may shrink to for better breaks; nobody sees it."""
LONE_WORD, LONE, LONE_PAIR = 0.09, 0.6, 0.75
"""What a last line of one word costs that leaves so much white; in a statement two that stay together are
lone with more.

Like the other costs here, chosen by eye.
"""
SHORT_END, SHORT_WHITE = 0.025, 0.8
"""What a last line costs more that leaves so much white."""
MOST_KEPT = 4096
"""For how many measures a text keeps its lines; an edition asks for some hundred."""

Key = TypeVar("Key")
Value = TypeVar("Value")
Breaker = Callable[["Copy", float, int], list[int]]
"""Copy, a measure in thousandths of an em and the word to start at into the end (exclusive) of each line."""


class Kept(dict[Key, Value]):
    """What is made for each key, once; all is forgotten where that is too much."""

    def __init__(self, make: Callable[..., Value]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: Any) -> Value:
        if len(self) >= MOST_KEPT:
            self.clear()
        made = self[key] = self.make(*key)
        return made


@dataclass(slots=True)
class Copy:
    """Measured words with running sums, ready to be broken at any measure.

    ``ends[i]`` is the width of everything up to the end of word ``i``, its own space left out;
    ``closed[i]`` the same with the hyphen of a line that ends there; ``starts[i]`` the width before it.
    """

    words: tuple[Word, ...]
    starts: list[float] = field(init=False)
    ends: list[float] = field(init=False)
    closed: list[float] = field(init=False)
    _costs: dict[bool, list[float]] = field(init=False, default_factory=dict)
    _sentences: list[int] | None = field(init=False, default=None)
    _widest: float | None = field(init=False, default=None)
    _lines: Kept[tuple[Breaker, float, int], tuple[int, ...]] = field(init=False)
    _whites: Kept[tuple[Breaker, float], list[float]] = field(init=False)
    _spans: Kept[tuple[int, int], tuple[Span, ...]] = field(init=False)

    def __post_init__(self) -> None:
        self.starts = []
        self.ends = []
        self.closed = []
        position = 0.0
        for word in self.words:
            self.starts.append(position)
            self.ends.append(position + word.width)
            self.closed.append(position + word.width + word.hyphen)
            position += word.width + word.space
        self._lines = Kept(lambda breaker, measure, start: tuple(breaker(self, measure, start)))
        self._whites = Kept(self._whites_of)
        self._spans = Kept(lambda start, end: tuple(spans_of(self.words[start:end])))

    def lines(self, breaker: Breaker, measure: float, start: int = 0) -> tuple[int, ...]:
        """What the breaker makes of the words from ``start`` on, broken once for each measure."""
        return self._lines[breaker, measure, start]

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """The words of a line as spans, joined once for each line."""
        return self._spans[start, end]

    def costs(self, *, displayed: bool) -> list[float]:
        """What a line that ends at each word costs; asked for only where lines are to be even."""
        found = self._costs.get(displayed)
        if found is None:
            befores, afters = (None, *self.words[:-1]), (*self.words[1:], None)
            found = [
                end_cost(word, opens=before is None or before.text[-1] in ".!?:")
                for before, word in zip(befores, self.words, strict=True)
            ]
            if displayed:
                quoted = quotations([word.text for word in self.words])
                found = [
                    DISPLAYED * cost + sense_cost(word, after) + QUOTED * within
                    for cost, word, after, within in zip(found, self.words, afters, quoted, strict=True)
                ]
            self._costs[displayed] = found
        return found

    def whites(self, breaker: Breaker, measure: float) -> list[float]:
        """The white at the end of each line but the last, as a part of the measure, once for each measure."""
        return self._whites[breaker, measure]

    def _whites_of(self, breaker: Breaker, measure: float) -> list[float]:
        ends = self.lines(breaker, measure)
        return [
            1 - (self.closed[end - 1] - self.starts[start]) / measure
            for start, end in zip((0, *ends), ends[:-1], strict=False)
        ]

    def break_cost(self, measure: float) -> float:
        """What the breaks of a heading cost at a measure, each as far as it is not made with the sense."""
        costs = self.costs(displayed=True)
        return sum(costs[end - 1] for end in self.lines(balanced_fit, measure)[:-1])

    def sentence_end(self, after: int, most: int) -> int:
        """Behind how many words, more than ``after``, at most ``most``, the last sentence ends; 0: none.

        The end of the text is none, nor is an end behind which the next sentence points back.
        """
        if self._sentences is None:
            self._sentences = partings([word.text for word in self.words])
        at = bisect_right(self._sentences, most)
        return self._sentences[at - 1] if at and self._sentences[at - 1] > after else 0

    @property
    def last_word(self) -> int:
        """Where the last word begins: it may part at hyphens."""
        begin = len(self.words) - 1
        while begin > 0 and not self.words[begin - 1].space:
            begin -= 1
        return begin

    @property
    def widest(self) -> float:
        """Width of the widest word, in thousandths of an em."""
        if self._widest is None:
            self._widest = max((word.width for word in self.words), default=0.0)
        return self._widest

    @property
    def solid(self) -> float:
        """Width of all words on one line, in thousandths of an em."""
        return self.closed[-1] if self.closed else 0.0


def end_cost(word: Word, *, opens: bool) -> float:
    """What a line costs that ends in that word; ``opens`` tells that a sentence begins with it."""
    if word.hyphen:
        return HYPHENATED
    if not word.space:
        return PARTED
    text = word.text.lstrip("(")
    if not text.isalpha():
        return 0.0
    if (opens or text != word.text) and len(text) <= OPENING:
        return OPENING_LAST
    return SHORT_LAST if len(text) <= SHORT else 0.0


def sense_cost(word: Word, after: Word | None) -> float:
    """What it costs that a line of a heading ends in that word, where another may end with the sense."""
    # It goes on behind its hyphen, or a quotation has only begun.
    if not word.space or (word.text[0] in OPENING_QUOTES and word.text[-1].isalpha()):
        return LEANING_LAST
    if not word.text[-1].isalpha():
        return 0.0
    # A preposition or a conjunction begins what belongs together, and so does a quotation mark.
    # An editor may have left there a space that does not break, and no word.
    first = "".join(after.text.split()[:1]) if after else ""
    begins = after is not None and (len(first) <= SHORT or after.text[0] in OPENING_QUOTES)
    # The shortest ones are such words themselves.
    if len(word.text) <= (SHORT if begins else LEANING):
        return LEANING_LAST
    return JOINED_LAST * BEFORE_SHORT if begins else JOINED_LAST


def quotations(words: Sequence[str]) -> list[bool]:
    """Whether a quotation that was begun goes on behind each word."""
    depth, found = 0, []
    for word in words:
        closed = word.rstrip(".,:;")
        depth += len(word) - len(word.lstrip(OPENING_QUOTES))
        depth -= len(closed) - len(closed.rstrip(CLOSING_QUOTES))
        found.append(depth > 0)
    return found


def measure(
    runs: Iterable[Run], plain: Face, bold: Face, hyphenate: Hyphenator = never, *, compounds: bool = True
) -> Copy:
    """Cut runs into words and measure each in its face.

    A word may part at its soft hyphens, else where ``hyphenate`` says, and ``compounds`` behind their own.
    """
    words: list[Word] = []
    pending: list[Piece] = []

    def close(space: float, hyphen: float = 0.0) -> None:
        if pending:
            width = pending[0].width if len(pending) == 1 else sum(piece.width for piece in pending)
            words.append(Word(tuple(pending), width, space, hyphen))
            pending.clear()
        elif words and space:
            words[-1] = replace(words[-1], space=space, hyphen=0.0)

    for run in runs:
        face = bold if run.bold else plain
        rules = never if run.link else hyphenate
        space, hyphen = face.shape(" ").width, face.shape("-").width
        for index, chunk in enumerate(SPACES.split(run.text)):
            if index:
                close(space)
            # Most words cannot part.
            whole = rules is never and "-" not in chunk and SOFT_HYPHEN not in chunk
            parts = compound(chunk) if compounds and not whole else [chunk]
            for part_index, part in enumerate(parts):
                if part_index:
                    close(0.0)
                for syllable_index, syllable in enumerate([part] if whole else syllables(part, rules)):
                    if syllable_index:
                        close(0.0, hyphen)
                    if syllable:
                        shaped = face.shape(syllable)
                        pending.append(Piece(face, syllable, shaped.width, shaped.kerns, run.bold, run.link))
    close(0.0)
    return Copy(tuple(words))


def compound(chunk: str) -> list[str]:
    """A word cut behind its own hyphens. Not in capitals: those are headings and codes."""
    return COMPOUND.split(chunk) if "-" in chunk and not chunk.isupper() else [chunk]


def syllables(word: str, hyphenate: Hyphenator) -> list[str]:
    """A word cut where it may part: at soft hyphens if an editor has set any, else by the rules.

    The rules leave words with capitals, figures or signs of addresses whole.
    """
    if SOFT_HYPHEN in word:
        return word.split(SOFT_HYPHEN)
    if hyphenate is never or word != word.lower() or WHOLE.search(word):
        return [word]
    parts = [0]
    for letters in LETTERS.finditer(word):
        parts += [letters.start() + point for point in hyphenate(letters[0])]
    return [word[start:end] for start, end in zip(parts, [*parts[1:], len(word)], strict=True)]


def first_fit(copy: Copy, measure: float, start: int = 0) -> list[int]:
    """Fill each line as far as it goes. Returns the end (exclusive) of each line.

    ``measure`` is in thousandths of an em. A word wider than the measure stands alone on its line.
    """
    lines: list[int] = []
    word = start
    while word < len(copy.words):
        word = furthest(copy, word, measure)
        lines.append(word)
    return lines


def furthest(copy: Copy, first: int, measure: float) -> int:
    """The end (exclusive) of the longest line that begins at word ``first``; at least one word."""
    limit = copy.starts[first] + measure
    end = bisect_right(copy.ends, limit, first)
    # A hyphen may be what makes the line too long.
    while end > first + 1 and copy.closed[end - 1] > limit:
        end -= 1
    return max(end, first + 1)


def eased(headings: Iterable[tuple[Copy, float]]) -> float:
    """The part of their size at which headings, each with its measure at the whole size, break better.

    1 where a little less of it saves no line and no break against the sense.
    """
    own = [*headings]

    def cost(percent: int) -> float:
        return sum(copy.break_cost(measure * 100 / percent) for copy, measure in own)

    # The more room there is, the better they break.
    least = cost(LEAST_EASED)
    if cost(100) - least < JOINED_LAST * BEFORE_SHORT - 1e-9:
        return 1.0
    return next(percent for percent in range(99, LEAST_EASED - 1, -1) if cost(percent) <= least) / 100


def balanced_fit(copy: Copy, measure: float, start: int = 0) -> list[int]:
    """Like ``stated_fit``, but the last line counts as the others do: for headings."""
    return best_fit(copy, measure, start, balance=True, displayed=True)


def stated_fit(copy: Copy, measure: float, start: int = 0) -> list[int]:
    """Like ``best_fit``, but lines had better end with the sense: for a sentence that stands by itself."""
    return best_fit(copy, measure, start, displayed=True)


def best_fit(
    copy: Copy, measure: float, start: int = 0, *, balance: bool = False, displayed: bool = False
) -> list[int]:
    """Break the whole paragraph at once for the evenest ragged edge.

    Takes no more lines than ``first_fit``. Among those it prefers equal lines and a last line that is not a
    lone word; with ``displayed`` lines that end with the sense; with ``balance`` the last line counts as the
    others do. The kind of result is that of ``first_fit``.
    """
    greedy = first_fit(copy, measure, start)
    if len(greedy) < 2:
        return greedy
    starts, ends, closed, count = copy.starts, copy.ends, copy.closed, len(copy.words)
    costs, lone = copy.costs(displayed=displayed), LONE_WORD * (DISPLAYED if displayed else 1)
    last_word = copy.last_word
    paired = displayed and len(copy.words[-1].text.split()) > 1
    alone = measure * (LONE_PAIR if paired else LONE)
    # lines[i], badness[i]: of setting the words from i to the end; computed from the end.
    lines = [0] * (count + 1)
    badness = [0.0] * (count + 1)
    following = [count] * (count + 1)
    reach = count
    for first in range(count - 1, start - 1, -1):
        limit = starts[first] + measure
        while reach > first + 1 and ends[reach - 1] > limit:
            reach -= 1
        best_lines, best_badness, best_end = count + 1, 0.0, count
        for end in range(reach, first, -1):
            white = limit - closed[end - 1]
            if white < 0:
                if end > first + 1:
                    continue
                white = 0.0
            set_lines = lines[end] + 1
            if set_lines > best_lines:
                break
            if end == count and not balance:
                few, little = first >= last_word and white > alone, white > SHORT_WHITE * measure
                cost = (lone if few else 0.0) + (SHORT_END if little else 0.0)
            else:
                uneven = white / measure - EVEN
                cost = badness[end] + uneven * uneven + costs[end - 1]
            if set_lines < best_lines or cost < best_badness:
                best_lines, best_badness, best_end = set_lines, cost, end
        lines[first], badness[first], following[first] = best_lines, best_badness, best_end
    return chain(following, start)


def chain(following: Sequence[int], start: int) -> list[int]:
    """The ends of lines from ``start`` on, where ``following`` tells that of the line begun at each word."""
    ends = [following[start]]
    while ends[-1] < len(following) - 1:
        ends.append(following[ends[-1]])
    return ends
