"""A layout into the tree that assistive technology reads: headings, lists, paragraphs, links, figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from leaflet.document import Role
from leaflet.sheet import Code, GlyphRun, Item, Layout, PlacedPanel, TextLine, in_order

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
HEADINGS = ("H1", "H2", "H3")
ITEMS = (Role.CHECK_ITEM, Role.LIST_ITEM)
UNREAD = (Role.FOLIO, Role.STATUS, Role.SCALE)
"""What repeats from page to page or panel to panel, and the numbers on a scale, is no part of the text."""


@dataclass(slots=True, eq=False)
class Element:
    """A node of the tree. ``marks`` and child elements stand in the order of reading in ``children``."""

    kind: str
    alternative: str = ""
    link: str = ""
    children: list[Element | Mark] = field(default_factory=list)

    def below(self) -> Iterator[Element]:
        """The child elements."""
        return (child for child in self.children if isinstance(child, Element))

    def marks(self) -> Iterator[Mark]:
        """The marks of the element itself."""
        return (child for child in self.children if isinstance(child, Mark))

    def descendants(self) -> Iterator[Element]:
        """The element and all below it, in the order of reading."""
        yield self
        for child in self.below():
            yield from child.descendants()


@dataclass(frozen=True, slots=True)
class Mark:
    """Marked content on a page: ``page`` from 0, ``number`` is its MCID there."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of an item that is marked as one; runs of a line, or a whole code."""

    element: Element
    mark: Mark
    runs: tuple[GlyphRun, ...] = ()


@dataclass(slots=True)
class Structure:
    """The tree of a layout, and the pieces of each item by page, panel and place in the panel."""

    root: Element = field(default_factory=lambda: Element("Document"))
    pieces: dict[tuple[int, str, int], list[Piece]] = field(default_factory=dict)
    _counts: dict[int, int] = field(default_factory=dict)
    _blocks: dict[str, Element] = field(default_factory=dict)
    _list: tuple[str, Element] | None = None

    def add(self, page: int, panel: PlacedPanel, index: int, item: Item) -> None:
        """Give an item its element and its marks; decoration gets none."""
        if isinstance(item, Code):
            figure = Element("Figure", item.alternative)
            self.root.children.append(figure)
            self.pieces[page, panel.name, index] = [self.piece(figure, page)]
        elif isinstance(item, TextLine) and item.tag.role not in UNREAD:
            element = self.block(panel, item)
            self.pieces[page, panel.name, index] = [
                self.piece(self.part(element, link), page, runs) for link, runs in by_link(item)
            ]

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

    def block(self, panel: PlacedPanel, line: TextLine) -> Element:
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


def contact(id: str) -> str:
    """The contact's id in a block's id."""
    return id.partition("/contact.")[2].rpartition(".")[0]


def by_link(line: TextLine) -> Iterator[tuple[str, tuple[GlyphRun, ...]]]:
    """The runs of a line, those of a link apart."""
    runs: list[GlyphRun] = []
    for run in line.runs:
        if runs and run.link != runs[-1].link:
            yield runs[-1].link, tuple(runs)
            runs = []
        runs.append(run)
    yield runs[-1].link, tuple(runs)


def structure(layout: Layout) -> Structure:
    """The structure of a layout, in the order in which its panels are read."""
    result = Structure()
    for page, panel in in_order(layout.sides):
        for index, item in enumerate(panel.items):
            result.add(page, panel, index, item)
    level(result.root)
    return result


def level(root: Element) -> None:
    """Let headings begin at the first level and go down one at a time (ISO 14289-1, 7.4.2).

    They do in a whole leaflet; the backs in a file of their own have no title above them.
    """
    headings = [element for element in root.descendants() if element.kind in HEADINGS]
    highest = min((int(element.kind[1]) for element in headings), default=1)
    above = 0
    for element in headings:
        above = min(int(element.kind[1]) - highest + 1, above + 1)
        element.kind = f"H{above}"
