"""The trifold: A4 landscape, letter fold, six panels.

              outside (page 1)                             inside (page 2)
    ┌────────┬──────────┬──────────┐          ┌──────────┬──────────┬────────┐
    │  flap  │   back   │  cover   │          │  inside  │  inside  │ inside │
    │        │          │          │   210    │   left   │  middle  │ right  │
    └────────┴──────────┴──────────┘          └──────────┴──────────┴────────┘
        97       100        100                   100        100        97

The flap folds inwards; as wide as the others, it would buckle. The sheet is turned over its short edge,
so the flap's inner face is the right one of the inside.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from leaflet.copyfitting import Limits
from leaflet.products.model import ContactLimits, PanelSpec, Part, Plan, Product, SideSpec

OUTER, INNER = 7.0, 5.5
"""Margins at the trim and at a fold."""


def trifold(name: str, width: float, height: float, flap: float, proof: str = "") -> Product:
    """A trifold on a sheet of that size in mm, with a flap of that width and two equal panels.

    ``proof`` is what the sheet that checks a printer is called there.
    """
    panel = (width - flap) / 2
    inside = SideSpec(
        "inside",
        (
            PanelSpec("inside left", 2, 0, panel, OUTER, INNER, (Part.TEXT,)),
            PanelSpec("inside middle", 3, panel, panel, INNER, INNER, (Part.TEXT,)),
            PanelSpec("inside right", 4, 2 * panel, flap, INNER, OUTER, (Part.TEXT,)),
        ),
        folds=(panel, 2 * panel),
        calls=True,
    )

    return Product(
        name=name,
        width=width,
        height=height,
        top=8.0,
        bottom=8.0,
        gutter=6.0,
        safe_trim=5.0,
        safe_fold=4.0,
        plans=tuple(plans(flap, panel, inside)),
        body=Limits(least_size=9.0, most_size=11.0),
        contacts=ContactLimits(
            least_code=12.5,
            usual_code=15.0,
            most_code=27.0,
            small=(8.9, 7.6, 10.4, 7.5),
            large=(12.5, 11.0, 17.0, 11.0),
            # The country's list has none to spare beside the codes' quiet zones.
            apart=(0.0, 5.0),
        ),
        proof=proof,
    )


def plans(flap: float, panel: float, inside: SideSpec) -> Iterator[Plan]:
    """The ways to fill the outside, the inside being full of text."""

    def plan(
        good_size: float,
        least_gaps: float,
        least_growth: float,
        front: PanelSpec,
        *back: Part,
        most_white: float = inf,
    ) -> Plan:
        panels = (
            front,
            PanelSpec("back", 5, flap, panel, INNER, INNER, back),
            PanelSpec("cover", 0, flap + panel, panel, 5.0, 5.0, (Part.COVER,)),
        )
        outside = SideSpec("outside", panels, folds=(flap, flap + panel))
        return Plan((outside, inside), good_size, least_gaps, least_growth, most_white)

    # It is seen first when the cover is opened: the signs, and whom to call.
    signs = PanelSpec("flap", 1, 0, flap, 8.75, 8.75, (Part.TEXT, Part.EMERGENCY), boxed=True)
    directory = PanelSpec("flap", 1, 0, flap, OUTER, INNER, (Part.CONTACTS,), goes_on=True)
    unled = PanelSpec("flap", 1, 0, flap, OUTER, INNER, (Part.CONTACTS,))
    lines, end = Part.FILL_IN, Part.IMPRINT
    # A region's few contacts fit the back, with a card where it does not cost them much of their size, or
    # where white would yawn without it; the text runs from the flap on.
    yield plan(10.5, 0.8, 0.7, signs, Part.CONTACTS, Part.HOTLINE_CARD, lines, end)
    yield plan(10.5, 0.8, 0.0, signs, Part.CONTACTS, lines, end, most_white=14.0)
    yield plan(10.5, 0.8, -0.35, signs, Part.CONTACTS, Part.HOTLINE_CARD, lines, end)
    yield plan(10.5, 0.8, -1.0, signs, Part.CONTACTS, end)
    # The whole country's need the flap too.
    yield plan(9.5, 0.6, -1.0, directory, Part.CONTACTS_CONTINUED, Part.CONTACTS, end)
    yield plan(9.5, 0.6, -1.0, directory, Part.CONTACTS, end)
    yield plan(9.5, 0.6, -1.0, unled, Part.CONTACTS, end)


TRIFOLD = trifold("trifold", 297.0, 210.0, flap=97.0, proof="proof")
# US Letter, for consulates in North America: panels of 3 11/16 inches, the flap 1/16 narrower.
LETTER_TRIFOLD = trifold("trifold-letter", 279.4, 215.9, flap=92.075, proof="proof-letter")
