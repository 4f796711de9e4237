"""The numbers that stand in running text, held against the source and against the numbers that we know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from leaflet.content.encoding import listed
from leaflet.content.letters import ROMAN
from leaflet.content.model import Hotline, Text
from leaflet.content.plain import PLACEHOLDER, bare, plain
from leaflet.diagnostics import Finding, Severity

# People group digits with spaces: 116 16 is 11616.
_INNER_SPACE = re.compile(r"(?<=\d)[ \u00a0\u202f]+(?=\d)")
# Fewer letters, or others, are rather words: I, CD, MIX. Cyrillic ХХІ is written as often as Latin.
_OTHER_NUMERAL = re.compile(r"(?<!\w)(?:[IVXІХ]{2,}|[IVXLCDM]{4,})(?!\w)|[¹²³¼½¾]")
_CYRILLIC_ROMAN = str.maketrans("ІХ", "IX")
_DIGITS = re.compile(r"\d+")
_LETTERS = re.compile(r"[^\W\d_]+")
_VALUES = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))


def numbers(text: Text, hotlines: Mapping[str, str]) -> list[str]:
    """The numbers of a text in their order, in ASCII digits; ``{police}`` counts as its number."""
    filled = PLACEHOLDER.sub(lambda match: hotlines.get(match[1], ""), plain(text.text))
    found = _DIGITS.findall(_INNER_SPACE.sub("", filled))
    return ["".join(str(int(digit)) for digit in number) for number in found]


def other_numerals(text: Text) -> list[str]:
    """The numbers of a text that are not in decimal digits: in Roman letters, fractions, superscripts."""
    found = _OTHER_NUMERAL.findall(bare(text.text))
    latin = [word.translate(_CYRILLIC_ROMAN) for word in found]
    return [word for word in latin if not word.isalpha() or ROMAN.fullmatch(word)]


def in_figures(text: Text, hotlines: Mapping[str, str]) -> list[str]:
    """The numbers of a text, also those in Roman letters, sorted."""
    latin = [word.translate(_CYRILLIC_ROMAN) for word in _LETTERS.findall(bare(text.text))]
    romans = [str(_value(word)) for word in latin if ROMAN.fullmatch(word)]
    return sorted([*numbers(text, hotlines), *romans])


def _value(roman: str) -> int:
    values = [_VALUES[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-own if own < after else own for own, after in zip(values, following, strict=True))


def check_other_numerals(texts: Iterable[Text]) -> Iterator[Finding]:
    """Notes about numbers of the source that are not in decimal digits."""
    for text in texts:
        if found := other_numerals(text):
            what = "a number is not written in the digits 0 to 9, and is compared only as it stands"
            measure, remedy = f"found {listed(found)}", "write it in digits, if the memo's authors agree"
            yield Finding(text.place, "other-numeral", what, measure, remedy, Severity.NOTE)


def numbers_by_id(hotlines: Iterable[Hotline]) -> dict[str, str]:
    """What each placeholder will be printed as."""
    return {hotline.id: hotline.number.text for hotline in hotlines}
