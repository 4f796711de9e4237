"""``leaflet diff``: what changed between two contents, as a reviewer needs it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaflet import resources
from leaflet.cli.console import ENVIRONMENT, ERROR, colourful, count, fail_usage, jsoned, say, show
from leaflet.cli.source import JsonOption
from leaflet.diagnostics import visible

if TYPE_CHECKING:
    from leaflet.content import Content
    from leaflet.diagnostics import Finding, Place
    from leaflet.differences import Change
    from leaflet.rewording import Piece

HEADINGS = {
    "number": "NUMBERS",
    "email": "E-MAILS",
    "contact": "CONTACTS",
    "text": "TEXTS",
    "label": "LABELS",
    "record": "RECORDS",
}
EXAMPLES = """
\b
Examples:
  leaflet diff HEAD                        # what you changed in content/
  leaflet diff v1.0 v1.1
  leaflet diff old/content new/content
"""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two contents; ``revision`` stands in places for the folder that it was extracted to."""

    content: Content
    revision: str = ""

    def place(self, place: Place) -> Place:
        """A place as a person would look it up: in the folder, or in the revision."""
        if not self.revision:
            return place
        return replace(place, file=self.revision + place.file.removeprefix(self.content.place().file))


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help="A content folder or a git revision.")],
    new: Annotated[
        str | None, typer.Argument(metavar="[NEW]", help="As OLD. Default: the content folder.")
    ] = None,
    content: Annotated[
        Path, typer.Option("--content", metavar="DIR", help="The content folder that revisions are of.")
    ] = Path("content"),
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there are differences, as git does.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Show every number, contact and text that changed.

    A folder goes before a revision of its name.
    """
    from leaflet.content.encoding import shown
    from leaflet.differences import differences, incomparable

    if old and new is None and is_same(Path(old), content):
        folder = Path(old)
        ways = f"Name a revision: leaflet diff HEAD; or two folders: {example(folder)}"
        fail_usage(f"compare {shown(str(folder))} with what? {ways}")
    with ExitStack() as stack:
        before, after = (side(name, content, stack) for name in (old, str(content) if new is None else new))
    changes = [
        replace(change, place=(before if change.new is None else after).place(change.place))
        for change in differences(before.content, after.content)
    ]
    if as_json:
        typer.echo(jsoned([row(change) for change in changes]))
    else:
        for line in report(changes, coloured=colourful(out=True)):
            typer.echo(line)
    left_out = incomparable(before.content, after.content)
    for one in (before, after):
        show(errors_of(one))
    say(summary(changes))
    if left_out:
        say(f"not compared, because of errors: {', '.join(sorted(left_out))}")
    if left_out or (exit_code and changes):
        raise typer.Exit(ERROR)


def side(name: str, folder: Path, stack: ExitStack) -> Side:
    """The content of a folder, or of a revision of ``folder``."""
    from tempfile import TemporaryDirectory

    from leaflet.content import load
    from leaflet.content.encoding import shown
    from leaflet.output import is_folder
    from leaflet.revisions import RevisionError, commit_of, extract

    if name and is_folder(Path(name)):
        return Side(load(Path(name)))
    if not is_folder(folder):
        fail_usage(f"{shown(name)} is no folder, and for a revision there is no folder {shown(str(folder))}")
    try:
        commit = commit_of(name, folder)
        if commit is None:
            fail_usage(f"{shown(name)} is neither a folder nor a revision of {shown(str(folder))}")
        target = Path(stack.enter_context(TemporaryDirectory(prefix="leaflet-")))
        extract(commit, folder, target)
    except RevisionError as error:
        say(f"leaflet: {shown(name)} is no folder; as a revision it cannot be looked up:")
        remedy = f"{error.finding.remedy}: {example(folder)}"
        show([replace(error.finding, remedy=remedy)])
        raise typer.Exit(ENVIRONMENT) from None
    return Side(load(target), f"{name}:{folder}")


def is_same(one: Path, other: Path) -> bool:
    """Whether two names are of one folder."""
    from leaflet.output import is_folder

    return is_folder(one) and is_folder(other) and one.samefile(other)


def example(folder: Path) -> str:
    """How to compare a folder with another one: most have the one that came with leaflet."""
    own = resources.directory("content")
    return f"leaflet diff {'OLD' if is_same(own, folder) else visible(str(own))} {visible(str(folder))}"


def errors_of(side: Side) -> Iterator[Finding]:
    """The errors of a side, at places that a person can look up."""
    from leaflet.diagnostics import Severity

    folder = side.content.place().file
    for finding in side.content.findings:
        if finding.severity is Severity.ERROR:
            remedy = finding.remedy.replace(folder, side.revision) if side.revision else finding.remedy
            yield replace(finding, place=side.place(finding.place), remedy=remedy)


def row(change: Change) -> dict[str, str | int | None]:
    """A change as JSON has it."""
    place = change.place
    return {
        "kind": change.kind.value,
        "language": change.language or None,
        "path": change.path,
        "old": change.old,
        "new": change.new,
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }


def summary(changes: Sequence[Change]) -> str:
    """``3 differences: 1 number, 2 texts``."""
    if not changes:
        return "no differences"
    kinds = [change.kind.value for change in changes]
    parts = ", ".join(count(kinds.count(kind), kind) for kind in dict.fromkeys(kinds))
    return f"{count(len(changes), 'difference')}: {parts}"


def report(changes: Sequence[Change], *, coloured: bool) -> Iterator[str]:
    """The lines for a reader; plain marks where there is no colour, and with it, too."""

    def title(change: Change) -> str:
        kind = HEADINGS[change.kind.value]
        return f"{kind}, {change.language}" if change.language else kind

    for number, (heading, group) in enumerate(groupby(changes, title)):
        if number:
            yield ""
        yield typer.style(heading, bold=True) if coloured else heading
        for change in group:
            yield f"{change.place}: {change.path}"
            yield from (f"    {line}" for line in told(change, coloured=coloured))


def told(change: Change, *, coloured: bool) -> Iterator[str]:
    """Facts one below the other, what differs pointed at; words in one line."""
    from leaflet.rewording import by_letters, by_words

    if change.language:
        pieces = by_words(change.old or "", change.new or "")
        yield "".join(marked(piece, coloured=coloured) for piece in pieces)
        return
    pieces = by_letters(change.old or "", change.new or "")
    for sign, value, colour, index in (
        ("-", change.old, typer.colors.RED, 0),
        ("+", change.new, typer.colors.GREEN, 1),
    ):
        if value is not None:
            yield typer.style(f"{sign} {value}", fg=colour) if coloured else f"{sign} {value}"
            below = f"  {carets(pieces, index)}".rstrip()
            if below and change.old and change.new and change.kind.value in ("number", "email"):
                yield below


def marked(piece: Piece, *, coloured: bool) -> str:
    """A piece of a text as ``[-what was-]{+what is+}``."""
    was, now = piece
    if was == now:
        return was
    old, new = f"[-{was}-]" if was else "", f"{{+{now}+}}" if now else ""
    if coloured:
        old, new = (
            old and typer.style(old, fg=typer.colors.RED),
            new and typer.style(new, fg=typer.colors.GREEN),
        )
    return old + new


def carets(pieces: Sequence[Piece], index: int) -> str:
    """Carets below the letters of the old (0) or new (1) value that the other does not have."""
    return "".join((" " if piece[0] == piece[1] else "^") * len(piece[index]) for piece in pieces)
