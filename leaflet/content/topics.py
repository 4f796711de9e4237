"""Headings and labels that speak of something else than their source: rights for duties."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import texts
from leaflet.content.model import Language
from leaflet.content.names import COMPARED, as_written
from leaflet.content.vocabulary import Vocabulary
from leaflet.diagnostics import Finding, Severity

# What headings and labels speak of, in Kazakh, Russian and English.
_TOPICS = Vocabulary(
    {
        "rights": "құқық право права прав_ правах правам right",
        "duties": "міндет обязан долг_ duty duties obligation responsib",
        "signs": "белгі признак sign indicator",
        "trafficking": "сауда торговл торговц traffick",
        "victims": "құрбан жертв пострадавш victim",
        "advice": "кеңес совет рекоменд advice tips_ tip_ recommend",
        "migrants": "мигрант migrant",
        "foreigners": "шетел иностран foreign",
        "faxes": "факс fax",
        "embassies": "елшілі посольств embass",
    }
)


def check_topics(translation: Language, source: Language) -> Iterator[Finding]:
    """Warnings about headings and labels with a topic that their source has not, or without its topic."""
    if not COMPARED.issuperset((translation.tag, source.tag)):
        return
    ours, theirs = texts(translation), texts(source)
    for path in [path for path in ours if path in theirs and _is_judged(path)]:
        text, beside = ours[path], theirs[path]
        lacking, extra = _TOPICS.lacking(text.text, beside.text), _TOPICS.lacking(beside.text, text.text)
        if not (lacking or extra):
            continue
        word = lacking or extra
        shown = quoted(as_written(word, (beside if lacking else text).text))
        said = " or ".join(_TOPICS.said(word))
        what = f"its source speaks of {said}, and this text does not"
        if not lacking:
            what = f"this text speaks of {said}, and its source does not"
        measure = f"found {shown} {'there' if lacking else 'here'}"
        remedy = f"compare it with {beside.place}: has it changed places with another one?"
        yield Finding(text.place, "other-topic", what, measure, remedy, Severity.WARNING)


def _is_judged(path: str) -> bool:
    return path.endswith(".heading") or path.startswith(("memo.cover.", "memo.contacts.", "labels."))
