"""``leaflet check``: every finding about the content, for people, for editors, or as JSON."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from leaflet.cli.console import ENVIRONMENT, ERROR, as_object, count, fail_usage, say, show, table
from leaflet.cli.release import AsOfOption
from leaflet.cli.source import ContentOption, apart, load_content
from leaflet.diagnostics import visible

if TYPE_CHECKING:
    from leaflet.diagnostics import Finding

SEVERITIES = ("error", "warning", "note")
LangOption = Annotated[
    list[str] | None,
    typer.Option(
        "--lang",
        "-l",
        metavar="TAG",
        help="Language; may be repeated, or tags parted by commas. Default: all.",
    ),
]
ReleaseOption = Annotated[
    bool, typer.Option("--release", help="Whatever keeps the leaflet from being given out is an error.")
]


def check(
    content: ContentOption = None,
    lang: LangOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print a JSON list.")] = False,
    concise: Annotated[
        bool, typer.Option("--concise", help="Print one line a finding, for editors.")
    ] = False,
    notes: Annotated[
        bool, typer.Option("--notes", help="Print the notes, too, and not only how many there are.")
    ] = False,
    as_of: AsOfOption = None,
    release: ReleaseOption = False,
) -> None:
    """Check the content: every finding, and what to do about it."""
    from leaflet import checking
    from leaflet.choosing import UsageError, choose_languages
    from leaflet.diagnostics import has_errors
    from leaflet.fonts import FontError, load_typeface

    if as_json and concise:
        fail_usage("--json and --concise are two forms of one list; name one of them")
    loaded = load_content(content, to_mend=True)
    try:
        languages = choose_languages(apart(lang), loaded) if lang else None
    except UsageError as error:
        fail_usage(str(error))
    day = as_of or datetime.date.today()
    try:
        findings = checking.check(loaded, languages, load_typeface(), day, release=release)
    except FontError as error:
        show([error.finding])
        raise typer.Exit(ENVIRONMENT) from None
    if as_json:
        table([as_object(finding) for finding in findings], as_json=True)
    elif concise:
        for finding in findings:
            typer.echo(concise_line(finding))
    else:
        errors, warnings, told = by_severity(findings)
        # Whoever asks for one language should not think that it is checked as those that are known.
        alone = {"unchecked-words"} if languages and len(languages) == 1 else set()
        for finding in [*errors, *warnings, *(each for each in told if notes or each.code in alone)]:
            typer.echo(str(finding))
        if told and not notes:
            say(f"{kinds(told)}; --notes shows them")
    say(summary(findings))
    if has_errors(findings):
        raise typer.Exit(ERROR)


def by_severity(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Errors, warnings and notes, each in order."""
    return [[finding for finding in findings if finding.severity == severity] for severity in SEVERITIES]


def kinds(findings: Sequence[Finding]) -> str:
    """How many of which kind, the most first: ``4 notes: 3 open-doubt, 1 open-remark``."""
    counts = Counter(finding.code for finding in findings).most_common()
    each = ", ".join(f"{number} {code}" for code, number in counts)
    return f"{count(len(findings), str(findings[0].severity))}: {each}"


def concise_line(finding: Finding) -> str:
    """One line as compilers write it: editors jump to ``file:line:column``."""
    measure = f" ({finding.measure})" if finding.measure else ""
    place = finding.place
    return (
        f"{visible(place.file)}:{place.line or 1}:{place.column or 1}: {finding.severity}[{finding.code}]: "
        f"{finding.what}{measure}"
    )


def summary(findings: Sequence[Finding]) -> str:
    """``3 errors, 5 warnings, 2 notes in 6 files``."""
    if not findings:
        return "nothing found"
    counts = [
        count(number, severity)
        for severity in SEVERITIES
        if (number := sum(finding.severity == severity for finding in findings))
    ]
    return f"{', '.join(counts)} in {count(len({finding.place.file for finding in findings}), 'file')}"
