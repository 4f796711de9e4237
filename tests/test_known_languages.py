"""Every check that knows the words of a language knows it by the same tags, in its usual script alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leaflet.content import Content
from leaflet.content.mistaken import mistaken
from leaflet.content.model import Text
from leaflet.content.names import known_language
from leaflet.content.scrutiny import scrutinize
from leaflet.diagnostics import Severity

OF_KNOWN_WORDS = (
    "lost-denial",
    "other-topic",
    "wrong-service",
    "strange-name",
    "other-place",
    "has no word for",
)


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


@pytest.mark.parametrize("told", OF_KNOWN_WORDS)
def test_the_checks_know_the_same_languages(content: Content, told: str) -> None:
    source = content.source
    assert source is not None
    english = content.languages["en"]
    # Of each kind something is wrong: words of one text stand in another one's place.
    malika = english.organizations["malika"]
    some = {"malika": replace(malika, name=replace(malika.name, text="“Malika” bureau"))}
    labels = dict.fromkeys(english.labels, english.contact_headings["trafficking"])
    labels["danger"] = replace(labels["danger"], text="Rights in Thailand, not at all")
    regions = dict.fromkeys(english.regions, english.title)
    wrong = replace(english, organizations=english.organizations | some, labels=labels, regions=regions)
    judged = {}
    for tag in ("en", "en-GB", "en-Latn", "en-Cyrl", "tg"):
        words = replace(wrong, tag=tag)
        every = [
            *scrutinize(words, source, {}),
            *mistaken(replace(content, languages={"kk": source, tag: words}), tag),
        ]
        judged[tag] = any(told in f"{found.code} {found.what}" for found in every)
    assert judged == {"en": True, "en-GB": True, "en-Latn": True, "en-Cyrl": False, "tg": False}


@pytest.mark.parametrize(("tag", "is_told"), [("en", True), ("uz-Latn", False)])
def test_what_was_a_name_may_be_one_of_today_in_another_language(
    content: Content, tag: str, is_told: bool
) -> None:
    words = content.languages["en"]
    cities = {**words.regions, "shymkent": Text("Chimkent city", words.regions["shymkent"].place)}
    languages = {"kk": content.languages["kk"], tag: replace(words, tag=tag, regions=cities)}
    found = mistaken(replace(content, languages=languages), tag)
    assert ("former-name" in [one.code for one in found]) == is_told


@pytest.mark.parametrize(("tag", "is_told"), [("uz-Latn", True), ("ky", True), ("en-GB", False)])
def test_that_much_is_not_judged_in_another_language_is_a_note(
    content: Content, tag: str, is_told: bool
) -> None:
    words = replace(content.languages["en"], tag=tag)
    found = [one for one in scrutinize(words, content.languages["kk"], {}) if one.code == "unchecked-words"]
    assert [one.severity for one in found] == [Severity.NOTE] * is_told
