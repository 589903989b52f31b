"""What a text says happened: Article -> EventMention. Import from here: `from mentions import extract`."""

from mentions.camps import camp_of
from mentions.clause_tree import ClauseTree, Part, tree_of
from mentions.context import TOPICS, topic_counts
from mentions.counts import TollMention, find_tolls
from mentions.dates import DateMention, day_counted, find_dates
from mentions.extract import Dropped, Reading, extract
from mentions.extractor import Extractor
from mentions.flatten import flatten, lower
from mentions.gated import Gated
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
from mentions.number_words import NUMBER_WORDS
from mentions.numerals import Quantity, find_quantities
from mentions.sentences import sentence_ends
from mentions.status import why_not
from mentions.tolls import combine
from mentions.word_lists import LexiconError, check_lists, groups_of

__all__ = [
    "NUMBER_WORDS",
    "TOPICS", "UNTOLD", "Actor", "Claim", "ClaimStatus", "ClauseTree", "CountRange", "DateMention",
    "DateRange", "DayFromLast", "Dropped", "EventMention", "Extractor", "Gated", "LexiconError", "Part",
    "Quantity", "Reading", "Toll", "TollMention", "Victims", "camp_of", "check_lists", "combine",
    "compatible", "day_counted", "extract", "find_dates", "find_quantities", "find_tolls", "flatten",
    "groups_of", "lower", "sentence_ends", "topic_counts", "tree_of", "why_not",
]  # fmt: skip
