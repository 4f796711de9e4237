"""Texts that only hold a place, or that are another text of the memo."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from leaflet.content.encoding import quoted
from leaflet.content.letters import words
from leaflet.content.model import Text
from leaflet.content.plain import bare, each_of
from leaflet.diagnostics import Finding, Severity

# What a whole text says that says nothing.
_NOTHING = frozenset(
    each_of(
        "todo/tbd/tba/fixme/n a/na/nil/null/none/nan/undefined/empty/x/text/see above/see below/ditto/etc/"
        "translate/translate me/to be translated/translation/no translation/not translated/untranslated/"
        "missing/no data/test/нет/нет данных/нет перевода/пусто/перевод/нужен перевод/перевести/"
        "не переведено/см выше/см ниже/то же/и т д/и т п/и так далее/текст/тест/х/хх/ххх/жоқ/бос/"
        "аударма/аударма керек/аудару керек/жоғарыдан қараңыз/т б/мәтін",
        "/",
    )
)
_ANYWHERE = re.compile(r"(?<!\w)(?:TODO|TBD|FIXME|XX+|xxx+|ХХХ+|ххх+|[Ll]orem [Ii]psum)(?!\w)")
_LONGEST_NOTHING = 40
_SHOWN = 30


def check_stand_ins(ours: Mapping[str, Text], theirs: Mapping[str, Text]) -> Iterator[Finding]:
    """Warnings about texts that say nothing, or what another one says where the source's do not."""
    for path, text in ours.items():
        beside = theirs.get(path)
        if _says_nothing(text):
            what = f"{quoted(text.text[:_SHOWN])} only holds a place"
            remedy = "write the text" if beside in (None, text) else f"translate {beside.place}"
            yield Finding(text.place, "stand-in", what, "", remedy, Severity.WARNING)
    yield from _copies(ours, theirs)


def _says_nothing(text: Text) -> bool:
    if len(text.text) <= _LONGEST_NOTHING and " ".join(words(text.text)).casefold() in _NOTHING:
        return True
    return bool(_ANYWHERE.search(bare(text.text)))


def _copies(ours: Mapping[str, Text], theirs: Mapping[str, Text]) -> Iterator[Finding]:
    """Texts of the memo that say what another one says elsewhere in it, where the source says two things."""
    first: dict[tuple[str, ...], str] = {}
    for path, text in ours.items():
        said = _said(text)
        if not path.startswith("memo.") or not said:
            continue
        other = first.setdefault(said, path)
        is_told = other.rpartition(".")[0] == path.rpartition(".")[0] and _is_item(path)
        if other == path or is_told or _are_one(theirs, path, other):
            continue
        what = f"the text stands in the memo twice: {quoted(text.text[:_SHOWN])}"
        measure = f"first in {ours[other].place}"
        remedy = "compare it with its source: what should stand here?"
        yield Finding(text.place, "repeated-item", what, measure, remedy, Severity.WARNING)


def _said(text: Text) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words(text.text))


def _is_item(path: str) -> bool:
    """Whether a text is one of a list: that two of them are the same is told of the list."""
    return path.rpartition(".")[2].isdecimal()


def _are_one(theirs: Mapping[str, Text], path: str, other: str) -> bool:
    return path in theirs and other in theirs and _said(theirs[path]) == _said(theirs[other])
