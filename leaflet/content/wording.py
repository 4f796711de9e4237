"""Slips in a text: doubled words and spaces, spaces where none belongs, addresses that are no words."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.plain import plain
from leaflet.diagnostics import Finding, Severity

_DOUBLED = re.compile(r"(?<![\w-])(\w+)\s+\1(?![\w-])", re.IGNORECASE)
_STRAY_SPACES = (
    (re.compile(r"(?<=\S)\s{2,}(?=\S)"), "two spaces stand together"),
    # A no-break space before ; or ? is right in some languages, and must be typed as one.
    (re.compile(r"(?<=\S) [,.;:!?](?!\w)"), "a space stands before a punctuation mark"),
    (re.compile(r"^\s|\s$"), "a space stands at the beginning or the end"),
)
_CONTEXT = 15
# A name may be that of a site, and never that of an account.
_ACCOUNT = re.compile(r"://|\w@\w|(?<!\w)@\w|(?<!\w)(?:t|wa)\.me\b", re.IGNORECASE)
_ADDRESS = re.compile(
    rf"{_ACCOUNT.pattern}|www\."
    r"|\w\.(?:kz|ru|com|org|net|info|top|me|io|uz|kg|tj|tm|ly|қаз|рф|укр|срб|мкд|бг)\b"
    # Words, too, and halves of abbreviations: ".Дети" begins a sentence, "гос.орг" is short for two words.
    r"|(?<=\w\w\w)\w\.(?-i:(?![А-Я][а-я]))(?:рус|бел|мон|ею|онлайн|сайт|орг|ком|дети|москва)\b",
    re.IGNORECASE,
)
# Who names a messenger in running text is about to name an account there.
_MESSENGERS = (
    *("telegram", "whatsapp", "whats app", "viber", "instagram", "facebook", "wechat", "tiktok", "vkontakte"),
    *("signal app", "signal messenger", "imo app", "imo messenger"),
    *("телеграм", "ватсап", "вацап", "вотсап", "вайбер", "инстаграм", "фейсбук", "тикток", "вконтакте"),
)
# What the post brings; "в телеграмме" may be meant either way.
_TELEGRAMME = re.compile("телеграмм(?=[аоуы])")


def check_addresses(texts: Iterable[Text], names: Iterable[Text] = ()) -> Iterator[Finding]:
    """Warnings about addresses of the web, of mail, and about messengers in a text.

    In the ``names`` of organisations, too, but for addresses of the web.
    """
    patterns = [(text, _ADDRESS) for text in texts] + [(name, _ACCOUNT) for name in names]
    every = [text for text, _ in patterns]
    together = _without_telegrammes(" ".join(plain(text.text) for text in every))
    messengers = [name for name in _MESSENGERS if name in together]
    for text, pattern in patterns:
        if found := _address(plain(text.text), pattern, messengers):
            what, measure = "an address stands in a text", f"found {quoted(found)}"
            remedy = "leave it out: contacts belong into organizations.yaml, each with its source"
            yield Finding(text.place, "address-in-text", what, measure, remedy, Severity.WARNING)


def _address(text: str, pattern: re.Pattern[str], messengers: Collection[str]) -> str:
    """The first address, or else one of the ``messengers`` that the text names."""
    if found := pattern.search(text):
        return found[0]
    folded = _without_telegrammes(text)
    return next((name for name in messengers if name in folded), "")


def _without_telegrammes(text: str) -> str:
    return _TELEGRAMME.sub("", text.casefold())


def check_repeated(texts: Mapping[str, Text]) -> Iterator[Finding]:
    """Warnings about items of one list, or labels, that say the same: another one may have been lost.

    By key path. That two have changed places cannot be told: nothing but the key says what a label is for.
    """
    first: dict[tuple[str, str], Text] = {}
    for path, text in texts.items():
        parent, _, number = path.rpartition(".")
        among = "among the labels" if parent == "labels" else "in the same list"
        key = (parent, " ".join(plain(text.text).split()).strip(".;:").casefold())
        is_one_of_many = number.isdecimal() or parent == "labels"
        before = first.setdefault(key, text) if is_one_of_many and text.text else text
        if before is not text:
            what = f"the text stands {among} twice: {quoted(text.text[: 2 * _CONTEXT])}"
            measure = f"first in {before.place}"
            remedy = "compare it with its source: what should stand here?"
            yield Finding(text.place, "repeated-item", what, measure, remedy, Severity.WARNING)


def check_wording(texts: Iterable[Text]) -> Iterator[Finding]:
    """Warnings about doubled words and stray spaces, each kind once a text."""
    for text in texts:
        shown = plain(text.text)
        if slip := _DOUBLED.search(shown):
            yield _warning(text, "doubled-word", "a word stands twice in a row", slip)
        for pattern, what in _STRAY_SPACES:
            if slip := pattern.search(shown):
                yield _warning(text, "stray-space", what, slip)


def _warning(text: Text, code: str, what: str, slip: re.Match[str]) -> Finding:
    around = slip.string[max(0, slip.start() - _CONTEXT) : slip.end() + _CONTEXT]
    return Finding(
        text.place, code, what, f"found {quoted(around)}", "remove what is too much", Severity.WARNING
    )
