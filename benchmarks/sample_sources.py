"""The keys of merged output of a sample event: its sources, what each of them claims, the grade."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from sample_words import OUTLETS, SIDES, SPEAKERS, TOLLS, title

from geo.merge import CLAIM_KEYS

SOURCES = (1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 3, 5)
"""How many an event has: two in three have one."""
SOME_DAY = "2025-12-31"


def merged_keys(rng: Random, number: int, event: Mapping[str, Any]) -> dict[str, Any]:
    """The first source says what the event says, the others may differ."""
    outlets = rng.sample(OUTLETS, rng.choice(SOURCES))
    last = date.fromisoformat(event["date_end"] or SOME_DAY)
    claims: list[dict[str, Any]] = []
    place = event["place_name"] or "the east"
    for i, outlet in enumerate(outlets):
        last += timedelta(days=rng.choice((0, 0, 1, 1, 2)))
        claim = {
            "source": outlet,
            "url": None if rng.random() < 0.04 else _url(outlet, number, i, event),
            "title": title(rng, event["sub_event_type"], place, event["toll_text"]),
            "published": last.isoformat(),
        }  # fmt: skip
        claim |= {key: event[key] for key in CLAIM_KEYS}
        claims.append(claim if i == 0 else claim | _otherwise(rng))
    return {
        "source_count": len(claims),
        "sources": "; ".join(outlets),
        "urls": "; ".join(c["url"] for c in claims if c["url"]) or None,
        "titles": "; ".join(c["title"] for c in claims),
        "first_published": claims[0]["published"],
        "last_published": claims[-1]["published"],
        "grade": _grade(rng, event, len(claims)),
        "claims": json.dumps(claims, ensure_ascii=False),
    }  # fmt: skip


def _url(outlet: str, number: int, i: int, event: Mapping[str, Any]) -> str:
    host = f"news{OUTLETS.index(outlet)}.example"
    day = (event["date_start"] or SOME_DAY).replace("-", "/")
    slug = event["sub_event_type"].lower().replace("/", "-").replace(" ", "-")
    return f"https://{host}/{day}/world/{slug}-leaves-questions-{number}{i}.html"


def _otherwise(rng: Random) -> dict[str, Any]:
    """What another source tells differently."""
    low, high = rng.choice(TOLLS)
    changes: dict[str, Any] = {"attribution": rng.choice((None, *SPEAKERS))}
    if rng.random() < 0.6:
        changes |= {"killed_low": low, "killed_high": high}
    if rng.random() < 0.25:
        changes |= {"perpetrator": rng.choice(SIDES), "perpetrator_status": rng.choice(("alleged", "denied"))}
    return changes


def _grade(rng: Random, event: Mapping[str, Any], sources: int) -> str:
    if event["victims"] == "combatants":
        return "Discounted"
    if event["perpetrator_status"] == "claimed":
        return "Confirmed"
    if sources == 1:
        return "Weak"
    return "Contested" if event["perpetrator_status"] == "denied" or rng.random() < 0.1 else "Fair"
