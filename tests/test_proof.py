"""The sheet that checks a printer: every scale read back from the file and held against the product."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from commands import run
from pypdf import PdfReader
from sheets import Sheet, folded, item_box, lines, overlap
from test_tags import tree

import leaflet
from leaflet.choices import Inks
from leaflet.cli.proofing import PROOF_EXAMPLES
from leaflet.content import Content
from leaflet.document import Role
from leaflet.fonts import FontFolder
from leaflet.proofing import lay_out_proof, proof_words, unwritten
from leaflet.proofing.scales import NEEDLE
from leaflet.proofing.targets import SHADES
from leaflet.proofing.words import WORDS
from leaflet.sheet import Rule, Side
from leaflet.units import MM

LANGUAGES = ("kk", "ru", "en")
KEYS = [(language, product) for language in LANGUAGES for product in ("trifold", "trifold-letter")]
STROKE = re.compile(r"([\d.]+) w \[([\d. ]*)\] 0 d ([\d.]+) ([\d.]+) m ([\d.]+) ([\d.]+) l S")
COLOUR = re.compile(r"[\d.]+ [kK]\b")
BAR = re.compile(r"1 0 0\.06 0\.67 k ([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re f")
SHADE = re.compile(r"([\d.]+) g [\d.]+ [\d.]+ [\d.]+ [\d.]+ re f")
NEAR = 0.005
"""Millimetres to which a place in the file is what it says."""


@pytest.fixture(scope="module", params=KEYS, ids="-".join)
def proof(request: pytest.FixtureRequest, content: Content, typeface: FontFolder) -> Sheet:
    language, name = request.param
    product = leaflet.PRODUCTS[name]
    words = proof_words(content, language, product)
    layout = lay_out_proof(words, product, typeface)
    return Sheet(words.document, layout, leaflet.render(layout, typeface))


@cache
def operators(pdf: bytes, page: int) -> str:
    contents = PdfReader(BytesIO(pdf)).pages[page].get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


@cache
def strokes(pdf: bytes, page: int) -> list[tuple[float, ...]]:
    """Weight in points and both ends in mm of every solid stroke in the file."""
    found = STROKE.findall(operators(pdf, page))
    return [
        (float(weight), *(float(value) / MM for value in ends)) for weight, dash, *ends in found if not dash
    ]


def folds(proof: Sheet, page: int) -> tuple[float, ...]:
    """Where the product has its folds, in mm."""
    product = leaflet.PRODUCTS[proof.layout.product.replace("proof", "trifold")]
    return product.plans[0].sides[page].folds


def figures(side: Side) -> Iterator[tuple[int, float, float]]:
    """The numbers on the scales, and the middle of each in mm."""
    for panel in side.panels:
        for line in lines(panel):
            if line.tag.block.startswith("scale.") and panel.name.startswith("scales"):
                middle = (line.edge + line.right) / 2 / MM
                yield int(line.text), middle, (line.baseline + 0.357 * line.size) / MM


def upright(proof: Sheet, page: int, x: float, y: float, reach: float = 5.0) -> bool:
    """Whether a solid upright stroke stands at x and comes nearer to that height than ``reach`` mm."""
    return any(
        abs(x1 - x) < NEAR and abs(x2 - x) < NEAR and min(abs(y1 - y), abs(y2 - y)) < reach
        for _, x1, y1, x2, y2 in strokes(proof.pdf, page)
    )


def level(proof: Sheet, page: int, x: float, y: float, reach: float = 5.5) -> bool:
    return any(
        abs(y1 - y) < NEAR and abs(y2 - y) < NEAR and min(abs(x1 - x), abs(x2 - x)) < reach
        for _, x1, y1, x2, y2 in strokes(proof.pdf, page)
    )


def test_it_fits_and_reads_back_whole(proof: Sheet) -> None:
    assert proof.layout.findings == ()
    assert len(proof.sides) == 2
    assert leaflet.inspect(proof.pdf, proof.layout).findings == ()


def test_its_words_are_those_of_its_language(proof: Sheet, content: Content) -> None:
    read = folded("".join(page.extract_text() for page in PdfReader(BytesIO(proof.pdf)).pages))
    said = content.languages[proof.document.language].proof
    for name in WORDS:
        parts = [folded(part) for part in re.split(r"\{\w+\}|\*\*", said[name].text)]
        assert all(part in read for part in parts), name


# The scales.


def test_a_number_round_the_trim_is_its_distance_from_the_same_edge_of_the_paper(proof: Sheet) -> None:
    for page, side in enumerate(proof.sides):
        width = side.width / MM
        tens = [figure for figure in figures(side) if figure[0] >= 30]
        assert len(tens) > 60
        for value, x, y in tens:
            if min(y, side.height / MM - y) < 20:
                # What is on the right of the front is on the left of the back.
                expected = value if page == 0 else width - value
                assert x == pytest.approx(expected, abs=0.2)
                assert upright(proof, page, expected, y), (page, value)
            else:
                assert y == pytest.approx(value, abs=0.2)
                assert level(proof, page, x, value), (page, value)


def test_a_step_of_the_stairs_is_as_far_from_the_trim_as_its_number_says(proof: Sheet) -> None:
    for page, side in enumerate(proof.sides):
        width, height = side.width / MM, side.height / MM
        found: dict[str, list[int]] = {"left": [], "right": [], "bottom": [], "top": []}
        for value, x, y in figures(side):
            inside = {"left": x, "right": width - x, "bottom": y, "top": height - y}
            edge = min(inside, key=lambda name: abs(inside[name] - value))
            if abs(inside[edge] - value) < 0.2 and value <= 10:
                found[edge].append(value)
                exact = {"left": value, "right": width - value, "bottom": value, "top": height - value}[edge]
                near = upright if edge in ("left", "right") else level
                where = (exact, y) if edge in ("left", "right") else (x, exact)
                assert near(proof, page, *where), (page, edge, value)
        assert all(sorted(values) == list(range(1, 11)) for values in found.values())


def test_the_folds_and_the_zeros_of_their_rulers_are_the_products(proof: Sheet) -> None:
    for page, side in enumerate(proof.sides):
        expected = folds(proof, page)
        assert [mark.x1 / MM for mark in side.marks] == pytest.approx(expected)
        dashed = [match for match in STROKE.findall(operators(proof.pdf, page)) if match[1]]
        assert sorted(float(match[2]) / MM for match in dashed) == pytest.approx(expected, abs=NEAR)
        for fold in expected:
            rulers = [(x, y) for value, x, y in figures(side) if value == 10 and abs(fold + 10 - x) < 0.2]
            assert len(rulers) == 3
            for x, y in rulers:
                assert all(upright(proof, page, fold + value, y, 5) for value in range(-10, 11)), (fold, x)


def test_the_folds_of_both_sides_are_the_same_creases(proof: Sheet) -> None:
    width = proof.sides[0].width / MM
    assert sorted(width - fold for fold in folds(proof, 1)) == pytest.approx(sorted(folds(proof, 0)))


def test_the_needles_of_the_back_lie_behind_the_zeros_of_the_front(proof: Sheet) -> None:
    side = proof.sides[0]
    width, height = side.width / MM, side.height / MM
    needles = [stroke for stroke in strokes(proof.pdf, 1) if stroke[0] == NEEDLE]
    places = {(width - x1, (y1 + y2) / 2) for _, x1, y1, x2, y2 in needles if x1 == x2}
    assert len(places) == 5
    assert any(abs(x - width / 2) < NEAR and abs(y - height / 2) < NEAR for x, y in places)
    for x, y in places:
        reach = 10 if abs(x - width / 2) < 1 else 5
        for value in range(-reach, reach + 1):
            assert upright(proof, 0, x + value, y, reach + NEAR), (x, y, value)
            assert level(proof, 0, x, y + value, reach + NEAR), (x, y, value)


def test_both_bars_are_a_hundred_millimetres_long(proof: Sheet) -> None:
    bars = [tuple(float(value) / MM for value in bar) for bar in BAR.findall(operators(proof.pdf, 0))]
    assert len(bars) == 2
    assert {round(max(bar[2:]), 2) for bar in bars} == {100.0}
    assert {bar[2] > bar[3] for bar in bars} == {True, False}


def test_nothing_stands_on_anything_else(proof: Sheet) -> None:
    for side in proof.sides:
        *cells, scales = side.panels
        numbers = [item_box(line) for line in lines(scales)]
        assert not [pair for pair in combinations(numbers, 2) if overlap(*pair)]
        drawn = [item_box(item) for item in scales.items] + [item_box(mark) for mark in side.marks]
        for cell in cells:
            for item in cell.items:
                box = item_box(item)
                assert cell.frame.contains(box, slack=1.5), item
                assert not any(overlap(box, other) for other in drawn), item
        ticks = [item_box(item) for item in scales.items if isinstance(item, Rule)]
        assert not [box for box in numbers if any(overlap(box, tick) for tick in ticks)]


# What shows whether a printer is good enough.


def test_the_codes_scan_and_have_the_sizes_of_the_leaflets(proof: Sheet) -> None:
    limits = leaflet.PRODUCTS["trifold"].contacts
    sizes = sorted(code.rect.width / MM for code in proof.codes)
    assert sizes == pytest.approx([limits.least_code, limits.usual_code])
    assert sorted(barcode.text for barcode in proof.scanned[1]) == ["tel:11616", "tel:11616"]
    figures = [str(node["/Alt"]) for node, _ in tree(proof) if node["/S"] == "/Figure"]
    assert len(figures) == 2
    assert all(figure.endswith("11616") for figure in figures)


def test_small_type_goes_from_6_to_10_points_with_every_letter(proof: Sheet, content: Content) -> None:
    alphabet = content.languages[proof.document.language].alphabet.text
    for size in (6, 7, 8, 9, 10):
        line = [item for item in proof.lines if item.tag.block == f"type.{size}"]
        assert {item.size for item in line} == {size}
        assert folded("".join(item.text for item in line)) == f"{alphabet}0123456789"


def test_no_leaflet_has_smaller_type_or_codes_than_the_sheet_says(proof: Sheet, edition: Any) -> None:
    leaflets = edition(proof.document.language, None, "trifold")
    promised = folded(proof.block("proof.type_how"))
    assert re.search(r"(?<!\d)7(pt|пт)", promised)
    assert min(line.size for line in leaflets.lines) >= 7
    assert (
        min(code.rect.width for code in leaflets.codes) >= min(code.rect.width for code in proof.codes) - 0.01
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_numbers_in_its_words_are_the_products(language: str, content: Content) -> None:
    product = leaflet.PRODUCTS["trifold"]
    phrases = proof_words(content, language, product).phrases
    unit = "mm" if language == "en" else "мм"
    assert f"{product.safe_trim:g}\u00a0{unit}" in phrases["margin_how"].text
    assert f"{product.safe_fold:g}\u00a0{unit}" in phrases["folds_how"].text
    assert f"100\u00a0{unit}" in phrases["size_how"].text
    assert "11616" in phrases["codes_how"].text
    assert not [name for name in WORDS if "{" in phrases[name].text.partition("{value}")[2]]


def test_a_sheet_for_black_toner_has_no_colour(proof: Sheet, typeface: FontFolder) -> None:
    layout = replace(proof.layout, inks=Inks.MONO)
    pdf = leaflet.render(layout, typeface)
    assert leaflet.inspect(pdf, layout).ok
    for page in range(2):
        assert not COLOUR.search(operators(pdf, page))


@pytest.mark.parametrize("inks", Inks)
def test_the_shades_differ_in_the_file(proof: Sheet, typeface: FontFolder, inks: Inks) -> None:
    drawn = operators(leaflet.render(replace(proof.layout, inks=inks), typeface), 1)
    steps = [1 - float(grey) for grey in SHADE.findall(drawn)]
    assert len(steps) == len(SHADES)
    assert steps == sorted(set(steps))
    assert steps[-1] == 1


def test_a_reader_hears_the_words_and_not_the_scales(proof: Sheet) -> None:
    kinds = [str(node["/S"]) for node, _ in tree(proof)]
    assert [kind for kind in kinds if kind[:2] == "/H"] == ["/H1", *["/H2"] * 9]
    scale = [line for line in proof.lines if line.tag.role is Role.SCALE]
    assert len(scale) > 300
    assert kinds.count("/P") < 50
    reader = PdfReader(BytesIO(proof.pdf))
    assert reader.root_object["/ViewerPreferences"]["/Duplex"] == "/DuplexFlipShortEdge"
    assert reader.metadata is not None
    assert "PROOF" in (reader.metadata.subject or "")


# On the command line.


def without_proof(path: Path) -> None:
    """Take the words of the proof out of a language file, as a translator has it who never wrote them."""
    text = re.sub(r"\nproof:\n(?:  .*\n)+", "\n", path.read_text(encoding="utf-8"))
    path.write_text(re.sub(r"  proof\..*\n", "", text), encoding="utf-8")


def test_every_language_gets_its_sheet(tmp_path: Path) -> None:
    ran = run("proof", "-o", str(tmp_path))
    assert ran.exit_code == 0
    names = [Path(line).name for line in ran.stdout.splitlines()]
    assert names == [f"proof-{language}.pdf" for language in ("en", "kk", "ru")]
    assert ran.stderr.count("flip on the short edge") == 3


def test_the_examples_of_the_help_work(here: Path) -> None:
    for example in re.findall(r"leaflet (proof.*)", PROOF_EXAMPLES):
        assert run(*example.split()).exit_code == 0
    names = {path.name for path in (here / "output").iterdir()}
    assert names >= {"proof-kk-letter-mono.pdf", "proof-ru-1-outside.pdf"}


def test_a_language_without_its_words_still_makes_leaflets(folder: Path, tmp_path: Path) -> None:
    without_proof(folder / "ru.yaml")
    settings = ("--content", str(folder), "-o", str(tmp_path))
    leaflets = run("build", "-l", "ru", "-r", "almaty", *settings)
    assert leaflets.exit_code == 0
    assert "untracked" not in leaflets.stderr
    assert "proof." not in run("fingerprints", "-l", "ru", "--content", str(folder)).stdout
    every = run("proof", *settings)
    assert every.exit_code == 0
    assert "note: ru is left out" in every.stderr
    assert "ru" not in [Path(line).name[8:10] for line in every.stdout.splitlines()]
    asked = run("proof", "-l", "ru", *settings)
    assert (asked.exit_code, asked.stdout) == (1, "")
    assert asked.stderr.count("error[missing-label]") == len(WORDS)


def test_no_words_at_all_are_told(folder: Path, tmp_path: Path) -> None:
    for path in folder.glob("??.yaml"):
        without_proof(path)
    ran = run("proof", "--content", str(folder), "-o", str(tmp_path))
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert 'write them under "proof"' in ran.stderr


def test_a_word_that_the_source_has_not_is_a_warning(folder: Path) -> None:
    path = folder / "en.yaml"
    text = path.read_text(encoding="utf-8").replace('  record: "Printer', '  rekord: "Printer')
    path.write_text(text, encoding="utf-8")
    content = leaflet.load(folder)
    found = {
        (finding.code, finding.severity) for finding in content.findings if finding.severity == "warning"
    }
    assert ("superfluous-label", "warning") in found
    assert "en" in content.languages
    assert [finding.what for finding in unwritten(content, "en")] == ['"proof.record" is missing']


def test_words_that_are_too_long_say_by_how_much(folder: Path, tmp_path: Path) -> None:
    path = folder / "en.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Fold it along", "Fold it, please, " * 40 + "along"), encoding="utf-8")
    ran = run("proof", "-l", "en", "--content", str(folder), "-o", str(tmp_path / "out"))
    assert (ran.exit_code, ran.stdout) == (1, "")
    assert re.search(r"error\[overset-text\]: .* by \d+\.\d mm of depth", ran.stderr)
    assert not (tmp_path / "out").exists()
