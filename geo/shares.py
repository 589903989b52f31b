"""Numbers told place by place: "killed 90 in X and 22 in Y" is two tolls, not one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from articles import Article, Span
from geo.toponym import Resolution
from mentions import EventMention, Quantity, TollMention, combine, find_quantities, find_tolls

_WHO = (
    r"(?:people|persons|civilians|others?|more|soldiers|fighters|militants|rebels|jihadists|insurgents|"
    r"terrorists|children|"
    r"were|was|killed|dead|wounded|injured|died)"
)
_TO_PLACE = re.compile(
    rf"^(?:\s+{_WHO}){{0,4}}\s+(?:in|at|near|on|around|outside|inside)\s+(?:each of\s+)?(?:the\s+)?"
    r"(?:(?!and\b|or\b)[\w-]+\s+){0,3}$",
    re.IGNORECASE,
)
# Between a number and the part of it that stands nearer to the place: "23, among them 10 children in X".
_PART_OF_IT = re.compile(rf"^(?:\s+{_WHO}){{0,3}},?\s+(?:among them|including)\s+$", re.IGNORECASE)
_DESCRIBED = re.compile(r"\s+(?:children|women|girls|boys|babies|minors|infants|civilians)\b", re.IGNORECASE)
_EACH = re.compile(r"\beach of\b", re.IGNORECASE)
_AND_ANOTHER = re.compile(
    r"^(?:[\s,]|\b(?:and|the|of|in|towns?|villages?|cities|neighbou?rhoods?|districts?|areas?)\b)*$",
    re.IGNORECASE,
)
# "One in X, a second in Y and a third in Z": each is one.
_ORDINAL = re.compile(r"\ba (?:second|third|fourth|fifth|sixth)(?= (?:in|at|near|on)\b)", re.IGNORECASE)
_LED_BACK = re.compile(r",? (?:in|at|near|on)(?: the)? ")
_WHO_ONLY = re.compile(rf"\b{_WHO}\b", re.IGNORECASE)


def quantities_of(article: Article, clause: Span) -> tuple[Quantity, ...]:
    """The numbers in a clause, in order."""
    text = article.field_text(clause.field)
    found = list(find_quantities(text, clause.start, clause.end))
    ordinals = list(_ORDINAL.finditer(text, clause.start, clause.end)) if found else []
    found += [Quantity(m.start(), m.end(), 1, 1) for m in ordinals]
    return tuple(sorted(found, key=lambda q: q.start))


def own_count(article: Article, place: Resolution, quantities: Sequence[Quantity]) -> Quantity | None:
    """The number that leads straight to a place ("22 in Shati camp", "five outside the town of X")."""
    span = place.toponym.expression
    text = article.field_text(span.field)
    # "Outside" is the place's own word: it leads to the name as well.
    starts = {span.start, place.toponym.span.start}
    for n in reversed(range(len(quantities))):
        q = quantities[n]
        if q.end <= span.start and any(_TO_PLACE.match(text[q.end : start]) for start in starts):
            whole = quantities[n - 1] if n and _DESCRIBED.match(text, q.end) else None
            is_part = whole is not None and _PART_OF_IT.match(text[whole.end : q.start]) is not None
            return whole if is_part else q
    return None


def led_by_numbers(
    article: Article, inside: Sequence[Resolution], quantities: Sequence[Quantity]
) -> list[tuple[Resolution, Quantity]]:
    """The places of a clause that numbers lead straight to, in reading order.

    "9 in X, 8 in Y, 1 in each of the towns of Z and W" is four places; the one is that of both towns.
    """
    out: list[tuple[Resolution, Quantity]] = []
    for place in sorted(inside, key=lambda p: p.toponym.expression.start):
        own = own_count(article, place, quantities)
        if own is None and out and _is_next_of_each(article, out[-1], place):
            own = out[-1][1]
        if own is not None:
            out.append((place, own))
    return out


def _is_next_of_each(article: Article, last: tuple[Resolution, Quantity], place: Resolution) -> bool:
    before, here = last[0].toponym.expression, place.toponym.expression
    text = article.field_text(here.field)
    each = _EACH.search(text, last[1].end, before.start) is not None
    return each and _AND_ANOTHER.match(text[before.end : here.start]) is not None


def counts_of(article: Article, mention: EventMention) -> tuple[TollMention, ...]:
    """What its clause counts; a sum over several places, which is no event's own toll, among it."""
    clause = mention.clause
    return mention.counts or find_tolls(
        article.field_text(clause.field), clause.field, clause.start, clause.end
    )


def numbered(mention: EventMention, quantity: Quantity, counts: Sequence[TollMention]) -> EventMention:
    """The mention with the count of one of its places alone, of those killed or injured as `counts` tell."""
    told = [replace(c, part=False) for c in counts if _covers(c, quantity)]
    told = told or [_elliptical(counts, quantity)]
    return replace(mention, counts=tuple(told), toll=combine(told))


def without_numbers(mention: EventMention, quantities: Sequence[Quantity]) -> EventMention:
    """The mention with what it counts before the first of these: of all of its places."""
    first = min(q.start for q in quantities)
    told = [
        c for c in mention.counts if c.span.start < first and not any(_covers(c, q) for q in quantities)
    ]
    return replace(mention, counts=tuple(told), toll=combine(told))


def without_counts(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> str:
    """The text between two places without its numbers and the people counted: what is left may list."""
    kept = list(text[start:end])
    for q in quantities:
        if start <= q.start and q.end <= end:
            kept[q.start - start : q.end - start] = " " * (q.end - q.start)
    return _WHO_ONLY.sub(" ", "".join(kept))


def shared_out(
    article: Article, mention: EventMention, places: Sequence[Resolution]
) -> list[EventMention | None] | None:
    """The mention once for each place with that place's own numbers; None where a later place has none.

    A number belongs to the place that it leads to, with the act of the words that count it ("injured 12 in
    Y"), else with the act told last ("killed 90 in X and 22 in Y"). What is told before the second place's
    number is the first place's; what is told behind all places is nobody's alone. The first place gets None
    where its number only sums up the others' ("three in X, one in Y and two in Z").
    """
    if len(places) < 2 or not mention.counts:
        return None
    quantities = quantities_of(article, mention.clause)
    own = [own_count(article, place, quantities) for place in places]
    later = [q for q in own[1:] if q is not None]
    if len(later) < len(places) - 1:
        return None
    first = [c for c in mention.counts if c.span.start < later[0].start and not _covers(c, later[0])]
    if own[0] is not None and not any(_covers(c, own[0]) for c in first):
        # "Three were killed, one in X and two in Y": the three are nobody's alone.
        first = [] if is_bare_sum(mention, own[0]) else [_elliptical(mention.counts, own[0])]
    elif all(c.part for c in first):
        # "Including nine in X and eight in Y", of a sum that is no single place's.
        first = [replace(c, part=False) for c in first]
    is_sum = not first or sums_up(first, later)
    whole = None if is_sum else replace(mention, counts=tuple(first), toll=combine(first))
    return [whole, *(numbered(mention, q, mention.counts) for q in later)]


def told_again(
    article: Article, mention: EventMention, places: Sequence[Resolution], near: Sequence[Resolution]
) -> list[EventMention | None] | None:
    """The mention once for each listed place, with all counts at the one that is named again behind them.

    "Pounded X and Y, killing a woman and her daughter in Y". None where none is.
    """
    if len(places) < 2 or not mention.counts:
        return None
    end = max(c.span.end for c in mention.counts)
    last = max(p.toponym.expression.end for p in places)
    text = article.text if mention.clause.field == "text" else article.title
    for n, place in enumerate(places):
        for again in near:
            told = again.toponym.expression
            same = again.place is not None and again.place == place.place and told.start > last
            if same and last <= min(c.span.start for c in mention.counts) and (
                end <= told.start and _LED_BACK.fullmatch(text, end, told.start)
            ):
                bare = replace(mention, counts=(), toll=combine(()))
                return [mention if m == n else bare for m in range(len(places))]
    return None


def is_bare_sum(mention: EventMention, quantity: Quantity) -> bool:
    """Whether a number is the sum of which the counts are parts: that of several places, and no event's."""
    counts = mention.counts
    return bool(counts) and all(c.part and not _covers(c, quantity) for c in counts)


def sums_up(first: Sequence[TollMention], later: Sequence[Quantity]) -> bool:
    """Whether a first count is the sum of at least two numbers that follow it."""
    return any(_is_sum(c.low, later) for c in first if not c.part)


def without_sum(
    mention: EventMention, shares: list[tuple[Resolution, Quantity]]
) -> list[tuple[Resolution, Quantity]]:
    """Places with their numbers; the first place left out where its number only sums up the others'."""
    (_, first), *rest = shares
    is_sum = is_bare_sum(mention, first) or _is_sum(first.low, [q for _, q in rest])
    return rest if is_sum else shares


def _is_sum(low: int | None, later: Sequence[Quantity]) -> bool:
    lows = [q.low for q in later]
    return len(lows) > 1 and None not in lows and low == sum(n for n in lows if n is not None)


def _covers(count: TollMention, quantity: Quantity) -> bool:
    return count.span.start <= quantity.start and quantity.end <= count.span.end


def _elliptical(counts: Sequence[TollMention], quantity: Quantity) -> TollMention:
    """ "... and 22 in Y": as many more of what was counted last."""
    last = next((c for c in reversed(counts) if c.span.start < quantity.start), counts[-1])
    span = Span(last.span.field, quantity.start, quantity.end)
    return replace(
        last, span=span, scope="event", low=quantity.low, high=quantity.high, part=False, further=False
    )
