"""A review holds for the words that were read: whatever changes after it makes them a draft again."""

from __future__ import annotations

import datetime
import json
import re
from dataclasses import replace
from pathlib import Path
from shutil import copytree, ignore_patterns

import pytest
from folders import record_reviews, spoil
from typer.testing import CliRunner

from leaflet import cli, load, resources
from leaflet.checking import check
from leaflet.content import Content, Text
from leaflet.content.memo import unlike_source
from leaflet.content.reviews import check_reviews
from leaflet.diagnostics import Severity
from leaflet.localization import localize
from leaflet.releasing import release_findings
from leaflet.typeface import Typeface

TODAY = datetime.date(2026, 12, 1)


@pytest.fixture(scope="module")
def reviewed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content without English, its Russian words read by a native speaker."""
    folder = tmp_path_factory.mktemp("reviewed") / "content"
    copytree(resources.directory("content"), folder, ignore=ignore_patterns("en.yaml"))
    path = folder / "ru.yaml"
    words = path.read_text(encoding="utf-8").replace('status: "draft"', 'status: "reviewed"')
    path.write_text(re.sub(r"(  labels:\n)", r'\1    on: "2026-11-24"\n', words, count=1), encoding="utf-8")
    record_reviews(folder, "ru")
    return folder


@pytest.fixture
def read(reviewed: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed."""
    return Path(copytree(reviewed, tmp_path / "content"))


def change(folder: Path, old: str, new: str) -> Content:
    spoil(folder / "ru.yaml", old, new)
    return load(folder)


def codes(content: Content) -> set[str]:
    return {finding.code for finding in content.findings}


def test_words_that_are_as_they_were_read_are_no_draft(read: Path) -> None:
    content = load(read)
    assert not codes(content) & {"changed-since-review", "unrecorded-review"}
    document = localize(content, "ru")
    assert not document.draft
    assert document.labels.draft is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("Никогда не пытайтесь", "Пытайтесь", id="a not that is dropped"),
        pytest.param("«Малика»", "«Мария»", id="another name"),
        pytest.param("нет выходных дней", "нет дней", id="a word that is lost"),
    ],
)
def test_a_change_after_the_review_makes_a_draft_of_the_memo_again(read: Path, old: str, new: str) -> None:
    content = change(read, old, new)
    (finding,) = (finding for finding in content.findings if finding.code == "changed-since-review")
    assert finding.severity is Severity.WARNING
    assert finding.place.file.endswith("ru.yaml")
    assert "memo" in finding.what
    assert localize(content, "ru").draft
    held = [found for found in release_findings(content, ["ru"], [None], TODAY) if found.code == finding.code]
    assert [found.severity for found in held] == [Severity.ERROR]
    # The remedy is the whole way back.
    found = re.search(r'fingerprint to "([0-9a-f]{8})"', finding.remedy)
    old_one = re.search(r"was ([0-9a-f]{8})", finding.measure)
    assert found
    assert old_one
    assert "changed-since-review" not in codes(change(read, old_one[1], found[1]))


def test_the_lists_tell_of_a_review_that_no_longer_counts(read: Path, tmp_path: Path) -> None:
    before = Path(copytree(read, tmp_path / "before"))
    spoil(read / "ru.yaml", "Никогда не пытайтесь", "Пытайтесь")
    asked = ["languages", "--content", str(read)]
    (table,) = (line for line in CliRunner().invoke(cli.app, asked).stdout.splitlines() if "Русский" in line)
    assert re.split("  +", table.strip())[2:] == ["draft (changed since review)", "reviewed"]
    rows = {
        row["language"]: row for row in json.loads(CliRunner().invoke(cli.app, [*asked, "--json"]).stdout)
    }
    assert (rows["ru"]["memo"], rows["ru"]["labels"]) == ("draft", "reviewed")
    said = CliRunner().invoke(cli.app, ["diff", str(before), str(read)]).stdout
    assert "provenance.memo.status\n    [-reviewed-]{+draft (changed since review)+}" in said
    path = read / "ru.yaml"
    path.write_text(re.sub(r" +fingerprint: .*\n", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    assert "draft (no record of what was reviewed)" in CliRunner().invoke(cli.app, asked).stdout


def test_a_label_or_region_that_changes_leaves_the_memo_reviewed(read: Path) -> None:
    content = change(read, 'draft: "', 'draft: "Проверено. ')
    document = localize(content, "ru")
    assert not document.draft
    assert document.labels.draft is not None
    (finding,) = (finding for finding in content.findings if finding.code == "changed-since-review")
    assert "labels" in finding.what


def test_the_order_of_keys_changes_no_review(read: Path) -> None:
    path = read / "ru.yaml"
    words = path.read_text(encoding="utf-8")
    found = re.search(r"  rodnik:\n(?:    .*\n)+", words)
    assert found
    moved = words.replace(found[0], "").replace("\nregions:", f"{found[0]}\nregions:", 1)
    path.write_text(moved.replace("\n\n  rodnik", "\n  rodnik"), encoding="utf-8")
    assert "changed-since-review" not in codes(load(read))


def test_a_review_without_fingerprint_counts_for_nothing(read: Path) -> None:
    path = read / "ru.yaml"
    words = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r" +fingerprint: .*\n", "", words), encoding="utf-8")
    content = load(read)
    found = [finding for finding in content.findings if finding.code == "unrecorded-review"]
    assert len(found) == 2
    assert all("fingerprint to" in finding.remedy for finding in found)
    assert localize(content, "ru").draft


def test_the_memos_own_words_are_those_that_were_compared_with_the_print(
    bilingual: Path, tmp_path: Path
) -> None:
    """What is taken out of every language alike has nothing beside it that it could differ from."""
    spoil(bilingual / "kk.yaml", '      - "қозғалысын бақылау;"\n', "")
    (finding,) = (found for found in unlike_source(load(bilingual)) if found.code == "changed-since-review")
    assert "compared with the print" in finding.what
    assert finding.severity is Severity.ERROR
    for tag in ("kk", "ru"):
        out = str(tmp_path / "out")
        ran = CliRunner().invoke(cli.app, ["build", "--lang", tag, "--content", str(bilingual), "-o", out])
        assert ran.exit_code == 1
        assert "error[changed-since-review]" in ran.stderr
    assert not (tmp_path / "out").exists()


def test_a_source_that_nobody_compared_with_the_print_is_not_released(untranslated: Path) -> None:
    path = untranslated / "kk.yaml"
    words, count = re.subn(r" +fingerprint: .*\n", "", path.read_text(encoding="utf-8"))
    assert count == 1
    path.write_text(words, encoding="utf-8")
    content = load(untranslated)
    # Neither is it built: its day and its seals say that somebody did compare it.
    (finding,) = (found for found in unlike_source(content) if found.code == "unrecorded-review")
    assert finding.severity is Severity.ERROR
    assert "hold it against the print once more" in finding.remedy
    held = release_findings(content, ["kk"], [None], TODAY)
    assert "unrecorded-review" in {finding.code for finding in held if finding.severity is Severity.ERROR}


def test_a_review_of_tomorrow_is_a_slip(read: Path, typeface: Typeface) -> None:
    content = change(read, 'on: "2026-11-24"', 'on: "2027-11-24"')
    (finding,) = (found for found in check(content, ["ru"], typeface, TODAY) if found.code == "future-check")
    assert finding.place.file.endswith("ru.yaml")
    assert "2027-11-24" in finding.measure
    held = {found.code for found in release_findings(content, ["ru"], [None], TODAY)}
    assert "future-check" in held


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            '"rights", "duties", "arrival"', '"rights", "arrival", "duties"', id="the reading order"
        ),
        pytest.param('    minor: "yes"\n', "", id="the weight of a doubt"),
    ],
)
def test_order_and_doubts_belong_to_what_was_compared_with_the_print(
    untranslated: Path, old: str, new: str
) -> None:
    spoil(untranslated / "kk.yaml", old, new)
    assert "changed-since-review" in {found.code for found in unlike_source(load(untranslated))}


def test_a_file_that_has_lost_its_end_is_told_by_what_was_compared(untranslated: Path) -> None:
    path = untranslated / "kk.yaml"
    words = path.read_text(encoding="utf-8")
    path.write_text(words[: words.index("doubts:\n")], encoding="utf-8")
    content = load(untranslated)
    assert not codes(content)
    assert "changed-since-review" in {found.code for found in unlike_source(content)}


@pytest.mark.parametrize("day", ["2026-1-5", "24.11.2026", "2026-02-30", ""])
def test_a_day_that_is_none_is_told_of_a_release_too(read: Path, typeface: Typeface, day: str) -> None:
    content = change(read, 'on: "2026-11-24"', f'on: "{day}"')
    found = {finding.code for finding in check(content, None, typeface, TODAY, release=True)}
    assert found & {"bad-date", "empty-value"}


def test_the_labels_of_a_translation_are_no_source(read: Path) -> None:
    text = (read / "ru.yaml").read_text(encoding="utf-8")
    labels = text.index('status: "reviewed"', text.index("  labels:"))
    text = text[:labels] + text[labels:].replace('"reviewed"', '"source"', 1)
    (read / "ru.yaml").write_text(text, encoding="utf-8")
    content = load(read)
    (finding,) = (finding for finding in content.findings if finding.severity is Severity.ERROR)
    assert finding.code == "second-source"
    assert [words.tag for words in content.unsound] == ["ru"]


@pytest.mark.parametrize(
    ("by", "on", "is_told"),
    [
        ("translated for this leaflet; no native speaker has reviewed it yet", "2026-11-24", True),
        ("Google Translate", "2026-11-24", True),
        ("?", "2026-11-24", True),
        ("TODO", "2026-11-24", True),
        ("никто", "2026-11-24", True),
        ("checked with ChatGPT", "2026-11-24", True),
        ("an LLM", "2026-11-24", True),
        ("Дильноза (нейронная сеть)", "2026-11-24", True),
        ("nobody yet", "2026-11-24", True),
        ("reviewed", "2026-11-24", True),
        ("Draft", "2026-11-24", True),
        ("source", "2026-11-24", True),
        ("reviewed by A. Bekova, teacher", "2026-11-24", False),
        ("the translator", "2026-11-24", True),
        ("Llama 3", "2026-11-24", True),
        ("Claude Monnet", "2026-11-24", False),
        ("A. Bekova, teacher", "2001-01-01", True),
        ("A. Bekova, teacher", "2026-11-23", False),
        ("Nora Notley, of the University of Almaty", "2026-11-24", False),
    ],
)
def test_a_review_is_by_somebody_and_no_earlier_than_its_source(
    content: Content, by: str, on: str, is_told: bool
) -> None:
    words, source = content.languages["en"], content.languages["kk"]
    at = words.place
    memo = replace(words.memo_provenance, status=Text("reviewed", at), by=Text(by, at), on=Text(on, at))
    found = list(check_reviews(replace(words, memo_provenance=memo), source))
    assert [each.code for each in found] == ["doubtful-review"] * is_told
    assert list(check_reviews(words, source)) == []


def test_a_file_that_says_to_be_the_source_does_not_take_the_place_of_the_one_translations_are_made_from(
    read: Path,
) -> None:
    copy = (read / "kk.yaml").read_text(encoding="utf-8").replace('language: "kk"', 'language: "kaa"', 1)
    trust = "Өз төлқұжатыңызды ешкімге сеніп тапсырушы болмаңыз."
    assert trust in copy
    (read / "kaa.yaml").write_text(copy.replace(trust, "Төлқұжатыңызды беріңіз.", 1), encoding="utf-8")
    content = load(read)
    assert content.source
    assert content.source.tag == "kk"
    assert [words.tag for words in content.unsound] == ["kaa"]
