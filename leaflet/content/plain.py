"""A text as its reader sees it: what is only there for the setting of lines hides nothing from a check."""

from __future__ import annotations

_SOFT_HYPHEN = "\u00ad"


def plain(text: str) -> str:
    """The text without marks of emphasis and without soft hyphens; placeholders stay."""
    return text.replace("**", "").replace(_SOFT_HYPHEN, "")
