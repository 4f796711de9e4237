"""What was asked for into editions, and each edition into a file."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.content import Content
from leaflet.diagnostics import Finding, has_errors
from leaflet.localization import NATIONAL, localize, unprintable
from leaflet.output import is_file, is_folder, write
from leaflet.products import Product
from leaflet.regions import Found, resolve
from leaflet.sheet import Inks, Layout

if TYPE_CHECKING:
    from leaflet.fonts import FontFolder

OURS = "report this fault of the program; what stood in the place of the file was left as it was"
FACT_FILES = ("hotlines", "organizations", "regions")


class UsageError(Exception):
    """What was asked for does not exist; the message tells what does."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One file to build. ``region`` is an id, or None for the whole country."""

    language: str
    region: str | None
    product: Product
    inks: Inks = Inks.COLOUR

    @property
    def file_name(self) -> str:
        parts = ["leaflet", self.language.casefold(), self.region or NATIONAL, self.product.name]
        if self.inks is Inks.MONO:
            parts.append("mono")
        return "-".join(parts) + ".pdf"


@dataclass(frozen=True, slots=True)
class Built:
    """An edition with what came of it; ``path`` is None if findings stopped it."""

    edition: Edition
    layout: Layout
    findings: tuple[Finding, ...]
    path: Path | None


def choose_languages(asked: Sequence[str], content: Content, names: Sequence[str]) -> list[str]:
    """The tags of the languages asked for by tag or name, without repeats.

    ``names`` are those of all language files, sound or not.

    Raises UsageError for one that there is no file for.
    """
    known = {name.casefold(): name for name in names}
    known |= {words.name.text.casefold(): tag for tag, words in content.languages.items()}
    chosen = []
    for language in asked:
        tag = known.get(language.strip().casefold())
        if tag is None:
            near = difflib.get_close_matches(language.casefold(), known, 1, cutoff=0.5)
            meant = f'; did you mean "{known[near[0]]}"?' if near else ""
            raise UsageError(f'no language "{language}"{meant}\n{language_list(content)}')
        chosen.append(tag)
    return list(dict.fromkeys(chosen))


def language_list(content: Content) -> str:
    """A line for each language, for messages."""
    rows = [f"  {tag:<8} {words.name}" for tag, words in sorted(content.languages.items())]
    return "the content has:\n" + "\n".join(rows)


def choose_regions(asked: Sequence[str], content: Content) -> tuple[list[str | None], list[str]]:
    """Region ids without repeats (None alone for the whole country), and hints for the person.

    Raises UsageError for a name that no region has.
    """
    if not asked:
        return [None], []
    chosen: list[str | None] = []
    hints = []
    for query in asked:
        match = resolve(query, content)
        if not isinstance(match, Found):
            near = f"; did you mean {' or '.join(match.suggestions)}?" if match.suggestions else ""
            raise UsageError(f'no region "{query}"{near}\n"leaflet regions" lists them all')
        chosen.append(match.region.id)
        if match.hint:
            hints.append(match.hint)
    return list(dict.fromkeys(chosen)), hints


def place(editions: Sequence[Edition], output: Path | None) -> list[Path]:
    """Where each edition goes: ``output`` names a file if it ends in .pdf, else a folder.

    Raises UsageError for one file and several editions.
    """
    if output is None:
        output = Path("output")
    if is_file(output) and output.suffix.casefold() != ".pdf":
        raise UsageError(f"{output} is a file; name a folder or a .pdf file")
    if output.suffix.casefold() != ".pdf" or is_folder(output):
        return [output / edition.file_name for edition in editions]
    if len(editions) > 1:
        raise UsageError(
            f"{len(editions)} editions cannot go into one file; name a folder: {output.with_suffix('')}"
        )
    return [output]


def relevant(content: Content, languages: Sequence[str]) -> Iterator[Finding]:
    """The findings that touch these languages: in the facts, or in their own files."""
    stems = {*FACT_FILES, *languages}
    if content.source is None and all(language in content.languages for language in languages):
        # Without the source no translation can be compared: what is wrong with any file matters.
        stems |= {Path(finding.place.file).stem for finding in content.findings}
    for finding in content.findings:
        path = Path(finding.place.file)
        if path.stem in stems or path == content.directory:
            yield finding
    for language in languages:
        if language in content.languages:
            yield from unprintable(content, language)


def build(
    edition: Edition, content: Content, typeface: FontFolder, path: Path, depth: str = "affordable"
) -> Built:
    """Build one edition, read it back, and write it. Nothing is written if a finding is an error.

    ``depth`` is how far the file is checked, as ``preflight.Depth``. Raises FontError and OutputError.
    """
    # Whoever asks for what does not exist should not wait for a PDF library.
    from leaflet.layout import lay_out
    from leaflet.preflight import Depth, inspect
    from leaflet.rendering import render

    document = localize(content, edition.language, edition.region)
    layout = lay_out(document, edition.product, typeface)
    findings = (*document.findings, *layout.findings)
    if has_errors(findings):
        return Built(edition, layout, findings, None)
    pdf = render(layout, typeface, edition.inks)
    report = inspect(pdf, layout, str(path), Depth(depth), typeface)
    if not report.ok:
        return Built(edition, layout, (*findings, *map(ours, report.findings)), None)
    write(path, pdf)
    return Built(edition, layout, (*findings, *report.findings), path)


def ours(finding: Finding) -> Finding:
    """A fault of a file that was just made: nobody but us can mend it."""
    return replace(finding, remedy=OURS)
