"""A payload into the modules of a QR code (ISO/IEC 18004)."""

from __future__ import annotations

from functools import lru_cache

VERSION = 2
"""25 modules. Version 1 has no alignment pattern, and some readers fail on it when the paper is tilted."""

MODULES = 17 + 4 * VERSION
QUIET_MODULES = 4
"""How wide the light margin round a code must be (ISO/IEC 18004, 5.3.8)."""
QUIET = QUIET_MODULES / MODULES
"""The quiet zone as a part of the code's width."""

# Any of the eight masks is valid. Choosing the best by score takes nine tenths of the time of encoding;
# the codes of this one are read back from the rendered page by the tests, blurred and tilted too.
MASK = 3


@lru_cache(maxsize=256)
def encode(payload: str) -> tuple[tuple[bool, ...], ...]:
    """The modules of the code, rows from the top, True is dark; level Q, no quiet zone.

    Raises ValueError if the payload is empty, is not printable ASCII, or does not fit version 2.
    """
    if not payload or not all("!" <= character <= "~" for character in payload):
        raise ValueError(f"expected a payload of printable ASCII, found {payload!r}")
    import qrcode
    from qrcode.exceptions import DataOverflowError

    code = qrcode.QRCode(
        version=VERSION, error_correction=qrcode.ERROR_CORRECT_Q, border=0, mask_pattern=MASK
    )
    code.add_data(payload.encode("ascii"), optimize=0)
    try:
        code.make(fit=False)
    except DataOverflowError:
        raise ValueError(f"expected at most 20 bytes, found {len(payload)}: {payload!r}") from None
    return tuple(tuple(bool(module) for module in row) for row in code.modules)
