"""The geocoding services that can be asked, each through geopy: how, and under which licence."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import urlsplit

import httpx
from geopy.adapters import AdapterHTTPError, BaseSyncAdapter
from geopy.exc import GeocoderParseError, GeocoderTimedOut, GeocoderUnavailable
from geopy.geocoders import GeoNames, Nominatim, Photon
from geopy.geocoders.base import Geocoder

from gazetteer import iso3_of_iso2
from geo.online_answers import Answer, Row, read_geonames, read_nominatim, read_photon, read_rows
from geo.online_options import OnlineOptions, ServiceName

MOST_ANSWERS = 10
MOST_BYTES = 4 << 20
OSM_LICENCE = "© OpenStreetMap contributors, ODbL 1.0"


@dataclass(frozen=True, slots=True)
class Service:
    """A kind of geocoding service."""

    title: str
    """As its reasons and attribution name it."""
    server: str
    """The public one."""
    licence: str
    rows: str | None
    """The key of its document under which the rows are; None where the document is the list."""
    read: Callable[[Row], Answer]
    row_of: Callable[[Answer], dict[str, Any]]
    """The least row that geopy's own reader takes."""


def _nominatim_row(answer: Answer) -> dict[str, Any]:
    return {"lat": answer.lat, "lon": answer.lon, "display_name": answer.names[0]}


def _photon_row(answer: Answer) -> dict[str, Any]:
    return {"properties": {"name": answer.names[0]}, "geometry": {"coordinates": [answer.lon, answer.lat]}}


def _geonames_row(answer: Answer) -> dict[str, Any]:
    return {"lat": str(answer.lat), "lng": str(answer.lon), "name": answer.names[0]}


SERVICES: Mapping[ServiceName, Service] = {
    "nominatim": Service(
        "Nominatim", "https://nominatim.openstreetmap.org", OSM_LICENCE, None, read_nominatim, _nominatim_row
    ),
    "photon": Service(
        "Photon", "https://photon.komoot.io", OSM_LICENCE, "features", read_photon, _photon_row
    ),
    "geonames": Service(
        "GeoNames", "https://secure.geonames.org", "GeoNames, CC BY 4.0", "geonames", read_geonames,
        _geonames_row,
    ),
}  # fmt: skip


class CheckedAdapter(BaseSyncAdapter):  # type: ignore[misc]   # geopy has no types
    """geopy's way to a server, with a bound on size, and only rows that were checked handed on."""

    def __init__(self, service: Service, *, proxies: Any, ssl_context: Any) -> None:
        super().__init__(proxies=proxies, ssl_context=ssl_context)
        self._service = service

    def get_text(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> str:
        """The body of a page. Raises geopy's errors."""
        body, began = bytearray(), time.monotonic()
        given: dict[str, Any] = {"headers": headers, "timeout": timeout, "follow_redirects": True}
        try:
            with httpx.stream("GET", url, **given) as response:
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > MOST_BYTES:
                        raise GeocoderParseError(f"more than {MOST_BYTES >> 20} MB")
                    if time.monotonic() - began > timeout:
                        raise GeocoderTimedOut("the answer takes too long")
        except httpx.TimeoutException as error:
            raise GeocoderTimedOut("no answer in time") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise GeocoderUnavailable(str(error) or type(error).__name__) from error
        text = body.decode("utf-8", "replace")
        if not response.is_success:
            told = f"{response.status_code} {response.reason_phrase}".strip()
            raise AdapterHTTPError(
                told, status_code=response.status_code, headers=response.headers, text=text[:200]
            )
        return text

    def get_json(self, url: str, *, timeout: float, headers: Mapping[str, str]) -> Any:
        """The document with each row as geopy reads it, and as checked under `answer`."""
        try:
            document = json.loads(self.get_text(url, timeout=timeout, headers=headers), parse_constant=_none)
            rows = document
            if isinstance(document, dict):
                if told := _complaint(document):
                    return told
                rows = document.get(self._service.rows)
            answers = read_rows(rows, self._service.read, MOST_ANSWERS)
        except (ValueError, RecursionError) as error:
            raise GeocoderParseError(str(error)[:200]) from error
        checked = [{**self._service.row_of(answer), "answer": asdict(answer)} for answer in answers]
        return checked if self._service.rows is None else {self._service.rows: checked}


def _none(constant: str) -> None:
    """NaN and Infinity are no JSON, and no coordinates."""


def _complaint(document: Mapping[str, Any]) -> dict[str, Any] | None:
    """What a service says instead of an answer: GeoNames' `status`, Nominatim's `error`, for geopy."""
    status, error = document.get("status"), document.get("error")
    if isinstance(status, dict):
        value = status.get("value")
        code = value if isinstance(value, int) else 0
        return {"status": {"message": str(status.get("message"))[:200], "value": code}}
    return {"error": str(error)[:200]} if error else None


def address_of(options: OnlineOptions) -> str:
    """The server's, without a slash at its end."""
    return (options.server or SERVICES[options.service].server).rstrip("/")


def asker(options: OnlineOptions, agent: str) -> Callable[[str, str, str], list[Answer]]:
    """A function of (text, country in alpha-3, its name) that asks, and raises geopy's errors."""
    geocoder, service = _geocoder(options, agent), options.service
    iso2_of = {long: short for short, long in iso3_of_iso2().items()}

    def ask(text: str, country: str, country_name: str) -> list[Answer]:
        code = iso2_of[country]
        if service == "nominatim":
            found = geocoder.geocode(
                text, exactly_one=False, limit=MOST_ANSWERS, language="en", addressdetails=True,
                namedetails=True, extratags=True, country_codes=[code.lower()],
            )  # fmt: skip
        elif service == "photon":
            # Photon knows no filter by country; its answers elsewhere are left out below.
            query = f"{text}, {country_name}"
            found = geocoder.geocode(query, exactly_one=False, limit=MOST_ANSWERS, language="en")
        else:
            found = geocoder.geocode(text, exactly_one=False, country=[code])
        answers = [Answer.of(location.raw["answer"]) for location in found or () if location is not None]
        return [answer for answer in answers if answer.country == code]

    return ask


def _geocoder(options: OnlineOptions, agent: str) -> Geocoder:
    """geopy's geocoder for the server."""
    address = urlsplit(address_of(options))
    service = SERVICES[options.service]

    def adapter(*, proxies: Any, ssl_context: Any) -> CheckedAdapter:
        return CheckedAdapter(service, proxies=proxies, ssl_context=ssl_context)

    given: dict[str, Any] = {
        "scheme": address.scheme,
        "domain": address.netloc + address.path,
        "user_agent": agent,
        "timeout": options.timeout,
        "adapter_factory": adapter,
    }
    if options.service == "nominatim":
        return Nominatim(**given)
    return Photon(**given) if options.service == "photon" else GeoNames(options.username, **given)
