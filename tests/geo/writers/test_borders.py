import io
import json

from shapely.geometry import Polygon

from geo.borders import countries
from geo.writers.borders import borders_style, write_borders


def test_every_country_is_a_feature_of_valid_polygons_the_right_way_round() -> None:
    file = io.StringIO()
    write_borders(file)
    features = json.loads(file.getvalue())["features"]
    islets = {"Bajo Nuevo Bank", "Coral Sea Is."}
    names = [country.name for country in countries() if country.name not in islets]
    assert [feature["properties"]["name"] for feature in features] == [*names, None]
    assert features.pop()["geometry"]["type"] == "MultiLineString"
    polygons = [polygon for feature in features for polygon in feature["geometry"]["coordinates"]]
    assert all(ring[0] == ring[-1] and len(ring) > 3 for polygon in polygons for ring in polygon)
    assert all(Polygon(outer).exterior.is_ccw for outer, *_ in polygons if Polygon(outer).is_valid)
    assert not any(Polygon(hole).exterior.is_ccw for _, *holes in polygons for hole in holes)


def test_names_are_written_where_the_data_say() -> None:
    placement = next(borders_style().iter("placement"))
    assert placement.get("geometryGenerator") == 'make_point("lon", "lat")'
