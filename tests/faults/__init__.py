"""Ways to spoil a good leaflet: what goes wrong, what preflight must say of it, how it is done."""

from __future__ import annotations

from faults.contacts import CONTACTS
from faults.damage import DAMAGE
from faults.drawing import DRAWING
from faults.fault import Fault
from faults.fonts import FONTS
from faults.heard import HEARD
from faults.pages import PAGES
from faults.places import PLACES
from faults.subject import Subject

__all__ = ["FAULTS", "Fault", "Subject"]

FAULTS = [*CONTACTS, *PLACES, *DRAWING, *FONTS, *PAGES, *HEARD, *DAMAGE]
