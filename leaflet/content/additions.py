"""Words that a text has and its source has not, and that turn what it says: an exception, another actor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflet.content.dictated import number_words
from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.pairs import Pair
from leaflet.content.plain import PLACEHOLDER
from leaflet.content.services import HOTLINES
from leaflet.content.vocabulary import Vocabulary
from leaflet.diagnostics import Finding, Severity

_EMPLOYER, _SERVICE = "an employer", "another service"
# How words begin in Kazakh, Russian and English. Where the source says only, or but, a text may say unless.
_TURNING = Vocabulary(
    {
        "an exception": "except excepting excluding unless but_ apart_ save_ кроме помимо исключ но_ однако_ "
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
_KEPT = (_EMPLOYER,)
# Two words may say what one does.
_EXCEPTING = re.compile(r"\b(?:other than|aside from|за вычетом|за исключением)\b", re.IGNORECASE)
# Kazakh says it with an ending, too; "in the case", or a question, is no condition unless the other text
# makes it one.
_CONDITIONS = re.compile(
    r"\b(?:егер|болса\w*|(?!немесе\b)\w{2,}с[ае](?:ңыз|ңіз|м|ң|қ|к)?|если|if|unless|provided|until|once)\b"
    r"|\bпока\b(?! никто)|при условии|as long as",
    re.IGNORECASE,
)
_CASES = re.compile(
    r"\bжағдай\w*да\b|\bдейін\b|\bкейін\b|\bв случае\b|\bin (?:case|the event)\b|\bshould your?\b"
    r"|\?$",
    re.IGNORECASE,
)
# Beside a number to dial.
_DIALLING = Vocabulary(
    {
        "digits": "digit digits figure numeral цифр сан_ саны санды",
        "a code": "code codes код_ кода коду кодом коды кодтау",
        "an extension": "extension ext_ prefix suffix добавочн префикс внутренн ішкі қосымша",
        "what is no more": "former old_ older previous closed expired obsolete defunct бывш прежн стар_ "
        "старый старому старой старая закрыт бұрынғы ескі жабық жабылған",
        _SERVICE: "ambulance fire_ firefight скорая_ скорой_ скорую_ пожарн өрт",
        "how often": "twice thrice repeatedly дважды трижды дважд",
        "money": "pay_ paid_ paying payment fee_ fees_ price money плат_ плату платы плати заплат оплат "
        "взнос деньги денег төле ақша",
    }
)
_LABELS = frozenset(f"labels.{id}" for id in HOTLINES)


def check_additions(pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Warnings about words that turn a sentence, each text once."""
    for path, text, beside in pairs:
        is_dialled = path.startswith("memo.") and bool(PLACEHOLDER.search(beside.text))
        # Which services the label of a hotline names is told elsewhere.
        harmless = _SERVICE if path in _LABELS else ""
        if found := _turned(text, beside) or (
            _beside_a_number(text, beside, harmless) if is_dialled or harmless else None
        ):
            yield found


def _turned(text: Text, source: Text) -> Finding | None:
    own, others = dict(_TURNING.said_in(text.text)), _TURNING.said_in(source.text)
    if excepting := _EXCEPTING.search(text.text):
        own.setdefault("an exception", excepting[0])
    condition, original = _CONDITIONS.search(text.text), _CONDITIONS.search(source.text)
    if original and not condition and not _CASES.search(text.text):
        return _finding(text, source, "its source says when, and the text does not", original[0])
    if condition and not original and not _CASES.search(source.text):
        return _finding(text, source, "the text says when, and its source does not", condition[0])
    for thing, word in own.items():
        if thing not in others:
            return _finding(text, source, f"the text speaks of {thing}, and its source does not", word)
    for thing in _KEPT:
        if thing in others and thing not in own:
            word = others[thing]
            return _finding(text, source, f"its source speaks of {thing}, and the text does not", word)
    return None


def _beside_a_number(text: Text, source: Text, harmless: str) -> Finding | None:
    others = _DIALLING.said_in(source.text)
    for thing, word in _DIALLING.said_in(text.text).items():
        if thing not in others and thing != harmless:
            return _finding(text, source, f"beside a number to dial the text speaks of {thing}", word)
    words = number_words(text.text)
    if len(words) > len(number_words(source.text)):
        return _finding(text, source, "beside a number to dial the text has another one in words", words[0])
    return None


def _finding(text: Text, source: Text, what: str, word: str) -> Finding:
    remedy = f"hold it against {source.place}, and say what the source says, and no more"
    return Finding(text.place, "added-word", what, f"found {quoted(word)}", remedy, Severity.WARNING)
