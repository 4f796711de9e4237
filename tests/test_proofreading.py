"""What the loader says about the words themselves: letters, spaces, numbers, emphasis."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from folders import Folder, spoil, write_small
from hanging import never_hanging

from leaflet.content import Content, Language, Text, load
from leaflet.content.addresses import check_addresses
from leaflet.content.copies import copied
from leaflet.content.dictated import check_dictated
from leaflet.content.letters import check_script
from leaflet.content.numbers import check_other_numerals
from leaflet.content.typed import check_disguised
from leaflet.content.wording import check_apostrophes
from leaflet.diagnostics import Finding, Place, Severity
from leaflet.releasing import STOPPING


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return partial(write_small, tmp_path)


def beside_the_records(content: Content) -> list[Finding]:
    return [found for found in content.findings if found.code != "untracked-translation"]


def said(folder: Folder, text: str, alphabet: str = "") -> list[str]:
    """What is said about a text in the place of the small folder's ``b``."""
    directory = folder("kk.yaml", '"b"', f'"{text}"')
    if alphabet:
        spoil(directory / "kk.yaml", "abcdefghijklmnopqrstuvwxyz", alphabet)
    at = Place(str(directory / "kk.yaml"), 14, 24)
    found = [found for found in load(directory).findings if found.place == at]
    return [f"{finding.severity}[{finding.code}] {finding.measure}" for finding in found]


RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"


@pytest.mark.parametrize(
    "text",
    [
        "паспорт",
        "Ёлка",
        "Wi-Fi-нөмірі",
        "e-mail",
        "SMS",
        "пас\u00adпорт",
        "№ {police}",
    ],
)
def test_whole_words_of_another_script_are_no_slip(folder: Folder, text: str) -> None:
    assert said(folder, text, RUSSIAN + "өін") == []


@pytest.mark.parametrize(
    ("text", "code", "named"),
    [
        ("пacпорт", "mixed-scripts", '"a" U+0061 latin small letter a, "c" U+0063 latin small letter c'),
        ("pаssport", "mixed-scripts", '"а" U+0430 cyrillic small letter a'),
        ("b**о**ss", "mixed-scripts", '"о" U+043E cyrillic small letter o'),
        ("тəжірибе", "mixed-scripts", '"ə" U+0259 latin small letter schwa'),
        ("нe", "mixed-scripts", '"e" U+0065 latin small letter e'),
        ("Кaк", "mixed-scripts", '"a" U+0061 latin small letter a'),
        ("pacпорт", "mixed-scripts", '"p" U+0070 latin small letter p, "a" U+0061 latin small letter a'),
        ("дом c садом", "mixed-scripts", '"c" U+0063 latin small letter c'),
        ("COM", "mixed-scripts", '"C" U+0043 latin capital letter c'),
        ("паспоρт", "mixed-scripts", '"ρ" U+03C1 greek small letter rho'),
        ("вїзд", "foreign-letter", '"ї" U+0457 cyrillic small letter yi'),
        ("Ўқ", "foreign-letter", '"Ў" U+040E cyrillic capital letter short u'),
    ],
)
def test_a_letter_of_another_script_or_alphabet_is_named(
    folder: Folder, text: str, code: str, named: str
) -> None:
    (found,) = said(folder, text, RUSSIAN + "іқ")
    assert found.startswith(f"warning[{code}] found {named}")


@pytest.mark.parametrize("text", ["①", "② документ", "шаг ③", "Ⅳ", "5 ₸"])
def test_a_sign_that_is_no_letter_is_in_no_wrong_script(folder: Folder, text: str) -> None:
    assert said(folder, text, RUSSIAN) == []


def test_a_name_may_keep_the_letters_of_the_source(folder: Folder) -> None:
    directory = folder()
    for name, alphabet in (("kk.yaml", RUSSIAN + "қғ"), ("ru.yaml", RUSSIAN)):
        spoil(directory / name, "abcdefghijklmnopqrstuvwxyz", alphabet)
        spoil(directory / name, '"Home"', '"Фонд «Қорғау»"')
    assert [found.code for found in load(directory).findings if found.place.line == 15] == []
    spoil(directory / "ru.yaml", "Қорғау", "Қорғаулар")
    (found,) = (found for found in load(directory).findings if found.place.line == 15)
    assert (found.code, "Қорғаулар" in found.what) == ("foreign-letter", True)


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        ("«НеМолчиKZ» қоры", False),
        ("НеМолчиKZ қоры", True),
        ("«НеМолчиK» қоры", True),
        ("«НеМолчиKOC» қоры", True),
        ("«НеМолкz» қоры", True),
        ("«НеМоlчи» қоры", True),
    ],
)
def test_a_name_that_is_parted_between_two_scripts_stands_in_quotation_marks(
    folder: Folder, name: str, is_told: bool
) -> None:
    directory = folder("kk.yaml", '"Home"', f'"{name}"')
    spoil(directory / "kk.yaml", "abcdefghijklmnopqrstuvwxyz", RUSSIAN + "қ")
    found = [found for found in load(directory).findings if found.place.line == 15]
    assert [each.code for each in found] == ["mixed-scripts"] * is_told
    if is_told and "«" not in name:
        assert "a name that is written so stands in quotation marks" in found[0].remedy


def test_of_a_text_that_is_not_translated_no_word_is_told_twice(folder: Folder) -> None:
    found = said(folder, "Все номера со страны", "abcdefghijklmnopqrstuvwxyz")
    assert found == ['warning[foreign-letter] found "Все номера"']


def test_what_was_typed_on_the_wrong_keyboard_is_typed_anew_in_the_source(folder: Folder) -> None:
    directory = folder("kk.yaml", '"b"', '"yfifh ;fvlfqkfhlfvs"')
    for tag in ("kk", "ru"):
        spoil(directory / f"{tag}.yaml", "abcdefghijklmnopqrstuvwxyz", RUSSIAN)
    spoil(directory / "ru.yaml", '"b"', '"yfifh ;fvlfqkfhlfvs"')
    found = [each for each in load(directory).findings if each.measure == 'found "yfifh fvlfqkfhlfvs"']
    assert ["type them anew" in each.remedy for each in found if "kk.yaml" in each.place.file] == [True]
    assert not any("type them anew" in each.remedy for each in found if "ru.yaml" in each.place.file)


def test_a_letter_that_the_alphabet_lacks_is_told_once_with_its_texts(folder: Folder) -> None:
    directory = folder("ru.yaml", '"R"', '"O‘zek"')
    spoil(directory / "ru.yaml", "lmnop", "lmnp")
    found = [found for found in load(directory).findings if found.code == "foreign-letter"]
    assert [str(each).partition("ru.yaml:")[2] for each in found] == [
        '2:7: warning[foreign-letter]: 6 texts have the letter "o", which "alphabet" lacks\n'
        '   = found "o" U+006F latin small letter o in "O‘zek", in lines 2, 8, 9 and 2 more\n'
        '   = help: add the letter to "alphabet", or mend the words'
    ]


def test_a_word_is_shown_whole_where_an_apostrophe_stands_in_it(folder: Folder) -> None:
    directory = folder("ru.yaml", '"R"', '"O‘zek"')
    spoil(directory / "ru.yaml", "xyz", "xy")
    (found,) = (found for found in load(directory).findings if found.code == "foreign-letter")
    assert found.what == 'the word "O‘zek" leaves the language\'s alphabet'


@pytest.mark.parametrize("alphabet", ["abcçdefgğhıijklmnoöprsştuüvyz", "aäbcdefghijklmnoöpqrsßtuüvwxyz"])
def test_capitals_belong_to_the_alphabet_of_their_small_letters(folder: Folder, alphabet: str) -> None:
    words = {"ı": "İstanbul Iğdır", "ß": "Straße ÖL"}
    text = next(text for letter, text in words.items() if letter in alphabet)
    assert said(folder, text, alphabet) == []


@pytest.mark.parametrize(
    "text",
    [
        "the the",
        "The **the** end",
        "so it is. The the end",
        "(The the end)",
        "THE THE",
        "a  b",
        "a \u00a0b",
        "one , two",
        "one .",
        "( akimats)",
        "(akimats ) one",
        " one",
        "one ",
    ],
)
def test_doubled_words_and_stray_spaces_are_noticed(folder: Folder, text: str) -> None:
    code = "doubled-word" if "the" in text.casefold() else "stray-space"
    (found,) = said(folder, text)
    assert found.startswith(f"warning[{code}] found ")


@pytest.mark.parametrize(
    "text",
    [
        "the, the",
        "that is it: is it",
        "so that They they see",
        "so-so so",
        "a / b",
        "one\u00a0; two",
        "a .com b",
    ],
)
def test_good_spacing_passes(folder: Folder, text: str) -> None:
    assert said(folder, text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("home,, honour", "two signs of a pause stand together"),
        ("days;;", "two signs of a pause stand together"),
        ("days,;", "two signs of a pause stand together"),
        ("days;.", "two signs of a pause stand together"),
        ("passport..", "two signs of a pause stand together"),
        ("home:honour", "a sign of a pause stands between two letters"),
        ("жилища.чести", "a full stop stands between two words"),
        ("home —honour", "a dash has a space on one side alone"),
        ("home— honour", "a dash has a space on one side alone"),
        ("home,honour", "a sign of a pause stands between two letters"),
        ("home,**honour**", "a sign of a pause stands between two letters"),
        ("home;honour", "a sign of a pause stands between two letters"),
        ("people -- that is", "two hyphens stand for a dash"),
        ("administrations (akimats)hospitals", "a bracket has no space outside"),
        ("своей воли(в том числе)", "a bracket has no space outside"),
        ("(Also)here", "a bracket has no space outside"),
        ("work(paid)here", "a bracket has no space outside"),
    ],
)
def test_a_stray_sign_stops_a_release_whatever_the_language(folder: Folder, text: str, what: str) -> None:
    directory = folder("kk.yaml", '"b"', f'"{text}"')
    spoil(directory / "ru.yaml", '"b"', f'"{text}"')
    found = [found for found in load(directory).findings if found.code == "left-over"]
    assert [Path(each.place.file).stem for each in found] == ["kk", "ru"]
    assert {(each.what, each.severity) for each in found} == {(what, Severity.WARNING)}
    assert "left-over" in STOPPING


@pytest.mark.parametrize(
    "text",
    [
        "passport...",
        "who?.. stop!..",
        "well,.. yes",
        "etc., and so on",
        "etc.; tel.:",
        "1,5 of 2;3",
        "a — b - c",
        "home, honour",
        "well…, yes",
        "номер(а), (не)законно, family member(s)",
        "(пере)продажа, (само)стоятельно, (анти)санитарные",
        "(inter)national, (under)paid, (re-)sale",
        "сотрудник(и/ца), родственник(ов/цы), employer(s/es)",
    ],
)
def test_signs_that_belong_together_are_not_stray(folder: Folder, text: str) -> None:
    assert [each for each in said(folder, text) if "left-over" in each] == []


@pytest.mark.parametrize(
    ("old", "new", "is_told"),
    [
        ('name: "Home"', 'name: "«Re:Start» home"', False),
        ('name: "Home"', 'name: "«Пере:Старт» home"', False),
        ('name: "Home"', 'name: "«Семья.Дом»"', False),
        ('name: "Home"', 'name: "«Семья.дом»"', True),
        ('name: "Home"', 'name: "Home,Help"', True),
        ('place: "East"', 'place: "Семья.Дом"', True),
        ('"b"', '"Re:Start"', True),
    ],
)
def test_a_name_may_join_its_words_by_a_sign(folder: Folder, old: str, new: str, is_told: bool) -> None:
    found = [each for each in load(folder("kk.yaml", old, new)).findings if each.code == "left-over"]
    assert bool(found) == is_told


@pytest.mark.parametrize(
    ("text", "is_told"), [("Ausländer:innen", False), ("Ausländer:Innen", True), ("da,dort", True)]
)
def test_a_colon_within_a_word_is_right_in_some_languages(folder: Folder, text: str, is_told: bool) -> None:
    directory = folder()
    words = (
        (directory / "ru.yaml")
        .read_text(encoding="utf-8")
        .replace('"ru"', '"de"')
        .replace('"b"', f'"{text}"')
    )
    (directory / "de.yaml").write_text(words, encoding="utf-8")
    found = [each for each in load(directory).findings if each.code == "left-over"]
    assert bool(found) == is_told


@pytest.mark.parametrize(
    ("text", "word", "meant"),
    [
        ("2р түрлі жерлерге", "2р", "әр"),
        ("туысы5 бар", "туысы5", "туысығ"),
        ("**0о**лыңыз", "0олыңыз", "қолыңыз"),
        ("Ме4із, 8й", "Ме4із", "Меңіз"),
        ("Ол7р", "Ол7р", None),
        ("АДАМ 0ҰРБАНЫ", "0ҰРБАНЫ", "ҚҰРБАНЫ"),
        ("САУДАСЫНЫ4 Б3ЗДЕР", "САУДАСЫНЫ4", "САУДАСЫНЫҢ"),
        ("Б9Л", "Б9Л", "БҰЛ"),
        ("09ҚЫҚТАРЫ", "09ҚЫҚТАРЫ", "ҚҰҚЫҚТАРЫ"),
        ("25ші бет", "25ші", None),
        ("25БЕТТЕР", "25БЕТТЕР", None),
        ("25-ші бет, 5 кг, 24/7, 100 %", "", None),
        ("Wi-Fi 6e, 3D, 2Р, А4, 12АБ, COVID19", "", None),
    ],
)
def test_a_digit_in_a_word_is_a_mistake_and_the_letter_on_its_key_is_told(
    folder: Folder, text: str, word: str, meant: str | None
) -> None:
    directory = folder("kk.yaml", '"b"', f'"{text}"')
    spoil(directory / "ru.yaml", '"b"', '"в"')
    found = [found for found in load(directory).findings if found.code == "digit-in-word"]
    assert [each.what for each in found] == [f'a digit stands in the word "{word}"'] * bool(word)
    assert [each.severity for each in found] == [Severity.ERROR] * bool(word)
    hint = f'on the Kazakh keyboard these keys type "{meant}"'
    assert [hint in each.remedy for each in found] == [meant is not None] * bool(word)


@pytest.mark.parametrize("word", ["Ол9р", "ОЛ9Р"])
def test_a_translation_is_not_blamed_for_a_digit_that_is_none_of_a_number(folder: Folder, word: str) -> None:
    directory = folder("kk.yaml", '"b"', f'"{word}"')
    codes = {found.code for found in beside_the_records(load(directory))}
    assert codes & {"digit-in-word", "number-mismatch"} == {"digit-in-word"}
    spoil(directory / "kk.yaml", f'"{word}"', '"b"')
    spoil(directory / "ru.yaml", '"b"', '"пас9порт"')
    (found,) = [found for found in load(directory).findings if found.severity is Severity.ERROR]
    assert (found.code, "Kazakh" in found.remedy) == ("digit-in-word", False)


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ('place: "East"', 'place: "Абай, 12а"', set()),
        ('place: "East"', 'place: "0араганды"', {"digit-in-word"}),
        ('place: "East"', 'place: "Қара5анды"', {"digit-in-word"}),
        ('name: "Home"', 'name: "«Жас4жас» қоры"', set()),
        ('name: "Home"', 'name: "«ЖАС4ЖАС», women4women, Girls2girls"', set()),
        ('name: "Home"', 'name: "«0орғау» қоры"', {"digit-in-word"}),
        ('name: "Home"', 'name: "Жас4home"', {"digit-in-word"}),
        ('name: "Home"', 'name: "Үміт12а"', {"digit-in-word"}),
        ('name: "Home"', 'name: "«Қадір Қасиет» қо5амдық бірлестігі"', {"digit-in-word"}),
        ('name: "Home"', 'name: "«Қо5амдық көмек»"', {"digit-in-word"}),
        ('name: "Home"', 'name: "м2дениет қоры"', {"digit-in-word"}),
        ('name: "Home"', 'name: "объеди2ение"', {"digit-in-word"}),
        ('scan: "scan"', 'scan: "ме0ен"', {"digit-in-word"}),
    ],
)
def test_names_places_and_labels_have_no_digit_in_a_word_but_the_number_of_a_house(
    folder: Folder, old: str, new: str, codes: set[str]
) -> None:
    directory = folder("kk.yaml", old, new)
    if not new.startswith("name"):  # A name may have what it has in another language, too.
        spoil(directory / "ru.yaml", old, new)
    found = {each.code for each in load(directory).findings if "kk.yaml" in each.place.file}
    assert found & {"digit-in-word", "number-in-text", "number-mismatch"} == codes


@pytest.mark.parametrize("name", ["Мы4дети", "help4you", "Час2жизни"])
def test_a_name_may_have_a_digit_in_a_word_that_it_has_in_two_languages(folder: Folder, name: str) -> None:
    old, new = 'name: "Home"', f'name: "«{name}»"'
    directory = folder("kk.yaml", old, new)
    assert "digit-in-word" in {each.code for each in load(directory).findings}
    spoil(directory / "ru.yaml", old, new)
    assert "digit-in-word" not in {each.code for each in load(directory).findings}


NUMBERS = [
    ("call 11 616 now", "call 11616 now", None),
    ("24/7", "24/7", None),
    ("from 9:30 to 18", "to 18 from 9:30", None),
    ("article 128", "article 182", "expected 128, found 182"),
    ("two", "2", "expected none, found 2"),
    ("**1**28", "128", None),
    ("12 and 12", "12", "expected 12, 12, found 12"),
    ("2000", "٢٠٠٠", None),
    ("0esg, 128", "128", None),
    ("0esg, 128", "182", "expected 128, found 182"),
    ("mp3, info1, 1st, 128, 31st", "128", "expected 128, 31, found 128"),
    ("mp3, 128", "3, 128", None),
    ("mp3, 128", "mp3, 182", "expected 128, 3, found 182, 3"),
]


@pytest.mark.parametrize(("source", "translation", "expected"), NUMBERS)
def test_the_numbers_of_a_translation_are_those_of_the_source(
    folder: Folder, source: str, translation: str, expected: str | None
) -> None:
    directory = folder("kk.yaml", '"b"', f'"{source}"')
    spoil(directory / "ru.yaml", '"b"', f'"{translation}"')
    found = [found for found in load(directory).findings if found.code == "number-mismatch"]
    assert [found.measure for found in found] == ([expected] if expected else [])
    assert all(found.severity is Severity.ERROR for found in found)


def test_a_hotline_typed_as_digits_is_a_mistake_and_a_wrong_digit_another(
    folder: Folder,
) -> None:
    def codes(number: str) -> set[str]:
        return {found.code for found in beside_the_records(load(folder("ru.yaml", "{police}", number)))}

    assert codes("103") == {"placeholder-mismatch", "number-mismatch"}
    assert codes("102") == {"placeholder-mismatch"}
    assert codes("nobody") == {"placeholder-mismatch"}


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("call 102", "write {police}"),
        ("call 1 02", "write {police}"),
        ("call 11616", "compare it with its source; a number to call belongs into hotlines.yaml"),
        ("call 8 (727) 311 11 11", "compare it with its source; a number to call belongs into hotlines.yaml"),
        ("call +7 727 200 0000", 'leave it to the entry of "home" in organizations.yaml'),
        ("since 1998 for 30 days", None),
        ("article 5", None),
    ],
)
def test_a_number_to_dial_does_not_stand_in_the_text_of_the_source(
    folder: Folder, text: str, remedy: str | None
) -> None:
    found = [
        found
        for found in load(folder("kk.yaml", '"b"', f'"{text}"')).findings
        if found.code == "number-in-text"
    ]
    assert [finding.remedy for finding in found] == ([remedy] if remedy else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("звоните ЗОЗ-ОО-ЗО", "ЗОЗ-ОО-ЗО"),
        ("звоните 1О2.", "1О2"),
        ("теріңіз: бір-бір-алты", "бір-бір-алты"),
        ("Call one, one, six now", "one, one, six"),
        ("екі-үш сағат, бір бір адам", ""),
        ("о-о-о, зоо 2 и Ол, II", ""),
        ("100\u00a0% 1 2 3", ""),
        # A word of one letter, and a number in Roman letters, beside numbers.
        ("1.1 О помощи", ""),
        ("по номеру 116 16 о помощи", ""),
        ("штраф 500 000 о чём", ""),
        ("о 500 000 тенге", ""),
        ("закон № 100-II-1", ""),
        ("1-1-О, 1-О-2", "1-1-О"),
        ("1-О-2", "1-О-2"),
        ("8 7О5 820 О9 ЗЗ о", "8 7О5 820 О9 ЗЗ о"),
        # Letters alone: five in groups are a number, four are not.
        ("О-З-О-З", ""),
        ("О-З-О-З-О", "О-З-О-З-О"),
    ],
)
def test_a_number_without_digits_is_a_number(text: str, found: str) -> None:
    texts = [Text(text, Place("ru.yaml"))]
    told = [finding.what for finding in (*check_disguised(texts), *check_dictated(texts, ()))]
    assert [sentence.split('"')[1] for sentence in told] == [found] * bool(found)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("көмек.қаз", "к.қаз"),
        ("bit.ly/abc", "t.ly"),
        ("help.uz", "p.uz"),
        ("Signal app, a signal", "signal app"),
        ("на сайте Помощь.РФ", "ь.РФ"),
        ("в Telegram helpkz", "telegram"),
        ("Ватсап: helpkz", "ватсап"),
        ("г.Алматы, т.е. облысы.Қазақстан", ""),
        ("отправьте телеграмму, телеграммой", ""),
        ("отправьте телеграмму в Телеграм", "телеграм"),
        ("гос.орг., адм.орг", ""),
        ("помощь.орг", "ь.орг"),
        ("не бойся.Дети рядом", ""),
        ("пиши на помощь.дети", "ь.дети"),
        ("ПОМОЩЬ.ДЕТИ", "Ь.ДЕТИ"),
    ],
)
def test_an_address_is_told_in_any_script(text: str, found: str) -> None:
    told = [finding.measure for finding in check_addresses([Text(text, Place("ru.yaml"))])]
    assert told == [f'found "{found}"'] * bool(found)


@pytest.mark.parametrize(
    ("name", "found"),
    [("Фонд «Помощь.kz»", ""), ("Фонд @helpkz", "@h"), ("Фонд, Telegram", "telegram"), ("t.me/help", "t.me")],
)
def test_a_name_is_that_of_a_site_and_of_no_account(name: str, found: str) -> None:
    told = [finding.measure for finding in check_addresses([], [Text(name, Place("ru.yaml"))])]
    assert told == [f'found "{found}"'] * bool(found)


def test_a_copy_of_a_translation_is_not_yet_one(folder: Folder) -> None:
    directory = folder()
    copy = (directory / "ru.yaml").read_text(encoding="utf-8").replace('"ru"', '"de"')
    (directory / "de.yaml").write_text(copy, encoding="utf-8")
    finding, other = (finding for finding in load(directory).findings if "most texts" in finding.what)
    assert Path(other.place.file).name == "ru.yaml"  # Nothing tells which was copied.
    assert finding.what == 'most texts of "de" and "ru" are the same'
    assert re.search(r" texts: [a-z.0-9]+ \(line \d+\), .* and \d+ more; lines of .*\.yaml$", finding.measure)
    assert str(directory / "ru.yaml") in finding.remedy


def test_copies_are_told_once_but_for_the_same_language_elsewhere(
    content: Content,
) -> None:
    def tagged(*tags: str) -> list[Language]:
        return [replace(content.languages["ru"], tag=tag) for tag in tags]

    assert not list(copied([*tagged("sr", "sr-ME"), content.languages["en"]]))
    found = [copy.finding.what.split('"')[1:4:2] for copy in copied(tagged("de", "sr", "sr-Latn", "uz"))]
    assert found == [["de", "sr"], ["sr", "de"], ["sr-Latn", "de"], ["uz", "de"]]


def test_a_part_that_was_copied_is_half_of_the_shorter_translation(content: Content) -> None:
    """What only one of two has makes the other no less a copy."""
    words = content.languages["ru"]
    part = replace(words, tag="de", sections=(), labels={}, proof={})
    assert len(list(copied([part, words]))) == len(list(copied([words, part]))) == 2


def test_the_copy_is_the_draft_the_later_one_or_that_in_strange_letters(content: Content) -> None:
    words = content.languages["ru"]
    place = replace(words.place, file="uz-Latn.yaml")
    latin = replace(words, tag="uz-Latn", place=place, alphabet=Text("abcdefghijklmnopqrstuvwxyz", place))
    origin = replace(words.memo_provenance, status=Text("source", place))  # Read, and as it was.
    read = replace(words, memo_provenance=origin)
    later = replace(words.memo_provenance, on=Text("2999-01-01", place))
    newer = replace(words, tag="de", place=place, memo_provenance=later)
    for one, other in ((words, latin), (read, replace(words, tag="de", place=place)), (words, newer)):
        assert [copy.finding.place for copy in copied([one, other])] == [place]


@pytest.mark.parametrize(
    ("text", "alphabet", "found"),
    [
        ("Как не стать жертвой", "abcdefghijklmnopqrstuvwxyz", "Как не"),
        ("Полиция", "abcdefghijklmnopqrstuvwxyz", "Полиция"),
        ("call **Поли\u00adция** now", "abcdefghijklmnopqrstuvwxyz", "Полиция"),
        ("the “Поли\u00adция” fund", "abcdefghijklmnopqrstuvwxyz", ""),
        ("How not to become a victim", RUSSIAN, "How not"),
        ("по e-mail или Wi-Fi, SMS", RUSSIAN, ""),
        ("XX век", RUSSIAN, ""),
    ],
)
def test_words_in_another_script_are_not_translated(text: str, alphabet: str, found: str) -> None:
    told = list(check_script([Text(text, Place("uz.yaml"))], alphabet))
    assert [finding.measure for finding in told] == [f'found "{found}"'] * bool(found)
    assert {finding.code for finding in told} <= STOPPING


def test_the_emphasis_of_a_translation_is_counted(folder: Folder) -> None:
    (found,) = beside_the_records(load(folder("ru.yaml", "second **{police}**", "second {police}")))
    assert (found.code, found.severity) == ("emphasis-mismatch", Severity.WARNING)
    assert found.measure == "expected 1 pairs of **, found 0"


@pytest.mark.parametrize(
    ("text", "unchanged"),
    [
        ("an untranslated line", True),
        ("«Home for all» fund", False),
        ("“Home for all”", False),
        ("Police", False),
        ("{page} / {pages}", False),
    ],
)
def test_a_text_that_is_still_that_of_the_source_is_named(folder: Folder, text: str, unchanged: bool) -> None:
    directory = folder()
    for name in ("kk.yaml", "ru.yaml"):
        place = '"{page} of {pages}"' if "{" in text else '"Home"'
        spoil(directory / name, place, f'"{text}"')
    found = beside_the_records(load(directory))
    assert [found.code for found in found] == (["unchanged-text"] if unchanged else [])


def test_all_that_is_wrong_is_said_in_one_run_though_a_language_has_an_error(folder: Folder) -> None:
    content = load(folder("ru.yaml", '"b"', '"b  b** 7"'))
    codes = {found.code for found in beside_the_records(content)}
    assert codes == {"stray-space", "doubled-word", "unbalanced-bold", "number-mismatch"}
    assert ([words.tag for words in content.unsound], list(content.languages)) == (["ru"], ["kk"])


@pytest.mark.parametrize("piece", ["a", " ", "a ", "1", "1 ", "«", "{", "** ", "а", "aа ", "́", "\\\\"])
def test_a_long_text_is_read_to_its_end(folder: Folder, piece: str) -> None:
    directory = folder()
    for name in ("kk.yaml", "ru.yaml"):
        path = directory / name
        text = path.read_text(encoding="utf-8").replace('"b"', f'"{piece * (50_000 // len(piece.encode()))}"')
        path.write_text(text, encoding="utf-8")
    with never_hanging():
        load(directory)


# Numbers that are not written in the digits 0 to 9.


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("XX век", "XX"),
        ("в II классе", "II"),
        ("ХХІ ғасыр", "XXI"),
        ("MMXXVI", "MMXXVI"),
        ("I-II топ", "II"),
        ("½ часа, 2³", "½, ³"),
        ("**IV**, IV", "IV, IV"),
        ("COVID, CD, MIX, IIII, X, I, ВИЧ, XIVа", ""),
        ("{II}", ""),
    ],
)
def test_a_number_in_other_digits_is_told_of_the_source(text: str, found: str) -> None:
    place = Place("kk.yaml", 1, 1)
    told = list(check_other_numerals([Text(text, place)]))
    assert [finding.measure for finding in told] == ([f"found {found}"] if found else [])
    assert {(finding.code, finding.severity) for finding in told} <= {("other-numeral", Severity.NOTE)}


@pytest.mark.parametrize(
    ("source", "translation", "measure"),
    [
        ("XX", "XX", None),
        ("ХХІ", "XXI", None),
        ("II, IV", "IV, II", None),
        ("XX", "XIX", "expected XX, found XIX"),
        ("five", "½", "expected none, found ½"),
        ("XX", "twenty", "expected XX, found none"),
    ],
)
def test_numbers_in_other_digits_are_compared_as_they_stand(
    folder: Folder, source: str, translation: str, measure: str | None
) -> None:
    directory = folder("kk.yaml", '"b"', f'"b {source}"')
    spoil(directory / "ru.yaml", '"b"', f'"b {translation}"')
    place = Place(str(directory / "ru.yaml"), 14, 24)
    found = [found for found in load(directory).findings if found.code == "other-numeral"]
    warned = [finding for finding in found if finding.place == place]
    assert [finding.measure for finding in warned] == ([measure] if measure else [])
    assert all(finding.severity is Severity.WARNING for finding in warned)
    assert all(str(directory / "kk.yaml") in finding.remedy for finding in warned)


@pytest.mark.parametrize(
    ("source", "translation", "codes"),
    [
        ("«XXI ғасыр»", "“21st century”", []),
        ("«ХХІ ғасыр»", "“21st century”", []),
        ("«V бекет»", "“Post 5”", []),
        ("«21 ғасыр»", "“XXI century”", []),
        ("«XXI ғасыр»", "“20th century”", ["number-mismatch", "other-numeral"]),
        ("«XXI ғасыр»", "“Century”", ["other-numeral"]),
        ("«Ғасыр»", "“21st century”", ["number-mismatch"]),
    ],
)
def test_a_name_may_have_the_number_of_its_source_in_figures(
    folder: Folder, source: str, translation: str, codes: list[str]
) -> None:
    directory = folder("kk.yaml", '"Home"', f'"{source}"')
    spoil(directory / "ru.yaml", '"Home"', f'"{translation}"')
    found = {each.code for each in load(directory).findings if "ru.yaml" in each.place.file}
    assert sorted(found & {"number-mismatch", "other-numeral"}) == codes


@pytest.mark.parametrize("sign", list("'’‘ʼ"))
def test_two_signs_for_one_letter_are_told(sign: str) -> None:
    place, other = Place("uz-Latn.yaml", 3, 5), Place("uz-Latn.yaml", 9, 5)
    texts = [Text("Oʻz huquqlari, sanʼat, gʻalaba", place), Text(f"o{sign}zbekiston pasporti", other)]
    (found,) = check_apostrophes(texts)
    assert (found.code, found.place) == ("mixed-signs", other)
    assert found.what == 'a text has another sign behind "o" than the others'
    assert found.measure.startswith(f'found "{sign}" U+')
    assert f'first in "o{sign}zbekiston", in line 9; elsewhere "ʻ" U+02BB' in found.measure
    assert found.measure.endswith('as in "Oʻz" in uz-Latn.yaml:3:5')
    replaced = f'replace all of them in the editor, inside words alone, capitals, too: "o{sign}" by "oʻ"'
    assert found.remedy == f"write the same one throughout; if the other is right, {replaced}"
    alphabet = "abcʻʼ" if sign != "ʼ" else "abcʻ"
    (found,) = check_apostrophes(texts, alphabet)
    assert found.remedy == f'write the one that "alphabet" has throughout: {replaced}'
    assert list(check_apostrophes(reversed(texts), alphabet)) == [found]


def test_all_texts_with_a_strange_sign_are_told_at_once() -> None:
    right = ["oʻz, gʻalaba", "oʻn", "oʻt"]
    strange = ["O'z, o'n", "g'alaba", "o'z, oʻt", "o‘z"]
    texts = [Text(text, Place("uz-Latn.yaml", line, 5)) for line, text in enumerate(strange + right, 1)]
    (found,) = check_apostrophes(texts)
    assert found.place.line == 1
    assert found.what == '4 texts have another sign behind "o", "g" than the others'
    assert 'in "O\'z", in lines 1, 2, 3 and 1 more; elsewhere "ʻ"' in found.measure
    assert found.remedy.endswith(': "o\'" by "oʻ", "o‘" by "oʻ", "g\'" by "gʻ"')


@pytest.mark.parametrize(
    "text", ["Oʻz huquqlari, maʼlumot, oʻzbek, gʻalaba", "o'z, o'zbek", "the employer’s ‘own’ passport’s"]
)
def test_one_sign_throughout_is_good(text: str) -> None:
    assert list(check_apostrophes([Text(text, Place("uz-Latn.yaml", 3, 5))])) == []
