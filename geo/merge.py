"""One flat record for a map out of an event and the article that tells it."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import SplitResult, urlsplit

from articles import Article
from geo.event import PROPERTY_KEYS, Event

MAP_KEYS: tuple[str, ...] = (
    *PROPERTY_KEYS,
    "source_count", "sources", "urls", "titles", "first_published", "last_published",
    "grade", "claims", "updated",
)  # fmt: skip
"""Every key of a feature on a map, in order: the event's own, then those of merged output."""

CLAIM_KEYS: tuple[str, ...] = (
    "place_text", "place_name", "place_level", "lat", "lon", "date_start", "date_end",
    "killed_low", "killed_high", "injured_low", "injured_high", "perpetrator", "perpetrator_status",
    "attribution",
)  # fmt: skip
"""What `claims` keeps of each source's own telling, beside `source`, `url`, `title` and `published`."""


_PLAIN_URL = re.compile(
    r"https?://[A-Za-z0-9.-]+(:[0-9]+)?(/[A-Za-z0-9._~/%=&+,;:-]*)?(\?[A-Za-z0-9._~/%=&+,;:-]+)?"
)
"""What most links look like: a link that is all this is as it should be."""
_UNSAFE = frozenset(' <>"`\\')
"""The space is the one blank that counts as printable."""


def report_of(event: Event, article: Article, updated: str) -> dict[str, Any]:
    """The properties of one event of one article, every key of MAP_KEYS always there.

    `updated` is an ISO instant. A URL that is not plain http or https is left out.
    """
    properties = event.record()
    del properties["spans"]
    url = web_url(article.url)
    published = None if article.published is None else article.published.isoformat()
    outlet = article.outlet or (None if url is None else urlsplit(url).hostname)
    claim = {"source": outlet, "url": url, "title": article.title or None, "published": published}
    claim |= {key: properties[key] for key in CLAIM_KEYS}
    return properties | {
        "source_count": 1,
        "sources": outlet,
        "urls": url,
        "titles": article.title or None,
        "first_published": published,
        "last_published": published,
        "grade": grade_of(event),
        "claims": json.dumps([claim], ensure_ascii=False, allow_nan=False),
        "updated": updated,
    }


def grade_of(event: Event) -> str:
    """How well one article supports an event, in Airwars' words, which grade harm to civilians.

    Discounted where the article says that those hit were combatants; else Confirmed where a named side
    claims the act as its own; else Weak, the grade of a single source. Fair and Contested take more than
    one source.
    """
    if event.victims == "combatants":
        return "Discounted"
    if event.perpetrator_status == "claimed" and event.perpetrator is not None:
        return "Confirmed"
    return "Weak"


def web_url(url: str | None) -> str | None:
    """The URL where a reader can follow it: http or https with a host, no blanks; else None.

    A user name or password before the host is left out: a feed's token is not for readers.
    """
    if url is None:
        return None
    url = url.strip()
    if _PLAIN_URL.fullmatch(url):
        return url
    if not url.isprintable() or not _UNSAFE.isdisjoint(url):
        return None
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:  # a broken IPv6 address
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    return SplitResult(
        parts.scheme, parts.netloc.rpartition("@")[2], parts.path, parts.query, parts.fragment
    ).geturl()
