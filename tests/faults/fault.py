"""What a row of the table of faults is, and the ways in which most faults are made."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from faults.subject import Subject
from leaflet.choices import Depth
from leaflet.preflight.check import Stage
from leaflet.preflight.checks import CHECKS
from leaflet.sheet import Layout

FULL_CODES = {code for check in CHECKS if check.stage >= Stage.DRAWABLE for code in check.codes}

Spoilt = bytes | tuple[bytes, Layout]
"""A file, to be held against the layout as it should be; or a file and a layout, both wrong."""


@dataclass(frozen=True)
class Fault:
    """A fault, the codes of the findings that it must lead to, and how to make it."""

    name: str
    codes: set[str]
    make: Callable[[Subject], Spoilt]

    @property
    def depth(self) -> Depth:
        return Depth.FULL if self.codes & FULL_CODES else Depth.AFFORDABLE


def in_layout(change: Callable[[Subject], Layout]) -> Callable[[Subject], bytes]:
    """A fault of the layout that the file is rendered from; it is held against the good one."""
    return lambda subject: subject.rendered(change(subject))


def in_both(change: Callable[[Subject], Layout]) -> Callable[[Subject], Spoilt]:
    """A fault of the layout itself: the file is as laid out, and both differ from the data."""

    def make(subject: Subject) -> Spoilt:
        layout = change(subject)
        return subject.rendered(layout), layout

    return make


def by_operators(
    old: bytes, new: bytes | Callable[[re.Match[bytes]], bytes], page: int = 1
) -> Callable[[Subject], bytes]:
    """A fault in the operators of a page, from 0: the first match of a pattern replaced."""
    return lambda subject: subject.with_operators(lambda data: re.sub(old, new, data, count=1), page)
