"""Whether somebody has read the words of a language as they stand, and what is in doubt about them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import fingerprint, printed_texts, texts
from leaflet.content.freshness import day
from leaflet.content.model import Amendment, Language, Provenance, Text
from leaflet.content.plain import PLACEHOLDER
from leaflet.diagnostics import Finding, Severity

# What is said of words that nobody has read, and who reads no words: programs. A status is nobody's name.
_NOBODY = re.compile(
    r"\bno(?:body| one| native)\b.*\breview|\bnot (?:yet )?(?:been )?reviewed\b|\bunreviewed\b"
    r"|не проверен|никто не|тексерілме|тексерген жоқ"
    r"|^(?:todo|tbd|xxx|(?:not )?me|myself|никто|нет|nobody|no one|none|ешкім|жоқ)(?: yet)?$"
    r"|^(?:source|draft|reviewed)$"
    # Whoever it is, a name is wanted; and who has translated a text does not see its slips.
    r"|^(?:the |a )?(?:native speaker|translator|переводчик|носитель языка|аудармашы)$|^translated by me$"
    # Somebody may work there, or be called so.
    r"|^(?:google|deepl|(?:chat)?gpt\S*|yandex|яндекс|гугл|copilot)\b[^,;(]*$"
    r"|^(?:claude|gemini|llama|mistral|bing)(?: [\d.]+\w*)?$"
    r"|^(?:an? )?(?:ai|llm|ии|bot|бот|robot|робот)$"
    r"|google translate|machine translat|машинн\w+ перев|автоперевод|нейро(?:нн\w+ )?сет|\bchatgpt\b"
    r"|\b(?:by|with) ai\b"
)
PARTS = ("memo", "labels")
_MEMO = ("memo", "organizations")
# Their remedies tell the fingerprint to set.
_TELLING = ("changed-since-review", "unrecorded-review")
_FIRST = "mend the errors in this file first, and read what has changed: then the check tells the fingerprint"


def provenance(words: Language, part: str) -> Provenance:
    """Where one of the ``PARTS`` of a language comes from."""
    return words.memo_provenance if part == "memo" else words.labels_provenance


def words_fingerprint(words: Language, part: str) -> str:
    """The fingerprint of all texts of one of the ``PARTS``; the order of keys does not matter.

    The memo's words are its own and those about the organisations in it, with the order in which they are
    printed and what is in doubt about them; all others belong to the labels. So do, in the source, the names
    of organisations outside the memo: no print has them.
    """
    every = printed_texts(words)
    own = [path for path in every if _is_of_the_memo(words, path) == (part == "memo")]
    lines = [f"{path} {every[path]}" for path in sorted(own)]
    if part == "memo":
        doubts = [doubt for doubt in words.doubts if not _is_outside(words, doubt.at.text)]
        lines += [f"order {section}" for section in (*words.reading_order, "", *words.subsections)]
        lines += sorted(f"doubt {doubt.at} {doubt.printed} {doubt.minor}" for doubt in doubts)
    return fingerprint("\n".join(lines))


def _is_of_the_memo(words: Language, path: str) -> bool:
    return path.partition(".")[0] in _MEMO and not _is_outside(words, path)


def _is_outside(words: Language, path: str) -> bool:
    """Whether a text of the source is about an organisation whose row was never compared with the print."""
    group, _, rest = path.partition(".")
    is_told = group == "organizations" and bool(words.compared)
    return is_told and f"{group}.{rest.partition('.')[0]}" not in words.compared


def is_draft(words: Language, part: str) -> bool:
    """Whether no native speaker has read the words of a part as they stand; never of the source itself."""
    origin = provenance(words, part)
    if origin.status.text == "reviewed":
        return origin.fingerprint is None or origin.fingerprint.text != words_fingerprint(words, part)
    return origin.status.text == "draft"


def standing(words: Language, part: str) -> str:
    """The status of a part that counts, in a word; a review of other words than those that stand does not."""
    return "draft" if is_draft(words, part) else provenance(words, part).status.text


def told_standing(words: Language, part: str) -> str:
    """The same for people: where another status stands in the file, with why it does not count."""
    origin = provenance(words, part)
    if standing(words, part) == origin.status.text:
        return origin.status.text
    why = "changed since review" if origin.fingerprint else "no record of what was reviewed"
    return f"{standing(words, part)} ({why})"


def changed(words: Language) -> Iterator[Finding]:
    """Parts of a translation whose words are not those that were reviewed: they are drafts again."""
    for part in PARTS:
        origin = provenance(words, part)
        if origin.status.text == "reviewed" and origin.fingerprint is None:
            yield unrecorded(words, part)
        elif origin.status.text == "reviewed":
            yield from _unlike_record(words, part, Severity.WARNING)


def unlike_print(source: Language) -> Iterator[Finding]:
    """Parts of the source whose words are not those that were compared with its print.

    An error: what was taken out of the source and of every translation would lack without a word.
    """
    for part in PARTS:
        if provenance(source, part).status.text == "source":
            yield from _unlike_record(source, part, Severity.ERROR)


def _unlike_record(words: Language, part: str, severity: Severity) -> Iterator[Finding]:
    origin, now = provenance(words, part), words_fingerprint(words, part)
    if origin.fingerprint is not None and now != origin.fingerprint.text:
        have, they_were = ("has", "it was") if part == "memo" else ("have", "they were")
        what = f'the {part} in "{words.tag}" {have} changed since {they_were} {_done(origin)}'
        measure = f"the fingerprint then was {origin.fingerprint}"
        remedy = f"read what has changed (leaflet diff shows it), {_record(part, now)}"
        yield Finding(origin.fingerprint.place, "changed-since-review", what, measure, remedy, severity)


def unrecorded(words: Language, part: str) -> Finding:
    """That it cannot be told whether the words of a part are those that somebody has read."""
    origin = provenance(words, part)
    were, they_were = ("was", "it was") if part == "memo" else ("were", "they were")
    what = f'nothing tells what the {part} in "{words.tag}" {were} when {they_were} {_done(origin)}'
    again = "hold it against the print" if origin.status.text == "source" else "read them"
    remedy = f"{again} once more, {_record(part, words_fingerprint(words, part))}"
    return Finding(origin.status.place, "unrecorded-review", what, "", remedy, Severity.WARNING)


def withhold_fingerprints(findings: Sequence[Finding]) -> list[Finding]:
    """The findings, and in files where something else is wrong no fingerprint that a person could set."""
    wrong = {
        finding.place.file
        for finding in findings
        if finding.severity is Severity.ERROR and finding.code not in _TELLING
    }
    return [
        replace(finding, remedy=_FIRST)
        if finding.code in _TELLING and finding.place.file in wrong
        else finding
        for finding in findings
    ]


def _done(origin: Provenance) -> str:
    return "reviewed" if origin.status.text == "reviewed" else "compared with the print"


def _record(part: str, now: str) -> str:
    return f'and if all is right, set provenance {part} fingerprint to "{now}"'


def check_reviews(words: Language, source: Language) -> Iterator[Finding]:
    """Warnings about reviews by nobody, by a program, or before the day of the source."""
    for part in PARTS:
        origin, original = provenance(words, part), source.memo_provenance.on
        if origin.status.text != "reviewed":
            continue
        if not any(map(str.isalpha, origin.by.text)) or _NOBODY.search(origin.by.text.casefold()):
            what = f'the {part} in "{words.tag}" is reviewed, and by nobody'
            measure = f"found {quoted(origin.by.text)}"
            remedy = "write who has read it; if nobody has, set the status to draft"
            yield Finding(origin.by.place, "doubtful-review", what, measure, remedy, Severity.WARNING)
        read_on, printed_on = (day(on) if on else None for on in (origin.on, original))
        if origin.on and read_on and printed_on and read_on < printed_on:
            what = f'the {part} in "{words.tag}" was reviewed before there was a source to hold it against'
            measure = f"expected {original} or later, found {origin.on}"
            remedy = "write the day on which the words were read"
            yield Finding(origin.on.place, "doubtful-review", what, measure, remedy, Severity.WARNING)


def to_come(words: Language, as_of: datetime.date) -> Iterator[Finding]:
    """Reviews that are said to have been made on a day after ``as_of``."""
    for part in PARTS:
        on = provenance(words, part).on
        read_on = day(on) if on is not None else None  # That it is no day has been told.
        if on is not None and read_on is not None and read_on > as_of:
            what = f'the {part} in "{words.tag}" is of a day that is still to come'
            measure = f"expected {as_of} or earlier, found {on}"
            remedy = "write the day on which the words were read"
            yield Finding(on.place, "future-check", what, measure, remedy)


def unfollowed(source: Language, translations: Iterable[Language]) -> Iterator[Finding]:
    """Warnings about labels, which no print has, that no translation was made from as they stand."""
    made_from = [words.made_from for words in translations]
    for path, text in texts(source).items():
        records = [records[path].text for records in made_from if path in records]
        # One record alone may have a slip.
        if path.startswith("labels.") and len(records) > 1 and fingerprint(text.text) not in records:
            what = f"every translation of {quoted(path)} was made from other words than these"
            remedy = (
                "is it this text that has gone wrong? If not, let the translations follow, and their records"
            )
            yield Finding(text.place, "stale-translation", what, f"found {text}", remedy, Severity.WARNING)


def open_doubt(doubt: Amendment, remedy: str, severity: Severity) -> Finding:
    """That a doubt is open, and what to do about it."""
    what = f"it is in doubt whether these words are right: {quoted(doubt.printed.text)}"
    return Finding(doubt.at.place, "open-doubt", what, f"{doubt.at}: {doubt.why}", remedy, severity)


def check_doubts(language: Language, source: Language) -> Iterator[Finding]:
    """Warnings about minor doubts that a release would pass, though a reader may be misled."""
    known, theirs = texts(language), texts(source)
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
        # A number that the source has not is a slip.
        elif all(_has_number(path, text) for text in (known[path], theirs.get(path, known[path]))):
            what = "a doubt about a text with a number is said to be minor"
            measure = f"found {quoted(known[path].text)} in line {known[path].place.line}"
            remedy = "remove minor: who rings a wrong number is misled, so the memo's authors answer first"
            yield Finding(doubt.at.place, "minor-doubt", what, measure, remedy, Severity.WARNING)


def _has_number(path: str, text: Text) -> bool:
    """Whether a text of the memo or a label has figures or the number of a hotline; a name is no number."""
    is_name = path.startswith("organizations.")
    return not is_name and bool(PLACEHOLDER.search(text.text) or any(map(str.isdecimal, text.text)))
