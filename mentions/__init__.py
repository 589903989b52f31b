"""What a text says happened: Article -> EventMention. Import from here: `from mentions import extract`."""

from mentions.context import TOPICS, topic_counts
from mentions.counts import TollMention, find_tolls
from mentions.dates import DateMention, day_counted, find_dates
from mentions.extract import Dropped, Reading, extract
from mentions.extractor import Extractor
from mentions.flatten import lower
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
from mentions.sentences import sentence_ends
from mentions.status import why_not
from mentions.tolls import combine
from mentions.word_lists import LexiconError

__all__ = [
    "TOPICS", "UNTOLD", "Actor", "Claim", "ClaimStatus", "CountRange", "DateMention", "DateRange", "DayFromLast",
    "Dropped", "EventMention", "Extractor", "LexiconError", "Quantity", "Reading", "Toll", "TollMention",
    "Victims", "combine", "compatible", "day_counted", "extract", "find_dates", "find_quantities",
    "find_tolls", "lower", "sentence_ends", "topic_counts", "why_not",
]  # fmt: skip
