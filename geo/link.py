"""Which place a mention happened at: decided by clause and sentence, a neighbouring sentence only as a last resort."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles.article import Article, Span
from gazetteer.place import LEVELS
from geo.located import LocatedMention, Tie
from geo.toponym import Resolution
from mentions.mention import EventMention

_RANK = {level: i for i, level in enumerate(LEVELS)}
# How far back, in characters, an earlier sentence's place still holds for one that names none.
_CARRY = 700
_AT = re.compile(r"\b(?:in|at|on|near|outside|inside|around|of|across|from|into|targeting|hit|struck|toward|towards)\s+(?:[\w'-]+\s+){0,3}$")
_BETWEEN_LISTED = re.compile(
    r"^(?:[\s,]|\b(?:and|or|as well as|in|on|at|near|the|of|both|also|town|towns|village|villages|city|cities|"
    r"neighbou?rhoods?|districts?|areas?|to|against|another)\b)*$",
    re.IGNORECASE,
)
# A place that locates who speaks, or whence something came, and not the act.
_NOT_THE_SCENE = re.compile(r"\b(?:told|based in|from|reporters in|speaking in|capital of|war in|conflict in|since)\s+(?:[\w'-]+\s+){0,2}$")


def link(article: Article, mentions: Sequence[EventMention], places: Sequence[Resolution]) -> tuple[LocatedMention, ...]:
    """Each mention with its place, or with each of the places that it lists, in reading order."""
    scenes = [p for p in places if p.place is not None or p.toponym.kind is not None]
    out: list[LocatedMention] = []
    for mention in mentions:
        found, tie = _places_of(article, mention, scenes)
        if not found:
            out.append(LocatedMention(mention, None, "none"))
        out += [LocatedMention(mention, place, tie, listed=len(found) > 1) for place in found]
    return tuple(out)


def _places_of(article: Article, mention: EventMention, scenes: Sequence[Resolution]) -> tuple[list[Resolution], Tie]:
    for run, tie in ((mention.clause, "clause"), (mention.sentence, "sentence")):
        inside = [p for p in scenes if run.covers(p.toponym.span)]
        best = _scene(article, mention, inside)
        if best is not None and (tie == "clause" or _RANK[best.level or "country"] <= _RANK["country"]):
            return _listed(article, best, inside), "clause" if tie == "clause" else "sentence"
    earlier = _earlier(mention, scenes)
    if earlier is not None:
        return [earlier], "nearby"
    headline = [p for p in scenes if p.toponym.span.field == "title"] or scenes[:1]
    best = min(headline, key=lambda p: _RANK[p.level or "country"], default=None)
    return ([], "none") if best is None else ([best], "headline")


def _scene(article: Article, mention: EventMention, inside: Sequence[Resolution]) -> Resolution | None:
    """The most likely scene among the places of one stretch: specific, tied by a preposition, close to the act."""

    def cost(place: Resolution) -> float:
        span = place.toponym.expression
        text = article.field_text(span.field)
        before = text[max(0, span.start - 40) : span.start]
        distance = min(_gap(span, t) for t in mention.triggers)
        penalty = 0.0 if _AT.search(before) else 1.0
        if _NOT_THE_SCENE.search(before):
            penalty += 3.0
        # A name after the act is its scene more often than one before it.
        behind = 0.0 if span.start >= mention.triggers[0].start else 0.5
        return _RANK[place.level or "country"] * 0.6 + penalty + behind + distance / 60

    return min(inside, key=cost, default=None)


def _gap(one: Span, other: Span) -> int:
    if one.field != other.field:
        return 1000
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def _listed(article: Article, best: Resolution, inside: Sequence[Resolution]) -> list[Resolution]:
    """The place and those that stand in one list with it ("in Saraqib, Hass and Kafr Nabl")."""
    level = _RANK[best.level or "country"]
    peers = sorted(
        (p for p in inside if abs(_RANK[p.level or "country"] - level) <= 2 and (p.level == "country") == (best.level == "country")),
        key=lambda p: p.toponym.expression.start,
    )
    at = peers.index(best) if best in peers else None
    if at is None:
        return [best]
    out = [best]
    for step in (1, -1):
        here = at
        while 0 <= here + step < len(peers) and _adjacent(article, peers[min(here, here + step)], peers[max(here, here + step)]):
            here += step
            out.append(peers[here])
    return sorted(out, key=lambda p: p.toponym.expression.start)


def _adjacent(article: Article, one: Resolution, other: Resolution) -> bool:
    first, second = one.toponym.expression, other.toponym.expression
    between = article.field_text(first.field)[first.end : second.start]
    if one.toponym.inside == other.toponym.name or first.overlaps(second) or (one.place is not None and one.place == other.place):
        return False
    return ("," in between or " and " in between or "as well as" in between) and _BETWEEN_LISTED.match(between) is not None


def _earlier(mention: EventMention, scenes: Sequence[Resolution]) -> Resolution | None:
    start = mention.sentence.start
    before = [
        p
        for p in scenes
        if p.toponym.span.field == mention.sentence.field and start - _CARRY <= p.toponym.span.start < start and p.level != "country"
    ]
    return max(before, key=lambda p: (p.toponym.span.start // 250, -_RANK[p.level or "country"]), default=None)
