"""Words as a reader copies and finds them: whole, whatever face, code or line they are in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from pypdf import PdfReader
from sheets import PRODUCTS, Sheet, folded

import leaflet
from leaflet.content import Content
from leaflet.document import Block, Document, Role
from leaflet.fonts import FontFolder
from leaflet.hyphenation import hyphenator
from leaflet.sheet import Layout, TextLine
from leaflet.structure import structure


def parted(layout: Layout) -> Iterator[str]:
    """The words that part between two lines of a layout, whole."""
    lines = [
        item
        for side in layout.sides
        for panel in sorted(side.panels, key=lambda panel: panel.order)
        for item in panel.items
        if isinstance(item, TextLine)
    ]
    for line, following in pairwise(lines):
        if line.joined and line.tag == following.tag:
            head = line.text.split()[-1]
            yield (head.removesuffix("-") if line.hyphenated else head) + following.text.split()[0]


def copied(pdf: bytes) -> str:
    """All text as pdfium copies it, white space as one space."""
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def finds(pdf: bytes, word: str) -> bool:
    """Whether a search in pdfium finds a word."""
    with pypdfium2.PdfDocument(pdf) as document:
        return any(page.get_textpage().search(word, match_case=True).get_next() for page in document)


def softened(document: Document) -> Document:
    """The document as an editor would have it who has set soft hyphens in all long words."""
    hyphenate = hyphenator(document.language)

    def soften(match: re.Match[str]) -> str:
        word, points = match[0], sorted(hyphenate(match[0]))
        return "\u00ad".join(word[start:end] for start, end in pairwise([0, *points, len(word)]))

    def block(block: Block) -> Block:
        runs = [replace(run, text=re.sub(r"[^\W\d_]{6,}", soften, run.text)) for run in block.phrase.runs]
        return replace(block, phrase=replace(block.phrase, runs=tuple(runs)))

    return replace(document, body=tuple(map(block, document.body)))


def test_a_hyphenated_word_is_copied_and_found_whole(content: Content, typeface: FontFolder) -> None:
    document = softened(leaflet.localize(content, "kk", "almaty"))
    layout = leaflet.lay_out(document, leaflet.PRODUCTS["trifold"], typeface)
    words = [word.strip(".,;:()«»") for word in parted(layout)]
    assert len(words) > 3
    pdf = leaflet.render(layout, typeface)
    text = copied(pdf)
    for block in document.body:
        assert " ".join(block.phrase.text.replace("\u00ad", "").split()) in text
    assert [word for word in words if not finds(pdf, word)] == []
    assert leaflet.inspect(pdf, layout).ok


def test_a_word_that_has_a_hyphen_keeps_it_where_a_line_ends(edition: Callable[..., Sheet]) -> None:
    sheet = edition("kk", "almaty", "trifold")
    words = [word.strip("«»") for word in parted(sheet.layout)]
    assert words
    text = copied(sheet.pdf)
    for word in words:
        assert "-" in word
        assert text.count(word) == sum(
            "".join(phrase.text.split()).count(word) for phrase in sheet.document.phrases()
        )


@pytest.mark.parametrize("product", PRODUCTS)
def test_that_a_leaflet_is_a_draft_is_heard_from_every_panel_and_copied_from_every_page(
    product: str, edition: Callable[..., Sheet]
) -> None:
    sheet = edition("en", None, product)
    assert sheet.document.labels.draft is not None
    draft = " ".join(sheet.document.labels.draft.text.split())
    heard = structure(sheet.layout).pieces
    marks = 0
    for page, side in enumerate(sheet.sides):
        for panel in side.panels:
            for place, item in enumerate(panel.items):
                if isinstance(item, TextLine) and item.tag.role is Role.STATUS:
                    # At the foot of a page it is no part of the text: outloud calls it a footer.
                    assert ((page, panel.name, place) in heard) == (product == "trifold")
                    marks += 1
    assert marks > 1
    # Once more, and heard, on the cover or at the head of the first page.
    assert copied(sheet.pdf).count(draft) == marks + 1


@pytest.mark.parametrize("count", [100, 200, 600])
def test_a_face_may_show_more_letters_than_a_byte_can_count(
    count: int, edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    layout = edition("kk", None, "trifold").layout
    side = layout.sides[0]
    (panel,) = (panel for panel in side.panels if panel.name == "cover")
    lines = [item for item in panel.items if isinstance(item, TextLine)]
    face = typeface[lines[0].runs[0].weight]
    letters = [chr(code) for code in range(0x21, 0x52F) if chr(code).isalnum() or chr(code) in "()\\"]
    letters = [letter for letter in letters if face.covers(letter)][:count]
    assert len(letters) == count
    text = "".join(letters)
    run = replace(lines[0].runs[0], text=text, kerns=(0.0, -20.0) * (count // 2), width=800.0)
    line = replace(lines[0], runs=(run,), size=1.0)
    cover = replace(panel, items=(line,))
    pdf = leaflet.render(replace(layout, sides=(replace(side, panels=(cover,)),)), typeface)
    (page,) = PdfReader(BytesIO(pdf)).pages
    assert folded(page.extract_text()) == text
    assert folded(copied(pdf)) == text
