from __future__ import annotations

import math

import pytest

from gazetteer.nearness import distance_km, windows


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        ((0, 0), (0, 0), 0),
        ((0, 0), (0, 1), 111.2),
        ((36.2, 37.16), (35.93, 36.63), 56.3),
        ((0, 179.5), (0, -179.5), 111.2),
        ((90, 0), (-90, 0), 20015.1),
    ],
)
def test_distance(one: tuple[float, float], other: tuple[float, float], km: float) -> None:
    assert distance_km(*one, *other) == pytest.approx(km, abs=0.2)


@pytest.mark.parametrize("point", [(36.0, 37.0), (-17.0, 179.99), (89.9, 10.0), (-89.9, -180.0)])
def test_windows_miss_nothing_within_their_reach(point: tuple[float, float]) -> None:
    lat, lon = point
    for south, north, west, east, reach in windows(lat, lon):
        if math.isinf(reach):
            assert (south, north, west, east) == (-90, 90, -180, 180)
            continue
        assert distance_km(lat, lon, max(south, -90), lon) >= reach - 1e-6 or south < -90
        assert west == -180 or distance_km(lat, lon, lat, west) >= reach * 0.999
        assert east == 180 or distance_km(lat, lon, lat, east) >= reach * 0.999
