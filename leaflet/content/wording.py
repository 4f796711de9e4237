"""Slips in a text: doubled words, spaces and signs, spaces where none belongs or none is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase

from leaflet.content.encoding import listed, named, quoted
from leaflet.content.model import Text
from leaflet.content.plain import WHOLE_WORD, plain
from leaflet.diagnostics import Finding, Severity

# At the beginning of a sentence the first one has a capital; elsewhere "Sie sie" are two words.
_DOUBLED = re.compile(r"(?:(?<![\w-])(\w+)\s+\1|(?:\A|[.!?…:]\s+)[^\w-]{0,3}(?i:(\w+)\s+\2))(?![\w-])")
_STRAY_SPACES = (
    (re.compile(r"(?<=\S)\s{2,}(?=\S)"), "two spaces stand together"),
    # A no-break space before ; or ? is right in some languages, and must be typed as one.
    (re.compile(r"(?<=\S) (?:[,;:!?]|\.(?!\w))"), "a space stands before a punctuation mark"),
    (re.compile(r"^\s|\s$"), "a space stands at the beginning or the end"),
)
_SPACE_IN_BRACKET = (re.compile(r"(?<=\()\s|(?<=\S)\s(?=\))"), "a space stands within a bracket")
# Not those of scripts that have no spaces.
_SPACED = "A-Za-zÀ-ɏЀ-ӿ"
_STRAY_SIGNS = (
    # Russian has ?.. and !.. and ,.. at the end of what is left open.
    (
        re.compile(r"[,;:](?:[,;:]|\.(?!\.))|(?<![.,;:?!…])\.\.(?!\.)"),
        "two signs of a pause stand together",
        "leave the one that is meant",
    ),
    (
        re.compile(r"(?<=[^\W\d_]{2})[,;:](?=[^\W\d_])|(?<=[^\W\d_])[,;:](?=[^\W\d_]{2})"),
        "a sign of a pause stands between two letters",
        "set a space behind it, or remove it",
    ),
    # In Latin letters it may be an address; abbreviations are shorter.
    (
        re.compile(r"(?<=[а-яёәғқңөұүһі]{3})\.(?=[а-яёәғқңөұүһі]{3})", re.IGNORECASE),
        "a full stop stands between two words",
        "set a space behind it, or remove it",
    ),
    (
        re.compile(r"(?<=\w)—(?=\s)|(?<=\s)—(?=\w)"),
        "a dash has a space on one side alone",
        "set a space on both sides of it",
    ),
    (re.compile(r"--+"), "two hyphens stand for a dash", "write the dash itself: —"),
)
# A few small letters may begin a word, (пере)продажа; more are one: (akimats)hospitals.
_BEGUN = "".join(rf"(?<!(?<!\w)\([-a-zà-ɏа-ӿ]{{{count}}})" for count in range(2, 7))
_TIGHT_BRACKET = (
    # A few letters may be an ending: номер(а), employer(s/es); or stand anywhere: (не)законно.
    re.compile(
        rf"\((?<=[{_SPACED}]\()(?![-\w/]{{1,7}}\))"
        rf"|(?<!\(\w)(?<!\(\w\w)(?<!\(\w\w\w){_BEGUN}\)(?=[{_SPACED}])"
    ),
    "a bracket has no space outside",
    "set a space between it and the word beside it",
)
_JOINT = re.compile(r"(?<=[^\W\d_])[:.](?=([^\W\d_]))")
_COLON = re.compile(r"(?<=[^\W\d_A-Z]):(?=[^\W\d_A-Z])")
_KEY = re.compile(r"(?<=[a-z])[,;](?=[a-z])")
_CONTEXT = 15
_MOST_LINES = 3
# Between letters: the signs that people take for one another, typed, set, or as Uzbek and Turkmen want them.
_APOSTROPHE = re.compile("([^\\W\\d_])(['’‘`ʼʻ])(?=[^\\W\\d_])")


def check_wording(
    texts: Iterable[Text], names: Collection[Text], alphabet: str, *, has_colons: bool
) -> Iterator[Finding]:
    """Warnings about doubled words, stray spaces and stray signs, each kind once a text.

    Within a word of the ``names`` a colon or a full stop may stand before a capital, «Re:Start»; where a
    language ``has_colons`` in words, one between small letters: Ausländer:innen. Between Latin letters that
    its ``alphabet`` lacks a sign is rather a letter on another keyboard, and they are told of.
    """
    called, is_latin = set(map(id, names)), not set(ascii_lowercase).isdisjoint(alphabet)

    def without_joints(text: Text, shown: str) -> str:
        if id(text) in called:
            shown = _JOINT.sub(lambda sign: sign[0] if sign[1].islower() else "-", shown)
        elif has_colons:
            shown = _COLON.sub("-", shown)
        return shown if is_latin else _KEY.sub("-", shown)

    for text in texts:
        shown = plain(text.text)
        # Most texts have none, and need no look at what stands beside them.
        has_brackets = "(" in shown or ")" in shown
        if slip := _DOUBLED.search(shown):
            yield _warning(text, "doubled-word", "a word stands twice in a row", slip)
        for pattern, what in (*_STRAY_SPACES, _SPACE_IN_BRACKET) if has_brackets else _STRAY_SPACES:
            if slip := pattern.search(shown):
                yield _warning(text, "stray-space", what, slip)
        for pattern, what, remedy in (*_STRAY_SIGNS, _TIGHT_BRACKET) if has_brackets else _STRAY_SIGNS:
            if pattern.search(shown) and (slip := pattern.search(without_joints(text, shown))):
                yield _warning(text, "left-over", what, slip, remedy)


def check_apostrophes(texts: Iterable[Text], alphabet: str = "") -> Iterator[Finding]:
    """A warning where two signs stand behind the same letter: who searches for one does not find the other.

    It tells all texts, as an editor replaces all at once. Behind another letter another sign may be right:
    oʻ and aʼ in Uzbek. Right is what the alphabet has, else what most texts have.
    """
    signs: dict[str, dict[str, dict[Text, str]]] = {}
    for text in texts:
        for word in WHOLE_WORD.findall(plain(text.text)):
            for letter, sign in _APOSTROPHE.findall(word):
                signs.setdefault(letter.casefold(), {}).setdefault(sign, {}).setdefault(text, word)
    common = Counter(sign for among in signs.values() for sign, found in among.items() for _ in found)
    usual: dict[str, str] = {}
    strange: list[tuple[str, str]] = []
    is_known = True
    for letter, among in signs.items():
        if len(among) > 1:
            right = [sign for sign in among if sign in alphabet]
            is_known &= len(right) == 1
            # The one on the keyboard is rather typed than meant.
            by_use = max(among, key=lambda sign: (len(among[sign]), common[sign], sign != "'"))
            usual[letter] = right[0] if len(right) == 1 else by_use
            strange += [(letter, sign) for sign in among if sign != usual[letter]]
    if strange:
        yield _mixed(signs, usual, strange, is_known=is_known)


def _mixed(
    signs: Mapping[str, Mapping[str, Mapping[Text, str]]],
    usual: Mapping[str, str],
    strange: Sequence[tuple[str, str]],
    *,
    is_known: bool,
) -> Finding:
    """The warning about strange signs behind letters, beside the usual one of each letter."""
    found = [(*at, letter) for letter, sign in strange for at in signs[letter][sign].items()]
    found.sort(key=lambda at: (at[0].place.line, at[0].place.column))
    first, word, letter = found[0]
    count = len({text for text, *_ in found})
    lines = listed(dict.fromkeys(str(text.place.line) for text, *_ in found), _MOST_LINES)
    elsewhere, as_in = next(iter(signs[letter][usual[letter]].items()))
    what = f"{count} texts have" if count > 1 else "a text has"
    what += f" another sign behind {listed(map(quoted, usual))} than the others"
    measure = f"found {named(dict.fromkeys(sign for _, sign in strange))}, first in {quoted(word)}, "
    measure += f"in line{'s' if count > 1 else ''} {lines}; "
    measure += f"elsewhere {named(dict.fromkeys(usual.values()))}, as in {quoted(as_in)} in {elsewhere.place}"
    pairs = (f"{quoted(letter + sign)} by {quoted(letter + usual[letter])}" for letter, sign in strange)
    remedy = 'write the one that "alphabet" has throughout:'
    if not is_known:
        remedy = "write the same one throughout; if the other is right,"
    # A value may end in the same sign.
    remedy += f" replace all of them in the editor, inside words alone, capitals, too: {', '.join(pairs)}"
    return Finding(first.place, "mixed-signs", what, measure, remedy, Severity.WARNING)


def _warning(
    text: Text, code: str, what: str, slip: re.Match[str], remedy: str = "remove what is too much"
) -> Finding:
    around = slip.string[max(0, slip.start() - _CONTEXT) : slip.end() + _CONTEXT]
    return Finding(text.place, code, what, f"found {quoted(around)}", remedy, Severity.WARNING)
