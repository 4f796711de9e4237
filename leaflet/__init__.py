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

from leaflet.version import __version__ as __version__

if TYPE_CHECKING:
    from leaflet.choices import Depth as Depth
    from leaflet.choices import Inks as Inks
    from leaflet.choices import Purpose as Purpose
    from leaflet.content import Content as Content
    from leaflet.content import load as load
    from leaflet.diagnostics import Finding as Finding
    from leaflet.diagnostics import FindingError as FindingError
    from leaflet.diagnostics import Place as Place
    from leaflet.diagnostics import Severity as Severity
    from leaflet.document import Document as Document
    from leaflet.fonts import FontFolder as FontFolder
    from leaflet.fonts import load_typeface as load_typeface
    from leaflet.layout import lay_out as lay_out
    from leaflet.localization import localize as localize
    from leaflet.preflight import Report as Report
    from leaflet.preflight import inspect as inspect
    from leaflet.press import for_press as for_press
    from leaflet.products import PRODUCTS as PRODUCTS
    from leaflet.products import Product as Product
    from leaflet.rendering import render as render
    from leaflet.sheet import Layout as Layout
    from leaflet.typeface import Typeface as Typeface

# Loaded when first asked for: listing the regions should not wait for a PDF library.
_NAMES = {
    "choices": "Depth Inks Purpose",
    "content": "Content load",
    "diagnostics": "Finding FindingError Place Severity",
    "document": "Document",
    "fonts": "FontFolder load_typeface",
    "layout": "lay_out",
    "localization": "localize",
    "preflight": "Report inspect",
    "press": "for_press",
    "products": "PRODUCTS Product",
    "rendering": "render",
    "sheet": "Layout",
    "typeface": "Typeface",
}
_HOMES = {name: module for module, names in _NAMES.items() for name in names.split()}
__all__ = [*_HOMES]


def __dir__() -> list[str]:
    return [*__all__, "__version__"]


if not TYPE_CHECKING:  # Where it stands, a type checker believes in every name.

    def __getattr__(name: str) -> Any:
        if name in _HOMES:
            return getattr(import_module(f"leaflet.{_HOMES[name]}"), name)
        raise AttributeError(f"module 'leaflet' has no attribute {name!r}")
