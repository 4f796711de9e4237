"""Places and regions have the names that they have today, whichever letters they are written in."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest
from folders import spoil
from test_good_changes import entered

from leaflet import load
from leaflet.content import Content, Text
from leaflet.content.mistaken import mistaken
from leaflet.regions import Found, resolve
from leaflet.releasing import STOPPING


def placed(content: Content, tag: str, id: str, old: str, new: str) -> list[tuple[str, str]]:
    """What is told of an organisation with other words in its place."""
    words = content.languages[tag]
    entry = words.organizations[id]
    assert old in entry.place.text
    place = replace(entry.place, text=entry.place.text.replace(old, new))
    entries = {**words.organizations, id: replace(entry, place=place)}
    changed = {**content.languages, tag: replace(words, organizations=entries)}
    return [(found.code, found.what) for found in mistaken(replace(content, languages=changed), tag)]


@pytest.mark.parametrize(
    ("tag", "id", "old", "new"),
    [
        ("ru", "meyirim", "Актау", "Аксу"),
        ("ru", "social-position", "Тараз", "Талас"),
        ("ru", "daris", "Актобе", "Актюбе"),
        ("ru", "daris", "Актобе", "Актау"),
        ("en", "womens-support-petropavl", "Petropavl", "Springfield"),
        *(
            ("en", "womens-support-oral", "Oral", town)
            for town in ("Aral", "Konayev", "Kapshagay", "Kosshi", "Altay", "Zaysan", "Baykonur", "Satpaev")
        ),
        ("en", "kaisar", "Temirtau", "Taldyqorgan"),
        ("en", "kaisar", "Temirtau", "Aksay"),
        ("en", "kaisar", "Temirtau", "Balkhash"),
        ("ru", "malika", "г. Актобе", "г. Хромтау"),
        ("ru", "kaisar", "г. Темиртау", "г. Караганда"),
    ],
)
def test_a_wrong_town_beside_the_right_region_is_told(
    content: Content, tag: str, id: str, old: str, new: str
) -> None:
    ((code, _),) = placed(content, tag, id, old, new)
    assert code == "place-mismatch"


@pytest.mark.parametrize(
    ("tag", "id", "old", "new"),
    [
        ("en", "rodnik", "Almaty city", "Almaty city, for women only"),
        ("en", "rodnik", "Almaty city", "Almaty city, with a passport"),
        ("en", "rodnik", "Almaty city", "Almaty city, police station"),
        ("en", "rodnik", "Almaty city", "Almaty ity"),
        ("ru", "daris", "область", "область, за деньги"),
        ("ru", "daris", "область", "область (для граждан)"),
        ("ru", "daris", "область", "облать"),
    ],
)
def test_a_word_in_a_place_that_tells_none_is_told(
    content: Content, tag: str, id: str, old: str, new: str
) -> None:
    ((code, _),) = placed(content, tag, id, old, new)
    assert code == "place-mismatch"


@pytest.mark.parametrize(
    ("tag", "id", "old", "new"),
    [
        ("en", "womens-support-petropavl", "Petropavl", "Petropavlovsk"),
        ("en", "feniks", "Oskemen", "Ust-Kamenogorsk"),
        ("en", "womens-support-oral", "Oral", "Uralsk"),
        ("ru", "womens-support-oral", "г. Уральск", "г. Орал"),
        ("ru", "feniks", "г. Усть-Каменогорск", "г. Өскемен"),
        ("ru", "daris", "г. Актобе и Актюбинская", "Актобе, Актюбинская"),
        ("ru", "meyirim", "г. Актау", "город Актау, ул. Сатпаева, 15"),
        ("en", "meyirim", "Aktau", "15 Satpayev Street, Aqtau"),
        ("en", "rodnik", "Almaty city", "Almaty, Kazakhstan"),
        ("en", "rodnik", "Almaty city", "Almaty, 5 Abay Street, floor 2, room 5"),
        ("ru", "rodnik", "г. Алматы", "г. Алматы, ул. Абая, дом 5, корпус 2, кв. 7"),
        ("en", "kaisar", "Region", "Region (office in the town of Temirtau)"),
        ("en", "rodnik", "Almaty city", "Almaty, opposite the railway station"),
        ("en", "rodnik", "Almaty city", "Almaty, by appointment"),
    ],
)
def test_other_ways_of_writing_a_place_are_good(
    content: Content, tag: str, id: str, old: str, new: str
) -> None:
    assert placed(content, tag, id, old, new) == []


@pytest.mark.parametrize(
    ("region", "kk", "ru", "en"),
    [
        ("almaty-region", "Қонаев қ.", "г. Конаев", "Konayev"),
        ("west-kazakhstan", "Ақсай қ.", "г. Аксай", "Aksay"),
        (
            "abai",
            "Үржар ауданы, Абай облысы",
            "Урджарский район, область Абай",
            "Urzhar District, Abai Region",
        ),
        (
            "turkistan",
            "Түркістан облысы, Түлкібас",
            "Туркестанская область, Тюлькубас",
            "Tulkibas, Turkistan Region",
        ),
    ],
)
def test_a_new_organisation_in_a_small_town_is_good(
    content: Content, region: str, kk: str, ru: str, en: str
) -> None:
    changed = entered(content, region, kk=kk, ru=ru, en=en)
    assert [found for tag in ("kk", "ru", "en") for found in mistaken(changed, tag)] == []


def test_two_regions_may_be_named_at_once(content: Content) -> None:
    kk, ru = "Маңғыстау және Атырау облыстары", "Мангистауская и Атырауская области"
    changed = entered(content, "mangystau atyrau", kk=kk, ru=ru, en="Mangystau and Atyrau Regions")
    assert [found for tag in ("kk", "ru", "en") for found in mistaken(changed, tag)] == []


@pytest.mark.parametrize(
    ("tag", "id", "old", "new"),
    [
        ("ru", "kadir-kasiet", "Астана", "Нур-Султан"),
        ("en", "sana-sezim", "Shymkent and Turkistan Region", "Chimkent and South Kazakhstan Region"),
    ],
)
def test_an_old_name_in_a_place_is_told(content: Content, tag: str, id: str, old: str, new: str) -> None:
    ((code, what),) = placed(content, tag, id, old, new)
    assert code == "former-name"
    assert code in STOPPING
    assert "an old name" in what


def called(content: Content, tag: str, id: str, name: str) -> list[str]:
    """What is told of a region with another name."""
    words = content.languages[tag]
    regions = {**words.regions, id: Text(name, words.regions[id].place)}
    changed = {**content.languages, tag: replace(words, regions=regions)}
    found = mistaken(replace(content, languages=changed), tag)
    return [each.code for each in found if each.place == words.regions[id].place]


@pytest.mark.parametrize(
    ("tag", "id", "name", "code"),
    [
        ("ru", "astana", "Нур-Султан", "former-name"),
        ("ru", "akmola", "Целиноградская область", "former-name"),
        ("kk", "pavlodar", "Павлодр облысы", "strange-name"),
        ("kk", "atyrau", "Атыруа облысы", "strange-name"),
        ("en", "almaty", "Alma city", "strange-name"),
        ("en", "pavlodar", "Pavlador Region", "strange-name"),
        ("en", "abai", "Abia Region", "strange-name"),
        ("ru", "pavlodar", "Павлодраская область", "strange-name"),
        ("en", "turkistan", "Turkistan city", "strange-name"),
        ("en", "shymkent", "Shymkent Region", "strange-name"),
    ],
)
def test_a_region_that_is_called_otherwise_is_told(
    content: Content, tag: str, id: str, name: str, code: str
) -> None:
    assert called(content, tag, id, name) == [code]
    assert code in STOPPING


@pytest.mark.parametrize(
    ("tag", "id", "name"),
    [
        ("en", "jetisu", "Zhetysu Region"),
        ("en", "astana", "City of Astana"),
        ("ru", "jetisu", "Область Жетысу"),
        ("en", "karaganda", "Karagandy Region"),
        ("en", "almaty", "Almaty"),
    ],
)
def test_a_region_may_be_written_in_other_ways(content: Content, tag: str, id: str, name: str) -> None:
    assert called(content, tag, id, name) == []


def test_a_word_that_all_cities_of_a_language_have_is_none_of_their_names(content: Content) -> None:
    english = content.languages["en"]
    called = {
        id: replace(text, text=f"{'Gebiet' if 'Region' in text.text else 'Stadt'} {text.text.split()[0]}")
        for id, text in english.regions.items()
    }
    called["shymkent"] = replace(called["shymkent"], text="Stadt Schymkent")
    entry = english.organizations["sana-sezim"]

    def told(place: str) -> list[str]:
        entries = {"sana-sezim": replace(entry, place=replace(entry.place, text=place))}
        german = replace(english, tag="de", regions=called, organizations=entries)
        return [found.what for found in mistaken(replace(content, languages={"de": german}), "de")]

    assert told("Schymkent und Gebiet Turkistan") == []
    assert told("Stadt Schymkent und Gebiet Turkistan") == []
    assert told("Gebiet Turkistan") == [
        '"sana-sezim" serves the region "shymkent", which its place does not name'
    ]


def test_old_names_are_understood_wherever_they_stand(untranslated: Path) -> None:
    content = load(untranslated)
    for name, id in (("Нур-Султан", "astana"), ("Semipalatinsk", "abai"), ("Чимкент", "shymkent")):
        found = resolve(name, content)
        assert isinstance(found, Found)
        assert found.region.id == id
    spoil(untranslated / "regions.yaml", '\n  formerly: ["Semipalatinsk"', '\n  aliases: ["Semipalatinsk"')
    spoil(untranslated / "regions.yaml", '  aliases: ["Abay"', '  formerly: ["Abay"')
    found = resolve("Semipalatinsk", load(untranslated))
    assert isinstance(found, Found)
    assert found.region.id == "abai"


def test_a_place_of_any_length_takes_its_time(content: Content) -> None:
    start = time.process_time()
    placed(content, "en", "malika", "Aktobe and", "Almaty Oral " * 5_000)
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    ("region", "national", "kk", "ru", "en"),
    [
        ("ulytau", "no", "Жезқазған қ.", "г. Жезказган", "Jezkazgan"),
        ("ulytau", "no", "Жезқазған қ.", "г. Жезказган", "Zhezkazgan"),
        ("astana", "yes", "Бүкіл Қазақстан бойынша", "По всему Казахстану", "Throughout Kazakhstan"),
        ("atyrau", "no", "Атырау қаласы", "Город Атырау", "The city of Atyrau"),
        (
            "east-kazakhstan",
            "no",
            "Өскемен қ., Семей тас жолы, 7",
            "г. Усть-Каменогорск, Семейский тракт, 7",
            "7 Semey Highway, Oskemen",
        ),
        (
            "almaty-region",
            "no",
            "Алматы қ. (Алматы облысына қызмет көрсетеді)",
            "г. Алматы (обслуживает Алматинскую область)",
            "Almaty city (serves Almaty Region)",
        ),
        (
            "akmola",
            "no",
            "Астана қ., Ақмола облысы үшін",
            "г. Астана, для Акмолинской области",
            "Astana, for Akmola Region",
        ),
        (
            "zhambyl",
            "no",
            "Жамбыл облысы (кеңсесі Алматы қаласында)",
            "Жамбылская область (офис в г. Алматы)",
            "Zhambyl Region (office in Almaty)",
        ),
        (
            "turkistan",
            "no",
            "Түлкібас ауд., Түркістан облысы",
            "Тюлькубасский район, Туркестанская область",
            "Tulkibas District, Turkistan Region",
        ),
    ],
)
def test_a_place_may_be_told_in_other_ways(
    content: Content, region: str, national: str, kk: str, ru: str, en: str
) -> None:
    changed = entered(content, region, national=national == "yes", kk=kk, ru=ru, en=en)
    assert [found for tag in ("kk", "ru", "en") for found in mistaken(changed, tag)] == []


@pytest.mark.parametrize(
    ("region", "kk", "ru", "en"),
    [
        ("ulytau", "Жезқазған қ.", "г. Джезказган", "Zhezkazgan"),
        ("zhambyl", "Жамбыл облысы", "Жамбылская область", "Zhambyl Region (office in Almaty)"),
        (
            "zhambyl",
            "Тараз қ., Жамбыл облысы",
            "г. Тараз, Жамбылская область",
            "Astana Street, Zhambyl Region",
        ),
    ],
)
def test_a_place_that_is_told_otherwise_in_one_language_is_not_good(
    content: Content, region: str, kk: str, ru: str, en: str
) -> None:
    changed = entered(content, region, kk=kk, ru=ru, en=en)
    assert len([found for tag in ("kk", "ru", "en") for found in mistaken(changed, tag)]) == 1
