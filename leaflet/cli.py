"""The commands: options in, files and tables out. Results go to stdout, speech to stderr."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from leaflet import __version__, resources

if TYPE_CHECKING:
    from leaflet.content import Content
    from leaflet.diagnostics import Finding
    from leaflet.editions import Built, Edition

ERROR, USAGE, ENVIRONMENT = 1, 2, 3

app = typer.Typer(
    name="leaflet",
    help="Lay out a leaflet for people at risk of trafficking, ready to print: one language, one region, "
    "a QR code for everyone who helps.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


class Format(StrEnum):
    """The products, for ``--format``; the test of the products holds the two lists together."""

    TRIFOLD = "trifold"
    A4 = "a4"


class InkChoice(StrEnum):
    """What the printer has, for ``--ink``; as ``sheet.Inks``."""

    COLOUR = "colour"
    MONO = "mono"


class Paper(StrEnum):
    """What is in the printer, for ``--paper``."""

    A4 = "a4"
    LETTER = "letter"


ContentOption = Annotated[
    Path | None,
    typer.Option(
        "--content", metavar="DIR", help="Content folder. Default: the content that comes with leaflet."
    ),
]
PaperOption = Annotated[Paper, typer.Option("--paper", help="Paper in the printer.", case_sensitive=False)]
InkOption = Annotated[
    InkChoice, typer.Option("--ink", help="mono: for black toner alone.", case_sensitive=False)
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]

EXAMPLES = """
\b
Examples:
  leaflet build --lang kk --region Almaty
  leaflet build --lang kk --lang ru --region astana --region KZ-75 --format a4
  leaflet build --lang en --output leaflet.pdf
  leaflet build --lang en --paper letter
"""


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    if version:
        typer.echo(f"leaflet {__version__}")
        raise typer.Exit


@app.command(epilog=EXAMPLES)
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
    results = build_all(asked, paths, loaded)
    say_what_it_rests_on(results, loaded)
    if not all(built.path for built in results):
        raise typer.Exit(ERROR)


def apart(values: Sequence[str]) -> list[str]:
    """``kk,ru`` as two values: people write lists that way."""
    return [part for value in values for part in value.split(",")]


def stop_at_errors(findings: Iterable[Finding]) -> None:
    """Show findings; exit if one of them is an error."""
    from leaflet.diagnostics import has_errors

    found = list(findings)
    if has_errors(found):
        show(found)
        errors = sum(finding.severity == "error" for finding in found)
        say(f"nothing was built: {count(errors, 'error')} in the content")
        raise typer.Exit(ERROR)


def build_all(asked: Sequence[Edition], paths: Sequence[Path], content: Content) -> list[Built]:
    """Build every edition and tell of each."""
    from leaflet import editions
    from leaflet.fonts import FontError, load_typeface
    from leaflet.output import OutputError

    show(editions.relevant(content, list(dict.fromkeys(edition.language for edition in asked))))
    typeface = load_typeface()
    results = []
    for edition, path in zip(asked, paths, strict=True):
        try:
            built = editions.build(edition, content, typeface, path)
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


@app.command()
def languages(content: ContentOption = None, as_json: JsonOption = False) -> None:
    """List the languages and how far their words are reviewed."""
    loaded = load_content(content)
    rows = [
        {
            "language": tag,
            "name": words.name.text,
            "memo": words.memo_provenance.status.text,
            "labels": words.labels_provenance.status.text,
        }
        for tag, words in sorted(loaded.languages.items())
    ]
    table(rows, as_json=as_json)
    finish(loaded)


@app.command()
def regions(content: ContentOption = None, as_json: JsonOption = False) -> None:
    """List the regions, their names and how many organisations serve them."""
    loaded = load_content(content)
    rows: list[dict[str, Any]] = []
    for region in loaded.regions:
        names = {tag: words.regions[region.id].text for tag, words in sorted(loaded.languages.items())}
        served = [
            entry.id
            for entry in loaded.organizations
            if any(id.text == region.id for id in entry.regions) and not entry.national
        ]
        helpers: Any = served if as_json else len(served)
        rows.append({"region": region.id, "iso": region.iso.text, **names, "organizations": helpers})
    table(rows, as_json=as_json)
    finish(loaded)


@app.command()
def organizations(content: ContentOption = None, as_json: JsonOption = False) -> None:
    """List the organisations, their regions and contacts."""
    from leaflet.phones import display

    loaded = load_content(content)
    rows: list[dict[str, Any]] = []
    for entry in loaded.organizations:
        phones = [phone.text for phone in entry.phones]
        area = [id.text for id in entry.regions]
        row: dict[str, Any] = {
            "row": int(entry.row.text) if entry.row else None,
            "organization": entry.id,
            "regions": area if as_json else ", ".join(["national"] if entry.national else area),
            "phones": phones if as_json else ", ".join(map(display, phones)),
            "emails": [text.text for text in entry.emails] if as_json else ", ".join(map(str, entry.emails)),
            "checked": entry.checked_on.text if entry.checked_on else ("never" if not as_json else None),
        }
        if as_json:
            row["national"] = entry.national
            row["remarks"] = [remark.text for remark in entry.remarks]
        rows.append(row)
    table(rows, as_json=as_json)
    finish(loaded)


@app.command()
def fingerprints(
    lang: Annotated[str, typer.Option("--lang", "-l", metavar="TAG", help="Language of the translation.")],
    content: ContentOption = None,
) -> None:
    """Print the made_from block that says: this translation matches the source as it is now."""
    from leaflet.content.fingerprints import fingerprints as current
    from leaflet.editions import UsageError, choose_languages

    loaded = load_content(content)
    try:
        (tag,) = choose_languages([lang], loaded, language_files(loaded))
    except UsageError as error:
        fail_usage(str(error))
    source = loaded.source
    if source is None or tag not in loaded.languages:
        show(loaded.findings)
        raise typer.Exit(ERROR)
    if source.tag == tag:
        fail_usage(f'"{tag}" is the source language: it was made from nothing')
    typer.echo("made_from:")
    for path, fingerprint in current(source).items():
        typer.echo(f'  {path}: "{fingerprint}"')


def load_content(directory: Path | None) -> Content:
    """The content of a folder; exits with a usage error if there is no such folder."""
    from leaflet.content import load
    from leaflet.output import is_folder

    if directory is not None and not is_folder(directory):
        fail_usage(f"no content folder at {directory}")
    own, here = resources.directory("content"), Path("content")
    if directory is None and (here / "organizations.yaml").is_file() and texts_of(here) != texts_of(own):
        say("note: the content that came with leaflet is used; for the folder here, add --content content")
    return load(directory or own)


def texts_of(directory: Path) -> dict[str, bytes]:
    """The content files of a folder, to tell an edited copy from the one that came with leaflet."""
    return {path.name: path.read_bytes() for path in directory.glob("*.yaml") if path.is_file()}


def language_files(content: Content) -> list[str]:
    """Stems of all language files, also of those with errors."""
    from leaflet.editions import FACT_FILES

    stems = {path.stem for path in content.directory.glob("*.yaml") if not path.name.startswith(".")}
    return sorted(stems - set(FACT_FILES))


def finish(content: Content) -> None:
    """Findings after a listing: errors make the command fail."""
    from leaflet.diagnostics import has_errors

    if has_errors(content.findings):
        show(content.findings)
        raise typer.Exit(ERROR)


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


def table(rows: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    """Rows as a table with a header, or as JSON."""
    if as_json:
        typer.echo(json.dumps(list(rows), ensure_ascii=False, indent=2))
        return
    if not rows:
        return
    cells = [[str(key) for key in rows[0]], *([str(value) for value in row.values()] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    for line in cells:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        typer.echo("  ".join(padded).rstrip())


def show(findings: Iterable[Finding]) -> None:
    """Findings on stderr; coloured on a terminal that wants it."""
    colours = {"error": typer.colors.RED, "warning": typer.colors.YELLOW, "note": typer.colors.BLUE}
    for finding in findings:
        if finding.severity == "note":
            say(f"note: {finding.what}")
            continue
        text = str(finding)
        if colourful():
            label = f"{finding.severity}[{finding.code}]"
            text = text.replace(label, typer.style(label, fg=colours[finding.severity], bold=True), 1)
        say(text)


def colourful() -> bool:
    """Whether stderr is a terminal and nobody asked for plain text (https://no-color.org)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def say(text: str) -> None:
    typer.echo(text, err=True)


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def fail_usage(message: str) -> NoReturn:
    say(f"leaflet: {message}")
    raise typer.Exit(USAGE)


def main() -> None:
    """The console script. Streams never fail on a letter that the console cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        app()
    except BrokenPipeError:
        raise
    except OSError as error:
        sys.exit(f"leaflet: {error.strerror or error}" if sys.stderr else ENVIRONMENT)
