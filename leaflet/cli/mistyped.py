"""What a command does not take, into what may have been meant by it."""

from __future__ import annotations

import difflib
import itertools
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from leaflet.output import is_file

# So alike are "color" and "colour".
_NEARLY_THE_SAME = 0.9
_TAG = re.compile(r"[A-Za-z]{2}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
_UNNEEDED = {
    ("--duplex",): "every leaflet is for both sides: no option is needed",
    ("--print", "--open"): "leaflet makes the PDF, and any program opens and prints it",
    ("--copies", "-n"): "copies are set in the print dialogue",
    ("--format", "-f"): "one sheet serves both formats",
    ("--region", "-r"): "one sheet serves all regions",
    ("--press", "--archive"): "the sheet checks an office printer",
}
"""What ``build`` or ``proof`` has no option for, and why it needs none."""
_OF_BUILD = ("create", "generate", "make", "pdf", "print")
_NAMES = ("--region", "--output", "--content")
"""Options whose values may have spaces in them."""


def misgiven(options: Sequence[Any], args: Sequence[str]) -> str:
    """What is wrong with an argument that was to be an option, or to be one of the values of one."""
    known = [name for option in options for name in (*option.opts, *option.secondary_opts)]
    values = {value: (option.opts[0], value) for option in reversed(options) for value in _choices(option)}
    for option, arg in _parted(options, args):
        given = arg.partition("=")[0]
        if option is None:
            if said := _misnamed(given, known):
                return said
            if "--simplex" in known and given not in known and (why := _unneeded(given)):
                return f"no such option: {given}; {why}"
            if given.startswith("--") and given not in known and (meant := _meant(given[2:], values)):
                return f"no such option: {given}; did you mean {meant}?"
        elif given in known:
            return f"{option.opts[0]} lacks its value: expected one, found the option {given}"
        elif arg.casefold() not in (own := _choices(option)) and own and (meant := _meant(arg, values)):
            return f"no such value: {option.opts[0]} {arg}; did you mean {meant}?"
    return ""


def miscalled(command: str) -> str:
    """What is wrong with the name of a command that there is not; empty where nothing is known of it."""
    if command.casefold() in _OF_BUILD:
        return f"no such command: {command}; leaflet build makes the PDF, and any program prints it"
    return ""


def stray(options: Sequence[Any], args: Sequence[str], rest: Sequence[str]) -> str:
    """What may be meant by an argument without an option before it: ``rest`` are all of those."""
    known = {name for option in options for name in option.opts}
    first, found = rest[0], f"found {rest[0]!r} without an option before it"
    if "--lang" in known and all(map(_TAG.fullmatch, first.split(","))):
        return f"{found}; for a language write --lang {first}"
    if "--content" in known and (folder := content_folder(Path(first))):
        return f"{found}; for a folder of content write --content {folder}"
    parted = list(_parted(options, args))
    # What stands behind "--" is none of those.
    at = next((index for index, (option, arg) in enumerate(parted) if option is None and arg == first), 0)
    owner, value = parted[at - 1] if at else (None, "")
    if owner is not None and (name := owner.opts[0]) in _NAMES:
        words = itertools.takewhile(lambda pair: pair[0] is None and pair[1] in rest, parted[at:])
        whole = " ".join([value, *(arg for _, arg in words)])
        return f'{found}; if it belongs to what stands before it, put it in quotes: {name} "{whole}"'
    return f"{found}; for a region write --region {first}" if "--region" in known else ""


def _parted(options: Sequence[Any], args: Sequence[str]) -> Iterator[tuple[Any, str]]:
    """The arguments up to ``--``, each with the option whose value it is, or None."""
    taking = {name: option for option in options if not option.is_flag for name in option.opts}
    owner: Any = None
    for arg in itertools.takewhile(lambda arg: arg != "--", args):
        name, is_one, value = arg.partition("=")
        if owner is None and is_one and name in taking:
            yield taking[name], value
        else:
            yield owner, arg
            owner = taking.get(arg) if owner is None else None


def _choices(option: Any) -> list[str]:
    return [str(value) for value in getattr(option.type, "choices", ())]


def _misnamed(given: str, known: Sequence[str]) -> str:
    """The name of an option behind other signs than two hyphens. Word processors make a dash of them."""
    word = given.lstrip("".join(filter(_is_dash, given)))
    name = f"--{word}"
    if word != given and name in known and given not in known:
        return f"no such option: {given}; write it with two hyphens: {name}"
    return ""


def _is_dash(char: str) -> bool:
    return unicodedata.category(char) == "Pd" or char == "\N{MINUS SIGN}"


def _unneeded(given: str) -> str:
    return next((why for names, why in _UNNEEDED.items() if given in names), "")


def content_folder(path: Path) -> Path | None:
    """The folder of content that a path names, or in which it names a file."""
    folder = path.parent if is_file(path) else path
    return folder if is_content(folder) else None


def is_content(folder: Path) -> bool:
    """Whether a folder is one of content: others may have a file called regions.yaml, or kk.yaml."""
    return is_file(folder / "organizations.yaml")


def _meant(typed: str, values: dict[str, tuple[str, str]]) -> str:
    near = difflib.get_close_matches(typed.casefold(), values, 1, _NEARLY_THE_SAME)
    return " ".join(values[near[0]]) if near else ""
