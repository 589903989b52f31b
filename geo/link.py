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
from geo.scenes import LED_TO, can_be_scene, is_dateline
from geo.shares import (
    counts_of,
    led_by_numbers,
    numbered,
    own_count,
    quantities_of,
    shared_out,
    sums_up,
    without_counts,
    without_numbers,
    without_sum,
)
from geo.tie_features import scenery_of
from geo.ties import Ties
from geo.toponym import Resolution
from mentions import EventMention, Quantity, flatten, tree_of

# In log-odds, found on the development records, incidents and wire: the tie below which a place of the
# sentence is not the act's; what a level wider, an unknown place, an unknown name, a name of both a town
# and a province, and a mere description cost.
_LEAST_TIE = -2.0
_WIDER, _OPEN, _UNKNOWN_NAME, _EITHER, _POINTING = 0.8, 2.0, 3.0, 1.4, 1.4
# The tie below which a trigger word is not the place's, and how far another place may be ahead of it there.
_LEAST_OWN_WORD, _AHEAD = -1.2, 1.0
# How far back, in characters, an earlier sentence's place still holds for one that names none.
_CARRY = 700
# So many places, each with its own number, are a list and no chance.
_A_LIST = 3
_BETWEEN_LISTED = re.compile(
    r"^(?:[\s,]|\b(?:and|or|as well as|in|on|at|near|the|of|both|also|towns?|villages?|city|cities|"
    r"neighbou?rhoods?|districts?|areas?|to|against|another)\b)*$",
    re.IGNORECASE,
)
# Words by which a sentence sets its event apart from the place told before.
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|separately|in (?:a|another) separate|"
    r"(?:in|at|near) (?:another|other|a different|a nearby|a neighbou?ring) (?:[\w-]+ ){0,2}"
    r"(?:town|village|city|province|region|governorate|country)s?)\b",
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
    scenes = [p for p in places if _says_where(article, p) and can_be_scene(article, p)]
    out: list[LocatedMention] = []
    known: dict[Span, Ties] = {}
    for mention in mentions:
        if mention.place is not None:
            out.append(_where_told(mention, mention.place, places))
            continue
        if mention.sentence not in known:
            known[mention.sentence] = _ties(article, mention.sentence, places)
        ties = known[mention.sentence]
        own = _by_numbers(article, mention, scenes, ties)
        if own:
            out += own
            continue
        found, tie = _own_places(article, mention, scenes, ties)
        if not found:
            borrowed, tie = _borrowed(article, mention, scenes, places, out)
            out.append(LocatedMention(mention, borrowed, tie))
            continue
        each = shared_out(article, mention, found)
        shared = each is not None
        out += [
            LocatedMention(
                m, place, tie, shared=shared, listed=not shared and len(found) > 1,
                words=_words_of(m.triggers, place, ties),
            )
            for m, place in zip(each or [mention] * len(found), found, strict=True)
            if m is not None
        ]  # fmt: skip
    return tuple(out)


def _where_told(mention: EventMention, words: Span, places: Sequence[Resolution]) -> LocatedMention:
    """The place that these words name, the most exact of them; none where they are not read as a place."""
    inside = [p for p in places if p.place is not None and words.overlaps(p.toponym.span)]
    best = min(inside, key=lambda p: LEVEL_RANK[p.level or "country"], default=None)
    return LocatedMention(mention, best, "none" if best is None else "clause")


def _by_numbers(
    article: Article, mention: EventMention, scenes: Sequence[Resolution], ties: Ties
) -> list[LocatedMention]:
    """A clause that counts place by place ("54 in the city, 9 in X, 8 in Y"): the whole, then its parts."""
    inside = [p for p in scenes if mention.clause.covers(p.toponym.span)]
    if len(inside) < _A_LIST:
        return []
    shares = led_by_numbers(article, inside, quantities_of(article, mention.clause))
    counts = counts_of(article, mention) if len(shares) >= _A_LIST else ()
    if not counts:
        return []
    shares = without_sum(mention, shares)
    first = shares[0][0].toponym.expression.start
    whole = without_numbers(mention, [q for _, q in shares])
    before = [p for p in inside if p.toponym.expression.end <= first]
    told_whole = whole.counts and not sums_up(whole.counts, [q for _, q in shares])
    around = _scene(mention, before, ties) if told_whole else None
    out = [] if around is None else [LocatedMention(whole, around, "clause")]
    for place, quantity in shares:
        out.append(LocatedMention(numbered(mention, quantity, counts), place, "clause", shared=True))
    return out


def _says_where(article: Article, place: Resolution) -> bool:
    """Whether it is known, called a place by the text, or at least a whole name; "the town" alone is none."""
    if place.place is not None or place.toponym.kind is not None:
        return True
    return not place.toponym.described and article.words(place.toponym.span)[:1].isalpha()


def _ties(article: Article, sentence: Span, places: Sequence[Resolution]) -> Ties:
    flat = flatten(article.field_text(sentence.field))
    # Of a sentence without a place nothing is asked.
    end = sentence.end if any(sentence.covers(p.toponym.span) for p in places) else sentence.start
    return Ties(scenery_of(article, tree_of(flat, sentence.start, end), sentence, places))


def _words_of(triggers: Sequence[Span], place: Resolution, ties: Ties) -> tuple[Span, ...]:
    """The trigger words whose act the place is the scene of; the one tied to it most always is one."""
    n = ties.scenery.places.index(place)
    best = max(ties.strength(t, n) for t in triggers)
    own = []
    for trigger in triggers:
        tie = ties.strength(trigger, n)
        others = (ties.strength(trigger, m) for m, can in enumerate(ties.scenery.scenes) if can)
        if tie == best or tie >= max(_LEAST_OWN_WORD, max(others, default=tie) - _AHEAD):
            own.append(trigger)
    return tuple(own)


def _own_places(
    article: Article, mention: EventMention, scenes: Sequence[Resolution], words: Ties
) -> tuple[list[Resolution], Tie]:
    """The places of the mention's clause, else of its sentence, that its words tie to it."""
    ties: tuple[tuple[Span, Tie], ...] = ((mention.clause, "clause"), (mention.sentence, "sentence"))
    for run, tie in ties:
        inside = _without_containers(article, [p for p in scenes if run.covers(p.toponym.span)])
        best = _scene(mention, before_all_else(article, inside, mention.triggers[0]), words)
        if best is not None:
            area = _contradicting_area(article, best, scenes)
            return ([area] if area is not None else _listed(article, mention, best, inside)), tie
    return [], "none"


def _borrowed(
    article: Article,
    mention: EventMention,
    scenes: Sequence[Resolution],
    places: Sequence[Resolution],
    before: Sequence[LocatedMention],
) -> tuple[Resolution | None, Tie]:
    """The place of what is told around a mention whose own sentence ties none to it, unless that contradicts.

    The sentences before come first, then the headline and the article's opening, last the town where the
    report was filed. None where its words set it elsewhere, or its sentence speaks of another country.
    """
    if _ELSEWHERE.search(article.words(mention.sentence)):
        return None, "none"
    own = [p for p in scenes if mention.sentence.covers(p.toponym.span)]
    rest = [p for p in scenes if p not in own and (p.place is not None or p.toponym.kind is not None)]
    earlier = _earlier(article, mention, rest, before)
    titled = [p for p in rest if p.toponym.span.field == "title"]
    # A town of the filing would contradict any other that the article names.
    filed = [] if rest or own else [p for p in places if p.place is not None and is_dateline(article, p)]
    pools: tuple[tuple[Sequence[Resolution], Tie], ...] = (
        ((earlier,) if earlier is not None else (), "nearby"),
        (titled, "headline"),
        ([p for p in rest if p.level != "country"][:1], "opening"),
        (filed[:1], "dateline"),
    )
    for pool, tie in pools:
        best = min(pool, key=lambda p: LEVEL_RANK[p.level or "country"], default=None)
        if best is not None and not any(_abroad(best, p) for p in own):
            return best, tie
    return None, "none"


def _abroad(one: Resolution, other: Resolution) -> bool:
    known = one.place, other.place
    return known[0] is not None and known[1] is not None and known[0].country != known[1].country


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
        named = _names_around(one, other)
        if (
            (named and not _two_towns(article, one, other))
            or (finer and _WITHIN.match(between))
            or (one.lat is not None and _APPOSITION.match(between))
            or _is_beside(one, other, between)
        ):
            wider.add(other.toponym.span)
        holds = _names_around(other, one)
        # "X town (X township, X district)": alike in name, but none of them holds a wider one.
        if holds and LEVEL_RANK[one.level or "country"] >= LEVEL_RANK[other.level or "town"]:
            wider.add(one.toponym.span)
    return [p for p in inside if p.toponym.span not in wider]


def _names_around(one: Resolution, other: Resolution) -> bool:
    """Whether the text puts the second around the first ("Sarmada, Idlib")."""
    return (one.toponym.inside or "").casefold() == other.toponym.name.casefold()


def _two_towns(article: Article, one: Resolution, other: Resolution) -> bool:
    """ "Shells hit X, Y and Z": known towns of two provinces, and the list goes on."""
    here, there, told = one.place, other.place, other.toponym.expression
    return (
        here is not None and there is not None and not one.fallback
        and here.level == there.level == "town" and here.admin1 != there.admin1
        and _GOES_ON.match(article.field_text(told.field), told.end) is not None
    )  # fmt: skip


def _is_beside(one: Resolution, other: Resolution, between: str) -> bool:
    """ "X, on the outskirts of Y": the second tells where the first lies, which is known more exactly."""
    if one.lat is None or other.lat is None or other.toponym.relation not in ("near", "offset"):
        return False
    exact = (one.radius_km or 0.0) <= (other.radius_km or 0.0)
    return exact and _BESIDE.match(between) is not None


def _scene(mention: EventMention, inside: Sequence[Resolution], words: Ties) -> Resolution | None:
    """The place of a stretch that its words tie most to the act, the more exact of two alike."""

    def strength(place: Resolution) -> float:
        cost = _WIDER * LEVEL_RANK[place.level or "country"] + _EITHER * named_like_its_province(place)
        if place.lat is None:
            cost += _OPEN if place.place is not None or place.toponym.kind is not None else _UNKNOWN_NAME
        # "the city" points at a place that the same stretch may name.
        return ties[place.toponym.span] - cost - _POINTING * place.toponym.described

    ties = {p.toponym.span: words.strongest(mention.triggers, p) for p in inside}
    return max((p for p in inside if ties[p.toponym.span] >= _LEAST_TIE), key=strength, default=None)


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
        (_names_around(one, other) and not _two_towns(article, one, other))
        or one.toponym.other_end == other.toponym.span
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
