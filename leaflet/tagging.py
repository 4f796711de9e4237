"""The structure of a layout into PDF objects: tree, links, outline (ISO 32000-1, 14.7 and 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from leaflet.metadata import plain
from leaflet.operators import number, text_string
from leaflet.outline import outline
from leaflet.structure import Element, Structure


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle of a page, left, bottom, right, top, that opens the link of an element."""

    element: Element
    page: int
    rect: tuple[float, float, float, float]
    text: str


@dataclass(frozen=True, slots=True)
class Tags:
    """Objects, numbered from ``root`` on; among them each page's links, and the outline."""

    objects: tuple[str, ...]
    root: int
    links: tuple[tuple[int, ...], ...]
    outline: int


def tags(structure: Structure, links: Sequence[Link], pages: Sequence[int], first: int) -> Tags:
    """The structure as objects with numbers from ``first`` on; ``pages`` are the numbers of the pages."""
    elements = list(structure.root.descendants())
    numbers = {element: first + 1 + index for index, element in enumerate(elements)}
    touched = {link.element: first + 1 + len(elements) + index for index, link in enumerate(links)}
    parents = {child: numbers[element] for element in elements for child in element.below()}
    objects = [root(structure, links, numbers, len(pages))]
    for element in elements:
        touch = f"<</Type/OBJR/Obj {touched[element]} 0 R>>" if element in touched else ""
        objects.append(entry(element, parents.get(element, first), numbers, pages, touch))
    objects += [annotation(link, len(pages) + index) for index, link in enumerate(links)]
    last = first + len(objects)
    objects += outline(structure.headings, numbers, pages, last)
    by_page = [
        tuple(touched[link.element] for link in links if link.page == page) for page in range(len(pages))
    ]
    return Tags(tuple(objects), first, tuple(by_page), last)


def root(structure: Structure, links: Sequence[Link], numbers: dict[Element, int], pages: int) -> str:
    """The root of the tree, with the way back from marks and links to their elements.

    In the parent tree stand the pages first, then the links.
    """
    marks: list[dict[int, int]] = [{} for _ in range(pages)]
    for element, own in numbers.items():
        for mark in element.marks():
            marks[mark.page][mark.number] = own
    nums = [
        f"{page}[{' '.join(f'{found[index]} 0 R' for index in range(len(found)))}]"
        for page, found in enumerate(marks)
    ]
    nums += [f"{pages + index} {numbers[link.element]} 0 R" for index, link in enumerate(links)]
    return (
        f"<</Type/StructTreeRoot/K {numbers[structure.root]} 0 R"
        f"/ParentTree<</Nums[{' '.join(nums)}]>>/ParentTreeNextKey {pages + len(links)}>>"
    )


def entry(
    element: Element, parent: int, numbers: dict[Element, int], pages: Sequence[int], touch: str
) -> str:
    """One structure element. The page of its first mark is named once; marks on another page name theirs."""
    own = next(iter(element.marks()), None)
    here = own.page if own else None
    kids = [
        f"{numbers[child]} 0 R"
        if isinstance(child, Element)
        else str(child.number)
        if child.page == here
        else f"<</Type/MCR/Pg {pages[child.page]} 0 R/MCID {child.number}>>"
        for child in element.children
    ]
    page = "" if own is None else f"/Pg {pages[own.page]} 0 R"
    alternative = f"/Alt{text_string(plain(element.alternative))}" if element.alternative else ""
    return f"<</S/{element.kind}/P {parent} 0 R{page}{alternative}/K[{' '.join(kids)}{touch}]>>"


def annotation(link: Link, key: int) -> str:
    """The rectangle that is touched, printed with the page though nothing of it shows."""
    rect = " ".join(map(number, link.rect))
    return (
        f"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/StructParent {key}/Rect[{rect}]"
        f"/Contents{text_string(plain(link.text))}/A<</S/URI/URI{text_string(link.element.link)}>>>>"
    )
