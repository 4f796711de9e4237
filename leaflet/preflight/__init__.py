"""A finished PDF held against the layout that it was made from."""

from __future__ import annotations

from leaflet.preflight.inspection import Report, inspect
from leaflet.preflight.promise import language_of, promised

__all__ = ["Report", "inspect", "language_of", "promised"]
