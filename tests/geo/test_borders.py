from shapely import Point, Polygon

from geo.borders import countries


def test_countries_are_closed_rings_around_their_names() -> None:
    by_name = {country.name: country for country in countries()}
    assert {"Syria", "Ukraine", "Sudan", "Myanmar"} <= set(by_name)
    for name in ("Syria", "Ukraine", "Sudan"):
        country = by_name[name]
        assert any(Polygon(ring).contains(Point(country.lon, country.lat)) for ring in country.rings)


def test_every_position_is_on_the_globe() -> None:
    positions = [position for country in countries() for ring in country.rings for position in ring]
    assert len(positions) > 5000
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in positions)
