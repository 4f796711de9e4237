"""Towns that a text names, in the cases of Kazakh and Russian and as adjectives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from leaflet.content.model import Content, Language
from leaflet.content.names import name_words, sound
from leaflet.content.placenames import owners_of_names
from leaflet.content.plain import bare

_WORD = re.compile(r"(?<!\w)[^\W\d_][\w'’]*")
_SENTENCE_ENDS = frozenset('.!?:;—–(«“„"')
# Shorter names are too often parts of words; words that begin like these are ordinary at a beginning.
_MIN_TOWN = 4
_ORDINARY = ("oral", "rudn", "semei", "vern")
_VOWELS = "aeiou"


def _sounds(endings: str) -> frozenset[str]:
    return frozenset(map(sound, endings.split()))


# What stands behind a whole name: in Kazakh, and in English.
_BEHIND = _sounds(
    "да де та те дан ден тан тен нан нен га ге ка ке на не нын нин дын дин тын тин ды ди ты ти ны ни "
    "дагы деги тагы теги мен бен пен лык лик дык дик тык тик s"
) | {""}
# In Russian, behind what is left of a name without its last vowel.
_ADJECTIVES = "ии ая ое ие ого ои ому ую им ом их ими"
_CASES = _sounds(
    "а я у ю е ы и ои ою еи ею ом ем "
    + " ".join(f"{link}{ending}" for link in ("", "ск", "инск") for ending in _ADJECTIVES.split())
)
_LONGEST_BEHIND = max(map(len, _BEHIND | _CASES))
_OF_ADJECTIVE, _ADJECTIVE_CASES = sound("ыи"), _sounds("ого ому ым ом")


class Towns:
    """The single words that are names of regions and towns in one language, and whose they are."""

    def __init__(self, content: Content, words: Language) -> None:
        """``words`` is the language whose texts are searched; names of the source and of the facts count."""
        self._whole: dict[str, frozenset[str]] = {}
        self._stems: dict[str, frozenset[str]] = {}
        for name, owners in owners_of_names(content, words).items():
            if len(name.words) == 1 and len(town := name.words[0]) >= _MIN_TOWN:
                self._add(town, frozenset(owners))

    def _add(self, town: str, ids: frozenset[str]) -> None:
        whole = [town]
        if town.endswith(_OF_ADJECTIVE):
            whole += [town.removesuffix(_OF_ADJECTIVE) + case for case in _ADJECTIVE_CASES]
        stem = town[:-1] if town[-1] in _VOWELS else town
        # "Актауский" has the whole name before its ending.
        for table, forms in ((self._whole, whole), (self._stems, {stem, town})):
            for form in forms:
                table[form] = table.get(form, frozenset()) | ids

    def ids(self, word: str) -> frozenset[str]:
        """The regions that a folded word names, by their own name or that of a town."""
        heard = sound(word)
        found: frozenset[str] = frozenset()
        for end in range(max(len(heard) - _LONGEST_BEHIND, _MIN_TOWN - 1), len(heard) + 1):
            begun, behind = heard[:end], heard[end:]
            if behind in _BEHIND:
                found |= self._whole.get(begun, frozenset())
            if behind in _CASES:
                found |= self._stems.get(begun, frozenset())
        return found

    def ids_in(self, text: str) -> frozenset[str]:
        """The regions that any word of a text may name, a capital or not."""
        return frozenset[str]().union(*map(self.ids, name_words(bare(text))))

    def named_in(self, text: str) -> Iterator[tuple[str, frozenset[str]]]:
        """The words with a capital by which a text names towns, and their regions."""
        shown = bare(text)
        for match in _WORD.finditer(shown):
            if not match[0][0].isupper():
                continue
            word = "".join(name_words(match[0]))
            begins = shown[max(match.start() - 2, 0) : match.start()].strip()[-1:] in {"", *_SENTENCE_ENDS}
            if (ids := self.ids(word)) and not (begins and sound(word).startswith(_ORDINARY)):
                yield match[0], ids
