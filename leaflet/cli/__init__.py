"""The commands: options in, files and tables out. Results go to stdout, speech to stderr."""

from __future__ import annotations

import contextlib
import signal
import sys
from typing import Annotated, NoReturn

import typer

from leaflet import __version__
from leaflet.cli.building import EXAMPLES, build
from leaflet.cli.checking import check
from leaflet.cli.console import ENVIRONMENT, say
from leaflet.cli.diff import EXAMPLES as DIFF_EXAMPLES
from leaflet.cli.diff import diff
from leaflet.cli.explaining import explain
from leaflet.cli.listing import fingerprints, languages, organizations, regions
from leaflet.cli.preflighting import preflight
from leaflet.cli.proofing import PROOF_EXAMPLES, proof

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
app.command(epilog=PROOF_EXAMPLES)(proof)
app.command()(check)
app.command()(explain)
app.command(epilog=DIFF_EXAMPLES)(diff)
app.command()(preflight)
for listing in (languages, regions, organizations, fingerprints):
    app.command()(listing)


def main() -> None:
    """The console script. Streams never fail on a letter that the console cannot show.

    Exits by the codes of ``console``; 128 and its number after a signal.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
    heed_signals()
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    except OSError as error:
        # The console itself may be what failed.
        with contextlib.suppress(OSError):
            say(f"leaflet: {error.strerror or error}")
        sys.exit(ENVIRONMENT)


def heed_signals() -> None:
    """Clean up and exit when told to; end in silence when nobody reads on, as ``| head`` does."""
    for name in ("SIGTERM", "SIGHUP"):  # Windows has no SIGHUP and no SIGPIPE.
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, leave)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def leave(number: int, _: object) -> NoReturn:
    """Exit as a shell reports a signal, and do not be disturbed at it."""
    signal.signal(number, signal.SIG_IGN)
    sys.exit(128 + number)
