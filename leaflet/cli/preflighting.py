"""``leaflet preflight``: finished files held against the content that they were made from."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leaflet.cli.console import ENVIRONMENT, ERROR, as_object, count, fail_usage, jsoned, say, show
from leaflet.cli.source import ContentOption, JsonOption, finish, load_content

if TYPE_CHECKING:
    from leaflet.content import Content
    from leaflet.fonts import FontFolder
    from leaflet.preflight import Report


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
        reports = [checked(pdf, name, loaded, typeface) for name, pdf in data]
    except FontError as error:
        show([error.finding])
        raise typer.Exit(ENVIRONMENT) from None
    if as_json:
        typer.echo(jsoned([as_row(report) for report in reports]))
    for report in reports:
        show(() if as_json else report.findings)
        if report.ok and not as_json:
            typer.echo(f"{report.file}: ok, {count(report.pages, 'page')}")
    bad = [report for report in reports if not report.ok]
    if bad:
        say(f"not to be printed: {len(bad)} of {count(len(reports), 'file')}")
        raise typer.Exit(ERROR)


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


def checked(pdf: bytes, name: str, content: Content, typeface: FontFolder) -> Report:
    """What comes of one file."""
    from leaflet.preflight import Depth, Report, inspect, promised

    layout, findings = promised(pdf, content, typeface, name)
    if layout is None:
        return Report(name, 0, findings)
    return inspect(pdf, layout, name, Depth.FULL, typeface)


def as_row(report: Report) -> dict[str, Any]:
    """A report as JSON has it."""
    return {
        "file": report.file,
        "ok": report.ok,
        "pages": report.pages,
        "findings": [as_object(finding) for finding in report.findings],
    }
