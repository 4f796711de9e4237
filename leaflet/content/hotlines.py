"""Hotlines beside what their sources print: the number, and the words of the memo round it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from leaflet.content.encoding import quoted
from leaflet.content.fingerprints import texts
from leaflet.content.freshness import ASK_SERVICE
from leaflet.content.model import Hotline, Language
from leaflet.content.names import known_language
from leaflet.content.outsiders import thin
from leaflet.content.rows import digits, folded
from leaflet.content.services import names_its_service
from leaflet.diagnostics import Finding, Severity

_MOST = 3
"""Numbers to call that the cover's card and the boxes are made for: the hotline's, and two for danger."""


def superfluous(hotlines: Collection[Hotline]) -> Iterator[Finding]:
    """More hotlines than a leaflet has room for where it must be read at arm's length."""
    for hotline in list(hotlines)[_MOST:]:
        what = f'a leaflet has room for {_MOST} numbers to call, and "{hotline.id}" is one more'
        remedy = "leave out those that a reader can do without; short_numbers.yaml has what else we know of"
        yield Finding(hotline.number.place, "superfluous-hotline", what, f"found {len(hotlines)}", remedy)


def unlike_services(hotlines: Collection[Hotline], short_numbers: Collection[str]) -> Iterator[Finding]:
    """Hotlines whose number is not the one that their source prints, or that of another service."""
    for hotline in hotlines:
        number, printed = hotline.number, hotline.printed
        if printed is None:
            what = f"nothing tells what the source of {number} prints"
            remedy = "write the words of the source under printed, to the letter"
            yield Finding(number.place, "wrong-hotline", what, remedy=remedy)
            continue
        if hotline.source is None:
            what = f"nothing tells where {number} comes from"
            remedy = "write under source who says so: the memo, or an office and the day"
            yield Finding(number.place, "wrong-hotline", what, remedy=remedy)
        if number.text in short_numbers:
            what = f"{number} is a number of another service"
            measure, remedy = "it stands in short_numbers.yaml", "compare it with its source"
            yield Finding(number.place, "wrong-hotline", what, measure, remedy)
        elif number.text not in digits(printed.text):
            yield (found := _unlike(hotline, hotlines))
            if hotline.source and found.severity is Severity.WARNING:
                # Who printed the old number does not say the new one.
                yield from thin(hotline.id, hotline.source, hotline.checked_on, Severity.ERROR)
        elif hotline.rung is not None and hotline.rung.text != number.text:
            what = f'{hotline.rung} was rung, and is not the number of "{hotline.id}"'
            remedy = "compare the two: what was rung stands under number, too"
            yield Finding(hotline.rung.place, "wrong-rung", what, f"found {number}", remedy)


def _unlike(hotline: Hotline, hotlines: Iterable[Hotline]) -> Finding:
    """That the source prints another number: a warning where somebody has rung the new one."""
    number, printed = hotline.number, hotline.printed
    what = f"{number} is not the number that the source of this hotline prints"
    measure = f"found {quoted(printed.text)} in line {printed.place.line}" if printed else ""
    others = [other.id for other in hotlines if other is not hotline and number.text in _printed(other)]
    if others:
        remedy = f'compare the two; "{others[0]}" has this number'
        return Finding(number.place, "wrong-hotline", what, measure, remedy)
    if hotline.checked_on is None or hotline.rung is None or hotline.rung.text != number.text:
        remedy = "compare the two: who is in danger rings this number; if the number itself has changed, "
        remedy += ASK_SERVICE if hotline.is_for_danger else "ring it"
        remedy += "; set checked_on to the day and source to who says so, leave printed as it is, and "
        remedy += f'write the number a second time: rung: "{number}"'
        return Finding(number.place, "wrong-hotline", what, measure, remedy)
    measure += f"; somebody is said to have rung on {hotline.checked_on}"
    remedy = "make sure that the person who rang has rung this number"
    if hotline.is_for_danger:
        remedy = "make sure that whoever asked the service was told this number"
    return Finding(number.place, "wrong-hotline", what, measure, remedy, Severity.WARNING)


def _printed(hotline: Hotline) -> list[str]:
    return digits(hotline.printed.text) if hotline.printed else []


def misapplied(hotlines: Iterable[Hotline], source: Language) -> Iterator[Finding]:
    """Hotlines that stand in the memo where the words of another one do, lack their own, or are lost."""
    memo = {path: text for path, text in texts(source).items() if path.startswith("memo.")}
    by_path = {path: folded(text.text) for path, text in memo.items()}
    tag = known_language(source.tag)
    for hotline in hotlines:
        # One that has changed since stands where the memo prints the old one.
        printed = _printed(hotline)
        own = hotline.number.text if hotline.number.text in printed else next(iter(printed), "")
        words = folded(hotline.printed.text.replace(own, "", 1)) if hotline.printed else ""
        if not (hotline.printed and words):
            continue
        mark = f"{{{hotline.id}}}"
        expected = folded(hotline.printed.text.replace(own, mark, 1))
        is_known = any(expected in found for found in by_path.values())
        if not is_known and not any(words in found or mark in found for found in by_path.values()):
            what = f"the memo no longer says what its source prints of {own}"
            measure = f"expected {quoted(hotline.printed.text)}"
            remedy = f"write its words into the text again, with {mark} for the number"
            yield Finding(source.memo_provenance.status.place, "wrong-hotline", what, measure, remedy)
        for path, text in memo.items():
            found = by_path[path]
            # Better words beside the mark may name the same service.
            if expected in found or not (words in found or mark in found):
                continue
            if words in found or not names_its_service(hotline.id, text, tag, is_known=is_known):
                what = f"{mark} is not where the memo prints {own}"
                measure = f"expected {quoted(hotline.printed.text)} in {text.place}"
                remedy = "compare hotlines.yaml and the text with the memo: have two hotlines changed "
                remedy += "places? If the words alone are new, let them name the service beside its number"
                yield Finding(hotline.number.place, "wrong-hotline", what, measure, remedy)
