"""What a file says about itself, twice: as document information and as an XMP packet."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape

from leaflet.choices import Purpose
from leaflet.diagnostics import Finding, FindingError, Place
from leaflet.document import Document
from leaflet.operators import text_string
from leaflet.sheet import Layout
from leaflet.standards import claims
from leaflet.version import __version__

PROGRAM = "leaflet"
CREATOR, PRODUCER = f"{PROGRAM} {__version__}", "ReportLab PDF Library"
DATE = "D:%Y%m%d%H%M%SZ"
"""A date of the document information, as ``strftime`` has it."""
EPOCH = "SOURCE_DATE_EPOCH"
SECONDS, LAST_SECOND = re.compile("[0-9]{1,12}"), 253_402_300_799
"""Seconds since 1970 as they are written, and the last one that a date can have: that of the year 9999."""


class EpochError(FindingError):
    """SOURCE_DATE_EPOCH is not a date."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file is. ``moment`` is said to be that of its making; None where the content has no date."""

    title: str
    subject: str
    keywords: str
    language: str
    purpose: Purpose
    moment: datetime | None


def metadata(layout: Layout) -> Metadata:
    """The metadata of a layout: no author, no paths, no time of day but that of SOURCE_DATE_EPOCH.

    Raises EpochError.
    """
    return made_at(moment(layout.document), layout)


def made_at(moment: datetime | None, layout: Layout) -> Metadata:
    """The metadata of a layout that is said to have been made in a moment."""
    document = layout.document
    return Metadata(
        title=title(document),
        subject=f"{plain(document.labels.region.text)} · {document.edition}",
        keywords=keywords(layout),
        language=document.language,
        purpose=layout.purpose,
        moment=moment,
    )


def title(document: Document) -> str:
    """For whom the memo is, and what it is about."""
    return f"{plain(document.audience.phrase.text)} — {plain(document.title.phrase.text)}"


def keywords(layout: Layout) -> str:
    """Edition code, product and ink; what the file is for if not for an office; and which part of the leaflet
    it is if not the whole: from them it can be made again.
    """
    made = [layout.document.edition, layout.product, layout.inks]
    if layout.purpose is not Purpose.OFFICE:
        made.append(layout.purpose)
    if layout.part:
        made.append(layout.part)
    return " ".join(made)


def moment(document: Document) -> datetime | None:
    """SOURCE_DATE_EPOCH (https://reproducible-builds.org) where it is set, else the content's date in UTC."""
    epoch = os.environ.get(EPOCH)
    if epoch:
        if SECONDS.fullmatch(epoch) is None or int(epoch) > LAST_SECOND:
            what = "the environment names no date"
            measure = f"expected seconds since 1970, at most {LAST_SECOND}, found {epoch!r}"
            remedy = "set it to a number of seconds, or unset it"
            raise EpochError(Finding(Place(EPOCH), "bad-epoch", what, measure, remedy))
        return since_1970(epoch)
    return datetime.fromisoformat(document.date).replace(tzinfo=UTC) if document.date else None


def since_1970(seconds: str) -> datetime:
    """A moment in UTC. Windows knows none by itself after the year 3000."""
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(seconds))


def information(about: Metadata) -> str:
    """The document information dictionary (ISO 32000-1, 14.3.3)."""
    texts = {
        "Title": about.title,
        "Subject": about.subject,
        "Keywords": about.keywords,
        "Creator": CREATOR,
        "Producer": PRODUCER,
    }
    if about.moment:
        texts["CreationDate"] = texts["ModDate"] = f"{about.moment:{DATE}}"
    return f"<<{''.join(f'/{key}{text_string(text)}' for key, text in texts.items())}/Trapped/False>>"


def packet(about: Metadata) -> str:
    """XMP metadata: the document information again, and the standards that the file means to follow."""
    date = f"{about.moment:%Y-%m-%dT%H:%M:%SZ}" if about.moment else ""
    dates = "".join(f"<xmp:{key}Date>{date}</xmp:{key}Date>" for key in ("Create", "Modify", "Metadata"))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f"{claims(about.purpose, about.keywords)}"
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{in_any_language(about.title)}</dc:title>"
        f"<dc:description>{in_any_language(about.subject)}</dc:description>"
        f"<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language></rdf:Description>"
        '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f"<xmp:CreatorTool>{CREATOR}</xmp:CreatorTool>{dates if date else ''}</rdf:Description>"
        '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">'
        f"<pdf:Keywords>{escape(about.keywords)}</pdf:Keywords><pdf:Producer>{PRODUCER}</pdf:Producer>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )


def in_any_language(text: str) -> str:
    return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'


def plain(text: str) -> str:
    """Text for a title bar: ordinary spaces."""
    return text.replace("\u00a0", " ")
