"""Names in another's place: nothing but their sound and their regions can tell."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from pathlib import Path

import pytest
from folders import spoil, write_small

from leaflet import load
from leaflet.content import Content, Region, Text
from leaflet.content.aliases import check_aliases
from leaflet.content.memo import missing_rows, unlike_source
from leaflet.content.mistaken import mistaken
from leaflet.diagnostics import Place, Severity
from leaflet.releasing import release_findings

TODAY = datetime.date(2026, 12, 1)


def told(content: Content, language: str) -> list[tuple[str, str]]:
    return [(finding.code, finding.what) for finding in mistaken(content, language)]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_real_content_has_every_name_in_its_place(content: Content, language: str) -> None:
    assert told(content, language) == []
    assert list(missing_rows(content)) == []


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("ru", "Талдыкорганский региональный", "Уральский региональный"),
        ("ru", "Костанайский филиал", "Карагандинский филиал"),
        ("en", "Kostanay branch", "Aktobe branch"),
        ("ru", "Костанайский филиал", "Актауский филиал"),
    ],
)
def test_the_name_of_an_organisation_speaks_of_no_town_where_it_does_not_help(
    folder: Path, language: str, old: str, new: str
) -> None:
    spoil(folder / f"{language}.yaml", old, new)
    ((code, what),) = told(load(folder), language)
    assert code == "other-place"
    assert "and its source does not" in what


def test_the_kind_of_an_organisation_alone_is_no_name(bilingual: Path) -> None:
    spoil(bilingual / "ru.yaml", "Общественный фонд «Қайсар»", "Общественный фонд")
    ((code, what),) = told(load(bilingual), "ru")
    assert (code, what) == ("exchanged-name", 'the name of "kaisar" has nothing in quotation marks')


@pytest.mark.parametrize(
    ("file", "old", "new", "measure"),
    [
        ("organizations", 'regions: ["mangystau"]', 'regions: ["atyrau"]', "expected Атырауская область"),
        ("organizations", '["astana", "akmola"]', '["astana"]', "expected astana, found"),
        ("ru", '"г. Актау и Мангистауская область"', '"г. Алматы"', "found "),
        ("ru", '"г. Талдыкорган и Алматинская область"', '"г. Талдыкорган и Абайская область"', "found "),
        # Towns tell as much as the names of today's regions.
        (
            "organizations",
            '["jetisu", "almaty-region"]',
            '["almaty-region"]',
            "expected almaty-region, found",
        ),
        ("ru", '"г. Актау и', '"г. Актау, Семей и', "expected mangystau, found"),
        ("ru", '"г. Актау и', '"г. Атырау и', "expected mangystau, found"),
        ("ru", '"г. Актау и', '"г. А\u00adты\u00adрау и', "expected mangystau, found"),
    ],
)
def test_a_place_that_is_not_where_its_organisation_helps_is_told(
    bilingual: Path, file: str, old: str, new: str, measure: str
) -> None:
    spoil(bilingual / f"{file}.yaml", old, new)
    content = load(bilingual)
    findings = list(mistaken(content, "ru"))
    assert {finding.code for finding in findings} == {"place-mismatch"}
    assert measure in findings[0].measure
    assert findings[0].place.file.endswith("ru.yaml")
    assert "organizations.yaml:" in findings[0].remedy
    held = {finding.code for finding in release_findings(content, ["ru"], [None], TODAY)}
    assert "place-mismatch" in held


def test_a_town_is_told_by_any_of_its_names(bilingual: Path) -> None:
    spoil(bilingual / "ru.yaml", '"г. Актау и Мангистауская', '"Актау, Семипалатинск и Мангистауская')
    spoil(bilingual / "ru.yaml", "г. Темиртау и", "посёлок Топар и")
    spoil(bilingual / "regions.yaml", '"Верный"', '"Верный", "Топар"')
    assert [what for _, what in told(load(bilingual), "ru")] == [
        'the place of "meyirim" names "Semipalatinsk", of the region "abai", which it does not serve',
        'the place of "kaisar" names "Топар", of the region "almaty", which it does not serve',
    ]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ru", "Карагандинская", "Костанайская"),
        ("ru", "Северо-", "Западно-"),
        ("kk", "Абай", "Ұлытау"),
        ("en", "Almaty city", "Almaty Region"),
    ],
)
def test_regions_that_have_each_others_names_are_told(
    content: Content, language: str, one: str, other: str
) -> None:
    words = content.languages[language]
    swapped = {
        id: replace(name, text=name.text.replace(one, "\0").replace(other, one).replace("\0", other))
        for id, name in words.regions.items()
    }
    changed = replace(content, languages={**content.languages, language: replace(words, regions=swapped)})
    what = [what for code, what in told(changed, language) if code == "exchanged-name"]
    assert len(what) == 2
    assert all("seems to have the name of" in sentence for sentence in what)


def test_a_name_belongs_to_one_region(tmp_path: Path) -> None:
    east = '"KZ-10"\n  aliases: ["Guryev", "Atyrau Oblast"]\n'
    write_small(tmp_path, "regions.yaml", '"KZ-10"\n', east)
    spoil(tmp_path / "regions.yaml", '"KZ-11"\n', '"KZ-11"\n  aliases: ["Old East", "Атырау обл."]\n')
    (finding,) = (found for found in load(tmp_path).findings if found.code == "wrong-alias")
    assert (finding.place.line, finding.what) == (6, '"Атырау обл." is a name of "east", too, in line 3')


@pytest.mark.parametrize(
    ("names", "owner", "behind"),
    [
        ('"Ekibastuz", "Екібастұз", "Экибастуз"', "pavlodar", '"Priozersk"'),
        ('"Temirtau", "Теміртау", "Темиртау"', "karaganda", '"Karazhal"'),
        ('"Rudny", "Рудный"', "kostanay", '"Актобе"'),
    ],
)
def test_a_city_is_not_moved_to_another_region(
    untranslated: Path, names: str, owner: str, behind: str
) -> None:
    spoil(untranslated / "regions.yaml", f", {names}", "")
    spoil(untranslated / "regions.yaml", behind, f"{behind}, {names}")
    found = [finding for finding in load(untranslated).findings if finding.code == "wrong-alias"]
    assert len(found) == len(names.split(", "))
    assert {finding.remedy for finding in found} == {f'move it to "{owner}"'}
    assert all(f'is a city of "{owner}"' in finding.what for finding in found)


def test_an_old_name_is_not_moved_to_those_in_use(untranslated: Path) -> None:
    spoil(untranslated / "regions.yaml", ', "Гурьевская область"', "")
    spoil(untranslated / "regions.yaml", '"Атырауская область"', '"Атырауская область", "Гурьевская область"')
    (finding,) = (found for found in load(untranslated).findings if found.code == "wrong-alias")
    assert finding.remedy.startswith("move it to formerly")


def test_the_centre_of_a_region_is_no_name_of_another(untranslated: Path) -> None:
    spoil(untranslated / "regions.yaml", '"Semey", ', "")
    spoil(untranslated / "regions.yaml", '"Семей", ', "")
    spoil(untranslated / "regions.yaml", '"Верный"', '"Верный", "Semey"')
    (finding,) = (found for found in load(untranslated).findings if found.code == "wrong-alias")
    assert finding.what == '"Semey" is the centre of "abai", and no name of "almaty"'


def placed(content: Content, language: str, id: str, place: str) -> Content:
    """One organisation at another place in one language."""
    words = content.languages[language]
    entry = replace(words.organizations[id], place=Text(place, words.place))
    changed = replace(words, organizations={**words.organizations, id: entry})
    return replace(content, languages={**content.languages, language: changed})


@pytest.mark.parametrize(
    ("language", "id", "place"),
    [
        ("kk", "rodnik", "Алматы қ., Абай даңғылы 10"),
        ("kk", "rodnik", "Алматы қ. Жамбыл көшесі, 5"),
        ("ru", "rodnik", "г. Алматы, ул. Семей, 10"),
        ("ru", "rodnik", "г. Алматы проспект Абай"),
        ("ru", "rodnik", "г. Алматы, пр-т Абай"),
        ("en", "rodnik", "10 Abai Avenue, Almaty"),
        ("en", "rodnik", "Almaty, Turkistan St. 5"),
        ("kk", "pravo-komek", "Астана қ., Алматы ауданы"),
        ("en", "pravo-komek", "Almaty district, Astana"),
        ("ru", "pravo-komek", "г. Астана, район Алматы"),
        # A word for region belongs to one name.
        ("kk", "womens-support-taldykorgan", "Алматы облысы, Талдықорған қ."),
        ("kk", "womens-support-taldykorgan", "Алматы облысы Талдықорған қ."),
        ("en", "womens-support-taldykorgan", "Almaty Region, Taldykorgan"),
    ],
)
def test_an_address_is_in_the_region_of_its_town(
    content: Content, language: str, id: str, place: str
) -> None:
    assert told(placed(content, language, id, place), language) == []


@pytest.mark.parametrize(
    ("language", "place"),
    [
        ("kk", "Талдықорған қ. және Алматы облысы, Семей қ."),
        ("kk", "Талдықорған қ. және Алматы облысы Семей қ."),
        ("en", "Taldykorgan and Almaty Region, Semey"),
        ("kk", "Алматы облысы, Талдықорған қ., Абай облысы"),
    ],
)
def test_a_town_beside_the_name_of_a_region_is_seen(content: Content, language: str, place: str) -> None:
    changed = placed(content, language, "womens-support-taldykorgan", place)
    ((code, what),) = told(changed, language)
    assert code == "place-mismatch"
    assert 'of the region "abai"' in what or 'names the region "abai"' in what


@pytest.mark.parametrize("pattern", ["{} viloyati", "Gebiet {}", "{}"])
def test_exchanged_regions_are_told_whatever_the_word_for_region(content: Content, pattern: str) -> None:
    cities = {"almaty", "astana", "shymkent"}
    english = content.languages["en"]
    names = {id: text.text.removesuffix(" Region") for id, text in english.regions.items()}
    names = {id: name if id in cities else pattern.format(name) for id, name in names.items()}
    names |= {"abai": names["kostanay"], "kostanay": names["abai"]}
    regions = {id: Text(name, english.place) for id, name in names.items()}
    uzbek = replace(english, tag="uz", regions=regions)
    what = [what for _, what in told(replace(content, languages={"uz": uzbek}), "uz")]
    assert 'the region "abai" seems to have the name of "kostanay"' in what
    assert 'the region "kostanay" seems to have the name of "abai"' in what


@pytest.mark.parametrize("word", ["viloyati", "вилояти", "облусу", "bölgesi"])
def test_a_place_is_held_against_its_regions_in_the_languages_around(content: Content, word: str) -> None:
    english = content.languages["en"]
    regions = {
        id: replace(text, text=text.text.replace("Region", word)) for id, text in english.regions.items()
    }
    entries = {
        id: replace(entry, place=replace(entry.place, text=entry.place.text.replace("Region", word)))
        for id, entry in english.organizations.items()
    }
    words = replace(english, tag="uz", regions=regions, organizations=entries)
    whole = replace(content, languages={"kk": content.languages["kk"], "uz": words})
    assert told(whole, "uz") == []
    assert told(placed(whole, "uz", "rodnik", "Almaty sh."), "uz") == []
    wrong = placed(whole, "uz", "meyirim", f"Atyrau {word}")
    assert {code for code, _ in told(wrong, "uz")} == {"place-mismatch"}


def test_who_has_no_row_is_held_against_the_source(content: Content) -> None:
    entries = tuple(
        replace(entry, row=None, printed=None) if entry.id == "rodnik" else entry
        for entry in content.organizations
    )
    (finding, _) = mistaken(placed(replace(content, organizations=entries), "ru", "rodnik", "Семей"), "ru")
    assert finding.remedy.startswith("compare both with its source")


def test_that_no_word_for_region_is_known_is_said_once(content: Content) -> None:
    english = content.languages["en"]
    regions = {
        id: replace(text, text=text.text.replace("Region", "zone")) for id, text in english.regions.items()
    }
    whole = replace(content, languages={"uz": replace(english, tag="uz", regions=regions)})
    (note,) = mistaken(whole, "uz")
    assert (note.code, note.severity) == ("unchecked-places", Severity.NOTE)


def with_alias(content: Content, id: str, *aliases: str) -> tuple[Region, ...]:
    """The regions, one of them with other names first."""
    place = Place("regions.yaml", 1, 1)
    return tuple(
        replace(region, aliases=(*(Text(alias, place) for alias in aliases), *region.aliases))
        if region.id == id
        else region
        for region in content.regions
    )


@pytest.mark.parametrize(
    ("id", "alias", "owner", "found"),
    [
        ("abai", "Алматы", "almaty", '"almaty" in'),
        ("shymkent", "Астана", "astana", '"astana" in'),
        ("zhambyl", "Шымкент", "shymkent", '"shymkent" in'),
        ("pavlodar", "Kostanay Region", "kostanay", '"Kostanay Region" in'),
        ("almaty", "Almaty Region", "almaty-region", '"almaty-region" in'),
        ("abai", "Батыс Қазақстан", "west-kazakhstan", '"Батыс Қазақстан облысы" in'),
    ],
)
def test_todays_name_of_a_region_is_no_name_of_another(
    content: Content, id: str, alias: str, owner: str, found: str
) -> None:
    (finding,) = check_aliases(with_alias(content, id, alias), content.languages.values())
    assert (finding.code, finding.severity) == ("wrong-alias", Severity.ERROR)
    assert finding.what == f'"{alias}" is what "{owner}" is called today, and no name of "{id}"'
    assert finding.measure.startswith(f"found {found}")


def test_todays_names_in_every_file_count(tmp_path: Path) -> None:
    write_small(tmp_path, "regions.yaml", '"KZ-10"\n', '"KZ-10"\n  aliases: ["Sunset"]\n')
    spoil(tmp_path / "ru.yaml", 'west: "West"', 'west: "Sunset Region"')
    (finding,) = (found for found in load(tmp_path).findings if found.code == "wrong-alias")
    assert finding.what == '"Sunset" is what "west" is called today, and no name of "east"'
    assert str(tmp_path / "ru.yaml") in finding.measure


def test_a_region_may_share_its_name_with_a_city_or_an_old_one(content: Content) -> None:
    """Almaty is short for Almaty Region, too; Astana was Akmola, which is a region today."""
    for id, alias in (
        ("almaty-region", "Алматы"),
        ("astana", "город Акмола"),
        ("turkistan", "Shymkent Region"),
    ):
        assert not list(check_aliases(with_alias(content, id, alias), content.languages.values()))


def test_a_language_that_has_exchanged_two_regions_stops_no_other(content: Content) -> None:
    """Though another name of Kostanay is what that language calls Abai."""
    words = content.languages["ru"]
    names = {
        **words.regions,
        "abai": words.regions["kostanay"],
        "kostanay": words.regions["abai"],
    }
    assert not list(check_aliases(content.regions, [replace(words, regions=names)]))


def test_a_city_is_not_the_region_of_its_name(untranslated: Path) -> None:
    """Almaty lies in no region; the region that is called after it is another."""
    spoil(
        untranslated / "organizations.yaml",
        'regions: ["almaty"]\n  phones: ["+77273961938"]',
        'regions: ["almaty-region"]\n  phones: ["+77273961938"]',
    )
    assert [what for _, what in told(load(untranslated), "kk")] == [
        '"rodnik" serves the region "almaty-region", which its place does not name',
        'the place of "rodnik" names the region "almaty", which it does not serve',
    ]


@pytest.mark.parametrize(
    ("file", "one", "other", "ids"),
    [
        ("ru", "Кризисный центр «Малика»", "Центр реабилитации и адаптации «Феникс»", ["malika", "feniks"]),
        ("en", "Malika", "Kaisar", ["malika", "kaisar"]),
    ],
)
def test_names_that_have_changed_places_are_told(
    folder: Path, file: str, one: str, other: str, ids: list[str]
) -> None:
    path = folder / f"{file}.yaml"
    words = path.read_text(encoding="utf-8")
    assert words.count(one) == words.count(other) == 1
    path.write_text(words.replace(one, "\0").replace(other, one).replace("\0", other), encoding="utf-8")
    expected = [
        ("exchanged-name", f'the name of "{a}" seems to be that of "{b}"') for a, b in (ids, ids[::-1])
    ]
    assert told(load(folder), file) == expected


def test_an_organisation_that_is_taken_out_everywhere_leaves_a_gap(folder: Path) -> None:
    for name in ("organizations", "kk", "ru", "en"):
        path = folder / f"{name}.yaml"
        words = path.read_text(encoding="utf-8")
        entry = r"^daris:\n(?: .*\n)+" if name == "organizations" else r"^  daris:\n(?:    .*\n)+"
        words, count = re.subn(entry, "", words, flags=re.M)
        assert count == 1
        path.write_text(re.sub(r"^  organizations\.daris.*\n", "", words, flags=re.M), encoding="utf-8")
    content = load(folder)
    (finding,) = missing_rows(content)
    assert finding.measure == "of 1 to 20 there lack 4"
    # Nothing else would say so but the words that were compared with the print.
    assert not content.findings
    assert {found.code for found in unlike_source(content)} == {"missing-row", "changed-since-review"}


def test_a_dash_is_no_item_of_a_list(bilingual: Path) -> None:
    spoil(bilingual / "kk.yaml", '"қозғалысын бақылау;"', '"-"')
    (finding,) = (found for found in load(bilingual).findings if found.code == "empty-value")
    assert 'only "-"' in finding.what


def test_an_item_that_stands_twice_has_taken_anothers_place(bilingual: Path) -> None:
    spoil(bilingual / "ru.yaml", '"нет выходных дней;"', '"нет возможности уйти с работы;"')
    content = load(bilingual)
    (finding,) = (found for found in content.findings if found.code == "repeated-item")
    assert "ru.yaml" in finding.measure
    held = {found.code for found in release_findings(content, ["ru"], [None], TODAY)}
    assert "repeated-item" in held


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ring {police}; the call is free;", "Ring {emergency}; the call is free;"),
        ("you work 12 hours a day;", "you work 16 hours a day;"),
        ("Note 1: no days off;", "Note 2: no days off;"),
    ],
)
def test_items_that_differ_in_a_placeholder_or_a_figure_say_two_things(
    folder: Path, one: str, other: str
) -> None:
    spoil(folder / "en.yaml", '"no days off;"', f'"{one}"')
    spoil(folder / "en.yaml", '"you cannot leave the job;"', f'"{other}"')
    assert "repeated-item" not in {finding.code for finding in load(folder).findings}


@pytest.mark.parametrize("name", ["Звоните 87001234567", "102 ЖАБЫҚ", "Call: police", "a b c d e", "@helpkz"])
def test_the_name_of_a_language_is_a_name(bilingual: Path, name: str) -> None:
    spoil(bilingual / "ru.yaml", 'name: "Русский"', f'name: "{name}"')
    assert "bad-language-name" in {found.code for found in load(bilingual).findings}


@pytest.mark.parametrize("name", ["O'zbekcha", "Português (Brasil)", "हिन्दी", "中文"])
def test_languages_have_names_of_all_kinds(bilingual: Path, name: str) -> None:
    spoil(bilingual / "ru.yaml", 'name: "Русский"', f'name: "{name}"')
    assert "bad-language-name" not in {found.code for found in load(bilingual).findings}


def test_a_label_with_the_words_of_another_has_taken_its_place(folder: Path) -> None:
    spoil(folder / "en.yaml", 'danger: "If you are in danger now"', 'danger: "advice and help"')
    found = [finding for finding in load(folder).findings if finding.code == "repeated-item"]
    assert [finding.what for finding in found] == [
        'the text stands among the labels twice: "Advice and help"'
    ]
