"""The sizes of the contact list: of its codes and of the types of an entry."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from leaflet.products.model import ContactLimits
from leaflet.qr import QUIET
from leaflet.setter import Type
from leaflet.styles import BLACK, PETROL
from leaflet.typeface import Weight
from leaflet.units import MM

LEAST_NOTE, LEAST_ADVICE = 8.2, 10.5
"""No note on how to use the codes, and no word on whom to call is set smaller, in points."""
BETWEEN_WORDS = 2.8 * MM
"""White between the words of two entries, where there is room: a hairline halves it. Chosen by eye."""
NEARER = 0.8
"""How near two codes may stand beside two entries of words, so that words are evenly apart; chosen by eye."""
ABOVE_PLACES = 1.08
"""How much larger than the places a heading is at least: what stands over them is more than one of them."""

TYPES = {
    "place": Type(Weight.BOLD, 0, PETROL, balance=True, compounds=False),
    "name": Type(Weight.REGULAR, 0, BLACK, leading=1.2, balance=True),
    # The first number is the one that the code dials; those behind it must not be taken for it.
    "number": Type(Weight.REGULAR, 0, BLACK),
    # A reader would leave out a hyphen that ends a line.
    "email": Type(Weight.REGULAR, 0, BLACK, compounds=False),
    "fax": Type(Weight.REGULAR, 0, BLACK),
}
"""How the texts of an entry are set; a scale gives their sizes."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes of the list: the code in points, the types of an entry."""

    code: float
    place: Type
    name: Type
    number: Type
    email: Type
    apart: float
    """White between two entries, in points, if that is more than their codes and types ask for."""
    least_heading: float
    between_words: float = BETWEEN_WORDS
    """White between the words of two entries, in points, if that is more than ``gap``."""
    heading_size: float = 0.0
    """The size of headings that were measured; 0 before."""

    @property
    def quiet(self) -> float:
        return self.code * QUIET

    @property
    def heading(self) -> Type:
        size = max(self.name.size * 1.16, self.place.size * ABOVE_PLACES, self.least_heading)
        return Type(Weight.BOLD, self.heading_size or size, PETROL, balance=True)

    def with_headings_of(self, size: float) -> Scale:
        """The same with headings of a size, and places that are smaller."""
        place = replace(self.place, size=min(self.place.size, size / ABOVE_PLACES))
        return replace(self, heading_size=size, place=place)

    @property
    def fax(self) -> Type:
        """A number that nobody should call by mistake, but one can read."""
        return replace(TYPES["fax"], size=self.email.size)

    @property
    def advice(self) -> Type:
        return Type(Weight.SEMI_BOLD, max(self.name.size, LEAST_ADVICE), BLACK, leading=1.3, balance=True)

    @property
    def note(self) -> Type:
        return Type(Weight.REGULAR, max(self.name.size, LEAST_NOTE), BLACK)

    @property
    def gap(self) -> float:
        """The least white between two entries: their codes' quiet zones may share it."""
        return max(self.between_codes, self.apart)

    @property
    def between_codes(self) -> float:
        """The least white between two codes: where words are less deep, less than between entries."""
        return max(self.quiet, self.name.size * 0.4, self.apart * NEARER)

    @property
    def least_white(self) -> float:
        """The least white between the words of two entries."""
        return max(self.gap, self.between_words)

    @property
    def packed(self) -> Scale:
        """The same with no more white between entries than their codes and types ask for."""
        return replace(self, apart=0.0, between_words=0.0)


@lru_cache(maxsize=256)
def scale(limits: ContactLimits, growth: float) -> Scale:
    """The sizes at a growth from -1 (smallest code and type) over 0 (usual code) to 1 (largest)."""
    if growth < 0:
        code = limits.usual_code + growth * (limits.usual_code - limits.least_code)
    else:
        code = limits.usual_code + growth * (limits.most_code - limits.usual_code)
    *sizes, apart = (
        small + (growth + 1) / 2 * (large - small)
        for small, large in zip(
            (*limits.small, limits.apart[0]), (*limits.large, limits.apart[1]), strict=True
        )
    )
    kinds = ("place", "name", "number", "email")
    place, name, number, email = (
        replace(TYPES[kind], size=size) for kind, size in zip(kinds, sizes, strict=True)
    )
    return Scale(code * MM, place, name, number, email, apart * MM, limits.heading)
