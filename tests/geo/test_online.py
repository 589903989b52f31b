"""The online lookups against a loopback server: what is asked, kept, refused, and how fast."""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from articles import Article
from gazetteer import Gazetteer
from geo import OnlineOptions, OnlinePlaces, geoparse, run_report
from geo.elsewhere import Attempt, Question
from geo.online import OnlineUnavailable
from geo.online_answers import Answer
from geo.online_cache import KEPT_DAYS, MISS_DAYS, OnlineCache
from tests.geo.geocoding_server import (
    GeocodingServer,
    geocoding_server,
    geonames_row,
    nominatim_row,
    photon_feature,
)
from tests.geo.places import small_world

IN_IDLIB = Question("Zorbat", (Attempt("Zorbat, Idlib", "SYR"), Attempt("Zorbat", "SYR")))
IN_SYRIA = Question("Zorbat", (Attempt("Zorbat", "SYR"),))
IN_IRAQ = Question("Zorbat", (Attempt("Zorbat", "IRQ"),))
ROW = nominatim_row("Zorbat", 35.95, 36.7)
TODAY = datetime.now(UTC).date()


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


@pytest.fixture
def server() -> Iterator[GeocodingServer]:
    with geocoding_server() as told:
        yield told


@pytest.fixture
def options(server: GeocodingServer, tmp_path: Path) -> OnlineOptions:
    cache = tmp_path / "cache" / "online.sqlite"
    return OnlineOptions("nominatim", cache, server.url, timeout=2.0, pause=0.01, run="this run")


class Asked:
    """The lookups with their lines on the side."""

    def __init__(self, options: OnlineOptions, world: Gazetteer) -> None:
        self.lines: list[str] = []
        self.online = OnlinePlaces(options, world, self.lines.append)

    def places(self, question: Question) -> list[dict[str, Any]]:
        keys = ("id", "name", "lat", "lon", "country", "admin1", "level", "origin")
        return [{k: getattr(f.place, k) for k in keys} for f in self.online.places(question)]


def test_nominatim(server: GeocodingServer, options: OnlineOptions, world: Gazetteer) -> None:
    server.answers["Zorbat, Idlib"] = [ROW]
    (place,) = Asked(options, world).places(IN_IDLIB)
    assert place == {
        "id": "nominatim:node/4711", "name": "Zorbat", "lat": 35.95, "lon": 36.7, "country": "SYR",
        "admin1": "Idlib Governorate", "level": "town", "origin": f"asked of Nominatim on {TODAY}",
    }  # fmt: skip
    (asked,) = server.asked
    assert (asked["path"], asked["q"], asked["countrycodes"]) == ("/search", "Zorbat, Idlib", "sy")
    assert asked["agent"] == f"conflictmap/{version('conflictmap')} (reads news on armed conflict)"


def test_a_division_is_called_as_the_index_calls_it(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.answers["Zorbat"] = [{**ROW, "address": {"state": "Idlib", "country_code": "sy"}}]
    assert Asked(options, world).places(IN_SYRIA)[0]["admin1"] == "Idlib"
    server.answers["Zorbat"] = [{**ROW, "address": {"country_code": "sy"}}]
    other = replace(options, cache=options.cache.with_name("other"))
    assert Asked(other, world).places(IN_SYRIA)[0]["admin1"] is None


def test_photon(server: GeocodingServer, options: OnlineOptions, world: Gazetteer) -> None:
    abroad = photon_feature("Zorbat", 33.0, 44.0, countrycode="IQ")
    server.answers["Zorbat, Syria"] = {"features": [abroad, photon_feature("Zorbat", 35.95, 36.7)]}
    (place,) = Asked(replace(options, service="photon"), world).places(IN_SYRIA)
    assert (place["id"], place["country"]) == ("photon:node/4711", "SYR")
    assert place["origin"].startswith("asked of Photon")
    assert server.asked[0]["path"] == "/api"


def test_geonames(server: GeocodingServer, options: OnlineOptions, world: Gazetteer) -> None:
    server.answers["Zorbat"] = {"geonames": [geonames_row("Zorbat", 35.95, 36.7)]}
    named = replace(options, service="geonames", username="reader")
    (place,) = Asked(named, world).places(IN_SYRIA)
    assert (place["id"], place["lat"]) == ("geonames:4711", 35.95)
    (asked,) = server.asked
    assert (asked["path"], asked["username"], asked["country"]) == ("/searchJSON", "reader", "SY")


def test_a_server_below_a_path_and_a_contact(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    own = replace(options, server=f"{server.url}/maps/", contact="desk@example.org")
    Asked(own, world).places(IN_SYRIA)
    assert server.asked[0]["path"] == "/maps/search"
    assert server.asked[0]["agent"].endswith("(reads news on armed conflict; desk@example.org)")


def test_the_wider_question_is_asked_where_the_first_finds_nothing(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.answers["Zorbat"] = [ROW]
    assert len(Asked(options, world).places(IN_IDLIB)) == 1
    assert server.queries() == ["Zorbat, Idlib", "Zorbat"]


def test_what_bears_another_name_is_no_answer(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.answers["Zorbat"] = [nominatim_row("Idlib", 35.9, 36.6), nominatim_row("Zurbut", 35.8, 36.5)]
    online = Asked(options, world).online
    assert [(f.place.name, f.loose) for f in online.places(IN_SYRIA)] == []
    server.answers["Zorbat"] = [nominatim_row("Zorbaat", 35.8, 36.5)]
    other = Asked(replace(options, cache=options.cache.with_name("other")), world).online
    assert [(f.place.name, f.loose) for f in other.places(IN_SYRIA)] == [("Zorbaat", True)]


def test_hostile_rows_cost_only_themselves(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    rows = [
        nominatim_row("<script>alert(1)</script>", 35.0, 36.0), nominatim_row("Z" * 100_000, 35.0, 36.0),
        {**ROW, "lat": "NaN"}, {**ROW, "lat": "95"}, {**ROW, "lon": "1e9"}, {**ROW, "lat": None}, None, ROW,
    ]  # fmt: skip
    server.answers["Zorbat"] = json.dumps(rows).replace('"NaN"', "NaN")
    asked = Asked(options, world)
    assert [place["lat"] for place in asked.places(IN_SYRIA)] == [35.95]
    assert asked.lines == []


@pytest.mark.parametrize(
    "document", ["<html>sign in</html>", "", "7", "null", '{"features": 7}', "[" * 100_000]
)
def test_a_document_that_is_none(
    document: str, server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.answers["Zorbat"] = document
    asked = Asked(options, world)
    assert asked.places(IN_SYRIA) == []
    (line,) = asked.lines
    assert "Nominatim was asked for 'Zorbat' and could not answer" in line


def test_a_document_without_end_is_cut_off(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.answers["Zorbat"] = "[" + " " * (5 << 20) + "]"
    asked = Asked(options, world)
    assert asked.places(IN_SYRIA) == []
    assert "more than 4 MB" in asked.lines[0]


def test_each_question_is_asked_once_and_misses_too(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.answers["Zorbat"] = [ROW]
    for _ in range(2):
        asked = Asked(options, world)
        assert len(asked.places(IN_IDLIB)) == 1
    assert server.queries() == ["Zorbat, Idlib", "Zorbat"]


def test_answers_of_one_server_are_not_another_ones(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    Asked(options, world).places(IN_SYRIA)
    Asked(replace(options, server=f"{server.url}/other"), world).places(IN_SYRIA)
    assert len(server.asked) == 2


@pytest.mark.parametrize(("found", "days"), [(True, KEPT_DAYS), (False, MISS_DAYS)])
def test_answers_age(found: bool, days: int, tmp_path: Path) -> None:
    answer = Answer("nominatim:node/1", ("Zorbat",), "town", 35.9, 36.7, 3.0, "SY", None)
    answers = [answer] if found else []
    OnlineCache(tmp_path / "c", date(2026, 1, 1)).keep("server", "Zorbat", "SYR", answers)

    def kept(day: date) -> bool:
        return OnlineCache(tmp_path / "c", day).kept("server", "Zorbat", "SYR") is not None

    assert kept(date(2026, 1, 1) + timedelta(days=days))
    assert not kept(date(2026, 1, 1) + timedelta(days=days + 1))


def test_one_question_at_a_time_however_many_ask(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    paced = replace(options, pause=0.15)

    def ask(i: int) -> None:
        Asked(paced, world).places(Question(f"Zorbat{i}", (Attempt(f"Zorbat{i}", "SYR"),)))

    threads = [threading.Thread(target=ask, args=(i,)) for i in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    times = sorted(server.times)
    assert len(times) == 4
    assert min(b - a for a, b in pairwise(times)) >= 0.13


def test_429_ends_the_asking_of_the_whole_run(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.status, server.headers = 429, {"Retry-After": "3600"}
    asked = Asked(options, world)
    assert asked.places(IN_IDLIB) == []
    assert asked.places(IN_IRAQ) == []
    (line,) = asked.lines
    assert "refused (429 Too Many Requests); no more is asked in this run" in line
    server.status = 200
    other_process = Asked(options, world)
    assert other_process.places(IN_SYRIA) == []
    assert other_process.lines == []
    assert len(server.asked) == 1
    assert run_report(options)["stopped"].startswith("refused (429")
    server.answers["Zorbat"] = [ROW]
    assert len(Asked(replace(options, run="the next run"), world).places(IN_SYRIA)) == 1


@pytest.mark.parametrize("status", [401, 403])
def test_so_does_a_refusal(
    status: int, server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.status = status
    asked = Asked(options, world)
    assert asked.places(IN_SYRIA) == []
    assert "no more is asked" in asked.lines[0]


def test_geonames_quota_does_too(server: GeocodingServer, options: OnlineOptions, world: Gazetteer) -> None:
    server.nothing = {"status": {"message": "the hourly limit has been exceeded", "value": 19}}
    asked = Asked(replace(options, service="geonames", username="reader"), world)
    assert asked.places(IN_SYRIA) == []
    assert "refused (the hourly limit has been exceeded)" in asked.lines[0]


def test_a_timeout_leaves_the_name_open_and_three_end_the_asking(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.sleeps = 0.3
    asked = Asked(replace(options, timeout=0.05), world)
    for _ in range(4):
        assert asked.places(IN_IDLIB) == []
    assert ["does not answer in time" in line for line in asked.lines] == [True] * 3
    assert ["no more is asked" in line for line in asked.lines] == [False, False, True]
    assert len(server.asked) == 3


def test_a_failure_is_not_kept_as_a_miss(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    server.status = 500
    asked = Asked(options, world)
    assert asked.places(IN_SYRIA) == []
    server.status, server.answers = 200, {"Zorbat": [ROW]}
    assert len(asked.places(IN_SYRIA)) == 1


def test_nobody_listens(options: OnlineOptions, world: Gazetteer) -> None:
    asked = Asked(replace(options, server="http://127.0.0.1:9"), world)
    assert asked.places(IN_SYRIA) == []
    assert "could not answer" in asked.lines[0]


def test_what_a_run_has_asked(server: GeocodingServer, options: OnlineOptions, world: Gazetteer) -> None:
    server.answers["Zorbat"] = [ROW]
    Asked(options, world).places(IN_IDLIB)
    Asked(replace(options, run="another"), world).places(IN_IRAQ)
    report = run_report(options)
    assert report == {
        "service": "Nominatim", "server": server.url, "licence": "© OpenStreetMap contributors, ODbL 1.0",
        "asked": 2, "answered": 1, "failed": 0, "stopped": None,
    }  # fmt: skip


def test_a_cache_that_is_none_is_named_at_once(options: OnlineOptions, world: Gazetteer) -> None:
    options.cache.parent.mkdir()
    options.cache.write_bytes(b"no database" * 500)
    with pytest.raises(OnlineUnavailable, match="delete it"):
        Asked(options, world)


def test_a_cache_that_breaks_ends_the_asking(
    server: GeocodingServer, options: OnlineOptions, world: Gazetteer
) -> None:
    asked = Asked(options, world)
    sqlite3.connect(options.cache).execute("DROP TABLE answers")
    assert asked.places(IN_SYRIA) == []
    assert asked.places(IN_SYRIA) == []
    assert server.asked == []
    assert len(asked.lines) == 1


def test_in_an_article(server: GeocodingServer, options: OnlineOptions, world: Gazetteer) -> None:
    server.answers["Zorbat, Idlib"] = [ROW]
    article = Article(id="a", text="The village of Zorbat in Idlib province burned. Homs was calm.")
    online = Asked(options, world).online
    zorbat, idlib, homs = geoparse(article, world, elsewhere=online)
    assert (zorbat["place_id"], zorbat["lat"], zorbat["lon"]) == ("nominatim:node/4711", 35.95, 36.7)
    assert zorbat["reason"].endswith(f"asked of Nominatim on {TODAY}")
    assert (idlib["place_id"], homs["place_id"]) == ("adm1:idlib", "t:homs")
    assert server.queries() == ["Zorbat, Idlib"]
