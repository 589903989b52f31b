"""What a text says happened: Article -> EventMention. Import from here: `from mentions import extract`."""

from mentions.clause_tree import ClauseTree, Part, tree_of
from mentions.context import topic_counts
from mentions.counts import TollMention, find_tolls
from mentions.dates import DateMention, day_counted, find_dates
from mentions.extract import Dropped, Reading, extract
from mentions.flatten import flatten, lower
from mentions.grouping import compatible
from mentions.mention import (
    UNTOLD,
    Actor,
    Claim,
    ClaimStatus,
    CountRange,
    DateRange,
    DayFromLast,
    EventMention,
    Toll,
    Victims,
)
from mentions.numerals import Quantity, find_quantities
from mentions.tolls import combine
from mentions.word_lists import LexiconError

__all__ = [
    "UNTOLD", "Actor", "Claim", "ClaimStatus", "ClauseTree", "CountRange", "DateMention", "DateRange",
    "DayFromLast", "Dropped", "EventMention", "LexiconError", "Part", "Quantity", "Reading", "Toll",
    "TollMention", "Victims", "combine", "compatible", "day_counted", "extract", "find_dates",
    "find_quantities", "find_tolls", "flatten", "lower", "topic_counts", "tree_of",
]  # fmt: skip
