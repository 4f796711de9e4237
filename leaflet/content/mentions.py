"""Countries and towns that a text names and its source does not, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.model import Text
from leaflet.content.pairs import TRANSLATED, Pair
from leaflet.content.towns import Towns
from leaflet.content.vocabulary import Vocabulary
from leaflet.diagnostics import Finding, Severity

_HOME, _ANY = "Kazakhstan", "any country"
# Cases of Russian names, whose beginning is that of other words, too: Индия, индивидуальный.
_CASES = ("я", "и", "ю", "ей", "ею", "е")
# Where migrants come from or are sent, and who is from there: how words begin in Kazakh, Russian and English,
# _ for the end, ~ for a Russian case. Not Qatar: in Kazakh it is "row", once the letters are compared.
_BEGINNINGS = {
    _HOME: "қазақстан казахстан kazakhstan kazakh_ рк_ қр_",
    "Afghanistan": "ауған афган afghan",
    "Armenia": "армения армени армян armenia",
    "Australia": "австрали аустрали australia",
    "Azerbaijan": "әзірбайжан әзербайжан азербайдж azerbai",
    "Bahrain": "бахрейн bahrain",
    "Bangladesh": "бангладеш bangladesh",
    "Belarus": "беларус белорус belarus",
    "Bulgaria": "болгари bulgaria",
    "Canada": "канада канаде канаду канады канадой канадск canad",
    "China": "қытай китай china chinese",
    "Cyprus": "кипр cyprus cypriot",
    "Czechia": "чехи~ чешск чехия czech",
    "Egypt": "мысыр_ египет египт egypt",
    "Estonia": "эстони estonia",
    "Finland": "финлянд финск finland finnish",
    "France": "франци~ француз франция france french",
    "Georgia": "грузи~ грузин грузия georgia",
    "Germany": "германи неміс немец german",
    "Greece": "греци~ греческ грекия greece greek",
    "Hungary": "венгри венгер мажарстан hungar",
    "India": "үндістан үнді_ инди~ индийск индиец индийц india_ indias_ indian_ indians_",
    "Indonesia": "индонези indonesia",
    "Iran": "иран иран_ iran",
    "Iraq": "ирак iraq",
    "Israel": "израил israel",
    "Italy": "итали italy italian",
    "Japan": "япон жапон жапония japan",
    "Jordan": "иордан jordan",
    "Korea": "корея корее корею кореи кореей корейск кәріс korea",
    "Kuwait": "кувейт kuwait",
    "Kyrgyzstan": "қырғыз кыргыз киргиз kyrgyz kirg",
    "Latvia": "латви латыш latvia",
    "Lebanon": "ливан leban",
    "Lithuania": "литва литве литву литвы литвой литовск lithuan",
    "Malaysia": "малайзи malaysia",
    "Moldova": "молдов moldov",
    "Mongolia": "моңғол монгол mongol",
    "Myanmar": "мьянм myanmar",
    "Nepal": "непал nepal",
    "Netherlands": "нидерланд голланд netherlands dutch",
    "Norway": "норвеги norway norwegian",
    "Oman": "оман_ омане_ омана_ oman_",
    "Pakistan": "пәкістан пакистан pakistan",
    "the Philippines": "филиппин philippin filipin",
    "Poland": "польша польше польшу польши польшей польск poland polish",
    "Portugal": "португал portug",
    "Romania": "румын romania",
    "Russia": "ресей орыс_ орысша орыстар росси~ российск россиян русск рф_ russia",
    "Saudi Arabia": "сауд_ саудовск саудит saudi",
    "Serbia": "серби~ сербск сербия serbia",
    "Singapore": "сингапур singapor",
    "Spain": "испан spain spanish",
    "Sweden": "швеци~ шведск швеция sweden swedish",
    "Syria": "сири~ сирийск сирия syria",
    "Tajikistan": "тәжік таджик тажик tajik",
    "Thailand": "таиланд тайланд тайск thai",
    "Turkey": "түркия түрік_ түріктер турци турец turkey turkiye turkish",
    "Turkmenistan": "түрікмен түркімен туркмен turkmen",
    "Ukraine": "украин ukrain",
    "Uzbekistan": "өзбек узбек uzbek",
    "Vietnam": "вьетнам vietnam",
    "the Emirates": "әмірлік эмират emirat оаэ_ баә_ uae_ дубай дубае dubai",
    "the United Kingdom": "британ британия ұлыбритания britain british uk_",
    "the United States": "ақш_ сша_ америка америке америку америк американ usa_ america",
    # A text may say so instead of the name of the country where the reader is.
    _ANY: "ел_ елде елге елден елдің еліміз мемлекет республик стран государств местн "
    "country republic nation local",
}
_CASE = re.compile(r"(\S+)~")
_COUNTRIES = Vocabulary(
    {
        country: _CASE.sub(lambda found: " ".join(f"{found[1]}{case}_" for case in _CASES), beginnings)
        for country, beginnings in _BEGINNINGS.items()
    }
)


def check_mentions(pairs: Iterable[Pair], towns: Towns, *, are_known: bool) -> Iterator[Finding]:
    """Warnings about countries and towns of one language that the texts of the source do not have there.

    Of languages of which not both ``are_known`` about the towns in names, which sound alike in all.
    """
    for path, text, beside in pairs:
        is_name = path.startswith("organizations.") and path.endswith(".name")
        is_judged = are_known and (is_name or path.startswith(TRANSLATED))
        if is_judged:
            yield from _countries(text, beside, is_label=path.startswith("labels."))
        if is_judged or is_name:
            yield from _towns_in(text, beside, towns)


def _countries(text: Text, source: Text, *, is_label: bool) -> Iterator[Finding]:
    """The country where the reader is may be named beside any, and in a label be left out."""
    own, others = _COUNTRIES.said_in(text.text), _COUNTRIES.said_in(source.text)
    for found, lacking, in_text in ((own, others, True), (others, own, False)):
        for country, word in found.items():
            is_home = country == _HOME and (in_text or is_label or _ANY in lacking)
            if country != _ANY and country not in lacking and not is_home:
                who, other = ("the text", "its source") if in_text else ("its source", "the text")
                yield _finding(text, source, f"{who} names {quoted(word)}, and {other} does not")
                return


def _towns_in(text: Text, source: Text, towns: Towns) -> Iterator[Finding]:
    named: frozenset[str] | None = None
    for word, ids in towns.named_in(text.text):
        if named is None:  # Most texts name none.
            named = towns.ids_in(source.text)
        if ids.isdisjoint(named):
            yield _finding(text, source, f"the text names {quoted(word)}, and its source does not")
            return


def _finding(text: Text, source: Text, what: str) -> Finding:
    measure = f"the source says {quoted(source.text)}"
    remedy = f"compare both, and name the countries and towns that {source.place} names, and no other"
    return Finding(text.place, "other-place", what, measure, remedy, Severity.WARNING)
