"""What a YAML file is made of, as it is read: texts, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import PurePath

from leaflet.content.model import FACT_FILES, Hotline, Organization, OrganizationWords, Region, Section, Text
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

_FEWEST_TOGETHER = 3
"""So many keys that stand twice in one place were pasted together, or are those of something else."""

_KEYS = {
    field.name
    for kind in (Hotline, Organization, OrganizationWords, Region, Section)
    for field in fields(kind)
}
"""What stands under an id: one of these that has no value is none."""


IN_SECTION = 3
"""So deep in a file stand the parts of a section of the memo."""


def repeated(part: dict[str, Entry], first: dict[str, Entry]) -> list[Text]:
    """The keys of a part that stand among the first ones, too, if they came together: most of it, else none.

    Two are enough where both parts begin with the same key: a name and a place.
    """
    twice = [entry.key for key, entry in part.items() if key in first]
    if len(twice) >= _FEWEST_TOGETHER:
        return twice if 2 * len(twice) >= len(part) else []
    begins_alike = next(iter(part)) == next(iter(first))
    return twice if begins_alike and len(twice) > 1 else []


def has_id(file: str, top: str, depth: int) -> bool:
    """Whether the keys of a mapping so deep in a file, under a key at its left edge, stand under an id."""
    is_of_facts = PurePath(file).stem in FACT_FILES
    return depth == 2 if is_of_facts else depth == 3 and top == "organizations"


def say_the_same(keys: list[Text], part: dict[str, Entry], first: dict[str, Entry]) -> bool:
    """Whether nothing differs under keys that stand twice: then they are nobody else's."""
    return all(_says(part[key.text].value) == _says(first[key.text].value) for key in keys)


def differ(one: dict[str, Entry], other: dict[str, Entry]) -> bool:
    """Whether two mappings say different things under the keys that both have."""
    return not say_the_same([entry.key for key, entry in other.items() if key in one], other, one)


def leave_out(
    part: dict[str, Entry], above: dict[str, Entry], entries: dict[str, Entry], first: dict[str, Entry]
) -> Text | None:
    """Take the keys of something else from the entries: those that stand twice, and its own, if it is there.

    That one stands at the end of the part ``above``, if it only stands too far in.
    """
    for key in part:
        if key in first:
            entries[key] = first[key]
        else:
            entries.pop(key, None)
    owner = next(reversed(above.values()))
    is_too_far_in = isinstance(owner.value, Nothing) and owner.key.text not in _KEYS
    return entries.pop(owner.key.text, owner).key if is_too_far_in else None


def _says(node: Node) -> object:
    """What stands in a node, without its places; of what was refused nobody can tell."""
    if isinstance(node, Text):
        return node.text
    if isinstance(node, Sequence):
        return [*map(_says, node.items)]
    if isinstance(node, Mapping):
        return {key: _says(entry.value) for key, entry in node.entries.items()}
    return node.place
