"""The program as pip installs it: what it says when the files that travel with it are not there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import leaflet
from leaflet import resources
from leaflet.fonts import FILES, SUMS
from leaflet.typeface import Weight

PACKAGE = Path(leaflet.__file__).parent
REGULAR = FILES[Weight.REGULAR]
COMMANDS = (
    ("check",),
    ("build", "--lang", "kk", "--region", "almaty"),
    ("proof", "--lang", "kk"),
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package as a wheel has it but without its files: in one place, so that it is compiled once."""
    site = tmp_path_factory.mktemp("installed") / "site-packages"
    shutil.copytree(PACKAGE, site / "leaflet", ignore=shutil.ignore_patterns("__pycache__", "_data"))
    return site


@pytest.fixture
def installed(site: Path) -> Iterator[Path]:
    """The package with its files, beside a package of somebody else that is called fonts."""
    data, others = site / "leaflet" / "_data", site / "fonts"
    for name in ("content", "fonts"):
        shutil.copytree(resources.directory(name), data / name)
    others.mkdir()
    yield site
    for folder in (data, others, site / "content"):
        shutil.rmtree(folder, ignore_errors=True)


def run(site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed command, in an empty folder."""
    here = site.parent / "here"
    here.mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(site)}
    call = [sys.executable, "-m", "leaflet", *arguments]
    return subprocess.run(
        call, env=environment, cwd=here, capture_output=True, encoding="utf-8", timeout=60, check=False
    )


def test_the_installed_program_finds_its_files(installed: Path) -> None:
    ran = run(installed, "check", "--notes")
    assert ran.returncode == 0, ran.stderr
    assert str(installed / "leaflet" / "_data" / "content" / "kk.yaml") in ran.stdout


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_without_its_fonts_it_names_the_file_that_it_looked_for(
    installed: Path, command: tuple[str, ...]
) -> None:
    fonts = installed / "leaflet" / "_data" / "fonts"
    shutil.rmtree(fonts)
    ran = run(installed, *command)
    assert (ran.returncode, ran.stdout) == (3, "")
    assert f"{fonts / REGULAR}: error[font-missing]: " in ran.stderr
    assert "Traceback" not in ran.stderr


def test_a_font_file_that_is_lost_or_damaged_is_named_where_it_is_looked_for(installed: Path) -> None:
    fonts = installed / "leaflet" / "_data" / "fonts"
    (fonts / REGULAR).write_bytes(b"no font")
    ran = run(installed, "check")
    assert ran.returncode == 3
    assert f"{fonts / REGULAR}: error[font-changed]: " in ran.stderr
    for name in (SUMS, REGULAR):
        (fonts / name).unlink()
        ran = run(installed, "check")
        assert ran.returncode == 3
        assert f"{fonts / name}: error[font-missing]: " in ran.stderr


def test_without_any_of_its_files_it_does_not_take_those_of_others(installed: Path) -> None:
    shutil.rmtree(installed / "leaflet" / "_data")
    (installed / "content").mkdir()
    for command in COMMANDS:
        ran = run(installed, *command)
        assert (ran.returncode, ran.stdout) == (3, "")
        assert f"{installed / 'leaflet' / '_data' / 'content'}: error[unreadable-folder]: " in ran.stderr
        assert "help: install leaflet anew" in ran.stderr
