"""A title and a language for the reader, a code for the recall, and nothing about who made the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from leaflet.diagnostics import Finding
from leaflet.metadata import keywords, title
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence
from leaflet.preflight.pdfobjects import text_of

KNOWN = frozenset(
    ["Title", "Subject", "Keywords", "Author", "Creator", "Producer", "CreationDate", "ModDate", "Trapped"]
)
DATE = re.compile(r"D:\d{14}(?:Z|[+-]00'?00'?)?")
"""A date that does not tell in which time zone the file was made."""
PATH = re.compile(r"[A-Za-z]:\\|/(?:home|Users|tmp|root|mnt|var)/|file:")
PERSON = re.compile(r"<(?:dc:creator|pdf:Author|xmp:Author|photoshop:|xmpMM:History)")
TIME = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+[+-](?!00:?00)[\d:]+")


def find(evidence: Evidence) -> Iterator[Finding]:
    document, texts = evidence.layout.document, information(evidence)
    pairs = [
        ("title", title(document), texts.get("Title", "")),
        ("keywords", keywords(evidence.layout), texts.get("Keywords", "")),
        ("language", document.language, text_of(evidence.document.resolve(evidence.catalog.get("Lang")))),
        ("author", "", texts.get("Author", "")),
    ]
    for name, wanted, found in pairs:
        if found != wanted:
            what = f"the {name} of the file is not that of the edition"
            yield evidence.fault("wrong-metadata", what, f'expected "{wanted}", found "{found}"')
    if document.edition not in texts.get("Subject", ""):
        what = "the subject of the file does not name the edition"
        yield evidence.fault("wrong-metadata", what, f"expected {document.edition}")
    yield from telltale(evidence, texts)


def information(evidence: Evidence) -> dict[str, str]:
    """The entries of the document information that are texts."""
    resolve = evidence.document.resolve
    return {key: text_of(resolve(value)) for key, value in evidence.information.items()}


def telltale(evidence: Evidence, texts: dict[str, str]) -> Iterator[Finding]:
    """What tells of the person or the machine that made the file."""
    if names := sorted(set(texts) - KNOWN):
        what = "the file says more about itself than a leaflet does"
        yield evidence.fault("wrong-metadata", what, f"found {', '.join(names)}")
    packet = ""
    if "Metadata" in evidence.catalog:
        data = evidence.document.stream(evidence.catalog["Metadata"], "the metadata")
        packet = data.decode("utf-8", "replace")
        for wanted in (title(evidence.layout.document), keywords(evidence.layout)):
            if escape(wanted) not in packet:
                what = "the file says another thing of itself in its metadata stream"
                yield evidence.fault("wrong-metadata", what, f'expected "{wanted}"')
    dates = [texts[key] for key in ("CreationDate", "ModDate") if key in texts]
    found = [date for date in dates if not DATE.fullmatch(date)]
    found += PERSON.findall(packet) + TIME.findall(packet)
    found += [match[0] for text in (packet, *texts.values()) for match in PATH.finditer(text)]
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
