"""A PDF into the text of its pages, as pypdf reads it."""

from __future__ import annotations

import logging
from io import BytesIO

from pypdf import PdfReader

from leaflet.preflight.pdfobjects import DamagedError

# What it logs repeats the words of the file, and without a handler they would reach the console as they are.
logging.getLogger("pypdf").addHandler(logging.NullHandler())


def texts(pdf: bytes) -> list[str]:
    """The text of each page. Raises DamagedError."""
    try:
        return [page.extract_text() for page in PdfReader(BytesIO(pdf), strict=True).pages]
    except MemoryError:
        raise
    # What pypdf raises for a damaged file is not one family.
    except Exception as error:
        raise DamagedError(f"pypdf cannot read the file: {error}") from error
