"""Which tellings in one article tell of one event: title, lead, quote and later paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from geo.located import LocatedMention
from geo.one_kind import TWO_ENDS, only_headline, same_family, same_kind, told_on_kind
from geo.one_scene import ONE_PLACE, PERHAPS, is_part, same_scene
from geo.one_side import is_answered
from geo.one_toll import adds_an_act, same_toll, tells_its_number
from mentions import DateRange, compatible

# What two tellings must add up to before they are taken for one event. Here and in the modules of kind, scene
# and toll, numbers were set by reading where the development records were joined or parted wrongly; each
# moves event F1 by a point or two.
_ENOUGH = 0.5
_A_MONTH, _A_YEAR = 4, 5
_MOST_OF_A_WEEK = 4  # days, from the first to the last
_CLASH, _GAS = "Armed clash", "Chemical weapon"
# So many dead in a headline are no chance, and what a headline calls where they died is rough.
_SEVERAL = 5
_WIDE = ("country", "region", "province")
# What a telling of long ago loses beside one that names no day.
_PAST = -2.0
# And what a telling without a day loses beside an event of long ago: another that fits as well has it.
_RATHER_NOW = -0.2


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
            told_on = one.mention.goes_on and event[-1] is last and not (last.listed or last.shared)
            # Of a headline that tells two events, the first sentence tells on the one whose place it names.
            leads_on = event[-1] is last and len(events) == 1 and _leads_on(one, event)
            score = _fit(
                one, event, published, pointing=pointing, told_on=told_on, is_last=event[-1] is last,
                leads_on=leads_on,
            )  # fmt: skip
            if score is not None and event[-1] is last and _goes_on(one, last):
                # Victims and rubble told without a place are those of the sentence before.
                score += 0.7 if not _is_past(event, published) else 0.3
            if score is not None and score >= best_score:
                best, best_score = event, score
        last = one
        if best is None:
            if not one.mention.setting and not (events and one.mention.reference):
                events.append([one])
        else:
            best.append(one)
    return _without_loose(events)


def _without_loose(events: list[list[LocatedMention]]) -> list[list[LocatedMention]]:
    """The events after those that tell neither a day nor a place were taken for one that does.

    "Inspectors will visit the sites of chemical attacks" tells of the attack of last March named below it.
    """
    for loose in [e for e in events if _is_loose(e)]:
        behind = events[next(n for n, e in enumerate(events) if e is loose) + 1 :]
        whole = next((e for e in behind if _is_dated(e) and _may_be_told_by(loose, e)), None)
        if whole is not None:
            joined = sorted((*loose, *whole), key=reading_order)
            events = [joined if e is whole else e for e in events if e is not loose]
    return events


def _is_loose(event: Sequence[LocatedMention]) -> bool:
    return all(
        t.mention.date is None
        and not t.mention.another
        and not (t.mention.from_last is not None and t.mention.from_last.days)
        and (t.own_place is None or t.own_place.level == "country")
        for t in event
    )


def _is_dated(event: Sequence[LocatedMention]) -> bool:
    return any(t.mention.date is not None and t.mention.date.precision < _A_YEAR for t in event)


def _may_be_told_by(loose: Sequence[LocatedMention], event: Sequence[LocatedMention]) -> bool:
    return _can_be_one_kind(loose, event) and all(same_toll(t, event) >= 0 for t in loose)


def _can_be_one_kind(one: Sequence[LocatedMention], other: Sequence[LocatedMention]) -> bool:
    first, second = (
        {t.mention.sub_event_type for t in event if t.mention.telling == "act"} for event in (one, other)
    )
    if not any(t.mention.headline for t in one):
        return bool(first & second)
    return any(compatible(a, b) for a in first for b in second)


def reading_order(one: LocatedMention) -> tuple[bool, int, int]:
    """Sorts tellings as they are read: the headline, then the body's."""
    return not one.mention.headline, one.mention.sentence.start, one.mention.clause.start


def _is_past(event: Sequence[LocatedMention], published: date | None) -> bool:
    days = [t.mention.date for t in event if t.mention.date is not None]
    return published is not None and any(d.is_background_on(published) for d in days)


def _goes_on(one: LocatedMention, last: LocatedMention) -> bool:
    """Whether it names no place of its own; what follows several places told at once is no single one's."""
    return one.own_place is None and not (last.listed or last.shared)


def _fit(
    one: LocatedMention, event: Sequence[LocatedMention], published: date | None, *, pointing: bool,
    told_on: bool, is_last: bool, leads_on: bool,
) -> float | None:
    """How well a telling fits an event; None where they contradict each other.

    One that points at the act told right before it (`pointing`) names no other place, whatever it names;
    one that tells on who or what did it (`told_on`) names no other kind of act; one that opens the text below
    a headline (`leads_on`) tells of that one's number wherever it was.
    """
    if (one.shared or one.listed) and any(t.mention.clause == one.mention.clause for t in event):
        return None
    # Cheapest first: most pairs are of two kinds or two days, and no distance need be known.
    days = _days(one, event, published)
    if days is None or _sums_up_a_week(one, event) or (is_last and _is_of_another_day(one)):
        return None
    kinds = same_kind(one, event)
    if kinds is None and told_on:
        kinds = told_on_kind(one, event)
    family = same_family(one, event) if kinds is None else kinds
    if family is None:
        return None
    # A large number told twice is one, wherever a headline or a bureau's dateline puts it, and whatever
    # word for the act it chooses.
    numbered = tells_its_number(one, event)
    tolls = same_toll(one, event)
    rough = pointing or numbered or (leads_on and tolls > 0.5)
    places = same_scene(one, event)
    if places is None and (rough or _is_in_its_headline(one, event)):
        places = 0.0
    if places is None:
        return None
    if told_on:
        places = max(places, 0.0)
    if kinds is None and (numbered or (tolls > 0.5 and only_headline(event))):
        # "Militants attack the city, kill 3": the text says that it was a bomb.
        kinds = family
    if kinds is None or _are_apart(one, event, kinds, places, tolls):
        return None
    # A town of the province of a summary, with a number of its own, is a part of what is summed up.
    if tolls < 0 and not pointing and (places == PERHAPS or is_part(one, event)):
        return None
    # "Two militants were also killed in a gunbattle in X" is besides those of the province, and not of them.
    if tolls == 0 and not pointing and adds_an_act(one) and is_part(one, event):
        return None
    return kinds + days + places + tolls + _nearness(one, event)


def _are_apart(
    one: LocatedMention, event: Sequence[LocatedMention], kinds: float, places: float, tolls: float
) -> bool:
    """Whether a telling is of another event for all that kind, place and toll say by themselves."""
    if tolls <= 0.5 and (
        is_answered(one, event)
        or (one.mention.another and not all(t.mention.headline for t in event))
    ):
        return True
    if kinds == TWO_ENDS and (
        tolls < 0
        or (one.own_place is not None and places < ONE_PLACE and not _tells_its_lead(one, event))
        or not _on_one_day(one, event)
        # "Jets bombed X a day after gas killed hundreds": what one sentence tells apart is two.
        or any(_is_gas_apart(one, t) for t in event)
    ):
        return True
    # Each place of a list is its own scene, and no other list's; an unknown town not the city around it.
    if (one.shared or one.listed) and places < ONE_PLACE and (
        any(t.shared or t.listed for t in event) or _is_unknown_town(one)
    ):
        return True
    # Two places close by are one scene only where the tolls say so as well.
    return places < 0 and tolls <= 0


def _days(one: LocatedMention, event: Sequence[LocatedMention], published: date | None) -> float | None:
    told = [t.mention.date for t in event if t.mention.date is not None]
    if any(d.precision < _A_YEAR for d in told):
        # "The third bombing this year" names no day beside Monday's.
        told = [d for d in told if d.precision < _A_YEAR]
    if one.mention.date is None:
        past = published is not None and bool(told) and all(d.is_background_on(published) for d in told)
        return _RATHER_NOW if past else 0.2
    if not told:
        # What is told without a day is news; what names a day long past, or a month gone by, explains it.
        return _PAST if published is not None and _explains(one.mention.date, published) else 0.1
    if any(one.mention.date.is_campaign != d.is_campaign for d in told):
        return None
    if any(overlap(one.mention.date, d) for d in told):
        return 0.8
    return None


def _is_in_its_headline(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    """Whether a headline alone tells so many killed as this, somewhere in the same country."""
    low, place = one.mention.toll.killed.low, one.own_place
    told = {t.mention.toll.killed.low for t in event}
    if low is None or low < _SEVERAL or told != {low} or place is None or place.place is None:
        return False
    if not all(t.mention.headline for t in event) or one.mention.date is None:
        return False
    return all(
        t.own_place is not None and t.own_place.level in _WIDE and t.own_place.place is not None
        and t.own_place.place.country == place.place.country
        for t in event
    )


def _leads_on(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    """Whether it tells on a headline alone, whose place is rough ("in the north", "X attack").

    Two towns of two provinces are two places, however a headline puts it.
    """
    here = one.place
    if here is None or here.place is None or one.mention.headline or one.listed or one.shared:
        return False
    for told in event:
        place = told.place.place if told.place is not None else None
        if not told.mention.headline or place is None or place.country != here.place.country:
            return False
        exact = told.place is not None and {told.place.level, here.level} <= {"town"}
        if exact and place.admin1 != here.place.admin1:
            return False
    return True


def _is_of_another_day(one: LocatedMention) -> bool:
    """ "A day earlier", "less than a week before": not the day of the event told last."""
    counted = one.mention.from_last
    return one.mention.date is None and counted is not None and counted.days != 0 and not counted.from_report


def _sums_up_a_week(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    """ "Fighting this week killed 60" is not Thursday's fight, of which nobody counts the dead."""
    if one.mention.sub_event_type != _CLASH:
        return False
    told = [(d, t.mention.toll.killed.told) for t in (one, *event) if (d := t.mention.date) is not None]
    weeks = any((d.end - d.start).days >= _MOST_OF_A_WEEK and counted for d, counted in told)
    return weeks and any(d.precision == 1 and not counted for d, counted in told)


def _explains(when: DateRange, published: date) -> bool:
    gone = when.precision >= _A_MONTH and when.end < published
    return gone or when.is_background_on(published)


def _tells_its_lead(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    """Whether the sentence after a lead tells where in its wide area ("gas in the north", "bombs on X")."""
    own = [t for t in event if not t.mention.headline]
    gas = any(t.mention.sub_event_type == _GAS for t in (one, *event))
    return gas and len(own) == 1 and is_part(one, event)


def _on_one_day(one: LocatedMention, event: Sequence[LocatedMention]) -> bool:
    starts = {t.mention.date.start for t in (one, *event) if t.mention.date is not None}
    return one.mention.date is None or len(starts) < 2


def overlap(one: DateRange, other: DateRange) -> bool:
    """Whether two stretches of days have one in common."""
    return one.start <= other.end and other.start <= one.end


def _is_unknown_town(one: LocatedMention) -> bool:
    place = one.own_place
    return place is not None and place.fallback and place.toponym.kind == "town"


def _is_gas_apart(one: LocatedMention, other: LocatedMention) -> bool:
    apart = one.mention.sentence == other.mention.sentence and one.mention.clause != other.mention.clause
    return apart and _GAS in (one.mention.sub_event_type, other.mention.sub_event_type)


def _nearness(one: LocatedMention, event: Sequence[LocatedMention]) -> float:
    last = event[-1].mention
    if one.mention.sentence == last.sentence:
        # Two groups of one sentence were kept apart for a reason.
        return -0.6 if one.mention.clause != last.clause else 0.0
    return 0.2 if one.mention.region == last.region else 0.0
