"""Where everything stands, as text that a reviewer reads in a diff.

After a wanted change: ``LEAFLET_GOLDEN=write pytest tests/test_golden.py``, then read the diff.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sheets import Key, Sheet, name

from leaflet.choices import Inks
from leaflet.dump import dump, one
from leaflet.fonts import FontFolder
from leaflet.press import for_press
from leaflet.sheet import Edge, Fill, Item, Layout, Rule, Symbol, TextLine
from leaflet.styles import BLACK
from leaflet.typeface import Weight

GOLDEN = Path(__file__).parent / "golden"
KEYS: list[Key] = [
    *(
        (language, region, product)
        for language in ("kk", "ru", "en")
        for region, product in ((None, "trifold"), (None, "a4"), ("almaty", "trifold"))
    ),
    # No organisation of its own; another paper.
    ("kk", "atyrau", "trifold"),
    ("en", None, "trifold-letter"),
]
PRESS: list[Key] = [("kk", None, "trifold")]


@pytest.mark.parametrize("sheet", KEYS, ids=name, indirect=True)
def test_a_leaflet_is_laid_out_as_it_was(sheet: Sheet) -> None:
    compare(sheet, sheet.layout, "")


@pytest.mark.parametrize("sheet", PRESS, ids=name, indirect=True)
def test_a_sheet_for_the_print_shop_is_laid_out_as_it_was(sheet: Sheet, typeface: FontFolder) -> None:
    compare(sheet, for_press(replace(sheet.layout, inks=Inks.MONO), typeface), "-press-mono")


def compare(sheet: Sheet, layout: Layout, kind: str) -> None:
    """The layout beside the dump that was kept of it, or kept anew."""
    document = sheet.document
    path = GOLDEN / f"{document.language}-{document.region}-{layout.product}{kind}.txt"
    found = dump(layout)
    if os.environ.get("LEAFLET_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {name(key) for key in KEYS} | {
        f"{name(key)}-press-mono" for key in PRESS
    }


def bent(symbol: Symbol) -> Symbol:
    *path, (operator, (x, *others)) = symbol.path
    return replace(symbol, path=(*path, (operator, (x + 0.1, *others))))


OTHER = {Weight.REGULAR: Weight.BOLD, Weight.SEMI_BOLD: Weight.REGULAR, Weight.BOLD: Weight.SEMI_BOLD}


def rerun(line: TextLine, **changes: object) -> TextLine:
    return replace(line, runs=tuple(replace(run, **changes) for run in line.runs))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (TextLine, lambda line: rerun(line, link="tel:102")),
        (TextLine, lambda line: rerun(line, kerns=(-1.0,) * len(line.runs[0].text))),
        (TextLine, lambda line: rerun(line, weight=OTHER[line.runs[0].weight])),
        (Fill, lambda fill: replace(fill, radius=fill.radius + 1)),
        (Fill, lambda fill: replace(fill, runs_off=Edge.LEFT | Edge.TOP)),
        (Symbol, bent),
        (Symbol, lambda symbol: replace(symbol, weight=symbol.weight * 2)),
        (Rule, lambda rule: replace(rule, dash=(1.0, 1.0))),
    ],
)
def test_what_is_not_seen_at_a_glance_shows_in_the_dump(
    edition: Callable[..., Sheet], kind: type[Item], change: Callable[[Any], Item]
) -> None:
    (panel,) = (panel for panel in edition("kk", "atyrau").panels if panel.name == "inside left")
    items = [item for item in (*panel.items, Rule(0, 0, 1, 0, 1, BLACK)) if isinstance(item, kind)]
    assert items
    assert all(one(change(item)) != one(item) for item in items)


def test_fold_marks_stand_in_the_dump(edition: Callable[..., Sheet]) -> None:
    sheet = edition("kk", "atyrau")
    marks = [one(mark) for mark in sheet.sides[0].marks]
    assert len(marks) == 4
    assert all(f"  {mark}\n" in dump(sheet.layout) for mark in marks)
