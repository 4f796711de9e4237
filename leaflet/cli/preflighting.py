"""``leaflet preflight``: finished files held against the content that they were made from."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leaflet import resources
from leaflet.choices import Depth
from leaflet.cli.console import ENVIRONMENT, ERROR, USAGE, as_object, count, jsoned, say, show
from leaflet.cli.mistyped import content_folder
from leaflet.cli.source import ContentOption, JsonOption, load_content, origin
from leaflet.diagnostics import Finding, Place, Severity, visible
from leaflet.output import is_file

if TYPE_CHECKING:
    from leaflet.content import Content
    from leaflet.fonts import FontFolder
    from leaflet.preflight import Report
    from leaflet.sheet import Layout


UNJUDGED = {"unknown-edition", "other-version", "unsound-content"}
"""What is told of a file that cannot be judged."""


@dataclass(frozen=True)
class Judged:
    """A report on a file, and the layout that it should be; None for one that could not be told.

    The sheet that checks a printer may be as it should be, and is no leaflet all the same.
    """

    report: Report
    layout: Layout | None
    unchecked: bool = False
    """Whether it has contacts that no person has checked."""

    @property
    def is_proof(self) -> bool:
        """Whether the file is a sheet that checks a printer, and a good one."""
        from leaflet.proofing import PROOF

        return self.report.ok and self.layout is not None and self.layout.document.region == PROOF

    @property
    def is_beyond_judgement(self) -> bool:
        """Whether another content, or another version, would be needed to tell what the file should be."""
        return not UNJUDGED.isdisjoint(finding.code for finding in self.report.findings)


class UnreadError(Exception):
    """A file that cannot be read; ``code`` is what the command ends with where there is no other."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        super().__init__(message)
        self.code = code


def preflight(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE.pdf …", readable=False, help="Finished leaflets.")
    ],
    content: ContentOption = None,
    as_json: JsonOption = False,
) -> None:
    """Check finished leaflets before they are printed.

    Every line, number, code and letter is looked at.
    """
    from leaflet.fonts import FontError, load_typeface
    from leaflet.profiles import ProfileError

    loaded = load_content(content)
    typeface = load_typeface()
    codes: list[int] = []
    judged: list[Judged] = []
    told: set[Finding] = set()
    try:
        # One by one: many files are more than a laptop may hold, and than somebody waits for in silence.
        for path in files:
            try:
                if (pdf := take(path, codes)) is None:
                    continue
                one = checked(pdf, str(path), loaded, typeface)
            except MemoryError:
                say(f"leaflet: the machine has not enough memory to judge {visible(str(path))}")
                codes.append(ENVIRONMENT)
                continue
            if not as_json:
                tell(one, told)
                # The errors of a content are those of many files.
                told |= {found for found in one.report.findings if found.place.file != one.report.file}
            judged.append(one)
    except (FontError, ProfileError) as error:
        show([error.finding])
        raise typer.Exit(ENVIRONMENT) from None
    if not judged:
        raise typer.Exit(codes[0])
    if as_json:
        typer.echo(jsoned([as_row(one) for one in judged]))
    say(f"compared with {origin(content)}")
    end(judged, len(codes))


def tell(judged: Judged, told: set[Finding]) -> None:
    """What was found in one file and was not yet told, or that it is good and what it is."""
    findings = [finding for finding in judged.report.findings if finding not in told]
    # What else there is to say is the same for every sheet, and leaflet explain has it.
    show(replace(each, measure="", remedy="") if judged.is_proof else each for each in findings)
    if judged.report.ok and judged.layout and not judged.is_proof:
        pages = count(judged.report.pages, "page")
        ok = "ok as a draft" if judged.layout.document.labels.draft else "ok"
        named = ", ".join(edition(judged, judged.layout))
        typer.echo(f"{visible(judged.report.file)}: {ok}, {pages}: {named}")


def end(judged: Sequence[Judged], unread: int) -> None:
    """Count what was not found good; exit with an error where there is such a file, or no leaflet at all."""
    bad = sum(not one.report.ok for one in judged) + unread
    sheets = sum(one.is_proof for one in judged)
    if sheets:
        told = count(sheets, "proof sheet")
        alone = f"no leaflet: {told}; preflight the leaflet itself"
        say(alone if sheets == len(judged) else f"beside the other files: {told}")
    files = count(len(judged) + unread, "file")
    others = sum(one.is_beyond_judgement for one in judged)
    why = "made from other content than this, or by another version, or changed, or this has errors"
    unjudged = f"; {others} not judged: {why}" if others else ""
    if bad:
        say(f"not to be printed: {bad} of {files}{unjudged}")
    if bad or sheets == len(judged):
        raise typer.Exit(ERROR)


def edition(judged: Judged, layout: Layout) -> Iterator[str]:
    """What a good file is: a file of another region, or a draft, under this one's name is as good as any."""
    from leaflet.metadata import keywords

    code, *made = keywords(layout).split()
    document = layout.document
    yield from (document.language, document.labels.region.text, " ".join(made), f"edition {code}")
    if document.labels.draft:
        yield "draft" if document.draft else "draft of its own words beside the memo"
    if judged.unchecked:
        yield "contacts not checked"


def take(path: Path, codes: list[int]) -> bytes | None:
    """The bytes of a file; None for one that cannot be read, which is said, and its code added to others."""
    try:
        return read(path)
    except UnreadError as error:
        say(f"leaflet: {visible(str(error))}")
        codes.append(error.code)
        return None


def read(path: Path) -> bytes:
    """The bytes of a file, one more than a leaflet may have at most. Raises UnreadError."""
    from leaflet.preflight.pdffile import MOST_BYTES

    try:
        data = resources.read(path, MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        near = alike(path)
        raise UnreadError(f"no file {path}" + (f"; did you mean {near}?" if near else "")) from None
    except OSError as error:
        raise UnreadError(f"cannot read {path}: {error.strerror or error}", ENVIRONMENT) from None
    if data is None:
        named = f"; name the files in it: {path / '*.pdf'}" if path.is_dir() else ""
        if folder := content_folder(path):
            named = f"; did you mean --content {folder}?"
        raise UnreadError(f"not a file: {path}{named}")
    return data


def alike(path: Path) -> Path | None:
    """The file whose name differs in capitals and marks alone: those of a tag are not in names of files."""
    with contextlib.suppress(OSError):
        near = (other for other in path.parent.iterdir() if letters(other) == letters(path))
        return next(filter(is_file, near), None)
    return None


def letters(path: Path) -> str:
    return "".join(filter(str.isalnum, path.name.casefold()))


def checked(pdf: bytes, name: str, content: Content, typeface: FontFolder) -> Judged:
    """What comes of one file."""
    from leaflet.editions import misfiled
    from leaflet.preflight import Report, inspect, language_of, promised
    from leaflet.relevance import unchecked

    language = language_of(pdf, content)
    if errors := unsound(content, language) if language else []:
        measure = f"{count(len(errors), 'error')} in what its words and facts would be held against"
        remedy = "mend the content, or name the one that the file was made from with --content"
        what = "the file cannot be judged by a content with errors"
        untold = Finding(Place(name), "unsound-content", what, measure, remedy)
        return Judged(Report(name, 0, (*errors, untold)), None)
    layout, findings = promised(pdf, content, typeface, name)
    if layout is None:
        return Judged(Report(name, 0, findings), None)
    report = inspect(pdf, layout, name, Depth.FULL, typeface)
    judged = Judged(report, layout, unchecked(content, [layout.document])[0] > 0)
    # What a file is, and to be used for, is told of a good one alone.
    if report.ok:
        misnamed = () if judged.is_proof else warnings(misfiled(layout, content, Path(name)))
        report = replace(report, findings=(*findings, *misnamed, *report.findings))
    return replace(judged, report=report)


def unsound(content: Content, language: str) -> list[Finding]:
    """The errors of a content that keep it from being built in a language, and from judging what was."""
    from leaflet.relevance import relevant

    return [each for each in relevant(content, [language]) if each.severity is Severity.ERROR]


def warnings(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What would keep a file from being written, of one that is there and good."""
    return (replace(finding, severity=Severity.WARNING) for finding in findings)


def as_row(judged: Judged) -> dict[str, Any]:
    """What is known of a file as JSON has it; null is what could not be told, or is no leaflet."""
    report, layout = judged.report, judged.layout
    return {
        "file": report.file,
        "ok": None if judged.is_proof else report.ok,
        "pages": report.pages,
        "language": layout and layout.document.language,
        "region": layout and layout.document.region,
        "product": layout and layout.product,
        "edition": layout and layout.document.edition,
        "draft": layout and layout.document.labels.draft is not None,
        "contacts_checked": layout and not judged.unchecked,
        "findings": [as_object(finding) for finding in report.findings],
    }
