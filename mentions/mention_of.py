"""From the trigger words of one act in a sentence to its event mention: kind, day, toll, sides, claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mentions import actors, arms, claims, targets
from mentions.carriers import carriers
from mentions.counts import TollMention
from mentions.grouping import Group, tells_other_violence
from mentions.kinds import sub_event_type
from mentions.lexicon import Lexicon
from mentions.mention import Actor, Claim, DateRange, EventMention
from mentions.pointing import (
    goes_on,
    is_among_them,
    is_another,
    is_reference,
    is_running_toll,
    points_back,
    points_there,
    sets_scene,
    tells_fate,
)
from mentions.timing import Stretch, Timing, timing_of
from mentions.told_sentence import Field, Sentence
from mentions.tolls import combine
from mentions.triggers import Means, find_means, find_weapon

_A_FEW_DAYS = 2


def mention_of(
    sentence: Sentence, group: Group, told: Sequence[TollMention], lexicon: Lexicon
) -> EventMention | None:
    """What a group of trigger words tells; None where it is a sum over weeks, or no act and no toll.

    `told` are the tolls of the whole sentence.
    """
    field, flat = sentence.field, sentence.field.flat
    run = (group.start, group.end)
    inside = [t for t in told if run[0] <= t.span.start < run[1]]
    tolls = [t for t in inside if t.scope == "event"]
    when = _when(sentence, run, group)
    summed_up = _over_weeks(sentence, run) or (inside and not tolls)
    if group.lead.entry.role != "act" and summed_up:
        return None
    agent = _side(actors.perpetrator, flat, run, group)
    named = None if agent is None else flat[slice(*agent)]
    means = find_means(field.low, *run, lexicon)
    kind = sub_event_type(
        group.hits, means, field.low[run[0] : run[1]], field.low[sentence.start : sentence.end], named
    )
    told_of = kind is None and not tolls and is_among_them(field.low, run[0], group)
    if kind is None and not tolls and not told_of:
        return None
    another = is_another(field.low, run[0], group)
    return EventMention(
        sub_event_type=kind or "Attack",
        triggers=tuple(field.span((h.start, h.end)) for h in group.hits),
        telling=group.lead.entry.role if kind is not None else "outcome",
        reference=_is_reference(field.low, run[0], group, when, told_of=told_of, counted=bool(tolls)),
        setting=all(sets_scene(field.low, h) for h in group.hits),
        points_back=points_back(field.low, group),
        goes_on=goes_on(field.low, run[0], group),
        there=points_there(field.low, group),
        another=another,
        other=another and tells_other_violence(field.low[run[0] : run[1]]),
        by_verb=any(h.entry.form == "verb" for h in group.hits),
        clause=field.span(run),
        sentence=field.span((sentence.start, sentence.end)),
        region=sentence.region,
        headline=sentence.headline,
        date=when.day,
        reported_on=when.reported_on,
        lead_in=None if sentence.before is None else field.span((sentence.before.start, sentence.before.end)),
        day_before=_day_before(sentence) if when.day is None and when.from_last is None else None,
        from_last=when.from_last,
        open_day=when.is_open,
        counts=tuple(tolls),
        toll=combine(tolls),
        perpetrator=_actor(field, agent),
        target=_actor(field, _side(targets.target, flat, run, group)),
        weapon=_weapon(field, run, group, means, lexicon),
        claim=_claim(sentence, named),
        carriers=tuple(field.span(c) for c in carriers(field.low, run, group.hits)),
    )


def _is_reference(
    low: str, start: int, group: Group, when: Timing, *, told_of: bool, counted: bool
) -> bool:
    """Whether a stretch tells nothing new: it points back, says whom it hit, or why somebody was held."""
    if told_of or (group.reason and when.day is None):
        return True
    return not counted and when.day is None and (is_reference(low, group) or tells_fate(low, start))


def _when(sentence: Sentence, run: tuple[int, int], group: Group) -> Timing:
    """Which of the sentence's dates is the act's; the day of a count that grew is only its report's."""
    field, acts = sentence.field, [(h.start, h.end) for h in group.hits]
    stretch = Stretch(field.low, (sentence.start, sentence.end), run, acts, sentence.dates)
    when = timing_of(stretch, field.published)
    if group.reason and when.day is not None and not any(run[0] <= s.start < run[1] for s in when.day.spans):
        when = replace(when, day=None)  # the day of the arrest
    if when.day is not None and is_running_toll(field.low, group, when.day):
        return replace(when, day=None, reported_on=when.day)
    return when


def _day_before(sentence: Sentence) -> DateRange | None:
    """The one day that the sentence before names as its own."""
    told = [] if sentence.before is None else sentence.before.dates
    plain = [d.range for d in told if d.role == "plain" and d.range is not None]
    days = [day for day in plain if day.precision <= _A_FEW_DAYS]
    return days[0] if len(days) == 1 else None


def _over_weeks(sentence: Sentence, run: tuple[int, int]) -> bool:
    """Whether the stretch tells of weeks between two days: its toll is a campaign's, not an event's."""
    days = (d.range for d in sentence.dates if run[0] <= d.span.start < run[1])
    return any(d is not None and d.is_campaign for d in days)


def _side(rule: actors.SideRule, flat: str, run: tuple[int, int], group: Group) -> tuple[int, int] | None:
    """The side that the words which say most of the act name; those that say less are asked after them."""
    for hit in group.by_weight:
        found = rule(flat, run[0], (hit.start, hit.end), run[1], noun=hit.entry.form == "noun")
        if found is not None:
            return found
    return None


def _actor(field: Field, run: tuple[int, int] | None) -> Actor | None:
    return None if run is None else Actor(field.flat[slice(*run)], field.span(run))


def _weapon(
    field: Field, run: tuple[int, int], group: Group, means: Sequence[Means], lexicon: Lexicon
) -> Actor | None:
    named = find_weapon(field.flat, field.low, *run, lexicon)
    if named is None:
        verbs = [(h.start, h.end) for h in group.hits if h.entry.form == "verb"]
        nouns = [(h.start, h.end) for h in group.hits if h.entry.form == "noun"]
        told = [(m.start, m.end) for m in means if not any(a <= m.start and m.end <= b for a, b in nouns)]
        named = arms.weapon(field.low, run, verbs, told)
    return _actor(field, named)


def _claim(sentence: Sentence, perpetrator: str | None) -> Claim:
    flat = sentence.field.flat
    speaker = claims.attribution(flat, sentence.start, sentence.end)
    words = None if speaker is None else flat[slice(*speaker)]
    status = claims.status(flat, sentence.start, sentence.end, perpetrator, words)
    return Claim(status or "reported", _actor(sentence.field, speaker))
