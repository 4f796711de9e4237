"""Quotation marks and brackets in names and texts: who reads them must know where a name ends."""

from __future__ import annotations

from pathlib import Path

import pytest
from folders import spoil, write_small

from leaflet import resources
from leaflet.content import Content, load
from leaflet.content.quotation import check_pairs
from leaflet.diagnostics import Finding, Severity
from leaflet.releasing import STOPPING

CODE = "unpaired-quotation"


def told(content: Content, code: str = CODE) -> list[Finding]:
    return [found for found in content.findings if found.code == code]


def stands(found: Finding, tag: str, words: str) -> bool:
    """Whether something is found of the line in which the words of a language were."""
    text = (resources.directory("content") / f"{tag}.yaml").read_text(encoding="utf-8")
    line = text.partition(words)[0].count("\n") + 1
    return (Path(found.place.file).stem, found.place.line) == (tag, line)


def test_the_marks_of_the_real_content_pair_up_or_are_the_memos(untranslated: Path) -> None:
    assert told(load(untranslated)) == []
    spoil(untranslated / "organizations.yaml", '"+77273961938"', '"+7727396193"')
    assert told(load(untranslated)) == []
    spoil(untranslated / "organizations.yaml", '"+7727396193"', '"+77273961938"')
    spoil(
        untranslated / "organizations.yaml",
        "орталығы» қоғамдық қоры, Алматы",
        "орталығы қоғамдық қоры, Алматы",
    )
    (found,) = told(load(untranslated))
    assert (
        found.place.line == (untranslated / "kk.yaml").read_text("utf-8").split("«Родник»")[0].count("\n") + 1
    )
    assert found.measure.startswith('found "»" U+00BB right-pointing double angle quotation mark in')


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("ru", "фонд «Қайсар»", "фонд «Қайсар"),
        ("ru", "фонд «Қайсар»", "фонд Қайсар»"),
        ("ru", "фонд «Қайсар»", "фонд »Қайсар«"),
        ("ru", "фонд «Қайсар»", "фонд «Қайсар”"),
        ("ru", "фонд «Қайсар»", "фонд «Қайсар«"),
        ("ru", "фонд «Қайсар»", "фонд “Қайсар”"),
        ("ru", "„Родник“»", "„Родник»"),
        ("ru", "„Родник“»", "„Родник“"),
        ("ru", "«совершенствуют»", "«совершенствуют"),
        ("ru", "г. Темиртау", "«г. Темиртау"),
        ("ru", '"Горячая линия"', '"«Горячая линия"'),
        ("kk", "«Қайсар»", "«Қайсар"),
        ("kk", "«Қайсар»", '\\"Қайсар\\"'),
        ("en", "“Kaisar”", "“Kaisar"),
        ("en", "“Kaisar”", '“Kaisar\\"'),
        ("en", "“improving”", "“improving"),
        ("en", "“Kaisar”", "«Kaisar»"),
    ],
)
def test_a_mark_that_is_lost_or_reversed_or_of_another_kind_stops_a_release(
    rewritten: Content, tag: str, old: str
) -> None:
    (found,) = told(rewritten)
    assert stands(found, tag, old)
    assert (found.severity, CODE in STOPPING) == (Severity.WARNING, True)


@pytest.mark.parametrize(
    "text",
    [
        *("«Үміт» қоры", '«\\"Үміт\\" орталығы» қоры', "«Центр „Родник“»", "Фонд «Центр «Родник»»"),
        *("people’s ‘fund’ «A»", "o'z «A»", 'צה\\"ל «A»', "5% «A.»", "**«A»**", "«{police}» «A»"),
    ],
)
def test_pairs_within_pairs_and_apostrophes_are_no_slip(tmp_path: Path, text: str) -> None:
    write_small(tmp_path, "kk.yaml", 'title: "me"', f'title: "{text}"')
    assert told(load(tmp_path)) == []


@pytest.mark.parametrize(
    ("pair", "inner"),
    [("»«", "›‹"), ("„“", "‚‘"), ("””", "’’"), ("“”", "‘’"), ('""', "''"), ("「」", "『』")],
)
def test_a_language_has_the_pair_that_most_of_its_texts_have(tmp_path: Path, pair: str, inner: str) -> None:
    def within(marks: str, words: str) -> str:
        return f"{marks[0]}{words}{marks[1]}".replace('"', '\\"')

    write_small(tmp_path)
    one, two = within(pair, f"a {within(inner, 'b')}."), within(pair, "c")
    spoil(tmp_path / "kk.yaml", '["one", ', f'["x {one} y", "{two} z", "y {two}", "z {two}", ')
    assert told(load(tmp_path)) == []
    spoil(tmp_path / "kk.yaml", f"{two} z", f"{two[:-1].removesuffix(chr(92))} z")
    assert len(told(load(tmp_path))) == 1


@pytest.mark.parametrize(
    ("tag", "old", "new", "mark"),
    [
        ("ru", "полиции);", "полиции;", "("),
        ("ru", "аэропорты).", "аэропорты)).", ")"),
        ("ru", "(магазины, супермаркеты, больницы, вокзалы и аэропорты)", "магазины, вокзалы и ТК)", ")"),
        ("ru", "г. Темиртау", "(г. Темиртау", "("),
        ("ru", '"Горячая линия"', '"Горячая линия)"', ")"),
        ("ru", "Павлодарская область", "(Павлодарская область", "("),
        ("en", "buildings (this", "buildings this", ")"),
        ("en", "(including", "((including", "("),
        ("en", "(in any way)", ")in any way(", ")"),
        ("kk", "үшін қажет);", "үшін қажет;", "("),
        ("kk", '"Абай облысы"', '"Абай (облысы"', "("),
    ],
)
def test_a_bracket_that_lost_its_other_half_stops_a_release(
    rewritten: Content, tag: str, old: str, mark: str
) -> None:
    (found,) = told(rewritten, "unpaired-bracket")
    assert stands(found, tag, old)
    assert found.measure.startswith(f'found "{mark}"')
    assert (found.severity, "unpaired-bracket" in STOPPING) == (Severity.WARNING, True)


@pytest.mark.parametrize(
    ("sentences", "is_told"),
    [
        (["a (b", "c) d"], None),
        (["a (b (c) d) e"], None),
        (["a) one; bc) two; 3) three"], None),
        (["say: a) who and where, and b) how"], None),
        (["1) who (or 2) and 2) how"], None),
        (["say who and b) how"], 0),
        (["say: a) who and how) and b) where"], 0),
        (["(a) one, {police}) two"], 0),
        (["a (b.", "c.", "d (e)."], 0),
        (["a (b).", "cde)", "d (e"], 1),
    ],
)
def test_a_bracket_closes_within_its_paragraph_and_an_item_of_a_list_opens_none(
    tmp_path: Path, sentences: list[str], is_told: int | None
) -> None:
    texts = ", ".join(f'"{sentence}"' for sentence in sentences)
    directory = write_small(tmp_path, "kk.yaml", '["a", "b"]', f"[{texts}]")
    words = load(directory).languages["kk"]
    (paragraph, _) = words.sections[1].paragraphs
    told = [finding for finding in check_pairs(words, []) if finding.code == "unpaired-bracket"]
    found = [finding.place for finding in told]
    assert found[:1] == ([] if is_told is None else [paragraph[is_told].place])


def test_a_name_keeps_the_brackets_of_its_row_in_the_memo(untranslated: Path) -> None:
    spoil(untranslated / "kk.yaml", '"«Қайсар» қоғамдық қоры"', '"«Қайсар» қоғамдық қоры)"')
    assert len(told(load(untranslated), "unpaired-bracket")) == 1
    spoil(untranslated / "organizations.yaml", "«Қайсар» қоғамдық қоры,", "«Қайсар» қоғамдық қоры),")
    assert told(load(untranslated), "unpaired-bracket") == []
