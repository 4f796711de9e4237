"""Findings that would send whoever reads them to the wrong place."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
from folders import record_reviews, spoil

from leaflet import load
from leaflet.checking import check
from leaflet.content.memo import unlike_source
from leaflet.content.reviews import words_fingerprint
from leaflet.content.sections import WAS_IT_LOST
from leaflet.coverage import uncovered
from leaflet.diagnostics import Place, Severity
from leaflet.fonts import FontFolder

NEW = """  group: "trafficking"
  regions: ["astana"]
  phones: ["+77172548107"]
  source: "letter of the organisation, 12 November 2026"
  checked_on: "2026-11-20"
  rung: ["+77172548107"]
"""
TODAY = datetime.date(2026, 12, 1)


def test_what_is_noted_about_an_organisation_that_is_gone_is_removed_with_it(folder: Path) -> None:
    for name, pattern in (
        ("organizations", r"^kadir-kasiet:\n(?: .*\n)+"),
        *((tag, r"^  kadir-kasiet:\n(?:    .*\n)+") for tag in ("kk", "ru", "en")),
    ):
        path = folder / f"{name}.yaml"
        path.write_text(re.sub(pattern, "", path.read_text("utf-8"), flags=re.MULTILINE), encoding="utf-8")
    found = [found for found in load(folder).findings if found.code in ("unknown-text", "superfluous-record")]
    assert {each.code for each in found} == {"unknown-text", "superfluous-record"}
    assert {each.remedy for each in found} == {
        'remove the entry: no organisation has the id "kadir-kasiet"; or mend the id'
    }


def test_a_slip_in_the_id_of_an_organisation_in_one_language_is_told_there(bilingual: Path) -> None:
    spoil(bilingual / "ru.yaml", "  malika:", "  malica:")
    found = [
        each for each in load(bilingual).findings if each.code in ("unknown-organization", "missing-key")
    ]
    assert {Path(each.place.file).name for each in found} == {"ru.yaml"}


# Another one is called nearly as the second, which is no reason to take it for that one.
@pytest.mark.parametrize("id", ["daris", "womens-support-oral"])
def test_who_takes_out_an_organisation_is_told_to_take_out_its_names(folder: Path, id: str) -> None:
    facts = folder / "organizations.yaml"
    without = re.sub(rf"^{id}:\n(?:(?: .*)?\n)+", "", facts.read_text("utf-8"), flags=re.MULTILINE)
    facts.write_text(without, encoding="utf-8")
    found = [each for each in load(folder).findings if each.code == "unknown-organization"]
    assert [Path(each.place.file).name for each in found] == ["en.yaml", "kk.yaml", "ru.yaml"]
    for each in found:
        assert each.remedy.startswith("if they help no longer, remove their name and place here, too")


def test_an_organisation_that_stands_further_in_is_to_stand_further_out_and_nobody_loses_its_name(
    folder: Path,
) -> None:
    spoil(folder / "organizations.yaml", "\nmalika:\n", "\n  malika:\n")
    found = [each for each in load(folder).findings if each.severity is Severity.ERROR]
    remedies = {each.code: each.remedy for each in found}
    assert remedies["unknown-organization"].startswith("mend organizations.yaml first")
    assert "unknown-key" not in remedies
    assert remedies["duplicate-key"] == "let its line begin as far out as the id of the entry above"


def test_a_region_whose_id_another_has_is_not_to_be_removed_elsewhere(untranslated: Path) -> None:
    spoil(untranslated / "regions.yaml", "\nakmola:\n", "\nabai:\n")
    found = [each for each in load(untranslated).findings if each.code == "unknown-region"]
    remedies = {Path(each.place.file).name: each.remedy for each in found}
    assert remedies["kk.yaml"].startswith("mend regions.yaml first")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\nrodnik:\n", "\n"),
        ("\nkorgau:\n", "\n"),
        ("\nkorgau:\n", "\n  korgau:\n"),
        ("\npravo-komek:\n", "\n"),
        ("\nmalika:\n", "\n  malika:\n"),
        ("\nkadir-kasiet:\n", f"\n{NEW}\nkadir-kasiet:\n"),
        ("\nkadir-kasiet:\n", f"\n  umit:\n{NEW}\nkadir-kasiet:\n"),
    ],
)
def test_an_id_that_is_lost_or_stands_too_far_in_is_one_slip_and_nothing_is_to_be_removed(
    untranslated: Path, old: str, new: str
) -> None:
    spoil(untranslated / "organizations.yaml", old, new)
    found = [each for each in load(untranslated).findings if each.severity is Severity.ERROR]
    (there,) = [each for each in found if each.place.file.endswith("organizations.yaml")]
    assert there.code == "duplicate-key"
    assert "as far out as the id of the entry above" in there.remedy
    assert not [each for each in found if "remove one of them" in each.remedy]


def test_an_id_that_is_lost_in_a_language_is_written_there(untranslated: Path) -> None:
    spoil(untranslated / "kk.yaml", "\n  malika:\n", "\n")
    (found,) = [each for each in load(untranslated).findings if each.code == "duplicate-key"]
    assert found.what == '2 keys stand twice, from "name" on'
    assert "its id is missing above them" in found.remedy


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("демалыс күндерінің", "демалыс reylthsysz", ""),
        ("демалыс күндерінің", "демалыс Rfpsh", "Казыр"),
        ("құқықтар мен бостандықтарды", "құқықтар vty бостандықтарды", "мен"),
        ("ШЕТЕЛДІКТЕР МЕН", "ШЕТЕЛДІКТЕР VTY", "МЕН"),
        ("Сіздің жеке", "Сіздің ;trt", "жеке"),
        ("Кеңес пен көмек", "Кеңес gty r-vtr", 'пен", "көмек'),
        ("Бүкіл ел бойынша", "Бүкіл tk бойынша", "ел"),
        ("көмек көрсете алатынын", "көмек r-hctnt алатынын", "көрсете"),
        ("қуып шығару", "0esg шығару", "қуып"),
        ("сізге үйге", "сізге 8qut", "үйге"),
        ("өз ана тіліңізде", "өз fyf тіліңізде", "ана"),
        ("еш уақытта", "ti уақытта", "еш"),
        ("жазыңыз да**", "жазыңыз lf**", "да"),
        ("осы көшірмелер", "jcs көшірмелер", "осы"),
        ("айтудың керегі", "айтудың ;yt", ""),
        ("және заңнамасын", ";2yt заңнамасын", "және"),
        ("жан-жақты", ";fy-;frns", "жан-жакты"),
        ("талаптарға сай", "талаптарға cfq", "сай"),
        ("Қазақстан азаматтары", "Қазақстан Fpfvfnns4", "Азаматтың"),
        ("құқықтар мен бостандықтарды", "құқықтар Flfvys4 бостандықтарды", "Адамның"),
        ("осы көшірмелер", "Iskhs2 көшірмелер", "Шылрыә"),
        ("осы көшірмелер", "0fp көшірмелер", "қаз"),
    ],
)
def test_a_word_of_the_source_that_was_typed_on_another_keyboard_is_told_there(
    untranslated: Path, old: str, new: str, meant: str
) -> None:
    spoil(untranslated / "kk.yaml", old, new)
    (found,) = [each for each in load(untranslated).findings if each.code == "foreign-letter"]
    latin = [word.rstrip("*") for word in new.split() if re.search("[a-z]", word, re.IGNORECASE)]
    assert found.measure.startswith("found " + ", ".join(f'"{word}"' for word in latin))
    assert meant == "" or f'its keys type "{meant}"' in found.remedy


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("қадір-қасиет", "0flsh-қасиет", "қадыр"),
        ("сондай-ақ", "cjylfq-ақ", "сондай"),
        ("аты-жөн", "fns-жөн", "аты"),
        ("жан-жақты", ";fy-жақты", "жан"),
        ("Бүкіл ел бойынша", "Бүкіл-tk бойынша", "ел"),
    ],
)
def test_half_a_word_of_the_source_that_was_typed_on_another_keyboard_is_told_there(
    untranslated: Path, old: str, new: str, meant: str
) -> None:
    spoil(untranslated / "kk.yaml", old, new)
    (found,) = [each for each in load(untranslated).findings if each.code == "foreign-letter"]
    assert f'its keys type "{meant}"' in found.remedy


@pytest.mark.parametrize(
    "words", ["SIM-картасы бар QR-код, SMS-хабар", "e-Құқық, online-көмек", "Eco-Павлодар", "pdf-файл"]
)
def test_half_a_word_that_is_an_acronym_or_a_loan_is_no_slip_of_the_source(
    untranslated: Path, words: str
) -> None:
    spoil(untranslated / "kk.yaml", "демалыс күндерінің", f"демалыс {words} күндерінің")
    assert not [each for each in load(untranslated).findings if each.code == "foreign-letter"]


@pytest.mark.parametrize(
    "words", ["SMS пен QR", "PDF, 5G, USB", "Wi-Fi", "XIV", "e-mail", "mp3", "TikTok", "«Ana Yurt»"]
)
def test_abbreviations_and_words_that_a_translation_has_are_no_slips_of_the_source(
    bilingual: Path, words: str
) -> None:
    spoil(bilingual / "kk.yaml", "демалыс күндерінің", f"демалыс {words} күндерінің")
    if words.isascii() and not words.isupper():
        spoil(bilingual / "ru.yaml", "нет выходных", f"нет {words} выходных")
    assert not [each for each in load(bilingual).findings if each.code == "foreign-letter"]


@pytest.mark.parametrize("word", ["Facebook", "covid19", "mp3", "mp3,", "info1"])
def test_a_word_that_no_key_of_the_source_types_is_not_to_be_typed_anew(bilingual: Path, word: str) -> None:
    spoil(bilingual / "kk.yaml", "демалыс күндерінің", f"демалыс {word} күндерінің")
    (found,) = [each for each in load(bilingual).findings if each.code == "foreign-letter"]
    assert found.remedy.startswith("write it in the letters of the language, or leave it out")


@pytest.mark.parametrize(
    ("old", "new"),
    [("қуып шығару", "0esg шығару"), ("Қазақстан азаматтары", "Қазақстан Fpfvfnns4")],
)
def test_no_translation_is_blamed_for_the_digit_of_a_word_that_was_typed_on_another_keyboard(
    bilingual: Path, old: str, new: str
) -> None:
    spoil(bilingual / "kk.yaml", old, new)
    assert not [each for each in load(bilingual).findings if each.code == "number-mismatch"]


def test_a_brand_that_translations_have_as_well_is_no_slip_of_the_source(folder: Path) -> None:
    for tag, old in (("kk", "демалыс күндерінің"), ("ru", "нет выходных"), ("en", "no days off")):
        spoil(folder / f"{tag}.yaml", old, f"{old} WhatsApp")
    assert not [each for each in load(folder).findings if each.code == "foreign-letter"]


@pytest.mark.parametrize(
    ("tag", "old", "new", "code"),
    [
        ("ru", "\nregions:\n", "\n", "missing-key"),
        ("ru", "\nlabels:\n", "\n", "missing-key"),
        ("ru", "\norganizations:\n", "\n", "missing-key"),
        ("ru", "\nproof:\n", "\n", "missing-key"),
        ("ru", "\n  signs:\n", "\n", "missing-section"),
        ("ru", "\n  rights_and_duties:\n", "\n", "missing-section"),
        ("ru", 'police: "Полиция"', 'police: "Полици9"', "digit-in-word"),
        ("en", 'police: "Police"', 'police: "P0lice"', "digit-in-word"),
        ("ru", "Держите это", "Lth;bnt это", "foreign-letter"),
        ("en", "emergency services", "emergency service5", "digit-in-word"),
    ],
)
def test_one_slip_is_told_as_what_it_is_and_as_nothing_else(
    folder: Path, tag: str, old: str, new: str, code: str
) -> None:
    (folder / {"ru": "en.yaml", "en": "ru.yaml"}[tag]).unlink()
    before = load(folder).findings
    spoil(folder / f"{tag}.yaml", old, new)
    found = [each for each in load(folder).findings if each not in before]
    codes = [each.code for each in found if each.place.file.endswith(f"{tag}.yaml")]
    assert [each for each in codes if each not in ("wrong-service", "changed-since-review")] == [code]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("\nlabels:\n", "\nlabel:\n", 'unknown-key did you mean "labels"?'),
        ("\nmemo:\n", "\nmeno:\n", 'unknown-key did you mean "memo"?'),
        ("\nmemo:\n", "\n", "missing-key write memo: above line 20, at the left edge"),
        (r"\nlabels:\n(?:  .*\n)+", "\n", "missing-key add it here"),
        (r"\nmemo:\n(?:  .*\n)+", "\n", "missing-key add it here"),
    ],
)
def test_of_a_block_that_the_source_has_lost_or_misspelt_that_alone_is_told(
    bilingual: Path, old: str, new: str, told: str
) -> None:
    before = load(bilingual).findings
    kazakh = bilingual / "kk.yaml"
    kazakh.write_text(re.sub(old, new, kazakh.read_text("utf-8"), count=1), encoding="utf-8")
    found = [each for each in load(bilingual).findings if each not in before]
    assert [f"{each.code} {each.remedy}" for each in found] == [told]


def test_a_section_that_has_lost_its_line_is_to_be_given_it_and_nothing_is_to_be_removed(
    bilingual: Path,
) -> None:
    before = load(bilingual).findings
    spoil(bilingual / "ru.yaml", "\n  rights:\n", "\n")
    found = {each.code: each.remedy for each in load(bilingual).findings if each not in before}
    found.pop("unknown-text")  # A doubt about it.
    where = 'on a line of its own above its heading, as far in as "rights_and_duties"'
    assert found == {
        "missing-section": f"write rights: {where}",
        "duplicate-key": "if it is that of the next section, write the line of that one above it; "
        "if not, remove one of them",
    }


def test_a_section_that_has_lost_its_line_in_the_source_is_told_there_alone(bilingual: Path) -> None:
    spoil(bilingual / "kk.yaml", "\n  signs:\n", "\n")
    found = [each for each in load(bilingual).findings if each.severity is Severity.ERROR]
    assert {Path(each.place.file).name for each in found} == {"kk.yaml"}
    (lost,) = [each for each in found if each.code == "missing-section"]
    assert lost.remedy.startswith(
        'write signs: on a line of its own above its heading, as far in as "definition"; if it is'
    )


def test_a_placeholder_by_mistake_makes_no_doubt_a_grave_one(folder: Path) -> None:
    (folder / "ru.yaml").unlink()
    spoil(folder / "en.yaml", "(akimats)", "{akimats}")
    codes = {each.code for each in load(folder).findings}
    assert "unknown-placeholder" in codes
    assert "minor-doubt" not in codes


def test_of_a_script_that_no_font_has_one_thing_is_told(typeface: FontFolder) -> None:
    texts = [("别的人", Place("zh.yaml", line, 1)) for line in range(1, 41)]
    (found,) = uncovered([*texts, ("102", Place("hotlines.yaml", 1, 1))], typeface)
    assert (found.code, found.place) == ("missing-glyph", Place("zh.yaml"))
    assert "40 of 41 texts" in found.measure
    assert len(list(uncovered(texts[:3], typeface))) == 3


def test_a_fingerprint_is_told_only_where_nothing_else_is_wrong(
    bilingual: Path, typeface: FontFolder
) -> None:
    words = (bilingual / "ru.yaml").read_text(encoding="utf-8")
    words = words.replace('status: "draft"\n', 'status: "reviewed"\n    on: "2026-11-24"\n')
    words = re.sub(r'^(\s+on: ".*"\n)(\s+by: .*\n)\s+on: ".*"\n', r"\1\2", words, flags=re.MULTILINE)
    (bilingual / "ru.yaml").write_text(words, encoding="utf-8")
    record_reviews(bilingual, "ru")

    def remedy() -> str:
        every = check(load(bilingual), ["ru"], typeface, TODAY)
        (found,) = [each for each in every if each.code == "changed-since-review"]
        assert found.what.startswith('the memo in "ru" has changed')
        return f"{found.measure} {found.remedy}"

    spoil(bilingual / "ru.yaml", "нет выходных дней", "нет выходных")
    assert 'fingerprint to "' in remedy()
    spoil(bilingual / "ru.yaml", "нет выходных", "нет 7 выходных")
    assert "mend the errors in this file first" in remedy()
    now = words_fingerprint(load(bilingual).unsound[0], "memo")
    assert now not in remedy()


def test_labels_have_changed_and_the_memo_has(untranslated: Path) -> None:
    spoil(untranslated / "kk.yaml", '  fax: "', '  fax: "x')
    words = (untranslated / "kk.yaml").read_text(encoding="utf-8")
    labels = words[words.index("  labels:") :]
    changed = re.sub('status: ".*"\n', 'status: "source"\n    fingerprint: "00000000"\n', labels, count=1)
    (untranslated / "kk.yaml").write_text(words.replace(labels, changed), encoding="utf-8")
    (found,) = [each for each in unlike_source(load(untranslated)) if each.code == "changed-since-review"]
    assert found.what == 'the labels in "kk" have changed since they were compared with the print'


@pytest.mark.parametrize(
    ("lost", "code"),
    [
        ('    heading: "МІНДЕТТЕРІ"\n', "superfluous-text"),
        ('  police: "Полиция"\n', "superfluous-label"),
    ],
)
def test_what_was_lost_in_the_source_is_not_to_be_removed_from_the_translations(
    lost: str, code: str, folder: Path
) -> None:
    spoil(folder / "kk.yaml", lost, "")
    found = [each for each in load(folder).findings if each.code == code]
    assert {Path(each.place.file).name for each in found} == {"ru.yaml", "en.yaml"}
    assert {each.remedy for each in found} == {WAS_IT_LOST}


def test_a_section_that_was_lost_in_the_source_is_not_to_be_removed_from_the_translations(
    folder: Path,
) -> None:
    path = folder / "kk.yaml"
    text = re.sub(r"^  duties:\n(?:    .*\n)+", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    found = [each for each in load(folder).findings if each.code == "superfluous-section"]
    assert {each.remedy for each in found} == {WAS_IT_LOST}
    assert len(found) == 2


def test_where_a_hotline_is_lost_no_other_number_is_proposed_for_it(folder: Path) -> None:
    path = folder / "hotlines.yaml"
    text = re.sub(r"^police:\n(?:  .*\n)+", "", path.read_text("utf-8"), flags=re.MULTILINE)
    path.write_text(text, encoding="utf-8")
    found = [each for each in load(folder).findings if each.code == "unknown-placeholder"]
    assert found
    assert {each.remedy for each in found} == {
        "mend hotlines.yaml first: it has no police, and there is a label for it"
    }
