"""What is told about one code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """``what`` the finding is about, in one line; ``why`` it matters; an example where one helps."""

    code: str
    what: str
    why: str
    bad: str = ""
    good: str = ""
