"""A slip of the keyboard in a contact of the memo stops the build, though the number looks like any other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from leaflet import cli, resources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resources.directory("content"), tmp_path / "content"))


def change(folder: Path, old: str, new: str, file: str = "organizations.yaml") -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(*arguments: str) -> tuple[int, str]:
    ran = CliRunner().invoke(cli.app, arguments, catch_exceptions=False)
    return ran.exit_code, ran.stdout + ran.stderr


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


def test_a_changed_number_that_somebody_has_rung_is_taken_and_told(folder: Path) -> None:
    change(folder, 'phones: ["+77273961938"]', 'phones: ["+77273961939"]\n  checked_on: "2026-11-20"')
    code, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert "warning[not-in-memo]" in said
    assert "2026-11-20" in said
    assert code == 0


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
        ('"112"\n  printed: "112"', '"101"\n  printed: "101"'),  # the fire service
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


@pytest.mark.parametrize("address", ["helpkz.top", "https://t.me/x", "@helpkz", "a@b.kz"])
def test_an_address_in_a_sentence_is_told_and_stops_a_release(
    address: str, folder: Path, tmp_path: Path
) -> None:
    sentence = "Никому не доверяйте свой паспорт."
    change(folder, sentence, f"{sentence} {address}", "ru.yaml")
    asked = ("build", "--lang", "ru", "--content", str(folder), "-o", str(tmp_path / "out"))
    code, said = run(*asked)
    assert "warning[address-in-text]" in said
    assert code == 0
    code, said = run(*asked, "--release")
    assert "error[address-in-text]" in said
    assert code == 1


def test_every_contact_of_the_content_is_as_the_memo_prints_it() -> None:
    assert "not-in-memo" not in run("check")[1]
