"""Whatever an article says, every file can be read, says the same words again, and runs none of them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import duckdb
import geopandas
import pandas
import pyarrow.parquet as pq
import pytest
from lxml import etree

from geo.plain_text import storable
from geo.writers.cells import uncell

from ..hostile import HOSTILE, TOLD, hostile_reports
from .writing import write

QUOTES = [storable(text) for text in HOSTILE]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    for name in ("geopackage", "parquet", "csv", "hxl", "acled", "ucdp", "kml"):
        write(folder, name, hostile_reports())
    return folder


@pytest.fixture(autouse=True)
def _any_length() -> Iterator[None]:
    """A story of 100,000 letters, told in `claims` too, is longer than the module takes unasked."""
    before = csv.field_size_limit(10_000_000)
    yield
    csv.field_size_limit(before)


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def test_geopackage(folder: Path) -> None:
    frame = geopandas.read_file(folder / "events.gpkg", layer="events")
    assert frame["quote"].tolist() == frame["id"].tolist() == QUOTES
    areas = geopandas.read_file(folder / "events.gpkg", layer="areas")
    assert set(areas["id"]) <= set(QUOTES) and len(areas) > 50


def test_geoparquet(folder: Path) -> None:
    found = pq.read_table(folder / "events.parquet", columns=["id", "quote", "weapon"]).to_pydict()
    assert found["id"] == found["quote"] == QUOTES
    assert geopandas.read_parquet(folder / "areas.parquet").geometry.is_valid.all()


@pytest.mark.parametrize("name", ["events.csv", "events.hxl.csv"])
def test_csv_gives_the_words_back(folder: Path, name: str) -> None:
    head, *body = rows(folder / name)
    column = head.index("quote")
    assert [uncell(row[column]) for row in body if row[0] != "#event+id"] == QUOTES


def test_other_readers_find_every_row_too(folder: Path) -> None:
    count = f"SELECT count(*), count(DISTINCT quote) FROM '{folder / 'events.csv'}'"
    assert duckdb.sql(count).fetchall() == [(len(HOSTILE), len(set(QUOTES)))]
    frame = pandas.read_csv(folder / "events.csv", keep_default_na=False)
    assert [uncell(quote) for quote in frame["quote"]] == QUOTES


@pytest.mark.parametrize("name", ["events.csv", "events.hxl.csv", "events.acled.csv", "events.ucdp.csv"])
def test_no_cell_of_a_table_opens_as_a_formula(folder: Path, name: str) -> None:
    number = re.compile(r"-?\d+(\.\d+)?")
    cells = [cell for row in rows(folder / name) for cell in row]
    assert len(cells) > 200 * 17
    assert [c for c in cells if c.lstrip()[:1] in {*"=+-@＝＋－＠"} - {""} and not number.fullmatch(c)] == []


def test_kml(folder: Path) -> None:
    found = etree.parse(folder / "events.kml")
    names = {"k": "http://www.opengis.net/kml/2.2"}
    placemarks = found.findall(".//k:Placemark", names)
    assert len(placemarks) == len(HOSTILE)
    for placemark, quote in zip(placemarks, QUOTES, strict=True):
        data = {e.get("name"): e.text for e in placemark.iterfind(".//k:SimpleData", names)}
        told = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", quote)
        assert {data[key] for key in TOLD if key in data} == {told}
        shown = "".join(placemark.findtext(f"k:{key}", "", names) for key in ("name", "description"))
        assert not set("<>\u202e") & set(shown)
