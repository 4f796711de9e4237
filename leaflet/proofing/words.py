"""Content into the words of the proof in one language, with the numbers of a product."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from leaflet.content.model import Content, Text
from leaflet.content.reviews import is_draft
from leaflet.diagnostics import Finding
from leaflet.document import Block, Document, Phrase, Role, Run
from leaflet.localization import Writer, hotline_entry, labels, with_edition
from leaflet.products.model import Product

PROOF = "proof"
"""What stands in the place of a region in an edition code, and of a product's name."""
SECTIONS = ("printing", "light", "size", "margin", "folds", "type", "codes", "shades", "lines")
"""What is checked: each has a heading and, under the same name and ``_how``, what to do."""
WORDS = (
    *("title", "purpose", "side", "record", "millimetres", "points", "decimal"),
    *(name + end for name in SECTIONS for end in ("", "_how")),
)
"""The words that the proof of a language needs, under ``proof``."""
BAR = 100
"""Length in mm of the bars that show whether a printer scales."""
SIZES = (6.0, 7.0, 8.0, 9.0, 10.0)
"""Sizes in points of the lines of small type."""
GROUP = 9
"""Letters that stand together in a line of small type."""


@dataclass(frozen=True, slots=True)
class ProofWords:
    """The words of one proof, their numbers filled in; ``sample`` is all letters and digits."""

    document: Document
    phrases: Mapping[str, Phrase]
    sample: Phrase

    def in_millimetres(self, value: float) -> Phrase:
        """A length as the language writes it."""
        return self.measured("millimetres", value)

    def in_points(self, value: float) -> Phrase:
        """A size of type as the language writes it."""
        return self.measured("points", value)

    def measured(self, unit: str, value: float) -> Phrase:
        return filled(self.phrases[unit], value=figure(value, self.phrases["decimal"].text))

    def side(self, number: int) -> Phrase:
        """What a side of the sheet is called."""
        return filled(self.phrases["side"], side=str(number))


def unwritten(content: Content, language: str) -> Iterator[Finding]:
    """The words that a language lacks for the proof. ``proof_words`` needs them all."""
    words = content.languages[language]
    for name in WORDS:
        if name not in words.proof:
            what = f'"proof.{name}" is missing'
            yield Finding(words.place, "missing-label", what, remedy='add it under "proof", as in the source')


def proof_words(content: Content, language: str, product: Product) -> ProofWords:
    """The words of the proof for a product's sheet.

    Raises KeyError for a language that the content does not have, or that lacks some (``unwritten``).
    """
    words = content.languages[language]
    writer = Writer(words, {})
    decimal = words.proof["decimal"].text
    hotline = next(entry for entry in content.hotlines if entry.id == "trafficking")

    def unit(name: str, value: float) -> str:
        return words.proof[name].text.replace("{value}", figure(value, decimal))

    smallest = min(product.contacts.small)
    values = {
        "length": unit("millimetres", BAR),
        "trim": unit("millimetres", product.safe_trim),
        "fold": unit("millimetres", product.safe_fold),
        "least": unit("points", max(size for size in SIZES if size <= smallest)),
        "number": hotline.number.text,
        "side": "{side}",  # Filled where it is printed, as the value is.
        "value": "{value}",
    }
    phrases = {name: writer.phrase(words.proof[name], **values) for name in WORDS}
    alphabet = words.alphabet.text
    groups = [alphabet[start : start + GROUP] for start in range(0, len(alphabet), GROUP)]
    letters = Text(" ".join((*groups, "0123456789")), words.alphabet.place)
    sample = Block("proof.sample", Role.PARAGRAPH, writer.phrase(letters))
    sheet = Phrase((Run(f"{product.width:g} × {product.height:g} mm"),), words.place)
    draft = is_draft(words, "labels")
    own = labels(words, writer, None, [], local=True)
    document = Document(
        language=language,
        region=PROOF,
        edition="",
        date=words.memo_provenance.on.text if words.memo_provenance.on else "",
        draft=draft,
        audience=Block("proof.title", Role.AUDIENCE, phrases["title"]),
        title=Block("proof.purpose", Role.TITLE, phrases["purpose"]),
        body=(*(Block(f"proof.{name}", Role.PARAGRAPH, phrases[name]) for name in WORDS), sample),
        contact_groups=(),
        hotlines=(hotline_entry(hotline, words, writer),),
        labels=replace(own, region=sheet, draft=own.draft if draft else None),
    )
    return ProofWords(with_edition(document), phrases, sample.phrase)


def figure(value: float, decimal: str) -> str:
    """A number with the language's decimal mark."""
    return f"{value:g}".replace(".", decimal)


def filled(phrase: Phrase, **values: str) -> Phrase:
    """A phrase with its placeholders filled; a unit stays with its number."""
    runs = []
    for run in phrase.runs:
        text = run.text
        for name, value in values.items():
            text = text.replace("{" + name + "} ", f"{value}\u00a0").replace("{" + name + "}", value)
        runs.append(replace(run, text=text))
    return Phrase(tuple(runs), phrase.place)
