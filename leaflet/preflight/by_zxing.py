"""The picture of a page into the codes that a scanner finds on it, by zxing-cpp."""

from __future__ import annotations

from leaflet.preflight.by_pdfium import Picture
from leaflet.preflight.pdfobjects import DamagedError
from leaflet.signals import undisturbed

# It calls Python, and takes an exit there for a fault of its own: as it is loaded it aborts.
with undisturbed():
    import zxingcpp


def scan(picture: Picture) -> list[str]:
    """What the QR codes of a picture open that are dark on light: the others are read by few phones.

    Raises DamagedError.
    """
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    try:
        with undisturbed():
            found = zxingcpp.read_barcodes(picture.image, formats=formats, try_invert=False)
        return [barcode.text for barcode in found]
    except MemoryError:
        raise
    # A code may hold bytes that are no text.
    except Exception as error:
        raise DamagedError(f"zxing-cpp cannot read a page: {error}") from error
