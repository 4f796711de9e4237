from pathlib import Path

import pytest

from leaflet.choosing import UsageError, choose_regions
from leaflet.content import Content, Region, load
from leaflet.regions import Found, NotFound, resolve

CONTENT = load(Path(__file__).parent.parent / "content")


def found(query: str, content: Content = CONTENT) -> Found:
    match = resolve(query, content)
    assert isinstance(match, Found), match
    return match


@pytest.mark.parametrize("region", CONTENT.regions, ids=lambda region: region.id)
def test_a_region_is_found_by_id_code_names_towns_and_old_names(region: Region) -> None:
    today = [words.regions[region.id].text for words in CONTENT.languages.values()]
    shared = {name.text for other in CONTENT.regions if other is not region for name in other.names}
    others = {name.text for name in region.names} - shared
    cities = [" ".join(word for word in name.split() if word not in {"қаласы", "город"}) for name in today]
    for name in (region.id, region.iso.text, *today, *others, *cities):
        assert found(name).region is region, name
        assert found(f"  {name.upper()} ").region is region, name


@pytest.mark.parametrize(
    ("query", "region"),
    [
        ("Алматы обл.", "almaty-region"),
        ("almaty OBLAST", "almaty-region"),
        ("г.Алматы", "almaty"),
        ("Алматы қ.", "almaty"),
        ("Қостанай", "kostanay"),
        ("Костанаи облысы", "kostanay"),
        ("Батыс Казакстан", "west-kazakhstan"),
        ("Алматинская", "almaty-region"),
        ("нур султан", "astana"),
        ("Караганды", "karaganda"),
        ("Zhambyl Province", "zhambyl"),
        ("Ақмола қаласы", "astana"),
        ("Акмола", "akmola"),
        ("Жетысу́", "jetisu"),
        ("Рудный", "kostanay"),
        ("кентау", "turkistan"),
        ("Жанаозен", "mangystau"),
        ("Екібастұз", "pavlodar"),
        ("г. Балхаш", "karaganda"),
        ("KZ75", "almaty"),
        ("kz 75", "almaty"),
    ],
)
def test_spelling_and_the_words_for_region_and_city_do_not_matter(query: str, region: str) -> None:
    assert found(query).region.id == region


@pytest.mark.parametrize("query", ["Almaty", "Алматы", "АЛМАТЫ"])
def test_almaty_means_the_city_and_the_hint_names_the_region(query: str) -> None:
    match = found(query)
    assert match.region.id == "almaty"
    assert match.hint == f'"{query}" is taken as almaty; for the other of this name write almaty-region'


@pytest.mark.parametrize("query", ["ЮКО", "South Kazakhstan", "южно казахстанская область"])
def test_an_old_name_carries_a_hint_to_what_was_parted_from_it(query: str) -> None:
    match = found(query)
    assert match.region.id == "turkistan"
    assert match.hint == f'"{query}" is taken as turkistan; for what was parted from turkistan write shymkent'


PLAIN = (
    *("almaty", "KZ-75", "kz-61", "turkistan", "Қарағанды облысы", "г. Алматы"),
    *("Караганда", "ҚАРАҒАНДЫ", "Туркестан", "Түркістан"),
)


@pytest.mark.parametrize("query", PLAIN)
def test_a_plain_name_carries_no_hint(query: str) -> None:
    assert found(query).hint == ""


@pytest.mark.parametrize(
    ("query", "nearest"), [("Almata", "almaty"), ("Qostanay", "kostanay"), ("Каракандинская", "karaganda")]
)
def test_an_unknown_name_suggests_what_sounds_like_it(query: str, nearest: str) -> None:
    match = resolve(query, CONTENT)
    assert isinstance(match, NotFound)
    assert match.suggestions[0] == nearest
    assert len(match.suggestions) <= 3


@pytest.mark.parametrize(("query", "first"), [("Aktub", "aktobe"), ("Семе", "abai"), ("kost", "kostanay")])
def test_a_name_that_was_begun_is_suggested_first(query: str, first: str) -> None:
    match = resolve(query, CONTENT)
    assert isinstance(match, NotFound)
    assert match.suggestions[0] == first


@pytest.mark.parametrize(
    "query",
    [
        "all",
        "Казахстан",
        "весь Казахстан",
        "Қазақстан Республикасы",
        "the whole country",
        "бүкіл ел",
        "барлығы",
    ],
)
def test_who_asks_for_the_whole_country_is_told_how(query: str) -> None:
    with pytest.raises(UsageError, match="the whole country is one leaflet"):
        choose_regions([query], CONTENT)
    with pytest.raises(UsageError, match="did you mean west-kazakhstan"):
        choose_regions(["Wst Kazakhstan"], CONTENT)


def test_two_names_of_one_region_are_told() -> None:
    hint = '"KZ-75" and "Алматы қаласы" are one region, almaty: one leaflet'
    assert choose_regions(["KZ-75", "Алматы қаласы"], CONTENT) == (["almaty"], [hint])
    assert choose_regions(["almaty", "almaty"], CONTENT) == (["almaty"], [])


def test_every_region_that_was_named_is_chosen_in_its_turn() -> None:
    ids = [region.id for region in CONTENT.regions]
    codes = [region.iso.text for region in CONTENT.regions]
    assert choose_regions(ids, CONTENT) == (ids, [])
    assert choose_regions(codes[::-1], CONTENT) == (ids[::-1], [])


def test_the_whole_country_may_be_asked_for_beside_a_region() -> None:
    assert choose_regions(["almaty", "National"], CONTENT) == (["almaty", None], [])


@pytest.mark.parametrize("query", ["", "  ", "область", "99", "xyzzy", "-", "\x00", "я" * 100_000])
def test_what_is_like_nothing_suggests_nothing(query: str) -> None:
    assert resolve(query, CONTENT) == NotFound((), ())


@pytest.mark.parametrize(
    "query", ["Макинск", "Аксу", "Державинск", "Ерейментау", "Абай-Шевченко", "Павловка"]
)
def test_a_town_that_is_not_known_suggests_no_region_by_its_spelling(query: str) -> None:
    with pytest.raises(UsageError) as refused:
        choose_regions([query], CONTENT)
    assert str(refused.value) == (
        f'no region or town "{query}" is known\n"leaflet regions" lists the regions: '
        "take the one in which it lies"
    )


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("almty", ("almaty", "almaty-region")),
        ("Алмты", ("almaty", "almaty-region")),
        ("Актюб", ("aktobe",)),
    ],
)
def test_what_is_clearly_further_than_the_nearest_is_not_suggested(query: str, ids: tuple[str, ...]) -> None:
    match = resolve(query, CONTENT)
    assert isinstance(match, NotFound)
    assert match.suggestions == ids


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("almaty astana", "almaty,astana"),
        ("KZ-75;KZ-79", "almaty,shymkent"),
        ("Алматы және Астана", "almaty,astana"),
        ("Алматы облысы және Астана", "almaty-region,astana"),
        ("East Kazakhstan AND Abai", "east-kazakhstan,abai"),
        ("almaty; или astana;", "almaty,astana"),
        ("Almaty (Astana)", "almaty,astana"),
    ],
)
def test_several_regions_in_one_name_are_told_to_be_parted(query: str, ids: str) -> None:
    with pytest.raises(UsageError) as refused:
        choose_regions([query], CONTENT)
    assert str(refused.value) == (
        f'no region "{query}": each edition is for one region; part several by commas: --region {ids}'
    )


@pytest.mark.parametrize("query", ["Абай ауданы Қарағанды", "almaty region astana", "Алматы қ. Абай д."])
def test_of_what_is_more_than_regions_none_is_proposed(query: str) -> None:
    with pytest.raises(UsageError) as refused:
        choose_regions([query], CONTENT)
    assert "part several by commas" not in str(refused.value)


def test_a_suggestion_names_the_town_that_it_is_about() -> None:
    with pytest.raises(UsageError, match=r"did you mean karaganda \(Temirtau\)\?"):
        choose_regions(["Темир"], CONTENT)
    with pytest.raises(UsageError, match=r"did you mean kostanay\?"):
        choose_regions(["Kostana"], CONTENT)


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("75", r"almaty \(KZ-75\)"),
        (" 10 ", r"abai \(KZ-10\)"),
        ("Astana (Nur-Sultan)", "astana"),
        ("Атырау (Гурьев)", "atyrau"),
        ("Қарағанды / Теміртау", "karaganda"),
    ],
)
def test_half_an_iso_code_and_two_names_of_one_region_suggest_it(query: str, meant: str) -> None:
    with pytest.raises(UsageError, match=rf"did you mean {meant}\?"):
        choose_regions([query], CONTENT)


def test_without_regions_nothing_is_found(tmp_path: Path) -> None:
    assert resolve("Almaty", load(tmp_path)) == NotFound((), ())
