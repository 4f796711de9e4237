"""What a product is: a sheet, its panels, and the plans by which the parts of a leaflet fill them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from math import inf

from leaflet.copyfitting import Limits


class Part(StrEnum):
    """What may stand in a panel, from top to bottom. TEXT, CONTACTS and COVER take the room that is left."""

    COVER = "cover"
    MASTHEAD = "masthead"
    TEXT = "text"
    CONTACTS = "contacts"
    CONTACTS_CONTINUED = "contacts-continued"
    CONTACT_BAND = "contact-band"
    EMERGENCY = "emergency"
    HOTLINE_CARD = "hotline-card"
    FILL_IN = "fill-in"
    IMPRINT = "imprint"
    FOLIO = "folio"


@dataclass(frozen=True, slots=True)
class PanelSpec:
    """A panel: ``x`` and ``width`` in mm; margins left and right; ``order`` in reading; text ``columns``."""

    name: str
    order: int
    x: float
    width: float
    left: float
    right: float
    stack: tuple[Part, ...]
    columns: int = 1
    boxed: bool = False
    """Whether its contents stand in a box."""
    goes_on: bool = False
    """Whether its contacts go on where they cannot be seen at once: the margin under it says so."""


@dataclass(frozen=True, slots=True)
class SideSpec:
    """One face of the sheet: ``folds`` are x positions in mm."""

    name: str
    panels: tuple[PanelSpec, ...]
    folds: tuple[float, ...]
    calls: bool = False
    """Whether the numbers to call stand under its last panel, in the margin."""


@dataclass(frozen=True, slots=True)
class Plan:
    """One way to fill the product. Plans are tried in order; the first that holds everything is taken.

    ``least_growth`` is the scale that the contacts must reach for it, as in ``contactscale.scale``.
    ``most_white`` is what a frame of contacts may have under them, in mm: more would be a hole.
    ``good_size`` is the body size in points that breaks and openness must leave; ``least_gaps`` as in
    ``copyfitting.Limits``.
    """

    sides: tuple[SideSpec, ...]
    good_size: float
    least_gaps: float
    least_growth: float = -1.0
    most_white: float = inf


@dataclass(frozen=True, slots=True)
class ContactLimits:
    """Bounds of the contact list: code sizes in mm without quiet zone, and how far its type may grow.

    ``small`` and ``large`` are (place, name, number, e-mail) sizes in points; ``apart`` is the least white
    between two entries in mm, of the smallest and of the largest; ``heading`` the least size of its headings
    in points.
    """

    least_code: float
    usual_code: float
    most_code: float
    small: tuple[float, float, float, float]
    large: tuple[float, float, float, float]
    apart: tuple[float, float]
    heading: float = 0.0


@dataclass(frozen=True, slots=True)
class Product:
    """A kind of leaflet. Lengths in mm; ``safe_trim`` and ``safe_fold`` are what text must keep clear."""

    name: str
    width: float
    height: float
    top: float
    bottom: float
    gutter: float
    safe_trim: float
    safe_fold: float
    plans: tuple[Plan, ...]
    body: Limits
    contacts: ContactLimits
    under_text: ContactLimits | None = None
    """Those of the few contacts that stand under the text, where they are others."""
    proof: str = ""
    """What the sheet of the same folds that checks a printer is called; empty if there is none."""

    @property
    def numbered(self) -> bool:
        """Whether its sides are pages with numbers."""
        return any(Part.FOLIO in panel.stack for side in self.plans[0].sides for panel in side.panels)
