"""The content that a command works on, as people name it: a folder, a language, a region."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from leaflet import resources
from leaflet.cli import options
from leaflet.cli.console import ENVIRONMENT, ERROR, fail_usage, say, show
from leaflet.cli.mistyped import content_folder, is_content
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

    if directory is None:
        refuse_ambiguous(resources.directory("content"))
        if to_mend:
            say("note: this is the content that came with leaflet; mend a folder of your own: --content DIR")
    else:
        refuse_no_content(directory)
    loaded = load(directory or resources.directory("content"))
    if directory is None and (broken := [found for found in loaded.findings if found.code == UNREADABLE]):
        remedy = "install leaflet anew, or name a content folder: --content DIR"
        show(replace(found, remedy=remedy) for found in broken)
        raise typer.Exit(ENVIRONMENT)
    return loaded


def refuse_no_content(directory: Path) -> None:
    """Exit where no folder is named, or the one above the content, or a file in it."""
    from leaflet.content.encoding import shown
    from leaflet.output import is_file, is_folder

    named = shown(str(directory))
    if is_file(directory):
        fail_usage(f"{named} is a file; {instead_of(directory)}")
    if is_folder(directory) and (is_content(directory) or not is_content(directory / "content")):
        return
    near = [directory / "content"] if is_folder(directory) else folders_at_hand()
    fail_usage(f"no content folder at {named}{meant(near)}")


def instead_of(file: Path) -> str:
    """What to name where a folder of content is wanted, and not this file."""
    if file.suffix.casefold() == ".zip":
        return "unpack it, and name the folder that comes out of it: --content DIR"
    if folder := content_folder(file):
        return f"name its folder: --content {visible(str(folder))}"
    return f"name the folder that holds organizations.yaml{meant(folders_at_hand())}"


def meant(near: Sequence[Path]) -> str:
    return f"; did you mean --content {visible(str(near[0]))}?" if near else ""


def refuse_ambiguous(own: Path) -> None:
    """Exit where a folder of content is at hand that differs from the one that is used when none is named.

    Whoever edits a folder means that one. Its good leaflet would be overwritten by one with the numbers
    before the edit, and no look at the sheet would tell; a line on stderr is not read. Where both are the
    same, as in a clone, nobody is asked.
    """
    for here in folders_at_hand():
        ours, theirs = texts_of(own), texts_of(here)
        differing = sorted(name for name in ours | theirs if ours.get(name) != theirs.get(name))
        if differing:
            fail_usage(
                f"which content? The folder at hand is not the one that came with leaflet; "
                f"they differ in {', '.join(map(visible, differing))}\n"
                f"  --content {here}: the folder at hand\n"
                f"  --content {visible(str(own))}: the one that came with leaflet"
            )


def folders_at_hand() -> list[Path]:
    """The folders of content that one stands above, or in; those of the folders above, too.

    Whoever stands in ``output`` beside an edited ``content`` means that one.
    """
    above = 0
    with contextlib.suppress(OSError):  # The current folder may be gone.
        above = len(Path.cwd().parents)
    stands = [Path(*[os.pardir] * steps) for steps in range(above + 1)]
    return [folder for stand in stands for folder in (stand / "content", stand) if is_content(folder)]


def origin(directory: Path | None) -> str:
    """What ``--content`` names, or what is used when it names nothing."""
    return visible(str(directory)) if directory else "the content that came with leaflet"


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
