"""What was typed into languages, regions and places for files, or into what there is instead."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from leaflet.content import Content
from leaflet.content.encoding import shown
from leaflet.content.names import name_words, sound
from leaflet.diagnostics import visible
from leaflet.localization import NATIONAL
from leaflet.output import is_file, is_folder
from leaflet.regions import Found, is_country, resolve

# An ending of a kind of file, or one that was to be ".pdf". A folder may be called "leaflets.2026".
_FILE_NAME = re.compile(r"\.(?:[a-z]{3,4}|pdf\W+)$", re.IGNORECASE)

# What people write between several values; a command that takes several has parted them at commas.
_BETWEEN = re.compile(r"[\s,;/+&]+")
_AND = re.compile(r"(?:\s*(?:[,;/+&()]|\b(?:және|мен|пен|бен|немесе|и|или|and|or)\b)\s*)+", re.IGNORECASE)
_MOST_REGIONS = 20
_LIST = '"leaflet regions" lists them all'

# White space, and quotation marks of word processors, which no shell takes away.
_AROUND = " \t\n\r\u00a0\"'“”„‟«»‘’‚"
# Line ends, too: paths are printed one a line. And what turns the order of letters round, or joins nothing.
_STEERING = re.compile(
    r"[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\U000e0000-\U000e007f]"
)
_NO_LETTER = re.compile(r"[\ud800-\udfff]")
"""What Python reads a byte as that is no text in the locale."""


class UsageError(Exception):
    """What was asked for does not exist; the message tells what does."""


def choose_languages(asked: Sequence[str], content: Content, *, single: bool = False) -> list[str]:
    """The tags of the languages asked for by tag or name, sound or not, without repeats.

    ``single`` is a command that takes one alone: to it no list is proposed.

    Raises UsageError for one that there is no file for.
    """
    known = {name.casefold(): name for name in content.language_files}
    known |= {words.name.text.casefold(): tag for tag, words in content.languages.items()}
    chosen = []
    for language in asked:
        typed = language.strip(_AROUND).casefold()
        tag = known.get(typed)
        if tag is None:
            near, several = _nearest(typed, known), [known.get(part) for part in _BETWEEN.split(typed)]
            meant = f'; did you mean "{known[near]}"?' if near else ""
            if typed == "all" and not single:
                meant = f"; did you mean --lang {','.join(content.languages)}?"
            if len(several) > 1 and all(several):
                tags = list(filter(None, several))
                meant = f"; did you mean --lang {','.join(tags)}?"
                if single:
                    meant = f"; one language at a time: --lang {', then --lang '.join(tags)}"
            file = _unread(typed, content)
            unread = f"\n{file} is not read: leaflet check says why" if file else ""
            raise UsageError(f"no language {shown(language)}{meant}{unread}\n{language_list(content)}")
        chosen.append(tag)
    return list(dict.fromkeys(chosen))


def _unread(typed: str, content: Content) -> str:
    """The name of a file that was to be of this language, and is ignored for its name; empty without one."""
    names = [Path(found.place.file).name for found in content.findings if found.code == "ignored-file"]
    # Of a copy the file is told that is read.
    unread = [name for name in names if not name.endswith(".yaml")]
    return next((name for name in unread if name.casefold().partition(".")[0] == typed), "")


def _nearest(typed: str, known: Iterable[str]) -> str:
    """The known tag or name that begins so, or else one that sounds much like it; empty where none does."""
    begun = [name for name in known if typed and name.startswith(typed)]
    # Tags are too short to tell by more than one letter; the first one is seldom a slip.
    meant, sounds = _sound(typed), {_sound(name): name for name in known}
    alike = [heard for heard in sounds if heard[:1] == meant[:1]]
    near = [sounds[heard] for heard in difflib.get_close_matches(meant, alike, 1, cutoff=0.5)]
    return next(iter(begun or near), "")


def _sound(name: str) -> str:
    return sound("".join(name_words(name)))


def language_list(content: Content) -> str:
    """A line for each language, for messages; what is proposed may be one whose file has errors."""
    broken = dict.fromkeys(content.language_files, "has errors, which leaflet check tells")
    names = broken | {tag: str(words.name) for tag, words in content.languages.items()}
    rows = [f"  {visible(tag):<8} {name}" for tag, name in sorted(names.items())]
    return "the content has:\n" + "\n".join(rows)


def choose_regions(asked: Sequence[str], content: Content) -> tuple[list[str | None], list[str]]:
    """Region ids without repeats (None for the whole country), and hints for the person.

    Raises UsageError for a name that no region has.
    """
    if not asked:
        return [None], []
    chosen: dict[str | None, str] = {}
    hints = []
    for query in map(str.strip, asked):
        if query.casefold() == NATIONAL:
            chosen[None] = query
            continue
        match = resolve(query, content)
        if not isinstance(match, Found):
            if is_country(query):
                raise UsageError(
                    f"{shown(query)} is no region: the whole country is one leaflet, "
                    f"built without --region, or with --region {NATIONAL} beside others"
                )
            if match.suggestions:
                # A town that is not known may begin as one of another region does: the name tells.
                found = zip(match.suggestions, match.names, strict=True)
                meant = " or ".join(id if name == id else f"{id} ({name})" for id, name in found)
                raise UsageError(f"no region {shown(query)}; did you mean {meant}?\n{_LIST}")
            ids = _several(query, content)
            if len(ids) == 1:
                raise UsageError(f"no region {shown(query)}; did you mean {ids[0]}?\n{_LIST}")
            if ids:
                raise UsageError(
                    f"no region {shown(query)}: each edition is for one region; "
                    f"part several by commas: --region {','.join(ids)}"
                )
            raise UsageError(
                f"no region or town {shown(query)} is known\n"
                '"leaflet regions" lists the regions: take the one in which it lies'
            )
        first = chosen.setdefault(match.region.id, query)
        if first != query:
            hints.append(f"{shown(first)} and {shown(query)} are one region, {match.region.id}: one leaflet")
        if match.hint:
            hints.append(match.hint)
    return list(chosen), hints


def _several(query: str, content: Content) -> list[str]:
    """The ids of the regions of which what is no region is made up, in their order; none if more is in it.

    A word for region is part of a name: whoever means Almaty Region is not to print the city.
    """
    for between in (_AND, _BETWEEN):
        parts = filter(None, between.split(query, maxsplit=_MOST_REGIONS))
        matches = [resolve(part, content) for part in parts]
        if all(isinstance(match, Found) for match in matches):
            return list(dict.fromkeys(match.region.id for match in matches if isinstance(match, Found)))
    return []


def place(names: Sequence[str], typed: str | None, *, simplex: bool = False) -> list[Path]:
    """Where the files of those names go: to a file if what was ``typed`` ends in .pdf, else to a folder.

    What ends with a slash is a folder, whatever else there is in its name.

    Raises UsageError for one file and several editions, for one edition in two files, and for what can be
    neither: a file or the name of one that is no PDF, or a name that would steer the console.
    """
    output = Path(typed or "output")
    if _STEERING.search(str(output)) or _is_no_text(str(output)):
        raise UsageError(
            f"{shown(str(output))} has characters in its name that no console shows; name another"
        )
    is_meant_as_folder = bool(typed) and str(typed).endswith(("/", os.sep))
    if is_file(output) and (is_meant_as_folder or output.suffix.casefold() != ".pdf"):
        raise UsageError(f"{shown(str(output))} is a file; name a folder or a .pdf file")
    if is_meant_as_folder:
        return [output / name for name in names]
    if output.suffix.casefold() != ".pdf" and not is_folder(output) and _FILE_NAME.search(output.name):
        stem = _FILE_NAME.sub("", output.name)
        if not stem:
            meant = output.with_name("leaflet.pdf")
            raise UsageError(
                f"{shown(str(output))} is an ending without a name before it; "
                f"name a folder or a .pdf file, for example {shown(str(meant))}"
            )
        meant = output.with_name(f"{stem}.pdf")
        raise UsageError(
            f"{shown(str(output))} is no folder, and no name of a PDF; did you mean {shown(str(meant))}? "
            "for a folder end it with /"
        )
    if output.suffix.casefold() != ".pdf" or is_folder(output):
        return [output / name for name in names]
    if len(names) > 1 or simplex:
        files = f"{len(names)} editions take as many files" if len(names) > 1 else "--simplex makes two files"
        folder = f"--output {output.with_suffix('')}"
        raise UsageError(f"{files}, and --output names one; name a folder instead, for example {folder}")
    return [output]


def _is_no_text(name: str) -> bool:
    """Whether a name has bytes that are no text: printed, it would be another one."""
    try:
        os.fsencode(name).decode()
    except UnicodeError:
        # UTF-8 is text in a locale without letters, too, and letters are in one without UTF-8.
        return _NO_LETTER.search(name) is not None
    return False
