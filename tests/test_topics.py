"""Headings speak of what their source speaks of, and nothing that somebody noted for later is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import reworded

from leaflet import load
from leaflet.content import Content
from leaflet.diagnostics import Severity
from leaflet.releasing import STOPPING


def told(content: Content) -> set[str]:
    return {found.code for found in content.findings if found.severity is Severity.WARNING}


@pytest.mark.parametrize(
    ("tag", "one", "other", "count"),
    [
        ("en", 'heading: "Rights"', 'heading: "Duties"', 2),
        (
            "en",
            "Contact details of civil\\u00a0society organisations that fight human trafficking:",
            "Other non-governmental organisations that work in this field:",
            2,
        ),
        ("ru", 'heading: "Признаки торговли людьми:"', 'heading: "Несколько советов:"', 2),
    ],
)
def test_headings_that_have_changed_places_are_told(
    folder: Path, tag: str, one: str, other: str, count: int
) -> None:
    path = folder / f"{tag}.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(one) == text.count(other) == 1
    path.write_text(text.replace(one, "\0").replace(other, one).replace("\0", other), encoding="utf-8")
    found = [each for each in load(folder).findings if each.code == "other-topic"]
    assert len(found) == count
    assert "other-topic" in STOPPING


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("en", 'audience: "Memo for foreigners', 'audience: "Advice for foreigners'),
        ("ru", 'audience: "Памятка для', 'audience: "Советы для'),
        ("en", "they give help across", "they give advice and help across"),
        ("en", 'heading: "Duties"', 'heading: "Duties of migrants"'),
        ("ru", 'advice: "Совет и помощь"', 'advice: "Консультация и помощь"'),
        ("en", "Phone number of my embassy or consulate:", "Phone number of my consulate:"),
    ],
)
def test_a_heading_that_keeps_its_topic_may_say_more(rewritten: Content) -> None:
    assert "other-topic" not in told(rewritten)


@pytest.mark.parametrize(
    ("tag", "old", "new", "code"),
    [
        ("ru", 'fax: "факс:"', 'fax: "тел.:"', "other-topic"),
        ("ru", "Телефон моего посольства или консульства:", "Телефон моего работодателя:", "other-topic"),
        ("en", "Contact details checked on {date}", "Contact details valid until {date}", "other-topic"),
        ("ru", "Контакты проверены: {date}", "Контакты действительны до {date}", "other-topic"),
        ("en", 'heading: "Rights"', 'heading: "Rights and duties"', "other-topic"),
        ("en", "If you are in danger now", "After you have paid now", "other-topic"),
        ("en", "If you are in danger now", "If you are in danger later", "other-topic"),
        ("en", "If you are in danger now", "If you need advice", "other-topic"),
        ("ru", "Если опасность прямо сейчас", "Если опасность уже прошла", "other-topic"),
        ("ru", "Если опасность прямо сейчас", "Если прямо сейчас", "other-topic"),
        ("en", "Across the country", "In the capital", "other-topic"),
        ("en", "All regions of Kazakhstan", "Some regions of Kazakhstan", "other-topic"),
        ("ru", "По всей республике", "По столице", "other-topic"),
        ("en", "All emergency services", "If you are in danger", "other-topic"),
        ("en", "Advice and help", "If you are in danger", "other-topic"),
        ("en", "number of my embassy", "card number for my embassy", "other-topic"),
        ("en", 'fax: "fax:"', 'fax: "telephone and fax:"', "other-topic"),
        ("en", "details checked on", "details were wrong on", "other-topic"),
        ("en", '"Draft translation, not yet reviewed."', '"Official, not to be doubted."', "other-topic"),
        ("en", "Continued on the back", "End of the list", "other-topic"),
        ("en", "that fight human trafficking", "that support human trafficking", "other-topic"),
        ("ru", "по борьбе с торговлей", "по торговле", "other-topic"),
        ("en", "Other non-governmental", "Dangerous non-governmental", "other-topic"),
        ("en", 'heading: "Rights"', 'heading: "Migrants"', "other-topic"),
        ("ru", 'police: "Полиция"', 'police: "Полиция З"', "number-in-text"),
        ("en", 'police: "Police"', 'police: "Police O"', "number-in-text"),
        ("en", 'police: "Police"', 'police: "Police OO"', "number-in-text"),
        ("en", 'police: "Police"', 'police: "Police lO"', "number-in-text"),
        ("en", 'police: "Police"', 'police: "Police #"', "number-in-text"),
        ("ru", 'police: "Полиция"', 'police: "Полиция ЗО"', "number-in-text"),
        ("en", 'trafficking: "Hotline"', 'trafficking: "Hotline OO"', "number-in-text"),
        ("en", "** and / or the emer", "** has been replaced by the emer", "unsupported-claim"),
        ("ru", "** и/или по номеру", "** заменён на номер", "unsupported-claim"),
        ("ru", "нет выходных дней;", "нет выходных дней (уточнить);", "left-over"),
        ("ru", "нет выходных дней;", "нет выходных дней, ПРОВЕРИТЬ;", "left-over"),
        ("en", "no days off;", "no days off (note to editor: check);", "left-over"),
        ("en", "no days off;", "no days off (check);", "left-over"),
        ("en", "no days off;", "no days off???", "left-over"),
        ("en", "no days off;", "> no days off;", "left-over"),
        ("en", "no days off;", "no days off; Sent from my iPhone", "left-over"),
        ("en", "no days off;", "From: Aigul Subject: Re: leaflet no days off;", "left-over"),
        ("en", "no days off;", "no days off xxx;", "stand-in"),
    ],
)
def test_what_is_left_for_later_is_told(rewritten: Content, code: str) -> None:
    assert code in told(rewritten)
    assert code in STOPPING


def test_letters_that_are_left_in_an_alphabet_are_told(folder: Path) -> None:
    content = reworded(folder, "en", 'xyz"\n', 'xyzавдейнтхыь"\n')
    assert "mixed-scripts" in told(content)
    assert "mixed-scripts" in STOPPING


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("en", "Some advice:", "Some tips:"),
        ("en", "Some advice:", "Some significant advice:"),
        ("en", "Some advice:", "Signing a contract, and other advice:"),
        ("en", "If you are in danger now", "If you are threatened right now"),
        ("ru", "Если опасность прямо сейчас", "Если вам сейчас угрожают"),
        ("en", "If you are in danger now", "If your life is at risk"),
        ("ru", "Если опасность прямо сейчас", "Если вам угрожает опасность"),
        ("ru", "Если опасность прямо сейчас", "Вы в опасности?"),
        ("en", 'police: "Police"', 'police: "Police (emergency)"'),
        ("ru", "По всей республике", "Республиканские номера"),
        ("en", "Across the country", "Nationwide"),
        ("en", "Across the country", "Anywhere in the country"),
        ("ru", "По всей республике", "Во всех регионах"),
        ("en", "Continued on the back", "More overleaf"),
        ("en", "Continued on the back", "Turn over for more contacts"),
        ("en", "that fight human trafficking", "against human trafficking"),
        ("ru", "по борьбе с торговлей", "по противодействию торговле"),
        ("en", 'heading: "Rights"', 'heading: "Rights of migrants"'),
        ("ru", 'heading: "Обязанности"', 'heading: "Мигранты обязаны"'),
        ("en", "Signs of human trafficking:", "Signs that you may be a victim of human trafficking:"),
        ("ru", 'trafficking: "Горячая линия"', 'trafficking: "Горячая линия для жертв торговли людьми"'),
        ("en", 'trafficking: "Hotline"', 'trafficking: "Anti-trafficking hotline"'),
        ("ru", 'fax: "факс:"', 'fax: "телефакс:"'),
        ("en", "organisations that work in this field", "organisations that help victims"),
        ("en", 'fax: "fax:"', 'fax: "telefax:"'),
        ("ru", "Несколько советов:", "Рекомендации:"),
        ("en", 'heading: "Duties"', 'heading: "Obligations"'),
        ("en", "Some advice:", "What you can do:"),
        ("en", "Advice and help", "Support"),
        ("en", "Make several photocopies", "Check and make several photocopies"),
        ("en", "writing on buildings (", "writing on buildings (check them) ("),
        ("ru", "Сделайте несколько", "Чтобы проверить паспорт, сделайте несколько"),
        ("ru", "надписи на зданиях (", "надписи на зданиях (проверьте сами) ("),
        ("en", "no days off;", "no days off?"),
        ("ru", 'fax: "факс:"', 'fax: "Факс"'),
        ("ru", "Телефон моего посольства или консульства:", "Мой консул, телефон:"),
    ],
)
def test_other_words_for_it_are_good(rewritten: Content) -> None:
    assert told(rewritten) == set()
