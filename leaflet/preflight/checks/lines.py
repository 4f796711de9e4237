"""Every line of the layout, whole and in its place, and no other words."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding, shorten
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, Page, Written
from leaflet.preflight.marks import Shown
from leaflet.units import to_mm

OFF = 0.01
"""Points by which a line may stand beside its place, or be larger: its numbers have three decimals."""
WIDER = 0.05
"""Points by which a line may be longer or shorter than laid out: widths in the file are rounded."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, _ in evidence.sides:
        strays = evidence.strays(page)
        for written in evidence.written[page.number]:
            if plain(written.text) != plain(written.wanted):
                yield wrong(evidence, page, written, strays)
            else:
                yield from displaced(evidence, page, written)
        for stray in strays:
            words = shorten(stray.text.strip())
            what = f"page {page.number} has words that the layout does not have: {words}"
            yield evidence.fault("extra-text", what, f"at {place(stray)}")


def wrong(evidence: Evidence, page: Page, written: Written, strays: list[Shown]) -> Finding:
    """A line that is not in its place: elsewhere, otherwise, or nowhere."""
    line, text = written.line, plain(written.wanted)
    for stray in strays:
        if plain(stray.text) == text:
            strays.remove(stray)
            what = f"page {page.number} has a line in another place: {shorten(line.text)}"
            measure = f"expected {to_mm(line.x):.1f}, {to_mm(line.baseline):.1f} mm, found {place(stray)}"
            return evidence.fault("moved-text", what, measure)
    what = f"page {page.number} lacks a line: {line.text}"
    found = f"found in its place: {written.text.strip()}" if written.text.strip() else "found nothing"
    return evidence.fault("lost-text", what, found)


def displaced(evidence: Evidence, page: Page, written: Written) -> Iterator[Finding]:
    """A line whose runs, size, length or end are not as laid out."""
    line, shown = written.line, written.shown
    first, last = shown[0], shown[-1]
    ends = last.text.endswith(" ")
    blank = last.size * last.font.width(last.codes[-1:]) / 1000 if ends else 0.0
    length = last.x + last.width - blank - line.right
    if len(shown) == 1 and len(line.runs) == 1 and first.upright and ends != line.joined:
        off = abs(first.x - line.x), abs(first.y - line.baseline), abs(first.size - line.size)
        if max(off) <= OFF and abs(length) <= WIDER:
            return
    moved = [run for run in line.runs if min([abs(run.x - one.x) for one in shown]) > OFF]
    parts = []
    for name, value in (
        ("x", first.x - line.x),
        ("baseline", max([one.y - line.baseline for one in shown], key=abs)),
        ("size", max([one.size - line.size for one in shown], key=abs)),
    ):
        if abs(value) > OFF:
            parts.append(f"{name} by {value:.2f} pt")
    if abs(length) > WIDER:
        parts.append(f"length by {length:.2f} pt")
    # Who copies or hears the text has no other sign that a word ends.
    if ends == line.joined:
        parts.append("the space at its end")
    if moved:
        parts.append(f"{len(moved)} of its {len(line.runs)} parts")
    if not all(one.upright for one in shown):
        parts.append("turned or stretched")
    if parts:
        what = f"page {page.number} has a line not as laid out: {shorten(line.text)}"
        yield evidence.fault("moved-text", what, f"off in {', '.join(parts)}")


def plain(text: str) -> str:
    """Text as it is compared: the space at the end of a line is looked at apart."""
    return text.replace("\u00a0", " ").rstrip(" ")


def place(shown: Shown) -> str:
    return f"{to_mm(shown.x):.1f}, {to_mm(shown.y):.1f} mm"


CHECK = Check(
    codes={
        "lost-text": "a text is not on the sheet",
        "moved-text": "a text does not stand where it was laid out",
        "extra-text": "a text is on the sheet that nobody laid out",
    },
    stage=Stage.AFFORDABLE,
    rationale="A sentence that is lost on the way to paper may be the one that its reader needed. The "
    "layout was proven to hold the whole memo; the file must hold the whole layout, each line where it was "
    "laid out, and not one word more.",
    find=find,
)
