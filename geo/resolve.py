"""All toponyms of an article together -> what each means, how sure, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

from gazetteer.index import Gazetteer
from gazetteer.names import normal_form
from gazetteer.place import Place
from geo.candidates import Sense, senses, senses_of, weight
from geo.context import Context, Name, gather
from geo.evidence import Case, explain, score, where
from geo.precision import Whereabouts, between, whereabouts
from geo.toponym import Candidate, Resolution, Toponym

PASSES = 3
"""The first weighs each name with what the adjectives say, the later ones with what the other names mean."""
MOST_ALTERNATIVES = 3
# Confidence: a logistic curve over the lead of the best sense.
STEEPNESS, MIDDLE = 0.9, 0.2
LEAD_OF_AN_ONLY_SENSE = 3.0
MODEST_WEIGHT = 5.0
"""Smaller than a hundred thousand people: such a place is not taken when it lies in the wrong country."""


@dataclass(frozen=True, slots=True)
class _Choice:
    """The senses of a toponym with their scores, best first."""

    name: Name
    ranked: tuple[tuple[float, Sense], ...]


def resolve(
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    adjectives: Sequence[str] = (),
    outlet_country: str | None = None,
) -> tuple[Resolution, ...]:
    """One resolution per toponym, in the same order. `adjectives` are the countries that adjectives name."""
    names = group(toponyms, gazetteer)
    context = _settle(names, adjectives, outlet_country)
    chosen: dict[tuple[str, object], _Choice] = {}
    results = []
    for toponym in toponyms:
        name = names[normal_form(toponym.name)]
        features = (name.key, (toponym.kind, toponym.relation == "countryside" or toponym.relation == "part"))
        choice = chosen.get(features)
        if choice is None:
            choice = chosen[features] = _rank(toponym, name, context)
        results.append(_answer(toponym, choice, context, gazetteer))
    return _between(tuple(results))


def group(toponyms: Sequence[Toponym], gazetteer: Gazetteer) -> dict[str, Name]:
    """The toponyms by the normal form of their name."""
    mentions: dict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        mentions[normal_form(toponym.name)].append(toponym)
    names = {}
    for key, same in mentions.items():
        insides = {t.inside for t in same if t.inside and normal_form(t.inside) != key}
        containers = tuple(
            tuple(s.place for s in senses(inside, gazetteer) if s.place.level != "town" or _large(s))
            for inside in sorted(insides)
        )
        names[key] = Name(key, tuple(same), senses_of(same[0], gazetteer), tuple(c for c in containers if c))
    return names


def _large(sense: Sense) -> bool:
    return weight(sense.place) >= MODEST_WEIGHT


def _settle(names: Mapping[str, Name], adjectives: Sequence[str], outlet_country: str | None) -> Context:
    """The context after each name has been weighed against the others `PASSES - 1` times."""
    context = gather({}, adjectives, outlet_country)
    for _ in range(PASSES - 1):
        shares = {}
        for key, name in names.items():
            ranked = _rank(name.toponyms[0], name, context).ranked
            shares[key] = _shares(ranked)
        context = gather(shares, adjectives, outlet_country)
    return context


def _rank(toponym: Toponym, name: Name, context: Context) -> _Choice:
    scored = [(score(Case(toponym, name, sense, context)), sense) for sense in name.senses]
    scored.sort(key=lambda pair: -pair[0])
    return _Choice(name, tuple(scored))


def _shares(ranked: Sequence[tuple[float, Sense]]) -> list[tuple[Place, float]]:
    """Each sense's part of one, by a softmax of the scores; parts under a hundredth are dropped."""
    if not ranked:
        return []
    top = ranked[0][0]
    weights = [(sense.place, exp(value - top)) for value, sense in ranked]
    total = sum(w for _, w in weights)
    return [(place, w / total) for place, w in weights if w / total >= 0.01]


def _answer(toponym: Toponym, choice: _Choice, context: Context, gazetteer: Gazetteer) -> Resolution:
    if not choice.ranked:
        return _fallback(toponym, choice.name, context, "no place of this name is known", gazetteer)
    best_score, best = choice.ranked[0]
    if reason := _foreign(toponym, best, choice, context):
        return _fallback(toponym, choice.name, context, reason, gazetteer)
    confidence = _confidence(choice, context)
    shares = _shares(choice.ranked)[1 : MOST_ALTERNATIVES + 1]
    return Resolution(
        toponym,
        best.place,
        *whereabouts(toponym, best.place),
        confidence=confidence,
        reason=_reason(toponym, choice, context),
        alternatives=tuple((place, round(share * (1 - confidence), 3)) for place, share in shares),
    )


def _foreign(toponym: Toponym, best: Sense, choice: _Choice, context: Context) -> str:
    """Why a small place in a country that the article never speaks of is not taken; empty where it may be."""
    main = context.main_country()
    if main is None or best.place.country == main or weight(best.place) >= MODEST_WEIGHT:
        return ""
    own = sum(share for place, share in context.own.get(choice.name.key, ()) if place.country == best.place.country)
    if context.countries.get(best.place.country, 0.0) - own > 0.3 or choice.name.insides:
        return ""
    if context.mass < 2.0:
        return ""
    return f"the only places of this name lie elsewhere ({where(best.place)})"


def _fallback(
    toponym: Toponym, name: Name, context: Context, reason: str, gazetteer: Gazetteer
) -> Resolution:
    """The area that the text names around it, at that area's own precision; else nothing."""
    for containers in name.insides:
        fitting = [c for c in containers if context.countries.get(c.country, 0.0) > 0.0] or list(containers)
        container = fitting[0]
        place = Whereabouts(container.level, container.lat, container.lon, container.radius_km)
        text = f"{reason}; shown is {where(container)}, which the text puts it in"
        return Resolution(toponym, container, *place, confidence=0.5, reason=text)
    return Resolution(toponym, None, None, None, None, None, confidence=0.0, reason=reason)


def _confidence(choice: _Choice, context: Context) -> float:
    scores = [value for value, _ in choice.ranked]
    lead = scores[0] - scores[1] if len(scores) > 1 else LEAD_OF_AN_ONLY_SENSE
    return round(1.0 / (1.0 + exp(-(STEEPNESS * min(lead, 6.0) + MIDDLE))), 3)


def _reason(toponym: Toponym, choice: _Choice, context: Context) -> str:
    """The two strongest reasons for it, and how many others share the name."""
    best = Candidate(choice.ranked[0][1].place, explain(Case(toponym, choice.name, choice.ranked[0][1], context)))
    told = sorted((e for e in best.evidence if e.score > 0), key=lambda e: -e.score)[:2]
    others = len(choice.ranked) - 1
    count = "the only place of this name" if not others else f"one of {others + 1} places of this name"
    return f"{where(best.place)}, {count}: {'; '.join(e.detail for e in told)}"


def _between(results: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """Two neighbours that the text says "between" of get the point between them."""
    done = list(results)
    for i, (one, other) in enumerate(zip(results, results[1:], strict=False)):
        if one.toponym.relation == other.toponym.relation == "between" and one.place and other.place:
            if one.toponym.span.field == other.toponym.span.field:
                middle = between(one.place, other.place)
                done[i], done[i + 1] = (_moved(r, middle) for r in (one, other))
    return tuple(done)


def _moved(resolution: Resolution, to: Whereabouts) -> Resolution:
    return Resolution(
        resolution.toponym, resolution.place, *to, resolution.confidence, resolution.reason, resolution.alternatives
    )
