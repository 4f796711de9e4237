"""The content folder into one value, with every finding about it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path

from leaflet import resources
from leaflet.content import facts
from leaflet.content.aliases import check_aliases
from leaflet.content.compare import compare, source_first
from leaflet.content.copies import borrowed, copied, folded, once_a_text, same_names, without_consequences
from leaflet.content.encoding import printable, quoted
from leaflet.content.entries import dead_elsewhere, shared_names, shared_numbers
from leaflet.content.fingerprints import fingerprints, texts
from leaflet.content.folder import content_files, unread_source
from leaflet.content.memo import misnamed
from leaflet.content.model import (
    FACT_FILES,
    Content,
    Hotline,
    Language,
    Organization,
    Region,
    ShortNumber,
    Text,
    place_of,
)
from leaflet.content.nodes import Refused
from leaflet.content.numbers import check_other_numerals
from leaflet.content.outsiders import check_outsiders
from leaflet.content.proofreading import Acronyms, proofread
from leaflet.content.quotation import check_pairs
from leaflet.content.reader import read
from leaflet.content.reviews import changed, unfollowed, withhold_fingerprints
from leaflet.content.schema import Fields
from leaflet.content.scrutiny import scrutinize
from leaflet.content.sections import lost_lines
from leaflet.content.texts import check_texts
from leaflet.content.typed import numbers_to_dial
from leaflet.content.words import language
from leaflet.diagnostics import Finding, Place, Severity, few_alike, in_order

_SHORT_NUMBERS = "short_numbers.yaml"
_MOST_LANGUAGES = 100
"""Each takes some hundredths of a second, and is held against every other one."""


def load(directory: Path | str | None = None) -> Content:
    """Read all of a content folder: its facts, and one file of words for each language.

    Without ``directory``, the content that travels with the program.
    Raises nothing for anything that the folder may hold: what is wrong is a finding, and a language with
    an error is absent. Findings stand in the order of files and lines.
    """
    directory = resources.directory("content") if directory is None else Path(directory)
    findings: list[Finding] = []
    files = content_files(directory, findings)
    if files is None:
        return Content(directory, {}, (), (), (), tuple(findings))
    known = _facts(directory, files, findings)
    language_files = [name for name in files if Path(name).stem not in FACT_FILES]
    languages = _languages(directory, language_files, known, findings)
    for name, code in (("organizations", "unknown-organization"), ("regions", "unknown-region")):
        file = place_of(directory / f"{name}.yaml").file
        if any(found.place.file == file and found.severity is Severity.ERROR for found in findings):
            findings = [_after_the_facts(found, name, code) for found in findings]
    findings = withhold_fingerprints(findings)
    unsound = tuple(words for words in languages if _has_error(words, findings))
    return Content(
        directory=directory,
        languages={words.tag: words for words in languages if words not in unsound},
        hotlines=tuple(known.hotlines.entries),
        organizations=tuple(known.organizations.entries),
        regions=tuple(known.regions.entries),
        findings=tuple(sorted(few_alike(findings), key=in_order)),
        short_numbers=tuple(known.short_numbers),
        unsound=unsound,
        unsound_hotlines=known.unsound_hotlines,
        language_files=tuple(sorted(Path(name).stem for name in language_files)),
    )


@dataclass(frozen=True, slots=True)
class _Facts:
    """What the files of facts hold."""

    hotlines: facts.Table[Hotline]
    regions: facts.Table[Region]
    organizations: facts.Table[Organization]
    short_numbers: Sequence[ShortNumber]

    @property
    def unsound_hotlines(self) -> tuple[str, ...]:
        sound = {hotline.id for hotline in self.hotlines.entries}
        return tuple(id for id in self.hotlines.ids if id not in sound)


def _facts(directory: Path, files: list[str], findings: list[Finding]) -> _Facts:
    hotlines, regions, organizations = (
        _fields(directory / f"{name}.yaml", findings) for name in ("hotlines", "regions", "organizations")
    )
    hotline_table, region_table = facts.hotlines(hotlines), facts.regions(regions)
    short_numbers = _short_numbers(directory, files, findings)
    known: set[str] | None = None
    # Where numbers could not be read none is unknown.
    if short_numbers and not hotlines.lost and len(hotline_table.entries) == len(hotline_table.ids):
        known = {*short_numbers.ids, *(hotline.number.text for hotline in hotline_table.entries)}
    organization_table = facts.organizations(organizations, region_table, known)
    if _SHORT_NUMBERS not in files:
        findings[:] = map(_blamed_on_the_file, findings)
    return _Facts(
        hotline_table, region_table, organization_table, short_numbers.entries if short_numbers else ()
    )


def _languages(directory: Path, names: list[str], known: _Facts, findings: list[Finding]) -> list[Language]:
    """The words of every language, each held against itself, the facts and the others."""
    hotlines, organizations = known.hotlines.entries, known.organizations.entries
    if len(names) > _MOST_LANGUAGES:
        findings.append(_too_many(directory, len(names)))
        return []
    languages: list[Language] = []
    files = [(name, _fields(directory / name, findings)) for name in names]
    findings += _renamed(
        known.organizations, [file.keys("organizations") for _, file in files if not file.lost]
    )
    for name, file in files:
        if not file.lost:
            ids = (known.organizations.ids, known.regions.ids, known.hotlines.ids)
            words = language(file, printable(Path(name).stem)[0], *ids)
            findings += check_texts(words, known.hotlines.ids)
            findings += check_pairs(words, organizations)
            findings += changed(words)
            languages.append(words)
    sources = _sources_first(languages)
    # A second source is held against the first one, too; its order of reading was made for it.
    translations = [
        replace(words, reading_order=()) if words in sources else words
        for words in languages
        if words not in sources[:1]
    ]
    if sources or len(languages) == len(names):
        findings += _sources(directory, sources, unread_source(directory, findings))
    numbers = numbers_to_dial(hotlines, organizations, known.short_numbers)
    lent = Acronyms(languages)
    for words in sources[:1]:
        findings += folded(list(_read(words, lent, numbers)), words)
    findings += _shared(languages, sources, organizations)
    # Beside nothing all that a translation has would be too much.
    if sources and sources[0].sections and sources[0].labels:
        misnamed_there = misnamed(organizations, sources[0])
        doubtful = {finding.place for finding in (*findings, *misnamed_there)}
        findings += _beside(sources[0], translations, lent, hotlines, numbers, doubtful)
    findings += check_aliases(known.regions.entries, languages)
    return languages


def _renamed(table: facts.Table[Organization], named: Sequence[Set[str]]) -> list[Finding]:
    """Organisations that every language knows by nearly the same id, told, and known by that from here on."""
    findings = []
    every = set.intersection(*map(set, named)) if len(named) > 1 else set()
    for index, entry in enumerate(table.entries):
        if any(entry.id in ids for ids in named):
            continue
        if near := difflib.get_close_matches(entry.id, every.difference(table.ids), 1, facts.NEARLY):
            what = f'no language has words for {quoted(entry.id)}, and each has some for "{near[0]}"'
            remedy = f'did you mean "{near[0]}"? if it is somebody else, write their words in every language'
            findings.append(Finding(entry.place, "unknown-organization", what, remedy=remedy))
            table.ids = tuple(near[0] if id == entry.id else id for id in table.ids)
            table.entries[index] = replace(entry, id=near[0])
    return findings


def _sources_first(languages: Iterable[Language]) -> list[Language]:
    """The languages that say to be the source, first the one that most texts of others were made from.

    Where these are equal: what was compared with a print before what was translated.
    """
    sources = [words for words in languages if words.memo_provenance.status.text == "source"]
    if len(sources) > 1:
        records = [record for words in languages for record in words.made_from.items()]
        sources.sort(
            key=lambda words: (
                -_made_from(words, records),
                bool(words.made_from),
                not (words.compared or words.corrections),
            )
        )
    return sources


def _made_from(source: Language, records: Iterable[tuple[str, Text]]) -> int:
    """How many texts were made from those of a language, as the records of translations say."""
    known = fingerprints(source)
    return sum(known.get(path) == record.text for path, record in records)


def _read(source: Language, lent: Acronyms, numbers: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the words of the source by themselves."""
    yield from proofread(source, source, lent)
    yield from scrutinize(source, source, numbers)
    # The names of organisations stay as they are.
    by_path = texts(source).items()
    yield from check_other_numerals(text for path, text in by_path if not path.startswith("organizations."))


def _shared(
    languages: list[Language], sources: list[Language], organizations: list[Organization]
) -> Iterator[Finding]:
    """What organisations have in common that should differ."""
    yield from shared_numbers(organizations)
    yield from dead_elsewhere(organizations)
    yield from check_outsiders(organizations)
    for words in languages if sources else ():
        yield from shared_names(words, sources[0], organizations)


def _short_numbers(
    directory: Path, files: list[str], findings: list[Finding]
) -> facts.Table[ShortNumber] | None:
    """The short numbers that we know of beside the hotlines; None where they cannot be read."""
    if _SHORT_NUMBERS not in files:
        return facts.Table()
    file = _fields(directory / _SHORT_NUMBERS, findings)
    return None if file.lost else facts.short_numbers(file)


def _after_the_facts(finding: Finding, name: str, code: str) -> Finding:
    """Of what is not known where the file that has its like has errors: that those come first."""
    if finding.code != code or not finding.remedy.startswith(("if they help no longer", "remove it")):
        return finding
    remedy = f"mend {name}.yaml first: an error there may be what hides it"
    return replace(finding, remedy=remedy)


def _blamed_on_the_file(finding: Finding) -> Finding:
    """Of short numbers that are not known for want of the file that has them: that it is missing."""
    if finding.code != "unknown-short-number":
        return finding
    remedy = "put the file back, or add it: each number with who says that it exists"
    return replace(finding, measure=f"the file {_SHORT_NUMBERS} is missing", remedy=remedy)


def _fields(path: Path, findings: list[Finding]) -> Fields:
    place = place_of(path)
    reading = read(path, place.file)
    findings += reading.findings
    return Fields(reading.root or Refused(place), place, findings)


def _too_many(directory: Path, count: int) -> Finding:
    what = "the content folder has too many language files, and none of them is read"
    measure = f"expected at most {_MOST_LANGUAGES}, found {count}"
    remedy = "leave those there that are to be printed"
    return Finding(place_of(directory), "too-many-files", what, measure, remedy)


def _sources(directory: Path, sources: list[Language], unread: str) -> Iterator[Finding]:
    """``unread`` is the name of a file that seems to be the source, and is not read."""
    if not sources:
        place, what = place_of(directory), "no language file is the source"
        remedy = 'set provenance memo status to "source" in the language of the memo'
        if unread:
            remedy = f"rename {unread} to {unread.partition('.')[0]}.yaml: it says that it is the source"
        yield Finding(place, "no-source", what, remedy=remedy)
    for extra in sources[1:]:
        what = f'expected one source language, found "{sources[0].tag}" and "{extra.tag}"'
        remedy = 'this one seems to be a translation: set its status to "draft" or "reviewed"'
        yield Finding(extra.memo_provenance.status.place, "second-source", what, remedy=remedy)


def _beside(
    source: Language,
    translations: list[Language],
    lent: Acronyms,
    hotlines: list[Hotline],
    numbers: Mapping[str, str],
    doubtful: set[Place],
) -> Iterator[Finding]:
    way_out = "; if it is part of that one now, let it be so in every language"
    if lost := next(filter(None, ([*lost_lines(source, words, way_out)] for words in translations)), None):
        yield from lost  # What a translation has as well is not too much.
        return
    yield from unfollowed(source, translations)
    copies = list(copied(translations, source))
    whole = {copy.finding.place for copy in copies if copy.is_whole}
    for words in translations:
        found = [
            *proofread(words, source, lent),
            *scrutinize(words, source, numbers),
            *compare(words, source, hotlines),
        ]
        found = list(source_first(found, words, source, doubtful))
        found = without_consequences(found) if words.place in whole else once_a_text(found)
        yield from folded(found, words)
    yield from (copy.finding for copy in copies)
    told = {copy.finding.place for copy in copies}
    yield from borrowed([words for words in translations if words.place not in told], source)
    yield from same_names([words for words in (source, *translations) if words.place not in told])


def _has_error(words: Language, findings: list[Finding]) -> bool:
    return any(
        finding.place.file == words.place.file and finding.severity is Severity.ERROR for finding in findings
    )
