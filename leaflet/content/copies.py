"""Translations that were copied from another language, and not yet translated: one thing is told of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations

from leaflet.content.encoding import listed, places_listed, quoted
from leaflet.content.fingerprints import printed_texts, region_names, texts
from leaflet.content.letters import are_strange, words
from leaflet.content.model import Content, Language, Text
from leaflet.content.plain import plain, unquoted
from leaflet.content.reviews import is_draft
from leaflet.diagnostics import Finding, Place, Severity

_PARTS = re.compile(r"\{[^{}]*\}|\w+")
_MIN_WORDS = 2
# From so many texts on, of which nearly all are the same, the file is a copy and nothing else.
_NEARLY_ALL = 0.9
_FEWEST_TEXTS = 20
# From so many places of two words on they were left over, too.
_FEWEST_PLACES, _LONG = 2, re.compile(r"\w{3,}")
# Of these so many texts are told one by one.
_FOLDED = ("foreign-letter", "unchanged-text")
_MOST_APART = 6
# What follows from it that one text has the source's words.
_OF_WORDS = ("foreign-letter", "lost-denial", "mixed-scripts")
# What follows from it that all are those of another language.
_CONSEQUENCES = ("foreign-letter", "mixed-scripts", "unchanged-text")


@dataclass(frozen=True, slots=True)
class Copy:
    """What is told of a language that says what another says; ``is_whole`` where nearly all is the same."""

    finding: Finding
    is_whole: bool


@dataclass(frozen=True)
class _Said:
    """What a language says, by key path, and how much speaks for it that it is the copy."""

    words: Language

    @cached_property
    def texts(self) -> dict[str, str]:
        return {path: _said(text.text) for path, text in self.translated.items()}

    @cached_property
    def translated(self) -> dict[str, Text]:
        """Its texts, and what it calls the regions."""
        return _translated(self.words)

    @cached_property
    def newness(self) -> tuple[bool, bool, str]:
        """It is in strange letters, a draft, read later."""
        read_on = self.words.memo_provenance.on
        strange = are_strange((text.text for text in texts(self.words).values()), self.words.alphabet.text)
        return strange, is_draft(self.words, "memo"), read_on.text if read_on else ""


def is_unchanged(text: Text, source: Text, alphabet: str) -> bool:
    """Whether a text of some words is that of another language, the ``source``.

    Names in quotes, words in letters that the ``alphabet`` of that one lacks, and single words may be so.
    """
    if _said(text.text) != _said(source.text):
        return False
    return sum(not are_strange([word], alphabet) for word in words(unquoted(text.text))) >= _MIN_WORDS


def copied(translations: Sequence[Language], source: Language | None = None) -> Iterator[Copy]:
    """Each translation that says what the source or another one says, once."""
    told: set[str] = set()
    for translation in translations:
        for copy in _of_source(translation, source) if source is not None else ():
            told.add(translation.tag)
            yield copy
    for one, other in combinations(map(_Said, translations), 2):
        if {one.words.tag, other.words.tag} <= told:
            continue
        if _are_one_language(one.words, other.words):
            continue
        alike = [path for path, text in one.texts.items() if other.texts.get(path) == text]
        count = min(len(one.texts), len(other.texts))
        if 2 * len(alike) > count:
            for tag, copy in _of_each_other(one, other, alike, count):
                if tag not in told:
                    told.add(tag)
                    yield copy


def borrowed(translations: Sequence[Language], source: Language) -> Iterator[Finding]:
    """Each translation with texts that are word for word those of another one, once.

    They were left over when its file was made from that one's. Organisations may be called alike in both.
    """
    told = _Said(source).texts
    every = sorted(map(_Said, translations), key=lambda said: said.newness)
    for copy in every:
        left: dict[str, _Said] = {}
        for model in every:
            if copy.newness >= model.newness and not _are_one_language(copy.words, model.words):
                for path in _words_of(copy, model):
                    if copy.texts[path] != told.get(path):
                        left.setdefault(path, model)
        if left:
            yield _borrowed(copy, left)


def untranslated(language: Language, content: Content) -> tuple[int, int]:
    """How many texts of a language are word for word those of another one, and of how many.

    Where nothing tells which of two was copied, none is counted: either may be translated.
    """
    copy, alike = _Said(language), set[str]()
    file = language.place.file
    if not any(each.code == "unchanged-text" and each.place.file == file for each in content.findings):
        return 0, len(texts(language))
    for model in map(_Said, content.languages.values()):
        is_older = model.words is content.source or copy.newness > model.newness
        if is_older and language is not content.source and not _are_one_language(language, model.words):
            alike.update(path for path, said in copy.texts.items() if model.texts.get(path) == said)
    return len(alike), len(copy.texts)


def same_names(languages: Sequence[Language]) -> Iterator[Finding]:
    """Languages that are called as another one is, each once: a stand of leaflets is sorted by the name."""
    called: dict[str, list[_Said]] = {}
    for said in map(_Said, languages):
        called.setdefault(_said(said.words.name.text), []).append(said)
    for alike in called.values():
        for copy in alike:
            own, name = _without_country(copy.words.tag), copy.words.name
            others = [other for other in alike if _without_country(other.words.tag) != own]
            if model := next((other for other in others if copy.newness >= other.newness), None):
                what = f'"{copy.words.tag}" is called {quoted(name.text)}, as "{model.words.tag}" is'
                remedy = f"compare it with {model.words.name.place}, and call the language by its own name"
                yield Finding(name.place, "unchanged-text", what, "", remedy, Severity.WARNING)


def _translated(words: Language) -> dict[str, Text]:
    return texts(words) | region_names(words)


def _said(text: str) -> str:
    """What a text says, whatever its case, its signs and its white space."""
    return " ".join(_PARTS.findall(plain(text).casefold()))


def _without_country(tag: str) -> str:
    """The language and its script: in another country the same words are no copy."""
    return re.sub("-[A-Z]{2}$", "", tag)


def _are_one_language(one: Language, other: Language) -> bool:
    return _without_country(one.tag) == _without_country(other.tag)


def _words_of(copy: _Said, model: _Said) -> list[str]:
    """The key paths of the texts that both say, in words that the model's language has."""
    alike = [path for path, said in copy.texts.items() if model.texts.get(path) == said]
    alike = [path for path in alike if not path.startswith("proof.") and not path.endswith(".name")]
    ours, theirs, alphabet = copy.translated, model.translated, model.words.alphabet.text
    alike = [path for path in alike if is_unchanged(ours[path], theirs[path], alphabet)]
    of_places = [path for path in alike if path.endswith(".place") or path.startswith("regions.")]
    if len(alike) > len(of_places):
        return alike
    # Neighbours may call a place alike, and shorten their words for a town alike.
    long = {said for said in map(copy.texts.get, of_places) if said and len(_LONG.findall(said)) > 1}
    return of_places if len(long) >= _FEWEST_PLACES else []


def without_consequences(findings: Iterable[Finding]) -> list[Finding]:
    """The findings about a whole copy that say more than that it is one."""
    return [finding for finding in findings if finding.code not in _CONSEQUENCES]


def once_a_text(findings: Sequence[Finding]) -> list[Finding]:
    """The findings without those that texts have only because they are in the source's words."""
    unchanged = {finding.place for finding in findings if finding.code == "unchanged-text"}
    return [
        finding for finding in findings if finding.place not in unchanged or finding.code not in _OF_WORDS
    ]


def folded(findings: Sequence[Finding], language: Language) -> list[Finding]:
    """The findings, and one for all that many texts have alike; the words of the proof by themselves."""
    paths = {text.place: path for path, text in printed_texts(language).items()}
    alike: dict[tuple[str, str, bool], dict[Place, Finding]] = {}
    for finding in findings:
        if finding.code in _FOLDED and finding.place in paths:
            is_proof = paths[finding.place].startswith("proof.")
            alike.setdefault((finding.code, finding.what, is_proof), {})[finding.place] = finding
    kept = list(findings)
    for found in alike.values():
        if len(found) > _MOST_APART:
            first, *others = found.values()
            measure = f"{len(found)} texts: {places_listed({paths[place]: place for place in found})}"
            remedy = first.remedy
            if any(other.remedy != remedy for other in others):
                remedy += ", and so the others"
            kept = [finding for finding in kept if finding not in others]
            kept[kept.index(first)] = replace(first, measure=measure, remedy=remedy)
    return kept


def _of_source(translation: Language, source: Language) -> Iterator[Copy]:
    ours, theirs = texts(translation), texts(source)
    shared = [path for path in ours if path in theirs and len(words(unquoted(ours[path].text))) >= _MIN_WORDS]
    alike = [path for path in shared if is_unchanged(ours[path], theirs[path], source.alphabet.text)]
    if len(alike) >= max(_FEWEST_TEXTS, _NEARLY_ALL * len(shared)):
        remedy = f"translate them: they are those of {source.place}"
        yield Copy(_finding(translation, source, alike, len(shared), remedy), is_whole=True)


def _of_each_other(one: _Said, other: _Said, alike: Sequence[str], count: int) -> Iterator[tuple[str, Copy]]:
    """That one of two languages was copied from the other: both, where nothing tells which."""
    are_alike = one.newness == other.newness
    is_whole = not are_alike and len(alike) >= max(_FEWEST_TEXTS, _NEARLY_ALL * count)
    for copy, model in ((one, other), (other, one)):
        if copy.newness >= model.newness:
            remedy = f"translate them: they are those of {model.words.place}"
            if are_alike:
                remedy = f"translate them in the one that was copied, here or in {model.words.place}"
            finding = _finding(copy.words, model.words, alike, count, remedy)
            yield copy.words.tag, Copy(finding, is_whole)


def _borrowed(copy: _Said, left: Mapping[str, _Said]) -> Finding:
    """``left`` are the key paths of texts, each with the language that says the same."""
    models = {model.words.tag: model.words for model in left.values()}
    tag, said = copy.words.tag, copy.translated
    places = {path: text.place for path, text in said.items() if path in left}
    whose = listed(f'"{tag}"' for tag in models)
    what = f'some texts of "{tag}" are word for word those of {whose}'
    measure = f"{len(places)} of {len(said)} texts: {places_listed(places)}"
    files = listed(str(model.place) for model in models.values())
    remedy = f"translate them: they are those of {files}"
    if any(model.newness == copy.newness for model in left.values()):
        remedy = f"translate them in the one that was copied, here or in {files}"
    place = next(iter(places.values()))
    return Finding(place, "unchanged-text", what, measure, remedy, Severity.WARNING)


def _finding(copy: Language, model: Language, alike: Sequence[str], count: int, remedy: str) -> Finding:
    """``alike`` are the key paths of the same texts, of the ``count`` that were compared."""
    said = _translated(copy)
    measure = f"{len(alike)} of {count} texts: {places_listed({path: said[path].place for path in alike})}"
    what = f'most texts of "{copy.tag}" and "{model.tag}" are the same'
    return Finding(copy.place, "unchanged-text", what, measure, remedy, Severity.WARNING)
