"""Made-up events, articles and reports for the tests of what is written of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from random import Random
from typing import Any

from articles import Article
from gazetteer import PlaceLevel
from geo.conventions import EVENT_TYPE_OF, precision_of
from geo.event import Event
from geo.merge import report_of
from geo.style import Look, default_style

UPDATED = "2026-03-01T12:00:00Z"
EVENT = Event(
    id="ev-1",
    event_type="Explosions/Remote violence",
    sub_event_type="Air/drone strike",
    date_start="2026-02-11",
    date_end="2026-02-11",
    date_precision=1,
    date_basis="stated",
    place_text="Tell Qamar",
    place_name="Tell Qamar",
    place_id="supplement:tell-qamar",
    place_level="town",
    lat=35.5,
    lon=37.25,
    radius_km=3.0,
    ucdp_where_prec=1,
    acled_geo_precision=1,
    admin1="Idlib",
    admin2=None,
    country_name="Syria",
    country="SYR",
    place_confidence=0.9,
    place_reason="The only place of this name in the country that the article is about.",
    killed_low=20,
    killed_high=None,
    injured_low=None,
    injured_high=None,
    civilians_killed_low=None,
    civilians_killed_high=None,
    children_killed_low=3,
    women_killed_low=None,
    victims="civilians",
    toll_text="at least 20 people",
    perpetrator="unidentified aircraft",
    target="a market",
    weapon=None,
    perpetrator_status="alleged",
    attribution="the local rescue service",
    quote="At least 20 people, three children among them, died when aircraft hit the market of Tell Qamar.",
    spans={},
    confidence=0.8,
)
ARTICLE = Article(
    id="ar-1",
    text=EVENT.quote,
    title="Strike on a market",
    url="https://news.example/2026/02/strike",
    published=date(2026, 2, 12),
    outlet="The Example Herald",
)


def look(title: str, *added: str) -> Look:
    """The default look under another title, with the names of further sources."""
    return Look(replace(default_style(), title=title), added)


def report(*, article: Article = ARTICLE, updated: str = UPDATED, **changes: Any) -> dict[str, Any]:
    """A report of EVENT with these fields changed; the codes of a new level follow by themselves."""
    if "place_level" in changes:
        precision = precision_of(changes["place_level"])
        changes.setdefault("ucdp_where_prec", precision.ucdp_where_prec)
        changes.setdefault("acled_geo_precision", precision.acled_geo_precision)
    if "sub_event_type" in changes:
        changes.setdefault("event_type", EVENT_TYPE_OF[changes["sub_event_type"]])
    return report_of(replace(EVENT, **changes), article, updated)


def unlocated(**changes: Any) -> dict[str, Any]:
    """A report of an event whose place is not known."""
    nothing: dict[str, Any] = dict.fromkeys(
        ("place_name", "place_id", "lat", "lon", "radius_km", "admin1", "country_name", "country",
         "place_confidence", "place_level")
    )  # fmt: skip
    return report(**nothing | {"place_reason": "No place of this name is known."} | changes)


def at(
    level: PlaceLevel, name: str, lat: float, lon: float, radius_km: float, **changes: Any
) -> dict[str, Any]:
    """A report at another place, which tells no toll unless the changes do."""
    changes = {"killed_low": None, "children_killed_low": None} | changes
    return report(
        place_level=level, place_name=name, place_text=name, lat=lat, lon=lon, radius_km=radius_km, **changes
    )


def mixed() -> list[dict[str, Any]]:
    """Twelve events of every kind of place: towns, three at one point, areas of each width, two unlocated."""
    january = {"date_start": "2026-01-01", "date_end": "2026-01-31", "date_precision": 4}
    toll = {"killed_low": 62, "killed_high": 62, "injured_low": 100, "injured_high": 100}
    return [
        report(id="m-1"),
        at("near", "Bir Salih airport", 35.29, 40.18, 8.0, id="m-2", victims="combatants", **january, **toll),
        at("town", "Ain Wadi", 36.2, 37.1, 3.0, id="m-3", sub_event_type="Armed clash"),
        at("town", "Ain Wadi", 36.2, 37.1, 3.0, id="m-4", sub_event_type="Attack", killed_low=5),
        at("town", "Ain Wadi", 36.2, 37.1, 3.0, id="m-5", killed_low=0, killed_high=0),
        at("facility", "Old Bridge", 34.9, 36.8, 0.5, id="m-6", sub_event_type="Peaceful protest"),
        at("neighbourhood", "North Quarter", 33.5, 36.3, 1.0, id="m-7", sub_event_type="Mob violence"),
        at("district", "Jabal Rih", 35.1, 38.6, 30.0, id="m-8", sub_event_type="Arrests"),
        at("province", "Deir ez-Zor", 34.9, 40.3, 110.0, id="m-9", killed_low=3, killed_high=9),
        at("province", "Deir ez-Zor", 34.9, 40.3, 110.0, id="m-10", sub_event_type="Armed clash"),
        unlocated(id="m-11", place_text="the village of Umm Nowhere"),
        unlocated(id="m-12", place_text=None, place_reason="The article names no place."),
    ]


def many(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """As many varied reports as asked for; most share a point with others, one in ten is wide."""
    rng = Random(seed)
    subs, half = tuple(EVENT_TYPE_OF), max(1, count // 2)
    towns = [(round(rng.uniform(32, 37), 5), round(rng.uniform(36, 46), 5)) for _ in range(half)]
    for i in range(count):
        town = rng.randrange(half)
        level: PlaceLevel = "district" if rng.random() < 0.1 else "town"
        day = date(2025, rng.randint(1, 12), rng.randint(1, 28)).isoformat()
        low = rng.choice((None, 0, 1, 3, 8, 20, 70))
        url = f"https://news.example/2025/world/{i}/what-happened-there-on-that-day"
        yield at(
            level, f"Place {town}", *towns[town], 40.0 if level == "district" else 3.0,
            id=f"e-{i:06d}", sub_event_type=rng.choice(subs), date_start=day, date_end=day,
            killed_low=low, killed_high=low, article=replace(ARTICLE, url=url, title=f"Report {i}"),
            quote=f"{i}: Witnesses and a local official said that the town was hit twice within the same "
            "hour, that several houses fell, and that people were still being looked for in the evening.",
        )  # fmt: skip


def merged(
    claims: Sequence[Mapping[str, Any]], grade: str = "Fair", base: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    """One event that several sources tell. `claims` holds what each tells otherwise than the event as a whole
    (`base`, by default EVENT's report), under the keys of a claim: `source`, `killed_low`, ..."""
    whole = dict(report() if base is None else base)
    (own,) = json.loads(whole["claims"])
    told = [own | dict(claim) for claim in claims]
    published = sorted(claim["published"] for claim in told if claim["published"] is not None)
    joined = {
        new: "; ".join(dict.fromkeys(claim[key] for claim in told if claim[key] is not None)) or None
        for new, key in (("sources", "source"), ("urls", "url"), ("titles", "title"))
    }
    return whole | joined | {
        "source_count": len({claim["source"] for claim in told}),
        "first_published": published[0] if published else None,
        "last_published": published[-1] if published else None,
        "grade": grade,
        "claims": json.dumps(told, ensure_ascii=False),
    }


def contested() -> dict[str, Any]:
    """An event that three sources tell, each with a toll, a place or a side of its own."""
    base = report(id="several", killed_low=17, killed_high=22, injured_low=40, injured_high=40)
    return merged(
        (
            {"killed_low": 17, "killed_high": 17},
            {"source": "Second Paper", "url": "https://second.example/a", "title": "Market hit, 22 dead",
             "published": "2026-02-13", "killed_low": 22, "killed_high": 22,
             "perpetrator": "government forces", "perpetrator_status": "denied", "attribution": "residents"},
            {"source": "Agency Three", "url": None, "title": None, "published": None, "place_name": "Qamar",
             "place_text": "the Qamar district", "place_level": "district", "date_start": "2026-02-10",
             "injured_low": None, "injured_high": None},
        ),
        "Contested", base,
    )  # fmt: skip


def many_merged(count: int, seed: int = 7) -> Iterator[dict[str, Any]]:
    """As `many`, with grades, confidences, many sources; some dates wide or unknown, some unlocated."""
    rng = Random(seed)
    outlets = [f"Outlet {n}" for n in range(120)]
    for told in many(count, seed):
        chosen = rng.sample(outlets, 1 if rng.random() < 0.7 else rng.randint(2, 4))
        claims = [{"source": name, "url": f"https://news.example/{told['id']}/{name[7:]}"} for name in chosen]
        one = merged(claims, rng.choice(("Confirmed", "Fair", "Weak", "Contested", "Discounted")), told)
        one["confidence"] = round(rng.random(), 2)
        sort = rng.random()
        if sort < 0.05:
            one |= dict.fromkeys(("date_start", "date_end", "date_precision", "date_basis"))
        elif sort < 0.15:
            one |= {"date_start": one["date_start"][:8] + "01", "date_end": one["date_start"][:8] + "28"}
        if rng.random() < 0.05:
            one |= dict.fromkeys(
                ("place_name", "place_id", "place_level", "lat", "lon", "radius_km", "place_confidence")
            )
        yield one
