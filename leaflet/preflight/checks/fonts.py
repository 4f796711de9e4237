"""Fonts that are the edition's own, in the file, and can be turned back into text."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence


def find(evidence: Evidence) -> Iterator[Finding]:
    for font in evidence.fonts:
        if font.name not in evidence.faces:
            what = f"the file is set in a font that is not the edition's: {font.name}"
            yield evidence.fault("foreign-font", what, f"expected {', '.join(evidence.faces)}")
        if font.program is None:
            yield evidence.fault("font-not-embedded", f"a font is not in the file: {font.name}")
        if not font.characters:
            what = f"a font cannot be turned back into text: {font.name}"
            yield evidence.fault("font-not-embedded", what, "expected a ToUnicode map, found none")
    names = {weight: face.name for weight, face in evidence.weights.items()}
    for written in (written for page in evidence.written.values() for written in page):
        expected = {names[run.weight] for run in written.line.runs}
        found = {shown.font.name for shown in written.shown}
        if found != expected and found and found <= evidence.faces.keys():
            what = f"a line is set in another face than the layout says: {written.line.text}"
            measure = f"expected {', '.join(sorted(expected))}, found {', '.join(sorted(found))}"
            yield evidence.fault("foreign-font", what, measure)


CHECK = Check(
    codes={
        "foreign-font": "a text is set in a font that is not the edition's",
        "font-not-embedded": "a font is not in the file, or does not say its letters",
    },
    stage=Stage.GLYPHS,
    rationale="A font that is not in the file is replaced by one that the printer has: Kazakh letters turn "
    "into blanks or boxes. Only the edition's own faces were checked for every letter.",
    find=find,
)
