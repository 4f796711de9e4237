"""Texts that only hold a place, or that are another text of the memo or another label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from leaflet.content.encoding import quoted
from leaflet.content.letters import words
from leaflet.content.model import Text
from leaflet.content.pairs import TRANSLATED
from leaflet.content.plain import bare, each_of, plain
from leaflet.diagnostics import Finding, Severity

# What a whole text says that says nothing.
_NOTHING = frozenset(
    each_of(
        "todo/tbd/tba/fixme/n a/na/nil/null/none/nan/undefined/empty/x/text/see above/see below/ditto/etc/"
        "translate/translate me/to be translated/translation/no translation/not translated/untranslated/"
        "missing/no data/test/нет/нет данных/нет перевода/пусто/перевод/нужен перевод/перевести/"
        "не переведено/см выше/см ниже/то же/и т д/и т п/и так далее/текст/тест/х/хх/ххх/жоқ/бос/аударма/"
        "аударма керек/аудару керек/жоғарыдан қараңыз/т б/мәтін",
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
        if says_nothing(text):
            what = f"{quoted(text.text[:_SHOWN])} only holds a place"
            remedy = "write the text" if beside in (None, text) else f"translate {beside.place}"
            yield Finding(text.place, "stand-in", what, "", remedy, Severity.WARNING)
    yield from _repeated(ours, theirs)


def says_nothing(text: Text) -> bool:
    """Whether a text only holds the place of one."""
    if len(text.text) <= _LONGEST_NOTHING and " ".join(words(text.text)).casefold() in _NOTHING:
        return True
    return bool(_ANYWHERE.search(bare(text.text)))


def _repeated(ours: Mapping[str, Text], theirs: Mapping[str, Text]) -> Iterator[Finding]:
    """Items of one list, or labels, that say the same; texts of the memo, where the source says two things.

    That two have changed places cannot be told: nothing but the key says what a text is for.
    """
    first: dict[tuple[str, str], str] = {}
    for path, text in ours.items():
        parent, _, key = path.rpartition(".")
        said = _said(text)
        if not said or not path.startswith(TRANSLATED):
            continue
        is_one_of_many = key.isdecimal() or parent == "labels"
        beside = first.setdefault((parent, said), path) if is_one_of_many else path
        elsewhere = first.setdefault(("memo", said), path) if parent != "labels" else path
        if beside != path:
            before, among = beside, "among the labels" if parent == "labels" else "in the same list"
        elif elsewhere != path and not _are_one(theirs, path, elsewhere):
            before, among = elsewhere, "in the memo"
        else:
            continue
        what = f"the text stands {among} twice: {quoted(text.text[:_SHOWN])}"
        remedy = "compare it with its source: what should stand here?"
        measure = f"first in {ours[before].place}"
        yield Finding(text.place, "repeated-item", what, measure, remedy, Severity.WARNING)


def _said(text: Text) -> str:
    """What a text says, with its figures and placeholders: the marks at its ends say nothing."""
    return " ".join(plain(text.text).split()).strip(".;:").casefold()


def _are_one(theirs: Mapping[str, Text], path: str, other: str) -> bool:
    return path in theirs and other in theirs and _said(theirs[path]) == _said(theirs[other])
