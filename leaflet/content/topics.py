"""Headings and labels that speak of something else than their source: of rights, and not of duties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.pairs import Pair
from leaflet.content.vocabulary import Vocabulary
from leaflet.diagnostics import Finding, Severity

# What headings and labels speak of, in Kazakh, Russian and English.
_TOPICS = Vocabulary(
    {
        "rights": "құқық право права прав_ правах правам rights_",
        "duties": "міндет обязан долг_ duty duties obligation responsib",
        "signs": "белгі признак sign_ signs_ indicator",
        "trafficking": "сауда торговл торговц traffick",
        "victims": "құрбан жертв пострадавш victim",
        "advice": "кеңес совет рекоменд advice tips_ tip_ recommend",
        "migrants": "мигрант migrant",
        "foreigners": "шетел иностран foreign",
        "faxes": "факс телефакс ф_ fax telefax",
        "embassies": "елшілі консулд консул_ консула консулу консулом консульст дипломат посольств "
        "embass consula diplomat",
        "an end": "жарамды действит истека valid until expir",
        "danger": "қауіп опасн угро danger threat risk",
        "a fault": "қате жалған устарел неверн ложн ошиб wrong false_ incorrect invalid outdated",
        "an office": "ресми официальн official",
        "a bank": "банк карточк bank_ banks card_ cards",
        "an emergency": "шұғыл экстренн emergenc",
        "another time": "кейін ертең потом позже прошл завтра later past_ tomorrow longer",
        "the whole": "any барлық бүкіл весь все_ всей всех всему всём всего повсюду республик all_ every "
        "whole entire across throughout nationwide",
        "the fight": "күрес қарсы борьб борющ борют боре против противодейств fight combat counter "
        "against anti",
        "the back": "артқы сзади оборот обратн назад задн переверн back_ over_ overleaf reverse behind",
        "telephones": "телефон тел_ telephone phone",
    }
)
# Of whom a text speaks, and that it helps them: one that keeps its own topic may say it.
_BESIDE = {"victims", "migrants", "foreigners", "advice"}
# Who rings a fax hears nobody; and a line is left for the number of the embassy.
_NEEDED = {"faxes", "embassies"}
# What some texts must say if their source does, and what others may say.
_NEEDED_AT = {
    "memo.contacts.trafficking": {"the fight"},
    "labels.all_regions": {"the whole"},
    "labels.nationwide": {"the whole"},
    "labels.danger": {"danger"},
    "labels.contacts_go_on": {"the back"},
}
# It is one of danger, too.
_SAID_WITH = {"danger": "an emergency"}
_MAY_BE_ADDED = {"an emergency", "the whole", "the fight", "the back", "telephones"}
_NEVER_AT = {"labels.fax": {"telephones"}}


def check_topics(pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Warnings about headings and labels with a topic that their source has not.

    One that lacks may be said in other words, but for those on which a number depends.
    """
    for path, text, beside in [pair for pair in pairs if _is_judged(pair.path)]:
        # Where it stands says something, too: the label of the hotline against trafficking, in one word.
        own, others = _TOPICS.said_in(text.text), _TOPICS.said_in(beside.text).keys()
        expected = others | _TOPICS.said_in(path.rpartition(".")[2]).keys()
        added = [topic for topic in own if topic not in expected]
        harmless = _MAY_BE_ADDED | (_BESIDE if own.keys() >= others - _MAY_BE_ADDED else set())
        added = [topic for topic in added if topic not in harmless - _NEVER_AT.get(path, set())]
        needed = (_NEEDED | _NEEDED_AT.get(path, set())) & others
        lost = {topic for topic in needed if own.keys().isdisjoint((topic, _SAID_WITH.get(topic, "")))}
        if added:
            what = f"this text speaks of {added[0]}, and its source does not"
            measure = f"found {quoted(own[added[0]])}"
        elif lost:
            what = f"its source speaks of {' and '.join(sorted(lost))}, and this text does not"
            measure = f"the source says {quoted(beside.text)}"
        else:
            continue
        remedy = f"compare it with {beside.place}: has it changed places with another one? "
        remedy += "If not, speak of what the source speaks of"
        yield Finding(text.place, "other-topic", what, measure, remedy, Severity.WARNING)


def _is_judged(path: str) -> bool:
    return path.endswith(".heading") or path.startswith(("memo.cover.", "memo.contacts.", "labels."))
