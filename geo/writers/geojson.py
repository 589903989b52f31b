"""Events -> two GeoJSON files (RFC 7946): every event as a point or unlocated, and the areas."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from geo.style import Look
from geo.writers.atomic import replacing
from geo.writers.feature import Feature
from geo.writers.output import Put

HEAD = '{"type":"FeatureCollection","features":['


@contextmanager
def geojson(folder: Path, look: Look) -> Iterator[Put]:
    """Writes events.geojson and areas.geojson as the events come.

    The points file holds every event: its point, or a null geometry where it is not located. The point of
    an event wider than `near` is only the middle of its area: filter by `place_level` before mapping it.
    The areas file holds under the same id the area of an event that is `near` a place or wider.
    """
    with replacing(folder / "events.geojson") as events, replacing(folder / "areas.geojson") as areas:
        put_event, put_area = _collection(events), _collection(areas)

        def put(feature: Feature) -> None:
            put_event(feature.properties, feature.point)
            if feature.area is not None:
                put_area(feature.properties, feature.area)

        yield put
        for file in (events, areas):
            file.write("\n]}\n")


def _collection(file: IO[str]) -> Callable[[Mapping[str, Any], Mapping[str, Any] | None], None]:
    """Writes features one by one; the first has no comma before it."""
    file.write(HEAD)
    before = "\n"

    def put(properties: Mapping[str, Any], geometry: Mapping[str, Any] | None) -> None:
        nonlocal before
        feature = {"type": "Feature", "id": properties["id"], "geometry": geometry, "properties": properties}
        line = json.dumps(feature, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        file.write(before + line)
        before = ",\n"

    return put
