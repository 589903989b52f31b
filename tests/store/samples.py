"""Articles and events to store."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from articles import Article, Source
from geo.event import Event
from store import Record, record_of

NOTHING: dict[str, Any] = dict.fromkeys(f.name for f in fields(Event))
EVENT = Event(
    **NOTHING
    | {
        "id": "e1",
        "event_type": "Battles",
        "sub_event_type": "Armed clash",
        "victims": "unknown",
        "quote": "Two columns fought near the bridge.",
        "spans": {"trigger": [("text", 12, 18)]},
        "confidence": 0.5,
    }
)
ARTICLE = Article(
    id="a1",
    text="Two columns fought near the bridge. \ud800 \u202e",
    title="Clash at the bridge",
    url="https://example.org/a1",
    published=date(2021, 4, 3),
    outlet="Example News",
    language="en",
    source=Source("news.jsonl", 1),
    extra={"desk": "foreign"},
)


def record(article: Article = ARTICLE, events: tuple[Event, ...] = (EVENT,), program: str = "1.0") -> Record:
    return record_of(article, events, program, "2021-04-04T00:00:00+00:00")


def article(id_: str, text: str = "words", file: str = "a.csv", url: str | None = None) -> Article:
    return replace(ARTICLE, id=id_, text=text, url=url, source=Source(file, 1))
