"""The files of facts (hotlines, short numbers, organisations, regions) into values."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from leaflet.content.contacts import check_email, check_phone, check_short_number
from leaflet.content.encoding import listed, quoted
from leaflet.content.gazetteer import ISO_CODES, PARTED
from leaflet.content.model import GROUPS, Hotline, Organization, Region, ShortNumber, Text
from leaflet.content.names import bare_words, name_words, sound
from leaflet.content.nodes import Cleaned
from leaflet.content.schema import Fields, did_you_mean
from leaflet.content.services import HOTLINES
from leaflet.diagnostics import Finding, Severity, has_errors

_ID = re.compile(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*")
_ISO = re.compile(r"KZ-[0-9]{2}")
_TWICE = "remove one of them, or mend the one that is wrong"
_NO_PHONE = (
    "write a number of +7 and ten digits, which the code dials; who has none that is answered, or a short "
    "number or an address alone, cannot be entered: take out the entry, with its names and records"
)
_LONGER = (
    "a hotline has a short number: who has a longer one is entered in organizations.yaml, outside the memo, "
    'and with national: "yes", beside the region where it sits, if they help the whole country'
)
NEARLY = 0.8
"""How alike two ids are that are taken for one: a letter of five may differ."""
_ROW = re.compile(r"[1-9][0-9]{0,2}")

T = TypeVar("T")


@dataclass(slots=True)
class Table(Generic[T]):
    """The entries of a file of facts; ``ids`` has those with an error, too: they are not unknown."""

    ids: tuple[str, ...] = ()
    entries: list[T] = field(default_factory=list)


def hotlines(file: Fields) -> Table[Hotline]:
    """The national short numbers, by id."""
    table: Table[Hotline] = Table()
    for typed, fields in _each(file, table):
        key = _meant(typed, fields, table)
        before = len(fields.findings)
        hotline = Hotline(
            id=key.text,
            number=fields.text("number"),
            checked_on=fields.optional_text("checked_on"),
            printed=fields.optional_text("printed"),
            source=fields.optional_text("source"),
            rung=fields.optional_text("rung"),
        )
        fields.findings += check_short_number(hotline.number, longer=_LONGER)
        fields.check_date(hotline.checked_on)
        _keep(table, hotline, fields, before)
    return table


def _meant(key: Text, fields: Fields, table: Table[Hotline]) -> Text:
    """The id of a hotline, or the one of every leaflet that lacks and is nearly this one, once it is told."""
    near = difflib.get_close_matches(key.text, HOTLINES.keys() - set(table.ids), 1, NEARLY)
    if not near or key.text in HOTLINES:
        return key
    what = f'the hotline "{near[0]}" is missing, and no leaflet knows {quoted(key.text)}'
    fields.report(key.place, "missing-hotline", what, f'did you mean "{near[0]}"?')
    table.ids = tuple(near[0] if id == key.text else id for id in table.ids)
    return Text(near[0], key.place)


def regions(file: Fields) -> Table[Region]:
    """The first-level units, by id."""
    table: Table[Region] = Table()
    for key, fields in _each(file, table):
        before = len(fields.findings)
        iso, aliases = fields.text("iso"), fields.optional_texts("aliases")
        formerly = fields.optional_texts("formerly")
        region = Region(key.text, iso, aliases, fields.optional_texts("see_also"), formerly)
        fields.check(iso, _ISO, "bad-iso", "KZ- and two digits")
        _check_code(fields, key.text, iso)
        _check_regions(fields, region.see_also, table)
        _check_parted(fields, region)
        _check_once(fields, region.see_also, "region")
        _keep(table, region, fields, before)
    _check_once(file, [region.iso for region in table.entries], "ISO code")
    _check_units(file, table.ids)
    return table


def _check_units(file: Fields, ids: Collection[str]) -> None:
    """The units of the standard that nobody has entered, where most are there: one may have been lost."""
    lacking = [id for id in ISO_CODES if id not in ids]
    if 2 * len(lacking) < len(ISO_CODES) and lacking:
        what = "regions of Kazakhstan are missing"
        measure = f"ISO 3166-2:KZ has {listed(f'{id} ({ISO_CODES[id]})' for id in lacking)}, too"
        remedy = "enter them, here and in every language file"
        file.findings.append(
            Finding(file.place, "missing-unit", what, measure, remedy, severity=Severity.WARNING)
        )


def _check_parted(fields: Fields, region: Region) -> None:
    """Units that were never part of the region: its old names do not mean them."""
    for other in region.see_also:
        if other.text in ISO_CODES and region.id in ISO_CODES and other.text not in PARTED.get(region.id, ()):
            what = f'"{other}" was never parted from "{region.id}"'
            known = f"known are {listed(PARTED.get(region.id, ()))}"
            remedy = "remove it: see_also names the units that an old name of the region covers, too"
            fields.findings.append(
                Finding(other.place, "wrong-see-also", what, known, remedy, severity=Severity.WARNING)
            )


def _check_code(fields: Fields, id: str, iso: Text) -> None:
    """The standard's code for the region, where it is one of today's: two exchanged look like any others."""
    expected = ISO_CODES.get(id, iso.text)
    if _ISO.fullmatch(iso.text) and iso.text != expected:
        owner = next((other for other, code in ISO_CODES.items() if code == iso.text), None)
        what = f'expected {expected} for "{id}", found {iso}'
        what += f', the code of "{owner}"' if owner else ", which ISO 3166-2:KZ does not have"
        fields.report(iso.place, "wrong-iso", what, f"write {expected}")


def short_numbers(file: Fields) -> Table[ShortNumber]:
    """The short numbers that may stand in the facts beside the hotlines, by the number itself."""
    table: Table[ShortNumber] = Table()
    for key, source in file.each_entry():
        table.ids += (key.text,)
        if not isinstance(key, Cleaned) and not isinstance(source, Cleaned):
            table.entries.append(ShortNumber(key.text, key, source))
        file.findings += check_short_number(key, longer="a longer one belongs into organizations.yaml")
    return table


def organizations(
    file: Fields, known: Table[Region], short_numbers: Collection[str] | None
) -> Table[Organization]:
    """Who helps, by id. Without ``known`` regions or ``short_numbers`` those are not checked."""
    table: Table[Organization] = Table()
    rows: list[Text] = []
    for key, fields in _each(file, table):
        before = len(fields.findings)
        organization = _organization(key, fields, short_numbers)
        if organization.row:
            rows.append(organization.row)
        if known.ids:
            _check_regions(fields, organization.regions, known)
        _check_once(fields, organization.regions, "region")
        _keep(table, organization, fields, before)
    _check_once(file, rows, "row")
    return table


def _organization(key: Text, fields: Fields, short_numbers: Collection[str] | None) -> Organization:
    """One entry. Who does not stand in the memo needs a source, and somebody who has rung the number."""
    has_source = fields.has("source")
    in_memo = any([fields.has("row"), fields.has("printed")])
    from_memo = in_memo and not has_source
    if not (has_source or in_memo or fields.lost):
        what = f"{quoted(key.text)} does not say where it comes from"
        remedy = 'if it does not stand in the memo, add "source" and "checked_on"'
        remedy += '; if it does, "row" and "printed"'
        fields.report(key.place, "missing-key", what, remedy)
    if has_source:
        _check_origin(key, fields)
    row = fields.text("row") if from_memo else None
    if row:
        bare = row.text.strip().lstrip("0")
        remedy = f'write "{bare}"' if _ROW.fullmatch(bare) else "copy it from the memo, in digits alone"
        fields.check(row, _ROW, "bad-row", "the number of the memo's row", remedy)
    national = fields.optional_text("national")
    if national:
        fields.check_choice(national, ("yes", "no"))
    group = fields.text("group")
    fields.check_choice(group, GROUPS)
    phones = fields.texts("phones", _NO_PHONE)
    contact = f'write the contact itself, as in ["{phones[0]}"]' if phones else ""
    organization = Organization(
        id=key.text,
        place=key.place,
        row=row,
        group=group.text,
        national=national is not None and national.text == "yes",
        regions=fields.texts("regions", "name the regions where it helps; leaflet regions lists their ids"),
        phones=phones,
        short_numbers=fields.optional_texts("short_numbers"),
        faxes=fields.optional_texts("faxes"),
        emails=fields.optional_texts("emails"),
        printed=fields.text("printed") if from_memo else None,
        source=fields.text("source") if has_source else None,
        remarks=fields.optional_texts("remarks"),
        checked_on=fields.text("checked_on")
        if has_source and not in_memo
        else fields.optional_text("checked_on"),
        rung=fields.optional_texts("rung", contact),
        answered=fields.optional_texts("answered", contact),
        dead=fields.optional_texts("dead", contact),
    )
    _check_contacts(organization, fields, short_numbers)
    return organization


def _check_origin(key: Text, fields: Fields) -> None:
    """Report what only an entry of the memo has beside a source, which only others have."""
    both = [name for name in ("row", "printed") if fields.optional_text(name)]
    if both == ["row"]:
        what = f"{quoted(key.text)} has row, and no printed"
        remedy = "is source meant to be printed? if it does not stand in the memo, remove row"
        fields.report(key.place, "missing-key", what, remedy)
    elif both:
        what = (
            f"{quoted(key.text)} has {' and '.join(both)}, as one in the memo, and source, as one outside it"
        )
        remedy = "an entry of the memo has row and printed; any other one has source, checked_on and rung"
        fields.report(key.place, "superfluous-key", what, remedy)


def _check_contacts(
    organization: Organization, fields: Fields, short_numbers: Collection[str] | None
) -> None:
    answered = [found.text for found in organization.answered]
    for phone in (*organization.phones, *organization.faxes):
        fields.findings += check_phone(phone, answered)
    for number in organization.short_numbers:
        fields.findings += check_short_number(number, short_numbers)
    for email in organization.emails:
        fields.findings += check_email(email, answered)
    numbers = (organization.phones, organization.short_numbers, organization.faxes)
    for contacts, what in (*((found, "number") for found in numbers), (organization.emails, "address")):
        _check_once(fields, contacts, what)
    fields.check_date(organization.checked_on)
    for contacts in (organization.rung, organization.dead):
        _check_once(fields, contacts, "contact")


def _check_regions(fields: Fields, found: tuple[Text, ...], known: Table[Region]) -> None:
    for region in found:
        if region.text and region.text not in known.ids:
            what = f"{quoted(region.text)} is no region"
            meant = _called(region.text, known.entries)
            remedy = did_you_mean(meant or region.text, known.ids)
            fields.report(region.place, "unknown-region", what, remedy)


def _called(name: str, known: Iterable[Region]) -> str:
    """The id of the one region of this name or ISO code, in any letters, with any word for region."""
    called = {
        (region.id, name_words(text))
        for region in known
        for text in (region.id, region.iso.text, *(name.text for name in region.names))
    }
    for parts in (tuple[str, ...], bare_words):
        wanted = sound("".join(parts(name_words(name))))
        found = {id for id, words in called if sound("".join(parts(words))) == wanted}
        if wanted and len(found) == 1:
            return found.pop()
    return ""


def _check_once(file: Fields, found: Iterable[Text], what: str) -> None:
    first: dict[str, Text] = {}
    for text in found:
        if text.text and first.setdefault(text.text, text) is not text:
            line = first[text.text].place.line
            said, remedy = f"the {what} {quoted(text.text)} stands in line {line}, too", _TWICE
            file.report(text.place, "repeated-value", said, remedy)


def _each(file: Fields, table: Table[T]) -> Iterator[tuple[Text, Fields]]:
    """The entries of the file, once their ids are in the table.

    One with a character that is refused is not kept: no caller may print what is left of a number. Nor is one
    with an id that is to be mended: nobody should record what is done under it.
    """
    entries = list(file.each())
    table.ids = tuple(key.text for key, _ in entries)
    for key, fields in entries:
        fields.check(key, _ID, "bad-id", "small Latin letters, digits and hyphens", _mended_id(key.text))
        fields.spoilt |= isinstance(key, Cleaned) or not _ID.fullmatch(key.text)
        yield key, fields


def _mended_id(id: str) -> str:
    """What to write for an id: Latin words as they are, others as they sound in Latin letters."""
    words = (word if word.isascii() else sound(word) for word in name_words(id))
    latin = "-".join(re.findall("[a-z0-9]+", "-".join(words))).lstrip("0123456789-")
    return f'write "{latin}", here and in every language file' if latin else ""


def _keep(table: Table[T], entry: T, fields: Fields, before: int) -> None:
    fields.close()
    if not (fields.lost or fields.spoilt) and not has_errors(fields.findings[before:]):
        table.entries.append(entry)
