"""What is kept of one article that was read: its contract form, its events, and which program read it."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from math import isfinite
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from articles import Article, is_remote
from geo import Event

ARTICLE_KEYS = ("id", "url", "title", "text", "published", "source", "language")
EVENT_KEYS = frozenset(f.name for f in fields(Event))
STANDARD_INPUT = "-"


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
    """Whether article and events have the keys of this version."""


@dataclass(frozen=True, slots=True)
class Record:
    """One article as it was read, with the events that were found in it."""

    article: Article
    events: tuple[Event, ...]
    origin: str
    """Where the article comes from (`origin_of`): tells two articles of one id apart. Empty: not known."""
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
        raw = _load(line)
        head = _head(raw)
        if not head.readable:
            raise ForeignRecord("article or events have other keys than this version's")
        try:
            events = tuple(_event(event) for event in raw["events"])
            article = article_of(raw["article"])
            updated = _typed(raw["updated"], str)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ForeignRecord(str(error)) from error
        return cls(article, events, head.origin, head.content, head.program, updated)


def head_of(line: bytes) -> Head:
    """The head of a record's line. ForeignRecord: not a record of any version, or a broken one of this.

    A line whose head says `readable` can be taken back with `Record.of_line`.
    """
    head = _head(_load(line))
    if head.readable:
        Record.of_line(line)
    return head


def record_of(
    article: Article, events: tuple[Event, ...], program: str, updated: str, origin: str | None = None
) -> Record:
    """The record of an article that was just read; `origin` None: the article's own."""
    known = origin_of(article) if origin is None else origin
    return Record(article, events, known, content_of(article), program, updated)


def origin_of(article: Article) -> str:
    """Where an article comes from: its URL, else its input, a file by its whole path; else nothing.

    Standard input is no origin: what comes through it today has nothing to do with what came yesterday.
    """
    if article.url:
        return article.url
    name = article.source.name if article.source else STANDARD_INPUT
    if name == STANDARD_INPUT:
        return ""
    return name if is_remote(name) else os.path.realpath(name)


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
    published = _typed(form["published"], str | None)
    return Article(
        id=_typed(form["id"], str), text=_typed(form["text"], str), title=_typed(form["title"], str),
        url=_typed(form["url"], str | None),
        published=None if published is None else date.fromisoformat(published),
        outlet=_typed(form["source"], str | None), language=_typed(form["language"], str | None),
        extra={key: value for key, value in form.items() if key not in ARTICLE_KEYS},
    )  # fmt: skip


def _event(raw: Mapping[str, Any]) -> Event:
    spans = {key: [(f, start, end) for f, start, end in found] for key, found in raw["spans"].items()}
    types = _event_types()
    return Event(**{key: _typed(value, types[key]) for key, value in {**raw, "spans": spans}.items()})


@cache
def _event_types() -> dict[str, Any]:
    return get_type_hints(Event)


def _load(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ForeignRecord(str(error)) from error


def _head(raw: Any) -> Head:
    try:
        same = raw["article"].keys() >= set(ARTICLE_KEYS)
        readable = same and all(event.keys() == EVENT_KEYS for event in raw["events"])
        told = (raw["article"]["id"], raw["origin"], raw["content"], raw["program"])
        id_, origin, content, program = (_typed(value, str) for value in told)
        return Head(id_, origin, content, program, readable)
    except (KeyError, TypeError, AttributeError) as error:
        raise ForeignRecord(str(error)) from error


def _typed(value: Any, kind: Any) -> Any:
    """The value, if it is of this kind (an int is a float too, true no int, NaN nothing); else TypeError."""
    kinds = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    plain = tuple(get_origin(one) or one for one in kinds)
    fits = type(value) in plain or (type(value) is int and float in plain)
    if fits and (not isinstance(value, float) or isfinite(value)):
        return value
    raise TypeError(f"{value!r:.60} is no {kind}")


def _dump(value: Mapping[str, Any]) -> str:
    """One line. Characters outside ASCII are escaped: a broken page's lone surrogate can be kept."""
    return json.dumps(value, separators=(",", ":")) + "\n"
