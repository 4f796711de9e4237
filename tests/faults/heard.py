"""What a file says aloud, to a screen reader or of itself, that its layout does not say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

import leaflet
from faults.fault import Fault, Spoilt, by_operators
from faults.fonts import swapped
from faults.subject import Subject, next_digit, put, resolved, text
from leaflet.choices import Purpose
from leaflet.press import for_purpose


def read_aloud(subject: Subject, name: str, change: Callable[[str], str]) -> bytes:
    """The file with other words at its first code, for those who hear it."""

    def edit(writer: PdfWriter) -> None:
        objects = [one for one in map(resolved, writer._objects) if isinstance(one, DictionaryObject)]
        figure = next(one for one in objects if "/Alt" in one)
        figure[NameObject(name)] = text(change(str(figure["/Alt"])))

    return subject.edited(edit)


def structureless(subject: Subject) -> bytes:
    return subject.edited(lambda writer: writer.root_object.pop("/StructTreeRoot"))


def spoken_otherwise(change: Callable[[ArrayObject], None]) -> Callable[[Subject], bytes]:
    """The children of the structure's root changed."""

    def edit(writer: PdfWriter) -> None:
        root = writer.root_object["/StructTreeRoot"]
        top = resolved(root)["/K"]
        document = resolved(top[0] if isinstance(resolved(top), ArrayObject) else top)
        change(resolved(document["/K"]))

    return lambda subject: subject.edited(edit)


def touched_twice(writer: PdfWriter) -> None:
    links = writer.pages[0]["/Annots"]
    links.append(list.__getitem__(links, 0))


def in_another_order(children: ArrayObject) -> None:
    children[4], children[5] = children[5], children[4]


def unheard(children: ArrayObject) -> None:
    del children[4]


def no_heading(children: ArrayObject) -> None:
    heading = next(child for child in map(resolved, children) if child["/S"] == "/H2")
    heading[NameObject("/S")] = NameObject("/P")


swapped_marks = swapped(b"/MCID 3>>", b"/MCID 4>>")


def outlined(change: Callable[[DictionaryObject], None]) -> Callable[[Subject], bytes]:
    """The first entry below the title of the outline changed."""

    def edit(writer: PdfWriter) -> None:
        title = resolved(resolved(writer.root_object["/Outlines"])["/First"])
        change(resolved(title["/First"]))

    return lambda subject: subject.edited(edit)


def led_astray(entry: DictionaryObject) -> None:
    entry["/Dest"][3] = FloatObject(100)


def preferring(name: str, value: Any) -> Callable[[Subject], bytes]:
    """Another preference for whoever shows or prints the file (ISO 32000-1, 12.2)."""

    def edit(writer: PdfWriter) -> None:
        resolved(writer.root_object["/ViewerPreferences"])[NameObject(name)] = value

    return lambda subject: subject.edited(edit)


def with_loose_object(subject: Subject) -> bytes:
    author = DictionaryObject({NameObject("/Author"): TextStringObject("Aigerim")})
    return subject.edited(lambda writer: writer._add_object(author) and None)


def in_another_language(children: ArrayObject) -> None:
    resolved(children[4])[NameObject("/Lang")] = TextStringObject("ar")


def another_packet(subject: Subject) -> bytes:
    edition = subject.layout.document.edition
    return subject.edited(lambda writer: said_in_packet(writer, edition, f"{edition[:-1]}G"))


def said_in_packet(writer: PdfWriter, old: str, new: str) -> None:
    """Other words in the metadata stream."""
    stream = resolved(writer.root_object["/Metadata"])
    said = stream.get_data().decode()
    assert old in said
    stream.set_data(said.replace(old, new).encode())


def dated_otherwise(subject: Subject) -> bytes:
    """The file as of another day, wherever it says one."""
    date = subject.layout.document.date

    def change(writer: PdfWriter) -> None:
        said_in_packet(writer, date, "2031-01-01")
        writer.add_metadata({f"/{key}": "D:20310101000000Z" for key in ("CreationDate", "ModDate")})

    return subject.edited(change)


def without_packet(subject: Subject) -> bytes:
    return subject.edited(lambda writer: writer.root_object.pop("/Metadata"))


def for_press(spoil: Callable[[Subject], bytes]) -> Callable[[Subject], Spoilt]:
    """A fault of the file that a print shop gets."""

    def make(subject: Subject) -> Spoilt:
        layout = for_purpose(subject.layout, Purpose.PRESS, subject.typeface)
        good = leaflet.render(layout, subject.typeface)
        return spoil(replace(subject, layout=layout, pdf=good)), layout

    return make


def knocked_out(subject: Subject) -> bytes:
    """All four inks are taken out below what is black alone."""

    def edit(writer: PdfWriter) -> None:
        for page in writer.pages:
            resolved(page["/Resources"]["/ExtGState"]["/Overprint"])[NameObject("/OPM")] = NumberObject(0)

    return subject.edited(edit)


def without_profile(subject: Subject) -> bytes:
    """The file without a word of the inks that it is meant for."""
    return subject.edited(lambda writer: writer.root_object.pop("/OutputIntents"))


def with_other_profile(subject: Subject) -> bytes:
    """The file with a colour profile that differs in one bit from its own."""

    def edit(writer: PdfWriter) -> None:
        (intent,) = writer.root_object["/OutputIntents"]
        put(writer, intent.get_object(), "/DestOutputProfile", lambda data: data[:-1] + bytes([data[-1] ^ 1]))

    return subject.edited(edit)


def informed(subject: Subject, **entries: str) -> bytes:
    """The file with other document information."""
    return subject.edited(lambda writer: writer.add_metadata({f"/{key}": v for key, v in entries.items()}))


HEARD: list[Fault] = [
    # What is heard.
    Fault(
        "another number is read aloud at a code",
        {"wrong-alternative"},
        lambda s: read_aloud(s, "/Alt", next_digit),
    ),
    Fault(
        "other words are read aloud",
        {"wrong-alternative"},
        lambda s: read_aloud(s, "/ActualText", str.upper),
    ),
    Fault(
        "other words are copied",
        {"wrong-alternative"},
        by_operators(rb"/P ?<<", rb"/P <</ActualText (1) "),
    ),
    Fault("texts are heard in another order", {"wrong-reading"}, spoken_otherwise(in_another_order)),
    Fault("a text is not heard", {"wrong-reading"}, spoken_otherwise(unheard)),
    Fault("a heading is heard as none", {"wrong-reading"}, spoken_otherwise(no_heading)),
    Fault("a heading is told as a paragraph", {"wrong-hearing"}, spoken_otherwise(no_heading)),
    Fault("texts have each other's marks", {"wrong-reading"}, lambda s: s.with_operators(swapped_marks)),
    Fault(
        "an entry of the outline has another title",
        {"wrong-bearing"},
        outlined(lambda entry: entry.update({NameObject("/Title"): text("+7 700 000 0000")})),
    ),
    Fault("a text is heard in another language", {"altered-file"}, spoken_otherwise(in_another_language)),
    Fault(
        "the back is printed upside down",
        {"wrong-sheet"},
        preferring("/Duplex", NameObject("/DuplexFlipLongEdge")),
    ),
    Fault(
        "one page alone is printed",
        {"active-content"},
        preferring("/PrintPageRange", ArrayObject([NumberObject(0), NumberObject(0)])),
    ),
    Fault("many copies are printed", {"active-content"}, preferring("/NumCopies", NumberObject(500))),
    Fault(
        "pages are shown from right to left", {"active-content"}, preferring("/Direction", NameObject("/R2L"))
    ),
    Fault("a part of a page is printed", {"active-content"}, preferring("/PrintArea", NameObject("/ArtBox"))),
    Fault("a link is named twice", {"unreadable-pdf"}, lambda s: s.edited(touched_twice)),
    Fault("an object lies in it that nothing leads to", {"altered-file"}, with_loose_object),
    Fault(
        "another program is said to have made it",
        {"altered-file"},
        lambda s: s.edited(lambda writer: writer.add_metadata({"/Producer": "Call 103"})),
    ),
    Fault("an entry of the outline leads beside its heading", {"wrong-bearing"}, outlined(led_astray)),
    Fault("the structure is lost", {"wrong-alternative"}, structureless),
    # What the file says of itself.
    Fault("an author is named", {"wrong-metadata"}, lambda s: informed(s, Author="Aigerim")),
    Fault("a path is told", {"wrong-metadata"}, lambda s: informed(s, Creator="/home/aigerim/leaflet")),
    Fault(
        "the hour is told", {"wrong-metadata"}, lambda s: informed(s, CreationDate="D:20261125134500+05'00'")
    ),
    Fault("it is dated another day throughout", {"altered-file"}, dated_otherwise),
    Fault("the title is another", {"wrong-metadata"}, lambda s: informed(s, Title="Untitled")),
    Fault("the edition is another in the metadata stream", {"wrong-metadata"}, another_packet),
    Fault("the language is another", {"wrong-metadata"}, lambda s: s.with_catalog("/Lang", text("en"))),
    Fault("the subject is another", {"wrong-metadata"}, lambda s: informed(s, Subject="+7 700 000 0000")),
    Fault("the producer is another", {"wrong-metadata"}, lambda s: informed(s, Producer="Aigerim")),
    Fault("the creator is another", {"wrong-metadata"}, lambda s: informed(s, Creator="+7 700 000 0000")),
    Fault("the date is another", {"wrong-metadata"}, lambda s: informed(s, CreationDate="D:19991231000000Z")),
    Fault("there is no metadata stream", {"wrong-metadata"}, without_packet),
    Fault("black letters knock out their ground", {"wrong-press"}, for_press(knocked_out)),
    Fault("the print shop's file has no profile", {"wrong-standard"}, for_press(without_profile)),
    Fault("its profile has one bit wrong", {"wrong-standard"}, for_press(with_other_profile)),
    Fault(
        "it is of another version of PDF",
        {"wrong-standard"},
        for_press(lambda s: s.pdf.replace(b"%PDF-1.6", b"%PDF-1.5")),
    ),
]
