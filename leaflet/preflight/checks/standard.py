"""What a file for a print shop or an archive says of the PDF that it is, and of the inks that it means."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import islice

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence
from leaflet.preflight.pdfobjects import text_of
from leaflet.profiles import COATED
from leaflet.standards import STANDARDS


def find(evidence: Evidence) -> Iterator[Finding]:
    standard = STANDARDS[evidence.layout.purpose]
    version = ".".join(map(str, standard.version))
    if standard.intent and evidence.document.version != version:
        what = "the file is of another version of PDF than its standard wants"
        yield evidence.fault("wrong-standard", what, f"expected {version}, found {evidence.document.version}")
    wanted = [(standard.intent, COATED.name, COATED.digest)] if standard.intent else []
    found = list(islice(intents(evidence), 2))  # Two are one too many.
    if found != wanted:
        what = "the file is meant for other inks than the layout, or does not say for which"
        names = ", ".join(name for _, name, _ in found) or "nothing"
        yield evidence.fault(
            "wrong-standard", what, f"expected {wanted[0][1] if wanted else 'nothing'}, found {names}"
        )


def intents(evidence: Evidence) -> Iterator[tuple[str, str, str]]:
    """The kind, the printing condition and the fingerprint of the profile of each output intent."""
    document = evidence.document
    for value in document.array(evidence.catalog.get("OutputIntents", []), "the output intents"):
        entries = document.dictionary(value, "an output intent")
        profile = document.stream(entries.get("DestOutputProfile"), "a colour profile")
        name = text_of(document.resolve(entries.get("OutputConditionIdentifier")))
        yield str(document.resolve(entries.get("S"))), name, hashlib.sha256(profile).hexdigest()


CHECK = Check(
    codes={
        "wrong-standard": "a file for a print shop or an archive is not of its standard",
    },
    stage=Stage.AFFORDABLE,
    rationale="A print shop turns inks into plates by the profile that the file carries: by another one, or "
    "by none, the colours are a guess, and white letters may sink into their ground.",
    find=find,
)
