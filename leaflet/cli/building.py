"""``leaflet build``: one PDF for each language and region."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaflet.choices import Depth, Inks, Purpose
from leaflet.cli import options
from leaflet.cli.console import ENVIRONMENT, ERROR, count, fail_usage, say, show
from leaflet.cli.feeding import FOLD, say_how_to_feed
from leaflet.cli.release import AsOfOption, ReleaseOption, hold_back, refuse_lonely
from leaflet.cli.source import ContentOption, apart, load_content, origin

if TYPE_CHECKING:
    from leaflet.content import Content
    from leaflet.diagnostics import Finding
    from leaflet.editions import Built, Edition, Proof
    from leaflet.sheet import Layout


class Format(StrEnum):
    """The products, for ``--format``; the test of the products holds the two lists together."""

    TRIFOLD = "trifold"
    A4 = "a4"


class Paper(StrEnum):
    """What is in the printer, for ``--paper``."""

    A4 = "a4"
    LETTER = "letter"


RegionOption = Annotated[
    list[str] | None,
    typer.Option(
        "--region",
        "-r",
        metavar="NAME",
        help="Region or town: id, ISO code or name; may be repeated, or names parted by commas. "
        "Default: one leaflet for the whole country.",
    ),
]
PaperOption = Annotated[Paper, typer.Option("--paper", help="Paper in the printer.", case_sensitive=False)]
InkOption = Annotated[Inks, typer.Option("--ink", help="mono: for black toner alone.", case_sensitive=False)]
PressOption = Annotated[
    bool, typer.Option("--press", help="For a print shop: bleed, marks, PDF/X-4 structure.")
]
ArchiveOption = Annotated[bool, typer.Option("--archive", help="For an archive: PDF/A-1b.")]
SimplexOption = Annotated[
    bool,
    typer.Option("--simplex", help="Fronts and backs as two files: for a printer without duplex unit."),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE|DIR",
        help="A .pdf file or a folder. Default: output/",
        parser=options.output,
    ),
]
PreflightOption = Annotated[
    Depth,
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
  leaflet build --lang kk --press
  leaflet build --lang ru --ink mono --simplex
"""


def build(
    lang: Annotated[
        list[str] | None,
        typer.Option(
            "--lang", "-l", metavar="TAG", help="Language; may be repeated, or tags parted by commas."
        ),
    ] = None,
    region: RegionOption = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="What to make.", case_sensitive=False)
    ] = Format.TRIFOLD,
    paper: PaperOption = Paper.A4,
    ink: InkOption = Inks.COLOUR,
    press: PressOption = False,
    archive: ArchiveOption = False,
    simplex: SimplexOption = False,
    output: OutputOption = None,
    preflight: PreflightOption = Depth.AFFORDABLE,
    content: ContentOption = None,
    release: ReleaseOption = False,
    as_of: AsOfOption = None,
) -> None:
    """Build leaflets: one PDF for each language and region."""
    from leaflet import choosing, editions
    from leaflet.products import ON_LETTER, PRODUCTS
    from leaflet.relevance import checked_ahead, concerning, relevant

    refuse_lonely(as_of, release=release)
    loaded = load_content(content, to_mend=release)
    try:
        if not lang:
            known = choosing.language_list(loaded)
            raise choosing.UsageError(f"which language? Name one with --lang; {known}")
        languages = choosing.choose_languages(apart(lang), loaded)
        regions, hints = choosing.choose_regions(apart(region or []), loaded)
        purpose = purpose_of(press=press, archive=archive, simplex=simplex)
        product = PRODUCTS[ON_LETTER[format.value] if paper is Paper.LETTER else format.value]
        kind = product, ink, purpose, simplex, release
        asked = [editions.Edition(tag, id, *kind) for tag in languages for id in regions]
        paths = choosing.place([edition.file_name for edition in asked], output, simplex=simplex)
    except choosing.UsageError as error:
        # Names cannot be found in content that could not be read.
        stop_at_errors(relevant(loaded, ()))
        fail_usage(str(error))
    for hint in hints:
        say(f"note: {hint}")
    day = as_of or datetime.date.today()
    touching = [*relevant(loaded, languages), *checked_ahead(loaded, regions, day)]
    found = stop_at_errors(concerning(touching, loaded, regions))
    if release:
        hold_back(loaded, languages, regions, day, found)
    results = build_all(asked, paths, loaded, found, partial(report, loaded), preflight)
    say_origin(results, content)
    say_what_it_rests_on([built for built in results if built], loaded)
    end(results, len(asked), simplex=simplex)


def say_origin(results: Sequence[Built | None], directory: Path | None) -> None:
    """Which content the files were built from: none of them shows it."""
    if any(built and built.paths for built in results):
        say(f"built from {origin(directory)}")


def end(results: Sequence[Built | None], asked: int, *, simplex: bool) -> None:
    """Say how to feed the paper where it must be turned by hand; exit by what was built of so much."""
    if simplex:
        say_how_to_feed([built.layout for built in results if built and built.paths])
    if not all(results):
        raise typer.Exit(ENVIRONMENT)
    if len(results) != asked or not all(built.paths for built in results if built):
        raise typer.Exit(ERROR)


def purpose_of(*, press: bool, archive: bool, simplex: bool) -> Purpose:
    """What the files are for. Raises UsageError for two purposes."""
    from leaflet.choosing import UsageError

    if press and archive:
        raise UsageError("--press and --archive make different files; ask for one, then the other")
    if simplex and (press or archive):
        raise UsageError("--simplex is for an office printer; a print shop and an archive take the whole")
    return Purpose.PRESS if press else Purpose.ARCHIVE if archive else Purpose.OFFICE


def stop_at_errors(findings: Iterable[Finding]) -> list[Finding]:
    """The findings; where one of them is an error, show them and exit."""
    from leaflet.diagnostics import has_errors

    found = list(findings)
    if has_errors(found):
        show(found)
        errors = sum(finding.severity == "error" for finding in found)
        say(f"nothing was built: {count(errors, 'error')} in the content")
        raise typer.Exit(ERROR)
    return found


def build_all(
    asked: Sequence[Edition | Proof],
    paths: Sequence[Path],
    content: Content,
    findings: Iterable[Finding],
    tell: Callable[[Built], None],
    depth: Depth = Depth.AFFORDABLE,
) -> list[Built | None]:
    """Show what is found about the editions, build each and tell of it.

    None stands for one whose file could not be written.
    """
    from leaflet import editions
    from leaflet.fonts import FontError, load_typeface
    from leaflet.metadata import EpochError
    from leaflet.output import OutputError, is_file
    from leaflet.profiles import ProfileError

    show(findings)
    typeface = load_typeface()
    results: list[Built | None] = []
    for edition, path in zip(asked, paths, strict=True):
        built: Built | None = None
        try:
            built = editions.build(edition, content, typeface, path, depth)
        except (EpochError, FontError, ProfileError) as error:
            show([error.finding])
            raise typer.Exit(ENVIRONMENT) from None
        except OutputError as error:
            # The other editions may go to where there is room for them.
            show([error.finding])
        else:
            show(built.findings)
        results.append(built)
        if built is None or not built.paths:
            # It may print a number that is dead.
            places = editions.places_of(edition, path)
            other = (
                "; what is there is not this leaflet: do not print it" if any(map(is_file, places)) else ""
            )
            say(f"not built: {', '.join(map(str, places))}{other}")
        else:
            tell(built)
            for written in built.paths:
                typer.echo(str(written))
    return results


def report(content: Content, built: Built) -> None:
    """What was built, and how to print it."""
    from leaflet.content.copies import untranslated

    layout = built.layout
    left, of = untranslated(content.languages[built.edition.language], content)
    pages = len(layout.sides)
    contacts = len(layout.document.contacts)
    coded = "with its code" if contacts == 1 else "each with its code"
    say(
        f"{built.edition.language}, {layout.document.labels.region.text}, {layout.product}: "
        f"{count(pages, 'page')}, {count(contacts, 'contact')}, {coded}, "
        f"text {layout.body_size:g} pt, edition {layout.document.edition}"
        + (f"; {left} of {of} texts are not translated" if 2 * left >= of else "")
    )
    if not built.edition.simplex:
        for line in how_to_print(layout, built.edition):
            say(f"  {line}")
    elif pages % 2:
        say(f"  the last front has no back: page {pages // 2 + 1} of {built.paths[1].name} is blank")


def how_to_print(layout: Layout, edition: Edition | Proof) -> Iterator[str]:
    """What the clerk does with the file: prints it, or tells a print shop what to do with it."""
    from leaflet.units import to_mm

    side = layout.sides[0]
    if edition.purpose is Purpose.PRESS:
        inks = "black only" if edition.inks is Inks.MONO else "CMYK, FOGRA39"
        bleed = to_mm(side.trim.x - side.bleed.x)
        send = "send it to the print shop"
        if layout.document.labels.draft is not None:
            what = "this is" if layout.document.draft else "its own words beside the memo are"
            yield f"{what} a draft that nobody has reviewed: this file is not to be sent to a print shop"
            send = "the file that --release makes is sent"
        yield (
            f"{send} as it is: {to_mm(side.width):g} × {to_mm(side.height):g} mm trimmed, "
            f"{bleed:g} mm bleed, with marks {to_mm(side.media.width):g} × {to_mm(side.media.height):g} mm, "
            f"{inks}, no scaling"
        )
        sheets = (len(layout.sides) + 1) // 2
        stapled = f"; {sheets} sheets, stapled" if sheets > 1 else ""
        printed = (
            f"both sides, turned on the short edge; letter {FOLD}"
            if side.folds
            else f"both sides, turned on the long edge{stapled}"
        )
        yield f"order paper of 150 to 160 g/m², {printed}"
        yield "built to the structure of PDF/X-4, not validated: let the shop's preflight look at it"
    elif side.folds:
        yield f"print on both sides, flip on the short edge, at 100 % (no scaling); {FOLD}"
    else:
        yield "print at 100 % (no scaling), on one side, or on both and flip on the long edge"


def say_what_it_rests_on(results: Sequence[Built], content: Content) -> None:
    """One line on the contacts, one on drafts: what a person must know before handing the leaflet out."""
    from leaflet.relevance import unchecked

    documents = [built.layout.document for built in results]
    never, of = unchecked(content, documents)
    if never and documents:
        have = "has" if never == 1 else "have"
        whom = "organisations and hotlines"
        say(f"contacts rest on the memo: {never} of {of} {whom} {have} not been checked by a person")
    marked = {document.language: document.draft for document in documents if document.labels.draft}
    for what, drafts in (
        ("draft translation", [tag for tag, whole in marked.items() if whole]),
        (
            "draft of the leaflet's own words beside the memo",
            [tag for tag, whole in marked.items() if not whole],
        ),
    ):
        if drafts:
            say(f"{what}, not reviewed by a native speaker: {', '.join(drafts)}")
