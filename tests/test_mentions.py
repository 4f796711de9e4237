"""A translation names the countries and towns that its source names, and no other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from folders import reworded

from leaflet.content import Content, Language
from leaflet.content.mentions import check_mentions
from leaflet.content.mistaken import mistaken
from leaflet.content.pairs import paired, shown
from leaflet.content.towns import Towns
from leaflet.releasing import STOPPING


def told(content: Content, tag: str) -> list[str]:
    return [found.what for found in mistaken(content, tag) if found.code == "other-place"]


@pytest.mark.parametrize(
    ("tag", "old", "new", "what"),
    [
        (
            "en",
            "Rights and duties of migrants in Kazakhstan",
            "Rights and duties of migrants in Kyrgyzstan",
            "Kyrg",
        ),
        ("ru", "При въезде в Казахстан", "При въезде в Узбекистан", "Узбекистан"),
        (
            "ru",
            "законодательство Республики Казахстан",
            "законодательство Российской Федерации",
            "Российской",
        ),
        ("ru", "По всей республике", "По городу Шымкент", "Шымкент"),
        ("ru", "По всей республике", "В Астане", "Астане"),
        ("en", "contact the diplomatic missions", "contact in Oral the diplomatic missions", "Oral"),
        ("en", "civil society organisations in", "civil society organisations in Astana, in", "Astana"),
        ("en", "as citizens of Kazakhstan", "as citizens", "Қазақстан"),
        ("en", "“Taldykorgan Regional", "“Almaty Regional", "Almaty"),
        ("ru", "Союз кризисных центров Казахстана", "Союз кризисных центров России", "России"),
        ("ru", "Вам нужно иметь при себе", "Перед Россией нужно иметь при себе", "Россией"),
        ("ru", "Вам нужно иметь при себе", "В Индии и перед Индией нужно иметь", "Индии"),
        ("en", "Do not trust anyone", "In Thailand do not trust anyone", "Thailand"),
        ("ru", "Никому не доверяйте", "В Саудовской Аравии никому не доверяйте", "Саудовской"),
        ("ru", "Никому не доверяйте", "Из Караганды никому не доверяйте", "Караганды"),
        ("ru", "Никому не доверяйте", "В Рудном никому не доверяйте", "Рудном"),
        ("ru", "Никому не доверяйте", "В Карагандинской области никому не доверяйте", "Карагандинской"),
    ],
)
def test_another_country_or_town_is_told(folder: Path, tag: str, old: str, new: str, what: str) -> None:
    (found,) = told(reworded(folder, tag, old, new), tag)
    assert what in found
    assert "other-place" in STOPPING


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("en", "as citizens of Kazakhstan", "as citizens of this country"),
        ("ru", "как граждане Казахстана", "как граждане страны"),
        ("ru", "как граждане Казахстана", "как местные граждане"),
        ("en", "as citizens of Kazakhstan", "as Kazakh citizens"),
        ("ru", "Республики Казахстан", "РК"),
        ("en", "Across the country", "Everywhere in Kazakhstan"),
        ("ru", "членам их семьи", "членам их семей"),
        ("ru", "Никому не доверяйте свой паспорт", "Верните паспорт, никому не доверяйте его"),
        ("ru", "насилие или угроза насилия", "Семейное насилие или угроза"),
        (
            "ru",
            "работа в плохих условиях",
            "Рудники, Семьи, индивидуальный грузовик, работа в плохих условиях",
        ),
        ("en", "All regions of Kazakhstan", "All regions"),
        ("en", 'police: "Police"', 'police: "Police of Kazakhstan"'),
        ("en", "you cannot leave the job", "Oral or written, you cannot leave the job"),
    ],
)
def test_the_country_may_be_called_so(folder: Path, tag: str, old: str, new: str) -> None:
    assert told(reworded(folder, tag, old, new), tag) == []


@pytest.mark.parametrize(
    ("kazakh", "russian", "english"),
    [
        ("Қытай тілі", "Китайский язык", "Chinese"),
        ("Грузияға", "В Грузию", "To Georgia"),
        ("Грузин тілі", "Грузинский язык", "Georgian"),
        ("Түркияға", "Перед Турцией", "Türkiye"),
        ("Үндістанда", "Перед Индией", "In India"),
        ("Кореядан", "Перед Кореей", "Korean"),
        ("Ресейде", "Россией", "Russia’s"),
        ("Сауд Арабиясында", "в Саудовской Аравии", "in Saudi Arabia"),
        ("Таиландқа", "в Таиланд", "to Thailand"),
        ("Сирияда", "в Сирии", "Syrian"),
        ("Астанада", "в Астане", "Astana’s"),
        ("Қарағандыдан", "из Караганды", "from Karaganda"),
        ("Қостанайға", "Костанайский", "Kostanay"),
        ("Рудныйда", "в Рудном", "in Rudny"),
        ("Алматының", "алматинский", "of Almaty"),
    ],
)
def test_a_country_or_town_is_known_in_every_case(
    content: Content, kazakh: str, russian: str, english: str
) -> None:
    source = content.languages["kk"]
    beside = with_label(source, kazakh)
    assert mentioned(content, with_label(content.languages["ru"], russian), beside) == 0
    assert mentioned(content, with_label(content.languages["en"], english), beside) == 0
    assert mentioned(content, with_label(content.languages["en"], english), source) == 1


def mentioned(content: Content, words: Language, source: Language) -> int:
    """How many countries and towns are told."""
    return len(
        list(check_mentions(paired(shown(words), shown(source)), Towns(content, words), are_known=True))
    )


def with_label(words: Language, text: str) -> Language:
    label = replace(words.labels["advice"], text=text)
    return replace(words, labels={**words.labels, "advice": label})
