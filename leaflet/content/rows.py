"""A row of the memo, as it is printed, into the numbers and addresses that stand in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leaflet.content.plain import plain

_NUMBER_OF_ROW = re.compile(r"\s*([0-9]+)\s")
# "тел." opens the contacts of a row; before it may stand figures of a name.
_CONTACTS = re.compile(r"тел\.?:?", re.IGNORECASE)
_FAX = "факс"
_DIGITS = re.compile(r"[0-9]+")
# Of a telephone number of Kazakhstan with the code of the country.
_LENGTH = 11


@dataclass(frozen=True, slots=True)
class Row:
    """What a row prints: runs of digits without white space, and e-mail addresses in small letters.

    A run may have more digits than a telephone number: the memo has strays.
    """

    number: str
    phones: tuple[str, ...]
    faxes: tuple[str, ...]
    emails: tuple[str, ...]

    @property
    def runs(self) -> tuple[str, ...]:
        return (*self.phones, *self.faxes)


def parse(printed: str) -> Row:
    """A row as the memo prints it."""
    number = _NUMBER_OF_ROW.match(printed)
    contacts = _CONTACTS.split(printed[number.end() if number else 0 :], maxsplit=1)[-1]
    parts = [part.split() for part in re.split(r"[,;]", contacts)]
    emails = [
        word.rpartition(":")[2].rstrip(".").casefold() for part in parts for word in part if "@" in word
    ]
    runs = [("".join(word for word in part if "@" not in word).casefold()) for part in parts]
    phones = [run for part in runs if _FAX not in part for run in digits(part)]
    faxes = [run for part in runs if _FAX in part for run in digits(part)]
    return Row(number[1] if number else "", tuple(phones), tuple(faxes), tuple(emails))


def folded(text: str) -> str:
    """A text without white space, marks of emphasis and case: so print is held against what is written."""
    return "".join(plain(text).split()).casefold()


def spaced(text: str) -> str:
    """A text without marks of emphasis and case, and with one space for all white space between words."""
    return " ".join(plain(text).split()).casefold()


def digits(text: str) -> list[str]:
    """The runs of digits in a text."""
    return _DIGITS.findall(text)


def as_dialled(run: str) -> str:
    """A run of digits as it is dialled from anywhere, without strays behind it; anything else as it is."""
    return f"+{run[:_LENGTH]}" if len(run) >= _LENGTH and run.isdecimal() else run


def tried(contact: str) -> str:
    """What somebody does to find out whether a contact is answered."""
    return "write to it" if "@" in contact else "ring it"


def prints(runs: tuple[str, ...], contact: str) -> bool:
    """Whether one of the runs is a number, or a whole telephone number with strays behind it."""
    number = contact.removeprefix("+")
    heads = [run[:_LENGTH] if len(number) == _LENGTH else run for run in runs]
    return bool(_DIGITS.fullmatch(number)) and number in heads
