"""The commands: options in, files and tables out. Results go to stdout, speech to stderr."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer

from leaflet import __version__
from leaflet.cli.building import EXAMPLES, build
from leaflet.cli.checking import check
from leaflet.cli.console import ENVIRONMENT, say
from leaflet.cli.diff import EXAMPLES as DIFF_EXAMPLES
from leaflet.cli.diff import diff
from leaflet.cli.explaining import explain
from leaflet.cli.listing import fingerprints, languages, organizations, regions
from leaflet.cli.options import HelpfulGroup, StrictCommand
from leaflet.cli.preflighting import preflight
from leaflet.cli.proofing import PROOF_EXAMPLES, proof

__all__ = ["app", "main"]

app = typer.Typer(
    name="leaflet",
    cls=HelpfulGroup,
    help="Lay out a leaflet for people at risk of trafficking, ready to print: one language, one region, "
    "a QR code for everyone who helps.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def root(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    if version:
        typer.echo(f"leaflet {__version__}")
        raise typer.Exit


for command, examples in (
    (build, EXAMPLES),
    (proof, PROOF_EXAMPLES),
    (check, None),
    (explain, None),
    (diff, DIFF_EXAMPLES),
    (preflight, None),
    (languages, None),
    (regions, None),
    (organizations, None),
    (fingerprints, None),
):
    app.command(cls=StrictCommand, epilog=examples)(command)


def main() -> None:
    """Run the command. Streams never fail on a letter that the console cannot show."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    try:
        app()
    except OSError as error:
        # The console itself may be what failed.
        with contextlib.suppress(OSError):
            say(f"leaflet: {reason(error)}")
        for stream in (sys.stdout, sys.stderr):
            abandon(stream)
        sys.exit(ENVIRONMENT)


def reason(error: OSError) -> str:
    """Which file the system refuses, and why. A library may ask for the current folder, which has no name."""
    if not error.filename:
        try:
            Path.cwd()
        except OSError:
            return "the current folder is not there any more; go to another one"
    named = f"{error.filename}: " if error.filename else ""
    return f"{named}{error.strerror or error}"


def abandon(stream: TextIO | None) -> None:
    """Throw away what a stream cannot be rid of: Python would try again as it ends, and exit with 120."""
    if stream is None:
        return
    try:
        stream.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
