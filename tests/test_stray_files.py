"""What somebody has mended may lie beside the file that is read, under nearly its name."""

from __future__ import annotations

import datetime
from pathlib import Path
from shutil import copytree

import pytest
from folders import spoil

from leaflet import load, resources
from leaflet.checking import check
from leaflet.content import Content
from leaflet.diagnostics import Finding, Severity
from leaflet.fonts import FontFolder
from leaflet.releasing import release_findings
from leaflet.relevance import relevant

TODAY = datetime.date(2026, 12, 1)
COPIES = [
    *("organizations.yaml.txt", "organizations (1).yaml", "organizations (copy).yaml", "organizations.yml"),
    *("organizations_new.yaml", "Organizations.yaml", "Copy of organizations.yaml", "organizations 2.yaml"),
    *("organizations - копия.yaml", "organizations.sync-conflict-2026.yaml", "organizations.yaml.orig"),
    *("hotlines-old.yaml", "short_numbers_2.yaml", "regions.old.yaml", "ru (1).yaml", "ru.yaml.txt"),
    *("ru-new.yaml", "RU.yaml", "organizations.docx", "ru.txt", "hotlines.RTF", "organisations.yaml"),
]


def beside(folder: Path, name: str) -> Content:
    """The content with a copy, in which everything else would be wrong; the words of two languages do."""
    (folder / "en.yaml").unlink()
    (folder / name).write_text("police: x\n", encoding="utf-8")
    return load(folder)


def ignored(findings: list[Finding]) -> list[Finding]:
    return [found for found in findings if found.code == "ignored-file"]


@pytest.fixture(scope="module")
def littered(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The content with all these copies, each of which is told for itself."""
    folder = Path(copytree(resources.directory("content"), tmp_path_factory.mktemp("littered") / "content"))
    for name in COPIES[1:]:
        (folder / name).write_text("police: x\n", encoding="utf-8")
    return beside(folder, COPIES[0])


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_that_is_not_read_is_told_once_and_stops_a_release(littered: Content, name: str) -> None:
    (told,) = [each for each in relevant(littered, ["ru"]) if f'"{name}"' in each.what]
    assert (told.code, told.severity) == ("ignored-file", Severity.WARNING)
    assert told.remedy.startswith(f"hold it against {Path(told.place.file).name}")
    stops = [
        each
        for each in release_findings(littered, ["ru"], ["almaty"], TODAY)
        if each.code == "ignored-file" and each.what == told.what
    ]
    assert [each.severity for each in stops] == [Severity.ERROR]


@pytest.mark.parametrize(
    ("fact", "name"),
    [
        ("organizations", "organisations"),
        ("organizations", "Organizations"),
        ("hotlines", "hotline"),
    ],
)
def test_facts_under_nearly_their_name_are_to_be_renamed(folder: Path, fact: str, name: str) -> None:
    (folder / f"{fact}.yaml").rename(folder / f"{name}.yaml")
    found = [each for each in load(folder).findings if each.severity is Severity.ERROR]
    (told,) = ignored(found)
    assert (Path(told.place.file).name, told.remedy) == (
        f"{name}.yaml",
        f"if it is that one, call it {fact}.yaml",
    )
    assert {Path(each.place.file).stem for each in found} <= {fact, name, "kk", "ru", "en"}
    assert not [each for each in found if each.code == "missing-key"]


@pytest.mark.parametrize(
    ("name", "is_named"), [("KK.yml", True), ("kk.yaml.txt", True), ("kk (1).yaml", False)]
)
def test_a_source_that_is_not_read_is_named_where_there_is_none(
    folder: Path, name: str, is_named: bool
) -> None:
    words = (folder / "kk.yaml").read_text(encoding="utf-8")
    (folder / name).write_text(words, encoding="utf-8")
    spoil(folder / "kk.yaml", 'status: "source"', 'status: "draft"')
    if is_named:
        (folder / "kk.yaml").unlink()
    (found,) = [each for each in load(folder).findings if each.code == "no-source"]
    assert (f"rename {name} to" in found.remedy) == is_named


def test_a_check_says_nothing_else_about_copies(littered: Content, typeface: FontFolder) -> None:
    found = check(littered, None, typeface, TODAY)
    told = [each.code for each in found if each.severity is not Severity.NOTE]
    assert told == ["ignored-file"] * len(COPIES)


def test_a_copy_of_a_translation_holds_up_that_language_alone(folder: Path) -> None:
    content = beside(folder, "ru (1).yaml")
    assert ignored([*relevant(content, ["kk"]), *release_findings(content, ["kk"], [None], TODAY)]) == []


@pytest.mark.parametrize("name", ["kk.yaml.txt", "kk.yml", "kk.YAML", "uz-Latn.yaml.txt"])
def test_a_source_that_is_not_read_for_its_name_is_named_where_the_source_lacks(
    folder: Path, name: str
) -> None:
    (folder / "kk.yaml").rename(folder / name)
    (folder / "en.yaml").rename(folder / "en.yml")
    (lacks,) = [found for found in load(folder).findings if found.code == "no-source"]
    assert lacks.remedy == f"rename {name} to {name.partition('.')[0]}.yaml: it says that it is the source"
    (folder / name).unlink()
    (lacks,) = [found for found in load(folder).findings if found.code == "no-source"]
    assert lacks.remedy.startswith("set provenance memo status")


@pytest.mark.parametrize(
    "name", ["kk-Latn.yaml", "ru-KZ.yaml", "organizations.csv", "enets.yaml", "ru.yaml~"]
)
def test_another_language_and_another_kind_of_file_are_no_copies(folder: Path, name: str) -> None:
    assert ignored([*beside(folder, name).findings]) == []


@pytest.mark.parametrize("name", ["~$ganizations.yaml", "~$.yaml", ".ru.yaml", "~$kk.yml"])
def test_the_lock_of_an_office_program_or_an_editor_is_not_read(folder: Path, name: str) -> None:
    for other in ("ru", "en"):
        (folder / f"{other}.yaml").unlink()
    before = load(folder)
    (folder / name).write_bytes(b"\x04Aiman\x00\xff" + b" " * 50)
    assert load(folder) == before
