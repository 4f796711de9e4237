"""Organisations held against what somebody has rung, and against each other: shared numbers and names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from leaflet.content.contacts import is_slip
from leaflet.content.encoding import listed, quoted
from leaflet.content.model import Language, Organization, Text
from leaflet.content.names import name_words
from leaflet.content.rows import Row, as_dialled, parse, prints, tried
from leaflet.diagnostics import Finding, Severity


def unlike_rung(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Contacts that were rung and are not printed, and telephones that were rung in another order."""
    for entry in organizations:
        for rung in (*entry.rung, *entry.answered):
            contacts = [contact.text for contact in _contacts(entry)]
            if rung.text not in contacts:
                what = f'{quoted(rung.text)} was rung, and is no contact of "{entry.id}"'
                measure = f"found {listed(contacts)}"
                remedy = "compare the two digit by digit: what was rung stands in place of the old contact"
                yield Finding(rung.place, "wrong-rung", what, measure, remedy)
        yield from _in_order(entry)
        yield from _dead(entry)


def _dead(entry: Organization) -> Iterator[Finding]:
    """Contacts that are said to be dead, and were never the memo's, or are printed all the same."""
    row = parse(entry.printed.text) if entry.printed else parse("")
    contacts = [contact.text.casefold() for contact in _contacts(entry)]
    for dead in entry.dead:
        if dead.text.casefold() in contacts:
            what = f'{quoted(dead.text)} is said to be dead, and is a contact of "{entry.id}"'
            remedy = "take it out in one of the two places"
        elif not prints(row.runs, dead.text) and dead.text.casefold() not in row.emails:
            what = f'{quoted(dead.text)} is said to be dead, and no contact in the row of "{entry.id}"'
            remedy = (
                "compare it with the row digit by digit: dead has what the memo prints, as +7 and ten digits"
            )
        elif entry.checked_on is None:
            what = f"{quoted(dead.text)} is said to be dead, and nobody to have rung"
            remedy = "set checked_on to the day on which somebody rang"
        else:
            continue
        yield Finding(dead.place, "wrong-rung", what, remedy=remedy)


def dead_elsewhere(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Warnings about contacts that somebody found dead at another organisation: two rows may share one."""
    entries = list(organizations)
    dead = {text.text.casefold(): (entry, text) for entry in entries for text in entry.dead}
    for entry in entries:
        answered = [text.text for text in entry.answered]
        for contact in _contacts(entry):
            owner, record = dead.get(contact.text.casefold(), (entry, contact))
            if owner is not entry and contact.text not in answered:
                what = f'{quoted(contact.text)} of "{entry.id}" is dead, says the entry of "{owner.id}"'
                measure = f"it says so in line {record.place.line}; somebody rang on {owner.checked_on}"
                remedy = f"{tried(contact.text)}; take it out here, too, or, if somebody answers, "
                remedy += f"write it once more: answered: [{quoted(contact.text)}]"
                yield Finding(contact.place, "shared-number", what, measure, remedy, Severity.WARNING)


def lacking(entry: Organization, row: Row) -> list[str]:
    """The numbers and addresses of a row that its entry has not."""
    contacts = [contact.text.casefold() for contact in _contacts(entry)]
    numbers = [run for run in row.runs if not any(prints((run,), contact) for contact in contacts)]
    return [*numbers, *(email for email in row.emails if email not in contacts)]


def doubt_of_rung(contact: Text, entry: Organization, row: Row | None) -> str:
    """Why a contact that was rung is likelier a slip, copied once; nothing if somebody recorded an answer."""
    if contact.text in [answered.text for answered in entry.answered]:
        return ""
    faxes = list(map(as_dialled, row.faxes)) if row else []
    if contact in entry.phones and contact.text in [*faxes, *(fax.text for fax in entry.faxes)]:
        return "it is a fax, and the code would dial it"
    old = map(as_dialled, lacking(entry, row) if row else ())
    near = next((each for each in old if is_slip(contact.text.casefold(), each)), "")
    return f"it is nearly {quoted(near)}, which the memo prints" if near else ""


def _contacts(entry: Organization) -> tuple[Text, ...]:
    return (*entry.phones, *entry.short_numbers, *entry.faxes, *entry.emails)


def _in_order(entry: Organization) -> Iterator[Finding]:
    phones = [phone.text for phone in entry.phones]
    rung: list[Text] = [rung for rung in entry.rung if rung.text in phones]
    order = [phones.index(contact.text) for contact in rung]
    if order != sorted(order):
        what = f'the telephones of "{entry.id}" follow each other otherwise under rung'
        remedy = "let them stand in the same order: the code dials the first one"
        yield Finding(rung[0].place, "wrong-rung", what, f"phones: {listed(phones)}", remedy)


def shared_numbers(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Warnings about numbers and addresses of two organisations that no row of the memo prints.

    Two rows may print the same; what one of them prints is wrong in another entry.
    """
    first: dict[str, tuple[Organization, Text]] = {}
    for entry in organizations:
        row = parse(entry.printed.text) if entry.printed else parse("")
        for contact in _contacts(entry):
            if not contact.text or prints(row.runs, contact.text) or contact.text.casefold() in row.emails:
                continue
            owner, before = first.setdefault(contact.text.casefold(), (entry, contact))
            if owner is not entry and not _are_one_office(entry, owner, contact.text):
                what = f'{quoted(contact.text)} of "{entry.id}" is a contact of "{owner.id}", too'
                remedy = f"{tried(contact.text)} and ask who answers; let it stand with those alone"
                measure = f"first in line {before.place.line}"
                yield Finding(contact.place, "shared-number", what, measure, remedy, Severity.WARNING)


def _are_one_office(one: Organization, other: Organization, contact: str) -> bool:
    """Whether two entries of the memo that serve one region had a number rung that its rows do not have."""
    regions = [{region.text for region in entry.regions} for entry in (one, other) if entry.printed]
    rung = all(contact in [text.text for text in entry.rung] for entry in (one, other))
    return rung and len(regions) > 1 and not regions[0].isdisjoint(regions[1])


def shared_names(
    words: Language, source: Language, organizations: Sequence[Organization]
) -> Iterator[Finding]:
    """Warnings about organisations of the same name, unless the memo or the source has it twice."""
    in_memo = {entry.id for entry in organizations if entry.printed}
    first: dict[tuple[str, ...], str] = {}
    for id, entry in sorted(words.organizations.items(), key=lambda item: item[0] not in in_memo):
        name = name_words(entry.name.text)
        owner = first.setdefault(name, id) if name else id
        original = {
            name_words(source.organizations[each].name.text)
            for each in (id, owner)
            if each in source.organizations
        }
        is_wrong = {id, owner} - in_memo if words is source else len(original) > 1
        if owner != id and is_wrong:
            what = f'"{id}" has the name of "{owner}"'
            measure = f"it stands in {words.organizations[owner].name.place}, too"
            remedy = "compare both with their sources; where two bear one name, let it tell them apart"
            yield Finding(entry.name.place, "exchanged-name", what, measure, remedy, Severity.WARNING)
