"""Measured words, and those of a line joined as far as they are of one face and one link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

from leaflet.typeface import Face

Part: TypeAlias = tuple[tuple[bool, str], str, tuple[float, ...], float]
"""Whether it is bold, and its link; its text, kerns and width."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a word in one face; widths in thousandths of an em."""

    face: Face
    text: str
    width: float
    kerns: tuple[float, ...]
    bold: bool
    link: str


@dataclass(frozen=True, slots=True)
class Word:
    """What stays together on a line. ``space`` is the white space that follows it (0: none).

    ``hyphen`` is the width of the hyphen that is printed if a line ends here; 0 where none is.
    """

    pieces: tuple[Piece, ...]
    width: float
    space: float
    hyphen: float = 0.0

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a line in one face and of one link; widths in thousandths of an em, no kerns if all are 0."""

    text: str
    width: float
    kerns: tuple[float, ...]
    bold: bool
    link: str


def spans_of(words: Sequence[Word]) -> Iterator[Span]:
    """The words of one line, joined as far as they are of one face and one link."""
    for (bold, link), group in groupby(parts_of(words), lambda part: part[0]):
        parts = [*group]
        kerns = tuple(kern for _, text, own, _ in parts for kern in own or (0.0,) * len(text))
        text, width = "".join([text for _, text, _, _ in parts]), sum(width for *_, width in parts)
        yield Span(text, width, kerns if any(kerns) else (), bold, link)


def parts_of(words: Sequence[Word]) -> Iterator[Part]:
    """The pieces of words, and the spaces between them."""
    for word, following in zip(words, (*words[1:], None), strict=True):
        for piece in word.pieces:
            kind = piece.bold, piece.link
            yield kind, piece.text, piece.kerns, piece.width
        if word.space and following:
            # A space belongs to a link only if the words on both sides of it do.
            bold, link = kind
            yield (bold, link if following.pieces[0].link == link else ""), " ", (), word.space
