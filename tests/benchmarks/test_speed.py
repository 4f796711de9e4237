"""How long the program takes. Run with ``python -m pytest tests/benchmarks -n 0 --benchmark-enable``."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from sheets import PRODUCTS, Sheet

import leaflet
from leaflet import editions, resources
from leaflet.content import Content, load
from leaflet.fonts import FontFolder


def test_the_command_from_a_cold_start(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(leaflet.__file__).parent.parent)}
    command = [sys.executable, "-m", "leaflet", "build", "--lang", "kk", "--region", "almaty"]

    def build() -> None:
        subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)

    benchmark.pedantic(build, rounds=5)
    assert (tmp_path / "output" / "leaflet-kk-almaty-trifold.pdf").is_file()


@pytest.mark.parametrize("product", PRODUCTS)
def test_a_national_edition_once_all_is_loaded(
    benchmark: BenchmarkFixture, product: str, content: Content, typeface: FontFolder
) -> None:
    def build() -> bool:
        document = leaflet.localize(content, "kk")
        layout = leaflet.lay_out(document, leaflet.PRODUCTS[product], typeface)
        return leaflet.inspect(leaflet.render(layout, typeface), layout, typeface=typeface).ok

    assert benchmark(build)


def test_a_national_edition_built_read_back_and_written(
    benchmark: BenchmarkFixture, content: Content, typeface: FontFolder, tmp_path: Path
) -> None:
    edition = editions.Edition("kk", None, leaflet.PRODUCTS["trifold"])
    built = benchmark(editions.build, edition, content, typeface, tmp_path / "leaflet.pdf")
    assert built.paths == (tmp_path / "leaflet.pdf",)


def test_loading_the_content(benchmark: BenchmarkFixture) -> None:
    assert benchmark(load, resources.directory("content")).languages


@pytest.mark.parametrize("product", PRODUCTS)
def test_rendering_alone(
    benchmark: BenchmarkFixture, product: str, edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    sheet = edition("kk", None, product)
    assert benchmark(leaflet.render, sheet.layout, typeface) == sheet.pdf


def test_laying_out_alone(
    benchmark: BenchmarkFixture, edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    sheet = edition("kk", None, "trifold")
    assert benchmark(leaflet.lay_out, sheet.document, leaflet.PRODUCTS["trifold"], typeface) == sheet.layout


@pytest.mark.parametrize("product", PRODUCTS)
def test_reading_a_file_back(
    benchmark: BenchmarkFixture, product: str, edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    sheet = edition("kk", None, product)
    assert benchmark(leaflet.inspect, sheet.pdf, sheet.layout, typeface=typeface).ok


def test_reading_back_files_that_were_never_read_before(
    benchmark: BenchmarkFixture, edition: Callable[..., Sheet], typeface: FontFolder
) -> None:
    """Of a print run each file is another one: what is kept from the last must not be all that is fast."""
    regions = iter(("abai", "akmola", "aktobe", "almaty", "astana", "atyrau"))

    def another() -> tuple[tuple[Sheet], dict[str, object]]:
        return (edition("kk", next(regions), "trifold"),), {}

    def read(sheet: Sheet) -> bool:
        return leaflet.inspect(sheet.pdf, sheet.layout, typeface=typeface).ok

    assert benchmark.pedantic(read, setup=another, rounds=5)
