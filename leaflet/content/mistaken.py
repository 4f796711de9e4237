"""Names that are in another's place: regions that a place does not name, names of other organisations."""

from __future__ import annotations

from collections.abc import Iterator

from leaflet.content.called import check_called, check_exchanged
from leaflet.content.mentions import check_mentions
from leaflet.content.model import Content
from leaflet.content.names import known_language
from leaflet.content.pairs import paired, shown
from leaflet.content.places import check_places
from leaflet.content.regionnames import check_region_names
from leaflet.content.scrutiny import unanswered
from leaflet.content.towns import Towns
from leaflet.diagnostics import Finding


def mistaken(content: Content, language: str) -> Iterator[Finding]:
    """Warnings about the names of one language that seem to stand in another's place."""
    words, source = content.languages[language], content.source
    found: list[Finding] = []
    # A region that is left out because of an error has its names all the same.
    if content.is_sound("regions.yaml"):
        found += [*check_places(content, words), *check_region_names(content, words)]
    if source is None or words is source:
        yield from found
        return
    pairs, are_known = paired(shown(words), shown(source)), all(map(known_language, (words.tag, source.tag)))
    for others in (
        check_exchanged(pairs),
        check_mentions(pairs, Towns(content, words), are_known=are_known),
        check_called(pairs) if are_known else (),
    ):
        # A name in another's place is told once.
        told = {finding.place for finding in found}
        found += [finding for finding in others if finding.place not in told]
    yield from unanswered(words, source, found)
