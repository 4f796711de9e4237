"""A built edition and what the tests ask of it: its lines, its codes, its rendered pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from leaflet.document import Document
from leaflet.geometry import Rect
from leaflet.sheet import Code, Fill, Item, Layout, PlacedPanel, Rule, Side, Symbol, TextLine
from leaflet.units import MM

PRODUCTS = ("trifold", "a4")
REGIONS = (
    "abai",
    "akmola",
    "aktobe",
    "almaty",
    "almaty-region",
    "astana",
    "atyrau",
    "east-kazakhstan",
    "jetisu",
    "karaganda",
    "kostanay",
    "kyzylorda",
    "mangystau",
    "north-kazakhstan",
    "pavlodar",
    "shymkent",
    "turkistan",
    "ulytau",
    "west-kazakhstan",
    "zhambyl",
)
Key = tuple[str, str | None, str]
"""Language, region id or None for the whole country, product."""

NATIONAL: list[Key] = [(language, None, product) for language in ("kk", "ru", "en") for product in PRODUCTS]
REGIONAL: list[Key] = [("kk", region, product) for region in REGIONS for product in PRODUCTS] + [
    (language, region, product)
    for language in ("ru", "en")
    for region in ("almaty", "west-kazakhstan", "atyrau")
    for product in PRODUCTS
]
EDITIONS = NATIONAL + REGIONAL
TRIFOLDS = [key for key in EDITIONS if key[2] == "trifold"]

# Noto Sans: capital height and lowest descender, in sizes.
CAPITAL, DESCENDER = 0.714, 0.24
# The height and depth that the font itself claims for accents and all else (OS/2 typo metrics).
ASCENT, DESCENT = 1.069, 0.293


def name(key: Key) -> str:
    """``kk-national-trifold``: how a test names its edition."""
    language, region, product = key
    return f"{language}-{region or 'national'}-{product}"


@dataclass(frozen=True)
class Sheet:
    """One edition, from its words to its file."""

    document: Document
    layout: Layout
    pdf: bytes

    @property
    def sides(self) -> tuple[Side, ...]:
        return self.layout.sides

    @cached_property
    def panels(self) -> list[PlacedPanel]:
        return [panel for side in self.sides for panel in side.panels]

    @cached_property
    def lines(self) -> list[TextLine]:
        return [line for panel in self.panels for line in lines(panel)]

    @cached_property
    def codes(self) -> list[Code]:
        return [code for panel in self.panels for code in codes(panel)]

    def block(self, id: str) -> str:
        """The text of all lines of a block, white space removed."""
        return self._blocks.get(id, "")

    @cached_property
    def _blocks(self) -> dict[str, str]:
        blocks: dict[str, str] = {}
        for line in self.lines:
            blocks[line.tag.block] = blocks.get(line.tag.block, "") + folded(line.text)
        return blocks

    @cached_property
    def reader(self) -> PdfReader:
        """The file as pypdf reads it, for whoever changes nothing."""
        return PdfReader(BytesIO(self.pdf), strict=True)

    @cached_property
    def pages(self) -> tuple[Image.Image, ...]:
        """The pages as a coarse printer makes them: what scans at 200 dots an inch scans at 300."""
        return tuple(self.render(200))

    @cached_property
    def scanned(self) -> tuple[list[zxingcpp.Barcode], ...]:
        """What a scanner reads on each of these pages."""
        return tuple(scan(page) for page in self.pages)

    def render(self, dpi: int) -> Iterator[Image.Image]:
        """Each page in greys, by pdfium."""
        with pypdfium2.PdfDocument(self.pdf) as document:
            for page in document:
                yield page.render(scale=dpi / 72, grayscale=True).to_pil()


@cache
def by_pypdf(pdf: bytes) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in PdfReader(BytesIO(pdf), strict=True).pages]


@cache
def by_pdfium(pdf: bytes) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def scan(page: Image.Image) -> list[zxingcpp.Barcode]:
    return zxingcpp.read_barcodes(page, formats=zxingcpp.BarcodeFormat.QRCode)


def lines(panel: PlacedPanel) -> list[TextLine]:
    return [item for item in panel.items if isinstance(item, TextLine)]


def codes(panel: PlacedPanel) -> list[Code]:
    return [item for item in panel.items if isinstance(item, Code)]


def folded(text: str) -> str:
    """Text as it is compared: no white space, no hyphens.

    Two extractors put white space in different places; words are hyphenated at the ends of lines, and pdfium
    reads such a hyphen as U+FFFE.
    """
    return "".join(letter for letter in text if not letter.isspace() and letter not in "-\u00ad\u2010\ufffe")


def digits(text: str) -> str:
    return "".join(letter for letter in text if letter in "0123456789")


def ink_box(line: TextLine) -> Rect:
    """Where the letters of a line are, by estimate: figures stand on the baseline, letters hang below it."""
    below = 0.0 if folded(line.text).isdecimal() else DESCENDER * line.size
    return Rect(line.x, line.baseline - below, line.right - line.x, below + (CAPITAL * line.size))


def body_box(line: TextLine) -> Rect:
    """The tallest and deepest that letters of this size may be."""
    below = DESCENT * line.size
    return Rect(line.x, line.baseline - below, line.right - line.x, below + ASCENT * line.size)


def item_box(item: Item) -> Rect:
    """The rectangle that an item's ink fills; of a code, its modules."""
    match item:
        case TextLine():
            return ink_box(item)
        case Fill() | Code():
            return item.rect
        case Rule():
            # A stroke is thick across its direction and ends flat.
            across, down = (item.weight / 2 * (one == other) for one, other in ends(item))
            return around([(item.x1, item.y1), (item.x2, item.y2)], 0).inset(-across, -down, -across, -down)
        case Symbol():
            # Control points, too: a curve stays within the hull of its own.
            return around(list(points(item)), item.weight / 2)


def ends(rule: Rule) -> tuple[tuple[float, float], tuple[float, float]]:
    """Both x and both y of a rule, which is level or upright."""
    assert rule.x1 == rule.x2 or rule.y1 == rule.y2
    return (rule.x1, rule.x2), (rule.y1, rule.y2)


def points(symbol: Symbol) -> Iterator[tuple[float, float]]:
    """Every point of a symbol's path."""
    for _, values in symbol.placed:
        yield from zip(values[::2], values[1::2], strict=True)


def around(points: list[tuple[float, float]], margin: float) -> Rect:
    """The box of some points and a margin."""
    left, bottom = (min(point[axis] for point in points) for axis in (0, 1))
    right, top = (max(point[axis] for point in points) for axis in (0, 1))
    return Rect(left, bottom, right - left, top - bottom).inset(-margin, -margin, -margin, -margin)


def overlap(one: Rect, other: Rect, slack: float = 0.05) -> bool:
    """Whether two rectangles share more than ``slack`` points in both directions."""
    return (
        # Most are far apart, and the first question tells.
        one.right - other.x > slack
        and other.right - one.x > slack
        and one.top - other.y > slack
        and other.top - one.y > slack
        and min(one.width, one.height, other.width, other.height) > slack
    )


def show(line: TextLine) -> str:
    """A line as a failing test prints it."""
    return f"{line.tag.block} {line.size:g} pt at {line.x / MM:.1f}, {line.baseline / MM:.1f} mm: {line.text}"
