"""All words of a language that can be printed, read for slips of the keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflet.content.addresses import check_addresses
from leaflet.content.fingerprints import region_names, texts
from leaflet.content.letters import check_alphabet, check_letters, check_script, has_acronym, words
from leaflet.content.model import Language, Text
from leaflet.content.numbers import check_dialled, check_disguised, check_glued
from leaflet.content.wording import check_apostrophes, check_repeated, check_wording
from leaflet.diagnostics import Finding


def proofread(language: Language, source: Language, every: Iterable[Language]) -> Iterator[Finding]:
    """Warnings about letters, doubled words and spaces, and numbers where none belongs.

    The names of organisations and places may keep the source's letters: Қорғау in a Russian text is no slip.
    An acronym may have the letters that it has in the same text of another one of ``every`` language.
    """

    def is_lent(text: Text, word: str) -> bool:
        paths = [path for path, own in texts(language).items() if own is text]
        beside = [(texts(other).get(path), other) for path in paths for other in every]
        return any(other and has_acronym(other.text, word, of.alphabet.text) for other, of in beside)

    own = printable_texts(language)
    called_there = [text for entry in source.organizations.values() for text in (entry.name, entry.place)]
    called_there += source.regions.values()
    names = {word.casefold() for text in called_there for word in words(text.text)}
    yield from check_alphabet(language.alphabet)
    yield from check_letters(own, language.alphabet.text, names if language is not source else (), is_lent)
    running = [text for path, text in texts(language).items() if not path.startswith("organizations.")]
    yield from check_script([language.name, *running], language.alphabet.text)
    yield from check_wording(own)
    yield from check_apostrophes(own)
    yield from check_repeated(texts(language))
    yield from check_disguised(own)
    by_path = texts(language).items()
    yield from check_glued(texts(language))
    yield from check_dialled(text for path, text in by_path if path.startswith(("organizations.", "labels.")))
    called = [words.name for words in language.organizations.values()]
    names_of = set(map(id, called))
    yield from check_addresses((text for text in own if id(text) not in names_of), called)


def printable_texts(language: Language) -> list[Text]:
    """Every text of the language that an edition may print."""
    return [language.name, *texts(language).values(), *region_names(language).values()]
