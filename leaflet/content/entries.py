"""Organisations held against what somebody has rung, and against each other: shared numbers and names."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from leaflet.content.contacts import is_exchanged, is_slip
from leaflet.content.encoding import listed, quoted
from leaflet.content.gazetteer import AREA_CODES
from leaflet.content.model import Language, Organization, Text
from leaflet.content.names import called, name_words, sound
from leaflet.content.rows import Row, as_dialled, parse, prints, tried
from leaflet.diagnostics import Finding, Place, Severity

# Longer addresses are seldom typed, and a hostile one takes long.
_LONGEST_NEAR = 64
# Behind +7: three digits of the area as the plan has it, one more of the town.
_AREA, _TOWN = slice(2, 5), slice(2, 6)


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


class Neighbours:
    """The telephones and addresses of all organisations, for finding those nearly another one's."""

    def __init__(self, organizations: Iterable[Organization]) -> None:
        """Rows of the memo count, too."""
        self._by_rest: dict[str, dict[tuple[str, str], None]] = {}
        for entry in organizations:
            row = parse(entry.printed.text) if entry.printed else parse("")
            contacts = [text.text.casefold() for text in (*entry.phones, *entry.faxes, *entry.emails)]
            for contact in (*contacts, *map(as_dialled, row.runs), *row.emails):
                for rest in _rests(contact):
                    self._by_rest.setdefault(rest, {})[entry.id, contact] = None

    def near(self, contact: str, id: str) -> tuple[str, str] | None:
        """Another organisation, and which contact of it has one letter or digit otherwise."""
        for rest in _rests(contact):
            for owner, other in self._by_rest.get(rest, {}):
                if owner != id and is_slip(contact, other):
                    return owner, other
        return None


def _rests(contact: str) -> list[str]:
    """A contact as it is, and without each of its signs: of two that are nearly the same one is the same."""
    signs = range(len(contact)) if len(contact) <= _LONGEST_NEAR else ()
    return [contact, *(contact[:index] + contact[index + 1 :] for index in signs)]


def doubts_of_rung(
    contacts: Iterable[Text], entry: Organization, row: Row | None, neighbours: Neighbours
) -> dict[Place, str]:
    """Which of the contacts that were rung are likelier slips, copied once, and why.

    None of which somebody recorded an answer.
    """
    answered = {contact.text for contact in entry.answered}
    dialled = {phone.place for phone in entry.phones}
    faxes = {fax.text for fax in entry.faxes} | set(map(as_dialled, row.faxes if row else ()))
    old = list(map(as_dialled, lacking(entry, row) if row else ()))
    found = {}
    for contact in [contact for contact in contacts if contact.text not in answered]:
        number = contact.text.casefold()
        if contact.place in dialled and contact.text in faxes:
            found[contact.place] = "it is a fax, and the code would dial it"
        elif near := next((each for each in old if is_slip(number, each)), ""):
            found[contact.place] = f"it is nearly {quoted(near)}, which the memo prints"
        elif other := neighbours.near(number, entry.id):
            found[contact.place] = f'it is nearly {quoted(other[1])}, a contact of "{other[0]}"'
        elif near := next((each for each in old if _is_area_exchanged(number, each)), ""):
            found[contact.place] = f"its area is that of {quoted(near)} in the memo with two digits exchanged"
    return found


def _is_area_exchanged(number: str, old: str) -> bool:
    """Whether a number has the area of an old one with two neighbours exchanged: 7512 is that of a mobile."""
    is_elsewhere = old[_AREA] in AREA_CODES and number[_AREA] != old[_AREA]
    return is_elsewhere and is_exchanged(number[_TOWN], old[_TOWN])


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
    """Warnings about organisations of the same name, unless the memo or the source has it twice.

    In the source those of nearly the same name, too, where one is not from the memo.
    """
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
    if words is source:
        yield from _entered_twice(source, organizations)


class _Name(NamedTuple):
    """The name of an organisation: its words, how they sound, and those in quotation marks."""

    entry: Organization
    text: Text
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    called: list[tuple[str, ...]]


def _entered_twice(source: Language, organizations: Sequence[Organization]) -> Iterator[Finding]:
    """Entries outside the memo that another one of the same region is nearly called as."""
    texts = {id: words.name for id, words in source.organizations.items()}
    entries = [entry for entry in organizations if entry.id in texts and entry.phones]
    entries.sort(key=lambda entry: not entry.printed)
    for name, other in _nearly_alike([_heard(entry, texts[entry.id]) for entry in entries]):
        number = name.entry.phones[0]
        if number.text not in [text.text for text in name.entry.answered]:
            what = f'"{name.entry.id}" is called nearly as "{other.entry.id}", and helps in the same region'
            measure = f"found {quoted(other.text.text)} in {other.text.place}"
            remedy = f"ring {number} and ask: if they are the same, enter them once, a new number with rung; "
            remedy += f"if they are somebody else, write it once more: answered: [{quoted(number.text)}]"
            yield Finding(number.place, "entered-twice", what, measure, remedy, Severity.WARNING)


def _heard(entry: Organization, name: Text) -> _Name:
    words = name_words(name.text)
    return _Name(entry, name, words, _sounds(words), [_sounds(part) for part in called(name.text)])


def _sounds(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(sound, words))


def _nearly_alike(names: Sequence[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Each name outside the memo with the first one before it that is nearly the same.

    Of two that are, one has a part whole in the other, and so its rarest sound: no others are compared.
    """
    common = Counter(sound for name in names for sound in set(name.sounds))
    by_sound: dict[str, list[int]] = defaultdict(list)
    by_rarest: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        rarest = {min(part, key=common.__getitem__) for part in (name.sounds, *name.called) if part}
        if not name.entry.printed:
            others = {other for each in set(name.sounds) for other in by_rarest[each]}
            others.update(other for each in rarest for other in by_sound[each])
            near = (names[other] for other in sorted(others) if _are_nearly_alike(name, names[other]))
            yield from ((name, other) for other in islice(near, 1))
        for each in set(name.sounds):
            by_sound[each].append(at)
        for each in rarest:
            by_rarest[each].append(at)


def _are_nearly_alike(one: _Name, other: _Name) -> bool:
    """Whether two help in one region, and what one has in quotation marks stands in the other, or all of it.

    Of names that are alike ``shared_names`` tells.
    """
    served = {region.text for region in one.entry.regions}
    is_shared = one.entry.national or other.entry.national
    is_shared = is_shared or not served.isdisjoint(region.text for region in other.entry.regions)
    if not is_shared or one.words == other.words:
        return False
    shorter, longer = sorted((one.sounds, other.sounds), key=len)
    return (
        any(_stands_in(other.sounds, part) for part in one.called)
        or any(_stands_in(one.sounds, part) for part in other.called)
        or (bool(shorter) and set(shorter) <= set(longer))
    )


def _stands_in(words: tuple[str, ...], called: tuple[str, ...]) -> bool:
    """Whether some words stand among others, one behind the other."""
    starts = range(len(words) - len(called) + 1) if called else ()
    return any(words[at : at + len(called)] == called for at in starts)
