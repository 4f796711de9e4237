"""A "not" that a translation lost, or that came into it, is told; other ways of saying the same are not."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from folders import reworded, spoil

from leaflet import load
from leaflet.content import Content
from leaflet.content.denials import _Denials, _denials
from leaflet.content.fingerprints import fingerprint
from leaflet.diagnostics import Finding
from leaflet.releasing import STOPPING


def told(content: Content) -> list[Finding]:
    return [found for found in content.findings if found.code == "lost-denial"]


def test_the_content_denies_alike_in_every_language(content: Content) -> None:
    assert told(content) == []
    assert "lost-denial" in STOPPING


@pytest.mark.parametrize(
    ("tag", "old", "new", "what"),
    [
        ("en", "Do not trust anyone", "Trust anyone", "this text does not"),
        ("ru", "Никому не доверяйте", "Никому доверяйте", "this text does not"),
        ("en", "How not to become", "How to become", "this text does not"),
        ("ru", "Как не стать", "Как стать", "this text does not"),
        ("en", "Never try to cross", "Try to cross", "this text does not"),
        ("en", "have not been checked", "have been checked", "this text does not"),
        ("ru", "сообщите об этой", "не сообщайте об этой", "and its source does not"),
        ("ru", "Звоните по этим", "Не звоните по этим", "and its source does not"),
        ("ru", "нет выходных дней", "много выходных дней", "this text does not"),
        ("en", "Human trafficking means", "Human trafficking never means", "and its source does not"),
        (
            "en",
            "report this situation by calling",
            "avoid reporting this by calling",
            "and its source does not",
        ),
        ("ru", "сообщите об этой", "избегайте сообщать об этой", "and its source does not"),
        ("ru", "вы имеете право подать", "вы лишены права подать", "and its source does not"),
        ("en", "You need to have a mobile", "You are forbidden to have a mobile", "and its source does not"),
        ("en", "no punishment is applied for", "punishment is applied for", "this text does not"),
        ("en", "you have the right to ask", "you do not have the right to ask", "and its source does not"),
        ("ru", "вы имеете право обратиться", "вы не имеете права обратиться", "and its source does not"),
        ("ru", "Держите это в тайне", "Не держите это в тайне", "and its source does not"),
        ("en", "must be with you only", "must not be with you only", "and its source does not"),
        ("en", "the right not to have your home", "the right to have your home", "this text does not"),
        (
            "ru",
            "Никому не доверяйте свой паспорт.",
            "Никому не доверяйте свой паспорт до прибытия.",
            "a limit",
        ),
        ("ru", "Никому не доверяйте свой паспорт.", "Никому не доверяйте без паспорта.", "a limit"),
        ("en", "Do not trust anyone with your", "Do not trust anyone without your", "a limit"),
        ("en", "Do not trust anyone with", "Before you arrive, do not trust anyone with", "a limit"),
        ("ru", "должны быть только у вас", "должны быть у вас", "says only"),
        (
            "en",
            "your movements are controlled",
            "your movements are not controlled",
            "and its source does not",
        ),
        ("ru", "контроль за передвижением", "нет контроля за передвижением", "and its source does not"),
        ("en", "to choose freely where", "to choose, in your hands alone, where", "says only"),
        ("ru", "помочь вам, только если вы", "помочь вам, если вы", "says only"),
        ("en", "must be with you only", "must be with you", "says only"),
        ("en", "to choose freely where", "to choose only where", "says only"),
        ("ru", "свободно выбирать", "выбирать только", "says only"),
        ("en", "Draft translation, not yet reviewed", "Draft translation, reviewed", "this text does not"),
        ("en", "your movements are controlled", "nobody watches where you go", "this text denies"),
        ("ru", "контроль за передвижением", "за вами никто не следит", "this text denies"),
        ("en", "no days off", "seven days off a week", "this text does not"),
        ("ru", "нет выходных дней", "каждый день выходной", "this text does not"),
    ],
)
def test_a_denial_that_was_lost_or_came_in_is_told(rewritten: Content, what: str) -> None:
    assert [what in one.what for one in told(rewritten)] == [True]


def test_who_reads_both_records_that_a_text_says_the_same(folder: Path) -> None:
    path, old = folder / "en.yaml", "if you do not know the language of the country"
    spoil_also_where_quoted(path, old, "if you speak little of the language of the country")
    (found,) = told(load(folder))
    record = re.search(r'add to alike:\n  (\S+): ("\w{8}")', found.remedy)
    assert record is not None
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nalike:\n  {record[1]}: {record[2]}\n")
    assert told(load(folder)) == []
    spoil_also_where_quoted(path, "if you speak little of", "if you speak very little of")
    assert len(told(load(folder))) == 1
    spoil_also_where_quoted(path, "if you speak very little of the language of the country", old)
    assert "superfluous-record" in {each.code for each in load(folder).findings}


@pytest.mark.parametrize(
    ("label", "old", "new"),
    [
        ("draft", "Draft translation, not yet reviewed.", "Draft translation, reviewed."),
        ("contacts_unchecked", "have not been checked by", "have been checked by"),
    ],
)
def test_no_record_makes_true_what_nobody_has_read_or_rung(
    folder: Path, label: str, old: str, new: str
) -> None:
    content = reworded(folder, "en", old, new)
    (found,) = told(content)
    assert "add to alike" not in found.remedy
    assert content.source is not None
    source, text = content.source.labels[label], content.languages["en"].labels[label]
    with (folder / "en.yaml").open("a", encoding="utf-8") as file:
        file.write(f'\nalike:\n  labels.{label}: "{fingerprint(f"{source}{chr(10)}{text}")}"\n')
    assert {"lost-denial", "superfluous-record"} <= {each.code for each in load(folder).findings}


def test_the_source_has_no_record_of_what_says_the_same(folder: Path) -> None:
    with (folder / "kk.yaml").open("a", encoding="utf-8") as file:
        file.write('\nalike:\n  labels.danger: "01234567"\n')
    assert "superfluous-key" in {each.code for each in load(folder).findings}


def spoil_also_where_quoted(path: Path, old: str, new: str) -> None:
    """A doubt may quote the words."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_words_that_deny_one_thing_do_not_stand_for_the_whole(folder: Path) -> None:
    path = folder / "ru.yaml"
    path.write_text(
        path.read_text("utf-8").replace("не применяется наказание", "применяется наказание"), "utf-8"
    )
    (found,) = told(load(folder))
    assert found.measure == 'found "орындамау", "қолданылмайды" there'
    assert "не, нет" in found.remedy


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("ru", "Никому не доверяйте свой паспорт.", "Держите паспорт только при себе."),
        ("en", "Do not trust anyone with your passport.", "Give your passport to nobody."),
        ("en", "Do not trust anyone with your passport.", "Don’t trust anyone with your passport."),
        ("en", "you cannot leave the job", "it is impossible to leave the job"),
        ("en", "no days off", "work without days off"),
        ("en", "no days off", "seven days’ work a week"),
        ("ru", "нет выходных дней", "работа семь дней в неделю"),
        ("en", "no access to medical", "lack of access to medical"),
        ("ru", "нет доступа к медицинскому", "отсутствие доступа к медицинскому"),
        ("ru", "нет выходных дней", "никаких выходных дней"),
        ("ru", "Не нужно никому о них говорить.", "Держите их в тайне."),
        ("en", "Contact details checked on", "Contact details last checked on"),
        ("ru", "нет выходных дней", "работа без выходных"),
        ("ru", "могут помочь вам, только если", "не смогут помочь вам, если не"),
        ("en", "can help you only if you", "cannot help you unless you"),
        ("en", "can help you only if you contact", "can’t help you if you don’t contact"),
        ("ru", "должны быть только у вас", "никто, кроме вас, не должен держать у себя"),
        ("ru", "Держите это в тайне даже от людей", "Не говорите об этом даже людям"),
        ("en", "Keep this secret even from", "Do not tell even"),
        ("ru", "но они не должны знать", "но от них нужно скрывать"),
        ("en", "but they must not know", "but hide from them"),
        ("ru", "помните, что преступники", "не забывайте, что преступники"),
        ("ru", "Помните: посольства", "Не забудьте: посольства"),
        ("en", "remember that criminals", "don’t forget that criminals"),
        ("ru", "Как не стать жертвой торговли", "Как уберечься от торговли"),
        ("en", "How not to become a victim of", "How to stay safe from"),
        ("ru", "Никогда не пытайтесь пересекать", "Избегайте пересекать"),
        ("en", "you cannot leave the job", "you are forbidden to leave the job"),
        ("en", "no days off", "you are denied days off"),
        ("en", "do not meet the required", "fail to meet the required"),
        ("ru", "на неприкосновенность жилища", "на защиту жилища"),
        ("ru", "неисполнение решения", "не исполняющих решения"),
        ("ru", "ещё не проверен.", "непроверенный."),
        ("ru", "Звоните по этим номерам", "Звоните не позднее вечера"),
        ("ru", "Вам нужно иметь при себе мобильный телефон.", "Не выходите без мобильного телефона."),
        (
            "en",
            "You need to have a mobile phone with you.",
            "Always carry a phone; do not go out without one.",
        ),
        ("en", "you need to pay close attention", "you need to pay no less than close attention"),
        ("en", "work against your will", "forced work"),
        ("en", "work against your will", "involuntary work"),
        ("ru", "работа против своей воли", "принудительная работа"),
        ("ru", "работа против своей воли", "работа помимо вашей воли, без согласия"),
        ("en", "must be with you only", "must be with you alone"),
        ("en", "must be with you only", "belong in your hands alone"),
        ("en", "Hold the camera close to one code, check", "Point your camera at one code only, check"),
        ("ru", "Поднесите камеру к одному коду", "Поднесите камеру только к одному коду"),
        ("ru", "должны быть только у вас", "должны быть исключительно у вас"),
        ("en", "no days off", "you work seven days a week"),
        ("ru", "нет выходных дней", "вы работаете семь дней в неделю"),
        ("ru", "должны быть только у вас", "никто другой не должен держать у себя"),
        ("ru", "эти копии помогут вам вернуться домой", "с этими копиями легче добраться до дома"),
        ("en", "no days off", "not one day off without work"),
        ("en", "You need to have a mobile phone with you.", "Before you leave, take a mobile phone."),
        ("en", "You need to have a mobile phone with you.", "Have a phone, above all when you are alone."),
        ("en", "work outside working hours over a long", "you will have to work outside hours for a long"),
        ("ru", "Вам нужно иметь при себе", "Исключительно важно иметь при себе"),
        (
            "ru",
            "Звоните по этим номерам: там помогают людям по всей стране. "
            "Организация этого региона в памятке не названа.",
            "Организация этого региона в памятке не названа. "
            "Звоните по этим номерам: там помогают людям по всей стране.",
        ),
    ],
)
def test_other_ways_of_saying_it_are_good(rewritten: Content) -> None:
    assert told(rewritten) == []


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "kk",
            "алма, немесе көшірмесі, қоғамы, заңнамасын, Семей, Абай, көбейді, сабау, қамауға алу",
        ),
        (
            "kk",
            "азаматы, азаматын, үкіметі, өкіметі, қызметінің, құрметін, ұлты, ұмытпаңыз",
        ),
        (
            "kk",
            "ескертпеде, памятка, баспасы, мамандар, жазбаларды, төлемді, мемлекеттің, тымауы, сомасы, маған",
        ),
        ("ru", "несколько недель, немного, никель, Нина, небо, него"),
        ("en", "note, knot, another, nonetheless, notice"),
    ],
)
def test_words_that_only_look_like_a_denial_are_none(tag: str, text: str) -> None:
    for word in re.split(", ", text):
        assert not _is_known(_denials(tag, word))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        (
            "kk",
            "болмаңыз, білмеуі, алмайтындай, орындамау, қолданылмайды, келмейтін, сұқпаушылық, білмесеңіз",
        ),
        ("kk", "айтпаңыз, жазбады, көрмеген, қайтпай, жоқтығы, ешкімге, болмас, сенбеңіз, көрсетілмеген"),
        ("ru", "не знаю, нет, нельзя, никому, никогда, ни одного"),
        ("en", "not, cannot, don’t, don't, nobody, no one, never"),
    ],
)
def test_words_of_denial_are_known(tag: str, text: str) -> None:
    assert [word for word in text.split(", ") if not _is_known(_denials(tag, word))] == []


def _is_known(found: _Denials) -> bool:
    return bool(found.whole or found.joined)


@pytest.mark.parametrize(
    ("text", "singles"),
    [
        ("Сіз көмек ала аласыз, келесіз, баратынсыз, істейсіз, барғансыз, тиістісіз", 0),
        ("заңсыз, визасыз, құжатсыз, ақысыз, еріксіз, рұқсатсыз", 6),
    ],
)
def test_the_second_person_is_not_without(text: str, singles: int) -> None:
    assert _denials("kk", text).others == singles


def test_the_source_may_have_lost_what_its_nobody_joins(folder: Path) -> None:
    spoil(folder / "kk.yaml", "ешкімге сеніп тапсырушы болмаңыз", "ешкімге сеніп тапсырушы болыңыз")
    found = told(load(folder))
    assert [Path(one.place.file).stem for one in found] == ["ru"]
    assert "and its source does not" in found[0].what
