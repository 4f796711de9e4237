"""What each text is heard as, and in which order: headings, lists, numbers after what they are for.

What is expected is told here by plain rules from the lines of the layout, and not by the code that tags them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from leaflet.diagnostics import Finding
from leaflet.document import Role
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence
from leaflet.sheet import Code, Layout, PlacedPanel, TextLine, in_order

HEADINGS = {
    Role.AUDIENCE: "H1",
    Role.HEADING: "H2",
    Role.SUBHEADING: "H3",
    Role.SCOPE: "H3",
    Role.PLACE: "H3",
}
ITEMS = (Role.CHECK_ITEM, Role.LIST_ITEM)
SILENT = (Role.FOLIO, Role.SCALE)
OPENING = ("labels.language", "labels.draft", "memo.cover.audience", "memo.cover.title", "labels.region")
"""What the leaflet is: heard before all else."""
CALLS = ("labels.danger", "hotline.", "labels.advice", "hotline.trafficking.")
"""Whom to call in danger, then for advice."""
CONTACT, MEMO = "contact.", "memo."


def find(evidence: Evidence) -> Iterator[Finding]:
    layout = evidence.layout
    if evidence.is_proof:
        return
    # Fronts or backs alone begin with the highest heading that they have.
    whole = not layout.part
    found = [level(str(element["S"]), whole=whole) for element in evidence.elements if "S" in element]
    wanted = [("Document", "the document")]
    wanted += [(level(kind, whole=whole), block) for block, own in heard(layout) for kind in own]
    for promised, theirs in zip_longest(wanted, found):
        ours, block = promised or (None, "the last one")
        if ours != theirs:
            what = f"a text is heard as something else, or in another place: {block}"
            yield evidence.fault(
                "wrong-hearing", what, f"expected {ours or 'nothing'}, found {theirs or 'nothing'}"
            )
            return  # All that follows is out of step.


def level(kind: str, *, whole: bool) -> str:
    """A kind as it is compared: where a file is a part, any heading is as good as another."""
    return kind if whole or kind not in HEADINGS.values() else "H"


def heard(layout: Layout) -> Iterator[tuple[str, list[str]]]:
    """Each block in the order of hearing, with the kinds of its elements."""
    memo = {block.id for block in layout.document.body}
    panels = in_order(layout.sides)
    told: set[str] = set()
    listed = ""
    # One list of contacts: panels of contacts alone come after the memo.
    for late in (False, True):
        for page, panel in panels:
            if late == is_directory(panel, memo):
                for block, own, item in ordered(panel, alone=len(layout.sides[page].panels) == 1):
                    # The memo goes on from panel to panel.
                    if block in told:
                        continue
                    if block.startswith(MEMO):
                        told.add(block)
                    section = block.rpartition(".")[0] if item else ""
                    yield block, ["L", *own] if section not in ("", listed) else own
                    listed = section


def is_directory(panel: PlacedPanel, memo: set[str]) -> bool:
    """Whether contacts stand on a panel, and nothing of the memo's text."""
    blocks = {item.tag.block for item in panel.items if isinstance(item, TextLine)}
    return not blocks & memo and any(block.startswith(CONTACT) for block in blocks)


def ordered(panel: PlacedPanel, *, alone: bool) -> Iterator[tuple[str, list[str], bool]]:
    """The blocks of a panel in the order of hearing, with their kinds, and whether they are list items."""
    silent = (*SILENT, Role.STATUS) if alone else SILENT
    blocks: dict[str, list[TextLine]] = {}
    for item in panel.items:
        if isinstance(item, Code):
            blocks[item.tag.block] = []
        elif isinstance(item, TextLine) and item.tag.role not in silent:
            blocks.setdefault(item.tag.block, []).append(item)
    groups: dict[str, list[str]] = {"opening": []}
    for block in blocks:
        groups.setdefault(group(block), []).append(block)
    for own in groups.values():
        for block in sorted(own, key=turn) if len(own) > 1 else own:
            lines = blocks[block]
            # The place of who serves the whole country stands under that.
            below = f"{block.removesuffix(Role.PLACE)}{Role.SCOPE}" in blocks
            yield block, kinds(lines, below=below), bool(lines) and lines[0].tag.role in ITEMS


def group(block: str) -> str:
    """What a block belongs to: what the leaflet is, the numbers to call, one contact, or itself alone."""
    if block.startswith(CONTACT):
        return block.rpartition(".")[0]
    if block in OPENING:
        return "opening"
    return "calls" if block.startswith(CALLS) else block


def turn(block: str) -> int:
    """When a block is heard: danger and its numbers, advice and the hotline; codes after what they are of."""
    if block.endswith(".code"):
        return len(CALLS)
    return max((index for index, start in enumerate(CALLS) if block.startswith(start)), default=0)


def kinds(lines: list[TextLine], *, below: bool) -> list[str]:
    """The kinds of the elements of a block, its links with it; of a code, which has no lines, a figure."""
    if not lines:
        return ["Figure"]
    role = lines[0].tag.role
    kind = "P" if role is Role.PLACE and below else HEADINGS.get(role, "P")
    own = ["LI", "LBody"] if role in ITEMS else [kind]
    for line in lines:
        before = ""
        for run in line.runs:
            if run.link and run.link != before:
                own.append("Link")
            before = run.link
    return own


CHECK = Check(
    codes={
        "wrong-hearing": "a text is heard as something else than it is, out of its order, or not at all",
    },
    stage=Stage.AFFORDABLE,
    rationale="Who cannot see the sheet hears it from first to last: what is not tagged is not heard, and a "
    "number before what it is for is called for something else.",
    find=find,
)
