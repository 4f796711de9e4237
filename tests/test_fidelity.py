"""A layout that does not keep to its document is refused, whatever in the program was at fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from faults import Subject
from sheets import EDITIONS, Sheet, name

import leaflet
from leaflet.document import Role, Run
from leaflet.fidelity import unfaithful
from leaflet.fonts import FontFolder
from leaflet.geometry import Rect
from leaflet.sheet import Code, Fill, Item, Layout, PlacedPanel, Rule, TextLine
from leaflet.stands import faces_of
from leaflet.styles import BLACK

Change = Callable[[Item], list[Item]]


def found(layout: Layout) -> set[str]:
    return {finding.code for finding in unfaithful(layout.document, faces_of(layout.sides))}


def with_items(subject: Subject, change: Change) -> Layout:
    def changed(panel: PlacedPanel) -> Iterator[Item]:
        for item in panel.items:
            yield from change(item)

    return subject.with_items(changed)


@pytest.fixture
def draft(edition: Callable[..., Sheet], subject: Subject) -> Subject:
    """A leaflet whose words nobody has reviewed."""
    sheet = edition("ru", "almaty", "trifold")
    assert sheet.document.draft
    return Subject(sheet.layout, sheet.pdf, subject.typeface)


@pytest.mark.parametrize("sheet", EDITIONS, ids=name, indirect=True)
def test_a_good_edition_is_faithful(sheet: Sheet) -> None:
    assert found(sheet.layout) == set()


@pytest.mark.parametrize(
    "block",
    [
        "hotline.police.number",
        "hotline.police.label",
        "hotline.trafficking.label",
        "labels.language",
        "labels.region",
        "labels.danger",
        "labels.advice",
        "labels.scan",
        "imprint",
    ],
)
def test_a_text_that_every_leaflet_has_cannot_be_left_out(block: str, subject: Subject) -> None:
    def without(item: Item) -> list[Item]:
        return [] if isinstance(item, TextLine) and item.tag.block == block else [item]

    assert found(with_items(subject, without)) == {"lost-text"}


@pytest.mark.parametrize("role", [Role.NAME, Role.PLACE, Role.SCOPE])
def test_an_organisation_is_named_and_placed(role: Role, subject: Subject) -> None:
    def without(item: Item) -> list[Item]:
        return [] if isinstance(item, TextLine) and item.tag.role is role else [item]

    assert found(with_items(subject, without)) == {"lost-text"}


@pytest.mark.parametrize("role", [Role.STATUS, Role.NOTE])
def test_a_draft_says_so_on_every_panel(role: Role, draft: Subject) -> None:
    mark = draft.layout.document.labels.draft
    assert mark is not None

    def without(item: Item) -> list[Item]:
        return (
            [] if isinstance(item, TextLine) and item.tag.role is role and item.text == mark.text else [item]
        )

    assert found(with_items(draft, without)) == {"lost-text"}


@pytest.mark.parametrize("role", [Role.NUMBER, Role.EMAIL])
@pytest.mark.parametrize("link", ["tel:+77001112233", "mailto:other@example.kz", "https://example.kz", ""])
def test_a_touch_opens_what_it_stands_on(role: Role, link: str, subject: Subject) -> None:
    def other(item: Item) -> list[Item]:
        if isinstance(item, TextLine) and item.tag.role is role:
            return [replace(item, runs=tuple(replace(run, link=run.link and link) for run in item.runs))]
        return [item]

    assert found(with_items(subject, other)) == {"untrue-touch"}


def test_a_touch_opens_the_whole_number(subject: Subject) -> None:
    def cut(item: Item) -> list[Item]:
        if isinstance(item, TextLine) and item.tag.role is Role.NUMBER:
            return [replace(item, runs=tuple(replace(run, link=run.link[:8]) for run in item.runs))]
        return [item]

    assert found(with_items(subject, cut)) == {"untrue-touch"}


def test_a_code_is_large_enough_for_phones(subject: Subject) -> None:
    def small(item: Item) -> list[Item]:
        if not isinstance(item, Code):
            return [item]
        return [replace(item, rect=Rect(item.rect.x, item.rect.y, 20, 20))]

    assert found(with_items(subject, small)) == {"blocked-code"}


NEAR: list[Callable[[Code], list[Item]]] = [
    lambda code: [Fill(code.quiet_zone, BLACK), code],
    lambda code: [code, Fill(Rect(code.rect.right + 1, code.rect.y, 6, 6), BLACK)],
    lambda code: [Rule(code.rect.x - 1, code.rect.y, code.rect.x - 1, code.rect.top, 1, BLACK), code],
    lambda code: [code, replace(code, rect=replace(code.rect, x=code.rect.x + 2))],
]


@pytest.mark.parametrize("near", NEAR, ids=["dark ground", "bar", "rule", "code"])
def test_nothing_stands_in_the_quiet_zone_of_a_code(
    near: Callable[[Code], list[Item]], subject: Subject
) -> None:
    code = subject.codes[0]
    assert found(subject.instead(code, *near(code))) == {"blocked-code"}


def test_a_text_that_is_too_long_is_no_fault_of_the_program(
    edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    document = edition("en", None, "trifold").document
    long = Run("If you are in danger now, or if somebody threatens you or your family here")
    danger = replace(document.labels.danger, runs=(long,))
    crowded = replace(document, labels=replace(document.labels, danger=danger))
    layout = leaflet.lay_out(crowded, leaflet.PRODUCTS["trifold"], typeface)
    assert {finding.code for finding in layout.findings} == {"overset-text"}
