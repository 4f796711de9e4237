"""The texts of an entry of the contact list, measured."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from leaflet.contactscale import TYPES, Scale
from leaflet.document import Contact, Labels, Phrase, Role, Run
from leaflet.linebreak import Copy, first_fit
from leaflet.sentences import endings
from leaflet.setter import Setter, Type


@dataclass(frozen=True, slots=True)
class Row:
    """A text of an entry, measured without a size. ``kind`` is one of ``TYPES``."""

    phrase: Phrase
    role: Role
    kind: str
    copy: Copy

    def type(self, scale: Scale) -> Type:
        """How it is set at a scale."""
        type: Type = getattr(scale, self.kind)
        return type


def rows_of(contact: Contact, labels: Labels, setter: Setter) -> Iterator[Row]:
    """The texts of an entry from top to bottom."""
    if contact.scope is not None:
        yield measured(contact.scope, Role.SCOPE, "place", setter)
    yield measured(contact.place, Role.PLACE, "place" if contact.scope is None else "name", setter)
    yield measured(contact.name, Role.NAME, "name", setter)
    yield numbers_row((*contact.phones, *contact.short_numbers), setter)
    if contact.emails:
        yield measured(joined(contact.emails), Role.EMAIL, "email", setter)
    if contact.faxes:
        label = (*labels.fax.runs, Run("\u00a0"))
        faxes = tuple(Phrase((*label, *fax.runs), fax.place) for fax in contact.faxes)
        yield measured(joined(faxes), Role.FAX, "fax", setter)


def numbers_row(numbers: Sequence[Phrase], setter: Setter) -> Row:
    """Numbers in a row, the first, which the code dials, in the emphasis of its type."""
    dialled, *others = numbers
    return measured(joined((emphasised(dialled), *others)), Role.NUMBER, "number", setter)


def numbers_of(rows: Sequence[Row]) -> Row:
    """The numbers among the rows of an entry."""
    return next(row for row in rows if row.role is Role.NUMBER)


def emphasised(phrase: Phrase) -> Phrase:
    """A phrase in the emphasis of its type."""
    return replace(phrase, runs=tuple(replace(run, bold=True) for run in phrase.runs))


def measured(phrase: Phrase, role: Role, kind: str, setter: Setter) -> Row:
    type = TYPES[kind]
    return Row(phrase, role, kind, setter.copy(phrase.runs, type.weight, compounds=type.compounds))


def count_lines(copy: Copy, measure: float) -> int:
    """How many lines a text takes at a measure in thousandths of its size."""
    # What stands on one line needs no breaking; the evenest lines are no more than the fullest.
    return 1 if copy.solid <= measure else len(copy.lines(first_fit, measure))


# The same labels are measured at many scales.
@lru_cache(maxsize=512)
def sentences(phrase: Phrase) -> tuple[Phrase, ...]:
    """The sentences of a phrase without emphasis."""
    if len(phrase.runs) != 1:
        return (phrase,)
    words = phrase.text.split(" ")
    ends = (*endings(words), len(words))
    return tuple(
        Phrase((Run(" ".join(words[start:end])),), phrase.place)
        for start, end in zip((0, *ends), ends, strict=False)
    )


def joined(phrases: Sequence[Phrase]) -> Phrase:
    """Phrases in a row, parted by commas."""
    runs: list[Run] = []
    for index, phrase in enumerate(phrases):
        last = index == len(phrases) - 1
        runs += phrase.runs
        if not last:
            runs.append(Run(", "))
    return Phrase(tuple(runs), phrases[0].place)
