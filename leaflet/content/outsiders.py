"""Numbers and organisations outside the memo, held against nothing else: what is in doubt there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflet.content.encoding import listed, quoted
from leaflet.content.model import Organization, Text
from leaflet.content.standins import says_nothing
from leaflet.content.typed import SERVICES
from leaflet.diagnostics import Finding, Severity

# As examples end: nobody is given such a number.
_PLACEHOLDER = re.compile(r"0{6}$|(\d)\1{6}$|1234567$|7654321$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(rf"(?<!\d)(\d\d?) ({'|'.join(_MONTHS)})[a-z]* (\d{{4}})(?!\d)", re.IGNORECASE)
# And no more than when, and where in it.
_THE_MEMO = re.compile(
    r"\W*(?:(?:the|official|printed|ресми|официальная) )*(?:memo|ескертпе|памятка)"
    rf"(?:\W+(?:as of|of|in|from|row|page|(?:{'|'.join(_MONTHS)})[a-z]*|\d+))*\W*",
    re.IGNORECASE,
)
_FIRST_YEAR = "1991"
"""Of the country."""
_FEWEST_WORDS = 3


def check_outsiders(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Numbers that are examples or of a service, and sources that say too little to ask anybody."""
    for entry in organizations:
        rung = {contact.text for contact in entry.rung}
        for number in (*entry.phones, *entry.faxes):
            # What stands in the memo's row is held against that.
            is_new = entry.source is not None or number.text in rung
            if is_new and _PLACEHOLDER.search(number.text):
                what = f"{quoted(number.text)} is an example of a number, and not one that somebody has"
                remedy = "write the number that was rung; if it is this one, it needs its row of the memo"
                yield Finding(number.place, "placeholder-number", what, remedy=remedy)
        for number in entry.short_numbers:
            if entry.source is not None and number.text in SERVICES:
                what = f'{number} is the number of an emergency service, and not of "{entry.id}"'
                remedy = "leave it out: the numbers of the services stand in hotlines.yaml"
                yield Finding(number.place, "wrong-service", what, "", remedy, Severity.WARNING)
        if entry.source is not None:
            yield from thin(entry.id, entry.source, entry.checked_on, Severity.WARNING)


def thin(id: str, source: Text, rung_on: Text | None, severity: Severity) -> Iterator[Finding]:
    """That a source of what the memo does not print says too little to ask anybody, or is the memo itself."""
    remedy = 'write what somebody can ask for, as "letter of the organisation, 12 November 2026"'
    is_the_memo = bool(_THE_MEMO.fullmatch(source.text))
    if is_the_memo or says_nothing(source):
        what = f'the source of "{id}" ' + ("is the memo, which does not say so" if is_the_memo else "is none")
        yield Finding(source.place, "thin-source", what, f"found {quoted(source.text)}", remedy, severity)
        return
    lacking = [] if _YEAR.search(source.text) else ["its day"]
    lacking += ["who says so"] if len(source.text.split()) < _FEWEST_WORDS else []
    if source.text and lacking:
        what = f'the source of "{id}" lacks {listed(lacking)}'
        measure = f"found {quoted(source.text)}"
        yield Finding(source.place, "thin-source", what, measure, remedy, severity)
    elif rung_on and (wrong := _impossible(source.text, rung_on.text)):
        what = f'the source of "{id}" has a day that cannot be its own'
        measure = f"found {quoted(wrong)}, and somebody rang on {rung_on}"
        remedy = "compare it with the source: it is of the day of the call or earlier, and of 1991 or later"
        yield Finding(source.place, "thin-source", what, measure, remedy, severity)


def _impossible(source: str, rung_on: str) -> str:
    """A day in a source that is later than the call, or its first year if none of its years can be its own.

    Four digits may be of a number or a name as well.
    """
    years = [year[0] for year in _YEAR.finditer(source)]
    if not any(_FIRST_YEAR <= year <= rung_on[:4] for year in years):
        return years[0]
    for day in _DAY.finditer(source):
        month = _MONTHS.index(day[2].casefold()) + 1
        if f"{day[3]}-{month:02}-{int(day[1]):02}" > rung_on:
            return day[0]
    return ""
