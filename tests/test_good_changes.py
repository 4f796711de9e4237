"""What a good volunteer may change: it passes, or the finding says what to do."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from folders import record_compared, record_reviews, spoil

from leaflet import load
from leaflet.checking import check
from leaflet.content import Content, OrganizationWords, Text
from leaflet.content.contacts import check_phone
from leaflet.content.memo import unlike_source
from leaflet.content.mistaken import mistaken
from leaflet.content.typed import check_named
from leaflet.diagnostics import Finding, Place, Severity
from leaflet.releasing import release_of_all
from leaflet.typeface import Typeface

TODAY = datetime.date(2026, 12, 1)
ENTRY = """\
new:
  group: "other"
  regions: ["{region}"]
  phones: ["+77122000010"]
  source: "letter of the organisation, 12 November 2026"
  checked_on: "2026-11-20"
  rung: ["+77122000010"]
"""


def enter(folder: Path, region: str, extra: str = "", **places: str) -> None:
    """A new organisation outside the memo, in the places that are given, by language that is there."""
    with (folder / "organizations.yaml").open("a", encoding="utf-8") as file:
        file.write(ENTRY.format(region=region) + extra)
    some = next(iter(places.values()))
    for file in folder.glob("??.yaml"):
        words = f'  new:\n    name: "«Үміт»"\n    place: "{places.get(file.stem, some)}"\n\nregions:\n'
        spoil(file, "\nregions:\n", words)


def entered(content: Content, regions: str, *, national: bool = False, **places: str) -> Content:
    """The same in content that was read, which takes no time."""
    last = content.organizations[-1]
    served = tuple(Text(region, last.place) for region in regions.split())
    new = replace(last, id="new", row=None, printed=None, national=national, regions=served)
    name, some = Text("«Үміт»", last.place), next(iter(places.values()))
    languages = {
        tag: replace(
            words,
            organizations={
                **words.organizations,
                "new": OrganizationWords(name, Text(places.get(tag, some), last.place)),
            },
        )
        for tag, words in content.languages.items()
    }
    return replace(content, organizations=(*content.organizations, new), languages=languages)


def test_what_the_readme_says_to_paste_makes_a_contact(folder: Path) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    facts, words = re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL)
    with (folder / "organizations.yaml").open("a", encoding="utf-8") as file:
        file.write(facts.replace("+77122000000", "+77122000010"))
    for tag in ("kk", "ru", "en"):
        spoil(folder / f"{tag}.yaml", "\norganizations:\n", f"\norganizations:\n{words}")
    content = load(folder)
    assert content.organizations[-1].id == "jaiyq-qolday"
    assert [found for found in content.findings if found.severity is Severity.ERROR] == []


def misplaced(content: Content, tag: str) -> list[Finding]:
    return [found for found in mistaken(content, tag) if found.code == "place-mismatch"]


@pytest.mark.parametrize(
    ("region", "tag", "place"),
    [
        ("karaganda", "kk", "Қарағанды облысы, Абай қ."),
        ("karaganda", "ru", "Карагандинская область, г. Абай"),
        ("karaganda", "en", "Abai, Karaganda Region"),
        ("almaty-region", "ru", "с. Жамбыл, Алматинская область"),
        ("almaty", "ru", "г. Алматы, бульвар Тараз, 5"),
        ("almaty", "ru", "г. Алматы, Туркестанская улица, 5"),
        ("almaty", "en", "5 Taraz Boulevard, Almaty"),
        ("almaty", "en", "Astana Square, Almaty"),
        ("almaty", "en", "5 Turkistan Str., Almaty"),
        ("almaty", "kk", "Алматы қ., Астана алаңы"),
        ("akmola", "en", "Kokshetau (north of Astana)"),
        ("akmola", "kk", "Көкшетау қ. (Астана маңы)"),
    ],
)
def test_a_place_may_have_the_name_of_another_region(
    content: Content, region: str, tag: str, place: str
) -> None:
    assert misplaced(entered(content, region, **{tag: place}), tag) == []


@pytest.mark.parametrize(
    ("region", "tag", "place"),
    [
        ("karaganda", "kk", "Қарағанды облысы, Абай облысы"),
        ("karaganda", "kk", "Қарағанды облысы, Семей қ."),
        ("karaganda", "ru", "Карагандинская область, г. Актобе"),
        ("karaganda", "kk", "Қарағанды облысы, Алматы қ."),
        ("karaganda", "kk", "Абай қ."),
        ("almaty", "en", "Almaty, city of Astana"),
    ],
)
def test_a_place_in_another_region_is_told_all_the_same(
    content: Content, region: str, tag: str, place: str
) -> None:
    assert misplaced(entered(content, region, **{tag: place}), tag)


def test_a_town_that_nobody_has_entered_is_told_where_it_belongs(untranslated: Path) -> None:
    enter(untranslated, "turkistan", kk="Түлкібас қ.")
    (found,) = misplaced(load(untranslated), "kk")
    assert 'a town that is missing there belongs into the aliases of "turkistan"' in found.remedy
    spoil(untranslated / "regions.yaml", '"Turkestan", ', '"Turkestan", "Түлкібас", ')
    assert misplaced(load(untranslated), "kk") == []


def test_a_second_region_of_an_organisation_in_the_memo_is_told_the_whole_way(folder: Path) -> None:
    spoil(folder / "organizations.yaml", '["karaganda"]', '["karaganda", "ulytau"]')
    content = load(folder)
    for tag, region in (("kk", "Ұлытау облысы"), ("ru", "Область Ұлытау"), ("en", "Ulytau Region")):
        (found,) = misplaced(content, tag)
        assert f'if it does help there, name "{region}" or a town of it here' in found.remedy
        # What else there is to do is told once, of the source.
        assert ("aliases of" in found.remedy) == (tag == "kk")
    for tag in ("ru", "en"):
        (folder / f"{tag}.yaml").unlink()
    place, more = "Теміртау қ. және Қарағанды облысы", "Теміртау қ., Қарағанды облысы және Ұлытау облысы"
    spoil(folder / "kk.yaml", place, more)
    (found,) = (each for each in unlike_source(load(folder)) if each.code == "not-in-memo")
    at = 'at "organizations.kaisar.place"'
    assert f"stands under corrections: {at}, printed, now and why" in found.remedy
    entry = f'  - {{at: "organizations.kaisar.place", printed: "{place}", now: "{more}", why: "a letter"}}\n'
    spoil(folder / "kk.yaml", "corrections:\n", f"corrections:\n{entry}")
    record_compared(folder)
    record_reviews(folder, "kk")
    content = load(folder)
    assert list(unlike_source(content)) == []
    assert misplaced(content, "kk") == []


def test_who_helps_the_whole_country_may_be_there(content: Content) -> None:
    whole = {"kk": "Бүкіл Қазақстан", "ru": "Весь Казахстан", "en": "Kazakhstan"}
    changed = entered(content, "almaty", national=True, **whole)
    assert [found for tag in whole for found in misplaced(changed, tag)] == []


def test_a_name_in_a_script_of_its_own_is_the_same_in_every_language(folder: Path) -> None:
    enter(folder, "almaty", kk="Алматы қ.", ru="г. Алматы", en="Almaty")
    for tag in ("kk", "ru", "en"):
        spoil(folder / f"{tag}.yaml", '"«Үміт»"', '"Winrock International"')
    assert "unchanged-text" not in {found.code for found in load(folder).findings}


@pytest.mark.parametrize("tag", ["ru", "en"])
def test_a_translation_that_calls_itself_the_source_is_told_in_few_words(
    folder: Path, typeface: Typeface, tag: str
) -> None:
    spoil(folder / f"{tag}.yaml", 'status: "draft"', 'status: "source"')
    told = [each for each in check(load(folder), None, typeface, TODAY) if each.severity is not Severity.NOTE]
    assert [each.code for each in told] == ["second-source", "superfluous-key"]
    assert all('"draft" or "reviewed"' in each.remedy for each in told)
    held = {each.code for each in check(load(folder), None, typeface, TODAY, release=True)}
    assert "unrecorded-review" not in held


def test_a_file_of_short_numbers_that_is_gone_is_blamed(untranslated: Path) -> None:
    (untranslated / "short_numbers.yaml").unlink()
    (found,) = load(untranslated).findings
    assert (found.code, found.measure) == ("unknown-short-number", "the file short_numbers.yaml is missing")
    assert found.remedy.startswith("put the file back")


NAME = '"«Үміт»"'


def named(folder: Path, kk: str, ru: str, en: str) -> list[Finding]:
    """Warnings about the letters of a new organisation's name."""
    enter(folder, "almaty", kk="Алматы қ.", ru="г. Алматы", en="Almaty")
    for tag, name in (("kk", kk), ("ru", ru), ("en", en)):
        spoil(folder / f"{tag}.yaml", NAME, f'"{name}"')
    return [found for found in load(folder).findings if found.code == "mixed-scripts"]


@pytest.mark.parametrize(
    ("kk", "ru", "en"),
    [
        ("«Көші-қон ұйымы» (IOM)", "«Организация по миграции» (МОМ)", "“Organization for Migration” (IOM)"),
        ("ICMC", "ICMC", "ICMC"),
        ("«HOPE» қоры", "Фонд «HOPE»", "“HOPE” foundation"),
        ("«Hope» қоғамдық қоры", "Общественный фонд «Hope»", "“Hope” public foundation"),
        ("«СВЕТ» қоры", "Фонд «СВЕТ»", "“СВЕТ” foundation"),
        ("«Eco Өмір» қоры", "Фонд «Eco Өмір»", "“Eco Omir” foundation"),
        ("«Me & You» қоры", "Фонд «Me & You»", "“Me & You” foundation"),
        ("«Help4Me Павлодар» қоры", "Фонд «Help4Me Павлодар»", "“Help4Me Pavlodar” foundation"),
    ],
)
def test_an_acronym_may_stand_in_the_letters_of_another_language(
    folder: Path, kk: str, ru: str, en: str
) -> None:
    assert named(folder, kk, ru, en) == []


@pytest.mark.parametrize(
    ("kk", "ru", "en", "tag"),
    [
        ("«Эко Өмір» қоры", "Фонд «Eco Өмір»", "“Eco Omir” foundation", "ru"),
        ("«Eco Өмір» қоры", "Фонд «Эко Өмір»", "“Eko Omir” foundation", "kk"),
        ("«Ана a бала» қоры", "Фонд «Мать и дитя»", "“Mother and a Child” foundation", "kk"),
    ],
)
def test_a_short_latin_word_that_not_all_names_have_is_told_what_to_do(
    folder: Path, kk: str, ru: str, en: str, tag: str
) -> None:
    (found,) = named(folder, kk, ru, en)
    assert "or a word of a name, that is meant stands so in the same text of a language with" in found.remedy
    assert found.place.file.endswith(f"{tag}.yaml")


def test_an_acronym_that_no_language_has_is_told_what_to_do(folder: Path) -> None:
    (found,) = named(folder, "«HOPE» қоры", "Фонд «Надежда»", "“Hope” foundation")
    assert "stands so in the same text of a language with such letters" in found.remedy
    assert found.place.file.endswith("kk.yaml")


@pytest.mark.parametrize("place", ["Абай, 104-үй", "Алматы, дом 104", "104 Abay House"])
def test_the_number_of_a_house_is_none_to_dial(place: str) -> None:
    assert list(check_named({"organizations.new.place": Text(place, Place("kk.yaml"))})) == []


def test_a_postcode_is_told_what_it_is() -> None:
    (found,) = check_named({"organizations.new.place": Text("Алматы 050000", Place("kk.yaml"))})
    assert "a postcode is left out" in found.remedy


def test_a_number_that_is_free_of_charge_is_that_of_two_countries() -> None:
    (found,) = check_phone(Text("+78000800000", Place("x")))
    assert (found.code, found.severity) == ("invalid-phone", Severity.WARNING)
    assert "ring it from Kazakhstan" in found.remedy


@pytest.mark.parametrize("phone", ["87122000000", "8 (7122) 00-00-00", "7122000000", "+7 7122 00 00 00"])
def test_a_number_as_people_write_it_is_told_how_to_write_it(phone: str) -> None:
    (found,) = check_phone(Text(phone, Place("x")))
    assert found.remedy.startswith('write it as "+77122000000"')


@pytest.mark.parametrize(
    ("file", "old", "new", "remedy"),
    [
        ("organizations", 'national: "yes"', 'national: "true"', 'write "yes" or "no"'),
        ("organizations", '["+77058200933"]', "[]", "which the code dials"),
        ("organizations", '["+77058200933"]', '["+77058200933", "+77058200933"]', "remove one of them"),
        ("organizations", 'emails: ["tara_32@mail.ru"]', "emails: []", "or remove emails"),
        ("hotlines", 'number: "112"', 'number: "+77172751234"', "is entered in organizations.yaml"),
        ("hotlines", 'number: "112"', 'number: "112"\n  checked_on: "2026-11-31"', "has no such day"),
        ("hotlines", 'number: "112"', 'number: "112"\n  checked_on: "2026-11-2O"', '"O" is no digit'),
        ("hotlines", 'number: "112"', 'number: "112"\n  checked_on: "2026–11–20"', 'write "2026-11-20"'),
        ("hotlines", 'number: "112"', 'number: "112"\n  checked_on: "2026–11–31"', "has no such day"),
        ("hotlines", 'number: "112"', 'number: "112"\n  checked_on: "1926-11-20"', "nobody did before 2000"),
        ("hotlines", 'number: "112"', 'number: "112"\n  checked_on: "20.11.2026"', "as YYYY-MM-DD"),
        ("ru", "", None, "from an earlier copy"),
    ],
)
def test_a_slip_is_told_with_what_mends_it(
    bilingual: Path, file: str, old: str, new: str | None, remedy: str
) -> None:
    path = bilingual / f"{file}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text("" if new is None else text.replace(old, new, 1), encoding="utf-8")
    assert any(remedy in found.remedy for found in load(bilingual).findings)


@pytest.mark.parametrize("marks", ["“{}”", "„{}“", "«{}»", "‘{}’"])
def test_a_text_in_a_second_pair_of_quotation_marks_is_told(bilingual: Path, marks: str) -> None:
    # A sentence of the memo may be a quotation.
    spoil(bilingual / "ru.yaml", '"нет выходных дней;"', f'"{marks.format("нет выходных дней;")}"')
    spoil(bilingual / "ru.yaml", '"Горячая линия"', f'"{marks.format("Горячая линия")}"')
    (found,) = [each for each in load(bilingual).findings if each.code == "stray-quotation"]
    assert (found.severity, found.remedy.startswith("leave them out")) == (Severity.WARNING, True)
    assert "Горячая линия" in found.measure


def test_a_warning_in_a_release_holds_up_no_edition(bilingual: Path) -> None:
    spoil(bilingual / "organizations.yaml", '  row: "4"', '  row: "4"\n  checked_on: "2026-05-01"')
    every = release_of_all(load(bilingual), ["ru"], TODAY)
    (found,) = [found for found in every if found.code == "outdated-check"]
    assert found.severity is Severity.WARNING
    assert "holds up" not in found.measure


def release_of(folder: Path) -> list[Finding]:
    return [found for found in release_of_all(load(folder), ["kk"], TODAY) if found.code not in OPEN]


OPEN = ("draft", "open-doubt", "unchecked-contact", "changed-since-review")
RUNG = '  checked_on: "2026-11-20"\n'


def test_a_contact_that_is_lost_stops_a_release_until_whoever_rang_records_it(untranslated: Path) -> None:
    path = untranslated / "organizations.yaml"
    spoil(path, '  faxes: ["+77273964240"]\n', RUNG)
    (found,) = release_of(untranslated)
    assert (found.code, found.severity) == ("lost-contact", Severity.ERROR)
    assert 'write: dead: ["+77273964240"]' in found.remedy
    spoil(path, RUNG, f'{RUNG}  dead: ["+77273964240"]\n')
    assert release_of(untranslated) == []
    assert list(unlike_source(load(untranslated))) == []


@pytest.mark.parametrize(
    ("dead", "what"),
    [
        ("+77273964241", "no contact in the row"),
        ("+77273961938", "is a contact of"),
    ],
)
def test_what_is_dead_is_the_memos_and_no_longer_printed(untranslated: Path, dead: str, what: str) -> None:
    spoil(untranslated / "organizations.yaml", '  faxes: ["+77273964240"]\n', f'{RUNG}  dead: ["{dead}"]\n')
    found = [each for each in unlike_source(load(untranslated)) if each.code == "wrong-rung"]
    assert [what in each.what for each in found] == [True]


def test_a_number_that_the_code_dials_before_the_memos_first_is_recorded(untranslated: Path) -> None:
    path, both = untranslated / "organizations.yaml", '["+77112508229", "+77772467500"]'
    spoil(path, both, f'["+77772467500", "+77112508229"]\n{RUNG.rstrip()}')
    (found,) = release_of(untranslated)
    assert (found.code, found.severity) == ("not-in-memo", Severity.ERROR)
    assert 'rung: ["+77772467500"]' in found.remedy
    spoil(path, RUNG, f'{RUNG}  rung: ["+77772467500"]\n')
    assert release_of(untranslated) == []


def test_who_is_not_from_the_memo_is_told_at_a_release(untranslated: Path) -> None:
    enter(untranslated, "atyrau", '  national: "yes"\n', kk="Атырау қ.", ru="г. Атырау", en="Atyrau")
    (found,) = (each for each in release_of(untranslated) if each.code == "outside-memo")
    assert found.severity is Severity.WARNING
    assert "letter of the organisation" in found.measure
    assert "the whole country, atyrau" in found.measure


def test_where_nobody_serves_the_whole_country_the_way_out_that_is_told_is_one(untranslated: Path) -> None:
    path = untranslated / "organizations.yaml"
    union = path.read_text(encoding="utf-8").partition("rodnik:")[0]
    spoil(path, union[union.index("union-of") :], "")
    lonely = [each for each in release_of(untranslated) if each.code == "no-contacts"]
    assert {'enter somebody outside the memo who serves the whole country: national: "yes"'} == {
        each.remedy.partition(", with source")[0] for each in lonely
    }
    enter(untranslated, "atyrau", '  national: "yes"\n', kk="Атырау қ.", ru="г. Атырау", en="Atyrau")
    assert [each for each in release_of(untranslated) if each.code == "no-contacts"] == []


@pytest.mark.parametrize("phone", ["+77122000000", "+77011111111", "+77182000000", "+77011234567"])
def test_a_number_as_in_an_example_is_refused(untranslated: Path, phone: str) -> None:
    enter(untranslated, "atyrau", kk="Атырау қ.", ru="г. Атырау", en="Atyrau")
    path = untranslated / "organizations.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("+77122000010", phone), encoding="utf-8")
    found = [each for each in load(untranslated).findings if each.code == "placeholder-number"]
    assert [each.severity for each in found] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('source: "letter of the organisation, 12 November 2026"', 'source: "x"', "thin-source"),
        ('source: "letter of the organisation, 12 November 2026"', 'source: "by telephone"', "thin-source"),
        (
            'source: "letter of the organisation, 12 November 2026"',
            'source: "their own letter"',
            "thin-source",
        ),
        *(
            ('source: "letter of the organisation, 12 November 2026"', f'source: "{source}"', "thin-source")
            for source in (
                "TODO ask who said so 2026",
                "нет данных, 2026",
                "the memo, as of 2026",
                "The official memo, row 21, November 2026",
                "памятка 2026, 2026",
            )
        ),
        ('phones: ["+77122000010"]', 'phones: ["+77122000010"]\n  short_numbers: ["103"]', "wrong-service"),
    ],
)
def test_what_is_doubtful_about_one_outside_the_memo_stops_a_release(
    untranslated: Path, old: str, new: str, code: str
) -> None:
    enter(untranslated, "atyrau", kk="Атырау қ.", ru="г. Атырау", en="Atyrau")
    assert {each.code for each in release_of(untranslated)} == {"outside-memo"}
    spoil(untranslated / "organizations.yaml", old, new)
    assert {each.code for each in release_of(untranslated)} == {"outside-memo", code}


@pytest.mark.parametrize(
    ("tag", "old", "new", "stops"),
    [
        ("ru", '"«Үміт»"', '"Фонд фонд «Үміт»"', True),
        ("kk", '"«Үміт»"', '"«Үміт» қоры қоры"', True),
        ("en", '"Atyrau"', '"Atyrau Atyrau"', True),
        ("ru", "нет выходных дней;", "нет нет выходных дней;", False),
    ],
)
def test_a_word_that_stands_twice_in_a_name_or_a_place_stops_a_release(
    folder: Path, tag: str, old: str, new: str, *, stops: bool
) -> None:
    enter(folder, "atyrau", kk="Атырау қ.", ru="г. Атырау", en="Atyrau")
    spoil(folder / f"{tag}.yaml", old, new)
    found = [each for each in release_of_all(load(folder), [tag], TODAY) if each.code == "doubled-word"]
    assert [each.severity for each in found] == [Severity.ERROR] * stops


@pytest.mark.parametrize(
    ("day", "wrong"),
    [
        ("12 November 2062", "2062"),
        ("12 November 1926", "1926"),
        ("12 December 2026", "12 December 2026"),
        ("21 Nov 2026", "21 Nov 2026"),
        ("20 November 2026", None),
        ("1995, and once more 2026", None),
        ("letter No. 2045, 12 November 2026", None),
        ("their letter about the memo, 12 November 2026", None),
        ("umit.kz/2030-strategy, read 12 November 2026", None),
        ("letter No. 2045, 12 December 2026", "12 December 2026"),
    ],
)
def test_a_source_is_no_older_than_the_country_and_no_younger_than_the_call(
    untranslated: Path, day: str, wrong: str | None
) -> None:
    enter(untranslated, "atyrau", kk="Атырау қ.", ru="г. Атырау", en="Atyrau")
    spoil(untranslated / "organizations.yaml", "organisation, 12 November 2026", f"organisation, {day}")
    found = [each for each in release_of(untranslated) if each.code == "thin-source"]
    assert [each.measure for each in found] == (
        [f'found "{wrong}", and somebody rang on 2026-11-20'] if wrong else []
    )


def enter_called(folder: Path, name: str, region: str) -> None:
    enter(folder, region, kk="x")
    for file in folder.glob("??.yaml"):
        spoil(file, '    name: "«Үміт»"\n    place: "x', f'    name: "{name}"\n    place: "x')


def test_a_number_that_is_free_in_two_countries_stops_a_release_until_it_has_answered(
    untranslated: Path,
) -> None:
    enter(untranslated, "atyrau", kk="Атырау қ.", ru="г. Атырау", en="Atyrau")
    path = untranslated / "organizations.yaml"
    path.write_text(path.read_text("utf-8").replace("+77122000010", "+78000800010"), "utf-8")
    (found,) = [each for each in release_of(untranslated) if each.severity is Severity.ERROR]
    assert (found.code, found.place.line) == ("invalid-phone", len(path.read_text("utf-8").splitlines()) - 3)
    assert found.remedy.endswith('write it once more: answered: ["+78000800010"]')
    with path.open("a", encoding="utf-8") as file:
        file.write(ANSWERED.format("+78000800010"))
    assert [each.code for each in release_of(untranslated)] == ["outside-memo"]


ANSWERED = '  answered: ["{}"]\n'


@pytest.mark.parametrize(
    ("name", "id", "region"),
    [
        ("«Қайсар» ҚҚ", "kaisar", "karaganda"),
        ("“Kaisar” PF", "kaisar", "karaganda"),
        ("Қайсар қоры", "kaisar", "karaganda"),
        ("«Феникс» қоғамдық қоры", "feniks", "east-kazakhstan"),
        ("«Сана сезім» құқықтық орталығы", "sana-sezim", "shymkent"),
        ("«Малика» әйелдер дағдарыс орталығы", "malika", "aktobe"),
    ],
)
def test_who_is_entered_once_more_under_nearly_the_same_name_stops_a_release_until_somebody_has_asked(
    untranslated: Path, name: str, id: str, region: str
) -> None:
    enter_called(untranslated, name, region)
    (found,) = [each for each in release_of(untranslated) if each.code == "entered-twice"]
    assert found.what.partition(",")[0] == f'"new" is called nearly as "{id}"'
    with (untranslated / "organizations.yaml").open("a", encoding="utf-8") as file:
        file.write(ANSWERED.format("+77122000010"))
    assert [each for each in release_of(untranslated) if each.code == "entered-twice"] == []


def test_who_helps_the_whole_country_helps_in_each_region(untranslated: Path) -> None:
    enter_called(untranslated, "«Малика» әйелдер дағдарыс орталығы", "atyrau")
    phones = 'phones: ["+77122000010"]'
    spoil(untranslated / "organizations.yaml", phones, f'national: "yes"\n  {phones}')
    (found,) = [each for each in load(untranslated).findings if each.code == "entered-twice"]
    assert found.what.partition(",")[0] == '"new" is called nearly as "malika"'


@pytest.mark.parametrize(
    ("name", "region"),
    [("«Малика» әйелдер дағдарыс орталығы", "atyrau"), ("«Үміт» әйелдер дағдарыс орталығы", "aktobe")],
)
def test_of_another_region_or_name_nobody_is_entered_twice(
    untranslated: Path, name: str, region: str
) -> None:
    enter_called(untranslated, name, region)
    assert "entered-twice" not in {each.code for each in load(untranslated).findings}


@pytest.mark.parametrize(
    ("key", "contact", "near"),
    [
        ("phones", "+77058200934", '"+77058200933", a contact of "daris"'),
        ("phones", "+77058209033", '"+77058200933", a contact of "daris"'),
        ("emails", "leusizs@mail.ru", '"eleusizs@mail.ru", a contact of "women-entrepreneurs-kyzylorda"'),
    ],
)
def test_what_is_nearly_the_contact_of_somebody_else_stops_a_release_until_it_has_answered(
    untranslated: Path, key: str, contact: str, near: str
) -> None:
    path = untranslated / "organizations.yaml"
    enter(untranslated, "atyrau", kk="Атырау қ.", ru="г. Атырау", en="Atyrau")
    old = 'phones: ["+77122000010"]'
    spoil(path, old, f'phones: ["{contact}"]' if key == "phones" else f'{old}\n  emails: ["{contact}"]')
    spoil(path, 'rung: ["+77122000010"]', f'rung: ["{contact}", "+77122000010"]')
    found = [each for each in release_of(untranslated) if each.code == "not-in-memo"]
    assert [each.measure.partition("; holds")[0] for each in found] == [f"it is nearly {near}"]
    assert "atyrau" in found[0].measure
    with path.open("a", encoding="utf-8") as file:
        file.write(ANSWERED.format(contact))
    assert [each for each in release_of(untranslated) if each.code == "not-in-memo"] == []


@pytest.mark.parametrize("phones", ["  phones: []\n", ""])
def test_who_has_no_number_left_is_told_to_be_taken_out(untranslated: Path, phones: str) -> None:
    spoil(untranslated / "organizations.yaml", '  phones: ["+77058200933"]\n', phones)
    assert any("take out the entry" in found.remedy for found in load(untranslated).findings)


SHARED = '["+77172306073"]'
"""The telephone of two rows of the memo."""


@pytest.mark.parametrize("answered", [False, True])
def test_a_number_that_is_dead_at_one_organisation_is_not_printed_for_the_other_unless_it_answers(
    bilingual: Path, answered: bool
) -> None:
    path = bilingual / "organizations.yaml"
    rang = '  phones: ["+77172311555"]\n  rung: ["+77172311555"]\n  checked_on: "2026-11-26"\n  dead: '
    spoil(path, f"  phones: {SHARED}\n", f"{rang}{SHARED}\n")
    if answered:
        record = f'  phones: {SHARED}\n  checked_on: "2026-11-27"\n  answered: {SHARED}\n'
        spoil(path, f"  phones: {SHARED}\n", record)
    content = load(bilingual)
    told = [found for found in content.findings if found.code == "shared-number"]
    assert [found.what for found in told] == (
        [] if answered else ['"+77172306073" of "pravo-komek" is dead, says the entry of "korgau"']
    )
    lacking = [found.code for found in release_of_all(content, ["ru"], TODAY)]
    assert ("shared-number" in lacking) is not answered
