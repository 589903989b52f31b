"""What a crowd is against is not where it stands: "protested against the war in X"."""

from __future__ import annotations

import re

from articles import Article
from geo.toponym import Resolution
from mentions import EventMention, lower

_CROWDS = frozenset(
    (
        "Peaceful protest", "Protest with intervention", "Excessive force against protesters",
        "Violent demonstration",
    )
)  # fmt: skip
# Characters before a place in which what it is about may be told.
_REACH = 160
_AGAINST = re.compile(
    r"\b(?:against|over|condemn\w*|denounc\w*|in protest at|protest(?:ed|ing|s)?)\b[^;.,]{0,100}?"
    r"\b(?:wars?|offensives?|attacks?|assaults?|(?:air ?)?strikes?|raids?|killings?|massacres?|bombings?"
    r"|bombardments?|shelling|operations?|intervention|invasion|occupation|violence|genocide|blockade|siege"
    r"|executions?|murders?|arrests?|visit|expulsions?)"
    r" (?:(?:of|against|by) (?:[\w'-]+ ){1,5})?(?:in|on|of|at|near|into|to|from|against)(?: the)?"
    r"(?: \w+ern)? $"
)


def is_aim(article: Article, mention: EventMention, place: Resolution) -> bool:
    """Whether a place only says what the crowd of a mention is against; a place of the act itself is none."""
    told = place.toponym.expression
    if mention.sub_event_type not in _CROWDS or told.field != mention.sentence.field:
        return False
    start = max(mention.triggers[0].start, told.start - _REACH)
    before = lower(article.field_text(told.field)[start : told.start]) if start < told.start else ""
    return _AGAINST.search(before) is not None
