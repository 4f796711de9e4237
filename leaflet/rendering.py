"""A layout into PDF bytes. Measures nothing and decides nothing: every item is written where it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from html import escape
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from leaflet.diagnostics import Finding, Place
from leaflet.document import Document
from leaflet.fonts import FontError, FontFolder
from leaflet.operators import code, fill_ink, number, points, rounded, stroke_ink, symbol
from leaflet.sheet import Code, Fill, Inks, Item, Layout, Rule, Side, Symbol, TextLine
from leaflet.structure import Element, Piece, structure
from leaflet.styles import black_only
from leaflet.typeface import Cut


def render(layout: Layout, typeface: FontFolder, inks: Inks = Inks.COLOUR) -> bytes:
    """The PDF: one page a side, trim size, fonts embedded, process colours only, the same bytes each time.

    Raises ValueError for a layout without sides or text, FontError for a font file that cannot be embedded.
    """
    if not layout.sides:
        raise ValueError("the layout has no sides: it has findings instead")
    if not any(cuts(layout)):
        raise ValueError("the layout has no text")
    with settled():
        return Press(layout, typeface, inks).run()


@contextmanager
def settled() -> Iterator[None]:
    """Settle, for a while, what settings files and RL_ variables could change in the bytes."""
    settings = {"useA85": 0, "invariant": 1, "pageCompression": 1, "ttfAsciiReadable": 0}
    before = {name: getattr(rl_config, name) for name in settings}
    try:
        for name, value in settings.items():
            setattr(rl_config, name, value)
        yield
    finally:
        for name, value in before.items():
            setattr(rl_config, name, value)


class Press:
    """Writes the pages of one layout."""

    def __init__(self, layout: Layout, typeface: FontFolder, inks: Inks) -> None:
        self.layout = layout
        self.inks = inks
        self.typeface = typeface
        self.fonts: dict[Cut, TTFont] = {}
        self.buffer = BytesIO()
        first = next(iter(cuts(layout)))
        # A registered first font keeps ReportLab from naming Helvetica, which it does not embed.
        name = self.font(first).fontName
        self.canvas = Canvas(
            self.buffer,
            pdfVersion=(1, 7),
            invariant=1,
            pageCompression=1,
            initialFontName=name,
            lang=layout.document.language,
        )
        self.structure = structure(layout)
        self.document: Any = self.canvas._doc
        self.escape = self.canvas._escape

    def run(self) -> bytes:
        document, canvas = self.layout.document, self.canvas
        canvas.setTitle(title(document))
        canvas.setSubject(subject(document))
        canvas.setAuthor("")
        # Preflight of a file on its own finds by these the layout that it should be.
        canvas.setKeywords(f"{document.edition} {self.layout.product} {self.inks}")
        canvas.setCreator("leaflet")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setViewerPreference("PrintScaling", "None")
        if len(self.layout.sides[0].folds):
            canvas.setViewerPreference("Duplex", "DuplexFlipShortEdge")
        digest = hashlib.md5(usedforsecurity=False)
        links: list[tuple[Element, str]] = []
        for index, side in enumerate(self.layout.sides):
            page = "\n".join(self.side(index, side))
            digest.update(page.encode("latin-1"))
            canvas.setPageSize((side.width, side.height))
            canvas.setTrimBox((0, 0, side.width, side.height))
            canvas._code.append(page)
            for element, rect in self.touched(index, side):
                canvas.linkURL(
                    element.link, rect, F=4, Contents=PDFString(element.link), StructParent=key(len(links))
                )
                links.append((element, f"Annot.NUMBER{canvas._annotationCount}"))
            canvas.showPage()
            self.tag_page(index)
        self.tag(links)
        self.document.Catalog.Metadata = XMP(creator=lambda _: packet(self.layout).encode())
        identity = digest.hexdigest()
        # ReportLab's own ID knows the metadata only: two leaflets with one title would share it.
        self.document._ID = f"[<{identity}><{identity}>]".encode()
        canvas.save()
        return self.buffer.getvalue()

    def side(self, index: int, side: Side) -> Iterator[str]:
        """The operators of one page, panels in the order of reading; decoration is marked as such."""
        for item, pieces in self.items(index, side):
            if not pieces:
                yield f"/Artifact BMC {self.item(item)} EMC"
            for piece in pieces:
                yield self.piece(item, piece)
        for rule in side.marks:
            yield f"/Artifact BMC {self.item(rule)} EMC"

    def piece(self, item: Item, piece: Piece) -> str:
        """Part of an item as marked content of its element."""
        if isinstance(item, TextLine):
            last = piece.runs[-1] is item.runs[-1]
            drawn = self.item(replace(item, runs=piece.runs, joined=item.joined or not last))
        else:
            drawn = self.item(item)
        return f"/{piece.element.kind} <</MCID {piece.mark.number}>> BDC {drawn} EMC"

    def touched(self, index: int, side: Side) -> Iterator[tuple[Element, tuple[float, float, float, float]]]:
        """Links of a page with the rectangles that open them."""
        for item, pieces in self.items(index, side):
            for piece in pieces:
                if piece.element.link and isinstance(item, TextLine):
                    left, last = piece.runs[0].x, piece.runs[-1]
                    bottom, top = item.baseline - 0.25 * item.size, item.baseline + 0.8 * item.size
                    yield piece.element, (left, bottom, last.x + last.width, top)

    def items(self, index: int, side: Side) -> Iterator[tuple[Item, list[Piece]]]:
        """The items of a page, panels in the order of reading, with their pieces in the structure."""
        for panel in sorted(side.panels, key=lambda panel: panel.order):
            for place, item in enumerate(panel.items):
                yield item, self.structure.pieces.get((index, panel.name, place), [])

    def item(self, item: Item) -> str:
        """The operators of one item, in the inks that the printer has."""
        if self.inks is Inks.MONO and not isinstance(item, Code):
            item = replace(item, ink=black_only(item.ink))
        match item:
            case TextLine():
                return self.text(item)
            case Fill():
                return f"{fill_ink(item.ink)} {rounded(item.rect, item.radius)} f"
            case Rule():
                dash = " ".join(number(part) for part in item.dash)
                line = f"{points(item.x1, item.y1)} m {points(item.x2, item.y2)} l S"
                return f"q {stroke_ink(item.ink)} {number(item.weight)} w [{dash}] 0 d {line} Q"
            case Symbol():
                return symbol(item)
            case Code():
                return code(item)

    def text(self, line: TextLine) -> str:
        """One line: a text object, a show operator for each run, kerning in thousandths of an em."""
        parts = [f"BT {fill_ink(line.ink)}"]
        for index, run in enumerate(line.runs):
            # A space at the end keeps words apart for whoever reads the page as text.
            last = index == len(line.runs) - 1 and not line.joined
            text = run.text + " " if last else run.text
            kerns = run.kerns or (0.0,) * len(run.text)
            parts.append(f"1 0 0 1 {points(run.x, line.baseline)} Tm")
            parts += self.show(run.cut, text, (*kerns, 0.0), line.size)
        parts.append("ET")
        return " ".join(parts)

    def tag_page(self, index: int) -> None:
        """Say of a page that has been shown where its marks are in the tree."""
        page = self.document.Pages.pages[-1]
        page = self.document.idToObject[page.name] if isinstance(page, PDFObjectReference) else page
        # Only whitelisted keys are written; the list is read through the instance.
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.StructParents, page.Tabs = index, PDFName("S")

    def tag(self, links: list[tuple[Element, str]]) -> None:
        """Write the structure tree (ISO 32000-1, 14.7)."""
        document, root = self.document, PDFObjectReference("StructTreeRoot")
        elements = list(self.structure.root.descendants())
        names = {element: PDFObjectReference(f"Struct{index}") for index, element in enumerate(elements)}
        annotations = {element: PDFObjectReference(name) for element, name in links}
        parents = {child: element for element in elements for child in element.below()}
        marks: dict[int, dict[int, PDFObjectReference]] = {}
        for element in elements:
            for mark in element.marks():
                marks.setdefault(mark.page, {})[mark.number] = names[element]
            parent = names[parents[element]] if element in parents else root
            entry = self.entry(element, parent, names, annotations.get(element))
            document.Reference(PDFDictionary(entry), names[element].name)
        nums: list[Any] = []
        for page, numbers in sorted(marks.items()):
            nums += [page, PDFArray([numbers[index] for index in range(len(numbers))])]
        for index, (element, _) in enumerate(links):
            nums += [key(index), names[element]]
        tree = {
            "Type": PDFName("StructTreeRoot"),
            "K": names[self.structure.root],
            "ParentTree": PDFDictionary({"Nums": PDFArray(nums)}),
            "ParentTreeNextKey": key(len(links)),
        }
        document.Reference(PDFDictionary(tree), root.name)
        document.Catalog.StructTreeRoot = root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def entry(
        self,
        element: Element,
        parent: PDFObjectReference,
        names: dict[Element, PDFObjectReference],
        annotation: PDFObjectReference | None,
    ) -> dict[str, Any]:
        """One structure element. Its own page is named once; marks on another page name theirs."""
        pages = [mark.page for mark in element.marks()]
        own = pages[0] if pages else None
        kids: list[Any] = []
        for child in element.children:
            if isinstance(child, Element):
                kids.append(names[child])
            elif child.page == own:
                kids.append(child.number)
            else:
                page = PDFObjectReference(f"Page{child.page + 1}")
                kids.append(PDFDictionary({"Type": PDFName("MCR"), "Pg": page, "MCID": child.number}))
        if annotation is not None:
            kids.append(PDFDictionary({"Type": PDFName("OBJR"), "Obj": annotation}))
        entry: dict[str, Any] = {"S": PDFName(element.kind), "P": parent, "K": PDFArray(kids)}
        if own is not None:
            entry["Pg"] = PDFObjectReference(f"Page{own + 1}")
        if element.alternative:
            entry["Alt"] = text_string(plain(element.alternative))
        return entry

    def show(self, cut: Cut, text: str, kerns: tuple[float, ...], size: float) -> Iterator[str]:
        """Show operators: a new one where ReportLab's subsets of a font change."""
        font = self.font(cut)
        position = 0
        for subset, codes in font.splitString(text, self.document):
            name = font.getSubsetInternalName(subset, self.document)
            array, start = [], 0
            for index in range(len(codes)):
                kern = kerns[position + index]
                if abs(kern) > 1e-6:
                    array.append(f"({self.escape(codes[start : index + 1])}){number(-kern)}")
                    start = index + 1
            if start < len(codes):
                array.append(f"({self.escape(codes[start:])})")
            position += len(codes)
            yield f"{name} {number(size)} Tf [{''.join(array)}] TJ"

    def font(self, cut: Cut) -> TTFont:
        """The face as ReportLab embeds it."""
        font = self.fonts.get(cut)
        if font is None:
            font = self.fonts[cut] = registered(self.typeface, cut)
        return font


def text_string(text: str) -> bytes:
    """A text string (ISO 32000-1, 7.9.2.2) in hexadecimal: ReportLab's own takes four characters a byte."""
    return b"<feff" + text.encode("utf-16-be").hex().encode() + b">"


def key(index: int) -> int:
    """Key of a link in the parent tree: behind those of all pages."""
    return 1000 + index


def title(document: Document) -> str:
    return f"{plain(document.audience.phrase.text)} — {plain(document.title.phrase.text)}"


def subject(document: Document) -> str:
    return f"{plain(document.labels.region.text)} · {document.edition}"


def packet(layout: Layout) -> str:
    """XMP metadata: what a reader shows, and that the file means to follow PDF/UA-1."""
    document = layout.document
    named, about = escape(title(document)), escape(subject(document))
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
        "<pdfuaid:part>1</pdfuaid:part></rdf:Description>"
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{named}</rdf:li></rdf:Alt></dc:title>'
        f'<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{about}</rdf:li></rdf:Alt></dc:description>'
        f"<dc:language><rdf:Bag><rdf:li>{document.language}</rdf:li></rdf:Bag></dc:language>"
        "</rdf:Description></rdf:RDF></x:xmpmeta>"
        '<?xpacket end="w"?>'
    )


def registered(typeface: FontFolder, cut: Cut) -> TTFont:
    """The face, registered once under a name of its own."""
    face = typeface[cut]
    # ReportLab keeps the first font of a name for the life of the process: the digest tells files apart.
    name = f"{face.name}-{hashlib.sha256(face.data).hexdigest()[:8]}"
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


def cuts(layout: Layout) -> Iterator[Cut]:
    """The faces in use, in the order of the items."""
    for side in layout.sides:
        for panel in side.panels:
            for item in panel.items:
                if isinstance(item, TextLine):
                    for run in item.runs:
                        yield run.cut


def plain(text: str) -> str:
    """Text for a title bar: ordinary spaces."""
    return text.replace("\u00a0", " ")
