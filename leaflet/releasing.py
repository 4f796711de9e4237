"""What still lacks before an edition may be given out: who has to do what, as findings."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace

from leaflet.content.encoding import listed, quoted
from leaflet.content.freshness import ASK_SERVICE, age
from leaflet.content.memo import missing_rows, supplanting, unconfirmed
from leaflet.content.mistaken import mistaken
from leaflet.content.model import FACT_FILES, Content, Hotline, Language, Organization, Text
from leaflet.content.plain import each_of
from leaflet.content.prints import lost_rows, uncompared
from leaflet.content.reviews import PARTS, open_doubt, provenance, to_come, unrecorded
from leaflet.diagnostics import Finding, Severity
from leaflet.localization import ENTER_NATIONAL, NATIONAL, serves

STOPPING = frozenset(
    each_of(
        "added-word address-in-text bracket-mismatch changed-since-review cut-off doubtful-email "
        "doubtful-review entered-twice exchanged-name foreign-letter former-name ignored-file invalid-phone "
        "left-over long-translation lost-denial minor-doubt missing-unit mixed-scripts number-in-text "
        "number-order other-numeral other-place other-topic place-mismatch repeated-item sentence-count "
        "shared-number short-translation stale-translation stand-in strange-name thin-source unchanged-text "
        "unpaired-bracket unpaired-quotation unrecorded-review unsupported-claim untracked-translation "
        "wrong-service"
    )
)
"""Warnings that no release passes: other letters or digits may stand there than meet the eye, or words that
nobody compared with the source, or another file than somebody has mended. Those about form, and those that
may be right as it is, are shown alone."""
_IN_NAMES = ("doubled-word",)
"""And those that no name or place passes: in a sentence some languages say a word twice on purpose."""


def release_findings(
    content: Content,
    languages: Sequence[str],
    regions: Sequence[str | None],
    as_of: datetime.date,
) -> Iterator[Finding]:
    """Why the editions of these languages and regions (None: the whole country) may not be released.

    All are errors but for contacts checked more than 180 days ago and organisations outside the memo, which
    are warnings. What stops any build is among the findings of ``content`` and not repeated here: a language
    with an error is passed over.
    What the source lacks holds up every language, but for drafts of its labels: they are none of the memo.
    """
    yield from _of_languages(content, languages, as_of)
    yield from _of_editions(content, languages, regions, as_of)


def _of_languages(content: Content, languages: Sequence[str], as_of: datetime.date) -> Iterator[Finding]:
    """What holds up the editions of every region alike."""
    for tag in _with_source(content, languages):
        words = content.languages[tag]
        parts = PARTS if tag in languages else ("memo",)
        yield from _drafts(words, parts)
        yield from _unsealed(words, parts) if words is content.source else ()
        yield from to_come(words, as_of)
        yield from _stopping(words, content)
    yield from (finding for finding in unserved(content) if finding.severity is Severity.ERROR)
    facts = {content.place(f"{name}.yaml").file for name in FACT_FILES}
    for finding in content.findings:
        if finding.code in STOPPING and finding.place.file in facts:
            yield replace(finding, severity=Severity.ERROR)
    if lost_rows(content) or supplanting(content):
        yield from (replace(finding, severity=Severity.ERROR) for finding in missing_rows(content))


def _of_editions(
    content: Content, languages: Sequence[str], regions: Sequence[str | None], as_of: datetime.date
) -> Iterator[Finding]:
    """What is in doubt about what the editions of these regions print, and whom nobody has rung there."""
    printed = [entry for entry in content.organizations if any(serves(entry, id) for id in regions)]
    ids = {entry.id for entry in printed}
    for tag in _with_source(content, languages):
        yield from _doubts(content.languages[tag], ids)
    for hotline in content.hotlines:
        yield from _check_hotline(hotline, as_of)
    for finding in unconfirmed(printed, content.organizations):
        yield replace(finding, severity=Severity.ERROR)
    for entry in printed:
        yield from _check_organization(entry, as_of)
        yield from _outside(entry)


def _with_source(content: Content, languages: Sequence[str]) -> list[str]:
    """The tags that the content has, and that of the source."""
    source = [content.source.tag] if content.source else []
    return [tag for tag in dict.fromkeys((*languages, *source)) if tag in content.languages]


def release_of_all(content: Content, languages: Sequence[str], as_of: datetime.date) -> Iterator[Finding]:
    """As ``release_findings`` for the whole country and for every region, each finding once.

    What holds up some editions alone says which. What only warns holds up none.
    """
    yield from _of_languages(content, languages, as_of)
    regions = (None, *(region.id for region in content.regions))
    held: dict[Finding, list[str]] = {}
    for region in regions:
        for finding in dict.fromkeys(_of_editions(content, languages, (region,), as_of)):
            held.setdefault(finding, []).append(region or NATIONAL)
    for finding, names in held.items():
        if len(names) == len(regions) or finding.severity is not Severity.ERROR:
            yield finding
        else:
            yield replace(finding, measure=f"{finding.measure}; holds up the editions: {', '.join(names)}")


def unserved(content: Content) -> Iterator[Finding]:
    """Regions that only those serve who serve the whole country (a note), or nobody at all (an error)."""
    if not content.is_sound("organizations.yaml"):
        return  # Who is left out because of an error may serve them.
    served = {id.text for entry in content.organizations for id in entry.regions}
    is_helped = any(entry.national for entry in content.organizations)
    for region in [region for region in content.regions if region.id not in served]:
        if not is_helped:
            what = f'no organisation serves the region "{region.id}", and none is national'
            measure = "its edition cannot be built"
            yield Finding(region.iso.place, "no-contacts", what, measure, ENTER_NATIONAL)
        else:
            what = f'no organisation serves the region "{region.id}"'
            measure = "its edition has the nationwide contacts alone"
            remedy = "find somebody there who helps, and add them to organizations.yaml"
            yield Finding(region.iso.place, "region-without-help", what, measure, remedy, Severity.NOTE)


def _unsealed(source: Language, parts: Sequence[str]) -> Iterator[Finding]:
    """What nobody has compared with the print, or recorded as it was then."""
    for part in parts:
        origin = provenance(source, part)
        if origin.status.text == "source" and origin.fingerprint is None:
            yield replace(unrecorded(source, part), severity=Severity.ERROR)
    if not source.compared:
        yield uncompared(source)


def _drafts(words: Language, parts: Sequence[str]) -> Iterator[Finding]:
    for part in parts:
        status = provenance(words, part).status
        if status.text == "draft":
            what = f'a native speaker has not yet reviewed the {part} in "{words.tag}"'
            remedy = (
                f'for a native speaker of "{words.tag}": read and mend all of the {part}, '
                f'then set provenance {part} status to "reviewed", by to your name, on to the day, '
                "and fingerprint as the next check tells"
            )
            yield Finding(status.place, "draft", what, 'the status is "draft"', remedy)


def _stopping(words: Language, content: Content) -> Iterator[Finding]:
    is_source = words.memo_provenance.status.text == "source"
    # No leaflet has the words of the sheet that checks a printer.
    proofs = {text.place for text in words.proof.values()}
    called = [text.place for entry in words.organizations.values() for text in (entry.name, entry.place)]
    named = {*called, *(text.place for text in words.regions.values())}
    for finding in (*content.findings, *mistaken(content, words.tag)):
        is_printed = finding.place.file == words.place.file and finding.place not in proofs
        is_stopping = finding.code in STOPPING or (finding.code in _IN_NAMES and finding.place in named)
        if is_stopping and is_printed:
            remedy = finding.remedy if is_source else f'for a translator into "{words.tag}": {finding.remedy}'
            yield replace(finding, remedy=remedy, severity=Severity.ERROR)


def _doubts(words: Language, organizations: set[str]) -> Iterator[Finding]:
    """Doubts about what the sense of a printed text is; those about form alone may stay open."""
    remedy = "for the authors of the memo: say what is meant; then mend the words and remove the doubt"
    for doubt in words.doubts:
        group, _, rest = doubt.at.text.partition(".")
        is_printed = group != "organizations" or rest.partition(".")[0] in organizations
        if is_printed and not doubt.minor:
            yield open_doubt(doubt, remedy, Severity.ERROR)


def _check_hotline(hotline: Hotline, as_of: datetime.date) -> Iterator[Finding]:
    how = ASK_SERVICE if hotline.is_for_danger else _rung([hotline.number.text])
    yield from _check(hotline.id, hotline.number, how, hotline.checked_on, as_of, hotline.is_for_danger)


def _check_organization(entry: Organization, as_of: datetime.date) -> Iterator[Finding]:
    place = Text(entry.id, entry.place)
    # One day is that of all of them.
    numbers = [number.text for number in (*entry.phones, *entry.short_numbers)]
    numbers += [f"fax {fax}" for fax in entry.faxes]
    yield from _check(entry.id, place, _rung(numbers), entry.checked_on, as_of)


def _rung(numbers: Sequence[str]) -> str:
    return f"ring {listed(numbers)} and ask who answers"


def _outside(entry: Organization) -> Iterator[Finding]:
    """That an organisation is not from the memo: whoever gives it out should know who stands there."""
    if entry.source is not None:
        served = ["the whole country"] if entry.national else []
        regions = [*served, *(region.text for region in entry.regions)]
        what = f'"{entry.id}" is not from the memo'
        measure = f"its source: {quoted(entry.source.text)}; it helps in {', '.join(regions)}"
        remedy = "nothing, if whoever gives the leaflet out knows who that is"
        yield Finding(entry.place, "outside-memo", what, measure, remedy, Severity.WARNING)


def _check(
    name: str, at: Text, how: str, checked_on: Text | None, as_of: datetime.date, is_for_danger: bool = False
) -> Iterator[Finding]:
    if checked_on is None:
        what = f'nobody has checked the contact of "{name}"'
        remedy = f"for whoever rings the contacts: {how}, then add checked_on with that day"
        yield Finding(at.place, "unchecked-contact", what, "expected checked_on, found nothing", remedy)
    elif found := age(checked_on, name, as_of, release=True, is_for_danger=is_for_danger):
        yield found
