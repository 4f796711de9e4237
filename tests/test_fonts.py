import hashlib
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
import uharfbuzz as hb

import leaflet
from leaflet import resources
from leaflet.fonts import FEATURES, FILES, SUMS, FontError, FontFolder, load_typeface, parse_sums
from leaflet.typeface import Weight

FOLDER = resources.directory("fonts")
REGULAR = Weight.REGULAR

ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "ky": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "tg": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя",
    "uz-Cyrl": "абвгдеёжзийклмнопрстуфхцчшъэюяўқғҳ",
    "uz-Latn": "abdefghijklmnopqrstuvxyz\u02bb\u02bc",
    "tr": "abcçdefgğhıijklmnoöprsştuüvyzâîûİ",
    "az": "abcçdeəfgğhxıijkqlmnoöprsştuüvyzİƏ",
    "tk": "abçdeäfghijžklmnňoöprsştuüwyýz",
    "mn": "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя",
    "en": "abcdefghijklmnopqrstuvwxyz",
}
SIGNS = "0123456789₸№«»„“”‘’—–-\u2011\u00a0\u202f.,:;!?()/+@_%§…"


def finding_code(folder: Path, weight: Weight = REGULAR) -> str:
    """The code of the finding that loading a face ends in."""
    with pytest.raises(FontError) as caught:
        FontFolder(folder)[weight]
    assert caught.value.finding.place.file.startswith(str(folder))
    assert caught.value.finding.remedy
    return caught.value.finding.code


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the regular face and the fingerprints."""
    for name in (FILES[REGULAR], SUMS):
        shutil.copy(FOLDER / name, tmp_path / name)
    return tmp_path


# What the faces can show.


@pytest.mark.parametrize("weight", FILES)
def test_every_face_shows_the_letters_of_every_language(typeface: FontFolder, weight: Weight) -> None:
    wanted = {letter for alphabet in ALPHABETS.values() for letter in alphabet + alphabet.upper()} | set(
        SIGNS
    )
    assert {letter for letter in wanted if not typeface[weight].covers(letter)} == set()


def test_a_face_says_what_it_cannot_show(typeface: FontFolder) -> None:
    assert not typeface[REGULAR].covers("中")


def test_every_weight_has_a_face_of_its_own(typeface: FontFolder) -> None:
    assert set(typeface) == set(Weight)
    assert len({typeface[weight].name for weight in typeface}) == len(Weight) == 3


def test_a_bolder_weight_is_wider(typeface: FontFolder) -> None:
    widths = [typeface[weight].shape("Қазақстан").width for weight in Weight]
    assert widths == sorted(set(widths))


def test_heights_are_those_of_noto_sans(typeface: FontFolder) -> None:
    for weight in typeface:
        assert typeface[weight].cap_height == pytest.approx(714, abs=1)
        assert 200 < typeface[weight].descent < 293


# The files are the ones that were checked.


def test_a_face_is_loaded_where_file_and_fingerprint_agree(folder: Path) -> None:
    faces = FontFolder(folder)
    assert faces[REGULAR] is faces[REGULAR]
    assert faces[REGULAR].name == "NotoSans-SemiCondensed"


@pytest.mark.parametrize("at", [0, 1000, -1])
def test_a_changed_byte_is_found(folder: Path, at: int) -> None:
    path = folder / FILES[REGULAR]
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)
    assert finding_code(folder) == "font-changed"


@pytest.mark.parametrize("name", [FILES[REGULAR], SUMS])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert finding_code(folder) == "font-missing"
    with pytest.raises(FontError, match=name):
        FontFolder(folder)[REGULAR]


def test_a_folder_in_the_place_of_a_file_is_a_missing_file(folder: Path) -> None:
    (folder / FILES[REGULAR]).unlink()
    (folder / FILES[REGULAR]).mkdir()
    assert finding_code(folder) == "font-missing"


@pytest.mark.parametrize("name", [FILES[REGULAR], SUMS])
@pytest.mark.parametrize(
    "make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"]
)
def test_what_has_no_end_in_the_place_of_a_file_is_a_missing_file(
    folder: Path, name: str, make: Callable[[Path], None]
) -> None:
    (folder / name).unlink()
    make(folder / name)
    assert finding_code(folder) == "font-missing"


def test_a_font_that_is_far_too_large_is_not_read_whole(folder: Path) -> None:
    with (folder / FILES[REGULAR]).open("ab") as file:
        file.truncate(50_000_000_000)
    assert finding_code(folder) == "font-changed"


@pytest.mark.parametrize("sums", [b"", b"\xff\x00", b"NotoSans-SemiCondensed.ttf\n"])
def test_a_file_without_fingerprint_is_refused(folder: Path, sums: bytes) -> None:
    (folder / SUMS).write_bytes(sums)
    assert finding_code(folder) == "font-changed"


def test_a_folder_is_read_only_when_a_face_is_asked_for(tmp_path: Path) -> None:
    assert len(load_typeface(tmp_path / "nowhere")) == 3


def test_the_fingerprints_are_of_all_font_files_and_no_others() -> None:
    sums = parse_sums((FOLDER / SUMS).read_bytes())
    files = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.ttf")}
    assert sums == files
    assert set(FILES.values()) == set(files)


# Measures.


def test_a_word_of_kerned_letters_is_narrower_than_their_sum(typeface: FontFolder) -> None:
    face = typeface[REGULAR]
    shaped = face.shape("ТАРАЗ")
    letters = [face.shape(letter).width for letter in "ТАРАЗ"]
    assert shaped.width < sum(letters)
    assert len(shaped.kerns) == 5
    assert shaped.width == pytest.approx(sum(letters) + sum(shaped.kerns))
    assert any(shaped.kerns[:-1])


@pytest.mark.parametrize("weight", FILES)
def test_what_a_shaper_would_move_over_another_letter_is_said_to_overprint(
    typeface: FontFolder, weight: Weight
) -> None:
    face = typeface[weight]
    font = hb.Font(hb.Face(face.data))
    characters = [chr(code) for code in range(0x21, 0xFB10) if face.covers(chr(code))]
    moved = set()
    for character in characters:
        buffer = hb.Buffer()
        buffer.add_str(f"А{character}")
        buffer.guess_segment_properties()
        hb.shape(font, buffer, FEATURES)
        positions = buffer.glyph_positions
        if len(positions) == 2 and (positions[1].x_offset or positions[1].y_offset):
            moved.add(character)
    overprinting = {character for character in characters if face.overprints(character)}
    assert len(moved) > 50
    assert moved <= overprinting
    marks = {character for character in overprinting if unicodedata.category(character) != "Cf"}
    assert all(unicodedata.category(character).startswith("M") for character in marks)


def test_a_single_letter_has_no_kerning(typeface: FontFolder) -> None:
    assert typeface[REGULAR].shape("А").kerns == ()


@pytest.mark.parametrize("weight", FILES)
@pytest.mark.parametrize("word", ["office", "flyer", "affair", "WAVE", "IJssel"])
def test_there_are_no_ligatures(typeface: FontFolder, weight: Weight, word: str) -> None:
    face = typeface[weight]
    shaped = face.shape(word)
    letters = sum(face.shape(letter).width for letter in word)
    assert shaped.width == pytest.approx(letters + sum(shaped.kerns))
    assert len(shaped.kerns) in (0, len(word))
    font = hb.Font(hb.Face(face.data))
    assert len(glyphs(font, word, FEATURES)) == len(word)


@pytest.mark.parametrize("weight", FILES)
def test_a_font_file_has_no_hints_and_no_ligatures(typeface: FontFolder, weight: Weight) -> None:
    face = hb.Face(typeface[weight].data)
    assert not {"fpgm", "prep", "cvt ", "gasp"} & set(face.table_tags)
    assert {"GPOS", "GSUB", "name"} <= set(face.table_tags)
    assert len(glyphs(hb.Font(face), "office", {})) == 6


def test_the_originals_of_all_font_files_are_named() -> None:
    originals = parse_sums((FOLDER / "ORIGINALS").read_bytes())
    assert set(originals) == set(FILES.values())
    assert not set(originals.values()) & set(parse_sums((FOLDER / SUMS).read_bytes()).values())


def glyphs(font: hb.Font, word: str, features: dict[str, bool]) -> list[int]:
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(font, buffer, features)
    return [info.codepoint for info in buffer.glyph_infos]


def test_no_break_spaces_are_as_wide_as_they_should_be(typeface: FontFolder) -> None:
    face = typeface[REGULAR]
    assert face.shape("\u00a0").width == face.shape(" ").width
    assert 0 < face.shape("\u202f").width <= face.shape(" ").width
    assert face.shape("\u2011").width == face.shape("-").width


WORDS = ["ТАРАЗ", "office", "İstanbul", "ғқңөұүһі", "бгдпт"]
MEASURE = (
    "import json, leaflet; from leaflet.typeface import *; face = leaflet.load_typeface()"
    "[Weight.REGULAR]; "
    f"print(json.dumps([[s.width, list(s.kerns)] for s in map(face.shape, {WORDS!a})]))"
)


@pytest.mark.parametrize("locale", ["C", "tr_TR.UTF-8", "sr_RS.UTF-8"])
def test_measures_do_not_depend_on_the_locale(typeface: FontFolder, locale: str) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LC_")}
    environment |= {"LANG": locale, "LANGUAGE": locale, "PYTHONPATH": str(Path(leaflet.__file__).parents[1])}
    command = [sys.executable, "-c", MEASURE]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    here = [typeface[REGULAR].shape(word) for word in WORDS]
    assert json.loads(done.stdout) == [[shaped.width, list(shaped.kerns)] for shaped in here]


def test_text_is_shaped_in_no_language(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The language of the process would choose local forms of letters; the locale may not be installed here.
    languages: list[str] = []
    shape = hb.shape

    def watched(font: hb.Font, buffer: hb.Buffer, features: dict[str, bool], shapers: list[str]) -> None:
        languages.append(buffer.language)
        shape(font, buffer, features, shapers)

    monkeypatch.setattr(hb, "shape", watched)
    FontFolder(folder)[REGULAR].shape("бгдпт")
    assert languages == ["und"]
