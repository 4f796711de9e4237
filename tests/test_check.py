"""``leaflet check`` as an editor meets it: the real content, content with one mistake, and hostile files."""

from __future__ import annotations

import datetime
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from folders import SMALL, record_compared, spoil, write_small
from hanging import never_hanging
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

import leaflet
from leaflet import cli
from leaflet.checking import check, heaviest
from leaflet.content import Content, load
from leaflet.diagnostics import Finding, Place, Severity, has_errors
from leaflet.explanations import explanations
from leaflet.fonts import FontFolder
from leaflet.releasing import STOPPING

DAY = datetime.date(2026, 12, 1)
NEVER_RING = "ask the service in writing or at its office number, never on the line itself"
FILES = ("hotlines.yaml", "regions.yaml", "organizations.yaml", "short_numbers.yaml", "kk.yaml", "ru.yaml")


def run(*arguments: str) -> tuple[int, str, str]:
    """``leaflet check`` in this process: exit code, stdout, stderr."""
    result = CliRunner().invoke(cli.app, ["check", *arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def start(*arguments: str, seconds: float = 20) -> subprocess.CompletedProcess[str]:
    """``leaflet check`` as the shell runs it."""
    environment = {**os.environ, "PYTHONPATH": str(Path(leaflet.__file__).parent.parent)}
    call = [sys.executable, "-m", "leaflet", "check", "--concise", *arguments]
    return subprocess.run(
        call, env=environment, capture_output=True, encoding="utf-8", timeout=seconds, check=False
    )


def of_code(findings: list[Finding], *codes: str) -> list[Finding]:
    return [finding for finding in findings if finding.code in codes]


# The real content.


def test_the_real_content_has_notes_alone(content: Content, typeface: FontFolder) -> None:
    findings = check(content, None, typeface, DAY)
    assert [str(finding) for finding in findings if finding.severity is not Severity.NOTE] == []
    counts = {code: len(of_code(findings, code)) for code in {finding.code for finding in findings}}
    remarks = sum(len(entry.remarks) for entry in content.organizations)
    doubts = sum(len(words.doubts) for words in content.languages.values())
    assert counts == {
        "open-doubt": doubts,
        "open-remark": remarks,
        "region-without-help": 4,
        "unchecked-contact": 2,
    }


def test_a_remark_that_asks_nothing_is_not_to_be_removed(content: Content, typeface: FontFolder) -> None:
    remarks = of_code(check(content, None, typeface, DAY), "open-remark")
    asking = {finding.measure for finding in remarks if finding.remedy == "settle it, then remove it"}
    assert asking == {finding.measure for finding in remarks if "ask" in finding.measure.casefold()}
    assert 0 < len(asking) < len(remarks)


def test_regions_that_nobody_serves_are_named(content: Content, typeface: FontFolder) -> None:
    named = of_code(check(content, ["kk"], typeface, DAY), "region-without-help")
    assert [re.findall('"(.*)"', finding.what)[0] for finding in named] == [
        "abai",
        "atyrau",
        "pavlodar",
        "ulytau",
    ]


def test_a_release_makes_errors_of_what_lacks_and_says_each_thing_once(
    content: Content, typeface: FontFolder
) -> None:
    findings = check(content, None, typeface, DAY, release=True)
    assert len(of_code(findings, "unchecked-contact")) == 23
    assert len(of_code(findings, "draft")) == 5
    assert len({(finding.place, finding.code) for finding in findings}) == len(findings)
    minor = {doubt.at.place for words in content.languages.values() for doubt in words.doubts if doubt.minor}
    for finding in of_code(findings, "open-doubt"):
        assert (finding.severity is Severity.NOTE) == (finding.place in minor)


def test_a_release_is_judged_for_every_region_and_what_holds_up_some_says_which(
    content: Content, typeface: FontFolder
) -> None:
    found = check(content, None, typeface, DAY, release=True)
    held = {
        re.findall('"(.*)"', finding.what)[0]: finding.measure.partition("; holds up the editions: ")[2]
        for finding in of_code(found, "unchecked-contact")
    }
    assert held["rodnik"] == "national, almaty"
    assert held["police"] == held["union-of-crisis-centres"] == ""


def test_a_region_without_anybody_to_call_is_an_error(untranslated: Path, typeface: FontFolder) -> None:
    spoil(untranslated / "organizations.yaml", '  national: "yes"\n', "")
    found = check(load(untranslated), None, typeface, DAY)
    assert len(of_code(found, "no-contacts")) == 4
    assert of_code(found, "region-without-help") == []
    assert has_errors(of_code(found, "no-contacts"))
    # Who is left out because of an error may serve them all.
    spoil(untranslated / "organizations.yaml", "+77273961938", "+7727396193")
    found = check(load(untranslated), None, typeface, DAY)
    assert of_code(found, "no-contacts", "region-without-help") == []


def test_the_same_thing_is_said_once_as_the_heaviest() -> None:
    def said(line: int, severity: Severity, what: str = "x") -> Finding:
        return Finding(Place("a.yaml", line, 1), "code", what, severity=severity)

    error, warning, note = Severity.ERROR, Severity.WARNING, Severity.NOTE
    findings = [said(2, note), said(2, error), said(2, error), said(1, warning), said(1, warning, "y")]
    assert heaviest(findings) == [said(1, warning), said(1, warning, "y"), said(2, error)]


# Checks that take a typeface, a day or the whole.


def test_a_character_without_a_glyph_is_found_wherever_it_may_be_printed(
    folder: Path, typeface: FontFolder
) -> None:
    spoil(folder / "ru.yaml", '"Область Абай"', '"Область ☎ Абай"')
    spoil(folder / "en.yaml", '"Police"', '"Police ა"')
    spoil(folder / "kk.yaml", '"Полиция"', '"Поли\u00adция\u202f—"')
    missing = of_code(check(load(folder), None, typeface, DAY), "missing-glyph")
    assert [Path(finding.place.file).name for finding in missing] == ["en.yaml", "ru.yaml"]
    assert "U+10D0 georgian letter an" in missing[0].measure
    assert has_errors(missing)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("А\u0301лма", ['"\u0301" U+0301 combining acute accent']),
        ("**а\u0301**а\u0338", ["U+0301 combining acute accent", "U+0338 combining long solidus overlay"]),
        ("e\u0301", []),
        ("и\u0306", []),
        ("Ө\u00adмір", []),
    ],
)
def test_a_mark_that_would_be_drawn_astray_is_an_error_at_check_and_at_build(
    untranslated: Path, typeface: FontFolder, words: str, named: list[str]
) -> None:
    spoil(untranslated / "kk.yaml", "АДАМ", f"{words} АДАМ")
    loaded = load(untranslated)
    found = of_code(check(loaded, ["kk"], typeface, DAY), "unplaced-mark", "missing-glyph")
    layout = leaflet.lay_out(leaflet.localize(loaded, "kk"), leaflet.PRODUCTS["a4"], typeface)
    for findings in (found, layout.findings):
        assert [finding.code for finding in findings] == ["unplaced-mark"] * bool(named)
        assert all(name in findings[0].measure for name in named)
        assert has_errors(findings) == bool(named)
    assert bool(layout.sides) == (not named)


def test_a_stress_mark_is_one_finding(tmp_path: Path, typeface: FontFolder) -> None:
    directory = write_small(tmp_path, "kk.yaml", '"b"', '"b\u0301"')
    place = Place(str(directory / "kk.yaml"), 14, 24)
    found = [found for found in check(load(directory), None, typeface, DAY) if found.place == place]
    assert [finding.code for finding in found] == ["unplaced-mark"]


@pytest.mark.parametrize(
    ("digits", "named"),
    [
        ("①", "U+2460 circled digit one"),
        ("٧", "U+0667 arabic-indic digit seven"),
        ("７", "U+FF17 fullwidth digit seven"),
        ("Ⅳ", "U+2163 roman numeral four"),
    ],
)
def test_digits_of_other_scripts_are_told_once_with_their_code_points(
    tmp_path: Path, typeface: FontFolder, digits: str, named: str
) -> None:
    directory = write_small(tmp_path, "kk.yaml", '"b"', f'"b {digits}"')
    spoil(directory / "ru.yaml", '"b"', f'"b {digits}"')
    place = Place(str(directory / "kk.yaml"), 14, 24)
    (found,) = (found for found in check(load(directory), None, typeface, DAY) if found.place == place)
    assert (found.code, found.severity) == ("missing-glyph", Severity.ERROR)
    assert named in found.measure


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-06-04", []),
        ("2026-06-03", [("outdated-check", "warning")]),
        ("2020-01-01", [("outdated-check", "warning")]),
        ("2026-12-02", [("future-check", "error")]),
    ],
)
def test_an_old_check_is_a_warning_and_a_future_one_an_error(
    untranslated: Path, typeface: FontFolder, day: str, expected: list[tuple[str, str]]
) -> None:
    spoil(untranslated / "organizations.yaml", '  row: "2"', f'  row: "2"\n  checked_on: "{day}"')
    spoil(untranslated / "hotlines.yaml", '  number: "102"', f'  number: "102"\n  checked_on: "{day}"')
    found = of_code(check(load(untranslated), None, typeface, DAY), "outdated-check", "future-check")
    assert [(finding.code, str(finding.severity)) for finding in found] == expected * 2
    old = [finding.remedy for finding in found if finding.code == "outdated-check"]
    assert [NEVER_RING in remedy for remedy in old] == [True, False][: len(old)]
    never = of_code(check(load(untranslated), None, typeface, DAY), "unchecked-contact")
    assert [finding.measure[:8] for finding in never] == ["2 of 3 h", "19 of 20"]
    assert [NEVER_RING in finding.remedy for finding in never] == [True, False]


def test_a_short_number_must_be_listed_and_the_list_may_be_missing(untranslated: Path) -> None:
    assert not has_errors(load(untranslated).findings)
    (untranslated / "short_numbers.yaml").unlink()
    (finding,) = load(untranslated).findings
    assert finding.code == "unknown-short-number"
    assert finding.measure == "the file short_numbers.yaml is missing"
    (untranslated / "short_numbers.yaml").write_text('"1409": [', encoding="utf-8")
    assert {finding.code for finding in load(untranslated).findings} == {"syntax"}


def test_a_slip_in_the_name_of_a_label_is_one_mistake(bilingual: Path) -> None:
    spoil(bilingual / "ru.yaml", '  police: "', '  polise: "')
    code, said, _ = run("--content", str(bilingual))
    assert (code, said.count("error[")) == (1, 1)
    assert (
        'error[superfluous-label]: the source has no label "polise"\n   = help: did you mean "police"?'
        in said
    )


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('regions: ["almaty"]', "regions: []", "empty-value"),
        ('  regions: ["almaty"]\n', "", "missing-key"),
        ("+77273764037", "+77783764037", None),
        ("+77273764037", "+77893764037", "invalid-phone"),
        ("soyuzkz@rambler.ru", "soyuzkz@rambler", "bad-email"),
        ("soyuzkz@rambler.ru", "sоyuzkz@rambler.ru", "not-ascii"),
        ('  emails: ["s', '  faxes: ["+74957556983"]\n  emails: ["s', "invalid-phone"),
    ],
)
def test_a_wrong_contact_is_an_error(untranslated: Path, old: str, new: str, code: str | None) -> None:
    spoil(untranslated / "organizations.yaml", old, new)
    assert [finding.code for finding in load(untranslated).findings] == ([code] if code else [])


@pytest.mark.parametrize("number", ['"12"', "[102]", '{a: "102"}', '""'])
def test_a_hotline_with_a_wrong_number_is_not_called_missing_besides(
    bilingual: Path, typeface: FontFolder, number: str
) -> None:
    spoil(bilingual / "hotlines.yaml", '"102"', number)
    findings = check(load(bilingual), None, typeface, DAY)
    assert len([finding for finding in findings if finding.severity is Severity.ERROR]) == 1
    spoil(bilingual / "hotlines.yaml", "emergency:", "emergencies:")
    (missing,) = of_code(check(load(bilingual), None, typeface, DAY), "missing-hotline")
    assert "emergency" in missing.what


def test_hotlines_that_cannot_be_read_are_neither_missing_nor_unknown(
    bilingual: Path, typeface: FontFolder
) -> None:
    (bilingual / "short_numbers.yaml").unlink()
    spoil(bilingual / "organizations.yaml", '["1409"]', '["102"]')
    spoil(bilingual / "organizations.yaml", " 1409,", " 102,")
    record_compared(bilingual)
    spoil(bilingual / "hotlines.yaml", '"102"', '"12"')
    assert {finding.code for finding in load(bilingual).findings} == {"bad-short-number"}
    (bilingual / "hotlines.yaml").write_text("[", encoding="utf-8")
    findings = check(load(bilingual), None, typeface, DAY)
    assert {finding.code for finding in findings if finding.severity is Severity.ERROR} == {"syntax"}


def test_an_edition_is_not_made_without_the_number_of_a_hotline(untranslated: Path) -> None:
    spoil(untranslated / "hotlines.yaml", '"102"', '"12"')
    with pytest.raises(KeyError, match="police"):
        leaflet.localize(load(untranslated), "kk")


def test_hotlines_that_have_changed_places_in_a_translation_are_a_doubt(folder: Path) -> None:
    both = "**{trafficking}** and / or the emergency help number **{police}**"
    spoil(folder / "en.yaml", both, "**{police}** and / or the emergency help number **{trafficking}**")
    (finding,) = load(folder).findings
    assert (finding.code, finding.severity) == ("number-order", Severity.WARNING)
    assert finding.measure == "in the source 11616, 102, here 102, 11616"
    assert "kk.yaml:92:9" in finding.remedy


UNSEEN = [
    ("ru.yaml", "нет возможности уйти с работы"),
    ("ru.yaml", "**{police}**"),
    ("kk.yaml", "АДАМ"),
    ("en.yaml", "Hold the camera"),
    ("hotlines.yaml", '"102"'),
    ("hotlines.yaml", "police:"),
    ("organizations.yaml", "+77273961938"),
    ("organizations.yaml", "rodnik27@yandex.ru"),
    ("organizations.yaml", 'group: "trafficking"'),
    ("regions.yaml", '"KZ-75"'),
]


@pytest.mark.parametrize("char", ["\u200b", "\u202e", "\ufffd", "\u2003", "\u2009", "\u205f", "\u3000"])
def test_characters_that_cannot_be_seen_are_one_finding_each(
    folder: Path, typeface: FontFolder, char: str
) -> None:
    for name, words in UNSEEN:
        spoil(folder / name, words, f"{words[:4]}{char}{words[4:]}")
    found = [found for found in check(load(folder), None, typeface, DAY) if found.severity != "note"]
    assert [finding.code for finding in found] == ["forbidden-character"] * len(UNSEEN)
    assert len({finding.place for finding in found}) == len(UNSEEN)


@pytest.mark.parametrize(("name", "words"), UNSEEN)
def test_a_character_that_cannot_be_seen_is_one_finding(
    folder: Path, typeface: FontFolder, name: str, words: str
) -> None:
    for translation in {"ru.yaml", "en.yaml"} - {name}:
        (folder / translation).unlink()
    spoil(folder / name, words, f"{words[:4]}\u200b{words[4:]}")
    found = [found for found in check(load(folder), None, typeface, DAY) if found.severity != "note"]
    assert [finding.code for finding in found] == ["forbidden-character"]


@pytest.mark.parametrize(
    "words", ['"\\u200b"', '"\u200b"', '"\u200b "', '"b \u200b"', '"b \u200b c"', '"b' + "\u0301" * 31 + '"']
)
def test_what_is_left_of_a_text_without_such_a_character_is_not_judged_for_its_spaces(
    tmp_path: Path, typeface: FontFolder, words: str
) -> None:
    directory = write_small(tmp_path, "kk.yaml", '"b"', words)
    place = Place(str(directory / "kk.yaml"), 14)
    found = [found for found in check(load(directory), None, typeface, DAY) if found.place.line == place.line]
    assert {finding.code for finding in found} == {"forbidden-character"}


def test_numbers_that_differ_are_not_in_another_order_besides(folder: Path) -> None:
    spoil(folder / "en.yaml", "**{trafficking}** and / or the", "**{police}** and / or the")
    assert {finding.code for finding in load(folder).findings} == {"placeholder-mismatch"}


def test_a_digit_too_many_on_the_sheet_that_checks_a_printer_is_told(folder: Path) -> None:
    spoil(folder / "ru.yaml", "стороной 1 к себе", "стороной 71к себе")
    (found,) = of_code(list(load(folder).findings), "number-mismatch")
    assert Path(found.place.file).name == "ru.yaml"


def test_a_slip_of_the_source_is_mended_before_translations_are_recorded(folder: Path) -> None:
    spoil(folder / "kk.yaml", 'title: "АДАМ', 'title: "АДАM')
    stale = of_code(list(load(folder).findings), "stale-translation")
    assert [Path(finding.place.file).name for finding in stale] == ["en.yaml", "ru.yaml"]
    for finding in stale:
        assert finding.remedy == f"mend the source first: {folder / 'kk.yaml'}:23:12 has a finding of its own"
    spoil(folder / "kk.yaml", 'title: "АДАM', 'title: "АДАМ,')
    stale = of_code(list(load(folder).findings), "stale-translation")
    assert all("set made_from" in finding.remedy for finding in stale)


def test_what_is_wrong_with_two_languages_and_a_fact_is_said_in_one_run(
    folder: Path, typeface: FontFolder
) -> None:
    spoil(folder / "ru.yaml", "**{police}**", "**103** ☎")
    spoil(folder / "kk.yaml", 'title: "АДАМ', 'title: "АДАM')
    spoil(folder / "organizations.yaml", "+77058200933", "+7705820093")
    findings = [found for found in check(load(folder), None, typeface, DAY) if found.severity != "note"]
    assert {finding.code for finding in findings} == {
        "bad-phone",
        "changed-since-review",
        "left-over",
        "missing-glyph",
        "mixed-scripts",
        "number-mismatch",
        "placeholder-mismatch",
        "stale-translation",
    }
    assert findings == sorted(findings, key=lambda found: (found.place.file, found.place.line))


# The command.


def test_findings_are_results_and_the_summary_is_speech() -> None:
    code, stdout, stderr = run("--as-of", "2026-12-01", "--notes")
    assert code == 0
    assert re.search(r"ru\.yaml:\d+:\d+: note\[open-doubt\]: .*\n   = .*\n   = help: ", stdout)
    assert re.fullmatch(r"note: this is the content that came .*\n\d+ notes in 6 files\n", stderr)


def test_after_good_work_the_notes_are_counted_by_their_kind() -> None:
    code, stdout, stderr = run("--as-of", "2026-12-01")
    assert (code, stdout) == (0, "")
    _, kinds, summary = stderr.splitlines()
    assert re.fullmatch(r"(\d+) notes: \d+ open-remark, \d+ open-doubt, .*; --notes shows them", kinds)
    assert kinds.partition(":")[0] == summary.partition(" in ")[0]


def test_errors_make_the_command_fail_and_are_counted(bilingual: Path) -> None:
    spoil(bilingual / "ru.yaml", "**{police}**", "**103**")
    spoil(bilingual / "ru.yaml", "паспорта", "пaспорта")
    code, stdout, stderr = run("--content", str(bilingual), "--concise")
    assert code == 1
    assert re.fullmatch(r"2 errors, \d+ warnings?, \d+ notes in 5 files\n", stderr)
    for line in stdout.splitlines():
        assert re.match(r"\S+\.yaml:[1-9]\d*:[1-9]\d*: (error|warning|note)\[[a-z0-9-]+\]: .", line)


@pytest.mark.parametrize(
    ("asked", "times"), [("--lang uz-Latn", 1), ("--lang uz-Latn,ru", 0), ("", 0), ("--lang ru", 0)]
)
def test_whoever_asks_for_one_language_is_told_what_is_not_known_of_it(
    bilingual: Path, asked: str, times: int
) -> None:
    words = (bilingual / "ru.yaml").read_text(encoding="utf-8").replace('"ru"', '"uz-Latn"', 1)
    (bilingual / "uz-Latn.yaml").write_text(words, encoding="utf-8")
    stdout, stderr = run("--content", str(bilingual), *asked.split())[1:]
    assert stdout.count("note[") == stdout.count('note[unchecked-words]: of the words of "uz-Latn"') == times
    assert stderr.count("; --notes shows them") == 1


def test_errors_stand_first_and_notes_do_not_hide_them(folder: Path) -> None:
    spoil(folder / "ru.yaml", "**{police}**", "**103**")
    spoil(folder / "en.yaml", "your passport", "your  passport")
    asked = ("--content", str(folder))
    _, stdout, stderr = run(*asked)
    severities = re.findall(r"^\S+: (error|warning|note)\[", stdout, re.MULTILINE)
    assert severities == ["error", "error", "warning"]
    left_out, summary = stderr.splitlines()
    notes = re.search(r"(\d+) notes", summary)
    assert notes
    assert left_out.startswith(f"{notes[1]} notes: ")
    assert left_out.endswith("; --notes shows them")
    listed = run(*asked, "--concise")[1].splitlines()
    assert len(listed) == len(json.loads(run(*asked, "--json")[1])) == 3 + int(notes[1])
    assert [line.partition(":")[0] for line in listed] == sorted(line.partition(":")[0] for line in listed)
    severities = re.findall(r"^\S+: (error|warning|note)\[", run(*asked, "--notes")[1], re.MULTILINE)
    assert severities == ["error", "error", "warning", *["note"] * int(notes[1])]


def test_json_has_every_part_of_a_finding(bilingual: Path) -> None:
    spoil(bilingual / "ru.yaml", "**{police}**", "**103**")
    code, stdout, _ = run("--content", str(bilingual), "--json")
    (mismatch,) = (found for found in json.loads(stdout) if found["code"] == "number-mismatch")
    assert code == 1
    assert mismatch.pop("remedy").startswith("write the numbers of ")
    assert mismatch == {
        "file": str(bilingual / "ru.yaml"),
        "line": 89,
        "column": 9,
        "severity": "error",
        "code": "number-mismatch",
        "what": "the numbers differ from the source",
        "measure": "expected 102, 11616, found 103, 11616",
    }
    about_files = [found for found in json.loads(stdout) if found["code"] == "unchecked-contact"]
    assert [(found["line"], found["column"]) for found in about_files] == [(None, None)] * 2


def test_one_language_may_be_asked_for(folder: Path) -> None:
    spoil(folder / "ru.yaml", "**{police}**", "**103**")
    assert run("--content", str(folder), "--lang", "en,kk")[0] == 0
    code, stdout, _ = run("--content", str(folder), "--lang", "ru", "--concise")
    assert code == 1
    assert "en.yaml" not in stdout


@pytest.mark.parametrize(
    "arguments",
    [("--lang", "xx"), ("--as-of", "yesterday"), ("--content", "nowhere"), ("--json", "--concise")],
    ids=" ".join,
)
def test_wrong_usage_is_no_finding(arguments: tuple[str, ...]) -> None:
    code, stdout, _ = run(*arguments)
    assert (code, stdout) == (2, "")


@pytest.mark.parametrize("day", ["tomorrow", "1.12.2026", "2026-02-30", "20261201"])
def test_a_day_is_asked_for_with_an_example(day: str) -> None:
    said = f'expected a day of the calendar as YYYY-MM-DD, for example 2026-12-01, found "{day}"'
    assert said in run("--as-of", day)[2]


def test_a_file_in_place_of_its_folder_is_told_from_nothing(folder: Path) -> None:
    code, _, stderr = run("--content", str(folder / "kk.yaml"))
    assert code == 2
    assert stderr.endswith(f" is a file; name its folder: --content {folder}\n")


def test_the_day_decides(untranslated: Path) -> None:
    spoil(untranslated / "organizations.yaml", '  row: "2"', '  row: "2"\n  checked_on: "2026-11-25"')
    assert run("--content", str(untranslated), "--as-of", "2026-11-24")[0] == 1
    assert run("--content", str(untranslated), "--as-of", "2026-11-25")[0] == 0
    outdated = "outdated-check"
    assert outdated not in run("--content", str(untranslated), "--as-of", "2027-05-24")[1]
    assert outdated in run("--content", str(untranslated), "--as-of", "2027-05-25")[1]


def test_a_font_that_is_missing_is_an_environment_and_no_finding(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("leaflet.fonts.resources.directory", lambda _: tmp_path)
    code, stdout, stderr = run("--content", str(Path(__file__).parent.parent / "content"))
    assert (code, stdout) == (3, "")
    assert "error[font-missing]" in stderr


@pytest.mark.parametrize("arguments", [["--version"], ["check", "--help"]])
def test_who_checks_nothing_does_not_wait_for_what_checks(arguments: list[str]) -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from leaflet.cli import app;"
        f"assert CliRunner().invoke(app, {arguments}).exit_code == 0;"
        "print(*{'phonenumbers', 'email_validator', 'yaml', 'uharfbuzz'} & set(sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(leaflet.__file__).parent.parent)}
    loaded = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True)
    assert loaded.stdout.strip() == b""


@pytest.mark.parametrize(
    "asked", ["duplicate-key", "[duplicate-key]", "error[duplicate-key]:", "Duplicate-Key"]
)
def test_a_code_is_explained(asked: str) -> None:
    result = CliRunner().invoke(cli.app, ["explain", asked])
    assert result.exit_code == 0
    assert result.stdout.startswith("duplicate-key: a key stands twice in one place\n\nYAML takes the last")


def test_an_explanation_says_whether_a_release_passes_the_warning() -> None:
    said = "with --release an error"
    for code, stops in (("mixed-scripts", True), ("stray-space", False)):
        assert (said in CliRunner().invoke(cli.app, ["explain", code]).stdout) == stops
    assert explanations().keys() >= STOPPING


def test_all_codes_are_listed_and_an_unknown_one_is_guessed() -> None:
    listed = CliRunner().invoke(cli.app, ["explain"]).stdout
    assert re.search(r"^mixed-scripts +Latin letters in a Cyrillic word", listed, re.MULTILINE)
    unknown = CliRunner().invoke(cli.app, ["explain", "mixed-script"])
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert 'did you mean "mixed-scripts"?' in unknown.stderr


# Hostile files.

HOSTILE = {
    "too-large": b"a: b\n" * 60_000,
    "too-deep": b"a: " + b"[" * 13 + b"]" * 13,
    "alias": b"a: *b",
    "tag": b"a: !!python/object/apply:os.system [id]",
    "second-document": b"a: b\n---\nc: d\n",
    "too-many-nodes": b"a: [" + b"0," * 60_000 + b"]",
    "forbidden-character": "a: b\u202ec".encode(),
    "not-utf-8": "язык: русский".encode("cp1251"),
}


@pytest.mark.parametrize("code", HOSTILE)
def test_a_hostile_file_is_refused(bilingual: Path, typeface: FontFolder, code: str) -> None:
    names = {"ru.yaml", "hotlines.yaml", "short_numbers.yaml"}
    for name in names:
        (bilingual / name).write_bytes(HOSTILE[code])
    with never_hanging():
        found = of_code(check(load(bilingual), None, typeface, DAY), code)
    assert {Path(finding.place.file).name for finding in found} == names
    assert all(finding.severity is Severity.ERROR for finding in found)


def test_a_pipe_and_a_device_are_refused_at_once(bilingual: Path) -> None:
    for name in ("ru.yaml", "hotlines.yaml"):
        (bilingual / name).unlink()
    os.mkfifo(bilingual / "ru.yaml")
    (bilingual / "hotlines.yaml").symlink_to("/dev/zero")
    ran = start("--content", str(bilingual))
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    refused = [line for line in ran.stdout.splitlines() if "error[not-a-file]" in line]
    assert [Path(line.partition(":")[0]).name for line in refused] == ["hotlines.yaml", "ru.yaml"]


@pytest.mark.parametrize("name", ["ru.yaml", "organizations.yaml"])
def test_a_link_that_leads_out_of_the_folder_is_refused(bilingual: Path, tmp_path: Path, name: str) -> None:
    outside = tmp_path / "outside.yaml"
    (bilingual / name).rename(outside)
    (tmp_path / "again.yaml").symlink_to(outside)
    for target in (outside, tmp_path / "again.yaml", Path("../outside.yaml")):
        (bilingual / name).symlink_to(target)
        (finding,) = of_code(list(load(bilingual).findings), "outside-link")
        assert (Path(finding.place.file), finding.severity) == (bilingual / name, Severity.ERROR)
        assert str(outside) in finding.measure
        (bilingual / name).unlink()


def test_links_within_the_folder_and_to_the_folder_are_followed(bilingual: Path, tmp_path: Path) -> None:
    (bilingual / "ru.yaml").rename(bilingual / "ru.txt")
    (bilingual / "ru.yaml").symlink_to("ru.txt")
    (tmp_path / "link").symlink_to(bilingual)
    assert load(tmp_path / "link").findings == ()


PIECES = [
    "&a ",
    "*a",
    "!t ",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "\t",
    "\n",
    "- ",
    ": ",
    "\0",
    "#",
    "|",
    ">",
    "%",
    "---\n",
]
PIECES += ["**", "{police}", "\u202e", "\ud800", "İ", "é́", "1" * 50, "٣", "  ", "ё", "a", "а"]


@st.composite
def spoilt(draw: st.DrawFn, name: str) -> bytes:
    """Any bytes, or a good file with pieces of trouble put into it."""
    if draw(st.booleans()):
        return draw(st.binary(max_size=200))
    text = SMALL[name]
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES)) + text[at + draw(st.integers(0, 3)) :]
    return text.encode(errors="surrogatepass")


@pytest.mark.parametrize("name", SMALL)
def test_any_bytes_are_findings_and_hang_nothing(
    name: str, tmp_path_factory: pytest.TempPathFactory, typeface: FontFolder
) -> None:
    folder = write_small(tmp_path_factory.mktemp("any"))

    @settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
    @given(spoilt(name))
    def holds(data: bytes) -> None:
        (folder / name).write_bytes(data)
        with never_hanging():
            findings = check(load(folder), None, typeface, DAY, release=True)
        for finding in findings:
            assert finding.code in explanations()
            assert finding.what
            parts = (str(finding.place), finding.what, finding.measure, finding.remedy)
            assert all(map(str.isprintable, parts))

    holds()
