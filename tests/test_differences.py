"""What a reviewer of changed content is shown: all numbers, contacts and texts that differ."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

import leaflet
from leaflet import resources
from leaflet.cli.diff import carets, marked
from leaflet.content import Content, Text, load
from leaflet.differences import Change, Kind, differences, incomparable, pairs
from leaflet.rewording import by_letters, by_words

ROOT = Path(leaflet.__file__).parent.parent


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(copytree(resources.directory("content"), tmp_path / "old"))


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return Path(copytree(resources.directory("content"), tmp_path / "new"))


def edit(path: Path, *edits: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in edits:
        assert before in text
        text = text.replace(before, after, 1)
    path.write_text(text, encoding="utf-8")


def told(old: Content, new: Content) -> list[tuple[str, str, str | None, str | None]]:
    changes = differences(old, new)
    return [(change.kind.value, change.path, change.old, change.new) for change in changes]


def line_of(path: Path, words: str) -> int:
    return next(
        number
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if words in line
    )


# Nothing is missed.


def variants(value: Any) -> Iterator[Any]:
    """Copies of a value, each with one of its texts changed, however deep that lies."""
    if isinstance(value, Text):
        yield replace(value, text=f"{value.text}1")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            for changed in variants(item):
                yield (*value[:index], changed, *value[index + 1 :])
    elif isinstance(value, Mapping):
        for key, item in value.items():
            for changed in variants(item):
                yield {**value, key: changed}
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            if field.name not in ("place", "findings", "directory"):
                for changed in variants(getattr(value, field.name)):
                    yield replace(value, **{field.name: changed})


def test_no_text_of_the_content_can_change_unseen(content: Content) -> None:
    # Each part by itself, and one translation for all: all is compared anew for every change.
    words = replace(content, hotlines=(), organizations=(), regions=(), short_numbers=(), languages={})
    unseen = seen = 0
    for part in (
        replace(content, languages={}),
        *(replace(words, languages={tag: content.languages[tag]}) for tag in ("kk", "ru")),
    ):
        for changed in variants(part):
            if len(differences(part, changed)) == 1:
                seen += 1
            else:
                unseen += 1
    assert unseen == 0
    assert seen > 500


@pytest.mark.parametrize("field", ["national", "group"])
def test_a_fact_that_is_no_text_cannot_change_unseen(content: Content, field: str) -> None:
    first, *others = content.organizations
    value = {"national": False, "group": "other"}[field]
    changed = replace(content, organizations=(replace(first, **{field: value}), *others))  # type: ignore[arg-type]
    (change,) = differences(content, changed)
    assert (change.kind, change.path) == (Kind.CONTACT, f"organizations.{first.id}.{field}")


# Nothing else is shown.


def test_the_same_content_has_no_differences(content: Content) -> None:
    assert differences(content, load(content.directory)) == ()


def test_order_of_keys_comments_quoting_and_line_ends_are_no_differences(content: Content, new: Path) -> None:
    for path in new.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        blocks = re.split(r"^(?=[a-z_]+[\w-]*:)", text, flags=re.MULTILINE)
        head, *entries = blocks
        turned = head + "# A remark.\n" + "".join(entry.rstrip("\n") + "\n" for entry in reversed(entries))
        turned = re.sub(r'"([\w ]+)"', r"'\1'", turned)
        path.write_bytes(b"\xef\xbb\xbf" + turned.replace("\n", "\r\n").encode())
        assert path.read_bytes() != (content.directory / path.name).read_bytes()
    other = load(new)
    assert [finding for finding in other.findings if finding.severity == "error"] == []
    assert told(content, other) == []


def test_the_order_of_the_regions_of_an_organisation_is_no_difference(content: Content, new: Path) -> None:
    edit(new / "organizations.yaml", ('["astana", "akmola"]', '["akmola", "astana"]'))
    assert told(content, load(new)) == []


# Facts.


def test_a_changed_number_comes_first_with_its_line(content: Content, new: Path) -> None:
    edit(new / "ru.yaml", ("работа против своей воли", "труд против своей воли"))
    edit(new / "organizations.yaml", ("+77273961938", "+77273961983"))
    first, second = differences(content, load(new))
    assert first == Change(
        Kind.NUMBER,
        "",
        "organizations.rodnik.phones",
        "+77273961938",
        "+77273961983",
        replace(
            first.place,
            file=str(new / "organizations.yaml"),
            line=line_of(new / "organizations.yaml", "61983"),
        ),
    )
    assert (second.kind, second.language, second.path) == (Kind.TEXT, "ru", "memo.signs.checklist.1")
    assert second.place.line == line_of(new / "ru.yaml", "труд против")


def test_a_hotline_and_an_email_are_told_by_their_kind(content: Content, new: Path) -> None:
    edit(new / "hotlines.yaml", ('"11616"', '"11661"'))
    edit(new / "organizations.yaml", ("rodnik27@", "rodnik72@"))
    assert told(content, load(new)) == [
        ("number", "hotlines.trafficking.number", "11616", "11661"),
        ("email", "organizations.rodnik.emails", "rodnik27@yandex.ru", "rodnik72@yandex.ru"),
    ]


def test_a_number_more_or_less_is_told_without_the_others(old: Path, new: Path) -> None:
    path = "organizations.yaml"
    edit(old / path, ('["+77273961938"]', '["+77273961938", "+77273961939"]'))
    edit(new / path, ('["+77273961938"]', '["+77273961938", "+77050000000", "+77273961939"]'))
    less, more = load(old), load(new)
    assert told(less, more) == [("number", "organizations.rodnik.phones.2", None, "+77050000000")]
    assert told(more, less) == [("number", "organizations.rodnik.phones.2", "+77050000000", None)]


def test_another_number_in_the_code_is_a_difference(old: Path, new: Path) -> None:
    edit(old / "organizations.yaml", ('["+77273961938"]', '["+77273961938", "+77273961939"]'))
    edit(new / "organizations.yaml", ('["+77273961938"]', '["+77273961939", "+77273961938"]'))
    assert told(load(old), load(new)) == [
        ("number", "organizations.rodnik.phones", "+77273961938, +77273961939", "+77273961939, +77273961938")
    ]


def test_a_contact_that_serves_other_regions_is_told(content: Content, new: Path) -> None:
    edit(new / "organizations.yaml", ('regions: ["mangystau"]', 'regions: ["atyrau", "mangystau"]'))
    assert told(content, load(new)) == [
        ("contact", "organizations.meyirim.regions", "mangystau", "atyrau, mangystau")
    ]


def test_a_new_contact_is_told_with_all_that_it_brings_and_a_lost_one_with_all_that_it_takes(
    content: Content, new: Path
) -> None:
    path = new / "organizations.yaml"
    entry = 'zhana:\n  group: "other"\n  regions: ["abai"]\n  phones: ["+77222560000"]\n'
    entry += '  emails: ["a@b.kz"]\n  source: "a letter"\n  checked_on: "2026-11-20"\n'
    path.write_text(path.read_text(encoding="utf-8") + entry, encoding="utf-8")
    for tag in ("kk", "ru", "en"):
        edit(
            new / f"{tag}.yaml",
            ("\norganizations:\n", '\norganizations:\n  zhana:\n    name: "Жаңа"\n    place: "Семей"\n'),
        )
    more = load(new)
    added = told(content, more)
    assert {(kind, path, now) for kind, path, _, now in added} == {
        ("number", "organizations.zhana.phones", "+77222560000"),
        ("email", "organizations.zhana.emails", "a@b.kz"),
        ("contact", "organizations.zhana", "zhana"),
        ("contact", "organizations.zhana.group", "other"),
        ("contact", "organizations.zhana.regions", "abai"),
        ("record", "organizations.zhana.source", "a letter"),
        ("record", "organizations.zhana.checked_on", "2026-11-20"),
        ("text", "organizations.zhana.name", "Жаңа"),
        ("text", "organizations.zhana.place", "Семей"),
    }
    assert {before for _, _, before, _ in added} == {None}
    removed = differences(more, content)
    assert {change.new for change in removed} == {None}
    assert len(removed) == len(added)
    assert {Path(change.place.file).parent for change in removed} == {new}


def test_checks_and_remarks_are_records(content: Content, new: Path) -> None:
    edit(
        new / "organizations.yaml",
        ('phones: ["+77273961938"]\n', 'phones: ["+77273961938"]\n  checked_on: "2026-11-20"\n'),
        ("Ask which one is right.", "They say that both are right."),
    )
    assert [(kind, path) for kind, path, _, _ in told(content, load(new))] == [
        ("record", "organizations.rodnik.remarks"),
        ("record", "organizations.rodnik.checked_on"),
    ]


# Places.

REMOVED = {
    "a record": ("ru.yaml", r"^  memo\.signs\.checklist\.2: .*\n", "made_from.memo.signs.checklist.2"),
    "all records": ("ru.yaml", r"^made_from:\n(  .*\n)+", "made_from.memo.cover.title"),
    "subsections": ("kk.yaml", r"^subsections: .*\n", "subsections"),
    "the reading order": ("kk.yaml", r"^reading_order: .*\n", "reading_order"),
    "a doubt": ("kk.yaml", r"^doubts:\n(  .*\n)+", "doubts"),
    "corrections": ("kk.yaml", r"^corrections:\n(  .*\n)+", "corrections"),
    "a text": ("kk.yaml", r"(?<=^proof:\n)  .*\n", "proof."),
    "national": (
        "organizations.yaml",
        r"^  national: .*\n",
        "organizations.union-of-crisis-centres.national",
    ),
    "a remark": ("organizations.yaml", r"^  remarks:\n(    .*\n)+", ".remarks"),
    "an e-mail": ("organizations.yaml", r"^  emails: .*\n", ".emails"),
    "a fax": ("organizations.yaml", r"^  faxes: .*\n", ".faxes"),
    "aliases": ("regions.yaml", r"^  aliases: .*\n", ".aliases"),
    "other regions": ("regions.yaml", r"^  see_also: .*\n", ".see_also"),
    "the words of a source": ("hotlines.yaml", r"^  printed: .*\n", "hotlines.trafficking.printed"),
    "a short number": ("short_numbers.yaml", r"^\"104\": .*\n", "short_numbers.104"),
    "a fingerprint": ("kk.yaml", r"^    fingerprint: .*\n", "provenance.memo.fingerprint"),
    "hyphens": ("kk.yaml", r"^hyphenate: .*\n", "hyphenate"),
}


@pytest.fixture(scope="module")
def hyphenating(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """With words that are hyphenated, which alone may be removed and is not there; without English."""
    folder = Path(copytree(resources.directory("content"), tmp_path_factory.mktemp("hyphenating") / "old"))
    (folder / "en.yaml").unlink()
    edit(folder / "kk.yaml", ('name: "', 'hyphenate: "yes"\nname: "'))
    return load(folder)


@pytest.mark.parametrize("what", REMOVED)
def test_every_change_says_a_place_that_is_there_in_the_file_that_it_is_about(
    hyphenating: Content, tmp_path: Path, what: str
) -> None:
    name, pattern, path = REMOVED[what]
    new = Path(copytree(hyphenating.directory, tmp_path / "new"))
    whole = (new / name).read_text(encoding="utf-8")
    spoilt, count = re.subn(pattern, "", whole, count=1, flags=re.MULTILINE)
    assert count == 1
    (new / name).write_text(spoilt, encoding="utf-8")
    less = load(new)
    for before, after in ((hyphenating, less), (less, hyphenating)):
        changes = [change for change in differences(before, after) if path in change.path]
        assert changes
        for change in changes:
            file = (before if change.new is None else after).directory / name
            assert change.place.file == str(file)
            lines = file.read_text(encoding="utf-8").splitlines()
            assert 0 < change.place.line <= len(lines), change
            assert change.place.column <= len(lines[change.place.line - 1]) + 1


def test_a_record_that_is_removed_is_told_where_it_stood(content: Content, new: Path) -> None:
    words = (new / "ru.yaml").read_text(encoding="utf-8")
    path = "memo.signs.checklist.2"
    (new / "ru.yaml").write_text(re.sub(rf"  {re.escape(path)}: .*\n", "", words), encoding="utf-8")
    (change,) = differences(content, load(new))
    assert change.place.line == line_of(content.directory / "ru.yaml", f"  {path}: ")


# Words.


def test_a_sentence_more_does_not_make_all_that_follow_differ(old: Path, new: Path) -> None:
    more = '      - "жаңа белгі;"\n      - "кетуге рұқсат бермеу;"\n'
    path = new / "kk.yaml"
    words = path.read_text(encoding="utf-8")
    head, checklist, rest = words.partition("    checklist:\n")
    path.write_text(head + checklist + more + rest, encoding="utf-8")
    for tag in ("ru", "en"):
        (old / f"{tag}.yaml").unlink()
        (new / f"{tag}.yaml").unlink()
    assert told(load(old), load(new)) == [
        ("text", "memo.signs.checklist.1", None, "жаңа белгі;"),
        ("text", "memo.signs.checklist.2", None, "кетуге рұқсат бермеу;"),
    ]


def test_a_number_within_a_text_is_a_number(content: Content, new: Path) -> None:
    edit(new / "ru.yaml", ("экстренной помощи **{police}**", "экстренной помощи **{emergency}**"))
    edit(new / "kk.yaml", ("**{police}**", "**{emergency}**"))
    edit(new / "en.yaml", ("**{police}**", "**{emergency}**"))
    for tag, days in (("kk", "демалыс күндерінің"), ("ru", "нет выходных"), ("en", "no days off")):
        edit(new / f"{tag}.yaml", (days, f"{days} 24/7"))
    changes = differences(content, load(new))
    assert {change.kind for change in changes} == {Kind.NUMBER}
    assert sorted(change.language for change in changes) == ["en", "en", "kk", "kk", "ru", "ru"]


def test_labels_statuses_regions_corrections_and_doubts_are_told(content: Content, new: Path) -> None:
    edit(
        new / "kk.yaml",
        ('name: "Қазақша"', 'name: "Қазақ тілі"'),
        ("hospitals are named twice", "hospitals stand twice"),
        ('why: "a stray capital letter stands', 'why: "a capital letter stands'),
    )
    edit(
        new / "ru.yaml",
        ('  labels:\n    status: "draft"', '  labels:\n    status: "reviewed"\n    on: "2026-11-24"'),
    )
    edit(
        new / "en.yaml",
        ('almaty-region: "Almaty Region"', 'almaty-region: "The Region of Almaty"'),
        ("Hold the camera", "Put the camera"),
    )
    changes = differences(content, load(new))
    found = [(change.kind.value, change.language, change.path) for change in changes]
    assert sorted(found) == sorted(
        [
            ("text", "kk", "name"),
            ("record", "kk", "corrections"),
            ("record", "kk", "doubts"),
            ("record", "ru", "provenance.labels.status"),
            ("record", "ru", "provenance.labels.on"),
            ("text", "en", "regions.almaty-region"),
            ("label", "en", "labels.scan"),
        ]
    )
    (doubt,) = [change for change in changes if change.path == "doubts"]
    assert "hospitals are named twice" in (doubt.old or "")
    assert "hospitals stand twice" in (doubt.new or "")


def test_a_paragraph_that_begins_elsewhere_is_told(content: Content, new: Path) -> None:
    for tag in ("kk", "ru", "en"):
        path = new / f"{tag}.yaml"
        words = path.read_text(encoding="utf-8")
        words, count = re.subn(r"(  online:\n    paragraphs:\n.*\n) {8}- ", r"\1      - - ", words)
        assert count == 1
        path.write_text(words, encoding="utf-8")
    path, was, now = "memo.online.paragraphs", "paragraphs of 2 sentences", "paragraphs of 1, 1 sentences"
    assert told(content, load(new)) == [("text", path, was, now)] * 3


def test_another_order_of_reading_is_told(content: Content, new: Path) -> None:
    edit(new / "kk.yaml", ('"arrival", "advice"]', '"advice", "arrival"]'))
    ((kind, path, was, now),) = told(content, load(new))
    assert (kind, path) == ("text", "reading_order")
    assert was == "definition, signs, online, rights_and_duties, rights, duties, arrival, advice"
    assert now == "definition, signs, online, rights_and_duties, rights, duties, advice, arrival"


def test_a_translation_that_claims_a_new_source_with_its_old_words_is_told(
    content: Content, new: Path
) -> None:
    words = (new / "ru.yaml").read_text(encoding="utf-8")
    path = "memo.signs.checklist.2"
    words = re.sub(rf'(  {re.escape(path)}: )"\w+"', r'\1"01234567"', words)
    (new / "ru.yaml").write_text(words, encoding="utf-8")
    assert [(kind, path, now) for kind, path, _, now in told(content, load(new))] == [
        ("record", f"made_from.{path}", "01234567")
    ]
    edit(new / "ru.yaml", ("нет возможности уйти с работы", "нельзя уйти с работы"))
    assert [(kind, path) for kind, path, _, _ in told(content, load(new))] == [("text", path)]


def test_a_language_more_is_one_difference(content: Content, new: Path) -> None:
    (new / "en.yaml").unlink()
    fewer = load(new)
    assert told(fewer, content) == [("text", "en", None, told(content, fewer)[0][2])]
    assert re.fullmatch(r"English, draft, \d+ texts", str(told(fewer, content)[0][3]))


def test_a_file_with_an_error_is_left_out_and_named_and_the_others_are_compared(
    content: Content, new: Path
) -> None:
    edit(new / "organizations.yaml", ("+77273961938", "87273961938"))
    edit(new / "ru.yaml", ("нет выходных дней", "нет праздников"))
    before, after = content, load(new)
    assert incomparable(before, after) == {"organizations.yaml"}
    assert [change.path for change in differences(before, after)] == ["memo.signs.checklist.9"]


# Pairs of texts, and what differs within them.


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("abc", "abc", []),
        ("", "a", [(None, 0)]),
        ("a", "", [(0, None)]),
        ("a", "b", [(0, 0)]),
        ("abc", "axbc", [(None, 1)]),
        ("abc", "acb", [(None, 1), (2, None)]),
    ],
)
def test_texts_are_paired_in_their_order(old: str, new: str, expected: list[object]) -> None:
    assert list(pairs(list(old), list(new))) == expected


def test_a_rewritten_text_is_found_among_others() -> None:
    old = ["take your passport with you", "call the police"]
    new = ["something new", "take the passport with you", "another one", "and a third"]
    assert list(pairs(old, new)) == [(None, 0), (0, 1), (1, None), (None, 2), (None, 3)]


def test_much_is_compared_in_little_time() -> None:
    old, new = ([f"{letter} {number}" * 50 for number in range(300)] for letter in "ab")
    assert len(list(pairs(old, new))) == 300
    assert by_words("а " * 5000, "б " * 5000) == [("а " * 5000, "б " * 5000)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("one two three", "one three", "one [-two -]three"),
        ("one two three", "one 2 three", "one [-two-]{+2+} three"),
        ("call us now", "ring me now", "[-call us-]{+ring me+} now"),
        ("**{police}**", "**{emergency}**", "**{[-police-]{+emergency+}}**"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
    ],
)
def test_words_that_differ_are_marked(old: str, new: str, expected: str) -> None:
    assert "".join(marked(piece, coloured=False) for piece in by_words(old, new)) == expected


@pytest.mark.parametrize(
    ("old", "new", "below_old", "below_new"),
    [
        ("+77273961938", "+77273961983", "          ^^", "          ^^"),
        ("+77273961938", "+77273961939", "           ^", "           ^"),
        ("116", "11616", "   ", "   ^^"),
    ],
)
def test_digits_that_differ_are_pointed_at(old: str, new: str, below_old: str, below_new: str) -> None:
    pieces = by_letters(old, new)
    assert (carets(pieces, 0), carets(pieces, 1)) == (below_old, below_new)


def test_short_numbers_are_compared_as_the_hotlines_are(content: Content, new: Path) -> None:
    short = new / "short_numbers.yaml"
    edit(short, ("confirmed by nobody", "confirmed by the ministry"), ('"104": "egov', '"105": "egov'))
    source = "egov.kz: gas emergency service"
    other = load(new)
    assert told(content, other) == [
        ("number", "short_numbers.105.number", None, "105"),
        ("number", "short_numbers.104.number", "104", None),
        ("contact", "short_numbers.105", None, "105"),
        ("contact", "short_numbers.104", "104", None),
        ("record", "short_numbers.105.source", None, source),
        (
            "record",
            "short_numbers.1409.source",
            "the memo, row 7; confirmed by nobody",
            "the memo, row 7; confirmed by the ministry",
        ),
        ("record", "short_numbers.104.source", source, None),
    ]
    added = differences(content, other)[0]
    assert (added.place.file, added.place.line) == (str(short), line_of(short, '"105"'))
