"""What tools and hands leave behind in a text: markup, errors of spreadsheets, remarks about it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.plain import plain
from leaflet.diagnostics import Finding, Severity

_MARKUP = re.compile(
    r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,6});"
    r"|</?[a-zа-я][^<>]{0,80}>"
    # A brace may hold the name of a fact; that one is alone is told elsewhere.
    r"|(?<!\*)\*(?!\*)|`|~~|\\|\[|\]|\^|\||\$\{|_(?![^{}]*\})"
    r"|%(?:\d\$)?[sdif](?!\w)|%\(|#(?:ref|name|value|null|num|div|n/a|знач|имя|ссылка)"
    r"|^\s{0,3}#{1,6}\s",
    re.IGNORECASE,
)
_REMARKS = re.compile(
    r"(?:примечание|прим\.?|комментарий) (?:переводчик|перев\b|пер\.|редактор|ред\.)"
    r"|аудармашы(?:ның)? ескерт|(?:translator|editor)['’]?s['’]? (?:note|remark)"
    r"|note from the translator|\bt/n\b"
    r"|(?:вот|ниже)(?: ваш)? перевод|here(?:['’]s| is)(?: the| your| a)? translat|міне,? аударма"
    r"|(?:русский|английский|казахский) перевод:|^\s*(?:translation|перевод|аударма)\s*:"
    r"|\bas an ai\b|language model|\bкак ии\b|языковая модель|тілдік модель"
    r"|(?:не могу|cannot|can['’]t|unable to) (?:перевести|translate)"
    r"|(?:конечно|sure|certainly)[,!] (?:вот|here)"
    r"|\bnote to (?:the )?(?:editor|translator|designer|printer)"
    # What mail and chats put around a text.
    r"|\bsent from my\b|отправлено с (?:iphone|android|моего)|^\s*>"
    r"|\b(?:from|to|subject|re|fwd?|от|тема): ?\w+ (?:\w+ )?(?:subject|re|to|тема|кому):"
    r"|-{3,}\s?original message"
    # What somebody means to do later: alone in brackets, or in capitals among small letters.
    r"|[(](?:уточнить|проверить|перепроверить|сверить)\b[^()]{0,40}[)]"
    r"|[(](?:тексеру|нақтылау|check|verify|confirm|fix|translate|sic)(?: керек| this| it| me)?[?!]?[)]"
    r"|(?:^|(?<=[a-zа-яё,;:.] ))(?-i:УТОЧНИТЬ|ПРОВЕРИТЬ|ТЕКСЕРУ|НАҚТЫЛАУ|CHECK|VERIFY|CONFIRM)\b"
    r"(?! (?-i:[А-ЯЁA-Z]{2}))|\?{2,}",
    re.IGNORECASE,
)


def check_leftovers(texts: Iterable[Text]) -> Iterator[Finding]:
    """Warnings about what is no word of a text and would be printed as it stands."""
    for text in texts:
        shown = plain(text.text)
        if found := _MARKUP.search(shown):
            what = f"{quoted(found[0])} is left over from a program"
            remedy = "remove it; emphasis is **bold**, and nothing else"
        elif found := _REMARKS.search(shown):
            what = f"{quoted(found[0])} is said about the text, and is none of it"
            remedy = "leave the text alone that is to be printed"
        else:
            continue
        yield Finding(text.place, "left-over", what, "", remedy, Severity.WARNING)
