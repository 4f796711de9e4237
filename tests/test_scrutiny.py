"""What no source says, and reads like a text all the same: it is told, and no release passes it."""

from __future__ import annotations

import datetime
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from time import process_time

import pytest
from folders import spoil

from leaflet import load
from leaflet.content import Content, Text
from leaflet.content.addresses import check_addresses
from leaflet.content.claims import check_claims
from leaflet.content.dictated import check_dictated, dictated
from leaflet.content.leftovers import check_leftovers
from leaflet.content.pairs import shown
from leaflet.content.typed import check_named, check_typed, numbers_to_dial
from leaflet.diagnostics import Place, Severity
from leaflet.releasing import STOPPING, release_findings

TODAY = datetime.date(2026, 12, 1)
PLACE = Place("ru.yaml", 1, 1)
PASSPORT = "паспорт находится у работодателя;"


@pytest.fixture(scope="module")
def known(content: Content) -> dict[str, str]:
    return numbers_to_dial(content.hotlines, content.organizations, content.short_numbers)


def test_the_real_content_says_nothing_that_the_memo_does_not(content: Content) -> None:
    assert {finding.code for finding in content.findings} & STOPPING == set()


@pytest.mark.parametrize(
    "number",
    [
        *("8-701-516-87-87", "+7 (701) 516-87-87", "8/701/516/87/87", "8.701.516.87.87", "8—701—516—87—87"),
        *("911", "01", "02", "1-0-2", "10-2", "№ 02", "116-16", "11616", "8 701 516 87 87"),
    ],
)
def test_a_number_to_dial_in_running_text_is_told(number: str, known: dict[str, str]) -> None:
    (found,) = check_typed([Text(f"Телефон: {number}, сразу.", PLACE)], known)
    assert (found.code, found.severity) == ("number-in-text", Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        *("в 2026 году", "2024–2026", "05.07.2024", "2024-07-05", "с 9:00 до 18:00", "09:00-18:00"),
        *("2–3 копии", "10–15 дней", "№ 87", "№ 12", "10.5", "24/7", "50 000 тенге", "12 500 тг", "150 000"),
        *("1200 теңге", "12500 тенге", "18000 ₸"),
    ],
)
def test_a_year_a_range_and_a_sum_are_no_numbers_to_dial(text: str, known: dict[str, str]) -> None:
    assert list(check_typed([Text(text, PLACE)], known)) == []


def test_a_number_of_an_organisation_or_hotline_is_left_to_it(known: dict[str, str]) -> None:
    (one,) = check_typed([Text("8 (705) 820-09-33", PLACE)], known)
    (two,) = check_typed([Text("116-16", PLACE)], known)
    assert '"daris"' in one.remedy
    assert two.remedy == "write {trafficking}"


@pytest.mark.parametrize("text", ["Совет 02", "Совет № 2", "Совет 24", "Совет 150"])
def test_a_label_has_no_figures(text: str, bilingual: Path) -> None:
    spoil(bilingual / "ru.yaml", 'advice: "Совет и помощь"', f'advice: "{text}"')
    told = [found for found in load(bilingual).findings if found.code == "number-in-text"]
    assert [Path(found.place.file).name for found in told] == ["ru.yaml"]
    assert list(check_named({"labels.page": Text("{page} из {pages}", PLACE)})) == []


@pytest.mark.parametrize(
    "words",
    [
        *("сто два", "сто двенадцать", "сто три", "ноль два", "ноль-один", "один-шестнадцать-шестнадцать"),
        *("одиннадцать шестьсот шестнадцать", "восемь семьсот один", "один ноль два", "по сто двум"),
        *("one hundred and two", "a hundred and three", "one-oh-two", "triple one six", "eleven six sixteen"),
        *("nine one one", "жүз екі", "жүз он екі", "бір жүз екіге", "нөл екі", "бір нөл үш", "сто 2"),
        *("сто шестнадцать шестнадцать", "одиннадцать тысяч шестьсот шестнадцать"),
        *("eleven thousand six hundred and sixteen", "он бір мың алты жүз он алтыға"),
        *("one, then zero, then three", "one plus zero plus three", "onezerothree", "one hundred third"),
        *("сто третий", "ноль-второй", "стодва", "стодвенадцать", "сто, потом три", "сотка и два"),
        *("десять два", "ten two", "ten three now", "İß one hundred and two people"),
        *("один, затем ноль, затем три", "сто плюс три", "сто и ещё три", "плюс семь семьсот пять"),
    ],
)
def test_a_number_to_dial_in_words_is_told(words: str, known: dict[str, str]) -> None:
    assert dictated(f"Звоните {words}.", known)


@pytest.mark.parametrize(
    "words",
    [
        *("ноль **{police}**", "+**{police}**", "**{police}** пять", "# {police}"),
        *("double {police}", "{police} double"),
    ],
)
def test_what_would_be_dialled_with_a_hotline_is_told(words: str, known: dict[str, str]) -> None:
    assert list(check_dictated([Text(f"Звоните {words}.", PLACE)], known))


@pytest.mark.parametrize(
    "words", ["{trafficking} and {police}", "{trafficking} и/или {police}", "№ {police}"]
)
def test_words_between_hotlines_are_none_to_dial(words: str, known: dict[str, str]) -> None:
    assert not list(check_dictated([Text(words, PLACE)], known))


@pytest.mark.parametrize(
    "words",
    [
        *("два-три дня", "один из двадцати", "двадцать пять", "сто двадцать тысяч", "жүз теңге", "он екі ай"),
        *("no one", "two or three", "twenty-one days", "one hundred", "он один", "две копии", "12 и 13"),
        *("триста сорок тысяч", "one thousand and two people", "first, second and third", "one second"),
        *("одна, две, три копии", "пять шесть семь дней", "сто два человека", "two, three, four photocopies"),
        *(
            "бір, екі, үш күн",
            "сто один документ",
            "at eleven two people came",
            "сто, двести, триста рублей",
        ),
        *("call us if you have worked one hundred and twenty days", "звоните с девяти до десяти"),
        *("If you call at eight thirty five", "Звоните в восемь тридцать пять"),
        *("первый, второй и третий", "сначала один и потом два", "двенадцать и один", "one and then two"),
    ],
)
def test_a_number_of_things_in_words_is_none_to_dial(words: str, known: dict[str, str]) -> None:
    assert dictated(words, known) == ""


def test_what_is_spelt_out_in_a_label_is_meant_to_be_called(folder: Path) -> None:
    spoil(folder / "en.yaml", 'police: "Police"', 'police: "Police one four one four"')
    (found,) = [found for found in load(folder).findings if found.code == "number-in-text"]
    assert found.what == '"one four one" is a number in words'


def test_a_number_in_words_is_quoted_as_it_stands_in_the_text(known: dict[str, str]) -> None:
    (found,) = check_dictated([Text("İß. Call a Hundred **and** two, or triple one six.", PLACE)], known)
    assert found.what == '"Hundred and two" is a number in words'
    assert dictated("Call triple one six.", known) == "triple one"


@pytest.mark.parametrize("word", ["сто ", "one ", "hundred ", "and ", "double "])
def test_many_words_for_numbers_are_read_at_once(word: str, known: dict[str, str]) -> None:
    begin = process_time()
    assert dictated(word * 20_000, known) in ("", "one one one one one")
    assert process_time() - begin < 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Горячая линия (бесплатно)"),
        ("ru", "Горячая линия, круглосуточно"),
        ("ru", "Горячая линия 24/7"),
        ("ru", "Звонок платный"),
        ("ru", "Ответят на любом языке"),
        ("ru", "Конфиденциально, анонимно"),
        ("en", "Free hotline"),
        ("en", "Calls are free"),
        ("en", "Hotline, day and night"),
        ("en", "Toll-free, around the clock"),
        ("en", "Advice in your language"),
        ("kk", "Жедел желі (тегін)"),
        ("kk", "Тәулік бойы"),
        ("kk", "Анонимді түрде"),
        *(("ru", "Звоните беспл\u00adатно"), ("ru", "Звоните беспл**ат**но"), ("en", "Call: fr\u00adee")),
        *(("en", "The call costs money."), ("en", "Help costs five hundred dollars.")),
        *(
            ("ru", "Звонок стоит денег."),
            ("ru", "Звонок за счёт звонящего"),
            ("ru", "Линия работает по будням."),
        ),
        *(("en", "The line is open on weekdays."), ("en", "It works from nine to six"), ("en", "Until six.")),
        *(("en", "The numbers in this leaflet no longer work."), ("en", "This memo is out of date.")),
        *(("ru", "Телефоны в этой листовке устарели."), ("ru", "Отвечают до 18 часов")),
    ],
)
def test_a_promise_that_the_memo_does_not_make_is_told(content: Content, language: str, text: str) -> None:
    words = content.languages[language]
    changed = replace(words, labels={**words.labels, "trafficking": Text(text, PLACE)})
    assert content.source is not None
    found = list(check_claims(shown(changed), shown(content.source)))
    assert {finding.code for finding in found} == {"unsupported-claim"}
    assert all(finding.place == PLACE for finding in found)


@pytest.mark.parametrize(
    "text",
    [
        *("if you get free", "the freedom to move freely", "you are free to go", "free movement", "Hotline"),
        *("call from a safe place", "wait until you are safe", "не стоит молчать", "с вами до конца"),
    ],
)
def test_freedom_is_no_promise(content: Content, text: str) -> None:
    words, source = content.languages["en"], content.source
    changed = replace(words, labels={**words.labels, "trafficking": Text(text, PLACE)})
    assert source is not None
    assert list(check_claims(shown(changed), shown(source))) == []


@pytest.mark.parametrize(
    "text",
    ["you have to work day and night;", "you are made to work for free;", "you never get any time off;"],
)
def test_a_sign_of_trafficking_is_no_promise_of_help(folder: Path, text: str) -> None:
    spoil(folder / "en.yaml", "work outside working hours over a long period;", text)
    assert not [found for found in load(folder).findings if found.code == "unsupported-claim"]


def test_a_draft_may_say_in_what_language_it_is_and_a_name_what_it_is_called(folder: Path) -> None:
    spoil(folder / "en.yaml", "Draft translation, not yet", "Draft translation in English, not yet")
    spoil(folder / "en.yaml", "“Malika” crisis centre", "“Day and Night” crisis centre")
    assert not [found for found in load(folder).findings if found.code == "unsupported-claim"]


def test_a_call_that_the_memo_does_not_call_free_is_told(folder: Path) -> None:
    spoil(folder / "en.yaml", "by calling the hotline", "by calling the free hotline")
    assert [found for found in load(folder).findings if found.code == "unsupported-claim"]


def test_a_text_of_a_translation_that_its_source_lacks_promises_nothing(folder: Path) -> None:
    spoil(
        folder / "en.yaml",
        '      - "no days off;"',
        '      - "no days off;"\n      - "call the free hotline;"',
    )
    assert [found for found in load(folder).findings if found.code == "unsupported-claim"]


def test_no_sign_hides_that_a_text_of_the_memo_is_about_a_call(bilingual: Path) -> None:
    spoil(bilingual / "ru.yaml", "не знаете языка страны", "звони\u00adте бесплатно, не знаете языка страны")
    assert [found for found in load(bilingual).findings if found.code == "unsupported-claim"]


def test_a_promise_of_the_memo_may_be_translated(content: Content) -> None:
    assert content.source is not None
    source = replace(content.source, title=Text("Тегін көмек", PLACE))
    words = replace(content.languages["ru"], title=Text("Бесплатная помощь", PLACE))
    assert list(check_claims(shown(words), shown(source))) == []
    memo = {path: text for path, text in shown(source).items() if path.startswith("memo.")}
    assert list(check_claims(memo, {})) == []


UNTRANSLATED = [
    *((text, "stand-in") for text in ("TODO", "нет", "n/a", "null", "(пусто)", "см. выше;", "и т. д.", "x")),
    *((text, "left-over") for text in ("паспорт &nbsp; есть", "паспорт <b>есть</b>", "паспорт *есть*")),
    *((text, "left-over") for text in ("паспорт %s", "паспорт #REF!", "паспорт `есть`", "~~паспорт~~")),
    *((text, "left-over") for text in ("[перевод]", "Вот перевод: паспорт", "паспорт _есть_ здесь")),
    ("(Примечание переводчика: паспорт)", "left-over"),
]
ITEMS = (
    *(
        "работа в плохих условиях;",
        "контроль за передвижением;",
        "получать образование, медицинскую и социальную помощь;",
    ),
    *("нет возможности уйти с работы;", "нет выходных дней;", "свободно выбирать место жительства;"),
)


@pytest.mark.parametrize(
    ("tag", "old", "new", "code"),
    [
        *(("ru", item, text, code) for item, (text, code) in zip(cycle(ITEMS), UNTRANSLATED, strict=False)),
        ("ru", PASSPORT, "нет выходных у работодателя;", None),
        ("ru", PASSPORT, "никому не доверяйте свой паспорт", "repeated-item"),
        ("ru", PASSPORT, "Обязанности", "repeated-item"),
        ("ru", PASSPORT, "төлқұжат жұмыс берушінің қолында;", "unchanged-text"),
        ("ru", PASSPORT, "жұмыстан шығу мүмкіндігінің жоқтығы;", "foreign-letter"),
    ],
)
def test_what_is_no_translation_stops_a_release(rewritten: Content, code: str | None) -> None:
    told = {finding.code for finding in rewritten.findings if finding.severity is Severity.WARNING}
    assert code in told if code else told == {"lost-denial"}
    held = {finding.code for finding in release_findings(rewritten, ["ru"], [None], TODAY)}
    assert (held & STOPPING) == (told & STOPPING)


def test_a_translation_that_lost_most_of_its_words_is_told(bilingual: Path) -> None:
    whole = "Если возможно, возьмите с собой деньги, нужные для покупки обратного билета, и спрячьте их"
    spoil(bilingual / "ru.yaml", f"{whole} так, чтобы никто не смог их найти.", "Если возможно.")
    denial, found = load(bilingual).findings
    assert (denial.code, found.code, found.severity) == ("lost-denial", "short-translation", Severity.WARNING)
    assert found.measure == "12 letters for 104"


@pytest.mark.parametrize("text", ["Here is the translation: passport", "As an AI, I cannot", "Sure, here"])
def test_what_a_tool_says_about_a_text_is_told(text: str) -> None:
    assert [found.code for found in check_leftovers([Text(text, PLACE)])] == ["left-over"]


@pytest.mark.parametrize(
    "address",
    [
        *("help at mail dot ru", "help [at] mail [dot] ru", "help собака мейл точка ру", "хелп точка кз"),
        *(
            "сайт хелп.кз",
            "help.online",
            "help.site",
            "help.app",
            "help.xyz",
            "help.shop",
            "help.co",
            "help . kz",
        ),
        *("site help (dot) kz", "info dog mail (dot) kz", "info ( dog ) mail", "help\u00a0dot\u00a0kz"),
        *("тг help", "TG: helpkz", "ватцап", "WhatsUp", "телега", "инста", "в Signal", "Threema", "IMO"),
        *(
            "in MAX",
            "via Aitu",
            "BiP",
            "Zangi",
            "on Twitter",
            "YouTube",
            "on Zoom",
            "QQ",
            "Google Maps",
            "in VK",
        ),
        *(
            "в МАКС",
            "в Максе",
            "в мессенджер",
            "Аиту",
            "Ютуб",
            "Гугл",
            "ищите в контакте",
            "в личку",
            "в директ",
        ),
        *("umit. kz", "на сайт umit. ru", "see umit. com", "umit at mail. ru"),
        *("KakaoTalk", "Zalo", "BOTIM", "одноклассники", "malika_help", "ФБ"),
    ],
)
def test_an_address_is_told_however_it_is_written(address: str) -> None:
    (found,) = check_addresses([Text(f"Пишите: {address}.", PLACE)])
    assert found.code == "address-in-text"
    assert list(check_addresses([], [Text("Центр «Малика», malika.kz", PLACE)]))


@pytest.mark.parametrize(
    "text",
    [
        *("50 000 тг", "SMS, Wi-Fi, GPS", "и т.д. и т.п.", "A signal. Signals of danger", "инстанция"),
        *("будьте в контакте с ними", "директор", "личность", "a maximum", "Максим", "to zoom in"),
        *("at work", "on line", "точка зрения", "собака", "the right not to be at home"),
    ],
)
def test_a_common_word_is_no_address(text: str) -> None:
    assert list(check_addresses([Text(text, PLACE)])) == []
