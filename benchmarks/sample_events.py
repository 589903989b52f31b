#!/usr/bin/env python3
"""Made-up merged events in the contract's form, as many as asked for, for benchmarks and tests.

    benchmarks/sample_events.py COUNT [SEED] > EVENTS.jsonl

The same count and seed give the same events. They hold what single reports do not: several sources with
claims that differ, every grade, level and type, tolls of every form, events without a day and without
a place. No event waits for another, so memory does not grow with their number.
"""

from __future__ import annotations

import json
import sys
from bisect import bisect
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import accumulate
from random import Random
from typing import Any

from sample_places import Places, Spot, inside
from sample_sources import merged_keys
from sample_words import SIDES, SPEAKERS, TARGETS, TOLLS, WEAPONS, quote

from gazetteer import PlaceLevel
from geo.conventions import SUB_EVENT_TYPES, precision_of
from geo.merge import MAP_KEYS

STATUSES = ("reported", "reported", "alleged", "claimed", "denied")
UPDATED = "2026-03-01T12:00:00+00:00"
FIRST_DAY, DAYS = date(2023, 1, 1), 1096
MOST_TOWNS = 8_000
LEVELS: Mapping[PlaceLevel | None, float] = {
    "facility": 6, "neighbourhood": 9, "town": 46, "near": 12, "district": 9, "province": 7, "region": 4,
    "country": 2, None: 5,
}  # fmt: skip
"""Per cent of the events; None has no place."""
TYPES: Mapping[str, float] = {
    "Battles": 25, "Explosions/Remote violence": 38, "Violence against civilians": 19, "Protests": 8,
    "Riots": 3, "Strategic developments": 7,
}  # fmt: skip
VICTIMS = ("civilians", "civilians", "combatants", "mixed")


def sample_events(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """So many events, each a dict with MAP_KEYS in order; quotes differ up to a million events."""
    rng = Random(seed)
    places = Places(max(6, min(MOST_TOWNS, count // 6)), seed)
    # Few towns have most events: of eight thousand the first has one in sixty, the last one in 37,000.
    weights = list(accumulate(1 / (rank + 4) ** 0.85 for rank in range(len(places.towns))))
    for number in range(count):
        town = places.towns[bisect(weights, rng.random() * weights[-1])]
        yield _event(rng, number, seed, places, town)


def _event(rng: Random, number: int, seed: int, places: Places, town: Spot) -> dict[str, Any]:
    kind = rng.choices(tuple(TYPES), tuple(TYPES.values()))[0]
    sub = rng.choice(SUB_EVENT_TYPES[kind])
    place = _place(rng, places, town)
    name = place["place_text"] or "an unnamed village"
    toll = _toll(rng, kind)
    side, target, told = rng.choice(SIDES), rng.choice(TARGETS), toll["toll_text"]
    told_by = rng.choice((None, side, side))
    event: dict[str, Any] = {
        "id": f"{Random(f'{seed}-{number}').getrandbits(64):016x}",
        "event_type": kind,
        "sub_event_type": sub,
        **_dates(rng),
        **place,
        **toll,
        "perpetrator": told_by,
        "target": rng.choice((None, target)),
        "weapon": rng.choice((None, None, *WEAPONS)),
        "perpetrator_status": told_by and rng.choice(STATUSES),
        "attribution": rng.choice((None, *SPEAKERS)),
        "quote": quote(rng, number, kind, side, target, name, told),
        "confidence": round(rng.uniform(0.35, 0.98), 3),
        "updated": UPDATED,
    }  # fmt: skip
    event |= merged_keys(rng, number, event)
    return {key: event[key] for key in MAP_KEYS}


def _dates(rng: Random) -> dict[str, Any]:
    """One day mostly; some days, a month or a year; three in a hundred without any."""
    day = FIRST_DAY + timedelta(days=rng.randrange(DAYS))
    precision = rng.choices((1, 2, 3, 4, 5, None), (78, 8, 5, 5, 1, 3))[0]
    if precision is None:
        return {"date_start": None, "date_end": None, "date_precision": None, "date_basis": None}
    if precision == 4:
        day = day.replace(day=1)
    if precision == 5:
        day = day.replace(month=1, day=1)
    length = {1: 0, 2: rng.randint(1, 5), 3: 6, 4: 27, 5: 364}[precision]
    basis = rng.choice(("relative", "relative", "stated", "publication")) if precision < 3 else "stated"
    end = day + timedelta(days=length)
    return {
        "date_start": day.isoformat(), "date_end": end.isoformat(), "date_precision": precision,
        "date_basis": basis,
    }  # fmt: skip


def _place(rng: Random, places: Places, town: Spot) -> dict[str, Any]:
    """The keys of a place of some level, in or around the town or elsewhere."""
    level = rng.choices(tuple(LEVELS), tuple(LEVELS.values()))[0]
    codes = precision_of(level)
    if level is None:
        text = rng.choice((None, f"the village of {town.name}-on-the-river"))
        reason = "The article names no place." if text is None else f"No place is called {text}."
        nothing = dict.fromkeys(
            ("place_name", "place_id", "place_level", "lat", "lon", "radius_km", "admin1", "admin2",
             "country_name", "country", "place_confidence")
        )  # fmt: skip
        spot, told, reach = None, {**nothing, "place_text": text, "place_reason": reason}, None
    else:
        spot = _spot(rng, places, town, level)
        reach = rng.choice((5.0, 8.0, 10.0, 15.0, 25.0)) if level == "near" else spot.radius_km
        wording = {"near": f"the outskirts of {spot.name}", "province": f"{spot.name} province"}
        text = wording.get(level, spot.name)
        told = {
            "place_text": text, "place_name": spot.name, "place_id": spot.id, "place_level": level,
            "lat": spot.lat, "lon": spot.lon, "radius_km": reach, "admin1": spot.admin1,
            "admin2": spot.admin2, "country_name": spot.country_name, "country": spot.country,
            "place_confidence": round(rng.uniform(0.3, 0.99), 3), "place_reason": _reason(rng, spot),
        }  # fmt: skip
    return told | {
        "ucdp_where_prec": codes.ucdp_where_prec, "acled_geo_precision": codes.acled_geo_precision,
    }  # fmt: skip


def _spot(rng: Random, places: Places, town: Spot, level: PlaceLevel) -> Spot:
    if level in ("facility", "neighbourhood"):
        return inside(town, rng, level)
    if level in ("town", "near"):
        return town
    wide = {"district": places.districts, "province": places.provinces, "region": places.regions}
    return rng.choice(wide.get(level, places.countries))


def _reason(rng: Random, spot: Spot) -> str:
    count = rng.choice(("the only place", "one of 2 places", "one of 3 places", "one of 7 places"))
    inside_of = spot.admin1 or spot.country_name
    why = rng.choice((
        f"other places of the article lie in {inside_of}", f"the article is about {spot.country_name}",
        f"the text speaks of a {spot.level}, and this is a {spot.level}",
        f"the dateline is in {inside_of}; it is the largest of that name",
    ))  # fmt: skip
    return f"{spot.name} ({inside_of}, {spot.country_name}), {count} of this name: {why}"


def _toll(rng: Random, kind: str) -> dict[str, Any]:
    quiet = kind in ("Protests", "Riots", "Strategic developments") and rng.random() < 0.8
    killed = (None, None) if quiet else rng.choice(TOLLS)
    injured = (None, None) if quiet else rng.choice(TOLLS)
    low = killed[0]
    part = None if not low or rng.random() < 0.7 else rng.randint(0, low)
    text = _toll_text(killed)
    return {
        "killed_low": low, "killed_high": killed[1], "injured_low": injured[0], "injured_high": injured[1],
        "civilians_killed_low": part, "civilians_killed_high": part,
        "children_killed_low": rng.choice((None, None, part)),
        "women_killed_low": None if part is None else rng.choice((None, part // 2)),
        "victims": "unknown" if text is None else rng.choice(VICTIMS),
        "toll_text": text,
    }  # fmt: skip


def _toll_text(killed: tuple[int | None, int | None]) -> str | None:
    vague = {(3, 9): "several people", (24, 99): "dozens", (200, 999): "hundreds", (0, 0): "nobody"}
    low, high = killed
    if low is None and high is None:
        return None
    if killed in vague:
        return vague[killed]
    if high is None:
        return f"at least {low} people"
    if low is None:
        return f"up to {high} people"
    return f"{low} people" if low == high else f"between {low} and {high} people"


def main() -> None:
    """Print them, one line each."""
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    for event in sample_events(int(sys.argv[1]), seed):
        print(json.dumps(event, ensure_ascii=False))


if __name__ == "__main__":
    main()
