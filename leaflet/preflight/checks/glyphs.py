"""Glyphs that are what the text says: held, outline by outline, against our own font files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.embedded import EmbeddedFont
from leaflet.preflight.evidence import Evidence
from leaflet.preflight.truetype import TrueType, alike

WIDTH_SLACK = 1.0
"""Thousandths of an em: widths in the file are rounded to whole ones."""


def find(evidence: Evidence) -> Iterator[Finding]:
    used: dict[EmbeddedFont, set[int]] = {}
    for page in evidence.pages:
        for shown in page.shown:
            used.setdefault(shown.font, set()).update(shown.codes)
    for font, codes in used.items():
        face = evidence.faces.get(font.name)
        if face is not None and font.program is not None:
            used_here = frozenset(codes)
            if lost := missing(font, used_here):
                what = f"the file shows letters that its font does not have: {font.name}"
                yield evidence.fault("missing-glyph", what, f"codes {lost}")
            for what, measure in untrue(font, font.program, face, used_here):
                yield evidence.fault("untrue-glyph", what, measure)


@lru_cache(maxsize=32)
def missing(font: EmbeddedFont, codes: frozenset[int]) -> str:
    """Codes that show the box of a missing glyph, or stand for nothing."""
    lost = sorted(code for code in codes if not font.glyph(code) or font.text((code,)) in ("\0", "\ufffd"))
    return ", ".join(f"{code} ({font.text((code,))!r})" for code in lost)


@lru_cache(maxsize=32)
def untrue(
    font: EmbeddedFont, program: TrueType, face: TrueType, codes: frozenset[int]
) -> tuple[tuple[str, str], ...]:
    """Codes whose glyph, or whose width, is not the one that our font has for their character."""
    flaws = []
    for code in sorted(codes):
        character = font.text((code,))
        if len(character) != 1 or not font.glyph(code):
            continue
        own, found = face.of_character(character), font.glyph(code)
        if not alike(program, found, face, own):
            what = f"a letter does not look like what it stands for: {character!r} in {font.name}"
            flaws.append((what, f"glyph {found} is not the font's own {own}"))
        widths = (face.advance(own), program.advance(found), font.width((code,)))
        if max(widths) - min(widths) > WIDTH_SLACK:
            what = f"a letter is not as wide as the font says: {character!r} in {font.name}"
            own_width, *others = (f"{width:.0f}" for width in widths)
            measure = f"expected {own_width} thousandths of the size, found {' and '.join(others)}"
            flaws.append((what, measure))
    return tuple(flaws)


CHECK = Check(
    codes={
        "missing-glyph": "a letter has no glyph",
        "untrue-glyph": "a letter does not look like what it stands for",
    },
    stage=Stage.GLYPHS,
    rationale="In a damaged font a 6 may look like a 9: every check of text passes, and the paper prints "
    "another number. So each glyph in the file must have the outline that our own font file, known by its "
    "fingerprint, has for the character that the file says it is.",
    find=find,
)
