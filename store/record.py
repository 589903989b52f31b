"""What is kept of one article that was read: its contract form, its events, and which program read it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from articles import Article
from geo import Event

ARTICLE_KEYS = ("id", "url", "title", "text", "published", "source", "language")
EVENT_KEYS = frozenset(f.name for f in fields(Event))


class ForeignRecord(ValueError):
    """A line that this version of the program cannot take back as a record."""


@dataclass(frozen=True, slots=True)
class Head:
    """What any version's record says of itself: enough to know its article again."""

    article_id: str
    origin: str
    content: str
    program: str
    readable: bool
    """Whether its events have the keys of this version."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as it was read, with the events that were found in it."""

    article: Article
    events: tuple[Event, ...]
    origin: str
    """The article's URL, else the input it was read from: tells two articles of one id apart."""
    content: str
    """SHA-256 of everything the contract knows of the article: another one means that it was changed."""
    program: str
    """Version of conflictmap that found the events."""
    updated: str
    """ISO instant at which they were found."""

    def line(self) -> str:
        """The record as one line of JSON, with its line end."""
        return _dump({
            "program": self.program, "updated": self.updated, "origin": self.origin, "content": self.content,
            "article": contract_form(self.article), "events": [event.record() for event in self.events],
        })  # fmt: skip

    @classmethod
    def of_line(cls, line: bytes) -> Record:
        """The record that `line` wrote. ForeignRecord: broken, or written by a version with other keys."""
        try:
            raw = json.loads(line)
            events = tuple(_event(event) for event in raw["events"])
            article = article_of(raw["article"])
            return cls(article, events, raw["origin"], raw["content"], raw["program"], raw["updated"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ForeignRecord(str(error)) from error


def head_of(line: bytes) -> Head:
    """The head of a record's line. ForeignRecord: not a record of any version."""
    try:
        raw = json.loads(line)
        readable = all(event.keys() == EVENT_KEYS for event in raw["events"])
        return Head(raw["article"]["id"], raw["origin"], raw["content"], raw["program"], readable)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ForeignRecord(str(error)) from error


def record_of(article: Article, events: tuple[Event, ...], program: str, updated: str) -> Record:
    """The record of an article that was just read."""
    return Record(article, events, origin_of(article), content_of(article), program, updated)


def origin_of(article: Article) -> str:
    """Where an article comes from: its URL, else the name of its input."""
    return article.url or (article.source.name if article.source else "")


def content_of(article: Article) -> str:
    """A hash that changes whenever something changes that the events may depend on."""
    known = {key: value for key, value in contract_form(article).items() if key in ARTICLE_KEYS}
    return hashlib.sha256(_dump(known).encode("utf-8", "surrogatepass")).hexdigest()


def contract_form(article: Article) -> dict[str, Any]:
    """The article as a line of JSON Lines holds it; the input's keys that we do not know follow the known."""
    known = (
        article.id, article.url, article.title, article.text,
        article.published.isoformat() if article.published else None, article.outlet, article.language,
    )  # fmt: skip
    form = dict(zip(ARTICLE_KEYS, known, strict=True))
    return form | {key: value for key, value in article.extra.items() if key not in form}


def article_of(form: Mapping[str, Any]) -> Article:
    """The article of a contract form that `contract_form` made."""
    published = form["published"]
    return Article(
        id=form["id"], text=form["text"], title=form["title"], url=form["url"],
        published=None if published is None else date.fromisoformat(published),
        outlet=form["source"], language=form["language"],
        extra={key: value for key, value in form.items() if key not in ARTICLE_KEYS},
    )  # fmt: skip


def _event(raw: Mapping[str, Any]) -> Event:
    if set(raw) != EVENT_KEYS:
        raise ForeignRecord(f"other keys than this version's: {sorted(set(raw) ^ EVENT_KEYS)}")
    spans = {key: [(f, start, end) for f, start, end in found] for key, found in raw["spans"].items()}
    return Event(**{**raw, "spans": spans})


def _dump(value: Mapping[str, Any]) -> str:
    """One line. Characters outside ASCII are escaped: a broken page's lone surrogate can be kept."""
    return json.dumps(value, separators=(",", ":")) + "\n"
