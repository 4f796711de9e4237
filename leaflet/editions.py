"""An edition into a file: laid out, rendered, read back, and only then written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.choices import Depth, Inks, Purpose
from leaflet.commission import uncommissioned
from leaflet.content import Content
from leaflet.diagnostics import OURS, Finding, Place, has_errors
from leaflet.document import Document
from leaflet.localization import NATIONAL, localize
from leaflet.metadata import EPOCH, keywords, moment, since_1970
from leaflet.output import refuse_lost, write_all
from leaflet.products import PRODUCTS, Product
from leaflet.sheet import Layout
from leaflet.simplex import fronts_and_backs
from leaflet.soundness import faults

if TYPE_CHECKING:
    from leaflet.fonts import FontFolder

SIDES, PAGES = ("1-outside", "2-inside"), ("1-fronts", "2-backs")
PARTS = {"trifold": SIDES, "trifold-letter": SIDES, "a4": PAGES, "letter": PAGES}
"""The two files of each product for a printer that has no duplex unit."""
DAY = "%Y-%m-%d"
NOT_WRITTEN = f"{OURS}; what stood in the place of the file was left as it was"


@dataclass(frozen=True, slots=True)
class Edition:
    """One leaflet to build. ``region`` is an id, or None for the whole country.

    ``simplex`` makes two files of it, one of the fronts and one of the backs.
    """

    language: str
    region: str | None
    product: Product
    inks: Inks = Inks.COLOUR
    purpose: Purpose = Purpose.OFFICE
    simplex: bool = False
    release: bool = False
    """Whether it is to be given out: then no draft, and no contact that nobody has checked, may be in it."""

    @property
    def product_name(self) -> str:
        return self.product.name

    @property
    def file_name(self) -> str:
        parts = (self.region or NATIONAL, self.product.name)
        return file_name(self.inks, "leaflet", self.language, *parts, purpose=self.purpose)

    def laid_out(self, content: Content, typeface: FontFolder) -> Layout:
        # Whoever asks for what does not exist should not wait for the libraries of layout.
        from leaflet.layout import lay_out
        from leaflet.press import for_purpose

        layout = lay_out(localize(content, self.language, self.region), self.product, typeface)
        return for_purpose(replace(layout, inks=self.inks), self.purpose, typeface)

    def untrue(self, document: Document, content: Content) -> Iterator[Finding]:
        """Where a document is not this edition of the content."""
        yield from uncommissioned(document, content, self.language, self.region)
        if self.release:
            yield from unreleased(document, content)

    def unkept(self, layout: Layout, made: Iterable[Layout]) -> Iterator[Finding]:
        """What was laid out, and stands on the sides of the files no more, or elsewhere."""
        parts = [*made]
        if len(parts) == 1 and parts[0].is_judged:
            return
        # Fronts and backs in turn, without the backs that are empty.
        leaves = zip_longest(*[part.sides for part in parts])
        sides = tuple(side for leaf in leaves for side in leaf if side and side.panels)
        touched = self.purpose is not Purpose.PRESS
        yield from faults(layout.document, self.product, sides, touched=touched)


@dataclass(frozen=True, slots=True)
class Proof:
    """A sheet to build that checks a printer, for a folded product."""

    language: str
    product: Product
    inks: Inks = Inks.COLOUR
    simplex: bool = False
    purpose: Purpose = Purpose.OFFICE

    @property
    def product_name(self) -> str:
        return self.product.proof

    @property
    def file_name(self) -> str:
        # Whoever takes all leaflets of a language shall not take this sheet for one of them.
        return file_name(self.inks, "proof", self.language, *self.product.name.split("-")[1:])

    def laid_out(self, content: Content, typeface: FontFolder) -> Layout:
        from leaflet.proofing import lay_out_proof, proof_words

        words = proof_words(content, self.language, self.product)
        return replace(lay_out_proof(words, self.product, typeface), inks=self.inks)

    def untrue(self, document: Document, content: Content) -> Iterator[Finding]:
        """Nothing: what stands on the sheet is measured, and no fact of the content."""
        del document, content
        return iter(())

    def unkept(self, layout: Layout, made: Iterable[Layout]) -> Iterator[Finding]:
        """Nothing: no leaflet was laid out."""
        del layout, made
        return iter(())


def file_name(inks: Inks, kind: str, language: str, *parts: str, purpose: Purpose = Purpose.OFFICE) -> str:
    """The name of a file: what it holds, in the words of the command."""
    ends = ["mono"] if inks is Inks.MONO else []
    ends += [purpose.value] if purpose is not Purpose.OFFICE else []
    return "-".join((kind, language.casefold(), *parts, *ends)) + ".pdf"


@dataclass(frozen=True, slots=True)
class Built:
    """An edition with what came of it; ``paths`` is empty if findings stopped it."""

    edition: Edition | Proof
    layout: Layout
    findings: tuple[Finding, ...]
    paths: tuple[Path, ...]


def build(
    edition: Edition | Proof,
    content: Content,
    typeface: FontFolder,
    path: Path,
    depth: Depth = Depth.AFFORDABLE,
) -> Built:
    """Build one edition, read it back, and write it. Nothing is written if a finding is an error.

    Raises EpochError, FontError, ProfileError and OutputError.
    """
    from leaflet.preflight import inspect
    from leaflet.rendering import render

    layout = edition.laid_out(content, typeface)
    document = layout.document
    findings = [*document.findings, *edition.untrue(document, content), *layout.findings]
    if has_errors(findings):
        return Built(edition, layout, tuple(findings), ())
    files = {}
    made = parts(layout, path, simplex=edition.simplex)
    findings += unordered(edition, made, path)
    findings += misfiled(layout, content, path)
    findings += edition.unkept(layout, made.values())
    for place, part in made.items():
        files[place] = render(part, typeface)
        report = inspect(files[place], part, str(place), depth, typeface)
        findings += report.findings if report.ok else map(ours, report.findings)
    findings += unlike_their_parts(files, made)
    if has_errors(findings):
        return Built(edition, layout, tuple(findings), ())
    write_all(files)
    refuse_lost(files)
    return Built(edition, layout, tuple(findings), tuple(files))


def parts(layout: Layout, path: Path, *, simplex: bool) -> dict[Path, Layout]:
    """A layout at its path, or its fronts and its backs at two paths made from that."""
    if not simplex:
        return {path: layout}
    return {
        path.with_name(f"{path.stem}-{end}{path.suffix}"): part
        for end, part in fronts_and_backs(layout).items()
    }


def places_of(edition: Edition | Proof, path: Path) -> dict[Path, str]:
    """Where the files of an edition stand, each with the part that it is."""
    ends = PARTS[edition.product.name] if edition.simplex else ("",)
    return {path.with_name(f"{path.stem}-{end}{path.suffix}") if end else path: end for end in ends}


def unordered(edition: Edition | Proof, made: Mapping[Path, Layout], path: Path) -> Iterator[Finding]:
    """Where layouts are another product, for other inks or another purpose, or not the parts asked for."""
    places = places_of(edition, path)
    for about, expected, found in (
        ("files", [*places], [*made]),
        ("parts", [*places.values()], [layout.part for layout in made.values()]),
        ("product", {edition.product_name}, {layout.product for layout in made.values()}),
        ("inks", {edition.inks}, {layout.inks for layout in made.values()}),
        ("day", *days(made.values())),
        (
            "sides of each file",
            {len(next(iter(made.values())).sides)},
            {len(part.sides) for part in made.values()},
        ),
        ("purpose", {edition.purpose}, {layout.purpose for layout in made.values()}),
    ):
        if expected != found:
            what = f"the edition is not the one that was asked for: {about}"
            measure = f"expected {listed(expected)}, found {listed(found)}"
            yield Finding(Place(str(path)), "other-edition", what, measure, ours=True)


def unlike_their_parts(files: Mapping[Path, bytes], made: Mapping[Path, Layout]) -> Iterator[Finding]:
    """Files that do not say to be what belongs in their places: that for fronts may be one of backs."""
    for place, part in made.items():
        if f"<pdf:Keywords>{keywords(part)}<".encode() not in files.get(place, b""):
            what = "a file is not the part of the leaflet that it should be"
            yield Finding(Place(str(place)), "other-edition", what, f"expected {keywords(part)}", ours=True)


def misfiled(layout: Layout, content: Content, path: Path) -> Iterator[Finding]:
    """Where a file has the name of the leaflet of another language or region, or of another product."""
    document = layout.document
    regions = [NATIONAL, *(region.id for region in content.regions)]
    places = [f"leaflet-{tag.casefold()}-{region}-" for tag in content.languages for region in regions]
    own = f"leaflet-{document.language.casefold()}-{document.region}-"
    # Of almaty- and almaty-region- it is the longer; so of trifold and trifold-letter.
    starts = places + [place + product for place in places for product in PRODUCTS]
    claimed = max((start for start in starts if path.name.startswith(start)), key=len, default="")
    if claimed and claimed not in (own, own + layout.product):
        what = "the file has the name of another leaflet"
        measure = f"expected {own}{layout.product}, found {path.name}"
        remedy = "name the file after what is in it"
        yield Finding(Place(str(path)), "other-edition", what, measure, remedy)


def days(made: Iterable[Layout]) -> tuple[set[datetime | None], set[datetime | None]]:
    """When layouts should be said to have been made, and when they are: nobody is told the hour.

    Raises EpochError.
    """
    documents = [layout.document for layout in made]
    said = {moment(document) for document in documents}
    if os.environ.get(EPOCH):
        return {since_1970(os.environ[EPOCH])}, said
    dates = {document.date for document in documents}
    return {datetime.strptime(date, DAY).replace(tzinfo=UTC) if date else None for date in dates}, said


def listed(values: Iterable[object]) -> str:
    return ", ".join(map(str, values)) or "none"


def unreleased(document: Document, content: Content) -> Iterator[Finding]:
    """What no edition that is given out may have: the mark of a draft, contacts that nobody has checked."""
    place = Place(f"{document.language}, {document.region}")
    unchecked = {entry.id for entry in content.organizations if entry.checked_on is None}
    found = [contact.id for contact in document.contacts if contact.id in unchecked]
    found += [document.labels.draft.text] if document.labels.draft else []
    if found:
        what = "an edition is to be given out that is not released"
        yield Finding(place, "other-edition", what, f"found {', '.join(found)}", ours=True)


def ours(finding: Finding) -> Finding:
    """A fault of a file that was just made: nobody but us can mend it."""
    return replace(finding, remedy=NOT_WRITTEN, ours=True)
