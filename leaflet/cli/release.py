"""What keeps an edition from its release, as a list of things to do for each person who can do them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from leaflet.cli import options
from leaflet.cli.console import ERROR, count, fail_usage, say, show

if TYPE_CHECKING:
    from leaflet.content import Content
    from leaflet.diagnostics import Finding

ReleaseOption = Annotated[
    bool,
    typer.Option(
        "--release",
        help="Refuse drafts, stale words, wrong letters, open doubts and contacts not freshly checked.",
    ),
]
AsOfOption = Annotated[
    datetime.date | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        parser=options.day,
        help="The day to judge the checks of contacts on. Default: today.",
    ),
]
EDITOR = "the editor of the content"
_ADDRESSED = re.compile(r"for ([^:]+): (.+)", re.DOTALL)


def hold_back(
    content: Content,
    languages: list[str],
    regions: list[str | None],
    day: datetime.date,
    found: Iterable[Finding],
) -> None:
    """Exit if something keeps these editions from their release on a day, and say who has to do what.

    What else is ``found`` and concerns the editions is shown besides.
    """
    from leaflet.diagnostics import Severity
    from leaflet.releasing import release_findings

    findings = list(release_findings(content, languages, regions, day))
    show(finding for finding in findings if finding.severity is not Severity.ERROR)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if not errors:
        return
    told = {(finding.place, finding.code) for finding in errors}
    show(finding for finding in found if (finding.place, finding.code) not in told)
    for person, tasks in by_person(errors).items():
        say(f"for {person}:")
        show(tasks)
    say(f"nothing was built: {count(len(errors), 'thing')} to do before a release as of {day};")
    say("without --release it is built as it is, and says of itself what is a draft or has not been checked")
    raise typer.Exit(ERROR)


def by_person(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """Findings by whom their remedies address (``for WHOM: WHAT``), the remedies without the address."""
    people: dict[str, list[Finding]] = {}
    for finding in findings:
        addressed = _ADDRESSED.fullmatch(finding.remedy)
        person, task = addressed.groups() if addressed else (EDITOR, finding.remedy)
        people.setdefault(person, []).append(replace(finding, remedy=task))
    return people


def refuse_lonely(as_of: datetime.date | None, *, release: bool) -> None:
    """A day without a release would do nothing, and whoever gave it should know."""
    if as_of and not release:
        fail_usage("--as-of goes with --release")
