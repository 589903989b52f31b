import io
import json

from shapely.geometry import Polygon

from geo.borders import countries
from geo.writers.borders import borders_style, write_borders


def test_every_country_is_a_feature_with_closed_rings_counter_clockwise() -> None:
    file = io.StringIO()
    write_borders(file)
    features = json.loads(file.getvalue())["features"]
    assert [feature["properties"]["name"] for feature in features] == [c.name for c in countries()]
    rings = [ring for feature in features for (ring,) in feature["geometry"]["coordinates"]]
    assert all(ring[0] == ring[-1] and Polygon(ring).exterior.is_ccw for ring in rings)
    assert all(feature["geometry"]["coordinates"] for feature in features)
    assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for ring in rings for lon, lat in ring)


def test_names_are_written_where_the_data_say() -> None:
    placement = next(borders_style().iter("placement"))
    assert placement.get("geometryGenerator") == 'make_point("lon", "lat")'
