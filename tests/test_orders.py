"""What a person typed is what is built, under its own name, or nothing is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import leaflet
from leaflet import choosing, cli, editions, orders
from leaflet.cli import building
from leaflet.content import Content
from leaflet.fonts import FontFolder
from leaflet.output import OutputError
from leaflet.regions import Found

pytestmark = pytest.mark.usefixtures("here")

TRIFOLD = leaflet.PRODUCTS["trifold"]


def refused(*arguments: str) -> None:
    """The command builds nothing, and says why."""
    result = CliRunner().invoke(cli.app, ["build", *arguments], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[other-edition]" in result.stderr
    assert list(Path().rglob("*.pdf")) == []


def answering(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str, answer: Any) -> None:
    monkeypatch.setattr(owner, name, lambda *_, **__: answer)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *((named, "almaty-region") for named in ("almaty", "KZ-75", "Алматы", "Алматы қаласы", "Almaty")),
        # Towns and old names, each of one region.
        *((named, "pavlodar") for named in ("Семей", "Nur-Sultan", "Талдыкорган")),
    ],
)
def test_another_region_than_was_named_is_refused(
    typed: str, found: str, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = next(region for region in content.regions if region.id == found)
    answering(monkeypatch, choosing, "resolve", Found(other))
    refused("-l", "kk", "-r", typed)


def test_one_region_of_two_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, choosing, "choose_regions", (["almaty"], []))
    refused("-l", "kk", "-r", "almaty", "-r", "astana")
    refused("-l", "kk")


def test_another_language_than_was_named_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, choosing, "choose_languages", ["en"])
    refused("-l", "kk", "-r", "almaty")


@pytest.mark.parametrize(
    "paths",
    [
        ["leaflet-kk-almaty-trifold.pdf"] * 2,
        ["leaflet-kk-astana-trifold.pdf", "leaflet-kk-almaty-trifold.pdf"],
        ["leaflet-kk-almaty-trifold.pdf"],
    ],
)
def test_files_with_the_names_of_others_are_refused(
    paths: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, choosing, "place", [*map(Path, paths)])
    refused("-l", "kk", "-r", "almaty", "-r", "astana")


def test_a_name_that_was_given_is_taken() -> None:
    asked = [editions.Edition("kk", None, TRIFOLD)]
    assert not [*orders.misnamed(asked, [Path("a.pdf")], Path("a.pdf"))]
    assert [*orders.misnamed(asked, [Path("a.pdf")], None)]


def test_a_release_is_no_draft(content: Content, typeface: FontFolder, tmp_path: Path) -> None:
    asked = editions.Edition("ru", "almaty", TRIFOLD, release=True)
    built = editions.build(asked, content, typeface, tmp_path / "sheet.pdf")
    assert built.paths == ()
    assert {finding.code for finding in built.findings} == {"other-edition"}


def test_the_parts_of_every_product_are_known() -> None:
    assert set(editions.PARTS) == set(leaflet.PRODUCTS)


def test_files_that_change_places_are_lost(
    content: Content, typeface: FontFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = editions.write_all
    monkeypatch.setattr(
        editions, "write_all", lambda files: write(dict(zip(files, [*files.values()][::-1], strict=True)))
    )
    asked = editions.Edition("kk", "almaty", TRIFOLD, simplex=True)
    with pytest.raises(OutputError) as caught:
        editions.build(asked, content, typeface, tmp_path / "sheet.pdf")
    assert caught.value.finding.code == "lost-file"


def test_a_leaflet_that_was_asked_for_and_is_not_built_is_no_success(monkeypatch: pytest.MonkeyPatch) -> None:
    answering(monkeypatch, building, "build_all", [])
    asked = ["build", "-l", "kk", "-r", "almaty"]
    assert CliRunner().invoke(cli.app, asked, catch_exceptions=False).exit_code == 1
