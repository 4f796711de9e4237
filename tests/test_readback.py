"""The finished PDF read back by others: two text engines, a renderer, a scanner."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter
from pypdf import PdfReader, PdfWriter
from sheets import (
    EDITIONS,
    PRODUCTS,
    Key,
    Sheet,
    codes,
    digits,
    folded,
    ink_box,
    lines,
    name,
    scan,
)

import leaflet
from leaflet.content import Content
from leaflet.document import Phrase, Role
from leaflet.geometry import Rect
from leaflet.sheet import Code, Layout, PlacedPanel, Side, TextLine

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


def by_pypdf(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(pdf), strict=True).pages]


def by_pdfium(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


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

    There may be no room to write an embassy's number, no fax, no second page; page numbers are filled in.
    """
    phrases = list(sheet.document.phrases())
    labels = sheet.document.labels
    phrases.remove(labels.page)
    if not sheet.block("labels.my_embassy"):
        phrases.remove(labels.my_embassy)
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

    Of two lines of numbers the upper one comes first.
    """

    def distance(line: TextLine) -> float:
        box = ink_box(line)
        across = max(box.x - code.rect.right, code.rect.x - box.right, 0.0)
        down = max(box.y - code.rect.top, code.rect.y - box.top, 0.0)
        return across + 2 * down

    numbers = [line for line in lines(panel) if line.tag.role is Role.NUMBER]
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


# The program's own inspection.


@pytest.fixture
def good(edition: Callable[..., Sheet]) -> Sheet:
    return edition("kk", "almaty", "trifold")


def found_by_inspection(pdf: bytes, layout: Layout) -> set[str]:
    return {finding.code for finding in leaflet.inspect(pdf, layout).findings}


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_inspection_finds_nothing_wrong_with_a_good_file(sheet: Sheet) -> None:
    report = leaflet.inspect(sheet.pdf, sheet.layout)
    assert [str(finding) for finding in report.findings] == []
    assert report.ok
    assert report.pages == len(sheet.sides)


def with_line(layout: Layout, old: TextLine, new: TextLine) -> Layout:
    """The layout with one line changed."""

    def changed(panel: PlacedPanel) -> PlacedPanel:
        return replace(panel, items=tuple(new if item is old else item for item in panel.items))

    sides = tuple(replace(side, panels=tuple(map(changed, side.panels))) for side in layout.sides)
    return replace(layout, sides=sides)


def with_text(line: TextLine, text: str) -> TextLine:
    return replace(line, runs=(replace(line.runs[0], text=text), *line.runs[1:]))


def test_inspection_finds_a_changed_digit(good: Sheet) -> None:
    line = next(line for line in good.lines if line.text.startswith("+7"))
    wrong = with_text(line, line.runs[0].text[:-1] + str((int(line.runs[0].text[-1]) + 1) % 10))
    report = leaflet.inspect(good.pdf, with_line(good.layout, line, wrong))
    assert not report.ok
    assert {finding.code for finding in report.findings} == {"lost-text", "wrong-number"}
    (number,) = [finding for finding in report.findings if finding.code == "wrong-number"]
    assert number.measure == f"missing: {folded(wrong.text)}; extra: {folded(line.text)}"


def test_inspection_finds_a_number_that_is_on_paper_only(good: Sheet) -> None:
    line = next(line for line in good.lines if line.text.startswith("+7"))
    report = found_by_inspection(good.pdf, with_line(good.layout, line, with_text(line, "+7")))
    assert report == {"wrong-number"}


def test_inspection_finds_a_changed_hotline(good: Sheet) -> None:
    line = next(line for line in good.lines if line.text == "11616")
    wrong = with_line(good.layout, line, with_text(line, "11617"))
    assert found_by_inspection(good.pdf, wrong) == {"lost-text"}


def test_inspection_finds_a_line_that_the_file_does_not_have(good: Sheet) -> None:
    line = next(line for line in good.lines if line.tag.role is Role.PARAGRAPH)
    wrong = with_line(good.layout, line, with_text(line, "Мұндай жол жоқ"))
    report = leaflet.inspect(good.pdf, wrong, "almaty.pdf")
    assert [str(finding) for finding in report.findings] == [
        f"almaty.pdf: error[lost-text]: page {side_of(good, line)} lacks a line: Мұндай жол жоқ"
    ]


def side_of(sheet: Sheet, line: TextLine) -> int:
    """The page that a line stands on, from 1."""
    (found,) = [
        number
        for number, side in enumerate(sheet.sides, 1)
        for panel in side.panels
        if any(item is line for item in panel.items)
    ]
    return found


def pages_of(pdf: bytes, *numbers: int) -> bytes:
    """A PDF of some pages of another, from 0."""
    writer = PdfWriter()
    for number in numbers:
        writer.add_page(PdfReader(BytesIO(pdf)).pages[number])
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def test_inspection_finds_a_missing_page(good: Sheet) -> None:
    (finding,) = leaflet.inspect(pages_of(good.pdf, 0), good.layout).findings
    assert (finding.code, finding.measure) == ("page-count", "expected 2 pages, found 1")


def test_inspection_finds_pages_in_the_wrong_order(good: Sheet) -> None:
    assert found_by_inspection(pages_of(good.pdf, 1, 0), good.layout) == {
        "lost-text",
        "wrong-number",
        "wrong-code",
    }


def test_inspection_finds_another_sheet_size(good: Sheet) -> None:
    sides = tuple(replace(side, width=side.width + 1) for side in good.sides)
    assert found_by_inspection(good.pdf, replace(good.layout, sides=sides)) == {"page-box"}


def test_inspection_finds_that_a_file_is_no_pdf(good: Sheet) -> None:
    assert found_by_inspection(b"no PDF", good.layout) == {"unreadable-pdf"}


@pytest.mark.parametrize("length", [0, 100, 20_000])
def test_inspection_finds_that_a_file_is_cut_off(good: Sheet, length: int) -> None:
    assert found_by_inspection(good.pdf[:length], good.layout) == {"unreadable-pdf"}
