"""A list of contacts on flap and back says on both that it goes on, or the build tells that it does not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import leaflet
from leaflet import editions
from leaflet.content import Content
from leaflet.diagnostics import Severity
from leaflet.fonts import FontFolder
from leaflet.sheet import TextLine


def with_more(content: Content, language: str, count: int) -> Content:
    """The content with so many more organisations, each like the last one."""
    last, words = content.organizations[-1], content.languages[language]
    more = tuple(replace(last, id=f"more-{number}", row=None) for number in range(count))
    named = {**words.organizations, **{entry.id: words.organizations[last.id] for entry in more}}
    return replace(
        content,
        organizations=(*content.organizations, *more),
        languages={**content.languages, language: replace(words, organizations=named)},
    )


def with_longer(content: Content, language: str, id: str) -> Content:
    """The content with a long name of an organisation that stands on the back."""
    words = content.languages[language]
    named = words.organizations[id]
    name = replace(named.name, text=f"{named.name.text} {'и помощь людям ' * 6}".rstrip())
    organizations = {**words.organizations, id: replace(named, name=name)}
    return replace(
        content, languages={**content.languages, language: replace(words, organizations=organizations)}
    )


def test_a_list_without_room_to_say_that_it_goes_on_is_told_by_the_build(
    content: Content, typeface: FontFolder, tmp_path: Path
) -> None:
    edition = editions.Edition("kk", None, leaflet.PRODUCTS["trifold"])
    built = editions.build(edition, with_more(content, "kk", 1), typeface, tmp_path / "sheet.pdf")
    assert built.paths
    blocks = {
        item.tag.block
        for side in built.layout.sides
        for panel in side.panels
        for item in panel.items
        if isinstance(item, TextLine)
    }
    assert not blocks & {"labels.contacts_go_on", "labels.contacts_continued"}
    assert [(finding.code, finding.severity) for finding in built.findings] == [
        ("untold-list", Severity.NOTE)
    ]
    assert built.findings[0].what.endswith("; all contacts are printed: it may be given out so")


def test_where_there_is_room_on_the_flap_alone_it_says_that_the_list_goes_on(
    content: Content, typeface: FontFolder, tmp_path: Path
) -> None:
    edition = editions.Edition("ru", None, leaflet.PRODUCTS["trifold-letter"])
    built = editions.build(edition, with_longer(content, "ru", "feniks"), typeface, tmp_path / "sheet.pdf")
    (finding,) = built.findings
    assert (finding.code, finding.severity) == ("untold-list", Severity.NOTE)
    assert "this panel has no room to say so: back" in finding.what
    flap, *_ = built.layout.sides[0].panels
    assert any(
        isinstance(item, TextLine) and item.tag.block == "labels.contacts_go_on" for item in flap.items
    )


def test_a_list_with_room_to_say_that_it_goes_on_says_so(
    content: Content, typeface: FontFolder, tmp_path: Path
) -> None:
    edition = editions.Edition("kk", None, leaflet.PRODUCTS["trifold"])
    built = editions.build(edition, content, typeface, tmp_path / "sheet.pdf")
    assert built.findings == ()
