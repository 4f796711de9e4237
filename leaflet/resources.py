"""Where the content and the fonts are: inside an installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def directory(name: str) -> Path:
    """The folder ``content`` or ``fonts`` that travels with the program, whether or not it is there."""
    packed = PACKAGE / "_data"
    # Beside an installed package a folder of that name is somebody else's.
    in_checkout = not packed.is_dir() and (PACKAGE.parent / "pyproject.toml").is_file()
    return (PACKAGE.parent if in_checkout else packed) / name
