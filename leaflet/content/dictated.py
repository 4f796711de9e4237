"""Numbers to dial that are written in words: as one reads them out, or digit by digit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.plain import MOST_TEXTS, plain
from leaflet.diagnostics import Finding, Severity

_WORD = re.compile(r"\w+")
_NUMBER_WORD = re.compile(r"\b[^\W\d_]{3,}\b(?! (?:of|из)\b)")
_HOTLINE = re.compile(r"\{\w+\}")
# What stands right before a hotline, and right behind it; or what is told to be dialled before or behind it.
_BEFORE = re.compile(r"(\w+|[+#*])(?:,? (?:then|before|затем|потом|перед|кейін|соң))?[ \u00a0]?$")
_BEHIND = re.compile(r"[ \u00a0]?(?:\(?(?:after|then|после|затем|потом)[ \u00a0])?(\w+|[#*])")
_FARTHEST = 20
_SIGNS_TO_DIAL = frozenset(
    (*"+#*", "star", "asterisk", "hash", "звёздочка", "звездочка", "решётка", "решетка", "жұлдызша")
)
# Two digits together may be "two or three"; three are dictated.
_FEWEST_SPELT = 3
# "Eight hundred and" takes three words for a digit; no number to dial has more digits than eleven.
_MOST_WORDS = 24
_THOUSAND = 1000
_SHORTEST_PART, _SHORTEST_COMPOUND, _LONGEST_COMPOUND = 3, 6, 40
# A run is read anew from each of its words; nobody writes so many for the sake of what they say.
_LONGEST_RUN = 500


class _Kind(Enum):
    UNIT = auto()
    TEEN = auto()
    """Up to 19, where no unit follows."""
    TENS = auto()
    HUNDREDS = auto()
    TIMES_HUNDRED = auto()
    """A word for hundred behind a unit."""
    THOUSANDS = auto()
    """A word for thousand behind what it is a multiple of."""
    TWICE = auto()
    """A word that repeats the digit behind it."""
    ORDINAL = auto()
    """The last word of a number that is read out as one in a row: one hundred third."""
    LINK = auto()
    """A word that stands between others, and is none."""


_NO_DIGITS = (_Kind.ORDINAL, _Kind.LINK)


@dataclass(frozen=True, slots=True)
class _Number:
    word: str
    kind: _Kind
    value: int = 0


def _values(kind: _Kind, first: int, step: int, *languages: str) -> dict[str, tuple[_Kind, int]]:
    """The words of some languages for numbers that follow each other by a step; a / parts two for one."""
    return {
        word: (kind, first + step * place)
        for words in languages
        for place, either in enumerate(words.split())
        for word in either.split("/")
    }


# In Kazakh, Russian and English.
_WORDS = {
    **_values(
        _Kind.UNIT,
        0,
        1,
        "нөл бір екі үш төрт бес алты жеті сегіз тоғыз",
        "ноль/нуль один/одна/одному два/две/двух/двум три/трёх/трех/трём/трем четыре/четырём/четырем "
        "пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти",
        "нуля/ноля/нулём единица/единицы/единицу двойка/двойки/двойку тройка/тройки/тройку "
        "четвёрка/четвёрки/четвёрку пятёрка/пятёрки/пятёрку шестёрка/шестёрки/шестёрку "
        "семёрка/семёрки/семёрку восьмёрка/восьмёрки/восьмёрку девятка/девятки/девятку",
        "zero/oh/o/nought one two three four five six seven eight nine",
    ),
    **_values(
        _Kind.TEEN,
        10,
        1,
        "десять/десяти одиннадцать/одиннадцати двенадцать/двенадцати тринадцать четырнадцать пятнадцать "
        "шестнадцать/шестнадцати семнадцать восемнадцать девятнадцать",
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
    ),
    **_values(
        _Kind.TENS,
        10,
        10,
        "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
    ),
    **_values(
        _Kind.TENS,
        20,
        10,
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        "twenty thirty forty fifty sixty seventy eighty ninety",
    ),
    **_values(
        _Kind.HUNDREDS,
        100,
        100,
        "сто/ста двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    ),
    **_values(_Kind.TIMES_HUNDRED, 100, 0, "жүз", "hundred"),
    **_values(_Kind.THOUSANDS, _THOUSAND, 0, "мың", "тысяча/тысячи/тысяч", "thousand"),
    **_values(_Kind.TWICE, 2, 0, "double"),
    **_values(_Kind.TWICE, 3, 0, "triple treble"),
    **_values(_Kind.HUNDREDS, 100, 0, "сотка/сотку/сотки"),
    **_values(
        _Kind.ORDINAL,
        1,
        1,
        "first second third fourth fifth sixth seventh eighth ninth",
        "первый/первая/первого/первому/первую второй/вторая/второго/второму/вторую "
        "третий/третья/третьего/третьему/третью четвёртый/четвертый/четвёртая/четвёртому пятый/пятая/пятому "
        "шестой/шестая/шестому седьмой/седьмая/седьмому восьмой/восьмая/восьмому девятый/девятая/девятому",
    ),
    **_values(_Kind.ORDINAL, 12, 0, "twelfth", "двенадцатый/двенадцатая/двенадцатому"),
    **_values(_Kind.LINK, 0, 0, "and then plus", "и да потом затем ещё/еще плюс"),
}
_KAZAKH_CASE = re.compile("(?:нің|[дт][еа]н|[гқкғдт][еа]|[нт][іы])$")


def check_dictated(texts: Iterable[Text], known: Collection[str]) -> Iterator[Finding]:
    """Warnings about ``known`` numbers to dial in words, and about any that are spelt out."""
    for text in texts:
        if found := dictated(plain(text.text), known) or _beside_a_hotline(plain(text.text)):
            what = f"{quoted(found)} is a number in words"
            remedy = "leave it out, or write hotlines as {police}: contacts belong into the files of facts"
            yield Finding(text.place, "number-in-text", what, remedy=remedy, severity=Severity.WARNING)


def _beside_a_hotline(text: str) -> str:
    """What would be dialled with a hotline: a word for a number, or a sign, right before or behind it."""
    shown = text.replace("**", "")
    for mark in _HOTLINE.finditer(shown):
        before = _BEFORE.search(shown[max(mark.start() - _FARTHEST, 0) : mark.start()])
        behind = _BEHIND.match(shown[mark.end() : mark.end() + _FARTHEST])
        for match in filter(None, (before, behind)):
            number = _number(match[1].casefold()) if len(match[1]) > 1 else None
            if match[1].casefold() in _SIGNS_TO_DIAL or (number and number.kind not in _NO_DIGITS):
                return match[0]
    return ""


def number_words(text: str) -> list[str]:
    """The words for numbers in a text; "one of several" and what is too short to be sure of are none."""
    words = _NUMBER_WORD.findall(plain(text).casefold())
    return [word for word in words if (found := _number(word)) and found.kind is not _Kind.LINK]


def dictated(text: str, known: Collection[str]) -> str:
    """The first words that are read as one of the ``known`` numbers, or as any that is dictated."""
    for run in _runs(text):
        for start in range(len(run)):
            if length := _length_dialled(run[start : start + _MOST_WORDS], known):
                return " ".join(number.word for number in run[start : start + length])
    return ""


# Each text is read once more with its cut words joined.
@lru_cache(maxsize=MOST_TEXTS)
def _runs(text: str) -> list[list[_Number]]:
    """The words for numbers that follow each other, and the figures among them."""
    runs: list[list[_Number]] = []
    run: list[_Number] = []
    for word in [*_WORD.findall(text.casefold()), ""]:
        if numbers := _numbers(word):
            if run and run[-1].kind is _Kind.TWICE and numbers[0].kind is _Kind.UNIT:
                run[-1:] = [numbers[0]] * (run[-1].value - 1)
            # What links nothing is a word like others.
            run += numbers if run or numbers[0].kind is not _Kind.LINK else ()
        elif run:
            if len(run) > 1 and not all(number.word.isdecimal() for number in run):
                runs.append(run[:_LONGEST_RUN])
            run = []
    return runs


@lru_cache(maxsize=4096)
def _numbers(word: str) -> tuple[_Number, ...]:
    """The numbers that a word is, or that are written together in it: onezerothree."""
    if number := _number(word):
        return (number,)
    if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
        return ()
    for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        first = _number(word[:end])
        # The rest of most words is not asked: they do not begin with a number.
        rest = _numbers(word[end:]) if first and first.kind is not _Kind.LINK else ()
        if first and rest and rest[0].kind is not _Kind.LINK:
            return (first, *rest)
    return ()


@lru_cache(maxsize=4096)
def _number(word: str) -> _Number | None:
    if word.isdecimal() and len(word) == 1:
        return _Number(word, _Kind.UNIT, int(word))
    found = _WORDS.get(word) or _WORDS.get(_KAZAKH_CASE.sub("", word))
    return _Number(word, *found) if found else None


def _length_dialled(run: Sequence[_Number], known: Collection[str]) -> int:
    """How many words at the beginning of a run are a number to dial; 0 where they are none."""
    if run[0].kind is _Kind.LINK:
        return 0
    head = [length for length, number in enumerate(run, start=1) if number.kind is not _Kind.LINK][
        :_FEWEST_SPELT
    ]
    if len(head) == _FEWEST_SPELT and all(run[length - 1].kind is _Kind.UNIT for length in head):
        return head[-1]
    digits = ""
    for length, value in _with_thousands(_composed(run)):
        digits += str(value)
        if digits in known or _is_mobile(digits):
            return length
    return 0


def _is_mobile(digits: str) -> bool:
    """Whether a number begins as those of mobile telephones do that are dialled from within the country."""
    return len(digits) == len("8701") and digits.startswith(("87", "77"))


def _with_thousands(composed: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The same numbers, those before and behind a thousand in one with it."""
    rest = list(composed)
    while rest:
        (length, value), rest = rest[0], rest[1:]
        if rest and rest[0][1] == _THOUSAND:
            (length, _), rest = rest[0], rest[1:]
            value *= _THOUSAND
            if rest and rest[0][1] < _THOUSAND:
                (length, below), rest = rest[0], rest[1:]
                value += below
        yield length, value


def _composed(run: Sequence[_Number]) -> Iterator[tuple[int, int]]:
    """The words as they make numbers up to 999, or 1000: how many lie behind each number, and its value."""
    rest = [(length, number) for length, number in enumerate(run, start=1) if number.kind is not _Kind.LINK]
    while rest:
        kinds = [number.kind for _, number in rest[:2]]
        if kinds == [_Kind.UNIT, _Kind.TIMES_HUNDRED]:
            (_, times), (length, hundred) = rest[:2]
            value, rest = times.value * hundred.value, rest[2:]
        else:
            (length, number), rest = rest[0], rest[1:]
            value = number.value
        # What is smaller than the last word's unit goes into the same number: sixty-five, a hundred and two.
        room = _room(value, kinds)
        while rest and 0 < rest[0][1].value < room:
            length, number = rest[0]
            value, rest = value + number.value, rest[1:]
            room = 10 if number.kind is _Kind.TENS else 0
        yield length, value


def _room(value: int, kinds: Sequence[_Kind]) -> int:
    """Below what a word must be that goes into the same number as the one before it."""
    if value >= 100:
        return 0 if kinds[0] is _Kind.THOUSANDS else 100
    return 10 if kinds[0] is _Kind.TENS else 0
