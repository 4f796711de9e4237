"""Slips that every language has alike, or that nothing stands beside: they are told all the same."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from folders import SMALL, Folder, spoil, write_small

from leaflet.content import Content, load
from leaflet.content.memo import unlike_source
from leaflet.diagnostics import Finding, Severity

NEW = """\
new:
  group: "other"
  regions: ["west"]
  phones: ["+77122000010", "+77122000001"]
  short_numbers: ["1409"]
  emails: ["a@new.kz"]
  source: "letter of the organisation, 12 November 2026"
  checked_on: "2026-11-20"
  rung: ["+77122000010", "+77122000001", "1409", "a@new.kz"]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The small folder with a new organisation."""
    write_small(tmp_path)
    (tmp_path / "short_numbers.yaml").write_text('"1409": "a letter"\n', encoding="utf-8")
    (tmp_path / "organizations.yaml").write_text(SMALL["organizations.yaml"] + NEW, encoding="utf-8")
    for tag in ("kk", "ru"):
        old = 'organizations: {home: {name: "Home", place: "East"}'
        spoil(tmp_path / f"{tag}.yaml", old, f'{old}, new: {{name: "New", place: "West"}}')
    return partial(changed, tmp_path)


def changed(directory: Path, name: str = "", old: str = "", new: str = "") -> Path:
    if name:
        spoil(directory / name, old, new)
    return directory


def told(content: Content, code: str) -> list[Finding]:
    every = (*content.findings, *unlike_source(content))
    return [found for found in every if found.code == code]


def test_a_new_organisation_whose_contacts_stand_twice_is_good(folder: Folder) -> None:
    assert {found.code for found in load(folder()).findings} == {"untracked-translation"}


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('rung: ["', 'rung: ["+77122000002", "', '"+77122000002" was rung, and is no contact of "new"'),
        (', "a@new.kz"]', ', "b@new.kz"]', '"b@new.kz" was rung, and is no contact'),
        (', "1409", ', ', "140", ', '"140" was rung, and is no contact'),
        (
            'rung: ["+77122000010", "+77122000001"',
            'rung: ["+77122000001", "+77122000010"',
            'the telephones of "new" follow each other otherwise under rung',
        ),
    ],
)
def test_what_was_rung_is_what_is_printed_and_dialled(folder: Folder, old: str, new: str, what: str) -> None:
    (found,) = told(load(folder("organizations.yaml", old, new)), "wrong-rung")
    assert (found.severity, found.place.line) == (Severity.ERROR, 15)
    assert what in found.what


def test_of_a_new_organisation_no_telephone_is_its_fax_unless_it_has_answered(folder: Folder) -> None:
    directory = folder(
        "organizations.yaml", '  emails: ["a@new', '  faxes: ["+77122000010"]\n  emails: ["a@new'
    )
    (found,) = [each for each in told(load(directory), "not-in-memo") if "new" in each.what]
    assert (found.severity, found.place.line) == (Severity.WARNING, 10)
    assert "it is a fax" in found.measure
    spoil(directory / "organizations.yaml", '  rung: ["+', '  answered: ["+77122000010"]\n  rung: ["+')
    assert [each for each in told(load(directory), "not-in-memo") if "new" in each.what] == []


def test_a_number_that_was_rung_instead_of_the_memos_is_entered(folder: Folder) -> None:
    change = (
        '  printed: "1 Home"',
        '  printed: "1 Home"\n  checked_on: "2026-11-20"\n  rung: ["+77272000001"]',
    )
    (found,) = told(load(folder("organizations.yaml", *change)), "wrong-rung")
    assert '"+77272000001" was rung, and is no contact of "home"' in found.what


def test_the_beginning_of_a_short_number_is_another_number(folder: Folder) -> None:
    directory = folder("organizations.yaml", '"1 Home"', '"1 Home, тел.: +7 727 2000000, 1409"')
    spoil(
        directory / "organizations.yaml", '["+77272000000"]\n', '["+77272000000"]\n  short_numbers: ["140"]\n'
    )
    spoil(directory / "short_numbers.yaml", "\n", '\n"140": "a letter"\n')
    found = [finding.what for finding in told(load(directory), "not-in-memo")]
    assert '"140" of "home" is not what the memo prints' in found


def test_an_entry_is_either_of_the_memo_or_has_a_source(folder: Folder) -> None:
    directory = folder(
        "organizations.yaml", '  printed: "1 Home"', '  printed: "1 Home"\n  source: "a letter"'
    )
    spoil(directory / "organizations.yaml", 'row: "1"', 'row: "1"\n  checked_on: "2026-11-20"')
    (found,) = [found for found in load(directory).findings if found.severity is Severity.ERROR]
    assert (found.code, found.place.line) == ("superfluous-key", 1)
    assert found.what == '"home" has row and printed, as one in the memo, and source, as one outside it'
    assert found.remedy == (
        "an entry of the memo has row and printed; any other one has source, checked_on and rung"
    )


def test_a_source_in_the_place_of_the_memos_row_is_one_mistake(folder: Folder) -> None:
    directory = folder("organizations.yaml", '  printed: "1 Home"', '  source: "1 Home"')
    (found,) = [found for found in load(directory).findings if found.severity is Severity.ERROR]
    assert (found.code, found.what) == ("missing-key", '"home" has row, and no printed')
    assert found.remedy.startswith("is source meant to be printed?")


def test_two_organisations_share_no_number_unless_the_memo_has_it_in_both_rows(
    folder: Folder, content: Content
) -> None:
    assert told(content, "shared-number") == []
    other = NEW.replace("new:", "other:").replace("a@new", "b@new").replace("1409", "103")
    directory = folder("short_numbers.yaml", "\n", '\n"103": "a letter"\n')
    (directory / "organizations.yaml").write_text(NEW + other, encoding="utf-8")
    found = told(load(directory), "shared-number")
    assert {finding.severity for finding in found} == {Severity.WARNING}
    assert [finding.what for finding in found] == [
        '"+77122000010" of "other" is a contact of "new", too',
        '"+77122000001" of "other" is a contact of "new", too',
    ]


def test_two_numbers_that_changed_alike_are_told(folder: Folder) -> None:
    changed = '["+77122000010"]\n  checked_on: "2026-11-20"\n  rung: ["+77122000000"]'
    found = told(load(folder("organizations.yaml", '["+77272000000"]', changed)), "shared-number")
    assert [finding.what for finding in found] == ['"+77122000010" of "new" is a contact of "home", too']


@pytest.mark.parametrize("name", ["kk.yaml", "ru.yaml"])
def test_two_organisations_do_not_have_one_name(folder: Folder, name: str) -> None:
    directory = folder(name, '"New"', '"«HOME»"')
    (found,) = told(load(directory), "exchanged-name")
    assert found.what == '"new" has the name of "home"'
    assert Path(found.place.file).name == name


def test_what_the_source_calls_alike_a_translation_may_call_alike(folder: Folder) -> None:
    directory = folder("kk.yaml", '"New"', '"Home"')
    spoil(directory / "ru.yaml", '"New"', '"Home"')
    assert [Path(found.place.file).stem for found in told(load(directory), "exchanged-name")] == ["kk"]


@pytest.mark.parametrize(
    "name", ["Атырау 150", "+77122000010", "{police}", "**Атырау**", "Атырау {", "—", "a/b", "٤ Атырау"]
)
def test_a_region_and_a_language_are_called_by_a_name_and_nothing_more(folder: Folder, name: str) -> None:
    directory = folder("kk.yaml", 'name: "K"', f'name: "{name}"')
    spoil(directory / "kk.yaml", 'west: "West"', f'west: "{name}"')
    content = load(directory)
    codes = {found.code for found in content.findings if found.severity is Severity.ERROR}
    assert {"bad-language-name", "bad-region-name"} <= codes
    assert "kk" not in content.languages


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("New, тел. 8-7122-20-00-00", "8-7122-20-00-00"),
        ("New: 911", "911"),
        ("New 1-03", "1-03"),
        ("New 8 (727) 273-00-00", "8 (727) 273-00-00"),
        ("New 2026-01-01", "2026-01-01"),
        ("New 2000, № 12", None),
        ("ул. Сатпаева, 145", None),
        ("Абай көшесі 145", None),
        ("ул. Сатпаева, 1-03", "1-03"),
        ("г. Алматы, т. 145", "145"),
        ("New 18+, 24/7", None),
    ],
)
def test_a_name_or_a_label_that_all_languages_have_alike_holds_no_number_to_dial(
    folder: Folder, text: str, number: str | None
) -> None:
    directory = folder()
    for tag in ("kk", "ru"):
        spoil(directory / f"{tag}.yaml", 'name: "New"', f'name: "{text}"')
        spoil(directory / f"{tag}.yaml", 'scan: "scan"', f'scan: "{text}"')
    found = told(load(directory), "number-in-text")
    what = f'"{number}" is a number to dial in a name or a label'
    in_names = [finding.what for finding in found if "stands in a label" not in finding.what]
    assert in_names == ([what] * 4 if number else [])
    assert len(found) == (4 if number else 2)  # A label has no figure of any kind.


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("second **{police}О**", True),
        ("second **{police}**З", True),
        ("0{police}", True),
        ("О-{police}", True),
        ("{police}{police}", True),
        ("**{police}**\u00adО", True),
        ("{police}\u00ad{police}", True),
        # A letter alone that looks like a digit.
        ("{police} О", True),
        ("{police} о.", True),
        ("{police}.О", True),
        ("{police}/О", True),
        ("{police} (О)", True),
        ("{police} +О", True),
        ("{police} О помощи", True),
        ("ОО {police}", True),
        ("ЗО{police}", True),
        ("{police} ОО", True),
        ("l {police}", True),
        ("{police}** (после семёрки)", True),
        ("{police}** после нуля", True),
        ("ноль перед **{police}", True),
        ("нөлден кейін **{police}", True),
        ("star **{police}** hash", True),
        ("{police}** after zero", True),
        ("сообщите о {police}, после звонка {police} (после работы), O {police}", False),
        ("{police}-ге, до-{police}: ({police})/{police}", False),
        ("{police} о помощи. {police}. О помощи, {police} І {police}", False),
        ("{police} о «линии», {police} l’urgence, {police} o/y {police} o {police}", False),
        ("{police} (о помощи), {police}; о помощи, {police} О ПОМОЩИ", False),
    ],
)
def test_nothing_stands_right_beside_the_number_of_a_hotline(
    folder: Folder, text: str, is_told: bool
) -> None:
    found = told(load(folder("ru.yaml", "second **{police}**", text)), "number-in-text")
    assert bool(found) == is_told


def test_a_label_of_the_source_has_the_placeholders_that_are_filled(folder: Folder) -> None:
    directory = folder()
    for tag in ("kk", "ru"):
        spoil(directory / f"{tag}.yaml", "{page} of {pages}", "page")
        spoil(directory / f"{tag}.yaml", "{scan", '{contacts_checked: "2026-01-01", scan')
    found = told(load(directory), "placeholder-mismatch")
    assert [(Path(finding.place.file).stem, finding.measure) for finding in found] == [
        ("kk", "expected {date}"),
        ("kk", "expected {page}, {pages}"),
    ]


def test_the_number_of_a_page_and_of_all_pages_do_not_change_places(folder: Folder) -> None:
    (found,) = told(load(folder("ru.yaml", "{page} of {pages}", "{pages} of {page}")), "number-order")
    assert found.measure == "in the source {page}, {pages}, here {pages}, {page}"


def test_two_numbers_do_not_stand_together_in_a_label(folder: Folder) -> None:
    found = told(load(folder("ru.yaml", "{page} of {pages}", "{page}\u00ad{pages}")), "number-in-text")
    assert [finding.what for finding in found] == ['"{page}{pages}" will be read as another number']


def test_a_numeral_in_a_name_of_the_source_is_part_of_the_name(folder: Folder) -> None:
    directory = folder("kk.yaml", '"New"', '"«XXI ғасыр»"')
    found = told(load(directory), "other-numeral")
    assert {Path(finding.place.file).name for finding in found} == {"ru.yaml"}  # Which lacks it.


def test_a_digit_too_many_in_a_row_does_not_fill_the_screen(folder: Folder) -> None:
    (found,) = told(load(folder("organizations.yaml", 'row: "1"', 'row: "999"')), "missing-row")
    assert found.measure.endswith("there lack 1, 2, 3, 4, 5 and 993 more")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("т**.**ме, t**.**me", "address-in-text"),
        ("теле\u00adграм", "address-in-text"),
        ("New 1\u00ad03", "number-in-text"),
        ("один **ноль** три", "number-in-text"),
        ("звоните 1\u00adО\u00ad2", "number-in-text"),
        ("\u00adp\u00adage", "repeated-item"),
    ],
)
def test_soft_hyphens_and_emphasis_hide_nothing(folder: Folder, text: str, code: str) -> None:
    directory = folder()
    for tag in ("kk", "ru"):
        spoil(directory / f"{tag}.yaml", "{scan", f'{{twin: "page", scan: "{text}", old')
    assert {Path(found.place.file).stem for found in told(load(directory), code)} == {"kk", "ru"}
