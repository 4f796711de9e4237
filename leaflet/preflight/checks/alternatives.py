"""Words for those who hear the sheet: each code's, and no words that the sheet does not show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from leaflet.diagnostics import Finding
from leaflet.metadata import plain
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, bare, codes
from leaflet.preflight.marks import Spoken
from leaflet.preflight.pdfobjects import DamagedError, Ref, text_of

MOST_ELEMENTS = 5000
"""Elements of the structure tree: a leaflet has about 260."""
WORDLESS = re.compile(
    rb"<</S/\w++/P \d++ 0 R(?:/Pg \d++ 0 R)?+"
    rb"/K\[((?:\d{1,10}+(?: 0 R)?+ ?+)*+)(?:<</Type/OBJR/Obj \d++ 0 R>>)?+\]>>\s*+"
)
"""An element without words of its own, as most are: of interest are the elements below it alone."""
BELOW = re.compile(rb"(\d++) 0 R")


def find(evidence: Evidence) -> Iterator[Finding]:
    elements = list(structure(evidence))
    if not elements:
        yield evidence.fault(
            "wrong-alternative", "the file has no structure: it cannot be read aloud in order"
        )
        return
    resolve = evidence.document.resolve
    found = Counter(plain(text_of(resolve(element["Alt"]))) for element in elements if "Alt" in element)
    expected = Counter(plain(code.alternative) for side in evidence.layout.sides for code in codes(side))
    if found != expected:
        what = "what is read aloud at the codes is not what the layout says"
        missing, extra = listed(expected - found), listed(found - expected)
        yield evidence.fault("wrong-alternative", what, f"missing: {missing}; extra: {extra}")
    yield from parted(evidence)
    for name in ("ActualText", "E"):
        if instead := [text_of(resolve(element[name])) for element in elements if name in element]:
            what = "other words are read aloud than those that the sheet shows"
            yield evidence.fault("wrong-alternative", what, f"found {', '.join(instead)}")


def parted(evidence: Evidence) -> Iterator[Finding]:
    """Words that part at the ends of lines may be heard whole: once, and as they are shown."""
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
        elif whole.startswith(begun):
            rests[whole.removeprefix(begun)] += 1
        else:
            what = f"another word is heard than the one that is shown: {text.strip()}"
            yield evidence.fault("wrong-alternative", what, f"found {spoken.text}")
    if rests := +rests | +Counter({rest: -count for rest, count in rests.items()}):
        what = "the ends of some words are heard and not shown, or shown and not heard"
        yield evidence.fault("wrong-alternative", what, f"found {listed(rests)}")


def structure(evidence: Evidence) -> Iterator[Mapping[str, Any]]:
    """The elements of the structure tree (ISO 32000-1, 14.7.2). Raises DamagedError.

    Those without words are not parsed; they stand here without entries.
    """
    document = evidence.document
    left = [evidence.catalog["StructTreeRoot"]] if "StructTreeRoot" in evidence.catalog else []
    for _ in range(MOST_ELEMENTS):
        if not left:
            return
        if len(left) > MOST_ELEMENTS:
            break
        value = left.pop()
        packed = document.packed(value.number) if isinstance(value, Ref) else None
        if packed and (wordless := WORDLESS.fullmatch(packed[1])):
            left += [Ref(int(number)) for number in BELOW.findall(wordless[1])]
            yield {}
            continue
        element = document.resolve(value)
        if isinstance(element, list):
            left += element
        elif isinstance(element, dict):
            left += [element["K"]] if "K" in element else []
            if "S" in element:
                yield element
    raise DamagedError(f"expected at most {MOST_ELEMENTS} elements in the structure, found more")


def listed(texts: Counter[str]) -> str:
    return "; ".join(sorted(texts.elements())) or "none"


CHECK = Check(
    codes={
        "wrong-alternative": "other words are heard than those that are shown",
    },
    stage=Stage.AFFORDABLE,
    rationale="A blind reader hears what the structure of the file says, not what the sheet shows: the "
    "number that is read aloud at a code must be that of its organisation.",
    find=find,
)
