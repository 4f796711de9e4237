"""What the content folder says, as frozen values: every scalar keeps the place that it was read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from leaflet.content.encoding import printable
from leaflet.content.plain import each_of
from leaflet.diagnostics import Finding, Place, has_errors

FACT_FILES = ("hotlines", "short_numbers", "organizations", "regions")
"""The files of facts without their ending, by which ``Content`` calls what they hold; others are of words."""
GROUPS = ("trafficking", "other")
"""The two lists of the memo, in their order."""
LABELS = each_of(
    "advice all_regions contacts_checked contacts_continued contacts_go_on contacts_unchecked danger draft "
    "edition fax my_embassy nationwide no_local page scan"
)
"""The labels that every language must have, beside one for each hotline."""


def place_of(path: Path) -> Place:
    """A file or folder as findings name it: systems allow names that are no text."""
    return Place(str(Path(*(printable(part)[0] for part in path.parts))))


@dataclass(frozen=True, slots=True)
class Text:
    """One scalar of a content file (Unicode NFC) and where it stands."""

    text: str
    place: Place

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Hotline:
    """A national short number, dialled as it stands."""

    id: str
    number: Text
    checked_on: Text | None
    """ISO date on which a person last rang the number; None until somebody has."""
    printed: Text | None
    """The words of the source in which the number stands, to the letter."""
    source: Text | None
    """Who says so: for editors, the leaflet does not print it."""
    rung: Text | None
    """A number that the source does not print and that was rung, written a second time."""

    @property
    def is_for_danger(self) -> bool:
        """Whether it is an emergency line, which nobody may hold up to test it; one is for advice."""
        return self.id != "trafficking"


@dataclass(frozen=True, slots=True)
class ShortNumber:
    """A short number that an organisation may have beside the hotlines."""

    id: str
    number: Text
    source: Text
    """Who says that it exists."""


@dataclass(frozen=True, slots=True)
class Region:
    """One of Kazakhstan's 20 first-level units (ISO 3166-2:KZ)."""

    id: str
    iso: Text
    aliases: tuple[Text, ...]
    """Colloquial and other names, and towns, that people type for it."""
    see_also: tuple[Text, ...]
    """Ids of today's units that its old names cover, too."""
    formerly: tuple[Text, ...]
    """Names that it and its towns had: people type them, and nothing may be printed with them."""

    @property
    def names(self) -> tuple[Text, ...]:
        """All other names by which it is known."""
        return (*self.aliases, *self.formerly)


@dataclass(frozen=True, slots=True)
class Organization:
    """Who helps. Facts only: its name stands in the language files."""

    id: str
    place: Place
    row: Text | None
    """Number of the memo's row; None for one who does not stand in the memo."""
    group: str
    """``trafficking`` or ``other``: under which of the memo's two headings it stands."""
    national: bool
    regions: tuple[Text, ...]
    phones: tuple[Text, ...]
    """E.164, ``+7`` and ten digits; the first one goes into the code."""
    short_numbers: tuple[Text, ...]
    faxes: tuple[Text, ...]
    emails: tuple[Text, ...]
    printed: Text | None
    """The memo's row to the letter."""
    source: Text | None
    """Where a contact comes from that does not stand in the memo."""
    remarks: tuple[Text, ...]
    checked_on: Text | None
    """ISO date on which a person last checked the contact; None until somebody has."""
    rung: tuple[Text, ...]
    """Contacts that are not the memo's and were rung then, written a second time."""
    answered: tuple[Text, ...]
    """Contacts that look like slips, and where somebody has had an answer, written once more."""
    dead: tuple[Text, ...]
    """Contacts of the memo's row that nobody answers any more, as whoever rang has found."""


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the memo: a heading, a statement, and one kind of body."""

    id: str
    place: Place
    heading: Text | None = None
    statement: Text | None = None
    checklist: tuple[Text, ...] = ()
    list: tuple[Text, ...] = ()
    paragraphs: tuple[tuple[Text, ...], ...] = ()
    """Paragraphs of sentences."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where words come from: ``source``, ``draft`` or ``reviewed``."""

    status: Text
    by: Text
    on: Text | None = None
    fingerprint: Text | None = None
    """Of the words as they were when they were reviewed, or compared with what they are the source of."""


@dataclass(frozen=True, slots=True)
class OrganizationWords:
    """What an organisation and its place are called in one language."""

    name: Text
    place: Text


@dataclass(frozen=True, slots=True)
class Amendment:
    """A correction (``printed`` became ``now``) or a doubt (``now`` is empty, the words stand as printed)."""

    at: Text
    printed: Text
    now: Text | None
    why: Text
    minor: bool = False
    """Whether the doubt is about form alone: no reader can be misled, and a release need not wait."""


@dataclass(frozen=True, slots=True)
class Language:
    """All words of one language."""

    tag: str
    place: Place
    name: Text
    alphabet: Text
    memo_provenance: Provenance
    labels_provenance: Provenance
    audience: Text
    title: Text
    contact_headings: Mapping[str, Text]
    sections: tuple[Section, ...]
    """In the memo's own order."""
    reading_order: tuple[Text, ...]
    """Section ids in the order of reading; empty in translations, which follow the source language."""
    subsections: tuple[Text, ...]
    """Ids of the sections whose headings stand under that of the section before; source language only."""
    organizations: Mapping[str, OrganizationWords]
    regions: Mapping[str, Text]
    labels: Mapping[str, Text]
    proof: Mapping[str, Text]
    """The words of the sheet that checks a printer; empty where nobody has written them."""
    made_from: Mapping[str, Text]
    """Key path of a translated text to the fingerprint of the source text that it was made from."""
    compared: Mapping[str, Text]
    """``organizations.ID`` and ``hotlines.ID`` to the fingerprint of what stands under ``printed`` there, as
    somebody compared it with the print; source language only."""
    alike: Mapping[str, Text]
    """Key path of a translated text to the fingerprint of its source and of it, where somebody who reads both
    found that they say the same in other words; translations only."""
    hyphenate: Text | None
    """``yes`` where words of the running text may part by rule at any measure; None or ``no`` where not."""
    corrections: tuple[Amendment, ...]
    doubts: tuple[Amendment, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """Everything in a content folder.

    A language file with an error is absent from ``languages``; its findings say why.
    """

    directory: Path
    languages: Mapping[str, Language]
    hotlines: tuple[Hotline, ...]
    organizations: tuple[Organization, ...]
    regions: tuple[Region, ...]
    findings: tuple[Finding, ...]
    short_numbers: tuple[ShortNumber, ...] = ()
    unsound: tuple[Language, ...] = ()
    """Languages whose files have an error: checked on, never printed."""
    unsound_hotlines: tuple[str, ...] = ()
    """Ids of hotlines that have an error, and are absent for it."""
    language_files: tuple[str, ...] = ()
    """Names of the files of words without their ending, sound or not."""

    def place(self, name: str = "") -> Place:
        """Where findings about a file of the folder stand, or about the folder itself."""
        return place_of(self.directory / name)

    def is_sound(self, *names: str) -> bool:
        """Whether none of these files has an error: then nothing that it says is left out."""
        files = {self.place(name).file for name in names}
        return not has_errors(finding for finding in self.findings if finding.place.file in files)

    @property
    def source(self) -> Language | None:
        """The language whose memo is the source of the others."""
        for language in self.languages.values():
            if language.memo_provenance.status.text == "source":
                return language
        return None
