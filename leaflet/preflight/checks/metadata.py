"""A title and a language for the reader, a code for the recall, and nothing about who made the file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflet.choices import Purpose
from leaflet.diagnostics import Finding
from leaflet.metadata import Metadata, packet
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import INFORMATION, Evidence
from leaflet.preflight.pdfobjects import text_of
from leaflet.version import __version__

CREATOR, PRODUCER = f"leaflet {__version__}", "ReportLab PDF Library"
DATE = re.compile(r"D:\d{14}(?:Z|[+-]00'?00'?)?")
"""A date that does not tell in which time zone the file was made."""
PATH = re.compile(r"[A-Za-z]:\\|/(?:home|Users|tmp|root|mnt|var)/|file:")


def find(evidence: Evidence) -> Iterator[Finding]:
    texts = evidence.texts
    about = promised(evidence)
    pairs = [
        ("title", about.title, texts.get("Title", "")),
        ("subject", about.subject, texts.get("Subject", "")),
        ("list of keywords", about.keywords, texts.get("Keywords", "")),
        ("creator", CREATOR, texts.get("Creator", "")),
        ("producer", PRODUCER, texts.get("Producer", "")),
        ("language", about.language, text_of(evidence.document.resolve(evidence.catalog.get("Lang")))),
        ("author", "", texts.get("Author", "")),
    ]
    for name, wanted, found in pairs:
        if found != wanted:
            what = f"the {name} of the file is not that of the edition"
            yield evidence.fault("wrong-metadata", what, f'expected "{wanted}", found "{found}"')
    stream = written(evidence)
    if stream != packet(about):
        what = "the file says another thing of itself in its metadata stream"
        yield evidence.fault("wrong-metadata", what, f'expected "{about.keywords}" and what goes with it')
    yield from telltale(evidence, {**texts, "Metadata": stream})


def promised(evidence: Evidence) -> Metadata:
    """What a file should say of itself, its words told here, and not by the code that writes them.

    When it was made is what it says: whoever checks it may have set another time than its maker.
    """
    layout = evidence.layout
    document, purpose = layout.document, layout.purpose
    kind = "" if purpose is Purpose.OFFICE else purpose.value
    return Metadata(
        title=f"{document.audience.phrase.text} — {document.title.phrase.text}".replace("\u00a0", " "),
        subject=f"{document.labels.region.text} · {document.edition}".replace("\u00a0", " "),
        keywords=" ".join(
            filter(None, (document.edition, layout.product, layout.inks.value, kind, layout.part))
        ),
        language=document.language,
        purpose=purpose,
        moment=evidence.moment,
    )


def written(evidence: Evidence) -> str:
    """The metadata stream; empty where there is none."""
    if "Metadata" not in evidence.catalog:
        return ""
    return evidence.document.stream(evidence.catalog["Metadata"], "the metadata").decode("utf-8", "replace")


def telltale(evidence: Evidence, texts: dict[str, str]) -> Iterator[Finding]:
    """What tells of the person or the machine that made the file."""
    if names := sorted(evidence.information.keys() - set(INFORMATION)):
        what = "the file says more about itself than a leaflet does"
        yield evidence.fault("wrong-metadata", what, f"found {', '.join(names)}")
    dates = [texts[key] for key in ("CreationDate", "ModDate") if key in texts]
    found = [date for date in dates if not DATE.fullmatch(date)]
    found += [match[0] for text in texts.values() for match in PATH.finditer(text)]
    if found:
        what = "the file tells of the person or the machine that made it"
        yield evidence.fault("wrong-metadata", what, ", ".join(found))


CHECK = Check(
    codes={
        "wrong-metadata": "a file says something wrong, or too much, about itself",
    },
    stage=Stage.AFFORDABLE,
    rationale="A screen reader needs the language to speak, a recall needs the edition; and whoever made a "
    "leaflet against traffickers must not be named in it, nor the folder and the hour in which it was made.",
    find=find,
)
