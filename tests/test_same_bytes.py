"""The same input gives the same bytes, wherever, whenever and after whatever it is built."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from pypdf import PdfReader
from reportlab import rl_config
from sheets import Sheet

import leaflet
from leaflet import rendering, resources
from leaflet.choices import Inks
from leaflet.content import Content, load
from leaflet.fonts import FontFolder
from leaflet.metadata import EPOCH, EpochError

PACKAGE = Path(leaflet.__file__).parent
KEY = ("kk", "almaty", "trifold")
SETTINGS = {
    "useA85": 1,
    "pageCompression": 0,
    "invariant": 0,
    "pdfComments": 1,
    "pdfMultiLine": 1,
    "ttfAsciiReadable": 1,
    "documentLang": "tlh",
}
"""Settings of ReportLab that change what it writes."""


def build(folder: Path, package: Path = PACKAGE, **environment: str) -> bytes:
    """What the command writes, in a process of its own that works in a folder."""
    variables = {**os.environ, "PYTHONPATH": str(package.parent), **environment}
    command = [sys.executable, "-m", "leaflet", "build", "--lang", "kk", "--region", "almaty", "-o", "x.pdf"]
    done = subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return (folder / "x.pdf").read_bytes()


@pytest.fixture
def sheet(edition: Callable[..., Sheet]) -> Sheet:
    return edition(*KEY)


def test_no_variable_chooses_another_shaper(sheet: Sheet, tmp_path: Path) -> None:
    assert build(tmp_path, HB_SHAPER_LIST="fallback") == sheet.pdf


@pytest.mark.parametrize(
    ("seed", "zone", "locale"), [("0", "UTC", "C.UTF-8"), ("1", "Asia/Almaty", "tr_TR.UTF-8")]
)
def test_another_process_gives_the_same_bytes(
    seed: str, zone: str, locale: str, sheet: Sheet, tmp_path: Path
) -> None:
    assert build(tmp_path, PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale) == sheet.pdf


def test_settings_of_reportlab_change_nothing_and_are_not_run(sheet: Sheet, tmp_path: Path) -> None:
    home, ran = tmp_path / "home", tmp_path / "ran"
    home.mkdir()
    hostile = f"open({str(ran)!r}, 'w').close()\n" + "".join(
        f"{key} = {SETTINGS[key]!r}\n" for key in SETTINGS
    )
    for path in (home / ".reportlab_settings", home / ".reportlab_mods"):
        path.write_text(hostile, encoding="utf-8")
    for name in ("reportlab_settings.py", "reportlab_mods.py"):
        (tmp_path / name).write_text(hostile, encoding="utf-8")
    variables = {f"RL_{key}": str(value) for key, value in SETTINGS.items()}
    # Not even a bool: ReportLab would stop here.
    variables["RL_wrapA85"] = "perhaps"
    path = os.pathsep.join([str(PACKAGE.parent), str(tmp_path)])
    assert build(tmp_path, HOME=str(home), PYTHONPATH=path, **variables) == sheet.pdf
    assert not ran.exists()
    # Without the files in the folder, those at home would be next.
    (tmp_path / "reportlab_settings.py").unlink()
    (tmp_path / "reportlab_mods.py").unlink()
    assert build(tmp_path, HOME=str(home)) == sheet.pdf
    assert not ran.exists()


def test_the_place_of_the_program_changes_nothing(sheet: Sheet, tmp_path: Path) -> None:
    elsewhere = tmp_path / "an other place" / "leaflet"
    shutil.copytree(PACKAGE, elsewhere, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("content", "fonts"):
        shutil.copytree(resources.directory(name), elsewhere / "_data" / name, dirs_exist_ok=True)
    # A file with a path in it would differ.
    assert build(tmp_path, elsewhere) == sheet.pdf


def test_settings_that_another_program_made_change_nothing(
    sheet: Sheet, typeface: FontFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in SETTINGS.items():
        monkeypatch.setattr(rl_config, name, value)
    assert leaflet.render(sheet.layout, typeface) == sheet.pdf
    assert {name: getattr(rl_config, name) for name in SETTINGS} == SETTINGS


def test_importing_reportlab_leaves_the_process_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    own = ModuleType("reportlab_settings")
    monkeypatch.setitem(sys.modules, "reportlab_settings", own)
    monkeypatch.delitem(sys.modules, "reportlab_mods", raising=False)
    monkeypatch.setenv("RL_TEST", "1")
    with rendering.untouched():
        assert "RL_TEST" not in os.environ
        assert "reportlab_mods" in sys.modules
    assert os.environ["RL_TEST"] == "1"
    assert sys.modules["reportlab_settings"] is own
    assert "reportlab_mods" not in sys.modules


def test_a_second_build_gives_the_same_bytes(sheet: Sheet, content: Content, typeface: FontFolder) -> None:
    again = load(resources.directory("content"))
    assert again == content
    fresh = leaflet.load_typeface()
    assert fresh is not typeface
    # In between, another leaflet with other letters of the same fonts.
    other = leaflet.localize(again, "en")
    leaflet.render(replace(leaflet.lay_out(other, leaflet.PRODUCTS["a4"], fresh), inks=Inks.MONO), fresh)
    layout = leaflet.lay_out(leaflet.localize(again, *KEY[:2]), leaflet.PRODUCTS[KEY[2]], fresh)
    assert layout == sheet.layout
    assert leaflet.render(layout, fresh) == sheet.pdf


# Dates.


def dates(pdf: bytes) -> set[datetime | None]:
    """Every date that a file has, in its information and in its XMP packet."""
    reader = PdfReader(BytesIO(pdf))
    assert reader.metadata is not None
    packet = reader.xmp_metadata
    assert packet is not None
    said = {reader.metadata.creation_date, reader.metadata.modification_date}
    repeated = {packet.xmp_create_date, packet.xmp_modify_date, packet.xmp_metadata_date}
    return said | {date and date.replace(tzinfo=UTC) for date in repeated}


def test_the_date_of_a_file_is_that_of_its_content(
    sheet: Sheet, typeface: FontFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(EPOCH, raising=False)
    day = datetime.fromisoformat(sheet.document.date).replace(tzinfo=UTC)
    assert dates(leaflet.render(sheet.layout, typeface)) == {day}


def test_source_date_epoch_is_the_date_of_a_file(
    sheet: Sheet, typeface: FontFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH, "1800000000")
    pdf = leaflet.render(sheet.layout, typeface)
    assert dates(pdf) == {datetime(2027, 1, 15, 8, tzinfo=UTC)}
    assert pdf != sheet.pdf


def test_the_last_day_that_a_file_can_have_is_one_on_every_system(
    sheet: Sheet, typeface: FontFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH, "253402300799")
    assert dates(leaflet.render(sheet.layout, typeface)) == {datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)}


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "9" * 30, "-1", "253402300800", "١٢٣", " 12"])
def test_a_source_date_epoch_that_is_no_date_stops_the_build(
    epoch: str, sheet: Sheet, typeface: FontFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(EPOCH, epoch)
    with pytest.raises(EpochError, match=re.escape(repr(epoch))):
        leaflet.render(sheet.layout, typeface)
