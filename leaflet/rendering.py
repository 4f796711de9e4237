"""A layout into PDF bytes. Measures nothing and decides nothing: every item is written where it stands."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from itertools import groupby
from types import ModuleType
from typing import Any

from leaflet.assembly import Body, assemble, kept_stream, stream
from leaflet.choices import Inks, Purpose
from leaflet.diagnostics import Finding, Place
from leaflet.fonts import FontError, FontFolder
from leaflet.metadata import EPOCH, Metadata, information, metadata, packet
from leaflet.operators import (
    code,
    escaped,
    fill,
    fill_ink,
    hexadecimal,
    number,
    points,
    stroke_ink,
    symbol,
)
from leaflet.profiles import COATED
from leaflet.sheet import Code, Fill, GlyphRun, Item, Layout, Rule, Side, Symbol, TextLine
from leaflet.standards import STANDARDS, intent
from leaflet.structure import Piece, Said, structure, touched
from leaflet.styles import BLACK, black_only
from leaflet.tagging import Link, tags
from leaflet.typeface import Weight


@contextmanager
def untouched() -> Iterator[None]:
    """Let ReportLab be imported without what it would run and obey: settings files and RL_ variables.

    It runs ``reportlab_mods`` and ``reportlab_settings`` from anywhere on the path, the working folder too,
    or files of such names in the home folder. Where something has imported it before, nothing is changed.
    """
    names = ["reportlab_mods", "reportlab_settings", "reportlab.local_rl_mods", "reportlab.local_rl_settings"]
    stubs = {name: ModuleType(name) for name in names if name not in sys.modules}
    variables = {name: value for name, value in os.environ.items() if name.startswith("RL_")}
    sys.modules.update(stubs)
    for name in variables:
        del os.environ[name]
    try:
        yield
    finally:
        os.environ.update(variables)
        for name in stubs:
            del sys.modules[name]


with untouched():
    from reportlab import rl_config
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress
    from reportlab.pdfbase.pdfdoc import format as formatted
    from reportlab.pdfbase.ttfonts import TTFError, TTFont
    from reportlab.pdfgen.canvas import Canvas

OVERPRINT = "Overprint"
"""The graphics state in which black is printed over what is below it."""


def render(layout: Layout, typeface: FontFolder) -> bytes:
    """The PDF: one page a side, fonts embedded, process colours only, the same bytes each time.

    Its boxes, and the standards that it is built to, follow from the layout's sides and purpose. Raises
    ValueError for a layout without sides or text, or for a print shop and without bleed; FontError for a font
    file that cannot be embedded, ProfileError for a colour profile that cannot, EpochError if
    SOURCE_DATE_EPOCH is set to what is no date.
    """
    return rendered(layout, typeface, metadata(layout))


def rendered(layout: Layout, typeface: FontFolder, about: Metadata) -> bytes:
    """The PDF as ``render`` makes it, and what it says of itself."""
    if not layout.sides:
        raise ValueError("the layout has no sides: it has findings instead")
    if not any(runs(layout)):
        raise ValueError("the layout has no text")
    if layout.purpose is Purpose.PRESS and not all(side.surround for side in layout.sides):
        raise ValueError("a print shop's layout is made by for_press")
    with settled():
        return Press(layout, typeface, about).run()


@contextmanager
def settled() -> Iterator[None]:
    """Settle, for a while, what other users of ReportLab in this process may have set."""
    settings = {"useA85": 0, "invariant": 1, "pageCompression": 1, "ttfAsciiReadable": 0, "pdfMultiLine": 0}
    before = {name: getattr(rl_config, name) for name in settings}
    # ReportLab would stop at one that is no number, though the date of the file is known by now.
    epoch = os.environ.pop(EPOCH, None)
    try:
        for name, value in settings.items():
            setattr(rl_config, name, value)
        yield
    finally:
        if epoch is not None:
            os.environ[EPOCH] = epoch
        for name, value in before.items():
            setattr(rl_config, name, value)


class Letters:
    """The letters of one face as a document writes them: codes in ReportLab's subsets of the font."""

    def __init__(self, font: TTFont, letters: Sequence[str], document: Any) -> None:
        parts = font.splitString("".join(letters), document)
        self.names = {subset: font.getSubsetInternalName(subset, document) for subset, _ in parts}
        codes = [(subset, byte) for subset, bytes in parts for byte in bytes]
        self.arrays = alphabet(tuple(zip(letters, codes, strict=True))).arrays

    def show(self, text: str, kerns: tuple[float, ...], size: float) -> Iterator[str]:
        """A show operator for each subset in turn, kerning in thousandths of an em."""
        for subset, array in self.arrays(text, kerns):
            yield f"{self.names[subset]} {number(size)} Tf[{array}]TJ"


class Alphabet:
    """Letters with the subset of each and its code there."""

    def __init__(self, letters: Sequence[tuple[str, tuple[int, int]]]) -> None:
        self.subsets = {letter: subset for letter, (subset, _) in letters}
        # ReportLab writes a page in UTF-8: beyond ASCII, a byte must be spelt out.
        self.codes = {
            letter: escaped(chr(code)) if code < 128 else f"\\{code:03o}" for letter, (_, code) in letters
        }
        self.arrays = lru_cache(maxsize=4096)(self._arrays)

    def _arrays(self, text: str, kerns: Sequence[float]) -> list[tuple[int, str]]:
        """What the show operator of each subset in turn shows: strings and kerns."""
        codes = [self.codes[letter] for letter in text]
        kerned = [index for index, kern in enumerate(kerns) if kern]
        arrays, start = [], 0
        for subset, part in groupby(text, self.subsets.__getitem__):
            end = start + len(list(part))
            array = []
            for index in kerned:
                if start <= index < end:
                    array.append(f"({''.join(codes[start : index + 1])}){number(-kerns[index])}")
                    start = index + 1
            if start < end:
                array.append(f"({''.join(codes[start:end])})")
            start = end
            arrays.append((subset, "".join(array)))
        return arrays


# Editions of a language have nearly the same letters, and most lines in common.
alphabet = lru_cache(maxsize=16)(Alphabet)


class Press:
    """Writes the pages of one layout."""

    def __init__(self, layout: Layout, typeface: FontFolder, about: Metadata) -> None:
        self.layout = layout
        self.inks = layout.inks
        # A press takes its black from the plate of that ink.
        self.grey = layout.purpose is not Purpose.PRESS
        self.about = about
        used: dict[Weight, set[str]] = {}
        for run in runs(layout):
            used.setdefault(run.weight, {" "}).update(run.text)
        fonts = {weight: registered(typeface, weight) for weight in used}
        # A registered first font keeps ReportLab from naming Helvetica, which it does not embed.
        first = next(iter(fonts.values())).fontName
        language = layout.document.language
        self.canvas = Canvas(BytesIO(), invariant=1, pageCompression=1, initialFontName=first, lang=language)
        # ReportLab begins each page with a matrix and a font of its own.
        self.canvas._preamble = ""
        self.document: Any = self.canvas._doc
        self.letters = {
            weight: Letters(fonts[weight], sorted(used[weight]), self.document) for weight in used
        }
        self.structure = structure(layout)

    def run(self) -> bytes:
        canvas = self.canvas
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setViewerPreference("PrintScaling", "None")
        if not self.layout.part and len(self.layout.sides) > 1:
            canvas.setViewerPreference("Duplex", f"DuplexFlip{turned_over(self.layout.sides[0])}Edge")
        links: list[Link] = []
        for index, side in enumerate(self.layout.sides):
            # PDF/X wants a trim box or an art box, and never both.
            canvas.setTrimBox(side.trim.corners)
            if side.surround:
                canvas.setBleedBox(side.bleed.corners)
            canvas._code += self.side(index, side)
            canvas.showPage()
            links += self.touched(index, side)
        self.equip()
        self.tag(links)
        kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        # In the clear: programs look for it without reading the rest (ISO 19005-1, 6.7.2).
        about = PDFStream(kind, packet(self.about).encode(), [])
        self.document.Catalog.Metadata = self.document.Reference(about, "Metadata")
        return self.file()

    def file(self) -> bytes:
        """The document as a file: ReportLab's objects and ours, formatted and assembled."""
        document = self.document
        for font in document.delayedFonts:
            font.addObjects(document)
        for font in document.idToObject["BasicFonts"].dict.values():
            # ReportLab takes its time over numbers.
            font.Widths = f"[{' '.join(map(number, font.Widths.sequence))}]"
        document.Reference(document.Catalog, "Catalog")
        document.Reference(information(self.about).encode("latin-1"), "Info")
        bodies: list[Body] = []
        # Formatting an object may add others.
        while len(bodies) < document.objectcounter:
            item = document.idToObject[document.numberToId[len(bodies) + 1]]
            if isinstance(item, PDFStream):
                keys = formatted(item.dictionary, document).removeprefix(b"<<").removesuffix(b">>").strip()
                content = item.content.encode() if isinstance(item.content, str) else item.content
                # A font program; it is the same in many editions.
                packed = kept_stream if "Length1" in item.dictionary.dict else stream
                bodies.append(packed(keys, content, compressed=bool(item.filters)))
            else:
                bodies.append(
                    Body(item if isinstance(item, bytes) else formatted(item, document, toplevel=1))
                )
        numbers = document.idToObjectNumberAndVersion
        return assemble(
            bodies, numbers["Catalog"][0], numbers["Info"][0], STANDARDS[self.layout.purpose].version
        )

    def side(self, index: int, side: Side) -> Iterator[str]:
        """The operators of one page, panels in the order of reading; decoration is marked as such."""
        for item, pieces in self.items(index, side):
            if not pieces:
                yield f"/Artifact BMC {self.item(item)} EMC"
            for piece in pieces:
                drawn = self.item(item, piece)
                yield f"/{piece.element.kind}<</MCID {piece.mark.number}>>BDC {drawn} EMC"
        for item in (*side.marks, *side.beside):
            yield f"/Artifact BMC {self.item(item)} EMC"

    def touched(self, index: int, side: Side) -> Iterator[Link]:
        """The rectangles of a page that open a link."""
        for item, pieces in self.items(index, side):
            for piece in pieces:
                if piece.element.link and isinstance(item, TextLine):
                    text = "".join(run.text for run in piece.runs)
                    yield Link(piece.element, index, touched(item, piece.runs), text)

    def items(self, index: int, side: Side) -> Iterator[tuple[Item, list[Piece]]]:
        """The items of a page, panels in the order of reading, with their pieces in the structure."""
        for panel in sorted(side.panels, key=lambda panel: panel.order):
            for place, item in enumerate(panel.items):
                yield item, self.structure.pieces.get((index, panel.name, place), [])

    def item(self, item: Item, piece: Piece | None = None) -> str:
        """The operators of one item, or of a piece of a line, in the inks that the printer has."""
        if self.inks is Inks.MONO and not isinstance(item, Code):
            item = replace(item, ink=black_only(item.ink))
        drawn = self.drawn(item, piece)
        # Black letters and lines print over their ground: knocked out, they would show a white rim.
        over = isinstance(item, TextLine | Rule | Symbol) and item.ink == BLACK
        return f"q /{OVERPRINT} gs {drawn} Q" if over and self.layout.purpose is Purpose.PRESS else drawn

    def drawn(self, item: Item, piece: Piece | None) -> str:
        match item:
            case TextLine():
                return self.text(item, *(piece[2:] if piece else (item.runs,)))
            case Fill():
                return fill(item, self.grey)
            case Rule():
                dash = " ".join(number(part) for part in item.dash)
                line = f"{points(item.x1, item.y1)} m {points(item.x2, item.y2)} l S"
                return f"q {stroke_ink(item.ink, self.grey)} {number(item.weight)} w [{dash}] 0 d {line} Q"
            case Symbol():
                return symbol(item, self.grey)
            case Code():
                return code(item, self.grey)

    def text(self, line: TextLine, runs: tuple[GlyphRun, ...], said: tuple[Said, ...] = ()) -> str:
        """Runs of a line: a text object, show operators for each run."""
        parts = [f"BT {fill_ink(line.ink, self.grey)}"]
        x, y = 0.0, 0.0
        for index, run in enumerate(runs):
            # A space at the end keeps words apart for whoever reads the page as text.
            ends = run is line.runs[-1] and not line.joined
            parts.append(f"{points(run.x - x, line.baseline - y)} Td")
            x, y = run.x, line.baseline
            text, letters, start = run.text + " " if ends else run.text, self.letters[run.weight], 0
            for words in (words for words in said if words.run <= index <= words.last_run):
                if words.run == index:
                    begin = words.start
                    parts += letters.show(text[start:begin], run.kerns[start:begin], line.size)
                    start = begin
                    parts.append(f"/Span<</ActualText{hexadecimal(words.text)}>>BDC")
                end = words.end if words.last_run == index else len(text)
                parts += letters.show(text[start:end], run.kerns[start:end], line.size)
                start = end
                if words.last_run == index:
                    parts.append("EMC")
            parts += letters.show(text[start:], run.kerns[start:], line.size)
        parts.append("ET")
        return " ".join(parts)

    def equip(self) -> None:
        """Give the pages what the canvas cannot, and the document its printing condition."""
        for index, side in enumerate(self.layout.sides):
            page = self.document.idToObject[f"Page{index + 1}"]
            page.MediaBox = PDFArray(side.media.corners)
            if self.layout.purpose is Purpose.PRESS:
                # Mode 1: only inks that an object has replace those below it (ISO 32000-1, 8.6.7).
                page.ExtGState = {OVERPRINT: PDFDictionary({"OP": "true", "op": "true", "OPM": 1})}
        subtype = STANDARDS[self.layout.purpose].intent
        if subtype:
            stream = PDFStream(PDFDictionary({"N": 4}), COATED.profile(), [PDFZCompress])
            profile = self.document.Reference(stream, "Profile")
            catalog = self.document.Catalog
            # Only whitelisted keys are written; the list is read through the instance.
            catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
            number, version = self.document.idToObjectNumberAndVersion[profile.name]
            catalog.OutputIntents = f"[{intent(subtype, COATED, f'{number} {version} R')}]"

    def tag(self, links: list[Link]) -> None:
        """Add the structure to the document, and to its pages where in it they stand."""
        document = self.document
        names = [f"Page{index + 1}" for index in range(len(self.layout.sides))]
        pages = [document.idToObjectNumberAndVersion[name][0] for name in names]
        found = tags(self.structure, links, pages, document.objectcounter + 1)
        for item in found.objects:
            document.Reference(item.encode("latin-1"), f"Tag{document.objectcounter}")
        for index, name in enumerate(names):
            page = document.idToObject[name]
            page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
            page.StructParents, page.Tabs = index, PDFName("S")
            # ReportLab takes its time over each item of an array.
            page.Annots = [" ".join(f"{link} 0 R" for link in own)] if (own := found.links[index]) else []
        document.Catalog.StructTreeRoot = f"{found.root} 0 R"
        document.Catalog.Outlines = f"{found.outline} 0 R"
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})


def turned_over(side: Side) -> str:
    """The edge that the paper is turned over so that both faces stand upright: the one at the side."""
    return "Short" if side.width > side.height else "Long"


def registered(typeface: FontFolder, weight: Weight) -> TTFont:
    """The face, registered once under a name of its own."""
    face = typeface[weight]
    # ReportLab keeps the first font of a name for the life of the process: the digest tells files apart.
    name = f"{face.name}-{face.digest[:8]}"
    if name not in pdfmetrics._fonts:
        try:
            font = TTFont(name, BytesIO(face.data), asciiReadable=0, shapable=False)
        except (TTFError, ValueError, KeyError, AttributeError) as error:
            place = Place(str(face.path))
            raise FontError(
                Finding(
                    place, "font-damaged", "cannot embed a font file", str(error), "install leaflet again"
                )
            ) from None
        keep_subsets(font)
        pdfmetrics.registerFont(font)
        if pdfmetrics._fonts.get(name) is not font:
            raise FontError(
                Finding(
                    Place(str(face.path)),
                    "font-changed",
                    "another font file with the same PostScript name is in use",
                    remedy="use one set of font files in a process",
                )
            )
    return pdfmetrics._fonts[name]


def keep_subsets(font: TTFont) -> None:
    """Let a font keep the last of its subsets: editions of a language have nearly the same letters."""
    cut = font.face.makeSubset
    kept = lru_cache(maxsize=16)(lambda letters: cut(list(letters)))
    font.face.makeSubset = lambda letters: kept(tuple(letters))


def runs(layout: Layout) -> Iterator[GlyphRun]:
    """All text, in the order of the items."""
    for side in layout.sides:
        for item in (*(item for panel in side.panels for item in panel.items), *side.beside):
            if isinstance(item, TextLine):
                yield from item.runs
