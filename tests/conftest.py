"""The real content, the real fonts, and every edition built once."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from faults import Subject
from folders import Change, together
from sheets import Key, Sheet

import leaflet
from leaflet import resources
from leaflet.content import Content, load
from leaflet.fonts import FontFolder


def pytest_configure(config: pytest.Config) -> None:
    """Spare what no test is about: a tenth of their time went into looking for garbage among the editions.

    The commands that the tests run keep their byte code: to compile it takes as long as to build.
    """
    gc.set_threshold(200_000, 20, 100)
    if sys.dont_write_bytecode and config.cache is not None:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = str(config.cache.mkdir("bytecode"))


@cache
def own_content() -> Content:
    """The content that travels with the program."""
    return load(resources.directory("content"))


@pytest.fixture(scope="session")
def content() -> Content:
    return own_content()


@pytest.fixture(scope="session", autouse=True)
def _own_content_is_read_once() -> Iterator[None]:
    """Commands that run in this process share that content: to read it takes as long as the rest of them.

    So do those that read another folder one after the other, as long as no byte of it changes; a folder
    that has more than files in it is read anew, and so is everything by every process of its own.
    """

    @lru_cache(maxsize=1)
    def load_as_it_is(directory: Path | str, _files: tuple[tuple[str, bytes], ...]) -> Content:
        return load(directory)

    def load_once(directory: Path | str | None = None) -> Content:
        if directory in (None, resources.directory("content")):
            return own_content()
        entries = sorted(Path(directory).iterdir()) if Path(directory).is_dir() else []
        if not entries or any(entry.is_symlink() or not entry.is_file() for entry in entries):
            return load(directory)
        return load_as_it_is(directory, tuple((entry.name, entry.read_bytes()) for entry in entries))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("leaflet.content.load", load_once)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the content, to be changed."""
    return without(tmp_path)


@pytest.fixture
def untranslated(tmp_path: Path) -> Path:
    """A copy of the source and the facts alone, which is read in a third of the time."""
    return without(tmp_path, "ru.yaml", "en.yaml")


@pytest.fixture
def bilingual(tmp_path: Path) -> Path:
    """A copy of the content without English, which is read in two thirds of the time."""
    return without(tmp_path, "en.yaml")


def without(tmp_path: Path, *names: str) -> Path:
    return Path(
        copytree(resources.directory("content"), tmp_path / "content", ignore=ignore_patterns(*names))
    )


@cache
def rewordings(_test: str) -> dict[Change, Content]:
    """What is kept of the rows of one test from one of them to the next."""
    return {}


@pytest.fixture
def rewritten(request: pytest.FixtureRequest, tmp_path: Path, tag: str, old: str, new: str) -> Content:
    """The content with the other words of a row of the test, and what is found about them.

    It is read once for some of the rows: to read it for each took most of their time.
    """
    test = request.node.nodeid.partition("[")[0]
    read = rewordings(test)
    if (tag, old, new) not in read:
        rows = [item.callspec.params for item in request.session.items if item.nodeid.startswith(f"{test}[")]
        changes = [tuple(row[key] for key in ("tag", "old", "new")) for row in rows]
        left = [change for change in changes if change not in read]
        read |= together([(tag, old, new), *left], tmp_path / "content")
    return read[tag, old, new]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    return work


@pytest.fixture(scope="session")
def typeface() -> FontFolder:
    return leaflet.load_typeface()


@pytest.fixture(scope="session")
def edition(content: Content, typeface: FontFolder) -> Callable[..., Sheet]:
    """``edition("kk", "almaty", "trifold")``: built when first asked for, then kept."""

    @cache
    def build(language: str, region: str | None = None, product: str = "trifold") -> Sheet:
        document = leaflet.localize(content, language, region)
        layout = leaflet.lay_out(document, leaflet.PRODUCTS[product], typeface)
        assert layout.sides, "\n".join(map(str, layout.findings))
        return Sheet(document, layout, leaflet.render(layout, typeface))

    return build


@pytest.fixture
def sheet(request: pytest.FixtureRequest, edition: Callable[..., Sheet]) -> Sheet:
    """The edition that a test is parametrized with, indirectly, by a ``sheets.Key``."""
    key: Key = request.param
    return edition(*key)


@pytest.fixture(scope="session")
def subject(edition: Callable[..., Sheet], typeface: FontFolder) -> Subject:
    """The leaflet that is spoilt to see what preflight finds."""
    sheet = edition("kk", "almaty", "trifold")
    return Subject(sheet.layout, sheet.pdf, typeface)
