"""Contacts on paper that are the contacts of the data, each number in the entry of its own organisation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from leaflet.diagnostics import Finding
from leaflet.document import Contact, Document, Role
from leaflet.preflight.check import Check, Stage
from leaflet.preflight.evidence import Evidence, listed

TELEPHONE = re.compile(r"\+7\d{10}(?!\d)")
ADDRESS = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]*[A-Za-z0-9]")
ENTRY = (Role.NUMBER, Role.FAX, Role.EMAIL)
NUMBER = re.compile(r"\+?\d+")


def find(evidence: Evidence) -> Iterator[Finding]:
    document = evidence.layout.document
    for contact in document.contacts:
        yield from entry(evidence, contact)
    for hotline in document.hotlines:
        printed = folded(evidence.whole(f"hotline.{hotline.id}.number"))
        number = folded(hotline.number.text)
        # A hotline may stand on several panels, or on none of this edition.
        if printed.replace(number, ""):
            what = f"the number of a hotline is not its own: {hotline.label.text}"
            yield evidence.fault("wrong-number", what, f"expected {number}, found {printed}")
    yield from totals(evidence, document)


def entry(evidence: Evidence, contact: Contact) -> Iterator[Finding]:
    """What stands in the places of one organisation's numbers and addresses."""
    rows = (
        (Role.NUMBER, (*contact.phones, *contact.short_numbers), NUMBER),
        (Role.FAX, contact.faxes, TELEPHONE),
        (Role.EMAIL, contact.emails, None),
    )
    for role, phrases, pattern in rows:
        printed = folded(evidence.whole(f"contact.{contact.id}.{role}"))
        expected = [folded(phrase.text) for phrase in phrases]
        found = pattern.findall(printed) if pattern else [part for part in printed.split(",") if part]
        if found != expected:
            what = f"the contacts of an organisation are not its own: {contact.name.text}"
            measure = f"expected {', '.join(expected) or 'none'}, found {', '.join(found) or 'none'}"
            yield evidence.fault("wrong-number", what, measure)


def totals(evidence: Evidence, document: Document) -> Iterator[Finding]:
    """All numbers and addresses of the file, wherever they stand: none missing, none extra."""
    expected: Counter[str] = Counter()
    for contact in document.contacts:
        expected.update(numbers(phrase.text for phrase in (*contact.phones, *contact.faxes, *contact.emails)))
    found: Counter[str] = Counter()
    entries: dict[str, str] = {}
    for page, _ in evidence.sides:
        for written in evidence.written[page.number]:
            tag = written.line.tag
            if tag.role in ENTRY and tag.block.startswith("contact."):
                # An address may go on in the next line.
                entries[tag.block] = entries.get(tag.block, "") + written.text
            elif written.text != written.wanted:
                # The numbers of any other line would be expected and found alike.
                expected.update(numbers([written.wanted]))
                found.update(numbers([written.text]))
        found.update(numbers(stray.text for stray in evidence.strays(page)))
    found.update(numbers(part for text in entries.values() for part in text.split(",")))
    missing, extra = expected - found, found - expected
    if missing or extra:
        what = "the contacts on paper are not those of the data"
        measure = f"missing: {listed(missing)}; extra: {listed(extra)}"
        yield evidence.fault("wrong-number", what, measure)


def numbers(texts: Iterable[str]) -> list[str]:
    """The telephone numbers and e-mail addresses in some texts."""
    return [number for text in texts for number in numbers_in(text)]


# The same contacts stand in many editions.
@lru_cache(maxsize=1024)
def numbers_in(text: str) -> tuple[str, ...]:
    """Those in one text."""
    addresses = ADDRESS.findall(text) if "@" in text else []
    return (*TELEPHONE.findall(folded(text)), *addresses)


def folded(text: str) -> str:
    return "".join(text.split())


CHECK = Check(
    codes={
        "wrong-number": "a number or an address on the sheet is not that of the data",
    },
    stage=Stage.AFFORDABLE,
    rationale="One wrong digit sends a call for help to a stranger. The numbers and addresses that the file "
    "writes are compared with the data itself, and each in the entry of its own organisation, so that two "
    "that changed places are found as well.",
    find=find,
)
