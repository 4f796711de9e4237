"""Measured words, and those of a line joined as far as they are of one face and one link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from leaflet.typeface import Face


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
    texts: list[str] = []
    kerns: list[float] = []
    width = 0.0
    kind = (words[0].pieces[0].bold, words[0].pieces[0].link)
    last = len(words) - 1
    for index, word in enumerate(words):
        for piece in word.pieces:
            if (piece.bold, piece.link) != kind:
                if texts:
                    yield Span("".join(texts), width, tuple(kerns) if any(kerns) else (), *kind)
                texts, kerns, width, kind = [], [], 0.0, (piece.bold, piece.link)
            texts.append(piece.text)
            kerns += piece.kerns or (0.0,) * len(piece.text)
            width += piece.width
        if word.space and index < last:
            # A space belongs to a link only if the words on both sides of it do.
            if kind[1] and words[index + 1].pieces[0].link != kind[1]:
                yield Span("".join(texts), width, tuple(kerns) if any(kerns) else (), *kind)
                texts, kerns, width, kind = [], [], 0.0, (kind[0], "")
            texts.append(" ")
            kerns.append(0.0)
            width += word.space
    yield Span("".join(texts), width, tuple(kerns) if any(kerns) else (), *kind)
