"""The colour profile that travels with the program, read and checked."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from leaflet.diagnostics import Finding, FindingError, Place
from leaflet.resources import PACKAGE, read

MOST_BYTES = 4_000_000
"""The largest profile that is read, in bytes: ours has 121,000."""


class ProfileError(FindingError):
    """The profile cannot be used."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition: its name in the ICC's registry, what it is, and its profile."""

    name: str
    description: str
    path: Path
    digest: str

    def profile(self) -> bytes:
        """The ICC profile. Raises ProfileError if it is missing or has been changed."""
        place, remedy = Place(str(self.path)), "install leaflet again"
        try:
            data, reason = read(self.path, MOST_BYTES), "not a file"
        except OSError as error:
            data, reason = None, error.strerror or type(error).__name__
        if data is None:
            finding = Finding(place, "profile-missing", "cannot read the colour profile", reason, remedy)
            raise ProfileError(finding)
        found = hashlib.sha256(data).hexdigest()
        if found != self.digest:
            what = "this is not the colour profile that was checked"
            measure = f"expected SHA-256 {self.digest}, found {found}"
            raise ProfileError(Finding(place, "profile-changed", what, measure, remedy))
        return data


COATED = Condition(
    "FOGRA39",
    "Offset on coated paper, ISO 12647-2:2004",
    PACKAGE / "_profiles" / "FOGRA39L_coated.icc",
    "b35713ef7eff09349d4c3249e5f377736d06d8a2671c54712971a3546bf17c57",
)
"""The condition that print shops from Europe to Central Asia take unless they are told otherwise."""
