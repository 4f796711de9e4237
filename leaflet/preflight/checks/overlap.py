"""Lines that do not run into each other, nor into codes, by the real boxes of their glyphs."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.diagnostics import Finding
from leaflet.geometry import Rect
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, codes, shortened
from leaflet.preflight.marks import Shown

SHARED = 0.25
"""The part of the lower of two texts that may be shared: an accent between two descenders is no fault."""


def find(evidence: Evidence) -> Iterator[Finding]:
    for page, side in evidence.sides:
        texts = sorted(
            ((mark.box, mark) for mark in page.shown if mark.text.strip()), key=lambda pair: -pair[0].top
        )
        for index, (box, mark) in enumerate(texts):
            for other, second in texts[index + 1 :]:
                if other.top <= box.y:
                    break
                if collide(box, other):
                    one, two = (shortened(text.text.strip()) for text in (mark, second))
                    what = f"page {page.number} has texts that stand on each other: {one}"
                    yield evidence.fault("overlapping-text", what, f"and {two}")
        for code in codes(side):
            yield from blocked(evidence, page.number, code.quiet_zone, code.payload, texts)


def collide(one: Rect, other: Rect) -> bool:
    """Whether two texts share more than glyphs of neighbouring lines may."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.top, other.top) - max(one.y, other.y)
    return across > 0.5 and down > SHARED * min(one.height, other.height)


def blocked(
    evidence: Evidence, page: int, zone: Rect, payload: str, texts: list[tuple[Rect, Shown]]
) -> Iterator[Finding]:
    """Texts in the quiet zone of a code."""
    for box, mark in texts:
        across = min(box.right, zone.right) - max(box.x, zone.x)
        down = min(box.top, zone.top) - max(box.y, zone.y)
        if min(across, down) > 0.1:
            what = f"page {page} has a text in the quiet zone of a code: {shortened(mark.text.strip())}"
            yield evidence.fault("overlapping-text", what, f"beside {payload}")


CHECK = Check(
    codes={
        "overlapping-text": "texts stand on each other, or in the white round a code",
    },
    stage=Stage.AFFORDABLE,
    rationale="Two lines on one place are two lines that nobody can read; a letter in the white round a "
    "code keeps phones from finding it.",
    find=find,
)
