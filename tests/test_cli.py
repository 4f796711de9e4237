"""The command as a person meets it: arguments in; paths on stdout, speech on stderr, an exit code out."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
import typer.main
from folders import record_reviews, spoil
from typer.testing import CliRunner

import leaflet
from leaflet import cli, resources
from leaflet.cli import building
from leaflet.cli.building import EXAMPLES
from leaflet.cli.options import takes_one_value

pytestmark = pytest.mark.usefixtures("here")

GOOD, ERROR, USAGE, ENVIRONMENT = 0, 1, 2, 3
ROOT = Path(leaflet.__file__).parent.parent
ALMATY = "output/leaflet-kk-almaty-trifold.pdf"
BUILD = ("build", "--lang", "kk")
DRAFT_LABELS = "draft of the leaflet's own words beside the memo, not reviewed by a native speaker: kk"
RESTS_ON_THE_MEMO = (
    "contacts rest on the memo: {0} of {0} organisations and hotlines have not been checked by a person"
)


class Ran:
    """What a command printed and how it ended."""

    def __init__(self, code: int, stdout: str, stderr: str) -> None:
        self.code, self.stdout, self.stderr = code, stdout, stderr
        assert "Traceback" not in stderr, stderr

    @property
    def paths(self) -> list[Path]:
        """The lines of stdout, each a file that is there."""
        paths = [Path(line) for line in self.stdout.splitlines()]
        assert all(path.read_bytes().startswith(b"%PDF-") for path in paths)
        return paths


def run(*arguments: str) -> Ran:
    """The command in this process."""
    result = CliRunner().invoke(cli.app, arguments, catch_exceptions=False)
    return Ran(result.exit_code, result.stdout, result.stderr)


def command(*arguments: str, **environment: str) -> Ran:
    """The command as the shell runs it, its streams in pipes."""
    result = start(arguments, environment)
    return Ran(
        result.returncode, result.stdout.decode(errors="replace"), result.stderr.decode(errors="replace")
    )


def start(
    arguments: Sequence[str], environment: dict[str, str], stderr: int = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", **environment}
    call = [sys.executable, "-m", "leaflet", *arguments]
    return subprocess.run(call, stdout=subprocess.PIPE, stderr=stderr, env=settings, check=False)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the content, to be spoilt."""
    return Path(shutil.copytree(resources.directory("content"), tmp_path / "content"))


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the fonts, in use."""
    copy = Path(shutil.copytree(resources.directory("fonts"), tmp_path / "fonts"))
    real = resources.directory
    monkeypatch.setattr(resources, "directory", lambda name: copy if name == "fonts" else real(name))
    return copy


# The first minute.


def test_one_command_makes_the_leaflet_of_a_region(here: Path) -> None:
    ran = command(*BUILD, "--region", "almaty")
    assert (ran.code, ran.stdout) == (GOOD, f"{ALMATY}\n")
    assert [path.relative_to(here) for path in here.rglob("*.*")] == [Path(ALMATY)]
    assert (here / ALMATY).read_bytes().startswith(b"%PDF-")


def test_stderr_says_what_was_built_and_how_to_print_it() -> None:
    built, how, origin, rests_on, draft = run(*BUILD, "--region", "almaty").stderr.splitlines()
    assert built.startswith("kk, Алматы қаласы, trifold: 2 pages, 3 contacts, each with its code, text ")
    assert re.search(r"text \d+(\.\d)? pt, edition KK-ALMATY-[0-9A-F-]+$", built)
    assert "both sides" in how
    assert "flip on the short edge" in how
    assert "100 %" in how
    assert origin == "built from the content that came with leaflet"
    assert rests_on == RESTS_ON_THE_MEMO.format(6)  # Three hotlines, too.
    assert draft == DRAFT_LABELS


def test_an_a4_edition_is_not_flipped_on_its_short_edge() -> None:
    ran = run(*BUILD, "--format", "a4")
    assert ran.paths == [Path("output/leaflet-kk-national-a4.pdf")]
    assert "100 %" in ran.stderr
    assert "short edge" not in ran.stderr


def test_a_draft_translation_is_called_one() -> None:
    ran = run("build", "--lang", "ru", "--lang", "kk")
    assert ran.stderr.splitlines()[-2:] == [
        "draft translation, not reviewed by a native speaker: ru",
        DRAFT_LABELS,
    ]


def test_reviewed_words_are_called_no_draft(content: Path) -> None:
    spoil(content / "kk.yaml", 'status: "draft"', 'status: "reviewed"\n    on: "2026-11-24"')
    spoil(
        content / "kk.yaml", "written for this leaflet; no native speaker has reviewed them yet", "A. Bekova"
    )
    record_reviews(content, "kk")
    assert "draft" not in run(*BUILD, "--content", str(content)).stderr


def test_without_a_region_the_leaflet_is_for_the_whole_country() -> None:
    ran = run(*BUILD)
    assert ran.paths == [Path("output/leaflet-kk-national-trifold.pdf")]
    assert "20 contacts" in ran.stderr


def test_every_language_and_region_gets_a_file_of_its_own() -> None:
    ran = run("build", "-l", "kk", "-l", "ru", "-r", "astana", "-r", "KZ-75", "-f", "a4")
    assert [path.name for path in ran.paths] == [
        f"leaflet-{language}-{region}-a4.pdf" for language in ("kk", "ru") for region in ("astana", "almaty")
    ]
    assert ran.stderr.count(RESTS_ON_THE_MEMO.format(9)) == 1


def test_what_is_asked_for_twice_is_built_once() -> None:
    ran = run("build", "-l", "kk", "-l", "KK", "-r", "Astana", "-r", "Нур-Султан")
    assert [path.name for path in ran.paths] == ["leaflet-kk-astana-trifold.pdf"]


# Where it goes.


def test_output_may_be_a_file() -> None:
    ran = run(*BUILD, "--output", "new/folder/sheet.PDF")
    assert ran.paths == [Path("new/folder/sheet.PDF")]


def test_output_may_be_a_folder() -> None:
    ran = run(*BUILD, "--output", "print shop")
    assert ran.paths == [Path("print shop/leaflet-kk-national-trifold.pdf")]


@pytest.mark.parametrize("name", [".pdf", ".PDF", "new/.pdf", ".docx"])
def test_an_ending_alone_is_no_name_of_a_file(name: str, here: Path) -> None:
    ran = run(*BUILD, "-o", name)
    assert (ran.code, ran.stdout) == (USAGE, "")
    assert f'"{name}" is an ending without a name before it' in ran.stderr
    assert 'leaflet.pdf"' in ran.stderr
    assert list(here.iterdir()) == []


@pytest.mark.parametrize("name", ["leaflet-kk-astana-trifold.pdf", "leaflet-kk-almaty-a4.pdf"])
def test_a_leaflet_is_not_written_under_the_name_of_another_one(name: str, here: Path) -> None:
    ran = run(*BUILD, "--region", "almaty", "--output", name)
    assert (ran.code, ran.stdout) == (ERROR, "")
    assert "error[other-edition]: the file has the name of another leaflet" in ran.stderr
    assert list(here.iterdir()) == []


def test_several_editions_do_not_go_into_one_file(here: Path) -> None:
    ran = run("build", "-l", "kk", "-l", "ru", "-o", "sheet.pdf")
    assert (ran.code, ran.stdout) == (USAGE, "")
    assert ran.stderr == (
        "leaflet: 2 editions take as many files, and --output names one; name a folder instead, "
        "for example --output sheet\n"
    )
    assert list(here.iterdir()) == []


def test_a_second_build_replaces_the_first_by_the_same_bytes(here: Path) -> None:
    run(*BUILD, "-o", "sheet.pdf")
    first = (here / "sheet.pdf").read_bytes()
    assert run(*BUILD, "-o", "sheet.pdf").code == GOOD
    assert (here / "sheet.pdf").read_bytes() == first
    assert [path.name for path in here.iterdir()] == ["sheet.pdf"]


def test_output_that_cannot_be_written_is_the_environments_fault(here: Path) -> None:
    (here / "file").write_text("no folder", encoding="utf-8")
    ran = run(*BUILD, "-o", "file/sheet.pdf")
    assert (ran.code, ran.stdout) == (ENVIRONMENT, "")
    assert ran.stderr.startswith(
        "file/sheet.pdf: error[not-writable]: cannot write the leaflet\n   = file is no folder\n"
    )
    assert "--output" in ran.stderr


@pytest.mark.parametrize("output", ["sheet.txt", "sheet.pdf ", "new/sheet.PDF.", "sheet.odt"])
def test_output_with_the_name_of_another_kind_of_file_makes_no_folder(output: str, here: Path) -> None:
    for asked in (BUILD, ("proof",)):
        ran = run(*asked, "--output", output)
        assert (ran.code, ran.stdout, list(here.iterdir())) == (USAGE, "", [])
        assert re.search(r'no name of a PDF; did you mean "(new/)?sheet\.pdf"\?', ran.stderr)
        assert ran.stderr.endswith("? for a folder end it with /\n")


@pytest.mark.parametrize("output", ["leaflets.2026", "sheet.txt", "dir.with.dots/", "new/sheet.pdf/"])
def test_a_folder_may_have_a_dot_in_its_name(output: str, here: Path) -> None:
    if output.endswith(".txt"):
        (here / output).mkdir()
    assert run(*BUILD, "--output", output).paths == [Path(output) / "leaflet-kk-national-trifold.pdf"]


def test_what_stands_where_nothing_could_be_written_is_not_to_be_printed(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = (*BUILD, "--simplex", "--output", "out")
    assert run(*asked).code == GOOD

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    ran = run(*asked)
    assert ran.code == ENVIRONMENT
    assert "; what is there is not this leaflet: do not print it" in ran.stderr
    assert len(list((here / "out").iterdir())) == 2


def test_a_file_is_no_folder_though_a_slash_stands_behind_its_name(here: Path) -> None:
    (here / "sheet.pdf").write_bytes(b"%PDF-1.7 another leaflet")
    ran = run(*BUILD, "--output", "sheet.pdf/")
    assert (ran.code, ran.stderr) == (USAGE, 'leaflet: "sheet.pdf" is a file; name a folder or a .pdf file\n')
    assert (here / "sheet.pdf").read_bytes() == b"%PDF-1.7 another leaflet"


@pytest.mark.usefixtures("here")
def test_a_name_that_is_too_long_is_told_for_each_edition() -> None:
    ran = run("build", "-l", "kk", "-r", "almaty,atyrau", "--output", f"{'a' * 300}/")
    assert ran.code == ENVIRONMENT
    assert ran.stderr.count("not built: ") == 2
    assert "is not this leaflet" not in ran.stderr


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("-", "not written to stdout; name a .pdf file"),
        ("", "found nothing"),
        (" ", "found nothing"),
        ("file:///tmp/x.pdf", "found an address; name it by its path"),
        ("~/x.pdf", "the shell does not replace ~ within quotes"),
    ],
)
def test_output_to_nowhere_is_wrong_usage_and_makes_no_folder(output: str, said: str, here: Path) -> None:
    for asked in (BUILD, ("proof",)):
        ran = run(*asked, "--output", output)
        assert (ran.code, ran.stdout) == (USAGE, "")
        assert said in ran.stderr
    assert list(here.iterdir()) == []


def test_a_file_that_is_no_pdf_is_not_overwritten(here: Path) -> None:
    letter = here / "letter.pdf"
    letter.write_text("my only copy", encoding="utf-8")
    ran = run(*BUILD, "-o", "letter.pdf")
    assert (ran.code, ran.stdout) == (ENVIRONMENT, "")
    assert "error[not-a-pdf]" in ran.stderr
    assert letter.read_text(encoding="utf-8") == "my only copy"


# Wrong usage.


def test_without_a_language_the_build_lists_them(here: Path) -> None:
    ran = run("build", "--region", "almaty")
    assert (ran.code, ran.stdout) == (USAGE, "")
    for tag, own_name in (("kk", "Қазақша"), ("ru", "Русский"), ("en", "English")):
        assert re.search(rf"^ +{tag} +{own_name}$", ran.stderr, re.MULTILINE)
    assert "--lang" in ran.stderr
    assert list(here.iterdir()) == []


def test_a_language_whose_file_is_not_read_for_its_name_is_told_of_it(content: Path) -> None:
    shutil.copy(content / "ru.yaml", content / "uz-Latn.yaml.txt")
    ran = run("build", "--lang", "uz-Latn", "--content", str(content))
    assert ran.stderr.splitlines()[:2] == [
        'leaflet: no language "uz-Latn"',
        "uz-Latn.yaml.txt is not read: leaflet check says why",
    ]


def test_a_language_whose_tag_was_begun_is_suggested_before_one_that_is_spelt_much_like_it(
    content: Path,
) -> None:
    shutil.copy(content / "ru.yaml", content / "uz-Latn.yaml")
    ran = run("build", "--lang", "uz", "--content", str(content))
    assert ran.stderr.startswith('leaflet: no language "uz"; did you mean "uz-Latn"?\n')
    assert ran.stderr.endswith("\n  uz-Latn  has errors, which leaflet check tells\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--mono",), "no such option: --mono; did you mean --ink mono?"),
        (("--colour",), "no such option: --colour; did you mean --ink colour?"),
        (("--color",), "no such option: --color; did you mean --ink colour?"),
        (("--letter",), "no such option: --letter; did you mean --paper letter?"),
        (("--duplex",), "no such option: --duplex; every leaflet is for both sides: no option is needed"),
        (("--ink", "color"), "no such value: --ink color; did you mean --ink colour?"),
        (("--format", "letter"), "no such value: --format letter; did you mean --paper letter?"),
        (("\u2014region", "almaty"), "no such option: \u2014region; write it with two hyphens: --region"),
        (("\u2013ink=mono",), "no such option: \u2013ink; write it with two hyphens: --ink"),
        (("-region", "almaty"), "no such option: -region; write it with two hyphens: --region"),
        (("ru",), "found 'ru' without an option before it; for a language write --lang ru"),
        (("ru,uz-Latn",), "for a language write --lang ru,uz-Latn"),
        (("KZ-75",), "for a region write --region KZ-75"),
        (
            ("--region", "Алматинская", "область"),
            "found 'область' without an option before it; if it belongs to what stands before it, "
            'put it in quotes: --region "Алматинская область"',
        ),
        (("-o", "my", "new", "file.pdf"), 'put it in quotes: --output "my new file.pdf"'),
        (("--region", "--lang", "ru"), "--region lacks its value: expected one, found the option --lang"),
        (("-r", "-f", "a4"), "--region lacks its value: expected one, found the option -f"),
        (
            ("--content", "--paper=letter"),
            "--content lacks its value: expected one, found the option --paper",
        ),
        (("-o", "--", "ru"), "for a language write --lang ru"),
        (("-o", "--", "a file"), "found 'a file' without an option before it"),
        (("Алматы",), "found 'Алматы' without an option before it; for a region write --region Алматы"),
    ],
)
def test_what_build_does_not_take_is_answered_with_what_may_have_been_meant(
    arguments: tuple[str, ...], said: str
) -> None:
    ran = run(*BUILD, *arguments)
    assert (ran.code, ran.stdout) == (USAGE, "")
    assert said in " ".join(ran.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("proof --format a4", "no such option: --format; one sheet serves both formats"),
        ("proof -f a4", "no such option: -f; one sheet serves both formats"),
        ("proof --region=almaty", "no such option: --region; one sheet serves all regions"),
        ("proof --press", "no such option: --press; the sheet checks an office printer"),
        ("build --lang kk --copies 100", "no such option: --copies; copies are set in the print dialogue"),
        (
            "build --lang kk --print",
            "no such option: --print; leaflet makes the PDF, and any program opens and",
        ),
        (
            "proof --open",
            "no such option: --open; leaflet makes the PDF, and any program opens and prints it",
        ),
        ("print", "no such command: print; leaflet build makes the PDF, and any program prints it"),
        ("make --lang kk", "no such command: make; leaflet build makes the PDF, and any program prints it"),
        (
            "check content",
            "found 'content' without an option before it; for a folder of content write --content content",
        ),
        ("check content/ru.yaml", "for a folder of content write --content content"),
        ("build --lang kk content", "for a folder of content write --content content"),
        ("build --lang all", 'no language "all"; did you mean --lang en,kk,ru?'),
        ("build --lang kk,ru;en", 'no language "ru;en"; did you mean --lang ru,en?'),
        (
            "fingerprints --lang kk,ru",
            'no language "kk,ru"; one language at a time: --lang kk, then --lang ru',
        ),
        (
            "fingerprints --lang kk;ru",
            'no language "kk;ru"; one language at a time: --lang kk, then --lang ru',
        ),
    ],
)
def test_what_a_command_does_not_take_is_answered_with_what_may_have_been_meant(
    arguments: str, said: str, content: Path, here: Path
) -> None:
    content.rename(here / "content")
    ran = run(*arguments.split())
    assert (ran.code, ran.stdout) == (USAGE, "")
    assert said in " ".join(ran.stderr.split())


def test_languages_with_a_space_between_them_are_answered_with_a_comma() -> None:
    assert run("build", "--lang", "kk Русский").stderr.startswith(
        'leaflet: no language "kk Русский"; did you mean --lang kk,ru?\n'
    )


def test_a_word_that_names_no_folder_of_content_may_be_meant_as_a_region(here: Path) -> None:
    (here / "almaty").mkdir()
    shutil.copytree(resources.directory("content"), here, dirs_exist_ok=True)
    assert "for a region write --region almaty" in run(*BUILD, "almaty").stderr


def test_a_word_without_any_hyphen_is_no_option() -> None:
    assert "for a region write --region region" in run(*BUILD, "region").stderr


def test_a_value_may_begin_with_a_dash(here: Path) -> None:
    assert run(*BUILD, "--output", "\u2014lang.pdf").paths == [Path("\u2014lang.pdf")]
    assert [path.name for path in here.iterdir()] == ["\u2014lang.pdf"]


@pytest.mark.parametrize("typed", ["“kk”", "«kk»", "„kk“", "‘Қазақша’"])
def test_a_language_may_stand_in_quotes_of_a_word_processor(typed: str) -> None:
    assert run("build", "--lang", typed, "--region", "“Алматы”").stdout.startswith("output/leaflet-kk-almaty")


@pytest.mark.parametrize(
    ("typed", "tag"),
    [("Russian", "русский"), ("Kazakh", "қазақша"), ("казахский", "қазақша"), ("Engish", "english")],
)
def test_a_language_by_another_name_is_answered_with_the_one_that_sounds_like_it(
    typed: str, tag: str
) -> None:
    tags = {"русский": "ru", "қазақша": "kk", "english": "en"}
    assert run("build", "--lang", typed).stderr.startswith(
        f'leaflet: no language "{typed}"; did you mean "{tags[tag]}"?'
    )


@pytest.mark.parametrize("typed", ["Korean", "Romanian", "Kyrgyz", "Estonian", "uz"])
def test_a_language_that_is_not_there_is_not_taken_for_another(typed: str) -> None:
    assert "did you mean" not in run("build", "--lang", typed).stderr


def test_every_command_is_described_in_a_line_of_the_help() -> None:
    described = run("--help").stdout.partition("Commands:")[2].splitlines()[1:]
    assert len(described) == 10
    assert not [line for line in described if line.endswith(("...", "…"))]


def test_one_contact_is_told_as_one() -> None:
    said = run(*BUILD, "--region", "abai").stderr
    assert ": 2 pages, 1 contact, with its code, text " in said
    assert RESTS_ON_THE_MEMO.format(4) in said  # Three hotlines, too.


def test_a_comma_at_the_end_of_a_list_harms_nothing() -> None:
    assert (
        run("build", "--lang", "ru,", "--region", "Astana, ,").stdout
        == "output/leaflet-ru-astana-trifold.pdf\n"
    )
    assert run(*BUILD, "--region", ",").code == USAGE
    assert run(*BUILD, "--region", "astana", "--region", "").code == USAGE


def test_a_folder_above_the_content_is_answered_with_the_content(content: Path) -> None:
    ran = run(*BUILD, "--content", str(content.parent))
    assert ran.code == USAGE
    assert ran.stderr.endswith(f"; did you mean --content {content}?\n")


def test_another_language_is_not_taken_for_the_nearest() -> None:
    assert "did you mean" not in run("build", "--lang", "uz").stderr


def test_an_unknown_language_is_answered_with_the_nearest() -> None:
    ran = run("build", "--lang", "rus")
    assert (ran.code, ran.stdout) == (USAGE, "")
    assert ran.stderr.startswith('leaflet: no language "rus"; did you mean "ru"?\n')
    assert "Қазақша" in ran.stderr


@pytest.mark.parametrize(
    ("query", "nearest"), [("Almata", "almaty"), ("Qostanay", "kostanay"), ("Каракандинская", "karaganda")]
)
def test_an_unknown_region_is_answered_with_the_nearest(query: str, nearest: str) -> None:
    ran = run(*BUILD, "--region", query)
    assert (ran.code, ran.stdout) == (USAGE, "")
    first, *rest = ran.stderr.splitlines()
    assert first.startswith(f'leaflet: no region "{query}"; did you mean {nearest}')
    assert rest == ['"leaflet regions" lists them all']


@pytest.mark.parametrize("query", ["", "xyzzy", "99", "\u202e"])
def test_a_region_like_no_other_is_still_no_traceback(query: str) -> None:
    ran = run(*BUILD, "--region", query)
    assert (ran.code, ran.stdout) == (USAGE, "")
    assert "did you mean" not in ran.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--lang", "kk", "--format", "poster"),
        ("build", "--lang"),
        ("build", "--lang", "kk", "--content", "nowhere"),
        ("check", "--content", ""),
        ("fingerprints", "--lang", "xx"),
        ("fingerprints",),
        ("bild",),
        ("--lang", "kk"),
    ],
    ids=" ".join,
)
def test_wrong_usage_has_an_exit_code_of_its_own(arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.stdout) == (USAGE, "")
    assert ran.stderr


def single_valued() -> list[tuple[str, str]]:
    """Every option of every command that takes one value."""
    commands = typer.main.get_command(cli.app).commands  # type: ignore[attr-defined]
    return [
        (name, option.opts[0])
        for name, command in commands.items()
        for option in command.params
        if takes_one_value(option)
    ]


@pytest.mark.parametrize(("name", "option"), single_valued())
def test_an_option_of_one_value_is_given_once(name: str, option: str, here: Path) -> None:
    ran = run(name, option, "one", f"{option}=another")
    assert (ran.code, ran.stdout) == (USAGE, "")
    assert f"Error: {option} takes one value, found 'one' and 'another'; keep one of them\n" in ran.stderr
    assert list(here.iterdir()) == []


def test_many_options_take_one_value() -> None:
    assert {"--format", "--paper", "--ink", "--output", "--content", "--as-of", "--preflight", "--lang"} == {
        option for _, option in single_valued()
    }
    assert "found 'a4' and 'trifold'" in run(*BUILD, "-f", "a4", "--format", "trifold").stderr


# Regions, as people write them.


@pytest.mark.parametrize(
    ("region", "names"),
    [
        (
            "west-kazakhstan",
            [
                "west-kazakhstan",
                "KZ-27",
                "kz-27",
                "Батыс Қазақстан облысы",
                "западно-казахстанская область",
                "West Kazakhstan Region",
                "WEST KAZAKHSTAN",
                "Орал",
            ],
        ),
        ("astana", ["Nur-Sultan", "нұр-сұлтан"]),
        ("almaty", ["Алма-Ата"]),
        ("turkistan", ["South Kazakhstan", "ЮКО"]),
        ("shymkent", ["Шымкент"]),
    ],
)
def test_all_names_of_a_region_mean_one_leaflet(region: str, names: list[str]) -> None:
    ran = run(*BUILD, *(part for name in names for part in ("--region", name)))
    assert ran.code == GOOD, ran.stderr
    assert ran.stdout == f"output/leaflet-kk-{region}-trifold.pdf\n"


def test_almaty_means_the_city_and_a_note_names_the_region() -> None:
    ran = run(*BUILD, "--region", "Almaty")
    assert ran.stdout == f"{ALMATY}\n"
    (note,) = [line for line in ran.stderr.splitlines() if line.startswith("note: ")]
    assert "almaty-region" in note


def test_a_leaflet_that_was_asked_for_and_is_not_built_is_no_success(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "build_all", lambda *_: [])
    assert run(*BUILD).code == ERROR


def test_a_region_without_an_organisation_builds_and_says_so() -> None:
    ran = run(*BUILD, "--region", "atyrau")
    assert ran.code == GOOD
    assert ran.paths == [Path("output/leaflet-kk-atyrau-trifold.pdf")]
    assert "note: no organisation serves Атырау облысы" in ran.stderr


# What is wrong with the content.


def test_broken_content_is_reported_by_line_and_column_and_nothing_is_built(
    content: Path, here: Path
) -> None:
    spoil(content / "organizations.yaml", "+77273764037", "87273764037")
    spoil(content / "kk.yaml", "**{police}**", "**{polise}**")
    ran = run(*BUILD, "--content", str(content))
    assert (ran.code, ran.stdout) == (ERROR, "")
    facts, words = (re.escape(str(content / name)) for name in ("organizations.yaml", "kk.yaml"))
    assert re.search(rf"^{facts}:11:12: error\[bad-phone\]: ", ran.stderr, re.MULTILINE)
    assert re.search(rf"^{words}:\d+:\d+: error\[unknown-placeholder\]: ", ran.stderr, re.MULTILINE)
    assert 'help: did you mean "police"?' in ran.stderr
    assert ran.stderr.splitlines()[-1] == "nothing was built: 2 errors in the content"
    assert list(here.iterdir()) == []


def test_an_earlier_good_file_survives_broken_content(content: Path, here: Path) -> None:
    asked = (*BUILD, "--content", str(content), "-o", "sheet.pdf")
    assert run(*asked).code == GOOD
    good = (here / "sheet.pdf").read_bytes()
    spoil(content / "kk.yaml", "name:", "nama:")
    assert run(*asked).code == ERROR
    assert (here / "sheet.pdf").read_bytes() == good


def test_an_error_in_another_language_does_not_stop_this_one(content: Path) -> None:
    spoil(content / "ru.yaml", "name:", "nama:")
    assert run(*BUILD, "--content", str(content)).code == GOOD
    assert run("build", "--lang", "ru", "--content", str(content)).code == ERROR


def test_a_translation_is_built_with_the_warnings_of_its_source_in_sight(content: Path) -> None:
    spoil(content / "kk.yaml", "қозғалысын бақылау", "қoзғалысын бақылау")
    record_reviews(content, "kk")
    spoil(content / "en.yaml", "your passport", "your pаssport")
    for language in ("ru", "kk"):
        ran = run("build", "--lang", language, "--content", str(content))
        assert ran.code == GOOD
        assert "kk.yaml:34:9: warning[mixed-scripts]" in ran.stderr
        assert "en.yaml" not in ran.stderr


def test_text_that_does_not_fit_stops_the_edition_and_says_by_how_much(content: Path, here: Path) -> None:
    sentence = "Өз төлқұжатыңызды ешкімге сеніп тапсырушы болмаңыз."
    spoil(content / "kk.yaml", sentence, " ".join([sentence] * 60))
    record_reviews(content, "kk")
    ran = run(*BUILD, "--content", str(content))
    assert (ran.code, ran.stdout) == (ERROR, "")
    assert re.search(r"kk\.yaml:\d+:\d+: error\[overset-text\]: the text is too long", ran.stderr)
    assert re.search(r"by \d+\.\d mm", ran.stderr)
    assert re.search(r"help: shorten by about \d+ characters", ran.stderr)
    assert list(here.iterdir()) == []


def test_a_letter_that_the_typeface_lacks_stops_the_edition(content: Path, here: Path) -> None:
    spoil(content / "kk.yaml", "қозғалысын бақылау", "қозғалысын 監視")
    record_reviews(content, "kk")
    ran = run(*BUILD, "--content", str(content))
    assert (ran.code, ran.stdout) == (ERROR, "")
    assert re.search(r"kk\.yaml:\d+:\d+: error\[missing-glyph\]", ran.stderr)
    assert "U+76E3" in ran.stderr
    assert list(here.iterdir()) == []


def test_a_folder_without_content_is_a_finding(tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = run(*BUILD, "--content", str(empty))
    assert ran.code in (ERROR, USAGE)
    assert ran.stdout == ""
    assert ran.stderr


# What is wrong with the fonts.


def test_a_changed_font_file_is_named_and_nothing_is_built(fonts: Path, here: Path) -> None:
    changed = fonts / "NotoSans-SemiCondensed.ttf"
    changed.write_bytes(changed.read_bytes() + b"\0")
    ran = run(*BUILD)
    assert (ran.code, ran.stdout) == (ENVIRONMENT, "")
    assert ran.stderr.startswith(f"{changed}: error[font-changed]: ")
    assert "expected SHA-256" in ran.stderr
    assert list(here.iterdir()) == []


def test_font_files_that_have_changed_places_are_named(fonts: Path, here: Path) -> None:
    one, other = (fonts / f"NotoSans-{weight}.ttf" for weight in ("SemiCondensed", "SemiCondensedBold"))
    swapped = other.read_bytes(), one.read_bytes()
    for path, data in zip((one, other), swapped, strict=True):
        path.write_bytes(data)
    ran = run(*BUILD)
    assert (ran.code, ran.stdout, list(here.iterdir())) == (ENVIRONMENT, "", [])
    assert ran.stderr.startswith(tuple(f"{path}: error[font-changed]: " for path in (one, other)))


def test_a_missing_font_file_is_named(fonts: Path) -> None:
    missing = fonts / "NotoSans-SemiCondensedBold.ttf"
    missing.unlink()
    ran = run(*BUILD)
    assert (ran.code, ran.stdout) == (ENVIRONMENT, "")
    assert ran.stderr.startswith(f"{missing}: error[font-missing]: ")


# Tables.


@pytest.mark.parametrize(
    ("table", "rows", "header"),
    [("languages", 3, "language"), ("regions", 20, "region"), ("organizations", 20, "row")],
)
def test_a_table_has_a_header_and_its_rows(table: str, rows: int, header: str) -> None:
    ran = run(table)
    assert (ran.code, ran.stderr) == (GOOD, "")
    first, *rest = ran.stdout.splitlines()
    assert first.split()[0] == header
    assert len(rest) == rows


def test_the_regions_as_json() -> None:
    ran = run("regions", "--json")
    assert (ran.code, ran.stderr) == (GOOD, "")
    rows = {row["region"]: row for row in json.loads(ran.stdout)}
    assert len(rows) == 20
    assert rows["almaty"]["kk"] == "Алматы қаласы"
    assert rows["almaty"]["iso"] == "KZ-75"
    assert rows["almaty"]["organizations"] == ["rodnik", "legal-initiative"]
    assert rows["atyrau"]["organizations"] == []
    assert [row["nationwide"] for row in rows.values()] == [["union-of-crisis-centres"]] * 20


def test_the_table_of_regions_counts_the_contacts_that_a_build_counts() -> None:
    head, *rows = run("regions").stdout.splitlines()
    assert head.endswith("  organizations  nationwide")
    (almaty,) = [row for row in rows if row.startswith("almaty ")]
    assert almaty.split()[-2:] == ["2", "1"]
    assert ": 2 pages, 3 contacts, " in run(*BUILD, "--region", "almaty").stderr


def test_the_organisations_as_json() -> None:
    rows = json.loads(run("organizations", "--json").stdout)
    assert [row["row"] for row in rows] == list(range(1, 21))
    assert all(re.fullmatch(r"\+7\d{10}", phone) for row in rows for phone in row["phones"])
    assert [row["organization"] for row in rows if row["national"]] == ["union-of-crisis-centres"]
    assert {row["checked"] for row in rows} == {None}
    assert {row["organization"]: row["short_numbers"] for row in rows if row["short_numbers"]} == {
        "korgau": ["1409"]
    }
    assert [row["faxes"] for row in rows if row["organization"] == "rodnik"] == [["+77273964240"]]


def test_the_table_of_organisations_has_every_number_that_is_printed() -> None:
    said = run("organizations").stdout
    assert all(number in said for number in ("+7\u00a0727\u00a0396\u00a04240", "  1409  "))


@pytest.mark.parametrize(
    ("asked", "served"),
    [
        (("Шымкент",), ["union-of-crisis-centres", "sana-sezim"]),
        (("abai", "KZ-61"), ["union-of-crisis-centres", "sana-sezim"]),
        (("abai,Ақтөбе облысы",), ["union-of-crisis-centres", "daris", "malika"]),
    ],
)
def test_the_organisations_of_a_region_are_those_of_its_leaflet(
    asked: tuple[str, ...], served: list[str]
) -> None:
    ran = run("organizations", "--json", *(part for name in asked for part in ("--region", name)))
    assert [row["organization"] for row in json.loads(ran.stdout)] == served


def test_a_region_is_named_to_the_list_of_organisations_as_to_the_build() -> None:
    assert "did you mean almaty" in run("organizations", "--region", "Almata").stderr
    assert run("organizations", "-r", "Almaty").stderr.startswith('note: "Almaty" is taken as almaty; ')
    assert len(json.loads(run("organizations", "--json", "-r", "national").stdout)) == 20


def test_an_organisation_is_found_by_its_name_in_the_source() -> None:
    head, *rows = run("organizations").stdout.splitlines()
    assert head.endswith("  name")
    (row,) = [row for row in rows if "Құқықтық Бастама" in row]
    assert row.split()[1] == "legal-initiative"
    names = [row["name"] for row in json.loads(run("organizations", "--json").stdout)]
    assert [line.endswith(f"  {name}") for line, name in zip(rows, names, strict=True)] == [True] * 20


def test_the_languages_as_json() -> None:
    rows = {row["language"]: row for row in json.loads(run("languages", "--json").stdout)}
    assert set(rows) >= {"kk", "ru", "en"}
    assert rows["kk"]["memo"] == "source"
    assert rows["ru"]["memo"] == "draft"


def test_a_table_of_broken_content_fails(content: Path) -> None:
    spoil(content / "organizations.yaml", "+77273764037", "87273764037")
    ran = run("organizations", "--content", str(content))
    assert ran.code == ERROR
    assert "error[bad-phone]" in ran.stderr


@pytest.mark.parametrize(("language", "key"), [("ru", "made_from"), ("en", "made_from"), ("kk", "compared")])
def test_the_fingerprints_are_those_that_a_language_file_remembers(language: str, key: str) -> None:
    ran = run("fingerprints", "--lang", language)
    words = (resources.directory("content") / f"{language}.yaml").read_text(encoding="utf-8")
    (block,) = re.findall(rf"^{key}:\n(?: .*\n)+", words, re.MULTILINE)
    assert ran.code == GOOD
    assert ran.stdout == "\n" + block, "the file that it is added to may not end its last line"


@pytest.mark.parametrize("broken", ["ru", "kk"])
def test_where_no_fingerprints_are_printed_it_is_said_and_why_without_what_is_wrong_elsewhere(
    broken: str, content: Path
) -> None:
    spoil(content / f"{broken}.yaml", "name:", "nama:")
    path = content / "en.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("\nmade_from:")[0], encoding="utf-8")
    ran = run("fingerprints", "--lang", "ru", "--content", str(content))
    assert (ran.code, ran.stdout) == (ERROR, "")
    assert f"{broken}.yaml:" in ran.stderr
    assert "en.yaml" not in ran.stderr
    assert re.fullmatch(r"nothing was printed: \d errors in the content", ran.stderr.splitlines()[-1])


# Help, streams, consoles.


def test_the_version() -> None:
    ran = run("--version")
    assert (ran.code, ran.stdout, ran.stderr) == (GOOD, f"leaflet {leaflet.__version__}\n", "")


def test_help_lists_the_commands_and_shows_examples() -> None:
    ran = run("--help")
    assert ran.code == GOOD
    for name in (
        "build",
        "check",
        "diff",
        "explain",
        "proof",
        "languages",
        "regions",
        "organizations",
        "fingerprints",
    ):
        assert re.search(rf"^ +{name} ", ran.stdout, re.MULTILINE)
    examples = run("build", "--help").stdout.partition("Examples:\n")[2].splitlines()
    lines = [line.strip() for line in examples if line.strip()]
    assert len(lines) >= 3
    assert all(line.startswith("leaflet build --lang ") for line in lines)


def test_the_examples_of_the_help_work() -> None:
    examples = re.findall(r"leaflet (build .*)", EXAMPLES)
    assert examples
    for example in examples:
        ran = run(*example.split())
        assert ran.code == GOOD, ran.stderr
        assert ran.paths


def test_without_arguments_the_command_explains_itself() -> None:
    ran = run()
    assert "build" in ran.stdout + ran.stderr


def test_pipes_get_no_colours(content: Path) -> None:
    spoil(content / "kk.yaml", "**{police}**", "**{polise}**")
    ran = command(*BUILD, "--content", str(content), FORCE_COLOR="1", TERM="xterm-256color")
    assert ran.code == ERROR
    assert "error[" in ran.stderr
    assert "\x1b" not in ran.stdout + ran.stderr


@pytest.mark.parametrize(("setting", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_gets_colours_unless_it_asks_for_none(
    setting: dict[str, str], coloured: bool, content: Path
) -> None:
    pty = pytest.importorskip("pty")
    spoil(content / "kk.yaml", "**{police}**", "**{polise}**")
    ours, theirs = pty.openpty()
    try:
        assert start((*BUILD, "--content", str(content)), setting, stderr=theirs).returncode == ERROR
        said = os.read(ours, 100_000)
    finally:
        os.close(ours)
        os.close(theirs)
    assert b"unknown-placeholder" in said
    assert (b"\x1b" in said) == coloured


@pytest.mark.parametrize("example", [("regions",), (*BUILD, "--region", "KZ-75")], ids=" ".join)
def test_the_command_works_from_any_folder(
    example: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "басқа бума"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert command(*example).code == GOOD


def test_a_listing_does_not_wait_for_a_pdf_library() -> None:
    code = (
        "import sys; from typer.testing import CliRunner; from leaflet.cli import app;"
        "assert CliRunner().invoke(app, ['regions']).exit_code == 0;"
        "print(*{'reportlab', 'uharfbuzz', 'pypdf', 'qrcode'} & set(sys.modules))"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert result.stdout.strip() == ""


EVERY_READER = (
    ("check",),
    ("fingerprints", "--lang", "ru"),
    ("organizations",),
    ("preflight", ALMATY),
    ("proof", "--lang", "kk"),
    (*BUILD, "--region", "almaty"),
)


@pytest.fixture(
    params=[(".", "content"), ("content", "."), ("output/new", "../../content"), ("content/new", "..")]
)
def edited(request: pytest.FixtureRequest, content: Path, here: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of an edited folder of content for one who stands above it, in it, or deeper."""
    spoil(content / "organizations.yaml", "+77273764037", "+77273764038")
    content.rename(here / "content")
    stand, name = request.param
    (here / stand).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(here / stand)
    return str(name)


@pytest.mark.parametrize("asked", EVERY_READER, ids=" ".join)
def test_where_an_edited_folder_is_here_it_is_asked_which_content_is_meant(
    asked: tuple[str, ...], edited: str
) -> None:
    before = sorted(Path().rglob("*"))
    ran = run(*asked)
    assert (ran.code, ran.stdout) == (USAGE, "")
    first, here, own = ran.stderr.splitlines()
    assert first.startswith("leaflet: which content? ")
    assert first.endswith("; they differ in organizations.yaml")
    assert here == f"  --content {edited}: the folder at hand"
    assert own == f"  --content {resources.directory('content')}: the one that came with leaflet"
    assert sorted(Path().rglob("*")) == before


def test_a_leaflet_of_the_edited_folder_is_not_replaced_by_one_of_the_old_numbers(
    content: Path, here: Path
) -> None:
    spoil(content / "organizations.yaml", "+77273764037", "+77273764038")
    content.rename(here / "content")
    (here / ALMATY).parent.mkdir()
    (here / ALMATY).write_bytes(b"%PDF- of the edited folder")
    assert run(*BUILD, "--region", "almaty").code == USAGE
    assert (here / ALMATY).read_bytes() == b"%PDF- of the edited folder"


@pytest.mark.parametrize("asked", [("regions",), (*BUILD, "--region", "atyrau")], ids=" ".join)
def test_a_folder_here_that_is_as_the_programs_own_asks_for_nothing(
    asked: tuple[str, ...], content: Path, here: Path
) -> None:
    content.rename(here / "content")
    ran = run(*asked)
    assert ran.code == GOOD
    assert "--content" not in ran.stderr


@pytest.mark.parametrize("command", ["build", "proof"])
def test_what_is_built_names_the_folder_that_it_was_built_from(command: str, content: Path) -> None:
    said = run(command, "--lang", "kk", "--content", str(content)).stderr.splitlines()
    assert f"built from {content}" in said
    assert "built from the content that came with leaflet" in run(command, "--lang", "kk").stderr.splitlines()
    spoil(content / "kk.yaml", "name:", "nama:")
    assert "built from" not in run(command, "--lang", "kk", "--content", str(content)).stderr


def test_whoever_names_another_folder_is_told_how_the_one_here_is_called(edited: str) -> None:
    ran = run("organizations", "--content", "kontent")
    said = f'leaflet: no content folder at "kontent"; did you mean --content {edited}?\n'
    assert (ran.code, ran.stderr) == (USAGE, said)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("content/ru.yaml", "; name its folder: --content content"),
        ("content.zip", "; unpack it, and name the folder that comes out of it: --content DIR"),
        ("content/old.ZIP", "; unpack it, and name the folder that comes out of it: --content DIR"),
        ("notes.txt", "; name the folder that holds organizations.yaml; did you mean --content content?"),
    ],
)
def test_whoever_names_a_file_is_told_of_a_folder_of_content_alone(
    name: str, said: str, content: Path, here: Path
) -> None:
    content.rename(here / "content")
    (here / name).touch()
    ran = run("languages", "--content", name)
    assert (ran.code, ran.stderr) == (USAGE, f'leaflet: "{name}" is a file{said}\n')


def test_whoever_names_the_folder_from_within_is_told_how_it_is_called_there(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(content)
    assert "did you mean --content .?" in run(*BUILD, "--content", "content").stderr


@pytest.mark.parametrize(
    "name",
    ["a\nb.pdf", "\x1b[31m.pdf", "a\u2028b", "a\x9b", "a\u202efdp.exe.pdf", "\u200b.pdf", "\udcff\udcfe.pdf"],
)
def test_no_leaflet_has_a_name_that_steers_the_console(name: str, here: Path) -> None:
    ran = run("build", "--lang", "kk", "--output", name)
    assert ran.code == USAGE
    assert "characters in its name that no console shows" in ran.stderr
    assert "\x1b" not in ran.stderr
    assert list(here.iterdir()) == []
