"""Texts that deny where their source does not, or the other way round: a "not" that was lost or came in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from leaflet.content.encoding import listed, quoted
from leaflet.content.model import Text
from leaflet.content.names import MOST_NAMES
from leaflet.content.pairs import DRAFT_MARK, Pair
from leaflet.content.plain import bare
from leaflet.diagnostics import Finding, Severity


@dataclass(frozen=True, slots=True)
class _Words:
    """How a language denies: ``whole`` sentences, with words that ``join`` those, or ``single`` words.

    A single word may say what another language says with a sentence: illegal, without, hide. One that says
    ``only`` may be said with two: not unless. Some ``turn`` what is said by themselves: avoid. What
    ``affirms`` denies nothing: do not forget. Some ``limit`` a denial: nobody before. ``examples`` are for
    whoever looks for a word.
    """

    affirms: re.Pattern[str]
    whole: re.Pattern[str]
    join: re.Pattern[str]
    single: re.Pattern[str]
    only: re.Pattern[str]
    turn: re.Pattern[str]
    limit: re.Pattern[str]
    examples: str


# Kazakh verbs deny by a syllable after the stem, whose consonant follows that of the stem.
_KAZAKH_SYLLABLE = r"(?:(?<=[аәеёиоөуүұыіэйрл])м|(?<=[жзмнң])б|(?<=[пткқсшчхцфбвгд])п)[ае]"
# None begins with т: "азаматы" and "үкіметі" are nouns.
_KAZAKH_ENDINGS = (
    r"(?:ңыз|ңіз|ңдар|ңдер|с|й|йды|йді|й[мс][ыі][нз]|йтын\w*|йтін\w*|д[ыі](?:[мңқк]|ңыз|ңіз)?"
    r"|с[ае](?:[мңқк]|ңыз|ңіз)?|ған\w*|ген\w*|у(?:[ыі]\w*|да|ге|ға|шы\w*|ші\w*)?)"
)
# They end like these verbs, and are none: or, the town, to besiege and arrest, the flu.
_NO_KAZAKH_VERBS = r"(?!немесе\b|семей|қама|тымау)"
# "Without" ends like the second person of verbs, "ала аласыз", whose stem ends in a vowel as few nouns do.
_KAZAKH_WITHOUT = (
    r"(?!тиісті)(?:\w+[^\Wаеәй]|\w*(?:виза|ақша|ақы|бала|ана|пана|шара|баға|анкета|жоба|кепілдеме|көмекше))"
    r"(?<!ған)(?<!ген)(?<!қан)(?<!кен)(?<!тын)(?<!тін)с[ыі]з(?:дық|дік)?"
)
_LANGUAGES = {
    "kk": _Words(
        re.compile(r"\bұмытпа\w*"),
        re.compile(
            rf"\bжоқ\w*|\bжоғы\b|\bемес(?:п[ей]\w+)?\b(?! \w)"
            rf"|\b{_NO_KAZAKH_VERBS}\w{{2,}}{_KAZAKH_SYLLABLE}{_KAZAKH_ENDINGS}\b"
        ),
        re.compile(r"\bеш(?:кім|қашан|қандай|нәрсе|теңе|қайда|бір)?\w{0,6}\b"),
        # "Үкіметтік емес ұйым" is a single word elsewhere.
        re.compile(
            rf"\bемес\b(?= \w)|\b{_KAZAKH_WITHOUT}\b"
            r"|\b(?:тыс|қарсы|сыр)\b|\b(?:тығ[ыа]|жасыр|құпия)\w*"
        ),
        re.compile(r"\b(?:тек|ғана)\b"),
        re.compile(r"\b(?:тыйым|аулақ)\w*"),
        re.compile(rf"\b(?:дейін|бұрын)\b|\b{_KAZAKH_WITHOUT}\b"),
        "емес, жоқ, -ма, -ме",
    ),
    "ru": _Words(
        re.compile(
            # How many, and not who or what alone.
            r"\bтолько (?:к )?одн\w+"
            r"|\bне (?:(?:больше|более|меньше|менее|позже|позднее|раньше|ранее|только)\b"
            r"|(?:заб(?:ы[втд]|удь)|молчи|медли|стесняй|бойтесь)\w*"
            # Two that make one: have it with you.
            r"|(?:выходи|уходи|ходи|езди|оставай)\w*(?: из дома| никуда)? без\b)"
        ),
        # As others say it with a verb: not to carry out, not to violate.
        re.compile(
            r"\bне\b|\bнет\b|\bнельзя\b|\bнезачем\b|\bне(?:исполнени|соблюдени|выполнени|прикосновенност)\w*"
        ),
        re.compile(r"\bни\b|\bни(?:кто|ко[гм]|кем|когда|чего|чему|чем|что|как|где|куда)\w*"),
        re.compile(
            r"\bне(?!скольк|больш|котор|много|дел|мец|го\b|му\b|й\b|ё\b|фт|рв|бо\b|бе|сти\b|с[её]т)\w{3,}"
            r"|\bбез\w*|\b(?:кроме|против|сверх|ниже)\b|\bработа\w* (?:семь дней|каждый день)"
            r"|\b(?:подневольн|отказ(?!ыв)|отсутств|освобожда|тайн"
            r"|секрет|спряч|прят|прячь|скры[втй]|молч|удерж|убереч|защит|уваж)\w*"
        ),
        # Before a preposition; before other words it is "very".
        re.compile(r"\b(?:только|лишь|исключительно(?= \w{1,3}\b))\b"),
        re.compile(r"\b(?:запре[тщ]|избега|избеж|лиш[аеё]н|остерег|воздерж|отказывайтесь|откажитесь)\w*"),
        re.compile(r"\b(?:до(?! сих)|без)\b"),
        "не, нет, нельзя, никогда",
    ),
    "en": _Words(
        re.compile(
            r"\bonly one\b|\bone \w+ only\b|\b(?:not|no) (?:more|less|fewer|later|earlier|longer|only)\b"
            r"|\b(?:not|\w+n['’]t) (?:forget|hesitate|keep silent|stay silent|be afraid)\b"
            r"|\b(?:not|\w+n['’]t|never) (?:go|leave|travel|stay)(?: out| home| anywhere)? without\b"
        ),
        re.compile(
            r"\b(?:not|no|cannot|never|nobody|nothing|none|nowhere|neither|nor|no one)\b|\b\w+n['’]t\b"
            r"|\binviolab\w*"
        ),
        re.compile(r"(?!)"),
        re.compile(
            r"\bnon\b|\bnon\w{4,}|\bun(?!der|til|i|cle)\w{3,}|\billeg\w+|\bimpossib\w+|\binvol\w+|\bwithout\b"
            r"|\b(?:against|outside|below|substandard|yet to|hide|hiding|hidden|safe|unless)\b"
            r"|\bseven days['’]? work|\bwork\w* (?:seven days|every day)\b"
            r"|\b(?:inaccess|conceal|silen|except|exempt|lack|absen|secret"
            r"|quiet|prevent|deni|deny|withh[eo]ld|kept from|fail|protect|respect|await)\w*"
        ),
        re.compile(r"\b(?:only|solely|(?:with|for|to|by) (?:you|them|him|her) alone|in your hands alone)\b"),
        re.compile(r"\b(?:forbid|forbad|prohibit|refus|avoid|depriv|refrain|beware)\w*"),
        re.compile(r"\b(?:before|without)\b"),
        "not, no, never, cannot",
    ),
}
_END = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_])")
_SAID_WITH = 2  # "Only if you ring" is "not, if you do not ring".
_MOST_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Denials:
    """The words by which a text denies as a whole, those that join or turn, and how many deny otherwise."""

    whole: tuple[str, ...]
    joined: tuple[str, ...]
    turned: tuple[str, ...]
    others: int
    only: tuple[str, ...] = ()
    limited: tuple[str, ...] = ()

    @property
    def denies(self) -> bool:
        return bool(self.whole or self.joined or self.others)

    def lacks(self, other: _Denials) -> bool:
        """Whether the other text denies more often, and nothing here can stand for it.

        Where both say nobody or never, and only the other one denies, this one has lost what they join;
        where this one alone says so, it has said it.
        """
        if other.turned and not self.denies:
            return True
        if len(self.whole) >= len(other.whole):
            return False
        if self.joined and not self.whole:
            return bool(other.joined)
        return len(self.whole) + self.others < len(other.whole) + other.others


def check_denials(pairs: Iterable[Pair], tags: Sequence[str]) -> Iterator[Finding]:
    """Warnings about texts of which one denies and the other does not; ``tags`` are those of both, known."""
    for path, text, beside in pairs:
        for own, other in _side_by_side(tags, text, beside, path):
            if finding := _compared(text, beside, own, other, _LANGUAGES[tags[0]].examples):
                yield finding
                break


def _side_by_side(
    tags: Sequence[str], text: Text, source: Text, path: str
) -> Iterator[tuple[_Denials, _Denials]]:
    """How a text and its source deny, sentence by sentence where they have as many.

    A label may have its sentences in another order; of the mark of a draft it counts only whether it denies.
    """
    pairs = [(text.text, source.text)]
    ours, theirs = (_END.split(whole) for whole in pairs[0])
    if len(ours) == len(theirs) and not path.startswith("labels."):
        pairs = list(zip(ours, theirs, strict=True))
    for own, other in pairs:
        found, beside = _denials(tags[0], own), _denials(tags[1], other)
        if path == DRAFT_MARK:
            found, beside = (replace(each, whole=each.whole[:1]) for each in (found, beside))
        yield found, beside


def _compared(text: Text, source: Text, own: _Denials, other: _Denials, examples: str) -> Finding | None:
    if own.lacks(other):
        what, found, where = "its source denies something, and this text does not", other, "there"
        way = "say it here with one of"
    elif other.lacks(own):
        what, found, where = "this text denies something, and its source does not", own, "here"
        way = "say it here without any of"
    else:
        return _otherwise(text, source, own, other)
    measure = f"found {listed(map(quoted, found.whole or found.turned), _MOST_SHOWN)} {where}"
    remedy = f"hold it against {source.place}, and mend what says the opposite; if both say the same, "
    return Finding(text.place, "lost-denial", what, measure, f"{remedy}{way}: {examples}", Severity.WARNING)


def _otherwise(text: Text, source: Text, own: _Denials, other: _Denials) -> Finding | None:
    """What turns a text that has every denial: a limit to nobody or never, an "only"."""
    if own.limited and own.whole and other.joined and not (other.limited or other.others):
        what, found = "the text sets a limit to what it denies, and its source does not", own.limited
    elif own.only and not other.denies:
        what, found = "the text says only, and its source does not", own.only
    elif other.only and not own.denies:
        what, found = "its source says only, and the text does not", other.only
    else:
        return None
    remedy = f"hold it against {source.place}, and say what the source says"
    return Finding(text.place, "lost-denial", what, f"found {quoted(found[0])}", remedy, Severity.WARNING)


@lru_cache(maxsize=MOST_NAMES)
def _denials(tag: str, text: str) -> _Denials:
    words = _LANGUAGES[tag]
    shown = words.affirms.sub("", " ".join(bare(text).casefold().split()))
    denied = words.whole.sub("", shown)
    whole, joined = tuple(words.whole.findall(shown)), tuple(words.join.findall(denied))
    turned = tuple(words.turn.findall(denied))
    only, limited = (tuple(each.findall(shown)) for each in (words.only, words.limit))
    others = len(turned) + len(words.single.findall(denied)) + _SAID_WITH * len(words.only.findall(denied))
    return _Denials(whole, joined, turned, others, only, limited)
