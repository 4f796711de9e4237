"""The day on which a contact was last checked, held against a day of today."""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.diagnostics import Finding, Severity

WARN_AFTER, REFUSE_AFTER = 180, 365
"""Days. Chosen for a leaflet that is printed twice a year."""
ASK_SERVICE = "ask the service in writing or at its office number, never on the line itself"
"""How an emergency line is checked: a call to test it may hold up somebody's who is in danger."""
# Files have no earlier dates; nobody has read or rung anything before.
_EARLIEST = datetime.date(2000, 1, 1)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DASHES = re.compile("[‐‑‒–—−]")


def day(text: Text) -> datetime.date | None:
    """The day of the calendar that is written YYYY-MM-DD, or None if it is none."""
    if not _DATE.fullmatch(text.text):  # fromisoformat alone would take 20260109 and week dates, too.
        return None
    try:
        found = datetime.date.fromisoformat(text.text)
    except ValueError:
        return None
    return found if found >= _EARLIEST else None


def mended_day(text: Text) -> str:
    """What to do about a text that is no day, or one before anybody has rung."""
    hyphened = replace(text, text=_DASHES.sub("-", text.text))
    if day(hyphened):
        return f'write "{hyphened}", with the hyphens of the keyboard: these are dashes'
    if letters := "".join(filter(str.isalpha, text.text)):
        return f"{quoted(letters)} is no digit: write it as YYYY-MM-DD, in digits and hyphens alone"
    if not _DATE.fullmatch(hyphened.text):
        return "write it as YYYY-MM-DD"
    if hyphened.text < str(_EARLIEST):
        return "write the day on which somebody rang or read: nobody did before 2000"
    return "look it up: the calendar has no such day; the year comes first, then the month, then the day"


def days_since(checked_on: Text, as_of: datetime.date) -> int:
    """How many days lie between the check and ``as_of``; below 0 where the check is still to come."""
    return (as_of - datetime.date.fromisoformat(checked_on.text)).days


def ahead(checked_on: Text, name: str, as_of: datetime.date) -> Finding | None:
    """The error about a check of the contact ``name`` that is still to come: a leaflet would print it."""
    if days_since(checked_on, as_of) >= 0:
        return None
    what = f'the check of "{name}" lies in the future'
    measure = f"expected {as_of} or earlier, found {checked_on}"
    remedy = "write the day on which a person rang the number, or set the clock of this computer"
    return Finding(checked_on.place, "future-check", what, measure, remedy)


def age(
    checked_on: Text, name: str, as_of: datetime.date, *, release: bool, is_for_danger: bool = False
) -> Finding | None:
    """The finding about the last check of the contact ``name``, if it lies too far back or ahead.

    Only a release is stopped by an old check; a check in the future is always a slip of the pen.
    """
    days = days_since(checked_on, as_of)
    if days <= WARN_AFTER:
        return ahead(checked_on, name, as_of)
    how = ASK_SERVICE if is_for_danger else "ring every number of it again"
    limit = REFUSE_AFTER if release and days > REFUSE_AFTER else WARN_AFTER
    return Finding(
        checked_on.place,
        "outdated-check",
        f'the contact of "{name}" was checked too long ago',
        f"expected at most {limit} days before {as_of}, found {days}",
        f"for whoever rings the contacts: {how}, then set checked_on to that day",
        Severity.ERROR if limit == REFUSE_AFTER else Severity.WARNING,
    )
