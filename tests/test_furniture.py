"""Numbers side by side with their labels: each keeps its room, whatever stands over it and below it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from typefaces import SIMPLE

import leaflet
from leaflet.content import Content
from leaflet.document import Document, Phrase, Role, Run
from leaflet.furniture import APART, PAD, SMALL, cells, emergency
from leaflet.setter import Setter, Type
from leaflet.sheet import TextLine
from leaflet.styles import BLACK, PETROL
from leaflet.typeface import Weight

SETTER = Setter(SIMPLE)
NUMBER, LABEL = Type(Weight.BOLD, 20.0, PETROL), Type(Weight.REGULAR, 8.0, BLACK)


def called(content: Content, **labels: str) -> Document:
    """A leaflet with other labels of hotlines, or of what stands over them."""
    document = leaflet.localize(content, "kk", "almaty")
    hotlines = tuple(
        replace(entry, label=phrase(labels.get(entry.id, entry.label.text))) for entry in document.hotlines
    )
    over = {key: phrase(text) for key, text in labels.items() if key in ("advice", "danger")}
    return replace(document, hotlines=hotlines, labels=replace(document.labels, **over))


def phrase(text: str) -> Phrase:
    return Phrase((Run(text),), leaflet.diagnostics.Place("test"))


@pytest.mark.parametrize("longest", [("trafficking",), ("police",), ("trafficking", "police", "emergency")])
@pytest.mark.parametrize("room", [160.0, 200.0, 240.0])
def test_a_label_that_has_no_room_takes_none_from_a_number(
    content: Content, longest: tuple[str, ...], room: float
) -> None:
    document = called(content, **dict.fromkeys(longest, "aaaaaaaa " * 12))
    asked = cells(SETTER, document.hotlines, NUMBER, LABEL, room)
    numbers = [SETTER.text_width(entry.number, NUMBER) for entry in document.hotlines]
    assert all(width >= number for width, number in zip(asked, numbers, strict=True))
    assert sum(asked) < room + 1e-6


def test_what_stands_over_the_numbers_ends_level_and_close_to_them(content: Content) -> None:
    document = called(content, advice="aaa", danger="aaaaaaa " * 6)
    box = emergency(document, SETTER, 0.0, 100.0, 2 * PAD + 240.0)
    lines = [item for item in box.items if isinstance(item, TextLine)]
    last = {
        key: min(line.baseline for line in lines if line.tag.block == f"labels.{key}")
        for key in ("advice", "danger")
    }
    assert sum(line.tag.block == "labels.danger" for line in lines) > 1
    assert last["advice"] == last["danger"]
    (number, *_) = [line for line in lines if line.tag.role is Role.NUMBER]
    capital = SETTER.cap_height(replace(SMALL, size=number.size))
    assert 0 < last["advice"] - (number.baseline + capital) < 2 * APART
