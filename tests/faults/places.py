"""Lines that are lost, that stand elsewhere, or are set in another way."""

from __future__ import annotations

from dataclasses import replace

from faults.fault import Fault, by_operators, in_layout
from faults.subject import Subject, moved
from leaflet.document import Role
from leaflet.sheet import Layout
from leaflet.units import MM


def on_the_fold(subject: Subject) -> Layout:
    line, side = subject.number, subject.layout.sides[0]
    return subject.instead(line, moved(line, x=side.folds[1] - line.x - 30))


def in_the_trim_margin(subject: Subject) -> Layout:
    line = subject.paragraph
    return subject.instead(line, moved(line, y=2 * MM - line.baseline))


def off_the_page(subject: Subject) -> Layout:
    return subject.instead(subject.paragraph, moved(subject.paragraph, y=2000))


def smaller(subject: Subject) -> Layout:
    return subject.instead(subject.paragraph, replace(subject.paragraph, size=5.5))


def in_another_face(subject: Subject) -> Layout:
    line = subject.paragraph
    bold = subject.lines(Role.AUDIENCE)[0].runs[0].weight
    return subject.instead(line, replace(line, runs=tuple(replace(run, weight=bold) for run in line.runs)))


def empty_panel(subject: Subject) -> Layout:
    return subject.with_items(lambda panel: [] if panel.name == "inside middle" else panel.items)


def written_backwards(subject: Subject) -> Layout:
    """The panels of each side said to be read in reverse, and so written in reverse."""
    sides = subject.layout.sides
    return replace(
        subject.layout,
        sides=tuple(
            replace(side, panels=tuple(replace(panel, order=-panel.order) for panel in side.panels))
            for side in sides
        ),
    )


PLACES: list[Fault] = [
    Fault("panels are written in reverse", {"panel-order"}, in_layout(written_backwards)),
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
]
