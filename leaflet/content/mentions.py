"""Countries and towns that a text names and its source does not, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import texts
from leaflet.content.model import Content, Language, Text
from leaflet.content.names import COMPARED, name_words, sound
from leaflet.content.places import owners_of_names
from leaflet.content.plain import bare
from leaflet.content.vocabulary import Vocabulary
from leaflet.diagnostics import Finding, Severity

_HOME, _ANY = "Kazakhstan", "any country"
# Where migrants come from or are sent: how words begin in Kazakh, Russian and English, _ for the end.
_COUNTRIES = Vocabulary(
    {
        _HOME: "қазақстан казахстан kazakhstan рк_ қр_",
        "Afghanistan": "ауғанстан афган afghan",
        "Armenia": "армения армении армению armenia",
        "Azerbaijan": "әзірбайжан әзербайжан азербайдж azerbai",
        "Bangladesh": "бангладеш bangladesh",
        "Belarus": "беларус белорус belarus",
        "China": "қытай китай китая китае китаю china",
        "Georgia": "грузия грузии грузию georgia",
        "Germany": "германия германии германию germany",
        "India": "үндістан индия индии индию india_",
        "Iran": "иран_ иране_ ирана_ iran_",
        "Korea": "корея корее корею кореи korea",
        "Kyrgyzstan": "қырғызстан кыргызстан киргиз kyrgyzstan kirghiz",
        "Mongolia": "моңғолия монголи mongolia",
        "Pakistan": "пәкістан пакистан pakistan",
        "Poland": "польша польше польшу польши poland",
        "Russia": "ресей россия россии россию российск рф_ russia_ russian",
        "Tajikistan": "тәжікстан таджикистан tajikistan",
        "Turkey": "түркия_ түркияда турция турции турцию turkey türkiye",
        "Turkmenistan": "түрікменстан түркіменстан туркмени туркменистан turkmenistan",
        "Ukraine": "украина украин ukrain",
        "Uzbekistan": "өзбекстан узбекистан uzbekistan",
        "the Emirates": "әмірлік эмират emirates оаэ_ баә_ uae_",
        "the United States": "ақш_ сша_ америка америке usa_ america_",
        # A text may say so instead of the name of the country where the reader is.
        _ANY: "ел_ елде елге елден елдің еліміз мемлекет республик стран государств country republic nation",
    }
)
_JUDGED = ("memo.", "labels.")
_WORD = re.compile(r"(?<!\w)[^\W\d_][\w'’]*")
_ENDS = frozenset('.!?:;—–(«“„"')
# Shorter names of towns are too often parts of words, and these, as they sound, are words at a beginning.
_MIN_TOWN, _MIN_BEGUN = 4, 5
_ORDINARY = frozenset(("oral", "rudnii", "semei", "vernii"))
_VOWELS = "aeiou"


def check_mentions(content: Content, words: Language, source: Language) -> Iterator[Finding]:
    """Warnings about countries and towns of one language that the texts of the source do not have there."""
    if not COMPARED.issuperset((words.tag, source.tag)):
        return
    ours, theirs = texts(words), texts(source)
    towns = _towns(content, words)
    for path in [path for path in ours if path in theirs]:
        text, beside = ours[path], theirs[path]
        if path.startswith(_JUDGED) or (path.startswith("organizations.") and path.endswith(".name")):
            yield from _countries(text, beside)
            yield from _towns_in(text, beside, towns)


def _countries(text: Text, source: Text) -> Iterator[Finding]:
    own, others = _COUNTRIES.said_in(text.text), _COUNTRIES.said_in(source.text)
    for found, lacking, who in ((own, others, "the text"), (others, own, "its source")):
        for country, word in found.items():
            is_said = country in lacking or (country == _HOME and _ANY in lacking)
            if country != _ANY and not is_said:
                in_text = who == "the text"
                what = f"{who} names {quoted(word)}, and {'its source' if in_text else 'the text'} does not"
                yield _finding(text, source, what)
                return


def _towns_in(text: Text, source: Text, towns: Mapping[str, frozenset[str]]) -> Iterator[Finding]:
    shown = bare(text.text)
    named: frozenset[str] | None = None
    for match in _WORD.finditer(shown):
        if not match[0][0].isupper():
            continue
        heard = sound("".join(name_words(match[0])))
        ids = _ids(heard, towns)
        begins = shown[max(match.start() - 2, 0) : match.start()].strip()[-1:] in {"", *_ENDS}
        if not ids or (begins and heard in _ORDINARY):
            continue
        if named is None:
            named = frozenset[str]().union(*(_ids(sound(word), towns) for word in name_words(source.text)))
        if ids.isdisjoint(named):
            yield _finding(text, source, f"the text names {quoted(match[0])}, and its source does not")
            return


def _finding(text: Text, source: Text, what: str) -> Finding:
    measure = f"the source says {quoted(source.text)}"
    remedy = f"compare both, and name the countries and towns that {source.place} names, and no other"
    return Finding(text.place, "other-place", what, measure, remedy, Severity.WARNING)


def _towns(content: Content, words: Language) -> dict[str, frozenset[str]]:
    """Single words that are names of regions or towns, and what is left of them before a Russian case."""
    towns: dict[str, frozenset[str]] = {}
    for name, owners in owners_of_names(content, words).items():
        if len(name.words) == 1 and len(name.words[0]) >= _MIN_TOWN:
            town = name.words[0]
            stem = town[:-1] if town[-1] in _VOWELS and len(town) > _MIN_BEGUN else town
            for form in {town, stem}:
                towns[form] = towns.get(form, frozenset()) | owners.keys()
    return towns


def _ids(heard: str, towns: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The regions of the town that a word as it sounds is, or begins like."""
    ends = (len(heard), *range(len(heard) - 1, _MIN_BEGUN - 1, -1))
    return next((towns[heard[:end]] for end in ends if heard[:end] in towns), frozenset())
