"""A language's texts by key path, and the short fingerprints by which a translation remembers its source."""

from __future__ import annotations

import hashlib
import re
import shlex
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from leaflet import resources
from leaflet.content.model import Language, Section, Text

FINGERPRINT = re.compile(r"[0-9a-f]{8}")
_SPACES = re.compile(r"[ \t\n]+")
_ONE_WORD = re.compile(r"[\w./\\:-]+")
_READ_IN_QUOTES = frozenset('"$`!')


def fingerprint(text: str) -> str:
    """The first 8 hex digits of the SHA-256 of the text in NFC, its breakable white space folded.

    A line of print parts at any run of spaces, tabs and line feeds alike; spaces that do not break print
    otherwise, and are letters here.
    """
    folded = _SPACES.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
    return hashlib.sha256(folded.encode()).hexdigest()[:8]


def fingerprints(language: Language) -> dict[str, str]:
    """The fingerprint of each text, by key path."""
    return {path: fingerprint(text.text) for path, text in texts(language).items()}


def printing(language: Language) -> str:
    """The command that prints the records of a language, from the folder that it was read from."""
    folder = Path(language.place.file).parent
    given = "" if folder == resources.directory("content") else f" --content {as_one_word(str(folder))}"
    return f'"leaflet fingerprints --lang {language.tag}{given}"'


def as_one_word(path: str) -> str:
    """A path as it is typed into a shell. For cmd.exe single quotes are letters; others read $ in double."""
    if _ONE_WORD.fullmatch(path):
        return path
    return f'"{path}"' if _READ_IN_QUOTES.isdisjoint(path) else shlex.quote(path)


def texts(language: Language) -> dict[str, Text]:
    """All texts that are translated, by key path: the memo, organisations, labels, the proof's words.

    Not the names of regions.
    Items count from 1: ``memo.signs.checklist.3``; the second sentence of the fifth paragraph is
    ``memo.arrival.paragraphs.5.2``.
    """
    found = {"memo.cover.audience": language.audience, "memo.cover.title": language.title}
    found |= {f"memo.contacts.{key}": text for key, text in language.contact_headings.items()}
    for section in language.sections:
        found |= _section(section)
    for key, words in language.organizations.items():
        found |= {f"organizations.{key}.name": words.name, f"organizations.{key}.place": words.place}
    found |= {f"labels.{key}": text for key, text in language.labels.items()}
    return found | {f"proof.{key}": text for key, text in language.proof.items()}


def region_names(language: Language) -> dict[str, Text]:
    """The names of the regions, by key path: they are printed, but no translation of the source's words."""
    return {f"regions.{key}": text for key, text in language.regions.items()}


def printed_texts(language: Language) -> dict[str, Text]:
    """Every text of the language that an edition may print, by key path."""
    return {"name": language.name} | texts(language) | region_names(language)


def _section(section: Section) -> Iterator[tuple[str, Text]]:
    path = f"memo.{section.id}"
    if section.heading:
        yield f"{path}.heading", section.heading
    if section.statement:
        yield f"{path}.statement", section.statement
    for body, items in (("checklist", section.checklist), ("list", section.list)):
        for number, item in enumerate(items, start=1):
            yield f"{path}.{body}.{number}", item
    for number, paragraph in enumerate(section.paragraphs, start=1):
        for position, sentence in enumerate(paragraph, start=1):
            yield f"{path}.paragraphs.{number}.{position}", sentence
