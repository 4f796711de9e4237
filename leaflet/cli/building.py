"""``leaflet build``: one PDF for each language and region."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaflet.cli.console import ENVIRONMENT, ERROR, count, fail_usage, say, show
from leaflet.cli.source import ContentOption, apart, language_files, load_content

if TYPE_CHECKING:
    from leaflet.content import Content
    from leaflet.diagnostics import Finding
    from leaflet.editions import Built, Edition


class Format(StrEnum):
    """The products, for ``--format``; the test of the products holds the two lists together."""

    TRIFOLD = "trifold"
    A4 = "a4"


class InkChoice(StrEnum):
    """What the printer has, for ``--ink``; as ``sheet.Inks``."""

    COLOUR = "colour"
    MONO = "mono"


class Preflight(StrEnum):
    """How far each file is checked, for ``--preflight``; as ``preflight.Depth``."""

    AFFORDABLE = "affordable"
    FULL = "full"


class Paper(StrEnum):
    """What is in the printer, for ``--paper``."""

    A4 = "a4"
    LETTER = "letter"


PaperOption = Annotated[Paper, typer.Option("--paper", help="Paper in the printer.", case_sensitive=False)]
InkOption = Annotated[
    InkChoice, typer.Option("--ink", help="mono: for black toner alone.", case_sensitive=False)
]
PreflightOption = Annotated[
    Preflight,
    typer.Option(
        "--preflight",
        help="full: read each file with other programs too, render it, scan its codes.",
        case_sensitive=False,
    ),
]
EXAMPLES = """
\b
Examples:
  leaflet build --lang kk --region Almaty
  leaflet build --lang kk --lang ru --region astana --region KZ-75 --format a4
  leaflet build --lang en --output leaflet.pdf
  leaflet build --lang en --paper letter
"""


def build(
    lang: Annotated[
        list[str] | None, typer.Option("--lang", "-l", metavar="TAG", help="Language; may be repeated.")
    ] = None,
    region: Annotated[
        list[str] | None,
        typer.Option(
            "--region",
            "-r",
            metavar="NAME",
            help="Region: id, ISO code or name; may be repeated. Default: all.",
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="What to make.", case_sensitive=False)
    ] = Format.TRIFOLD,
    paper: PaperOption = Paper.A4,
    ink: InkOption = InkChoice.COLOUR,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE|DIR", help="A .pdf file or a folder. Default: output/"),
    ] = None,
    preflight: PreflightOption = Preflight.AFFORDABLE,
    content: ContentOption = None,
) -> None:
    """Build leaflets: one PDF for each language and region."""
    from leaflet import editions
    from leaflet.products import ON_LETTER, PRODUCTS
    from leaflet.sheet import Inks

    loaded = load_content(content)
    try:
        if not lang:
            raise editions.UsageError(
                f"which language? Name one with --lang; {editions.language_list(loaded)}"
            )
        languages = editions.choose_languages(apart(lang), loaded, language_files(loaded))
        regions, hints = editions.choose_regions(apart(region or []), loaded)
        inks = Inks(ink.value)
        product = PRODUCTS[ON_LETTER[format.value] if paper is Paper.LETTER else format.value]
        asked = [editions.Edition(tag, id, product, inks) for tag in languages for id in regions]
        paths = editions.place(asked, output)
    except editions.UsageError as error:
        # Names cannot be found in content that could not be read.
        stop_at_errors(editions.relevant(loaded, ()))
        fail_usage(str(error))
    for hint in hints:
        say(f"note: {hint}")
    stop_at_errors(editions.relevant(loaded, languages))
    results = build_all(asked, paths, loaded, preflight)
    say_what_it_rests_on(results, loaded)
    if not all(built.path for built in results):
        raise typer.Exit(ERROR)


def stop_at_errors(findings: Iterable[Finding]) -> None:
    """Show findings; exit if one of them is an error."""
    from leaflet.diagnostics import has_errors

    found = list(findings)
    if has_errors(found):
        show(found)
        errors = sum(finding.severity == "error" for finding in found)
        say(f"nothing was built: {count(errors, 'error')} in the content")
        raise typer.Exit(ERROR)


def build_all(
    asked: Sequence[Edition], paths: Sequence[Path], content: Content, preflight: Preflight
) -> list[Built]:
    """Build every edition and tell of each."""
    from leaflet import editions
    from leaflet.fonts import FontError, load_typeface
    from leaflet.output import OutputError

    show(editions.relevant(content, list(dict.fromkeys(edition.language for edition in asked))))
    typeface = load_typeface()
    results = []
    for edition, path in zip(asked, paths, strict=True):
        try:
            built = editions.build(edition, content, typeface, path, preflight)
        except (FontError, OutputError) as error:
            show([error.finding])
            raise typer.Exit(ENVIRONMENT) from None
        show(built.findings)
        results.append(built)
        if built.path is None:
            say(f"not built: {path}")
        else:
            report(built)
            typer.echo(str(built.path))
    return results


def report(built: Built) -> None:
    """What was built, and how to print it."""
    layout = built.layout
    pages = len(layout.sides)
    contacts = len(layout.document.contacts)
    say(
        f"{built.edition.language}, {layout.document.labels.region.text}, {layout.product}: "
        f"{count(pages, 'page')}, {count(contacts, 'contact')}, each with its code, "
        f"text {layout.body_size:g} pt, edition {layout.document.edition}"
    )
    if layout.sides[0].folds:
        say("  print on both sides, flip on the short edge, at 100 % (no scaling); fold at the dashed marks")
    else:
        say("  print at 100 % (no scaling), on one or both sides")


def say_what_it_rests_on(results: Sequence[Built], content: Content) -> None:
    """One line on the contacts, one on drafts: what a person must know before handing the leaflet out."""
    printed = {contact.id for built in results for contact in built.layout.document.contacts}
    entries = [entry for entry in content.organizations if entry.id in printed]
    unchecked = sum(1 for entry in entries if entry.checked_on is None)
    if unchecked:
        say(f"contacts rest on the memo: {unchecked} of {len(entries)} have not been checked by a person")
    drafts = dict.fromkeys(built.edition.language for built in results if built.layout.document.draft)
    if drafts:
        say(f"draft translation, not reviewed by a native speaker: {', '.join(drafts)}")
