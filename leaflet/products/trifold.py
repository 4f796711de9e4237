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

from leaflet.copyfitting import Limits
from leaflet.products.model import ContactLimits, PanelSpec, Part, Plan, Product, SideSpec
from leaflet.typeface import Width

FLAP, PANEL = 97.0, 100.0
OUTER, INNER = 7.0, 5.5
"""Margins at the trim and at a fold."""

INSIDE = SideSpec(
    "inside",
    (
        PanelSpec("inside left", 2, 0, PANEL, OUTER, INNER, (Part.TEXT,)),
        PanelSpec("inside middle", 3, PANEL, PANEL, INNER, INNER, (Part.TEXT,)),
        PanelSpec("inside right", 4, 2 * PANEL, FLAP, INNER, OUTER, (Part.TEXT,)),
    ),
    folds=(PANEL, 2 * PANEL),
)


def outside(flap: Part, *back: Part) -> SideSpec:
    """The outside with that in its flap and back."""
    return SideSpec(
        "outside",
        (
            PanelSpec("flap", 1, 0, FLAP, OUTER, INNER, (flap,)),
            PanelSpec("back", 5, FLAP, PANEL, INNER, INNER, back),
            PanelSpec("cover", 0, FLAP + PANEL, PANEL, 5.0, 5.0, (Part.COVER,)),
        ),
        folds=(FLAP, FLAP + PANEL),
    )


TRIFOLD = Product(
    name="trifold",
    width=297.0,
    height=210.0,
    top=8.0,
    bottom=8.0,
    gutter=6.0,
    safe_trim=5.0,
    safe_fold=4.0,
    plans=(
        # A region's few contacts fit the back; the text runs from the flap on.
        Plan(
            (outside(Part.TEXT, Part.CONTACTS, Part.HOTLINE_CARD, Part.FILL_IN, Part.IMPRINT), INSIDE),
            10.5,
            0.8,
        ),
        Plan(
            (outside(Part.TEXT, Part.CONTACTS, Part.EMERGENCY, Part.FILL_IN, Part.IMPRINT), INSIDE), 10.5, 0.1
        ),
        Plan((outside(Part.TEXT, Part.CONTACTS, Part.FILL_IN, Part.IMPRINT), INSIDE), 10.5, 0.0),
        Plan((outside(Part.TEXT, Part.CONTACTS, Part.IMPRINT), INSIDE), 10.5),
        # The whole country's need the flap too.
        Plan((outside(Part.CONTACTS, Part.CONTACTS, Part.IMPRINT), INSIDE), 9.5),
    ),
    body=Limits(least_size=9.0, most_size=11.0),
    widths=(Width.NORMAL, Width.SEMI_CONDENSED),
    contacts=ContactLimits(
        least_code=12.5,
        usual_code=15.0,
        most_code=27.0,
        small=(8.6, 7.5, 9.6, 7.5),
        large=(12.5, 11.0, 17.0, 11.0),
    ),
)
