"""Telephones beside the regions that an organisation serves: what the code of their area tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflet.content.encoding import listed, quoted
from leaflet.content.gazetteer import AREA_CODES
from leaflet.content.model import Organization
from leaflet.diagnostics import Finding, Severity

_CODE = slice(2, 5)


def check_areas(organizations: Iterable[Organization]) -> Iterator[Finding]:
    """Warnings about landlines of another region than any that the organisation serves.

    Not of who helps the whole country: they may sit anywhere. Nor of what somebody has recorded as answered.
    """
    for entry in organizations:
        served = [region.text for region in entry.regions]
        answered = [contact.text for contact in entry.answered]
        for number in () if entry.national else (*entry.phones, *entry.faxes):
            code = number.text[_CODE]
            area = AREA_CODES.get(code, ())
            if area and set(area).isdisjoint(served) and number.text not in answered:
                what = f'{number} is a number of another region than "{entry.id}" serves'
                measure = f"+7 {code} is the code of {' and '.join(area)}; it serves {listed(served)}"
                remedy = "compare number and regions with the source, and ring it; if they do sit there, "
                remedy += f"write it once more: answered: [{quoted(number.text)}]"
                yield Finding(number.place, "other-area", what, measure, remedy, Severity.WARNING)
