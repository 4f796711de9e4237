"""Bytes into a file that is either the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from leaflet.diagnostics import Finding, Place


class OutputError(Exception):
    """The file cannot be written. Carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding))
        self.finding = finding


def write(path: Path, data: bytes) -> None:
    """Write a file beside its place, flush it, and move it there.

    A link at ``path`` is replaced, never followed. Raises OutputError; an earlier file then stands as it was.
    """
    try:
        refuse_foreign(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
        part = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            # mkstemp makes files that only their owner may read.
            mask = os.umask(0)
            os.umask(mask)
            part.chmod(0o666 & ~mask)
            part.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                part.unlink()
            raise
    except OSError as error:
        raise OutputError(
            Finding(
                Place(str(path)),
                "not-writable",
                "cannot write the leaflet",
                error.strerror or type(error).__name__,
                "name another place with --output",
            )
        ) from None


def is_folder(path: Path) -> bool:
    """Whether there is a folder; a name that the system does not take names none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """Whether there is a file; a name that the system does not take names none."""
    try:
        return path.is_file()
    except OSError:
        return False


def refuse_foreign(path: Path) -> None:
    """Only a PDF may be overwritten by one."""
    if path.is_symlink() or not path.exists():
        return
    if path.is_file():
        try:
            with path.open("rb") as file:
                if file.read(5) in (b"%PDF-", b""):
                    return
        except OSError:
            return
    raise OutputError(
        Finding(
            Place(str(path)),
            "not-a-pdf",
            "something that is not a PDF stands in the leaflet's place",
            remedy="name another place with --output",
        )
    )
