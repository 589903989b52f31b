"""The place of a mention whose own sentence names none: what may be borrowed, and what contradicts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles import Article, FieldName, Span
from gazetteer import LEVEL_RANK
from geo.conventions import POINT_LEVELS
from geo.listing import without_containers
from geo.located import LocatedMention, Tie
from geo.scenes import LED_TO, is_dateline
from geo.toponym import Resolution
from mentions import EventMention

# How far back, in characters, an earlier sentence's place still holds for one that names none.
_CARRY = 700
# Words by which a sentence sets its event apart from the place told before.
_ELSEWHERE = re.compile(
    r"\b(?:elsewhere|separately|in (?:a|another) separate|"
    r"(?:in|at|near) (?:another|other|a different|a nearby|a neighbou?ring) (?:[\w-]+ ){0,2}"
    r"(?:town|village|city|province|region|governorate|country)s?)\b",
    re.IGNORECASE,
)


# What leads to a place where something then happens; nobody fled, was brought or spoke there.
_SET = re.compile(
    r"\b(?:in|at|entered|reached|inside|outside|near|into|seen in)\s+(?:the )?(?:[a-z-]+ ){0,3}$"
)
# "Another strike hit a village in the east": not the village told before.
_UNNAMED = re.compile(
    r"\b(?:an?|another) (?:[\w-]+ ){0,2}(?:settlement|village|town|hamlet|suburb)\b", re.IGNORECASE
)
# "Outside a police station here": where the report was filed; not "here in X".
_HERE = re.compile(r"\bhere\b(?! (?:in|at|near)\b|['\u2019])")
# "Across the province" is the area told of before, and none of the towns in it.
_IN_AREA = re.compile(
    r"\b(?:in|across|throughout|around) the (?:province|state|region|governorate|department|county)\b"
    r"(?! of\b)"
)


def borrowed_place(
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
    if mention.other or _ELSEWHERE.search(article.words(mention.sentence)):
        return None, "none"
    own = [p for p in scenes if mention.sentence.covers(p.toponym.span)]
    if not own and _HERE.search(article.words(mention.sentence)):
        at = next((p for p in places if p.place is not None and is_dateline(article, p)), None)
        if at is not None:
            return at, "sentence" if mention.sentence.covers(at.toponym.span) else "dateline"
    rest = [p for p in scenes if p not in own and (p.place is not None or p.toponym.kind is not None)]
    earlier = _earlier(article, mention, rest, before)
    if not own and earlier is not None and _IN_AREA.search(article.words(mention.sentence)):
        earlier = _area_before(mention, rest) or earlier
    elif mention.another and earlier is not None and _UNNAMED.search(article.words(mention.sentence)):
        earlier = _area_before(mention, rest)
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


def _area_before(mention: EventMention, scenes: Sequence[Resolution]) -> Resolution | None:
    """The province or region that the text named last before a mention."""
    areas = (
        p
        for p in scenes
        if p.level == "province" and p.toponym.relation == "at"
        and _within_reach(p.toponym.span, mention.sentence.field, mention.sentence.start)
    )
    return max(areas, key=lambda p: p.toponym.span.start, default=None)


def _abroad(one: Resolution, other: Resolution) -> bool:
    known = one.place, other.place
    return known[0] is not None and known[1] is not None and known[0].country != known[1].country


def _earlier(
    article: Article, mention: EventMention, scenes: Sequence[Resolution], before: Sequence[LocatedMention]
) -> Resolution | None:
    """The scene that still holds for a sentence without a place: that of the last event told, within reach.

    Where none was told yet, the last place before the sentence that a preposition leads to.
    """
    start, field = mention.sentence.start, mention.sentence.field
    set_before = _scene_set(article, mention, scenes)
    if set_before is not None:
        return set_before
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
    return max(without_containers(article, led_to), key=lambda p: p.toponym.span.start, default=None)


def _scene_set(
    article: Article, mention: EventMention, scenes: Sequence[Resolution]
) -> Resolution | None:
    """The exact place that the sentence right before sets as the scene, where that tells of no act itself."""
    if mention.lead_in is None:
        return None
    text, first = article.field_text(mention.lead_in.field), mention.lead_in.start
    exact = [p for p in scenes if mention.lead_in.covers(p.toponym.span) and p.level in POINT_LEVELS]
    led_to = [
        p
        for p in exact
        if _SET.search(text, max(first, (at := p.toponym.expression.start) - 40), at)
    ]
    return led_to[0] if len(led_to) == 1 else None


def _within_reach(span: Span, field: FieldName, start: int) -> bool:
    return span.field == field and start - _CARRY <= span.start < start
