"""The contacts of organisations beside the memo's rows that they come from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.model import Organization, Text
from leaflet.diagnostics import Finding

_DIGITS = re.compile(r"[0-9]+")


def unlike_memo(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Contacts that are not as the memo prints them, and that nobody has rung since: a slip of the keyboard.

    A number may be followed by others on paper, never preceded.
    """
    for organization in organizations:
        if organization.printed is None or organization.checked_on is not None:
            continue
        printed = "".join(organization.printed.text.split()).casefold()
        runs = _DIGITS.findall(printed)
        for number in (*organization.phones, *organization.faxes, *organization.short_numbers):
            digits = number.text.removeprefix("+")
            if not any(run.startswith(digits) for run in runs):
                yield _finding(number, organization.printed)
        for email in organization.emails:
            if email.text.casefold() not in printed:
                yield _finding(email, organization.printed)


def _finding(contact: Text, printed: Text) -> Finding:
    what = f"{quoted(contact.text)} is not what the memo prints"
    measure = f"the memo's row stands in line {printed.place.line}"
    remedy = "compare the two; if the contact has changed, ring it and set checked_on to the day"
    return Finding(contact.place, "not-in-memo", what, measure, remedy)
