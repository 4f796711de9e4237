"""What stands under ``printed`` in the facts, beside the fingerprints of what was compared with the print."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import fingerprint, printing
from leaflet.content.model import Content, Language, Organization, Text
from leaflet.content.schema import did_you_mean
from leaflet.diagnostics import Finding, Place, Severity

_NATIONAL = " national"
_WHOSE = {
    "organizations": 'the row of "{}"',
    "hotlines": 'what stands printed for the hotline "{}"',
}


def printed_facts(content: Content) -> dict[str, Text]:
    """What the sources of the contacts print, to the letter: by ``organizations.ID`` and ``hotlines.ID``.

    Behind a row stand the corrections of its name and place, and a word where its organisation helps the
    whole country: that is read out of the row alone.
    """
    source = content.source
    entries = [(f"organizations.{entry.id}", _row(entry, source)) for entry in content.organizations]
    entries += [(f"hotlines.{entry.id}", entry.printed) for entry in content.hotlines]
    return {path: printed for path, printed in entries if printed is not None}


def _row(entry: Organization, source: Language | None) -> Text | None:
    if entry.printed is None:
        return None
    mended = [
        f" {correction.at.text.rpartition('.')[2]}: {correction.now.text}"
        for correction in (source.corrections if source else ())
        if correction.at.text.startswith(f"organizations.{entry.id}.") and correction.now
    ]
    whole = "".join([entry.printed.text, *mended, _NATIONAL if entry.national else ""])
    return replace(entry.printed, text=whole)


def unlike_compared(content: Content, source: Language) -> Iterator[Finding]:
    """Rows of the memo and words of hotlines that are not those that were compared with the print.

    An error: a number that is wrong there and in its entry alike has nothing beside it that would tell.
    Nothing where no record is left: ``unsealed`` tells that of a source that was compared.
    """
    if not source.compared:
        return
    for path, printed in printed_facts(content).items():
        record, now = source.compared.get(path), fingerprint(printed.text)
        if record is None or record.text != now:
            row = printed.text.removesuffix(_NATIONAL)
            either = {fingerprint(row), fingerprint(f"{row}{_NATIONAL}")}
            if record is not None and record.text in either:
                yield _otherwise_national(path, printed, record)
            else:
                yield _unlike(path, printed, record, now, source.place)
    for entry in content.organizations:
        record = source.compared.get(f"organizations.{entry.id}")
        if record is not None and entry.printed is None:
            what = f'"{entry.id}" stands in the memo, and is entered as one outside it'
            measure = f"its row was compared with the print: {record.place}"
            remedy = "copy row and printed from the memo anew; a number that has changed stands under rung"
            yield Finding(entry.place, "unlike-print", what, measure, remedy)


def _otherwise_national(path: str, printed: Text, record: Text) -> Finding:
    id = path.partition(".")[2]
    said, was = "is said", "was not"
    remedy = "remove national, or move it to the entry that it belongs to; only if the row says so, "
    remedy += f'set compared "{path}" to "{fingerprint(printed.text)}"'
    if not printed.text.endswith(_NATIONAL):
        said, was, remedy = "is not said", "was", 'set national: "yes" again'
    what = f'"{id}" {said} to help the whole country, and {was} when its row was compared with the print'
    return Finding(printed.place, "unlike-print", what, f"the record stands in {record.place}", remedy)


def _unlike(path: str, printed: Text, record: Text | None, now: str, source: Place) -> Finding:
    table, _, id = path.partition(".")
    whose = _WHOSE[table].format(id)
    if record is None:
        what = f"nothing tells that somebody compared {whose} with the print"
        measure = f"there is no record of it in {source}"
        remedy = "compare it, letter by letter and digit by digit; then add to compared there: "
        return Finding(printed.place, "unlike-print", what, measure, f'{remedy}{path}: "{now}"')
    what = f"{whose} is not what was compared with the print"
    measure = f"the fingerprint in {record.place} is {record}, that of these words {now}"
    measure += " (corrections of its name and place count)" if table == "organizations" else ""
    remedy = "compare it with the print, digit by digit, and mend it; only if the print has it like this, "
    remedy += "or what differs stands under corrections on purpose, " if table == "organizations" else ""
    return Finding(printed.place, "unlike-print", what, measure, f'{remedy}set compared "{path}" to "{now}"')


def lost_rows(content: Content) -> list[str]:
    """Ids of organisations whose row was compared with the print and that no longer have it.

    In the order of the records. A row that stands under another id is not lost.
    """
    if content.source is None:
        return []
    entered = {entry.id for entry in content.organizations if entry.row}
    printed = {fingerprint(text.text) for text in printed_facts(content).values()}
    recorded = [(path.partition("."), record.text) for path, record in content.source.compared.items()]
    return [
        id
        for (table, _, id), record in recorded
        if table == "organizations" and id not in entered and record not in printed
    ]


def orphans(content: Content, source: Language, lost: Collection[str]) -> Iterator[Finding]:
    """Records of what no file of facts has. Those of ``lost`` organisations are told with their rows."""
    if not content.is_sound(*(f"{table}.yaml" for table in _WHOSE)):
        return  # What is left out because of an error has its record.
    known = {f"organizations.{id}" for id in (*lost, *(entry.id for entry in content.organizations))}
    known |= {f"hotlines.{entry.id}" for entry in content.hotlines}
    for path, record in source.compared.items():
        if path not in known:
            what = f"compared names {quoted(path)}, which the facts do not have"
            remedy = did_you_mean(path, sorted(known - source.compared.keys()))
            remedy = remedy if remedy.startswith("did") else "remove it, or mend its id"
            yield Finding(record.place, "superfluous-record", what, "", remedy, Severity.WARNING)


def uncompared(source: Language) -> Finding:
    """That it cannot be told whether the numbers are those that somebody compared with the print."""
    what = "nothing tells which rows of the memo and words of hotlines were compared with the print"
    remedy = "compare all that stands under printed, digit by digit; then add what "
    remedy += f"{printing(source)} prints to {source.place}"
    place = source.memo_provenance.status.place
    return Finding(place, "unrecorded-review", what, "", remedy, Severity.ERROR)
