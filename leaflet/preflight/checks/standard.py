"""What a file for a print shop or an archive says of the PDF that it is, and of the inks that it means."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence
from leaflet.preflight.pdfobjects import text_of
from leaflet.profiles import COATED
from leaflet.standards import STANDARDS

INKS = 4
"""Of the profile: its ``N`` (ISO 32000-1, table 66)."""


def find(evidence: Evidence) -> Iterator[Finding]:
    standard = STANDARDS[evidence.layout.purpose]
    if standard.intent and evidence.document.version != standard.spelled:
        what = "the file is of another version of PDF than its standard wants"
        measure = f"expected {standard.spelled}, found {evidence.document.version}"
        yield evidence.fault("wrong-standard", what, measure)
    wanted = [(standard.intent, COATED.name, COATED.digest, INKS)] if standard.intent else []
    found = list(islice(intents(evidence), 2))  # Two are one too many.
    if found != wanted:
        what = "the file is meant for other inks than the layout, or does not say for which"
        names = ", ".join(f"{name} of {inks} inks" for _, name, _, inks in found) or "nothing"
        expected = f"{COATED.name} of {INKS} inks" if wanted else "nothing"
        yield evidence.fault("wrong-standard", what, f"expected {expected}, found {names}")


def intents(evidence: Evidence) -> Iterator[tuple[str, str, str, Any]]:
    """The kind, the printing condition, the profile's fingerprint and its number of inks, of each intent."""
    document = evidence.document
    for value in document.array(evidence.catalog.get("OutputIntents", []), "the output intents"):
        entries = document.dictionary(value, "an output intent")
        profile = document.stream(entries.get("DestOutputProfile"), "a colour profile")
        about = document.resolve(entries.get("DestOutputProfile")).entries
        name = text_of(document.resolve(entries.get("OutputConditionIdentifier")))
        inks = document.resolve(about.get("N"))
        yield str(document.resolve(entries.get("S"))), name, hashlib.sha256(profile).hexdigest(), inks


CHECK = Check(
    codes={
        "wrong-standard": "a file for a print shop or an archive is not of its standard",
    },
    stage=Stage.AFFORDABLE,
    rationale="A print shop turns inks into plates by the profile that the file carries: by another one, or "
    "by none, the colours are a guess, and white letters may sink into their ground.",
    find=find,
)
