"""``leaflet diff`` as a reviewer meets it: folders and revisions in, what changed out."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns, rmtree, which

import pytest
from typer.testing import CliRunner

import leaflet
from leaflet import cli, resources
from leaflet.cli.diff import EXAMPLES

GOOD, ERROR, USAGE, ENVIRONMENT = 0, 1, 2, 3
ROOT = Path(leaflet.__file__).parent.parent
CONTENT = resources.directory("content")


def line_of(name: str, words: str) -> int:
    lines = (CONTENT / name).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


NUMBER, DAYS = line_of("organizations.yaml", "+77273961938"), line_of("ru.yaml", "нет выходных дней")
CHANGED = f"""\
NUMBERS
content/organizations.yaml:{NUMBER}:12: organizations.rodnik.phones
    - +77273961938
                ^^
    + +77273961983
                ^^

TEXTS, ru
content/ru.yaml:{DAYS}:9: memo.signs.checklist.9
    нет [-выходных-]{{+праздничных+}} дней;
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to work in, with the content but for English; as git meets it on any machine."""
    work = tmp_path / "work"
    copytree(CONTENT, work / "content", ignore=ignore_patterns("en.yaml"))
    monkeypatch.chdir(work)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    # The folder above may be in a repository, too.
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(work.parent))
    return work


@pytest.fixture
def repository(folder: Path) -> Path:
    git("init", "--quiet")
    commit("the first")
    git("tag", "v1.0")
    return folder


def git(*arguments: str) -> str:
    name = ("-c", "user.name=a", "-c", "user.email=a@b.kz", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *name, *arguments], check=True, capture_output=True, text=True).stdout


def commit(message: str) -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", message)


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.app, ["diff", *arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def change(folder: Path) -> None:
    for name, old, new in (
        ("organizations", "+77273961938", "+77273961983"),
        ("ru", "нет выходных дней", "нет праздничных дней"),
    ):
        path = folder / f"{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def between_folders(folder: Path) -> tuple[str, ...]:
    copytree(folder / "content", folder / "old")
    change(folder / "content")
    return ("old", "content")


def since_a_revision(folder: Path) -> tuple[str, ...]:
    git("init", "--quiet")
    commit("the first")
    change(folder / "content")
    return ("HEAD",)


@pytest.mark.parametrize("asked", [between_folders, since_a_revision])
def test_what_changed_is_shown_numbers_first_with_file_and_line(
    folder: Path, asked: Callable[[Path], tuple[str, ...]]
) -> None:
    code, stdout, stderr = run(*asked(folder))
    assert (code, stdout) == (GOOD, CHANGED)
    assert stderr == "2 differences: 1 number, 1 text\n"


def test_two_revisions_are_compared_and_places_name_the_newer(repository: Path) -> None:
    change(repository / "content")
    commit("the second")
    git("tag", "v1.1")
    rmtree(repository / "content")
    (repository / "content").mkdir()
    code, stdout, _ = run("v1.0", "v1.1")
    assert (code, stdout) == (GOOD, re.sub("^content/", "v1.1:content/", CHANGED, flags=re.MULTILINE))
    assert run("HEAD~1", "v1.0")[1:] == ("", "no differences\n")


def test_no_difference_is_no_output_and_differences_are_no_error_unless_asked(folder: Path) -> None:
    copytree(folder / "content", folder / "old")
    assert run("old", "content", "--exit-code") == (GOOD, "", "no differences\n")
    change(folder / "content")
    assert run("old", "content")[0] == GOOD
    assert run("old", "content", "--exit-code")[0] == ERROR


def test_the_differences_as_json(folder: Path) -> None:
    _, stdout, _ = run(*between_folders(folder), "--json")
    number, text = json.loads(stdout)
    assert number == {
        "kind": "number",
        "language": None,
        "path": "organizations.rodnik.phones",
        "old": "+77273961938",
        "new": "+77273961983",
        "file": "content/organizations.yaml",
        "line": NUMBER,
        "column": 12,
    }
    assert (text["language"], text["new"]) == ("ru", "нет праздничных дней;")
    assert json.loads(run("content", "content", "--json")[1]) == []


def test_a_removed_value_is_placed_where_it_stood(folder: Path) -> None:
    change(folder / "content")
    copytree(folder / "content", folder / "old")
    path = folder / "content" / "organizations.yaml"
    path.write_text(re.sub(r"  faxes: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    places = [line for line in run("old", "content")[1].splitlines() if ": organizations." in line]
    assert places
    assert all(
        re.match(r"old/organizations\.yaml:\d+:\d+: organizations\.[\w-]+\.faxes", line) for line in places
    )


def test_a_file_with_an_error_is_named_and_the_others_are_compared(folder: Path) -> None:
    asked = between_folders(folder)
    path = folder / "content" / "ru.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("name:", "nama:", 1), encoding="utf-8")
    code, stdout, stderr = run(*asked)
    assert (code, stdout) == (ERROR, CHANGED.partition("\n\n")[0] + "\n")
    assert "content/ru.yaml:5:1: error[unknown-key]" in stderr
    assert "not compared, because of errors: ru.yaml\n" in stderr


def test_an_error_in_a_revision_is_placed_in_it(repository: Path) -> None:
    change(repository / "content")
    path = repository / "content" / "ru.yaml"
    good = path.read_text(encoding="utf-8")
    broken = good.replace("name:", "nama:", 1).replace('      - "нет праздничных дней;"\n', "")
    path.write_text(broken, encoding="utf-8")
    commit("broken")
    path.write_text(good, encoding="utf-8")
    code, _, stderr = run("HEAD")
    assert code == ERROR
    assert "HEAD:content/ru.yaml:5:1: error[unknown-key]" in stderr
    assert "translate what is missing from HEAD:content/kk.yaml:" in stderr


def test_the_content_of_a_revision_may_be_elsewhere(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(repository / "content")
    monkeypatch.chdir(repository.parent)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "")
    code, stdout, _ = run("HEAD", "--content", "work/content")
    assert (code, stdout) == (GOOD, re.sub("^content/", "work/content/", CHANGED, flags=re.MULTILINE))


def test_the_files_of_a_revision_are_taken_byte_for_byte(
    repository: Path,
) -> None:
    git("config", "filter.evil.smudge", "sh -c 'touch ran; cat'")
    (repository / ".gitattributes").write_text("*.yaml filter=evil ident\n", encoding="utf-8")
    commit("filtered")
    (repository / "ran").unlink(missing_ok=True)
    assert run("HEAD", "v1.0") == (GOOD, "", "no differences\n")
    assert not (repository / "ran").exists()


@pytest.mark.usefixtures("repository")
def test_nothing_of_a_revision_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    before = git("status", "--porcelain", "--ignored")
    assert run("HEAD", "v1.0")[0] == GOOD
    assert list((tmp_path / "temporary").iterdir()) == []
    assert git("status", "--porcelain", "--ignored") == before


# What is no revision, and what git cannot do.


NO_REVISIONS = ["nonsense", "--output=stolen", "--help", "-p", "HEAD:content", "HEAD...HEAD", "^HEAD"]
NO_REVISIONS += ["", " ", "a\x1b[31m", "$(touch ran)", "HEAD\n"]


@pytest.mark.parametrize("revision", NO_REVISIONS)
def test_what_is_no_revision_is_wrong_usage_and_never_an_option(repository: Path, revision: str) -> None:
    code, stdout, stderr = run("--", revision, "content")
    assert (code, stdout) == (USAGE, "")
    assert "is neither a folder nor a revision" in stderr
    assert "\x1b" not in stderr
    assert sorted(path.name for path in repository.iterdir()) == [".git", "content"]


def test_a_folder_goes_before_a_revision_of_its_name(repository: Path) -> None:
    copytree(repository / "content", repository / "v1.0")
    change(repository / "v1.0")
    assert run("v1.0", "content")[2] == "2 differences: 1 number, 1 text\n"
    assert run("refs/tags/v1.0", "content")[2] == "no differences\n"


def test_outside_a_repository_there_are_no_revisions() -> None:
    code, stdout, stderr = run("HEAD")
    assert (code, stdout) == (ENVIRONMENT, "")
    assert "error[unreadable-repository]" in stderr
    assert "not a git repository" in stderr
    assert f"   = help: name two folders: leaflet diff {CONTENT} content\n" in stderr


def test_without_git_there_are_no_revisions_but_folders(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = between_folders(folder)
    monkeypatch.setenv("PATH", "")
    assert run(*asked)[:2] == (GOOD, CHANGED)
    code, stdout, stderr = run("HEAD")
    assert (code, stdout) == (ENVIRONMENT, "")
    assert "error[git-missing]" in stderr
    assert f"   = help: install git, or name two folders: leaflet diff {CONTENT} content\n" in stderr


@pytest.mark.parametrize("same", ["content", "content/", "./content", "../work/content"])
def test_a_folder_is_not_compared_with_itself_because_another_one_was_not_named(same: str) -> None:
    code, stdout, stderr = run(same)
    assert (code, stdout) == (USAGE, "")
    shown = str(Path(same))
    assert stderr == (
        f'leaflet: compare "{shown}" with what? Name a revision: leaflet diff HEAD; '
        f"or two folders: leaflet diff {CONTENT} {shown}\n"
    )
    assert run("content", same)[2] == "no differences\n", "whoever names both may mean it"


@pytest.mark.usefixtures("repository")
def test_without_a_content_folder_there_is_nothing_to_compare_with() -> None:
    assert run("HEAD", "--content", "nowhere")[0] == USAGE
    assert run("v1.0", "HEAD", "--content", "nowhere")[0] == USAGE
    code, _, stderr = run("HEAD", "--content", ".git")
    assert code in (ERROR, ENVIRONMENT)
    assert "error[" in stderr


def test_a_repository_from_elsewhere_runs_no_program(repository: Path) -> None:
    """A hostile one may lack a file on purpose, and tell git to fetch it by a program of its own."""
    blob = git("rev-parse", "HEAD:content/ru.yaml").strip()
    (repository / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    git("config", "extensions.partialClone", "origin")
    git("config", "core.repositoryFormatVersion", "1")
    git("config", "remote.origin.promisor", "true")
    git("config", "remote.origin.url", f"ext::touch {repository}/ran")
    git("config", "protocol.ext.allow", "always")
    code, stdout, stderr = run("HEAD")
    assert (code, stdout) == (ENVIRONMENT, "")
    assert "error[unreadable-repository]" in stderr
    assert not (repository / "ran").exists()
    # Git by itself would have run it.
    subprocess.run(["git", "cat-file", "blob", blob], check=False, capture_output=True)
    assert (repository / "ran").exists()


# On a terminal.


@pytest.mark.parametrize(("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours_beside_the_marks(
    setting: dict[str, str], coloured: bool, folder: Path
) -> None:
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    call = [sys.executable, "-m", "leaflet", "diff", *between_folders(folder)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **setting}
    try:
        subprocess.run(call, stdout=theirs, stderr=subprocess.PIPE, env=environment, check=True)
        shown = os.read(ours, 100_000).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert ("\x1b" in shown) == coloured
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n")
    assert plain == CHANGED


def test_the_examples_of_the_help_are_commands() -> None:
    assert which("git")
    examples = re.findall(r"leaflet diff (.*?)(?: +#.*)?$", EXAMPLES, re.MULTILINE)
    assert [len(example.split()) for example in examples] == [1, 2, 2]
