"""``leaflet explain``: what a finding guards, and why."""

from __future__ import annotations

import difflib
import textwrap
from typing import TYPE_CHECKING, Annotated

import typer

from leaflet.cli.console import fail_usage, table

if TYPE_CHECKING:
    from leaflet.explanations import Explanation

WIDTH = 88


def explain(
    code: Annotated[
        str | None,
        typer.Argument(help="The word in brackets, as in error[duplicate-key]. Default: list all."),
    ] = None,
) -> None:
    """Tell what a finding guards and why, with an example."""
    from leaflet.content.encoding import shown
    from leaflet.explanations import explanations

    known = explanations()
    if code is None:
        table([{"code": entry.code, "what": entry.what} for entry in known.values()], as_json=False)
        return
    entry = known.get(code.rpartition("[")[2].strip(" ]:").casefold())
    if entry is None:
        near = difflib.get_close_matches(code.casefold(), known, 1)
        hint = f'did you mean "{near[0]}"?' if near else '"leaflet explain" lists all codes'
        fail_usage(f"no finding has the code {shown(code)}; {hint}")
    typer.echo(told(entry))


def told(entry: Explanation) -> str:
    """An explanation as paragraphs."""
    from leaflet.releasing import STOPPING

    paragraphs = [f"{entry.code}: {entry.what}", textwrap.fill(entry.why, WIDTH)]
    if entry.code in STOPPING:
        paragraphs.append("A warning when a draft is built or checked; with --release an error.")
    pairs = [("  bad:   ", entry.bad), ("  good:  ", entry.good)]
    examples = [word + text.replace("\n", "\n" + " " * len(word)) for word, text in pairs if text]
    return "\n\n".join([*paragraphs, "\n".join(examples)] if examples else paragraphs)
