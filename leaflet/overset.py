"""What does not fit its frames at the smallest size allowed, as findings: by how much, and what to do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from leaflet.columns import depth_of
from leaflet.contacts import Directory
from leaflet.contactscale import scale
from leaflet.diagnostics import Finding, shorten
from leaflet.document import Block
from leaflet.flow import shortage
from leaflet.framebreaks import TextFrame
from leaflet.geometry import Rect
from leaflet.hyphenation import Hyphenator
from leaflet.products.model import Product
from leaflet.setter import Setter
from leaflet.sheet import Placed, TextLine
from leaflet.units import to_mm


def overset_text(
    blocks: Sequence[Block],
    product: Product,
    frames: Sequence[TextFrame],
    setter: Setter,
    hyphenate: Hyphenator,
) -> Finding:
    """The memo's text at the smallest setting allowed."""
    limits = product.body
    lack = shortage(blocks, frames, setter, limits, hyphenate)
    depth = sum(frame.height for frame in frames)
    letters = sum(len(block.phrase.text) for block in blocks)
    count = round(letters * lack / (depth + lack) / 10 + 0.5) * 10
    return Finding(
        blocks[0].phrase.place,
        "overset-text",
        f"the text is too long for the {product.name} by {to_mm(lack):.1f} mm of depth",
        f"{len(frames)} frames of {to_mm(frames[0].width):.0f} mm, {to_mm(depth):.0f} mm deep in all, "
        f"at {limits.least_size:g} pt, the smallest size allowed",
        f"shorten by about {count} characters",
    )


def overset_part(panel: str, part: Placed, lack: float) -> Finding:
    """A part of a panel that leaves too little room for the text: its longest block is what is too long."""
    lines = [item for item in part.items if isinstance(item, TextLine)]
    longest, count = Counter(line.tag.block for line in lines).most_common(1)[0]
    first = next(line for line in lines if line.tag.block == longest)
    return Finding(
        first.place,
        "overset-text",
        f'panel "{panel}": a text leaves too little room for those under it: {shorten(first.text)}',
        f"{count} lines, by {to_mm(lack):.1f} mm of depth",
        "shorten the text",
    )


def overset_contacts(directory: Directory, product: Product, frames: Sequence[Rect]) -> Iterator[Finding]:
    """The contact list at its smallest scale: words that are too wide, or else too many entries."""
    limits = product.contacts
    contacts = directory.at(scale(limits, -1).packed, min(frame.width for frame in frames))
    wide = list(contacts.wide_words())
    for phrase, excess in wide:
        what = f"a word of a contact is too wide for the {product.name}: {shorten(phrase.text)}"
        measure = f"by {to_mm(excess):.1f} mm, at the smallest size allowed"
        yield Finding(phrase.place, "overset-text", what, measure, "shorten the word")
    if wide:
        return
    depth = sum(frame.height for frame in frames)
    lack = max(depth_of(contacts.elements) - depth, contacts.scale.code)
    printed = directory.document.contacts
    yield Finding(
        printed[-1].name.place,
        "overset-contacts",
        f"the {len(printed)} contacts are too many for the {product.name} by {to_mm(lack):.1f} mm of depth",
        f"{len(frames)} frames, {to_mm(depth):.0f} mm deep in all, with codes of "
        f"{limits.least_code:g} mm and names of {limits.small[1]:g} pt, the smallest allowed; "
        "how many would fit is not known",
        "make an edition for each region, or the A4 edition, or shorten names",
    )
