"""Font files into a measured typeface: checked against their fingerprints, shaped by HarfBuzz."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import uharfbuzz as hb

from leaflet import resources
from leaflet.diagnostics import Finding, FindingError, Place
from leaflet.typeface import Shaped, Weight

# Semi-condensed: type that is narrower can be larger in the same room, and reads better in a bad copy.
FILES: dict[Weight, str] = {
    Weight.REGULAR: "NotoSans-SemiCondensed.ttf",
    Weight.SEMI_BOLD: "NotoSans-SemiCondensedSemiBold.ttf",
    Weight.BOLD: "NotoSans-SemiCondensedBold.ttf",
}
SUMS = "SHA256SUMS"
MOST_BYTES = 16_000_000
"""The largest font that is read, in bytes: ours have 154,000, and the fingerprint of a part is another."""

# Ligatures and alternates would put glyphs on the paper that no reader can turn back into letters.
FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False, "locl": False}


class FontError(FindingError):
    """A font file is missing, damaged or not the one that was checked."""


class FontFace:
    """One font file and its SHA-256, measured by HarfBuzz; keeps what it has measured."""

    def __init__(self, path: Path, data: bytes, digest: str) -> None:
        self.path = path
        self.data = data
        self.digest = digest
        face = hb.Face(data)
        self._font = hb.Font(face)
        self._em: float = 1000 / face.upem
        # The same words, and far fewer letters, are asked for in text after text.
        self.shape = cache(self._shape)
        self.bearing = cache(self._bearing)
        self.rise = cache(self._rise)
        self.covers = cache(self._covers)
        self.overprints = cache(self._overprints)
        self.name = path.stem
        self.cap_height = self._cap_height()
        self.descent = self._descent()

    def _cap_height(self) -> float:
        extents = self._font.get_glyph_extents(self._font.get_nominal_glyph(ord("Н")))
        return float(extents.y_bearing) * self._em

    def _descent(self) -> float:
        glyphs = [self._font.get_nominal_glyph(ord(letter)) for letter in "ңщұ"]
        boxes = [self._font.get_glyph_extents(glyph) for glyph in glyphs]
        return -min(float(box.y_bearing + box.height) for box in boxes) * self._em

    def _bearing(self, character: str) -> float:
        extents = self._extents(character)
        return float(extents.x_bearing) * self._em if extents else 0.0

    def _rise(self, character: str) -> float:
        extents = self._extents(character)
        return float(extents.y_bearing) * self._em if extents else 0.0

    def _extents(self, character: str) -> hb.GlyphExtents | None:
        return self._font.get_glyph_extents(self._font.get_nominal_glyph(ord(character)) or 0)

    def _covers(self, character: str) -> bool:
        return bool(self._font.get_nominal_glyph(ord(character)))

    def _overprints(self, character: str) -> bool:
        glyph = self._font.get_nominal_glyph(ord(character))
        return bool(glyph) and not self._font.get_glyph_h_advance(glyph)

    def _shape(self, text: str) -> Shaped:
        buffer = hb.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        # Not the locale's: HarfBuzz would else take the language of the process.
        buffer.language = "und"
        # Nor another shaper, though a variable of the environment asks for it.
        hb.shape(self._font, buffer, FEATURES, shapers=["ot"])
        font = self._font
        nominal = [font.get_nominal_glyph(ord(character)) or 0 for character in text]
        advances = [font.get_glyph_h_advance(glyph) for glyph in nominal]
        kerns: tuple[float, ...] = ()
        # One glyph a letter, or no kerning: the page is written from letters, not from glyph numbers.
        if [info.codepoint for info in buffer.glyph_infos] == nominal:
            deltas = [
                position.x_advance - advance
                for position, advance in zip(buffer.glyph_positions, advances, strict=True)
            ]
            if any(deltas):
                kerns = tuple(delta * self._em for delta in deltas)
        return Shaped(sum(advances) * self._em + sum(kerns), kerns)


class FontFolder(Mapping[Weight, FontFace]):
    """The typeface in a folder of font files. A face is read, and checked, when it is first asked for."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        self._faces: dict[Weight, FontFace] = {}
        self._sums: dict[str, str] | None = None

    def __getitem__(self, weight: Weight) -> FontFace:
        face = self._faces.get(weight)
        if face is None:
            face = self._faces[weight] = self._load(FILES[weight])
        return face

    def __iter__(self) -> Iterator[Weight]:
        return iter(FILES)

    def __len__(self) -> int:
        return len(FILES)

    def _load(self, name: str) -> FontFace:
        path = self.directory / name
        data = read_font_file(path)
        if self._sums is None:
            self._sums = parse_sums(read_font_file(self.directory / SUMS))
        found = hashlib.sha256(data).hexdigest()
        expected = self._sums.get(name, "none")
        if found != expected:
            raise FontError(
                Finding(
                    Place(str(path)),
                    "font-changed",
                    "this is not the font file that was checked",
                    f"expected SHA-256 {expected}, found {found}",
                    "install leaflet again, or restore the file",
                )
            )
        return FontFace(path, data, found)


def parse_sums(data: bytes) -> dict[str, str]:
    """File name to SHA-256, from lines as ``sha256sum`` writes them."""
    pairs = (line.split() for line in data.decode("ascii", "replace").splitlines())
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}


def read_font_file(path: Path) -> bytes:
    """The file's bytes. Raises FontError if it cannot be read."""
    try:
        data, reason = resources.read(path, MOST_BYTES), "not a file"
    except OSError as error:
        data, reason = None, error.strerror or type(error).__name__
    if data is None:
        raise FontError(
            Finding(
                Place(str(path)),
                "font-missing",
                "cannot read a font file",
                reason,
                "install leaflet again, or restore the file",
            )
        )
    return data


def load_typeface(directory: Path | None = None) -> FontFolder:
    """The typeface that travels with the program, or the one in a folder."""
    return FontFolder(directory or resources.directory("fonts"))
