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


def change(folder: Path, old: str, new: str) -> None:
    path = folder / "organizations.yaml"
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


def test_a_changed_number_that_somebody_has_rung_is_taken(folder: Path) -> None:
    change(folder, 'phones: ["+77273961938"]', 'phones: ["+77273961939"]\n  checked_on: "2026-11-20"')
    code, said = run("check", "--content", str(folder), "--as-of", "2026-11-25")
    assert "not-in-memo" not in said
    assert code == 0


def test_every_contact_of_the_content_is_as_the_memo_prints_it() -> None:
    assert "not-in-memo" not in run("check")[1]
