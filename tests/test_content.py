import hashlib
import re
from functools import partial
from pathlib import Path

import pytest
from folders import SMALL, Folder, spoil, write_small

from leaflet.content import Content, load
from leaflet.content.fingerprints import fingerprint, fingerprints, texts
from leaflet.diagnostics import Finding, Place, Severity


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return partial(write_small, tmp_path)


def errors(content: Content) -> list[tuple[str, str]]:
    return [
        (f"{Path(found.place.file).name}:{found.place.line}:{found.place.column}", found.code)
        for found in content.findings
        if found.severity is Severity.ERROR
    ]


@pytest.mark.parametrize(
    ("row", "help"), [("05", 'write "5"'), ("V", "copy it from the memo, in digits alone")]
)
def test_a_row_is_written_as_the_memo_numbers_it(folder: Folder, row: str, help: str) -> None:
    (found,) = [
        each
        for each in load(folder("organizations.yaml", '"1"', f'"{row}"')).findings
        if each.code == "bad-row"
    ]
    assert found.remedy == help


def test_a_small_good_folder_has_only_untracked_translations(folder: Folder) -> None:
    content = load(folder())
    assert [found.code for found in content.findings] == ["untracked-translation"]
    assert content.findings[0].measure == (
        "14 of 14 texts have no record in made_from: memo.cover.audience (line 8), "
        "memo.cover.title (line 8), "
        f"memo.contacts.trafficking (line 9) and 11 more; lines of {content.directory / 'kk.yaml'}"
    )
    assert [section.text for section in content.languages["kk"].reading_order] == ["signs", "advice"]
    assert content.languages["ru"].reading_order == ()


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("hotlines.yaml", '"102"', '"12"', "2:11 bad-short-number"),
        ("hotlines.yaml", '"102"', "", "2:10 empty-value"),
        ("hotlines.yaml", "number", "nummer", "1:1 missing-key, 2:3 unknown-key"),
        ("hotlines.yaml", SMALL["hotlines.yaml"], "{}", "0:0 empty-value"),
        ("regions.yaml", "KZ-10", "KZ-1", "2:8 bad-iso"),
        ("regions.yaml", "KZ-10", "KZ-11", "4:8 repeated-value"),
        ("regions.yaml", '["east"]', '["eest"]', "5:14 unknown-region"),
        ("regions.yaml", '["east"]', '"east"', "5:13 wrong-type"),
        ("organizations.yaml", '["east"]', '["eats"]', "4:13 unknown-region"),
        ("organizations.yaml", '["east"]', "[]", "4:12 empty-value"),
        ("organizations.yaml", "+77272000000", "87272000000", "5:12 bad-phone"),
        ("organizations.yaml", "+77272000000", "+7727200000٠", "5:12 not-ascii"),
        ("organizations.yaml", '["+77272000000"', '["+77272000000", "+77272000000"', "5:28 repeated-value"),
        ("organizations.yaml", '"trafficking"', '"traffic"', "3:10 unknown-value"),
        ("organizations.yaml", '  row: "1"\n', "", "1:1 missing-key"),
        ("organizations.yaml", '"1"', '"one"', "2:8 bad-row"),
        ("organizations.yaml", "home:", "Home:", "1:1 bad-id"),
        ("organizations.yaml", '  group', '  emails: ["кот@mail.ru"]\n  group', "3:12 not-ascii"),
        ("organizations.yaml", '  group', '  national: "maybe"\n  group', "3:13 unknown-value"),
        ("organizations.yaml", '  group', '  checked_on: "2026-02-30"\n  group', "3:15 bad-date"),
        ("organizations.yaml", '  group', '  checked_on: "20260101"\n  group', "3:15 bad-date"),
    ],
)  # fmt: skip
def test_a_wrong_fact_is_reported_at_its_place(
    folder: Folder, name: str, old: str, new: str, expected: str
) -> None:
    found = [(place.partition(":"), code) for place, code in errors(load(folder(name, old, new)))]
    assert ", ".join(f"{place} {code}" for (file, _, place), code in found if file == name) == expected


def test_a_new_organisation_that_does_not_stand_in_the_memo_is_asked_for_its_source(folder: Folder) -> None:
    path = folder() / "organizations.yaml"
    path.write_text(
        SMALL["organizations.yaml"] + "new:\n"
        '  group: "other"\n  regions: ["west"]\n  phones: ["+77272000001"]\n',
        encoding="utf-8",
    )
    (found,) = (found for found in load(path.parent).findings if found.place.file == str(path))
    assert (found.code, found.place.line) == ("missing-key", 7)
    assert found.what == '"new" does not say where it comes from'
    assert found.remedy == (
        'if it does not stand in the memo, add "source" and "checked_on"; if it does, "row" and "printed"'
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('name: "R"\n', "", "0:0 missing-key"),
        ('name: "R"', 'nama: "K"', "0:0 missing-key, 2:1 unknown-key"),
        ('name: "R"', 'name: ""', "2:7 empty-value"),
        ('name: "R"', "name: {a: b}", "2:7 wrong-type"),
        ("ru", "RU", "1:11 bad-language-tag"),
        ("ru", "en", "1:11 wrong-language"),
        ("ru", "rus", "1:11 bad-language-tag, 1:11 wrong-language"),
        ('"draft", by: "us"', '"done", by: "us"', "5:18 unknown-value"),
        ('"draft", by: "us"', '"reviewed", by: "us"', "5:3 missing-key"),
        ('"draft", by: "us"', '"reviewed", by: "us", on: "May"', "5:44 bad-date"),
        ('"draft", by: "us"', '"reviewed", by: "us", on: "0001-11-23"', "5:44 bad-date"),
        ('"draft", by: "us"', '"source", by: "us"', "5:18 second-source"),
        ('heading: "signs"', 'list: ["a"]', "10:3 missing-text, 10:3 two-bodies, 11:12 superfluous-text"),
        ('"one", ', "", "10:3 missing-text"),
        ('"one", ', '"one", "x", ', "12:29 superfluous-text"),
        ("**{police}**", "**{police}", "12:24 unbalanced-bold"),
        ("**{police}**", "102", "12:24 placeholder-mismatch"),
        ("{police}", "{polise}", "12:24 placeholder-mismatch, 12:24 unknown-placeholder"),
        ("{police}", "{police} {", "12:24 unbalanced-brace"),
        (' ["c"]', "", "13:3 missing-text"),
        ('"b"', '"b", "d"', "14:29 superfluous-text"),
        ('  advice:\n    paragraphs: [["a", "b"], ["c"]]\n', "", "0:0 missing-section"),
        ("  advice:", "  advise:", "13:3 superfluous-section"),
        ('name: "Home"', 'nome: "Home"', "15:17 missing-key, 15:24 unknown-key"),
        ("home:", "house:", "15:1 missing-key, 15:17 unknown-organization"),
        ('east: "East", ', "", "16:1 missing-key"),
        ("east:", "north:", "16:1 missing-key, 16:11 unknown-region"),
        ('scan: "scan", ', "", "0:0 missing-label"),
        ("scan:", "scam:", "17:16 superfluous-label"),
        ("scan:", "foo:", "0:0 missing-label, 17:15 superfluous-label"),
        ("{pages}", "{page}", "17:30 placeholder-mismatch"),
        ('scan: "scan"', 'scan: "{police}"', "17:16 placeholder-mismatch, 17:16 unknown-placeholder"),
        ("\nlabels:", '\nreading_order: ["signs", "advice"]\nlabels:', "17:17 superfluous-key"),
        (
            "\nlabels:",
            '\ncorrections: [{at: "labels.scan", printed: "x", now: "scam", why: "y"}]\nlabels:',
            "17:54 words-not-found",
        ),
        ("\nlabels:", '\nmade_from: {labels.scan: "xyz"}\nlabels:', "17:26 bad-fingerprint"),
    ],
)
def test_a_translation_with_an_error_is_reported_and_absent(
    folder: Folder, old: str, new: str, expected: str
) -> None:
    content = load(folder("ru.yaml", old, new))
    found = sorted(f"{place.removeprefix('ru.yaml:')} {code}" for place, code in errors(content))
    assert found == sorted(expected.split(", "))
    assert list(content.languages) == ["kk"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('reading_order: ["signs"]', "17:17 missing-section"),
        ('reading_order: ["advice", "sings"]', "17:17 missing-section, 17:27 unknown-section"),
        ('subsections: ["advice", "advice"]', "17:25 repeated-value"),
        ('made_from: {labels.scan: "01234567"}', "17:26 superfluous-key"),
        ('doubts: [{at: "labels.scam", words: "scan", why: "y"}]', "17:15 unknown-text"),
        ('doubts: [{at: "labels.scan", words: "scam", why: "y"}]', "17:37 words-not-found"),
    ],
)  # fmt: skip
def test_a_wrong_note_in_the_source_is_reported(folder: Folder, line: str, expected: str) -> None:
    content = load(folder("kk.yaml", "\nlabels:", f"\n{line}\nlabels:"))
    found = [f"{place.removeprefix('kk.yaml:')} {code}" for place, code in errors(content)]
    assert [finding for finding in found if "ru.yaml" not in finding] == expected.split(", ")


def test_exactly_one_language_is_the_source(folder: Folder) -> None:
    assert [code for _, code in errors(load(folder("kk.yaml", '"source"', '"draft"')))] == ["no-source"]
    assert errors(load(folder("ru.yaml", '"draft"', '"source"'))) == [("ru.yaml:5:18", "second-source")]


def test_a_source_that_cannot_be_read_is_not_called_missing(folder: Folder) -> None:
    assert [code for _, code in errors(load(folder("kk.yaml", 'name: "K"', 'name: "K')))] == ["syntax"]


@pytest.mark.parametrize("name", ["hotlines.yaml", "regions.yaml", "organizations.yaml"])
def test_an_entry_that_is_a_mere_text_is_absent(folder: Folder, name: str) -> None:
    content = load(folder(name, SMALL[name], f'{SMALL[name]}other: "text"\n'))
    assert "wrong-type" in [code for _, code in errors(content)]
    ids = [entry.id for entry in (*content.hotlines, *content.regions, *content.organizations)]
    assert "other" not in ids


@pytest.mark.parametrize("name", ["hotlines.yaml", "regions.yaml", "organizations.yaml"])
def test_a_missing_file_of_facts_is_one_finding(folder: Folder, name: str) -> None:
    directory = folder()
    (directory / name).unlink()
    assert errors(load(directory)) == [(f"{name}:0:0", "missing-file")]


def test_a_missing_folder_and_a_file_in_its_place_are_findings(folder: Folder) -> None:
    directory = folder()
    for path in (directory / "none", directory / "kk.yaml", Path("a\0b")):
        content = load(path)
        assert [found.code for found in content.findings] == ["unreadable-folder"]
        assert not content.languages


def test_other_files_are_left_alone_but_yml_is_named(folder: Folder) -> None:
    directory = folder()
    nearly = ("uz.yml", "ky.YAML", "tg.yaml.txt")
    for name in (".#kk.yaml", "kk.yaml~", "README.md", *nearly):
        (directory / name).write_text("{", encoding="utf-8")
    found = [finding.place.file for finding in load(directory).findings if finding.code == "ignored-file"]
    assert sorted(Path(file).name for file in found) == sorted(nearly)


@pytest.mark.parametrize(
    ("typed", "meant"), [("eats", "east"), ("KZ-11", "west"), ("kz10", "east"), ("West Region", "west")]
)
def test_a_finding_says_what_was_probably_meant(folder: Folder, typed: str, meant: str) -> None:
    findings = load(folder("organizations.yaml", '["east"]', f'["{typed}"]')).findings
    assert str(findings[0]).partition("organizations.yaml")[2] == (
        f':4:13: error[unknown-region]: "{typed}" is no region\n   = help: did you mean "{meant}"?'
    )


# Translations and the source that they were made from.


def recorded(folder: Folder, change: dict[str, str]) -> Content:
    """The small content, whose translation remembers all texts but for ``change``."""
    records = fingerprints(load(folder()).languages["kk"]) | change
    lines = "".join(f'  {path}: "{hexadecimal}"\n' for path, hexadecimal in records.items())
    return load(folder("ru.yaml", "\nlabels:", f"\nmade_from:\n{lines}labels:"))


def test_a_fingerprint_is_that_of_the_words_alone() -> None:
    assert (
        fingerprint("й  a\n") == fingerprint(" и\u0306 a") == hashlib.sha256("й a".encode()).hexdigest()[:8]
    )
    assert fingerprint("й a") != fingerprint("й A")
    assert fingerprint("a b") == fingerprint("a\n \tb")
    for space in (
        "\u00a0",
        "\u202f",
        "\u2007",
        "\u00ad",
        "",
    ):  # What prints otherwise.
        assert fingerprint("a b") != fingerprint(f"a{space}b")


def test_all_texts_have_key_paths_in_the_order_of_the_file(folder: Folder) -> None:
    assert [path.removeprefix("memo.") for path in texts(load(folder()).languages["kk"])] == [
        "cover.audience",
        "cover.title",
        "contacts.trafficking",
        "contacts.other",
        "signs.heading",
        "signs.checklist.1",
        "signs.checklist.2",
        "advice.paragraphs.1.1",
        "advice.paragraphs.1.2",
        "advice.paragraphs.2.1",
        "organizations.home.name",
        "organizations.home.place",
        "labels.scan",
        "labels.page",
    ]


def test_a_translation_that_remembers_every_text_is_silent(folder: Folder) -> None:
    assert recorded(folder, {}).findings == ()


def test_a_changed_source_makes_its_translation_stale(folder: Folder) -> None:
    content = recorded(folder, {"memo.advice.paragraphs.1.2": "00000000"})
    (stale,) = content.findings
    assert (stale.code, stale.severity) == ("stale-translation", Severity.WARNING)
    assert stale.place == Place(str(content.directory / "ru.yaml"), 14, 24)
    assert stale.measure == "the source says now: b"
    new = fingerprint("b")
    read = f"read both, here and in {content.directory / 'kk.yaml'}:14:24, and mend the translation"
    assert stale.remedy == f'{read}; only then set made_from "memo.advice.paragraphs.1.2" to "{new}"'
    assert "ru" in content.languages


def test_a_list_of_one_is_shown_in_its_brackets(folder: Folder) -> None:
    directory = folder("organizations.yaml", '["+77272000000"]', '"+77272000000"')
    (finding,) = [found for found in load(directory).findings if found.code == "wrong-type"]
    assert finding.remedy == 'put it in brackets: ["+77272000000"]'


@pytest.mark.parametrize(
    ("name", "old", "new", "remedy"),
    [
        ("kk.yaml", ', place: "East"}', "}", 'add it here: place: "…"'),
        (
            "kk.yaml",
            '{home: {name: "Home", place: "East"}}',
            '\n  home:\n    name: "Home"',
            'add below it, 4 spaces in: place: "…"',
        ),
        ("kk.yaml", 'name: "K"\n', "", 'add a line at the left edge: name: "…"'),
    ],
)
def test_a_text_that_is_missing_is_shown_as_it_is_to_be_added(
    folder: Folder, name: str, old: str, new: str, remedy: str
) -> None:
    (finding,) = [each for each in load(folder(name, old, new)).findings if each.code == "missing-key"]
    assert finding.remedy == remedy


def test_a_folder_without_any_content_is_one_mistake(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("to do", encoding="utf-8")
    (finding,) = load(tmp_path).findings
    assert finding.code == "unreadable-folder"
    assert finding.remedy == "name the folder that holds hotlines.yaml and kk.yaml"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("uz-Latn", 'write language: "uz-Latn" in this line; if it is right as it stands, rename the file'),
        (
            "uz_latn",
            'rename the file to uz-Latn.yaml, unless that is there, and write language: "uz-Latn" here',
        ),
        ("uzb", 'rename the file to uz.yaml, unless that is there, and write language: "uz" here'),
        ("uzbek", "rename the file to the tag of its language, as uz-Latn.yaml, and write that in this line"),
    ],
)
def test_a_copy_of_a_language_file_is_made_a_language_of_its_own(
    folder: Folder, name: str, remedy: str
) -> None:
    directory = folder()
    (directory / f"{name}.yaml").write_text((directory / "ru.yaml").read_text("utf-8"), "utf-8")
    (finding,) = [found for found in load(directory).findings if found.code == "wrong-language"]
    assert finding.remedy == f"{remedy}; if the file is a copy too many, remove it"


def test_texts_without_a_record_are_named(folder: Folder) -> None:
    content = recorded(folder, {})
    path = content.directory / "ru.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if "checklist.2: " not in line), encoding="utf-8")
    (finding,) = load(content.directory).findings
    assert finding.code == "untracked-translation"
    assert finding.measure == (
        "1 of 14 texts has no record in made_from: memo.signs.checklist.2 (line 12); "
        f"lines of {content.directory / 'kk.yaml'}"
    )
    record = f'memo.signs.checklist.2: "{fingerprint("second **{police}**")}"'
    assert finding.remedy == f"read them beside the source; only then add to made_from:\n  {record}"


def test_who_has_no_record_yet_is_told_to_add_all_at_the_end_of_the_file(folder: Folder) -> None:
    content = load(folder())
    (finding,) = content.findings
    command = f'put what "leaflet fingerprints --lang ru --content {content.directory}" prints at its end'
    assert finding.remedy.endswith(command)


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("мазмұн", "{}"),
        # Single quotes are letters to cmd.exe.
        ("my content", '"{}"'),
        ("it's", '"{}"'),
        ("$HOME and", "'{}'"),
    ],
)
def test_the_folder_of_a_command_is_one_word_in_every_shell(tmp_path: Path, name: str, typed: str) -> None:
    directory = tmp_path / name
    directory.mkdir()
    (finding,) = load(write_small(directory)).findings
    command = f'"leaflet fingerprints --lang ru --content {typed.format(directory)}"'
    assert command in finding.remedy


def test_what_a_missing_organisation_needs_is_said(folder: Folder) -> None:
    findings = load(folder("ru.yaml", "home:", "house:")).findings
    (found,) = [found for found in findings if found.code == "missing-key"]
    assert found.remedy == 'add it here: home: {name: "…", place: "…"}'


def test_what_a_missing_organisation_needs_is_said_with_how_far_in_it_stands(folder: Folder) -> None:
    block = 'organizations:\n  house: {name: "Home", place: "East"}\n'
    whole = 'organizations: {home: {name: "Home", place: "East"}}\n'
    (found,) = [each for each in load(folder("ru.yaml", whole, block)).findings if each.code == "missing-key"]
    assert found.remedy == 'add below it, 2 spaces in: home: {name: "…", place: "…"}'


def test_an_organisation_at_the_left_edge_is_told_where_it_belongs(folder: Folder) -> None:
    entry = 'organizations:\nhouse:\n  name: "House"\n  home: {name: "Home", place: "East"}\n'
    whole = 'organizations: {home: {name: "Home", place: "East"}}\n'
    (found,) = [each for each in load(folder("ru.yaml", whole, entry)).findings if each.code == "unknown-key"]
    assert found.remedy == 'if it belongs to "organizations" in line 15, begin it and its lines further in'


# What a translation lacks.

LONGER = '["zero", "one", "second **{police}**", "three", "four"]'


def lacking(folder: Folder, old: str, new: str, change: dict[str, str] | None = None) -> list[str]:
    """What is said of a translation with all records, whose source has ``new`` instead of ``old``."""
    directory = recorded(folder, change or {}).directory
    source = directory / "kk.yaml"
    text = source.read_text(encoding="utf-8")
    assert old in text
    source.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [
        f"{finding.code}: {finding.measure}".replace(str(source), "kk.yaml")
        for finding in load(directory).findings
    ]


def test_items_that_the_source_has_got_are_named_by_the_records(folder: Folder) -> None:
    assert lacking(folder, '["one", "second **{police}**"]', LONGER) == [
        "missing-text: expected 5, found 2; by made_from most likely without a counterpart: "
        "memo.signs.checklist.1 (line 12), memo.signs.checklist.4 (line 12), "
        "memo.signs.checklist.5 (line 12); lines of kk.yaml"
    ]


def test_where_the_records_do_not_tell_the_list_of_the_source_is_named(folder: Folder) -> None:
    stale = {"memo.signs.checklist.1": "00000000", "memo.signs.checklist.2": "00000000"}
    (finding,) = lacking(folder, '["one", "second **{police}**"]', LONGER, stale)
    assert finding == "missing-text: expected 5, found 2; in kk.yaml from line 12 on"


SIGNS = '["one", "second **{police}**", "three", "four"]'


def of_four(folder: Folder, now: str) -> Finding:
    """What is said of a translation of four items, whose source has other ones ``now``."""
    directory = folder()
    for name in ("kk.yaml", "ru.yaml"):
        spoil(directory / name, '["one", "second **{police}**"]', SIGNS)
    records = fingerprints(load(directory).languages["kk"])
    lines = "".join(f'  {path}: "{hexadecimal}"\n' for path, hexadecimal in records.items())
    spoil(directory / "ru.yaml", "\nlabels:", f"\nmade_from:\n{lines}labels:")
    spoil(directory / "kk.yaml", SIGNS, now)
    (finding,) = (found for found in load(directory).findings if found.code != "superfluous-record")
    return finding


def test_items_that_were_joined_in_the_source_are_named_and_not_the_last_ones(folder: Folder) -> None:
    finding = of_four(folder, '["one; second **{police}**", "three", "four"]')
    assert finding.code == "superfluous-text"
    assert str(finding.place).endswith("ru.yaml:12:17")
    assert "expected 3, found 4; by made_from no longer in the source: " in finding.measure
    assert "memo.signs.checklist.1 (line 12), memo.signs.checklist.2 (line 12)" in finding.measure
    assert "checklist.4" not in finding.measure
    assert "joined" in finding.remedy


@pytest.mark.parametrize("tag", ["uz-latn", "UZ-Latn", "uz_LATN"])
def test_a_tag_in_other_letters_is_told_once(folder: Folder, tag: str) -> None:
    directory = folder()
    words = (directory / "ru.yaml").read_text(encoding="utf-8")
    (directory / "uz-Latn.yaml").write_text(words.replace('"ru"', f'"{tag}"', 1), encoding="utf-8")
    (found,) = (each for each in load(directory).findings if each.severity is Severity.ERROR)
    assert (found.code, found.remedy) == ("bad-language-tag", 'write "uz-Latn", and call the file so')


def test_an_item_that_was_removed_from_the_source_is_named(folder: Folder) -> None:
    finding = of_four(folder, '["one", "second **{police}**", "four"]')
    assert "no longer in the source: memo.signs.checklist.3 (line 12)" in finding.measure
    assert finding.remedy.startswith("was it lost in the source, from ")


def test_an_item_that_was_parted_in_the_source_is_named(folder: Folder) -> None:
    finding = of_four(folder, '["one", "two", "**{police}**", "three", "four"]')
    assert finding.code == "missing-text"
    assert "memo.signs.checklist.2 (line 12), memo.signs.checklist.3 (line 12)" in finding.measure


@pytest.mark.parametrize(
    ("lost", "measure"),
    [
        (
            '"one", ',
            "expected 4, found 3; by digits and emphasis most likely without a counterpart: {}.1 (line 12)",
        ),
        (
            ', "second **{police}**"',
            "expected 4, found 3; by digits and emphasis most likely without a counterpart: {}.2 (line 12)",
        ),
        (
            ', "four"',
            "expected 4, found 3; by digits and emphasis most likely without a counterpart: "
            "one of {0}.3 (line 12), {0}.4 (line 12)",
        ),
    ],
)
def test_an_item_that_is_lost_from_a_translation_is_told_by_its_numbers_alone(
    folder: Folder, lost: str, measure: str
) -> None:
    directory = folder()
    for name in ("kk.yaml", "ru.yaml"):
        spoil(directory / name, '["one", "second **{police}**"]', SIGNS)
    spoil(directory / "ru.yaml", lost, "")
    (found,) = (found for found in load(directory).findings if found.code == "missing-text")
    assert found.measure == f"{measure.format('memo.signs.checklist')}; lines of {directory / 'kk.yaml'}"


def test_an_item_that_is_lost_among_others_without_numbers_is_not_guessed(folder: Folder) -> None:
    directory = folder()
    for name in ("kk.yaml", "ru.yaml"):
        spoil(directory / name, '["one", "second **{police}**"]', '["one", "two", "three"]')
    spoil(directory / "ru.yaml", '"two", ', "")
    (found,) = (found for found in load(directory).findings if found.code == "missing-text")
    assert found.measure == f"expected 3, found 2; in {directory / 'kk.yaml'} from line 12 on"


def test_a_paragraph_that_the_source_has_got_is_one_finding(folder: Folder) -> None:
    assert lacking(folder, '[["a", "b"], ["c"]]', '[["a", "b"], ["d", "e"], ["c"]]') == [
        "missing-text: expected 3, found 2; by made_from most likely without a counterpart: "
        "memo.advice.paragraphs.2 (line 14); lines of kk.yaml"
    ]


def test_a_heading_that_is_missing_is_named_with_its_place(folder: Folder) -> None:
    directory = recorded(folder, {}).directory
    spoil(directory / "ru.yaml", '    heading: "signs"\n', "")
    (finding,) = load(directory).findings
    assert finding.what == "memo.signs.heading is missing"
    assert finding.measure == f"in the source at {directory / 'kk.yaml'}:11:14"


def test_the_records_of_an_organisation_that_is_gone_are_told_once(folder: Folder) -> None:
    records = {f"organizations.old.{part}": "00000000" for part in ("name", "place")}
    (finding,) = recorded(folder, records).findings
    both = '"organizations.old.name" and no "organizations.old.place"'
    assert (finding.code, finding.what) == ("superfluous-record", f"the source has no text {both}")


def test_a_record_of_no_text_is_superfluous(folder: Folder) -> None:
    (finding,) = recorded(folder, {"labels.scam": "00000000"}).findings
    assert (finding.code, finding.remedy) == ("superfluous-record", 'did you mean "labels.scan"?')


def test_whatever_part_of_the_memo_is_misspelt_in_the_source_is_told_in_its_line(bilingual: Path) -> None:
    path = bilingual / "kk.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    memo = range(lines.index("memo:\n") + 1, lines.index("organizations:\n"))
    parts = {at: part for at in memo if (part := re.match(" {4}([a-z]+):", lines[at]))}
    assert len(parts) > 15
    for at, part in parts.items():
        spoilt = lines[at].replace(part[1], part[1][:-1], 1)
        path.write_text("".join([*lines[:at], spoilt, *lines[at + 1 :]]), encoding="utf-8")
        assert (f"kk.yaml:{at + 1}:5", "unknown-key") in errors(load(bilingual)), part[1]
