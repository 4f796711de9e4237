"""An editor lets the words of a language part by rule: the running text alone does, and reads back whole."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from shutil import copytree

import pytest
from sheets import Sheet, by_pdfium, by_pypdf, folded

import leaflet
from leaflet import resources
from leaflet.checking import check
from leaflet.content import Content, load
from leaflet.diagnostics import Severity
from leaflet.document import Role
from leaflet.fonts import FontFolder
from leaflet.localization import localize
from leaflet.sheet import TextLine

RUNNING = {Role.STATEMENT, Role.PARAGRAPH, Role.CHECK_ITEM, Role.LIST_ITEM}
TRIFOLD = leaflet.PRODUCTS["trifold"]


@pytest.fixture(scope="module")
def allowed(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The real content, in which the editor of every language allows hyphens."""
    folder = Path(copytree(resources.directory("content"), tmp_path_factory.mktemp("allowed") / "content"))
    for language in ("kk", "ru", "en"):
        path = folder / f"{language}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + 'hyphenate: "yes"\n', encoding="utf-8")
    return load(folder)


@pytest.fixture(scope="module")
def hyphenated(allowed: Content, typeface: FontFolder) -> Sheet:
    """The Kazakh trifold for the whole country."""
    document = localize(allowed, "kk")
    layout = leaflet.lay_out(document, TRIFOLD, typeface)
    return Sheet(document, layout, leaflet.render(layout, typeface))


def parted(sheet: Sheet) -> list[tuple[TextLine, str]]:
    """The lines that end in a hyphen of the break alone, each with the whole word that parts there."""
    found = []
    for panel in sheet.panels:
        lines = [item for item in panel.items if isinstance(item, TextLine)]
        for line, following in pairwise(lines):
            if line.hyphenated and line.tag == following.tag:
                found.append((line, line.text.split()[-1].removesuffix("-") + following.text.split()[0]))
    return found


def test_words_part_only_where_the_editor_allows_it(hyphenated: Sheet, edition: Callable[..., Sheet]) -> None:
    assert parted(hyphenated)
    assert parted(edition("kk", None, "trifold")) == []


@pytest.mark.parametrize(
    ("hyphenate", "product", "region", "old", "new"),
    [
        (True, "letter", None, "медицинскому обслуживанию.", "медицинскому **обслуживанию**."),
        (True, "trifold", "almaty", "ксерокопий паспорта и", "ксерокопий **незамедлительно**, и"),
        (False, "letter", "almaty", "у работодателя;", "у **кого-нибудь-другого**;"),
        (False, "trifold", "almaty", "уйти с работы;", "уйти по **собственному-желанию**;"),
    ],
)
def test_an_emphasised_word_that_parts_before_a_sign_is_heard_and_found_whole(
    bilingual: Path,
    typeface: FontFolder,
    hyphenate: bool,
    product: str,
    region: str | None,
    old: str,
    new: str,
) -> None:
    path = bilingual / "ru.yaml"
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1) + 'hyphenate: "yes"\n' * hyphenate, encoding="utf-8")
    layout = leaflet.lay_out(localize(load(bilingual), "ru", region), leaflet.PRODUCTS[product], typeface)
    pdf = leaflet.render(layout, typeface)
    assert leaflet.inspect(pdf, layout, depth=leaflet.Depth.FULL, typeface=typeface).findings == ()


def test_headings_names_numbers_and_addresses_stay_whole(hyphenated: Sheet) -> None:
    roles = {line.tag.role for line in hyphenated.lines if line.hyphenated}
    assert roles
    assert roles <= RUNNING


def test_a_word_with_a_capital_or_a_figure_stays_whole(hyphenated: Sheet) -> None:
    words = [word for _, word in parted(hyphenated)]
    assert [word for word in words if word != word.lower() or re.search(r"[\d@/]", word)] == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("product", ["trifold", "a4"])
def test_the_text_reads_back_whole_by_both_engines(
    allowed: Content, typeface: FontFolder, language: str, product: str
) -> None:
    document = localize(allowed, language)
    layout = leaflet.lay_out(document, leaflet.PRODUCTS[product], typeface)
    pdf = leaflet.render(layout, typeface)
    for text in (folded("".join(read(pdf))) for read in (by_pdfium, by_pypdf)):
        # Where a text goes on in another panel, other text may come between its parts.
        lost = [block.id for block in document.body if folded(block.phrase.text) not in text]
        assert len(lost) <= sum(len(side.panels) for side in layout.sides)
        for panel in (panel for side in layout.sides for panel in side.panels):
            lines = [item for item in panel.items if isinstance(item, TextLine) and item.tag.role in RUNNING]
            for id in dict.fromkeys(line.tag.block for line in lines):
                assert folded("".join(line.text for line in lines if line.tag.block == id)) in text
    assert leaflet.inspect(pdf, layout).ok


def test_every_word_of_the_memo_is_set_whole(hyphenated: Sheet) -> None:
    for block in hyphenated.document.body:
        assert hyphenated.block(block.id) == folded(block.phrase.text)


def test_what_lacks_is_measured_with_the_hyphens_that_would_be_set(
    allowed: Content, typeface: FontFolder
) -> None:
    document = localize(allowed, "ru")
    again = tuple(replace(block, id=f"{block.id}.again") for block in document.body)
    long = replace(document, body=document.body + again)
    lacking = []
    for hyphenate in (True, False):
        (finding,) = leaflet.lay_out(replace(long, hyphenate=hyphenate), TRIFOLD, typeface).findings
        assert finding.code == "overset-text"
        lacking += [float(length) for length in re.findall(r"by (\d+\.\d) mm of depth", finding.what)]
    assert lacking[0] < lacking[1]


# What the editor writes.


@pytest.mark.parametrize(("line", "expected"), [("", False), ('hyphenate: "no"', False)])
def test_hyphens_are_not_allowed_unless_the_editor_says_yes(
    untranslated: Path, line: str, expected: bool
) -> None:
    path = untranslated / "kk.yaml"
    path.write_text(path.read_text(encoding="utf-8") + line, encoding="utf-8")
    assert localize(load(untranslated), "kk").hyphenate is expected


def test_another_word_than_yes_or_no_is_an_error_that_says_what_to_write(untranslated: Path) -> None:
    path = untranslated / "kk.yaml"
    path.write_text(path.read_text(encoding="utf-8") + 'hyphenate: "always"\n', encoding="utf-8")
    (error,) = (found for found in load(untranslated).findings if found.severity is Severity.ERROR)
    assert (error.code, error.what) == ("unknown-value", 'expected yes or no, found "always"')
    assert error.remedy.startswith('write "yes" to let long words part')


@pytest.mark.parametrize(("value", "expected"), [("yes", ["uz-Latn.yaml"]), ("no", [])])
def test_hyphens_for_a_language_without_rules_are_a_warning(
    bilingual: Path, typeface: FontFolder, value: str, expected: list[str]
) -> None:
    words = (
        (bilingual / "ru.yaml").read_text(encoding="utf-8").replace('language: "ru"', 'language: "uz-Latn"')
    )
    (bilingual / "uz-Latn.yaml").write_text(f'{words}hyphenate: "{value}"\n', encoding="utf-8")
    for language in ("kk", "ru"):
        path = bilingual / f"{language}.yaml"
        path.write_text(path.read_text(encoding="utf-8") + 'hyphenate: "yes"\n', encoding="utf-8")
    findings = check(load(bilingual), None, typeface, datetime.date(2026, 11, 26))
    found = [finding for finding in findings if finding.code == "no-hyphenation-rules"]
    assert [Path(finding.place.file).name for finding in found] == expected
    assert all(finding.severity is Severity.WARNING and finding.remedy for finding in found)
