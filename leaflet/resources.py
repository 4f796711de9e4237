"""Where the content and the fonts are, inside an installed package or beside it, and how a file is read."""

from __future__ import annotations

import os
import stat
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def directory(name: str) -> Path:
    """The folder ``content`` or ``fonts`` that travels with the program, whether or not it is there."""
    packed = PACKAGE / "_data"
    # Beside an installed package a folder of that name is somebody else's.
    in_checkout = not packed.is_dir() and (PACKAGE.parent / "pyproject.toml").is_file()
    return (PACKAGE.parent if in_checkout else packed) / name


def read(path: Path, most: int) -> bytes | None:
    """The first bytes of a regular file, one more than ``most`` at most; None for what is no such file.

    A pipe may never end, and a device may have no end. Raises OSError.
    """
    if path.is_dir():  # Windows does not open one.
        return None
    # O_NONBLOCK: a pipe without a writer would never open. Windows has neither pipes here nor the flag.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return None
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(most + 1)
    finally:
        os.close(descriptor)
