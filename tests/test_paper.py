"""Every product has its sheet in plain numbers, and none is let through for want of them."""

from __future__ import annotations

from dataclasses import replace

from faults import Subject

import leaflet
from leaflet.preflight import evidence
from leaflet.preflight.checks import paper
from leaflet.proofing import PROOFS


def found(subject: Subject, product: str, *, swapped: bool = False) -> set[str]:
    layout = subject.layout
    sides = layout.sides[::-1] if swapped else layout.sides
    layout = replace(layout, product=product, sides=sides)
    report = leaflet.inspect(leaflet.render(layout, subject.typeface), layout)
    return {finding.code for finding in report.findings}


def test_each_product_has_its_sheet_and_no_other_has() -> None:
    assert list(paper.SHEETS) == list(leaflet.PRODUCTS)
    assert list(evidence.PROOFS) == list(PROOFS)


def test_a_sheet_that_nothing_is_known_of_is_told(subject: Subject) -> None:
    assert found(subject, "card") == {"wrong-sheet"}


def test_faces_in_each_others_place_are_told(subject: Subject) -> None:
    assert "wrong-sheet" in found(subject, "trifold", swapped=True)
    assert "wrong-sheet" in found(subject, "card", swapped=True)
