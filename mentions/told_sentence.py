"""A title or text and its sentences, as the steps of reading see them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from articles import Article, FieldName, Span
from mentions.date_habits import writes_day_first
from mentions.dates import DateMention, find_dates
from mentions.flatten import flatten, lower


@dataclass(frozen=True)
class Field:
    """A title or text; its dates are read when a sentence tells of an act, which most articles never do."""

    name: FieldName
    article: Article
    flat: str
    """With typographic signs made plain; each offset is the article's own."""
    low: str
    """The same in lower case."""
    published: date | None

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """All of them, in reading order."""
        text = self.article.field_text(self.name)
        return find_dates(text, self.name, self.published, writes_day_first(self.article))

    @cached_property
    def governing(self) -> str:
        """The lower-case text in which "may" is always a verb."""
        return _without_the_month_of_may(self.low, self.dates)

    def span(self, run: tuple[int, int]) -> Span:
        """The run as a span of the article."""
        return Span(self.name, *run)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of the article's own."""

    field: Field
    start: int
    end: int
    """Offsets into the field."""
    region: int
    """Index of its region among the article's."""
    headline: bool
    """Whether it is a headline, or stands in one."""
    before: Sentence | None = None
    """The one before it in its region, where that tells of no act."""

    @property
    def dates(self) -> list[DateMention]:
        """Those that stand in it."""
        return [d for d in self.field.dates if self.start <= d.span.start < self.end]


def read_field(article: Article, name: FieldName, published: date | None) -> Field:
    """The article's title or text; relative dates resolve against `published`."""
    flat = flatten(article.field_text(name))
    return Field(name, article, flat, lower(flat), published)


def _without_the_month_of_may(low: str, dates: Sequence[DateMention]) -> str:
    """Text of the same length in which "may" is always the verb that makes a mere possibility of an act."""
    for told in dates:
        words = low[told.span.start : told.span.end]
        if "may" in words:
            low = low[: told.span.start] + words.replace("may", "mai") + low[told.span.end :]
    return low
