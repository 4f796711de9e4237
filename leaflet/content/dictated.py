"""Numbers to dial that are written in words: as one reads them out, or digit by digit."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.plain import MOST_TEXTS, each_of, plain
from leaflet.diagnostics import Finding, Severity

CALLS = re.compile(
    r"\{|қоңырау|жедел желі|нөмір|хабарлас|теріңіз|звон|лини[яию]|номер|телефон|набер|number|phone"
    r"|hotline|help ?line|\bcall|\bring\b|dial"
)
"""What stands in small letters where a text speaks of a call."""
_WORD = re.compile(r"\w+")
_NUMBER_WORD = re.compile(r"\b[^\W\d_]{3,}\b(?! (?:of|из)\b)")
# What is counted stands right behind its number.
_COUNTED = re.compile(r"[ \u00a0]+[^\W\d_]")
_HOTLINE = re.compile(r"\{\w+\}")
# What stands right before a hotline, and right behind it; or what is told to be dialled before or behind it.
_BEFORE = re.compile(r"(\w+|[+#*])(?:,? (?:then|before|затем|потом|перед|кейін|соң))?[ \u00a0]?$")
_BEHIND = re.compile(r"[ \u00a0]?(?:\(?(?:after|then|после|затем|потом)[ \u00a0])?(\w+|[#*])")
_FARTHEST = 20
# Behind these an hour and its minutes are a time: eight thirty-five.
_TIME = re.compile(r"\b(?:at|by|from|until|till|в|к|с|до|сағат)[ \u00a0]$", re.IGNORECASE)
_LAST_HOUR, _MINUTES = 24, range(10, 60)
_SIGNS_TO_DIAL = each_of("+ # * star asterisk hash звёздочка звездочка решётка решетка жұлдызша")
# Two digits together may be "two or three"; three are dictated where a call is meant, five anywhere.
_FEWEST_SPELT, _FEWEST_ANYWHERE = 3, 5
# "Eight hundred and" takes three words for a digit; no number to dial has more digits than eleven.
_MOST_WORDS = 24
_HUNDRED, _THOUSAND = 100, 1000
_KAZAKH_TEN = "он"
_SHORTEST_PART, _SHORTEST_COMPOUND, _LONGEST_COMPOUND = 3, 6, 40
# A run is read anew from each of its words; nobody writes so many for the sake of what they say.
_LONGEST_RUN = 500


def _values(first: int, step: int, *languages: str) -> dict[str, int]:
    """The words of some languages for numbers that follow each other by a step; a / parts two for one."""
    return {
        word: first + step * place
        for words in languages
        for place, either in enumerate(words.split())
        for word in either.split("/")
    }


# In Kazakh, Russian and English.
_WORDS = {
    **_values(
        0,
        1,
        "нөл бір екі үш төрт бес алты жеті сегіз тоғыз он",
        "ноль/нуль один/одна/одному два/две/двух/двум три/трёх/трех/трём/трем четыре/четырём/четырем "
        "пять/пяти шесть/шести семь/семи восемь/восьми девять/девяти десять/десяти "
        "одиннадцать/одиннадцати двенадцать/двенадцати тринадцать четырнадцать пятнадцать "
        "шестнадцать/шестнадцати семнадцать восемнадцать девятнадцать",
        "нуля/ноля/нулём единица/единицы/единицу двойка/двойки/двойку тройка/тройки/тройку "
        "четвёрка/четвёрки/четвёрку пятёрка/пятёрки/пятёрку шестёрка/шестёрки/шестёрку "
        "семёрка/семёрки/семёрку восьмёрка/восьмёрки/восьмёрку девятка/девятки/девятку",
        "zero/oh/o/nought one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen",
    ),
    **_values(
        20,
        10,
        "жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
        "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
        "twenty thirty forty fifty sixty seventy eighty ninety",
    ),
    **_values(
        _HUNDRED,
        _HUNDRED,
        "сто/ста/сотка/сотку/сотки двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    ),
    **_values(_HUNDRED, 0, "жүз/hundred"),
    **_values(_THOUSAND, 0, "мың/тысяча/тысячи/тысяч/thousand"),
}
# The last word of a number that is read out as one in a row: one hundred third.
_ORDINALS = _values(
    1,
    1,
    "first second third fourth fifth sixth seventh eighth ninth",
    "первый/первая/первого/первому/первую второй/вторая/второго/второму/вторую "
    "третий/третья/третьего/третьему/третью четвёртый/четвертый/четвёртая/четвёртому пятый/пятая/пятому "
    "шестой/шестая/шестому седьмой/седьмая/седьмому восьмой/восьмая/восьмому девятый/девятая/девятому",
) | _values(12, 0, "twelfth/двенадцатый/двенадцатая/двенадцатому")
# How often the digit behind it is dialled.
_REPEATING = {"double": 2, "triple": 3, "treble": 3}
_LINKS = each_of("and then plus и да потом затем ещё еще плюс")
_KAZAKH_CASE = re.compile("(?:нің|[дт][еа]н|[гқкғдт][еа]|[нт][іы])$")


class _Number(NamedTuple):
    """A number in words, and where it begins and ends in its text."""

    word: str
    value: int
    start: int = 0
    end: int = 0


class _Run(NamedTuple):
    """Numbers that follow each other.

    Also whether a word follows that may say what is counted, and whether a time of day may begin with them.
    """

    numbers: list[_Number]
    is_counting: bool
    is_timed: bool


def check_dictated(
    texts: Iterable[Text], known: Collection[str], *, beside_numbers: bool = False
) -> Iterator[Finding]:
    """Warnings about ``known`` numbers to dial in words, and about any that are spelt out.

    Where the texts stand ``beside_numbers`` to call, what is spelt out is meant to be called.
    """
    for text in texts:
        shown = plain(text.text)
        if found := dictated(shown, known, is_of_a_call=beside_numbers) or _beside_a_hotline(shown):
            what = f"{quoted(found)} is a number in words"
            remedy = "leave it out, or write hotlines as {police}: contacts belong into the files of facts"
            yield Finding(text.place, "number-in-text", what, remedy=remedy, severity=Severity.WARNING)


def _beside_a_hotline(text: str) -> str:
    """What would be dialled with a hotline: a word for a number, or a sign, right before or behind it."""
    for mark in _HOTLINE.finditer(text):
        before = _BEFORE.search(text[max(mark.start() - _FARTHEST, 0) : mark.start()])
        behind = _BEHIND.match(text[mark.end() : mark.end() + _FARTHEST])
        for match in filter(None, (before, behind)):
            word = match[1].casefold()
            if word in _SIGNS_TO_DIAL or word in _REPEATING or (len(word) > 1 and _value(word) is not None):
                return match[0].strip()
    return ""


def number_words(text: str) -> list[str]:
    """The words for numbers in a text; "one of several" and what is too short to be sure of are none."""
    words = _NUMBER_WORD.findall(plain(text).casefold())
    return [word for word in words if word in _ORDINALS or word in _REPEATING or _value(word) is not None]


def dictated(text: str, known: Collection[str], *, is_of_a_call: bool = False) -> str:
    """The first words that are read as one of the ``known`` numbers, or as any that is dictated."""
    runs = _runs(text)
    is_of_a_call = bool(runs) and (is_of_a_call or bool(CALLS.search(text.casefold())))
    for run in runs:
        for start in range(len(run.numbers)):
            if end := _dialled(run, start, known, is_of_a_call=is_of_a_call):
                return text[run.numbers[start].start : end]
    return ""


# Each text is read once more with its cut words joined.
@lru_cache(maxsize=MOST_TEXTS)
def _runs(text: str) -> list[_Run]:
    """The words for numbers that follow each other, and the figures among them."""
    runs: list[_Run] = []
    numbers: list[_Number] = []
    times, start = 1, 0
    for match in [*_WORD.finditer(text), None]:
        word = match[0].casefold() if match else ""
        found = _numbers(word) or ((_Number(word, _ORDINALS[word]),) if numbers and word in _ORDINALS else ())
        if match and times == 1:
            start = match.start()
        if match and found:
            placed = [number._replace(start=start, end=match.end()) for number in found]
            numbers += placed[:1] * (times - 1) + placed
        elif numbers and word not in _LINKS and word not in _REPEATING:
            runs += _run(text, numbers)
            numbers = []
        times = _REPEATING.get(word, 1)
    return runs


def _run(text: str, numbers: list[_Number]) -> Iterator[_Run]:
    """Numbers that follow each other in a text, if they are several and not all in figures."""
    if len(numbers) > 1 and not all(number.word.isdecimal() for number in numbers):
        is_counting = bool(_COUNTED.match(text, numbers[-1].end))
        is_timed = bool(_TIME.search(text[max(numbers[0].start - _FARTHEST, 0) : numbers[0].start]))
        yield _Run(numbers[:_LONGEST_RUN], is_counting, is_timed)


@lru_cache(maxsize=4096)
def _numbers(word: str) -> tuple[_Number, ...]:
    """The numbers that a word is, or that are written together in it: onezerothree."""
    if (value := _value(word)) is not None:
        return (_Number(word, value),)
    if not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
        return ()
    for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        # The rest of most words is not asked: they do not begin with a number.
        if (first := _value(word[:end])) is not None and (rest := _numbers(word[end:])):
            return (_Number(word[:end], first), *rest)
    return ()


def _value(word: str) -> int | None:
    if word.isdecimal() and len(word) == 1:
        return int(word)
    return _WORDS.get(word, _WORDS.get(_KAZAKH_CASE.sub("", word)))


def _dialled(run: _Run, start: int, known: Collection[str], *, is_of_a_call: bool) -> int:
    """Where a number to dial ends that begins with the words at the start; 0 where they are none."""
    numbers = run.numbers[start : start + _MOST_WORDS]
    units = next((at for at, number in enumerate(numbers) if number.value > 9), len(numbers))
    cardinal = next((at for at, number in enumerate(numbers) if number.word in _ORDINALS), len(numbers))
    fewest, most = (_FEWEST_SPELT, cardinal) if is_of_a_call else (_FEWEST_ANYWHERE, min(units, cardinal))
    for length in range(1, len(numbers) + 1):
        values = _composed(numbers[:length])
        is_spelt = _FEWEST_SPELT <= length <= units
        is_meant = is_of_a_call or is_spelt or (start + length == len(run.numbers) and not run.is_counting)
        is_any = fewest <= length <= most and len(values) > 1
        is_time = run.is_timed and start == 0 and _is_time(values)
        if (is_meant and "".join(map(str, values)) in known) or (is_any and not is_time):
            return numbers[length - 1].end
    return 0


def _is_time(values: Sequence[int]) -> bool:
    return len(values) == 2 and values[0] <= _LAST_HOUR and values[1] in _MINUTES


def _composed(numbers: Sequence[_Number]) -> list[int]:
    """The numbers that words make: 11, 1000, 6, 100, 16 are one, and 11, 6, 16 are three."""
    found: list[int] = []
    before = ""
    for word, value, *_ in numbers:
        whole = found[-1] if found else 0
        below = whole % _THOUSAND if value == _HUNDRED else whole
        # Ten and two are twelve in Kazakh alone.
        is_apart = value < 10 and _value(before) == 10 and before != _KAZAKH_TEN
        if value in (_HUNDRED, _THOUSAND) and 0 < below < value and (value > _HUNDRED or below < 10):
            found[-1] += below * (value - 1)
        # What is smaller than the last word's unit goes into the same number: sixty-five, a hundred and two.
        elif value and whole > 9 and whole % (10 ** len(str(value))) == 0 and not is_apart:
            found[-1] += value
        else:
            found.append(value)
        before = word
    return found
