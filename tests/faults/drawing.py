"""Text that nobody sees, shapes that are not those of the layout, and inks that no press takes."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from faults.fault import Fault, by_operators, in_layout
from faults.subject import Subject, cover, ground
from leaflet.choices import Inks
from leaflet.document import Role
from leaflet.geometry import Rect
from leaflet.pictograms import GRID
from leaflet.sheet import Fill, Item, Layout, Rule, Symbol, TextLine
from leaflet.styles import BLACK, PETROL, WHITE, Ink

PICTOGRAM = rb"(\S+) 0 0 \S+ (\S+) (\S+) cm 2 w"


def mirrored(match: re.Match[bytes]) -> bytes:
    """The matrix of a pictogram that is drawn from right to left, in the same box if its middle is there."""
    unit, x = float(match[1]), float(match[2])
    return b"-%s 0 0 %s %.3f %s cm 2 w" % (match[1], match[1], x + GRID * unit, match[3])


FOLD = rb"(\S+) w (\[[^]]+\] \S+ d) (\S+) (\S+) m (\S+) (\S+) l S"


def magnified(match: re.Match[bytes]) -> bytes:
    """A fold mark on a finer grid, where it stands and as it was, but for its dashes."""
    weight, dash, *points = match.groups()
    finer = [b"%.6f" % (float(number) / 99) for number in (weight, *points)]
    return b"99 0 0 99 0 0 cm %s w %s %s %s m %s %s l S" % (finer[0], dash, *finer[1:])


def in_ink(ink: Ink) -> Callable[[Subject], Layout]:
    return lambda subject: subject.instead(subject.number, replace(subject.number, ink=ink))


def title_in_the_ink_of_its_ground(subject: Subject) -> Layout:
    line = subject.lines(Role.AUDIENCE)[0]
    return subject.instead(line, replace(line, ink=PETROL))


def without_grounds(subject: Subject) -> Layout:
    return subject.with_items(
        lambda panel: [item for item in panel.items if not isinstance(item, Fill) or item.rect.height < 100]
    )


def of_every(kind: type[Item], change: Callable[[Any], Item]) -> Callable[[Subject], Layout]:
    """Every item of a kind changed."""
    return lambda subject: subject.with_items(
        lambda panel: [change(item) if isinstance(item, kind) else item for item in panel.items]
    )


def in_white(item: Any) -> Item:
    white: Item = replace(item, ink=WHITE)
    return white


def solid_folds(subject: Subject) -> Layout:
    front, *others = subject.layout.sides
    marks = tuple(replace(mark, dash=()) for mark in front.marks)
    return replace(subject.layout, sides=(replace(front, marks=marks), *others))


def diagonal(symbol: Symbol) -> Symbol:
    numbers = [number for _, values in symbol.path for number in values]
    corners = (min(numbers[::2]), min(numbers[1::2])), (max(numbers[::2]), max(numbers[1::2]))
    return replace(symbol, path=(("m", corners[0]), ("l", corners[1])))


def hairline(subject: Subject) -> Layout:
    rule = next(item for item in subject.items() if isinstance(item, Rule))
    return subject.instead(rule, replace(rule, weight=0.05))


def struck(line: TextLine) -> Rule:
    middle = line.baseline + 0.3 * line.size
    return Rule(line.x, middle, line.right, middle + 0.5, 1.0, BLACK)


BAR = rb"([-.\d]+) ([-.\d]+) ([-.\d]+) ([-.\d]+) re f"
"""The amber bar over the first heading of the inside."""

FIELD = rb"[-.\d]+ [-.\d]+ m [-.\d lc]+ h f"
"""The field of the cover, with round corners."""


def strips(match: re.Match[bytes]) -> bytes:
    """The lower and the upper tenth of a rectangle: the box round both is its own."""
    x, y, width, height = map(float, match.groups())
    low, high = b"%.3f %.3f %.3f %.3f re" % (x, y, width, height / 10), y + height * 0.9
    return low + b" %.3f %.3f %.3f %.3f re f" % (x, high, width, height / 10)


def striped_field(match: re.Match[bytes]) -> bytes:
    numbers = [*map(float, re.findall(rb"[-.\d]+", match[0]))]
    xs, ys = numbers[::2], numbers[1::2]
    box = b"%.3f %.3f %.3f %.3f" % (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return re.sub(rb"(\S+) (\S+) (\S+) (\S+)", strips, box)


def triangle(match: re.Match[bytes]) -> bytes:
    x, y, width, height = map(float, match.groups())
    return b"%.3f %.3f m %.3f %.3f l %.3f %.3f l h f" % (x, y, x + width, y, x + width, y + height)


def to_the_left(match: re.Match[bytes]) -> bytes:
    return b"%.3f %s %s %s re f" % (float(match[1]) - 0.05, *match.groups()[1:])


def image(subject: Subject) -> bytes:
    """The file with a picture of one white pixel over the cover."""

    def edit(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(b"\xff")
        entries = {
            "/Type": NameObject("/XObject"),
            "/Subtype": NameObject("/Image"),
            "/Width": NumberObject(1),
            "/Height": NumberObject(1),
            "/ColorSpace": NameObject("/DeviceGray"),
            "/BitsPerComponent": NumberObject(8),
        }
        stream.update({NameObject(name): value for name, value in entries.items()})
        page = writer.pages[0]
        resources = page["/Resources"].get_object()
        pictures = resources.setdefault(NameObject("/XObject"), DictionaryObject())
        pictures[NameObject("/Spot")] = writer._add_object(stream)
        contents = page.get_contents()
        assert contents is not None
        painted = DecodedStreamObject()
        painted.set_data(contents.get_data() + b"\nq 90 0 0 90 100 100 cm /Spot Do Q")
        page[NameObject("/Contents")] = writer._add_object(painted)

    return subject.edited(edit)


def transparent(subject: Subject) -> bytes:
    """The file with all its first page made nearly transparent."""
    return in_state(subject, ca=FloatObject(0.02))


def overprinting(subject: Subject) -> bytes:
    """The file with all inks of its first page printed over each other."""
    return in_state(subject, op=BooleanObject(True), OPM=NumberObject(1))


def in_state(subject: Subject, **entries: Any) -> bytes:
    """The file with its first page painted in a graphics state."""

    def edit(writer: PdfWriter) -> None:
        state = DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
        resources = writer.pages[0]["/Resources"].get_object()
        resources[NameObject("/ExtGState")] = DictionaryObject({NameObject("/Other"): state})
        contents = writer.pages[0].get_contents()
        assert contents is not None
        painted = DecodedStreamObject()
        painted.set_data(b"/Other gs\n" + contents.get_data())
        writer.pages[0][NameObject("/Contents")] = writer._add_object(painted)

    return subject.edited(edit)


DRAWING: list[Fault] = [
    # Seen by machines alone.
    Fault(
        "a number is white on white", {"hidden-text", "wrong-ink", "unseen-text"}, in_layout(in_ink(WHITE))
    ),
    Fault(
        "a title has the ink of its ground",
        {"hidden-text", "unseen-text"},
        in_layout(title_in_the_ink_of_its_ground),
    ),
    Fault(
        "a text is in an invisible mode",
        {"hidden-text", "unseen-text"},
        by_operators(rb"BT", rb"BT 3 Tr"),
    ),
    Fault(
        "a number is painted over",
        {"covered-text", "extra-shape", "unseen-text"},
        in_layout(lambda s: s.after(s.number, cover(ground(s.number)))),
    ),
    Fault("a text is clipped", {"foreign-content"}, by_operators(rb"BT", rb"0 0 9 9 re W n BT")),
    Fault("a text is on a layer", {"foreign-content"}, by_operators(rb"BT.*?ET", rb"/OC /Off BDC \g<0> EMC")),
    Fault("a text is nearly transparent", {"foreign-content"}, transparent),
    Fault("colour is printed over colour", {"foreign-content"}, overprinting),
    Fault("a picture lies over the text", {"foreign-content"}, image),
    Fault("a shape is lost", {"lost-shape"}, in_layout(without_grounds)),
    Fault("pictograms are white", {"wrong-shape"}, in_layout(of_every(Symbol, in_white))),
    Fault("rules are white", {"wrong-shape"}, in_layout(of_every(Rule, in_white))),
    Fault("fold marks are solid", {"wrong-shape"}, in_layout(solid_folds)),
    Fault("pictograms are diagonals", {"wrong-shape"}, in_layout(of_every(Symbol, diagonal))),
    Fault("a bar is two strips", {"wrong-shape"}, by_operators(BAR, strips)),
    Fault("a bar is a triangle", {"wrong-shape"}, by_operators(BAR, triangle)),
    Fault("a bar has a hole", {"foreign-content"}, by_operators(BAR, rb"\1 \2 \3 \4 re \1 \2 9 1 re f*")),
    Fault("a bar has a rim", {"foreign-content"}, by_operators(rb"re f", rb"re B")),
    Fault("a bar stands a twentieth of a point to the left", {"wrong-shape"}, by_operators(BAR, to_the_left)),
    Fault(
        "the field of the cover is two strips", {"wrong-shape"}, by_operators(FIELD, striped_field, page=0)
    ),
    Fault(
        "the field of the cover has another corner",
        {"wrong-shape"},
        by_operators(rb"(l \d+)\.\d+", rb"\1.9", page=0),
    ),
    Fault(
        "a pictogram is stretched", {"foreign-content"}, by_operators(PICTOGRAM, rb"\1 0 0 2 \2 \3 cm 2 w")
    ),
    Fault(
        "a stroke is moved after it is drawn",
        {"foreign-content"},
        by_operators(rb" S Q", rb" 1 0 0 1 5 0 cm S Q"),
    ),
    Fault(
        "a fold mark is moved back before it is drawn",
        {"foreign-content"},
        by_operators(FOLD, rb"q 1 0 0 1 5 0 cm \1 w \2 \3 \4 m \5 \6 l Q \1 w \2 S", page=0),
    ),
    Fault("the dashes of fold marks run together", {"wrong-shape"}, by_operators(FOLD, magnified, page=0)),
    Fault("a pictogram is in a mirror", {"wrong-shape"}, by_operators(PICTOGRAM, mirrored, page=0)),
    Fault("a pictogram is closed", {"wrong-shape"}, by_operators(rb" S Q", rb" h S Q")),
    Fault("a pictogram is closed as it is drawn", {"foreign-content"}, by_operators(rb" S Q", rb" s Q")),
    Fault("the ends of strokes are butt", {"wrong-shape"}, by_operators(rb"1 J", rb"0 J")),
    Fault("the corners of strokes are mitred", {"wrong-shape"}, by_operators(rb"1 j", rb"0 j")),
    Fault("fold marks have square ends", {"wrong-shape"}, by_operators(rb"0 d ", rb"0 d 2 J ", page=0)),
    Fault("a stroke is a little finer", {"lost-shape"}, by_operators(rb"(\.\d)\d+ w", rb"\1 w")),
    Fault("curves are drawn roughly", {"foreign-content"}, by_operators(rb"1 j", rb"1 j 99 i")),
    Fault(
        "a stroke strikes a number through",
        {"extra-shape", "covered-text"},
        in_layout(lambda s: s.after(s.number, struck(s.number))),
    ),
    Fault(
        "there is a blot of ink",
        {"extra-shape", "stray-ink"},
        in_layout(lambda s: s.after(s.number, Fill(Rect(273, 300, 3, 3), BLACK))),
    ),
    # Inks.
    Fault(
        "a wide stroke goes along a curve",
        {"extra-shape", "undrawn-page"},
        lambda s: s.with_operators(lambda page: page + b"q 0 G 500 w 0 0 m 840 590 0 0 840 1 c S Q\n"),
    ),
    Fault("a colour is red, green and blue", {"wrong-colour"}, by_operators(rb"\b0 g", rb"0 0 0 rg")),
    Fault(
        "black text is of four inks", {"rich-black", "wrong-ink"}, in_layout(in_ink(Ink(0.5, 0.4, 0.4, 1, 1)))
    ),
    Fault("there is too much ink", {"too-much-ink"}, in_layout(in_ink(Ink(0.9, 0.8, 0.8, 0.9, 1)))),
    Fault("a line is too fine", {"hairline"}, in_layout(hairline)),
    Fault(
        "a file for black toner has colour",
        {"wrong-ink", "wrong-shape", "wrong-metadata"},
        lambda s: (s.edited(lambda _: None), replace(s.layout, inks=Inks.MONO)),
    ),
]
