"""Every code that a finding can carry into what it guards and why.

A code of a new check gets one entry in the tuple ``EXPLANATIONS`` of a module here: the test that walks the
sources for codes fails until it has.
"""

from __future__ import annotations

from importlib import import_module

from leaflet.explanations.model import Explanation

__all__ = ["Explanation", "explanations"]

# Modules with a tuple EXPLANATIONS, imported when somebody asks.
FAMILIES = (
    "leaflet.explanations.files",
    "leaflet.explanations.facts",
    "leaflet.explanations.words",
    "leaflet.explanations.signs",
    "leaflet.explanations.release",
    "leaflet.explanations.sheets",
    "leaflet.explanations.preflight",
)


def explanations() -> dict[str, Explanation]:
    """All explanations by code, in the order in which a leaflet comes about."""
    return {entry.code: entry for family in FAMILIES for entry in import_module(family).EXPLANATIONS}
