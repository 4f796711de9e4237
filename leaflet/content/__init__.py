"""The content folder as values: what it says, and every finding about it."""

from leaflet.content.loader import load
from leaflet.content.model import (
    Amendment,
    Content,
    Hotline,
    Language,
    Organization,
    OrganizationWords,
    Provenance,
    Region,
    Section,
    Text,
)

__all__ = [
    "Amendment",
    "Content",
    "Hotline",
    "Language",
    "Organization",
    "OrganizationWords",
    "Provenance",
    "Region",
    "Section",
    "Text",
    "load",
]
