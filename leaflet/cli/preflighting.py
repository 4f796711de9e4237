"""``leaflet preflight``: finished files held against the content that they were made from."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leaflet.cli.console import ENVIRONMENT, ERROR, as_object, count, fail_usage, jsoned, say, show
from leaflet.cli.source import ContentOption, JsonOption, finish, load_content

if TYPE_CHECKING:
    from leaflet.content import Content
    from leaflet.fonts import FontFolder
    from leaflet.preflight import Report
    from leaflet.sheet import Layout


@dataclass(frozen=True)
class Judged:
    """A report on a file, and the layout that it should be; None for one that could not be told."""

    report: Report
    layout: Layout | None


def preflight(
    files: Annotated[list[Path], typer.Argument(metavar="FILE.pdf …", help="Finished leaflets.")],
    content: ContentOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check finished leaflets before they are printed: every line, number, code and letter."""
    from leaflet.fonts import FontError, load_typeface

    data = [(str(path), read(path)) for path in files]
    loaded = load_content(content)
    finish(loaded)
    typeface = load_typeface()
    try:
        judged = [checked(pdf, name, loaded, typeface) for name, pdf in data]
    except FontError as error:
        show([error.finding])
        raise typer.Exit(ENVIRONMENT) from None
    if as_json:
        typer.echo(jsoned([as_row(one) for one in judged]))
    for one in judged:
        show(() if as_json else one.report.findings)
        if one.report.ok and one.layout and not as_json:
            pages = count(one.report.pages, "page")
            typer.echo(f"{one.report.file}: ok, {pages}: {edition(one.layout)}")
    bad = [one for one in judged if not one.report.ok]
    if bad:
        say(f"not to be printed: {len(bad)} of {count(len(judged), 'file')}")
        raise typer.Exit(ERROR)


def edition(layout: Layout) -> str:
    """What a good file is: a file of another region under this one's name is as good as any."""
    from leaflet.metadata import keywords

    code, *made = keywords(layout).split()
    document = layout.document
    return f"{document.language}, {document.labels.region.text}, {' '.join(made)}, edition {code}"


def read(path: Path) -> bytes:
    """The bytes of a file, one more than a leaflet may have at most; exits if there is no such file."""
    from leaflet.preflight.pdffile import MOST_BYTES

    try:
        if not stat.S_ISREG(path.stat().st_mode):
            fail_usage(f"not a file: {path}")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        fail_usage(f"no file {path}")
    except OSError as error:
        say(f"leaflet: cannot read {path}: {error.strerror or error}")
        raise typer.Exit(ENVIRONMENT) from None


def checked(pdf: bytes, name: str, content: Content, typeface: FontFolder) -> Judged:
    """What comes of one file."""
    from leaflet.preflight import Depth, Report, inspect, promised

    layout, findings = promised(pdf, content, typeface, name)
    if layout is None:
        return Judged(Report(name, 0, findings), None)
    return Judged(inspect(pdf, layout, name, Depth.FULL, typeface), layout)


def as_row(judged: Judged) -> dict[str, Any]:
    """What is known of a file as JSON has it; null is what could not be told."""
    report, layout = judged.report, judged.layout
    return {
        "file": report.file,
        "ok": report.ok,
        "pages": report.pages,
        "language": layout and layout.document.language,
        "region": layout and layout.document.region,
        "product": layout and layout.product,
        "edition": layout and layout.document.edition,
        "findings": [as_object(finding) for finding in report.findings],
    }
