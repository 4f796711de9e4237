"""A file that can be read at all: whole, in one revision, without a password, no larger than a leaflet."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding, Place
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import AS_WRITTEN, REMEDY, Evidence
from leaflet.preflight.pdffile import EncryptedError, NoPdfError, RewrittenError, TooLargeError
from leaflet.preflight.pdfobjects import DamagedError

WHOLE = "do not print this file; get it once more from whoever made it, or build it anew"
OF_BUILD = 'name a file that "leaflet build" has made, as it was made'


def find(evidence: Evidence) -> Iterator[Finding]:
    try:
        evidence.pages  # noqa: B018
    except DamagedError as damage:
        yield unreadable(damage, evidence.file)


def unreadable(damage: DamagedError, file: str) -> Finding:
    """Why a file cannot be read, as a finding."""
    match damage:
        case EncryptedError():
            return Finding(Place(file), "encrypted-pdf", "the PDF is encrypted", str(damage), AS_WRITTEN)
        case NoPdfError():
            return Finding(Place(file), "unreadable-pdf", "this is no PDF", str(damage), OF_BUILD)
        case RewrittenError():
            return Finding(Place(file), "unreadable-pdf", "cannot read the PDF", str(damage), AS_WRITTEN)
        case TooLargeError():
            what = "the PDF is larger than any leaflet"
            return Finding(Place(file), "oversize-pdf", what, str(damage), REMEDY)
    return Finding(Place(file), "unreadable-pdf", "cannot read the PDF", str(damage), WHOLE)


CHECK = Check(
    codes={
        "unreadable-pdf": "a finished file cannot be read back",
        "encrypted-pdf": "a finished file is encrypted",
        "oversize-pdf": "a file is larger than any leaflet, or inflates to more",
    },
    stage=Stage.READABLE,
    rationale="A file that was cut off on its way can still be printed, with half of its text missing and "
    "no word of warning. A leaflet has one revision, is not encrypted, and is small; everything else was "
    "changed after it was built, or is no leaflet.",
    find=find,
)
