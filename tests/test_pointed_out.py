"""A slip of structure is told once, at the line where it is, and not where it shows."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import spoil

from leaflet import load
from leaflet.diagnostics import Finding, Severity


def told(folder: Path, name: str, old: str, new: str) -> list[Finding]:
    spoil(folder / name, old, new)
    return [found for found in load(folder).findings if found.severity is not Severity.NOTE]


def line_of(path: Path, words: str) -> int:
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_a_section_with_a_slip_in_its_name_is_not_missing(folder: Path) -> None:
    first, *_ = told(folder, "en.yaml", "  rights:\n", "  right:\n")
    assert (first.code, first.remedy) == ("superfluous-section", 'did you mean "rights"?')


def test_an_id_that_all_languages_have_otherwise_is_misspelt_in_the_facts(folder: Path) -> None:
    (found,) = told(folder, "organizations.yaml", "\nmalika:\n", "\nmalica:\n")
    facts = folder / "organizations.yaml"
    assert (Path(found.place.file), found.place.line) == (facts, line_of(facts, "malica:"))
    assert 'did you mean "malika"?' in found.remedy


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('      - - "Вам нужно иметь', '        - "Вам нужно иметь'),
        ('        - "Не нужно никому о них', '      - - "Не нужно никому о них'),
    ],
)
def test_a_dash_that_parts_paragraphs_otherwise_is_told_at_the_first_of_them(
    folder: Path, old: str, new: str
) -> None:
    first, *_ = told(folder, "ru.yaml", old, new)
    assert first.what == "memo.arrival.paragraphs is parted otherwise than the source"
    assert "two dashes" in first.remedy
    lines = (folder / "ru.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[first.place.line - 1].startswith("      - - ")


def test_a_doubt_about_a_paragraph_that_is_gone_says_that_they_are_fewer(folder: Path) -> None:
    every = told(folder, "kk.yaml", '      - - "Өзіңізде мобильді', '        - "Өзіңізде мобильді')
    (found,) = (each for each in every if each.code == "unknown-text")
    assert found.remedy.startswith(
        "memo.arrival.paragraphs ends with 7; a paragraph begins with two dashes: was one lost"
    )


def test_a_record_that_is_no_fingerprint_tells_nothing_about_the_source(folder: Path) -> None:
    (found,) = told(
        folder, "ru.yaml", 'memo.signs.checklist.9: "8f51ba24"', 'memo.signs.checklist.9: "8f51ba2"'
    )
    assert found.code == "bad-fingerprint"


@pytest.mark.parametrize("tag", ["kk", "ru"])
def test_a_paragraph_without_a_sentence_is_told_where_it_stands(folder: Path, tag: str) -> None:
    path = folder / f"{tag}.yaml"
    text = path.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.lstrip().startswith("- - "))
    spoil(path, first, f"{first[: first.index('-')]}- []\n{first}")
    assert "empty-value" in {found.code for found in load(folder).findings}
