"""What was asked for into editions, and each edition into a file."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from leaflet.content import Content
from leaflet.content.encoding import printable, quoted
from leaflet.content.memo import unlike_source
from leaflet.diagnostics import Finding, has_errors
from leaflet.localization import NATIONAL, localize, unprintable
from leaflet.output import is_file, is_folder, write_all
from leaflet.products import Product
from leaflet.regions import Found, resolve
from leaflet.sheet import Inks, Layout, Purpose
from leaflet.simplex import fronts_and_backs

if TYPE_CHECKING:
    from leaflet.fonts import FontFolder

OURS = "report this fault of the program; what stood in the place of the file was left as it was"
FACT_FILES = ("hotlines", "organizations", "regions", "short_numbers")


class UsageError(Exception):
    """What was asked for does not exist; the message tells what does."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One leaflet to build. ``region`` is an id, or None for the whole country.

    ``simplex`` makes two files of it, one of the fronts and one of the backs.
    """

    language: str
    region: str | None
    product: Product
    inks: Inks = Inks.COLOUR
    purpose: Purpose = Purpose.OFFICE
    simplex: bool = False

    @property
    def file_name(self) -> str:
        parts = (self.region or NATIONAL, self.product.name)
        return file_name(self.inks, self.language, *parts, purpose=self.purpose)

    def laid_out(self, content: Content, typeface: FontFolder) -> Layout:
        # Whoever asks for what does not exist should not wait for the libraries of layout.
        from leaflet.layout import lay_out
        from leaflet.press import for_purpose

        layout = lay_out(localize(content, self.language, self.region), self.product, typeface)
        return for_purpose(replace(layout, inks=self.inks), self.purpose, typeface)


@dataclass(frozen=True, slots=True)
class Proof:
    """A sheet to build that checks a printer, for a folded product."""

    language: str
    product: Product
    inks: Inks = Inks.COLOUR
    simplex: bool = False
    purpose: Purpose = Purpose.OFFICE

    @property
    def file_name(self) -> str:
        return file_name(self.inks, self.language, self.product.name.replace("trifold", "proof"))

    def laid_out(self, content: Content, typeface: FontFolder) -> Layout:
        from leaflet.proofing import lay_out_proof, proof_words

        words = proof_words(content, self.language, self.product)
        return replace(lay_out_proof(words, self.product, typeface), inks=self.inks)


def file_name(inks: Inks, language: str, *parts: str, purpose: Purpose = Purpose.OFFICE) -> str:
    """The name of a file: what it holds, in the words of the command."""
    ends = ["mono"] if inks is Inks.MONO else []
    ends += [purpose.value] if purpose is not Purpose.OFFICE else []
    return "-".join(("leaflet", language.casefold(), *parts, *ends)) + ".pdf"


@dataclass(frozen=True, slots=True)
class Built:
    """An edition with what came of it; ``paths`` is empty if findings stopped it."""

    edition: Edition | Proof
    layout: Layout
    findings: tuple[Finding, ...]
    paths: tuple[Path, ...]


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
            raise UsageError(f"no language {shown(language)}{meant}\n{language_list(content)}")
        chosen.append(tag)
    return list(dict.fromkeys(chosen))


def shown(name: str) -> str:
    """A name that somebody typed, in quotes, without what would disturb a console."""
    return quoted(printable(name)[0])


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
            raise UsageError(f'no region {shown(query)}{near}\n"leaflet regions" lists them all')
        chosen.append(match.region.id)
        if match.hint:
            hints.append(match.hint)
    return list(dict.fromkeys(chosen)), hints


def place(names: Sequence[str], output: Path | None, *, simplex: bool = False) -> list[Path]:
    """Where the files of those names go: ``output`` names a file if it ends in .pdf, else a folder.

    Raises UsageError for one file and several editions, or one edition in two files.
    """
    if output is None:
        output = Path("output")
    if is_file(output) and output.suffix.casefold() != ".pdf":
        raise UsageError(f"{output} is a file; name a folder or a .pdf file")
    if output.suffix.casefold() != ".pdf" or is_folder(output):
        return [output / name for name in names]
    if len(names) > 1 or simplex:
        files = f"{len(names)} editions take as many files" if len(names) > 1 else "--simplex makes two files"
        folder = f"--output {output.with_suffix('')}"
        raise UsageError(f"{files}, and --output names one; name a folder instead, for example {folder}")
    return [output]


def relevant(content: Content, languages: Sequence[str]) -> Iterator[Finding]:
    """The findings that touch these languages: in the facts, in their own files, or in that of the source.

    Whoever holds a translation against the source should know what is doubtful about the source itself.
    """
    stems = {*FACT_FILES, *languages}
    if languages and content.source:
        stems.add(content.source.tag)
    if content.source is None and all(language in content.languages for language in languages):
        # Without the source no translation can be compared: what is wrong with any file matters.
        stems |= {Path(finding.place.file).stem for finding in content.findings}
    for finding in content.findings:
        path = Path(finding.place.file)
        if path.stem in stems or path == content.directory:
            yield finding
    yield from unlike_source(content)
    for language in languages:
        if language in content.languages:
            yield from unprintable(content, language)


def build(
    edition: Edition | Proof, content: Content, typeface: FontFolder, path: Path, depth: str = "affordable"
) -> Built:
    """Build one edition, read it back, and write it. Nothing is written if a finding is an error.

    ``depth`` is how far the file is checked, as ``preflight.Depth``.

    Raises EpochError, FontError, ProfileError and OutputError.
    """
    from leaflet.preflight import Depth, inspect
    from leaflet.rendering import render

    layout = edition.laid_out(content, typeface)
    findings = [*layout.document.findings, *layout.findings]
    if has_errors(findings):
        return Built(edition, layout, tuple(findings), ())
    files = {}
    for place, part in parts(layout, path, simplex=edition.simplex).items():
        files[place] = render(part, typeface)
        report = inspect(files[place], part, str(place), Depth(depth), typeface)
        findings += report.findings if report.ok else map(ours, report.findings)
    if has_errors(findings):
        return Built(edition, layout, tuple(findings), ())
    write_all(files)
    return Built(edition, layout, tuple(findings), tuple(files))


def parts(layout: Layout, path: Path, *, simplex: bool) -> dict[Path, Layout]:
    """A layout at its path, or its fronts and its backs at two paths made from that."""
    if not simplex:
        return {path: layout}
    return {
        path.with_name(f"{path.stem}-{end}{path.suffix}"): part
        for end, part in fronts_and_backs(layout).items()
    }


def ours(finding: Finding) -> Finding:
    """A fault of a file that was just made: nobody but us can mend it."""
    return replace(finding, remedy=OURS)
