"""What a screen reader is given: order, headings, lists, links and figures, read back from the file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from sheets import EDITIONS, NATIONAL, Sheet, name

from leaflet.document import Role
from leaflet.sheet import TextLine
from leaflet.structure import Element, Mark, structure


def tree(sheet: Sheet) -> Iterator[tuple[Any, int]]:
    """Structure elements in the order of reading, with their depth."""

    def walk(node: Any, depth: int) -> Iterator[tuple[Any, int]]:
        yield node, depth
        for kid in node.get("/K", []):
            kid = kid.get_object() if hasattr(kid, "get_object") else kid
            if hasattr(kid, "get") and "/S" in kid:
                yield from walk(kid, depth + 1)

    root = sheet.reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
    return walk(root, 0)


def kinds(sheet: Sheet) -> list[str]:
    return [str(node["/S"]) for node, _ in tree(sheet)]


def texts(sheet: Sheet) -> dict[Element, str]:
    """The words of every element that has any, joined over its lines."""
    found: dict[Element, str] = {}
    tagged = structure(sheet.layout)
    panels = [(page, panel) for page, side in enumerate(sheet.sides) for panel in side.panels]
    for page, panel in sorted(panels, key=lambda pair: pair[1].order):
        for place in range(len(panel.items)):
            for piece in tagged.pieces.get((page, panel.name, place), []):
                text = "".join(run.text for run in piece.runs)
                found[piece.element] = found.get(piece.element, "") + text + " "
    return found


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_the_file_says_that_it_is_tagged(sheet: Sheet) -> None:
    root = sheet.reader.trailer["/Root"]
    assert str(root["/MarkInfo"]["/Marked"]) == "True"
    assert b"pdfuaid:part>1<" in root["/Metadata"].get_object().get_data()
    assert root["/Lang"] == sheet.document.language


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_every_code_is_a_figure_with_words(sheet: Sheet) -> None:
    figures = [str(node["/Alt"]) for node, _ in tree(sheet) if node["/S"] == "/Figure"]
    assert len(figures) == len(sheet.codes)
    for contact in sheet.document.contacts:
        said = f"{contact.place.text}, {contact.name.text}: {contact.phones[0].text}".replace("\u00a0", " ")
        assert said in figures


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_headings_go_down_one_level_at_a_time(sheet: Sheet) -> None:
    levels = [int(kind[2]) for kind in kinds(sheet) if kind in ("/H1", "/H2", "/H3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("sheet", NATIONAL, ids=name, indirect=True)
def test_list_items_stand_in_lists(sheet: Sheet) -> None:
    found = list(tree(sheet))
    items = [block for block in sheet.document.body if block.role in (Role.CHECK_ITEM, Role.LIST_ITEM)]
    assert sum(node["/S"] == "/LI" for node, _ in found) == len(items)
    assert sum(node["/S"] == "/L" for node, _ in found) == 4
    for (above, depth), (below, deeper) in pairwise(found):
        if below["/S"] == "/LBody":
            assert (above["/S"], depth) == ("/LI", deeper - 1)


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_the_memo_is_read_in_its_order_however_the_panels_lie(sheet: Sheet) -> None:
    tagged = structure(sheet.layout)
    panels = [(page, panel) for page, side in enumerate(sheet.sides) for panel in side.panels]
    blocks: list[str] = []
    for page, panel in sorted(panels, key=lambda pair: pair[1].order):
        for place, item in enumerate(panel.items):
            named = isinstance(item, TextLine) and item.tag.block not in blocks
            if named and tagged.pieces.get((page, panel.name, place)):
                assert isinstance(item, TextLine)
                blocks.append(item.tag.block)
    body = [block.id for block in sheet.document.body]
    assert [block for block in blocks if block in body] == body


def blocks_as_heard(sheet: Sheet) -> list[str]:
    """The blocks that the elements with words come from, in the order of the tree."""
    tagged = structure(sheet.layout)
    panels = {(page, panel.name): panel for page, side in enumerate(sheet.sides) for panel in side.panels}
    found = {}
    for (page, panel, place), pieces in tagged.pieces.items():
        item = panels[page, panel].items[place]
        if isinstance(item, TextLine):
            found |= {piece.element: item.tag.block for piece in pieces}
    return [found[element] for element in tagged.root.descendants() if element in found]


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_what_the_leaflet_is_comes_first_and_the_contacts_come_last(sheet: Sheet) -> None:
    blocks = blocks_as_heard(sheet)
    assert blocks[0] == "labels.language"
    assert blocks.index("memo.cover.audience") < blocks.index("hotline.police.number")
    card = blocks[blocks.index("labels.danger") :]
    order = ["labels.danger", "hotline.police.number", "labels.advice", "hotline.trafficking.number"]
    assert sorted(order, key=card.index) == order
    contacts = [index for index, block in enumerate(blocks) if block.startswith("contact.")]
    body = {block.id for block in sheet.document.body}
    memo = [index for index, block in enumerate(blocks) if block in body]
    assert max(memo) < min(contacts)


@pytest.mark.parametrize("sheet", NATIONAL, ids=name, indirect=True)
def test_the_outline_has_every_heading_at_its_level_and_place(sheet: Sheet) -> None:
    reader = sheet.reader
    found = []

    def walk(entries: list[Any], level: int) -> None:
        for entry in entries:
            if isinstance(entry, list):
                walk(entry, level + 1)
            else:
                found.append((level, entry.title, reader.get_destination_page_number(entry), entry.node))

    walk(reader.outline, 1)
    headings = structure(sheet.layout).headings
    assert [entry[:3] for entry in found] == [
        (heading.level, heading.text.replace("\u00a0", " "), heading.page) for heading in headings
    ]
    assert [f"/H{level}" for level, *_ in found] == [node["/SE"]["/S"] for *_, node in found]
    words = {text for _, text, *_ in found}
    document = sheet.document
    wanted = [block for block in document.body if block.role in (Role.HEADING, Role.SUBHEADING)]
    wanted += [document.audience, *(group.heading for group in document.contact_groups)]
    assert {block.phrase.text.replace("\u00a0", " ") for block in wanted} <= words
    assert len(found) == len(wanted) + len(document.contacts)


@pytest.mark.parametrize("sheet", NATIONAL, ids=name, indirect=True)
def test_a_paragraph_that_goes_on_in_the_next_panel_is_one_paragraph(sheet: Sheet) -> None:
    said = [" ".join(text.split()) for text in texts(sheet).values()]
    for block in sheet.document.body:
        words = "".join(block.phrase.text.split()).replace("-", "")
        assert words in ["".join(text.split()).replace("-", "") for text in said]


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_numbers_and_emails_can_be_touched(sheet: Sheet) -> None:
    found = []
    for page in sheet.reader.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            assert link["/Contents"]
            assert int(link["/F"]) == 4
            assert "/StructParent" in link
            found.append(str(link["/A"]["/URI"]))
    for contact in sheet.document.contacts:
        expected = [run.link for phrase in (*contact.phones, *contact.emails) for run in phrase.runs]
        assert set(expected) <= set(found)
    assert {link for link in found if link.startswith("tel:+")} == {
        run.link for contact in sheet.document.contacts for phone in contact.phones for run in phone.runs
    }
    assert "tel:11616" in found


@pytest.mark.parametrize("sheet", NATIONAL, ids=name, indirect=True)
def test_every_mark_of_a_page_is_used_once(sheet: Sheet) -> None:
    marks = [
        child
        for element in structure(sheet.layout).root.descendants()
        for child in element.children
        if isinstance(child, Mark)
    ]
    assert len(marks) == len(set(marks))
    for page in range(len(sheet.sides)):
        numbers = sorted(mark.number for mark in marks if mark.page == page)
        assert numbers == list(range(len(numbers)))
