"""Telephones beside the regions that an organisation serves: what the code of their area tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflet.content.encoding import listed
from leaflet.content.model import Organization
from leaflet.diagnostics import Finding, Severity

# The first three digits behind +7 of numbers that are bound to a place: the numbering plan of Kazakhstan, as
# ITU-T publishes it. Where units were parted in 2018 and 2022 a code may be that of either. All others are
# those of mobile networks and services.
_REGIONS = {
    "710": ("ulytau", "karaganda"),
    "711": ("west-kazakhstan",),
    "712": ("atyrau",),
    "713": ("aktobe",),
    "714": ("kostanay",),
    "715": ("north-kazakhstan",),
    "716": ("akmola", "astana"),
    "717": ("astana", "akmola"),
    "718": ("pavlodar",),
    "721": ("karaganda", "ulytau"),
    "722": ("abai", "east-kazakhstan"),
    "723": ("east-kazakhstan", "abai"),
    "724": ("kyzylorda",),
    "725": ("shymkent", "turkistan"),
    "726": ("zhambyl",),
    "727": ("almaty", "almaty-region"),
    "728": ("jetisu", "almaty-region"),
    "729": ("mangystau",),
}
_CODE = slice(2, 5)


def check_areas(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Warnings about landlines of another region than any that the organisation serves.

    Not of who helps the whole country: they may sit anywhere.
    """
    for entry in organizations:
        served = [region.text for region in entry.regions]
        for number in () if entry.national else (*entry.phones, *entry.faxes):
            code = number.text[_CODE]
            area = _REGIONS.get(code, ())
            if area and set(area).isdisjoint(served):
                what = f'{number} is a number of another region than "{entry.id}" serves'
                measure = f"+7 {code} is the code of {' and '.join(area)}; it serves {listed(served)}"
                remedy = "compare number and regions with the source; if they do sit there, all is well"
                yield Finding(number.place, "other-area", what, measure, remedy, Severity.WARNING)
