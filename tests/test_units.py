"""The regions held against what the standard and the history of their names say."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from folders import spoil

from leaflet import load
from leaflet.content import Content
from leaflet.diagnostics import Severity
from leaflet.releasing import release_findings

TODAY = datetime.date(2026, 12, 1)


def told(content: Content) -> list[tuple[str, str]]:
    return [(found.code, found.what) for found in content.findings if "regions.yaml" in found.place.file]


def test_the_real_regions_are_all_there_under_their_own_names(content: Content) -> None:
    assert told(content) == []


def test_a_region_that_is_taken_out_everywhere_stops_a_release(folder: Path) -> None:
    path = folder / "regions.yaml"
    path.write_text(
        re.sub(r"^ulytau:\n(?: .*\n)+", "", path.read_text("utf-8"), flags=re.M), encoding="utf-8"
    )
    spoil(path, '  see_also: ["ulytau"]\n', "")
    for tag in ("kk", "ru", "en"):
        path = folder / f"{tag}.yaml"
        path.write_text(re.sub(r"^  ulytau: .*\n", "", path.read_text("utf-8"), flags=re.M), encoding="utf-8")
    content = load(folder)
    (found,) = [found for found in content.findings if found.code == "missing-unit"]
    assert "ulytau (KZ-62)" in found.measure
    held = [each for each in release_findings(content, ["en"], [None], TODAY) if each.code == found.code]
    assert [each.severity for each in held] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('see_also: ["ulytau"]', 'see_also: ["karaganda"]', "wrong-see-also"),
        ('see_also: ["ulytau"]', 'see_also: ["atyrau"]', "wrong-see-also"),
        ('see_also: ["ulytau"]', 'see_also: ["ulytau", "ulytau"]', "repeated-value"),
    ],
)
def test_see_also_names_what_was_parted_from_a_region_once(
    untranslated: Path, old: str, new: str, code: str
) -> None:
    spoil(untranslated / "regions.yaml", old, new)
    assert [found for found, _ in told(load(untranslated))] == [code]


def test_an_organisation_serves_a_region_once(untranslated: Path) -> None:
    spoil(untranslated / "organizations.yaml", '["mangystau"]', '["mangystau", "mangystau"]')
    assert "repeated-value" in [found.code for found in load(untranslated).findings]


@pytest.mark.parametrize(
    ("name", "owner", "other"),
    [
        ("ЮКО", "turkistan", "zhambyl"),
        ("Гурьев", "atyrau", "zhambyl"),
        ("Джамбул", "zhambyl", "atyrau"),
        ("Целиноград", "astana", "almaty"),
        ("Верный", "almaty", "astana"),
        ("Целиноградская область", "akmola", "almaty"),
        ("ВКО", "east-kazakhstan", "west-kazakhstan"),
    ],
)
def test_an_old_name_that_is_moved_is_told(untranslated: Path, name: str, owner: str, other: str) -> None:
    path = untranslated / "regions.yaml"
    text = re.sub(rf'"{name}", |, "{name}"(?=\])', "", path.read_text(encoding="utf-8"), count=1)
    text = re.sub(
        rf"(?<=^{other}:\n)(  iso: .*\n  (?:aliases|formerly): \[)", rf'\1"{name}", ', text, flags=re.M
    )
    path.write_text(text, encoding="utf-8")
    ((code, what),) = told(load(untranslated))
    assert code == "wrong-alias"
    assert f'"{owner}"' in what
