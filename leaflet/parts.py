"""The parts of known depth that stand above and below text and contacts, each measured once."""

from __future__ import annotations

from leaflet.band import SMALLEST, Room, Size, band
from leaflet.contacts import Directory
from leaflet.cover import hotline_card, masthead
from leaflet.furniture import continued, emergency, fill_in, folio, imprint
from leaflet.geometry import Rect
from leaflet.products.model import Part, Product
from leaflet.sheet import Placed
from leaflet.units import MM


class Parts:
    """The parts of a document on a product. Every plan finds in it what another has measured.

    ``band`` is the size of the contacts under a text.
    """

    def __init__(self, product: Product, directory: Directory, band: Size = SMALLEST) -> None:
        self.product = product
        self.directory = directory
        self.band = band
        self._depths: dict[tuple[Part, float, Size | None], float] = {}

    def with_band(self, band: Size) -> Parts:
        """The same with contacts of another size under the text."""
        parts = Parts(self.product, self.directory, band)
        parts._depths = self._depths
        return parts

    def depth(self, part: Part, width: float) -> float:
        """How deep a part is at that width, in points."""
        key = (part, width, self.band if part is Part.CONTACT_BAND else None)
        if key not in self._depths:
            self._depths[key] = self.place(part, 0.0, 0.0, width, 1, 1).depth
        return self._depths[key]

    def place(self, part: Part, x: float, top: float, width: float, page: int, pages: int) -> Placed:
        """A part, its upper edge at ``top``, on one of the pages."""
        document, setter = self.directory.document, self.directory.setter
        gutter = self.product.gutter * MM
        match part:
            case Part.MASTHEAD:
                return masthead(document, setter, x, top, width, gutter)
            case Part.EMERGENCY:
                return emergency(document, setter, x, top, width)
            case Part.HOTLINE_CARD:
                depth = hotline_card(document, setter, Rect(x, 0.0, width, 0.0)).depth
                return hotline_card(document, setter, Rect(x, top - depth, width, 0.0))
            case Part.FILL_IN:
                return fill_in(document, setter, x, top, width)
            case Part.CONTACTS_CONTINUED:
                return continued(document, setter, x, top, width)
            case Part.IMPRINT:
                # Where pages are numbered, the code stands beside the number.
                return imprint(document, setter, x, top, width, coded=not self.product.numbered)
            case Part.FOLIO:
                return folio(document, setter, x, top, width, page, pages)
            case Part.CONTACT_BAND:
                limits = self.product.under_text or self.product.contacts
                return band(self.directory, limits, Room(x, top, width, gutter), self.band)
        raise ValueError(f"{part} has no depth of its own")
