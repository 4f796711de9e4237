"""Bytes into a file that is either the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import secrets
import time
from collections.abc import Iterable, Mapping
from pathlib import Path

from leaflet.diagnostics import Finding, FindingError, Place
from leaflet.signals import undisturbed

_PART = ".part"
_KEPT = 40
"""So much of a name goes into that of its part: file systems allow 255 bytes, and a letter may have four."""
_ABANDONED = 60
"""Seconds after which a part belongs to no run that is still at work; even a slow stick takes it in ten.

A run that was halted amid its work, and has lost its part, says that it cannot write.
"""


class OutputError(FindingError):
    """The file cannot be written."""


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files that belong together beside their places, flush them, and move them once all are whole.

    A link in a place is replaced. Raises OutputError; the earlier files then stand there, byte for byte:
    fronts and backs of two leaflets would be printed on one sheet.
    """
    parts: dict[Path, Path] = {}
    made: list[Path] = []
    path = Path()
    try:
        for path in files:
            refuse_foreign(path)
            sweep(path)
        try:
            for path, data in files.items():
                made += missing_folders(path)
                path.parent.mkdir(parents=True, exist_ok=True)
                parts[path] = path.parent / f".{path.name[:_KEPT]}.{secrets.token_hex(8)}{_PART}"
                write_part(parts[path], data)
            with undisturbed():
                moved: dict[Path, bytes | None] = {}
                try:
                    for path, part in parts.items():
                        earlier = path.read_bytes() if len(parts) > 1 and path.is_file() else None
                        part.replace(path)
                        moved[path] = earlier
                except OSError:
                    for place, old in moved.items():
                        restore(place, old)
                    raise
        except BaseException:
            with undisturbed():
                remove(parts.values(), made)
            raise
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path.
        raise OutputError(
            Finding(
                Place(str(path)),
                "not-writable",
                "cannot write the leaflet",
                reason(error, path),
                "if it is open in another program, close it there; or name another place with --output",
            )
        ) from None
    for folder in dict.fromkeys(path.parent for path in files):
        flush_folder(folder)


def restore(path: Path, data: bytes | None) -> None:
    """Put back what stood in a place, or nothing, as far as the system lets us."""
    part = path.with_name(f".{path.name[:_KEPT]}.{secrets.token_hex(8)}{_PART}")
    with contextlib.suppress(OSError):
        if data is None:
            path.unlink()
        else:
            write_part(part, data)
            part.replace(path)
    remove([part], [])


def refuse_lost(files: Mapping[Path, bytes]) -> None:
    """Raises OutputError for what does not stand in its place as it was made: no print would tell."""
    for path, data in files.items():
        try:
            found = path.read_bytes()
        except OSError:
            found = b""
        if found != data:
            what = "what stands in the place of the leaflet is not what was made"
            measure = f"expected {len(data):,} bytes, found {len(found):,}, or others"
            remedy = "do not print it; build it anew"
            raise OutputError(Finding(Place(str(path)), "lost-file", what, measure, remedy))


def write_part(part: Path, data: bytes) -> None:
    """Write a file that is not there yet, down to the disk."""
    with part.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def sweep(path: Path) -> None:
    """Take away what a killed run left beside ``path``. A living run needs its part for a moment only."""
    left = re.compile(rf"\.{re.escape(path.name[:_KEPT])}\.[0-9a-f]{{16}}{re.escape(_PART)}")
    parts: list[Path] = []
    with contextlib.suppress(OSError):
        parts = [part for part in path.parent.iterdir() if left.fullmatch(part.name)]
    for part in parts:
        with contextlib.suppress(OSError):
            if time.time() - part.lstat().st_mtime > _ABANDONED:
                part.unlink()


def missing_folders(path: Path) -> list[Path]:
    """The folders above ``path`` that are not there yet, the lowest first."""
    return list(itertools.takewhile(lambda folder: not os.path.lexists(folder), path.parents))


def remove(parts: Iterable[Path], made: Iterable[Path]) -> None:
    """Take away files that did not get to their places, and the folders that were made for them."""
    for part in parts:
        with contextlib.suppress(OSError, ValueError):
            part.unlink()
    with contextlib.suppress(OSError):
        for folder in made:
            folder.rmdir()


def flush_folder(folder: Path) -> None:
    """Bring the name of a file to the disk, too. Not every system can; the file is whole all the same."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


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


def reason(error: OSError | ValueError, path: Path) -> str:
    """Why ``path`` cannot be written: what is in the way of its folder, or what the system says."""
    there = next((place for place in path.parents if os.path.lexists(place)), None)
    if isinstance(error, FileExistsError | NotADirectoryError) and there and not is_folder(there):
        return f"{there} is no folder"
    return getattr(error, "strerror", None) or str(error)


def refuse_foreign(path: Path) -> None:
    """Only a PDF may be overwritten by one. Raises OSError for what cannot be read: it may be anything."""
    if path.is_symlink() or not path.exists():
        return
    if path.is_file():
        with path.open("rb") as file:
            if file.read(5) in (b"%PDF-", b""):
                return
    raise OutputError(
        Finding(
            Place(str(path)),
            "not-a-pdf",
            "something that is not a PDF stands in the leaflet's place",
            remedy="name another place with --output",
        )
    )
