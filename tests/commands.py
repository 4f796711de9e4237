"""The command in this process, which spares the start of another one."""

from __future__ import annotations

from typer.testing import CliRunner, Result

from leaflet import cli


def run(*arguments: str) -> Result:
    """``leaflet`` with these arguments. A fault of ours is raised."""
    return CliRunner().invoke(cli.app, arguments, catch_exceptions=False)
