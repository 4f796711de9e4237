"""Content that is too much of something: checked in short time, and told in few words."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from itertools import islice, product
from pathlib import Path
from time import process_time

import pytest
from folders import spoil

from leaflet import load
from leaflet.checking import check
from leaflet.content.entries import shared_names
from leaflet.content.memo import unlike_memo
from leaflet.content.model import Text
from leaflet.diagnostics import Finding, Place, Severity
from leaflet.fonts import FontFolder
from leaflet.releasing import STOPPING

TODAY = datetime.date(2026, 12, 1)
LONGEST = 3000
"""Letters of a finding that still fits on a screen."""


def copy_language(folder: Path, count: int) -> None:
    words = (folder / "ru.yaml").read_text(encoding="utf-8")
    for number in range(count):
        tag = f"{chr(97 + number // 26)}{chr(97 + number % 26)}x"
        (folder / f"{tag}.yaml").write_text(words.replace('language: "ru"', f'language: "{tag}"'), "utf-8")


def seconds_to_check(folder: Path, typeface: FontFolder) -> float:
    content, begin = load(folder), process_time()
    check(content, None, typeface, TODAY, release=True)
    return process_time() - begin


def test_thousands_of_aliases_take_no_longer_than_the_rest(untranslated: Path, typeface: FontFolder) -> None:
    few = seconds_to_check(untranslated, typeface)
    many = ", ".join(f'"Верный{number}ско"' for number in range(8000))
    spoil(untranslated / "regions.yaml", '"Верный"]', f'"Верный", {many}]')
    assert seconds_to_check(untranslated, typeface) < 1 + 3 * few


def test_of_many_languages_each_copy_is_told_once(bilingual: Path) -> None:
    copy_language(bilingual, 20)
    begin = process_time()
    told = [found for found in load(bilingual).findings if found.code == "unchanged-text"]
    assert len(told) == len({found.place for found in told}) == 21
    assert process_time() - begin < 4


def test_more_languages_than_anybody_prints_are_refused_at_once(bilingual: Path) -> None:
    for number in range(3000):
        (bilingual / f"x{number}.yaml").write_text("", encoding="utf-8")
    begin = process_time()
    (found,) = [found for found in load(bilingual).findings if found.severity is Severity.ERROR]
    assert found.code == "too-many-files"
    assert "3002" in found.measure
    assert process_time() - begin < 1


def test_an_organisation_with_very_many_new_numbers_is_held_against_the_memo_at_once(
    untranslated: Path,
) -> None:
    numbers = ", ".join(f'"+7705{number}"' for number in range(1_000_000, 5_000_000, 1_000))
    rung = f'phones: [{numbers}]\n  checked_on: "2026-11-20"\n  rung: [{numbers}]'
    spoil(untranslated / "organizations.yaml", 'phones: ["+77058200933"]', rung)
    content, begin = load(untranslated), process_time()
    assert len(list(unlike_memo(content.organizations))) > 4000
    assert process_time() - begin < 1.5


def test_thousands_of_new_names_are_held_against_each_other_at_once(untranslated: Path) -> None:
    content = load(untranslated)
    source = content.languages["kk"]
    (model,) = [entry for entry in content.organizations if entry.id == "malika"]
    new, words = [], dict(source.organizations)
    for number in range(2000):
        name = Text(f"«Үміт {number}» қоры", model.place)
        new.append(replace(model, id=f"new-{number}", printed=None))
        words[f"new-{number}"] = replace(words["malika"], name=name)
    begin = process_time()
    source = replace(source, organizations=words)
    told = list(shared_names(source, source, [model, *new]))
    assert [found for found in told if found.code == "entered-twice"] == []
    assert process_time() - begin < 2


def test_a_text_full_of_slips_has_a_few_of_them_told_and_the_others_counted(bilingual: Path) -> None:
    slips = " ".join(f"{chr(0x430 + number % 26)}o{chr(0x431 + number // 26)}" for number in range(500))
    spoil(bilingual / "ru.yaml", '"паспорт находится у работодателя;"', f'"{slips}"')
    told = [found for found in load(bilingual).findings if found.code == "mixed-scripts"]
    assert len(told) == 21
    assert told[-1].what == "480 more findings of this kind stand in the same text"


@pytest.mark.parametrize("letters", ["acexop", "ACEXOP", "асехoр"])
def test_a_text_full_of_words_in_other_letters_takes_no_time(bilingual: Path, letters: str) -> None:
    slips = " и ".join(islice(map("".join, product(letters, repeat=6)), 4_000))
    spoil(bilingual / "ru.yaml", '"паспорт находится у работодателя;"', f'"{slips}"')
    begin = process_time()
    told = [found for found in load(bilingual).findings if found.code == "mixed-scripts"]
    assert len(told) == 21
    assert process_time() - begin < 2


@pytest.mark.parametrize("word", ["I" * 100_000, "TODO" * 25_000])
def test_a_word_as_long_as_a_file_takes_little_longer_than_the_rest(
    bilingual: Path, typeface: FontFolder, word: str
) -> None:
    few = seconds_to_check(bilingual, typeface)
    spoil(bilingual / "ru.yaml", '"паспорт находится у работодателя;"', f'"{word}"')
    assert seconds_to_check(bilingual, typeface) < 1 + 3 * few


@pytest.mark.parametrize("words", ["{}" * 15_000, "0" * 30_000, "1 " * 15_000, "{a}" * 10_000])
def test_a_long_text_makes_no_long_message(bilingual: Path, typeface: FontFolder, words: str) -> None:
    spoil(bilingual / "ru.yaml", '"паспорт находится у работодателя;"', json.dumps(words))
    for found in check(load(bilingual), None, typeface, TODAY, release=True):
        assert len(str(found)) < LONGEST, found.code


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("ru", 'name: "Русский"', f'name: "{"а" * 30_000}"'),
        ("ru", "\nlabels:", f"\n{'k' * 900}: x\nlabels:"),
        ("hotlines", 'number: "102"', f'number: "{"1" * 30_000}"'),
        (
            "organizations",
            'phones: ["+77058200933"]',
            f"phones: {json.dumps([f'+7705{8200000 + number}' for number in range(1000)])}\n  rung: ['1']",
        ),
        (
            "organizations",
            'phones: ["+77058200933"]',
            f"phones: ['+77058200933']\n  short_numbers: {json.dumps([str(n) for n in range(10000, 12000)])}",
        ),
    ],
)
def test_a_long_value_makes_no_long_message(
    bilingual: Path, typeface: FontFolder, file: str, old: str, new: str
) -> None:
    spoil(bilingual / f"{file}.yaml", old, new)
    for found in check(load(bilingual), None, typeface, TODAY, release=True):
        assert len(str(found)) < LONGEST, found.code


def test_many_short_numbers_are_not_all_named(untranslated: Path) -> None:
    numbers = "".join(f'"{number}": "x"\n' for number in range(10000, 13000))
    (untranslated / "short_numbers.yaml").write_text(numbers, encoding="utf-8")
    spoil(
        untranslated / "organizations.yaml",
        'phones: ["+77058200933"]',
        'phones: ["+77058200933"]\n  short_numbers: ["999"]',
    )
    (found,) = [found for found in load(untranslated).findings if found.what.startswith("999 ")]
    assert len(found.measure) < 200
    assert "and 2" in found.measure


def test_no_part_of_any_finding_is_longer_than_a_screen() -> None:
    found = Finding(Place("x"), "code", "a" * 5000, "b" * 5000, "c" * 5000)
    assert len(str(found)) < 3100
    assert found.what.endswith("…")


def test_of_a_file_that_nobody_has_translated_that_one_thing_is_told(bilingual: Path) -> None:
    for name in ("ru", "kk"):
        words = (bilingual / f"{name}.yaml").read_text(encoding="utf-8").replace(f'"{name}"', '"uz-Latn"', 1)
        words = re.sub("^alphabet: .*", 'alphabet: "abcdefghijklmnopqrstuvwxyz"', words, flags=re.MULTILINE)
        words = words.replace('status: "source"', 'status: "draft"')
        (bilingual / "uz-Latn.yaml").write_text(words, encoding="utf-8")
        codes = [found.code for found in load(bilingual).findings if "uz-Latn" in found.place.file]
        assert codes.count("unchanged-text") == 1
        assert not {"mixed-scripts", "foreign-letter"} & set(codes)
    assert "unchanged-text" in STOPPING
