"""Preflight of files that nobody meant to be read: whatever the bytes are, it ends soon, in findings."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from random import Random
from types import FrameType, ModuleType

import pytest
from faults import Subject
from faults.damage import assembled
from faults.skeletons import in_table, parametrized, repacked, unchanged
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ByteStringObject, NameObject

import leaflet
from leaflet.choices import Depth
from leaflet.preflight import Report, by_pdfium, by_pypdf, by_zxing
from leaflet.preflight.by_pdfium import characters, pictures
from leaflet.preflight.evidence import Evidence
from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError


def inspected(pdf: bytes, subject: Subject) -> Report:
    """The whole of the inspection."""
    return leaflet.inspect(pdf, subject.layout, "x.pdf", Depth.FULL, subject.typeface)


# Flipped bits.

FLIPS = 48


def test_a_bit_that_flips_unseen_changes_nothing_that_anybody_sees(subject: Subject) -> None:
    """What is packed is guarded by the sums of its packing, so most bits are taken from what is not."""
    random = Random(20261126)
    packed = [match.span(1) for match in re.finditer(rb"stream\n(x.*?)\nendstream", subject.pdf, re.DOTALL)]
    inside = {place for start, end in packed for place in range(start, end)}
    bare = [place for place in range(len(b"%PDF-1.7"), len(subject.pdf)) if place not in inside]
    places = random.sample(bare, FLIPS * 3 // 4) + random.sample(sorted(inside), FLIPS // 4)
    unseen = []
    for place in places:
        flipped = bytearray(subject.pdf)
        flipped[place] ^= 1 << random.randrange(8)
        if leaflet.inspect(bytes(flipped), subject.layout, typeface=subject.typeface).ok:
            unseen.append(bytes(flipped))
    assert len(unseen) < FLIPS / 4
    good = seen(subject.pdf)
    assert [pdf for pdf in unseen if seen(pdf) != good] == []


def seen(pdf: bytes) -> tuple[object, ...]:
    """What programs show of a file: its pages, their text, and what it says of itself."""
    reader = PdfReader(BytesIO(pdf))
    packet = reader.trailer["/Root"]["/Metadata"].get_object().get_data()
    pixels = [picture.image.tobytes() for picture in pictures(pdf, 36)]
    return pixels, characters(pdf), len(reader.pages), reader.metadata, packet


# Hostile files.

MOST_CALLS = 200_000
"""Calls of functions while a hostile file is read: a good leaflet takes some 70,000."""


@contextmanager
def counted_calls() -> Iterator[Counter[str]]:
    """Counts the calls of functions, which do not depend on the machine as time does."""
    calls: Counter[str] = Counter()

    def count(_: FrameType, event: str, __: object) -> None:
        calls[event] += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        yield calls
    finally:
        sys.setprofile(before)


@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    places=st.lists(st.floats(0, 0.999), min_size=1, max_size=4),
    what=st.sampled_from([b"\0", b"9", b"(", b">>", b"[", b"/", b"-1 ", b"999999999999 0 R", b"\xff" * 40]),
    grows=st.booleans(),
)
def test_whatever_bytes_are_changed_there_are_findings_and_no_traceback(
    places: list[float], what: bytes, grows: bool, subject: Subject
) -> None:
    changed = bytearray(subject.inflated)
    for place in places:
        at = int(place * len(changed))
        changed[at : at if grows else at + len(what)] = what
    pdf = bytes(changed)
    assume(pdf != subject.inflated)
    # The affordable part does not look into a profile; the full part holds all against a fresh build.
    affordable = leaflet.inspect(pdf, subject.layout, typeface=subject.typeface)
    assert not affordable.ok or not inspected(pdf, subject).ok


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 50_000,
        b"<<" * 50_000,
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] >>",
        b"<< /Type /Pages /Kids [3 0 R] >>",
        b"2 0 R",
        b"(" * 50_000,
        b"<< /Type /Pages /Kids [" + b"<< /Type /Page >> " * 5000 + b"] >>",
    ],
    ids=[
        "arrays",
        "dictionaries",
        "pages in themselves",
        "nothing",
        "itself",
        "brackets",
        "thousands of pages",
    ],
)
def test_a_file_that_goes_in_circles_ends_in_a_finding(body: bytes, subject: Subject) -> None:
    pdf = assembled([b"<< /Type /Catalog /Pages 2 0 R >>", body])
    with counted_calls() as calls:
        report = leaflet.inspect(pdf, subject.layout, typeface=subject.typeface)
    assert calls.total() < MOST_CALLS
    assert not report.ok


ODD = [b"/Up", b"[12]", b"null", b"1 0 R", b"true", b"(12)", b"12.0", b"<<>>", b"-1"]
"""What may stand where a whole number is wanted."""


@pytest.mark.parametrize("value", ODD, ids=repr)
def test_what_is_no_number_in_a_table_is_a_finding(value: bytes, subject: Subject) -> None:
    spoiled = [
        parametrized(b"<</Predictor %s/Columns 7>>" % value),
        parametrized(b"<</Predictor 12/Columns %s>>" % value),
        parametrized(value),
        in_table(rb"/Size \d+", b"/Size " + value),
        in_table(rb"/Size", b"/Index[0 %s]/Size" % value),
        in_table(rb"/W\[1 4 2\]", b"/W[1 4 %s]" % value),
        in_table(rb"/ID\[.*?\]", b"/ID " + value),
        in_table(rb"/Filter/FlateDecode", b"/Filter " + value),
        in_table(rb"/Length \d+", b"/Length " + value),
    ]
    for spoil in spoiled:
        report = leaflet.inspect(spoil(subject), subject.layout, typeface=subject.typeface)
        assert {finding.code for finding in report.findings} == {"unreadable-pdf"}


@pytest.mark.parametrize("value", ODD, ids=repr)
@pytest.mark.parametrize("key", ["N", "First"])
def test_what_is_no_number_in_a_stream_of_objects_is_a_finding(
    key: str, value: bytes, subject: Subject
) -> None:
    start = subject.pdf.index(b"/Type/ObjStm")
    spoilt = re.sub(
        rb"/%s \d+" % key.encode(), b"/%s %s" % (key.encode(), value), subject.pdf[start:], count=1
    )
    report = leaflet.inspect(subject.pdf[:start] + spoilt, subject.layout, typeface=subject.typeface)
    assert {finding.code for finding in report.findings} == {"unreadable-pdf"}


@pytest.mark.parametrize(
    "words",
    [b"\n% Call Aibek +7 701 000 00 00", b" Aibek", b"\0", b"\x8f\x02\xff", b" 87010000000"],
    ids=repr,
)
def test_what_stands_behind_a_packed_object_is_a_finding(words: bytes, subject: Subject) -> None:
    pdf = repacked(unchanged, unchanged, words)(subject)
    report = inspected(pdf, subject)
    assert {finding.code for finding in report.findings} == {"unreadable-pdf"}


# Readers that others wrote.

READERS = [
    (by_pypdf, "PdfReader", "text_by_pypdf"),
    (by_pdfium.pypdfium2, "PdfDocument", "characters"),
    (by_pdfium.pypdfium2.PdfDocument, "get_page", "pictures"),
    (by_zxing.zxingcpp, "read_barcodes", "scanned"),
]
ERRORS = [UnicodeDecodeError("utf-16-le", b"\0\xd8", 0, 2, "illegal"), OSError("lost")]


def raising(error: Exception) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise type(error)(*error.args)

    return fail


@pytest.mark.parametrize(("owner", "name", "read"), READERS)
@pytest.mark.parametrize("error", ERRORS, ids=repr)
def test_whatever_another_reader_raises_is_damage_to_the_file(
    owner: object, name: str, read: str, error: Exception, subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, name, raising(error))
    with pytest.raises(DamagedError, match="cannot"):
        getattr(Evidence(subject.pdf, subject.layout, "x.pdf", subject.typeface), read)


@pytest.mark.parametrize(("owner", "name", "read"), READERS)
def test_want_of_memory_is_no_damage_to_the_file(
    owner: object, name: str, read: str, subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, name, raising(MemoryError()))
    with pytest.raises(MemoryError):
        getattr(Evidence(subject.pdf, subject.layout, "x.pdf", subject.typeface), read)


@pytest.mark.parametrize(("owner", "name", "_"), READERS)
def test_what_another_reader_raises_is_a_finding(
    owner: object, name: str, _: str, subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(owner, name, raising(OSError("lost")))
    assert {finding.code for finding in inspected(subject.pdf, subject).findings} == {"unreadable-pdf"}


def test_a_title_that_ends_amid_a_letter_is_a_finding(subject: Subject) -> None:
    def edit(writer: PdfWriter) -> None:
        title = ByteStringObject(b"\xfe\xff\xd8\0\0A")
        writer.root_object["/Outlines"]["/First"][NameObject("/Title")] = title

    report = inspected(subject.edited(edit), subject)
    codes = {finding.code for finding in report.findings}
    assert codes == {"altered-file", "wrong-bearing"}


def test_what_another_reader_logs_does_not_reach_the_console() -> None:
    log = "import logging, leaflet.preflight.by_pypdf as by; logging.getLogger('pypdf.x').warning(by.__doc__)"
    done = subprocess.run([sys.executable, "-c", log], capture_output=True, check=True)
    assert done.stderr == b""


@pytest.mark.parametrize("second", [b"\x00" * 16, bytes(range(200, 216))])
def test_whoever_writes_a_file_anew_gives_it_a_second_identifier(second: bytes, subject: Subject) -> None:
    first = re.search(rb"/ID\[<(\w+)>", subject.pdf)
    assert first
    written = in_table(rb"/ID\[.*?\]", b"/ID[<%s><%s>]" % (first[1], second.hex().encode()))(subject)
    assert leaflet.inspect(written, subject.layout, typeface=subject.typeface).ok


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (by_pdfium, "elements"),
        (by_pdfium, "rect"),
        (by_pdfium, "Picture"),
    ],
)
def test_a_fault_of_our_own_is_no_damage_to_the_file(
    module: ModuleType, name: str, subject: Subject, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(module, name)
    with pytest.raises(NameError, match=name):
        inspected(subject.pdf, subject)


def test_a_file_that_another_program_linearized_is_told_as_that() -> None:
    pdf = assembled([b"<< /Type /Catalog >>", b"<< /Linearized 1 >>"])
    changed = pdf.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")
    with pytest.raises(DamagedError, match="linearized"):
        PdfFile(changed)
    with pytest.raises(DamagedError, match="more than one revision"):
        PdfFile(changed.replace(b"/Linearized", b"/Reordered1"))
