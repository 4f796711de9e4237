"""Phone numbers in E.164 into the groups in which they are printed and said."""

from __future__ import annotations

import re

from leaflet.content.contacts import E164

_NO_BREAK_SPACE = "\u00a0"

# Kazakhstan's national numbering plan: the area codes 71x, 72x and 73x have four digits (7172 Astana,
# 7292 Aktau) and leave six for the subscriber. 727 (Almaty) and the mobile codes 70x, 74x, 77x have three.
_FOUR_DIGIT_AREA = re.compile(r"7[13]|72(?!7)")


def display(e164: str) -> str:
    """``+77273764037`` as ``+7 727 376 4037``, ``+77292545168`` as ``+7 7292 54 51 68``.

    The groups are parted by no-break spaces, after ITU-T E.123 (country code, area code, subscriber).
    Raises ValueError for anything but ``+7`` and ten ASCII digits.
    """
    if not E164.fullmatch(e164):
        raise ValueError(f"expected +7 and ten digits, found {e164!r}")
    national = e164[2:]
    sizes = (4, 2, 2, 2) if _FOUR_DIGIT_AREA.match(national) else (3, 3, 4)
    groups = [e164[:2]]
    for size in sizes:
        groups.append(national[:size])
        national = national[size:]
    return _NO_BREAK_SPACE.join(groups)
