"""Phrases into placed lines of type at a given size."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from leaflet.diagnostics import Place
from leaflet.document import Phrase, Run
from leaflet.hyphenation import Hyphenator, never
from leaflet.linebreak import Copy, balanced_fit, best_fit, first_fit, measure
from leaflet.sheet import GlyphRun, Tag, TextLine
from leaflet.spans import Piece, Span
from leaflet.styles import Ink
from leaflet.typeface import Typeface, Weight

# The editions of one run have most texts in common.
measured = lru_cache(maxsize=4096)(measure)

LINE = 1.24
"""Leading of short texts, in multiples of their size. Noto Sans needs at least 1.18."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a short text is set: weight, size in points, ink, leading as a multiple of the size."""

    weight: Weight
    size: float
    ink: Ink
    leading: float = LINE
    balance: bool = False
    """Whether the last line should be as long as the others: for headings."""
    compounds: bool = True
    """Whether a line may end in the hyphen of a compound."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where lines stand: their left edge, their measure, and the place that their words come from."""

    x: float
    measure: float
    place: Place


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets type."""

    typeface: Typeface

    def copy(
        self,
        runs: tuple[Run, ...],
        weight: Weight,
        hyphenate: Hyphenator = never,
        *,
        compounds: bool = True,
    ) -> Copy:
        """Measured words of a phrase, plain runs in a weight and emphasised ones in bold."""
        return measured(
            runs, self.typeface[weight], self.typeface[Weight.BOLD], hyphenate, compounds=compounds
        )

    def cap_height(self, type: Type) -> float:
        """Height of a capital, in points."""
        return self.typeface[type.weight].cap_height * type.size / 1000

    def overshoot(self, phrase: Phrase, type: Type) -> float:
        """How far the highest letter of a phrase reaches over a capital, in points: some have marks."""
        face = self.typeface[type.weight]
        highest = max(map(face.rise, phrase.text), default=0.0)
        return max(highest - face.cap_height, 0.0) * type.size / 1000

    def descent(self, type: Type) -> float:
        """Depth of the lowest letters below the baseline, in points."""
        return self.typeface[type.weight].descent * type.size / 1000

    def breaks(self, phrase: Phrase, type: Type, width: float) -> tuple[Copy, Sequence[int]]:
        copy = self.copy(phrase.runs, type.weight, compounds=type.compounds)
        return copy, copy.lines(balanced_fit if type.balance else best_fit, width / type.size * 1000)

    def text_width(self, phrase: Phrase, type: Type) -> float:
        """Width of a phrase on one line, in points."""
        return self.copy(phrase.runs, type.weight).solid * type.size / 1000

    def narrowest(self, phrase: Phrase, type: Type, lines: int) -> float:
        """About the least width in points, a point more at most, at which a phrase takes so many lines."""
        copy = self.copy(phrase.runs, type.weight, compounds=type.compounds)
        width, widest = copy.solid * type.size / 1000, copy.widest * type.size / 1000
        if lines > 1:
            width = max(width / lines, widest)
            while len(copy.lines(first_fit, width / type.size * 1000)) > lines:
                width += 1
        return width

    def depth(self, phrase: Phrase, type: Type, width: float) -> float:
        """How deep the phrase is at that width: lines times leading, in points."""
        return len(self.breaks(phrase, type, width)[1]) * type.size * type.leading

    def lines(
        self, phrase: Phrase, type: Type, x: float, baseline: float, width: float, tag: Tag
    ) -> list[TextLine]:
        """The phrase broken at ``width`` points, first line on ``baseline``, flush left at ``x``."""
        copy, ends = self.breaks(phrase, type, width)
        return self.set_lines(copy, 0, ends, type, Column(x, width, phrase.place), baseline, tag)

    def set_lines(
        self,
        copy: Copy,
        start: int,
        ends: Sequence[int],
        type: Type,
        column: Column,
        baseline: float,
        tag: Tag,
    ) -> list[TextLine]:
        """Lines that were broken elsewhere, placed."""
        result = []
        first = start
        for end in ends:
            words = copy.words[first:end]
            shift = optical_shift(words[0].pieces[0]) * type.size / 1000
            runs = self.runs(copy.spans(first, end), type, column.x - shift)
            joined = words[-1].space == 0 and end < len(copy.words)
            hyphenated = joined and bool(words[-1].hyphen)
            if hyphenated:
                runs = (*runs[:-1], hyphened(runs[-1], words[-1].hyphen * type.size / 1000))
            line = TextLine(
                baseline,
                type.size,
                type.ink,
                runs,
                tag,
                joined,
                column.x,
                column.measure,
                column.place,
                hyphenated,
            )
            result.append(line)
            baseline -= type.size * type.leading
            first = end
        return result

    def runs(self, spans: Sequence[Span], type: Type, x: float) -> tuple[GlyphRun, ...]:
        """The spans of a line at a size, from ``x`` on."""
        runs = []
        for span in spans:
            weight = Weight.BOLD if span.bold else type.weight
            wide = span.width * type.size / 1000
            runs.append(GlyphRun(weight, span.text, x, wide, span.kerns, span.link))
            x += wide
        return tuple(runs)


def optical_shift(piece: Piece) -> float:
    """How far left a line is moved so that ink, and not the white of its first letter, stands on the edge.

    In thousandths of an em.
    """
    return piece.face.bearing(piece.text[0])


def hyphened(run: GlyphRun, width: float) -> GlyphRun:
    """A run that ends in a hyphen: a real one, which readers of the page know how to take out again."""
    kerns = (*run.kerns, 0.0) if run.kerns else ()
    return replace(run, text=f"{run.text}-", width=run.width + width, kerns=kerns)
