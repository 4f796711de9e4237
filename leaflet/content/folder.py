"""The names in a content folder into the files that are read, with a finding for each that should be one."""

from __future__ import annotations

import contextlib
import difflib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from leaflet import resources
from leaflet.content.encoding import shown
from leaflet.content.model import FACT_FILES, place_of
from leaflet.content.reader import MAX_BYTES
from leaflet.content.words import TAG
from leaflet.diagnostics import Finding, Severity

# What people and their programs make of .yaml.
_NEARLY_YAML = re.compile(r"\.(?:yml|(?!yaml$)[Yy][Aa][Mm][Ll]|ya?ml\.\w+)$")
# What they put before and behind the name of a file, as in "Copy of ru", "ru (1)", "ru_new", "ru - Copy".
_COPY = r"(?:.*\s)?({})(?:[\s(_-].*)?"
# So alike are "organisations" and "organizations".
_NEARLY_THE_SAME = 0.85
_NAME_ANOTHER = "name the folder that holds hotlines.yaml and kk.yaml"
_IS_SOURCE = re.compile(rb"^ +status: *[\"']?source\b", re.MULTILINE)
# As which a word processor saves what it has opened.
_WORD_PROCESSORS = frozenset((".txt", ".rtf", ".doc", ".docx", ".odt"))
# Editors put locks and backups beside a file under names that begin with a dot, office programs with ~$.
_LOCKS = (".", "~$")


def content_files(directory: Path, findings: list[Finding]) -> list[str] | None:
    """The names of the content files; None where the folder cannot be read."""
    try:
        names = sorted(path.name for path in directory.iterdir() if not path.name.startswith(_LOCKS))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path.
        reason = getattr(error, "strerror", None) or str(error)
        what = f"the content folder cannot be read: {reason.lower()}"
        findings.append(Finding(place_of(directory), "unreadable-folder", what, remedy=_NAME_ANOTHER))
        return None
    if not any(Path(name).stem in FACT_FILES for name in names):
        what = "the folder has none of the files of a content folder"
        findings.append(Finding(place_of(directory), "unreadable-folder", what, remedy=_NAME_ANOTHER))
        return None
    nearly = [name for name in names if _NEARLY_YAML.search(name)]
    facts = [f"{name}.yaml" for name in FACT_FILES]
    missing = dict(_meant(names, [name for name in facts if name not in names]))
    findings += _renamed(directory, missing)
    files = [name for name in names if name.endswith(".yaml") and name not in missing]
    copies = dict(_copies([*files, *nearly]))
    beside = _meant([name for name in files if name not in (*copies, *facts)], facts)
    copies |= {name: fact.removesuffix(".yaml") for name, fact in beside}
    copies |= _saved_otherwise(directory, names, [name for name in files if name not in copies])
    findings += _copied(directory, copies)
    findings += _misnamed(directory, [name for name in nearly if name not in copies])
    return [name for name in files if name not in copies]


def unread_source(directory: Path, findings: Iterable[Finding]) -> str:
    """The name of a file that says to be the source, and is ignored for that name; empty where none does."""
    for finding in findings:
        name = Path(finding.place.file).name
        # Of a copy the file is told that is read.
        is_unread = finding.code == "ignored-file" and not name.endswith(".yaml")
        stem = name.partition(".")[0]
        if is_unread and any(map(TAG.fullmatch, (stem, stem.lower()))):
            with contextlib.suppress(OSError):
                if _IS_SOURCE.search(resources.read(directory / name, MAX_BYTES) or b""):
                    return name
    return ""


def _copies(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The files that seem to be versions of a file that is read, and of which one."""
    read = [Path(name).stem for name in names if name.endswith(".yaml")]
    # Of uz-Latn (1) the longer one.
    read = sorted((stem for stem in read if stem in FACT_FILES or TAG.fullmatch(stem)), key=len, reverse=True)
    stems = {stem.casefold(): stem for stem in read}
    copy = re.compile(_COPY.format("|".join(map(re.escape, read))), re.IGNORECASE)
    for name in names:
        if (
            read
            and name.removesuffix(".yaml") not in read
            and (found := copy.fullmatch(name.partition(".")[0]))
        ):
            yield name, stems[found[1].casefold()]


def _meant(names: Iterable[str], facts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The files that are called nearly as one of these files of facts, and as which one."""
    for name in names:
        near = difflib.get_close_matches(name.casefold(), facts, 1, _NEARLY_THE_SAME)
        if name.endswith(".yaml") and near:
            yield name, near[0]


def _renamed(directory: Path, meant: Mapping[str, str]) -> Iterator[Finding]:
    for name, fact in meant.items():
        what, remedy = f"the file is not read, and {fact} is missing", f"if it is that one, call it {fact}"
        yield Finding(place_of(directory / name), "ignored-file", what, remedy=remedy)


def _copied(directory: Path, copies: dict[str, str]) -> Iterator[Finding]:
    """Told of the file that is read: what somebody has mended may stand in the other one."""
    for name, stem in copies.items():
        what = f"beside it lies {shown(name)}, which is not read"
        remedy = f"hold it against {stem}.yaml: take over what is right, then remove it"
        if stem not in FACT_FILES:
            remedy += "; a language of its own has the name of its tag, as uz-Latn.yaml"
        place = place_of(directory / f"{stem}.yaml")
        yield Finding(place, "ignored-file", what, remedy=remedy, severity=Severity.WARNING)


def _saved_otherwise(
    directory: Path, names: Iterable[str], files: Iterable[str]
) -> Iterator[tuple[str, str]]:
    """What a word processor saved under the name of a file that is read, and of which one."""
    read = {Path(name).stem.casefold(): directory / name for name in files}
    for path in (directory / name for name in names if Path(name).suffix.casefold() in _WORD_PROCESSORS):
        own = read.get(path.stem.casefold())
        # The one that is read may be a link to the other.
        if own and path.is_file() and path.resolve() != own.resolve():
            yield path.name, own.stem


def _misnamed(directory: Path, names: Iterable[str]) -> Iterator[Finding]:
    for name in names:
        ending = _NEARLY_YAML.search(name)
        what = f"the file is not read: its name ends in {ending[0] if ending else ''}"
        remedy, place = "rename it so that it ends in .yaml", place_of(directory / name)
        yield Finding(place, "ignored-file", what, remedy=remedy, severity=Severity.WARNING)
