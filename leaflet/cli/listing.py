"""What the content has, as tables or JSON: languages, regions, organisations, fingerprints."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from leaflet.cli.console import ERROR, count, fail_usage, say, show, table
from leaflet.cli.source import ContentOption, JsonOption, apart, finish, load_content

if TYPE_CHECKING:
    from leaflet.content import Content


def languages(content: ContentOption = None, as_json: JsonOption = False) -> None:
    """List the languages and how far their words are reviewed."""
    from leaflet.content.reviews import PARTS, standing, told_standing

    loaded = load_content(content)
    rows = [
        {
            "language": tag,
            "name": words.name.text,
            **{part: standing(words, part) if as_json else told_standing(words, part) for part in PARTS},
        }
        for tag, words in sorted(loaded.languages.items())
    ]
    table(rows, as_json=as_json)
    finish(loaded)


def regions(content: ContentOption = None, as_json: JsonOption = False) -> None:
    """List the regions, their names, and how many help there."""
    loaded = load_content(content)
    nationwide = [entry.id for entry in loaded.organizations if entry.national]
    rows: list[dict[str, Any]] = []
    for region in loaded.regions:
        names = {tag: words.regions[region.id].text for tag, words in sorted(loaded.languages.items())}
        served = [
            entry.id
            for entry in loaded.organizations
            if any(id.text == region.id for id in entry.regions) and not entry.national
        ]
        helpers = {"organizations": served, "nationwide": nationwide}
        counts = helpers if as_json else {kind: len(ids) for kind, ids in helpers.items()}
        rows.append({"region": region.id, "iso": region.iso.text, **names, **counts})
    table(rows, as_json=as_json)
    finish(loaded)


def organizations(
    region: Annotated[
        list[str] | None,
        typer.Option(
            "--region",
            "-r",
            metavar="NAME",
            help="Those of this region's leaflet: id, ISO code or name; may be repeated, "
            "or names parted by commas. Default: all.",
        ),
    ] = None,
    content: ContentOption = None,
    as_json: JsonOption = False,
) -> None:
    """List the organisations, their regions and contacts."""
    from leaflet.choosing import UsageError, choose_regions
    from leaflet.content.plain import plain
    from leaflet.localization import serves
    from leaflet.phones import display

    loaded = load_content(content)
    try:
        regions, hints = choose_regions(apart(region or []), loaded)
    except UsageError as error:
        # Names cannot be found in content that could not be read.
        finish(loaded)
        fail_usage(str(error))
    for hint in hints:
        say(f"note: {hint}")
    names = loaded.source.organizations if loaded.source else {}
    rows: list[dict[str, Any]] = []
    for entry in loaded.organizations:
        if not any(serves(entry, id) for id in regions):
            continue
        phones, faxes = ([number.text for number in numbers] for numbers in (entry.phones, entry.faxes))
        short = [number.text for number in entry.short_numbers]
        area = [id.text for id in entry.regions]
        row: dict[str, Any] = {
            "row": int(entry.row.text) if entry.row else (None if as_json else "–"),
            "organization": entry.id,
            "regions": area if as_json else ", ".join(["national"] if entry.national else area),
            "phones": phones if as_json else ", ".join(map(display, phones)),
            "short_numbers": short if as_json else ", ".join(short),
            "faxes": faxes if as_json else ", ".join(map(display, faxes)),
            "emails": [text.text for text in entry.emails] if as_json else ", ".join(map(str, entry.emails)),
            "checked": entry.checked_on.text if entry.checked_on else ("never" if not as_json else None),
        }
        if as_json:
            row["national"] = entry.national
            row["remarks"] = [remark.text for remark in entry.remarks]
        row["name"] = plain(names[entry.id].name.text) if entry.id in names else ""
        rows.append(row)
    table(rows, as_json=as_json)
    finish(loaded)


def fingerprints(
    lang: Annotated[
        str, typer.Option("--lang", "-l", metavar="TAG", help="The translation, or the source language.")
    ],
    content: ContentOption = None,
) -> None:
    """Print the block that says: this was read as it is now.

    \b
    A translation's is made_from: somebody read it beside the source.
    The source's is compared: somebody held rows and hotlines against the print.
    """
    from leaflet.choosing import UsageError, choose_languages
    from leaflet.content.fingerprints import fingerprint, texts
    from leaflet.content.fingerprints import fingerprints as current
    from leaflet.content.prints import printed_facts

    loaded = load_content(content)
    try:
        (tag,) = choose_languages([lang], loaded, single=True)
    except UsageError as error:
        fail_usage(str(error))
    source = loaded.source
    if source is None or tag not in loaded.languages:
        tell_of_errors(loaded, tag)
        raise typer.Exit(ERROR)
    if source.tag == tag:
        key = "compared"
        records = {path: fingerprint(text.text) for path, text in printed_facts(loaded).items()}
    else:
        key, translated = "made_from", texts(loaded.languages[tag])
        records = {path: record for path, record in current(source).items() if path in translated}
    # The file that it is added to may not end its last line.
    typer.echo(f"\n{key}:")
    for path, record in records.items():
        typer.echo(f'  {path}: "{record}"')


def tell_of_errors(content: Content, tag: str) -> None:
    """What is wrong with a language and its source, where either cannot be told for it.

    The command often adds to a file: that it has added nothing is not to be seen there.
    """
    from leaflet.diagnostics import has_errors

    tags = {tag, content.source.tag if content.source else ""}
    found = [
        finding
        for finding in content.findings
        if Path(finding.place.file).stem in tags or (content.source is None and has_errors([finding]))
    ]
    show(found)
    errors = sum(has_errors([finding]) for finding in found)
    say(f"nothing was printed: {count(errors, 'error')} in the content")
