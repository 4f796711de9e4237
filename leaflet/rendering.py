"""A layout into PDF bytes. Measures nothing and decides nothing: every item is written where it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from leaflet.diagnostics import Finding, Place
from leaflet.fonts import FontError, FontFolder
from leaflet.geometry import Rect
from leaflet.sheet import Code, Fill, Item, Layout, Rule, Side, Symbol, TextLine
from leaflet.styles import BLACK, Ink
from leaflet.typeface import Cut

# The length of a control arm that makes a Bézier curve a quarter of a circle.
KAPPA = 0.5522847498


def render(layout: Layout, typeface: FontFolder) -> bytes:
    """The PDF: one page a side, trim size, fonts embedded, process colours only, the same bytes each time.

    Raises ValueError for a layout without sides or text, FontError for a font file that cannot be embedded.
    """
    if not layout.sides:
        raise ValueError("the layout has no sides: it has findings instead")
    if not any(cuts(layout)):
        raise ValueError("the layout has no text")
    with settled():
        return Press(layout, typeface).run()


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

    def __init__(self, layout: Layout, typeface: FontFolder) -> None:
        self.layout = layout
        self.typeface = typeface
        self.fonts: dict[Cut, TTFont] = {}
        self.buffer = BytesIO()
        first = next(iter(cuts(layout)))
        # A registered first font keeps ReportLab from naming Helvetica, which it does not embed.
        name = self.font(first).fontName
        self.canvas = Canvas(
            self.buffer, invariant=1, pageCompression=1, initialFontName=name, lang=layout.document.language
        )
        self.document: Any = self.canvas._doc
        self.escape = self.canvas._escape

    def run(self) -> bytes:
        document, canvas = self.layout.document, self.canvas
        canvas.setTitle(f"{plain(document.audience.phrase.text)} — {plain(document.title.phrase.text)}")
        canvas.setSubject(f"{plain(document.labels.region.text)} · {document.edition}")
        canvas.setAuthor("")
        canvas.setCreator("leaflet")
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setViewerPreference("PrintScaling", "None")
        if len(self.layout.sides[0].folds):
            canvas.setViewerPreference("Duplex", "DuplexFlipShortEdge")
        digest = hashlib.md5(usedforsecurity=False)
        for side in self.layout.sides:
            page = "\n".join(self.side(side))
            digest.update(page.encode("latin-1"))
            canvas.setPageSize((side.width, side.height))
            canvas.setTrimBox((0, 0, side.width, side.height))
            canvas._code.append(page)
            canvas.showPage()
        identity = digest.hexdigest()
        # ReportLab's own ID knows the metadata only: two leaflets with one title would share it.
        self.document._ID = f"[<{identity}><{identity}>]".encode()
        canvas.save()
        return self.buffer.getvalue()

    def side(self, side: Side) -> Iterator[str]:
        """The operators of one page, panels in the order of reading."""
        for panel in sorted(side.panels, key=lambda panel: panel.order):
            for item in panel.items:
                yield self.item(item)
        for rule in side.marks:
            yield self.item(rule)

    def item(self, item: Item) -> str:
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


def number(value: float) -> str:
    """A number as PDF writes it, to a thousandth."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def points(x: float, y: float) -> str:
    return f"{number(x)} {number(y)}"


def fill_ink(ink: Ink) -> str:
    return " ".join(number(part) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black)) + " k"


def stroke_ink(ink: Ink) -> str:
    return " ".join(number(part) for part in (ink.cyan, ink.magenta, ink.yellow, ink.black)) + " K"


def rounded(rect: Rect, radius: float) -> str:
    """The path of a rectangle with rounded corners."""
    if not radius:
        return f"{points(rect.x, rect.y)} {points(rect.width, rect.height)} re"
    left, bottom, right, top = rect.x, rect.y, rect.right, rect.top
    arm = radius * (1 - KAPPA)
    corners = (
        f"{points(left + radius, bottom)} m {points(right - radius, bottom)} l",
        f"{points(right - arm, bottom)} {points(right, bottom + arm)} {points(right, bottom + radius)} c",
        f"{points(right, top - radius)} l",
        f"{points(right, top - arm)} {points(right - arm, top)} {points(right - radius, top)} c",
        f"{points(left + radius, top)} l",
        f"{points(left + arm, top)} {points(left, top - arm)} {points(left, top - radius)} c",
        f"{points(left, bottom + radius)} l",
        f"{points(left, bottom + arm)} {points(left + arm, bottom)} {points(left + radius, bottom)} c h",
    )
    return " ".join(corners)


def symbol(item: Symbol) -> str:
    """A stroke with round ends; two equal points make a dot."""
    path = " ".join(f"{' '.join(map(number, values))} {operator}" for operator, values in item.path)
    return f"q {stroke_ink(item.ink)} {number(item.weight)} w 1 J 1 j {path} S Q"


def code(item: Code) -> str:
    """A QR code as one filled path: runs of dark modules on a grid of whole numbers, so without seams."""
    count = len(item.rows)
    module = item.rect.width / count
    runs: list[str] = []
    for row, modules in enumerate(item.rows):
        column = 0
        while column < count:
            if not modules[column]:
                column += 1
                continue
            end = column
            while end < count and modules[end]:
                end += 1
            runs.append(f"{column} {count - 1 - row} {end - column} 1 re")
            column = end
    matrix = f"{module:.5f} 0 0 {module:.5f} {points(item.rect.x, item.rect.y)} cm"
    return f"q {fill_ink(BLACK)} {matrix} {' '.join(runs)} f Q"
