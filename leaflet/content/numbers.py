"""The numbers that stand in running text, held against the source and against the numbers that we know."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from leaflet.content.encoding import listed, quoted
from leaflet.content.letters import ROMAN
from leaflet.content.model import Hotline, Text
from leaflet.content.names import STREET_WORDS_AFTER, STREET_WORDS_BEFORE, name_words
from leaflet.content.plain import PLACEHOLDER, bare, plain
from leaflet.diagnostics import Finding, Severity

# People group digits with spaces: 116 16 is 11616.
_INNER_SPACE = re.compile(r"(?<=\d)[ \u00a0\u202f]+(?=\d)")
# Fewer letters, or others, are rather words: I, CD, MIX. Cyrillic ХХІ is written as often as Latin.
_OTHER_NUMERAL = re.compile(r"(?<!\w)(?:[IVXІХ]{2,}|[IVXLCDM]{4,})(?!\w)|[¹²³¼½¾]")
_CYRILLIC_ROMAN = str.maketrans("ІХ", "IX")
_DIGITS = re.compile(r"\d+")
# Letters that look like digits on paper: ЗОЗ-ОО-ЗО, 1О2. Others, as Б for 6, stand too often in words.
_TWIN = "ЗзОоOoІIl"
_SIGN = f"[0-9{_TWIN}]"
# A class in front, and a look behind it, are searched for faster than a look behind in front.
_DISGUISED = re.compile(
    rf"{_SIGN}(?<![\w-].)(?:{_SIGN}{{0,3}}(?:[-‐‑–. \u00a0]{_SIGN}{{1,4}}){{2,}}|{_SIGN}{{2,}})(?![\w-])"
)
_FEWEST_IN_GROUPS = 5
# Beside a number О is a word that a space sets off, and II a number in Roman letters.
_WORDS_BESIDE = re.compile(
    rf"^[{_TWIN}][ \u00a0]|[ \u00a0][{_TWIN}]$|(?<![0-9{_TWIN}])[IІ]{{2,}}(?![0-9{_TWIN}])"
)
# Right beside a hotline: a letter, a digit, another hotline; behind a hyphen, what looks like a digit.
_GLUED = re.compile(rf"(?:\w|\b{_SIGN}[-‐‑–])\{{[^{{}}]*\}}|\{{[^{{}}]*\}}(?:[\w{{]|[-‐‑–]{_SIGN}\b)")
_JOINED = re.compile(r"\{[^{}]*\}\{[^{}]*\}")
# A letter like a digit behind a hotline, and alone: "102 О". Before a word it may be one itself, as in
# "102 о помощи", but for a capital that neither begins a sentence nor stands among capitals.
_LONE = re.compile(
    rf"\{{[^{{}}]*\}}(?:[ \u00a0]?[.,/+(-]?[ \u00a0]?[{_TWIN}](?!\w)(?![ \u00a0/'’‘ʻʼ`][\w{{«„“])"
    rf"|[ \u00a0]?[./+][{_TWIN}](?!\w)|[ \u00a0][ЗОO](?=[ \u00a0][a-zа-яё])"
    rf"|[ \u00a0]?[{_TWIN}]{{2,}}(?!\w))"
    # In front, too; there a single О may be a word.
    rf"|(?<!\w)(?:[{_TWIN}]{{2,}}|[lIЗ])[ \u00a0]?\{{[^{{}}]*\}}"
)
# A number stands behind a label, too.
_AT_END = re.compile(rf"[ \u00a0](?:[{_TWIN}]+|[#*+]+)$")
_TO_DIAL = re.compile(r"\d(?:[\s().‐‑–—−+-]{0,3}\d){2,}")
# Of those, letters that stand for more than a street, as т for a telephone, tell nothing.
_STREET = {word for word in (*STREET_WORDS_BEFORE, *STREET_WORDS_AFTER) if len(word) > 1}
_HOUSE = re.compile(r"\d{3}")
_YEAR = re.compile(r"(?:19|20)\d\d")
# As the emergency services were called before: 02 for the police.
_FORMER = re.compile(r"(?<![\d.,:])0[1-4](?![\d.,:]?\d)")


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


def check_other_numerals(texts: Iterable[Text]) -> Iterator[Finding]:
    """Notes about numbers of the source that are not in decimal digits."""
    for text in texts:
        if found := other_numerals(text):
            what = "a number is not written in the digits 0 to 9, and is compared only as it stands"
            measure, remedy = f"found {listed(found)}", "write it in digits, if the memo's authors agree"
            yield Finding(text.place, "other-numeral", what, measure, remedy, Severity.NOTE)


def check_disguised(texts: Iterable[Text]) -> Iterator[Finding]:
    """Warnings about what will be read as a number though it has no digits, or not only digits."""
    for text in texts:
        if found := _disguised(plain(text.text)):
            what = f"{quoted(found)} is a number in letters that look like digits"
            remedy = "leave it out, or write hotlines as {police}: contacts belong into the files of facts"
            yield Finding(text.place, "number-in-text", what, remedy=remedy, severity=Severity.WARNING)


def check_dialled(texts: Iterable[Text]) -> Iterator[Finding]:
    """Warnings about numbers to dial in names and labels, which hold none in any language.

    In an address the number of a house is none.
    """
    for text in texts:
        shown = bare(text.text)
        found = [number for number in _TO_DIAL.findall(shown) if not _YEAR.fullmatch(number)]
        if not _STREET.isdisjoint(name_words(shown)):
            found = [number for number in found if not _HOUSE.fullmatch(number)]
        if found := found or _FORMER.findall(shown):
            what = f"{quoted(found[0])} is a number to dial in a name or a label"
            remedy = "contacts belong into the files of facts, and a postcode is left out; "
            remedy += "the number of a house stands beside the word for it or its street: үй, көшесі, дом, ул"
            yield Finding(text.place, "number-in-text", what, remedy=remedy, severity=Severity.WARNING)


def check_glued(texts: Mapping[str, Text]) -> Iterator[Finding]:
    """Warnings about letters and digits beside the number of a hotline that will be read as part of it.

    By key path. Of labels, whose placeholders are no hotlines, about two that stand together and
    about a letter like a digit at the end.
    """
    for path, text in texts.items():
        shown = plain(text.text)
        if path.startswith("memo."):
            found = _GLUED.search(shown) or _LONE.search(shown)
        else:
            found = _JOINED.search(shown) or (_AT_END.search(shown) if path.startswith("labels.") else None)
        if found:
            what = f"{quoted(found[0])} will be read as another number"
            remedy = "set a space between the number and what stands beside it, and leave out lone letters"
            yield Finding(text.place, "number-in-text", what, remedy=remedy, severity=Severity.WARNING)


def _disguised(text: str) -> str:
    """The first run of digits and letters like digits that may be meant as a number to dial."""
    for match in _DISGUISED.finditer(text):
        signs = [char for char in match[0] if char.isalnum()]
        if any(map(str.isdecimal, signs)):
            is_number = any(map(str.isalpha, _WORDS_BESIDE.sub(" ", match[0])))
        else:
            is_number = len(match[0]) > len(signs) >= _FEWEST_IN_GROUPS and len(set(signs)) > 1
        if is_number:
            return match[0]
    return ""


def numbers_by_id(hotlines: Iterable[Hotline]) -> dict[str, str]:
    """What each placeholder will be printed as."""
    return {hotline.id: hotline.number.text for hotline in hotlines}
