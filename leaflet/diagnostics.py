"""Findings: what is wrong, where, by how much, and what to do about it, as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

OURS = "report this fault of the program"
"""What can be done about what no user can mend."""
_LONGEST_PART = 1000
"""Letters: what a screen holds. Whoever lists or quotes cuts sooner, where it does not hide what follows."""
_LONGEST_QUOTED = 40
_MOST_ALIKE = 20


class Severity(StrEnum):
    """How much a finding weighs: an error stops the edition that it belongs to."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def visible(name: str) -> str:
    """The name of a file as a console can show it: U+FFFD is what would steer it, or begin another line."""
    return name if name.isprintable() else "".join(char if char.isprintable() else "\ufffd" for char in name)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that a person can open: line and column count from 1; 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        file = visible(self.file)
        return f"{file}:{self.line}:{self.column}" if self.line else file


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found wrong.

    ``what`` is a lower-case sentence without a full stop; ``measure`` tells how much, with units;
    ``remedy`` tells what the reader can do. None of them is longer than a screen. ``ours`` tells that it is a
    fault of the program, which no reader can mend.
    """

    place: Place
    code: str
    what: str
    measure: str = ""
    remedy: str = ""
    severity: Severity = Severity.ERROR
    ours: bool = False

    def __post_init__(self) -> None:
        if self.ours and not self.remedy:
            object.__setattr__(self, "remedy", OURS)
        for part in ("what", "measure", "remedy"):
            text: str = getattr(self, part)
            if len(text) > _LONGEST_PART:
                object.__setattr__(self, part, f"{text[: _LONGEST_PART - 1]}…")

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.severity}[{self.code}]: {self.what}"]
        if self.measure:
            lines.append(f"   = {self.measure}")
        if self.remedy:
            lines.append(f"   = help: {self.remedy}")
        return "\n".join(lines)


class FindingError(Exception):
    """What stops a run, whatever the content says: carries the finding that tells it."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether any of the findings stops an edition."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def few_alike(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that one text has beyond twenty of one code: how many, the last one says."""
    kept: list[Finding] = []
    counts: Counter[tuple[Place, str]] = Counter()
    severities: dict[tuple[Place, str], Severity] = {}
    for finding in findings:
        key = (finding.place, finding.code)
        counts[key] += 1
        severities.setdefault(key, finding.severity)
        if not finding.place.line or counts[key] <= _MOST_ALIKE:
            kept.append(finding)
    for (place, code), count in counts.items():
        if place.line and count > _MOST_ALIKE:
            what = f"{count - _MOST_ALIKE} more findings of this kind stand in the same text"
            severity = severities[place, code]
            kept.append(Finding(place, code, what, remedy="mend those above first", severity=severity))
    return kept


def in_order(finding: Finding) -> tuple[str, int, int]:
    """A key that sorts findings by file, line and column."""
    return (finding.place.file, finding.place.line, finding.place.column)


def shorten(text: str, most: int = _LONGEST_QUOTED) -> str:
    """A text as a message shows it, in so many letters at most."""
    return text if len(text) <= most else f"{text[: most - 1]}…"
