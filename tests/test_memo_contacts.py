"""A slip of the keyboard in a contact of the memo stops the build, though the number looks like any other."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leaflet import cli, load
from leaflet.content import Content
from leaflet.content.memo import unlike_source
from leaflet.content.rows import parse, prints
from leaflet.diagnostics import Finding, Severity
from leaflet.releasing import release_findings

NEW_NAME = 'organizations:\n  jaiyq: {name: "Jaiyq", place: "Atyrau"}\n'


@pytest.fixture
def folder(untranslated: Path) -> Path:
    """The memo is the source, and no translation says anything of its contacts."""
    return untranslated


def change(folder: Path, old: str, new: str, file: str = "organizations.yaml") -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(*arguments: str) -> tuple[int, str]:
    ran = CliRunner().invoke(cli.app, arguments, catch_exceptions=False)
    return ran.exit_code, ran.stdout + ran.stderr


def stopping(folder: Path) -> list[Finding]:
    """What is wrong with contacts in the national edition, and stops its release."""
    found = release_findings(load(folder), ["kk"], [None], datetime.date(2026, 11, 25))
    return [each for each in found if each.code in ("not-in-memo", "other-area", "lost-contact")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"+77273961938"', '"+77273961939"'),  # a phone
        ('"+77273964240"', '"+77273964241"'),  # a fax
        ('rodnik27@yandex.ru"]', 'rodnik72@yandex.ru"]'),
    ],
)
def test_a_contact_that_the_memo_prints_otherwise_stops_check_and_build(
    old: str, new: str, folder: Path, tmp_path: Path
) -> None:
    change(folder, old, new)
    output = tmp_path / "out"
    for arguments in (("check",), ("build", "--lang", "kk", "-o", str(output))):
        code, said = run(*arguments, "--content", str(folder))
        assert code == 1
        assert "error[not-in-memo]" in said
        assert new.strip('"]') in said
    assert not output.exists()


def test_all_that_a_changed_number_needs_is_said_at_once(folder: Path) -> None:
    change(folder, 'phones: ["+77273961938"]', 'phones: ["+77273961939"]')
    _, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert 'set checked_on to the day, and write it a second time: rung: ["+77273961939"]' in said
    added = 'phones: ["+77273961939"]\n  checked_on: "2026-11-20"\n  rung: ["+77273961939"]'
    change(folder, 'phones: ["+77273961939"]', added)
    assert run("check", "--content", str(folder), "--as-of", "2026-11-25")[0] == 0


def test_a_changed_number_that_somebody_has_rung_and_written_twice_is_taken_and_told(folder: Path) -> None:
    asked = ("check", "--content", str(folder), "--as-of", "2026-11-25")
    change(folder, 'phones: ["+77273961938"]', 'phones: ["+77273882417"]\n  checked_on: "2026-11-20"')
    code, said = run(*asked)
    assert "error[not-in-memo]" in said
    assert 'write it a second time: rung: ["+77273882417"]' in said
    assert code == 1
    change(folder, 'checked_on: "2026-11-20"', 'checked_on: "2026-11-20"\n  rung: ["+77273882417"]')
    code, said = run(*asked, "--notes")
    assert "note[not-in-memo]" in said
    assert "note[lost-contact]" in said
    assert "2026-11-20" in said
    # A slip after that.
    assert code == 0
    change(folder, 'phones: ["+77273882417"]', 'phones: ["+77273882471"]')
    assert run(*asked)[0] == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("+77079863460", "+77079863461"),  # a digit
        ("+77079863460", "+77079863640"),  # two in exchange
        ("+77079863460", "+77079834660"),  # one in another place
        ("rodnik27@yandex.ru", "rodnik72@yandex.ru"),
        ("rodnik27@yandex.ru", "rodnik2@yandex.ru"),
    ],
)
def test_a_new_contact_that_is_nearly_the_old_one_stops_a_release_until_it_has_answered(
    folder: Path, old: str, new: str
) -> None:
    change(folder, f'["{old}"]', f'["{new}"]\n  checked_on: "2026-11-20"\n  rung: ["{new}"]')
    (found,) = stopping(folder)
    assert f'nearly "{old}", which the memo prints' in found.measure
    assert f'answered: ["{new}"]' in found.remedy
    change(folder, f'rung: ["{new}"]', f'rung: ["{new}"]\n  answered: ["{new}"]')
    assert stopping(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "is_doubted"),
    [
        ("+77152529886", "+77512463017", True),
        ("+77172306073", "+77712790164", True),
        ("+77213919610", "+77123919010", True),
        ("+77213919610", "+77012790164", False),  # a mobile
        ("+77213919610", "+77212463017", False),  # of the same area
        ("+77079863460", "+77709790164", False),  # for a mobile
    ],
)
def test_a_new_number_with_two_digits_of_the_area_code_exchanged_stops_a_release_until_it_has_answered(
    folder: Path, old: str, new: str, is_doubted: bool
) -> None:
    change(folder, f'["{old}"]', f'["{new}"]\n  checked_on: "2026-11-20"\n  rung: ["{new}"]')
    found = [each for each in stopping(folder) if "exchanged" in each.measure]
    assert [each.measure.partition(";")[0] for each in found] == [
        f'its area is that of "{old}" in the memo with two digits exchanged'
    ] * is_doubted
    if is_doubted:
        change(folder, f'rung: ["{new}"]', f'rung: ["{new}"]\n  answered: ["{new}"]')
        assert stopping(folder) == []


def test_new_landlines_in_each_others_entries_stop_a_release_until_they_have_answered(folder: Path) -> None:
    change(
        folder, '["+77292545168"]', '["+77132401122"]\n  checked_on: "2026-11-20"\n  rung: ["+77132401122"]'
    )
    (found,) = stopping(folder)
    assert (found.code, found.severity) == ("other-area", Severity.ERROR)
    change(folder, "  rung: [", '  answered: ["+77132401122"]\n  rung: [')
    assert stopping(folder) == []


FAX = "+77273964240"


@pytest.mark.parametrize("faxes", [f'  faxes: ["{FAX}"]\n', ""])
def test_a_fax_is_not_dialled_until_somebody_has_answered_there(folder: Path, faxes: str) -> None:
    rung = f'["{FAX}"]\n  checked_on: "2026-11-20"\n  rung: ["{FAX}"]\n'
    change(folder, f'["+77273961938"]\n  faxes: ["{FAX}"]\n', rung + faxes)
    (found,) = stopping(folder)
    assert "it is a fax" in found.measure
    change(folder, "  rung: [", f'  answered: ["{FAX}"]\n  rung: [')
    assert stopping(folder) == []


def test_a_landline_of_the_memo_may_be_of_another_region(folder: Path) -> None:
    change(folder, 'regions: ["mangystau"]', 'regions: ["atyrau"]')
    assert "other-area" in {found.code for found in unlike_source(load(folder))}
    assert stopping(folder) == []


def test_a_second_number_may_be_the_next_one_to_the_first(folder: Path) -> None:
    both = '["+77273961938", "+77273961939"]\n  checked_on: "2026-11-20"\n  rung: ["+77273961939"]'
    change(folder, '["+77273961938"]', both)
    assert stopping(folder) == []


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        pytest.param(
            [('daris:\n  row: "4"', 'malika:\n  row: "4"'), ('malika:\n  row: "5"', 'daris:\n  row: "5"')],
            'the name of "malika" does not stand in its row',
            id="two entries have each other's keys",
        ),
        pytest.param([('row: "5"', 'row: "4"')], 'the row of "malika" is not the one', id="another row"),
        pytest.param(
            [('"+77273961938"', '"+77273964240"'), ('faxes: ["+77273964240"]', 'faxes: ["+77273961938"]')],
            '"+77273964240" of "rodnik" is not what the memo prints',
            id="a fax for a telephone",
        ),
        pytest.param(
            [('  faxes: ["+77273964240"]\n', "")],
            'prints "+77273964240", which the entry of "rodnik" lacks',
            id="no fax",
        ),
        pytest.param([(', "+77772467500"', "")], 'prints "+77772467500", which', id="no second telephone"),
        pytest.param([('  short_numbers: ["1409"]\n', "")], 'prints "1409", which', id="no short number"),
        pytest.param(
            [('  emails: ["tara_32@mail.ru"]\n', "")], 'prints "tara_32@mail.ru", which', id="no e-mail"
        ),
        pytest.param(
            [('"rodnik27@yandex.ru"]', '"odnik27@yandex.ru"]')], "is not what the memo prints", id="cut"
        ),
        pytest.param(
            [('Kaliyeva.asiya@gmail.com"]', 'Kaliyeva.asiya@gmail.co"]')], "is not what", id="cut at its end"
        ),
    ],
)
def test_an_entry_is_all_that_its_row_of_the_memo_says_and_no_other(
    folder: Path, changes: list[tuple[str, str]], found: str
) -> None:
    for old, new in changes:
        change(folder, old, new)
    code, said = run("check", "--content", str(folder))
    assert found in said
    assert code == 1


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("«Малика» дағдарыс орталығы", "«Малика»", 'the name of "malika" does not stand in its row'),
        ("«Малика» дағдарыс орталығы", "Ақтөбе облысы", 'the name of "malika" does not stand in its row'),
        ("Өскемен қ. және Шығыс Қаз", "Шығыс Қаз", 'the place of "feniks" does not stand in its row'),
        ("Теміртау қ. және", "Темір тау қ. және", "it has the same letters and other spaces; the row stands"),
        (
            "«Малика» дағдарыс орталығы",
            "«Малика» дағдарысорталығы",
            "it has the same letters and other spaces",
        ),
    ],
)
def test_a_part_of_a_name_or_place_is_not_what_the_row_says(
    folder: Path, old: str, new: str, found: str
) -> None:
    change(folder, f'"{old}', f'"{new}', "kk.yaml")
    code, said = run("check", "--content", str(folder))
    assert found in said
    assert code == 1


def test_a_correction_of_a_place_is_sealed_with_the_row(folder: Path) -> None:
    moved = '"organizations.kaisar.place"\n    printed: "Теміртау"\n    now: "Балқаш"\n    why: "moved"'
    change(folder, "Теміртау қ. және", "Балқаш қ. және", "kk.yaml")
    change(folder, "corrections:\n", f"corrections:\n  - at: {moved}\n", "kk.yaml")
    code, said = run("check", "--content", str(folder))
    assert 'the row of "kaisar" is not what was compared with the print' in said
    assert "corrections of its name and place count" in said
    assert code == 1


def test_a_hotline_does_not_get_lost_out_of_the_memo(folder: Path) -> None:
    item = "**{trafficking}** жедел желісінің нөмірі және / немесе **{police}** шұғыл жәрдем нөмірі"
    change(folder, item, "**{trafficking}** жедел желісінің нөмірі", "kk.yaml")
    code, said = run("check", "--content", str(folder))
    assert "the memo no longer says what its source prints of 102" in said
    assert code == 1


def test_a_contact_that_was_found_dead_may_be_left_out(folder: Path) -> None:
    change(folder, '  faxes: ["+77273964240"]\n', '  checked_on: "2026-11-20"\n')
    code, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert "warning[lost-contact]" in said
    assert code == 0


def test_of_two_contacts_one_may_be_dead_and_one_replaced(folder: Path) -> None:
    old = 'phones: ["+77172457621", "+77719997170"]\n'
    new = 'phones: ["+77172301234"]\n  rung: ["+77172301234"]\n  dead: ["+77719997170"]\n'
    change(folder, old, f'{new}  checked_on: "2026-11-20"\n')
    code, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert (code, "lost-contact]" in said.replace("note[lost-contact]", "")) == (0, False)


def test_two_of_different_towns_have_no_one_new_number(folder: Path) -> None:
    for old in ("+77079863460", "+77232522942"):
        new = 'checked_on: "2026-11-20"\n  rung: ["+77015553812"]\n  phones: ["+77015553812"'
        change(folder, f'phones: ["{old}"', new)
    assert "shared-number" in {finding.code for finding in load(folder).findings}


def test_two_of_the_memo_may_have_one_new_number(folder: Path) -> None:
    for old in ("+77172306073", "+77172457621"):
        change(folder, f'phones: ["{old}"', 'checked_on: "2026-11-20"\n  phones: ["+77172301234"')
    text = (folder / "organizations.yaml").read_text(encoding="utf-8")
    assert "shared-number" in {finding.code for finding in load(folder).findings}
    (folder / "organizations.yaml").write_text(
        text.replace('  phones: ["+77172301234', '  rung: ["+77172301234"]\n  phones: ["+77172301234'),
        encoding="utf-8",
    )
    assert "shared-number" not in {finding.code for finding in load(folder).findings}


def test_before_anybody_rang_it_is_said_how_to_record_a_dead_contact(folder: Path) -> None:
    change(folder, '  faxes: ["+77273964240"]\n', "")
    said = run("check", "--content", str(folder))[1]
    assert 'if somebody rang and it is dead, set checked_on, and write: dead: ["+77273964240"]' in said


def test_nobody_is_told_to_ring_an_address(folder: Path) -> None:
    change(folder, '  emails: ["rodnik27@yandex.ru"]\n', '  checked_on: "2026-11-20"\n')
    said = run("check", "--content", str(folder))[1]
    assert (
        'write to it, and enter it if somebody answers; if not, write: dead: ["rodnik27@yandex.ru"]' in said
    )


def test_a_build_tells_what_was_found_about_those_whom_it_prints(folder: Path, tmp_path: Path) -> None:
    asked = ("build", "--lang", "kk", "-o", str(tmp_path / "out"), "--content", str(folder), "--region")
    dead = '  faxes: ["+77273964240"]\n', '  checked_on: "2026-11-20"\n'
    change(folder, *dead)
    assert "warning[lost-contact]" in run(*asked, "almaty")[1]
    code, said = run(*asked, "astana")
    assert (code, "lost-contact" in said) == (0, False)
    # One that was rung instead is an answer, but none to two that were lost.
    change(folder, '"+77273961938"', '"+77273882417"')
    change(folder, dead[1], f'{dead[1]}  rung: ["+77273882417"]\n')
    said = run("check", "--content", str(folder))[1]
    assert said.count("warning[lost-contact]") == 2
    change(folder, dead[1], "".join(dead))
    code, said = run(*asked, "almaty")
    assert (code, "lost-contact" in said, "not-in-memo" in said) == (0, False, False)


def test_a_build_that_fails_tells_nothing_of_contacts_that_it_would_not_print(folder: Path) -> None:
    rung = '  checked_on: "2026-11-20"\n  rung: ["+77273882417"]\n'
    change(folder, 'phones: ["+77273961938"]\n', f'phones: ["+77273882417"]\n{rung}')
    change(folder, '  row: "4"\n', '  row: "5"\n')
    code, said = run("build", "--lang", "kk", "--region", "astana", "--content", str(folder))
    assert (code, "nothing was built" in said) == (1, True)
    assert "+77273882417" not in said
    assert (
        '"+77273882417" of "rodnik" is not what the memo prints'
        in run("check", "--content", str(folder), "--notes")[1]
    )


def test_a_new_organisation_does_not_have_the_number_of_one_in_the_memo(folder: Path) -> None:
    entry = (
        'jaiyq:\n  group: "trafficking"\n  regions: ["atyrau"]\n  phones: ["+77079863460"]\n'
        '  source: "a letter"\n  checked_on: "2026-11-20"\n'
    )
    path = folder / "organizations.yaml"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    change(folder, "organizations:\n", NEW_NAME, "kk.yaml")
    _, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert 'error[not-in-memo]: "+77079863460" is the number of another organisation' in said
    assert 'the row of "malika"' in said


def test_the_number_of_a_new_organisation_is_written_twice(folder: Path) -> None:
    entry = (
        'jaiyq:\n  group: "trafficking"\n  regions: ["atyrau"]\n  phones: ["+77122000001"]\n'
        '  emails: ["a@jaiyq.kz"]\n  source: "a letter"\n  checked_on: "2026-11-20"\n'
    )
    path = folder / "organizations.yaml"
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    change(folder, "organizations:\n", NEW_NAME, "kk.yaml")
    asked = ("check", "--content", str(folder), "--as-of", "2026-11-25")
    _, said = run(*asked)
    assert 'error[not-in-memo]: "+77122000001" is not from the memo, and is written only once' in said
    assert 'error[not-in-memo]: "a@jaiyq.kz" is not from the memo, and is written only once' in said
    assert 'write it a second time: rung: ["+77122000001"]' in said
    rung = '  rung: ["+77122000001", "a@jaiyq.kz"]\n'
    path.write_text(path.read_text(encoding="utf-8") + rung, encoding="utf-8")
    assert "is not from the memo" not in run(*asked)[1]
    change(folder, 'phones: ["+77122000001"]', 'phones: ["+77122000011"]')
    assert '"+77122000011" is not from the memo' in run(*asked)[1]


def test_the_number_of_another_organisation_is_wrong_whoever_has_rung(folder: Path) -> None:
    change(folder, 'phones: ["+77273961938"]', 'phones: ["+77292545168"]\n  checked_on: "2026-11-20"')
    code, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert 'error[not-in-memo]: "+77292545168" is the number of another organisation' in said
    assert code == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"11616"', '"11617"'),  # a digit
        ('number: "11616"', 'number: "102"'),  # the police for advice
        ('  source: "the memo"\n', ""),  # nobody who says so
        ('"112"\n  printed: "112"', '"101"\n  printed: "101"'),  # the fire service
        (
            'number: "102"\n  printed: "102 шұғыл жәрдем нөмірі"\n',
            'number: "120"\n',
        ),  # no words of the source
    ],
)
def test_a_hotline_that_its_source_does_not_print_stops_the_build(
    old: str, new: str, folder: Path, tmp_path: Path
) -> None:
    change(folder, old, new, "hotlines.yaml")
    code, said = run("build", "--lang", "kk", "-o", str(tmp_path / "out"), "--content", str(folder))
    assert "error[wrong-hotline]" in said
    assert code == 1
    assert not (tmp_path / "out").exists()


NEW = 'number: "1414"\n  checked_on: "2026-11-20"\n  rung: "{}"'
SAYS_SO = 'source: "letter of the Ministry of Internal Affairs, 12 November 2026"'


def test_a_hotline_with_a_new_number_is_told_the_whole_way(folder: Path) -> None:
    change(folder, 'number: "11616"', 'number: "1414"', "hotlines.yaml")
    code, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert code == 1
    assert 'leave printed as it is, and write the number a second time: rung: "1414"' in said
    change(folder, 'number: "1414"', NEW.format("1414"), "hotlines.yaml")
    change(folder, 'source: "the memo"', SAYS_SO, "hotlines.yaml")
    code, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert code == 0
    assert "warning[wrong-hotline]: 1414 is not the number" in said
    assert "somebody is said to have rung on 2026-11-20" in said
    # A later slip shows.
    change(folder, 'number: "1414"', 'number: "1441"', "hotlines.yaml")
    assert run("check", "--content", str(folder))[0] == 1


@pytest.mark.parametrize("source", ["the memo", "a letter of 2026", "a letter of the ministry"])
def test_a_new_number_of_a_hotline_has_a_new_source_that_somebody_can_ask_for(
    folder: Path, source: str
) -> None:
    change(folder, 'number: "11616"', NEW.replace("1414", "11661").format("11661"), "hotlines.yaml")
    change(folder, "the memo", source, "hotlines.yaml")
    code, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert ("error[thin-source]" in said, code) == ((False, 0) if "2026" in source else (True, 1))


@pytest.mark.parametrize("number", ["102", "101"])
def test_a_hotline_does_not_get_the_number_of_another_service(folder: Path, number: str) -> None:
    new = NEW.replace("1414", number).format(number)
    change(folder, 'number: "11616"', new, "hotlines.yaml")
    code, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert "error[wrong-hotline]" in said
    assert code == 1


def test_a_hotline_that_was_rung_under_another_number_is_told(folder: Path) -> None:
    change(folder, 'number: "11616"', 'number: "11616"\n  rung: "11661"', "hotlines.yaml")
    code, said = run("check", "--content", str(folder))
    assert 'error[wrong-rung]: 11661 was rung, and is not the number of "trafficking"' in said
    assert code == 1


@pytest.mark.parametrize(("one", "other"), [("trafficking", "police"), ("police", "emergency")])
def test_two_hotlines_that_have_each_others_keys_stop_the_build(one: str, other: str, folder: Path) -> None:
    path = folder / "hotlines.yaml"
    text = path.read_text(encoding="utf-8")
    swapped = text.replace(f"{one}:", "?:").replace(f"{other}:", f"{one}:").replace("?:", f"{other}:")
    path.write_text(swapped, encoding="utf-8")
    code, said = run("check", "--content", str(folder))
    assert "error[wrong-hotline]" in said
    assert "changed places" in said
    assert code == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("жедел желісінің нөмірі және", "жедел желісіне және"),
        ("шұғыл жәрдем нөмірі бойынша", "шұғыл көмек нөмірі бойынша"),
        ("шұғыл жәрдем нөмірі бойынша", "полициясының нөмірі бойынша"),
        ("жұмыс берушінің қолында", "жұмыс берушінің қолында: **{trafficking}** нөміріне қоңырау шалыңыз"),
    ],
)
def test_better_words_beside_a_hotline_are_no_other_hotline(folder: Path, old: str, new: str) -> None:
    change(folder, old, new, "kk.yaml")
    assert "wrong-hotline" not in run("check", "--content", str(folder))[1]


def test_a_hotline_that_is_none_of_the_three_beside_another_one_is_told(folder: Path) -> None:
    path = folder / "hotlines.yaml"
    child = 'child:\n  number: "111"\n  printed: "111 балалар нөмірі"\n  source: "the memo"\n'
    path.write_text(path.read_text(encoding="utf-8") + child, encoding="utf-8")
    change(folder, "**{police}** шұғыл", "**{child}** **{police}** шұғыл", "kk.yaml")
    said = run("check", "--content", str(folder))[1]
    assert "error[superfluous-hotline]" in said
    assert "error[wrong-hotline]" in said


@pytest.mark.parametrize(
    "words",
    [
        "**{police}** нөміріне және / немесе **{trafficking}** нөмірі",
        "**{trafficking}** жедел желісінің нөмірі және / немесе **{police}** көші-қон қызметінің нөмірі",
        "**{trafficking}** және / немесе **{police}** банк нөмірі",
    ],
)
def test_words_beside_a_hotline_that_do_not_name_it_are_told(folder: Path, words: str) -> None:
    text = "**{trafficking}** жедел желісінің нөмірі және / немесе **{police}** шұғыл жәрдем нөмірі"
    change(folder, text, words, "kk.yaml")
    assert "error[wrong-hotline]" in run("check", "--content", str(folder))[1]


@pytest.mark.parametrize("address", ["helpkz.top", "https://t.me/x", "@helpkz", "a@b.kz"])
def test_an_address_in_a_sentence_is_told_and_stops_a_release(
    address: str, bilingual: Path, tmp_path: Path
) -> None:
    sentence = "Никому не доверяйте свой паспорт."
    change(bilingual, sentence, f"{sentence} {address}", "ru.yaml")
    asked = ("build", "--lang", "ru", "--content", str(bilingual), "-o", str(tmp_path / "out"))
    code, said = run(*asked)
    assert "warning[address-in-text]" in said
    assert code == 0
    code, said = run(*asked, "--release")
    assert "error[address-in-text]" in said
    assert code == 1


def test_every_contact_of_the_content_is_as_the_memo_prints_it() -> None:
    assert "not-in-memo" not in run("check")[1]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        pytest.param(
            [
                ('row: "1"\n  group: "trafficking"\n  national: "yes"', 'row: "1"\n  group: "trafficking"'),
                ('row: "2"\n  group: "trafficking"', 'row: "2"\n  group: "trafficking"\n  national: "yes"'),
            ],
            '"rodnik" is said to help the whole country',
            id="national moved",
        ),
        pytest.param(
            [('row: "5"\n  group: "trafficking"', 'row: "5"\n  group: "other"')],
            "expected group trafficking, found other",
            id="a row among others",
        ),
        pytest.param(
            [('row: "16"\n  group: "trafficking"', 'row: "16"\n  group: "other"')],
            "expected group trafficking, found other",
            id="the last of the first list",
        ),
        pytest.param(
            [('row: "17"\n  group: "other"', 'row: "17"\n  group: "trafficking"')],
            "expected group other, found trafficking",
            id="the first of the second list",
        ),
        pytest.param(
            [('row: "20"\n  group: "other"', 'row: "20"\n  group: "trafficking"')],
            "expected group other, found trafficking",
            id="the last of all",
        ),
    ],
)
def test_an_entry_stands_under_the_heading_of_its_row_and_helps_where_the_memo_says(
    changes: list[tuple[str, str]], found: str, folder: Path, tmp_path: Path
) -> None:
    for old, new in changes:
        change(folder, old, new)
    for arguments in (("check",), ("build", "--lang", "kk", "-o", str(tmp_path / "out"))):
        code, said = run(*arguments, "--content", str(folder))
        assert code == 1
        assert said.count("error[not-in-memo]") == 1
        assert found in said


def test_after_a_row_that_is_missing_the_next_one_may_stand_under_either_heading(folder: Path) -> None:
    path = folder / "organizations.yaml"
    before, _, rest = path.read_text(encoding="utf-8").partition("sana-sezim:")
    path.write_text(before + rest[rest.index("legal-initiative:") :], encoding="utf-8")
    assert "another heading" not in run("check", "--content", str(folder))[1]
    for row in ("17", "18", "19", "20"):
        change(folder, f'row: "{row}"\n  group: "other"', f'row: "{row}"\n  group: "trafficking"')
    assert "another heading" not in run("check", "--content", str(folder))[1]


def test_two_regions_do_not_have_each_others_iso_codes(folder: Path) -> None:
    change(folder, '"KZ-71"', '"KZ-7x"', "regions.yaml")
    change(folder, '"KZ-75"', '"KZ-71"', "regions.yaml")
    change(folder, '"KZ-7x"', '"KZ-75"', "regions.yaml")
    code, said = run("check", "--content", str(folder))
    assert code == 1
    assert 'error[wrong-iso]: expected KZ-71 for "astana", found KZ-75, the code of "almaty"' in said
    assert 'error[wrong-iso]: expected KZ-75 for "almaty", found KZ-71, the code of "astana"' in said


@pytest.mark.parametrize("char", ["\u200b", "\\u200b"])
@pytest.mark.parametrize(
    ("file", "of", "entry", "old"),
    [
        ("hotlines", "hotlines", "police", 'number: "102'),
        ("organizations", "organizations", "korgau", '"+77172306073'),
        ("organizations", "organizations", "korgau", '"korgau_astana'),
        ("organizations", "organizations", "korgau", 'row: "7'),
        ("regions", "regions", "astana", 'iso: "KZ-71'),
        ("regions", "regions", "astana", '"Nur-Sultan'),
        ("short_numbers", "short_numbers", "1409", '"1409'),
    ],
)
def test_what_is_left_of_a_value_with_an_invisible_character_is_nowhere_to_be_printed(
    content: Content, folder: Path, file: str, of: str, entry: str, old: str, char: str
) -> None:
    assert entry in [found.id for found in getattr(content, of)]
    change(folder, old, old + char, f"{file}.yaml")
    spoilt = load(folder)
    assert entry not in [found.id for found in getattr(spoilt, of)]
    assert {finding.code for finding in spoilt.findings} >= {"forbidden-character"}


def test_a_row_prints_numbers_in_the_digits_of_its_keypad_alone() -> None:
    row = parse("٤ «Дәріс», Ақтөбе қ., тел.: +7 705 8200933;")
    assert row.number == ""
    assert prints(row.phones, "+77058200933")
    assert not prints(("٧٧٠٥٨٢٠٠٩٣٣",), "٧٧٠٥٨٢٠٠٩٣٣")


@pytest.mark.parametrize(
    ("typed", "id"),
    [
        ("Атырау", "atyrau"),
        ("Atyrau", "atyrau"),
        ("Атырау облысы", "atyrau"),
        ("Атырауская область", "atyrau"),
        ("Алматы", "almaty"),
        ("Алматинская область", "almaty-region"),
        ("Қарағанды", "karaganda"),
        ("ЮКО", "turkistan"),
    ],
)
def test_a_region_by_its_name_is_answered_with_its_id(folder: Path, typed: str, id: str) -> None:
    change(folder, 'regions: ["mangystau"]', f'regions: ["{typed}"]')
    (found,) = [found for found in load(folder).findings if found.code == "unknown-region"]
    assert found.remedy == f'did you mean "{id}"?'


def test_a_name_of_two_regions_is_answered_with_none_of_them(folder: Path) -> None:
    change(folder, 'regions: ["mangystau"]', 'regions: ["Алматы обл."]')
    (found,) = [found for found in load(folder).findings if found.code == "unknown-region"]
    assert found.remedy.startswith("expected one of ")


def test_a_fourth_number_to_call_is_told_where_it_stands(folder: Path) -> None:
    path = folder / "hotlines.yaml"
    entry = 'child:\n  number: "111"\n  printed: "111 нөмірі"\n  source: "a letter"\n'
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    (found,) = [found for found in unlike_source(load(folder)) if found.code == "superfluous-hotline"]
    assert found.place.line == path.read_text(encoding="utf-8").splitlines().index('  number: "111"') + 1
    assert found.severity is Severity.ERROR
