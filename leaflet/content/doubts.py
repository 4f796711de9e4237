"""Doubts that are open, and those said to be minor that are not: about a number, or grave in the source."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import texts
from leaflet.content.model import Amendment, Language, Text
from leaflet.content.plain import PLACEHOLDER
from leaflet.diagnostics import Finding, Severity


def open_doubt(doubt: Amendment, remedy: str, severity: Severity) -> Finding:
    """That a doubt is open, and what to do about it."""
    what = f"it is in doubt whether these words are right: {quoted(doubt.printed.text)}"
    return Finding(doubt.at.place, "open-doubt", what, f"{doubt.at}: {doubt.why}", remedy, severity)


def check_doubts(language: Language, source: Language) -> Iterator[Finding]:
    """Warnings about minor doubts that a release would pass, though a reader may be misled."""
    known = texts(language)
    grave = {doubt.at.text: doubt for doubt in source.doubts if not doubt.minor}
    for doubt in language.doubts:
        path = doubt.at.text
        if not doubt.minor or path not in known:
            continue
        if path in grave:
            what = "a doubt is said to be minor, and that of the source about the same text is not"
            measure = f"it stands in {grave[path].at.place}"
            remedy = "remove minor: the memo's authors say what is meant"
            yield Finding(doubt.at.place, "minor-doubt", what, measure, remedy, Severity.WARNING)
        elif _has_number(path, known[path]):
            what = "a doubt about a text with a number is said to be minor"
            measure = f"found {quoted(known[path].text)} in line {known[path].place.line}"
            remedy = "remove minor: who rings a wrong number is misled, so the memo's authors answer first"
            yield Finding(doubt.at.place, "minor-doubt", what, measure, remedy, Severity.WARNING)


def _has_number(path: str, text: Text) -> bool:
    """Whether a text of the memo or a label has figures or the number of a hotline; a name is no number."""
    is_name = path.startswith("organizations.")
    return not is_name and bool(PLACEHOLDER.search(text.text) or any(map(str.isdecimal, text.text)))
