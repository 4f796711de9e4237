"""The operators of a page into the marks that they make (ISO 32000-1, 8 and 9).

Knows the operators that a leaflet may have. Others are named as foreign: what they would do is not guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from leaflet.preflight.embedded import EmbeddedFont, read_font
from leaflet.preflight.marks import UNIT, Dash, Ink, Mark, Matrix, Painting, Pencil, Shown, Spoken, painting
from leaflet.preflight.matrices import matrix_of, moved, product, scales
from leaflet.preflight.operations import operations
from leaflet.preflight.paths import Path
from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError, name, parse, text_of

BLACK: Ink = (0.0, 0.0, 0.0, 1.0)
MOST_CONTENT = 250_000
"""Bytes of operators of a page: a leaflet has about 65,000, a proof 115,000."""
MOST_MARKS = 3000
"""Texts, fills and strokes of a page: a leaflet has 180, a proof with its scales 1440. Pairs are compared."""
MOST_KEPT = 100
"""States that are kept at one time: a leaflet keeps one."""
MOST_MARKED = 10
"""How deep marked content may nest: that of a leaflet nests two deep."""
MOST_FONTS = 10
"""Fonts of a file: a leaflet has three."""
MOST_KERN = 200
"""Thousandths of the size between two letters: those of our fonts are at most 133, a small 116 16 has 200."""
STRETCHED = 0.001
"""By what part a pen may be broader than high: matrices are rounded."""
OVERPRINT = frozenset({"Type", "OP", "op", "OPM", "SA"})
"""Entries of a graphics state that change no shape and no ink: overprint, stroke adjustment."""


class State(NamedTuple):
    """The graphics state, as far as leaflets use it."""

    matrix: Matrix
    fill: Ink
    pencil: Pencil
    over: bool
    font: EmbeddedFont | None
    size: float
    mode: int


@dataclass
class Painter:
    """Paints one page."""

    file: PdfFile
    fonts: dict[Any, EmbeddedFont]
    """Fonts of the whole file, by reference, each read once."""
    marks: list[Mark] = field(default_factory=list)
    foreign: dict[str, None] = field(default_factory=dict)
    marked: list[Spoken | None] = field(default_factory=list)
    blacks: set[str] = field(default_factory=set)
    """The operators that set inks without colour: ``g`` in an office, ``k`` at a print shop."""
    knocked: bool = False
    """Whether black letters or lines are not printed over what is below them."""

    def paint(self, content: bytes, resources: dict[str, Any]) -> Painting:
        """All marks of a page. Raises DamagedError."""
        if len(content) > MOST_CONTENT:
            raise DamagedError(f"expected at most {MOST_CONTENT:,} bytes of operators on a page, found more")
        Pen(self, resources).run(content)
        if self.marked:
            raise DamagedError("a page does not end marked content that it began")
        if len(self.marks) > MOST_MARKS:
            raise DamagedError(f"expected at most {MOST_MARKS} marks on a page, found {len(self.marks)}")
        return painting(self.marks, tuple(self.foreign), frozenset(self.blacks), knocked=self.knocked)


@dataclass(slots=True)
class Pen:
    """Does the operations of a page; most fields are its graphics state."""

    painter: Painter
    resources: dict[str, Any]
    matrix: Matrix = UNIT
    fill: Ink = BLACK
    stroke: Ink = BLACK
    weight: float = 1.0
    dash: Dash = ()
    cap: int = 0
    join: int = 0
    over: bool = False
    """Whether inks are printed over those below them."""
    font: EmbeddedFont | None = None
    size: float = 0.0
    mode: int = 0
    line_matrix: Matrix = UNIT
    text_matrix: Matrix = UNIT
    kept: list[State] = field(default_factory=list)
    path: Path = field(default_factory=Path)
    fonts: dict[bytes, EmbeddedFont] = field(default_factory=dict)
    """Fonts by what the page calls them."""

    def run(self, content: bytes) -> None:
        steps = STEPS
        for _, ink, place, font, text, rectangular, drawn, operands, operator, _ in operations(content):
            if operator:
                step = steps.get(operator)
                if step is not None:
                    step(self, operands)
                elif operator not in SILENT:
                    self.painter.foreign[operator.decode("latin-1")] = None
            elif text:
                self.show_line(ink, place, font, text)
            elif drawn:
                self.draw(drawn)
            else:
                self.add_rectangles(rectangular)

    # Paths.

    def draw(self, run: bytes) -> None:
        self.path.draw(run)

    def add_rectangles(self, run: bytes) -> None:
        self.path.add_rectangles(run)

    def close(self, _: bytes) -> None:
        self.path.close()

    def fill_path(self, _: bytes) -> None:
        """Fill the path, if there is any, and begin a new one."""
        marks, path = self.painter.marks, self.path
        if path.boxes:
            marks.append(path.filled(len(marks), self.matrix, self.inked(self.fill)))
        self.path = Path()

    def stroke_path(self, _: bytes) -> None:
        """Stroke the path, if there is any, and begin a new one."""
        marks, path = self.painter.marks, self.path
        if path.boxes:
            self.lined(self.stroke)
            across, up = scales(self.matrix)
            if abs(across - up) > STRETCHED * up:
                self.painter.foreign["a stroke that is thicker one way than the other"] = None
            marks.append(path.stroked(len(marks), self.matrix, self.pencil()))
        self.path = Path()

    # Marked content.

    def begin(self, operands: bytes) -> None:
        """Marked content begins; what is heard in its place, None if what it shows is."""
        painter = self.painter
        if len(painter.marked) == MOST_MARKED:
            raise DamagedError(f"marked content of a page nests deeper than {MOST_MARKED}")
        if operands.startswith(b"/OC"):
            painter.foreign["optional content"] = None
        heard = painter.marked[-1] if painter.marked else None
        if b"ActualText" in operands and b"<<" in operands:
            entries, _ = parse(operands, operands.index(b"<<"))
            if "ActualText" in entries:
                heard = Spoken(text_of(entries["ActualText"]))
        painter.marked.append(heard)

    def end(self, _: bytes) -> None:
        if not self.painter.marked:
            raise DamagedError("a page ends marked content that it did not begin")
        self.painter.marked.pop()

    # Text.

    def begin_text(self, _: bytes) -> None:
        self.line_matrix = self.text_matrix = UNIT

    def set_line(self, operands: bytes) -> None:
        self.line_matrix = self.text_matrix = matrix_of(operands)

    def move_line(self, operands: bytes) -> None:
        x, y = operands.split()
        self.line_matrix = self.text_matrix = moved(self.line_matrix, float(x), float(y))

    def set_font(self, operands: bytes) -> None:
        key, size = operands.split()
        if key not in self.fonts:
            self.fonts[key] = self._font(key)
        self.font, self.size = self.fonts[key], float(size)

    def show_line(self, ink: bytes, place: bytes, font: bytes, text: bytes) -> None:
        """A text object of one show operator."""
        STEPS[ink[-1:]](self, ink[:-1])
        self.set_font(font)
        if self.matrix == UNIT:  # Nearly all are.
            x, y = place.split()
            self.write(text, float(x), float(y), 1.0, 1.0, upright=True)
        else:
            self.begin_text(b"")
            self.move_line(place)
            self.show(text)

    def _font(self, key: bytes) -> EmbeddedFont:
        file, fonts = self.painter.file, self.painter.fonts
        value = file.dictionary(self.resources.get("Font", {}), "the fonts of a page").get(name(key))
        if value is None:
            raise DamagedError(f"a page lacks its font {key.decode('latin-1')}")
        known = value if not isinstance(value, dict) else id(value)
        if known not in fonts:
            if len(fonts) == MOST_FONTS:
                raise DamagedError(f"expected at most {MOST_FONTS} fonts, found more")
            fonts[known] = read_font(file, value)
        return fonts[known]

    def show(self, operands: bytes) -> None:
        whole = product(self.text_matrix, self.matrix)
        a, b, c, d, x, y = whole
        across, up = scales(whole)
        upright = b == c == 0 and abs(across - up) < 1e-6 and a > 0 and d > 0
        advance = self.write(operands, x, y, across, up, upright=upright)
        self.text_matrix = moved(self.text_matrix, advance, 0.0)

    def write(self, operands: bytes, x: float, y: float, across: float, up: float, *, upright: bool) -> float:
        """Mark what a show operator writes at a place of the page, stretched so; returns its advance."""
        font, size, marks, marked = self.font, self.size, self.painter.marks, self.painter.marked
        if font is None:
            raise DamagedError("a page shows text without a font")
        words = font.words(operands)
        if words.kern > MOST_KERN:
            self.painter.foreign["kerns that no font has"] = None
        advance = words.advance * size / 1000
        marks.append(
            Shown(
                order=len(marks),
                text=words.text,
                codes=words.codes,
                font=font,
                x=x,
                y=y,
                size=size * up,
                width=advance * across,
                ink=self.lined(self.fill),
                mode=self.mode,
                upright=upright,
                spoken=marked[-1] if marked else None,
                blank=words.blank,
            )
        )
        return advance

    # The graphics state.

    def pencil(self) -> Pencil:
        return Pencil(self.stroke, self.weight, self.dash, self.cap, self.join)

    def state(self) -> State:
        return State(self.matrix, self.fill, self.pencil(), self.over, self.font, self.size, self.mode)

    def restore(self, state: State) -> None:
        self.matrix, self.fill, pencil, self.over, self.font, self.size, self.mode = state
        self.stroke, self.weight, self.dash, self.cap, self.join = pencil

    def push(self, _: bytes) -> None:
        self.outside_paths("q")
        if len(self.kept) == MOST_KEPT:
            raise DamagedError(f"expected at most {MOST_KEPT} states kept at one time, found more")
        self.kept.append(self.state())

    def pop(self, _: bytes) -> None:
        self.outside_paths("Q")
        if not self.kept:
            raise DamagedError("a page restores a state that it did not save")
        self.restore(self.kept.pop())

    def set_fill(self, operands: bytes) -> None:
        self.fill = self.four(operands)

    def set_stroke(self, operands: bytes) -> None:
        self.stroke = self.four(operands)

    def four(self, operands: bytes) -> Ink:
        """An ink in DeviceCMYK."""
        ink = ink_of(operands)
        if not any(ink[:3]):
            self.painter.blacks.add("k")
        return ink

    def set_grey_fill(self, operands: bytes) -> None:
        self.painter.blacks.add("g")
        self.fill = (0.0, 0.0, 0.0, 1 - float(operands))

    def set_grey_stroke(self, operands: bytes) -> None:
        self.painter.blacks.add("g")
        self.stroke = (0.0, 0.0, 0.0, 1 - float(operands))

    def set_weight(self, operands: bytes) -> None:
        self.weight = float(operands)

    def set_dash(self, operands: bytes) -> None:
        """``[on off …] phase``: their lengths, the phase last."""
        lengths, _, phase = operands.strip().lstrip(b"[").partition(b"]")
        dash = (*map(float, lengths.split()), float(phase))
        self.dash = dash if len(dash) > 1 else ()

    def set_cap(self, operands: bytes) -> None:
        self.cap = int(operands)

    def set_join(self, operands: bytes) -> None:
        self.join = int(operands)

    def outside_paths(self, operator: str) -> None:
        """Tell of what no path may have in it (8.2): this reader would draw all of it by the last matrix."""
        if self.path.boxes:
            self.painter.foreign[f"{operator} amid a path"] = None

    def transform(self, operands: bytes) -> None:
        self.outside_paths("cm")
        self.matrix = product(matrix_of(operands), self.matrix)

    def set_mode(self, operands: bytes) -> None:
        self.mode = int(operands)

    def set_parameters(self, operands: bytes) -> None:
        entries = self._resource(operands, "ExtGState")
        if not isinstance(entries, dict) or not set(entries) <= OVERPRINT:
            self.painter.foreign["gs"] = None
        else:
            resolve = self.painter.file.resolve
            self.over = any(resolve(entries.get(key)) is True for key in ("OP", "op"))

    def inked(self, ink: Ink) -> Ink:
        """The ink of a mark; over what is below it, no other than black may be printed."""
        if self.over and ink != BLACK:
            self.painter.foreign["overprint of other inks than black"] = None
        return ink

    def lined(self, ink: Ink) -> Ink:
        """The ink of letters or a line: black ones should be printed over their ground."""
        if ink == BLACK and not self.over:
            self.painter.knocked = True
        return self.inked(ink)

    def _resource(self, operands: bytes, kind: str) -> Any:
        file = self.painter.file
        found = file.dictionary(self.resources.get(kind, {}), f"the {kind} of a page")
        return file.resolve(found.get(name(operands.strip())))


def segment(operator: bytes, numbers: int) -> Callable[[Pen, bytes], None]:
    def draw(pen: Pen, operands: bytes) -> None:
        if len(operands.split()) != numbers:
            raise DamagedError("a segment of a path has too few numbers, or too many")
        pen.draw(operands + operator)

    return draw


SILENT = frozenset({b"ET"})
# Of the ways to paint a path, those alone that a leaflet has: even and odd, a fill with a rim, and a stroke
# that is closed by its operator are foreign.
STEPS: dict[bytes, Callable[[Pen, bytes], None]] = {
    b"re": Pen.add_rectangles,
    b"BMC": Pen.begin,
    b"BDC": Pen.begin,
    b"EMC": Pen.end,
    b"BT": Pen.begin_text,
    b"Tm": Pen.set_line,
    b"Td": Pen.move_line,
    b"Tf": Pen.set_font,
    b"Tr": Pen.set_mode,
    b"TJ": Pen.show,
    b"Tj": Pen.show,
    b"q": Pen.push,
    b"Q": Pen.pop,
    b"k": Pen.set_fill,
    b"K": Pen.set_stroke,
    b"g": Pen.set_grey_fill,
    b"G": Pen.set_grey_stroke,
    b"w": Pen.set_weight,
    b"d": Pen.set_dash,
    b"cm": Pen.transform,
    b"gs": Pen.set_parameters,
    b"J": Pen.set_cap,
    b"j": Pen.set_join,
    b"h": Pen.close,
    b"f": Pen.fill_path,
    b"S": Pen.stroke_path,
}
# As another program may part them: what follows each other as we write it is one operation.
STEPS |= {
    operator: segment(operator, numbers)
    for operator, numbers in ((b"m", 2), (b"l", 2), (b"c", 6), (b"v", 4), (b"y", 4))
}


@lru_cache(maxsize=256)
def ink_of(operands: bytes) -> Ink:
    cyan, magenta, yellow, black = map(float, operands.split())
    return cyan, magenta, yellow, black
