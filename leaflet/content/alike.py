"""What a record answers: that somebody who reads both found that a text says what its source says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import fingerprint, texts
from leaflet.content.model import Language
from leaflet.diagnostics import Finding, Severity


def unsettled(translation: Language, source: Language, findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings about texts that no record answers, each with the record that would; and vain records."""
    ours, theirs = texts(translation), texts(source)
    paths = {text.place: path for path, text in ours.items()}
    unneeded = dict(translation.alike)
    for finding in findings:
        path = paths[finding.place]
        now = fingerprint(f"{theirs[path]}\n{ours[path]}")
        record = translation.alike.get(path)
        unneeded.pop(path, None)
        if record is None or record.text != now:
            way = f'; or, once somebody who reads both has found so, set alike {path} to "{now}"'
            yield replace(finding, remedy=finding.remedy + way)
    for path, record in unneeded.items():
        what = f"nothing is said of {quoted(path)} that its record under alike answers"
        remedy = "remove the record"
        yield Finding(record.place, "superfluous-record", what, remedy=remedy, severity=Severity.WARNING)
