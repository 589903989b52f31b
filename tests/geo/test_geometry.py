import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.geometry import bearing_to, destination, distance_km, haversine_km, sphere_destination, sphere_ring

LATS = st.floats(-85, 85)
LONS = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        ((0.0, 0.0), (0.0, 1.0), 111.32),
        ((0.0, 0.0), (1.0, 0.0), 110.57),
        ((51.5074, -0.1278), (48.8566, 2.3522), 343.9),
        ((0.0, 179.5), (0.0, -179.5), 111.32),
        ((10.0, 10.0), (10.0, 10.0), 0.0),
    ],
)
def test_distances(a: tuple[float, float], b: tuple[float, float], km: float) -> None:
    assert distance_km(*a, *b) == pytest.approx(km, abs=0.1)
    assert haversine_km(*a, *b) == pytest.approx(km, rel=0.006)


@given(LATS, LONS, LATS, LONS)
def test_the_sphere_is_never_far_from_the_ellipsoid(a: float, b: float, c: float, d: float) -> None:
    assert haversine_km(a, b, c, d) == pytest.approx(distance_km(a, b, c, d), rel=0.006, abs=0.01)


@given(LATS, LONS, st.floats(0, 360), st.floats(0.1, 500))
def test_a_destination_lies_as_far_away_as_asked(lat: float, lon: float, bearing: float, km: float) -> None:
    assert distance_km(lat, lon, *destination(lat, lon, bearing, km)) == pytest.approx(km, rel=1e-6)


@given(LATS, LONS, st.floats(0, 360), st.floats(0.1, 500))
def test_so_does_one_on_the_sphere(lat: float, lon: float, bearing: float, km: float) -> None:
    there = sphere_destination(lat, lon, bearing, km)
    assert haversine_km(lat, lon, *there) == pytest.approx(km, rel=1e-6)


def test_ten_km_south_is_south() -> None:
    lat, lon = destination(36.0, 37.0, 180.0, 10.0)
    assert (round(lat, 3), round(lon, 6)) == (35.910, 37.0)


@pytest.mark.parametrize(
    ("to", "degrees"),
    [((37.0, 37.0), 0.0), ((35.0, 37.0), 180.0), ((36.0, 38.0), 90.0), ((36.0, 36.0), 270.0)],
)
def test_a_bearing_is_read_clockwise_from_north(to: tuple[float, float], degrees: float) -> None:
    assert bearing_to(36.0, 37.0, *to) == pytest.approx(degrees, abs=0.5)


@pytest.mark.parametrize(
    ("lat", "lon", "km"), [(35.5, 37.25, 8.0), (-16.5, 179.9, 60.0), (89.999, 0.0, 400.0)]
)
def test_a_ring_holds_the_points_that_lie_in_each_direction(lat: float, lon: float, km: float) -> None:
    ring = sphere_ring(lat, lon, km, 64)
    assert ring == [sphere_destination(lat, lon, -360.0 * i / 64, km)[::-1] for i in range(64)]
