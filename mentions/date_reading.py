"""What the readers of dates take and give: the text on its day, and the days that an expression means."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from mentions.calendar_words import Days
from mentions.date_roles import DateRole
from mentions.mention import DateBasis


@dataclass(frozen=True, slots=True)
class View:
    """The text that is read, and the day that it is read on."""

    flat: str
    """Flattened text: offsets as in the article."""
    low: str
    """The same in lower case."""
    reference: date | None
    """The publication day, or for the first end of a range the day of its last."""
    day_first: bool | None
    """Whether 03/01 is the third of January where the text does not say."""

    def left_of(self, start: int) -> str:
        """The lower-case words just before an offset: enough to tell whether a date begins there."""
        return self.low[max(0, start - _LEFT) : start]


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression means, before the words around it have their say."""

    end: int
    """Offset where the expression ends."""
    days: Days | None
    """None: not resolved (no publication day, or anaphoric)."""
    basis: DateBasis = "relative"
    role: DateRole | None = None
    """A role that the expression itself has; None leaves it to the words around."""
    offset_days: int | None = None
    """For anaphoric dates: days from the day that the text spoke of before."""


Match = re.Match[str]
Reader = Callable[[Match, View], Reading | None]
"""Returns None where the words are no date."""

_LEFT = 30  # characters before a date that decide whether it is one
