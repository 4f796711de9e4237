"""A text as its reader sees it: what is only there for the setting of lines hides nothing from a check."""

from __future__ import annotations

import re

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
# As a reader sees it: O‘zbekcha is one word, whichever sign its writer took.
WHOLE_WORD = re.compile(r"[^\W\d_]+(?:['’‘`][^\W\d_]+)*")
# Texts of which it is kept what was read in them: three languages have some 400, each read twice.
MOST_TEXTS = 2048
SOFT_HYPHEN = "\u00ad"
_QUOTED = re.compile(r'«[^«»]*»|[“„][^“”„]*[“”]|"[^"]*"')


def plain(text: str) -> str:
    """The text without marks of emphasis and without soft hyphens; placeholders stay."""
    return text.replace("**", "").replace(SOFT_HYPHEN, "")


def bare(text: str) -> str:
    """The plain text without placeholders."""
    return PLACEHOLDER.sub(" ", plain(text))


def each_of(words: str, between: str | None = None) -> tuple[str, ...]:
    """The words that stand in a row, or what a sign stands ``between``."""
    return tuple(words.split(between))


def placeholders(text: str) -> list[str]:
    """The names in braces, as they follow each other."""
    return PLACEHOLDER.findall(text)


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks: a name there may be that of another language."""
    return _QUOTED.sub(" ", text)
