"""What a record answers: that somebody who reads both found that a text says what its source says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import fingerprint, texts
from leaflet.content.model import Language
from leaflet.diagnostics import Finding, Severity

_NAMED = ("organizations.", "regions.")
# A number is a fact: no reading makes another one right.
_UNANSWERABLE = "number-in-text"


def unanswered(translation: Language, source: Language, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings about texts that no record answers, each with the record that would."""
    ours, theirs = texts(translation), texts(source)
    paths = {text.place: path for path, text in ours.items() if path in theirs}
    for finding in findings:
        path = paths.get(finding.place)
        if path is None or not _is_answerable(finding):
            yield finding
            continue
        now = fingerprint(f"{theirs[path]}\n{ours[path]}")
        record = translation.alike.get(path)
        if record is None or record.text != now:
            way = f'; or, once somebody who reads both has found so, set alike {path} to "{now}"'
            yield replace(finding, remedy=finding.remedy + way)


def unsettled(translation: Language, source: Language, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same; and records for texts of memo and labels of which there is nothing to say."""
    every = list(findings)
    yield from unanswered(translation, source, every)
    doubted = {finding.place for finding in every if _is_answerable(finding)}
    ours = texts(translation)
    for path, record in translation.alike.items():
        # Names and places are held against more than the source's: what is said of them is told elsewhere.
        if not path.startswith(_NAMED) and (path not in ours or ours[path].place not in doubted):
            what = f"nothing is said of {quoted(path)} that its record under alike answers"
            remedy = "remove the record"
            yield Finding(record.place, "superfluous-record", what, remedy=remedy, severity=Severity.WARNING)


def _is_answerable(finding: Finding) -> bool:
    return finding.severity is Severity.WARNING and finding.code != _UNANSWERABLE
