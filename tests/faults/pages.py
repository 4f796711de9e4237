"""Pages of another size or number, and whatever acts when the file is opened or touched."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
)

from faults.fault import Fault
from faults.subject import Subject, ground, text, written
from leaflet.geometry import Rect


def pages(pdf: bytes, *numbers: int) -> bytes:
    """A file of some pages of another, from 0, that claims to be the other."""
    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    originals = [writer.pages[number] for number in numbers]
    tree = writer.root_object["/Pages"].get_object()
    tree[NameObject("/Kids")] = ArrayObject(page.indirect_reference for page in originals)
    tree[NameObject("/Count")] = NumberObject(len(numbers))
    return written(writer)


def box(*numbers: float) -> ArrayObject:
    return ArrayObject(map(FloatObject, numbers))


def annotation(kind: str, rect: Rect, **entries: Any) -> DictionaryObject:
    corners = (rect.x, rect.y, rect.right, rect.top)
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): ArrayObject(map(FloatObject, corners)),
            **{NameObject(f"/{name}"): value for name, value in entries.items()},
        }
    )


def action(kind: str, **entries: Any) -> DictionaryObject:
    return DictionaryObject(
        {NameObject("/S"): NameObject(kind), **{NameObject(f"/{name}"): v for name, v in entries.items()}}
    )


def annotated(subject: Subject, one: DictionaryObject) -> bytes:
    """The file with one more annotation on its first page."""

    def edit(writer: PdfWriter) -> None:
        annotations = writer.pages[0]["/Annots"].get_object()
        annotations.append(writer._add_object(one))

    return subject.edited(edit)


def relinked(subject: Subject, old: str, new: str) -> bytes:
    """The file with the target of a link changed."""

    def edit(writer: PdfWriter) -> None:
        for one in writer.pages[0]["/Annots"].get_object():
            act = one.get_object()["/A"]
            if act["/URI"] == old:
                act[NameObject("/URI")] = text(new)

    return subject.edited(edit)


def unlinked(subject: Subject, uri: str) -> bytes:
    """The file without a link."""

    def edit(writer: PdfWriter) -> None:
        page = writer.pages[0]
        kept = [one for one in page["/Annots"].get_object() if one.get_object()["/A"]["/URI"] != uri]
        page[NameObject("/Annots")] = ArrayObject(kept)

    return subject.edited(edit)


SCRIPT = action("/JavaScript", JS=text("app.alert(1)"))


def embedded_file(subject: Subject) -> bytes:
    def edit(writer: PdfWriter) -> None:
        writer.add_attachment("virus.exe", b"MZ")

    return subject.edited(edit)


def framed(subject: Subject) -> bytes:
    def edit(writer: PdfWriter) -> None:
        writer.pages[0]["/Annots"][0].get_object()[NameObject("/Border")] = box(0, 0, 3)

    return subject.edited(edit)


def launcher(subject: Subject) -> bytes:
    line = subject.number
    return annotated(subject, annotation("/Link", ground(line), A=action("/Launch", F=text("cmd.exe"))))


def link_with(change: Callable[[DictionaryObject], None]) -> Callable[[Subject], bytes]:
    """The first link of the first page changed."""
    return lambda subject: subject.edited(lambda writer: change(writer.pages[0]["/Annots"][0].get_object()))


def entry(link: DictionaryObject, key: str, value: Any) -> None:
    link[NameObject(key)] = value


def relocated(link: DictionaryObject, y: float = 0.0, grow: float = 0.0) -> None:
    left, bottom, right, top = map(float, link["/Rect"])
    entry(link, "/Rect", box(left - grow, bottom + y - grow, right + grow, top + y + grow))


def doubled_link(subject: Subject) -> bytes:
    return annotated(
        subject, annotation("/Link", Rect(273, 300, 99, 20), Border=box(0, 0, 0), A=dialled(subject))
    )


def dialled(subject: Subject) -> DictionaryObject:
    return action("/URI", URI=text(subject.number.runs[0].link))


PAGES: list[Fault] = [
    # Pages.
    Fault("a page is lost", {"page-count"}, lambda s: pages(s.pdf, 0)),
    Fault("a page stands twice", {"page-count"}, lambda s: pages(s.pdf, 0, 1, 1)),
    Fault(
        "the pages are exchanged", {"lost-text", "wrong-number", "wrong-code"}, lambda s: pages(s.pdf, 1, 0)
    ),
    Fault(
        "the page is of another size", {"page-box"}, lambda s: s.with_page("/MediaBox", box(0, 0, 842, 612))
    ),
    Fault("the trim is another", {"page-box"}, lambda s: s.with_page("/TrimBox", box(9, 9, 800, 580))),
    Fault("the page is cropped", {"page-box"}, lambda s: s.with_page("/CropBox", box(0, 0, 400, 595))),
    Fault("the page is turned", {"page-box"}, lambda s: s.with_page("/Rotate", NumberObject(180))),
    Fault("the page is scaled", {"page-box"}, lambda s: s.with_page("/UserUnit", FloatObject(1.5))),
    Fault(
        "the printer may scale it",
        {"page-box"},
        lambda s: s.with_catalog("/ViewerPreferences", DictionaryObject()),
    ),
    # Actions and links.
    Fault("the file runs a script", {"active-content"}, lambda s: s.with_catalog("/OpenAction", SCRIPT)),
    Fault(
        "a page runs a script",
        {"active-content"},
        lambda s: s.with_page("/AA", DictionaryObject({NameObject("/O"): SCRIPT})),
    ),
    Fault(
        "the file has a form", {"active-content"}, lambda s: s.with_catalog("/AcroForm", DictionaryObject())
    ),
    Fault("a file is attached", {"active-content"}, embedded_file),
    Fault(
        "a note lies over the text",
        {"active-content"},
        lambda s: annotated(s, annotation("/Square", ground(s.number))),
    ),
    Fault("a link is drawn as a frame", {"active-content"}, framed),
    Fault(
        "a page turns with an effect",
        {"active-content"},
        lambda s: s.with_page("/Trans", DictionaryObject({NameObject("/S"): NameObject("/Glitter")})),
    ),
    Fault(
        "the file fills the screen",
        {"active-content"},
        lambda s: s.with_catalog("/PageMode", NameObject("/FullScreen")),
    ),
    Fault("a link starts a program", {"active-content"}, launcher),
    Fault(
        "a link leads elsewhere",
        {"wrong-link"},
        lambda s: relinked(s, s.number.runs[0].link, "https://example.org"),
    ),
    Fault(
        "a touch dials another number",
        {"wrong-link"},
        lambda s: relinked(s, s.number.runs[0].link, s.codes[1].payload),
    ),
    Fault("a link lies three points lower", {"wrong-link"}, link_with(lambda link: relocated(link, y=-3))),
    Fault("a link is larger than its words", {"wrong-link"}, link_with(lambda link: relocated(link, grow=1))),
    Fault("a link stands a second time, over nothing", {"wrong-link"}, doubled_link),
    Fault("a link is hidden", {"active-content"}, link_with(lambda link: entry(link, "/F", NumberObject(2)))),
    Fault(
        "other words are heard at a link",
        {"wrong-link"},
        link_with(lambda link: entry(link, "/Contents", text("+7 700 000 0000"))),
    ),
    Fault("a link is lost", {"wrong-link"}, lambda s: unlinked(s, s.number.runs[0].link)),
]
