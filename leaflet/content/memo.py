"""The numbers of the facts beside what their sources print: the memo's rows, and the hotlines' own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.model import Content, Hotline, Organization, Text
from leaflet.diagnostics import Finding, Place, Severity, has_errors

_DIGITS = re.compile(r"[0-9]+")


def unlike_source(content: Content) -> Iterator[Finding]:
    """Numbers and addresses that are not as their sources print them, or that are another's."""
    yield from missing_rows(content)
    yield from unlike_memo(content.organizations)
    yield from unlike_services(content.hotlines, [entry.number.text for entry in content.short_numbers])


def missing_rows(content: Content) -> Iterator[Finding]:
    """Rows between the first and the last one that no organisation has: somebody may have been lost."""
    place = Place(str(content.directory / "organizations.yaml"))
    if has_errors(finding for finding in content.findings if finding.place.file == place.file):
        return  # Who is left out because of an error has the row.
    rows = sorted(int(entry.row.text) for entry in content.organizations if entry.row)
    lacking = sorted({*range(1, rows[-1] if rows else 1)} - {*rows})
    if lacking:
        what = "rows of the memo are of no organisation"
        measure = f"expected 1 to {rows[-1]}, found no {', '.join(map(str, lacking))}"
        remedy = "enter who stands in the memo there, unless they help no longer"
        yield Finding(place, "missing-row", what, measure, remedy, Severity.WARNING)


def unlike_memo(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Contacts that are not as the memo prints them: a slip of the keyboard, if nobody has rung since.

    A number may be followed by others on paper, never preceded. One that stands in another organisation's row
    is wrong, whoever has rung.
    """
    entries = [entry for entry in organizations if entry.printed is not None]
    printed = {entry.id: _bare(entry.printed) for entry in entries}
    runs = {id: _DIGITS.findall(row) for id, row in printed.items()}
    for entry in entries:
        numbers = [*entry.phones, *entry.faxes, *entry.short_numbers]
        unlike = [number for number in numbers if not _stands(number, runs[entry.id])]
        unlike += [email for email in entry.emails if email.text.casefold() not in printed[entry.id]]
        for contact in unlike:
            owner = next((id for id in runs if id != entry.id and _stands(contact, runs[id])), None)
            if owner is not None:
                what = f"{quoted(contact.text)} is the number of another organisation"
                measure = f'the memo prints it in the row of "{owner}"'
                remedy = "compare both entries with their rows, digit by digit"
                yield Finding(contact.place, "not-in-memo", what, measure, remedy)
            else:
                yield _unlike(contact, entry)


def _bare(printed: Text | None) -> str:
    return "".join(printed.text.split()).casefold() if printed else ""


def _stands(contact: Text, runs: Collection[str]) -> bool:
    digits = contact.text.removeprefix("+")
    return digits.isdecimal() and any(run.startswith(digits) for run in runs)


def _unlike(contact: Text, entry: Organization) -> Finding:
    line = entry.printed.place.line if entry.printed else 0
    what, measure = (
        f"{quoted(contact.text)} is not what the memo prints",
        f"the memo's row stands in line {line}",
    )
    if entry.checked_on is None:
        remedy = "compare the two; if the contact has changed, ring it and set checked_on to the day"
        return Finding(contact.place, "not-in-memo", what, measure, remedy)
    measure += f"; somebody is said to have rung on {entry.checked_on}"
    remedy = "make sure that the person who rang has rung this number"
    return Finding(contact.place, "not-in-memo", what, measure, remedy, Severity.WARNING)


def unlike_services(hotlines: Iterable[Hotline], short_numbers: Collection[str]) -> Iterator[Finding]:
    """Hotlines whose number is not the one that their source prints, or that of another service."""
    for hotline in hotlines:
        number, printed = hotline.number, hotline.printed
        if printed is not None and number.text not in _DIGITS.findall(printed.text):
            what = f"{number} is not the number that the source of this hotline prints"
            measure = f"found {quoted(printed.text)} in line {printed.place.line}"
            remedy = "compare the two; who is in danger rings this number"
            yield Finding(number.place, "wrong-hotline", what, measure, remedy)
        elif number.text in short_numbers:
            what = f"{number} is a number of another service"
            measure, remedy = "it stands in short_numbers.yaml", "compare it with its source"
            yield Finding(number.place, "wrong-hotline", what, measure, remedy)
