"""Names say in a translation what they say in the source, in words for what they are and by sound."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from leaflet.content import Content, OrganizationWords
from leaflet.content.mistaken import mistaken
from leaflet.diagnostics import Finding


def named(content: Content, tag: str, **names: str) -> Content:
    """Some organisations with other names in one language; _ stands for - in their ids."""
    words = content.languages[tag]
    entries = dict(words.organizations)
    for key, name in names.items():
        id = key.replace("_", "-")
        entries[id] = replace(entries[id], name=replace(entries[id].name, text=name))
    return replace(content, languages={**content.languages, tag: replace(words, organizations=entries)})


def told(content: Content, tag: str) -> list[Finding]:
    return [found for found in mistaken(content, tag) if found.code == "exchanged-name"]


@pytest.mark.parametrize("tag", ["ru", "en"])
def test_any_two_names_that_change_places_are_told(content: Content, tag: str) -> None:
    entries: dict[str, OrganizationWords] = dict(content.languages[tag].organizations)
    silent = []
    for one, other in combinations(entries, 2):
        names = {one: entries[other].name.text, other: entries[one].name.text}
        if names[one] != names[other] and not told(named(content, tag, **names), tag):
            silent.append((one, other))
    assert silent == []


@pytest.mark.parametrize(
    ("tag", "id", "name", "what"),
    [
        ("ru", "malika", "Кризисный центр «Надежда»", "does not sound like"),
        ("en", "malika", "“Maika” crisis centre", "does not sound like"),
        ("en", "korgau", "“Korgan” private foundation", "does not sound like"),
        ("en", "kadir-kasiet", "“Kadir Kasym” public association", "does not sound like"),
        ("ru", "daris", "Частное учреждение «Информационно-консультационный центр „Надежда“»", "sound like"),
        ("en", "malika", "“Malika” centre", 'has no word for "дағдарыс"'),
        ("en", "social-position", "“Position” public foundation", 'has no word for "Әлеуметтік"'),
        ("en", "malika", "“Malika” crisis centre for women", 'has the word "women"'),
        ("en", "malika", "Crisis centre", "nothing in quotation marks"),
    ],
)
def test_another_name_is_told(content: Content, tag: str, id: str, name: str, what: str) -> None:
    (found,) = told(named(content, tag, **{id: name}), tag)
    assert what in found.what
    assert found.remedy


@pytest.mark.parametrize(
    ("tag", "id", "name"),
    [
        ("en", "feniks", "“Phoenix” rehabilitation and adaptation centre"),
        ("en", "malika", "Malika crisis centre"),
        ("en", "malika", "“Malika (Queen)” crisis center"),
        ("en", "womens-support-petropavl", "Women’s Support Centre public union"),
        ("en", "kadir-kasiet", "“Honour and Dignity” public association"),
        ("en", "korgau", "“Qorghau” private fund"),
        ("ru", "kaisar", "Общественный фонд «Кайсар»"),
        ("ru", "kaisar", "ОФ «Кайсар»"),
        ("ru", "union-of-crisis-centres", "ОЮЛ «Союз кризисных центров Казахстана»"),
        ("ru", "pravo-komek", "Частный фонд «Право» — «Көмек орталығы» для жертв торговли людьми"),
    ],
)
def test_a_name_may_be_written_in_other_ways(content: Content, tag: str, id: str, name: str) -> None:
    assert told(named(content, tag, **{id: name}), tag) == []


@pytest.mark.parametrize("translated", ["“21st Century” foundation", "“XXI Century” foundation"])
def test_a_name_with_a_number_may_be_translated(content: Content, translated: str) -> None:
    source = named(content, "kk", korgau="«XXI ғасыр» қоры")
    assert told(named(source, "en", korgau=translated), "en") == []


def test_a_name_of_two_short_words_may_be_translated(content: Content) -> None:
    source = named(content, "kk", korgau="«Ана тілі» қоры")
    assert told(named(source, "en", korgau="“Mother Tongue” foundation"), "en") == []
