"""A text says what its source says, and no more: no sentence, exception, actor or number that was added."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from folders import reworded

from leaflet import load
from leaflet.content import Content
from leaflet.diagnostics import Finding, Severity
from leaflet.releasing import STOPPING

CODES = (
    "added-word",
    "bracket-mismatch",
    "cut-off",
    "long-translation",
    "sentence-count",
    "short-translation",
)


def told(content: Content) -> list[Finding]:
    return [found for found in content.findings if found.code in CODES]


def test_the_real_content_adds_nothing(content: Content) -> None:
    assert told(content) == []
    assert set(CODES) <= STOPPING


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("en", "Do not trust anyone with", "Do not trust anyone but your employer with"),
        ("en", "so that no one can find it", "so that no one but your guide can find it"),
        ("ru", "Никому не доверяйте", "Никому, кроме работодателя, не доверяйте"),
        ("ru", "Не нужно никому о них", "Не нужно никому, кроме начальника, о них"),
        ("en", "Never try to cross state borders with", "Never try to cross state borders except with"),
        ("ru", "пересекать государственные границы", "пересекать границы, помимо государственных,"),
        ("en", "must be with you only", "must be with your employer only"),
        ("ru", "должны быть только у вас", "должны быть только у работодателя"),
        ("en", "Do not trust anyone with your passport.", "Do not keep your passport: give it to the boss."),
        ("en", "no need to tell anyone about them", "no need to hide them from your employer"),
        ("en", "in the employer’s hands", "in your own hands"),
        ("en", "you have the right to apply for compensation", "you have the duty to pay compensation"),
        ("en", "report this situation by", "if your employer agrees, report this situation by"),
        ("ru", "сообщите об этой", "с разрешения начальника сообщите об этой"),
        ("en", "to move freely in", "to move freely, with your employer’s leave, in"),
        ("en", "to choose freely where to live", "to choose freely where to live, and ask your agent first"),
        ("en", "beside it, and call.", "beside it, and call your employer."),
        ("en", "number of my embassy", "number of my employer, embassy"),
        ("ru", 'trafficking: "Горячая линия"', 'trafficking: "Горячая линия работодателя"'),
        ("en", "Do not trust anyone with", "Do not trust anyone other than your friends with"),
        ("en", "Do not trust anyone with", "Do not trust anyone apart from your friends with"),
        ("en", "must be with you only", "must be with your company only"),
        ("ru", "должны быть только у вас", "должны быть только у прораба"),
        ("en", ", if victims committed these acts in connection with being trafficked", ""),
        ("ru", "сообщите об этой ситуации", "если у вас есть регистрация, сообщите об этой ситуации"),
        ("en", "with your passport.", "with your passport until you are paid."),
        ("en", "calling the hotline number", "calling the ambulance hotline number"),
        ("ru", "**{police}**;", "**{police}**, и вас депортируют;"),
        ("en", 'advice: "Advice and help"', 'advice: "Advice and help if you have papers"'),
        ("ru", 'police: "Полиция"', 'police: "Полиция, если есть документы"'),
        ("en", "with your passport.", "with your passport, give it to the guide for safety."),
        ("en", "if you have suffered from human", "you have suffered from human"),
        ("ru", "если вы пострадали от торговли людьми, вы", "вы"),
        ("en", "Temirtau and Karaganda Region", "Temirtau and Karaganda Region, office closed"),
        ("ru", "г. Темиртау и", "работодателям, г. Темиртау и"),
    ],
)
def test_an_exception_an_actor_a_condition_or_a_duty_that_came_in_is_told(rewritten: Content) -> None:
    (found,) = told(rewritten)
    assert (found.code, found.severity) == ("added-word", Severity.WARNING)


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        *(
            ("en", "**{trafficking}** and", f"**{{trafficking}}**{added} and")
            for added in (
                " (leave out the last digit)",
                " (dial the last digit twice)",
                ", extension one,",
                ", with the code of your country before it,",
                " (ask for zero)",
            )
        ),
        ("en", "hotline number **", "hotline number, zero first, **"),
        ("en", "the hotline number", "the former hotline number"),
        ("en", "report this situation by", "pay the fee and report this situation by"),
        *(
            ("ru", "**{trafficking}** и/или", f"**{{trafficking}}**{added} и/или")
            for added in (" без последней цифры", ", набирая каждую цифру дважды,", " и ноль")
        ),
        ("ru", "по номеру горячей линии", "по бывшему номеру горячей линии"),
        ("ru", "по номеру горячей линии", "по закрытому номеру горячей линии"),
    ],
)
def test_what_would_be_dialled_beside_a_hotline_is_told(rewritten: Content) -> None:
    codes = {found.code for found in told(rewritten)}
    assert codes - {"bracket-mismatch"} == {"added-word"}


@pytest.mark.parametrize(
    ("tag", "old", "new", "code"),
    [
        (
            "en",
            "have a mobile phone with you.",
            "have a mobile phone with you. Give it to whoever meets you.",
            "sentence-count",
        ),
        ("en", "with false documents.", "with false documents. police will send you home.", "sentence-count"),
        ("ru", "с поддельными документами.", "с поддельными. Документами.", "sentence-count"),
        ("en", "Please call these numbers: they give help across the whole country. ", "", "sentence-count"),
        (
            "en",
            "have a mobile phone with you.",
            "have a mobile phone with you, and give it to the person who meets you at the station",
            "long-translation",
        ),
        (
            "en",
            "Find the phone numbers of the Embassy or Consulate of your country in Kazakhstan, "
            "and also of international or non-governmental organisations that will help you if "
            "you are threatened, forced or cheated.",
            "Find the Embassy.",
            "short-translation",
        ),
        ("en", "you cannot get the money you have earned by your work;", "unpaid;", "short-translation"),
        (
            "ru",
            "если эти действия совершены пострадавшими в связи с тем, что ими торговали",
            "если",
            "cut-off",
        ),
        (
            "en",
            "committed these acts in connection with being trafficked;",
            "committed these acts",
            "cut-off",
        ),
        (
            "ru",
            "адрес вашего жилья, а также копии заграничного паспорта и трудового договора.",
            "адрес",
            "cut-off",
        ),
        ("ru", " (магазины, супермаркеты, больницы, вокзалы и аэропорты)", "", "bracket-mismatch"),
        ("ru", " (в том числе проституция и попрошайничество)", "", "bracket-mismatch"),
        ("en", " (in any way)", "", "bracket-mismatch"),
        ("en", "in the employer’s hands", "in the employer’s hands (or lost)", "bracket-mismatch"),
    ],
)
def test_what_was_added_between_or_lost_at_the_end_is_told(rewritten: Content, code: str) -> None:
    assert code in {found.code for found in told(rewritten)}


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("en", "can help you only if you contact", "cannot help you unless you contact"),
        ("ru", "должны быть только у вас", "никто, кроме вас, не должен держать у себя"),
        ("en", "in the employer’s hands", "kept by the boss"),
        ("en", " (akimats)", ""),
        ("en", "in the employer’s hands", "in the employer’s hands (boss)"),
        ("ru", "(любым способом)", "(как угодно)"),
        ("ru", "(любым способом)", "（как угодно）"),
        ("ru", "находится у работодателя", "хранится у начальника"),
        ("en", "migrants must obey", "migrants are obliged to obey"),
        ("en", "by calling the hotline number", "by a call to one of these numbers: the hotline"),
        ("ru", "сообщите об этой ситуации по", "сообщите об этой ситуации по одному из номеров:"),
        ("ru", "в том регионе, где вы оказались", "в г. Абай и т. д., где вы оказались"),
        ("ru", "в том регионе, где вы оказались", "в том регионе, тел. посольства, обл. центр, где вы"),
        ("ru", "по номеру горячей линии **", "по тел. **"),
        ("ru", "Страница {page} из", "Стр. {page} из"),
        ("ru", "по всей стране. Организация", "по всей стране, организация"),
        ("ru", "Черновой перевод, ещё не", "Черновик перевода. Не"),
        (
            "en",
            "The contact details from the official memo have not been checked by telephone.",
            "The contacts are from the official memo. Nobody has yet rung them to check.",
        ),
        ("en", 'fax: "fax:"', 'fax: "Fax"'),
        ("en", 'heading: "Some advice:"', 'heading: "Some advice"'),
        ("en", "no days off;", "no days off at all."),
        ("ru", "Если у вас отнимут паспорт или вы его потеряете", "При потере или изъятии паспорта"),
        ("ru", "Если возможно, возьмите с собой", "По возможности возьмите с собой"),
        ("ru", "Если у вас отнимут паспорт или вы его потеряете", "В случае изъятия или потери паспорта"),
        (
            "en",
            "If your passport is taken from you by force, or if you lose it",
            "Should your passport be taken from you by force or lost",
        ),
        ("en", "If you are in danger now", "In danger right now?"),
        ("en", "If you are in danger now", "Emergency"),
        ("en", "If you are in danger now", "In immediate danger"),
        ("ru", "Если опасность прямо сейчас", "При непосредственной угрозе"),
        ("ru", "Если опасность прямо сейчас", "Вы в опасности? Звоните"),
        (
            "en",
            "Hold the camera close to one code, check that your phone shows the number beside it, and call.",
            "Point your camera at one code. If your phone shows the number beside it, call.",
        ),
        (
            "ru",
            "Звоните по этим номерам: там помогают",
            "Если нужна помощь, звоните: по этим номерам помогают",
        ),
        ("ru", "телефоны и адрес вашего жилья", "телефоны и адреса, часа два, голоса, леса и колёса"),
        ("en", "Make several photocopies", "Save several photocopies"),
        ("en", "Memo for foreigners and migrant", "A guide for foreigners and migrant"),
        ("en", "if you have suffered from human trafficking, you", "as a victim of human trafficking you"),
        ("en", "if you **were able to escape**, ask", "when you **were able to escape**, ask"),
        ("en", "if you do not know the language", "not knowing the language"),
        ("en", "if you have suffered from human trafficking, you have", "victims of human trafficking have"),
        ("en", "you cannot get the money you have earned by your work;", "unpaid wages;"),
        ("en", "no access to medical care.", "no medical care."),
        ("ru", "если вам **удалось убежать**, обратитесь", "**убежали** — обратитесь"),
        ("ru", "если вы пострадали от торговли людьми, вы имеете", "пострадавшие от торговли людьми имеют"),
        ("ru", "если вы не знаете языка страны", "не зная языка страны"),
        ("ru", "если вам **удалось убежать**, обратитесь", "когда вам **удалось убежать**, обратитесь"),
        ("ru", "если вам **удалось убежать**, обратитесь", "**убежав**, обратитесь"),
        ("en", "if you have suffered from human", "in case you have suffered from human"),
        ("en", "Signs of human trafficking:", "Signs that you may be a victim of human trafficking:"),
        ("ru", 'trafficking: "Горячая линия"', 'trafficking: "Горячая линия для жертв торговли людьми"'),
    ],
)
def test_other_words_for_the_same_add_nothing(rewritten: Content) -> None:
    assert told(rewritten) == []


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("ru", "если вы пострадали", "ес\u00adли вы пострадали"),
        ("en", "if you have suffered", "i**f** you have suffered"),
        ("kk", "егер сіз адам саудасынан", "е\u00adгер сіз адам саудасынан"),
    ],
)
def test_a_condition_is_seen_whatever_stands_in_its_word(rewritten: Content) -> None:
    assert [found for found in rewritten.findings if found.code == "added-word"] == []


@pytest.mark.parametrize("end", ["call {trafficking} or {police};", "call {trafficking} and **{police}**;"])
def test_the_number_of_a_hotline_may_come_last(folder: Path, end: str) -> None:
    whole = "calling the hotline number **{trafficking}** and / or the emergency help number **{police}**;"
    assert "cut-off" not in {found.code for found in told(reworded(folder, "en", f"by {whole}", f"— {end}"))}


SIGNS = re.compile(r"(?<=  signs:\n).*?(?=  online:)", re.DOTALL)


@pytest.mark.parametrize("end", ["", ","])
def test_a_list_may_do_without_signs_at_the_ends_of_its_items(folder: Path, end: str) -> None:
    listed = SIGNS.search((folder / "en.yaml").read_text(encoding="utf-8"))
    assert listed is not None
    assert told(reworded(folder, "en", listed[0], listed[0].replace(';"', f'{end}"'))) == []


@pytest.mark.parametrize("end", ["", ",", " and;", "…"])
def test_an_item_without_an_end_among_others_that_have_one_is_cut_off(folder: Path, end: str) -> None:
    assert [found.code for found in told(reworded(folder, "en", "no days off;", f"no days off{end}"))] == [
        "cut-off"
    ]


def test_no_sign_hides_a_sentence_that_was_added(folder: Path) -> None:
    old = "have a mobile phone with you."
    found = told(reworded(folder, "en", old, f"**{old}** Give it to whoever meets you."))
    assert "sentence-count" in {each.code for each in found}


def test_who_reads_both_records_that_two_sentences_say_what_one_says(folder: Path) -> None:
    path = folder / "uz-Latn.yaml"
    words = (folder / "en.yaml").read_text(encoding="utf-8").replace('"en"', '"uz-Latn"', 1)
    path.write_text(words.replace("with false documents.", "at all. With false documents."), encoding="utf-8")
    (found,) = told(load(folder))
    record = re.search(r'add to alike:\n  (\S+): ("\w{8}")', found.remedy)
    assert record is not None
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\nalike:\n  {record[1]}: {record[2]}\n")
    assert told(load(folder)) == []
