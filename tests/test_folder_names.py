"""A content folder under a name that cannot be printed: it is told of as any other."""

from __future__ import annotations

import datetime
from itertools import cycle
from pathlib import Path
from shutil import copytree

import pytest
from folders import spoil

from leaflet import load
from leaflet.checking import check
from leaflet.diagnostics import Finding
from leaflet.fonts import FontFolder
from leaflet.releasing import release_findings
from leaflet.relevance import concerning, relevant

TODAY = datetime.date(2026, 12, 1)
NAMES = ("con\u200btent", "con\udcfftent", "conte\u0301" + "\u0301" * 40 + "nt")
SPOILT = {
    "nothing": (),
    "a number of two": (("organizations.yaml", 'phones: ["+77273961938"]', 'phones: ["+77273764037"]'),),
    "a contact": (("organizations.yaml", '["+77292545168"]', '["+7729254516"]'),),
    "a row that is gone": (("organizations.yaml", '  row: "2"\n', ""),),
    "a hotline": (("hotlines.yaml", 'number: "102"', 'number: "x"'),),
    "all hotlines": (("hotlines.yaml", "police:", "police: :"),),
    "a region": (("regions.yaml", 'iso: "KZ-10"', 'iso: "KZ"'),),
    "the source": (("kk.yaml", "language:", "tongue:"),),
}
"""What stands in the facts, or in the words that they are held against, and should not."""


def told(folder: Path, typeface: FontFolder) -> list[tuple[object, ...]]:
    """All that is found about a folder, for every use of it, but for where the folder is."""
    content = load(folder)
    found: list[Finding] = [*check(content, None, typeface, TODAY)]
    found += check(content, None, typeface, TODAY, release=True)
    for language in ("kk", "ru"):
        found += concerning(relevant(content, [language]), content, ["almaty"])
        found += release_findings(content, [language], ["almaty"], TODAY)
    return [
        (Path(each.place.file).name, each.place.line, each.place.column, each.code, each.severity)
        for each in found
    ]


@pytest.mark.parametrize(("spoilt", "name"), list(zip(SPOILT, cycle(NAMES), strict=False)), ids=SPOILT)
def test_a_folder_whose_name_cannot_be_printed_has_no_other_findings(
    spoilt: str, name: str, folder: Path, tmp_path: Path, typeface: FontFolder
) -> None:
    (folder / "en.yaml").unlink()
    for file, old, new in SPOILT[spoilt]:
        spoil(folder / file, old, new)
    try:
        odd = Path(copytree(folder, tmp_path / name))
    except (OSError, UnicodeError):
        pytest.skip("not every system takes such a name")
    assert told(odd, typeface) == told(folder, typeface)
