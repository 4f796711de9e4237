"""A PDF into the text of its pages, as pypdf reads it."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from leaflet.preflight.pdfobjects import DamagedError


def texts(pdf: bytes) -> list[str]:
    """The text of each page. Raises DamagedError."""
    try:
        return [page.extract_text() for page in PdfReader(BytesIO(pdf), strict=True).pages]
    # What pypdf raises for a damaged file is not one family.
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise DamagedError(f"pypdf cannot read the file: {error}") from error
