"""Where the outline leads, and the ways back from marks and links to what they are of.

What is expected of the outline is told from the document, and not by the code that writes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import Any, NamedTuple, TypeAlias

from leaflet.diagnostics import Finding, shorten
from leaflet.document import Document, Role
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, lines
from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError, Ref, text_of
from leaflet.sheet import TextLine

LEVELS = {Role.AUDIENCE: 0, Role.HEADING: 1, Role.SUBHEADING: 2}
CONTACT = 2
NEAR = 0.05
"""How far an entry may lead beside its heading, in points: coordinates are rounded."""
DEEPEST = 4
MOST_CHILDREN = 1000
"""Marks, links and elements of an element: those of a leaflet have at most 150."""
ELEMENT = re.compile(
    rb"<</S/\w++/P \d++ 0 R/Pg (\d++) 0 R/K\[((?:\d{1,10}+(?: 0 R)?+ ?+)*+)"
    rb"(?:<</Type/OBJR/Obj (\d++) 0 R>>)?+\]>>\s*+"
)
"""An element with marks on one page alone, packed as leaflets are: its page, its children, its link."""
CHILD = re.compile(rb"(\d++)( 0 R)?+")


Children: TypeAlias = set[tuple[Ref, int | None]]
"""Marks of an element, each with the page that it stands on, and links with None."""


class Entry(NamedTuple):
    """An entry of the outline: its level from 0, its words, its page from 0, and its top in points."""

    level: int
    title: str
    page: int
    top: float


def find(evidence: Evidence) -> Iterator[Finding]:
    document, catalog = evidence.document, evidence.catalog
    for holder, name in (("MarkInfo", "Marked"), ("ViewerPreferences", "DisplayDocTitle")):
        entries = document.dictionary(catalog.get(holder, {}), f"the {holder}")
        if document.resolve(entries.get(name)) is not True:
            what = f"the file does not say {name}"
            yield evidence.fault("wrong-bearing", what, "else it is read as it lies, under the file's name")
    # The sheet that checks a printer is no leaflet.
    if not evidence.is_proof:
        yield from misled(evidence)
    yield from unreturned(evidence)


def misled(evidence: Evidence) -> Iterator[Finding]:
    """Entries of the outline that are lost, say other words than their heading, or lead elsewhere."""
    whole = not evidence.layout.part
    found = [*outline(evidence)]
    for ours, theirs in zip_longest(expected(evidence), found):
        if ours is None or theirs is None or not alike(ours, theirs, whole=whole):
            what = "an entry of the outline is not that of its heading, or leads elsewhere"
            measure = f"expected {told(ours)}, found {told(theirs)}"
            yield evidence.fault("wrong-bearing", what, measure)
            return  # All that follows is out of step.


def alike(ours: Entry, theirs: Entry, *, whole: bool) -> bool:
    """Fronts or backs alone begin with the highest heading that they have."""
    same = ours[1:3] == theirs[1:3] and abs(ours.top - theirs.top) <= NEAR
    return same and (ours.level == theirs.level or not whole)


def told(entry: Entry | None) -> str:
    if entry is None:
        return "nothing"
    return f"{shorten(entry.title)} (level {entry.level + 1}, page {entry.page + 1} at {entry.top:.1f} pt)"


def expected(evidence: Evidence) -> Iterator[Entry]:
    """Whom the leaflet is for, the headings of the memo, then who helps under what they are."""
    first: dict[str, tuple[int, TextLine]] = {}
    for page, side in enumerate(evidence.layout.sides):
        for line in lines(side):
            first.setdefault(line.tag.block, (page, line))
    for block, level, title in headings(evidence.layout.document):
        if block in first:
            page, line = first[block]
            yield Entry(level, title.replace("\u00a0", " "), page, line.baseline + line.size)


def headings(document: Document) -> Iterator[tuple[str, int, str]]:
    """Blocks, levels and words of all headings, in order."""
    for block in (document.audience, *document.body):
        if block.role in LEVELS:
            yield block.id, LEVELS[block.role], block.phrase.text
    for group in document.contact_groups:
        yield group.heading.id, LEVELS[Role.HEADING], group.heading.phrase.text
        for contact in group.contacts:
            own = "place" if contact.scope is None else "scope"
            words = f"{contact.place.text}, {contact.name.text}"
            yield f"contact.{contact.id}.{own}", CONTACT, words


def outline(evidence: Evidence) -> Iterator[Entry]:
    """The entries of the outline, from the first to the last. Raises DamagedError."""
    document = evidence.document
    pages = leaves(evidence)
    for level, entry in evidence.outline[1:]:
        target = document.array(entry.get("Dest"), "where an entry leads")
        if len(target) < 4 or target[0] not in pages or level > DEEPEST:
            raise DamagedError("an entry of the outline leads nowhere")
        top = document.resolve(target[3])
        title = text_of(document.resolve(entry.get("Title")))
        yield Entry(level, title, pages.index(target[0]), top if isinstance(top, int | float) else 0.0)


def leaves(evidence: Evidence) -> list[Any]:
    """What leads to the pages. Raises DamagedError."""
    root = evidence.document.dictionary(evidence.catalog.get("Pages"), "the pages")
    return evidence.document.array(root.get("Kids"), "the pages")


def unreturned(evidence: Evidence) -> Iterator[Finding]:
    """Marks and links from which no way leads back to the element that they are of (14.7.4.4)."""
    document = evidence.document
    root = document.dictionary(evidence.catalog.get("StructTreeRoot", {}), "the structure")
    tree = document.dictionary(root.get("ParentTree", {}), "the parent tree")
    rows = document.array(tree.get("Nums", []), "the parent tree")
    above = {key: value for key, value in zip(rows[::2], rows[1::2], strict=False) if type(key) is int}
    known: dict[Ref, Children] = {}

    def leads_back(owner: Any, leaf: Any, mark: int | None) -> bool:
        if not (isinstance(owner, Ref) and isinstance(leaf, Ref)):
            return False
        if owner not in known:
            known[owner] = children(document, owner)
        return (leaf, mark) in known[owner]

    for page, leaf in zip(evidence.pages, leaves(evidence), strict=False):
        owners = document.resolve(row(above, page.entries.get("StructParents")))
        marks = owners if isinstance(owners, list) else []
        lost = sum(not leads_back(owner, leaf, mark) for mark, owner in enumerate(marks))
        touched = document.array(page.entries.get("Annots", []), "the links")
        for link, entries in zip(touched, page.annotations, strict=True):
            lost += not leads_back(row(above, entries.get("StructParent")), link, None)
        if lost or not isinstance(owners, list):
            what = f"what stands on page {page.number} is not heard where it is shown"
            measure = f"{lost or 'all'} of its marks and links do not lead back to what they are of"
            yield evidence.fault("wrong-bearing", what, measure)


def row(above: Mapping[int, Any], key: Any) -> Any:
    """What a row of the parent tree says."""
    return above.get(key) if type(key) is int else None


def children(document: PdfFile, element: Ref) -> Children:
    """The marks of an element, each with its page, and the links. Raises DamagedError."""
    packed = document.packed(element.number)
    if packed and (found := ELEMENT.fullmatch(packed[1])):
        page = Ref(int(found[1]))
        marks: Children = {(page, int(number)) for number, below in CHILD.findall(found[2]) if not below}
        return marks | {(Ref(int(found[3])), None)} if found[3] else marks
    entries = document.resolve(element)
    if not isinstance(entries, dict):
        return set()
    own, kids = entries.get("Pg"), document.resolve(entries.get("K"))
    below = kids if isinstance(kids, list) else [kids]
    if len(below) > MOST_CHILDREN:
        raise DamagedError(f"expected at most {MOST_CHILDREN} children of an element, found more")
    values = [document.resolve(kid) for kid in below]
    pairs = [(own, value) for value in values]
    told = [value for value in values if isinstance(value, dict)]
    pairs += [(kid.get("Pg", own), kid.get("MCID")) for kid in told]
    links = {(kid["Obj"], None) for kid in told if isinstance(kid.get("Obj"), Ref)}
    return links | {(page, mark) for page, mark in pairs if isinstance(page, Ref) and type(mark) is int}


CHECK = Check(
    codes={
        "wrong-bearing": "an entry of the outline, a mark or a link leads to something else than its own",
    },
    stage=Stage.AFFORDABLE,
    rationale="Who hears the sheet goes by its headings: one with another's name dials another's number. And "
    "from a link that was found by touch a screen reader must find back into the text.",
    find=find,
)
