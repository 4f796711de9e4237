"""What a text promises of help, and its source does not: that it is free, there at night, tells nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from leaflet.content.dictated import CALLS
from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.pairs import DRAFT_MARK
from leaflet.content.plain import MOST_TEXTS, bare, unquoted
from leaflet.diagnostics import Finding, Severity

_HOUR = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|morning|evening"
    r"|часа|двух|тр[её]х|четыр[её]х|пяти|шести|семи|восьми|девяти|десяти|одиннадцати|двенадцати|утра|вечера)\b"
)
# In Kazakh, Russian and English, and the commonest words of the languages around.
_CLAIMS = {
    "what a call or help costs": (
        r"\bтегін\b|ақысыз|акысыз|\bақылы\b"
        r"|бесплатн|безвозмездн|безоплатн|безкоштовн|\bплатн|бепул|ройгон"
        r"|bepul|tekin\b|ücretsiz|toll[ -]?free|free of charge|no charge|at no cost|costs? nothing|gratis"
        r"|complimentary|free ?(?:phone|call)"
        # To get free is another thing, and so are free movement and the free choice of where to live.
        r"|\bcosts?\b|(?<!не )\bстоит (?:денег|дорого|\d)|\bплатит|заплат|за (?:ваш )?сч[её]т"
        r"|(?<!get )(?<!got )(?<!set )(?<!break )(?<!broke )(?<!getting )(?<!become )(?<!feel )"
        r"\bfree\b(?! to\b| of\b| from\b| movement| choice| will\b| time\b)"
    ),
    "at what hours somebody answers": (
        r"тәулі[гк]|күні[- ]түні|күндіз[- ]түні|кез келген уақыт|24 ?сағат|24 ?час|24 ?hours?"
        r"|круглосуточн|круглые сутки|днём и ночью|днем и ночью|в любое время|цілодобов"
        r"|будн|weekday|working days|рабочие дни|рабочим дням"
        rf"|\b(?:until|till|from|до|с) {_HOUR}|\bдо \d{{1,2}} час"
        r"|around the clock|round[- ]the[- ]clock|day and night|night and day|\bany ?time\b|at any hour"
        r"|24 ?[/х×x-] ?7|kecha-yu kunduz"
    ),
    "that nobody learns who asks for help": (
        r"аноним|anonym|без указания имени|не называя (?:себя|имени)|аты-жөніңізді (?:айтпай|атамай)"
        r"|without giving (?:your|a) name|құпиял|құпия сақта|конфиденциальн|confidential|in confidence"
    ),
    "that a number is another one today": (
        r"\breplaced (?:by|with)\b|no longer (?:in use|works?|valid)|out of date|outdated|устарел"
        r"|ескірген|замен[её]н|больше не (?:работа|действ)"
        r"|ауыстырыл|енді жұмыс істемейді"
    ),
    "in what language somebody answers": (
        r"тіл(?:ін|іңіз|дерін|дер)?де\b|(?:орысша|қазақша|ағылшынша|өзбекше) (?:сөйле|жауап|кеңес|көмек)"
        r"|язык(?:е|ах)\b|по-(?:русски|казахски|английски|узбекски)|русскоязычн"
        r"|in (?:\w+ )?(?:\w+ )?languages?\b|(?:russian|english|kazakh|uzbek)[ -](?:speaking|spoken)"
        r"|speaks? (?:russian|english|kazakh|uzbek)|in (?:russian|english|kazakh|uzbek)\b"
    ),
}
_ANY = re.compile("|".join(f"(?P<k{number}>{words})" for number, words in enumerate(_CLAIMS.values())))


def check_claims(texts: Mapping[str, Text], source: Mapping[str, Text]) -> Iterator[Finding]:
    """Warnings about promises in texts, by key path, that those of the ``source`` do not make there.

    Without a ``source`` texts are the memo's own: those may promise what they will; labels, names and places
    are none of them.
    """
    for path, text in texts.items():
        if path == DRAFT_MARK or (path.startswith("memo.") and not source):
            continue
        shown = unquoted(text.text) if path.startswith("organizations.") else text.text
        promised = _claims(shown)
        if not promised:
            continue
        beside = source.get(path)
        # The memo speaks of work at night, too: only who answers a call is promised.
        if path.startswith("memo.") and not CALLS.search(f"{text.text} {beside or ''}".casefold()):
            continue
        allowed = _claims(beside.text) if beside else {}
        for kind in [kind for kind in promised if kind not in allowed]:
            what = f"{quoted(promised[kind])} says {kind}, and the memo does not"
            measure = f"its source stands in {beside.place}" if beside else ""
            remedy = "leave it out: nobody has verified it"
            yield Finding(text.place, "unsupported-claim", what, measure, remedy, Severity.WARNING)


# Each text is read once more with its cut words joined.
@lru_cache(maxsize=MOST_TEXTS)
def _claims(text: str) -> Mapping[str, str]:
    """What a text promises: the kinds, each with the first words that say so."""
    found: dict[str, str] = {}
    for match in _ANY.finditer(bare(text).casefold()):
        kind = list(_CLAIMS)[int((match.lastgroup or "k0")[1:])]
        found.setdefault(kind, match[0])
    return found
