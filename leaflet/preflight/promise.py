"""A file that somebody hands in, and the content, into the layout that the file should be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from leaflet.commission import uncommissioned
from leaflet.content import Content
from leaflet.content.encoding import printable, quoted
from leaflet.diagnostics import Finding, Place, Severity, has_errors
from leaflet.document import Document
from leaflet.layout import lay_out
from leaflet.localization import NATIONAL, localize, unprintable
from leaflet.preflight.checks.readable import unreadable
from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError, text_of
from leaflet.press import for_purpose
from leaflet.products import PRODUCTS
from leaflet.sheet import Inks, Layout, Purpose
from leaflet.simplex import fronts_and_backs
from leaflet.typeface import Typeface

END = re.compile(r"(?:\d{8}-)?[0-9A-F]{6}")
"""How an edition code ends: the date of the content, if it has one, and the fingerprint."""
OF_BUILD = 'name a file that "leaflet build" has made, as it was made'
PROOF = "proof"
"""What a proof says that it is, before the name of its paper."""
ANEW = "build it anew, or name the content that it was made from with --content"


def promised(
    pdf: bytes, content: Content, typeface: Typeface, file: str
) -> tuple[Layout | None, tuple[Finding, ...]]:
    """The layout that a file should be, or None and the findings that tell why there is none."""
    try:
        words = keywords(pdf)
    except DamagedError as damage:
        return None, (unreadable(damage, file),)
    place = Place(file)
    if len(words) > 1 and words[1].partition("-")[0] == PROOF:
        what = "the file is a sheet that checks a printer, and no leaflet"
        measure = f"its edition is {shown(words[0])}"
        remedy = "print it, and read off it how good the printer is; preflight the leaflet itself"
        return None, (Finding(place, "proof-sheet", what, measure, remedy, Severity.WARNING),)
    if len(words) < 3 or words[1] not in PRODUCTS:
        what = "the file does not say that it is a leaflet"
        said = shown(" ".join(words)) if words else "nothing"
        measure = f"expected an edition code, a product and inks among its keywords, found {said}"
        return None, (Finding(place, "not-a-leaflet", what, measure, OF_BUILD),)
    code, product = words[0], words[1]
    editions = list(candidates(code, content))
    for document in editions:
        if document.edition == code:
            region = document.region if document.region != NATIONAL else None
            # Whoever holds a file against a false promise would call it good.
            untrue = tuple(uncommissioned(document, content, document.language, region))
            if untrue:
                return None, untrue
            layout = made(lay_out(document, PRODUCTS[product], typeface), words[2:], typeface)
            if layout.sides:
                return layout, ()
            return None, tuple(finding for finding in layout.findings if has_errors([finding]))
    expected = ", ".join(document.edition for document in editions)
    what = "the file was not made from this content" if expected else "the content has no such edition"
    measure = f"expected {expected or 'a language and a region of the content'}, found {shown(code)}"
    return None, (Finding(place, "unknown-edition", what, measure, ANEW),)


def shown(words: str) -> str:
    """What a file says, in quotes, without what would disturb a console."""
    return quoted(printable(words)[0])


def made(layout: Layout, words: list[str], typeface: Typeface) -> Layout:
    """The layout for the inks and the purpose that a file names, and the part of it that the file is."""
    inks = Inks.MONO if Inks.MONO in words else Inks.COLOUR
    purpose = next((purpose for purpose in Purpose if purpose in words), Purpose.OFFICE)
    whole = for_purpose(replace(layout, inks=inks), purpose, typeface)
    parts = fronts_and_backs(whole) if whole.sides else {}
    return next((part for name, part in parts.items() if name in words), whole)


def keywords(pdf: bytes) -> list[str]:
    """What a file says that it is: edition, product, inks. Raises DamagedError."""
    file = PdfFile(pdf)
    information = file.dictionary(file.trailer.get("Info", {}), "the information")
    return text_of(file.resolve(information.get("Keywords"))).split()


def candidates(code: str, content: Content) -> Iterator[Document]:
    """The editions of the content that a code may name, by its language and region."""
    for language in content.languages:
        if any(unprintable(content, language)):
            continue
        for region in (None, *(region.id for region in content.regions)):
            start = f"{language}-{region or NATIONAL}-".upper()
            if code.startswith(start) and END.fullmatch(code[len(start) :]):
                yield localize(content, language, region)
