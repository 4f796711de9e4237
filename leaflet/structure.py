"""A layout into the tree that assistive technology reads: headings, lists, paragraphs, links, figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import NamedTuple

from leaflet.document import ITEMS, Document, Role
from leaflet.reading import heard, read
from leaflet.sheet import Code, GlyphRun, Layout, PlacedPanel, TextLine

# Structure types of ISO 32000-1, 14.8.4.
KINDS: dict[Role, str] = {
    Role.AUDIENCE: "H1",
    Role.TITLE: "P",
    Role.HEADING: "H2",
    Role.SUBHEADING: "H3",
    Role.SCOPE: "H3",
    Role.CHECK_ITEM: "LBody",
    Role.LIST_ITEM: "LBody",
}
# No-break spaces are white space, too.
WORD_AT_END, WORD_AT_START = re.compile(r"\S+$"), re.compile(r"(\S+)\s")
LEVELS = {"H1": 1, "H2": 2, "H3": 3}


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree. ``marks`` and child elements stand in the order of reading in ``children``."""

    kind: str
    alternative: str = ""
    link: str = ""
    children: list[Element | Mark] = field(default_factory=list)

    def below(self) -> list[Element]:
        """The child elements."""
        return [child for child in self.children if isinstance(child, Element)]

    def marks(self) -> list[Mark]:
        """The marks of the element itself."""
        return [child for child in self.children if isinstance(child, Mark)]

    def descendants(self) -> Iterator[Element]:
        """The element and all below it, in the order of reading."""
        left = [self]
        while left:
            element = left.pop()
            yield element
            left += reversed(element.below())


class Mark(NamedTuple):
    """Marked content on a page: ``page`` from 0, ``number`` is its MCID there."""

    page: int
    number: int


class Said(NamedTuple):
    """Letters that stand for another text: from ``start`` in one run to ``end``, there or in a later one."""

    run: int
    start: int
    last_run: int
    end: int
    text: str


class Piece(NamedTuple):
    """Part of an item that is marked as one; runs of a line, or a whole code."""

    element: Element
    mark: Mark
    runs: tuple[GlyphRun, ...] = ()
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: its level from 1, all its words, and where on its page it begins, in points."""

    element: Element
    level: int
    text: str
    page: int
    x: float
    top: float


@dataclass(slots=True)
class Structure:
    """The tree of a layout, and the pieces of each item by page, panel and place in the panel."""

    titles: Mapping[str, str]
    """The words of what may be a heading, by block."""
    root: Element = field(default_factory=lambda: Element("Document"))
    headings: list[Heading] = field(default_factory=list)
    pieces: dict[tuple[int, str, int], list[Piece]] = field(default_factory=dict)
    _counts: dict[int, int] = field(default_factory=dict)
    _blocks: dict[str, Element] = field(default_factory=dict)
    _list: tuple[str, Element] | None = None
    _parted: dict[Element, tuple[list[Piece], bool]] = field(default_factory=dict)

    def add(self, page: int, panel: PlacedPanel, index: int, item: TextLine | Code) -> None:
        """Give a text or a code its element and its marks."""
        if isinstance(item, Code):
            figure = Element("Figure", item.alternative)
            self.root.children.append(figure)
            self.pieces[page, panel.name, index] = [self.piece(figure, page)]
        else:
            element = self.block(page, panel, item)
            pieces = [self.piece(self.part(element, link), page, runs) for link, runs in by_link(item)]
            if element in self._parted:
                join(*self._parted.pop(element), pieces, ends=not item.joined)
            if item.joined:
                self._parted[element] = pieces, item.hyphenated
            self.pieces[page, panel.name, index] = pieces

    def part(self, element: Element, link: str) -> Element:
        """The element itself, or a link in it."""
        if not link:
            return element
        child = Element("Link", link=link)
        element.children.append(child)
        return child

    def piece(self, element: Element, page: int, runs: tuple[GlyphRun, ...] = ()) -> Piece:
        number = self._counts.get(page, 0)
        self._counts[page] = number + 1
        mark = Mark(page, number)
        element.children.append(mark)
        return Piece(element, mark, runs)

    def block(self, page: int, panel: PlacedPanel, line: TextLine) -> Element:
        """The element of a line's block. The memo's blocks go on from panel to panel."""
        id = line.tag.block if line.tag.block.startswith("memo.") else f"{panel.name}/{line.tag.block}"
        element = self._blocks.get(id)
        if element is None:
            place = (
                line.tag.role is Role.PLACE
                and f"{panel.name}/contact.{contact(id)}.scope" not in self._blocks
            )
            kind = "H3" if place else KINDS.get(line.tag.role, "P")
            element = self._blocks[id] = Element(kind)
            self.parent(line, id).children.append(self.wrapped(line, element))
            title = self.titles.get(line.tag.block)
            # A heading that is repeated on a new page has no words of its own.
            if kind in LEVELS and title:
                top = line.baseline + line.size
                self.headings.append(Heading(element, LEVELS[kind], title, page, line.x, top))
        return element

    def parent(self, line: TextLine, id: str) -> Element:
        """Where a new block goes: list items into the list of their section, all else to the root."""
        if line.tag.role not in ITEMS:
            self._list = None
            return self.root
        section = id.rpartition(".")[0]
        if self._list is None or self._list[0] != section:
            self._list = (section, Element("L"))
            self.root.children.append(self._list[1])
        return self._list[1]

    def wrapped(self, line: TextLine, element: Element) -> Element:
        """A list item round its body."""
        return Element("LI", children=[element]) if line.tag.role in ITEMS else element


def join(before: list[Piece], hyphenated: bool, after: list[Piece], *, ends: bool) -> None:
    """Make whole a word that parts between two lines: its beginning is said to be all of it, its end a space.

    So poppler, pdfium and MuPDF copy and find it as one. Else they keep the hyphen, drop one that belongs to
    the word, or put a sign of their own in its place; and pdfium takes no notice of what is said to be empty.
    ``ends`` tells that a space is written at the end of the second line.
    """
    first, second = before[-1], after[0]
    last, text = len(first.runs) - 1, first.runs[-1].text
    # Emphasis may end before the word does, or before the comma behind it.
    following = "".join(run.text for run in second.runs) + " " * (ends and second is after[-1])
    head, tail = WORD_AT_END.search(text), WORD_AT_START.match(following)
    # Links are elements of their own: one that parts is two.
    if head and tail and first.element is second.element:
        word = (head[0].removesuffix("-") if hyphenated else head[0]) + tail[1]
        before[-1] = first._replace(said=(*first.said, Said(last, head.start(), last, len(text), word)))
        starts = [0, *accumulate(len(run.text) for run in second.runs[:-1])]
        run = bisect_left(starts, tail.end()) - 1
        after[0] = second._replace(said=(Said(0, 0, run, tail.end() - starts[run], " "),))


def titles(document: Document) -> dict[str, str]:
    """The words of all blocks that may be headings: of a contact's, its place and its name."""
    groups = document.contact_groups
    blocks = (document.audience, *document.body, *(group.heading for group in groups))
    found = {block.id: block.phrase.text for block in blocks}
    for contact in document.contacts:
        words = f"{contact.place.text}, {contact.name.text}"
        found |= {f"contact.{contact.id}.{role}": words for role in (Role.SCOPE, Role.PLACE)}
    return found


def contact(id: str) -> str:
    """The contact's id in a block's id."""
    return id.partition("/contact.")[2].rpartition(".")[0]


def by_link(line: TextLine) -> Iterator[tuple[str, tuple[GlyphRun, ...]]]:
    """The runs of a line, those of a link apart."""
    if len(line.runs) == 1:  # Most are.
        yield line.runs[0].link, line.runs
        return
    runs: list[GlyphRun] = []
    for run in line.runs:
        if runs and run.link != runs[-1].link:
            yield runs[-1].link, tuple(runs)
            runs = []
        runs.append(run)
    yield runs[-1].link, tuple(runs)


def touched(line: TextLine, runs: tuple[GlyphRun, ...]) -> tuple[float, float, float, float]:
    """What of a page opens a link in a line: left, bottom, right, top, in points."""
    bottom, top = line.baseline - 0.25 * line.size, line.baseline + 0.8 * line.size
    return runs[0].x, bottom, runs[-1].x + runs[-1].width, top


def structure(layout: Layout) -> Structure:
    """The structure of a layout, in the order in which it is read."""
    result = Structure(titles(layout.document))
    for page, panel in read(layout):
        for index, item in heard(panel, alone=len(layout.sides[page].panels) == 1):
            result.add(page, panel, index, item)
    level(result.root)
    result.headings = [replace(entry, level=LEVELS[entry.element.kind]) for entry in result.headings]
    return result


def level(root: Element) -> None:
    """Let headings begin at the first level and go down one at a time (ISO 14289-1, 7.4.2).

    They do in a whole leaflet; the backs in a file of their own have no title above them.
    """
    headings = [element for element in root.descendants() if element.kind in LEVELS]
    highest = min((LEVELS[element.kind] for element in headings), default=1)
    above = 0
    for element in headings:
        above = min(LEVELS[element.kind] - highest + 1, above + 1)
        element.kind = f"H{above}"
