"""Words that a sign cuts in two, and signs that a text has and its source has not, are told."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

import pytest
from folders import reworded

from leaflet.content import Content


def told(content: Content) -> set[str]:
    return {found.code for found in content.findings}


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        (tag, old, new.replace("~", sign))
        for tag, old, new in (
            ("ru", "Никому не доверяйте свой", "Никому, кро~ме рабо~тодателя, не доверяйте свой"),
            ("en", "Do not trust anyone with", "Do not trust anyone exc~ept your emp~loyer with"),
            ("ru", "Держите это в тайне", "Дер~жите это в се~крете, если на~чальник согласен,"),
        )
        for sign in ("-", "\u2011", ".", "/", "·")
    ],
)
def test_a_word_that_turns_a_sentence_is_seen_though_a_sign_cuts_it(rewritten: Content) -> None:
    assert "added-word" in told(rewritten)


@pytest.mark.parametrize(
    ("tag", "old", "new", "code"),
    [
        ("ru", "сообщите об этой", "н-е сообщайте об этой", "lost-denial"),
        ("ru", 'trafficking: "Горячая линия"', 'trafficking: "Бес-платная линия"', "unsupported-claim"),
        ("ru", "забрал ваши документы;", "забрал ваши доку-менты;", "left-over"),
        ("en", "about the work you", "about the wo·rk you", "left-over"),
        ("en", "with your passport.", "with yo·ur passport.", "left-over"),
        ("kk", "төлқұжат жұмыс берушінің", "төлқұ-жат жұмыс берушінің", "left-over"),
        ("kk", "және мемлекеттік органдарға", "және мемле кеттік органдарға", "left-over"),
        ("ru", "Никому не доверяйте свой паспорт", "Никому не доверяйте свой пасп орт", "left-over"),
        ("ru", "как граждане Казахстана;", "как граждане Казах\n        стана;", "left-over"),
        ("en", "work in bad conditions", "work in bad condi tions", "left-over"),
    ],
)
def test_what_a_cut_word_says_or_spoils_is_told(rewritten: Content, code: str) -> None:
    assert code in told(rewritten)


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("ru", "удостоверяющие вашу личность", "подтверждающие где-либо, кто-то и по-русски вашу личность"),
        ("en", "work in bad conditions", "work in ill-kept, so-called bad conditions"),
        ("ru", "Никому не доверяйте", "Никому\u00a0не\u00a0доверяйте"),
        ("en", "work in bad conditions", "work in a way that is bad, with others in to it"),
        ("ru", "работа в плохих условиях", "работа от куда-то, без, опасная, в плохих условиях"),
        ("ru", "нет выходных дней;", "выходные\u00a0отсутствуют;"),
    ],
)
def test_a_word_of_two_is_none_that_is_cut(rewritten: Content) -> None:
    assert told(rewritten).isdisjoint({"left-over", "added-word", "lost-denial"})


NO_DAYS_OFF = "нет выходных дней;"


SIGNS = [
    *("{} # {};", "• {} {};", "- {} {};", "+{} {};", "@@ {} {};", "{} {} ©;", "и) {} {};", "— {} {};"),
    *("{} {}; ✔", "{} = {};", "{} {} →;"),
]
ITEMS = [
    *("нет выходных дней", "нет возможности уйти с работы", "паспорт находится у работодателя"),
    *("работа в плохих условиях", "контроль за передвижением", "свободно выбирать место жительства"),
]


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("ru", f"{item};", sign.format(*item.split(maxsplit=1)))
        for sign, item in zip(SIGNS, cycle(ITEMS), strict=False)
    ],
)
def test_a_sign_or_a_mark_of_a_list_that_the_source_lacks_is_left_over(rewritten: Content) -> None:
    assert "left-over" in told(rewritten)


@pytest.mark.parametrize("new", ["нет выходных…", "нет выходных..."])
def test_an_ellipsis_in_place_of_the_end_is_a_cut(folder: Path, new: str) -> None:
    assert "cut-off" in told(reworded(folder, "ru", NO_DAYS_OFF, new))


@pytest.mark.parametrize(
    ("tag", "old", "new", "meant"),
    [
        ("ru", NO_DAYS_OFF, "нет выходных dn;", ""),
        ("ru", 'heading: "Права"', 'heading: "Ghfdf"', "Права"),
        ("ru", "Горячая линия", "Ujhzxfz линия", "Горячая"),
        ("ru", 'police: "Полиция"', 'police: "GJKBWBZ"', "ПОЛИЦИЯ"),
        ("ru", "Никому не доверяйте", "Ybrjve не доверяйте", "Никому"),
        ("ru", "**помните**", "**Gjvybnt**", "Помните"),
        ("ru", "Все экстренные", "Dct экстренные", "Все"),
        ("ru", "контроль за передвижением", "контроль/rjynhjkm за передвижением", "контроль"),
        ("ru", "трудовых мигрантов", "трудовых vbuhfynjd", "мигрантов"),
        ("ru", "«Малика»", "„Малика“ Fccjwbfwbz", "Ассоциация"),
        ("ru", "Держите это в тайне", "Это Ctrhtn", "Секрет"),
    ],
)
def test_a_latin_word_that_the_source_lacks_is_told_with_what_its_keys_type(
    rewritten: Content, meant: str
) -> None:
    (found,) = [each for each in rewritten.findings if each.code == "foreign-letter"]
    assert f'its keys type "{meant}"' in found.remedy if meant else "translate it" in found.remedy


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("ru", NO_DAYS_OFF, "нет (ни одного) выходного дня;"),
        ("ru", NO_DAYS_OFF, "нет выходных — ни одного дня;"),
        ("ru", "мобильный телефон", "мобильный телефон с SMS и Wi-Fi"),
        ("ru", "мобильный телефон", "мобильный телефон с whatsapp"),
        ("ru", "мобильный телефон", "мобильный телефон с USB, GPS, LTE, Facebook и Help4Me"),
        ("ru", "мобильный телефон", "мобильный телефон/ID, SIM-карту и Android-часы"),
        ("ru", "Вам нужно иметь", "«Вам» нужно иметь"),
        ("en", "no days off;", "‘no’ days off;"),
    ],
)
def test_marks_of_a_sentence_and_acronyms_are_no_stray_signs(rewritten: Content) -> None:
    assert told(rewritten).isdisjoint({"left-over", "foreign-letter", "cut-off"})
