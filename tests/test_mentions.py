"""A translation names the countries and towns that its source names, and no other."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from folders import spoil

from leaflet import load, resources
from leaflet.content.mistaken import mistaken
from leaflet.releasing import STOPPING


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(resources.directory("content"), tmp_path / "content"))


def told(folder: Path, tag: str) -> list[str]:
    return [found.what for found in mistaken(load(folder), tag) if found.code == "other-place"]


@pytest.mark.parametrize(
    ("tag", "old", "new", "what"),
    [
        (
            "en",
            "Rights and duties of migrants in Kazakhstan",
            "Rights and duties of migrants in Kyrgyzstan",
            "Kyrg",
        ),
        ("ru", "При въезде в Казахстан", "При въезде в Узбекистан", "Узбекистан"),
        (
            "ru",
            "законодательство Республики Казахстан",
            "законодательство Российской Федерации",
            "Российской",
        ),
        ("ru", "По всей республике", "По городу Шымкент", "Шымкент"),
        ("ru", "По всей республике", "В Астане", "Астане"),
        ("en", "contact the diplomatic missions", "contact in Oral the diplomatic missions", "Oral"),
        ("en", "civil society organisations in", "civil society organisations in Astana, in", "Astana"),
        ("en", "as citizens of Kazakhstan", "as citizens", "Қазақстан"),
        ("en", "“Taldykorgan Regional", "“Almaty Regional", "Almaty"),
        ("ru", "Союз кризисных центров Казахстана", "Союз кризисных центров России", "России"),
    ],
)
def test_another_country_or_town_is_told(folder: Path, tag: str, old: str, new: str, what: str) -> None:
    spoil(folder / f"{tag}.yaml", old, new)
    (found,) = told(folder, tag)
    assert what in found
    assert "other-place" in STOPPING


@pytest.mark.parametrize(
    ("tag", "old", "new"),
    [
        ("en", "as citizens of Kazakhstan", "as citizens of this country"),
        ("ru", "как граждане Казахстана", "как граждане страны"),
        ("ru", "Республики Казахстан", "РК"),
        ("en", "Across the country", "Everywhere in Kazakhstan"),
        ("ru", "членам их семьи", "членам их семей"),
        ("en", "you cannot leave the job", "Oral or written, you cannot leave the job"),
    ],
)
def test_the_country_may_be_called_so(folder: Path, tag: str, old: str, new: str) -> None:
    spoil(folder / f"{tag}.yaml", old, new)
    assert told(folder, tag) == []
