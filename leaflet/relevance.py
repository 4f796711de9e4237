"""Which findings about a content touch what is to be made of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from leaflet.content import Content
from leaflet.content.memo import unlike_source
from leaflet.content.mistaken import mistaken
from leaflet.diagnostics import Finding
from leaflet.localization import unprintable

FACT_FILES = ("hotlines", "organizations", "regions", "short_numbers")


def relevant(content: Content, languages: Sequence[str]) -> Iterator[Finding]:
    """The findings that touch these languages: in the facts, in their own files, or in that of the source.

    Whoever holds a translation against the source should know what is doubtful about the source itself.
    """
    stems = {*FACT_FILES, *languages}
    if languages and content.source:
        stems.add(content.source.tag)
    if content.source is None and all(language in content.languages for language in languages):
        # Without the source no translation can be compared: what is wrong with any file matters.
        stems |= {Path(finding.place.file).stem for finding in content.findings}
    for finding in content.findings:
        path = Path(finding.place.file)
        if path.stem in stems or path == content.directory:
            yield finding
    yield from unlike_source(content)
    for language in languages:
        if language in content.languages:
            yield from unprintable(content, language)
    concerned = [*languages, content.source.tag] if languages and content.source else languages
    for language in dict.fromkeys(concerned):
        if language in content.languages:
            yield from mistaken(content, language)
