"""Words that a text has and its source has not, and that turn what it says: an exception, another actor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from leaflet.content.dictated import number_words
from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.pairs import Pair
from leaflet.content.plain import PLACEHOLDER
from leaflet.content.services import HOTLINES
from leaflet.content.vocabulary import Vocabulary
from leaflet.diagnostics import Finding, Severity

_EMPLOYER, _EXCEPTION = "an employer", "an exception"
# How words begin in Kazakh, Russian and English. Where the source says only, or but, a text may say unless.
_TURNING = Vocabulary(
    {
        _EXCEPTION: "except excepting excluding unless but_ кроме помимо исключ но_ однако_ "
        "разве_ басқа_ қоспағанда тек_ ғана_ бірақ_ алайда_ дегенмен_",
        _EMPLOYER: "employer boss_ bosses manager chief_ master_ masters_ supervisor foreman foremen "
        "landlord company companies firm_ firms_ sponsor owner contractor работодат начальни хозяин "
        "хозяев хозяйк шеф_ шефу шефа шефом босс бригадир руководител фирм компани прораб старший_ "
        "старшего_ старшему_ заказчик владел "
        "беруші қожайын басшы бастық",
        "a go-between": "guide_ guides_ agent_ agents_ agency agencies broker recruiter middlem smuggler "
        "driver escort проводник посредник вербовщик агент_ агенту агента агентом агентств водител "
        "перевозчик делдал жолсерік жолбасшы жүргізуші агенттік",
        "a threat": "депорт арест тюрьм посадят_ deport arrest jail imprison түрме қамау қамай",
        "a duty": "duty duties obligation obliged обязан міндет тиіс қажет керек",
    }
)
# Two words may say what one does.
_EXCEPTING = re.compile(
    r"\b(?:other than|aside from|apart from|save for|за вычетом|за исключением)\b", re.IGNORECASE
)
_CONDITIONS = {
    # With an ending, too.
    "kk": re.compile(r"\b(?:егер|болса\w*|(?!немесе\b)\w{2,}с[ае](?:ңыз|ңіз|м|ң|қ|к)?)\b", re.IGNORECASE),
    "ru": re.compile(r"\bесли\b|\bпока\b(?! никто)|при условии", re.IGNORECASE),
    "en": re.compile(r"\b(?:if|unless|provided|until|once|as long as)\b", re.IGNORECASE),
}
# "In the case", a question, or whoever has escaped: no condition unless the other text makes it one.
_CASES = re.compile(
    r"\bжағдай\w*да\b|\bдейін\b|\bкейін\b|\bв случае\b|\bпо возможности\b"
    r"|\bпри (?:потере|утрате|изъятии|краже)\b|\bin (?:case|the event)\b|\bshould your?\b|\?"
    r"|(?:^|: )(?:when|after|having|not \w+ing|as an?|victims|когда|после|не \w+я"
    r"|\w+(?:[аиуя]в|вшись|вши[ей]))\b",
    re.IGNORECASE,
)
# Where no comma parts them, a dash does: "you have escaped — ask for help".
_CASE_AND_DASH = re.compile(r"[^,;:.!?—]+ — ")
# What the leaflet calls itself leads nobody anywhere.
_LEAFLET = re.compile(r"^(?:\w+ ){0,2}guide (?:for|to)\b", re.IGNORECASE)
# Beside a number to dial.
_DIALLING = Vocabulary(
    {
        "digits": "digit digits figure numeral цифр сан_ саны санды",
        "a code": "code codes код_ кода коду кодом коды кодтау",
        "an extension": "extension ext_ prefix suffix добавочн префикс внутренн ішкі қосымша",
        "another service": "ambulance fire_ firefight скорая_ скорой_ скорую_ пожарн өрт",
        "how often": "twice thrice repeatedly дважды трижды дважд",
        "money": "pay_ paid_ paying payment fee_ fees_ price money плат_ плату платы плати заплат оплат "
        "взнос деньги денег төле ақша",
    }
)
# There, in the label of a hotline, and in a place.
_NO_MORE = Vocabulary(
    {
        "what is no more": "former old_ older previous closed expired obsolete defunct бывш прежн стар_ "
        "старый старому старой старая закрыт бұрынғы ескі жабық жабылған"
    }
)
_LABELS = frozenset(f"labels.{id}" for id in HOTLINES)


def check_additions(pairs: Iterable[Pair], tags: Sequence[str]) -> Iterator[Finding]:
    """Warnings about words that turn a sentence, each text once; ``tags`` are those of both, known."""
    for path, text, beside in pairs:
        is_dialled = path.startswith("memo.") and bool(PLACEHOLDER.search(beside.text))
        is_place = path.endswith(".place")
        # Names of towns and streets end as conditions do.
        found = None if is_place else _conditional(text, beside, tags, is_label=path.startswith("labels."))
        found = found or (_beyond(text, beside, _TURNING) if is_place else _turned(text, beside))
        if found is None and (is_place or is_dialled or path in _LABELS):
            found = _beyond(text, beside, _NO_MORE)
        if found is None and is_dialled:
            found = _beyond(text, beside, _DIALLING) or _more_numbers(text, beside)
        if found:
            yield found


def _conditional(text: Text, source: Text, tags: Sequence[str], *, is_label: bool) -> Finding | None:
    """A condition that one of two texts has.

    A label may do without, for where it stands says when; one that says what to do may say so with an "if".
    """
    pairs = zip(tags, (text, source), strict=True)
    condition, original = (_CONDITIONS[tag].search(each.text) for tag, each in pairs)
    is_case = _CASES.search(text.text) or _CASE_AND_DASH.match(text.text)
    if original and not (condition or is_label or is_case):
        return _finding(text, source, "its source says when, and the text does not", original[0])
    may_be_added = is_label and source.text.endswith(".")
    if condition and not (original or may_be_added or _CASES.search(source.text)):
        return _finding(text, source, "the text says when, and its source does not", condition[0])
    return None


def _turned(text: Text, source: Text) -> Finding | None:
    if found := _beyond(text, source, _TURNING):
        return found
    excepting, others = _EXCEPTING.search(text.text), _TURNING.said_in(source.text)
    if excepting and _EXCEPTION not in others:
        return _finding(
            text, source, f"the text speaks of {_EXCEPTION}, and its source does not", excepting[0]
        )
    if _EMPLOYER in others and _EMPLOYER not in _TURNING.said_in(text.text):
        what = f"its source speaks of {_EMPLOYER}, and the text does not"
        return _finding(text, source, what, others[_EMPLOYER])
    return None


def _beyond(text: Text, source: Text, vocabulary: Vocabulary) -> Finding | None:
    """What the text speaks of, and its source does not."""
    others = vocabulary.said_in(source.text)
    for thing, word in vocabulary.said_in(_LEAFLET.sub("", text.text)).items():
        if thing not in others:
            return _finding(text, source, f"the text speaks of {thing}, and its source does not", word)
    return None


def _more_numbers(text: Text, source: Text) -> Finding | None:
    words = number_words(text.text)
    if len(words) > len(number_words(source.text)):
        return _finding(text, source, "beside a number to dial the text has another one in words", words[0])
    return None


def _finding(text: Text, source: Text, what: str, word: str) -> Finding:
    remedy = f"hold it against {source.place}, and say what the source says, and no more"
    return Finding(text.place, "added-word", what, f"found {quoted(word)}", remedy, Severity.WARNING)
