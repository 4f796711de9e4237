"""Addresses of the web and of mail in a text, however they are written, and the names of messengers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.plain import plain, unquoted
from leaflet.diagnostics import Finding, Severity

_ENDINGS = (
    "kz|ru|com|org|net|info|top|me|io|uz|kg|tj|tm|ly|co|su|by|ua|cn|tr|biz|app|xyz|mobi|pro|gov|edu|eu"
    "|asia|cc|vip|uk"
)
_CYRILLIC_ENDINGS = "қаз|рф|укр|срб|мкд|бг|кз"
# Words, too, and halves of abbreviations: ".Дети" begins a sentence, "гос.орг" is short for two words.
_WORD_ENDINGS = "рус|бел|мон|ею|ру|онлайн|сайт|орг|ком|дети|москва"
_ENGLISH_ENDINGS = (
    "site|online|shop|store|club|live|space|website|web|link|chat|page|help|life|tech|world|center|group"
    "|team|fun|icu|dev|int|name|foundation|charity|ngo|ong|law|legal|support|social|community|international"
    "|network|media|global|fund|care|agency|moscow"
)
ENDINGS = frozenset(f"{_ENDINGS}|{_ENGLISH_ENDINGS}".split("|"))
"""How addresses in Latin letters end, beside those of most countries."""
_SIGN = r"[\[({]?\s?\b(?:at|собака|собачка|dog|эт)\b\s?[\])}]?"
_DOT = r"[\[({]?\s?\b(?:dot|точка|нүкте)\b\s?[\])}]?"
# An account: with its sign, of a mailbox, or a name as no language writes it.
_ACCOUNT_SIGNS = (
    r"://|\w@\w|(?<!\w)@\w|(?<!\w)(?:t|wa)\.me\b|(?<![\w{])[a-z0-9]+_[a-z0-9_]+(?![\w}])"
    rf"|\w\s?[\[(]\s?(?:at|собака|собачка|dog)\s?[\])]\s?\w"
    rf"|\w\s?(?:{_SIGN})\s?[\w.-]+\s?{_DOT}\s?\w|{_DOT}\s(?:{_ENDINGS}|{_CYRILLIC_ENDINGS}|ру|ком|орг|нет)\b"
)
_ACCOUNT = re.compile(_ACCOUNT_SIGNS, re.IGNORECASE)
_ADDRESS = re.compile(
    rf"{_ACCOUNT_SIGNS}|www\."
    rf"|\w\.(?:{_ENDINGS}|{_CYRILLIC_ENDINGS})\b"
    r"|\w ?\. (?-i:kz|ru|com)\b"
    rf"|(?<=\w\w\w)\w\.(?-i:(?![А-Я][а-я]))(?:{_WORD_ENDINGS})\b"
    rf"|(?<=\w\w)\w\.(?-i:{_ENGLISH_ENDINGS})\b",
    re.IGNORECASE,
)
# One of these stands in every address: looked for first, it saves time.
_HINT = re.compile(r"[@_\[({]|:/|\.\w| \. ?\w|\. (?:kz|ru|com)|dot|точка|нүкте|www")
# Who names a messenger in running text is about to name an account there. Parts of words, in small letters.
_MESSENGERS = re.compile(
    "telegram|whatsapp|whats app|whatsup|viber|instagram|facebook|wechat|tiktok|vkontakte|threema"
    "|kakaotalk|botim|discord|snapchat|skype|signal app|signal messenger|imo app|imo messenger"
    "|телеграм|ватсап|вацап|вотсап|вотсапп|ватцап|воцап|уатсап|вайбер|инстаграм|фейсбук|тикток|вконтакте"
    "|одноклассник|дискорд|снапчат|скайп"
    "|twitter|youtube|google|твиттер|ютуб|ютьюб|гугл|zangi|занги|мессенджер"
    r"|\bв (?:личк[уеи]|директ[е]?)\b|(?:пиш|найд|найт|ищи)\w*(?: \w+)? в контакте\b"
    r"|\b(?:imo|имо|qq|bip|vk|аиту|zalo|insta|инст[аеуы]|инстой|телег[аеуи]|телегой|фб|тгк?|tg|вк)\b"
)
# Written otherwise they are words of a language.
_MESSENGERS_AS_WRITTEN = re.compile(
    r"(?<=[^.!?…«“\"\s] )Signal\b|(?<=[А-я] )signal\b|\bon (?:Line|LINE|X|Messenger)\b|\bDM\b"
    r"|\b(?:in|on|via|through|over|by) (?:MAX|Max|Aitu|Zoom|BiP)\b|\bМАКС\b|(?<=[а-я] )Макс[еау]?\b"
)
# What the post brings; "в телеграмме" may be meant either way.
_TELEGRAMME = re.compile("телеграмм(?=[аоуы])")
# Of money.
_TENGE = re.compile(r"(?<=\d)[ \u00a0]?тг\b")


def check_addresses(texts: Iterable[Text], names: Iterable[Text] = ()) -> Iterator[Finding]:
    """Warnings about addresses of the web, of mail, and about messengers in a text.

    In the ``names`` of organisations, too; there an address of the web may be the name, in quotation marks.
    """
    patterns = [(text, False) for text in texts] + [(name, True) for name in names]
    for text, is_name in patterns:
        shown = plain(text.text)
        found = _messenger(shown)
        if found is None and _HINT.search(shown.casefold()):
            # An address of the web may be a name.
            found = _ACCOUNT.search(shown) if is_name else None
            found = found or _ADDRESS.search(unquoted(shown) if is_name else shown)
        if found:
            what, measure = "an address stands in a text", f"found {quoted(found[0])}"
            remedy = "leave it out: contacts belong into organizations.yaml, each with its source"
            yield Finding(text.place, "address-in-text", what, measure, remedy, Severity.WARNING)


def _messenger(text: str) -> re.Match[str] | None:
    folded = _TENGE.sub("", _TELEGRAMME.sub("", text.casefold()))
    return _MESSENGERS.search(folded) or _MESSENGERS_AS_WRITTEN.search(text)
