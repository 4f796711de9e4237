"""Numbers, addresses and codes that are not those of the contacts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from faults.fault import Fault, by_operators, in_both, in_layout
from faults.subject import Subject, cover, moved, next_digit, saying
from leaflet.document import Role
from leaflet.qr import MODULES, encode
from leaflet.sheet import Code, Fill, Layout, TextLine
from leaflet.styles import WHITE

Rows = tuple[tuple[bool, ...], ...]


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


CODE = rb"\b0 g( \S+ 0 0)"


def mirrored(match: re.Match[bytes]) -> bytes:
    """The matrix of a code that is drawn from right to left, in the same box."""
    module = float(match[1])
    return b" -%s 0 0 %s %.3f " % (*match.groups()[:2], float(match[3]) + MODULES * module)


def redrawn(change: Callable[[Code], tuple[tuple[bool, ...], ...]]) -> Callable[[Subject], bytes]:
    """Other modules in the place of a code's own."""
    return lambda subject: subject.with_code(change(subject.codes[0]))


def other_rows(code: Code) -> Rows:
    return encode(next_digit(code.payload))


def damaged(code: Code) -> Rows:
    """The modules with some of the data wrong, fewer than a scanner mends."""
    wrong = {(12, 12), (13, 15), (20, 11)}
    return tuple(
        tuple(module != ((x, y) in wrong) for x, module in enumerate(row)) for y, row in enumerate(code.rows)
    )


def hotline(subject: Subject) -> TextLine:
    return next(line for line in subject.lines(Role.NUMBER) if line.text == "11616")


def email(subject: Subject) -> TextLine:
    return subject.lines(Role.EMAIL)[0]


def untouched(line: TextLine) -> TextLine:
    return replace(line, runs=tuple(replace(run, link="") for run in line.runs))


CONTACTS: list[Fault] = [
    Fault(
        "no touch dials the hotline",
        {"run-together"},
        in_both(lambda s: s.instead(hotline(s), untouched(hotline(s)))),
    ),
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
    Fault("the drawing of a code is another number's", {"wrong-code"}, redrawn(other_rows)),
    Fault("a code has three modules wrong, and scans", {"wrong-code"}, redrawn(damaged)),
    Fault("a code is of four inks", {"wrong-code"}, by_operators(CODE, rb".5 .4 .4 1 k\1", page=0)),
    Fault("a code is dark grey", {"wrong-code"}, by_operators(CODE, rb"0 0 0 .99 k\1", page=0)),
    Fault(
        "a code is in a mirror",
        {"wrong-code"},
        by_operators(rb"(?<=0 g) (\S+) 0 0 (\S+) (\S+) (?=\S+ cm)", mirrored, page=0),
    ),
    Fault(
        "a module of a code is drawn twice",
        {"wrong-code"},
        by_operators(rb"cm (\d+ \d+ \d+ \d+ re)", rb"cm \1 \1", page=0),
    ),
    Fault(
        "a hairline is drawn in a code",
        {"wrong-code"},
        by_operators(rb"cm (\d+ \d+ \d+ \d+ re)", rb"cm 4 0 0 9 re \1", page=0),
    ),
    Fault(
        "a flat rectangle is drawn in a code",
        {"wrong-code"},
        by_operators(rb"cm (\d+ \d+ \d+ \d+ re)", rb"cm 0 10 20 0 re \1", page=0),
    ),
    Fault("two codes are exchanged", {"wrong-code"}, in_both(swapped_codes)),
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
]
