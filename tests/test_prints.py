"""What a person held against the print is sealed: a digit changed in a row and in its entry alike shows.

The real content is changed as a value here: to read it again for each case takes too long.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from folders import SMALL, write_small

from leaflet import load
from leaflet.content import Content, Hotline, Organization, Text
from leaflet.content.memo import missing_rows, unlike_memo, unlike_source
from leaflet.content.model import OrganizationWords
from leaflet.content.reviews import words_fingerprint
from leaflet.diagnostics import Finding, Place, Severity
from leaflet.releasing import release_findings

TODAY = datetime.date(2026, 12, 1)
LACKING = "unrecorded-review"


def text(words: str, like: Text | None = None) -> Text:
    return Text(words, like.place if like else Place("organizations.yaml", 1, 1))


def replaced(texts: tuple[Text, ...], old: str, new: str) -> tuple[Text, ...]:
    return tuple(replace(entry, text=entry.text.replace(old, new)) for entry in texts)


def with_organizations(content: Content, entries: list[Organization]) -> Content:
    return replace(content, organizations=tuple(entries))


def misprinted(content: Content, id: str, old: str, new: str) -> Content:
    """A slip in what the facts say of an organisation or a hotline, and in the words of its print alike."""

    def change(entry: Organization) -> Organization:
        assert entry.printed is not None
        assert entry.row is not None
        (printed,) = replaced((entry.printed,), old, new)
        (row,) = (entry.row,) if len(old) > 2 else replaced((entry.row,), old, new)
        phones, emails = (replaced(entries, old, new) for entries in (entry.phones, entry.emails))
        return replace(entry, printed=printed, row=row, phones=phones, emails=emails)

    def change_hotline(entry: Hotline) -> Hotline:
        assert entry.printed is not None
        number, printed = replaced((entry.number, entry.printed), old, new)
        return replace(entry, number=number, printed=printed)

    return replace(
        content,
        organizations=tuple(change(entry) if entry.id == id else entry for entry in content.organizations),
        hotlines=tuple(change_hotline(entry) if entry.id == id else entry for entry in content.hotlines),
    )


def with_source(content: Content, **changes: object) -> Content:
    assert content.source is not None
    source = replace(content.source, **changes)  # type: ignore[arg-type]
    return replace(content, languages={**content.languages, source.tag: source})


def compared(content: Content) -> Mapping[str, Text]:
    assert content.source is not None
    return content.source.compared


def outsider(entry: Organization) -> Organization:
    """Of the memo's organisation nothing but its id: another number, from somebody's letter."""
    number, letter = (text("+77770000000"),), text("a letter")
    contacts = {"phones": number, "rung": number, "faxes": (), "emails": (), "short_numbers": ()}
    return replace(entry, row=None, printed=None, source=letter, checked_on=text("2026-11-20"), **contacts)


def errors(content: Content) -> list[Finding]:
    return [finding for finding in unlike_source(content) if finding.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("id", "old", "new", "what"),
    [
        ("daris", "8200933", "8200934", 'the row of "daris" is not what was compared'),
        ("kaisar", "tara_32", "tara_23", 'the row of "kaisar" is not what was compared'),
        ("kadir-kasiet", "20", "21", 'the row of "kadir-kasiet" is not what was compared'),
        ("trafficking", "11616", "11661", 'what stands printed for the hotline "trafficking" is not what'),
        ("emergency", "112", "113", 'what stands printed for the hotline "emergency" is not what'),
    ],
)
def test_what_changes_in_the_print_and_in_its_entry_alike_stops_every_build(
    content: Content, id: str, old: str, new: str, what: str
) -> None:
    changed = misprinted(content, id, old, new)
    (finding,) = (found for found in errors(changed) if found.code == "unlike-print")
    assert what in finding.what
    assert Path(finding.place.file).name in ("organizations.yaml", "hotlines.yaml")
    assert "kk.yaml:" in finding.measure
    # The remedy is the whole way back, for who has looked at the print.
    ((key, now),) = re.findall(r'set compared "(.*)" to "(.*)"', finding.remedy)
    mended = with_source(changed, compared={**compared(changed), key: text(now)})
    assert "unlike-print" not in {found.code for found in errors(mended)}


def test_who_stands_in_the_memo_cannot_become_an_outsider(content: Content) -> None:
    entries = [outsider(entry) if entry.id == "kadir-kasiet" else entry for entry in content.organizations]
    changed = with_organizations(content, entries)
    (finding,) = errors(changed)
    assert finding.code == "unlike-print"
    assert finding.what == '"kadir-kasiet" stands in the memo, and is entered as one outside it'
    # Nor with its record taken out: its name is one of those that were compared with the print.
    records = {key: record for key, record in compared(changed).items() if "kadir" not in key}
    assert [found.code for found in errors(with_source(changed, compared=records))] == [
        "changed-since-review"
    ]


@pytest.mark.parametrize(("id", "row"), [("kadir-kasiet", "20"), ("malika", "5")])
def test_who_stands_outside_the_memo_in_the_place_of_a_lost_row_holds_up_a_release(
    content: Content, id: str, row: str
) -> None:
    """Even with its record taken out, and the memo's fingerprint made anew."""
    old = next(entry for entry in content.organizations if entry.id == id)
    records = {key: record for key, record in compared(content).items() if key != f"organizations.{id}"}
    entries = [entry if entry is not old else outsider(old) for entry in content.organizations]
    changed = with_source(with_organizations(content, entries), compared=records)
    (finding,) = missing_rows(changed)
    assert finding.measure == (
        f"of 1 to 20 there lack {row}{perhaps_more(row)}; in their place, entered as outside the memo: {id}"
    )
    held = release_findings(changed, ["ru"], ["almaty"], TODAY)
    assert Severity.ERROR in {found.severity for found in held if found.code == "missing-row"}
    # Somebody else may come, where the other one helps no longer.
    moved = with_organizations(changed, [outsider(old), *without(content, id).organizations])
    held = release_findings(moved, ["ru"], ["almaty"], TODAY)
    assert "missing-row" not in {found.code for found in held}


@pytest.mark.parametrize(("id", "row"), [("kadir-kasiet", "20"), ("daris", "4")])
def test_an_organisation_that_is_lost_is_told_and_holds_up_every_release(
    content: Content, id: str, row: str
) -> None:
    changed = with_organizations(content, [entry for entry in content.organizations if entry.id != id])
    (finding,) = missing_rows(changed)
    assert finding.severity is Severity.WARNING
    assert finding.measure == f"of 1 to 20 there lack {row}; compared with the print, and gone: {id}"
    held = list(release_findings(changed, ["ru"], ["almaty"], TODAY))
    assert [found.severity for found in held if found.code == finding.code] == [Severity.ERROR]
    # Who helps no longer is taken out by hand, and with its record.
    records = {key: record for key, record in compared(changed).items() if key != f"organizations.{id}"}
    changed = with_source(changed, compared=records)
    held = list(release_findings(changed, ["ru"], ["almaty"], TODAY))
    assert "missing-row" not in {found.code for found in held}
    (finding,) = missing_rows(changed)
    assert finding.measure == f"of 1 to 20 there lack {row}{perhaps_more(row)}"


def perhaps_more(row: str) -> str:
    """What is told of the last row: none that is left says that it was the last."""
    return ", and perhaps more" if row == "20" else ""


@pytest.mark.parametrize("left", [13, 16, 17, 19])
def test_the_last_rows_that_are_taken_out_with_their_records_are_told(content: Content, left: int) -> None:
    gone = [entry.id for entry in content.organizations[left:]]
    records = {key: record for key, record in compared(content).items() if key.partition(".")[2] not in gone}
    (finding,) = missing_rows(with_source(without(content, *gone), compared=records))
    assert finding.measure == f"of 1 to {left + 1} there lack {left + 1}, and perhaps more"


def without(content: Content, *ids: str) -> Content:
    return with_organizations(content, [entry for entry in content.organizations if entry.id not in ids])


def test_the_rows_that_are_lost_are_told_by_their_numbers(content: Content) -> None:
    """Two at the end, while another was taken out by hand, and with its record."""
    records = {key: record for key, record in compared(content).items() if key != "organizations.daris"}
    changed = with_source(without(content, "daris", "pravo-komek", "kadir-kasiet"), compared=records)
    (finding,) = missing_rows(changed)
    gone = "compared with the print, and gone: pravo-komek, kadir-kasiet"
    assert finding.measure == f"of 1 to 20 there lack 4, 19, 20; {gone}"
    assert [found.measure for found in missing_rows(without(content, "daris", "malika", "kadir-kasiet"))] == [
        "of 1 to 20 there lack 4, 5, 20; compared with the print, and gone: daris, malika, kadir-kasiet"
    ]
    (finding,) = missing_rows(with_organizations(content, []))
    assert finding.measure.startswith("of 1 to 20 there lack 1, 2, 3")


def test_a_record_that_moved_to_another_id_is_no_lost_row(content: Content) -> None:
    for id in ("daris", "kadir-kasiet"):
        entries = [replace(entry, id="other") if entry.id == id else entry for entry in content.organizations]
        changed = with_organizations(content, entries)
        assert not list(missing_rows(changed))
        (orphan,) = (found for found in unlike_source(changed) if found.code == "superfluous-record")
        assert orphan.what == f'compared names "organizations.{id}", which the facts do not have'
        assert "superfluous-record" not in {
            found.code for found in release_findings(changed, ["kk"], [None], TODAY)
        }


@pytest.mark.parametrize(
    "key", ["organizations.typo", "hotlines.polise", "organisations.daris", "hotlines", "police"]
)
def test_a_record_of_nobody_is_told_and_is_no_lost_row(content: Content, key: str) -> None:
    changed = with_source(content, compared={**compared(content), key: text("00000000")})
    (finding,) = unlike_source(changed)
    assert (finding.code, finding.severity) == ("superfluous-record", Severity.WARNING)
    assert finding.what == f'compared names "{key}", which the facts do not have'
    assert "missing-row" not in {found.code for found in release_findings(changed, ["kk"], [None], TODAY)}


def test_the_record_of_an_entry_with_an_error_is_one_of_somebody(content: Content) -> None:
    place = Place(str(content.directory / "organizations.yaml"), 1, 1)
    changed = replace(without(content, "daris"), findings=(Finding(place, "bad-phone", "what"),))
    assert "superfluous-record" not in {found.code for found in unlike_source(changed)}


def test_a_row_that_nobody_compared_is_told_with_its_record(content: Content) -> None:
    records = {key: record for key, record in compared(content).items() if key != "organizations.malika"}
    finding = next(found for found in errors(with_source(content, compared=records)) if "row" in found.what)
    assert finding.what == 'nothing tells that somebody compared the row of "malika" with the print'
    assert finding.remedy.endswith('organizations.malika: "01533a88"')


def test_what_was_compared_with_the_print_keeps_all_its_seals(content: Content) -> None:
    """A file that is cut off before its records protects no number; what is left tells what it had."""
    source = content.source
    assert source is not None
    memo = source.memo_provenance
    bare = replace(memo, on=None, fingerprint=None)
    for changes, count in (
        ({"compared": {}}, 1),
        ({"memo_provenance": replace(memo, fingerprint=None)}, 1),
        ({"compared": {}, "memo_provenance": replace(memo, fingerprint=None)}, 2),
        ({"compared": {}, "memo_provenance": bare}, 2),
        ({"compared": {}, "memo_provenance": bare, "corrections": ()}, 0),
    ):
        found = [finding for finding in errors(with_source(content, **changes)) if finding.code == LACKING]
        assert len(found) == count, changes


def test_a_source_that_nobody_compared_needs_no_seals(tmp_path: Path) -> None:
    content = load(write_small(tmp_path))
    assert LACKING not in {finding.code for finding in unlike_source(content)}


def test_a_source_with_a_day_alone_is_told_the_way_out(tmp_path: Path) -> None:
    by, dated = '"source", by: "us"', '"source", by: "us", on: "2026-11-23"'
    content = load(write_small(tmp_path, "kk.yaml", by, dated))
    found = [finding for finding in unlike_source(content) if finding.code == LACKING]
    assert ["if nobody has compared it yet, remove on" in finding.remedy for finding in found] == [True, True]


def test_numbers_that_nobody_compared_at_all_are_not_released(content: Content) -> None:
    changed = with_source(content, compared={})
    held = [
        found
        for found in release_findings(changed, ["kk"], [None], TODAY)
        if found.code == "unrecorded-review"
    ]
    assert ["leaflet fingerprints --lang kk" in found.remedy for found in held] == [True]


def test_only_the_source_was_compared_with_the_print(tmp_path: Path) -> None:
    assert "\nlabels:" in SMALL["ru.yaml"]
    new = '\ncompared: {hotlines.police: "cfda8833"}\nlabels:'
    content = load(write_small(tmp_path, "ru.yaml", "\nlabels:", new))
    assert 'a translation has no key "compared"' in {found.what for found in content.findings}


def test_the_name_of_who_stands_outside_the_memo_changes_nothing_that_was_compared(content: Content) -> None:
    """It is no word of the print: in the source it is read with the labels."""
    source = content.source
    assert source is not None
    entry = replace(outsider(content.organizations[0]), id="jaiyq", national=False)
    names = OrganizationWords(text("Жайық"), text("Астана қ."))
    words = {**source.organizations, "jaiyq": names}
    changed = with_source(with_organizations(content, [*content.organizations, entry]), organizations=words)
    assert not errors(changed)
    assert changed.source is not None
    for part, is_alike in (("memo", True), ("labels", False)):
        alike = words_fingerprint(changed.source, part) == words_fingerprint(source, part)
        assert alike == is_alike, part


@pytest.mark.parametrize("checked_on", [None, "2026-11-20"])
def test_the_code_dials_the_number_that_the_row_prints_first(
    content: Content, checked_on: str | None
) -> None:
    entry = next(entry for entry in content.organizations if entry.id == "human-rights-bureau")
    day = text(checked_on) if checked_on else None
    turned = replace(entry, phones=entry.phones[::-1], checked_on=day)
    assert not list(unlike_memo([entry]))
    (finding,) = unlike_memo([turned])
    assert finding.what.startswith('the code of "human-rights-bureau" dials +77772467500, which the memo')
    assert finding.severity is (Severity.WARNING if checked_on else Severity.ERROR)


def test_who_helps_the_whole_country_was_read_in_the_row(content: Content) -> None:
    """The country stands in the names of others, too."""
    moved = [
        replace(entry, national=entry.id == "reproductive-health-kostanay") for entry in content.organizations
    ]
    found = [
        finding
        for finding in unlike_source(with_organizations(content, moved))
        if finding.code == "unlike-print"
    ]
    assert [finding.what for finding in found] == [
        '"union-of-crisis-centres" is not said to help the whole country, and was when its row was compared '
        "with the print",
        '"reproductive-health-kostanay" is said to help the whole country, and was not when its row was '
        "compared with the print",
    ]
    assert {finding.severity for finding in found} == {Severity.ERROR}
