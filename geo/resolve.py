"""All toponyms of an article together -> what each means, how sure, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gazetteer import Gazetteer, normal_form
from geo.abstain import TOSS_UP, objection, toss_up
from geo.case import Case, where
from geo.certainty import confidence
from geo.context import Context, Name
from geo.evidence import foremost, inside
from geo.fallback import Surroundings, left_open
from geo.geometry import is_within_km
from geo.grouping import NOTHING, KnownElsewhere, group
from geo.pinned import pinned
from geo.pointers import point, seat_of
from geo.precision import between, whereabouts
from geo.ranking import Choice, Ranker, features, parts, settle
from geo.senses import Sense
from geo.toponym import Resolution, Toponym

MOST_ALTERNATIVES = 3
BESIDE_KM = 30.0
"""How far a place may lie from where the text measures it: distances are rounded, towns have two ends."""


def resolve(
    toponyms: Sequence[Toponym],
    gazetteer: Gazetteer,
    adjectives: Sequence[str] = (),
    outlet_country: str | None = None,
    elsewhere: KnownElsewhere = NOTHING,
) -> tuple[Resolution, ...]:
    """One resolution per toponym, in the same order. `adjectives` are the countries that adjectives name;
    `elsewhere` holds senses that the index lacks, by the key of the name."""
    names = group([t for t in toponyms if not t.described], gazetteer, elsewhere)
    ranker = Ranker(outlet_country)
    context = settle(names, ranker, adjectives)
    chosen: dict[object, Choice] = {}
    answers: list[Resolution] = []
    for toponym in toponyms:
        if toponym.described:
            answers.append(_unanswered(toponym, ""))
            continue
        name = names[normal_form(toponym.name)]
        wanted = (name.key, features(toponym, name))
        choice = chosen.get(wanted)
        if choice is None:
            choice = chosen[wanted] = ranker.rank(toponym, name, context)
        answer = _answer(toponym, choice)
        answers.append(seat_of(answer, gazetteer) if toponym.pointer == "seat" else answer)
    held = _held_to_spots(answers)
    return _between(pinned(_completed(held, names, context, gazetteer), gazetteer))


def _held_to_spots(answers: Sequence[Resolution]) -> Sequence[Resolution]:
    """Leaves a name open that the text measures from another, where the only place found lies elsewhere."""
    if not any(a.toponym.beside for a in answers):
        return answers
    spots = {a.toponym.span: a for a in answers}
    wrong = {
        normal_form(a.toponym.name)
        for a in answers
        if a.toponym.beside is not None and _lies_elsewhere(a, spots.get(a.toponym.beside))
    }
    reason = "no place of this name is known where the text puts it"
    return [_unanswered(a.toponym, reason) if normal_form(a.toponym.name) in wrong else a for a in answers]


def _lies_elsewhere(one: Resolution, spot: Resolution | None) -> bool:
    if spot is None or spot.toponym.relation not in ("offset", "near") or spot.confidence < TOSS_UP:
        return False
    if one.lat is None or one.lon is None or spot.lat is None or spot.lon is None:
        return False
    return not is_within_km(one.lat, one.lon, spot.lat, spot.lon, (spot.radius_km or 0.0) + BESIDE_KM)


def _completed(
    answers: Sequence[Resolution], names: Mapping[str, Name], context: Context, gazetteer: Gazetteer
) -> tuple[Resolution, ...]:
    """What was left open gets the area around it, and descriptions the place that they point to."""
    if all(answer.place is not None for answer in answers):
        return tuple(answers)
    insides = {key: tuple(inside for inside, _ in name.insides) for key, name in names.items()}
    mentions = {key: name.toponyms for key, name in names.items()}
    around = Surroundings([a for a in answers if a.place is not None], insides, mentions)
    done: list[Resolution] = []
    quarters: dict[str, Resolution] = {}
    for answer in answers:
        quarter = quarters.get(normal_form(answer.toponym.name)) if quarters else None
        if quarter is not None and _is_elsewhere(answer, quarter):
            # "The Salam neighbourhood of X", and then "Salam": the quarter, and no town far away.
            answer = quarter._replace(toponym=answer.toponym)
        elif answer.toponym.described:
            answer = point(answer.toponym, done, context, gazetteer)
        elif answer.place is None:
            open_ = left_open(answer.toponym, normal_form(answer.toponym.name), answer.reason, around)
            answer = open_._replace(alternatives=answer.alternatives)
            if answer.fallback and answer.toponym.kind == "neighbourhood":
                quarters[normal_form(answer.toponym.name)] = answer
        done.append(answer)
    return tuple(done)


def _is_elsewhere(answer: Resolution, quarter: Resolution) -> bool:
    """Whether a name was taken for a place in another province than the quarter that the text calls by it."""
    here, there = answer.place, quarter.place
    return here is not None and there is not None and here.admin1 != there.admin1


def _unanswered(toponym: Toponym, reason: str) -> Resolution:
    return Resolution(toponym, None, None, None, None, None, confidence=0.0, reason=reason)


def _answer(toponym: Toponym, choice: Choice) -> Resolution:
    if not choice.ranked:
        return _unanswered(toponym, "no place of this name is known")
    best = _case_of(toponym, choice)
    if reason := objection(best):
        instead = _district_instead(toponym, choice)
        if instead is None:
            return _unanswered(toponym, reason)
        choice = instead
        best = _case_of(toponym, choice)
    first = choice.told.get(best.place.id)
    if first is None:
        first = choice.told[best.place.id] = _first_answer(best, choice)
    if reason := toss_up(best, first):
        rivals = ((best.place, first.confidence), *first.alternatives)
        return _unanswered(toponym, reason)._replace(alternatives=rivals)
    if first.toponym is toponym:
        return first
    level, lat, lon, radius = whereabouts(toponym, best.place)
    return Resolution(
        toponym, best.place, level, lat, lon, radius, first.confidence, first.reason, first.alternatives
    )


def _case_of(toponym: Toponym, choice: Choice) -> Case:
    """The best sense as one of this mention."""
    case = choice.ranked[0].case
    return case if case.toponym is toponym else case._replace(toponym=toponym)


def _district_instead(toponym: Toponym, choice: Choice) -> Choice | None:
    """The district of the name, where its towns are not meant: of "X town (X township)" no X is known."""
    for at, ranked in enumerate(choice.ranked):
        case = ranked.case._replace(toponym=toponym)
        if case.place.level == "district" and inside(case) > 0.0 and not objection(case):
            return Choice(choice.ranked[at:])
    return None


def _first_answer(case: Case, choice: Choice) -> Resolution:
    sure = confidence(choice)
    others: list[tuple[Sense, float]] = []
    if len(choice.ranked) > 1:
        ranked = choice.ranked
        others = parts([r.case.sense for r in ranked], [r.score for r in ranked])[1 : MOST_ALTERNATIVES + 1]
    return Resolution(
        case.toponym,
        case.place,
        *whereabouts(case.toponym, case.place),
        confidence=sure,
        reason=_reason(case, choice),
        alternatives=tuple([(sense.place, round(share * (1 - sure), 3)) for sense, share in others]),
    )


def _reason(case: Case, choice: Choice) -> str:
    """The two strongest reasons for it, and how many others share the name."""
    others = len(choice.ranked) - 1
    count = f"one of {others + 1} places of this name" if others else "the only place of this name"
    return f"{where(case.place)}, {count}: {'; '.join(foremost(case, 2))}"


def _between(results: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """The two ends that the text says "between" of get the point between them."""
    if not any(r.toponym.other_end for r in results):
        return results
    by_span = {r.toponym.span: r for r in results}
    return tuple(_on_stretch(r, by_span.get(r.toponym.other_end or r.toponym.span)) for r in results)


def _on_stretch(one: Resolution, other: Resolution | None) -> Resolution:
    if one.toponym.other_end is None or one.place is None or other is None or other.place is None:
        return one
    return one._replace(**between(one.place, other.place)._asdict())
