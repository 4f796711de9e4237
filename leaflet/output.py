"""Bytes into a file that is either the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Mapping
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
    write_all({path: data})


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together: none is moved to its place before all are whole.

    As ``write``. Only where a move itself fails may those before it have been made.
    """
    parts: dict[Path, Path] = {}
    try:
        for path in files:
            refuse_foreign(path)
        for path, data in files.items():
            write_beside(path, data, parts)
        for path, part in parts.items():
            part.replace(path)
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
    finally:
        for part in parts.values():
            with contextlib.suppress(OSError):
                part.unlink()


def write_beside(path: Path, data: bytes, parts: dict[Path, Path]) -> None:
    """Write a file under a name of its own in the folder of ``path``, and note it before it is written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    part = parts[path] = Path(name)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    # mkstemp makes files that only their owner may read.
    mask = os.umask(0)
    os.umask(mask)
    part.chmod(0o666 & ~mask)


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
