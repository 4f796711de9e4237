"""Numbered objects as a file, packed and plain."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

from leaflet.assembly import PACKING, Body, assemble, stream

CATALOG, INFO = 1, 5
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 20]/Contents 4 0 R>>"
BODIES = [
    Body(b"<</Type/Catalog/Pages 2 0 R>>"),
    Body(b"<</Type/Pages/Count 1/Kids[3 0 R]>>"),
    Body(PAGE),
    stream(b"", b"0 0 10 20 re f\n" * 40),
    Body(b"<</Title(One page)>>"),
]
of_both = pytest.mark.parametrize("version", [(1, 4), PACKING], ids=["plain", "packed"])


@of_both
def test_a_file_has_every_object_in_its_place(version: tuple[int, int]) -> None:
    data = assemble(BODIES, CATALOG, INFO, version)
    assert data.startswith(b"%%PDF-%d.%d\n" % version)
    reader = PdfReader(BytesIO(data), strict=True)
    assert reader.metadata is not None
    assert reader.metadata.title == "One page"
    (page,) = reader.pages
    assert page.mediabox[2:] == [10, 20]
    contents = page.get_contents()
    assert contents is not None
    assert contents.get_data() == b"0 0 10 20 re f\n" * 40


@of_both
def test_the_identifier_is_that_of_all_objects(version: tuple[int, int]) -> None:
    def identifier(bodies: list[Body]) -> bytes:
        reader = PdfReader(BytesIO(assemble(bodies, CATALOG, INFO, version)))
        first, second = (part.original_bytes for part in reader.trailer["/ID"])
        assert first == second
        assert len(first) == 16
        return first

    found = {identifier(BODIES)}
    for index, body in enumerate(BODIES):
        changed = Body(body.data.replace(b"0", b"00", 1) + b"%", body.stream)
        found.add(identifier([*BODIES[:index], changed, *BODIES[index + 1 :]]))
    assert len(found) == len(BODIES) + 1


def test_objects_are_packed_where_the_version_knows_how() -> None:
    plain, packed = (assemble(BODIES, CATALOG, INFO, version) for version in ((1, 4), PACKING))
    assert PAGE in plain
    assert b"\nxref\n" in plain
    assert PAGE not in packed
    assert b"\nxref\n" not in packed


def test_a_stream_ends_on_a_line_of_its_own() -> None:
    assert stream(b"/N 1", b"x").data.endswith(b"\nendstream")
