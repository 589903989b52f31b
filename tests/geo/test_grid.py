"""Grid references to degrees, against published pairs."""

from __future__ import annotations

import pytest

from geo.grid import BadGrid, grid_point, utm_point


@pytest.mark.parametrize(
    ("zone", "band", "square", "digits", "lat", "lon", "off"),
    [
        # GeographicLib's manual of GeoConvert
        (38, "S", "MB", "4488", 33.33424, 44.40363, 1e-5),
        (38, "S", "MB", "4414084706", 33.3, 44.4, 2e-5),
        (32, "C", "MS", "4328", -79.9, 6.1, 0.03),
        # the tests of proj4js, to its cell of ten kilometres
        (33, "U", "XP", "04", 48.24949, 16.41450, 1e-4),
        (24, "X", "WT", "783908", 83.62778, -32.66433, 1e-5),
    ],
)
def test_published_references(
    zone: int, band: str, square: str, digits: str, lat: float, lon: float, off: float
) -> None:
    point = grid_point(zone, band, square, digits)
    assert point == (pytest.approx(lat, abs=off), pytest.approx(lon, abs=off))


@pytest.mark.parametrize(
    ("zone", "is_north", "easting", "northing", "lat", "lon"),
    [
        (31, False, 500_000, 9_889_470, -1.0, 3.0),
        (17, True, 630_084, 4_833_438, 43.6425667, -79.387139),  # the CN Tower in Toronto
        (31, True, 500_000, 0, 0.0, 3.0),
    ],
)
def test_published_metres(
    zone: int, is_north: bool, easting: float, northing: float, lat: float, lon: float
) -> None:
    point = utm_point(zone, is_north, easting, northing)
    assert point == (pytest.approx(lat, abs=1e-5), pytest.approx(lon, abs=1e-5))


@pytest.mark.parametrize(
    ("zone", "band", "square", "digits"),
    [(0, "S", "MB", "4488"), (61, "S", "MB", "4488"), (38, "I", "MB", "4488"), (38, "S", "AB", "4488"),
     (38, "S", "MW", "4488"), (38, "S", "MB", "448"), (38, "S", "MM", "4488")],
)  # fmt: skip
def test_no_square_of_the_grid(zone: int, band: str, square: str, digits: str) -> None:
    with pytest.raises(BadGrid):
        grid_point(zone, band, square, digits)
