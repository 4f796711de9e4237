"""Names of organisations that do not say in a translation what they say in the source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from leaflet.content.encoding import quoted
from leaflet.content.letters import ROMAN
from leaflet.content.model import Text
from leaflet.content.names import QUOTATION, as_written, called, consonants, is_home, name_words
from leaflet.content.pairs import Pair
from leaflet.content.plain import plain, unquoted
from leaflet.content.vocabulary import Vocabulary
from leaflet.diagnostics import Finding, Severity

# What organisations are and whom they help: how words begin in Kazakh, Russian and English, _ for the end.
# A word may stand under two kinds where languages divide them otherwise, or where it is short for both.
_KINDS = Vocabulary(
    {
        "foundation": "қор_ қоры фонд foundation fund_ funds_ charity оф_ чф_ кф_ ққ_ жқ_ кқ_ pf_ "
        "cf_ ngo_ ngos_",
        "association": "бірлест қауымдаст қоғам_ қоғамы_ қоғамын алқа объединен ассоциац общество общества_ "
        "обществу_ коллеги association union_ society одақ одағы союз оо_ роо_ оюл_ қб_ рқб_ зтб_ pa_ rpa_ "
        "ale_ ngo_ ngos_",
        "union": "одақ одағы кәсіпода федерац союз профсоюз union_ unions_ league лига federation",
        "institution": "мекеме учрежден institution establishment чу_ жм_ кгу_ кмм_ pi_ pe_ psi_ msi_",
        "organisation": "ұйым организац organisation organization нпо_ нко_ үеұ_ ngo_ ngos_",
        "centre": "орталы баспана панажай үй_ үйі центр приют дом_ centre center shelter house_ home_",
        "line": "телефон желі_ желісі линия линии helpline hotline line_",
        "network": "желі_ желісі сеть_ сети_ network",
        "bureau": "бюро bureau",
        "branch": "филиал branch",
        "legal entities": "тұлға лиц_ лица_ entit оюл_ зтб_ ale_",
        "law": "құқық заң_ заңд заңн заңг заңы право_ закон прав_ правам правах права_ правов правозащит "
        "юридич юрист rights_ right_ legal law_ lawyer оюл_ зтб_ ale_",
        "crisis": "дағдарыс кризис crisis",
        "women": "әйел женщин женск women woman female",
        "children": "бала_ балалар балаларға дети_ детей детям детск дитя ребён children child",
        "entrepreneurs": "бизнес кәсіпкер іскер предприним делов_ деловы entrepreneur business",
        "support": "қолдау көмек жәрдем поддерж помощ support help_ helping aid_ assist",
        "initiative": "бастама инициатив initiative",
        "international": "халықаралық международн international",
        "regional": "аймақтық өңірлік облыс региональн област region",
        "social": "әлеуметтік социальн social",
        "psychology": "психолог psycholog",
        "information": "ақпарат информац information",
        "advice": "кеңес консульт совет advice advis consult counsel council",
        "rehabilitation": "оңалту реабилит rehabilit",
        "health": "денсаулық здоров health",
        "victims": "құрбан жертв пострадавш victim",
    }
)
# What stands beside those, tells less, and may be left out; and words that only join others.
_BESIDE = Vocabulary(
    {
        "description": "қоғамдық жеке жекеменшік общественн частн public private адам людьми людей human "
        "person сауда торговл traffick бейімде адаптац adapt уақытша временн temporary мекенде "
        "проживан accommodat республика республиканск republic ұлттық национальн national қалалық "
        "городск city үкіметтік емес_ неправительств негосударств governmental non_ "
        "қайырымды благотворит charitable коммунал муниципал municipal communal",
        "joint": "of_ for_ the_ and_ by_ в_ и_ для_ по_ на_ мен_ пен_ бен_ және_ үшін_ жөніндегі арналған "
        "бойынша",
    }
)
_APOSTROPHE = re.compile("['’ʼ]")
_LETTERS = re.compile(r"[^\W\d_]+")
_FEWEST_LETTERS = 3
_LONGEST_ACRONYM = 5
_BRACKETS = re.compile(r"\([^()]*\)")
# With fewer consonants too many words are alike.
_FEWEST_CONSONANTS = 2
# Those of one name alone tell whose it is.
_FEWEST_OF_OWN = 3


def check_called(pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Warnings about names with other kinds than in the source, or with another name in quotation marks."""
    for path, name, original in pairs:
        if _is_name(path):
            yield from _compared(path.split(".")[1], name, original)


def check_exchanged(pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Warnings about names with a word that stands in the source in another organisation's name."""
    named = {pair.path.split(".")[1]: pair for pair in pairs if _is_name(pair.path)}
    ours = _owners({id: pair.text for id, pair in named.items()})
    theirs = _owners({id: pair.source for id, pair in named.items()})
    told: set[str] = set()
    for id, (_, name, original) in named.items():
        if (
            _is_quoted(original.text)
            and not _is_quoted(name.text)
            and not _is_named(name.text, original.text)
        ):
            told.add(id)
            what = f'the name of "{id}" has nothing in quotation marks'
            measure = f"in the source it is called {quoted(original.text)}"
            remedy = "write what it is called, in quotation marks; the kind of organisation alone is no name"
            yield Finding(name.place, "exchanged-name", what, measure, remedy, Severity.WARNING)
    for skeleton, (id, word) in ours.items():
        owner, heard = theirs.get(skeleton, (id, word))
        if owner != id and id not in told:
            told.add(id)
            what = f'the name of "{id}" seems to be that of "{owner}"'
            measure = f"{quoted(word)} sounds like {quoted(heard)} in {named[owner].source.place}"
            remedy = "compare both names with the source"
            yield Finding(named[id].text.place, "exchanged-name", what, measure, remedy, Severity.WARNING)


def _is_name(path: str) -> bool:
    return path.startswith("organizations.") and path.endswith(".name")


def _is_quoted(name: str) -> bool:
    return unquoted(name) != name


def _owners(names: Mapping[str, Text]) -> dict[str, tuple[str, str]]:
    """The consonants of each word that stands in one name alone: whose name, and the word."""
    found: dict[str, dict[str, str]] = {}
    for id, name in names.items():
        for word in name_words(name.text):
            found.setdefault(consonants(word), {})[id] = word
    return {
        skeleton: next(iter(owners.items()))
        for skeleton, owners in found.items()
        if len(owners) == 1 and len(skeleton) >= _FEWEST_OF_OWN
    }


def _is_named(name: str, original: str) -> bool:
    """Whether all that stands in quotation marks in the ``original`` is in a name, marks or not."""
    sounds = set(map(consonants, name_words(name)))
    return not _KINDS.lacking(name, original) and all(
        any(_KINDS.said(word) or consonants(word) in sounds for word in words) for words in called(original)
    )


def _compared(id: str, name: Text, original: Text) -> Iterator[Finding]:
    remedy = f"compare the name with {original.place}: is it that of another organisation? "
    remedy += "If not, let it say what this one is as the source does"
    if word := _KINDS.lacking(name.text, original.text):
        shown = quoted(as_written(word, original.text))
        what = f'the name of "{id}" has no word for {shown}, which its source has'
        measure = f"expected a word for {' or '.join(_KINDS.said(word))}"
    elif word := _KINDS.lacking(original.text, name.text):
        shown = quoted(as_written(word, name.text))
        what = f'the name of "{id}" has the word {shown}, and its source has none for it'
        measure = f"expected no word for {' or '.join(_KINDS.said(word))}"
    elif word := _unheard(name.text, original.text) or _unheard(original.text, name.text):
        what = f'the name of "{id}" does not sound like that of its source'
        shown = quoted(as_written(word, f"{original} {name}"))
        measure = f"{shown} is in one of them alone"
        remedy = f"write it as it sounds in {original.place}; what it means may stand behind it in brackets "
        remedy += "and quotation marks"
    elif word := _left_over(name.text, original.text):
        what = f'the name of "{id}" has the word {quoted(word)}, and nothing in its source stands for it'
        measure = "expected what the organisation is called, and what it is"
        remedy = f"leave out what {original.place} does not say; whether somebody still helps, the facts tell"
    else:
        return
    measure += f", in the source {quoted(original.text)}"
    yield Finding(name.place, "exchanged-name", what, measure, remedy, Severity.WARNING)


def _unheard(name: str, other: str) -> str:
    """The first word in quotation marks in the ``other`` name that nothing in this one sounds like.

    A name of several words may be translated: of those all are heard, or none. What stands in brackets
    explains it.
    """
    sounds = set(map(_heard, name_words(name)))
    for part in QUOTATION.findall(_BRACKETS.sub("", plain(other))):
        written = part.split()
        words = name_words(" ".join(word for word in written if not ROMAN.fullmatch(word)))
        long = [word for word in words if len(consonants(word)) >= _FEWEST_CONSONANTS and word.isalpha()]
        unheard = [word for word in long if _heard(word) not in sounds]
        if not any(map(_KINDS.said, words)) and unheard and (len(written) == 1 or len(unheard) < len(long)):
            return unheard[0]
    return ""


def _left_over(name: str, original: str) -> str:
    """The first word of a name that says what no word of the source can say: all there are accounted for."""
    found = _unaccounted(name, original)
    return found[0] if found and not _unaccounted(original, name) else ""


def _unaccounted(name: str, other: str) -> list[str]:
    """The words outside quotation marks of no kind, that join none, and are not heard in the other name."""
    sounds = set(map(_heard, name_words(other)))
    return [
        word
        for word in _LETTERS.findall(_APOSTROPHE.sub("", unquoted(plain(name))))
        if len(word) >= _FEWEST_LETTERS
        and not (word.isupper() and len(word) <= _LONGEST_ACRONYM)
        and not any(
            _KINDS.said(part) or _BESIDE.said(part) or _heard(part) in sounds for part in name_words(word)
        )
    ]


def _heard(word: str) -> str:
    """How a folded word sounds; the country is heard alike in all languages, and "Caritas" like "Каритас"."""
    return "" if is_home(word) else consonants(word).replace("c", "k")
