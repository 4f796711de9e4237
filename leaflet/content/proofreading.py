"""All words of a language that can be printed, read for slips of the keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from leaflet.content.addresses import check_addresses
from leaflet.content.fingerprints import printed_texts, texts
from leaflet.content.keyboard import mistyped
from leaflet.content.letters import (
    SHORT,
    acronyms,
    check_alphabet,
    check_digits,
    check_letters,
    check_script,
    words,
)
from leaflet.content.model import Language, Text
from leaflet.content.names import known_language
from leaflet.content.typed import check_disguised, check_glued, check_named
from leaflet.content.wording import check_apostrophes, check_wording
from leaflet.diagnostics import Finding


class Acronyms:
    """The acronyms and the words of names of every language, each in its language's own letters."""

    def __init__(self, languages: Iterable[Language]) -> None:
        self.languages = tuple(languages)

    @cached_property
    def by_path(self) -> dict[str, set[str]]:
        """Those of the texts of one key path, once somebody asks: most words are in their own letters."""
        found: dict[str, set[str]] = {}
        for language in self.languages:
            for path, text in texts(language).items():
                own = acronyms(text.text, language.alphabet.text, in_name=path.endswith(".name"))
                found.setdefault(path, set()).update(own)
        return found


def proofread(language: Language, source: Language, lent: Acronyms) -> Iterator[Finding]:
    """Warnings about letters, doubled words and spaces, and numbers where none belongs.

    The names of organisations and places may keep the source's letters: Қорғау in a Russian text is no slip.
    An acronym may have the letters that are ``lent`` by the same text of another language, and so may a word
    of a name; a short one only if the source has it as well: a slip may be a word there.
    """

    def acronyms_beside(text: Text) -> set[str]:
        paths = [path for path, own in texts(language).items() if own is text]
        theirs = texts(source)
        named = {word for path in paths if path in theirs for word in words(theirs[path].text)}
        beside = (word for path in paths for word in lent.by_path[path])
        return {word for word in beside if len(word) > SHORT or word.isupper() or word in named}

    own = list(printed_texts(language).values())
    called_there = [text for entry in source.organizations.values() for text in (entry.name, entry.place)]
    called_there += source.regions.values()
    names = {word.casefold() for text in called_there for word in words(text.text)}
    yield from check_alphabet(language.alphabet)
    is_source = language is source
    called = {id(words.name): words.name for words in language.organizations.values()}
    others = [text for text in own if id(text) not in called]
    strange = [*check_script(others, language.alphabet.text, is_source=is_source)]
    strange += check_script(called.values(), language.alphabet.text, is_source=is_source, are_names=True)

    def elsewhere() -> list[Mapping[str, Text]]:
        return [texts(other) for other in lent.languages if other is not language]

    if is_source:
        told = {finding.place for finding in strange}
        every = printed_texts(language)
        read = {path: text for path, text in every.items() if not (text.place in told or id(text) in called)}
        strange += mistyped(read, every, language.alphabet.text, elsewhere())
    yield from strange
    # The letters of words to be written anew are no slips of their own.
    anew = {finding.place for finding in strange}
    as_meant = [text for text in own if text.place not in anew]
    yield from check_letters(as_meant, language.alphabet.text, () if is_source else names, acronyms_beside)
    yield from check_digits(texts(language), language.tag, elsewhere)
    has_colons = not known_language(language.tag)
    yield from check_wording(own, called.values(), language.alphabet.text, has_colons=has_colons)
    yield from check_apostrophes(own, language.alphabet.text)
    yield from check_disguised(own)
    yield from check_glued(texts(language))
    yield from check_named(texts(language))
    yield from check_addresses(others, list(called.values()))
