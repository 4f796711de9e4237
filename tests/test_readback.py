"""The finished PDF read back by others: two text engines, a renderer, a scanner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from math import inf
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from sheets import (
    EDITIONS,
    PRODUCTS,
    Key,
    Sheet,
    by_pdfium,
    by_pypdf,
    codes,
    digits,
    folded,
    ink_box,
    lines,
    name,
    scan,
)

from leaflet.content import Content
from leaflet.document import Phrase, Role
from leaflet.geometry import Rect
from leaflet.sheet import Code, PlacedPanel, Rule, Side, TextLine

MEMO = Path(__file__).parent / "memo.kk.md"
KAZAKH: list[Key] = [("kk", None, product) for product in PRODUCTS]
TRANSLATIONS: list[Key] = [
    (language, region, product)
    for language in ("ru", "en")
    for region in (None, "almaty", "atyrau")
    for product in PRODUCTS
]
SMALLEST: list[Key] = [
    *((language, None, product) for language in ("kk", "ru", "en") for product in PRODUCTS),
    *(("kk", region, product) for region in ("astana", "west-kazakhstan", "atyrau") for product in PRODUCTS),
]


Engine = Callable[[bytes], list[str]]
by_both_engines = pytest.mark.parametrize("engine", [by_pypdf, by_pdfium])


def pieces(text: str, pages: list[str]) -> int:
    """In how many pieces a text stands on the pages: 1, 2 where it goes on elsewhere, 0 if it is lost."""
    text = folded(text)
    found = [folded(page) for page in pages]
    if any(text in page for page in found):
        return 1
    # The text column of a page ends where the page does; what stands below or beside comes between.
    for cut in range(len(text) - 1, 0, -1):
        if any(text[:cut] in page for page in found):
            return 2 if any(text[cut:] in page for page in found) else 0
    return 0


def sentences_of_the_memo(content: Content) -> list[str]:
    """Every sentence and heading of the printed memo, as mended; the rows of contacts are tested apart."""
    words = content.languages["kk"]
    sentences = []
    for line in MEMO.read_text(encoding="utf-8").splitlines():
        if not line or re.match(r"- \d", line):
            continue
        text = line.removeprefix("- ").removeprefix("✓ ").replace("**", "")
        for correction in words.corrections:
            assert correction.now is not None
            text = text.replace(correction.printed.text, correction.now.text)
        sentences += re.split(r"(?<=[.!?]) ", text)
    return sentences


@by_both_engines
@pytest.mark.parametrize("sheet", KAZAKH, ids=name, indirect=True)
def test_every_sentence_of_the_memo_reads_back(sheet: Sheet, engine: Engine, content: Content) -> None:
    pages = engine(sheet.pdf)
    sentences = sentences_of_the_memo(content)
    assert len(sentences) > 50
    found = {sentence: pieces(sentence, pages) for sentence in sentences}
    assert [sentence for sentence, count in found.items() if not count] == []
    # Only one sentence can run over the end of a text column that another panel or page follows.
    assert list(found.values()).count(2) <= len(sheet.panels)


@by_both_engines
@pytest.mark.parametrize("sheet", KAZAKH, ids=name, indirect=True)
def test_every_contact_of_the_country_reads_back(sheet: Sheet, engine: Engine, content: Content) -> None:
    text = folded("".join(engine(sheet.pdf)))
    words = content.languages["kk"].organizations
    lost = []
    for entry in content.organizations:
        printed = [words[entry.id].name, words[entry.id].place, *entry.phones, *entry.emails]
        printed += [*entry.faxes, *entry.short_numbers]
        lost += [(entry.id, part.text) for part in printed if folded(part.text) not in text]
    assert lost == []
    assert len(content.organizations) == 20


@by_both_engines
@pytest.mark.parametrize("sheet", TRANSLATIONS, ids=name, indirect=True)
def test_every_phrase_of_a_translation_reads_back(sheet: Sheet, engine: Engine) -> None:
    pages = engine(sheet.pdf)
    lost = [phrase.text for phrase in printed_phrases(sheet) if not pieces(phrase.text, pages)]
    assert lost == []


def printed_phrases(sheet: Sheet) -> list[Phrase]:
    """All phrases of the edition, but those that this sheet has no use for.

    There may be no room to write an embassy's number, no list that goes on, no fax, no second page; page
    numbers are filled in.
    """
    phrases = list(sheet.document.phrases())
    labels = sheet.document.labels
    phrases.remove(labels.page)
    for label in ("my_embassy", "contacts_go_on", "contacts_continued"):
        if not sheet.block(f"labels.{label}"):
            phrases.remove(getattr(labels, label))
    if not any(entry.faxes for entry in sheet.document.contacts):
        phrases.remove(labels.fax)
    return phrases


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_the_telephone_numbers_of_a_file_are_those_of_its_contacts_and_no_others(sheet: Sheet) -> None:
    found = re.findall(r"\+7\d{10}", folded("".join(by_pdfium(sheet.pdf))))
    contacts = sheet.document.contacts
    expected = [folded(number.text) for entry in contacts for number in (*entry.phones, *entry.faxes)]
    assert Counter(found) == Counter(expected)


# Codes, as a phone sees them.


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_every_code_of_a_printed_page_opens_the_number_beside_it(sheet: Sheet) -> None:
    for page, scanned, side in zip(sheet.pages, sheet.scanned, sheet.sides, strict=True):
        placed = [(code, panel) for panel in side.panels for code in codes(panel)]
        assert Counter(barcode.text for barcode in scanned) == Counter(code.payload for code, _ in placed)
        for barcode in scanned:
            code, panel = at(barcode, page, side, placed)
            assert barcode.text.startswith("tel:")
            assert barcode.text.removeprefix("tel:") == first_number(number_beside(code, panel))


def at(
    barcode: zxingcpp.Barcode, page: Image.Image, side: Side, placed: list[tuple[Code, PlacedPanel]]
) -> tuple[Code, PlacedPanel]:
    """The code of the layout that stands where one was scanned."""
    scale = side.width / page.width
    corners = barcode.position.top_left, barcode.position.bottom_right
    x = sum(corner.x for corner in corners) / 2 * scale
    y = side.height - sum(corner.y for corner in corners) / 2 * scale
    (found,) = [pair for pair in placed if pair[0].rect.contains(Rect(x, y, 0, 0))]
    return found


def number_beside(code: Code, panel: PlacedPanel) -> TextLine:
    """The number that the eye finds at a code: what stands level with it is nearer than what stands below.

    In a list of codes it goes on to the right: what stands left of one, in the next column, is further away.
    Of two lines of numbers the upper one comes first. What stands above a rule over the code is another's.
    """
    over = [
        item.y1
        for item in panel.items
        if isinstance(item, Rule) and item.y1 >= code.rect.top and item.x1 <= code.rect.right + 20 < item.x2
    ]
    lowest, listed = min(over, default=inf), code.tag.block.startswith("contact.")

    def distance(line: TextLine) -> float:
        box = ink_box(line)
        across = max(box.x - code.rect.right, (code.rect.x - box.right) * (2 if listed else 1), 0.0)
        down = max(box.y - code.rect.top, code.rect.y - box.top, 0.0)
        return across + 2 * down

    numbers = [line for line in lines(panel) if line.tag.role is Role.NUMBER and line.baseline < lowest]
    nearest = min(map(distance, numbers))
    # No eye tells a point or two: first letters have more white before them, or less.
    return max((line for line in numbers if distance(line) < nearest + 2), key=lambda line: line.baseline)


def first_number(line: TextLine) -> str:
    """The first number of a line: a contact may have several, parted by commas."""
    first = line.text.partition(",")[0]
    return "+" * first.startswith("+") + digits(first)


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_a_sheet_has_one_code_for_each_organisation_and_one_for_the_hotline(sheet: Sheet) -> None:
    scanned = Counter(barcode.text for page in sheet.scanned for barcode in page)
    hotline = scanned.pop("tel:11616")
    assert hotline == sum(code.tag.block == "hotline.trafficking.code" for code in sheet.codes)
    assert scanned == Counter(contact.code for contact in sheet.document.contacts)


@pytest.mark.parametrize("sheet", SMALLEST, ids=name, indirect=True)
def test_the_number_beside_a_code_is_the_one_that_the_file_prints_there(sheet: Sheet) -> None:
    with pypdfium2.PdfDocument(sheet.pdf) as document:
        for page, side in zip(document, sheet.sides, strict=True):
            text = page.get_textpage()
            for panel in side.panels:
                for code in codes(panel):
                    box = ink_box(number_beside(code, panel))
                    printed = text.get_text_bounded(box.x - 1, box.y - 1, box.right + 1, box.top + 1)
                    assert digits(printed).startswith(digits(code.payload))


@pytest.mark.parametrize("sheet", SMALLEST, ids=name, indirect=True)
def test_every_code_of_a_poor_copy_held_askew_is_read(sheet: Sheet) -> None:
    expected = Counter(code.payload for code in sheet.codes)
    read: Counter[str] = Counter()
    for page in sheet.render(150):
        blurred = page.filter(ImageFilter.GaussianBlur(1.2))
        askew = blurred.rotate(5, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        read += Counter(barcode.text for barcode in scan(askew))
    assert read == expected
