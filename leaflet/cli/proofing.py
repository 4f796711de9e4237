"""``leaflet proof``: the sheet that shows how a printer prints both sides, one PDF for each language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from leaflet.choices import Inks
from leaflet.cli.building import (
    InkOption,
    OutputOption,
    Paper,
    PaperOption,
    SimplexOption,
    build_all,
    end,
    say_origin,
    stop_at_errors,
)
from leaflet.cli.checking import LangOption
from leaflet.cli.console import fail_usage, say
from leaflet.cli.source import ContentOption, apart, load_content

if TYPE_CHECKING:
    from leaflet.content import Content
    from leaflet.editions import Built

PROOF_EXAMPLES = """
\b
Examples:
  leaflet proof
  leaflet proof --lang kk --paper letter --ink mono
  leaflet proof --lang ru --simplex
"""


def proof(
    lang: LangOption = None,
    paper: PaperOption = Paper.A4,
    ink: InkOption = Inks.COLOUR,
    simplex: SimplexOption = False,
    output: OutputOption = None,
    content: ContentOption = None,
) -> None:
    """Make a sheet that shows how a printer prints.

    Offset of the sides, folds and white margin, all in millimetres.
    """
    from leaflet import choosing, editions
    from leaflet.products import ON_LETTER, PRODUCTS
    from leaflet.proofing import unwritten
    from leaflet.relevance import concerning, relevant

    loaded = load_content(content)
    product = PRODUCTS[ON_LETTER["trifold"] if paper is Paper.LETTER else "trifold"]
    try:
        languages = choosing.choose_languages(apart(lang), loaded) if lang else written(loaded)
        asked = [editions.Proof(tag, product, ink, simplex) for tag in languages]
        paths = choosing.place([sheet.file_name for sheet in asked], output, simplex=simplex)
    except choosing.UsageError as error:
        stop_at_errors(relevant(loaded, ()))
        fail_usage(str(error))
    found = stop_at_errors(concerning(relevant(loaded, languages), loaded, ()))
    stop_at_errors(finding for tag in languages for finding in unwritten(loaded, tag))
    results = build_all(asked, paths, loaded, found, report)
    say_origin(results, content)
    end(results, len(asked), simplex=simplex)


def written(content: Content) -> list[str]:
    """Every language that has words for the proof, or errors; the others are named on stderr.

    Raises UsageError if there is none.
    """
    from leaflet.choosing import UsageError

    chosen = []
    for tag in content.language_files:
        if tag not in content.languages or content.languages[tag].proof:
            chosen.append(tag)
        else:
            say(f'note: {tag} is left out: it has no words for this sheet, under "proof"')
    if not chosen:
        raise UsageError('no language has words for this sheet; write them under "proof"')
    return chosen


def report(built: Built) -> None:
    """What was built, and how to print it."""
    edition, document = built.edition, built.layout.document
    say(
        f"{edition.language}, a sheet to check a printer, {document.labels.region.text}, "
        f"edition {document.edition}"
    )
    if not edition.simplex:
        say("  print on both sides, flip on the short edge, at 100 %; the sheet tells how to read it")
