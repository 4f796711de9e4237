"""The A4 edition: portrait pages for notice boards and photocopying, two columns.

first page              more text            last page, few contacts    or many: a directory
┌─────────────┐        ┌──────┬──────┐        ┌──────┬──────┐            ┌──────┬──────┐
│  masthead   │        │      │      │        │ text │ text │            │      │      │
├──────┬──────┤        │ text │ text │        ├──────┴──────┤            │ contacts    │
│ text │ text │        │      │      │        │  contacts   │            │      │      │
└──────┴──────┘        └──────┴──────┘        └─────────────┘            └──────┴──────┘
     210 × 297
"""

from __future__ import annotations

from leaflet.copyfitting import Limits
from leaflet.products.model import ContactLimits, PanelSpec, Part, Plan, Product, SideSpec
from leaflet.typeface import Width

SHEET, MARGIN = 210.0, 15.0


def page(number: int, *stack: Part) -> SideSpec:
    """One page as one panel of two columns."""
    panel = PanelSpec(f"page {number}", number - 1, 0, SHEET, MARGIN, MARGIN, stack, columns=2)
    return SideSpec(f"page {number}", (panel,))


def plan(text_pages: int, directory_pages: int) -> Plan:
    """So many pages of text; contacts on pages of their own, or (0) under the text of the last page."""
    sides = []
    for number in range(1, text_pages + 1):
        stack = [Part.MASTHEAD] if number == 1 else []
        stack.append(Part.TEXT)
        if number == text_pages and not directory_pages:
            stack += [Part.CONTACT_BAND, Part.IMPRINT]
        sides.append(page(number, *stack, Part.FOLIO))
    for number in range(text_pages + 1, text_pages + directory_pages + 1):
        last = number == text_pages + directory_pages
        stack = [Part.CONTACTS, Part.IMPRINT] if last else [Part.CONTACTS]
        sides.append(page(number, *stack, Part.FOLIO))
    return Plan(tuple(sides), good_size=10.5)


A4 = Product(
    name="a4",
    width=SHEET,
    height=297.0,
    top=14.0,
    bottom=11.0,
    gutter=8.0,
    safe_trim=5.0,
    safe_fold=4.0,
    plans=(plan(2, 0), plan(2, 1), plan(3, 0), plan(3, 1), plan(3, 2), plan(4, 2), plan(5, 3)),
    body=Limits(least_size=10.0, most_size=12.0),
    widths=(Width.NORMAL, Width.SEMI_CONDENSED),
    contacts=ContactLimits(
        least_code=15.0,
        usual_code=18.0,
        most_code=24.0,
        small=(9.5, 8.5, 11.0, 8.5),
        large=(11.5, 10.5, 15.0, 10.5),
    ),
)
