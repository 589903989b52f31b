"""A loopback server that answers as Nominatim, Photon and GeoNames do."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.loopback import serving


@dataclass
class GeocodingServer:
    answers: dict[str, Any] = field(default_factory=dict)
    """The document for each query (`q`); text is sent as it is. Without one the service knows nothing."""
    nothing: Any = field(default_factory=list)
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    sleeps: float = 0.0
    url: str = ""
    asked: list[dict[str, str]] = field(default_factory=list)
    """The parameters of each request, its path as `path`, its User-Agent as `agent`."""
    times: list[float] = field(default_factory=list)

    def queries(self) -> list[str]:
        return [one["q"] for one in self.asked]


@contextmanager
def geocoding_server() -> Iterator[GeocodingServer]:
    told = GeocodingServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            told.times.append(time.monotonic())
            address = urlsplit(self.path)
            asked = {name: values[0] for name, values in parse_qs(address.query).items()}
            agent = self.headers.get("User-Agent", "")
            told.asked.append({**asked, "path": address.path, "agent": agent})
            time.sleep(told.sleeps)
            answer = told.answers.get(asked["q"], told.nothing)
            body = (answer if isinstance(answer, str) else json.dumps(answer)).encode()
            try:
                self.send_response(told.status)
                for name, value in told.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                """Whoever asked has given up."""

    with serving(Handler) as told.url:
        yield told


def nominatim_row(name: str, lat: float, lon: float, **more: Any) -> dict[str, Any]:
    """A village in Syria, as Nominatim's search prints it."""
    row = {
        "osm_type": "node", "osm_id": 4711, "lat": str(lat), "lon": str(lon), "class": "place",
        "type": "village", "addresstype": "village", "name": name, "display_name": f"{name}, Syria",
        "address": {"village": name, "state": "Idlib Governorate", "country_code": "sy"},
        "boundingbox": [str(lat - 0.02), str(lat + 0.02), str(lon - 0.02), str(lon + 0.02)],
    }  # fmt: skip
    return {**row, **more}


def photon_feature(name: str, lat: float, lon: float, **more: Any) -> dict[str, Any]:
    told = {
        "osm_type": "N", "osm_id": 4711, "osm_key": "place", "osm_value": "village", "type": "city",
        "name": name, "countrycode": "SY", "state": "Idlib Governorate",
    }  # fmt: skip
    return {"geometry": {"type": "Point", "coordinates": [lon, lat]}, "properties": {**told, **more}}


def geonames_row(name: str, lat: float, lon: float, **more: Any) -> dict[str, Any]:
    row = {
        "geonameId": 4711, "lat": str(lat), "lng": str(lon), "name": name, "toponymName": name, "fcl": "P",
        "fcode": "PPL", "countryCode": "SY", "countryName": "Syria", "adminName1": "Idlib Governorate",
        "population": 1200,
    }  # fmt: skip
    return {**row, **more}
