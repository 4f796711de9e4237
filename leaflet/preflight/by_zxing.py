"""The picture of a page into the codes that a scanner finds on it, by zxing-cpp."""

from __future__ import annotations

from dataclasses import dataclass

import zxingcpp

from leaflet.geometry import Rect
from leaflet.preflight.by_pdfium import Picture
from leaflet.preflight.pdfobjects import DamagedError


@dataclass(frozen=True, slots=True)
class Scanned:
    """A code that was read: its payload, and its box in points of the page."""

    payload: str
    box: Rect


def scan(picture: Picture) -> list[Scanned]:
    """All QR codes of a picture that are dark on light: the others are read by few phones.

    Raises DamagedError.
    """
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    try:
        found = zxingcpp.read_barcodes(picture.image, formats=formats, try_invert=False)
        read = [(barcode.text, barcode.position) for barcode in found]
    # A code may hold bytes that are no text.
    except Exception as error:
        raise DamagedError(f"zxing-cpp cannot read a page: {error}") from error
    return [Scanned(payload, box(position, picture)) for payload, position in read]


def box(position: zxingcpp.Position, picture: Picture) -> Rect:
    """The box round a code, in points of the page."""
    corners = (position.top_left, position.top_right, position.bottom_left, position.bottom_right)
    xs, ys = [corner.x for corner in corners], [corner.y for corner in corners]
    return picture.rect(min(xs), min(ys), max(xs), max(ys))
