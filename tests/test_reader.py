import os
import random
from pathlib import Path

import pytest
from folders import spoil

from leaflet import load
from leaflet.content.model import Text
from leaflet.content.nodes import Mapping, Sequence
from leaflet.content.reader import MAX_BYTES, MAX_NODES, Reading, parse, read
from leaflet.diagnostics import Place, Severity

CONTENT = Path(__file__).parent.parent / "content"


def reported(reading: Reading) -> list[tuple[str, int, int]]:
    return [(found.code, found.place.line, found.place.column) for found in reading.findings]


def value(yaml: str) -> str:
    """The text under the only key."""
    reading = parse(yaml.encode(), "x.yaml")
    assert not reading.findings
    assert isinstance(reading.root, Mapping)
    (entry,) = reading.root.entries.values()
    assert isinstance(entry.value, Text)
    return entry.value.text


def test_of_two_blocks_of_records_the_new_one_is_to_be_kept() -> None:
    records = 'made_from:\n  memo.cover.title: "22cea1ca"\n'
    (found,) = parse((records + records).encode(), "x.yaml").findings
    assert (found.code, found.place.line) == ("duplicate-key", 3)
    assert found.remedy.endswith("keep the new one")


def test_keys_that_all_stand_twice_are_those_of_something_whose_own_key_is_lost() -> None:
    one, other = (f"  row: '{row}'\n  group: 'a'\n  phones: ['1']\n" for row in "12")
    (found,) = parse(f"one:\n{one}{other}".encode(), "organizations.yaml").findings
    assert (found.code, found.place.line) == ("duplicate-key", 5)
    assert found.what == '3 keys stand twice, from "row" on'
    assert "its id is missing above them, or stands too far in" in found.remedy


@pytest.mark.parametrize(
    ("last", "what"),
    [
        ("two:", 'the id "two" stands too far in'),
        ('email: ""', '3 keys stand twice, from "row" on'),
        ("email: ''", '3 keys stand twice, from "row" on'),
        ("emails:", '3 keys stand twice, from "row" on'),
        ("place:", '3 keys stand twice, from "row" on'),
    ],
)
def test_an_id_that_stands_too_far_in_has_no_value_and_is_called_like_no_key_of_an_entry(
    last: str, what: str
) -> None:
    one, other = (f"  row: '{row}'\n  group: 'a'\n  phones: ['1']\n" for row in "12")
    (found,) = parse(f"one:\n{one}  {last}\n{other}".encode(), "organizations.yaml").findings
    assert found.what == what


def test_of_each_of_two_whose_own_keys_are_lost_it_is_told() -> None:
    entry = "  row: '1'\n  group: 'a'\n  phones: ['1']\n"
    found = parse(f"one:\n{entry}{entry}  mail: 'b'\n{entry}  mail: 'c'\n".encode(), "x.yaml").findings
    assert [(each.code, each.place.line) for each in found] == [("duplicate-key", 5), ("duplicate-key", 9)]


@pytest.mark.parametrize(
    ("file", "yaml", "remedy"),
    [
        ("kk.yaml", "labels:\n  a: b\n  c: d\n  e: f\n  a: b\n  c: d\n  e: f\n", "remove the second ones"),
        ("kk.yaml", "labels:\n  a: b\n  c: d\n  e: f\n  a: b\n  c: d\n  e: g\n", "remove one of them"),
        ("kk.yaml", "labels:\n  a: b\n  c: d\n  a: b\n  c: d\n", "remove the second ones"),
        ("kk.yaml", "labels:\n  a: b\n  c: d\n  a: b\n  c: g\n", "remove one of them"),
        ("kk.yaml", "organizations:\n  x:\n    a: b\n    c: d\n    a: b\n    c: g\n", "they are another's"),
        (
            "kk.yaml",
            "organizations:\n  x:\n    a: b\n    c: d\n    a: b\n    c: d\n",
            "remove the second ones",
        ),
        ("hotlines.yaml", "x:\n  a: b\n  c: ['d']\n  a: b\n  c: ['g']\n", "they are another's"),
        ("hotlines.yaml", "x:\n  a: b\n  c: ['d']\n  a: b\n  c: ['d']\n", "remove the second ones"),
        ("regions.yaml", "x:\n  a: b\n  c: ['d']\n  a: b\n  c: ['g']\n", "they are another's"),
    ],
)
def test_keys_that_stand_twice_together_are_anothers_only_under_an_id_and_where_they_say_something_else(
    file: str, yaml: str, remedy: str
) -> None:
    found = parse(yaml.encode(), file).findings
    assert {each.code for each in found} == {"duplicate-key"}
    assert {each.remedy.startswith(remedy) for each in found} == {True}
    assert len(found) == 1 or remedy == "remove one of them"


PASTED = "a: b\nc: d\ne: f\n"


@pytest.mark.parametrize(
    "yaml",
    [
        "a: b\n" * 4,
        "a: b\na: b\nc: d\nc: d\ne: f\ne: f\n",
        "a: b\nc: d\n" * 2,
        PASTED * 2,
        f"k:\n{PASTED * 2}l: m\nn: o\np: q\nr: s".replace("\n", "\n  "),
    ],
)
def test_keys_that_stand_twice_by_themselves_are_told_one_by_one(yaml: str) -> None:
    found = parse(f"x: [&y z]\n{yaml}".encode(), "x.yaml").findings
    assert found[0].code == "anchor"
    assert all("stands twice" in each.what for each in found[1:])
    assert len(found) > 2


TURNED = [
    "0771",
    "+77081060810",
    "12:30",
    "no",
    "~",
    "1.10",
    "1_000",
    "0x1F",
    ".inf",
    "2026-02-30",
    "1" * 5000,
]


@pytest.mark.parametrize("text", TURNED)
def test_every_scalar_is_the_text_that_stands_there(text: str) -> None:
    assert value(f'phone: "{text}"\n') == text
    root = parse(f"phone: {text}\n".encode(), "x.yaml").root
    assert isinstance(root, Mapping)
    assert root.entries["phone"].value == Text(text, Place("x.yaml", 1, 8))


@pytest.mark.parametrize("text", [*TURNED, "0o17", "1e5", "y", "Null", "2026-11-25 10:00", "-7", "=", ".5"])
def test_a_value_that_other_programs_turn_into_something_else_wants_quotes(text: str) -> None:
    for yaml, place in ((f"phone: {text}\n", (1, 8)), (f"phones:\n  - {text}\n", (2, 5))):
        assert reported(parse(yaml.encode(), "x.yaml")) == [("unquoted-value", *place)]
    for quoted in (f"'{text}'", f'"{text}"'):
        assert value(f"phone: {quoted}\n") == text


@pytest.mark.parametrize("yaml", ["on: day\n", "1: one\n", "a: nobody\n", "a: 1 of 2\n", "a: 31d0e6fb\n"])
def test_keys_and_plain_words_want_no_quotes(yaml: str) -> None:
    value(yaml)


def test_texts_are_read_in_nfc() -> None:
    assert value('name: "и\u0306"\n') == "й"
    assert value('name: "\\u0438\\u0306"\n') == "й"


def test_a_byte_order_mark_soft_hyphens_and_no_break_spaces_are_allowed() -> None:
    text = "а\u00adб\u00a0в\u202fг\u2011д"
    reading = parse(b"\xef\xbb\xbf" + f'a: "{text}"'.encode(), "x.yaml")
    assert not reading.findings
    assert isinstance(reading.root, Mapping)
    assert reading.root.entries["a"].value == Text(text, Place("x.yaml", 1, 4))


@pytest.mark.parametrize(
    "yaml", ["a: >\n  one\n  two\n", "a: |\n  one\n  two\n", 'a: "one\n  two"\n', "a: one\r\n  two\r\n"]
)
def test_a_line_break_in_the_file_is_a_space_in_the_text(yaml: str) -> None:
    assert value(yaml) == "one two"


def test_places_count_from_one_and_quoted_texts_begin_at_the_quote() -> None:
    root = parse('а: б\nlist:\n  - "Ққ"\n'.encode(), "dir/x.yaml").root
    assert isinstance(root, Mapping)
    assert root.entries["а"].value == Text("б", Place("dir/x.yaml", 1, 4))
    items = root.entries["list"].value
    assert isinstance(items, Sequence)
    assert items.items == (Text("Ққ", Place("dir/x.yaml", 3, 5)),)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("a: &x b\n", [("anchor", 1, 4)]),
        ("a: &x b\nc: *x\n", [("anchor", 1, 4), ("alias", 2, 4)]),
        ("a: *bold\n", [("alias", 1, 4)]),
        ("a: !important call\n", [("tag", 1, 4)]),
        ("a: !!binary x\n", [("tag", 1, 4)]),
        ('a: !!float ""\n', [("tag", 1, 4)]),
        ("a: b\n---\nc: d\n", [("second-document", 2, 1)]),
        ("<<: {a: b}\nc: d\n", [("merge-key", 1, 1)]),
        ("a: b\nc: d\na: e\n", [("duplicate-key", 3, 1)]),
        ('"и\u0306": b\nй: c\n', [("duplicate-key", 2, 1)]),
        ("[a, b]: c\n", [("bad-key", 1, 1)]),
        ("? {a: b}\n: c\n", [("bad-key", 1, 3)]),
        ("a: call #1 now\n", [("cut-by-comment", 1, 9)]),
        ("a: [қ #1\n, c]\n", [("cut-by-comment", 1, 7)]),
        ("a: “b”\n", [("stray-quotation", 1, 4)]),
        ('a: b"\nc: “d"\n', [("stray-quotation", 1, 4), ("stray-quotation", 2, 4)]),
        ("a: «b»\nc: d’\n", [("stray-quotation", 1, 4)]),
        ("a: Фонд «Үміт»\nb: «Үміт» қоры\n", []),
        ("a: «Үміт» қоры «Ана»\nc: «b» и «c»\n", []),
        ("a: b: c\n", [("syntax", 1, 5)]),
        ("a: @ngo\n", [("syntax", 1, 4)]),
        ("a: **bold** text\n", [("syntax", 1, 5)]),
        ("a: {name} text\n", [("syntax", 1, 11)]),
        ('a: "b" c\n', [("syntax", 1, 8)]),
        ('a: "b\nc: d\n', [("syntax", 1, 4)]),
        ('a:\n  - "b;\n  - "c;"\n', [("syntax", 2, 5)]),
        ("a: 'b\nc: 'd'\ne: 'f\n", [("syntax", 1, 4), ("syntax", 3, 4)]),
        ("a:\n\tb: c\n", [("syntax", 2, 1)]),
        ('a: "\\UFFFFFFFF"\n', [("syntax", 1, 7)]),
        ("a: б\u200b\u202eв\n", [("forbidden-character", 1, 5), ("forbidden-character", 1, 6)]),
        ("a: b\x00c\n", [("forbidden-character", 1, 5)]),
        ("a:\n\u00a0\u00a0b: c\n  d: e\n\u00a0\n", [("forbidden-character", 2, 1)]),
        ("a:\n \u3000b: c\n  d: e\n", [("forbidden-character", 2, 1)]),
        ('a: "b\n  \u00a0c"\n\u00a0# d\n', [("forbidden-character", 3, 1)]),
        ("a: b\u2028c\n", [("forbidden-character", 1, 5)]),
        ("a: b\ufffdc\n", [("forbidden-character", 1, 5)]),
        ('a: "b\\u202ec"\n', [("forbidden-character", 1, 6)]),
        ('a: "b\\\\\\tc\n  \\U0000202Ec"\n', [("forbidden-character", 1, 8), ("forbidden-character", 2, 3)]),
        ('a: "b\\\\u202e\\u200b"\n', [("forbidden-character", 1, 13)]),
        ("a: б" + "\u0301\u0323" * 50_000, [("forbidden-character", 1, 4)]),
        ("", [("empty-file", 0, 0)]),
        ("# nothing\n", [("empty-file", 0, 0)]),
        ("[" * 13, [("too-deep", 1, 13)]),
        ("a:\n" + "- b\n" * MAX_NODES, [("too-many-nodes", MAX_NODES - 1, 3)]),
        ("a: " + "b" * MAX_BYTES, [("too-large", 0, 0)]),
    ],
)  # fmt: skip
def test_what_is_not_plain_data_is_refused_at_its_place(
    yaml: str, expected: list[tuple[str, int, int]]
) -> None:
    assert reported(parse(yaml.encode(), "x.yaml")) == expected


def test_what_nests_without_end_is_refused_by_whoever_notices_it_first() -> None:
    assert [finding.code for finding in parse(b"[" * 30_000, "x.yaml").findings] == ["too-deep"]


def test_one_run_reports_all() -> None:
    yaml = "a: &x b\na: *x\nc: !t d\n<<: e\nf: g #h\ni: j: k\n"
    codes = [code for code, _, _ in reported(parse(yaml.encode(), "x.yaml"))]
    assert codes == ["anchor", "alias", "duplicate-key", "tag", "merge-key", "cut-by-comment", "syntax"]


def test_a_duplicate_key_names_the_first_line_too() -> None:
    (finding,) = parse(b"a: b\nc: d\na: e\n", "x.yaml").findings
    assert finding.measure == "the first one stands in line 1"


@pytest.mark.parametrize(
    ("yaml", "remedy"),
    [
        ("a: b: c\n", "put the value in double quotes"),
        ("- @ngo\n", "put the value in double quotes"),
        ('a: "he said "no" twice"\n', 'close the quotation, and write \\" for a quotation mark inside it'),
        ('a: "b\nc: d\n', 'close the quotation, and write \\" for a quotation mark inside it'),
        ('a: ["b, "c"]\n', 'close the quotation, and write \\" for a quotation mark inside it'),
        ('a: ["b", "c]\nd: "e"\n', 'close the quotation, and write \\" for a quotation mark inside it'),
        ("a: 'it's'\n", "close the quotation, and write '' for a quotation mark inside it"),
        ("a:\n\tb: c\n", "indent with spaces, not with tabs"),
        ('a:\n  - "b"\n - "c"\n', "let it begin as far in as line 1 or as line 2"),
        ('a: ["b"\nc: "d"\n', "close it behind its last value"),
        ('a: ["b", "c"\n', "close it behind its last value"),
        ('a: ["b", "c"', "close it behind its last value"),
        ('a: ["b". "c"]\n', 'write ["one", "two"]'),
        ('a: ["b" "c"]\n', 'write ["one", "two"]'),
        ('a:\n  - "b"\n=======\n  - "c"\n', "keep one of the two versions"),
        ('a:\n  - "b"\n||||||| base\n  - "c"\n', "keep one of the two versions"),
        (
            'a:\n  b:"c"\n  d: "e"\n',
            'put a common space after the colon, as in key: "text", here or in the line above',
        ),
        (
            'a:\n  b:\u00a0"c"\n  d: "e"\n',
            'put a common space after the colon, as in key: "text", here or in the line above',
        ),
        ("a: b\n<<<<<<< HEAD\nc: d\n", "keep one of the two versions"),
    ],
)
def test_a_syntax_error_tells_how_to_mend_it(yaml: str, remedy: str) -> None:
    (finding,) = parse(yaml.encode(), "x.yaml").findings
    assert finding.remedy == remedy


@pytest.mark.parametrize(
    ("yaml", "place", "said"),
    [
        ('a:\n  - "b"\n  -"c d"\n  - "e"\n', "3:3", ("space", "after the dash", 'write - "text"')),
        ('a:\n  -"b"\n  - "c"\nd: "e"\n', "2:3", ("space", "after the dash", 'write - "text"')),
        ('a:\n  - "b"\n  -"c"\n', "3:3", ("space", "after the dash", 'write - "text"')),
        ('a:\n  - - "b"\n    -"c"\n', "3:5", ("space", "after the dash", 'write - "text"')),
        ('a: "b"\nc "d"\ne: "f"\n', "2:1", ("colon", "after the key", 'write c: "text"')),
        ('a:\n  b "c"\n  d: "e"\n', "2:3", ("colon", "after the key", 'write b: "text"')),
        ('a:\n  b: "c"\n  d "e"\nf: "g"\n', "3:3", ("colon", "after the key", 'write d: "text"')),
        ('a:\n  b "c"\n', "2:3", ("colon", "after the key", 'write b: "text"')),
        ('a:\n  b ["c"]\n  d: "e"\n', "2:3", ("colon", "after the key", "write b: […]")),
        ('a:\n  b, "c"\n  d: "e"\n', "2:3", ("colon", "after the key", 'write b: "text"')),
        ('a:\n  b: "c"\n  d; "e"\nf: "g"\n', "3:3", ("colon", "after the key", 'write d: "text"')),
        ('a\n  b: "c"\n', "1:1", ("colon", "after the key", "write a:")),
        ('a:\n  b: "c"\n  d\n    e: "f"\n  g: "h"\n', "3:3", ("colon", "after the key", "write d:")),
        ('a: "b"\nc\n  - "d"\n  - "e"\nf: "g"\n', "2:1", ("colon", "after the key", "write c:")),
        ('a:\n  "b"\n  - "c"\n', "2:3", ("dash", "before an item", 'write - "text", as far in')),
        ('a:\n  - "b"\n  "c"\n  - "d"\n', "3:3", ("dash", "before an item", 'write - "text"')),
        ('a:\n  - "b"\n    "c"\n  - "d"\n', "3:5", ("dash", "before an item", 'write - "text"')),
        ('a:\n  - "b"\n  "c"\nd: "e"\n', "3:3", ("dash", "before an item", 'write - "text"')),
    ],
)
def test_a_sign_that_was_forgotten_before_a_quotation_is_told_where_it_lacks(
    yaml: str, place: str, said: tuple[str, str, str]
) -> None:
    (finding,) = parse(yaml.encode(), "x.yaml").findings
    assert finding.place == Place("x.yaml", *map(int, place.split(":")))
    what, after, remedy = said
    assert finding.what == f"not valid YAML: no {what} stands {after}"
    assert finding.remedy.startswith(remedy)


@pytest.mark.parametrize("sign", "—–−•*")
@pytest.mark.parametrize(
    "items", ['{} "b"\n  - "c"\n', '- "b"\n  {} "c"\nd: "e"\n', '- b: "c"\n  {} b: "d"\n']
)
def test_another_sign_than_a_hyphen_before_an_item_is_told_itself(sign: str, items: str) -> None:
    yaml = "a:\n  " + items.format(sign)
    (finding,) = parse(yaml.encode(), "x.yaml").findings
    line = yaml[: yaml.index(sign)].count("\n") + 1
    assert finding.place == Place("x.yaml", line, 3)
    assert finding.what == f"not valid YAML: {sign} stands before an item, and no hyphen"


@pytest.mark.parametrize(
    ("yaml", "column"),
    [('a: "b",\nc: "d"\n', 7), ('a:\n  - "b";\n  - "c"\n', 8), ('a: ["b"],\nc: "d"\n', 9), ('a: "b".\n', 7)],
)
def test_a_sign_behind_a_value_is_to_be_removed(yaml: str, column: int) -> None:
    (finding,) = parse(yaml.encode(), "x.yaml").findings
    assert (finding.place.column, finding.remedy.partition(";")[0]) == (column, "remove it")
    assert "stands behind a value" in finding.what


def test_a_bracket_that_is_not_closed_is_told_where_it_begins() -> None:
    (finding,) = parse(b'a:\n  b: ["c"\n  d: "e"\n', "x.yaml").findings
    assert (finding.what, finding.place) == (
        "not valid YAML: a bracket is not closed",
        Place("x.yaml", 2, 6),
    )


@pytest.mark.parametrize("mark", ["=======", "||||||| base", "<<<<<<< HEAD", ">>>>>>> theirs"])
def test_a_line_that_a_merge_has_left_is_told_itself(mark: str) -> None:
    (finding,) = parse(f'a:\n  - "b"\n{mark}\n  - "c"\n'.encode(), "x.yaml").findings
    assert finding.what == "not valid YAML: a merge of git is not finished"
    assert finding.place == Place("x.yaml", 3, 1)


def test_a_name_in_quotation_marks_at_the_end_of_an_item_is_no_key_without_a_colon() -> None:
    assert reported(parse('a:\n  - Фонд "Үміт"\n  - fund "Umit"\n'.encode(), "x.yaml")) == [
        ("stray-quotation", 2, 5),
        ("stray-quotation", 3, 5),
    ]


@pytest.mark.parametrize("quoted", ["”aktobe”", "“aktobe”", "‘aktobe’", "„aktobe“", "aktobe”", "«aktobe»"])
def test_of_a_value_in_the_marks_of_a_word_processor_nothing_else_is_told(folder: Path, quoted: str) -> None:
    spoil(folder / "organizations.yaml", '["aktobe"]', f"[{quoted}]")
    spoil(folder / "organizations.yaml", '["+77273764037"]', "[“+77273764037”]")
    found = [each for each in load(folder).findings if each.severity is not Severity.NOTE]
    assert [each.code for each in found] == ["stray-quotation", "stray-quotation"]


@pytest.mark.parametrize(
    ("value", "where", "has_name"),
    [
        ("“b”", "quotation marks stand round", False),
        ("b”", "a quotation mark stands at one end of", False),
        ("«b»", "quotation marks stand round", True),
        ("“Фонд «Үміт»", "quotation marks stand round", True),
    ],
)
def test_it_is_told_at_which_ends_of_a_value_a_quotation_mark_stands(
    value: str, where: str, has_name: bool
) -> None:
    (found,) = parse(f"a: {value}\n".encode(), "x.yaml").findings
    assert found.what == f"{where} a value that is not in quotes"
    assert ("part of a name" in found.remedy) is has_name


def test_a_quotation_that_is_not_closed_hides_nothing_of_what_follows() -> None:
    yaml = 'a: ["b", "c]\nd: "e" # f\ng: "h\ni: *j\na: "k"\n'
    reading = parse(yaml.encode(), "x.yaml")
    assert reported(reading) == [
        ("syntax", 1, 10),
        ("syntax", 3, 4),
        ("alias", 4, 4),
        ("duplicate-key", 5, 1),
    ]
    assert isinstance(reading.root, Mapping)
    assert list(reading.root.entries) == ["a", "d", "g", "i"]


def test_where_mending_does_not_help_one_finding_is_enough() -> None:
    for yaml in ('a: "b\\\nc: d\n', 'a: "b\n  c" d\ne: f\n'):
        assert reported(parse(yaml.encode(), "x.yaml")) == [("syntax", 1, 4)]


def test_an_anchor_may_stand_before_a_quotation_that_is_not_closed() -> None:
    findings = parse(b'e{a:\n  b: "c"\nd:\n  e:   &a "&a \n  f: ["g"]\n', "x.yaml").findings
    assert {finding.code for finding in findings} == {"anchor", "syntax"}
    assert any("mark inside it" in finding.remedy for finding in findings)


def test_quotations_without_number_that_are_not_closed_take_no_time_without_end() -> None:
    codes = [code for code, _, _ in reported(parse(b'"a": "b\n' * 20_000, "x.yaml"))]
    assert codes.count("syntax") == 8


@pytest.mark.parametrize(
    ("data", "what", "line", "column"),
    [
        ('a: "Қазақ"'.encode("utf-16"), "expected UTF-8, found what looks like UTF-16 or UTF-32", 1, 1),
        ('a: "b"'.encode("utf-16-le"), "expected UTF-8, found what looks like UTF-16 or UTF-32", 1, 1),
        (
            '\na: "Привет"'.encode("cp1251"),
            "expected UTF-8, found what looks like windows-1251 (cp1251)",
            2,
            5,
        ),
        ('a: "б'.encode() + b'\x80"', "expected UTF-8, found the byte 0x80", 1, 6),
        (b"PK\x03\x04\x14\x00", "expected plain text, found a file of a word processor, or an archive", 0, 0),
        (b"{\\rtf1\\ansi hello}", "expected plain text, found a file in RTF", 0, 0),
    ],
)
def test_other_encodings_are_named(data: bytes, what: str, line: int, column: int) -> None:
    (finding,) = parse(data, "x.yaml").findings
    assert (finding.code, finding.what, finding.place) == ("not-utf-8", what, Place("x.yaml", line, column))


@pytest.mark.parametrize("end", ["\n", ""])
@pytest.mark.parametrize("more", ['made_from:\r\n  "a": "0123abcd"\r\n', 'made_from: {"ә": "0123abcd"}\r\n'])
def test_what_powershell_has_appended_in_its_own_encoding_is_told_once(end: str, more: str) -> None:
    words = f'language: "uz"\nname: "Ўзбек"{end}'
    (finding,) = parse(words.encode() + more.encode("utf-16-le"), "uz.yaml").findings
    place = Place("uz.yaml", 3, 1) if end else Place("uz.yaml", 2, 14)
    assert (finding.place, finding.code) == (place, "not-utf-8")
    assert finding.what == "expected UTF-8, found UTF-16 from here on"
    assert finding.remedy.endswith("| Out-File -Append -Encoding utf8 uz.yaml")


def test_many_forbidden_characters_are_counted_instead_of_listed() -> None:
    findings = parse(("a: b\n" + "\u200b" * 1000).encode(), "x.yaml").findings
    assert len([found for found in findings if found.code == "forbidden-character"]) == 20
    assert findings[19].measure == "980 more such characters follow in this file"


def test_a_missing_file_a_directory_and_a_pipe_are_findings(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    for path, code in [("none.yaml", "missing-file"), (".", "not-a-file"), ("pipe.yaml", "not-a-file")]:
        assert reported(read(tmp_path / path, path)) == [(code, 0, 0)]
    assert reported(read(Path("/dev/zero"), "zero")) == [("not-a-file", 0, 0)]
    assert reported(read(tmp_path / "a\0b", "nul")) == [("unreadable-file", 0, 0)]


def test_a_directory_is_one_where_the_system_does_not_open_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("leaflet.resources.os.open", refuse)  # As on Windows.
    assert reported(read(tmp_path, "x.yaml")) == [("not-a-file", 0, 0)]


def test_no_bytes_raise() -> None:
    good = (CONTENT / "hotlines.yaml").read_bytes()
    chance = random.Random(1)
    pieces = [
        b"&a ",
        b"*a",
        b"!t",
        b"{",
        b"[",
        b"]",
        b'"',
        b"'",
        b"\t",
        b"\n",
        b"- ",
        b": ",
        b"\x00",
        b"\xff",
        b"#",
    ]
    for _ in range(500):
        data = bytearray(good)
        for _ in range(chance.randint(1, 4)):
            at = chance.randrange(len(data))
            data[at : at + chance.randint(0, 3)] = chance.choice(pieces)
        reading = parse(bytes(data), "x.yaml")
        assert reading.findings or reading.root is not None


@pytest.mark.parametrize("before", ["&a ", "!t ", "&a !t ", "&a\n   ", '&" ', "!'"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_quotation_that_is_not_closed_after_an_anchor_or_a_tag_is_a_finding(
    before: str, quote: str
) -> None:
    text = f"a: {{b: {quote}c{quote}, d: {before}{quote}}}\ne: {{f: {quote}g{quote}}}\n"
    reading = parse(text.encode(), "a.yaml")
    assert "syntax" in [finding.code for finding in reading.findings]


@pytest.mark.parametrize("before", ["", 'memo:\n  title: "x"\n'])
@pytest.mark.parametrize("value", ['{name: "One"}', '"One"'])
def test_an_entry_that_begins_at_the_left_edge_is_told_and_not_the_good_ones_below_it(
    before: str, value: str
) -> None:
    yaml = f'{before}organizations:\none: {value}\n  two: {{name: "Two"}}\n  three: "x"\n'
    (finding,) = parse(yaml.encode(), "ru.yaml").findings
    line = 2 + before.count("\n")
    assert finding.place == Place("ru.yaml", line, 1)
    assert finding.measure == "expected 2 spaces before it, found 0"
    assert finding.remedy == f"let it begin as far in as line {line + 1}"


def test_of_an_entry_at_the_left_edge_among_others_both_lines_are_named() -> None:
    yaml = 'organizations:\n  one: "x"\ntwo: "y"\n  three: "z"\n'
    (finding,) = parse(yaml.encode(), "ru.yaml").findings
    assert finding.place.line == 4
    assert "let line 3 begin as far in as this one" in finding.remedy


def test_of_a_part_that_stands_twice_the_second_one_is_moved_to_the_first() -> None:
    reading = parse(b'all:\n  one: "x"\n  two: "y"\nother: "z"\nall:\n  three: "v"\n', "ru.yaml")
    (finding,) = reading.findings
    assert (finding.code, finding.place.line) == ("duplicate-key", 5)
    assert finding.remedy == 'move "three" under the first one, then remove this one'
    (again,) = parse(b'all:\n  one: "x"\nall:\n  one: "y"\n  two: "v"\n', "ru.yaml").findings
    assert again.remedy == "remove one of them"


@pytest.mark.parametrize(
    ("yaml", "measure", "remedy"),
    [
        ('a:\n  b: "x"\n    c: "y"\n', "expected 2 spaces before it, found 4", "as line 2"),
        ('a:\n  b: x\n    c: "y"\n', "expected 2 spaces before it, found 4", "as line 2"),
        ('a: "x"\n  # why\n\n  b: "y"\n', "expected 0 spaces before it, found 2", "as line 1"),
        ('a:\n    b: "x"\n  c: "y"\n', "expected 0 or 4 spaces before it, found 2", "as line 1 or as line 2"),
        ('a:\n  - b: "x"\n     c: "y"\n', "expected 4 spaces before it, found 5", "as line 2"),
        ('a:\n  - "x"\n   - "y"\n', "expected 2 spaces before it, found 3", "as line 2"),
        (
            'a:\n  b: "x"\n c:\n  b: "y"\n',
            "expected 0 or 2 spaces before it, found 1",
            "as line 1 or as line 2",
        ),
        (
            'k:\n  a:\n    b: "x"\nc:\n    b: "x"\n  d:\n    b: "y"\n',
            "expected 0 or 4 spaces before it, found 2",
            "as line 4 or as line 5",
        ),
    ],
)
def test_a_line_that_is_indented_too_far_is_told_by_how_much(yaml: str, measure: str, remedy: str) -> None:
    (finding,) = parse(yaml.encode(), "kk.yaml").findings
    assert finding.what == "not valid YAML: the line is indented as no line above it"
    assert finding.measure == measure
    assert finding.remedy == f"let it begin as far in {remedy}"


@pytest.mark.parametrize(
    ("yaml", "line", "remedy"),
    [
        ('  a: "x"\n  b: "y"\n\ntwo:\n  a: "z"\n', 1, "as far in as line 4"),
        ('# why\n\n  a: "x"\ntwo:\n\n  a: "z"\n', 3, "as far in as line 4"),
        ('organizations:\n    a: "x"\n    b:\n      - "y"\n  two:\n    a: "z"\n', 2, "as far in as line 5"),
    ],
)
def test_of_the_first_id_that_is_lost_it_is_told_where_to_write_it(yaml: str, line: int, remedy: str) -> None:
    (finding,) = parse(yaml.encode(), "kk.yaml").findings
    assert (finding.place.line, finding.what) == (
        line,
        "not valid YAML: the line of an id is missing above this one",
    )
    assert finding.remedy == f"write it above line {line}, on a line of its own, {remedy}"
    lines, indent = yaml.split("\n"), "  " if yaml.startswith("organizations:") else ""
    lines.insert(line - 1, f"{indent}one:")
    assert parse("\n".join(lines).encode(), "kk.yaml").findings == ()


def test_a_first_id_that_stands_too_far_in_is_to_stand_as_far_out_as_the_next_one() -> None:
    yaml = b'organizations:\n    one:\n    a: "x"\n  two:\n    a: "z"\n'
    (finding,) = parse(yaml, "kk.yaml").findings
    assert (finding.place.line, finding.remedy) == (2, "let it begin as far in as line 4")


@pytest.mark.parametrize(
    ("file", "yaml"),
    [
        ("organizations.yaml", 'x:\n  row: "1"\n  phones: ["1"]\nx:\n  row: "2"\n  phones: ["1"]\n'),
        ("regions.yaml", 'x:\n  iso: "1"\nx:\n  iso: "2"\n'),
        ("ru.yaml", 'organizations:\n  x: {name: "1", place: "2"}\n  x: {name: "3", place: "4"}\n'),
        ("ru.yaml", 'memo:\n  x: {heading: "1"}\n  x: {heading: "3", list: ["4"]}\n'),
    ],
)
def test_an_id_that_stands_twice_over_different_things_is_that_of_one_of_them(file: str, yaml: str) -> None:
    (finding,) = parse(yaml.encode(), file).findings
    assert finding.measure.endswith(", and says something else")
    assert finding.remedy.startswith("if they are two, one has the key of the other: write its own")
