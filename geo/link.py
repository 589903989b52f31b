"""Which place a mention happened at: by clause and sentence, a neighbouring sentence as a last resort."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from articles import Article, FieldName, Span
from gazetteer import LEVEL_RANK
from geo.conventions import POINT_LEVELS
from geo.fronted import before_all_else
from geo.located import LocatedMention, Tie
from geo.one_scene import named_like_its_province
from geo.scenes import LED_TO, can_be_scene
from geo.shares import (
    counts_of,
    led_by_numbers,
    numbered,
    own_count,
    quantities_of,
    shared_out,
    without_counts,
    without_numbers,
)
from geo.toponym import Resolution
from mentions import EventMention, Quantity

# How far back, in characters, an earlier sentence's place still holds for one that names none.
_CARRY = 700
# So many places, each with its own number, are a list and no chance.
_A_LIST = 3
_BETWEEN_LISTED = re.compile(
    r"^(?:[\s,]|\b(?:and|or|as well as|in|on|at|near|the|of|both|also|towns?|villages?|city|cities|"
    r"neighbou?rhoods?|districts?|areas?|to|against|another)\b)*$",
    re.IGNORECASE,
)
# Where those stand who fire, and not where it hits.
_WHENCE = re.compile(
    r"\b(?:(?:positioned|stationed|located|entrenched|holed up) (?:in|at|inside)|(?:fired|launched) from)\s"
    r"(?:[\w'-]+\s){0,3}$"
)
_WITHIN = re.compile(r"^,? (?:in|of|inside)(?: the)?(?: [\w'-]+){0,3} $")
# "Sarmin, a town east of Idlib": what follows describes the place and is none of its own.
_APPOSITION = re.compile(
    r"^, (?:(?:an?|the|one of|which|where)\b[^.;,]*|(?:some |about |around |roughly )?\d+[^.;]*)$"
)
_BESIDE = re.compile(r"^,?(?: (?:on|in|at))?(?: the)? $")
# How far behind a town, in characters, the text can still name the province around it.
_AROUND = 70
_PUTS_INSIDE = re.compile(r"^,?(?: (?!and\b)[\w'-]+)*,? (?:in|of)(?: [\w'-]+){0,3}[ ,]*$")
# "The border between A and B" is one place, and no list of two.
_AMID = re.compile(r"\b(?:between|separating)(?: the)? $", re.IGNORECASE)
_PLURAL_KIND = re.compile(
    r"\b(?:towns|villages|cities|neighbou?rhoods|districts|areas|suburbs|quarters)\b", re.IGNORECASE
)


def link(
    article: Article, mentions: Sequence[EventMention], places: Sequence[Resolution]
) -> tuple[LocatedMention, ...]:
    """Each mention with its place, or with each of the places that it lists, in reading order."""
    scenes = [
        p
        for p in places
        if (p.place is not None or p.toponym.kind is not None) and can_be_scene(article, p)
    ]
    out: list[LocatedMention] = []
    for mention in mentions:
        if mention.place is not None:
            out.append(_where_told(mention, mention.place, places))
            continue
        own = _by_numbers(article, mention, scenes)
        if own:
            out += own
            continue
        found, tie = _places_of(article, mention, scenes, out)
        if not found:
            out.append(LocatedMention(mention, None, "none"))
            continue
        each = shared_out(article, mention, found)
        if each is not None:
            out += [
                LocatedMention(m, place, tie, shared=True)
                for m, place in zip(each, found, strict=True)
                if m is not None
            ]
        else:
            out += [LocatedMention(mention, place, tie, listed=len(found) > 1) for place in found]
    return tuple(out)


def _where_told(mention: EventMention, words: Span, places: Sequence[Resolution]) -> LocatedMention:
    """The place that these words name, the most exact of them; none where they are not read as a place."""
    inside = [p for p in places if p.place is not None and words.overlaps(p.toponym.span)]
    best = min(inside, key=lambda p: LEVEL_RANK[p.level or "country"], default=None)
    return LocatedMention(mention, best, "none" if best is None else "clause")


def _by_numbers(
    article: Article, mention: EventMention, scenes: Sequence[Resolution]
) -> list[LocatedMention]:
    """A clause that counts place by place ("54 in the city, 9 in X, 8 in Y"): the whole, then its parts."""
    inside = [p for p in scenes if mention.clause.covers(p.toponym.span)]
    if len(inside) < _A_LIST:
        return []
    shares = led_by_numbers(article, inside, quantities_of(article, mention.clause))
    counts = counts_of(article, mention) if len(shares) >= _A_LIST else ()
    if not counts:
        return []
    first = shares[0][0].toponym.expression.start
    whole = without_numbers(mention, [q for _, q in shares])
    before = [p for p in inside if p.toponym.expression.end <= first]
    around = _scene(article, mention, before) if whole.counts else None
    out = [] if around is None else [LocatedMention(whole, around, "clause")]
    for place, quantity in shares:
        out.append(LocatedMention(numbered(mention, quantity, counts), place, "clause", shared=True))
    return out


def _places_of(
    article: Article, mention: EventMention, scenes: Sequence[Resolution], before: Sequence[LocatedMention]
) -> tuple[list[Resolution], Tie]:
    ties: tuple[tuple[Span, Tie], ...] = ((mention.clause, "clause"), (mention.sentence, "sentence"))
    for run, tie in ties:
        inside = _without_containers(article, [p for p in scenes if run.covers(p.toponym.span)])
        best = _scene(article, mention, inside)
        if best is not None:
            area = _contradicting_area(article, best, scenes)
            return ([area] if area is not None else _listed(article, mention, best, inside)), tie
    earlier = _earlier(article, mention, scenes, before)
    if earlier is not None:
        return [earlier], "nearby"
    headline = [p for p in scenes if p.toponym.span.field == "title"] or scenes[:1]
    best = min(headline, key=lambda p: LEVEL_RANK[p.level or "country"], default=None)
    return ([], "none") if best is None else ([best], "headline")


def _contradicting_area(
    article: Article, best: Resolution, scenes: Sequence[Resolution]
) -> Resolution | None:
    """The province that the text puts around a town, where the only town of that name known lies in another.

    "Gunmen attacked Gedeb, in the Amhara region": of a Gedeb in another region nothing is said.
    """
    if best.place is None or best.level not in POINT_LEVELS or best.place.admin1 is None:
        return None
    end = best.toponym.expression.end
    for area in scenes:
        told = area.toponym.expression
        if area.level != "province" or area.place is None or told.field != best.toponym.expression.field:
            continue
        between = (
            article.field_text(told.field)[end : told.start] if end <= told.start <= end + _AROUND else "."
        )
        if _PUTS_INSIDE.match(between) and area.place.country == best.place.country:
            return area if area.place.admin1 != best.place.admin1 else None
    return None


def _without_containers(article: Article, inside: list[Resolution]) -> list[Resolution]:
    """The places that lie in no mentioned narrower one: of "the town of X in Y" only X."""
    wider = set()
    for one, other in pairwise(sorted(inside, key=lambda p: p.toponym.expression)):
        first, second = one.toponym.expression, other.toponym.expression

        between = article.field_text(first.field)[first.end : second.start]
        finer = LEVEL_RANK[one.level or "country"] <= LEVEL_RANK[other.level or "country"]
        named = (one.toponym.inside or "").casefold() == other.toponym.name.casefold()
        if (
            named
            or (finer and _WITHIN.match(between))
            or (one.lat is not None and _APPOSITION.match(between))
            or _is_beside(one, other, between)
        ):
            wider.add(other.toponym.span)
        if (other.toponym.inside or "").casefold() == one.toponym.name.casefold():
            wider.add(one.toponym.span)
    return [p for p in inside if p.toponym.span not in wider]


def _is_beside(one: Resolution, other: Resolution, between: str) -> bool:
    """ "X, on the outskirts of Y": the second tells where the first lies, which is known more exactly."""
    if one.lat is None or other.lat is None or other.toponym.relation not in ("near", "offset"):
        return False
    exact = (one.radius_km or 0.0) <= (other.radius_km or 0.0)
    return exact and _BESIDE.match(between) is not None


def _scene(article: Article, mention: EventMention, inside: Sequence[Resolution]) -> Resolution | None:
    """The most likely scene among the places of a stretch: specific, with a preposition, close to the act."""

    def cost(place: Resolution) -> float:
        span = place.toponym.expression
        text = article.field_text(span.field)
        before = text[max(0, span.start - 40) : span.start]
        distance = min(_gap(span, t) for t in mention.triggers)
        penalty = 0.0 if LED_TO.search(before) else 1.0
        penalty += named_like_its_province(place) * 0.7
        # "the city" points at a place that the same stretch may name.
        penalty += 0.0 if any(c.isupper() for c in article.words(place.toponym.span)) else 0.7
        penalty += 1.0 if _WHENCE.search(before) else 0.0
        # A name after the act is its scene more often than one before it.
        behind = 0.0 if span.start >= mention.triggers[0].start else 0.5
        return LEVEL_RANK[place.level or "country"] * 0.6 + penalty + behind + distance / 60

    return min(before_all_else(article, inside, mention.triggers[0]), key=cost, default=None)


def _gap(one: Span, other: Span) -> int:
    if one.field != other.field:
        return 1000
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def _listed(
    article: Article, mention: EventMention, best: Resolution, inside: Sequence[Resolution]
) -> list[Resolution]:
    """The place and those that stand in one list with it ("in Saraqib, Hass and Kafr Nabl")."""
    counts = quantities_of(article, mention.clause) if len(inside) > 1 else ()
    peers = sorted(
        (p for p in inside if p is best or _peers(p, best) or own_count(article, p, counts) is not None),
        key=lambda p: p.toponym.expression.start,
    )
    at = peers.index(best)
    out = [best]
    for step in (1, -1):
        here = at
        while 0 <= here + step < len(peers) and _adjacent(
            article, peers[min(here, here + step)], peers[max(here, here + step)], counts
        ):
            here += step
            out.append(peers[here])
    return sorted(out, key=lambda p: p.toponym.expression.start)


def _peers(one: Resolution, other: Resolution) -> bool:
    """Whether two places can stand in one list: both exact, or both of one wider level."""
    return one.level == other.level or (one.level in POINT_LEVELS and other.level in POINT_LEVELS)


def _adjacent(article: Article, one: Resolution, other: Resolution, counts: Sequence[Quantity]) -> bool:
    first, second = one.toponym.expression, other.toponym.expression
    text = article.field_text(first.field)
    between = text[first.end : second.start]
    if (
        (one.toponym.inside or "").casefold() == other.toponym.name.casefold()
        or first.overlaps(second)
        or (one.place is not None and one.place == other.place)
    ):
        return False
    if _AMID.search(text, max(0, first.start - 40), first.start):
        return False
    # "the villages of A B and C": a text that lost its commas.
    told_as_list = _PLURAL_KIND.search(text, max(0, first.start - 60), second.start) is not None
    joined = (
        told_as_list
        or any(first.end <= q.start < second.start for q in counts)
        or "," in between
        or " and " in between
        or "as well as" in between
    )
    return joined and _BETWEEN_LISTED.match(without_counts(text, first.end, second.start, counts)) is not None


def _earlier(
    article: Article, mention: EventMention, scenes: Sequence[Resolution], before: Sequence[LocatedMention]
) -> Resolution | None:
    """The scene that still holds for a sentence without a place: that of the last event told, within reach.

    Where none was told yet, the last place before the sentence that a preposition leads to.
    """
    start, field = mention.sentence.start, mention.sentence.field
    for told in reversed(before):
        if told.own_place is not None and _within_reach(told.mention.sentence, field, start):
            return told.own_place
    led_to = [
        p
        for p in scenes
        if _within_reach(p.toponym.span, field, start)
        and p.level != "country"
        and LED_TO.search(
            article.field_text(field)[max(0, p.toponym.expression.start - 40) : p.toponym.expression.start]
        )
    ]
    return max(_without_containers(article, led_to), key=lambda p: p.toponym.span.start, default=None)


def _within_reach(span: Span, field: FieldName, start: int) -> bool:
    return span.field == field and start - _CARRY <= span.start < start
