"""What a YAML file is made of, as it is read: texts, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from leaflet.content.model import Text
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


Node = Text | Sequence | Mapping | Refused
