"""The commands: options in, files and tables out. Results go to stdout, speech to stderr."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from leaflet import __version__
from leaflet.cli.building import EXAMPLES, build
from leaflet.cli.console import ENVIRONMENT
from leaflet.cli.listing import fingerprints, languages, organizations, regions
from leaflet.cli.preflighting import preflight

__all__ = ["app", "main"]

app = typer.Typer(
    name="leaflet",
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


app.command(epilog=EXAMPLES)(build)
app.command()(preflight)
for listing in (languages, regions, organizations, fingerprints):
    app.command()(listing)


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
