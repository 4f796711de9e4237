"""Every check that knows the words of a language knows it by the same tags, in its usual script alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest

from leaflet.content import Content, Language
from leaflet.content.called import check_called
from leaflet.content.denials import check_denials
from leaflet.content.mentions import check_mentions
from leaflet.content.names import known_language
from leaflet.content.regionnames import check_region_names
from leaflet.content.scrutiny import scrutinize
from leaflet.content.services import check_services
from leaflet.content.topics import check_topics
from leaflet.content.towns import Towns
from leaflet.diagnostics import Finding, Severity

CHECKS: list[Callable[[Content, Language, Language], Iterable[Finding]]] = [
    lambda _, words, source: check_called(words, source),
    lambda _, words, source: check_denials(words, source),
    lambda _, words, source: check_services(words, source),
    lambda _, words, source: check_topics(words, source),
    lambda content, words, _: check_region_names(content, words),
    lambda content, words, source: check_mentions(Towns(content, words), words, source),
]


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        *(("kk", "kk"), ("kk-Cyrl", "kk"), ("kk-KZ", "kk"), ("kk-Cyrl-KZ", "kk"), ("kk-Latn", "")),
        *(("ru", "ru"), ("ru-KZ", "ru"), ("en-GB", "en"), ("en-Latn-GB", "en"), ("en-Cyrl", "")),
        *(("kk-Latn-KZ", ""), ("uz-Latn", ""), ("enm", ""), ("tg", "")),
    ],
)
def test_a_language_is_known_in_its_script(tag: str, language: str) -> None:
    assert known_language(tag) == language


@pytest.mark.parametrize("check", CHECKS)
def test_the_checks_know_the_same_languages(
    content: Content, check: Callable[[Content, Language, Language], Iterable[Finding]]
) -> None:
    source = content.source
    assert source is not None
    english = content.languages["en"]
    # Of each kind something is wrong: words of one text stand in another one's place.
    names = {id: replace(entry, name=english.title) for id, entry in english.organizations.items()}
    labels = dict.fromkeys(english.labels, english.contact_headings["trafficking"])
    labels["danger"] = replace(labels["danger"], text="Rights in Thailand, not at all")
    regions = dict.fromkeys(english.regions, english.title)
    wrong = replace(english, organizations=names, labels=labels, regions=regions)
    told = {
        tag: bool([*check(content, replace(wrong, tag=tag), source)])
        for tag in ("en", "en-GB", "en-Latn", "en-Cyrl", "tg")
    }
    assert told == {"en": True, "en-GB": True, "en-Latn": True, "en-Cyrl": False, "tg": False}


@pytest.mark.parametrize(("tag", "is_told"), [("uz-Latn", True), ("ky", True), ("en-GB", False)])
def test_that_much_is_not_judged_in_another_language_is_a_note(
    content: Content, tag: str, is_told: bool
) -> None:
    words = replace(content.languages["en"], tag=tag)
    found = [one for one in scrutinize(words, content.languages["kk"], {}) if one.code == "unchecked-words"]
    assert [one.severity for one in found] == [Severity.NOTE] * is_told
