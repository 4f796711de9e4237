"""How to feed the paper for ``--simplex``: fronts and backs without a duplex unit, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from leaflet.cli.console import say

if TYPE_CHECKING:
    from leaflet.sheet import Layout

FEED = """\
two files, for a printer that has no duplex unit. Print both at 100 % (no scaling), and one test sheet first:
  1. put a single sheet into the tray, a pencil cross on its upper face; print the file with -1- in its name
  2. put it back: if the print is on the face with the cross, printed face down; if not, printed face up
  3. print the file with -2- in its name: turned over its {edge} edge, like the page of a book, the back must
     stand upright; if it stands on its head, turn the paper half round in the tray, the same face up"""
ORDER = """\
  4. keep the order: the sheet with page 1 goes in first, so that page 2 comes on its back; print the backs of
     one copy before you print many, and as many copies of one file as of the other"""
FOLD = "fold at the dashed marks, the narrow flap goes in first"
COPIES = "then print the whole run in the same way: all of the first file, the paper back, all of the second"


def say_how_to_feed(layouts: Sequence[Layout]) -> None:
    """Say it once for all leaflets, which are of one product. Holds for trays that print either face."""
    if not layouts:
        return
    side = layouts[0].sides[0]
    say(FEED.format(edge="short" if side.width > side.height else "long"))
    if any(len(layout.sides) > 2 for layout in layouts):
        say(ORDER)
    say(COPIES)
    if side.folds:
        say(FOLD)
