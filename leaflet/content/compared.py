"""What stands under ``printed`` in the facts, beside the fingerprints of what was compared with the print."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.content.fingerprints import fingerprint
from leaflet.content.model import Content, Language, Text
from leaflet.diagnostics import Finding, Place, Severity

_WHOSE = {"organizations": 'the row of "{}"', "hotlines": 'what stands printed for the hotline "{}"'}


def printed_facts(content: Content) -> dict[str, Text]:
    """What the sources of the contacts print, to the letter: by ``organizations.ID`` and ``hotlines.ID``."""
    entries = [(f"organizations.{entry.id}", entry.printed) for entry in content.organizations]
    entries += [(f"hotlines.{entry.id}", entry.printed) for entry in content.hotlines]
    return {path: printed for path, printed in entries if printed is not None}


def unlike_compared(content: Content, source: Language) -> Iterator[Finding]:
    """Rows of the memo and words of hotlines that are not those that were compared with the print.

    An error: a number that is wrong there and in its entry alike has nothing beside it that would tell.
    Nothing where nobody has recorded what was compared: that holds up a release alone.
    """
    if not source.compared:
        return
    for path, printed in printed_facts(content).items():
        record, now = source.compared.get(path), fingerprint(printed.text)
        if record is None or record.text != now:
            yield _unlike(path, printed, record, now, source.place)
    for entry in content.organizations:
        record = source.compared.get(f"organizations.{entry.id}")
        if record is not None and entry.printed is None:
            what = f'"{entry.id}" stands in the memo, and is entered as one outside it'
            measure = f"its row was compared with the print: {record.place}"
            remedy = "copy row and printed from the memo anew; a number that has changed stands under rung"
            yield Finding(entry.place, "unlike-print", what, measure, remedy)


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
    remedy = "compare it with the print, digit by digit, and mend it; only if the print has it like this, "
    return Finding(printed.place, "unlike-print", what, measure, f'{remedy}set compared "{path}" to "{now}"')


def lost_rows(content: Content) -> list[str]:
    """Ids of organisations whose row was compared with the print and that no longer have it."""
    if content.source is None:
        return []
    entered = {entry.id for entry in content.organizations if entry.row}
    recorded = [path.partition(".") for path in content.source.compared]
    return [id for table, _, id in recorded if table == "organizations" and id not in entered]


def uncompared(source: Language) -> Finding:
    """That it cannot be told whether the numbers are those that somebody compared with the print."""
    what = "nothing tells which rows of the memo and words of hotlines were compared with the print"
    remedy = "compare all that stands under printed, digit by digit; then add what "
    remedy += f'"leaflet fingerprints --lang {source.tag}" prints to {source.place}'
    place = source.memo_provenance.status.place
    return Finding(place, "unrecorded-review", what, "", remedy, Severity.ERROR)
