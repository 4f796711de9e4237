"""Where words may part."""

from __future__ import annotations

from itertools import pairwise

import pytest
from typefaces import copy_of

from leaflet.hyphenation import hyphenator, kazakh, never
from leaflet.linebreak import first_fit


def parted(word: str, points: tuple[int, ...]) -> str:
    ends = [0, *points, len(word)]
    return "-".join(word[start:end] for start, end in pairwise(ends))


@pytest.mark.parametrize(
    "expected",
    [
        "төл-құ-жа-ты-ңызды",
        "мем-ле-кет-тік",
        "қауіп-сіз-дік",
        "бос-тан-дық-тарды",
        "лауа-зым",
        "Қазақ-стан-ның",
        "қазақ-стан-дық",
        "өзбек-стан-дар",
        "уни-вер-си-тет",
    ],
)
def test_kazakh_words_part_between_syllables(expected: str) -> None:
    word = expected.replace("-", "")
    assert parted(word, kazakh(word)) == expected


@pytest.mark.parametrize("word", ["пункт", "төрт", "ауыл", "ЖҰМЫСТАНДЫРУ", "a1b2c3d4e5", "құмырсқа"])
def test_short_words_capitals_and_codes_stay_whole(word: str) -> None:
    assert kazakh(word) == ()


def test_every_part_of_a_kazakh_word_can_be_read_alone() -> None:
    for word in ("жетілдіруде", "консулдықтардың", "мигранттардың", "заңнамасын", "қолданылмайды"):
        parts = parted(word, kazakh(word)).split("-")
        assert min(len(parts[0]), len(parts[-1])) >= 3
        assert all(set(part) & set("аәеёиоөұүыіэюяу") for part in parts)


def test_russian_and_english_part_by_their_patterns() -> None:
    assert parted("организация", hyphenator("ru")("организация")) == "орга-ни-за-ция"
    assert "-" in parted("information", hyphenator("en")("information"))


def test_a_language_without_rules_is_never_hyphenated() -> None:
    assert hyphenator("uz-Latn") is never
    assert never("shartnomasini") == ()


def test_a_word_parts_only_where_the_line_needs_it() -> None:
    # Letters are 500 wide, the hyphen too, the space 250.
    copy = copy_of("аааа бостандық", hyphenate=kazakh)
    assert [word.hyphen for word in copy.words] == [0, 500, 500, 0]
    assert first_fit(copy, 10_000) == [4]
    assert first_fit(copy, 6_500) == [3, 4]
    assert first_fit(copy, 2_000) == [1, 2, 3, 4]


def test_soft_hyphens_of_an_editor_go_before_the_rules() -> None:
    copy = copy_of("бос\u00adтандыққа", hyphenate=kazakh)
    assert [word.pieces[0].text for word in copy.words] == ["бос", "тандыққа"]
