"""Names of places and organisations as people write them: without what differs from hand to hand."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from leaflet.content.plain import each_of, plain

# A file has at most 20,000 values; with fewer places than names a cache holds none in the next round.
MOST_NAMES = 32_768
QUOTATION = re.compile(r"[«“„\"]([^«»“”„\"]+)[»”“\"]")
"""A part of a name in quotation marks."""
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile("['’‘ʼʻ`]")
# Kazakh letters as people write them on a Russian keyboard.
_LOOK_ALIKES = str.maketrans("әғқңөұүһі", "агкноуухи")

# Folded words that tell a city from a region: of our languages, and of those around.
REGION_WORDS = frozenset(
    each_of(
        "область обл облысы облыстары region regions oblast oblysy province облусу облусунун oblusu вилоят "
        "вилояти viloyat viloyati вобласць welayaty vilayeti vilayəti ili eyaleti bolgesi gebiet муж аимаг"
    )
)
CITY_WORDS = frozenset(each_of("город г каласы к city шаары шаар шаҳри шахри ш shahri shahar sh sehri"))
# Folded words that make a name that of a street, a house or a district: those before it, and those after it.
STREET_WORDS_BEFORE = frozenset(
    each_of(
        "улица ул проспект просп пр т раион р н микрораион мкр бульвар площадь пл переулок пер шоссе тракт "
        "набережная наб дом офис"
    )
)
STREET_WORDS_AFTER = frozenset(
    each_of(
        "кошеси кош кси дангылы данг проспектиси ауданы ауд тас жолы бульвары аланы ыкшамауданы ыкшамаудан "
        "street st str avenue ave road highway district boulevard blvd square lane microdistrict уи уии "
        "кенсе кенсеси house building office"
    )
)
# Ends of Russian adjectives, folded: before "улица" they name the street, as nouns before "ул." do not.
_ADJECTIVE = ("ая", "ии", "ыи", "ое")
# A place beside a town is named only to find it: "north of Astana", "Астана маңы".
_DIRECTIONS = frozenset(("north", "south", "east", "west", "km", "outside"))
_BESIDE_BEFORE = frozenset(("near", "outside", "возле", "близ"))
_BESIDE_AFTER = frozenset(("маны", "манында", "манындагы", "жанында", "жанындагы"))
# All that tell where a place lies.
NEARBY_WORDS = _DIRECTIONS | _BESIDE_BEFORE | _BESIDE_AFTER

# Languages whose words are known, and whose names are written as they sound, each in its script.
_SCRIPTS = {"kk": "Cyrl", "ru": "Cyrl", "en": "Latn"}
# How the country sounds in the languages of the content, in any case, and not as an adjective.
_COUNTRY = re.compile(r"kaza[hk]stan\w{0,3}")

# How Russian and Kazakh names sound in Latin letters, roughly.
_LATIN = str.maketrans(
    dict(zip("абвгдежзиклмнопрстуфхцыэ", "abvgdejziklmnoprstufhcie", strict=True))
    | {"ч": "ch", "ш": "sh", "щ": "sh", "ю": "u", "я": "ia", "ь": None, "ъ": None}
)
_SPELLINGS = (
    ("aye", "ae"),
    ("dzh", "j"),
    ("shch", "sh"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("q", "k"),
    ("y", "i"),
)


def known_language(tag: str) -> str:
    """The language of a tag, of any country, if its words are known in that script; empty for others."""
    language, *others = tag.split("-")
    usual = _SCRIPTS.get(language)
    scripts = [other for other in others if len(other) == len("Cyrl")]
    return language if usual and scripts in ([], [usual]) else ""


@lru_cache(maxsize=MOST_NAMES)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name, without case, accents, apostrophes, and the letters that Russian lacks."""
    decomposed = unicodedata.normalize("NFD", plain(name).casefold().translate(_LOOK_ALIKES))
    letters = "".join(char for char in decomposed if not unicodedata.combining(char))
    return tuple(_WORD.findall(_APOSTROPHES.sub("", letters)))


def called(name: str) -> list[tuple[str, ...]]:
    """The words of each part of a name that stands in quotation marks."""
    return [name_words(part) for part in QUOTATION.findall(plain(name))]


def as_written(word: str, text: str) -> str:
    """A folded word as it stands in a text."""
    return next((found for found in _WORD.findall(plain(text)) if name_words(found) == (word,)), word)


def is_only_beside(words: tuple[str, ...], start: int, end: int) -> bool:
    """Whether the name from word ``start`` up to ``end`` is that of a street, or of what a place is near."""
    before, after = set(words[max(start - 1, 0) : start]), set(words[end : end + 1])
    if before & (STREET_WORDS_BEFORE | _BESIDE_BEFORE) or after & (STREET_WORDS_AFTER | _BESIDE_AFTER):
        return True
    if before == {"of"} and start > 1 and words[start - 2] in _DIRECTIONS:
        return True
    return bool(after & STREET_WORDS_BEFORE) and words[end - 1].endswith(_ADJECTIVE)


def bare_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that tell no city from a region."""
    return tuple(word for word in words if word not in REGION_WORDS and word not in CITY_WORDS)


@lru_cache(maxsize=MOST_NAMES)
def sound(word: str) -> str:
    """How a folded word sounds in Latin letters, roughly: for comparing, never for printing."""
    word = word.translate(_LATIN)
    for spelling, simple in _SPELLINGS:
        word = word.replace(spelling, simple)
    return word


def is_home(word: str) -> bool:
    """Whether a folded word is the name of the country."""
    return bool(_COUNTRY.fullmatch(sound(word)))


@lru_cache(maxsize=MOST_NAMES)
def consonants(word: str) -> str:
    """The consonants of a folded word as it sounds: hands and languages differ in the vowels."""
    word = sound(word).replace("ph", "f").replace("x", "ks")
    return "".join(letter for letter in word if letter not in "aeiou")
