import pytest
import zxingcpp
from PIL import Image

from leaflet.content import Content
from leaflet.qr import MODULES, encode

PHONE = "tel:+77273764037"


def drawn(rows: tuple[tuple[bool, ...], ...], module: int = 4, quiet: int = 4) -> Image.Image:
    """The code as pixels, with its quiet zone."""
    size = len(rows) + 2 * quiet
    image = Image.new("L", (size, size), 255)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.putpixel((x + quiet, y + quiet), 0)
    return image.resize((size * module, size * module), Image.Resampling.NEAREST)


def read(image: Image.Image) -> zxingcpp.Barcode:
    (found,) = zxingcpp.read_barcodes(image)
    return found


@pytest.mark.parametrize("payload", [PHONE, "tel:112", "tel:102", "!", "~" * 20])
def test_a_code_has_25_modules_and_reads_back(payload: str) -> None:
    rows = encode(payload)
    assert MODULES == len(rows) == 25
    assert {len(row) for row in rows} == {25}
    assert {type(module) for row in rows for module in row} == {bool}
    assert read(drawn(rows)).text == payload


def test_a_code_is_version_2_of_level_q() -> None:
    found = read(drawn(encode(PHONE)))
    assert found.format == zxingcpp.BarcodeFormat.QRCode
    assert found.ec_level == "Q"
    assert "'Version': '2'" in str(found.extra)
    assert found.orientation == 0


def test_the_finder_patterns_stand_in_three_corners() -> None:
    rows = encode(PHONE)
    for top, left in ((0, 0), (0, 18), (18, 0)):
        ring = [rows[top + y][left + x] for y in range(7) for x in range(7) if {x, y} & {0, 6}]
        core = [rows[top + y][left + x] for y in range(2, 5) for x in range(2, 5)]
        assert all(ring + core)
        assert not any(rows[top + 1][left + 1 : left + 6])
    assert not all(rows[24][18:])


def test_every_number_of_the_content_reads_back(content: Content) -> None:
    numbers = [entry.phones[0].text for entry in content.organizations]
    numbers += [entry.number.text for entry in content.hotlines]
    for number in numbers:
        found = read(drawn(encode(f"tel:{number}")))
        assert found.text == f"tel:{number}"
        assert found.ec_level == "Q"


def test_the_scheme_stays_in_lower_case() -> None:
    # Some cameras do not offer to dial "TEL:", though capitals would make a smaller code.
    assert read(drawn(encode(PHONE))).text.startswith("tel:")
    assert encode(PHONE) != encode(PHONE.upper())


def test_a_code_survives_a_stain() -> None:
    image = drawn(encode(PHONE))
    image.paste(255, (4 * 17, 4 * 17, 4 * 21, 4 * 21))
    assert read(image).text == PHONE


@pytest.mark.parametrize("length", [20, 21])
def test_twenty_bytes_fit_and_no_more(length: int) -> None:
    if length == 20:
        assert read(drawn(encode("a" * length))).text == "a" * length
    else:
        with pytest.raises(ValueError, match="at most 20 bytes, found 21"):
            encode("a" * length)


@pytest.mark.parametrize(
    "payload",
    [
        "",
        " ",
        "tel: 112",
        "tel:112\n",
        "\x00",
        "tel:\x1b112",
        "\x7f",
        "tel:１１２",
        "тел:112",
        "tel:112\u00a0",
        "\ud800",
    ],
)
def test_what_is_not_printable_ascii_is_refused(payload: str) -> None:
    with pytest.raises(ValueError, match="printable ASCII"):
        encode(payload)
