"""``leaflet build --release`` as a person meets it: nothing leaves before everybody has done their part."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from folders import record_reviews
from typer.testing import CliRunner

from leaflet import cli, load, resources
from leaflet.cli.release import by_person
from leaflet.diagnostics import Finding, Place
from leaflet.releasing import release_of_all

pytestmark = pytest.mark.usefixtures("here")

AS_OF = ("--release", "--as-of", "2026-12-01")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content as it will be: read by natives, without doubts, every contact rung."""
    draft = Path(copytree(resources.directory("content"), tmp_path_factory.mktemp("finished") / "content"))
    for tag in ("kk", "ru", "en"):
        words = (draft / f"{tag}.yaml").read_text(encoding="utf-8")
        words = re.sub(
            r"^(\s+)status: \"draft\"\n(.*\n)",
            r'\1status: "reviewed"\n\1on: "2026-11-24"\n\2',
            words,
            flags=re.M,
        )
        words = re.sub(r'^(\s+on: ".*"\n)(\s+by: .*\n)\s+on: ".*"\n', r"\1\2", words, flags=re.M)
        words = re.sub(r'by: ".*no native speaker.*"', 'by: "A. Bekova, teacher"', words)
        words = re.sub(r"^doubts:\n(?: .*\n)+", "", words, flags=re.M)
        (draft / f"{tag}.yaml").write_text(words, encoding="utf-8")
    record_reviews(draft, "kk", "ru", "en")
    for name in ("organizations", "hotlines"):
        facts = (draft / f"{name}.yaml").read_text(encoding="utf-8")
        facts = re.sub(r"^[a-z].*:\n", r'\g<0>  checked_on: "2026-11-25"\n', facts, flags=re.M)
        (draft / f"{name}.yaml").write_text(facts, encoding="utf-8")
    return draft


@pytest.fixture
def ready(finished: Path, tmp_path: Path) -> Path:
    """A copy of it without English, to be spoilt."""
    return Path(copytree(finished, tmp_path / "content", ignore=ignore_patterns("en.yaml")))


def run(content: Path, *arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(
        cli.app, ["build", "--content", str(content), *arguments], catch_exceptions=False
    )
    return result.exit_code, result.stdout, result.stderr


def test_what_is_ready_is_released(finished: Path, here: Path) -> None:
    code, stdout, stderr = run(finished, "--lang", "kk,ru,en", *AS_OF)
    assert code == 0, stderr
    assert len(stdout.splitlines()) == len(list(here.rglob("*.pdf"))) == 3
    assert "draft" not in stderr
    assert "have not been checked" not in stderr


def test_what_is_not_ready_is_not_written_and_everybody_is_told_what_to_do(
    bilingual: Path, here: Path
) -> None:
    code, stdout, stderr = run(bilingual, "--lang", "ru", "--region", "almaty", *AS_OF)
    assert (code, stdout, list(here.iterdir())) == (1, "", [])
    people = [line for line in stderr.splitlines() if line.startswith("for ")]
    assert people == [
        'for a native speaker of "ru":',
        "for the authors of the memo:",
        "for whoever rings the contacts:",
    ]
    assert re.search(
        r"ru\.yaml:\d+:\d+: error\[draft\]: .*\n.*\n   = help: read and mend all of the memo", stderr
    )
    assert "help: ring +77273961938, fax +77273964240 and ask who answers" in stderr
    things = stderr.count("error[")
    assert f"nothing was built: {things} things to do before a release as of 2026-12-01;\n" in stderr


def test_a_draft_still_builds_for_its_readers(bilingual: Path) -> None:
    code, stdout, stderr = run(bilingual, "--lang", "ru")
    assert (code, stdout) == (0, "output/leaflet-ru-national-trifold.pdf\n")
    assert "draft translation, not reviewed by a native speaker: ru" in stderr


def spoil(path: Path, pattern: str, new: str) -> None:
    text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1, flags=re.M)
    assert count
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "pattern", "new", "code"),
    [
        ("ru", r'status: "reviewed"', 'status: "draft"', "draft"),
        ("kk", r"Өз төлқұжатыңызды ешкімге", "Төлқұжатыңызды ешкімге", "stale-translation"),
        ("ru", r"^  memo\.cover\.title: .*\n", "", "untracked-translation"),
        ("ru", r"нет выходных", "нет выxодных", "mixed-scripts"),
        ("ru", r"нет выходных", "нет вихїдних", "foreign-letter"),
        ("ru", r"^(  cover:\n)    audience: .*\n", r"\1", "missing-key"),
        ("organizations", r"^(rodnik:\n)  checked_on: .*\n", r"\1", "unchecked-contact"),
        ("organizations", r'^(rodnik:\n  checked_on: "202)6', r"\g<1>5", "outdated-check"),
        ("hotlines", r"^(police:\n)  checked_on: .*\n", r"\1", "unchecked-contact"),
    ],
)
def test_one_thing_that_lacks_is_enough(
    ready: Path, here: Path, file: str, pattern: str, new: str, code: str
) -> None:
    spoil(ready / f"{file}.yaml", pattern, new)
    if code in ("mixed-scripts", "foreign-letter", "stale-translation"):  # What a reviewer could not see.
        record_reviews(ready, file)
    exit_code, stdout, stderr = run(ready, "--lang", "ru", "--region", "almaty", *AS_OF)
    assert (exit_code, stdout, list(here.iterdir())) == (1, "", [])
    assert set(re.findall(r"error\[(.*?)\]", stderr)) == {code}


def test_a_release_shows_every_warning_whether_it_is_stopped_or_not(ready: Path) -> None:
    asked = ("--lang", "kk", "--region", "almaty", *AS_OF)
    spoil(ready / "kk.yaml", "жұмыстан шығу", "жұмыстан  шығу")
    record_reviews(ready, "kk")
    code, _, stderr = run(ready, *asked)
    assert code == 0
    assert re.search(r"kk\.yaml:\d+:\d+: warning\[stray-space\]", stderr)
    spoil(ready / "kk.yaml", "қозғалысын", "қoзғалысын")
    spoil(ready / "kk.yaml", "төлқұжат жұмыс", "төлқұжат 102 жұмыс")
    record_reviews(ready, "kk")
    code, _, stderr = run(ready, *asked)
    assert code == 1
    assert "warning[stray-space]" in stderr
    assert re.findall(r"error\[(.*?)\]", stderr) == [
        "mixed-scripts",
        "number-in-text",
    ]
    assert stderr.count("mixed-scripts") == 1
    assert "for the editor of the content:\n" in stderr


def test_a_check_that_ages_is_a_warning_and_no_refusal(ready: Path) -> None:
    code, _, stderr = run(ready, "--lang", "kk", "--region", "almaty", "--release", "--as-of", "2027-06-01")
    assert code == 0
    assert "warning[outdated-check]" in stderr


def test_without_a_day_checks_are_counted_from_today(ready: Path) -> None:
    spoil(ready / "organizations.yaml", r'^(rodnik:\n  checked_on: "20)26', r"\g<1>16")
    code, _, stderr = run(ready, "--lang", "kk", "--region", "almaty", "--release")
    assert code == 1
    assert "outdated-check" in stderr


def test_no_leaflet_says_that_its_contacts_were_checked_on_a_day_to_come(ready: Path, here: Path) -> None:
    spoil(ready / "organizations.yaml", r'^(rodnik:\n  checked_on: "20)26', r"\g<1>96")
    code, stdout, stderr = run(ready, "--lang", "ru", "--region", "almaty")
    assert (code, stdout, list(here.iterdir())) == (1, "", [])
    assert "error[future-check]" in stderr
    assert run(ready, "--lang", "ru", "--region", "abai")[0] == 0  # Where nobody is who was checked so.
    spoil(ready / "hotlines.yaml", r'^(police:\n  checked_on: "20)26', r"\g<1>96")
    assert run(ready, "--lang", "ru", "--region", "abai")[0] == 1


@pytest.mark.parametrize(
    "wrong",
    [
        ("--as-of", "2026-12-01"),
        ("--release", "--as-of", "yesterday"),
        ("--release", "--as-of", "2026-02-30"),
    ],
)
def test_a_day_is_one_of_the_calendar_and_goes_with_a_release(ready: Path, wrong: tuple[str, ...]) -> None:
    code, stdout, stderr = run(ready, "--lang", "kk", *wrong)
    assert (code, stdout) == (2, "")
    assert "--as-of" in stderr


def test_what_addresses_nobody_is_for_the_editor() -> None:
    place = Place("kk.yaml", 1, 1)
    mine = Finding(place, "one", "something is wrong", remedy="mend it")
    theirs = Finding(place, "two", "something is wrong", remedy="for a lawyer: read it: all of it")
    people = by_person([mine, theirs, mine])
    assert {person: [task.remedy for task in tasks] for person, tasks in people.items()} == {
        "the editor of the content": ["mend it", "mend it"],
        "a lawyer": ["read it: all of it"],
    }


def test_words_of_the_sheet_for_printers_that_are_not_translated_hold_up_no_leaflet(folder: Path) -> None:
    path = folder / "ru.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"Проверка принтера"', '"Check of the printer"'), encoding="utf-8")
    content = load(folder)
    place = content.languages["ru"].proof["title"].place
    assert "foreign-letter" in {found.code for found in content.findings if found.place == place}
    lacking = release_of_all(content, ["ru"], datetime.date(2026, 12, 1))
    assert place not in {found.place for found in lacking}
