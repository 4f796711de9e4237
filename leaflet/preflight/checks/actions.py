"""A file that does nothing by itself: no script, no action, no attachment, no form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from leaflet.diagnostics import Finding
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, spelled

CATALOG = frozenset(
    {
        *("Type", "Pages", "Lang", "MarkInfo", "Metadata", "PageMode"),
        *("StructTreeRoot", "ViewerPreferences", "OutputIntents", "Outlines"),
    }
)
PAGE = frozenset(
    {
        *("Type", "Parent", "Resources", "Contents", "Annots", "StructParents", "Tabs", "Trans"),
        *("MediaBox", "CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "UserUnit"),
    }
)
PREFERENCES = frozenset({"DisplayDocTitle", "PrintScaling", "Duplex"})
USUAL: Mapping[str, object] = {"PageMode": "UseNone", "Tabs": "S", "Trans": {}}
"""What some of these entries may say: no more than what a reader would do without them, and by its tags."""
LINK = frozenset({"Type", "Subtype", "A", "Border", "Contents", "F", "P", "Rect", "StructParent"})
OUTLINE = frozenset(
    {"Title", "Parent", "Prev", "Next", "First", "Last", "Count", "Dest", "SE", "C", "F", "Type"}
)
SEEN = (0, 4)
"""Flags of a link that is there on the screen; 4 is for the paper, where nothing of it shows (12.5.3)."""
ACTION = frozenset({"Type", "S", "URI"})


def find(evidence: Evidence) -> Iterator[Finding]:
    yield from foreign(evidence, "the catalogue", evidence.catalog, CATALOG)
    preferences = evidence.document.dictionary(
        evidence.catalog.get("ViewerPreferences", {}), "the preferences"
    )
    yield from foreign(evidence, "what is said to viewers and printers", preferences, PREFERENCES)
    for _, entry in evidence.outline:
        yield from foreign(evidence, "the outline", entry, OUTLINE)
    for page in evidence.pages:
        yield from foreign(evidence, f"page {page.number}", page.entries, PAGE)
        for annotation in page.annotations:
            kind = evidence.document.resolve(annotation.get("Subtype"))
            if kind != "Link":
                what = f"page {page.number} has an annotation that is no link"
                yield evidence.fault("active-content", what, f"found {spelled(kind)}")
                continue
            action = evidence.document.dictionary(annotation.get("A", {}), "the action of a link")
            yield from foreign(evidence, f"a link of page {page.number}", annotation, LINK)
            yield from foreign(evidence, f"a link of page {page.number}", action, ACTION)
            flags = evidence.document.resolve(annotation.get("F", 0))
            if flags not in SEEN:
                what = f"a link of page {page.number} is hidden, or shown at times"
                yield evidence.fault("active-content", what, f"expected flags 0 or 4, found {spelled(flags)}")
            border = evidence.document.numbers(annotation.get("Border"), "the border of a link", 3)
            if border[2]:
                what = f"a link of page {page.number} is drawn as a frame over the text"
                yield evidence.fault(
                    "active-content", what, f"expected a border of 0 pt, found {border[2]:g}"
                )
            if evidence.document.resolve(action.get("S")) != "URI":
                what = f"a link of page {page.number} does something else than open an address"
                yield evidence.fault("active-content", what, f"found {spelled(action.get('S'))}")


def foreign(
    evidence: Evidence, what: str, entries: Mapping[str, Any], known: frozenset[str]
) -> Iterator[Finding]:
    """Entries that no leaflet has: among them are all that act, and all that attach files."""
    if not entries.keys() <= known:
        names = sorted(entries.keys() - known)
        yield evidence.fault(
            "active-content", f"{what} has entries that no leaflet has", f"found {', '.join(names)}"
        )
    for name in entries.keys() & USUAL.keys():
        if (found := evidence.document.resolve(entries[name])) != USUAL[name]:
            measure = f"expected {USUAL[name]}, found {spelled(found)}"
            yield evidence.fault("active-content", f"the {name} of {what} is not that of a leaflet", measure)


CHECK = Check(
    codes={
        "active-content": "a file does something by itself, or carries something else",
    },
    stage=Stage.BONES,
    rationale="Some who open this file fear whoever reads along. It must not run, fetch, send or attach "
    "anything, so it may have those entries alone that leaflets need.",
    find=find,
)
