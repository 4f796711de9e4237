"""Numbers to dial that somebody typed into the memo or a label, instead of pointing at the facts."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from leaflet.content.encoding import quoted
from leaflet.content.model import Hotline, Organization, ShortNumber, Text
from leaflet.content.numbers import check_dialled
from leaflet.content.plain import bare
from leaflet.diagnostics import Finding, Severity

# A time, or figures with what people set between the groups of a number to dial.
_RUN = re.compile(r"\d\d?:\d\d|\+?\d(?:[\s().‐‑–—−+/·-]{0,3}\d)*")
_SPACES = re.compile(r"[+\s]")
_DIGITS = re.compile(r"\d+")
# Short numbers of Kazakhstan begin with 1; 19 and two digits are rather a year. Six digits are a telephone.
_DIALLED = re.compile(r"1(?!9\d\d$)\d{2,4}|\d{6,}")
_FEWEST_DIALLED = 3
_NATIONAL_DIGITS = 10
# The services as they are called elsewhere and were called before: nobody answers them for us.
_SERVICES = frozenset(("01", "02", "03", "04", "101", "102", "103", "104", "112", "911"))
_YEAR = r"(?:19|20)\d\d"
_NO_NUMBER = re.compile(
    rf"{_YEAR}(?:\s?[-‐‑–—/]\s?{_YEAR})?"  # Years,
    rf"|\d\d?[./-]\d\d?[./-]{_YEAR}|{_YEAR}-\d\d-\d\d|\d\d?:\d\d"  # days and times,
    r"|\d{1,2}[./]\d{1,2}|24\s?[/-]\s?7"  # decimals, and what is a claim,
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3}){0,2}[ \u00a0\u202f]000"  # round sums.
)
_RANGE = re.compile(r"([1-9]\d{0,2})\s?[-‐‑–—]\s?([1-9]\d{0,2})")
# A sum, with what it is of.
_SUM = re.compile(r"\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+")
_CURRENCY = re.compile(r"[ \u00a0]?(?:тг|тенге|теңге|tenge|kzt|₸|\$|€|руб|сом)", re.IGNORECASE)
_LONGEST_CURRENCY = 8


def numbers_to_dial(
    hotlines: Iterable[Hotline],
    organizations: Iterable[Organization],
    short_numbers: Iterable[ShortNumber] = (),
) -> dict[str, str]:
    """Every number that a reader may dial, from within the country, and what to write instead of it."""
    leave = "leave it out; a number to call belongs into hotlines.yaml"
    known = dict.fromkeys((*_SERVICES, *(entry.number.text for entry in short_numbers)), leave)
    for entry in organizations:
        for number in (*entry.phones, *entry.faxes, *entry.short_numbers):
            national = number.text[-_NATIONAL_DIGITS:]
            instead = f'leave it to the entry of "{entry.id}" in organizations.yaml'
            for prefix in ("", "7", "8") if len(national) == _NATIONAL_DIGITS else ("",):
                known[prefix + national] = instead
    return known | {hotline.number.text: f"write {{{hotline.id}}}" for hotline in hotlines}


def check_typed(texts: Iterable[Text], known: Mapping[str, str]) -> Iterator[Finding]:
    """Warnings about numbers in running text that a reader may dial: they belong into the facts."""
    for text in texts:
        for digits, found in _dialled(bare(text.text), known).items():
            what, remedy = f"{quoted(found)} stands in the text as digits", known.get(digits)
            if remedy is None:
                what = f"{quoted(found)} is no number of a hotline or an organisation"
                remedy = "compare it with its source; a number to call belongs into hotlines.yaml"
            yield Finding(text.place, "number-in-text", what, remedy=remedy, severity=Severity.WARNING)


def check_labels(texts: Iterable[Text]) -> Iterator[Finding]:
    """Warnings about digits in labels, which need none: those of hotlines and pages are filled in."""
    for text in texts:
        found = _DIGITS.search(bare(text.text))
        if found and not any(check_dialled([text])):
            what, remedy = f"the figure {quoted(found[0])} stands in a label", "leave it out"
            yield Finding(text.place, "number-in-text", what, remedy=remedy, severity=Severity.WARNING)


def _dialled(text: str, known: Mapping[str, str]) -> dict[str, str]:
    """The numbers to dial in a text, in digits alone and as they stand there."""
    found: dict[str, str] = {}
    for run in _RUN.finditer(text):
        digits = "".join(str(int(char)) for char in run[0] if char.isdecimal())
        behind = text[run.end() : run.end() + _LONGEST_CURRENCY]
        is_sum = _SUM.fullmatch(run[0]) and _CURRENCY.match(behind)
        if not is_sum and _is_dialled(run[0], digits, known):
            found.setdefault(digits, run[0])
    return found


def _is_dialled(run: str, digits: str, known: Container[str]) -> bool:
    if _NO_NUMBER.fullmatch(run):
        return False
    if digits in known or re.match("0[0-9]", run):
        return True
    if _SPACES.sub("", run) == digits:
        return bool(_DIALLED.fullmatch(digits))
    span = _RANGE.fullmatch(run)
    is_range = span is not None and int(span[1]) < int(span[2])
    return len(digits) >= _FEWEST_DIALLED and not is_range
