"""The bytes of a PDF held against the layout that it was made from, check by check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from leaflet.choices import Depth
from leaflet.diagnostics import Finding, has_errors
from leaflet.fonts import FontFolder, load_typeface
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.checks import CHECKS
from leaflet.preflight.checks.readable import unreadable
from leaflet.preflight.evidence import Evidence
from leaflet.preflight.pdfobjects import DamagedError
from leaflet.sheet import Layout


@dataclass(frozen=True, slots=True)
class Report:
    """What was asked of a PDF and what came of it; ``pages`` is 0 for a file that cannot be read."""

    file: str
    pages: int
    findings: tuple[Finding, ...]

    @property
    def ok(self) -> bool:
        return not has_errors(self.findings)


def inspect(
    pdf: bytes,
    layout: Layout,
    file: str = "leaflet.pdf",
    depth: Depth = Depth.AFFORDABLE,
    typeface: FontFolder | None = None,
) -> Report:
    """Prove that a PDF is what its layout promised; what is not is told in one run, as ``Stage`` says.

    The affordable part reads the file with a small reader of our own: text, numbers, code modules, glyph
    outlines, boxes, inks, links. The full part reads the text with pypdf and pdfium too, renders the pages at
    300 dots an inch, scans the codes, and looks for every letter in the picture.

    Whatever the bytes are, they give findings in bounded time and memory. Raises FontError if a font file
    of the layout is missing or changed.
    """
    evidence = Evidence(pdf, layout, file, typeface if typeface is not None else load_typeface())
    findings: list[Finding] = []
    for stage in Stage:
        if stage >= Stage.DRAWABLE and depth is not Depth.FULL:
            break
        found = [finding for check in CHECKS if check.stage is stage for finding in run(check, evidence)]
        findings += found
        if stage is not Stage.AFFORDABLE and has_errors(found):
            break
    return Report(file, page_count(evidence), tuple(dict.fromkeys(findings)))


def run(check: Check, evidence: Evidence) -> Iterator[Finding]:
    """What a check finds; a file that breaks under it is a finding too."""
    try:
        yield from check.find(evidence)
    except DamagedError as damage:
        yield unreadable(damage, evidence.file)


def page_count(evidence: Evidence) -> int:
    try:
        return len(evidence.leaves)
    except DamagedError:
        return 0
