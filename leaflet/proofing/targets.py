"""What shows whether a printer is good enough: small type, codes, shades, lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from leaflet.document import Phrase, Role
from leaflet.geometry import Rect
from leaflet.proofing.words import SIZES, ProofWords
from leaflet.qr import QUIET, encode
from leaflet.setter import Setter, Type
from leaflet.sheet import Code, Fill, Item, Placed, Rule, Tag
from leaflet.styles import BLACK, PETROL, WHITE, Ink
from leaflet.typeface import Weight
from leaflet.units import MM

CAPTION = Type(Weight.SEMI_BOLD, 7.5, PETROL)
SHADES = (0.05, 0.1, 0.2, 0.35, 0.55, 0.75, 1.0)
"""Steps of black; chosen by eye."""
STROKES = (0.25, 0.5, 1.0)
"""Widths of the lines in points."""
CAPTIONS = 13 * MM
"""Room for what stands before a line, in points."""


def small_type(words: ProofWords, setter: Setter, x: float, top: float, width: float) -> Placed:
    """Every letter and digit of the language, at growing sizes."""
    items: list[Item] = []
    bottom = top
    for size in SIZES:
        type = Type(Weight.REGULAR, size, BLACK, leading=1.2)
        baseline = bottom - setter.cap_height(type)
        caption = words.in_points(size)
        items += one_line(setter, caption, CAPTION, x, baseline, f"type.{size:g}.size")
        tag = Tag(Role.SCALE, f"type.{size:g}")
        lines = setter.lines(words.sample, type, x + CAPTIONS, baseline, width - CAPTIONS, tag)
        items += lines
        bottom = lines[-1].baseline - 1.9 * MM
    return Placed(items, top - bottom)


def codes(words: ProofWords, setter: Setter, x: float, top: float, sizes: Sequence[float]) -> Placed:
    """The code of the hotline in each of those sizes in mm, its number beside it."""
    (hotline,) = words.document.hotlines
    number = Type(Weight.BOLD, 11.0, PETROL)
    items: list[Item] = []
    deepest = max(sizes) * MM
    for size in sizes:
        side = size * MM
        quiet = side * QUIET
        name = f"code.{size:g}"
        alternative = f"{hotline.label.text}: {hotline.number.text}"
        x += quiet
        rect = Rect(x, top - deepest - quiet, side, side)
        items.append(
            Code(rect, encode(hotline.code), hotline.code, alternative, Tag(Role.NUMBER, f"{name}.code"))
        )
        x = rect.right + quiet + 0.5 * MM
        items += one_line(
            setter,
            hotline.number,
            number,
            x,
            rect.top - setter.cap_height(number),
            f"{name}.number",
            Role.NUMBER,
        )
        items += one_line(setter, words.in_millimetres(size), CAPTION, x, rect.y, f"{name}.size")
        x += 15 * MM
    return Placed(items, deepest + 2 * max(sizes) * MM * QUIET)


def shades(x: float, top: float, width: float) -> Placed:
    """Steps from the palest grey to full black, side by side so that their edges show."""
    depth, step = 11 * MM, width / len(SHADES)
    items: list[Item] = [
        Fill(Rect(x + index * step, top - depth, step, depth), Ink(0, 0, 0, shade, toner=shade))
        for index, shade in enumerate(SHADES)
    ]
    return Placed([*items, *outline(x, top - depth, width, depth)], depth)


def strokes(words: ProofWords, setter: Setter, x: float, top: float, width: float) -> Placed:
    """Thin lines, and white letters on the ground that a leaflet's cover has."""
    items: list[Item] = []
    y = top
    for stroke in STROKES:
        y -= 2.6 * MM
        items.append(Rule(x + CAPTIONS, y, x + width, y, stroke, BLACK))
        baseline = y - setter.cap_height(CAPTION) / 2
        items += one_line(setter, words.in_points(stroke), CAPTION, x, baseline, f"stroke.{stroke:g}")
        y -= 1.4 * MM
    y -= 1.5 * MM
    white = Type(Weight.REGULAR, 7.5, WHITE)
    pad = 2.2 * MM
    baseline = y - pad - setter.cap_height(white)
    tag = Tag(Role.SCALE, "stroke.white")
    lines = setter.lines(words.sample, white, x + pad, baseline, width - 2 * pad, tag)
    bottom = lines[-1].baseline - pad
    items += [Fill(Rect(x, bottom, width, y - bottom), PETROL, 1.2 * MM), *lines]
    return Placed(items, top - bottom)


def writing_lines(x: float, top: float, width: float) -> Placed:
    """Three lines to write on."""
    pitch, count = 8 * MM, 3
    rules: list[Item] = [
        Rule(x, top - pitch * number, x + width, top - pitch * number, 0.5, BLACK)
        for number in range(1, count + 1)
    ]
    return Placed(rules, pitch * count)


def outline(x: float, y: float, width: float, height: float) -> Iterator[Rule]:
    """The four edges of a rectangle."""
    right, top = x + width, y + height
    for x1, y1, x2, y2 in ((x, y, right, y), (x, top, right, top), (x, y, x, top), (right, y, right, top)):
        yield Rule(x1, y1, x2, y2, 0.5, BLACK)


def one_line(
    setter: Setter, phrase: Phrase, type: Type, x: float, baseline: float, block: str, role: Role = Role.LABEL
) -> list[Item]:
    """A phrase that does not break."""
    width = setter.text_width(phrase, type) + 1
    return list(setter.lines(phrase, type, x, baseline, width, Tag(role, block)))
