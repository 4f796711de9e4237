"""A name or a place that begins with figures is no number to call, wherever it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import leaflet
from leaflet import editions
from leaflet.content import Content
from leaflet.fonts import FontFolder
from leaflet.geometry import Rect
from leaflet.nearness import numbers

BOX = Rect(0, 0, 10, 10)


def named(content: Content, name: str, place: str) -> Content:
    """The content with all organisations of that name in that place, in Kazakh."""
    words = content.languages["kk"]
    all_named = {
        id: replace(own, name=replace(own.name, text=name), place=replace(own.place, text=place))
        for id, own in words.organizations.items()
    }
    return replace(content, languages={**content.languages, "kk": replace(words, organizations=all_named)})


@pytest.mark.parametrize("product", ["trifold", "a4"])
@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("1000 жүрек қоры", "Алматы қ."),
        ("«Жүрек» қоры", "050000, Алматы қ."),
        ("1000", "10000, Алматы қ."),
    ],
)
def test_a_name_or_a_place_of_figures_is_built(
    name: str, place: str, product: str, content: Content, typeface: FontFolder, tmp_path: Path
) -> None:
    edition = editions.Edition("kk", "almaty", leaflet.PRODUCTS[product])
    built = editions.build(edition, named(content, name, place), typeface, tmp_path / "sheet.pdf", "full")
    assert [str(finding) for finding in built.findings] == []
    assert built.paths


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("116 16", "11616"),
        ("+7 727 000 00 00", "+77270000000"),
        ("+7 727 000 00 00, +7 701 000 00 00", "+77270000000"),
        ("1000 жүрек қоры", None),
        ("050000", None),
        ("+7 727 000 00 00 1", None),
    ],
)
def test_a_number_to_call_is_nothing_but_a_number(text: str, number: str | None) -> None:
    assert [shown.number for shown in numbers([(text, 9.0, BOX)])] == ([number] if number else [])
