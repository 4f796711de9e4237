import re
from pathlib import Path

import pytest

from leaflet.content import Organization, load
from leaflet.content.fingerprints import texts
from leaflet.diagnostics import has_errors

TESTS = Path(__file__).parent
CONTENT = load(TESTS.parent / "content")
KAZAKH = CONTENT.languages["kk"]
MEMO = [line for line in (TESTS / "memo.kk.md").read_text(encoding="utf-8").splitlines() if line]


def test_the_content_has_no_errors() -> None:
    assert not has_errors(CONTENT.findings), "\n".join(map(str, CONTENT.findings))
    assert (len(CONTENT.regions), len(CONTENT.organizations), len(CONTENT.hotlines)) == (20, 20, 3)
    assert CONTENT.source is KAZAKH


def as_printed(path: str, text: str) -> str:
    """The memo's own words: corrections undone, hotlines by their numbers, spaces alike."""
    for correction in KAZAKH.corrections:
        if correction.at.text == path:
            assert correction.now is not None
            text = text.replace(correction.now.text, correction.printed.text)
    for hotline in CONTENT.hotlines:
        text = text.replace(f"{{{hotline.id}}}", hotline.number.text)
    return text.replace("\u00a0", " ")


def test_the_memo_stands_in_the_content_complete_in_order_and_to_the_letter() -> None:
    printed = {path: as_printed(path, text.text) for path, text in texts(KAZAKH).items()}
    rows: dict[str, list[str]] = {"trafficking": [], "other": []}
    for organization in CONTENT.organizations:
        rows[organization.group].append(f"- {printed_row(organization)}")
    lines = [printed["memo.cover.audience"], printed["memo.cover.title"]]
    for group, rows_of_group in rows.items():
        lines += [printed[f"memo.contacts.{group}"], *rows_of_group]
    for section in KAZAKH.sections:
        lines += section_lines(section.id, printed)
    assert lines == MEMO


def section_lines(section: str, printed: dict[str, str]) -> list[str]:
    lines: list[str] = []
    for path in [path for path in printed if path.startswith(f"memo.{section}.")]:
        body, *numbers = path.split(".")[2:]
        if body == "paragraphs" and numbers[1] != "1":
            lines[-1] += " " + printed[path]
        else:
            lines.append({"checklist": "- ✓ ", "list": "- "}.get(body, "") + printed[path])
    return lines


def printed_row(organization: Organization) -> str:
    assert organization.printed is not None
    return organization.printed.text


@pytest.mark.parametrize("organization", CONTENT.organizations, ids=lambda organization: organization.id)
def test_the_contacts_are_those_of_the_memos_row(organization: Organization) -> None:
    row = printed_row(organization)
    assert f"- {row}" in MEMO
    assert row.startswith(f"{organization.row} ")
    phones, _, faxes = row.partition("факс:")
    assert [phone.text for phone in organization.phones] == phone_numbers(phones)
    assert [fax.text for fax in organization.faxes] == phone_numbers(faxes)
    assert [email.text for email in organization.emails] == re.findall(r"[\w.]+@[\w.]+\w", row)
    assert [short.text for short in organization.short_numbers] == re.findall(r", (\d+),", row)
    name, place = (
        as_printed(f"organizations.{organization.id}.{key}", words) for key, words in words_of(organization)
    )
    assert row.startswith(f"{organization.row} {name}, {place}, тел")


def phone_numbers(row: str) -> list[str]:
    # The ten digits after +7: row 10 prints a stray group behind them.
    return [f"+7{re.sub(' ', '', found)[:10]}" for found in re.findall(r"\+7 ?([\d ]+)", row)]


def words_of(organization: Organization) -> list[tuple[str, str]]:
    words = KAZAKH.organizations[organization.id]
    return [("name", words.name.text), ("place", words.place.text)]
