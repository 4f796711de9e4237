"""A language file is what its tag and its name say, and no copy of another one under a new name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from folders import reworded, spoil
from typer.testing import CliRunner

from leaflet import load
from leaflet.cli import app
from leaflet.content import Content
from leaflet.content.copies import untranslated
from leaflet.diagnostics import Severity
from leaflet.releasing import STOPPING
from leaflet.relevance import concerning, relevant


def copy(folder: Path, tag: str, as_tag: str, change: Callable[[str], str] = str) -> None:
    words = (folder / f"{tag}.yaml").read_text(encoding="utf-8").replace(f'"{tag}"', f'"{as_tag}"', 1)
    (folder / f"{as_tag}.yaml").write_text(change(words), encoding="utf-8")
    if tag != "kk":  # The other translation is not held against it.
        (folder / {"ru": "en.yaml", "en": "ru.yaml"}[tag]).unlink(missing_ok=True)


def told(content: Content, tag: str) -> dict[str, Severity]:
    return {
        found.code: found.severity
        for found in content.findings
        if found.place.file.endswith(f"/{tag}.yaml") and found.severity is not Severity.NOTE
    }


@pytest.mark.parametrize(("tag", "as_tag"), [("ru", "ru-Latn"), ("ru", "ru-Arab"), ("en", "en-Shaw")])
def test_a_tag_claims_the_script_of_its_letters(folder: Path, tag: str, as_tag: str) -> None:
    copy(folder, tag, as_tag)
    content = load(folder)
    assert told(content, as_tag)["wrong-script"] is Severity.ERROR
    assert as_tag not in content.languages


@pytest.mark.parametrize(("tag", "as_tag"), [("ru", "ru-Cyrl"), ("ru", "ru-KZ"), ("en", "en-GB")])
def test_a_language_of_another_country_is_no_copy(folder: Path, tag: str, as_tag: str) -> None:
    copy(folder, tag, as_tag)
    found = told(load(folder), as_tag)
    assert "wrong-script" not in found
    if "-KZ" in as_tag or "-GB" in as_tag:
        assert found == {}


def other_signs(words: str) -> str:
    """Each text with another sign at its end, or one more."""
    head, memo = words.split("\nmemo:\n")
    memo = re.sub(r'([;.:]?)"$', lambda end: '."' if end[1] == ";" else ';"', memo, flags=re.MULTILINE)
    return f"{head}\nmemo:\n{memo}"


def test_a_copy_is_one_whatever_its_signs_and_case(folder: Path) -> None:
    copy(folder, "en", "gd", lambda words: other_signs(words).replace('name: "English"', 'name: "Gàidhlig"'))
    assert told(load(folder), "gd")["unchanged-text"] is Severity.WARNING
    assert "unchanged-text" in STOPPING


def translated(words: str, *, kept: tuple[str, ...], name: str = "Кыргызча", letter: str = "ө") -> str:
    """Russian words with another letter in all texts but those that are ``kept``."""
    head, memo = words.replace("2026-11-23", "2026-11-25").replace("Русский", name).split("\nmemo:\n")
    head = head.replace("абвг", "абвгңөүӣ")
    memo = re.sub("^doubts:.*", "", memo, flags=re.DOTALL | re.MULTILINE)
    lines = [
        line if any(text in line for text in kept) else re.sub("[аеиоуыэюя]", letter, line)
        for line in memo.split("\n")
    ]
    return "\n".join([head, "memo:", *lines])


LEFT = ("нет выходных дней;", "работа в плохих условиях;", "свободно выбирать место жительства;")


def borrowed(content: Content) -> dict[str, str]:
    found = [found for found in content.findings if "word for word those of" in found.what]
    assert all(each.code in STOPPING for each in found)
    return {Path(each.place.file).stem: str(each) for each in found}


def test_russian_that_was_left_in_another_language_is_told_once(folder: Path) -> None:
    copy(folder, "ru", "ky", lambda words: translated(words, kept=LEFT))
    (told,) = borrowed(load(folder)).items()
    assert told[0] == "ky"
    assert 'some texts of "ky" are word for word those of "ru"' in told[1]
    assert "3 of " in told[1]
    assert "memo.signs.checklist.6 (line 34), memo.signs.checklist.9 (line 37)" in told[1]
    assert "translate them: they are those of" in told[1]


def as_copied(words: str) -> str:
    """A file that was copied, of which the head alone was made that of another language."""
    words = re.sub(r"^alphabet: .*", 'alphabet: "abdefghijklmnopqrstuvxyzʻʼ"', words, flags=re.M)
    words = words.replace('"source"', '"draft"').partition("\ndoubts:")[0]
    return re.sub(r"^name: .*", 'name: "Oʻzbekcha"', words, flags=re.M)


def test_a_build_says_of_an_edition_how_much_of_it_is_not_translated(folder: Path, tmp_path: Path) -> None:
    copy(folder, "ru", "uz-Latn", as_copied)
    asked = ["build", "-l", "uz-Latn,ru", "-r", "abai", "-o", f"{tmp_path}/", "--content", str(folder)]
    built = re.findall(r"edition (\w\w)\S+-DRAFT(.*)", CliRunner().invoke(app, asked).stderr)
    count = len(load(folder).languages["uz-Latn"].regions) + 140
    assert built == [("UZ", f"; {count} of {count} texts are not translated"), ("RU", "")]


def test_of_texts_that_are_the_sources_none_is_translated(folder: Path) -> None:
    some = re.compile(r'- "[^"]*(.)"$', re.MULTILINE)
    copy(folder, "kk", "uz-Latn", lambda words: some.sub(r'- "tarjima\1"', as_copied(words)))
    content = load(folder)
    source = content.languages["kk"]
    languages = [words for words in (*content.languages.values(), *content.unsound) if words is not source]
    counts = {words.tag: untranslated(words, content) for words in languages}
    assert 100 < counts["uz-Latn"][0] < counts["uz-Latn"][1] - 20
    assert (counts["ru"][0], counts["en"][0]) == (0, 0)


def test_neighbours_may_call_a_place_alike(folder: Path) -> None:
    copy(
        folder,
        "ru",
        "be",
        lambda words: translated(words, kept=("г. Алматы", "  pavlodar:"), name="Беларуская"),
    )
    assert borrowed(load(folder)) == {}


def test_a_place_and_a_region_that_were_left_in_another_language_are_told(folder: Path) -> None:
    copy(folder, "ru", "ky", lambda words: translated(words, kept=("г. Актау и", "  pavlodar:")))
    (told,) = borrowed(load(folder)).values()
    assert "2 of " in told
    assert "organizations.meyirim.place (line " in told
    assert "regions.pavlodar (line " in told


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('place: "Aktau and Mangystau Region"', 'place: "г. Актау и Мангистауская область"'),
        ('shymkent: "Shymkent city"', 'shymkent: "Город Шымкент"'),
        ("“Malika” crisis centre", "Кризисный центр “Malika”"),
    ],
)
def test_a_name_or_a_place_in_letters_that_its_reader_does_not_know_stops_a_release(
    folder: Path, old: str, new: str
) -> None:
    line = next(
        n for n, text in enumerate((folder / "en.yaml").read_text("utf-8").splitlines(), 1) if old in text
    )
    content = reworded(folder, "en", old, new)
    found = [each for each in content.findings if each.place.line == line and "en.yaml" in each.place.file]
    assert "foreign-letter" in {each.code for each in found} & STOPPING


def test_where_nothing_tells_which_one_was_copied_both_are_named(folder: Path) -> None:
    copy(folder, "ru", "ky", lambda words: translated(words, kept=LEFT))
    spoil(folder / "ky.yaml", "2026-11-25", "2026-11-23")
    told = borrowed(load(folder))
    assert set(told) == {"ru", "ky"}
    assert all("in the one that was copied, here or in " in text for text in told.values())


def test_one_text_that_was_left_is_enough(folder: Path) -> None:
    copy(folder, "ru", "ky", lambda words: translated(words, kept=LEFT[:1]))
    assert list(borrowed(load(folder))) == ["ky"]


def test_two_languages_made_from_one_are_both_held_against_it(folder: Path) -> None:
    copy(folder, "ru", "ky", lambda words: translated(words, kept=LEFT[:2]))
    copy(folder, "ru", "tg", lambda words: translated(words, kept=LEFT[:2], name="Тоҷикӣ", letter="ӣ"))
    told = borrowed(load(folder))
    assert set(told) == {"ky", "tg"}
    assert all('those of "ru"' in text for text in told.values())


def test_nothing_was_left_in_words_of_another_country(folder: Path) -> None:
    copy(folder, "ru", "ru-KZ", lambda words: translated(words, kept=LEFT))
    assert borrowed(load(folder)) == {}


def test_the_real_languages_are_their_own(content: Content) -> None:
    assert borrowed(content) == {}


def test_a_text_of_the_source_is_unchanged_with_another_sign_at_its_end(folder: Path) -> None:
    spoil(folder / "ru.yaml", "нет выходных дней;", "Демалыс күндерінің жоқтығы.")
    content = load(folder)
    assert "unchanged-text" not in told(content, "en")
    assert told(content, "ru")["unchanged-text"] is Severity.WARNING


def test_no_language_is_called_as_another_one(folder: Path) -> None:
    spoil(folder / "ru.yaml", 'name: "Русский"', 'name: "english"')
    found = [found for found in load(folder).findings if "is called" in found.what]
    # Nothing tells which of the two has the name of the other.
    assert {(each.code, Path(each.place.file).stem) for each in found} == {
        ("unchanged-text", "ru"),
        ("unchanged-text", "en"),
    }


def half_translated(words: str, folder: Path) -> str:
    """English with labels, and words of the sheet that checks a printer, that are still Russian."""
    russian = (folder / "ru.yaml").read_text(encoding="utf-8")
    untouched = re.search(r"^labels:\n.*?(?=^[a-z_]+:$(?<!proof:))", russian, re.DOTALL | re.MULTILINE)
    assert untouched
    assert "\nproof:\n" in untouched[0]
    return words.partition("\nlabels:\n")[0] + f"\n{untouched[0]}"


def test_of_texts_that_nobody_has_translated_their_script_is_told_once(folder: Path) -> None:
    copy(folder, "en", "gd", lambda words: half_translated(words, folder))
    found = [each for each in load(folder).findings if each.code == "foreign-letter"]
    assert [re.sub(r" \(line .*", "", each.measure) for each in found] == [
        "18 texts: labels.all_regions",
        "24 texts: proof.title",
    ]


def test_of_a_text_of_the_source_nothing_else_is_told(folder: Path) -> None:
    content = reworded(folder, "en", "no days off;", "демалыс күндерінің жоқтығы;")
    assert told(content, "en").keys() == {"unchanged-text"}


def test_a_leaflet_needs_no_words_of_the_sheet_that_checks_a_printer(folder: Path) -> None:
    copy(folder, "en", "gd", lambda words: half_translated(words, folder))
    content = load(folder)
    proof = {text.place for text in content.languages["gd"].proof.values()}
    found = list(relevant(content, ["gd"]))
    assert proof & {each.place for each in concerning(found, content, ())}
    leaflet = {each.place for each in concerning(found, content, [None])}
    assert not proof & leaflet
    assert content.languages["gd"].labels["all_regions"].place in leaflet
