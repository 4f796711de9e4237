"""The structure tree of a file: what assistive technology is given (ISO 32000-1, 14.7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from leaflet.preflight.pdffile import PdfFile
from leaflet.preflight.pdfobjects import DamagedError, Ref

MOST_ELEMENTS = 5000
"""Elements of the structure tree: a leaflet has about 260."""
WORDLESS = re.compile(
    rb"<</S/(\w++)/P \d++ 0 R(?:/Pg \d++ 0 R)?+"
    rb"/K\[((?:\d{1,10}+(?: 0 R)?+ ?+)*+)(?:<</Type/OBJR/Obj \d++ 0 R>>)?+\]>>\s*+"
)
"""An element without words of its own, as most are: of interest are the elements below it alone."""
BELOW = re.compile(rb"(\d++) 0 R")


def elements(document: PdfFile, root: Any) -> Iterator[Mapping[str, Any]]:
    """The elements of the tree with that root in the order of reading. Raises DamagedError.

    Those without words are not parsed; they stand here with their kinds alone.
    """
    left = [root]
    for _ in range(MOST_ELEMENTS):
        if not left:
            return
        if len(left) > MOST_ELEMENTS:
            break
        value = left.pop()
        packed = document.packed(value.number) if isinstance(value, Ref) else None
        if packed and (wordless := WORDLESS.fullmatch(packed[1])):
            left += [Ref(int(number)) for number in reversed(BELOW.findall(wordless[2]))]
            yield {"S": wordless[1].decode()}
            continue
        element = document.resolve(value)
        if isinstance(element, list):
            left += reversed(element)
        elif isinstance(element, dict):
            left += [element["K"]] if "K" in element else []
            if "S" in element:
                yield element
    raise DamagedError(f"expected at most {MOST_ELEMENTS} elements in the structure, found more")
