"""A file that somebody hands in, and the content, into the layout that the file should be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from leaflet.choices import Inks, Purpose
from leaflet.commission import uncommissioned
from leaflet.content import Content
from leaflet.content.encoding import shown
from leaflet.diagnostics import Finding, Place, Severity, has_errors
from leaflet.layout import lay_out
from leaflet.localization import NATIONAL, localize, unprintable
from leaflet.metadata import PROGRAM
from leaflet.preflight.checks.readable import OF_BUILD, unreadable
from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError, text_of
from leaflet.press import for_purpose
from leaflet.products import PRODUCTS, Product
from leaflet.proofing import PROOF, PROOFS, lay_out_proof, proof_words, unwritten
from leaflet.sheet import Layout
from leaflet.simplex import fronts_and_backs
from leaflet.typeface import Typeface
from leaflet.version import __version__

END = re.compile(r"(?:\d{8}-)?[0-9A-F]{6}(?:-DRAFT)?")
"""How an edition code ends: the date of the content, if it has one, the fingerprint, the mark of a draft."""
ITS_PARTS = "if it was imposed, merged or exported, check the files that it was made from"
OF_THAT_VERSION = "build it anew, or preflight it with that version"
ANEW = "build it anew, or name the content that it was made from with --content"


def promised(
    pdf: bytes, content: Content, typeface: Typeface, file: str
) -> tuple[Layout | None, tuple[Finding, ...]]:
    """The layout that a file should be, or None and the findings that tell why there is none.

    Of the sheet that checks a printer it is told that it is no leaflet.
    """
    try:
        words, version = said(pdf)
    except DamagedError as damage:
        return None, (unreadable(damage, file),)
    place = Place(file)
    if len(words) < 3 or words[1] not in PRODUCTS | PROOFS:
        what = "the file does not say that it is a leaflet"
        found = shown(" ".join(words)) if words else "nothing"
        measure = f"expected an edition code, a product and inks among its keywords, found {found}"
        return None, (Finding(place, "not-a-leaflet", what, measure, f"{OF_BUILD}; {ITS_PARTS}"),)
    if version not in (__version__, ""):
        what = "the file was made by another version of leaflet, which may lay it out otherwise"
        measure = f"expected {__version__}, found {shown(version)}"
        return None, (Finding(place, "other-version", what, measure, OF_THAT_VERSION),)
    code, name = words[0], words[1]
    told: tuple[Finding, ...] = ()
    if name in PROOFS:
        editions = list(proofs(code, PROOFS[name], content))
        what = "the file is a sheet that checks a printer, and no leaflet"
        remedy = "print it, and read off it how good the printer is; preflight the leaflet itself"
        told = (
            Finding(place, "proof-sheet", what, f"its edition is {shown(code)}", remedy, Severity.WARNING),
        )
    else:
        editions = list(leaflets(code, PRODUCTS[name], content))
    for edition in editions:
        if edition.code == code:
            # Whoever holds a file against a false promise would call it good.
            if untrue := tuple(edition.untrue()):
                return None, untrue
            layout = made(edition.lay_out(typeface), words[2:], typeface)
            if layout.sides:
                return layout, told
            return None, tuple(finding for finding in layout.findings if has_errors([finding]))
    expected = ", ".join(edition.code for edition in editions)
    what = "the file was not made from this content" if expected else "the content has no such edition"
    measure = f"expected {expected or 'a language and a region of the content'}, found {shown(code)}"
    return None, (Finding(place, "unknown-edition", what, measure, ANEW),)


def made(layout: Layout, words: list[str], typeface: Typeface) -> Layout:
    """The layout for the inks and the purpose that a file names, and the part of it that the file is."""
    inks = Inks.MONO if Inks.MONO in words else Inks.COLOUR
    purpose = next((purpose for purpose in Purpose if purpose in words), Purpose.OFFICE)
    whole = for_purpose(replace(layout, inks=inks), purpose, typeface)
    parts = fronts_and_backs(whole) if whole.sides else {}
    return next((part for name, part in parts.items() if name in words), whole)


def said(pdf: bytes) -> tuple[list[str], str]:
    """What a file says that it is (edition, product, inks), and the version of leaflet that made it.

    The version is empty where the file names none. Raises DamagedError.
    """
    file = PdfFile(pdf)
    information = file.dictionary(file.trailer.get("Info", {}), "the information")
    words, creator = (text_of(file.resolve(information.get(key))) for key in ("Keywords", "Creator"))
    program, _, version = creator.partition(" ")
    return words.split(), version if program == PROGRAM else ""


def language_of(pdf: bytes, content: Content) -> str | None:
    """The language of a content that a file says to be made from; None where that tells nothing of it."""
    try:
        words, version = said(pdf)
    except DamagedError:
        return None
    code = words[0] if len(words) > 2 and version in (__version__, "") else ""
    named = [tag for tag in content.language_files if code.startswith(f"{tag}-".upper())]
    return max(named, key=len, default=None)


class Candidate(NamedTuple):
    """What a file may be: its edition code, what lays it out, what tells where it is untrue."""

    code: str
    lay_out: Callable[[Typeface], Layout]
    untrue: Callable[[], Iterator[Finding]]


def leaflets(code: str, product: Product, content: Content) -> Iterator[Candidate]:
    """The editions of the content that a code may name, by its language and region."""
    for language in content.languages:
        if any(unprintable(content, language)):
            continue
        for region in (None, *(region.id for region in content.regions)):
            if names(code, language, region or NATIONAL):
                document = localize(content, language, region)
                untrue = partial(uncommissioned, document, content, language, region)
                yield Candidate(document.edition, partial(lay_out, document, product), untrue)


def proofs(code: str, product: Product, content: Content) -> Iterator[Candidate]:
    """The sheets that check a printer that a code may name, by its language."""
    for language in content.languages:
        if names(code, language, PROOF) and not any(unwritten(content, language)):
            words = proof_words(content, language, product)
            # What stands on the sheet is measured, and no fact of the content.
            yield Candidate(words.document.edition, partial(lay_out_proof, words, product), lambda: iter(()))


def names(code: str, language: str, region: str) -> bool:
    """Whether a code is of a language and a region, whatever its date and its fingerprint."""
    start = f"{language}-{region}-".upper()
    return code.startswith(start) and END.fullmatch(code[len(start) :]) is not None
