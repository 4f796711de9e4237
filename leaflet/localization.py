"""Content into the words of one edition: one language, one region, typographic spaces, numbers in place."""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from leaflet.content.model import GROUPS, LABELS, Content, Hotline, Language, Organization, Section, Text
from leaflet.content.plain import PLACEHOLDER
from leaflet.content.reviews import PARTS, is_draft
from leaflet.diagnostics import Finding, Severity
from leaflet.document import (
    Block,
    Contact,
    ContactGroup,
    Document,
    HotlineEntry,
    Labels,
    Phrase,
    Role,
    Run,
)
from leaflet.phones import display

NATIONAL = "national"
ENTER_NATIONAL = (
    'enter somebody outside the memo who serves the whole country: national: "yes", with source, checked_on '
    "and rung; in the memo only those may have national whose row names the country"
)
"""What to do where nobody is left to call."""
HOTLINES = ("trafficking", "police", "emergency")
"""The hotlines that every leaflet prints."""
ONE_LINE = 27
"""Letters of a region's name that every product can set on one line at a good size."""
NBSP = "\u00a0"

# Words that must not part, in every language and in some; U+00A0 joins them.
EVERYWHERE = (
    (re.compile(r" (?=[—–])"), NBSP),
    (re.compile(r" (?=/ )"), NBSP),
    # The emphasis of a number ends before the space.
    (re.compile(r"([0-9№§](?:\*\*)?) (?=\w)"), rf"\1{NBSP}"),
)
# A number goes with the noun before it, where that is how the language says it.
NUMBERED = (re.compile(r"(?<=\w) (?=(?:\*\*)?[0-9])"), NBSP)
BY_LANGUAGE = {
    "kk": (
        (re.compile(r" (?=(?:қ|обл|ж|т\.б)\.)"), NBSP),
        # "And" that leans on the word before it, as particles do.
        (re.compile(r" (?=(?:мен|бен|пен|да|де|та|те|ма|ме|ба|бе|па|пе)\b)", re.IGNORECASE), NBSP),
        # So does "about, for".
        (re.compile(r" (?=жөнінде(?:гі)?\b)", re.IGNORECASE), NBSP),
    ),
    "ru": (
        (re.compile(r"(?<=\bг\.) (?=\w)"), NBSP),
        # A preposition or conjunction of one or two letters goes with the word after it, and these do.
        (re.compile(r"(?<![\w-])(\w{1,2}|для|без|под|над|при|про) (?=[\w«„(*])", re.I), rf"\1{NBSP}"),
        NUMBERED,
        (re.compile(r" (?=(?:же|ли|бы|ль|б|ж)\b)"), NBSP),
    ),
    "en": ((re.compile(r"(?<![\w-])([AaI]) (?=\w)"), rf"\1{NBSP}"), NUMBERED),
}
DRAFT = "draft"
"""What ends the edition code where nobody has reviewed the memo's words, in every language."""
EMPHASIS = re.compile(r"\*\*(.+?)\*\*")


def localize(content: Content, language: str, region: str | None = None) -> Document:
    """The edition of a language for a region id, or for the whole country.

    Raises KeyError for a language or region that the content does not have, and for content that lacks
    what every leaflet prints (``unprintable``) or a hotline that its words name.
    """
    words, source = content.languages[language], content.source
    for finding in unprintable(content, language):
        raise KeyError(str(finding))
    if source is None or (region is not None and region not in words.regions):
        raise KeyError("source language" if source is None else region)
    numbers = {hotline.id: hotline.number.text for hotline in content.hotlines}
    for id in HOTLINES:
        if id not in numbers:  # It is there, but has an error.
            raise KeyError(id)
    writer = Writer(words, numbers)
    chosen = [entry for entry in content.organizations if serves(entry, region)]
    local = region is None or any(not entry.national for entry in chosen)
    findings = () if local else (no_local_finding(content, writer, region, helped=bool(chosen)),)
    body = tuple(block for block in body_blocks(words, source, writer))
    groups = tuple(contact_groups(chosen, words, writer))
    document = Document(
        language=language,
        region=region or NATIONAL,
        edition="",
        date=words.memo_provenance.on.text if words.memo_provenance.on else "",
        draft=is_draft(words, "memo"),
        audience=Block("memo.cover.audience", Role.AUDIENCE, writer.phrase(words.audience)),
        title=Block("memo.cover.title", Role.TITLE, writer.phrase(words.title)),
        body=body,
        contact_groups=groups,
        hotlines=tuple(hotline_entry(entry, words, writer) for entry in sorted(content.hotlines, key=rank)),
        labels=labels(words, writer, region, (*content.hotlines, *chosen), local=local),
        hyphenate=words.hyphenate is not None and words.hyphenate.text == "yes",
        findings=findings,
    )
    return with_edition(document)


def unprintable(content: Content, language: str) -> Iterator[Finding]:
    """What the content of a language lacks that every leaflet prints. ``localize`` needs it all.

    A hotline that has an error, or whose file cannot be read, is not missing.
    """
    words = content.languages[language]
    known = dict.fromkeys(hotline.id for hotline in content.hotlines)
    place = content.place("hotlines.yaml")
    there = {*known, *content.unsound_hotlines}
    unread = not there and not content.is_sound("hotlines.yaml")
    for id in HOTLINES:
        if id not in there and not unread:
            yield Finding(place, "missing-hotline", f"the hotline {id!r} is missing", remedy="add it")
    for id in [id for id in known if id in LABELS]:
        what = f"the id of the hotline {id!r} is that of a label"
        yield Finding(place, "bad-id", what, remedy="give it another id, here and in every language file")
    # What a translation lacks that the source has was told when the two were compared.
    told = content.source.labels if content.source and content.source is not words else {}
    for name in (*LABELS, *known) if words.labels else ():  # That there is none was told, too.
        if name not in words.labels and name not in told:
            what = f"the label {name!r} is missing"
            yield Finding(words.place, "missing-label", what, remedy='add it under "labels"')


def serves(organization: Organization, region: str | None) -> bool:
    """Whether an organisation stands in the edition of a region; national ones stand in all."""
    return region is None or organization.national or any(id.text == region for id in organization.regions)


class Writer:
    """Turns content texts of one language into phrases."""

    def __init__(self, words: Language, numbers: dict[str, str]) -> None:
        self.words = words
        self.numbers = numbers
        names = [region.text for region in words.regions.values() if len(region.text) <= ONE_LINE]
        self.regions = [(name, name.replace(" ", NBSP)) for name in names]
        self.language = words.tag.partition("-")[0]

    def text(self, text: str) -> str:
        """Running text with its no-break spaces."""
        return held_together(self.language, text)

    def phrase(self, text: Text, **values: str) -> Phrase:
        """Emphasis parsed, placeholders filled with ``values`` if there are any, else with the hotlines.

        Raises KeyError for a placeholder that nothing fills.
        """
        known = values or self.numbers
        filled = self.text(PLACEHOLDER.sub(lambda match: known[match[1]], text.text))
        runs = tuple(
            Run(part, bold=bool(index % 2)) for index, part in enumerate(EMPHASIS.split(filled)) if part
        )
        return Phrase(runs, text.place)

    def place(self, text: Text) -> Phrase:
        """Where an organisation is: the name of a region stays on one line, if it is not too long for one."""
        words = text.text
        for name, held in self.regions:
            if name in words:
                words = words.replace(name, held)
        return self.phrase(replace(text, text=words))

    def join(self, texts: Iterable[Text]) -> Phrase:
        """Sentences of one paragraph."""
        phrases = [self.phrase(text) for text in texts]
        runs: list[Run] = []
        for phrase in phrases:
            if runs:
                runs.append(Run(" "))
            runs.extend(phrase.runs)
        return Phrase(tuple(runs), phrases[0].place)


# The editions of one run have most texts in common.
@lru_cache(maxsize=4096)
def held_together(language: str, text: str) -> str:
    """Running text with the no-break spaces of a language."""
    for pattern, replacement in EVERYWHERE + BY_LANGUAGE.get(language, ()):
        text = pattern.sub(replacement, text)
    return text


def body_blocks(words: Language, source: Language, writer: Writer) -> Iterator[Block]:
    """The memo's sections in the order of reading."""
    sections = {section.id: section for section in words.sections}
    order = [text.text for text in source.reading_order]
    lower = {text.text for text in source.subsections}
    for id in order:
        if id in sections:
            yield from section_blocks(sections[id], writer, lower=id in lower)


def section_blocks(section: Section, writer: Writer, *, lower: bool) -> Iterator[Block]:
    """One section: heading, statement, items, paragraphs."""
    path = f"memo.{section.id}"
    if section.heading:
        role = Role.SUBHEADING if lower else Role.HEADING
        yield Block(f"{path}.heading", role, writer.phrase(section.heading))
    if section.statement:
        yield Block(f"{path}.statement", Role.STATEMENT, writer.phrase(section.statement))
    for name, role, items in (
        ("checklist", Role.CHECK_ITEM, section.checklist),
        ("list", Role.LIST_ITEM, section.list),
    ):
        for number, item in enumerate(items, 1):
            yield Block(f"{path}.{name}.{number}", role, writer.phrase(item))
    for number, sentences in enumerate(section.paragraphs, 1):
        yield Block(f"{path}.paragraphs.{number}", Role.PARAGRAPH, writer.join(sentences))


def contact_groups(chosen: list[Organization], words: Language, writer: Writer) -> Iterator[ContactGroup]:
    """The organisations under the memo's headings: national ones first, then by place and the memo's rows."""
    for group in GROUPS:
        members = [entry for entry in chosen if entry.group == group]
        if not members:
            continue
        members.sort(key=lambda entry: (not entry.national, collation_key(words, entry), memo_key(entry)))
        heading = words.contact_headings[group]
        yield ContactGroup(
            Block(f"memo.contacts.{group}", Role.HEADING, writer.phrase(heading)),
            tuple(contact(entry, words, writer) for entry in members),
        )


def collation_key(words: Language, entry: Organization) -> list[int]:
    """The place of an organisation in the order of the language's own alphabet."""
    alphabet = letter_ranks(words.alphabet.text)
    place = words.organizations[entry.id].place.text.casefold()
    return [alphabet.get(letter, 0 if letter.isspace() else len(alphabet) + ord(letter)) for letter in place]


@lru_cache(maxsize=64)
def letter_ranks(alphabet: str) -> dict[str, int]:
    """Where each letter stands in an alphabet, from 1 on."""
    return {letter: index for index, letter in enumerate(alphabet.casefold(), 1)}


def memo_key(entry: Organization) -> tuple[int, str]:
    """The memo's own order, then those beyond it: where an entry stands in its file says nothing."""
    return (int(entry.row.text) if entry.row else sys.maxsize, entry.id)


def rank(hotline: Hotline) -> tuple[int, str]:
    """The hotlines of every leaflet in their order, then the others."""
    return (HOTLINES.index(hotline.id) if hotline.id in HOTLINES else len(HOTLINES), hotline.id)


def contact(entry: Organization, words: Language, writer: Writer) -> Contact:
    """One organisation with its numbers as they are printed."""
    named = words.organizations[entry.id]
    return Contact(
        id=entry.id,
        name=writer.phrase(named.name),
        place=writer.place(named.place),
        scope=writer.phrase(words.labels["nationwide"]) if entry.national else None,
        phones=tuple(fact(phone, display(phone.text), f"tel:{phone.text}") for phone in entry.phones),
        short_numbers=tuple(fact(number, number.text) for number in entry.short_numbers),
        faxes=tuple(fact(fax, display(fax.text)) for fax in entry.faxes),
        emails=tuple(
            Phrase((Run(email.text, link=f"mailto:{email.text}"),), email.place) for email in entry.emails
        ),
        code=f"tel:{entry.phones[0].text}",
    )


def fact(text: Text, shown: str, link: str = "") -> Phrase:
    """A fact as it is printed, and what a touch of it opens."""
    return Phrase((Run(shown, link=link),), text.place)


def hotline_entry(hotline: Hotline, words: Language, writer: Writer) -> HotlineEntry:
    return HotlineEntry(
        hotline.id,
        fact(hotline.number, hotline.number.text),
        writer.phrase(words.labels[hotline.id]),
        f"tel:{hotline.number.text}",
    )


def labels(
    words: Language,
    writer: Writer,
    region: str | None,
    printed: Sequence[Hotline | Organization],
    *,
    local: bool,
) -> Labels:
    """The leaflet's own words for this edition."""

    def label(name: str, **values: str) -> Phrase:
        return writer.phrase(words.labels[name], **values)

    dates = [entry.checked_on.text if entry.checked_on else "" for entry in printed]
    return Labels(
        language=writer.phrase(words.name),
        region=label("all_regions") if region is None else writer.phrase(words.regions[region]),
        danger=label("danger"),
        advice=label("advice"),
        fax=label("fax"),
        scan=label("scan"),
        my_embassy=label("my_embassy"),
        # One number that nobody has checked, a hotline too, is enough: the sheet then rests on the memo.
        rests_on=label("contacts_checked", date=min(dates))
        if dates and all(dates)
        else label("contacts_unchecked"),
        page=label("page", page="{page}", pages="{pages}"),  # Filled when the pages are known.
        edition=label("edition"),
        contacts_go_on=label("contacts_go_on"),
        contacts_continued=label("contacts_continued"),
        no_local=None if local else label("no_local"),
        draft=label("draft") if any(is_draft(words, part) for part in PARTS) else None,
    )


def with_edition(document: Document) -> Document:
    """The document with its edition code: language, region, date, fingerprint of what is printed.

    It ends with DRAFT where nobody has reviewed the memo's words: their own mark says what their translator
    wrote.
    """
    digest = hashlib.sha256()
    for phrase in document.phrases():
        # How words are bound together is no change of what is said.
        digest.update(phrase.text.replace(NBSP, " ").encode() + b"\0")
    for contact in document.contacts:
        digest.update(contact.code.encode() + b"\0")
    date, mark = document.date.replace("-", ""), DRAFT if document.draft else ""
    parts = (document.language, document.region, date, digest.hexdigest()[:6], mark)
    code = "-".join(part for part in parts if part).upper()
    return replace(document, edition=code)


def no_local_finding(content: Content, writer: Writer, region: str | None, *, helped: bool) -> Finding:
    """Says that a region has no organisation of its own in the content, or nobody at all."""
    name = writer.words.regions[region or ""].text
    place = content.place("organizations.yaml")
    if helped:
        what = f"no organisation serves {name}; the edition is made from the nationwide contacts"
        return Finding(place, "no-local-organization", what, severity=Severity.NOTE)
    what = f"no organisation serves {name}, and none is national"
    return Finding(place, "no-contacts", what, remedy=ENTER_NATIONAL)
