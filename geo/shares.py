"""Numbers told place by place: "killed 90 in X and 22 in Y" is two tolls, not one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from articles import Article, Span
from geo.toponym import Resolution
from mentions import CountRange, EventMention, Quantity, Toll, find_quantities

_WHO = (
    r"(?:people|persons|civilians|others?|more|soldiers|fighters|militants|children|"
    r"were|was|killed|dead|wounded|injured|died)"
)
_TO_PLACE = re.compile(
    rf"^(?:\s+{_WHO}){{0,4}}\s+(?:in|at|near|on|around)\s+(?:the\s+)?(?:[\w-]+\s+){{0,3}}$", re.IGNORECASE
)
_WHO_ONLY = re.compile(rf"\b{_WHO}\b", re.IGNORECASE)


def quantities_of(article: Article, clause: Span) -> tuple[Quantity, ...]:
    """The numbers in a clause, in order."""
    return find_quantities(article.field_text(clause.field), clause.start, clause.end)


def own_count(article: Article, place: Resolution, quantities: Sequence[Quantity]) -> Quantity | None:
    """The number that leads straight to a place ("22 in Shati camp")."""
    span = place.toponym.expression
    text = article.field_text(span.field)
    return next(
        (
            q
            for q in reversed(quantities)
            if q.end <= span.start and _TO_PLACE.match(text[q.end : span.start])
        ),
        None,
    )


def without_counts(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> str:
    """The text between two places without its numbers and the people counted: what is left may list."""
    kept = list(text[start:end])
    for q in quantities:
        if start <= q.start and q.end <= end:
            kept[q.start - start : q.end - start] = " " * (q.end - q.start)
    return _WHO_ONLY.sub(" ", "".join(kept))


def shared_out(
    article: Article, mention: EventMention, places: Sequence[Resolution]
) -> list[EventMention] | None:
    """The mention once for each place with that place's own number; None where not every place has one."""
    if len(places) < 2 or not (mention.toll.killed.told or mention.toll.injured.told):
        return None
    quantities = quantities_of(article, mention.clause)
    out: list[EventMention] = []
    for n, place in enumerate(places):
        own = own_count(article, place, quantities)
        if own is None and n > 0:
            return None
        if own is not None and n > 0:
            count = CountRange(own.low, own.high, (Span(mention.clause.field, own.start, own.end),))
            who = mention.toll.victims
            killed = mention.toll.killed.told
            toll = Toll(killed=count, victims=who) if killed else Toll(injured=count, victims=who)
            out.append(replace(mention, counts=(), toll=toll))
        else:
            # The first number is the one that the toll grammar read with its verb.
            out.append(mention)
    return out
