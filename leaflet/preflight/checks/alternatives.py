"""Words for those who hear the sheet: each code's, and no words that the sheet does not show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from leaflet.diagnostics import Finding, shorten
from leaflet.document import Document
from leaflet.metadata import plain
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, bare, codes, listed
from leaflet.preflight.marks import Spoken
from leaflet.preflight.pdfobjects import text_of


def find(evidence: Evidence) -> Iterator[Finding]:
    elements = evidence.elements
    if not elements:
        yield evidence.fault(
            "wrong-alternative", "the file has no structure: it cannot be read aloud in order"
        )
        return
    resolve = evidence.document.resolve
    found = Counter(plain(text_of(resolve(element["Alt"]))) for element in elements if "Alt" in element)
    words = promised(evidence.layout.document)
    placed = (code for side in evidence.layout.sides for code in codes(side))
    expected = Counter(plain(words.get(code.tag.block, code.alternative)) for code in placed)
    if found != expected:
        what = "what is read aloud at the codes is not what the layout says"
        missing, extra = (listed(those, "; ") for those in (expected - found, found - expected))
        yield evidence.fault("wrong-alternative", what, f"missing: {missing}; extra: {extra}")
    yield from parted(evidence)
    for name in ("ActualText", "E"):
        if instead := [text_of(resolve(element[name])) for element in elements if name in element]:
            what = "other words are read aloud than those that the sheet shows"
            yield evidence.fault("wrong-alternative", what, f"found {', '.join(instead)}")


def promised(document: Document) -> dict[str, str]:
    """What is heard at each code, by its block, from the data and not from the layout: whom it dials."""
    found = {
        f"contact.{contact.id}.code": f"{contact.place.text}, {contact.name.text}: {contact.phones[0].text}"
        for contact in document.contacts
    }
    return found | {
        f"hotline.{hotline.id}.code": f"{hotline.label.text}: {hotline.number.text}"
        for hotline in document.hotlines
    }


def parted(evidence: Evidence) -> Iterator[Finding]:
    """Words that part at the ends of lines are heard whole: once, and as they are shown."""
    for written in chain.from_iterable(evidence.written.values()):
        if written.line.joined and not written.line.runs[-1].link:
            last = written.shown[-1] if written.shown else None
            if last and not (last.spoken and last.spoken.text.strip()):
                what = f"a word that parts is not heard whole: {shorten(written.text)}"
                yield evidence.fault("wrong-alternative", what)
    parts: dict[Spoken, str] = {}
    for page in evidence.pages:
        for shown in page.shown:
            if shown.spoken is not None:
                parts[shown.spoken] = parts.get(shown.spoken, "") + shown.text
    rests: Counter[str] = Counter()
    for spoken, text in parts.items():
        whole, begun = bare(spoken.text), bare(text)
        if not whole:
            rests[begun] -= 1
            if not spoken.text:
                what = f"the end of a word is said to be nothing, which not all programs heed: {text.strip()}"
                yield evidence.fault("wrong-alternative", what)
        elif whole.startswith(begun):
            rests[whole.removeprefix(begun)] += 1
        else:
            what = f"another word is heard than the one that is shown: {text.strip()}"
            yield evidence.fault("wrong-alternative", what, f"found {spoken.text}")
    if rests := +rests | +Counter({rest: -count for rest, count in rests.items()}):
        what = "the ends of some words are heard and not shown, or shown and not heard"
        yield evidence.fault("wrong-alternative", what, f"found {listed(rests, '; ')}")


CHECK = Check(
    codes={
        "wrong-alternative": "other words are heard than those that are shown",
    },
    stage=Stage.AFFORDABLE,
    rationale="A blind reader hears what the structure of the file says, not what the sheet shows: the "
    "number that is read aloud at a code must be that of its organisation.",
    find=find,
)
