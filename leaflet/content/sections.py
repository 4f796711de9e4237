"""The sections of a translation and what each is made of, beside those of the source."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from leaflet.content.encoding import places_listed, quoted
from leaflet.content.fingerprints import fingerprint
from leaflet.content.model import Language, Section, Text
from leaflet.diagnostics import Finding, Place

WAS_IT_LOST = (
    "it was made from words that the source had: were they lost there? if so, put them back there; "
    "if they are gone on purpose, remove it here"
)
"""What to do about a text whose record says that the source had one for it."""
_PARTS = ("heading", "statement", "checklist", "list", "paragraphs")
_MARK = re.compile(r"\d+|\{[^{}]*\}|\*\*")


def check_sections(
    translation: Language, source: Language, ours: Mapping[str, Text], theirs: Mapping[str, Text]
) -> Iterator[Finding]:
    """Errors about sections and parts that lack, are too much, or stand elsewhere; texts by key path."""
    expected = {section.id: section for section in source.sections}
    found = {section.id: section for section in translation.sections}
    lacking = [key for key in expected if key not in found]
    for key in [key for key in found if key not in expected]:
        near = difflib.get_close_matches(key, lacking, 1)
        what = f'the source has no section "{key}"'
        remedy = f'did you mean "{near[0]}"?' if near else "remove it, or add it to the source"
        if not near and any(path.startswith(f"memo.{key}.") for path in translation.made_from):
            remedy = WAS_IT_LOST
        yield Finding(found[key].place, "superfluous-section", what, remedy=remedy)
        lacking = [other for other in lacking if other not in near]  # One slip is one mistake.
    grown = _grown(found, expected)
    yield from lost_lines(translation, source)
    for key in [key for key in lacking if key not in grown]:
        what = f'the section "{key}" is missing'
        yield Finding(translation.place, "missing-section", what, remedy=f"translate {expected[key].place}")
    if expected.keys() == found.keys() and list(expected) != list(found):
        key = next(ours for ours, theirs in zip(found, expected, strict=True) if ours != theirs)
        remedy = f"put the sections in this order: {', '.join(expected)}"
        what = f'the section "{key}" stands in another place than in the source'
        yield Finding(found[key].place, "section-order", what, remedy=remedy)
    for key in [key for key in expected if key in found and key not in grown.values()]:
        yield from _shape(expected[key], found[key], ours, theirs, translation.made_from)


def lost_lines(language: Language, other: Language, way_out: str = "") -> Iterator[Finding]:
    """Errors about sections whose line is lost, so that what they have stands under the one above them.

    ``way_out`` is what else may be done if none is lost.
    """
    found, expected = ({section.id: section for section in each.sections} for each in (language, other))
    for key, above in _grown(found, expected).items():
        what, measure = f'the line of the section "{key}" is missing', f'what it has stands under "{above}"'
        first = next(part for part, count in _counts(expected[key]).items() if count)
        remedy = f"write {key}: on a line of its own above its {first}, as far in as {quoted(above)}{way_out}"
        yield Finding(found[above].place, "missing-section", what, measure, remedy)


def _grown(found: Mapping[str, Section], expected: Mapping[str, Section]) -> dict[str, str]:
    """The sections that lack, each with the one that stands above it and has what it should have, too."""
    return {
        key: above
        for above, key in pairwise(expected)
        if key not in found and above in found and _has_both(found[above], expected[above], expected[key])
    }


def _has_both(found: Section, own: Section, other: Section) -> bool:
    """Whether a section has its own parts and those of another; of a part of both the first is read."""
    have, want, more = map(_counts, (found, own, other))
    both = {part: want[part] or more[part] for part in _PARTS}
    return both == {part: have[part] for part in _PARTS} != {part: want[part] for part in _PARTS}


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a section by its key path: how many texts it wants and has, and those of either side.

    ``section`` is where that of the source begins; ``records`` are those that the translation keeps of the
    words that its own were made from.
    """

    path: str
    section: Place
    want: int
    have: int
    ours: Mapping[str, Text]
    theirs: Mapping[str, Text]
    records: Mapping[str, Text]

    @property
    def counted(self) -> str:
        return f"expected {self.want}, found {self.have}"

    @property
    def source(self) -> dict[str, list[Text]]:
        return _items(self.path, self.theirs)

    @property
    def recorded(self) -> dict[str, list[str]]:
        """The records of each item; empty where there is not one for every item that is there."""
        found = {
            key: [record.text for record in item] for key, item in _items(self.path, self.records).items()
        }
        return found if len(found) == self.have else {}


def _shape(
    expected: Section,
    found: Section,
    ours: Mapping[str, Text],
    theirs: Mapping[str, Text],
    records: Mapping[str, Text],
) -> Iterator[Finding]:
    wanted, present = _counts(expected), _counts(found)
    for part in [part for part in wanted if part in present]:
        want, have = wanted[part], present[part]
        path = f"memo.{found.id}.{part}"
        if part.startswith("paragraphs.") and wanted["paragraphs"] != present["paragraphs"]:
            continue  # It is not known which is which.
        whole = _Part(path, expected.place, want, have, ours, theirs, records)
        is_parted = part == "paragraphs" and want != have and not whole.recorded
        first = f"{path}.{_parted(wanted, present)}.1" if is_parted else ""
        # A paragraph may have been left without a sentence.
        if first in ours and first in theirs:
            yield _parted_otherwise(ours[first].place, theirs[first].place, path, (want, have))
        elif have < want:
            what = f"{path} is {'too short' if have else 'missing'}"
            measure = _lacking(whole)
            remedy = f"translate what is missing from {expected.place}"
            yield Finding(found.place, "missing-text", what, measure, remedy)
        elif have > want:
            yield _too_many(whole, found.place)


def _parted(wanted: Mapping[str, int], present: Mapping[str, int]) -> int:
    """The first paragraph that has not as many sentences as in the source, if all together have."""
    expected, found = ([n for part, n in each.items() if "." in part] for each in (wanted, present))
    differing = (at for at, pair in enumerate(zip(expected, found, strict=False), 1) if pair[0] != pair[1])
    return next(differing, 0) if sum(expected) == sum(found) else 0


def _parted_otherwise(place: Place, source: Place, path: str, paragraphs: tuple[int, int]) -> Finding:
    want, have = paragraphs
    what = f"{path} is parted otherwise than the source"
    measure = f"expected {want} paragraphs, found {have}; here is the first with other sentences"
    remedy = f"hold it against {source}: a paragraph begins with two dashes, its other sentences with one"
    return Finding(place, "missing-text" if have < want else "superfluous-text", what, measure, remedy)


def _too_many(part: _Part, place: Place) -> Finding:
    """A part that is too long, at the items whose source is no longer there, as far as that can be told."""
    what, measure = f"{part.path} has more than the source", part.counted
    remedy = WAS_IT_LOST if part.path in part.records else "remove it, or add it to the source"
    beginning = f"{part.path}.{part.want + 1}"
    extra = next((part.ours[key].place for key in part.ours if key.startswith(beginning)), place)
    source = [[fingerprint(text.text) for text in item] for item in part.source.values()]
    # Made from words that the source has not, or not now.
    gone = [key for key, item in part.recorded.items() if item not in source]
    if gone and len(gone) >= part.have - part.want:
        own = _items(part.path, part.ours)
        places = {key: own[key][0].place for key in gone}
        extra = next(iter(places.values()))
        measure += f"; by made_from no longer in the source: {places_listed(places)}"
        remedy = f"was it lost in the source, from {_beginning(part)} on? if so, put it back there; "
        remedy += "if it is gone on purpose, remove it here"
        if len(gone) > part.have - part.want:  # Others took their place.
            remedy = f"read them beside {_beginning(part)} and on: "
            remedy += "what was joined, removed or changed there?"
    return Finding(extra, "superfluous-text", what, measure, remedy)


def _lacking(part: _Part) -> str:
    """By how much a part is too short, and where the source has what lacks, as far as that can be told."""
    if part.path in part.theirs:
        return f"in the source at {part.theirs[part.path].place}"
    source, recorded = part.source, list(part.recorded.values())
    lacking = {
        key: item[0].place
        for key, item in source.items()
        if [fingerprint(text.text) for text in item] not in recorded
    }
    if recorded and len(lacking) == part.want - part.have:
        return f"{part.counted}; by made_from most likely without a counterpart: {places_listed(lacking)}"
    if recorded and part.want - part.have < len(lacking) < part.want:
        return f"{part.counted}; by made_from new, parted or changed in the source: {places_listed(lacking)}"
    if 0 < len(unmarked := _without_marks(part)) < part.want:
        which = places_listed(unmarked) if len(unmarked) == 1 else f"one of {places_listed(unmarked)}"
        return f"{part.counted}; by digits and emphasis most likely without a counterpart: {which}"
    first = _beginning(part)
    return f"{part.counted}; in {first.file} from line {first.line} on"


def _beginning(part: _Part) -> Place:
    """Where the source has a part; its section where it has nothing of it."""
    return next((item[0].place for item in part.source.values()), part.section)


def _without_marks(part: _Part) -> dict[str, Place]:
    """Items of the source of which one lacks, as far as digits, placeholders and stars tell."""
    source = part.source
    wanted, found = ([*map(_marks, _items(part.path, side).values())] for side in (part.theirs, part.ours))
    return {
        key: item[0].place
        for at, (key, item) in enumerate(source.items())
        if wanted[:at] + wanted[at + 1 :] == found
    }


def _marks(item: Iterable[Text]) -> list[str]:
    """The digits, placeholders and stars of a text, which are the same in each language."""
    whole = " ".join(text.text for text in item)
    return sorted(_MARK.findall(whole))


def _items(path: str, values: Mapping[str, Text]) -> dict[str, list[Text]]:
    """The items of a list by key path; a paragraph is the list of its sentences."""
    found: dict[str, list[Text]] = {}
    for key, value in values.items():
        if key.startswith(f"{path}."):
            number = key.removeprefix(f"{path}.").partition(".")[0]
            found.setdefault(f"{path}.{number}", []).append(value)
    return found


def _counts(section: Section) -> dict[str, int]:
    """How many texts each part of a section has."""
    counts = {
        "heading": int(section.heading is not None),
        "statement": int(section.statement is not None),
        "checklist": len(section.checklist),
        "list": len(section.list),
        "paragraphs": len(section.paragraphs),
    }
    for number, paragraph in enumerate(section.paragraphs, start=1):
        counts[f"paragraphs.{number}"] = len(paragraph)
    return counts
