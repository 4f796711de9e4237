"""The letters of words: those that mix scripts, look like another script's, or leave the language's alphabet.

A Latin a prints like a Cyrillic one, but who searches the PDF does not find the word, and a voice stumbles.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from functools import lru_cache
from itertools import groupby, pairwise

from leaflet.content.encoding import listed, named, quoted
from leaflet.content.model import Text
from leaflet.content.plain import WHOLE_WORD, bare, unquoted
from leaflet.diagnostics import Finding, Severity

_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W\d_]+(?:[-.@/][^\W\d_]+)*")
# Those whose letters are mistaken for one another. Japanese, for one, mixes its scripts by right.
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
# As ISO 15924 calls them, and a tag of a language does.
_CODES = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK"}
MOST_NAMED = 3
# Shorter words are at home in many languages: SMS, QR, PDF.
SHORT = 3
# Two Latin words together are rather a text that nobody has translated.
_FEWEST_LATIN = 2
_LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
_HOUSE = re.compile(r"[0-9]+[^\W\d_]")
_DIGIT = re.compile(r"\d")
DIGIT_TYPED = re.compile(r"\b(?:[0-9][A-Z]?[a-z]{2,}|[A-Z]?[a-z]{2,}[0-9])\b")
"""A word in Latin letters one of which may be a digit because the keyboard had not been switched."""

_BETWEEN = re.compile(r"[^\W\d_]\d[^\W\d_]")
_SAME_TWICE = re.compile(r"([^\W\d_]{2,})\d\1", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)[1-9]\d")
_IN_WORD = re.compile(r"[a-z][0-9]+[a-z]")
# What stands on the keys once the keyboard has been switched to Kazakh, where digits give way to letters.
_KAZAKH_KEYS = str.maketrans(
    "qwertyuiop[]asdfghjkl;'zxcvbnm,.2345890-", "йцукенгшщзхъфывапролджэячсмитьбюәіңғүұқө"
)
_LATIN, _CYRILLIC = "AaBCcEeHhIiJjKMOoPpSsTXxYyƏə", "АаВСсЕеНһІіЈјКМОоРрЅѕТХхУуӘә"
_TWINS = dict(zip(_LATIN + _CYRILLIC, _CYRILLIC + _LATIN, strict=True))
LOANS = frozenset(("email", "online", "sms", "telegram", "viber", "whatsapp"))
"""Words for ways to write to somebody are at home in most languages as they are."""

ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def check_letters(
    texts: Iterable[Text], alphabet: str, names: Collection[str], lent: Callable[[Text], Collection[str]]
) -> Iterator[Finding]:
    """Warnings about words in the wrong letters, each word once a text.

    A letter that the alphabet lacks in more than one text is told once: it may lack there by mistake.
    ``names`` are words that may have letters of another language, case folded; ``lent`` tells the words of a
    text that are meant in other letters, though they look like words of this language.
    """
    letters = _letters(alphabet)
    scripts = _scripts(alphabet)
    lacking: dict[str, list[tuple[Text, str]]] = {}
    for text in texts:
        if len(scripts) == 1 and _has_only(text.text, letters):
            continue
        compounds = dict.fromkeys(_COMPOUND.findall(bare(text.text)))
        alike = [compound for compound in compounds if _is_look_alike(compound, letters)]
        meant = lent(text) if alike else ()
        for compound in alike:
            if compound not in meant:
                yield _warning(
                    text, "mixed-scripts", compound, "only looks like one of this language", compound
                )
        for word in dict.fromkeys(words(text.text)):
            if strange := _strange_script(word, scripts):
                if not _is_name_of_parts(word) or word in words(unquoted(text.text)):
                    yield _warning(text, "mixed-scripts", word, "mixes two scripts", strange)
            elif word.casefold() not in names and (foreign := _outside(word, letters, scripts)):
                for letter in dict.fromkeys(foreign.lower()):
                    lacking.setdefault(letter, []).append((text, word))
    yield from _foreign(lacking)


def check_digits(
    texts: Mapping[str, Text], tag: str, others: Callable[[], Iterable[Mapping[str, Text]]] = tuple
) -> Iterator[Finding]:
    """Errors about digits in words, by key path, once a text: a keyboard was not switched.

    A name may have one that it has in ``others``, the texts of other languages, too.
    """
    for path, text in texts.items():
        found = digits_in_words(path, text)
        if found and path.startswith("organizations.") and path.endswith(".name"):
            beside = " ".join(other[path].text.casefold() for other in others() if path in other)
            found = [word for word in found if not (_is_pun(word) or word.casefold() in beside)]
        for word in found[:1]:
            on_keys = retyped(word)
            apart = "set a hyphen or a space beside the number: 25-ші, 5 кг"
            remedy = f"write the word that is meant; or {apart}"
            if _NUMBER.search(word):
                remedy = f"{apart}; or write the word that is meant"
            elif tag == "kk" and on_keys.isalpha():
                remedy += f"; on the Kazakh keyboard these keys type {quoted(on_keys)}"
            what = f"a digit stands in the word {quoted(word)}"
            yield Finding(text.place, "digit-in-word", what, remedy=remedy)


def digits_in_words(path: str, text: Text) -> list[str]:
    """The words in which a digit touches a Cyrillic letter, or stands between two small Latin ones.

    Beside capitals alone they have three letters or more, or it stands within: 2Р is none.
    In a name 12а is a house, or a class; in Latin letters 1st is a number. In labels none has both.
    """
    if not _DIGIT.search(text.text):  # Most texts have none.
        return []
    return [
        word
        for word in _LETTERS_AND_DIGITS.findall(bare(text.text))
        # Of the words of the sheet that checks a printer, which no leaflet has, nothing is told.
        if not path.startswith("proof.")
        and (_has_digit_beside_cyrillic(word) or _IN_WORD.search(word) or _is_of_label(path, word))
        and not (path.endswith((".name", ".place")) and _HOUSE.fullmatch(word))
    ]


def _is_of_label(path: str, word: str) -> bool:
    return path.startswith("labels.") and not word.isalpha() and not word.isdecimal()


def _is_pun(word: str) -> bool:
    """Whether a digit stands between the same word twice, as people play with numbers: Жас4жас."""
    return bool(_SAME_TWICE.fullmatch(word))


def _has_digit_beside_cyrillic(word: str) -> bool:
    is_word = sum(map(str.isalpha, word)) >= SHORT or _BETWEEN.search(word)
    for one, next_one in pairwise(word):
        letter = next_one if one.isdecimal() else one
        touches = one.isdecimal() != next_one.isdecimal() and _script(letter) == "CYRILLIC"
        if touches and (is_word or letter.islower()):
            return True
    return False


def retyped(word: str) -> str:
    """What the keys of a word type on a Kazakh keyboard."""
    on_keys = word.lower().translate(_KAZAKH_KEYS)
    if word.isupper():
        return on_keys.upper()
    return on_keys[:1].upper() + on_keys[1:] if word[:1].isupper() else on_keys


def check_alphabet(alphabet: Text) -> Iterator[Finding]:
    """A warning about an alphabet of two scripts: words of another language would pass."""
    if rare := _strange_script(alphabet.text, ()):
        what = "the alphabet has letters of two scripts"
        measure = f"found {listed(map(quoted, rare), MOST_NAMED)} among the others"
        remedy = "leave those of one script; a name in another script stands in quotation marks"
        yield Finding(alphabet.place, "mixed-scripts", what, measure, remedy, Severity.WARNING)


def check_claimed_script(tag: Text, alphabet: str) -> Iterator[Finding]:
    """An error about a tag that claims another script than that of the alphabet: words are judged by it."""
    claimed = next((part for part in tag.text.split("-") if len(part) == len("Latn")), "")
    scripts = _scripts(alphabet)
    if claimed and alphabet and scripts != {_CODES.get(claimed, "")} - {""}:
        found = " and ".join(sorted(map(str.capitalize, scripts))) or "another script"
        what = f"the tag {quoted(tag.text)} claims another script than the letters of the alphabet have"
        remedy = "rename file and tag as the words are written; most languages need no script in their tag"
        yield Finding(tag.place, "wrong-script", what, f"expected {claimed}, found {found}", remedy)


def _foreign(lacking: Mapping[str, Sequence[tuple[Text, str]]]) -> Iterator[Finding]:
    """Warnings about letters outside the alphabet, with the texts and words that have them."""
    slips: dict[tuple[Text, str], str] = {}
    for letter, found in lacking.items():
        texts = list(dict.fromkeys(text for text, _ in found))
        if len(texts) > 1:
            lines = listed(dict.fromkeys(str(text.place.line) for text in texts), MOST_NAMED)
            what = f'{len(texts)} texts have the letter {quoted(letter)}, which "alphabet" lacks'
            measure = f"found {named(letter)} in {_shown(*found[0])}, in lines {lines}"
            remedy = 'add the letter to "alphabet", or mend the words'
            yield Finding(texts[0].place, "foreign-letter", what, measure, remedy, Severity.WARNING)
        else:
            for at in dict.fromkeys(found):
                slips[at] = slips.get(at, "") + letter
    for (text, word), letters in slips.items():
        as_typed = filter(lambda char: char.lower()[0] in letters, dict.fromkeys(word))
        yield _warning(text, "foreign-letter", word, "leaves the language's alphabet", "".join(as_typed))


def _shown(text: Text, word: str) -> str:
    """A word of a text in quotes, with what stands behind or before an apostrophe."""
    return quoted(_wholes(text.text).get(word, word))


# A text may have very many slips; those of one text follow each other.
@lru_cache(maxsize=16)
def _wholes(text: str) -> dict[str, str]:
    """Each word of a text, and the first one with apostrophes that it is part of."""
    wholes = WHOLE_WORD.findall(bare(text))
    return {part: whole for whole in reversed(wholes) for part in _WORD.findall(whole)}


def check_script(
    texts: Iterable[Text], alphabet: str, *, is_source: bool = False, are_names: bool = False
) -> Iterator[Finding]:
    """Warnings about texts with words that are wholly in another script than the language's, once a text.

    Single Latin words are at home in most languages: SMS, Wi-Fi. Words in quotes may be names, and so may any
    Latin ones where the texts ``are_names``. In a source there is nothing to translate: they were typed on
    another keyboard.
    """
    mend = "type them anew on the right keyboard" if is_source else "translate them"
    for text in texts:
        strange = untranslated(text.text, alphabet)
        if strange and not (are_names and _script(strange[0][0]) == "LATIN"):
            found = " ".join(strange[:_FEWEST_LATIN])
            what, measure = "words are in another script than the language", f"found {quoted(found)}"
            remedy = f"{mend}; a name in another script stands in quotation marks"
            yield Finding(text.place, "foreign-letter", what, measure, remedy, Severity.WARNING)


def untranslated(text: str, alphabet: str) -> list[str]:
    """The words of a text, not in quotes, that are wholly in another script, but for single Latin ones."""
    strange = of_another_script(text, alphabet)
    latin = [word for word in strange if _script(word[0]) == "LATIN"]
    if len(latin) < _FEWEST_LATIN or 3 * len(latin) <= 2 * len(_COMPOUND.findall(bare(unquoted(text)))):
        return [word for word in strange if word not in latin]
    return strange


def of_another_script(text: str, alphabet: str) -> list[str]:
    """The words of a text, not in quotes, that are wholly in another script than the language's."""
    if _has_only(text, _letters(alphabet)):
        return []
    scripts = _scripts(alphabet)
    return [word for word in _COMPOUND.findall(bare(unquoted(text))) if _is_of_another(word, scripts)]


def acronyms(text: str, alphabet: str, *, in_name: bool = False) -> set[str]:
    """The words in capitals of a text in the letters of its language; of a name those in small ones, too."""
    letters = _letters(alphabet)
    return {
        word
        for word in _COMPOUND.findall(bare(text))
        if (word.isupper() or (in_name and len(word) > 1))
        and all(char.lower() in letters for char in word if char.isalpha())
    }


def leaves(text: str, alphabet: str) -> bool:
    """Whether a text has a letter outside the alphabet."""
    return not _has_only(text, _letters(alphabet))


def are_strange(texts: Iterable[str], alphabet: str) -> bool:
    """Whether most words have a letter outside the alphabet."""
    letters = _letters(alphabet)
    found = [word for text in texts for word in words(text)]
    return 2 * sum(not letters.issuperset(word.lower()) for word in found) > len(found)


def words(text: str) -> list[str]:
    """The words of a text without marks, placeholders and soft hyphens; a hyphen parts words."""
    return _WORD.findall(bare(text))


def _has_only(text: str, letters: Set[str]) -> bool:
    """Whether a text has no letter but these: most have not, and need no look at their words."""
    return not any(map(str.isalpha, {*text.lower()} - letters))


@lru_cache(maxsize=64)
def _letters(alphabet: str) -> frozenset[str]:
    """The letters of an alphabet, large and small as they stand there, and small."""
    return frozenset(alphabet + alphabet.lower())


@lru_cache(maxsize=64)
def _scripts(alphabet: str) -> frozenset[str]:
    return frozenset(map(_script, alphabet)) - {""}


def _is_of_another(word: str, scripts: Collection[str]) -> bool:
    found = {_script(char) for char in word if char.isalpha()}
    return bool(found) and "" not in found and found.isdisjoint(scripts) and not ROMAN.fullmatch(word)


@lru_cache(maxsize=1024)
def _script(char: str) -> str:
    """The script of a letter, if it is one of those that are mistaken for one another."""
    script = unicodedata.name(char, "").partition(" ")[0]
    return script if script in _SCRIPTS else ""


def _strange_script(word: str, scripts: Collection[str]) -> str:
    """The letters that mix the scripts of a word, each once.

    Those of none of the language's ``scripts`` if all look like letters of another; else those of the rarer
    one: a Latin word may stand in a Russian text, with a Cyrillic letter by mistake.
    """
    by_script: dict[str, str] = {}
    for char in dict.fromkeys(word):
        if script := _script(char):
            by_script[script] = by_script.get(script, "") + char
    if len(by_script) == 1:
        return ""
    strange = "".join(letters for script, letters in by_script.items() if script not in scripts)
    are_twins = bool(scripts) and strange != "" and all(letter in _TWINS for letter in strange)
    return strange if are_twins else min(by_script.values(), key=len, default="")


def _is_name_of_parts(word: str) -> bool:
    """Whether a word changes its script once, where capitals begin or end, as some names do: НеМолчиKZ.

    A part of one letter, or of letters that look like those of the other script, is rather a slip.
    """
    parts = ["".join(part) for _, part in groupby(word, _script)]
    match parts:
        case [first, second]:
            is_slip = any(len(part) == 1 or all(char in _TWINS for char in part) for part in parts)
            return not is_slip and first[-1].isupper() != second[0].isupper()
    return False


def _is_look_alike(compound: str, letters: Collection[str]) -> bool:
    """Whether all letters are foreign and have a twin in the language's own alphabet. XIV may be a number."""
    own = [_TWINS.get(char, "").lower() for char in compound if char.isalpha()]
    foreign = all(char.lower() not in letters for char in compound)
    # ① and the like count as parts of words, and are no letters.
    return foreign and bool(own) and all(twin in letters for twin in own) and not ROMAN.fullmatch(compound)


def _outside(word: str, letters: Collection[str], scripts: Collection[str]) -> str:
    """The letters that the alphabet lacks, of the scripts that it has: whole foreign words may be foreign."""
    return "".join(
        char for char in dict.fromkeys(word) if char.lower()[0] not in letters and _script(char) in scripts
    )


def _warning(text: Text, code: str, word: str, fault: str, letters: str) -> Finding:
    measure = f"found {named(filter(str.isalpha, letters))}"
    remedy = "type the word anew with the right keyboard"
    if word.isupper() or letters == word:  # The whole of it only looks like a word of the language.
        remedy += "; an acronym, or a word of a name, that is meant stands so "
        remedy += "in the same text of a language with such letters"
    if _is_name_of_parts(word):
        remedy += "; a name that is written so stands in quotation marks"
    if code == "foreign-letter":
        remedy = "mend the word (a name: all of it as in the source, or all in letters of this language), or "
        remedy += 'add the letter to "alphabet"'
    return Finding(
        text.place, code, f"the word {_shown(text, word)} {fault}", measure, remedy, Severity.WARNING
    )
