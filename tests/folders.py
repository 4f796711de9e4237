"""Content folders to be spoilt in one place: a small good one, and copies of the real one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copytree

from leaflet import resources
from leaflet.content import Content, load
from leaflet.content.fingerprints import fingerprint
from leaflet.content.prints import printed_facts
from leaflet.content.reviews import PARTS, words_fingerprint

Folder = Callable[..., Path]

SMALL = {
    "hotlines.yaml": 'police:\n  number: "102"\n',
    "regions.yaml": 'east:\n  iso: "KZ-10"\nwest:\n  iso: "KZ-11"\n  see_also: ["east"]\n',
    "organizations.yaml": (
        "home:\n"
        '  row: "1"\n'
        '  group: "trafficking"\n'
        '  regions: ["east"]\n'
        '  phones: ["+77272000000"]\n'
        '  printed: "1 Home"\n'
    ),
    "kk.yaml": (
        'language: "kk"\n'
        'name: "K"\n'
        'alphabet: "abcdefghijklmnopqrstuvwxyz"\n'
        "provenance:\n"
        '  memo: {status: "source", by: "us"}\n'
        '  labels: {status: "draft", by: "us"}\n'
        "memo:\n"
        '  cover: {audience: "you", title: "me"}\n'
        '  contacts: {trafficking: "t", other: "o"}\n'
        "  signs:\n"
        '    heading: "signs"\n'
        '    checklist: ["one", "second **{police}**"]\n'
        "  advice:\n"
        '    paragraphs: [["a", "b"], ["c"]]\n'
        'organizations: {home: {name: "Home", place: "East"}}\n'
        'regions: {east: "East", west: "West"}\n'
        'labels: {scan: "scan", page: "{page} of {pages}"}\n'
    ),
}
SMALL["ru.yaml"] = (
    SMALL["kk.yaml"].replace('"kk"', '"ru"').replace('"source"', '"draft"').replace('name: "K"', 'name: "R"')
)


def write_small(directory: Path, name: str = "", old: str = "", new: str = "") -> Path:
    """Write the small folder with one replacement: file, old words, new words."""
    for file, text in SMALL.items():
        assert file != name or old in text
        (directory / file).write_text(text.replace(old, new, 1) if file == name else text, encoding="utf-8")
    return directory


def record_reviews(directory: Path, *tags: str) -> None:
    """Write the fingerprints of all words as they stand to whatever is reviewed or the source."""
    languages = load(directory).languages
    for tag in tags:
        path = directory / f"{tag}.yaml"
        text = re.sub(r" +fingerprint: .*\n", "", path.read_text(encoding="utf-8"))
        for part in PARTS:
            line = rf'(  {part}:\n(?:    .*\n)*?)(    status: "(?:reviewed|source)"\n)'
            now = words_fingerprint(languages[tag], part)
            text = re.sub(line, rf'\1\2    fingerprint: "{now}"\n', text, count=1)
        path.write_text(text, encoding="utf-8")


def record_compared(directory: Path) -> None:
    """Write the fingerprints of all that stands under ``printed``, as if somebody had compared it anew."""
    path, content = directory / "kk.yaml", load(directory)
    words = re.sub(r"^compared:\n(?:  .*\n)+", "", path.read_text(encoding="utf-8"), flags=re.M)
    lines = [f'  {key}: "{fingerprint(text.text)}"\n' for key, text in printed_facts(content).items()]
    path.write_text(f"{words}compared:\n{''.join(lines)}", encoding="utf-8")


def spoil(path: Path, old: str, new: str) -> None:
    """Put other words into a file, once."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def reworded(folder: Path, tag: str, old: str, new: str) -> Content:
    """The content with other words in one language, also where a doubt quotes them.

    It is read without the other translations, which takes time.
    """
    path = folder / f"{tag}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    for other in {"kk", "ru", "en"} - {"kk", tag}:
        (folder / f"{other}.yaml").unlink()
    return load(folder)


Change = tuple[str, str, str]
"""A language, words in its file, and the words that are put in their place."""


def together(changes: Sequence[Change], directory: Path) -> dict[Change, Content]:
    """As many of these changes as can be told apart, in one folder, each with the findings that are its own.

    They stand in different lines of one language. What is found elsewhere is said to be of each of them.
    """
    tag = changes[0][0]
    content = Path(copytree(resources.directory("content"), directory, dirs_exist_ok=True))
    as_they_were = (content / f"{tag}.yaml").read_text(encoding="utf-8").splitlines(keepends=True)
    lines = list(as_they_were)
    at: dict[Change, set[int]] = {}
    for change in [change for change in changes if change[0] == tag]:
        _, old, new = change
        mine = {number for number, line in enumerate(as_they_were, 1) if old in line}
        assert mine, old
        # Of more than a few, one might be told for all that are alike.
        if len(at) < 6 and mine.isdisjoint(set().union(*at.values())):
            at[change] = mine
            for number in mine:
                lines[number - 1] = lines[number - 1].replace(old, new)
    (content / f"{tag}.yaml").write_text("".join(lines), encoding="utf-8")
    for other in {"kk", "ru", "en"} - {"kk", tag}:
        (content / f"{other}.yaml").unlink(missing_ok=True)
    loaded = load(content)

    def without(others: set[int]) -> Content:
        kept = (
            found
            for found in loaded.findings
            if Path(found.place.file).stem != tag or found.place.line not in others
        )
        return replace(loaded, findings=tuple(kept))

    return {change: without(set().union(*at.values()) - mine) for change, mine in at.items()}
