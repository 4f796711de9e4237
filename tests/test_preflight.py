"""Preflight tested by what it must find: a table of faults, and no alarm on any good edition."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from random import Random
from types import FrameType
from typing import Any

import faults
import pytest
import skeletons
from faults import (
    Subject,
    action,
    annotated,
    annotation,
    cover,
    ground,
    in_another_language,
    in_another_order,
    in_font,
    informed,
    led_astray,
    moved,
    next_digit,
    no_heading,
    outlined,
    pages,
    preferring,
    saying,
    spoken_otherwise,
    swapped_marks,
    text,
    unheard,
    with_loose_object,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)
from sheets import EDITIONS, Key, Sheet, name

import leaflet
from leaflet.document import Role
from leaflet.fonts import FontFolder
from leaflet.geometry import Rect
from leaflet.preflight import Depth
from leaflet.preflight.by_pdfium import characters, pictures
from leaflet.preflight.check import Stage
from leaflet.preflight.checks import CHECKS
from leaflet.press import for_purpose
from leaflet.qr import MODULES, encode
from leaflet.sheet import Code, Fill, Inks, Item, Layout, Purpose, Rule, Symbol, TextLine
from leaflet.styles import BLACK, PETROL, WHITE, Ink
from leaflet.units import MM

FULL_CODES = {code for check in CHECKS if check.stage is Stage.FULL for code in check.codes}

Rows = tuple[tuple[bool, ...], ...]
Spoilt = bytes | tuple[bytes, Layout]
"""A file, to be held against the layout as it should be; or a file and a layout, both wrong."""


@dataclass(frozen=True)
class Fault:
    """A fault, the codes of the findings that it must lead to, and how to make it."""

    name: str
    codes: set[str]
    make: Callable[[Subject], Spoilt]

    @property
    def depth(self) -> Depth:
        return Depth.FULL if self.codes & FULL_CODES else Depth.AFFORDABLE


def in_layout(change: Callable[[Subject], Layout]) -> Callable[[Subject], bytes]:
    """A fault of the layout that the file is rendered from; it is held against the good one."""
    return lambda subject: subject.rendered(change(subject))


def in_both(change: Callable[[Subject], Layout]) -> Callable[[Subject], Spoilt]:
    """A fault of the layout itself: the file is as laid out, and both differ from the data."""

    def make(subject: Subject) -> Spoilt:
        layout = change(subject)
        return subject.rendered(layout), layout

    return make


def wrong_digit(subject: Subject) -> Layout:
    return subject.instead(subject.number, saying(subject.number, next_digit(subject.number.text)))


def swapped_numbers(subject: Subject) -> Layout:
    one, other = [line for line in subject.lines(Role.NUMBER) if line.tag.block.startswith("contact.")][:2]
    pair = {id(one): saying(one, other.text), id(other): saying(other, one.text)}
    return subject.with_items(lambda panel: [pair.get(id(item), item) for item in panel.items])


def swapped_emails(subject: Subject) -> Layout:
    one, other = subject.lines(Role.EMAIL)[:2]
    pair = {id(one): saying(one, other.text), id(other): saying(other, one.text)}
    return subject.with_items(lambda panel: [pair.get(id(item), item) for item in panel.items])


def swapped_codes(subject: Subject) -> Layout:
    one, other = subject.codes[:2]
    pair = {
        id(one): replace(one, rows=other.rows, payload=other.payload),
        id(other): replace(other, rows=one.rows, payload=one.payload),
    }
    return subject.with_items(lambda panel: [pair.get(id(item), item) for item in panel.items])


def other_code(subject: Subject) -> Layout:
    code = subject.codes[0]
    return subject.instead(code, replace(code, rows=encode(next_digit(code.payload))))


def inverted_code(subject: Subject) -> Layout:
    code = subject.codes[0]
    rows = tuple(tuple(not module for module in row) for row in code.rows)
    return subject.instead(code, replace(code, rows=rows))


def shrunk_code(subject: Subject) -> Layout:
    code = subject.codes[0]
    half = replace(code.rect, width=code.rect.width / 2, height=code.rect.height / 2)
    return subject.instead(code, replace(code, rect=half))


def second_code(subject: Subject) -> Layout:
    code = subject.codes[0]
    again = replace(code, rect=replace(code.rect, x=code.rect.x + 150))
    return subject.after(code, Fill(again.quiet_zone, WHITE), again)


def on_the_fold(subject: Subject) -> Layout:
    line, side = subject.number, subject.layout.sides[0]
    return subject.instead(line, moved(line, x=side.folds[1] - line.x - 30))


def in_the_trim_margin(subject: Subject) -> Layout:
    line = subject.paragraph
    return subject.instead(line, moved(line, y=2 * MM - line.baseline))


def off_the_page(subject: Subject) -> Layout:
    return subject.instead(subject.paragraph, moved(subject.paragraph, y=2000))


def in_ink(ink: Ink) -> Callable[[Subject], Layout]:
    return lambda subject: subject.instead(subject.number, replace(subject.number, ink=ink))


def without_grounds(subject: Subject) -> Layout:
    return subject.with_items(
        lambda panel: [item for item in panel.items if not isinstance(item, Fill) or item.rect.height < 100]
    )


def another_packet(subject: Subject) -> bytes:
    edition = subject.layout.document.edition

    def change(writer: PdfWriter) -> None:
        stream = writer.root_object["/Metadata"].get_object()
        said = stream.get_data().decode()
        assert edition in said
        new = DecodedStreamObject()
        new.set_data(said.replace(edition, f"{edition[:-1]}G").encode())
        new.update({NameObject("/Type"): NameObject("/Metadata"), NameObject("/Subtype"): NameObject("/XML")})
        writer.root_object[NameObject("/Metadata")] = writer._add_object(new)

    return subject.edited(change)


def without_packet(subject: Subject) -> bytes:
    return subject.edited(lambda writer: writer.root_object.pop("/Metadata"))


def for_press(spoil: Callable[[Subject], bytes]) -> Callable[[Subject], Spoilt]:
    """A fault of the file that a print shop gets."""

    def make(subject: Subject) -> Spoilt:
        layout = for_purpose(subject.layout, Purpose.PRESS, subject.typeface)
        good = leaflet.render(layout, subject.typeface)
        return spoil(replace(subject, layout=layout, pdf=good)), layout

    return make


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


def title_in_the_ink_of_its_ground(subject: Subject) -> Layout:
    line = subject.lines(Role.AUDIENCE)[0]
    return subject.instead(line, replace(line, ink=PETROL))


def smaller(subject: Subject) -> Layout:
    return subject.instead(subject.paragraph, replace(subject.paragraph, size=5.5))


def in_another_face(subject: Subject) -> Layout:
    line = subject.paragraph
    bold = subject.lines(Role.AUDIENCE)[0].runs[0].weight
    return subject.instead(line, replace(line, runs=tuple(replace(run, weight=bold) for run in line.runs)))


def empty_panel(subject: Subject) -> Layout:
    return subject.with_items(lambda panel: [] if panel.name == "inside middle" else panel.items)


def hairline(subject: Subject) -> Layout:
    rule = next(item for item in subject.items() if isinstance(item, Rule))
    return subject.instead(rule, replace(rule, weight=0.05))


def by_operators(
    old: bytes, new: bytes | Callable[[re.Match[bytes]], bytes], page: int = 1
) -> Callable[[Subject], bytes]:
    """A fault in the operators of a page, from 0: the first match of a pattern replaced."""
    return lambda subject: subject.with_operators(lambda data: re.sub(old, new, data, count=1), page)


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


CODE = rb"0 0 0 1 k( \S+ 0 0)"


def mirrored(match: re.Match[bytes]) -> bytes:
    """The matrix of a code that is drawn from right to left, in the same box."""
    module = float(match[1])
    return b" -%s 0 0 %s %.3f " % (*match.groups()[:2], float(match[3]) + MODULES * module)


def other_rows(code: Code) -> Rows:
    return encode(next_digit(code.payload))


def damaged(code: Code) -> Rows:
    """The modules with some of the data wrong, fewer than a scanner mends."""
    wrong = {(12, 12), (13, 15), (20, 11)}
    return tuple(
        tuple(module != ((x, y) in wrong) for x, module in enumerate(row)) for y, row in enumerate(code.rows)
    )


def to_the_left(match: re.Match[bytes]) -> bytes:
    return b"%.3f %s %s %s re f" % (float(match[1]) - 0.05, *match.groups()[1:])


def lying_map(subject: Subject) -> bytes:
    return subject.with_font_map(faults.swapped(b"<0031>", b"<0036>"))


def another_edition(subject: Subject) -> bytes:
    content = leaflet.load()
    document = leaflet.localize(content, "kk", "astana")
    layout = leaflet.lay_out(document, leaflet.PRODUCTS["trifold"], subject.typeface)
    return leaflet.render(layout, subject.typeface)


def embedded_file(subject: Subject) -> bytes:
    def edit(writer: faults.PdfWriter) -> None:
        writer.add_attachment("virus.exe", b"MZ")

    return subject.edited(edit)


def recoded(subject: Subject) -> bytes:
    def change(_: faults.PdfWriter, font: DictionaryObject) -> None:
        font[NameObject("/Encoding")] = NameObject("/WinAnsiEncoding")

    return subject.with_font(change)


def framed(subject: Subject) -> bytes:
    def edit(writer: faults.PdfWriter) -> None:
        writer.pages[0]["/Annots"][0].get_object()[NameObject("/Border")] = box(0, 0, 3)

    return subject.edited(edit)


def launcher(subject: Subject) -> bytes:
    line = subject.number
    return annotated(subject, annotation("/Link", ground(line), A=action("/Launch", F=text("cmd.exe"))))


def structureless(subject: Subject) -> bytes:
    return subject.edited(lambda writer: writer.root_object.pop("/StructTreeRoot"))


def link_with(change: Callable[[DictionaryObject], None]) -> Callable[[Subject], bytes]:
    """The first link of the first page changed."""
    return lambda subject: subject.edited(lambda writer: change(writer.pages[0]["/Annots"][0].get_object()))


def entry(link: DictionaryObject, key: str, value: Any) -> None:
    link[NameObject(key)] = value


def relocated(link: DictionaryObject, y: float = 0.0, grow: float = 0.0) -> None:
    left, bottom, right, top = map(float, link["/Rect"])
    entry(link, "/Rect", box(left - grow, bottom + y - grow, right + grow, top + y + grow))


def doubled_link(subject: Subject) -> bytes:
    return annotated(
        subject, annotation("/Link", Rect(273, 300, 99, 20), Border=box(0, 0, 0), A=dialled(subject))
    )


def dialled(subject: Subject) -> DictionaryObject:
    return action("/URI", URI=text(subject.number.runs[0].link))


def box(*numbers: float) -> ArrayObject:
    return ArrayObject(map(FloatObject, numbers))


SCRIPT = action("/JavaScript", JS=text("app.alert(1)"))

# The table: what goes wrong, what preflight must say, how it is done.
FAULTS = [
    # Numbers and addresses.
    Fault(
        "a digit of a number is another", {"lost-text", "wrong-number", "unread-text"}, in_layout(wrong_digit)
    ),
    Fault("a digit is another in the layout too", {"wrong-number", "wrong-code"}, in_both(wrong_digit)),
    Fault("two organisations have each other's number", {"wrong-number"}, in_layout(swapped_numbers)),
    Fault("they have it in the layout too", {"wrong-number", "wrong-code"}, in_both(swapped_numbers)),
    Fault("two organisations have each other's e-mail", {"wrong-number"}, in_both(swapped_emails)),
    Fault(
        "the hotline's number is another",
        {"lost-text", "wrong-number"},
        in_layout(lambda s: s.instead(hotline(s), saying(hotline(s), "11617"))),
    ),
    Fault(
        "an e-mail has another letter",
        {"lost-text", "wrong-number"},
        in_layout(lambda s: s.instead(email(s), saying(email(s), email(s).text.replace(".", ",", 1)))),
    ),
    Fault("an e-mail is lost", {"lost-text", "wrong-number"}, in_layout(lambda s: s.instead(email(s)))),
    Fault(
        "a number stands on the sheet that is nobody's",
        {"extra-text", "wrong-number", "stray-ink"},
        in_layout(lambda s: s.after(s.number, moved(saying(s.number, "+7 700 000 0000"), y=-152))),
    ),
    # Codes.
    Fault("a code opens another number", {"wrong-code", "unread-code"}, in_layout(other_code)),
    Fault("the drawing of a code is another number's", {"wrong-code"}, faults.redrawn(other_rows)),
    Fault("a code has three modules wrong, and scans", {"wrong-code"}, faults.redrawn(damaged)),
    Fault("a code is of four inks", {"wrong-code"}, by_operators(CODE, rb".5 .4 .4 1 k\1", page=0)),
    Fault("a code is dark grey", {"wrong-code"}, by_operators(CODE, rb"0 0 0 .99 k\1", page=0)),
    Fault(
        "a code is in a mirror",
        {"wrong-code"},
        by_operators(rb" (\S+) 0 0 (\S+) (\S+) (?=\S+ cm)", mirrored, page=0),
    ),
    Fault("two codes are exchanged", {"wrong-code", "unread-code"}, in_both(swapped_codes)),
    Fault("a code is lost", {"wrong-code", "unread-code"}, in_layout(lambda s: s.instead(s.codes[0]))),
    Fault("a code stands twice", {"wrong-code", "unread-code"}, in_layout(second_code)),
    Fault(
        "a code is drawn twice on one place",
        {"wrong-code"},
        in_layout(lambda s: s.after(s.codes[0], s.codes[0])),
    ),
    Fault("a code is light on dark", {"wrong-code", "unread-code"}, in_layout(inverted_code)),
    Fault("a code is half as large", {"wrong-code"}, in_layout(shrunk_code)),
    Fault(
        "a code is covered",
        {"covered-text", "extra-shape", "unread-code"},
        in_layout(lambda s: s.after(s.codes[0], cover(s.codes[0].rect))),
    ),
    Fault(
        "a text stands in the white round a code",
        {"overlapping-text"},
        in_layout(lambda s: s.instead(s.number, moved(s.number, x=-12))),
    ),
    # Lines in their places.
    Fault("a line is lost", {"lost-text", "unread-text"}, in_layout(lambda s: s.instead(s.paragraph))),
    Fault(
        "a line is written twice on one place",
        {"lost-text", "overlapping-text", "unread-text"},
        in_layout(lambda s: s.after(s.paragraph, s.paragraph)),
    ),
    Fault(
        "a line stands on another one",
        {"moved-text", "overlapping-text"},
        in_layout(lambda s: s.instead(s.paragraph, moved(s.paragraph, y=7))),
    ),
    Fault(
        "a line stands a millimetre lower",
        {"moved-text"},
        in_layout(lambda s: s.instead(s.paragraph, moved(s.paragraph, y=-MM))),
    ),
    Fault("a number stands on the fold", {"unsafe-margin", "moved-text"}, in_layout(on_the_fold)),
    Fault(
        "a line stands where the knife cuts", {"unsafe-margin", "moved-text"}, in_layout(in_the_trim_margin)
    ),
    Fault(
        "a line stands beyond the page",
        {"unsafe-margin", "moved-text", "unseen-text"},
        in_layout(off_the_page),
    ),
    Fault("a line is too small to read", {"small-type", "moved-text"}, in_layout(smaller)),
    Fault("a line is set in another face", {"foreign-font"}, in_layout(in_another_face)),
    Fault(
        "a line is turned",
        {"moved-text"},
        by_operators(rb"(?:1 0 0 1 )?([-.\d]+ [-.\d]+) T[dm]", rb"1 .02 -.02 1 \1 Tm"),
    ),
    Fault(
        "a line stands a twentieth of a point lower",
        {"moved-text"},
        in_layout(lambda s: s.instead(s.paragraph, moved(s.paragraph, y=-0.05))),
    ),
    Fault(
        "a line stands half a millimetre to the right",
        {"moved-text"},
        in_layout(lambda s: s.instead(s.paragraph, moved(s.paragraph, x=MM / 2))),
    ),
    Fault(
        "a short text is a hundredth larger", {"moved-text"}, by_operators(rb" 26 Tf", rb" 26.09 Tf", page=0)
    ),
    Fault(
        "a letter stands on its neighbour",
        {"foreign-content"},
        by_operators(rb"(\(\w{3})(\w)(\w{3})", rb"\1)500(\2)-500(\3"),
    ),
    Fault("letters are spaced out", {"foreign-content"}, by_operators(rb"BT", rb"BT .5 Tc")),
    Fault("words are spaced out", {"foreign-content"}, by_operators(rb"BT", rb"BT 2 Tw")),
    Fault("letters are drawn out", {"foreign-content"}, by_operators(rb"BT", rb"BT 101 Tz")),
    Fault("letters are raised", {"foreign-content"}, by_operators(rb"BT", rb"BT 2 Ts")),
    Fault("letters are outlined", {"hidden-text"}, by_operators(rb"BT", rb"BT 1 Tr")),
    Fault("letters are clipped by letters", {"hidden-text"}, by_operators(rb"BT", rb"BT 7 Tr")),
    Fault("a page is scaled by a hundredth", {"moved-text"}, by_operators(rb"\A", rb"1.01 0 0 1.01 0 0 cm ")),
    Fault("a panel is empty", {"empty-panel", "lost-text"}, in_layout(empty_panel)),
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
    Fault("a text is on a layer", {"foreign-content"}, by_operators(rb"BT", rb"/OC /Off BDC BT")),
    Fault("a text is nearly transparent", {"foreign-content"}, faults.transparent),
    Fault("colour is printed over colour", {"foreign-content"}, faults.overprinting),
    Fault("a picture lies over the text", {"foreign-content"}, faults.image),
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
    Fault("a colour is red, green and blue", {"wrong-colour"}, by_operators(rb"0 0 0 1 k", rb"0 0 0 rg")),
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
    # Fonts.
    Fault(
        "6 and 1 are exchanged in the font",
        {"untrue-glyph"},
        lambda s: in_font(s, faults.exchanged, "6", "1"),
    ),
    Fault("a digit is bent", {"untrue-glyph"}, lambda s: in_font(s, faults.bent, "1")),
    Fault("a glyph is missing", {"missing-glyph"}, lambda s: in_font(s, faults.without_glyph, "6")),
    Fault("the font lies of what its digits are", {"untrue-glyph", "lost-text", "wrong-number"}, lying_map),
    Fault("the font lies of its widths", {"untrue-glyph"}, faults.widened),
    Fault("a font has another encoding", {"unreadable-pdf"}, recoded),
    Fault(
        "a font is another",
        {"foreign-font", "font-not-embedded"},
        lambda s: faults.renamed(s, "/Helvetica-Bold"),
    ),
    Fault(
        "a font is not in the file",
        {"font-not-embedded"},
        lambda s: faults.without(s, "/FontDescriptor", "/FontFile2"),
    ),
    Fault(
        "a font does not say its letters",
        {"font-not-embedded", "lost-text"},
        lambda s: faults.without(s, "/ToUnicode"),
    ),
    # Pages.
    Fault("a page is lost", {"page-count"}, lambda s: pages(s.pdf, 0)),
    Fault("a page stands twice", {"page-count"}, lambda s: pages(s.pdf, 0, 1, 1)),
    Fault(
        "the pages are exchanged", {"lost-text", "wrong-number", "wrong-code"}, lambda s: pages(s.pdf, 1, 0)
    ),
    Fault(
        "the page is of another size", {"page-box"}, lambda s: s.with_page("/MediaBox", box(0, 0, 842, 612))
    ),
    Fault("the trim is another", {"page-box"}, lambda s: s.with_page("/TrimBox", box(9, 9, 800, 580))),
    Fault("the page is cropped", {"page-box"}, lambda s: s.with_page("/CropBox", box(0, 0, 400, 595))),
    Fault("the page is turned", {"page-box"}, lambda s: s.with_page("/Rotate", NumberObject(180))),
    Fault("the page is scaled", {"page-box"}, lambda s: s.with_page("/UserUnit", FloatObject(1.5))),
    Fault(
        "the printer may scale it",
        {"page-box"},
        lambda s: s.with_catalog("/ViewerPreferences", DictionaryObject()),
    ),
    # Actions and links.
    Fault("the file runs a script", {"active-content"}, lambda s: s.with_catalog("/OpenAction", SCRIPT)),
    Fault(
        "a page runs a script",
        {"active-content"},
        lambda s: s.with_page("/AA", DictionaryObject({NameObject("/O"): SCRIPT})),
    ),
    Fault(
        "the file has a form", {"active-content"}, lambda s: s.with_catalog("/AcroForm", DictionaryObject())
    ),
    Fault("a file is attached", {"active-content"}, embedded_file),
    Fault(
        "a note lies over the text",
        {"active-content"},
        lambda s: annotated(s, annotation("/Square", ground(s.number))),
    ),
    Fault("a link is drawn as a frame", {"active-content"}, framed),
    Fault(
        "a page turns with an effect",
        {"active-content"},
        lambda s: s.with_page("/Trans", DictionaryObject({NameObject("/S"): NameObject("/Glitter")})),
    ),
    Fault(
        "the file fills the screen",
        {"active-content"},
        lambda s: s.with_catalog("/PageMode", NameObject("/FullScreen")),
    ),
    Fault("a link starts a program", {"active-content"}, launcher),
    Fault(
        "a link leads elsewhere",
        {"wrong-link"},
        lambda s: faults.relinked(s, s.number.runs[0].link, "https://example.org"),
    ),
    Fault(
        "a touch dials another number",
        {"wrong-link"},
        lambda s: faults.relinked(s, s.number.runs[0].link, s.codes[1].payload),
    ),
    Fault("a link lies three points lower", {"wrong-link"}, link_with(lambda link: relocated(link, y=-3))),
    Fault("a link is larger than its words", {"wrong-link"}, link_with(lambda link: relocated(link, grow=1))),
    Fault("a link stands a second time, over nothing", {"wrong-link"}, doubled_link),
    Fault("a link is hidden", {"active-content"}, link_with(lambda link: entry(link, "/F", NumberObject(2)))),
    Fault(
        "other words are heard at a link",
        {"wrong-link"},
        link_with(lambda link: entry(link, "/Contents", text("+7 700 000 0000"))),
    ),
    Fault("a link is lost", {"wrong-link"}, lambda s: faults.unlinked(s, s.number.runs[0].link)),
    # What is heard.
    Fault(
        "another number is read aloud at a code",
        {"wrong-alternative"},
        lambda s: faults.read_aloud(s, "/Alt", next_digit),
    ),
    Fault(
        "other words are read aloud",
        {"wrong-alternative"},
        lambda s: faults.read_aloud(s, "/ActualText", str.upper),
    ),
    Fault(
        "other words are copied",
        {"wrong-alternative"},
        by_operators(rb"/P ?<<", rb"/P <</ActualText (1) "),
    ),
    Fault("texts are heard in another order", {"wrong-reading"}, spoken_otherwise(in_another_order)),
    Fault("a text is not heard", {"wrong-reading"}, spoken_otherwise(unheard)),
    Fault("a heading is heard as none", {"wrong-reading"}, spoken_otherwise(no_heading)),
    Fault("texts have each other's marks", {"wrong-reading"}, lambda s: s.with_operators(swapped_marks)),
    Fault(
        "an entry of the outline has another title",
        {"wrong-outline"},
        outlined(lambda entry: entry.update({NameObject("/Title"): text("+7 700 000 0000")})),
    ),
    Fault("an entry of the outline leads elsewhere", {"wrong-outline"}, outlined(led_astray)),
    Fault("a text is heard in another language", {"altered-file"}, spoken_otherwise(in_another_language)),
    Fault(
        "the back is printed upside down",
        {"altered-file"},
        preferring("/Duplex", NameObject("/DuplexFlipLongEdge")),
    ),
    Fault(
        "one page alone is printed",
        {"altered-file"},
        preferring("/PrintPageRange", ArrayObject([NumberObject(0), NumberObject(0)])),
    ),
    Fault("many copies are printed", {"altered-file"}, preferring("/NumCopies", NumberObject(500))),
    Fault("an object lies in it that nothing leads to", {"altered-file"}, with_loose_object),
    Fault(
        "another program is said to have made it",
        {"altered-file"},
        lambda s: s.edited(lambda writer: writer.add_metadata({"/Producer": "Call 103"})),
    ),
    Fault("the structure is lost", {"wrong-alternative"}, structureless),
    # What the file says of itself.
    Fault("an author is named", {"wrong-metadata"}, lambda s: informed(s, Author="Aigerim")),
    Fault("a path is told", {"wrong-metadata"}, lambda s: informed(s, Creator="/home/aigerim/leaflet")),
    Fault(
        "the hour is told", {"wrong-metadata"}, lambda s: informed(s, CreationDate="D:20261125134500+05'00'")
    ),
    Fault("the title is another", {"wrong-metadata"}, lambda s: informed(s, Title="Untitled")),
    Fault("the edition is another in the metadata stream", {"wrong-metadata"}, another_packet),
    Fault("the language is another", {"wrong-metadata"}, lambda s: s.with_catalog("/Lang", text("en"))),
    Fault("the subject is another", {"wrong-metadata"}, lambda s: informed(s, Subject="+7 700 000 0000")),
    Fault("the creator is another", {"wrong-metadata"}, lambda s: informed(s, Creator="+7 700 000 0000")),
    Fault("the date is another", {"wrong-metadata"}, lambda s: informed(s, CreationDate="D:19991231000000Z")),
    Fault("there is no metadata stream", {"wrong-metadata"}, without_packet),
    Fault("the print shop's file has no profile", {"wrong-standard"}, for_press(faults.without_profile)),
    Fault("its profile has one bit wrong", {"wrong-standard"}, for_press(faults.with_other_profile)),
    Fault(
        "it is of another version of PDF",
        {"wrong-standard"},
        for_press(lambda s: s.pdf.replace(b"%PDF-1.6", b"%PDF-1.5")),
    ),
    # Files.
    Fault("it is another edition", {"lost-text", "wrong-number", "wrong-metadata"}, another_edition),
    Fault("the file ends early", {"unreadable-pdf"}, lambda s: s.pdf[:20_000]),
    Fault("the last hundredths are lost", {"unreadable-pdf"}, lambda s: s.pdf[: len(s.pdf) * 97 // 100]),
    Fault("a byte amid a page is another", {"unreadable-pdf"}, lambda s: flipped(s.pdf)),
    Fault("it was edited afterwards", {"unreadable-pdf"}, lambda s: faults.updated(s.pdf)),
    Fault("an object is listed twice", {"unreadable-pdf"}, skeletons.listed_twice),
    Fault(
        "an object is packed twice",
        {"unreadable-pdf"},
        skeletons.repacked(skeletons.first_twice, skeletons.unchanged),
    ),
    Fault(
        "packed objects are said to stand elsewhere",
        {"unreadable-pdf"},
        skeletons.repacked(skeletons.unchanged, skeletons.first_two_exchanged),
    ),
    Fault(
        "a remark stands between its objects",
        {"altered-file"},
        skeletons.replaced(rb"\n4 0 obj", rb"\n% made by Aigerim\n4 0 obj"),
    ),
    Fault(
        "it claims to be made for the web",
        {"altered-file"},
        skeletons.replaced(rb"\n4 0 obj", rb"\n900 0 obj\n<</Linearized 1 /N 1>>\n endobj\n4 0 obj"),
    ),
    Fault(
        "a remark stands within an object",
        {"unreadable-pdf"},
        skeletons.replaced(rb"\n4 0 obj\n<<", rb"\n4 0 obj\n<< % made by Aigerim\n"),
    ),
    Fault(
        "its trailer names somebody",
        {"unreadable-pdf"},
        skeletons.replaced(rb"trailer\n<<", rb"trailer\n<< /Author (Aigerim)"),
    ),
    Fault(
        "its identifier names somebody",
        {"unreadable-pdf"},
        skeletons.replaced(rb"/ID \[.*?\]", rb"/ID [(made by Aigerim in November) (made by Aigerim)]"),
    ),
    Fault(
        "it lists more objects than it says",
        {"unreadable-pdf"},
        skeletons.replaced(rb"/Size \d+", rb"/Size 9"),
    ),
    Fault(
        "a number is longer than programs read",
        {"unreadable-pdf"},
        skeletons.replaced(rb"/TrimBox \[ ?[\d.]+", rb"/TrimBox [ " + b"0" * 20 + b"99"),
    ),
    Fault(
        "a number is larger than programs read",
        {"unreadable-pdf"},
        skeletons.replaced(rb"/TrimBox \[ ?[\d.]+", rb"/TrimBox [ 4294967395"),
    ),
    Fault("a count is no whole number", {"altered-file"}, skeletons.replaced(rb"/Count 2\b", rb"/Count 2.0")),
    Fault(
        "its metadata are packed in another way",
        {"unreadable-pdf"},
        skeletons.replaced(
            rb"/Type /Metadata", rb"/DecodeParms << /Predictor 12 /Columns 200000 >> /Type /Metadata"
        ),
    ),
    Fault("words stand behind the end of a page", {"unreadable-pdf"}, skeletons.lengthened),
    Fault("the links that are heard are on no page", {"altered-file"}, skeletons.copied_links),
    Fault("it is empty", {"unreadable-pdf"}, lambda _: b""),
    Fault("it is no PDF", {"unreadable-pdf"}, lambda _: b"GIF89a" * 100),
    Fault("it is encrypted", {"encrypted-pdf"}, lambda s: faults.encrypted(s.pdf)),
    Fault("it inflates without end", {"oversize-pdf"}, lambda _: faults.bomb(40_000_000)),
    Fault("it is large", {"oversize-pdf"}, lambda s: s.pdf + bytes(17_000_000)),
]


def hotline(subject: Subject) -> TextLine:
    return next(line for line in subject.lines(Role.NUMBER) if line.text == "11616")


def email(subject: Subject) -> TextLine:
    return subject.lines(Role.EMAIL)[0]


def struck(line: TextLine) -> Rule:
    middle = line.baseline + 0.3 * line.size
    return Rule(line.x, middle, line.right, middle + 0.5, 1.0, BLACK)


def flipped(pdf: bytes) -> bytes:
    """The file with a byte changed in the middle of its longest stream."""
    start = max(re.finditer(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL), key=lambda match: len(match[1]))
    at = (start.start(1) + start.end(1)) // 2
    return pdf[:at] + bytes([pdf[at] ^ 0xFF]) + pdf[at + 1 :]


@pytest.fixture(scope="module")
def subject(edition: Callable[..., Sheet], typeface: FontFolder) -> Subject:
    sheet = edition("kk", "almaty", "trifold")
    return Subject(sheet.layout, sheet.pdf, typeface)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_preflight_finds_that(fault: Fault, subject: Subject) -> None:
    spoilt = fault.make(subject)
    pdf, layout = spoilt if isinstance(spoilt, tuple) else (spoilt, subject.layout)
    assert pdf != subject.pdf
    report = leaflet.inspect(pdf, layout, "spoilt.pdf", fault.depth, subject.typeface)
    found = {finding.code for finding in report.findings}
    assert fault.codes <= found, "\n".join(map(str, report.findings))
    assert not report.ok
    assert all(finding.place.file == "spoilt.pdf" and finding.remedy for finding in report.findings)


def test_every_code_of_preflight_has_a_fault_in_the_table() -> None:
    assert {code for check in CHECKS for code in check.codes} == {
        code for fault in FAULTS for code in fault.codes
    }
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: next(iter(check.codes)))
def test_a_check_says_why_it_is_made(check: leaflet.preflight.check.Check) -> None:
    assert len(check.rationale) > 80
    assert check.rationale.endswith(".")
    assert all(what and not what.endswith(".") for what in check.codes.values())


# Good files.


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_the_affordable_part_finds_nothing_wrong_with_a_good_edition(
    sheet: Sheet, typeface: FontFolder
) -> None:
    report = leaflet.inspect(sheet.pdf, sheet.layout, typeface=typeface)
    assert [str(finding) for finding in report.findings] == []
    assert report.ok
    assert report.pages == len(sheet.sides)


WHOLE: list[Key] = [
    ("kk", None, "trifold"),
    ("kk", "atyrau", "a4"),
    ("ru", None, "a4"),
    ("ru", "west-kazakhstan", "trifold"),
    ("en", "almaty", "a4"),
    ("en", None, "trifold"),
    ("kk", "almaty", "letter"),
    ("en", "atyrau", "trifold-letter"),
    # Its longest entry has the number below the code.
    ("ru", None, "trifold-letter"),
]


@pytest.mark.parametrize("sheet", WHOLE, ids=name, indirect=True)
def test_the_full_part_finds_nothing_wrong_with_a_good_edition(sheet: Sheet, typeface: FontFolder) -> None:
    report = leaflet.inspect(sheet.pdf, sheet.layout, depth=Depth.FULL, typeface=typeface)
    assert [str(finding) for finding in report.findings] == []


@pytest.mark.parametrize("key", [("kk", None, "trifold"), ("ru", "almaty", "a4")], ids=name)
def test_it_finds_nothing_wrong_with_an_edition_for_black_toner(
    key: Key, edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    layout = replace(edition(*key).layout, inks=Inks.MONO)
    pdf = leaflet.render(layout, typeface)
    report = leaflet.inspect(pdf, layout, depth=Depth.FULL, typeface=typeface)
    assert [str(finding) for finding in report.findings] == []


def test_a_file_that_another_library_wrote_anew_is_as_good(subject: Subject) -> None:
    """So that what the table finds are its faults, and not how they were made."""
    pdf = subject.edited(lambda _: None)
    assert pdf != subject.pdf
    report = leaflet.inspect(pdf, subject.layout, depth=Depth.FULL, typeface=subject.typeface)
    assert [str(finding) for finding in report.findings] == []


def test_a_file_says_itself_when_it_was_made(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    pdf = leaflet.render(subject.layout, subject.typeface)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert pdf != subject.pdf
    assert leaflet.inspect(pdf, subject.layout, depth=Depth.FULL, typeface=subject.typeface).findings == ()


# Flipped bits.

FLIPS = 48


def test_a_bit_that_flips_unseen_changes_nothing_that_anybody_sees(subject: Subject) -> None:
    """What is packed is guarded by the sums of its packing, so most bits are taken from what is not."""
    random = Random(20261126)
    packed = [match.span(1) for match in re.finditer(rb"stream\n(x.*?)\nendstream", subject.pdf, re.DOTALL)]
    inside = {place for start, end in packed for place in range(start, end)}
    bare = [place for place in range(len(b"%PDF-1.7"), len(subject.pdf)) if place not in inside]
    places = random.sample(bare, FLIPS * 3 // 4) + random.sample(sorted(inside), FLIPS // 4)
    unseen = []
    for place in places:
        flipped = bytearray(subject.pdf)
        flipped[place] ^= 1 << random.randrange(8)
        if leaflet.inspect(bytes(flipped), subject.layout, typeface=subject.typeface).ok:
            unseen.append(bytes(flipped))
    assert len(unseen) < FLIPS / 4
    good = seen(subject.pdf)
    assert [pdf for pdf in unseen if seen(pdf) != good] == []


def seen(pdf: bytes) -> tuple[object, ...]:
    """What programs show of a file: its pages, their text, and what it says of itself."""
    reader = PdfReader(BytesIO(pdf))
    packet = reader.trailer["/Root"]["/Metadata"].get_object().get_data()
    pixels = [picture.image.tobytes() for picture in pictures(pdf, 36)]
    return pixels, characters(pdf), len(reader.pages), reader.metadata, packet


# Hostile files.

MOST_CALLS = 200_000
"""Calls of functions while a hostile file is read: a good leaflet takes some 70,000."""


@contextmanager
def counted_calls() -> Iterator[Counter[str]]:
    """Counts the calls of functions, which do not depend on the machine as time does."""
    calls: Counter[str] = Counter()

    def count(_: FrameType, event: str, __: object) -> None:
        calls[event] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


@settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    places=st.lists(st.floats(0, 0.999), min_size=1, max_size=4),
    what=st.sampled_from([b"\0", b"9", b"(", b">>", b"[", b"/", b"-1 ", b"999999999999 0 R", b"\xff" * 40]),
    grows=st.booleans(),
)
def test_whatever_the_bytes_are_there_are_findings_and_no_traceback(
    places: list[float], what: bytes, grows: bool, subject: Subject
) -> None:
    pdf = bytearray(subject.inflated)
    for place in places:
        at = int(place * len(pdf))
        pdf[at : at if grows else at + len(what)] = what
    report = leaflet.inspect(bytes(pdf), subject.layout, typeface=subject.typeface)
    assert report.ok or report.findings


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 50_000,
        b"<<" * 50_000,
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] >>",
        b"<< /Type /Pages /Kids [3 0 R] >>",
        b"2 0 R",
        b"(" * 50_000,
        b"<< /Type /Pages /Kids [" + b"<< /Type /Page >> " * 5000 + b"] >>",
    ],
    ids=[
        "arrays",
        "dictionaries",
        "pages in themselves",
        "nothing",
        "itself",
        "brackets",
        "thousands of pages",
    ],
)
def test_a_file_that_goes_in_circles_ends_in_a_finding(body: bytes, subject: Subject) -> None:
    pdf = faults.assembled([b"<< /Type /Catalog /Pages 2 0 R >>", body])
    with counted_calls() as calls:
        report = leaflet.inspect(pdf, subject.layout, typeface=subject.typeface)
    assert calls.total() < MOST_CALLS
    assert not report.ok
