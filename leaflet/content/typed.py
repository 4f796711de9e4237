"""Numbers to dial in texts, names and labels, typed or read by mistake, where only facts should hold them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping

from leaflet.content.encoding import quoted
from leaflet.content.letters import digits_in_words
from leaflet.content.model import Hotline, Organization, ShortNumber, Text
from leaflet.content.names import STREET_WORDS_AFTER, STREET_WORDS_BEFORE, name_words
from leaflet.content.plain import bare, each_of, plain
from leaflet.diagnostics import Finding, Severity

# A time, or figures with what people set between the groups of a number to dial.
_RUN = re.compile(r"\d\d?:\d\d|\+?\d(?:[\s().‐‑–—−+/·-]{0,3}\d)*")
_SPACES = re.compile(r"[+\s]")
_DIGITS = re.compile(r"\d+")
# Short numbers of Kazakhstan begin with 1; 19 and two digits are rather a year. Six digits are a telephone.
_DIALLED = re.compile(r"1(?!9\d\d$)\d{2,4}|\d{6,}")
_FEWEST_DIALLED = 3
_NATIONAL_DIGITS = 10
# The services as they are called elsewhere and were called before: nobody answers them for us.
SERVICES = each_of("01 02 03 04 101 102 103 104 112 911")
_YEAR = r"(?:19|20)\d\d"
_NO_NUMBER = re.compile(
    rf"{_YEAR}(?:\s?[-‐‑–—/]\s?{_YEAR})?"  # Years,
    rf"|\d\d?[./-]\d\d?[./-]{_YEAR}|{_YEAR}-\d\d-\d\d|\d\d?:\d\d"  # days and times,
    r"|\d{1,2}[./]\d{1,2}|24\s?[/-]\s?7"  # decimals, and what is a claim,
    r"|\d{1,3}(?:[ \u00a0\u202f]\d{3}){0,2}[ \u00a0\u202f]000"  # round sums.
)
_RANGE = re.compile(r"([1-9]\d{0,2})\s?[-‐‑–—]\s?([1-9]\d{0,2})")
# A sum, with what it is of.
_SUM = re.compile(r"\d+|\d{1,3}(?:[ \u00a0\u202f]\d{3})+")
_CURRENCY = re.compile(r"[ \u00a0]?(?:тг|тенге|теңге|tenge|kzt|₸|\$|€|руб|сом)", re.IGNORECASE)
_LONGEST_CURRENCY = 8
_TO_DIAL = re.compile(r"\d(?:[\s().‐‑–—−+-]{0,3}\d){2,}")
# Of those, letters that stand for more than a street, as т for a telephone, tell nothing.
_STREET = {word for word in (*STREET_WORDS_BEFORE, *STREET_WORDS_AFTER) if len(word) > 1}
_HOUSE = re.compile(r"\d{3}")
# As the emergency services were called before: 02 for the police.
_FORMERLY_DIALLED = re.compile(r"(?<![\d.,:])0[1-4](?![\d.,:]?\d)")
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


def numbers_to_dial(
    hotlines: Iterable[Hotline],
    organizations: Iterable[Organization],
    short_numbers: Iterable[ShortNumber] = (),
) -> dict[str, str]:
    """Every number that a reader may dial, from within the country, and what to write instead of it."""
    leave = "leave it out; a number to call belongs into hotlines.yaml"
    known = dict.fromkeys((*SERVICES, *(entry.number.text for entry in short_numbers)), leave)
    for entry in organizations:
        for number in (*entry.phones, *entry.faxes, *entry.short_numbers):
            national = number.text[-_NATIONAL_DIGITS:]
            instead = f'leave it to the entry of "{entry.id}" in organizations.yaml'
            for prefix in ("", "7", "8") if len(national) == _NATIONAL_DIGITS else ("",):
                known[prefix + national] = instead
    return known | {hotline.number.text: f"write {{{hotline.id}}}" for hotline in hotlines}


def check_typed(texts: Iterable[Text], known: Mapping[str, str]) -> Iterator[Finding]:
    """Warnings about numbers in running text that a reader may dial: they belong into the facts."""
    for text in texts:
        for digits, found in _dialled(bare(text.text), known).items():
            what, remedy = f"{quoted(found)} stands in the text as digits", known.get(digits)
            if remedy is None:
                what = f"{quoted(found)} is no number of a hotline or an organisation"
                remedy = "compare it with its source; a number to call belongs into hotlines.yaml"
            yield Finding(text.place, "number-in-text", what, remedy=remedy, severity=Severity.WARNING)


def check_named(texts: Mapping[str, Text]) -> Iterator[Finding]:
    """Warnings about numbers to dial in names and labels, by key path, and any figures in labels.

    These hold none in any language: the numbers of hotlines and pages are filled in.
    """
    for path, text in texts.items():
        if not path.startswith(("organizations.", "labels.")):
            continue
        shown = bare(text.text)
        # Of a digit in a word it is told that it is a letter.
        is_of_label = path.startswith("labels.") and not digits_in_words(path, text)
        figure = _DIGITS.search(shown) if is_of_label else None
        if found := _to_dial(shown):
            what = f"{quoted(found[0])} is a number to dial in a name or a label"
            remedy = "contacts belong into the files of facts, and a postcode is left out; "
            remedy += "the number of a house stands beside the word for it or its street: үй, көшесі, дом, ул"
        elif figure:
            what, remedy = f"the figure {quoted(figure[0])} stands in a label", "leave it out"
        else:
            continue
        yield Finding(text.place, "number-in-text", what, remedy=remedy, severity=Severity.WARNING)


def check_disguised(texts: Iterable[Text]) -> Iterator[Finding]:
    """Warnings about what will be read as a number though it has no digits, or not only digits."""
    for text in texts:
        if found := _disguised(plain(text.text)):
            what = f"{quoted(found)} is a number in letters that look like digits"
            remedy = "leave it out, or write hotlines as {police}: contacts belong into the files of facts"
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


def _to_dial(shown: str) -> list[str]:
    """The numbers to dial in a name or a label. In an address the number of a house is none."""
    found = [number for number in _TO_DIAL.findall(shown) if not re.fullmatch(_YEAR, number)]
    if not _STREET.isdisjoint(name_words(shown)):
        found = [number for number in found if not _HOUSE.fullmatch(number)]
    return found or _FORMERLY_DIALLED.findall(shown)


def _dialled(text: str, known: Mapping[str, str]) -> dict[str, str]:
    """The numbers to dial in a text, in digits alone and as they stand there."""
    found: dict[str, str] = {}
    for run in _RUN.finditer(text):
        digits = "".join(str(int(char)) for char in run[0] if char.isdecimal())
        behind = text[run.end() : run.end() + _LONGEST_CURRENCY]
        is_sum = _SUM.fullmatch(run[0]) and _CURRENCY.match(behind)
        if not is_sum and _is_dialled(run[0], digits, known):
            found.setdefault(digits, run[0])
    return found


def _is_dialled(run: str, digits: str, known: Container[str]) -> bool:
    if _NO_NUMBER.fullmatch(run):
        return False
    if digits in known or re.match("0[0-9]", run):
        return True
    if _SPACES.sub("", run) == digits:
        return bool(_DIALLED.fullmatch(digits))
    span = _RANGE.fullmatch(run)
    is_range = span is not None and int(span[1]) < int(span[2])
    return len(digits) >= _FEWEST_DIALLED and not is_range


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
