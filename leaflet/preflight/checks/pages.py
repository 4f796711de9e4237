"""As many pages as the layout has sides."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence


def find(evidence: Evidence) -> Iterator[Finding]:
    expected, found = len(evidence.layout.sides), len(evidence.leaves)
    if found != expected:
        what = "the number of pages is not that of the layout"
        yield evidence.fault("page-count", what, f"expected {expected} pages, found {found}")


CHECK = Check(
    codes={
        "page-count": "a finished file has too few or too many pages",
    },
    stage=Stage.BONES,
    rationale="A missing page takes half of the memo or all contacts with it; one too many shifts front and "
    "back against each other for the whole print run.",
    find=find,
)
