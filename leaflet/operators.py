"""Numbers, strings, inks and shapes as PDF writes them (ISO 32000-1, 7.3, 8.5 and 8.6)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from leaflet.sheet import Code, Fill, Segment, Symbol
from leaflet.styles import BLACK, Ink


@lru_cache(maxsize=8192)
def number(value: float) -> str:
    """A number as PDF writes it, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def escaped(data: str) -> str:
    """What stands between the brackets of a string (ISO 32000-1, 7.3.4.2); one character a byte."""
    # Four passes take a twentieth of the time of str.translate.
    return data.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").replace("\r", "\\r")


def literal(data: str) -> str:
    """A string of bytes, each given as the character of its number."""
    return f"({escaped(data)})"


def hexadecimal(text: str) -> str:
    """A text for people where a page is written, in ASCII."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


def text_string(text: str) -> str:
    """A text for people (ISO 32000-1, 7.9.2.2)."""
    return literal(text if text.isascii() else "\xfe\xff" + text.encode("utf-16-be").decode("latin-1"))


def points(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


@lru_cache(maxsize=64)
def fill_ink(ink: Ink, grey: bool) -> str:
    """What fills: ``grey`` has inks without colour in DeviceGray.

    Black of four inks is a dark grey on a screen and to the driver of an office printer, which then
    screens every letter; grey 0 is full toner.
    """
    if grey and not (ink.cyan or ink.magenta or ink.yellow):
        return f"{number(1 - ink.black)} g"
    return " ".join(number(part) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black)) + " k"


def stroke_ink(ink: Ink, grey: bool) -> str:
    """The same for strokes."""
    return fill_ink(ink, grey).upper()


def fill(item: Fill, grey: bool) -> str:
    """A filled rectangle, its corners round if it has a radius."""
    rect = item.rect
    box = f"{points(rect.x, rect.y)} {points(rect.width, rect.height)} re"
    return f"{fill_ink(item.ink, grey)} {path(item.outline) if item.radius else box} f"


# A pictogram stands on many sheets.
@lru_cache(maxsize=256)
def path(segments: tuple[Segment, ...]) -> str:
    return " ".join([" ".join([*map(number, values), operator]) for operator, values in segments])


def symbol(item: Symbol, grey: bool) -> str:
    """A stroke with round ends; two equal points make a dot."""
    weight, matrix = item.weight / item.unit, ""
    if (item.x, item.y, item.unit) != (0, 0, 1):
        unit = f"{item.unit:.5f}"
        matrix = f"{unit} 0 0 {unit} {points(item.x, item.y)} cm "
    return f"q {stroke_ink(item.ink, grey)} {matrix}{number(weight)} w 1 J 1 j {path(item.path)} S Q"


def code(item: Code, grey: bool) -> str:
    """A QR code as one filled path: runs of dark modules on a grid of whole numbers, so without seams."""
    module = f"{item.module:.5f}"
    matrix = f"{module} 0 0 {module} {points(item.rect.x, item.rect.y)} cm"
    return f"q {fill_ink(BLACK, grey)} {matrix} {modules(item.rows)} f Q"


# Most codes stand in many editions.
@lru_cache(maxsize=256)
def modules(rows: tuple[tuple[bool, ...], ...]) -> str:
    """The dark modules as rectangles, runs of equal width one over the other as one.

    A module is 1 wide, the lowest row at 0.
    """
    rectangles: list[str] = []
    begun: dict[tuple[int, int], int] = {}
    for height, row in enumerate((*reversed(rows), ())):
        here = runs(row)
        for column, width in [run for run in begun if run not in here]:
            bottom = begun.pop((column, width))
            rectangles.append(f"{column} {bottom} {width} {height - bottom} re")
        begun = {run: begun.get(run, height) for run in here}
    return " ".join(rectangles)


def runs(row: Sequence[bool]) -> list[tuple[int, int]]:
    """Where dark modules stand side by side in a row: the first one, and how many."""
    found, column = [], 0
    for dark, run in groupby(row):
        width = len(list(run))
        found += [(column, width)] if dark else []
        column += width
    return found
