"""What still lacks before an edition may be given out, on the real content and on content made ready."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from folders import spoil

import leaflet
from leaflet.checking import check
from leaflet.content import Content, Language, Text, load
from leaflet.diagnostics import Finding, Severity
from leaflet.releasing import release_findings

TODAY = datetime.date(2026, 12, 1)
NEVER_RING = "ask the service in writing or at its office number, never on the line itself"
Change = Callable[[Content], Content]


def lacks(content: Content, *languages: str, regions: tuple[str | None, ...] = (None,)) -> list[Finding]:
    return list(release_findings(content, languages, regions, TODAY))


def codes(findings: list[Finding]) -> set[str]:
    return {finding.code for finding in findings}


def with_language(content: Content, tag: str, **changes: object) -> Content:
    words = replace(content.languages[tag], **changes)  # type: ignore[arg-type]
    return replace(content, languages={**content.languages, tag: words})


def reviewed(words: Language) -> dict[str, object]:
    """The changes that an author and a native speaker would make."""
    at = words.place
    return {
        name: replace(provenance, status=Text("reviewed", at))
        for name in ("memo_provenance", "labels_provenance")
        if (provenance := getattr(words, name)).status.text == "draft"
    } | {"doubts": ()}


def rung(content: Content, day: str, **days: str) -> Content:
    """Every contact checked on one day, but for those that are named."""

    def on(id: str) -> Text:
        return Text(days.get(id, day), content.organizations[0].place)

    return replace(
        content,
        organizations=tuple(replace(entry, checked_on=on(entry.id)) for entry in content.organizations),
        hotlines=tuple(replace(entry, checked_on=on(entry.id)) for entry in content.hotlines),
    )


@pytest.fixture
def ready(content: Content) -> Content:
    for tag, words in content.languages.items():
        content = with_language(content, tag, **reviewed(words))
    return rung(content, "2026-11-25")


def test_content_that_is_ready_may_be_released(ready: Content) -> None:
    assert lacks(ready, "kk", "ru", "en", regions=(None, "almaty", "abai")) == []


def test_the_real_content_says_what_lacks_and_who_has_to_do_it(content: Content) -> None:
    found = lacks(content, "ru")
    assert codes(found) == {"draft", "open-doubt", "unchecked-contact"}
    assert all(finding.severity is Severity.ERROR for finding in found)
    assert all(finding.remedy.startswith("for ") for finding in found)
    # The memo and the labels; three hotlines and twenty organisations.
    assert [finding.code for finding in found].count("draft") == 2
    assert [finding.code for finding in found].count("unchecked-contact") == 23
    assert "+7 727" not in found[-1].remedy
    assert "+77172457621" in found[-1].remedy


def test_a_draft_stops_the_release_of_its_own_language_alone(ready: Content) -> None:
    status = Text("draft", ready.languages["ru"].place)
    words = ready.languages["ru"]
    draft = with_language(ready, "ru", labels_provenance=replace(words.labels_provenance, status=status))
    assert codes(lacks(draft, "ru")) == {"draft"}
    assert lacks(draft, "kk", "en") == []


def test_a_doubt_about_form_alone_does_not_hold_up_a_release(ready: Content, content: Content) -> None:
    doubts = content.languages["kk"].doubts
    minor = tuple(doubt for doubt in doubts if doubt.minor)
    assert minor
    assert lacks(with_language(ready, "kk", doubts=minor), "kk") == []
    found = lacks(with_language(ready, "kk", doubts=doubts), "kk")
    assert [finding.place for finding in found] == [doubt.at.place for doubt in doubts if not doubt.minor]
    assert "босана алған" in found[0].what
    assert "contradicts itself" in found[0].measure


def test_a_doubt_about_somebody_who_is_not_printed_does_not_matter(ready: Content, content: Content) -> None:
    (doubt,) = (doubt for doubt in content.languages["ru"].doubts if "damygtu" in doubt.at.text)
    doubtful = with_language(ready, "ru", doubts=(replace(doubt, minor=False),))
    assert lacks(doubtful, "ru", regions=("almaty",)) == []
    assert codes(lacks(doubtful, "ru", regions=("almaty", "kostanay"))) == {"open-doubt"}


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-12-01", None),
        ("2026-06-04", None),
        ("2026-06-03", ("outdated-check", Severity.WARNING)),
        ("2025-12-01", ("outdated-check", Severity.WARNING)),
        ("2025-11-30", ("outdated-check", Severity.ERROR)),
        ("2026-12-02", ("future-check", Severity.ERROR)),
    ],
)
def test_a_check_is_fresh_for_half_a_year_and_too_old_after_a_year(
    ready: Content, day: str, expected: tuple[str, Severity] | None
) -> None:
    for id in ("rodnik", "police"):
        found = lacks(rung(ready, "2026-11-25", **{id: day}), "kk")
        assert [(finding.code, finding.severity) for finding in found] == ([expected] if expected else [])


def test_only_contacts_that_the_editions_print_matter(ready: Content) -> None:
    unchecked = replace(
        ready,
        organizations=tuple(
            replace(entry, checked_on=None) if entry.id == "kaisar" else entry
            for entry in ready.organizations
        ),
    )
    assert lacks(unchecked, "kk", regions=("almaty",)) == []
    for region in (None, "karaganda"):
        (finding,) = lacks(unchecked, "kk", regions=(region,))
        assert (finding.code, "kaisar" in finding.what) == ("unchecked-contact", True)
        assert "ring +77213919610" in finding.remedy


@pytest.mark.parametrize(
    ("id", "how"),
    [
        ("rodnik", "ring +77273961938, fax +77273964240 and ask who answers"),
        ("korgau", "ring +77172306073, 1409 and ask who answers"),
        ("trafficking", "ring 11616 and ask who answers"),
        ("police", NEVER_RING),
        ("emergency", NEVER_RING),
    ],
)
def test_before_a_contact_has_its_day_it_is_to_be_rung_but_for_lines_that_save_lives(
    content: Content, id: str, how: str
) -> None:
    (finding,) = [
        found
        for found in lacks(content, "kk")
        if found.code == "unchecked-contact" and f'"{id}"' in found.what
    ]
    assert f"for whoever rings the contacts: {how}, then add checked_on with that day" in finding.remedy


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('fax: "факс:"', 'fax: "тел.:"'),
        ("Елімнің елшілігінің немесе консулдығының", "Жұмыс берушінің"),
    ],
)
def test_a_label_that_no_translation_was_made_from_holds_up_the_source(
    folder: Path, old: str, new: str
) -> None:
    spoil(folder / "kk.yaml", old, new)
    found = [each for each in load(folder).findings if each.code == "stale-translation"]
    assert sorted(Path(each.place.file).name for each in found) == ["en.yaml", "kk.yaml", "ru.yaml"]
    held = release_findings(load(folder), ["kk"], [None], TODAY)
    assert "stale-translation" in {each.code for each in held if each.severity is Severity.ERROR}


def test_a_stale_translation_is_a_warning_that_a_release_does_not_pass(ready: Content) -> None:
    place = replace(ready.languages["ru"].place, line=30, column=7)
    stale = Finding(place, "stale-translation", "changed", remedy="check it", severity=Severity.WARNING)
    content = replace(ready, findings=(stale,))
    (finding,) = lacks(content, "ru")
    assert (finding.code, finding.severity) == ("stale-translation", Severity.ERROR)
    assert finding.remedy == 'for a translator into "ru": check it'
    assert lacks(content, "en") == []


def test_what_the_source_lacks_holds_up_every_translation_of_it(ready: Content, content: Content) -> None:
    memo = replace(ready.languages["kk"].memo_provenance, fingerprint=None)
    doubts = content.languages["kk"].doubts
    changes: tuple[tuple[dict[str, object], str], ...] = (
        ({"compared": {}}, "unrecorded-review"),
        ({"memo_provenance": memo}, "unrecorded-review"),
        ({"doubts": doubts}, "open-doubt"),
    )
    for change, code in changes:
        spoilt = with_language(ready, "kk", **change)
        assert codes(lacks(spoilt, "ru", regions=("aktobe",))) == {code}
        assert lacks(spoilt, "ru") == lacks(spoilt, "kk")


def test_a_doubt_that_misleads_is_not_minor(folder: Path) -> None:
    doubt = 'doubts:\n  - at: "memo.advice.checklist.10"\n    words: "экстренной"\n    why: "?"\n'
    minor = '    minor: "yes"\n'
    spoil(folder / "ru.yaml", "doubts:\n", doubt)
    assert "minor-doubt" not in codes(list(leaflet.load(folder).findings))
    spoil(folder / "ru.yaml", doubt, doubt + minor)
    (found,) = (each for each in leaflet.load(folder).findings if each.code == "minor-doubt")
    assert "number" in found.what
    spoil(folder / "ru.yaml", doubt + minor, "doubts:\n")
    # Nor is one that the source calls grave.
    path = folder / "ru.yaml"
    words = path.read_text(encoding="utf-8")
    at = words.index("    why: ", words.index('  - at: "memo.advice.checklist.3"'))
    path.write_text(f"{words[:at]}{minor}{words[at:]}", encoding="utf-8")
    (found,) = (each for each in leaflet.load(folder).findings if each.code == "minor-doubt")
    assert "kk.yaml" in found.measure


def test_a_release_is_not_built_where_another_region_would_have_nobody_to_call(ready: Content) -> None:
    union, *others = ready.organizations
    alone = replace(ready, organizations=(replace(union, national=False), *others))
    assert codes(lacks(alone, "ru", regions=("aktobe",))) == {"no-contacts"}


def test_a_check_of_one_language_sees_what_its_source_lacks(
    ready: Content, typeface: leaflet.Typeface
) -> None:
    spoilt = with_language(ready, "kk", compared={})
    found = check(spoilt, ["ru"], typeface, TODAY, release=True)
    assert "unrecorded-review" in codes(found)


def test_a_number_of_two_organisations_stops_every_release(ready: Content) -> None:
    entry = ready.organizations[0]
    shared = Finding(entry.place, "shared-number", "twice", severity=Severity.WARNING)
    assert codes(lacks(replace(ready, findings=(shared,)), "ru", regions=("aktobe",))) == {"shared-number"}
