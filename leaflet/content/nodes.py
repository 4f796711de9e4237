"""What a YAML file is made of, as it is read: texts, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, fields

from leaflet.content.model import Hotline, Organization, OrganizationWords, Region, Section, Text
from leaflet.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and what stands under it."""

    key: Text
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys, in the order of the file, each once."""

    entries: dict[str, Entry]
    place: Place


@dataclass(frozen=True, slots=True)
class Refused:
    """What stood here is not allowed and has been reported."""

    place: Place


@dataclass(frozen=True, slots=True)
class Cleaned(Text):
    """A text without the refused characters that stood in it and have been reported: for checks alone."""


@dataclass(frozen=True, slots=True)
class Nothing(Text):
    """No value at all stands here, not even quotation marks with nothing in them."""


Node = Text | Sequence | Mapping | Refused

_FEWEST_OF_ANOTHER = 3
"""So many keys that stand twice in one place are those of something else whose own key is lost."""

_KEYS = {
    field.name
    for kind in (Hotline, Organization, OrganizationWords, Region, Section)
    for field in fields(kind)
}
"""What stands under an id: one of these that has no value is none."""


def is_anothers(part: dict[str, Entry], first: dict[str, Entry]) -> bool:
    """Whether keys are those of something else than the first ones, most of which they repeat.

    Two are enough where they begin with the same key and do not say the same: a name and a place.
    """
    twice = [key for key in part if key in first]
    if len(twice) >= _FEWEST_OF_ANOTHER:
        return 2 * len(twice) >= len(part)
    begins_alike = next(iter(part)) == next(iter(first))
    return begins_alike and len(twice) > 1 and any(_says(part[key]) != _says(first[key]) for key in twice)


def leave_out(
    part: dict[str, Entry], above: dict[str, Entry], entries: dict[str, Entry], first: dict[str, Entry]
) -> tuple[list[Text], Text | None]:
    """Take the keys of something else from the entries: those that stand twice, and its own.

    That one stands at the end of the part ``above``, if it only stands too far in.
    """
    twice = [entry.key for key, entry in part.items() if key in first]
    for key in part:
        if key in first:
            entries[key] = first[key]
        else:
            entries.pop(key, None)
    owner = next(reversed(above.values()))
    is_too_far_in = isinstance(owner.value, Nothing) and owner.key.text not in _KEYS
    return twice, entries.pop(owner.key.text, owner).key if is_too_far_in else None


def _says(entry: Entry) -> str:
    return entry.value.text if isinstance(entry.value, Text) else ""
