"""A slip of structure is told once, at the line where it is, and not where it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from folders import spoil
from test_good_changes import enter

from leaflet import load
from leaflet.content.memo import unlike_source
from leaflet.diagnostics import Finding, Severity
from leaflet.relevance import relevant


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


def test_a_slip_in_the_id_of_a_hotline_is_told_at_its_own_line(bilingual: Path) -> None:
    spoil(bilingual / "hotlines.yaml", "\nemergency:\n", "\nemergancy:\n")
    content = load(bilingual)
    found, *others = relevant(content, sorted(content.languages))
    assert others == []
    assert (found.code, found.remedy) == ("missing-hotline", 'did you mean "emergency"?')
    assert found.place.line == line_of(bilingual / "hotlines.yaml", "emergancy:")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("malika aktobe", "malika-aktobe"),
        ("мalika", "malika"),
        ("Atyrau Qolday", "atyrau-qolday"),
        ("Атырау Malіka", "atirau-malika"),
    ],
)
def test_an_id_that_is_none_is_told_how_to_write_it(folder: Path, typed: str, meant: str) -> None:
    for name in ("organizations", "kk", "ru", "en"):
        path = folder / f"{name}.yaml"
        text = re.sub(r"^( *)malika:$", rf"\1{typed}:", path.read_text(encoding="utf-8"), flags=re.M)
        path.write_text(text.replace("organizations.malika.", f"organizations.{typed}."), encoding="utf-8")
    content = load(folder)
    found, *_ = (each for each in content.findings if each.code == "bad-id")
    assert found.remedy == f'write "{meant}", here and in every language file'
    assert [each.code for each in unlike_source(content) if typed in each.what] == []


def test_a_name_of_another_language_in_the_source_is_told_there(bilingual: Path) -> None:
    name, place = "Общественный фонд «Надежда»", "г. Темиртау, Карагандинская область"
    enter(bilingual, "karaganda", kk=place, ru=place)
    for tag in ("kk", "ru"):
        spoil(bilingual / f"{tag}.yaml", '  new:\n    name: "«Үміт»"', f'  new:\n    name: "{name}"')
    found = [each for each in load(bilingual).findings if each.code == "unchanged-text"]
    assert [Path(each.place.file).name for each in found] == ["kk.yaml", "kk.yaml"]
    assert all('the text of the source is that of "ru"' in each.what for each in found)


def test_where_the_source_is_to_be_mended_no_translation_is(folder: Path) -> None:
    found = told(folder, "kk.yaml", 'name: "«Қайсар» қ', 'name: "«Кайсар» қ')
    source = f"{folder / 'kk.yaml'}:{line_of(folder / 'kk.yaml', '«Кайсар»')}:11"
    followed = [each for each in found if Path(each.place.file).name != "kk.yaml"]
    assert {each.code for each in followed} == {"foreign-letter", "stale-translation"}
    assert {each.remedy for each in followed} == {f"mend the source first: {source} has a finding of its own"}


def test_texts_of_another_script_are_told_once(folder: Path) -> None:
    proof = re.compile(r"^proof:\n(?:  .*\n)+", re.M)
    left = proof.search((folder / "ru.yaml").read_text(encoding="utf-8"))
    assert left is not None
    words = (folder / "en.yaml").read_text(encoding="utf-8")
    (folder / "en.yaml").write_text(proof.sub(lambda _: left[0], words), encoding="utf-8")
    (found,) = (each for each in load(folder).findings if each.severity is not Severity.NOTE)
    assert found.code == "foreign-letter"
    assert found.measure.startswith("24 texts: proof.title (line ")


def test_what_the_source_has_lost_is_put_back_there(folder: Path) -> None:
    found = told(folder, "kk.yaml", '      - "жұмыстан шығу мүмкіндігінің жоқтығы;"\n', "")
    (remedy,) = {each.remedy for each in found if each.code == "superfluous-text"}
    assert remedy.startswith("was it lost in the source, from ")
    assert "put it back there" in remedy


def test_of_two_corrections_of_the_same_words_the_older_one_follows(untranslated: Path) -> None:
    spoil(untranslated / "kk.yaml", "«Әлеуметтік позиция» қ", "«Әлеуметтік ұстаным» қ")
    newer = (
        '  - at: "organizations.social-position.name"\n    printed: "позиция"\n'
        '    now: "ұстаным"\n    why: "called so today"\n'
    )
    found = told(untranslated, "kk.yaml", "\ncorrections:\n", f"\ncorrections:\n{newer}")
    (remedy,) = (each.remedy for each in found if each.code == "words-not-found")
    assert remedy == 'another correction has changed them again: set now to "«Әлеуметтік ұстаным»" here'


def test_a_day_without_quotes_is_told_in_quotes(untranslated: Path) -> None:
    (found,) = told(untranslated, "organizations.yaml", 'row: "5"\n', 'row: "5"\n  checked_on: 2026-11-27\n')
    assert (found.code, found.remedy) == ("unquoted-value", 'put it in quotes: "2026-11-27"')


def test_what_holds_contacts_is_told_to_hold_one(untranslated: Path) -> None:
    first, *_ = told(untranslated, "organizations.yaml", 'row: "5"\n', 'row: "5"\n  dead: "yes"\n')
    assert (first.code, first.remedy) == ("wrong-type", 'write the contact itself, as in ["+77079863460"]')


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('      - - "Вам нужно иметь', '        - "Вам нужно иметь'),
        ('        - "Не нужно никому о них', '      - - "Не нужно никому о них'),
    ],
)
def test_a_dash_that_parts_paragraphs_otherwise_is_told_at_the_first_of_them(
    bilingual: Path, old: str, new: str
) -> None:
    first, *_ = told(bilingual, "ru.yaml", old, new)
    assert first.what == "memo.arrival.paragraphs is parted otherwise than the source"
    assert "two dashes" in first.remedy
    lines = (bilingual / "ru.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[first.place.line - 1].startswith("      - - ")


def test_a_doubt_about_a_paragraph_that_is_gone_says_that_they_are_fewer(untranslated: Path) -> None:
    every = told(untranslated, "kk.yaml", '      - - "Өзіңізде мобильді', '        - "Өзіңізде мобильді')
    (found,) = (each for each in every if each.code == "unknown-text")
    assert found.remedy.startswith(
        "memo.arrival.paragraphs ends with 7; a paragraph begins with two dashes: was one lost"
    )


def test_a_record_that_is_no_fingerprint_tells_nothing_about_the_source(bilingual: Path) -> None:
    (found,) = told(
        bilingual, "ru.yaml", 'memo.signs.checklist.9: "8f51ba24"', 'memo.signs.checklist.9: "8f51ba2"'
    )
    assert found.code == "bad-fingerprint"


@pytest.mark.parametrize("tag", ["kk", "ru"])
def test_a_paragraph_without_a_sentence_is_told_where_it_stands(bilingual: Path, tag: str) -> None:
    path = bilingual / f"{tag}.yaml"
    text = path.read_text(encoding="utf-8")
    first = next(line for line in text.splitlines() if line.lstrip().startswith("- - "))
    spoil(path, first, f"{first[: first.index('-')]}- []\n{first}")
    assert "empty-value" in {found.code for found in load(bilingual).findings}
