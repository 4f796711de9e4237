"""What the content says beside what its sources print: the memo's rows and words, those of the hotlines."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from leaflet.content.areas import check_areas
from leaflet.content.encoding import listed, quoted
from leaflet.content.entries import Neighbours, doubts_of_rung, lacking, unlike_rung
from leaflet.content.hotlines import misapplied, superfluous, unlike_services
from leaflet.content.model import GROUPS, Content, Language, Organization, Text
from leaflet.content.prints import lost_rows, orphans, uncompared, unlike_compared
from leaflet.content.reviews import unlike_print, unrecorded
from leaflet.content.rows import Row, as_dialled, folded, parse, prints, spaced, tried
from leaflet.diagnostics import Finding, Place, Severity

_MAX_NAMED = 5
# As the memo names it, in the name of a union, a bureau, a branch.
_COUNTRY = "қазақстан"


def unlike_source(content: Content) -> Iterator[Finding]:
    """Numbers, addresses, names and words that are not as their sources print them, or that are another's."""
    missing = list(missing_rows(content))
    yield from missing
    yield from unlike_memo(content.organizations)
    yield from unlike_rung(content.organizations)
    yield from misgrouped(content.organizations)
    yield from not_national(content.organizations)
    yield from check_areas(content.organizations)
    yield from superfluous(content.hotlines)
    yield from unlike_services(content.hotlines, [entry.number.text for entry in content.short_numbers])
    if content.source is not None:
        yield from unsealed(content.source)
        yield from unlike_print(content.source)
        yield from unlike_compared(content, content.source)
        yield from orphans(content, content.source, lost_rows(content) if missing else ())
        yield from misnamed(content.organizations, content.source)
        yield from misapplied(content.hotlines, content.source)


def unsealed(source: Language) -> Iterator[Finding]:
    """The seals that a source lacks which says elsewhere that somebody compared it with the print.

    An error: without them no word and no number is held against anything. A source that nobody has compared
    yet has no day, no seal and no correction; that holds up a release alone.
    """
    origin = source.memo_provenance
    if origin.on or origin.fingerprint or source.compared or source.corrections:
        lacking = [unrecorded(source, "memo")] if origin.fingerprint is None else []
        lacking += [] if source.compared else [uncompared(source)]
        only_dated = origin.on and not (origin.fingerprint or source.compared or source.corrections)
        way_out = "; if nobody has compared it yet, remove on" if only_dated else ""
        for finding in lacking:
            yield replace(finding, remedy=f"{finding.remedy}{way_out}", severity=Severity.ERROR)


def missing_rows(content: Content) -> Iterator[Finding]:
    """Rows of the memo that no organisation has: somebody may have been lost."""
    place = content.place("organizations.yaml")
    if not content.is_sound("organizations.yaml"):
        return  # Who is left out because of an error has the row.
    lacking, last = _lacking_rows(content)
    lost, instead = lost_rows(content), supplanting(content)
    if lacking:
        what = "rows of the memo are of no organisation"
        measure = f"of 1 to {last} there lack {listed(map(str, lacking), _MAX_NAMED)}"
        measure += ", and perhaps more" if last in lacking and not lost else ""
        remedy = "enter who stands in the memo there, unless they help no longer"
        if instead:
            measure += f"; in their place, entered as outside the memo: {listed(instead, _MAX_NAMED)}"
            remedy = "give them row and printed again, for a new number stands under rung; or, if they are "
            remedy += "somebody else, move their entries elsewhere in the file"
        if lost and content.source is not None:
            measure += f"; compared with the print, and gone: {', '.join(lost)}"
            remedy += f": then remove them from compared in {content.source.place}, too"
        elif not instead:
            remedy += ": then there is nothing to do"
        yield Finding(place, "missing-row", what, measure, remedy, Severity.WARNING)


def supplanting(content: Content) -> list[str]:
    """Ids of entries outside the memo that stand in their file where an organisation has lost its row.

    Who takes the row from an organisation, with its record, leaves nothing else to hold its numbers against.
    """
    lacking, _ = _lacking_rows(content)
    rows = [int(entry.row.text) if entry.row else 0 for entry in content.organizations]
    found = []
    for index, entry in enumerate(content.organizations if lacking else ()):
        before, behind = max(rows[:index], default=0), min(filter(None, rows[index:]), default=sys.maxsize)
        if entry.row is None and any(before < row < behind for row in lacking):
            found.append(entry.id)
    return found


def _lacking_rows(content: Content) -> tuple[list[int], int]:
    """The numbers of the memo's rows that no organisation has, and of its last row."""
    rows = {int(entry.row.text): entry for entry in content.organizations if entry.row}
    last = _last_row(rows, lost_rows(content), content.source)
    return sorted({*range(1, last + 1)} - {*rows}), last


def _last_row(rows: Mapping[int, Organization], lost: Collection[str], source: Language | None) -> int:
    """The number of the memo's last row, as far as the rows that are left and the records tell.

    One row stands after one that does not end the second list; as many as are lost whose records follow all
    others.
    """
    end = max(rows, default=0)
    after = _group_after(rows[end], GROUPS[0]) if end else None
    if end and rows[end].group == after == GROUPS[-1]:
        return end
    left = {entry.id for entry in rows.values()}
    recorded = [path.partition(".")[2] for path in source.compared] if source is not None else []
    following = takewhile(lambda id: id not in left, reversed(recorded))
    return end + max(after is not None, len([id for id in following if id in lost]))


def unlike_memo(
    organizations: Iterable[Organization], every: Iterable[Organization] | None = None
) -> Iterator[Finding]:
    """Contacts that are not as the memo prints them, and those that it prints and nobody has entered.

    One that stands in another organisation's row is wrong, whoever has rung. Those of an organisation without
    a row have nothing to be held against but themselves: they stand a second time under ``rung``.
    Without ``every``, whom they are held against, they are all.
    """
    entries = list(organizations)
    every = entries if every is None else list(every)
    rows = {entry.id: parse(entry.printed.text) for entry in every if entry.printed is not None}
    neighbours = Neighbours(every)
    for entry in entries:
        row = rows.get(entry.id)
        if entry.row and entry.printed and row and row.number and row.number != entry.row.text:
            what = f'the row of "{entry.id}" is not the one that stands under printed'
            measure = f"expected {row.number}, found {entry.row}"
            yield Finding(entry.row.place, "not-in-memo", what, measure, "copy the row from the memo anew")
        rung = {contact.text for contact in entry.rung if entry.checked_on}
        new = list(unprinted(entry, row))
        of_rung = (contact for contact in new if contact.text in rung)
        doubts = doubts_of_rung(of_rung, entry, row, neighbours)
        for contact in new:
            if owner := _owner(contact, entry, rows):
                what = f"{quoted(contact.text)} is the number of another organisation"
                measure = f'the memo prints it in the row of "{owner}"'
                remedy = "compare both entries with their rows, digit by digit"
                yield Finding(contact.place, "not-in-memo", what, measure, remedy)
            elif doubt := doubts.get(contact.place):
                yield _doubted(contact, entry, doubt)
            elif row is not None:
                yield _unlike(contact, entry, is_rung=contact.text in rung)
            elif contact.text not in rung:
                yield _written_once(contact, entry)
        if row is not None and entry.printed is not None:
            yield from _lost(entry, row, entry.printed.place)
            yield from _reordered(entry, row)


def unconfirmed(organizations: Iterable[Organization], every: Iterable[Organization]) -> Iterator[Finding]:
    """What is in doubt about contacts until whoever rang records it: lost ones, seeming slips, another order.

    A number of another region, too, but for those that the memo prints.
    """
    entries = list(organizations)
    yield from (finding for finding in unlike_memo(entries, every) if finding.severity is Severity.WARNING)
    rows = ((entry, parse(entry.printed.text) if entry.printed else None) for entry in entries)
    new = [contact.place for entry, row in rows for contact in unprinted(entry, row)]
    yield from (finding for finding in check_areas(entries) if finding.place in new)


def misgrouped(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Entries that stand under the other of the memo's two headings than their row.

    The memo ends a row with ";" and a list with "."; the list about trafficking comes first.
    """
    rows = {int(entry.row.text): entry for entry in organizations if entry.row and entry.printed}
    group: str | None = "trafficking"
    last = 0
    for row, entry in sorted(rows.items()):
        if group != GROUPS[-1] and row != last + 1:
            group = None  # The list may have ended with a row that is missing.
        if group is not None and entry.group != group:
            what = f'"{entry.id}" stands under another heading than in the memo'
            measure = f"expected group {group}, found {entry.group}"
            remedy = "compare the group with the heading over its row of the memo"
            yield Finding(entry.place, "not-in-memo", what, measure, remedy)
        group, last = _group_after(entry, group or entry.group), row


def _group_after(entry: Organization, group: str) -> str | None:
    """The group of the row after that of ``entry``; None where the row does not end as the memo's do."""
    end = entry.printed.text.rstrip()[-1:] if entry.printed else ""
    if group == GROUPS[-1] or end == ".":
        return GROUPS[-1]
    return group if end == ";" else None


def not_national(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Entries that are said to help the whole country, while their row of the memo does not name it."""
    for entry in organizations:
        if entry.national and entry.printed and _COUNTRY not in entry.printed.text.casefold():
            what = f'"{entry.id}" is said to help the whole country, which its row of the memo does not name'
            measure = f"the row stands in {entry.printed.place}"
            remedy = "remove national, or move it to the entry that it belongs to"
            yield Finding(entry.place, "not-in-memo", what, measure, remedy)


def unprinted(entry: Organization, row: Row | None) -> Iterator[Text]:
    """The contacts of an entry that its row does not print as what they are; all, where it has no row."""
    own = row or Row("", (), (), ())
    numbers = (*entry.phones, *entry.short_numbers)
    yield from (number for number in numbers if not prints(own.phones, number.text))
    yield from (fax for fax in entry.faxes if not prints(own.faxes, fax.text))
    yield from (email for email in entry.emails if email.text.casefold() not in own.emails)


def _owner(contact: Text, entry: Organization, rows: Mapping[str, Row]) -> str | None:
    """Whose row prints a contact, if it is not the entry's own."""
    for id, row in rows.items():
        if id != entry.id and (prints(row.runs, contact.text) or contact.text.casefold() in row.emails):
            return id
    return None


def _doubted(contact: Text, entry: Organization, doubt: str) -> Finding:
    what = f'{quoted(contact.text)} of "{entry.id}" is said to have been rung, and is likelier a slip'
    remedy = f"{tried(contact.text)} as it stands here; if they answer, "
    remedy += f"write it once more: answered: [{quoted(contact.text)}]"
    return Finding(contact.place, "not-in-memo", what, doubt, remedy, Severity.WARNING)


def _unlike(contact: Text, entry: Organization, *, is_rung: bool) -> Finding:
    line = entry.printed.place.line if entry.printed else 0
    what = f'{quoted(contact.text)} of "{entry.id}" is not what the memo prints'
    measure = f"the memo's row stands in line {line}"
    if entry.checked_on is None:
        remedy = f"compare the two; if the contact has changed, {tried(contact.text)}, set checked_on to "
        remedy += f"the day, and write it a second time: rung: [{quoted(contact.text)}]"
        return Finding(contact.place, "not-in-memo", what, measure, remedy)
    measure += f"; somebody is said to have rung on {entry.checked_on}"
    if not is_rung:
        remedy = f"if it is the number that was rung, write it a second time: rung: [{quoted(contact.text)}]"
        return Finding(contact.place, "not-in-memo", what, measure, remedy)
    remedy = "nothing, if the person who rang has rung this number"
    return Finding(contact.place, "not-in-memo", what, measure, remedy, Severity.NOTE)


def _written_once(contact: Text, entry: Organization) -> Finding:
    what = f"{quoted(contact.text)} is not from the memo, and is written only once"
    measure = f'expected it under rung, too; the source of "{entry.id}" is {quoted(str(entry.source))}'
    remedy = f"{tried(contact.text)} as it stands here, "
    remedy += f"then write it a second time: rung: [{quoted(contact.text)}]"
    return Finding(contact.place, "not-in-memo", what, measure, remedy)


def _lost(entry: Organization, row: Row, printed: Place) -> Iterator[Finding]:
    """Numbers and addresses of a row that its entry lacks. Whoever has rung may have found them dead.

    One in whose place another was rung has its answer.
    """
    rung = {rung.text for rung in entry.rung}
    new = [contact.text for contact in unprinted(entry, row) if contact.text in rung]
    dead = [contact.text for contact in entry.dead]
    # Of those somebody has rung, and says so.
    lost = [
        contact
        for contact in lacking(entry, row)
        if not any(prints((contact,), each) or each.casefold() == contact for each in dead)
    ]
    for contact in lost:
        instead, others = _of_kind(contact, new), _of_kind(contact, lost)
        what = f'the memo prints {quoted(as_dialled(contact))}, which the entry of "{entry.id}" lacks'
        dead_one = f"write: dead: [{quoted(as_dialled(contact))}]"
        if entry.checked_on is None:
            remedy = "enter it as the memo prints it; "
            remedy += f"if somebody rang and it is dead, set checked_on, and {dead_one}"
            yield Finding(printed, "lost-contact", what, remedy=remedy)
        elif len(instead) >= len(others):
            measure = f"in its place {listed(instead)} is said to have been rung on {entry.checked_on}"
            yield Finding(printed, "lost-contact", what, measure, severity=Severity.NOTE)
        else:
            measure = f"somebody is said to have rung on {entry.checked_on}"
            remedy = f"{tried(contact)}, and enter it if somebody answers; if not, {dead_one}"
            yield Finding(printed, "lost-contact", what, measure, remedy, Severity.WARNING)


def _of_kind(contact: str, found: Iterable[str]) -> list[str]:
    """Those that are addresses or numbers as ``contact`` is."""
    return [each for each in found if ("@" in each) == ("@" in contact)]


def _reordered(entry: Organization, row: Row) -> Iterator[Finding]:
    """A telephone that the code dials although the row prints another one before it."""
    ranks = {
        phone.text: rank
        for phone in entry.phones
        for rank, run in enumerate(row.phones)
        if prints((run,), phone.text)
    }
    # One that the row does not print has a record of its own.
    first = ranks.get(entry.phones[0].text)
    if first is not None and first != min(ranks.values()):
        what = f'the code of "{entry.id}" dials {entry.phones[0]}, which the memo does not print first'
        measure = f"expected {min(ranks, key=ranks.__getitem__)} before it"
        remedy = "let the telephones follow each other as in the row"
        severity = Severity.ERROR
        if entry.checked_on is not None:  # Who has rung may know better.
            remedy += f", unless who rang on {entry.checked_on} found that this one is answered sooner: "
            remedy += f"then write it once more: rung: [{quoted(entry.phones[0].text)}]"
            is_rung = entry.phones[0].text in [rung.text for rung in entry.rung]
            severity = Severity.NOTE if is_rung else Severity.WARNING
        yield Finding(entry.phones[0].place, "not-in-memo", what, measure, remedy, severity)


def misnamed(organizations: Iterable[Organization], source: Language) -> Iterator[Finding]:
    """Names and places of the source language that do not stand in the memo's row, with its corrections."""
    for entry in organizations:
        words = source.organizations.get(entry.id)
        if entry.printed is None or words is None:
            continue
        row = entry.printed.text
        for correction in source.corrections:
            if correction.at.text.startswith(f"organizations.{entry.id}.") and correction.now is not None:
                row = row.replace(correction.printed.text, correction.now.text)
        # A row is its number, the name, the place, and the contacts.
        with_spaces, row, place = spaced(row), folded(row), f"{folded(words.place.text)},тел"
        head = f"{entry.row}{folded(words.name.text)},"
        is_named = row.startswith(head)
        is_placed = row.startswith(head + place) if is_named else f",{place}" in row
        for text, part, stands in ((words.name, "name", is_named), (words.place, "place", is_placed)):
            if not stands or spaced(text.text) not in with_spaces:
                what = f'the {part} of "{entry.id}" does not stand in its row of the memo'
                measure = "it has the same letters and other spaces; " if stands else ""
                measure += f"the row stands in {entry.printed.place}"
                path = f"organizations.{entry.id}.{part}"
                remedy = "compare both; what is changed on purpose, as a slip of the memo that is mended, "
                remedy += f'or a place of today, stands under corrections: at "{path}", printed, now and why'
                yield Finding(text.place, "not-in-memo", what, measure, remedy)
