"""What everything else starts from: an article, and spans that point into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

FieldName = Literal["title", "text"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open run of characters, `start` to `end`, of an article's title or text.

    Offsets count Unicode code points of the field exactly as it was read; nothing is tidied before.
    """

    field: FieldName
    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.field == other.field and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies wholly inside this one."""
        return self.field == other.field and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article was read from, so that a message can say which input is meant."""

    name: str
    """A path, a URL, or `-` for standard input."""
    line: int | None = None
    """The line (JSON Lines), data row (CSV) or entry (feed), from 1; None where the input is one article."""

    def __str__(self) -> str:
        return self.name if self.line is None else f"{self.name}:{self.line}"


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read. `text` is kept to the letter: every offset in the output points into it."""

    id: str
    """Stable: the input's own id, else a hash of title and text."""
    text: str
    """The whole text, comments and all; `articles.clean` says which parts are the article itself."""
    title: str = ""
    """The headline where the input gives one apart from the text."""
    url: str | None = None
    """Where a reader can find it; only http and https reach an output as a link."""
    published: date | None = None
    """The publication day that the input's metadata gives, in the time zone that it was told in."""
    outlet: str | None = None
    """Who published it (the contract's key `source`)."""
    language: str | None = None
    """ISO 639-1 where the input says so."""
    source: Source | None = None
    """The input that it came from."""
    asked_spans: tuple[tuple[int, int], ...] | None = None
    """For `geoparse`: resolve exactly these spans of `text`. None: look for toponyms."""
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Keys of the input that we do not know, carried along."""
    notes: tuple[str, ...] = ()
    """What was wrong with the input and could be passed over, one clear line each, to be shown."""

    def field_text(self, name: FieldName) -> str:
        """The title or the text."""
        return self.title if name == "title" else self.text

    def words(self, span: Span) -> str:
        """The characters that a span points at."""
        return self.field_text(span.field)[span.start : span.end]
