"""The text that two other readers get out of the file: every line, by pypdf and by pdfium."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page, bare, lines


def find(evidence: Evidence) -> Iterator[Finding]:
    by_pdfium = ["".join(character.text for character in page) for page in evidence.characters]
    for name, texts in (("pypdf", evidence.text_by_pypdf), ("pdfium", by_pdfium)):
        for (page, side), text in zip(evidence.sides, texts, strict=False):
            found = bare(text)
            expected = Counter(bare(line.text) for line in lines(side))
            for line, times in expected.items():
                if found.count(line) < times:
                    what = f"{name} does not find a line on page {page.number}: {line}"
                    yield evidence.fault("unread-text", what, f"expected {times}, found {found.count(line)}")
            yield from counted(evidence, name, page, expected, found)


def counted(
    evidence: Evidence, name: str, page: Page, expected: Mapping[str, int], found: str
) -> Iterator[Finding]:
    """Whether the reader finds more than the lines."""
    promised = sum(len(line) * times for line, times in expected.items())
    # Of a word that is heard whole and parts at the end of a line, pdfium finds the end twice.
    heard = {shown.spoken for shown in page.shown if shown.spoken is not None}
    most = promised + sum(len(bare(spoken.text)) for spoken in heard)
    if len(found) > most:
        what = f"{name} finds more on page {page.number} than the layout has"
        yield evidence.fault("unread-text", what, f"expected {promised} letters, found {len(found)}")


CHECK = Check(
    codes={
        "unread-text": "another program does not find the text of the sheet, or finds more",
    },
    stage=Stage.FULL,
    rationale="Our own reader could be wrong in the same way as our writer. What a blind reader's software "
    "and a search engine find is read by two programs that others wrote.",
    find=find,
)
