"""A layout held against its document: what must be said is, whole; every touch and code can be trusted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from leaflet.diagnostics import Finding, Place, shorten
from leaflet.document import Document, Phrase, Role
from leaflet.geometry import Rect
from leaflet.linebreak import SOFT_HYPHEN
from leaflet.localization import HOTLINES
from leaflet.sheet import Code, Fill, Item, Rule, Symbol, TextLine
from leaflet.stands import Face, Stand, as_read, every
from leaflet.styles import WHITE
from leaflet.units import MM, to_mm

LEAST_CODE = 12.5 * MM
"""The least width of a code, told here anew: modules of half a millimetre, which cheap phones can read."""
SLACK = 0.1
"""Points by which something may reach into a quiet zone: rounding."""
ROUNDING = 0.001
"""Points by which a code may be smaller."""
DIALLED = ("tel:", "mailto:")


def unfaithful(document: Document, faces: Sequence[Face], *, touched: bool = True) -> Iterator[Finding]:
    """What the sides do not say of the document, and what they would dial, open or hide in its place.

    A print shop's sides open nothing: they are not ``touched``.
    """
    stands = as_read(faces)
    placed = texts(stands)
    yield from lost(document, placed)
    yield from mislabelled(document, placed)
    yield from unmarked(document, faces, placed)
    if touched:
        yield from misdialled(document, stands)
    yield from lost_codes(document, stands)
    for stand in every(faces):
        yield from unreadable_codes(stand)


def texts(stands: Iterable[Stand]) -> dict[str, str]:
    """What each block says on these panels, its lines made one."""
    placed: dict[str, str] = {}
    for stand in stands:
        for line in stand.lines:
            placed[line.tag.block] = placed.get(line.tag.block, "") + whole(line)
    return {block: bare(text) for block, text in placed.items()}


def whole(line: TextLine) -> str:
    """A line as it goes on in the next one: without the hyphen of a break, with the space of one."""
    text = line.text
    if not line.joined:
        return f"{text} "
    return text.removesuffix("-") if line.hyphenated else text


def bare(text: str) -> str:
    """Text with one space for white space of any kind, and no hint of where a word may part."""
    return " ".join(text.replace(SOFT_HYPHEN, "").split())


def lost(document: Document, placed: dict[str, str]) -> Iterator[Finding]:
    """Texts that are not on the sheet, whole: those of the memo and of contacts once, the others at least."""
    for id, phrase in once(document):
        if placed.get(id) != bare(phrase.text):
            what = f"a text is not on the sheet, whole and once: {shorten(phrase.text)}"
            yield Finding(phrase.place, "lost-text", what, ours=True)
    for contact in document.contacts:
        for phrase in contact.short_numbers:
            if bare(phrase.text) not in placed.get(f"contact.{contact.id}.{Role.NUMBER}", ""):
                what = f"a number that no touch opens is not on the sheet: {phrase.text}"
                yield Finding(phrase.place, "lost-text", what, ours=True)
        label = document.labels.fax.text
        faxes = ", ".join(bare(f"{label} {phrase.text}") for phrase in contact.faxes)
        if placed.get(f"contact.{contact.id}.{Role.FAX}", "") != faxes:
            what = f"a fax is not on the sheet, or not called one: {contact.name.text}"
            yield Finding(contact.name.place, "lost-text", what, f"expected {faxes or 'none'}", ours=True)
    for id, phrase in at_least_once(document):
        found, wanted = placed.get(id, ""), bare(phrase.text)
        if not found or found.replace(wanted, "").strip():
            what = f"a text is not on the sheet, whole: {shorten(phrase.text)}"
            yield Finding(phrase.place, "lost-text", what, ours=True)


def mislabelled(document: Document, placed: dict[str, str]) -> Iterator[Finding]:
    """Labels that say something else than theirs."""
    for id, found in placed.items():
        group, _, name = id.partition(".")
        phrase: Phrase | None = getattr(document.labels, name, None) if group == "labels" else None
        if group == "labels" and (phrase is None or found.replace(bare(phrase.text), "").strip()):
            what = f"a label says something else than its own words: {id}"
            yield Finding(Place(id), "lost-text", what, f"found {shorten(found)}", ours=True)


def once(document: Document) -> Iterator[tuple[str, Phrase]]:
    """The memo and who helps, by block."""
    for block in (document.audience, document.title, *document.body):
        yield block.id, block.phrase
    for group in document.contact_groups:
        yield group.heading.id, group.heading.phrase
    for contact in document.contacts:
        yield f"contact.{contact.id}.name", contact.name
        yield f"contact.{contact.id}.place", contact.place
        if contact.scope is not None:
            yield f"contact.{contact.id}.scope", contact.scope


def at_least_once(document: Document) -> Iterator[tuple[str, Phrase]]:
    """What every product says, by block: whom to call, and for whom the leaflet is."""
    for id in HOTLINES:
        yield f"hotline.{id}.number", document.hotline(id).number
        yield f"hotline.{id}.label", document.hotline(id).label
    labels = document.labels
    yield "labels.language", labels.language
    yield "labels.region", labels.region
    yield "labels.danger", labels.danger
    yield "labels.advice", labels.advice
    if document.contacts:
        yield "labels.scan", labels.scan
    if labels.no_local is not None:
        yield "labels.no_local", labels.no_local


def unmarked(document: Document, faces: Sequence[Face], placed: dict[str, str]) -> Iterator[Finding]:
    """An edition that does not say which it is, what its contacts rest on, or that it is a draft."""
    labels = document.labels
    imprint = placed.get("imprint", "")
    folios = [
        bare(
            "".join(
                whole(line) for stand in face.stands for line in stand.lines if line.tag.role is Role.FOLIO
            )
        )
        for face in faces
    ]
    if bare(labels.rests_on.text) not in imprint:
        yield Finding(
            labels.rests_on.place, "lost-text", "the imprint lacks what contacts rest on", ours=True
        )
    named = bare(f"{labels.edition.text} {document.edition}")
    # Where pages are numbered, the code stands beside every number.
    if not (all(text.startswith(named) for text in folios) if any(folios) else named in imprint):
        what = "the edition code is not on every sheet"
        yield Finding(labels.edition.place, "lost-text", what, f"expected {document.edition}", ours=True)
    for number, folio in enumerate(folios if any(folios) else (), 1):
        said = labels.page.text.replace("{pages}", str(len(faces))).replace("{page}", str(number))
        if folio != bare(f"{named} {said}"):
            what, measure = "a page has another number than its own", f"expected {said}, found {folio}"
            yield Finding(labels.page.place, "lost-text", what, measure, ours=True)
    if labels.draft is None:
        return
    mark = bare(labels.draft.text)
    if not document.draft:
        if mark not in imprint:
            what = "the imprint does not say that some words are a draft"
            yield Finding(labels.draft.place, "lost-text", what, ours=True)
        return
    for stand in every(faces):
        if mark not in texts([stand]).values():
            what, measure = "a panel does not say that the words are a draft", f'panel "{stand.name}"'
            yield Finding(labels.draft.place, "lost-text", what, measure, ours=True)


def misdialled(document: Document, stands: Sequence[Stand]) -> Iterator[Finding]:
    """Numbers and addresses that a touch does not open, or opens as another than they show."""
    shown: dict[tuple[str, str], str] = {}
    first: dict[tuple[str, str], TextLine] = {}
    for stand in stands:
        for line in stand.lines:
            for run in line.runs:
                if run.link:
                    key = (line.tag.block, run.link)
                    first.setdefault(key, line)
                    shown[key] = shown.get(key, "") + "".join(run.text.split())
    for (block, link), text in shown.items():
        # A hotline may stand on several panels.
        scheme = next((scheme for scheme in DIALLED if link.startswith(scheme)), "")
        if not scheme or text.replace(link.removeprefix(scheme), ""):
            line = first[block, link]
            what = f"a touch opens something else than is printed: {shorten(line.text)}"
            yield Finding(line.place, "untrue-touch", what, f"expected {text}, found {link}", ours=True)
    for contact in document.contacts:
        numbers = [(Role.NUMBER, phrase) for phrase in contact.phones]
        for role, phrase in (*numbers, *((Role.EMAIL, phrase) for phrase in contact.emails)):
            if any((f"contact.{contact.id}.{role}", run.link) not in shown for run in phrase.runs):
                what = f"no touch opens what is printed: {phrase.text}"
                yield Finding(phrase.place, "untrue-touch", what, ours=True)


def lost_codes(document: Document, stands: Sequence[Stand]) -> Iterator[Finding]:
    """Contacts, and the hotline, without a code."""
    codes = {code.payload for stand in stands for code in stand.codes}
    hotline = document.hotline(HOTLINES[0])
    if hotline.code not in codes:
        what = f"the hotline has no code on the sheet: {hotline.label.text}"
        yield Finding(hotline.number.place, "lost-code", what, ours=True)
    for contact in document.contacts:
        if contact.code not in codes:
            what = f"a contact has no code on the sheet: {contact.name.text}"
            yield Finding(contact.name.place, "lost-code", what, ours=True)


def unreadable_codes(stand: Stand) -> Iterator[Finding]:
    """Codes that are too small for phones, or whose surroundings are not clear and white.

    Lines of text near a code are told by ``soundness``: an editor can shorten them.
    """
    if not stand.codes:
        return
    painted = [(item, reach(item)) for item in stand.panel.items if not isinstance(item, TextLine)]
    for code in stand.codes:
        place = Place(code.tag.block)
        if (width := min(code.rect.width, code.rect.height)) < LEAST_CODE - ROUNDING:
            what = f"a code is too small for phones: {code.payload}"
            measure = f"expected at least {to_mm(LEAST_CODE):g} mm, found {to_mm(width):.2f} mm"
            yield Finding(place, "blocked-code", what, measure, ours=True)
        if not is_clear(code, painted):
            what = f"the quiet zone of a code is not clear and white: {code.payload}"
            yield Finding(place, "blocked-code", what, ours=True)


def is_clear(code: Code, painted: Sequence[tuple[Item, Rect]]) -> bool:
    """Whether a code has light modules round it, and nothing else of what is painted, in this order."""
    zone = code.quiet_zone
    near = [item for item, place in painted if item is code or meet(place, zone)]
    at = near.index(code)
    grounds = [
        index for index, item in enumerate(near[:at]) if isinstance(item, Fill) and item.rect.contains(zone)
    ]
    # A ground hides what was painted before it.
    ground = near[grounds[-1]] if grounds else None
    white = not isinstance(ground, Fill) or ground.ink == WHITE
    return white and len(near[grounds[-1] + 1 if grounds else 0 :]) == 1


def meet(one: Rect, other: Rect) -> bool:
    """Whether two rectangles share more than rounding."""
    # Most items are far from a code.
    if one.y + SLACK >= other.top or one.top - SLACK <= other.y:
        return False
    return min(one.right, other.right) - max(one.x, other.x) > SLACK


def reach(item: Fill | Rule | Symbol | Code) -> Rect:
    """The box round what an item paints."""
    return item.rect if isinstance(item, Fill | Code) else item.box.grown(item.weight / 2)
