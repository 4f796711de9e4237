"""A finished file and the layout that it was made from, into what the checks look at, each read once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from leaflet.diagnostics import Finding, Place
from leaflet.geometry import Rect
from leaflet.metadata import DATE, PRODUCER
from leaflet.preflight.elements import elements
from leaflet.preflight.embedded import EmbeddedFont
from leaflet.preflight.marks import Painting, Shown
from leaflet.preflight.painter import Painter
from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError, Ref, Stream, text_of
from leaflet.preflight.truetype import TrueType
from leaflet.sheet import Code, Item, Layout, PlacedPanel, Side, TextLine
from leaflet.standards import STANDARDS
from leaflet.typeface import Weight

if TYPE_CHECKING:
    from leaflet.fonts import FontFace, FontFolder
    from leaflet.preflight.by_pdfium import Character, Picture, Told

AS_WRITTEN = "it was changed after leaflet wrote it: take the file as it was written"
REMEDY = "do not print this file; build it anew, and report this fault if it comes back"
NEAR = 0.1
"""Points by which a text may stand beside its place: numbers in the file are rounded to a thousandth."""
INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")
MOST_PAGES = 20
"""Pages, and what holds pages: a leaflet has three at most, under one root."""
MOST_PARTS = 1000
"""Links of a page, and streams of its operators: a leaflet has some forty, and one."""
MOST_ENTRIES = 1000
"""Of the outline, which has one for each heading and contact."""
INFORMATION = (
    *("Title", "Subject", "Keywords", "Author", "Creator", "Producer"),
    *("CreationDate", "ModDate", "Trapped"),
)
PROOFS = ("proof", "proof-letter")
"""The sheets that check a printer, told here anew: they are no leaflets."""
DPI = 300
"""What a printer resolves; codes are scanned, and letters looked for, in pages of this resolution."""

ItemKind = TypeVar("ItemKind", bound=Item)


@dataclass(frozen=True)
class Page:
    """A page of the file, ``number`` from 1, its dictionary with what it inherits, and what it shows."""

    number: int
    entries: Mapping[str, Any]
    boxes: Mapping[str, Rect]
    annotations: tuple[Mapping[str, Any], ...]
    painting: Painting = field(repr=False)

    @property
    def shown(self) -> tuple[Shown, ...]:
        return self.painting.shown


@dataclass(frozen=True, slots=True)
class Written:
    """A line of the layout and what the file writes in its place, from left to right.

    ``panel`` is None for a line that stands beside all panels; ``text`` is what the file writes, ``wanted``
    what the layout has.
    """

    line: TextLine
    panel: PlacedPanel | None
    shown: tuple[Shown, ...]
    text: str
    wanted: str


@dataclass
class Evidence:
    """What is known of one file. Properties raise DamagedError where the file cannot be read."""

    pdf: bytes = field(repr=False)
    layout: Layout
    file: str
    typeface: FontFolder

    def fault(self, code: str, what: str, measure: str = "", remedy: str = "") -> Finding:
        """A finding about this file."""
        return Finding(Place(self.file), code, what, measure, remedy or self.remedy)

    @cached_property
    def remedy(self) -> str:
        """What can be done about a bad file.

        Who saves one again says so, takes another version, or gives it a second identifier (14.4), or none.
        """
        own = STANDARDS[self.layout.purpose].spelled
        try:
            ids = self.document.resolve(self.document.trailer.get("ID"))
            is_own = self.document.version == own and self.texts.get("Producer") == PRODUCER
            is_own = is_own and isinstance(ids, list) and ids[:1] == ids[1:]
            return REMEDY if is_own else AS_WRITTEN
        except DamagedError:
            return REMEDY

    @property
    def is_proof(self) -> bool:
        return self.layout.product in PROOFS

    @property
    def sides(self) -> Iterator[tuple[Page, Side]]:
        """The pages with the sides of the layout that they should be."""
        return zip(self.pages, self.layout.sides, strict=False)

    # Read by our own reader.

    @cached_property
    def document(self) -> PdfFile:
        return PdfFile(self.pdf)

    @cached_property
    def catalog(self) -> dict[str, Any]:
        return self.document.dictionary(self.document.trailer.get("Root"), "the catalogue")

    @cached_property
    def information(self) -> dict[str, Any]:
        return self.document.dictionary(self.document.trailer.get("Info", {}), "the information")

    @cached_property
    def texts(self) -> dict[str, str]:
        """The entries of the document information that a leaflet may have."""
        resolve, found = self.document.resolve, self.information
        return {key: text_of(resolve(found[key])) for key in INFORMATION if key in found}

    @property
    def moment(self) -> datetime | None:
        """When the file says that it was made: whoever checks it may have set another time than its maker."""
        try:
            return datetime.strptime(self.texts.get("CreationDate", ""), DATE).replace(tzinfo=UTC)
        except ValueError:
            return None

    @cached_property
    def outline(self) -> list[tuple[int, Mapping[str, Any]]]:
        """The outline and all its entries in the order of reading, each with its level: -1, then from 0.

        Raises DamagedError for one that has no end.
        """
        left = [(self.catalog["Outlines"], -1)] if "Outlines" in self.catalog else []
        found: list[tuple[int, Mapping[str, Any]]] = []
        while left:
            if len(found) == MOST_ENTRIES:
                raise DamagedError(f"expected at most {MOST_ENTRIES} entries in the outline, found more")
            value, level = left.pop()
            entry = self.document.dictionary(value, "the outline")
            found.append((level, entry))
            left += [(entry["Next"], level)] if "Next" in entry else []
            left += [(entry["First"], level + 1)] if "First" in entry else []
        return found

    @cached_property
    def elements(self) -> list[Mapping[str, Any]]:
        """The elements of the structure tree, in the order of reading."""
        return list(elements(self.document, self.catalog.get("StructTreeRoot")))

    @cached_property
    def fonts(self) -> tuple[EmbeddedFont, ...]:
        """The fonts that the pages write with, each once."""
        return tuple(dict.fromkeys(shown.font for page in self.pages for shown in page.shown))

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """The pages, in order, as many of them as the layout has sides: none is painted to be counted."""
        leaves = self.leaves[: len(self.layout.sides)]
        fonts: dict[Any, EmbeddedFont] = {}
        return tuple(
            read_page(self.document, entries, number, fonts) for number, entries in enumerate(leaves, 1)
        )

    @cached_property
    def leaves(self) -> list[dict[str, Any]]:
        """The dictionaries of the pages, in order, each with what it inherits (ISO 32000-1, 7.7.3)."""
        found: list[dict[str, Any]] = []
        left: list[tuple[Any, dict[str, Any]]] = [(self.catalog.get("Pages"), {})]
        for _ in range(MOST_PAGES):
            if not left:
                return found
            if len(left) > MOST_PAGES:
                break
            value, inherited = left.pop()
            node = {**inherited, **self.document.dictionary(value, "a page")}
            if node.get("Type") == "Page":
                found.append(node)
            else:
                passed = {name: node[name] for name in INHERITED if name in node}
                kids = self.document.array(node.get("Kids"), "the pages")
                left += [(kid, passed) for kid in reversed(kids)]
        raise DamagedError(f"expected at most {MOST_PAGES} pages, found more")

    @cached_property
    def written(self) -> dict[int, list[Written]]:
        """For each page, its lines with what the file writes in their places."""
        return {page.number: list(match(side, page.shown)) for page, side in self.sides}

    def strays(self, page: Page) -> list[Shown]:
        """What a page writes where the layout has no line; blanks do not count."""
        placed = {shown.order for written in self.written[page.number] for shown in written.shown}
        return [shown for shown in page.shown if not shown.blank and shown.order not in placed]

    def whole(self, block: str, panel: PlacedPanel | None = None) -> str:
        """What the file writes in the place of a block of the layout, on a panel or on all, lines joined."""
        return "".join(
            [
                written.text
                for written in self.blocks.get(block, ())
                if panel is None or panel is written.panel
            ]
        )

    @cached_property
    def blocks(self) -> dict[str, list[Written]]:
        """What the file writes in the places of each block of the layout."""
        found: dict[str, list[Written]] = {}
        for page in self.written.values():
            for written in page:
                found.setdefault(written.line.tag.block, []).append(written)
        return found

    @cached_property
    def weights(self) -> dict[Weight, FontFace]:
        """The font file of each weight that a line is set in."""
        runs = (run for side in self.layout.sides for line in lines(side) for run in line.runs)
        return {weight: self.typeface[weight] for weight in dict.fromkeys(run.weight for run in runs)}

    @cached_property
    def faces(self) -> dict[str, TrueType]:
        """Our own font files that the layout is set in, by PostScript name."""
        return {face.name: outlines(face) for face in self.weights.values()}

    # Read by others, each imported when it is first needed.

    @cached_property
    def text_by_pypdf(self) -> list[str]:
        from leaflet.preflight.by_pypdf import texts

        return texts(self.pdf)

    @cached_property
    def characters(self) -> list[list[Character]]:
        """The characters of each page with the boxes that pdfium gives them."""
        from leaflet.preflight.by_pdfium import characters

        return characters(self.pdf)

    @cached_property
    def told(self) -> list[list[Told]]:
        """For each page, what a screen reader is given."""
        from leaflet.preflight.by_pdfium import told

        return told(self.pdf)

    @cached_property
    def pictures(self) -> list[Picture]:
        """Each page as a printer sees it."""
        from leaflet.preflight.by_pdfium import pictures

        return pictures(self.pdf, DPI)

    @cached_property
    def scanned(self) -> list[list[str]]:
        """What the codes open that a scanner finds on each picture."""
        from leaflet.preflight.by_zxing import scan

        return [scan(picture) for picture in self.pictures]


def read_page(
    document: PdfFile, entries: dict[str, Any], number: int, fonts: dict[Any, EmbeddedFont]
) -> Page:
    """One page. Raises DamagedError."""
    boxes: dict[str, Rect] = {}
    for name in ("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox"):
        if name in entries:
            left, bottom, right, top = document.numbers(entries[name], f"the {name} of page {number}", 4)
            boxes[name] = Rect(left, bottom, right - left, top - bottom)
    contents = document.resolve(entries.get("Contents"))
    streams = [contents] if isinstance(contents, Stream) else document.array(contents or [], "a page")
    annotated = document.array(entries.get("Annots", []), "the annotations of a page")
    if len(streams) + len(annotated) > MOST_PARTS:
        raise DamagedError(f"expected at most {MOST_PARTS} parts of page {number}, found more")
    links = [annotation for annotation in annotated if isinstance(annotation, Ref)]
    if len({*links}) < len(links):
        raise DamagedError(f"page {number} has one annotation twice")
    operators = b"\n".join(document.stream(stream, f"page {number}") for stream in streams)
    resources = document.dictionary(entries.get("Resources", {}), "the resources of a page")
    annotations = [document.dictionary(annotation, "an annotation") for annotation in annotated]
    try:
        painting = Painter(document, fonts).paint(operators, resources)
    # Operands of the wrong number or kind, in whatever place: all of one meaning.
    except (ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
        raise DamagedError(f"the operators of page {number} are damaged: {error}") from error
    return Page(number, entries, boxes, tuple(annotations), painting)


@lru_cache(maxsize=16)
def outlines(face: FontFace) -> TrueType:
    """The glyphs of a font file of our own, which does not change once its fingerprint was compared."""
    return TrueType(face.data)


def match(side: Side, shown: Sequence[Shown]) -> Iterator[Written]:
    """Each line of a side with what stands on its baseline, between its ends."""
    ordered = sorted([mark for mark in shown if mark.text], key=attrgetter("y", "x"))
    heights = [mark.y for mark in ordered]
    used: set[int] = set()
    for line, panel in placed(side):
        if not isinstance(line, TextLine):
            continue
        found, start, end = [], line.x - NEAR, max(line.right - NEAR, line.x + NEAR)
        first = bisect_left(heights, line.baseline - NEAR)
        for mark in ordered[first : bisect_right(heights, line.baseline + NEAR, first)]:
            if start <= mark.x < end and mark.order not in used:
                found.append(mark)
                used.add(mark.order)
        if len(found) > 1:
            found.sort(key=attrgetter("x"))
        yield Written(line, panel, tuple(found), "".join([mark.text for mark in found]), line.text)


def placed(side: Side) -> Iterator[tuple[Item, PlacedPanel | None]]:
    """All items of a side, each with its panel; None for what stands beside all panels."""
    for panel in side.panels:
        for item in panel.items:
            yield item, panel
    for mark in (*side.marks, *side.beside):
        yield mark, None


def items(side: Side, kind: type[ItemKind]) -> Iterator[ItemKind]:
    """The items of one kind on a side."""
    for panel in side.panels:
        for item in panel.items:
            if isinstance(item, kind):
                yield item
    for mark in (*side.marks, *side.beside):
        if isinstance(mark, kind):
            yield mark


def lines(side: Side) -> Iterator[TextLine]:
    return items(side, TextLine)


def codes(side: Side) -> Iterator[Code]:
    return items(side, Code)


def code_panels(side: Side) -> Iterator[tuple[Code, PlacedPanel]]:
    """The codes of a side, each with its panel."""
    for panel in side.panels:
        yield from ((item, panel) for item in panel.items if isinstance(item, Code))


def bare(text: str) -> str:
    """Text without white space and hyphens of any kind: extractors differ in them."""
    return "".join(text.split()).translate(HYPHENS)


# Pdfium reads a hyphen at the end of a line as U+FFFE; at times as U+0002.
HYPHENS = dict.fromkeys(map(ord, "-\u00ad\u2010\ufffe\x02"))


def listed(found: Counter[str], separator: str = ", ") -> str:
    """What was found, each as often as it was, as a message shows it."""
    return separator.join(sorted(found.elements())) or "none"


def spelled(value: Any) -> Any:
    """A value of a PDF as a message can show it."""
    return f"{value.number} R" if isinstance(value, Ref) else value
