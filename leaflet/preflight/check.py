"""What a check of a finished file is: codes, the reason for it, what it costs, and a function."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from leaflet.diagnostics import Finding
from leaflet.preflight.evidence import Evidence


class Stage(IntEnum):
    """When a check is run. An error ends the inspection after its stage, but for one of the AFFORDABLE.

    Without the first two nothing else could be trusted. FULL checks look at the page through pypdf, pdfium
    and zxing-cpp, which costs time and memory, so they are run on files alone whose bones are sound and
    whose glyphs are our own: a glyph made of glyphs made of glyphs is drawn for hours. For the same reason
    those of DRAWABLE are run before them. What the AFFORDABLE find they tell once more, as other eyes see it;
    the file may then be anything else, so that whatever they read bounds its own work.
    """

    READABLE = 0
    BONES = 1
    AFFORDABLE = 2
    GLYPHS = 3
    DRAWABLE = 4
    FULL = 5


@dataclass(frozen=True, slots=True)
class Check:
    """One check.

    ``codes`` are those of its findings, with what each is about; ``rationale`` says whom the check guards
    from what; ``find`` raises DamagedError.
    """

    codes: Mapping[str, str]
    stage: Stage
    rationale: str
    find: Callable[[Evidence], Iterator[Finding]]
