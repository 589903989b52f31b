"""What a text says happened: Article -> EventMention. Import from here: `from mentions import extract`."""

from mentions.counts import TollMention, find_tolls
from mentions.dates import DateMention, find_dates
from mentions.extract import Dropped, Reading, extract
from mentions.lexicon import LexiconError
from mentions.mention import (
    UNTOLD,
    Actor,
    Claim,
    CountRange,
    DateRange,
    EventMention,
    Toll,
)
from mentions.tolls import combine

__all__ = [
    "UNTOLD", "Actor", "Claim", "CountRange", "DateMention", "DateRange", "Dropped", "EventMention",
    "LexiconError", "Reading", "Toll", "TollMention", "combine", "extract", "find_dates", "find_tolls",
]  # fmt: skip
