"""A mention with the place that it happened at, and how that place was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from articles import Span
from geo.toponym import Resolution
from mentions import EventMention

Tie = Literal["clause", "sentence", "nearby", "headline", "opening", "dateline", "none"]
"""Where the place stands: in the mention's clause, its sentence, a sentence before, the headline, the
article's opening, the dateline, nowhere."""


@dataclass(frozen=True, slots=True)
class LocatedMention:
    """One telling of an event at one place. A telling of three towns hit is three of these."""

    mention: EventMention
    place: Resolution | None
    """None where the article ties no place to it."""
    tie: Tie
    shared: bool = False
    """Whether its numbers are this place's own share of a telling of several places."""
    listed: bool = False
    """Whether the place is one of several that the telling names: its toll is then no single place's."""
    words: tuple[Span, ...] = ()
    """Those of the mention's trigger words that its sentence ties to the place; empty where none is."""

    @property
    def own_place(self) -> Resolution | None:
        """The place where the telling itself names it."""
        return self.place if self.tie in ("clause", "sentence") else None
