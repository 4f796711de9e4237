"""A hotline is called what it is: in its label, and beside its number in the memo."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from folders import spoil

from leaflet import load, resources
from leaflet.content import Content, Language, Text
from leaflet.content.pairs import shown
from leaflet.content.services import check_services
from leaflet.diagnostics import Finding, Severity
from leaflet.releasing import STOPPING

CODE = "wrong-service"


def judged(words: Language) -> list[Finding]:
    return list(check_services(shown(words), shown(words), words.tag))


def labelled(content: Content, tag: str, labels: Mapping[str, str]) -> list[Finding]:
    words = content.languages[tag]
    changed = {id: Text(label, words.labels[id].place) for id, label in labels.items()}
    return judged(replace(words, labels={**words.labels, **changed}))


def said(content: Content, tag: str, text: str) -> list[Finding]:
    """The findings where a text of the memo says something else."""
    words: Language = content.languages[tag]
    changed = replace(words, title=Text(text, words.title.place))
    return judged(changed)


def test_the_real_labels_are_those_of_their_numbers(content: Content) -> None:
    for words in content.languages.values():
        assert judged(words) == []


@pytest.mark.parametrize(
    ("tag", "one", "other"),
    [
        (tag, *pair)
        for tag in ("kk", "ru", "en")
        for pair in (("police", "emergency"), ("trafficking", "police"), ("trafficking", "emergency"))
    ],
)
def test_two_labels_that_have_changed_places_are_told(
    content: Content, tag: str, one: str, other: str
) -> None:
    labels = content.languages[tag].labels
    found = labelled(content, tag, {one: labels[other].text, other: labels[one].text})
    assert {(finding.code, finding.severity) for finding in found} == {(CODE, Severity.WARNING)}
    assert {finding.place for finding in found} == {labels[one].place, labels[other].place}


@pytest.mark.parametrize(
    ("tag", "id", "label"),
    [
        *(("kk", "police", "Жедел жәрдем"), ("ru", "police", "Скорая помощь"), ("en", "police", "Ambulance")),
        *(("ru", "police", "Полиция и все экстренные службы"), ("en", "police", "Police, fire brigade")),
        *(("kk", "trafficking", "Жедел жәрдем"), ("ru", "trafficking", "Горячая линия полиции")),
        *(("ru", "emergency", "Пожарные"), ("en", "emergency", "Hotline")),
        # Who has no papers rings none of these.
        *(("ru", "police", "Миграционная полиция"), ("en", "police", "Border police")),
        ("en", "trafficking", "Hotline of the migration service"),
    ],
)
def test_a_label_of_another_service_is_told(content: Content, tag: str, id: str, label: str) -> None:
    (finding,) = labelled(content, tag, {id: label})
    assert f'"{id}"' in finding.what
    assert label in finding.measure


@pytest.mark.parametrize(
    ("tag", "id", "label"),
    [
        *(("ru", "police", "Полиция (вызов)"), ("en", "police", "Emergency police")),
        *(("kk", "police", "ПОЛИЦИЯ"), ("ru", "trafficking", "Телефон доверия")),
        *(("en", "trafficking", "Helpline on trafficking"), ("en", "trafficking", "**Hot\u00adline**")),
        ("kk", "trafficking", "Адам саудасына қарсы жедел желі"),
        *(
            ("en", "trafficking", "Hotline for women, men and children"),
            ("en", "police", "Police (city and country)"),
            ("ru", "trafficking", "Горячая линия для женщин, мужчин и детей, и города, и села"),
        ),
        *(("ru", "emergency", "Служба спасения"), ("en", "emergency", "Police, fire, ambulance")),
        *(("ru", "emergency", "Единая дежурно-диспетчерская служба"), ("ru", "emergency", "Служба ЧС")),
        *(("kk", "emergency", "Жедел қызметтер"), ("kk", "emergency", "Кезекші-диспетчерлік қызмет")),
        *(
            ("en", "trafficking", "Hotline for migrants"),
            ("ru", "trafficking", "Горячая линия для мигрантов"),
        ),
        *(("ru", "emergency", "Полиция, скорая, пожарные"), ("kk", "emergency", "Құтқару қызметі")),
    ],
)
def test_a_service_may_be_called_in_other_words(content: Content, tag: str, id: str, label: str) -> None:
    assert labelled(content, tag, {id: label}) == []


@pytest.mark.parametrize(
    ("tag", "text", "marks"),
    [
        (
            "en",
            "calling the emergency help number **{trafficking}** and / or the hotline number **{police}**;",
            "trafficking police",
        ),
        ("ru", "номер экстренной помощи {trafficking} и/или горячей линии {police}", "trafficking police"),
        ("ru", "горячая линия: {police}", "police"),
        ("ru", "скорая помощь ({police})", "police"),
        ("kk", "{trafficking} шұғыл жәрдем нөмірі және {police} жедел желісі", "trafficking police"),
        ("en", "{police} (hotline)", "police"),
        ("en", "the hotline {emergency}", "emergency"),
        ("en", "the emergency medical help number {police}", "police"),
        ("en", "the fire emergency number {police}", "police"),
        ("ru", "по номеру экстренной медицинской помощи {police}", "police"),
    ],
)
def test_a_number_beside_the_words_for_another_is_told(
    content: Content, tag: str, text: str, marks: str
) -> None:
    found = said(content, tag, text)
    assert [finding.what.split("{")[1].split("}")[0] for finding in found] == marks.split()


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "call the hotline **{trafficking}** or the police **{police}** and report this situation"),
        ("en", "call {trafficking} (hotline) or {police} (police) at once"),
        ("en", "call {trafficking} or {police}"),
        ("en", "the emergency hotline {trafficking}"),
        ("en", "for an ambulance {emergency}"),
        ("ru", "позвоните на горячую линию **{trafficking}** и/или в экстренную службу **{police}**"),
        ("ru", "скорее звоните {police}: всегда ответят"),
        ("kk", "жедел желі {trafficking} немесе полиция {police}"),
    ],
)
def test_a_number_beside_its_own_words_is_none(content: Content, tag: str, text: str) -> None:
    assert said(content, tag, text) == []


@pytest.mark.parametrize(
    ("tag", "name"), [("kk", "«Полиция»"), ("ru", "Полиция Алматы"), ("en", "Ambulance"), ("ru", "Скорая")]
)
def test_no_organisation_is_called_as_a_service(content: Content, tag: str, name: str) -> None:
    words = content.languages[tag]
    entry = words.organizations["malika"]
    named = {**words.organizations, "malika": replace(entry, name=replace(entry.name, text=name))}
    (found,) = judged(replace(words, organizations=named))
    assert found.code == CODE


def test_who_reads_both_records_that_a_label_names_its_service_and_of_no_number(folder: Path) -> None:
    path = folder / "en.yaml"
    spoil(path, 'trafficking: "Hotline"', 'trafficking: "Crisis number, one zero three"')
    told = {found.code: found for found in load(folder).findings}
    assert "alike" not in told["number-in-text"].remedy
    record = re.search(r'add to alike:\n  (\S+): ("\w{8}")', told[CODE].remedy)
    assert record is not None
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nalike:\n  {record[1]}: {record[2]}\n")
    assert [found.code for found in load(folder).findings if found.code in told] == ["number-in-text"]


@pytest.mark.parametrize(
    ("tag", "old", "new", "code"),
    [
        ("en", '"Hotline"', '"Hotline (closed)"', "added-word"),
        ("en", '"Hotline"', '"Former hotline"', "added-word"),
        ("ru", '"Горячая линия"', '"Старая горячая линия"', "added-word"),
        ("en", '"Hotline"', '"Hotline for women only"', "lost-denial"),
        ("ru", '"Горячая линия"', '"Горячая линия банка"', "other-topic"),
        ("en", '"Police"', '"Deportation police"', "added-word"),
        ("en", '"All emergency services"', '"All emergency services except police"', "added-word"),
        ("ru", '"Все экстренные службы"', '"Все экстренные службы, кроме полиции и пожарных"', "added-word"),
    ],
)
def test_a_label_of_a_service_that_is_no_more_or_of_a_part_of_it_is_told(
    rewritten: Content, code: str
) -> None:
    assert code in {found.code for found in rewritten.findings}


def test_a_label_of_another_service_stops_a_release(tmp_path: Path) -> None:
    folder = Path(copytree(resources.directory("content"), tmp_path / "content"))
    spoil(folder / "en.yaml", 'police: "Police"', 'police: "Ambulance"')
    assert CODE in {finding.code for finding in load(folder).findings}
    assert CODE in STOPPING
