"""Where everything stands, as text that a reviewer reads in a diff.

After a wanted change: ``LEAFLET_GOLDEN=write pytest tests/test_golden.py``, then read the diff.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from sheets import Key, Sheet, name

from leaflet.dump import dump

GOLDEN = Path(__file__).parent / "golden"
KEYS: list[Key] = [
    (language, region, product)
    for language in ("kk", "ru", "en")
    for region, product in ((None, "trifold"), (None, "a4"), ("almaty", "trifold"))
]


@pytest.mark.parametrize("sheet", KEYS, ids=name, indirect=True)
def test_everything_stands_where_it_stood(sheet: Sheet, request: pytest.FixtureRequest) -> None:
    path = GOLDEN / f"{request.node.callspec.id}.txt"
    found = dump(sheet.layout)
    if os.environ.get("LEAFLET_GOLDEN") == "write":
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    assert {path.stem for path in GOLDEN.iterdir()} == {name(key) for key in KEYS}
