"""What every command says and asks: streams, tables, findings, exit codes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NoReturn

import typer

if TYPE_CHECKING:
    from leaflet.diagnostics import Finding

ERROR, USAGE, ENVIRONMENT = 1, 2, 3


def table(rows: Sequence[dict[str, Any]], *, as_json: bool) -> None:
    """Rows as a table with a header, or as JSON."""
    if as_json:
        typer.echo(jsoned(list(rows)))
        return
    if not rows:
        return
    cells = [[str(key) for key in rows[0]], *([str(value) for value in row.values()] for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    for line in cells:
        padded = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        typer.echo("  ".join(padded).rstrip())


def jsoned(value: Any) -> str:
    """``value`` as JSON; where the console lacks letters, as escapes of JSON and not of the stream's own."""
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return json.dumps(value, ensure_ascii=not encoding.lower().startswith("utf"), indent=2)


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


def as_object(finding: Finding) -> dict[str, Any]:
    """All parts of a finding for JSON; line and column are null where it is about the whole file."""
    return {
        "file": finding.place.file,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "severity": str(finding.severity),
        "code": finding.code,
        "what": finding.what,
        "measure": finding.measure,
        "remedy": finding.remedy,
    }


def colourful(*, out: bool = False) -> bool:
    """Whether stderr, or stdout, is a terminal and nobody asked for plain text (https://no-color.org)."""
    stream = sys.stdout if out else sys.stderr
    return bool(stream and stream.isatty()) and not os.environ.get("NO_COLOR")


def say(text: str) -> None:
    typer.echo(text, err=True)


def count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def fail_usage(message: str) -> NoReturn:
    say(f"leaflet: {message}")
    raise typer.Exit(USAGE)
