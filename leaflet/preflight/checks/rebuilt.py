"""A file that is what a fresh build makes, object by object, whatever else it might hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from leaflet.diagnostics import Finding
from leaflet.metadata import made_at
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence
from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import Ref, Stream

PACKING = frozenset({"Length", "Filter"})
"""How a stream is packed: no matter of what it holds."""


def find(evidence: Evidence) -> Iterator[Finding]:
    from leaflet.rendering import rendered

    about = made_at(evidence.moment, evidence.layout)
    ours, theirs = PdfFile(rendered(evidence.layout, evidence.typeface, about)), evidence.document
    expected, found = ({name: file.trailer.get(name) for name in ("Root", "Info")} for file in (ours, theirs))
    reached: set[int] = set()
    if path := unlike(ours, theirs, expected, found, reached):
        what = "the file holds something else than a fresh build does"
        yield evidence.fault("altered-file", what, f"it differs at {path}")
    elif "ID" not in theirs.trailer:
        yield evidence.fault("altered-file", "the file has no identifier", "expected one in its trailer")
    elif theirs.array(theirs.trailer["ID"], "the identifier")[0] != ours.trailer["ID"][0]:
        # Its second part is anew by right where another program wrote the file anew (14.4).
        what = "the file has the identifier of another one"
        yield evidence.fault("altered-file", what, "expected a digest of all that is in it, dates, too")
    elif loose := sorted(theirs.objects() - reached - theirs.bones()):
        what = "the file holds objects that nothing leads to"
        yield evidence.fault("altered-file", what, f"objects {', '.join(map(str, loose[:10]))}")
    elif (stray := theirs.stray()) is not None:
        what = "the file holds bytes that belong to none of its objects"
        yield evidence.fault("altered-file", what, f"they begin at byte {stray:,}")


def unlike(ours: PdfFile, theirs: PdfFile, expected: Any, found: Any, reached: set[int]) -> str:
    """The path to the first difference between two files, from their trailers on; empty if there is none.

    Numbers of objects do not matter, but what is one object here must be one there, referred to and not
    copied. ``reached`` gets those of all of their objects that were compared. Raises DamagedError.
    """
    left: list[tuple[str, Any, Any]] = [("trailer", expected, found)]
    twins: dict[int, int] = {}
    origins: dict[int, int] = {}
    while left:
        path, one, other = left.pop()
        if isinstance(other, Ref):
            reached.add(other.number)
        if isinstance(one, Ref) != isinstance(other, Ref):
            return path
        if isinstance(one, Ref) and isinstance(other, Ref):
            known = one.number in twins
            twin = twins.setdefault(one.number, other.number)
            origin = origins.setdefault(other.number, one.number)
            if (twin, origin) != (other.number, one.number):
                return path
            if known:
                continue
        one, other = ours.resolve(one), theirs.resolve(other)
        if isinstance(one, Stream) and isinstance(other, Stream):
            if ours.stream(one, path) != theirs.stream(other, path):
                return path
            one, other = ({k: v for k, v in s.entries.items() if k not in PACKING} for s in (one, other))
        if isinstance(one, dict) and isinstance(other, dict):
            if differing := sorted(one.keys() ^ other.keys()):
                return f"{path}/{differing[0]}"
            left += [(f"{path}/{name}", one[name], other[name]) for name in sorted(one, reverse=True)]
        elif isinstance(one, list) and isinstance(other, list):
            if len(one) != len(other):
                return path
            left += [(f"{path}/{at}", *both) for at, both in enumerate(zip(one, other, strict=True))][::-1]
        elif one != other or not alike(one, other):
            return path
    return ""


def alike(one: Any, other: Any) -> bool:
    """Whether equal values are of like kinds: True is 1 and 2.0 is 2 to Python, and not to every reader."""
    return type(one) is type(other) or (isinstance(one, float) and type(other) is int)


CHECK = Check(
    codes={
        "altered-file": "a file is not what a fresh build of the same content makes",
    },
    stage=Stage.FULL,
    rationale="The other checks know what can go wrong; a printer told to print page 1 alone, or a back that "
    "stands upside down, was not among them. The same content always gives the same objects: what differs "
    "was changed after the build, or built by another version, and neither is printed unseen.",
    find=find,
)
