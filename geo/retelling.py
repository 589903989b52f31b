"""Which tellings in one article tell of one event: title, lead, quote and later paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from gazetteer import normal_form
from geo.conventions import POINT_LEVELS, SUB_EVENT_TYPES
from geo.geometry import is_within_km
from geo.located import LocatedMention
from geo.toponym import Resolution
from mentions import CountRange, DateRange, EventMention, compatible

# What two tellings must add up to before they are taken for one event. Here and below, numbers were set by
# reading where the development records were joined or parted wrongly; each moves event F1 by a point or two.
_ENOUGH = 0.5
# Gas comes by shell or bomb, and what is shot down was fired: one incident, told from two ends.
_OTHER_END = ("Chemical weapon", "Disrupted weapons use")
# "Six soldiers were killed" tells whom an act hit, and not what it was.
_BY_VICTIMS = ("Attack", "Armed clash")
# "Two were killed in the blast" of a bomb that went off too early.
_STOPPED = "Disrupted weapons use"
_FIRED = ("Air/drone strike", "Shelling/artillery/missile attack")
_TWO_ENDS = 0.2
# "The blast" after a strike is the strike's.
_BLAST = "Remote explosive/landmine/IED"
_REMOTE = SUB_EVENT_TYPES["Explosions/Remote violence"]
_PROTESTS = (*SUB_EVENT_TYPES["Protests"], "Violent demonstration")
_VIOLENT = frozenset(
    sub
    for family in ("Battles", "Explosions/Remote violence", "Violence against civilians")
    for sub in SUB_EVENT_TYPES[family]
)
# Two towns this near to each other may be one scene, told by the town or by its village, km.
_NEXT_DOOR_KM = 30.0
_ONE_PLACE = 1.2
# No two places of one article have lost so many, and just as many.
_MANY = 20
_A_YEAR = 5
# A place that only the text knows may be another one that it names.
_PERHAPS = 0.55
# What a telling of long ago loses beside one that names no day.
_PAST = -2.0
# And what a telling without a day loses beside an event of long ago: another that fits as well has it.
_RATHER_NOW = -0.2
# The same number told twice says much for one event.
_SAME_TOLL = 0.8
_DIVISIONS = ("district", "province")
_QUARTERS = ("facility", "neighbourhood")
_WIDE = ("province", "region", "country", "district")


def group_tellings(
    located: Sequence[LocatedMention], published: date | None = None
) -> list[list[LocatedMention]]:
    """The tellings of each event, each list in reading order, events in the order of their first telling.

    A telling joins the event that it fits best; one that contradicts every event before it (another kind of
    act, another day, another place) opens a new one.
    """
    events: list[list[LocatedMention]] = []
    last: LocatedMention | None = None
    for one in located:
        best, best_score = None, _ENOUGH
        for event in events:
            # "The blast, in the village of Y, also wounded 27" tells where the one told last was.
            pointing = one.mention.points_back and event[-1] is last
            score = _fit(one, event, published, pointing=pointing)
            if score is not None and event[-1] is last and one.own_place is None and not _is_one_of_many(last):
                # Victims and rubble told without a place are those of the sentence before.
                score += 0.7 if not _is_past(event, published) else 0.3
            if score is not None and score >= best_score:
                best, best_score = event, score
        last = one
        if best is None:
            if not (events and one.mention.reference):
                events.append([one])
        else:
            best.append(one)
    return _without_loose(events)


def _without_loose(events: list[list[LocatedMention]]) -> list[list[LocatedMention]]:
    """The events after those that tell neither a day nor a place were taken for one that does.

    "Inspectors will visit the sites of chemical attacks" tells of the attack of last March named below it.
    """
    for loose in [e for e in events if _is_loose(e)]:
        whole = [
            e
            for e in events
            if e is not loose
            and any(t.mention.date is not None and t.mention.date.precision < _A_YEAR for t in e)
            and _names_kind(loose) & _names_kind(e)
            and all(_tolls(t, e) >= 0 for t in loose)
        ]
        if whole:
            joined = sorted((*loose, *whole[0]), key=_reading_order)
            events = [joined if e is whole[0] else e for e in events if e is not loose]
    return events


def _is_loose(event: Sequence[LocatedMention]) -> bool:
    return all(
        t.mention.date is None
        and not t.mention.another
        and (t.own_place is None or t.own_place.level == "country")
        for t in event
    )


def _names_kind(event: Sequence[LocatedMention]) -> set[str]:
    return {t.mention.sub_event_type for t in event if t.mention.telling == "act"}


def _reading_order(one: LocatedMention) -> tuple[bool, int, int]:
    return not one.mention.headline, one.mention.sentence.start, one.mention.clause.start


def _is_past(event: Sequence[LocatedMention], published: date | None) -> bool:
    days = [t.mention.date for t in event if t.mention.date is not None]
    return published is not None and any(d.is_background_on(published) for d in days)


def _is_one_of_many(last: LocatedMention) -> bool:
    """Whether it was told of several places at once: what follows is no single one's."""
    return last.listed or last.shared


def _fit(
    one: LocatedMention, event: Sequence[LocatedMention], published: date | None, *, pointing: bool
) -> float | None:
    """How well a telling fits an event; None where they contradict each other.

    One that points at the act told right before it (`pointing`) names no other place, whatever it names.
    """
    if any(t.mention.clause == one.mention.clause for t in event) and (one.shared or one.listed):
        return None
    kinds, days, places, tolls = (
        _kinds(one, event),
        _days(one, event, published),
        _places(one, event),
        _tolls(one, event),
    )
    if places is None and days is not None and _tells_its_number(one, event):
        # A large number told twice is one, wherever a headline or a bureau's dateline puts it.
        places = 0.0
    if places is None and pointing:
        places = 0.0
    if kinds is None or days is None or places is None:
        return None
    if one.mention.another and tolls <= 0.5 and not any(t.mention.headline for t in event):
        return None
    if kinds == _TWO_ENDS and (
        tolls < 0 or (one.own_place is not None and places < _ONE_PLACE) or not _on_one_day(one, event)
    ):
        return None
    # Each place of a list is its own scene, and no other list's.
    if (one.shared or one.listed) and places < _ONE_PLACE and any(t.shared or t.listed for t in event):
        return None
    # Two places close by are one scene only where the tolls say so as well.
    if places < 0 and tolls <= 0:
        return None
    # A town of the province of a summary, with a number of its own, is a part of what is summed up.
    if tolls < 0 and (places == _PERHAPS or _is_part(one, event)):
        return None
    return kinds + days + places + tolls + _nearness(one, event)


def _kinds(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    if one.mention.telling == "outcome" and one.mention.sub_event_type in _BY_VICTIMS:
        return 0.5
    reach = _VIOLENT | {_STOPPED} if one.mention.points_back else _VIOLENT
    unspecified = _unspecified(one.mention) or one.mention.points_back
    if unspecified and all(t.mention.sub_event_type in reach for t in event):
        return 0.6
    told = [t.mention for t in event if t.mention.telling != "outcome"]
    violent = one.mention.sub_event_type in _VIOLENT
    if not told:
        # The protests with which a war began killed nobody in the sentence before.
        return 0.3 if violent or _in_one_sentence(one, event) else None
    if all(_unspecified(t) for t in told) and violent:
        return 0.3
    if any(t.sub_event_type == one.mention.sub_event_type for t in told):
        return 1.0
    if any(_two_ends(one.mention.sub_event_type, t.sub_event_type) for t in told):
        # What was shot down is not the gas that somebody else dropped there.
        ends = {t.sub_event_type for t in (one.mention, *told)}.intersection(_OTHER_END)
        return _TWO_ENDS if len(ends) == 1 else None
    protests = [t.sub_event_type in _PROTESTS for t in (one.mention, *told)]
    if any(protests) and not all(protests) and not _in_one_sentence(one, event):
        return None
    generic = one.mention.telling != "act" or all(t.telling == "generic" for t in told)
    if generic and any(compatible(t.sub_event_type, one.mention.sub_event_type) for t in told):
        return 0.6
    if one.mention.telling == "generic" and all(t.telling == "generic" for t in told):
        return 0.3
    blasts = [t for t in (one.mention, *told) if t.telling == "generic" and t.sub_event_type == _BLAST]
    remote = all(t.sub_event_type in _REMOTE for t in (one.mention, *told))
    return 0.4 if remote and (one.mention in blasts or len(blasts) == len(told)) else None


def _in_one_sentence(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    return one.mention.sentence == event[-1].mention.sentence


def _two_ends(one: str, other: str) -> bool:
    return (one in _OTHER_END and other in _FIRED) or (other in _OTHER_END and one in _FIRED)


def _unspecified(mention: EventMention) -> bool:
    """ "The attack", "the massacre": a violent act whose means is told elsewhere."""
    return mention.telling == "generic" and mention.sub_event_type == "Attack"


def _days(one: LocatedMention, event: Sequence[LocatedMention], published: date | None) -> float | None:
    told = [t.mention.date for t in event if t.mention.date is not None]
    if one.mention.date is None:
        past = published is not None and bool(told) and all(d.is_background_on(published) for d in told)
        return _RATHER_NOW if past else 0.2
    if not told:
        # What is told without a day is news; what names a day long past explains it.
        return _PAST if published is not None and one.mention.date.is_background_on(published) else 0.1
    if any(one.mention.date.is_campaign != d.is_campaign for d in told):
        return None
    if any(overlap(one.mention.date, d) for d in told):
        return 0.8
    return None


def _on_one_day(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    starts = {t.mention.date.start for t in (one, *event) if t.mention.date is not None}
    return one.mention.date is None or len(starts) < 2


def overlap(one: DateRange, other: DateRange) -> bool:
    """Whether two stretches of days have one in common."""
    return one.start <= other.end and other.start <= one.end


def _places(one: LocatedMention, event: Sequence[LocatedMention]) -> float | None:
    here = one.own_place
    if here is None:
        return 0.1 if not one.listed else None
    told = [t.own_place for t in event if t.own_place is not None]
    if not told:
        return 0.0
    # A province that a summary names takes in two towns, and does not make them one.
    exact = [p for t in event if (p := t.own_place) and _is_point(p) and not _is_short_for(t)]
    areas = [p for p in told if p.level != "country"]
    fits = [_same_place(here, p) for p in exact or areas or told]
    if None in fits and not _is_short_for(one):
        return None
    return max((s for s in fits if s is not None), default=None)


def _is_part(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    """Whether one is told of a place within the other's, finer than all that the other names."""
    here, told = one.own_place, [t.own_place for t in event if t.own_place is not None]
    if here is None or not told:
        return False
    return all(is_finer(here, p) for p in told) or all(is_finer(p, here) for p in told)


def is_finer(one: Resolution, other: Resolution) -> bool:
    """Whether a place is an exact one and the other wider: a town in a province, a quarter of a town."""
    if (one.level in _QUARTERS and other.level == "town") or (one.level != "near" and other.level == "near"):
        return True
    return (_is_point(one) or one.lat is None) and not _is_point(other) and other.lat is not None


def _is_short_for(one: LocatedMention) -> bool:
    """Whether a headline's place bears the name of its province, and may stand for it ("Idlib mosque")."""
    place = one.own_place.place if one.own_place is not None else None
    named = place is not None and place.admin1 is not None
    return one.mention.headline and named and normal_form(place.admin1) == normal_form(place.name)


def _is_point(place: Resolution) -> bool:
    return place.level in POINT_LEVELS


def is_within(one: Resolution, area: Resolution) -> bool:
    """Whether nothing speaks against a place lying in an area; of an unknown place nothing does."""
    return one.place is None or area.place is None or _same_place(one, area) is not None


def _same_place(one: Resolution, other: Resolution) -> float | None:
    """How well two places fit as the scene of one event; None where they cannot both be it."""
    if one.toponym.name.casefold() == other.toponym.name.casefold() and one.level == other.level:
        return _ONE_PLACE
    here, there = one.place, other.place
    if here is None or there is None:
        # A village that no gazetteer knows may be any other place, if the tolls say so.
        return -0.2
    if one.fallback or other.fallback:
        return _beside_unknown(one, other)
    if here.id == there.id:
        return _ONE_PLACE
    if here.country != there.country:
        return None
    if "country" in (one.level, other.level):
        return 0.3
    if _is_province(one) != _is_province(other) and here.admin1 and there.admin1:
        return 0.7 if here.admin1 == there.admin1 else None
    return _by_distance(one, other, same_province=here.admin1 == there.admin1)


def _beside_unknown(one: Resolution, other: Resolution) -> float | None:
    """How a name that is shown at the area around it fits another place: any spot there may be meant by it.

    Two that the text calls alike, and names differently, are two ("the village of X", "the village of Y").
    """
    if one.place != other.place and not _in_one_area(one, other):
        return None
    alike = one.toponym.kind_word is not None and one.toponym.kind_word == other.toponym.kind_word
    if one.toponym.described or other.toponym.described:
        return 0.6
    if one.fallback and other.fallback and not alike:
        return -0.2 if one.level == other.level and one.level not in _DIVISIONS else _PERHAPS
    return None if alike else _PERHAPS


def _in_one_area(one: Resolution, other: Resolution) -> bool:
    reach = max(one.radius_km or 0.0, other.radius_km or 0.0) + 1.0
    points = (one.lat, one.lon, other.lat, other.lon)
    lat, lon, to_lat, to_lon = points
    if lat is None or lon is None or to_lat is None or to_lon is None:
        return False
    return is_within_km(lat, lon, to_lat, to_lon, reach)


def _by_distance(one: Resolution, other: Resolution, *, same_province: bool) -> float | None:
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return None
    reach = max(one.radius_km or 0.0, other.radius_km or 0.0)
    wide = one.level if (one.radius_km or 0.0) == reach else other.level
    points = one.lat, one.lon, other.lat, other.lon
    if wide in _WIDE:
        # "The northeast" has no border, and what lies just outside is meant as well.
        return 0.5 if is_within_km(*points, reach * (1.5 if wide == "region" else 1.0)) else None
    # A quarter lies in its town, and near a town may be near its airport; two towns are two, however near.
    alike = one.level == other.level and _is_side(one) == _is_side(other)
    if (not alike or one.level == "near") and is_within_km(*points, 1.0 + reach):
        return 0.6
    if same_province and (named_like_its_province(one) or named_like_its_province(other)):
        return 0.3
    return -0.2 if is_within_km(*points, _NEXT_DOOR_KM) else None


def _is_province(place: Resolution) -> bool:
    """A province or a side of one."""
    known = place.place
    return place.level == "province" or (
        place.level == "region" and known is not None and known.level == "province"
    )


def _is_side(place: Resolution) -> bool:
    """A side of a city, told by the city's name ("eastern Aleppo")."""
    known = place.place
    return place.level == "neighbourhood" and known is not None and known.level == "town"


def named_like_its_province(place: Resolution) -> bool:
    """Whether a bare name means a town or the province around it ("in Idlib")."""
    known = place.place
    return (
        known is not None
        and place.level == "town"
        and place.toponym.kind is None
        and known.admin1 is not None
        and normal_form(known.admin1) in (normal_form(known.name), normal_form(place.toponym.name))
    )


def _tolls(one: LocatedMention, event: Sequence[LocatedMention]) -> float:
    score = 0.0
    if any(c.allotted for c in one.mention.counts):
        return score  # a share of a toll agrees with the whole
    for pick in ("killed", "injured"):
        here: CountRange = getattr(one.mention.toll, pick)
        told = [getattr(t.mention.toll, pick) for t in event if getattr(t.mention.toll, pick).told]
        if not here.told or not told:
            continue
        if any((t.low, t.high) == (here.low, here.high) for t in told):
            score += _SAME_TOLL
        elif any(_touch(here, t) for t in told):
            score += 0.3
        elif not _is_further(one, pick):
            score -= 0.7
    return score


def _tells_its_number(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    told = {t.mention.toll.killed.low for t in event if not t.listed and not t.shared}
    low = one.mention.toll.killed.low
    return low is not None and low >= _MANY and low in told and not (one.listed or one.shared)


def _is_further(one: LocatedMention, act: str) -> bool:
    """Whether it only adds to what was told ("also killed a commander")."""
    return all(c.further or c.part for c in one.mention.counts if c.act == act)


def _touch(one: CountRange, other: CountRange) -> bool:
    """Whether two counts can be claims of one toll: "at least 20" reaches no further than 40."""
    first, second = _bounds(one), _bounds(other)
    return max(first[0], second[0]) <= min(first[1], second[1])


def _bounds(count: CountRange) -> tuple[int, int]:
    low = count.low or 0
    return low, count.high if count.high is not None else 2 * low


def _nearness(one: LocatedMention, event: Sequence[LocatedMention]) -> float:
    last = event[-1].mention
    if one.mention.sentence == last.sentence:
        # Two groups of one sentence were kept apart for a reason.
        return -0.6 if one.mention.clause != last.clause else 0.0
    return 0.2 if one.mention.region == last.region else 0.0
