"""Leaflets from localized words and checked contacts: content in, a sheet of paper out.

The way of a leaflet is five functions, each from one frozen value to the next, and a typeface::

    typeface = leaflet.load_typeface()
    content  = leaflet.load()
    document = leaflet.localize(content, "kk", "almaty")
    layout   = leaflet.lay_out(document, leaflet.PRODUCTS["trifold"], typeface)
    pdf      = leaflet.render(layout, typeface)
    report   = leaflet.inspect(pdf, layout)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from leaflet.choices import Depth, Inks, Purpose
    from leaflet.content import Content, load
    from leaflet.diagnostics import Finding, Place, Severity
    from leaflet.document import Document
    from leaflet.fonts import FontFolder, load_typeface
    from leaflet.layout import lay_out
    from leaflet.localization import localize
    from leaflet.preflight import Report, inspect
    from leaflet.press import for_press
    from leaflet.products import PRODUCTS, Product
    from leaflet.rendering import render
    from leaflet.sheet import Layout

__version__ = "0.1.0"

# Loaded when first asked for: listing the regions should not wait for a PDF library.
HOME = {
    "Content": "content",
    "Depth": "choices",
    "Document": "document",
    "Finding": "diagnostics",
    "FontFolder": "fonts",
    "Inks": "choices",
    "Layout": "sheet",
    "PRODUCTS": "products",
    "Place": "diagnostics",
    "Product": "products",
    "Purpose": "choices",
    "Report": "preflight",
    "Severity": "diagnostics",
    "for_press": "press",
    "inspect": "preflight",
    "lay_out": "layout",
    "load": "content",
    "load_typeface": "fonts",
    "localize": "localization",
    "render": "rendering",
}

__all__ = [
    "PRODUCTS",
    "Content",
    "Depth",
    "Document",
    "Finding",
    "FontFolder",
    "Inks",
    "Layout",
    "Place",
    "Product",
    "Purpose",
    "Report",
    "Severity",
    "for_press",
    "inspect",
    "lay_out",
    "load",
    "load_typeface",
    "localize",
    "render",
]


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def __getattr__(name: str) -> Any:
    if name in HOME:
        return getattr(import_module(f"leaflet.{HOME[name]}"), name)
    raise AttributeError(f"module 'leaflet' has no attribute {name!r}")
