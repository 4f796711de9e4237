"""Our own reader of codes, held against the library that encodes and the one that scans."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import qrcode
from faults import Subject
from hypothesis import given
from hypothesis import strategies as st

import leaflet
from leaflet.preflight.checks.codes import as_numbers
from leaflet.preflight.symbol import SIZE, free, payload
from leaflet.qr import MASK, encode

PHONE = "tel:+77273764037"


def encoded(data: bytes | str, level: int = qrcode.ERROR_CORRECT_Q, mask: int = MASK) -> tuple[int, ...]:
    """The modules of a code of version 2 as the library makes it."""
    code = qrcode.QRCode(version=2, error_correction=level, border=0, mask_pattern=mask)
    code.add_data(data, optimize=0)
    code.make(fit=False)
    return as_numbers(tuple(tuple(map(bool, row)) for row in code.modules))


@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=16))
def test_what_was_encoded_is_read(number: str) -> None:
    assert payload(as_numbers(encode(f"tel:{number}"))) == f"tel:{number}"


def test_a_module_of_the_data_that_is_wrong_gives_another_text_or_none() -> None:
    rows = as_numbers(encode(PHONE))
    for row, column in [*free()][: 22 * 8]:
        other = tuple(bits ^ (1 << column if row == at else 0) for at, bits in enumerate(rows))
        assert payload(other) != PHONE


def test_a_code_of_another_kind_is_none_of_ours() -> None:
    others = [
        encoded(PHONE.encode(), level=qrcode.ERROR_CORRECT_M),
        encoded(PHONE.encode(), mask=2),
        encoded("77273764037"),
        encoded("тел".encode()),
        (0,) * SIZE,
        as_numbers(encode(PHONE))[:-1],
    ]
    assert [payload(rows) for rows in others] == [None] * len(others)


def test_words_behind_the_number_are_not_passed_over() -> None:
    code = qrcode.QRCode(version=2, error_correction=qrcode.ERROR_CORRECT_Q, border=0, mask_pattern=MASK)
    code.add_data(b"tel:102", optimize=0)
    code.add_data(b"0", optimize=0)
    code.make(fit=False)
    assert payload(as_numbers(tuple(tuple(map(bool, row)) for row in code.modules))) is None


@pytest.fixture
def _encoding_goes_wrong(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the library encode another number than it was given."""
    add = qrcode.QRCode.add_data

    def add_other(code: qrcode.QRCode, data: bytes, optimize: int = 20) -> None:
        add(code, data[:-1] + b"0", optimize)

    monkeypatch.setattr(qrcode.QRCode, "add_data", add_other)
    encode.cache_clear()
    yield
    encode.cache_clear()


@pytest.mark.usefixtures("_encoding_goes_wrong")
def test_a_fault_of_the_library_that_encodes_is_found(subject: Subject) -> None:
    layout = leaflet.lay_out(subject.layout.document, leaflet.PRODUCTS["trifold"], subject.typeface)
    report = leaflet.inspect(subject.rendered(layout), layout, typeface=subject.typeface)
    assert {finding.code for finding in report.findings} == {"wrong-code"}
