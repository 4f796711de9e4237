"""Preflight tested by what it must find: a table of faults, and no alarm on any good edition."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from faults import FAULTS, Fault, Subject
from faults.subject import moved
from sheets import EDITIONS, Key, Sheet, lines, name

import leaflet
from leaflet import rendering, structure
from leaflet.choices import Depth, Inks
from leaflet.fonts import FontFolder
from leaflet.preflight.check import Check
from leaflet.preflight.checks import CHECKS, links
from leaflet.preflight.marks import Edges
from leaflet.sheet import GlyphRun, TextLine


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_preflight_finds_that(fault: Fault, subject: Subject) -> None:
    spoilt = fault.make(subject)
    pdf, layout = spoilt if isinstance(spoilt, tuple) else (spoilt, subject.layout)
    assert pdf != subject.pdf
    report = leaflet.inspect(pdf, layout, "spoilt.pdf", fault.depth, subject.typeface)
    found = {finding.code for finding in report.findings}
    assert fault.codes <= found, "\n".join(map(str, report.findings))
    assert not report.ok
    assert all(finding.place.file == "spoilt.pdf" and finding.remedy for finding in report.findings)


def test_every_code_of_preflight_has_a_fault_in_the_table() -> None:
    assert {code for check in CHECKS for code in check.codes} == {
        code for fault in FAULTS for code in fault.codes
    }
    assert len({fault.name for fault in FAULTS}) == len(FAULTS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: next(iter(check.codes)))
def test_a_check_says_why_it_is_made(check: Check) -> None:
    assert len(check.rationale) > 80
    assert check.rationale.endswith(".")
    assert all(what and not what.endswith(".") for what in check.codes.values())


def test_a_touch_that_stands_beside_its_number_is_found_though_it_was_laid_out_so(
    subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = structure.touched

    def lower(line: TextLine, runs: tuple[GlyphRun, ...]) -> Edges:
        left, bottom, right, top = whole(line, runs)
        return left, bottom - 20, right, top - 20

    for module in (rendering, structure, links):
        monkeypatch.setattr(module, "touched", lower)
    report = leaflet.inspect(subject.rendered(subject.layout), subject.layout, typeface=subject.typeface)
    assert {finding.code for finding in report.findings} == {"wrong-link"}


def test_numbers_of_two_panels_on_almost_one_line_do_not_run_together(subject: Subject) -> None:
    left, right = (
        next(line for line in lines(panel) if line.tag.block.startswith("hotline."))
        for panel in subject.layout.sides[0].panels
        if panel.name in ("flap", "cover")
    )
    layout = subject.instead(right, moved(right, y=left.baseline - 0.5 - right.baseline))
    report = leaflet.inspect(subject.rendered(layout), layout, typeface=subject.typeface)
    assert "run-together" not in {finding.code for finding in report.findings}


# Good files.


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_the_affordable_part_finds_nothing_wrong_with_a_good_edition(
    sheet: Sheet, typeface: FontFolder
) -> None:
    report = leaflet.inspect(sheet.pdf, sheet.layout, typeface=typeface)
    assert [str(finding) for finding in report.findings] == []
    assert report.ok
    assert report.pages == len(sheet.sides)


WHOLE: list[Key] = [
    ("kk", None, "trifold"),
    ("kk", "atyrau", "a4"),
    ("ru", None, "a4"),
    ("ru", "west-kazakhstan", "trifold"),
    ("en", "almaty", "a4"),
    ("en", None, "trifold"),
    ("kk", "almaty", "letter"),
    ("en", "atyrau", "trifold-letter"),
    # Its longest entry has the number below the code.
    ("ru", None, "trifold-letter"),
]


@pytest.mark.parametrize("sheet", WHOLE, ids=name, indirect=True)
def test_the_full_part_finds_nothing_wrong_with_a_good_edition(sheet: Sheet, typeface: FontFolder) -> None:
    report = leaflet.inspect(sheet.pdf, sheet.layout, depth=Depth.FULL, typeface=typeface)
    assert [str(finding) for finding in report.findings] == []


@pytest.mark.parametrize("key", [("kk", None, "trifold"), ("ru", "almaty", "a4")], ids=name)
def test_it_finds_nothing_wrong_with_an_edition_for_black_toner(
    key: Key, edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    layout = replace(edition(*key).layout, inks=Inks.MONO)
    pdf = leaflet.render(layout, typeface)
    report = leaflet.inspect(pdf, layout, depth=Depth.FULL, typeface=typeface)
    assert [str(finding) for finding in report.findings] == []


def test_a_file_that_another_library_wrote_anew_is_as_good(subject: Subject) -> None:
    """So that what the table finds are its faults, and not how they were made."""
    pdf = subject.edited(lambda _: None)
    assert pdf != subject.pdf
    report = leaflet.inspect(pdf, subject.layout, depth=Depth.FULL, typeface=subject.typeface)
    assert [str(finding) for finding in report.findings] == []


def test_a_file_says_itself_when_it_was_made(subject: Subject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    pdf = leaflet.render(subject.layout, subject.typeface)
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert pdf != subject.pdf
    assert leaflet.inspect(pdf, subject.layout, depth=Depth.FULL, typeface=subject.typeface).findings == ()
