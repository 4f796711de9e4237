"""What a file is made for and how far it is checked; imports nothing, so that the help need not wait."""

from __future__ import annotations

from enum import StrEnum


class Inks(StrEnum):
    """What the printer has: process colours, or black toner alone."""

    COLOUR = "colour"
    MONO = "mono"


class Purpose(StrEnum):
    """What the file is for: an office printer and the screen, a print shop, an archive."""

    OFFICE = "office"
    PRESS = "press"
    ARCHIVE = "archive"


class Depth(StrEnum):
    """How far a file is checked: what every build can afford, or all."""

    AFFORDABLE = "affordable"
    FULL = "full"
