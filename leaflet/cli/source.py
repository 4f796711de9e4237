"""The content that a command works on, as people name it: a folder, a language, a region."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaflet import resources
from leaflet.cli import options
from leaflet.cli.console import ENVIRONMENT, ERROR, fail_usage, say, show
from leaflet.diagnostics import visible

if TYPE_CHECKING:
    from leaflet.content import Content

UNREADABLE = "unreadable-folder"
ContentOption = Annotated[
    Path | None,
    typer.Option(
        "--content",
        metavar="DIR",
        help="Content folder. Default: the content that comes with leaflet.",
        parser=options.folder,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]


def apart(values: Sequence[str]) -> list[str]:
    """``kk,ru`` as two values: people write lists that way, and a comma too many at their end."""
    parted = ([part for part in value.split(",") if part.strip()] or [value] for value in values)
    return [part for parts in parted for part in parts]


def load_content(directory: Path | None, *, to_mend: bool = False) -> Content:
    """The content of a folder; exits with a usage error if there is no such folder.

    Whoever is ``to_mend`` it should not do so in the copy that came with the program.
    That the content of the program itself is not there is no fault of its user: the environment's.
    """
    from leaflet.content import load
    from leaflet.output import is_file, is_folder

    if directory is not None and not is_folder(directory):
        from leaflet.content.encoding import shown

        if is_file(directory):
            its_folder = visible(str(directory.parent))
            fail_usage(f"{shown(str(directory))} is a file; name its folder: --content {its_folder}")
        fail_usage(f"no content folder at {shown(str(directory))}")
    if directory is not None and is_above_content(directory):
        from leaflet.content.encoding import shown

        meant = directory / "content"
        fail_usage(f"no content folder at {shown(str(directory))}; did you mean --content {meant}?")
    own, here = resources.directory("content"), Path("content")
    if directory is None and is_file(here / "organizations.yaml") and texts_of(here) != texts_of(own):
        say("note: the content that came with leaflet is used; for the folder here, add --content content")
    elif directory is None and to_mend:
        say("note: this is the content that came with leaflet; mend a folder of your own: --content DIR")
    loaded = load(directory or own)
    if directory is None and (broken := [found for found in loaded.findings if found.code == UNREADABLE]):
        remedy = "install leaflet anew, or name a content folder: --content DIR"
        show(replace(found, remedy=remedy) for found in broken)
        raise typer.Exit(ENVIRONMENT)
    return loaded


def is_above_content(directory: Path) -> bool:
    """Whether a folder has no facts, and one within it that is called ``content`` has."""
    from leaflet.content.model import FACT_FILES
    from leaflet.output import is_file

    own, inner = (
        any(is_file(folder / f"{name}.yaml") for name in FACT_FILES)
        for folder in (directory, directory / "content")
    )
    return inner and not own


def texts_of(directory: Path) -> dict[str, bytes | None]:
    """The content files of a folder, to tell an edited copy from the one that came with leaflet."""
    from leaflet.content.reader import MAX_BYTES

    found: dict[str, bytes | None] = {}
    for path in directory.glob("*.yaml"):
        found[path.name] = None
        with contextlib.suppress(OSError):
            found[path.name] = resources.read(path, MAX_BYTES)
    return found


def finish(content: Content) -> None:
    """Findings after a listing: errors make the command fail."""
    from leaflet.diagnostics import has_errors

    if has_errors(content.findings):
        show(content.findings)
        raise typer.Exit(ERROR)
