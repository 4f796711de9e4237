"""``leaflet preflight`` and the preflight of every build, as a person meets them."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
from faults.damage import assembled, updated
from faults.subject import written
from folders import record_reviews
from pypdf import PdfReader, PdfWriter
from sheets import Sheet
from typer.testing import CliRunner

import leaflet
from leaflet import cli, preflight, rendering, resources
from leaflet.choices import Depth
from leaflet.fonts import FontFolder
from leaflet.preflight import Report, by_pypdf, by_zxing
from leaflet.sheet import Layout

pytestmark = pytest.mark.usefixtures("here")

GOOD, ERROR, USAGE, ENVIRONMENT = 0, 1, 2, 3
BUILD = ("build", "--lang", "kk", "--region", "almaty", "--output", "leaflet.pdf")


class Ran:
    """What a command printed and how it ended."""

    def __init__(self, *arguments: str) -> None:
        result = CliRunner().invoke(cli.app, arguments, catch_exceptions=False)
        self.code, self.stdout, self.stderr = result.exit_code, result.stdout, result.stderr


@pytest.fixture
def good(here: Path, edition: Callable[..., Sheet]) -> Path:
    """A leaflet as it was built."""
    (here / "leaflet.pdf").write_bytes(edition("kk", "almaty").pdf)
    return Path("leaflet.pdf")


@cache
def reports() -> dict[bytes, Report]:
    """What was found about a file."""
    return {}


@pytest.fixture
def judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of the same bytes the same is found: for tests that are about what is said of it."""
    whole = preflight.inspect

    def inspect(pdf: bytes, layout: Layout, name: str, depth: Depth, typeface: FontFolder) -> Report:
        if pdf not in reports():
            reports()[pdf] = whole(pdf, layout, name, depth, typeface)
        return replace(reports()[pdf], file=name)

    monkeypatch.setattr(preflight, "inspect", inspect)


def test_a_good_leaflet_is_called_good(good: Path) -> None:
    ran = Ran("preflight", str(good))
    code = leaflet.localize(leaflet.load(), "kk", "almaty").edition
    said = f"leaflet.pdf: ok as a draft, 2 pages: kk, Алматы қаласы, trifold colour, edition {code}, "
    said += "draft of its own words beside the memo, contacts not checked\n"
    assert (ran.code, ran.stdout) == (GOOD, said)
    assert "error" not in ran.stderr


@pytest.mark.usefixtures("judged_once")
def test_it_is_said_with_which_content_a_leaflet_was_compared(good: Path) -> None:
    assert "compared with the content that came with leaflet\n" in Ran("preflight", str(good)).stderr
    own = str(resources.directory("content"))
    assert f"compared with {own}\n" in Ran("preflight", str(good), "--content", own).stderr


def test_a_draft_is_called_one_and_good_all_the_same() -> None:
    assert Ran("build", "--lang", "ru", "--region", "almaty", "--output", "other.pdf").code == GOOD
    ran = Ran("preflight", "other.pdf")
    assert ran.code == GOOD
    assert ran.stdout.endswith(", draft, contacts not checked\n")


@pytest.mark.usefixtures("judged_once")
def test_of_contacts_that_were_checked_and_words_that_were_reviewed_nothing_more_is_said(
    untranslated: Path,
) -> None:
    for name in ("organizations.yaml", "hotlines.yaml"):
        facts = (untranslated / name).read_text(encoding="utf-8")
        checked = re.sub(r"^(?=[a-z-]+:\n)(.*\n)", r'\1  checked_on: "2026-11-20"\n', facts, flags=re.M)
        (untranslated / name).write_text(checked, encoding="utf-8")
    words = (untranslated / "kk.yaml").read_text(encoding="utf-8")
    words = words.replace('status: "draft"', 'status: "reviewed"\n    on: "2026-11-24"', 1)
    (untranslated / "kk.yaml").write_text(words, encoding="utf-8")
    record_reviews(untranslated, "kk")
    asked = ("--content", str(untranslated))
    assert Ran(*BUILD, *asked).code == GOOD
    ran = Ran("preflight", "leaflet.pdf", *asked)
    assert ran.code == GOOD
    assert re.search(r"edition [A-Z0-9-]+\n$", ran.stdout)
    (row,) = json.loads(Ran("preflight", "leaflet.pdf", "--json", *asked).stdout)
    assert (row["draft"], row["contacts_checked"]) == (False, True)


def test_whoever_names_a_folder_is_told_to_name_its_files(here: Path) -> None:
    (here / "output").mkdir()
    ran = Ran("preflight", "output")
    assert ran.code == USAGE
    assert ran.stderr == f"leaflet: not a file: output; name the files in it: {Path('output/*.pdf')}\n"


def test_whoever_names_the_content_without_its_option_is_told_of_it(here: Path) -> None:
    shutil.copytree(resources.directory("content"), here / "content")
    ran = Ran("preflight", "content")
    assert ran.code == USAGE
    assert ran.stderr == "leaflet: not a file: content; did you mean --content content?\n"


def test_a_name_with_other_capitals_or_marks_is_told(here: Path) -> None:
    right = "leaflet-uz-latn-almaty-trifold.pdf"
    (here / "output").mkdir()
    (here / "output" / right).write_bytes(b"")
    for typed in ("leaflet-uz_Latn-almaty-trifold.pdf", "leaflet uz-latn almaty trifold.pdf"):
        ran = Ran("preflight", f"output/{typed}")
        assert ran.code == USAGE
        assert (
            ran.stderr == f"leaflet: no file {Path('output', typed)}; did you mean {Path('output', right)}?\n"
        )
    assert "did you mean" not in Ran("preflight", "output/leaflet-kk-almaty-trifold.pdf").stderr


@pytest.mark.parametrize(
    ("language", "what"), [("kk", "its own words beside the memo are a draft"), ("ru", "this is a draft")]
)
def test_a_draft_for_a_print_shop_is_called_one_before_it_is_sent_there(language: str, what: str) -> None:
    said = Ran("build", "--lang", language, "--region", "almaty", "--press").stderr
    not_sent = f"  {what} that nobody has reviewed: this file is not to be sent to a print shop\n"
    sent = "  the file that --release makes is sent as it is: 297 × 210 mm trimmed, "
    assert not_sent + sent in said


@pytest.mark.parametrize("epoch", ["junk", "-1", "1800000000"])
def test_the_time_that_a_checker_has_set_does_not_matter(
    epoch: str, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert Ran("preflight", str(good)).code == GOOD
    assert os.environ["SOURCE_DATE_EPOCH"] == epoch


def test_the_product_and_the_ink_are_told_from_the_file() -> None:
    asked = ("--lang", "en", "--format", "a4", "--paper", "letter", "--ink", "mono", "--output", "other.pdf")
    assert Ran("build", *asked).code == GOOD
    said = Ran("preflight", "other.pdf").stdout
    assert said.startswith(
        "other.pdf: ok as a draft, 3 pages: en, All regions of Kazakhstan, letter mono, edition EN-NATIONAL-"
    )


@pytest.mark.usefixtures("judged_once")
def test_every_file_is_judged_and_one_bad_one_is_enough(good: Path) -> None:
    Path("cut.pdf").write_bytes(good.read_bytes()[:-2000])
    ran = Ran("preflight", "cut.pdf", str(good))
    assert ran.code == ERROR
    assert ran.stdout.startswith("leaflet.pdf: ok as a draft, 2 pages: kk, ")
    assert "cut.pdf: error[unreadable-pdf]: cannot read the PDF\n" in ran.stderr
    assert "help: do not print this file; get it once more from whoever made it, or" in ran.stderr
    assert "not to be printed: 1 of 2 files" in ran.stderr


@pytest.mark.usefixtures("judged_once")
def test_json_holds_the_findings_of_every_file(good: Path) -> None:
    Path("other.pdf").write_bytes(b"words")
    ran = Ran("preflight", "--json", str(good), "other.pdf")
    first, second = json.loads(ran.stdout)
    assert ran.code == ERROR
    assert first == {
        "file": "leaflet.pdf",
        "ok": True,
        "pages": 2,
        "language": "kk",
        "region": "almaty",
        "product": "trifold",
        "edition": leaflet.localize(leaflet.load(), "kk", "almaty").edition,
        "draft": True,
        "contacts_checked": False,
        "findings": [],
    }
    assert (second["file"], second["ok"], second["edition"]) == ("other.pdf", False, None)
    (finding,) = second["findings"]
    assert (finding["code"], finding["severity"]) == ("unreadable-pdf", "error")
    assert (finding["file"], finding["line"], finding["column"]) == ("other.pdf", None, None)


def test_a_leaflet_of_other_content_is_not_judged_by_this_one(good: Path, edited: Path) -> None:
    facts = edited / "organizations.yaml"
    text = facts.read_text(encoding="utf-8")
    old, new = 'phones: ["+77273764037"]', 'phones: ["+77273764038"]\n  rung: ["+77273764038"]'
    assert old in text
    facts.write_text(text.replace(old, new + '\n  checked_on: "2026-11-20"'), encoding="utf-8")
    ran = Ran("preflight", str(good), "--content", str(edited))
    assert ran.code == ERROR
    assert "leaflet.pdf: error[unknown-edition]: the file was not made from this content\n" in ran.stderr
    assert "not to be printed: 1 of 1 file; 1 not judged: made from other content" in ran.stderr
    code = leaflet.localize(leaflet.load(), "kk", "almaty").edition
    assert f', found "{code}"\n' in ran.stderr
    assert "--content" in ran.stderr


@pytest.mark.parametrize(
    "name", ["kk-almaty-region-trifold", "ru-almaty-trifold (1)", "kk-almaty-a4", "kk-almaty-trifold-letter"]
)
@pytest.mark.usefixtures("judged_once")
def test_a_leaflet_under_the_name_of_another_one_is_good_and_both_are_named(name: str, good: Path) -> None:
    good.rename(f"leaflet-{name}.pdf")
    ran = Ran("preflight", f"leaflet-{name}.pdf")
    assert ran.code == GOOD
    assert f"{name}.pdf: warning[other-edition]: the file has the name of another leaflet\n" in ran.stderr
    assert f"= expected leaflet-kk-almaty-trifold, found leaflet-{name}.pdf\n" in ran.stderr


@pytest.mark.parametrize("name", ["leaflet-kk-almaty-trifold (1)", "leaflet-kk-almaty-for-Saule", "almaty"])
@pytest.mark.usefixtures("judged_once")
def test_a_leaflet_under_a_name_that_says_nothing_else_is_good(name: str, good: Path) -> None:
    good.rename(f"{name}.pdf")
    assert "warning" not in Ran("preflight", f"{name}.pdf").stderr


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    """A copy of the content, to be edited."""
    return Path(shutil.copytree(resources.directory("content"), tmp_path / "edited"))


@pytest.mark.usefixtures("judged_once")
def test_a_language_that_is_not_finished_keeps_no_other_from_being_judged(good: Path, edited: Path) -> None:
    shutil.copy(edited / "ru.yaml", edited / "uz-Latn.yaml")
    (edited / "en.yaml").write_text("language: en\n", encoding="utf-8")
    ran = Ran("preflight", str(good), "--content", str(edited))
    assert (ran.code, ran.stderr) == (GOOD, f"compared with {edited}\n")
    assert "leaflet.pdf: ok as a draft" in ran.stdout


def test_where_the_words_of_a_leaflet_have_errors_they_are_told_once_and_it_is_not_judged(
    good: Path, edited: Path
) -> None:
    shutil.copy(good, "again.pdf")
    source = edited / "kk.yaml"
    source.write_text(source.read_text(encoding="utf-8") + "\nstray: 1\n", encoding="utf-8")
    ran = Ran("preflight", str(good), "again.pdf", "--content", str(edited))
    assert ran.code == ERROR
    assert ran.stderr.count("error[unknown-key]") == 1
    for name in ("leaflet.pdf", "again.pdf"):
        assert f"{name}: error[unsound-content]: the file cannot be judged" in ran.stderr
    assert "not to be printed: 2 of 2 files; 2 not judged:" in ran.stderr
    (row,) = json.loads(Ran("preflight", "--json", str(good), "--content", str(edited)).stdout)
    assert (row["ok"], row["findings"][-1]["code"]) == (False, "unsound-content")


def test_a_leaflet_of_another_version_is_not_judged_by_this_one(good: Path) -> None:
    pdf = PdfWriter(clone_from=good)
    pdf.add_metadata({"/Creator": "leaflet 0.0.9"})
    Path("other.pdf").write_bytes(written(pdf))
    ran = Ran("preflight", "other.pdf")
    assert ran.code == ERROR
    assert "other.pdf: error[other-version]: the file was made by another version of leaflet" in ran.stderr
    assert f'= expected {leaflet.__version__}, found "0.0.9"\n' in ran.stderr
    assert "help: build it anew, or preflight it with that version\n" in ran.stderr
    assert "1 not judged: made from other content than this, or by another version" in ran.stderr


def test_an_edition_that_the_content_does_not_have_is_unknown(good: Path) -> None:
    pdf = PdfWriter(clone_from=good)
    pdf.add_metadata({"/Keywords": "TG-NATIONAL-20261123-ABCDEF trifold colour"})
    Path("other.pdf").write_bytes(written(pdf))
    ran = Ran("preflight", "other.pdf")
    assert ran.code == ERROR
    assert "error[unknown-edition]: the content has no such edition\n" in ran.stderr


def test_a_pdf_that_is_no_leaflet_is_told_so() -> None:
    Path("bill.pdf").write_bytes(assembled([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages >>"]))
    ran = Ran("preflight", "bill.pdf")
    assert ran.code == ERROR
    assert "bill.pdf: error[not-a-leaflet]: the file does not say that it is a leaflet\n" in ran.stderr
    assert "among its keywords, found nothing\n" in ran.stderr
    assert 'help: name a file that "leaflet build" has made' in ran.stderr


def test_of_files_that_were_merged_each_is_to_be_checked_before(good: Path) -> None:
    merged = PdfWriter()
    merged.append(good)
    merged.append(good)
    merged.write("merged.pdf")
    ran = Ran("preflight", "merged.pdf")
    assert ran.code == ERROR
    assert "error[not-a-leaflet]" in ran.stderr
    assert "if it was imposed, merged or exported, check the files that it was made from\n" in ran.stderr


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n" + bytes(99), "Слова".encode(), b""])
def test_what_is_no_pdf_is_told_so(data: bytes) -> None:
    Path("picture.pdf").write_bytes(data)
    ran = Ran("preflight", "picture.pdf")
    assert ran.code == ERROR
    assert "picture.pdf: error[unreadable-pdf]: this is no PDF\n" in ran.stderr
    assert 'help: name a file that "leaflet build" has made' in ran.stderr
    assert "report this fault" not in ran.stderr


CHANGED = "help: it was changed after leaflet wrote it: take the file as it was written\n"


def test_a_leaflet_that_another_program_has_saved_as_it_was_is_as_good(good: Path) -> None:
    PdfWriter(clone_from=good).write("again.pdf")
    assert Ran("preflight", "again.pdf").code == GOOD


def test_of_a_leaflet_that_another_program_has_changed_no_fault_is_to_be_reported(good: Path) -> None:
    again = PdfWriter(clone_from=good)
    again.add_metadata({"/Producer": "macOS Quartz PDFContext"})
    again.write("again.pdf")
    Path("added.pdf").write_bytes(updated(good.read_bytes()))
    with pypdfium2.PdfDocument(good) as document:
        document.save("loose.pdf")
    copied = PdfWriter()
    copied.append(PdfReader(good))
    copied.add_metadata(dict(PdfReader(good).metadata or {}))
    copied.write("copied.pdf")
    increment = PdfWriter(good, incremental=True)
    increment.add_metadata({"/Producer": "macOS Quartz PDFContext"})
    increment.write("increment.pdf")
    again.encrypt("secret")
    again.write("secret.pdf")
    for name in ("again.pdf", "added.pdf", "increment.pdf", "loose.pdf", "copied.pdf", "secret.pdf"):
        ran = Ran("preflight", name)
        assert ran.code == ERROR
        assert CHANGED in ran.stderr
        assert "report this fault" not in ran.stderr


@pytest.mark.parametrize("option", ["--press", "--archive"])
def test_that_another_program_has_saved_a_file_shows_in_its_version_too(option: str) -> None:
    assert Ran("build", "--lang", "kk", option, "--output", "good.pdf").code == GOOD
    PdfWriter(clone_from="good.pdf").write("again.pdf")
    ran = Ran("preflight", "again.pdf")
    assert "wrong-standard" in ran.stderr
    assert CHANGED in ran.stderr
    assert "report this fault" not in ran.stderr


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sheet_that_checks_a_printer_is_told_from_a_leaflet(paper: str) -> None:
    assert Ran("proof", "--lang", "kk", "--paper", paper, "--simplex", "--output", "sheets").code == GOOD
    for sheet in Path("sheets").iterdir():
        ran = Ran("preflight", str(sheet))
        assert (ran.code, ran.stdout) == (ERROR, "")
        (line,) = [line for line in ran.stderr.splitlines() if str(sheet) in line]
        assert (
            line
            == f"{sheet}: warning[proof-sheet]: the file is a sheet that checks a printer, and no leaflet"
        )
        assert ran.stderr.endswith("no leaflet: 1 proof sheet; preflight the leaflet itself\n")
        assert "   = " not in ran.stderr


@pytest.mark.usefixtures("judged_once")
def test_a_proof_sheet_among_good_leaflets_is_none_and_does_no_harm(good: Path) -> None:
    assert Ran("proof", "--lang", "kk", "--output", "proof.pdf").code == GOOD
    ran = Ran("preflight", "proof.pdf", str(good))
    assert ran.code == GOOD
    assert ran.stdout.startswith("leaflet.pdf: ok as a draft, ")
    assert ran.stderr.endswith("beside the other files: 1 proof sheet\n")
    assert Ran("preflight", "proof.pdf").stderr.endswith("1 proof sheet; preflight the leaflet itself\n")
    ok = [row["ok"] for row in json.loads(Ran("preflight", "--json", "proof.pdf", str(good)).stdout)]
    assert ok == [None, True]


@pytest.mark.parametrize("product", ["proof", "proof-letter", "proof-a4"])
@pytest.mark.usefixtures("judged_once")
def test_a_leaflet_that_calls_itself_a_proof_is_as_bad_as_any(product: str, good: Path) -> None:
    pdf = PdfWriter(clone_from=good)
    code = leaflet.localize(leaflet.load(), "kk", "almaty").edition
    pdf.add_metadata({"/Keywords": f"{code} {product} colour"})
    Path("other.pdf").write_bytes(written(pdf))
    ran = Ran("preflight", "other.pdf", str(good))
    assert ran.code == ERROR
    assert "not to be printed: 1 of 2 files" in ran.stderr
    ok = [row["ok"] for row in json.loads(Ran("preflight", "--json", "other.pdf", str(good)).stdout)]
    assert ok == [False, True]


def test_a_leaflet_that_calls_itself_a_proof_of_this_content_is_no_such_sheet(good: Path) -> None:
    assert Ran("proof", "--lang", "kk", "--output", "proof.pdf").code == GOOD
    words = PdfReader("proof.pdf").metadata["/Keywords"]
    pdf = PdfWriter(clone_from=good)
    pdf.add_metadata({"/Keywords": words})
    Path("other.pdf").write_bytes(written(pdf))
    ran = Ran("preflight", "other.pdf", str(good))
    assert ran.code == ERROR
    assert "other.pdf: error[lost-text]" in ran.stderr
    assert "proof-sheet" not in ran.stderr


@pytest.mark.usefixtures("judged_once")
def test_a_file_that_is_not_there_does_not_stop_the_others(good: Path) -> None:
    ran = Ran("preflight", "nothing.pdf", str(good))
    assert ran.code == ERROR
    assert ran.stdout.startswith("leaflet.pdf: ok as a draft, ")
    first, *_, last = ran.stderr.splitlines()
    assert (first, last) == ("leaflet: no file nothing.pdf", "not to be printed: 1 of 2 files")


def test_a_file_that_there_is_no_memory_for_is_named_and_does_not_stop_the_others(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, asked = by_pypdf.PdfReader, []

    def wanting(*arguments: object, **named: bool) -> object:
        asked.append(arguments)
        if len(asked) == 1:
            raise MemoryError
        return read(*arguments, **named)

    Path("first.pdf").write_bytes(good.read_bytes())
    monkeypatch.setattr(by_pypdf, "PdfReader", wanting)
    ran = Ran("preflight", "first.pdf", str(good))
    assert ran.code == ERROR
    assert ran.stdout.startswith("leaflet.pdf: ok as a draft, ")
    assert ran.stderr.startswith("leaflet: the machine has not enough memory to judge first.pdf\n")
    assert ran.stderr.endswith("not to be printed: 1 of 2 files\n")


def test_what_a_file_says_of_itself_does_not_reach_the_console_raw(good: Path) -> None:
    for words in ("\x1b[31mred", "\x1b[31mred proof colour", "\x1b[31mred trifold colour"):
        pdf = PdfWriter(clone_from=good)
        pdf.add_metadata({"/Keywords": words})
        Path("other.pdf").write_bytes(written(pdf))
        assert "\x1b" not in Ran("preflight", "other.pdf").stderr


@pytest.mark.skipif(os.name == "nt", reason="files cannot be called so")
@pytest.mark.usefixtures("judged_once")
def test_the_name_of_a_file_says_nothing_in_the_place_of_the_command(good: Path) -> None:
    forged = "a\x1b[31m\nleaflet.pdf: ok, 2 pages.pdf"
    shutil.copy(good, forged)
    ran = Ran("preflight", forged)
    assert ran.stdout.startswith(
        "a\ufffd[31m\ufffdleaflet.pdf: ok, 2 pages.pdf: ok as a draft, 2 pages: kk, "
    )
    assert ran.stdout.count("\n") == 1
    Path(forged).write_bytes(b"")
    for name in (forged, f"not {forged}"):
        said = Ran("preflight", name).stderr
        assert "\x1b" not in said
        assert not any(line.startswith("leaflet.pdf: ok") for line in said.splitlines())


@pytest.mark.parametrize("name", ["nothing.pdf", ".", "leaflet.pdf/x.pdf", "pipe"])
def test_what_is_no_file_is_wrong_usage(name: str, good: Path) -> None:
    assert good.is_file()
    os.mkfifo("pipe")
    ran = Ran("preflight", name)
    assert (ran.code, ran.stdout) == (USAGE, "")
    assert name in ran.stderr


def test_a_file_that_is_too_large_is_refused(good: Path) -> None:
    with good.open("ab") as file:
        file.truncate(2_000_000_000)
    ran = Ran("preflight", str(good))
    assert ran.code == ERROR
    assert "error[oversize-pdf]" in ran.stderr


# The preflight of a build.


def spoil(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the rendering lose the last panel of each side."""
    whole = rendering.render

    def render(layout: Layout, typeface: FontFolder) -> bytes:
        sides = tuple(replace(side, panels=side.panels[:-1]) for side in layout.sides)
        return whole(replace(layout, sides=sides), typeface)

    monkeypatch.setattr(rendering, "render", render)


def test_a_file_that_is_not_as_laid_out_never_takes_the_place_of_a_good_one(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = good.read_bytes()
    spoil(monkeypatch)
    ran = Ran(*BUILD)
    assert (ran.code, ran.stdout) == (ERROR, "")
    assert "error[lost-text]" in ran.stderr
    assert "help: report this fault of the program" in ran.stderr
    assert "not built: leaflet.pdf; what is there is not this leaflet: do not print it" in ran.stderr
    assert good.read_bytes() == before
    assert list(Path().iterdir()) == [good]


def test_the_full_preflight_of_a_build_scans_the_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_zxing, "scan", lambda _: [])
    assert Ran(*BUILD).code == GOOD
    Path("leaflet.pdf").unlink()
    ran = Ran(*BUILD, "--preflight", "full")
    assert ran.code == ERROR
    assert "error[unread-code]" in ran.stderr
    assert list(Path().iterdir()) == []


def test_the_full_preflight_lets_a_good_leaflet_pass() -> None:
    assert Ran(*BUILD, "--preflight", "full").stdout == "leaflet.pdf\n"


def test_a_colour_profile_that_is_gone_is_the_fault_of_the_program_and_not_of_the_file(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Ran(*BUILD, "--press").code == GOOD
    monkeypatch.setattr(rendering, "COATED", replace(rendering.COATED, path=here / "gone.icc"))
    ran = Ran("preflight", "leaflet.pdf")
    assert ran.code == ENVIRONMENT
    assert "profile-missing" in ran.stderr
    assert ran.stdout == ""


@pytest.mark.usefixtures("judged_once")
def test_a_file_that_may_not_be_read_does_not_keep_others_from_being_judged(
    good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, locked = resources.read, Path("locked.pdf")
    locked.write_bytes(good.read_bytes())

    def read(path: Path, most: int) -> bytes | None:
        if path == locked:
            raise PermissionError(13, "Permission denied")
        return whole(path, most)

    monkeypatch.setattr(resources, "read", read)
    monkeypatch.setattr(os, "access", lambda path, *_: str(path) != str(locked))
    ran = Ran("preflight", str(locked), str(good))
    assert ran.code == ERROR
    assert "cannot read locked.pdf: Permission denied" in ran.stderr
    assert ran.stdout.startswith("leaflet.pdf: ok")
