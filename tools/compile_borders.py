"""Write geo/map_assets/borders.json: the country outlines behind the offline map.

From Natural Earth's 1:110 million countries (public domain), a copy of which lies among pyogrio's test
files; pyogrio comes with geopandas. Run once; the result is committed.
"""

from __future__ import annotations

import json
from pathlib import Path

import geopandas
import pyogrio

SOURCE = Path(pyogrio.__file__).parent / "tests/fixtures/naturalearth_lowres/naturalearth_lowres.shp"
TARGET = Path(__file__).parent.parent / "geo/map_assets/borders.json"
SCALE = 100
"""Hundredths of a degree: the outlines themselves are ten times coarser."""


def steps(coordinates: list[tuple[float, float]]) -> list[int]:
    """A ring as whole hundredths: the first lon and lat, then the differences."""
    flat: list[int] = []
    west = south = 0
    for lon, lat in coordinates:
        x, y = round(lon * SCALE), round(lat * SCALE)
        if not flat or (x, y) != (west, south):
            flat += [x - west, y - south]
        west, south = x, y
    return flat


def main() -> None:
    """Each country: name, point inside it for the name, area in square degrees, rings as steps."""
    countries = []
    for row in geopandas.read_file(SOURCE).sort_values("name").itertuples():
        polygons = list(getattr(row.geometry, "geoms", [row.geometry]))
        inside = max(polygons, key=lambda p: p.area).representative_point()
        rings = [steps(list(polygon.exterior.coords)) for polygon in polygons]
        label = [round(inside.y, 1), round(inside.x, 1)]
        countries.append([row.name, label, round(row.geometry.area, 1), rings])
    text = json.dumps(countries, ensure_ascii=False, separators=(",", ":"))
    TARGET.write_text(text.replace('],["', '],\n["') + "\n", encoding="utf-8")
    print(f"{TARGET.name}: {len(countries)} countries, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
