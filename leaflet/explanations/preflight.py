"""Codes of a finished file: those of its checks, told by the checks themselves."""

from __future__ import annotations

from leaflet.explanations.model import Explanation
from leaflet.preflight.checks import CHECKS

# A layout may have these faults before there is a file: they are told with those of layout.
SHARED = ("missing-glyph", "lost-text")

EXPLANATIONS = (
    *(
        Explanation(code, what, check.rationale)
        for check in CHECKS
        for code, what in check.codes.items()
        if code not in SHARED
    ),
    Explanation(
        "not-a-leaflet",
        "a file does not say that it is a leaflet",
        "Every leaflet names its edition, its product and its inks: by them it is known what it should be. "
        "One that another program has imposed, merged or exported may say nothing of itself.",
    ),
    Explanation(
        "proof-sheet",
        "a file is the sheet that checks a printer",
        "It has scales in place of a memo, and nobody may be handed it for a leaflet. It is held against its "
        "own layout, or every file could call itself one; then it is printed and read.",
    ),
    Explanation(
        "other-version",
        "a file was made by another version of leaflet",
        "A file is proven against a fresh layout of its content; another version may lay it out otherwise.",
    ),
    Explanation(
        "unsound-content",
        "a file cannot be judged: the content has errors",
        "What a file should be is made anew from the content, and of content with errors in the facts, in "
        "the source or in the file's own language nothing is made. Errors in other languages do not matter.",
    ),
    Explanation(
        "unknown-edition",
        "a file was made from other content",
        "A file can only be proven against the content that it was made from.",
    ),
)
