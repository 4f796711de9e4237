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

MARGIN = 15.0


def page(sheet: float, number: int, *stack: Part) -> SideSpec:
    """One page as one panel of two columns on a sheet of that width in mm."""
    panel = PanelSpec(f"page {number}", number - 1, 0, sheet, MARGIN, MARGIN, stack, columns=2)
    return SideSpec(f"page {number}", (panel,), folds=())


def plan(sheet: float, text_pages: int, directory_pages: int, least_gaps: float) -> Plan:
    """So many pages of text; contacts on pages of their own, or (0) under the text of the last page."""
    sides = []
    for number in range(1, text_pages + 1):
        stack = [Part.MASTHEAD] if number == 1 else []
        stack.append(Part.TEXT)
        if number == text_pages and not directory_pages:
            stack += [Part.CONTACT_BAND, Part.IMPRINT]
        sides.append(page(sheet, number, *stack, Part.FOLIO))
    for number in range(text_pages + 1, text_pages + directory_pages + 1):
        stack = [Part.CONTACTS_CONTINUED] if number > text_pages + 1 else []
        stack.append(Part.CONTACTS)
        if number == text_pages + directory_pages:
            stack += [Part.FILL_IN, Part.IMPRINT]
        sides.append(page(sheet, number, *stack, Part.FOLIO))
    return Plan(tuple(sides), good_size=10.5, least_gaps=least_gaps)


PAGES = ((2, 0), (2, 1), (3, 0), (3, 1), (3, 2), (4, 2), (5, 3))
"""Pages of text and of contacts, in the order in which they are tried."""


def notice(
    name: str,
    width: float,
    height: float,
    least_gaps: float,
    under_text: tuple[float, float, float, float],
    heading: float = 0.0,
) -> Product:
    """The edition for notice boards on a sheet of that size in mm, its gaps as in ``Limits``.

    ``under_text`` and ``heading`` are the smallest types of contacts that stand there, as in
    ``ContactLimits``.
    """
    return Product(
        name=name,
        width=width,
        height=height,
        top=12.0,
        bottom=10.6,
        gutter=8.0,
        safe_trim=5.0,
        safe_fold=4.0,
        plans=tuple(plan(width, text, directory, least_gaps) for text, directory in PAGES),
        body=Limits(least_size=10.0, most_size=12.0),
        contacts=ContactLimits(
            least_code=12.8,
            usual_code=16.0,
            most_code=24.0,
            small=(9.8, 9.0, 11.4, 8.6),
            large=(11.5, 10.5, 15.0, 10.5),
            apart=(4.0, 5.0),
            heading=12.5,
        ),
        under_text=ContactLimits(
            least_code=15.0,
            usual_code=18.0,
            most_code=24.0,
            small=under_text,
            large=(11.5, 10.5, 15.0, 10.5),
            apart=(4.0, 5.0),
            heading=heading,
        ),
    )


A4 = notice("a4", 210.0, 297.0, least_gaps=0.9, under_text=(9.8, 8.8, 12.0, 8.8), heading=11.9)
# Shorter, it has less white to give.
LETTER = notice("letter", 215.9, 279.4, least_gaps=0.75, under_text=(9.5, 8.5, 11.0, 8.5))
