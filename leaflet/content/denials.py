"""Texts that deny where their source does not, or the other way round: a "not" that was lost or came in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from leaflet.content.compare import matching
from leaflet.content.encoding import listed, quoted
from leaflet.content.fingerprints import texts
from leaflet.content.model import Language, Text
from leaflet.content.names import MOST_NAMES
from leaflet.content.plain import bare
from leaflet.diagnostics import Finding, Severity


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language denies: ``whole`` sentences, with words that ``join`` those, or ``single`` words.

    A single word may say what another language says with a sentence: illegal, without, only. ``examples``
    are for whoever looks for a word.
    """

    whole: re.Pattern[str]
    join: re.Pattern[str]
    single: re.Pattern[str]
    examples: str


# Kazakh verbs deny by a syllable after the stem, whose consonant follows that of the stem.
_KAZAKH_SYLLABLE = r"(?:(?<=[аәеёиоөуүұыіэйрл])м|(?<=[жзмнң])б|(?<=[пткқсшчхцфбвгд])п)[ае]"
_KAZAKH_ENDINGS = (
    r"(?:ңыз|ңіз|ңдар|ңдер|с|й|йды|йді|й[мс][ыі][нз]|йтын\w*|йтін\w*|[дт][ыі](?:[мңқк]|ңыз|ңіз)?"
    r"|с[ае](?:[мңқк]|ңыз|ңіз)?|ған\w*|ген\w*|у(?:[ыі]\w*|да|ге|ға|шы\w*|ші\w*)?)"
)
# They end like these verbs, and are none: or, the town, to besiege and arrest, the flu.
_NO_KAZAKH_VERBS = r"(?!немесе\b|семей|қама|тымау)"
_LANGUAGES = {
    "kk": _Words(
        re.compile(
            rf"\bжоқ\w*|\bжоғы\b|\bемес(?:п[ей]\w+)?\b(?! \w)"
            rf"|\b{_NO_KAZAKH_VERBS}\w{{2,}}{_KAZAKH_SYLLABLE}{_KAZAKH_ENDINGS}\b"
        ),
        re.compile(r"\bеш(?:кім|қашан|қандай|нәрсе|теңе|қайда|бір)?\w{0,6}\b"),
        # "Үкіметтік емес ұйым" is a single word elsewhere.
        re.compile(
            r"\bемес\b(?= \w)|\b(?!тиісті)\w{2,}с[ыі]з(?:дық|дік)?\b"
            r"|\b(?:тыс|қарсы|тек|ғана|тыйым)\b"
        ),
        "емес, жоқ, -ма, -ме",
    ),
    "ru": _Words(
        re.compile(
            r"\bне\b(?! (?:больше|более|меньше|менее|позже|позднее|раньше|ранее|только)\b)|\bнет\b|\bнельзя\b"
        ),
        re.compile(r"\bни\b|\bни(?:кто|ко[гм]|кем|когда|чего|чему|чем|что|как|где|куда)\w*"),
        re.compile(
            r"\bне(?!скольк|больш|котор|много|дел|мец|го\b|му\b|й\b|ё\b|фт|рв|бо\b|бе|сти\b|с[её]т)\w{3,}"
            r"|\bне(?= )|\bбез\w*|\b(?:кроме|только|лишь|против|сверх)\b"
            r"|\b(?:подневольн|запре[тщ]|отказ|избега|отсутств|лиш[аеё]н|освобожда|остерег|воздерж|тайн)\w*"
        ),
        "не, нет, нельзя, никогда",
    ),
    "en": _Words(
        re.compile(
            r"\b(?:not|no|cannot)\b(?! (?:more|less|fewer|later|earlier|longer|only)\b)"
            r"|\b(?:never|nobody|nothing|none|nowhere|neither|nor|no one)\b|\b\w+n['’]t\b"
        ),
        re.compile(r"(?!)"),
        re.compile(
            r"\bnon\b|\bnon\w{4,}|\bun(?!der|til|i|cle)\w{3,}|\billeg\w+|\bimpossib\w+|\binvol\w+|\bwithout\b"
            r"|\b(?:only|against|outside)\b|\b(?:not|no)(?= )"
            r"|\b(?:except|exempt|forbid|prohibit|refus|avoid|lack|absen|depriv|inviolab|refrain|beware|secret)\w*"
        ),
        "not, no, never, cannot",
    ),
}
_END = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_])")
_JUDGED = ("memo.", "labels.")
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Denials:
    """The words by which a text denies as a whole, those that join them, and how many deny a single word."""

    whole: tuple[str, ...]
    joined: tuple[str, ...]
    singles: int

    def lacks(self, other: _Denials) -> bool:
        """Whether the other text denies, and nothing here can stand for it.

        Where both say nobody or never, and only the other one denies, this one has lost what they join.
        """
        if not other.whole or self.whole:
            return False
        expected = other.singles + len(other.whole)
        return bool(self.joined and other.joined) or (not self.joined and self.singles < expected)


def check_denials(translation: Language, source: Language) -> Iterator[Finding]:
    """Warnings about texts of which one denies and the other does not, in languages whose words are known."""
    tags = [words.tag.partition("-")[0] for words in (translation, source)]
    if not all(tag in _LANGUAGES for tag in tags):
        return
    ours, theirs = texts(translation), texts(source)
    for path in matching(ours, theirs):
        if not path.startswith(_JUDGED):
            continue
        text, beside = ours[path], theirs[path]
        for own, other in _side_by_side(tags, text, beside):
            if finding := _compared(text, beside, own, other, _LANGUAGES[tags[0]].examples):
                yield finding
                break


def _side_by_side(tags: Sequence[str], text: Text, source: Text) -> Iterator[tuple[_Denials, _Denials]]:
    """How a text and its source deny, sentence by sentence where they have as many."""
    pairs = [(text.text, source.text)]
    ours, theirs = (_END.split(whole) for whole in pairs[0])
    if len(ours) == len(theirs):
        pairs = list(zip(ours, theirs, strict=True))
    for own, other in pairs:
        yield _denials(tags[0], own), _denials(tags[1], other)


def _compared(text: Text, source: Text, own: _Denials, other: _Denials, examples: str) -> Finding | None:
    if own.lacks(other):
        what, found, where = "its source denies something, and this text does not", other, "there"
        way = "say it here with one of"
    elif other.lacks(own):
        what, found, where = "this text denies something, and its source does not", own, "here"
        way = "say it here without any of"
    else:
        return None
    measure = f"found {listed(map(quoted, found.whole), _MOST_SHOWN)} {where}"
    remedy = f"hold it against {source.place}, and mend what says the opposite; if both say the same, "
    return Finding(text.place, "lost-denial", what, measure, f"{remedy}{way}: {examples}", Severity.WARNING)


@lru_cache(maxsize=MOST_NAMES)
def _denials(tag: str, text: str) -> _Denials:
    words, shown = _LANGUAGES[tag], " ".join(bare(text).casefold().split())
    denied = words.whole.sub("", shown)
    whole, joined = tuple(words.whole.findall(shown)), tuple(words.join.findall(denied))
    return _Denials(whole, joined, len(words.single.findall(denied)))
