import pytest

from leaflet.phones import display


@pytest.mark.parametrize(
    ("e164", "printed"),
    [
        ("+77273764037", "+7 727 376 4037"),
        ("+77292545168", "+7 7292 54 51 68"),
        ("+77172306073", "+7 7172 30 60 73"),
        ("+77232522942", "+7 7232 52 29 42"),
        ("+77313123456", "+7 7313 12 34 56"),
        ("+77058200933", "+7 705 820 0933"),
        ("+77470000000", "+7 747 000 0000"),
        ("+77776844647", "+7 777 684 4647"),
    ],
)
def test_numbers_are_grouped_as_they_are_said_and_never_break(e164: str, printed: str) -> None:
    assert display(e164) == printed.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    "number",
    [
        "",
        "11616",
        "77273764037",
        "+7727376403",
        "+772737640377",
        "+7 7273764037",
        "+79273764037\n",
        "+７7273764037",
    ],
)
def test_anything_but_seven_and_ten_digits_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="expected"):
        display(number)
