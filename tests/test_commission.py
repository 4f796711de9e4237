"""A build makes the edition that was asked for, whatever in the program was at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import chain
from pathlib import Path

import pytest

import leaflet
from leaflet import editions
from leaflet.commission import uncommissioned
from leaflet.content import Content
from leaflet.document import Block, Contact, Document, Phrase
from leaflet.fonts import FontFolder
from leaflet.output import OutputError


def other(phrase: Phrase) -> Phrase:
    """The phrase with its last figure or letter another."""
    run = phrase.runs[-1]
    return replace(phrase, runs=(*phrase.runs[:-1], replace(run, text=run.text[:-1] + "0")))


def first_contact(change: Callable[[Contact], Contact]) -> Callable[[Document], Document]:
    """The document with its first organisation changed."""

    def changed(document: Document) -> Document:
        group, *groups = document.contact_groups
        contacts = (change(group.contacts[0]), *group.contacts[1:])
        return replace(document, contact_groups=(replace(group, contacts=contacts), *groups))

    return changed


def with_label(name: str, other: str) -> Callable[[Document], Document]:
    """The document with one of its labels in the place of another."""
    return lambda d: replace(d, labels=replace(d.labels, **{name: getattr(d.labels, other)}))


def with_body(change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Callable[[Document], Document]:
    return lambda d: replace(d, body=change(d.body))


def plain(block: Block) -> Block:
    """The block without its emphasis."""
    runs = tuple(replace(run, bold=False) for run in block.phrase.runs)
    return replace(block, phrase=replace(block.phrase, runs=runs))


FAULTS: dict[str, Callable[[Document], Document]] = {
    "language": lambda d: replace(d, language="en"),
    "region": lambda d: replace(d, region="astana"),
    "name of the language": lambda d: replace(d, labels=replace(d.labels, language=d.labels.region)),
    "name of the region": lambda d: replace(d, labels=replace(d.labels, region=d.labels.language)),
    "review of the memo": lambda d: replace(d, draft=not d.draft),
    "mark of a draft": lambda d: replace(d, labels=replace(d.labels, draft=None)),
    "text of memo.cover.audience": lambda d: replace(d, audience=replace(d.audience, phrase=d.title.phrase)),
    "text of memo.cover.title": lambda d: replace(d, title=replace(d.title, phrase=d.audience.phrase)),
    "text of memo.definition.statement": with_body(lambda body: body[1:]),
    "text of memo.advice.checklist.11": with_body(lambda body: body[:-1]),
    "text of memo.advice.checklist.1": with_body(lambda body: tuple(map(plain, body))),
    "text of memo.signs.heading": with_body(lambda body: (body[0], *body[:0:-1])),
    "label scan": with_label("scan", "my_embassy"),
    "label fax": with_label("fax", "edition"),
    "label danger": with_label("danger", "advice"),
    "label contacts_go_on": with_label("contacts_go_on", "contacts_continued"),
    "label of what contacts rest on": with_label("rests_on", "scan"),
    "label no_local": with_label("no_local", "scan"),
    "headings of the contacts": lambda d: replace(
        d,
        contact_groups=tuple(
            replace(group, heading=other.heading)
            for group, other in zip(d.contact_groups, d.contact_groups[::-1], strict=True)
        ),
    ),
    "date": lambda d: replace(d, date="2020-01-01"),
    "edition code": lambda d: replace(d, edition="RU-ALMATY-20261123-ABCDEF"),
    "organisations": lambda d: replace(d, contact_groups=d.contact_groups[:1]),
    "hotlines": lambda d: replace(d, hotlines=d.hotlines[1:]),
    "name of": first_contact(lambda c: replace(c, name=other(c.name))),
    "place of": first_contact(lambda c: replace(c, place=other(c.place))),
    "scope of": first_contact(lambda c: replace(c, scope=None)),
    "code of": first_contact(lambda c: replace(c, code="tel:+77001112233")),
    "telephones of": first_contact(lambda c: replace(c, phones=(*map(other, c.phones),))),
    "short numbers of": first_contact(lambda c: replace(c, short_numbers=c.phones)),
    "faxes of": first_contact(lambda c: replace(c, faxes=c.phones)),
    "e-mails of": first_contact(lambda c: replace(c, emails=(*map(other, c.emails),))),
    "number of trafficking": lambda d: replace(
        d, hotlines=(replace(d.hotlines[0], number=d.hotlines[1].number), *d.hotlines[1:])
    ),
    "code of trafficking": lambda d: replace(
        d, hotlines=(replace(d.hotlines[0], code="tel:102"), *d.hotlines[1:])
    ),
    "name of trafficking": lambda d: replace(
        d, hotlines=(replace(d.hotlines[0], label=d.hotlines[1].label), *d.hotlines[1:])
    ),
}


@pytest.mark.parametrize("about", FAULTS)
def test_what_is_not_as_asked_is_told(about: str, content: Content) -> None:
    document = FAULTS[about](leaflet.localize(content, "ru", "almaty"))
    findings = [*uncommissioned(document, content, "ru", "almaty")]
    assert {finding.code for finding in findings} == {"other-edition"}
    assert any(f"asked for: {about}" in finding.what for finding in findings)


def test_every_edition_of_the_content_is_as_asked(content: Content) -> None:
    for language in content.languages:
        for region in (None, *(region.id for region in content.regions)):
            document = leaflet.localize(content, language, region)
            assert [*uncommissioned(document, content, language, region)] == []


def phrases(value: object) -> Iterator[Phrase]:
    """Every phrase in a document, whichever part of it holds it."""
    if isinstance(value, Phrase):
        yield value
    elif isinstance(value, tuple):
        yield from chain.from_iterable(map(phrases, value))
    elif is_dataclass(value):
        yield from chain.from_iterable(phrases(getattr(value, field.name)) for field in fields(value))


@pytest.mark.parametrize("region", [None, "abai"])
def test_every_text_of_a_document_counts_for_its_edition_code(region: str | None, content: Content) -> None:
    document = leaflet.localize(content, "ru", region)
    assert {*map(id, phrases(document))} == {*map(id, document.phrases())}
    # One of the two has what the other lacks.
    assert document.labels.no_local if region else any(contact.faxes for contact in document.contacts)


def test_a_build_of_another_region_is_not_written(
    content: Content, typeface: FontFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        editions, "localize", lambda content, language, _: leaflet.localize(content, language, "astana")
    )
    asked = editions.Edition("kk", "almaty", leaflet.PRODUCTS["trifold"])
    built = editions.build(asked, content, typeface, tmp_path / "sheet.pdf")
    assert built.paths == ()
    assert {finding.code for finding in built.findings} == {"other-edition"}
    assert list(tmp_path.iterdir()) == []


def test_a_release_is_no_draft(content: Content, typeface: FontFolder, tmp_path: Path) -> None:
    asked = editions.Edition("ru", "almaty", leaflet.PRODUCTS["trifold"], release=True)
    built = editions.build(asked, content, typeface, tmp_path / "sheet.pdf")
    assert built.paths == ()
    assert {finding.code for finding in built.findings} == {"other-edition"}


def test_the_parts_of_every_product_are_known() -> None:
    assert set(editions.PARTS) == set(leaflet.PRODUCTS)


def test_files_that_change_places_are_lost(
    content: Content, typeface: FontFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = editions.write_all
    monkeypatch.setattr(
        editions, "write_all", lambda files: write(dict(zip(files, [*files.values()][::-1], strict=True)))
    )
    asked = editions.Edition("kk", "almaty", leaflet.PRODUCTS["trifold"], simplex=True)
    with pytest.raises(OutputError) as caught:
        editions.build(asked, content, typeface, tmp_path / "sheet.pdf")
    assert caught.value.finding.code == "lost-file"
