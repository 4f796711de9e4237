"""A landline tells the region that it is in: one of another region may be somebody else's."""

from __future__ import annotations

from dataclasses import replace

import pytest
from phonenumbers.geodata import GEOCODE_DATA

from leaflet.content import Content, Organization, Text
from leaflet.content.areas import check_areas
from leaflet.content.memo import unlike_source
from leaflet.diagnostics import Finding, Place, Severity

PLACE = Place("organizations.yaml", 1, 1)


def told(content: Content, number: str, *regions: str, **changes: object) -> list[Finding]:
    """The findings about an organisation with this number and these regions."""
    entry: Organization = replace(
        content.organizations[1],
        phones=(Text(number, PLACE),),
        faxes=(),
        regions=tuple(Text(region, PLACE) for region in regions),
        **changes,  # type: ignore[arg-type]
    )
    return list(check_areas([entry]))


def test_the_landlines_of_the_memo_are_those_of_their_regions(content: Content) -> None:
    assert list(check_areas(content.organizations)) == []


@pytest.mark.parametrize(
    ("number", "regions"),
    [
        *(("+77172000001", ["atyrau"]), ("+77122000000", ["mangystau"]), ("+77273000000", ["astana"])),
        ("+77252000000", ["almaty", "zhambyl"]),
    ],
)
def test_a_landline_of_another_region_is_told(content: Content, number: str, regions: list[str]) -> None:
    (finding,) = told(content, number, *regions)
    assert (finding.code, finding.severity) == ("other-area", Severity.WARNING)
    assert all(region in finding.measure for region in regions)


@pytest.mark.parametrize(
    ("number", "regions"),
    [
        *(("+77122000000", ["atyrau"]), ("+77172000000", ["akmola"]), ("+77252000000", ["turkistan"])),
        *(("+77222000000", ["abai", "pavlodar"]), ("+77282000000", ["jetisu"]), ("+77102000000", ["ulytau"])),
        *(("+77012223344", ["atyrau"]), ("+77770000001", ["ulytau"]), ("+78000800000", ["atyrau"])),
    ],
)
def test_a_number_of_the_region_or_of_no_region_is_none(
    content: Content, number: str, regions: list[str]
) -> None:
    assert told(content, number, *regions) == []


def test_who_helps_the_whole_country_may_sit_anywhere(content: Content) -> None:
    assert told(content, "+77172000001", "atyrau", national=True) == []


def test_it_is_told_with_the_facts_of_every_build(content: Content) -> None:
    entries = [
        replace(entry, regions=(Text("atyrau", PLACE),)) if entry.id == "kaisar" else entry
        for entry in content.organizations
    ]
    found = {finding.code for finding in unlike_source(replace(content, organizations=tuple(entries)))}
    assert "other-area" in found


def test_every_area_that_the_plan_has_is_known(content: Content) -> None:
    """phonenumbers names towns by the first digits of numbers; 7 7 is Kazakhstan."""
    codes = {prefix[1:4] for prefix in GEOCODE_DATA if prefix.startswith("77") and len(prefix) > 3}
    ids = [region.id for region in content.regions]
    for code in codes:
        assert any(not told(content, f"+7{code}2000000", id) for id in ids), code
        assert any(told(content, f"+7{code}2000000", id) for id in ids), code
