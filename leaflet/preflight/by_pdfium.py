"""A PDF into pictures, characters, structure and outline, as pdfium, the engine of Chrome, sees them."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import ceil, floor
from typing import TYPE_CHECKING, Any

import pypdfium2
import pypdfium2.raw as raw

from leaflet.geometry import Rect
from leaflet.preflight.pdfobjects import DamagedError

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 100_000_000
MOST_DEPTH = 12
"""Levels of the structure; a leaflet has five."""
MOST_ELEMENTS = 5000
"""Elements and marks on a page, each as often as it stands below an element; a leaflet has some 500."""


@dataclass(frozen=True, slots=True)
class Character:
    """A character and the box of its ink, in points of the page."""

    text: str
    box: Rect


@dataclass(frozen=True, slots=True)
class Picture:
    """A rendered page in greys, 0 black to 255 white; ``origin`` is the corner of what was rendered."""

    image: Image = field(repr=False)
    scale: float
    origin: tuple[float, float]

    def pixels(self, rect: Rect) -> tuple[int, int, int, int]:
        """The pixels that a rectangle in points touches: left, upper, right, lower."""
        x, y = rect.x - self.origin[0], rect.y - self.origin[1]
        width, height = self.image.size
        left, right = floor(x * self.scale), ceil((x + rect.width) * self.scale)
        upper, lower = floor(height - (y + rect.height) * self.scale), ceil(height - y * self.scale)
        return max(left, 0), max(upper, 0), min(right, width), min(lower, height)

    def rect(self, left: float, upper: float, right: float, lower: float) -> Rect:
        """Pixels as a rectangle in points of the page."""
        height = self.image.size[1]
        return Rect(
            self.origin[0] + left / self.scale,
            self.origin[1] + (height - lower) / self.scale,
            (right - left) / self.scale,
            (lower - upper) / self.scale,
        )

    def contrast(self, rect: Rect) -> int:
        """The difference between the lightest and the darkest pixel in a rectangle."""
        left, upper, right, lower = self.pixels(rect)
        if left >= right or upper >= lower:
            return 0
        lightest, darkest = extrema(self.image.crop((left, upper, right, lower)))
        return darkest - lightest

    def without(self, rects: Iterator[Rect]) -> Picture:
        """The picture with these rectangles in white."""
        image = self.image.copy()
        for rect in rects:
            left, upper, right, lower = self.pixels(rect)
            if left < right and upper < lower:
                image.paste(255, (left, upper, right, lower))
        return Picture(image, self.scale, self.origin)

    def ink(self, lightest: int) -> Rect | None:
        """The box round all pixels darker than a grey; None if there are none."""
        table = [255 * (grey < lightest) for grey in range(256)]
        box = self.image.point(table).getbbox()
        return None if box is None else self.rect(*box)


def extrema(image: Image) -> tuple[int, int]:
    """The darkest and the lightest grey of a picture."""
    darkest, lightest = image.getextrema()
    assert isinstance(darkest, int)
    assert isinstance(lightest, int)
    return darkest, lightest


def asked(call: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
    """What pdfium answers. Only its own calls stand here: a fault of ours is no damage to the file.

    Raises DamagedError.
    """
    try:
        return call(*arguments, **named)
    except MemoryError:
        raise
    # What pdfium and its wrapper raise for a damaged file is not one family.
    except Exception as error:
        raise DamagedError(f"pdfium cannot read the file: {error}") from error


def pages(pdf: bytes) -> Iterator[Any]:
    """The pages of the file as pdfium reads it. Raises DamagedError."""
    with asked(pypdfium2.PdfDocument, pdf) as document:
        for index in range(asked(len, document)):
            yield asked(document.get_page, index)


def pictures(pdf: bytes, dpi: float) -> list[Picture]:
    """Each page as a picture of that resolution. Raises DamagedError."""
    found = []
    for page in pages(pdf):
        scale = dpi / 72
        if asked(page.get_width) * asked(page.get_height) * scale * scale > MOST_PIXELS:
            raise DamagedError("a page is larger than any leaflet")
        box = asked(page.get_cropbox)
        bitmap = asked(page.render, scale=scale, grayscale=True, may_draw_forms=False)
        found.append(Picture(asked(bitmap.to_pil), scale, (box[0], box[1])))
    return found


def characters(pdf: bytes) -> list[list[Character]]:
    """The characters of each page, in the order of pdfium, with the boxes of their ink.

    Raises DamagedError.
    """
    found = []
    for page in pages(pdf):
        text = asked(page.get_textpage)
        # A character beyond U+FFFF has two places: both get the box that pdfium gives each of them.
        letters = asked(text.get_text_range)
        count = min(len(letters), asked(text.count_chars))
        boxes = (asked(text.get_charbox, index) for index in range(count))
        pairs = zip(letters[:count], boxes, strict=True)
        found.append([Character(letter, rect(*box)) for letter, box in pairs])
    return found


def rect(left: float, bottom: float, right: float, top: float) -> Rect:
    return Rect(left, bottom, right - left, top - bottom)


@dataclass(frozen=True, slots=True)
class Told:
    """An element on a page that has words or a picture of its own: its kind, and what is marked as its."""

    kind: str
    text: str


def told(pdf: bytes) -> list[list[Told]]:
    """For each page, its elements in the order of the tree. Raises DamagedError."""
    found = []
    for page in pages(pdf):
        texts = marked(page)
        tree = raw.FPDF_StructTree_GetForPage(page.raw)
        try:
            count = raw.FPDF_StructTree_CountChildren(tree) if tree else 0
            tops = [raw.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count)]
            found.append([*elements([top for top in tops if top], texts)])
        finally:
            raw.FPDF_StructTree_Close(tree)
    return found


def elements(tops: list[Any], texts: dict[int, str]) -> Iterator[Told]:
    """Each element with marks of its own, then those below it, in their order. Raises DamagedError.

    What is below an element is counted before it is looked at: a few elements, each many times below the one
    above it, are more than anybody can go through.
    """
    left, seen = [(top, 1) for top in reversed(tops)], 0
    while left:
        element, level = left.pop()
        if level > MOST_DEPTH:
            raise DamagedError(f"expected at most {MOST_DEPTH} levels of elements, found more")
        count = raw.FPDF_StructElement_CountChildren(element)
        seen += 1 + count
        if seen > MOST_ELEMENTS:
            raise DamagedError(f"expected at most {MOST_ELEMENTS} elements and marks on a page, found more")
        own, under = [], []
        for index in range(count):
            mark = raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            child = raw.FPDF_StructElement_GetChildAtIndex(element, index)
            if mark >= 0:
                own.append(texts.get(mark, ""))
            elif child:
                under.append((child, level + 1))
        if own:
            yield Told(string(raw.FPDF_StructElement_GetType, element), "".join(own))
        left += reversed(under)


def marked(page: Any) -> dict[int, str]:
    """The text of each mark on a page."""
    found: dict[int, str] = {}
    words = asked(page.get_textpage)
    for index in range(raw.FPDFPage_CountObjects(page.raw)):
        item = raw.FPDFPage_GetObject(page.raw, index)
        mark = raw.FPDFPageObj_GetMarkedContentID(item)
        if mark >= 0 and raw.FPDFPageObj_GetType(item) == raw.FPDF_PAGEOBJ_TEXT:
            found[mark] = found.get(mark, "") + string(raw.FPDFTextObj_GetText, item, words.raw)
    return found


def string(read: Callable[..., int], *arguments: Any) -> str:
    """What a function of pdfium writes into a buffer of UTF-16."""
    buffer_type = ctypes.POINTER(ctypes.c_ushort)
    wants_void = read is raw.FPDF_StructElement_GetType
    length = read(*arguments, None, 0)
    buffer = ctypes.create_string_buffer(length)
    read(*arguments, buffer if wants_void else ctypes.cast(buffer, buffer_type), length)
    return buffer.raw[:length].decode("utf-16-le", "replace").rstrip("\0")
