"""A folder as it was in a revision of git into files elsewhere. Runs ``git``, and nothing through a shell."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path

from leaflet.diagnostics import Finding, FindingError, Place

_ENVIRONMENT = {
    # A folder from elsewhere may bring its own settings of git: no transport of theirs may run a program.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_FILES = ("100644", "100755")
"""The modes of regular files; links and submodules are none."""

_COMMIT = re.compile(r"[0-9a-f]{40}([0-9a-f]{24})?")


class RevisionError(FindingError):
    """Git is not there, or cannot read the repository."""


def commit_of(revision: str, folder: Path) -> str | None:
    """The id of the commit that a revision names in the repository of ``folder``; None if it names none.

    Raises RevisionError where ``folder`` is in no repository that git can read.
    """
    _git(folder, "rev-parse", "--git-dir")
    if "\0" in revision:
        return None
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    commit = _run(folder, asked).stdout.decode("ascii", "replace").strip()
    # Of "^HEAD" git says that it is not what is meant.
    return commit if _COMMIT.fullmatch(commit) else None


def extract(commit: str, folder: Path, target: Path) -> None:
    """Write the YAML files of ``folder`` as they are in ``commit`` into the folder ``target``, byte for byte.

    Raises RevisionError.
    """
    listed = _git(folder, "ls-tree", "-z", "--end-of-options", commit).decode("utf-8", "surrogateescape")
    for entry in filter(None, listed.split("\0")):
        description, _, name = entry.partition("\t")
        mode, _, blob = description.split()
        # A tree made by hand may hold any name.
        if mode in _FILES and name.endswith((".yaml", ".yml")) and Path(name).name == name:
            (target / name).write_bytes(_git(folder, "cat-file", "blob", blob))


def _git(folder: Path, *arguments: str) -> bytes:
    done = _run(folder, arguments)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise RevisionError(
            Finding(
                Place(str(folder)),
                "unreadable-repository",
                "git cannot read the repository of this folder",
                said,
                "name two folders",
            )
        )
    return done.stdout


def _run(folder: Path, arguments: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    call = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(
            call,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env={**os.environ, **_ENVIRONMENT},
            check=False,
        )
    except OSError as error:
        what, reason = "the program git cannot be run", error.strerror or type(error).__name__
        remedy = "install git, or name two folders"
        raise RevisionError(Finding(Place("git"), "git-missing", what, reason, remedy)) from None
