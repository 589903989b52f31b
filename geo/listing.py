"""Which places of a stretch of text stand in one list, and which only tell where another one lies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from articles import Article
from gazetteer import LEVEL_RANK
from geo.conventions import POINT_LEVELS
from geo.geometry import is_within_km
from geo.shares import own_count, quantities_of, without_counts
from geo.toponym import Resolution
from mentions import EventMention, Quantity

_BETWEEN_LISTED = re.compile(
    r"^(?:[\s,]|\b(?:and|or|as well as|in|on|at|near|the|of|both|also|towns?|villages?|city|cities|"
    r"neighbou?rhoods?|districts?|areas?|settlements?|suburbs?|quarters?|provinces?|camps?|base|military"
    r"|neighbou?ring|nearby|surrounding|to|against|another)\b)*$",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"^,? (?:in|of|inside)(?: the)?(?: [\w'-]+){0,3} $")
# "Sarmin, a town east of Idlib": what follows describes the place and is none of its own.
_APPOSITION = re.compile(
    r"^, (?:(?:an?(?! (?:second|third|fourth|fifth|sixth) )|"
    r"the|one of|which|where)\b[^.;,]*|(?:some |about |around |roughly )?\d+[^.;]*)$"
)
# A list that has not ended yet.
_GOES_ON = re.compile(r"(?:, [A-Z][\w'-]+(?: [\w'-]+){0,2}){0,6},? and [A-Z]")
_BESIDE = re.compile(r"^,?(?: (?:on|in|at))?(?: the)? $")
# "The border between A and B", "along the border of A and B districts": one place, and no list of two.
_AMID = re.compile(
    r"\b(?:between|separating|(?:border|boundary|junction) of)(?: the)?"
    r"(?: (?:states|provinces|districts|regions|towns|villages|cities|departments)(?: of)?)? $",
    re.IGNORECASE,
)
# Between an act and the place that it hit, and between that place and the next act.
_AT_ONCE = re.compile(
    r"(?: (?:cruise|ballistic|missiles?|rockets?|shells?|mortars?|drones?|bombs?|strikes?|raids?|[a-z]+ly))*"
    r"(?: (?:at|on|in|into|against|the|an?|[a-z]+ern|[a-z]+ian|city|town|village|port|region|province"
    r"|district|of)){0,6} "
)
_AND_MORE = re.compile(r"\band (?:another )?$")
# "The settlements of X (twice), Y (three times) and Z".
_ASIDE = re.compile(r" ?\([a-z ]{1,20}\)")
_AND_THEN = re.compile(r",? and (?:(?:then|also|later|heavily) )?")
_PLURALS = r"(?:towns|villages|cities|neighbou?rhoods|districts|areas|suburbs|quarters)\b"
_PLURAL_KIND = re.compile(rf"\b{_PLURALS}", re.IGNORECASE)
_NAME = r"(?:[a-z]{2}-)?[A-Z][\w'-]+"
# "on A B and C neighborhoods", of a text that lost its commas.
_PLURAL_BEHIND = re.compile(rf"(?: {_NAME})*,? and {_NAME}(?: {_NAME}){{0,2}} {_PLURALS}")


def without_containers(article: Article, inside: list[Resolution]) -> list[Resolution]:
    """The places that lie in no mentioned narrower one: of "the town of X in Y" only X."""
    if len(inside) < 2:
        return inside
    wider = set()
    for one, other in pairwise(sorted(inside, key=lambda p: p.toponym.expression)):
        first, second = one.toponym.expression, other.toponym.expression

        between = article.field_text(first.field)[first.end : second.start]
        finer = LEVEL_RANK[one.level or "country"] <= LEVEL_RANK[other.level or "country"]
        named = _names_around(one, other)
        if (
            (named and not _two_towns(article, one, other))
            or (finer and _WITHIN.match(between))
            or ((one.lat is not None or one.toponym.marked) and _APPOSITION.match(between))
            or _is_beside(one, other, between)
        ):
            wider.add(other.toponym.span)
        elif _holds_beside(one, other, between):
            wider.add(one.toponym.span)
        holds = _names_around(other, one)
        # "X town (X township, X district)": alike in name, but none of them holds a wider one.
        told_beside = between.startswith(" and ")  # "X city and Y town in X's countryside"
        wide = LEVEL_RANK[one.level or "country"] >= LEVEL_RANK[other.level or "town"]
        owns = between.startswith(("'s ", "\u2019s ")) and one.place != other.place
        if holds and (wide or owns) and not told_beside:
            wider.add(one.toponym.span)
    return [p for p in inside if p.toponym.span not in wider]


def _names_around(one: Resolution, other: Resolution) -> bool:
    """Whether the text puts the second around the first ("Sarmada, Idlib")."""
    return (one.toponym.inside or "").casefold() == other.toponym.name.casefold()


def _two_towns(article: Article, one: Resolution, other: Resolution) -> bool:
    """ "Shells hit X, Y and Z": known towns of two provinces, or two provinces, and the list goes on."""
    here, there, told = one.place, other.place, other.toponym.expression
    return (
        here is not None and there is not None and not one.fallback
        and here.level == there.level and here.level in ("town", "province") and here.admin1 != there.admin1
        and _GOES_ON.match(article.field_text(told.field), told.end) is not None
    )  # fmt: skip


def _is_beside(one: Resolution, other: Resolution, between: str) -> bool:
    """ "X, on the outskirts of Y": the second tells where the first lies, which is known more exactly.

    So it does of an area that the second lies outside of: "the state of X, north of the capital".
    """
    if other.toponym.relation not in ("near", "offset") or _BESIDE.match(between) is None:
        return False
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return False
    reach = one.radius_km or 0.0
    return reach <= (other.radius_km or 0.0) or not is_within_km(
        one.lat, one.lon, other.lat, other.lon, reach
    )


def _holds_beside(area: Resolution, one: Resolution, between: str) -> bool:
    """ "In Qamar province, east of X": the spot is one within the province, and no second place."""
    here, around = one.place, area.place
    beside = one.toponym.relation in ("near", "offset") and _BESIDE.match(between) is not None
    wide = beside and area.level in ("province", "district") and here is not None and around is not None
    return wide and here is not None and around is not None and here.admin1 == around.admin1


def listed_with(
    article: Article, mention: EventMention, best: Resolution, inside: Sequence[Resolution]
) -> list[Resolution]:
    """The place and those that stand in one list with it ("in Saraqib, Hass and Kafr Nabl")."""
    if len(inside) < 2:
        return [best]
    counts = quantities_of(article, mention.clause)
    peers = sorted(
        (p for p in inside if p is best or _peers(p, best) or own_count(article, p, counts) is not None),
        key=lambda p: p.toponym.expression.start,
    )
    at = peers.index(best)
    out = [best]
    for step in (1, -1):
        here = at
        while 0 <= here + step < len(peers) and _adjacent(
            article, peers[min(here, here + step)], peers[max(here, here + step)], counts,
            counted=bool(mention.counts),
        ):
            here += step
            out.append(peers[here])
    return sorted(out, key=lambda p: p.toponym.expression.start)


def each_its_own(article: Article, mention: EventMention, inside: Sequence[Resolution]) -> list[Resolution]:
    """The two places of two acts that "and" joins ("fired at X and shelled Y, killing six"), else none.

    What is counted before the second place is that place's own, and the acts are then no pair.
    """
    acts = sorted(mention.triggers)
    for one, other in pairwise(sorted(inside, key=lambda p: p.toponym.expression)):
        first, second = one.toponym.expression, other.toponym.expression
        text = article.field_text(first.field)
        before = [a for a in acts if a.end <= first.start]
        between = [a for a in acts if first.end <= a.start and a.end <= second.start]
        if not before or len(between) != 1 or any(c.span.start < second.start for c in mention.counts):
            continue
        here = _AT_ONCE.fullmatch(text, before[-1].end, first.start)
        there = _AT_ONCE.fullmatch(text, between[0].end, second.start)
        if here and there and _AND_THEN.fullmatch(text, first.end, between[0].start):
            return [one, other]
    return []


def each_its_number(
    article: Article, mention: EventMention, inside: Sequence[Resolution]
) -> list[Resolution]:
    """The two places of "killed two in X, by the river, and wounded seven in Y", else none.

    Straight to each leads a number of people that the mention counts, to the second perhaps one that goes on
    ("30 were killed around X in the north and another five outside Y").
    """
    if len(inside) < 2 or not mention.counts:
        return []
    text = article.field_text(mention.clause.field)
    counted: list[Quantity] = []
    quantities = quantities_of(article, mention.clause)
    for q in quantities:
        told = any(c.span.start <= q.start and q.end <= c.span.end and not c.part for c in mention.counts)
        if told or (counted and _AND_MORE.search(text, max(0, q.start - 16), q.start)):
            counted.append(q)
    led = [(p, own_count(article, p, quantities)) for p in sorted(inside, key=lambda p: p.toponym.expression)]
    own = [(p, q) for p, q in led if q is not None and q in counted]
    several = len(own) == 2 and own[0][1] != own[1][1] and own[0][0].place != own[1][0].place
    return [p for p, _ in own] if several else []


def _peers(one: Resolution, other: Resolution) -> bool:
    """Whether two places can stand in one list: both exact, of one wider level, or sides of divisions.

    "Southern X and eastern Y provinces" are two, one of them told by its side.
    """
    if one.level == other.level or (_is_fine(one) and _is_fine(other)):
        return True
    divisions = [place.place.level for place in (one, other) if place.place is not None]
    sides = {one.level, other.level} == {"province", "region"}
    return sides and divisions == ["province", "province"]


def _is_fine(place: Resolution) -> bool:
    """Whether it is a place within a province: of a name that no list has this is taken for granted.

    So it is of one that the text calls a town, of which only the area around it is known.
    """
    within = place.level in (None, "district", "near", *POINT_LEVELS) and place.toponym.kind != "province"
    return within or (place.fallback and place.toponym.kind in POINT_LEVELS)


def _adjacent(
    article: Article, one: Resolution, other: Resolution, counts: Sequence[Quantity], *, counted: bool
) -> bool:
    first, second = one.toponym.expression, other.toponym.expression
    text = article.field_text(first.field)
    between = text[first.end : second.start]
    if (
        (_names_around(one, other) and not _two_towns(article, one, other))
        or one.toponym.other_end == other.toponym.span
        or first.overlaps(second)
        # Two unknown villages of one district are two rows there only where no toll is told of both.
        or (one.place is not None and one.place == other.place
            and (counted or not (one.fallback or other.fallback)))
    ):
        return False
    name = one.toponym.span.start
    if _AMID.search(text, max(0, name - 40), name):
        return False
    # "the villages of A B and C": a text that lost its commas.
    told_as_list = (
        _PLURAL_KIND.search(text, max(0, first.start - 60), second.start) is not None
        or _PLURAL_BEHIND.match(text, second.end) is not None
    )
    joined = (
        told_as_list
        or any(first.end <= q.start < second.start for q in counts)
        or "," in between
        or " and " in between
        or "as well as" in between
    )
    left = without_counts(text, first.end, second.start, counts)
    return joined and _BETWEEN_LISTED.match(_ASIDE.sub("", left)) is not None
