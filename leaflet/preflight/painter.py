"""The operators of a page into the marks that they make (ISO 32000-1, 8 and 9).

Knows the operators that a leaflet may have. Others are named as foreign: what they would do is not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import hypot
from operator import add
from typing import Any, NamedTuple, TypeAlias

from leaflet.geometry import Rect
from leaflet.preflight.embedded import EmbeddedFont, read_font
from leaflet.preflight.marks import Filled, Ink, Mark, Painting, Shown, Spoken, Stroked
from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError, Stream, name, parse, text_of, unescaped, unhexed

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
BLACK: Ink = (0.0, 0.0, 0.0, 1.0)
MOST_CONTENT = 4_000_000
"""Bytes of operators of a page, those of its forms counted each time: a leaflet has about 65,000."""
DEEPEST = 4

WHITE = b"\x00\t\n\f\r "
SPACE = rb"[\x00\t\n\f\r ]*+"
LITERAL = rb"\((?:[^\\()]++|\\.)*+\)"
OPERAND = (
    rb"(?:[-+.\d]++|/[^\x00\t\n\f\r ()<>\[\]{}/%]*+|" + LITERAL + rb"|<[0-9A-Fa-f\s]*+>"
    rb"|\[(?:[^\[\]\\()]++|" + LITERAL + rb")*+\]|<<(?:[^<>()]++|<[0-9A-Fa-f\s]*+>|" + LITERAL + rb")*+>>)"
)
# The rectangles of a code come by the hundred: all that follow each other are one operation.
RECTANGLES = rb"(?:(?:[-+.\d]++ ){4}re(?:[\t\n\r ]++|\Z))++"
OPERATION = re.compile(
    rb"(" + SPACE + rb"(?:(" + RECTANGLES + rb")|"
    rb"((?:" + OPERAND + SPACE + rb")*+)([A-Za-z'\"][A-Za-z0-9*]*+)(?=[^A-Za-z0-9*]|\Z)))",
    re.DOTALL,
)
SHOWN = re.compile(LITERAL + rb"|<[0-9A-Fa-f\s]*+>|[-+.\d]++", re.DOTALL)

# They change nothing that is checked: line ends, dashes, flatness, closed paths.
SILENT = frozenset({b"J", b"j", b"M", b"d", b"i", b"BT", b"ET", b"h"})
PATHS = frozenset({b"m", b"l", b"c", b"v", b"y"})
PAINTS = {
    b"f": (True, False),
    b"F": (True, False),
    b"f*": (True, False),
    b"S": (False, True),
    b"s": (False, True),
    b"B": (True, True),
    b"B*": (True, True),
    b"b": (True, True),
    b"b*": (True, True),
}
OVERPRINT = frozenset({"Type", "OP", "op", "OPM", "SA"})
"""Entries of a graphics state that change no shape and no ink: overprint, stroke adjustment."""


class State(NamedTuple):
    """The graphics state, as far as leaflets use it."""

    matrix: Matrix = UNIT
    fill: Ink = BLACK
    stroke: Ink = BLACK
    weight: float = 1.0
    font: EmbeddedFont | None = None
    size: float = 0.0
    mode: int = 0


@dataclass(slots=True)
class Path:
    """A path that grows: all its points, and its ``rectangles`` as x, y, width, height in turn.

    ``drawn`` tells that it has other segments.
    """

    xs: list[float] = field(default_factory=list)
    ys: list[float] = field(default_factory=list)
    rectangles: list[float] = field(default_factory=list)
    drawn: bool = False

    def add(self, operands: bytes) -> None:
        """A segment, with its control points."""
        numbers = list(map(float, operands.split()))
        self.xs += numbers[::2]
        self.ys += numbers[1::2]
        self.drawn = True

    def add_rectangles(self, run: bytes) -> None:
        """``x y width height re``, once or many times."""
        numbers = list(map(float, run.replace(b"re", b"").split()))
        if len(numbers) % 4:
            raise DamagedError("a rectangle has not four numbers")
        xs, ys, widths, heights = (numbers[part::4] for part in range(4))
        self.xs += [*xs, *map(add, xs, widths)]
        self.ys += [*ys, *map(add, ys, heights)]
        self.rectangles += numbers


@dataclass
class Painter:
    """Paints one page."""

    file: PdfFile
    fonts: dict[Any, EmbeddedFont]
    """Fonts of the whole file, by reference, each read once."""
    marks: list[Mark] = field(default_factory=list)
    foreign: dict[str, None] = field(default_factory=dict)
    marked: list[Spoken | None] = field(default_factory=list)
    read: int = 0

    def paint(self, content: bytes, resources: dict[str, Any]) -> Painting:
        """All marks of a page. Raises DamagedError."""
        self._run(content, resources, State(), 0)
        return Painting(tuple(self.marks), tuple(self.foreign))

    def _run(self, content: bytes, resources: dict[str, Any], state: State, depth: int) -> None:
        kept: list[State] = []
        path = Path()
        line_matrix = text_matrix = UNIT
        for _, run, operands, operator in self._operations(content):
            if run or operator == b"re":
                path.add_rectangles(run or operands)
            elif operator in PATHS:
                path.add(operands)
            elif operator in (b"BDC", b"BMC"):
                self.marked.append(self._words(operands))
            elif operator == b"EMC":
                if not self.marked:
                    raise DamagedError("a page ends marked content that it did not begin")
                self.marked.pop()
            elif operator in SILENT:
                pass
            elif operator in PAINTS:
                self._paint_path(path, PAINTS[operator], state)
                path = Path()
            elif operator == b"Tm":
                line_matrix = text_matrix = matrix_of(operands)
            elif operator == b"Td":
                x, y = map(float, operands.split())
                line_matrix = text_matrix = product((1.0, 0.0, 0.0, 1.0, x, y), line_matrix)
            elif operator in (b"TJ", b"Tj"):
                text_matrix = self._show(operands, state, text_matrix)
            elif operator == b"q":
                kept.append(state)
            elif operator == b"Q":
                if not kept:
                    raise DamagedError("a page restores a state that it did not save")
                state = kept.pop()
            elif operator == b"Do":
                self._form(operands, resources, state, depth)
            else:
                state = self._set(operator, operands, resources, state)
            if operator == b"BT":
                line_matrix = text_matrix = UNIT

    def _words(self, operands: bytes) -> Spoken | None:
        """What is heard in the place of marked content; None if what it shows is."""
        if operands.startswith(b"/OC"):
            self.foreign["optional content"] = None
        above = self.marked[-1] if self.marked else None
        if b"<<" not in operands or b"ActualText" not in operands:
            return above
        entries, _ = parse(operands, operands.index(b"<<"))
        return Spoken(text_of(entries["ActualText"])) if "ActualText" in entries else above

    def _operations(self, content: bytes) -> list[tuple[bytes, bytes, bytes, bytes]]:
        """Each operation whole, as a run of rectangles, or as operands and operator; else damaged."""
        self.read += len(content)
        if self.read > MOST_CONTENT:
            raise DamagedError(f"expected at most {MOST_CONTENT:,} bytes of operators on a page, found more")
        content = content.strip(WHITE)
        found = OPERATION.findall(content)
        if sum([len(whole) for whole, *_ in found]) != len(content):
            raise DamagedError("the operators of a page are damaged")
        return found

    def _set(self, operator: bytes, operands: bytes, resources: dict[str, Any], state: State) -> State:
        """The state after an operator that makes no mark."""
        match operator:
            case b"k":
                return state._replace(fill=ink_of(operands))
            case b"K":
                return state._replace(stroke=ink_of(operands))
            case b"g":
                return state._replace(fill=(0.0, 0.0, 0.0, 1 - float(operands)))
            case b"G":
                return state._replace(stroke=(0.0, 0.0, 0.0, 1 - float(operands)))
            case b"w":
                return state._replace(weight=float(operands))
            case b"cm":
                return state._replace(matrix=product(matrix_of(operands), state.matrix))
            case b"Tr":
                return state._replace(mode=int(operands))
            case b"Tf":
                key, size = operands.split()
                return state._replace(font=self._font(key, resources), size=float(size))
            case b"gs":
                entries = self._resource(operands, "ExtGState", resources)
                if not isinstance(entries, dict) or not set(entries) <= OVERPRINT:
                    self.foreign["gs"] = None
                return state
        self.foreign[operator.decode("latin-1")] = None
        return state

    def _paint_path(self, path: Path, how: tuple[bool, bool], state: State) -> None:
        if not path.xs:
            return
        box = placed(around(path.xs, path.ys), state.matrix)
        fills, strokes = how
        if fills:
            upright = not path.drawn and state.matrix[1] == state.matrix[2] == 0
            parts = tuple(path.rectangles) if upright else ()
            self.marks.append(Filled(len(self.marks), box, state.fill, parts))
        if strokes:
            weight = state.weight * min(scales(state.matrix))
            self.marks.append(Stroked(len(self.marks), box, state.stroke, weight))

    def _show(self, operands: bytes, state: State, text_matrix: Matrix) -> Matrix:
        """Show text; the matrix after it."""
        font = state.font
        if font is None:
            raise DamagedError("a page shows text without a font")
        codes: list[int] = []
        kerns = 0.0
        for part in SHOWN.findall(operands):
            if part[:1] == b"(":
                codes += font.codes(unescaped(part[1:-1]))
            elif part[:1] == b"<":
                codes += font.codes(unhexed(part[1:-1]))
            else:
                kerns += float(part)
        shown = tuple(codes)
        advance = (font.width(shown) - kerns) * state.size / 1000
        whole = product(text_matrix, state.matrix)
        across, up = scales(whole)
        upright = whole[1] == whole[2] == 0 and abs(across - up) < 1e-6 and whole[0] > 0 and whole[3] > 0
        self.marks.append(
            Shown(
                order=len(self.marks),
                text=font.text(shown),
                codes=shown,
                font=font,
                x=whole[4],
                y=whole[5],
                size=state.size * up,
                width=advance * across,
                ink=state.fill,
                mode=state.mode,
                upright=upright,
                spoken=self.marked[-1] if self.marked else None,
            )
        )
        return product((1.0, 0.0, 0.0, 1.0, advance, 0.0), text_matrix)

    def _font(self, key: bytes, resources: dict[str, Any]) -> EmbeddedFont:
        fonts = self.file.dictionary(resources.get("Font", {}), "the fonts of a page")
        value = fonts.get(name(key))
        if value is None:
            raise DamagedError(f"a page lacks its font {key.decode('latin-1')}")
        known = value if not isinstance(value, dict) else id(value)
        if known not in self.fonts:
            self.fonts[known] = read_font(self.file, value)
        return self.fonts[known]

    def _form(self, operands: bytes, resources: dict[str, Any], state: State, depth: int) -> None:
        """A form XObject painted in place (8.10); images and all else are foreign."""
        form = self._resource(operands, "XObject", resources)
        entries = form.entries if isinstance(form, Stream) else {}
        if entries.get("Subtype") != "Form" or "Group" in entries or "OC" in entries:
            self.foreign[str(entries.get("Subtype", "Do"))] = None
            return
        if depth == DEEPEST:
            raise DamagedError("forms of a page go round in a circle")
        own = entries.get("Matrix")
        if own is not None:
            a, b, c, d, e, f = self.file.numbers(own, "the matrix of a form", 6)
            state = state._replace(matrix=product((a, b, c, d, e, f), state.matrix))
        before = len(self.marks)
        inner = self.file.dictionary(entries.get("Resources", {}), "the resources of a form")
        self._run(self.file.stream(form, "a form"), inner, state, depth + 1)
        left, bottom, right, top = self.file.numbers(entries.get("BBox"), "the box of a form", 4)
        box = placed(around([left, right], [bottom, top]), state.matrix)
        if not all(box.contains(mark.box) for mark in self.marks[before:]):
            self.foreign["clipped form"] = None

    def _resource(self, operands: bytes, kind: str, resources: dict[str, Any]) -> Any:
        found = self.file.dictionary(resources.get(kind, {}), f"the {kind} of a page")
        return self.file.resolve(found.get(name(operands.strip())))


def ink_of(operands: bytes) -> Ink:
    cyan, magenta, yellow, black = map(float, operands.split())
    return cyan, magenta, yellow, black


def matrix_of(operands: bytes) -> Matrix:
    a, b, c, d, e, f = map(float, operands.split())
    return a, b, c, d, e, f


def product(one: Matrix, two: Matrix) -> Matrix:
    """The matrix that does the first and then the second."""
    a, b, c, d, e, f = one
    if two == UNIT:
        return one
    g, h, i, j, k, m = two
    return (
        a * g + b * i,
        a * h + b * j,
        c * g + d * i,
        c * h + d * j,
        e * g + f * i + k,
        e * h + f * j + m,
    )


def scales(matrix: Matrix) -> tuple[float, float]:
    """How much a matrix stretches across and up."""
    return hypot(matrix[0], matrix[1]), hypot(matrix[2], matrix[3])


def placed(rect: Rect, matrix: Matrix) -> Rect:
    """The upright box round a rectangle that a matrix has moved."""
    if matrix == UNIT:
        return rect
    a, b, c, d, e, f = matrix
    corners = [(x, y) for x in (rect.x, rect.right) for y in (rect.y, rect.top)]
    return around([a * x + c * y + e for x, y in corners], [b * x + d * y + f for x, y in corners])


def around(xs: Sequence[float], ys: Sequence[float]) -> Rect:
    """The box round some points."""
    left, bottom = min(xs), min(ys)
    return Rect(left, bottom, max(xs) - left, max(ys) - bottom)
