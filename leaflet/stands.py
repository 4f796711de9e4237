"""Sides into what stands on each of their panels, sorted once by what it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from leaflet.diagnostics import Finding, Place
from leaflet.geometry import Rect
from leaflet.sheet import Code, Fill, PlacedPanel, Rule, Side, Symbol, TextLine

CAPITAL = 0.714
"""Height of capitals and figures, in sizes; Noto Sans."""
CONTACT = "contact."
"""How the blocks of contacts begin."""


class Stand:
    """A panel, its lines, also by block, and what else stands there, each kind in the order of its items."""

    def __init__(self, panel: PlacedPanel) -> None:
        self.panel = panel
        self.name = panel.name
        self.lines: list[TextLine] = []
        self.fills: list[Fill] = []
        self.rules: list[Rule] = []
        self.symbols: list[Symbol] = []
        self.codes: list[Code] = []
        self.blocks: dict[str, list[TextLine]] = {}
        for item in panel.items:
            match item:
                case TextLine():
                    self.lines.append(item)
                    self.blocks.setdefault(item.tag.block, []).append(item)
                case Fill():
                    self.fills.append(item)
                case Rule():
                    self.rules.append(item)
                case Symbol():
                    self.symbols.append(item)
                case Code():
                    self.codes.append(item)

    @cached_property
    def boxes(self) -> list[tuple[TextLine, Rect]]:
        """The lines, each with the box round its capitals."""
        return [(line, box([line])) for line in self.lines]

    @cached_property
    def strokes(self) -> list[tuple[Symbol, Rect]]:
        """The symbols, each with its box."""
        return [(symbol, symbol.box) for symbol in self.symbols]

    @cached_property
    def entries(self) -> dict[str, Rect]:
        """The box round all that stands here of each contact."""
        spots = [(block, box(lines)) for block, lines in self.blocks.items() if block.startswith(CONTACT)]
        spots += [(code.tag.block, code.rect) for code in self.codes if code.tag.block.startswith(CONTACT)]
        parts: dict[str, list[Rect]] = {}
        for block, spot in spots:
            parts.setdefault(block.removeprefix(CONTACT).rpartition(".")[0], []).append(spot)
        return {id: around(spots) for id, spots in parts.items()}

    @property
    def has_contacts(self) -> bool:
        """Whether the code of an organisation stands here."""
        return any(code.tag.block.startswith(CONTACT) for code in self.codes)

    def fault(self, place: Place, what: str, measure: str = "") -> Finding:
        """What stands wrong here."""
        return Finding(place, "misplaced-text", f'panel "{self.name}": {what}', measure, ours=True)


@dataclass(frozen=True, slots=True)
class Face:
    """A side, and what stands on its panels."""

    side: Side
    stands: tuple[Stand, ...]


def faces_of(sides: Iterable[Side]) -> tuple[Face, ...]:
    return tuple(Face(side, tuple(map(Stand, side.panels))) for side in sides)


def every(faces: Iterable[Face]) -> Iterator[Stand]:
    """What stands on all panels, side by side."""
    return (stand for face in faces for stand in face.stands)


def as_read(faces: Iterable[Face]) -> list[Stand]:
    """What stands on all panels, in the order of reading."""
    return sorted(every(faces), key=lambda stand: stand.panel.order)


def box(lines: Sequence[TextLine]) -> Rect:
    """The box round the capitals of some lines."""
    if len(lines) == 1:  # Most stand alone.
        (line,) = lines
        return Rect(line.x, line.baseline, line.right - line.x, CAPITAL * line.size)
    return around([box([line]) for line in lines])


def around(spots: Sequence[Rect]) -> Rect:
    if len(spots) == 1:
        return spots[0]
    left, bottom = min([spot.x for spot in spots]), min([spot.y for spot in spots])
    right, top = max([spot.x + spot.width for spot in spots]), max([spot.y + spot.height for spot in spots])
    return Rect(left, bottom, right - left, top - bottom)
