"""Which place a mention happened at: by the clauses of its sentence, else by what is told around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles import Article, Span
from gazetteer import LEVEL_RANK
from geo.aims import is_aim
from geo.around import put_somewhere
from geo.borrowed import borrowed_place
from geo.conventions import POINT_LEVELS
from geo.fronted import before_all_else
from geo.listing import each_its_number, each_its_own, listed_with, without_containers
from geo.located import LocatedMention, Tie
from geo.one_scene import named_like_its_province
from geo.scenes import can_be_scene, is_somebodys
from geo.shares import (
    counts_of,
    led_by_numbers,
    numbered,
    quantities_of,
    shared_out,
    sums_up,
    told_again,
    without_numbers,
    without_sum,
)
from geo.tie_features import Scenery, scenery_of
from geo.ties import Ties
from geo.toponym import Resolution
from mentions import NUMBER_WORDS, EventMention, flatten, tree_of

# In log-odds, found on the development records, incidents and wire: the tie below which a place of the
# sentence is not the act's; what a level wider, an unknown place, an unknown name, a name of both a town
# and a province, and a mere description cost.
_LEAST_TIE = -2.0
_WIDER, _OPEN, _UNKNOWN_NAME, _EITHER, _POINTING = 0.8, 2.0, 3.0, 1.4, 1.4
# How far another place of the sentence may be ahead of the act's own at one of its words.
_AHEAD = 0.3
# So many places, each with its own number, are a list and no chance.
_A_LIST = 3
# How far behind a town, in characters, the text can still name the province around it.
_AROUND = 70
# "The strikes came a day after ...": what follows tells of something else.
_CAME_AFTER = re.compile(r"\W*(?:came|comes|come|coming)\b")
_PUTS_INSIDE = re.compile(r"^,?(?: (?!and\b)[\w'-]+)*,? (?:in|of)(?: [\w'-]+){0,3}[ ,]*$")


def link(
    article: Article, mentions: Sequence[EventMention], places: Sequence[Resolution]
) -> tuple[LocatedMention, ...]:
    """Each mention with its place, or with each of the places that it lists, in reading order."""
    able = frozenset([p.toponym.span for p in places if can_be_scene(article, p)])
    scenes = [p for p in places if p.toponym.span in able and _says_where(article, p)]
    out: list[LocatedMention] = []
    known: dict[Span, tuple[Ties, list[Resolution]]] = {}
    for mention in mentions:
        if mention.place is not None:
            out.append(_where_told(mention, mention.place, places))
            continue
        if mention.sentence not in known:
            near = [p for p in scenes if mention.sentence.covers(p.toponym.span)]
            near = [p for p in near if not is_somebodys(article, p)] or near
            known[mention.sentence] = _ties(article, mention.sentence, places, near, able), near
        ties, near = known[mention.sentence]
        if mention.other and near:
            near = [p for p in near if mention.clause.covers(p.toponym.span)]
        aims = [p for p in near if is_aim(article, mention, p)]
        near = [p for p in near if p not in aims] if aims else near
        own = _by_numbers(article, mention, near, ties)
        if own:
            out += own
            continue
        found, tie = _own_places(article, mention, near, scenes, ties)
        if not found:
            others = [p for p in scenes if p not in aims] if aims else scenes
            borrowed, tie = borrowed_place(article, mention, others, places, out)
            out.append(LocatedMention(mention, borrowed, tie))
            continue
        again = told_again(article, mention, found, near)
        each = again or shared_out(article, mention, found)
        shared = each is not None
        listed = not shared and len(found) > 1
        # What is told of a list is told of each of its places, as of the one that the words lead to.
        led = max(found, key=lambda p: ties.strongest(_words(mention), p)) if listed else None
        out += [
            LocatedMention(
                m, put_somewhere(article, place, near), tie, shared=shared, listed=listed,
                words=_words_of(article, _words(m), led or place, near, ties),
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
    article: Article, mention: EventMention, near: Sequence[Resolution], ties: Ties
) -> list[LocatedMention]:
    """A clause that counts place by place ("54 in the city, 9 in X, 8 in Y"): the whole, then its parts."""
    inside = [p for p in near if mention.clause.covers(p.toponym.span)] if len(near) >= _A_LIST else []
    if len(inside) < _A_LIST:
        return []
    shares = led_by_numbers(article, inside, quantities_of(article, mention.clause))
    # One number alone before a row of places is no place's own.
    several = len(shares) >= _A_LIST and len({q.start for _, q in shares}) > 1
    counts = counts_of(article, mention) if several else ()
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
    """Whether it is known, called a place by the text, or at least a whole name; "the town" alone is none.

    A number that opens a sentence ("Sixteen were injured") is no town, wherever one is called so.
    """
    if place.toponym.kind is None and place.toponym.name.casefold() in NUMBER_WORDS:
        return False
    if place.place is not None or place.toponym.kind is not None:
        return True
    return not place.toponym.described and article.words(place.toponym.span)[:1].isalpha()


def _ties(
    article: Article,
    sentence: Span,
    places: Sequence[Resolution],
    near: Sequence[Resolution],
    able: frozenset[Span],
) -> Ties:
    # Of a sentence without a place where something can have happened nothing is asked.
    if not near:
        return Ties(Scenery(article, tree_of("", 0, 0), (), ()))
    flat = flatten(article.field_text(sentence.field))
    return Ties(scenery_of(article, tree_of(flat, sentence.start, sentence.end), sentence, places, able))


def _words(mention: EventMention) -> tuple[Span, ...]:
    """All words that can lead to a mention's place."""
    return (*mention.triggers, *mention.carriers)


def _words_of(
    article: Article, words: Sequence[Span], place: Resolution, near: Sequence[Resolution], ties: Ties
) -> tuple[Span, ...]:
    """The words whose act the place is the scene of: those that the sentence ties to no other of its places.

    The word tied to it most always is one; what only lies around a place is no rival.
    """
    if len(words) == 1:
        return tuple(words)
    n = ties.scenery.places.index(place)
    rivals = [ties.scenery.places.index(p) for p in without_containers(article, list(near)) if p != place]
    best = max(ties.strength(w, n) for w in words)
    own = []
    for word in words:
        tie = ties.strength(word, n)
        ahead = max((ties.strength(word, m) for m in rivals), default=tie)
        if tie == best or tie >= ahead - _AHEAD:
            own.append(word)
    return tuple(own)


def _own_places(
    article: Article,
    mention: EventMention,
    near: Sequence[Resolution],
    scenes: Sequence[Resolution],
    words: Ties,
) -> tuple[list[Resolution], Tie]:
    """The places of the mention's clause, else of its sentence (`near`), that its words tie to it."""
    if not near:
        return [], "none"
    ties: tuple[tuple[Span, Tie], ...] = ((mention.clause, "clause"), (mention.sentence, "sentence"))
    text = article.field_text(mention.sentence.field)
    if _CAME_AFTER.match(text, mention.clause.end):
        ties = ties[:1]
    for run, tie in ties:
        inside = without_containers(article, [p for p in near if run.covers(p.toponym.span)])
        if not inside:
            continue
        best = _scene(mention, before_all_else(article, inside, mention.triggers[0]), words)
        if best is not None:
            joined = each_its_own(article, mention, inside) or each_its_number(article, mention, inside)
            if joined:
                return joined, tie
        if best is not None:
            area = _contradicting_area(article, best, scenes)
            return ([area] if area is not None else listed_with(article, mention, best, inside)), tie
    return [], "none"


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


def _scene(mention: EventMention, inside: Sequence[Resolution], words: Ties) -> Resolution | None:
    """The place of a stretch that its words tie most to the act, the more exact of two alike."""

    def strength(place: Resolution) -> float:
        level = place.level or place.toponym.kind or ("town" if place.toponym.marked else "country")
        cost = _WIDER * LEVEL_RANK[level] + _EITHER * named_like_its_province(place)
        if place.lat is None:
            cost += _OPEN if place.place is not None or place.toponym.kind is not None else _UNKNOWN_NAME
        # "the city" points at a place that the same stretch may name.
        return ties[place.toponym.span] - cost - _POINTING * place.toponym.described

    ties = {p.toponym.span: words.strongest(_words(mention), p) for p in inside}
    # Who was on the way from one town to another was hit between them.
    tied = [p for p in inside if ties[p.toponym.span] >= _LEAST_TIE or p.toponym.relation == "between"]
    return max(tied, key=strength) if len(tied) > 1 else next(iter(tied), None)
