"""Preflight of small files that take long to read: each ends soon, in findings."""

from __future__ import annotations

import pytest
from faults import Subject
from faults.bombs import BOMBS
from hanging import never_hanging

import leaflet
from leaflet.choices import Depth


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_file_that_takes_long_to_read_ends_in_findings(bomb: str, subject: Subject) -> None:
    pdf = BOMBS[bomb](subject)
    with never_hanging():
        report = leaflet.inspect(pdf, subject.layout, "bomb.pdf", Depth.FULL, subject.typeface)
    assert not report.ok
