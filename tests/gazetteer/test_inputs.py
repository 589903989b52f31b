from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer.inputs import holds_boundaries, recognise_table

from .world import dump_row, write, zipped

COUNTRY = "\t".join(["SY", "SYR", "760", "SY", "Syria", *[""] * 14]) + "\n"


@pytest.mark.parametrize(
    ("name", "text", "kind", "reader"),
    [
        ("SY.txt", dump_row(1, "X", 35, 36), "dump", "dump_rows"),
        ("admin1CodesASCII.txt", "SY.12\tIdlib\tIdlib\t20\n", "codes", "code_rows"),
        ("admin2Codes.txt", "SY.12.5\tHarim\tHarim\t21\n", "codes", "code_rows"),
        ("SY.txt", "1\t11\tar\tقمر\t\t\t\t\n", "names", "alternate_rows"),
        ("hierarchy.txt", "1\t2\tADM\n", "hierarchy", "hierarchy_rows"),
        ("countryInfo.txt", "# a comment\n" + COUNTRY, "names", "country_rows"),
        ("mine.csv", "name,lat,lon\nX,1,2\n", "table", None),
        ("mine.tsv", "name\tlat\tlon\tcountry\n", "table", None),
    ],
)
def test_what_a_text_is(tmp_path: Path, name: str, text: str, kind: str, reader: str | None) -> None:
    for path in (write(tmp_path / name, text), zipped(tmp_path / "packed.zip", {name: text})):
        found, rows = recognise_table(path)
        assert (found, rows.__name__ if rows is not None else None) == (kind, reader)


def test_boundaries_by_name_or_by_what_a_zip_holds(tmp_path: Path) -> None:
    assert holds_boundaries(write(tmp_path / "a.GeoJSON", "{}"))
    assert holds_boundaries(zipped(tmp_path / "b.zip", {"in/a.shp": b"", "in/a.dbf": b""}))
    assert not holds_boundaries(zipped(tmp_path / "c.zip", {"SY.txt": "x"}))
    assert not holds_boundaries(write(tmp_path / "d.csv", "x"))
