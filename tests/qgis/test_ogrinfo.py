"""GDAL's own tool reads every vector file without a word of complaint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from geo.borders import countries

from .conftest import HOSTILE, samples

BORDERS = len(countries()) - 2 + 1
"""Two islets are too small to be drawn; the disputed borders are one feature."""
EVENTS, AREAS = len(samples()), 4 + len(HOSTILE) // 2


@pytest.mark.parametrize(
    ("file", "counts"),
    [("events.geojson", [EVENTS]), ("areas.geojson", [AREAS]), ("borders.geojson", [BORDERS]),
     ("events.gpkg", [EVENTS, AREAS, 2])],
)
def test_files_are_read_whole(
    ogrinfo: Callable[[Path], str], folder: Path, file: str, counts: list[int]
) -> None:
    told = ogrinfo(folder / file)
    assert [int(line.split()[2]) for line in told.splitlines() if line.startswith("Feature Count")] == counts
    assert 'ID["EPSG",4326]' in told
