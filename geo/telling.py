"""One event out of its tellings: the best value of each field, with all its spans."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from articles import Span
from geo.located import LocatedMention
from geo.told_place import placed, sureness, why_there
from geo.told_toll import toll_of, victims_of
from geo.toponym import Resolution
from mentions import Actor, ClaimStatus, DateRange, EventMention, Toll, compatible, day_counted

_TELLING_WEIGHT = {"act": 3.0, "generic": 1.0, "outcome": 0.1}
_STOPPED = "Disrupted weapons use"
_ATTACK, _CLASH = "Attack", "Armed clash"
_CHEMICAL = "Chemical weapon"
_BOMB, _SUICIDE, _BURNING = "Remote explosive/landmine/IED", "Suicide bomb", "Looting/property destruction"


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one article tells it."""

    sub_event_type: str
    """ACLED's name, exactly."""
    tellings: tuple[LocatedMention, ...]
    """What it was put together from, in reading order."""
    date: DateRange | None
    """None where neither the text nor a publication day says when."""
    place: Resolution | None
    """The most exact place that a telling ties to it."""
    place_confidence: float | None
    """0-1; None for an event that is not located."""
    place_reason: str | None
    """One sentence: why this place."""
    toll: Toll
    """Of this place alone: a toll of several places together is left out."""
    perpetrator: Actor | None
    """As told of this kind of act; nobody is guessed."""
    target: Actor | None
    """Whom or what it hit, as told first."""
    weapon: Actor | None
    """What it was done with, as told first."""
    status: ClaimStatus
    """How far the naming of the perpetrator goes."""
    attribution: Actor | None
    """Who says so."""
    quote: Span
    """The sentence that says most."""
    triggers: tuple[Span, ...]
    """Of all tellings, the body's first."""
    tied: tuple[Span, ...]
    """Those of them that their own sentence ties to a place, and those of tellings without one."""
    background: bool
    """Whether it lies well before the article's day: told to explain, not to report."""
    first_at: tuple[int, int]
    """Region and offset of its first telling."""


def best_of(
    tellings: Sequence[LocatedMention], published: date | None, before: DateRange | None = None
) -> Told:
    """The event that these tellings (at least one, in reading order) tell.

    The body's telling of a value wins over the headline's, a day over a month, a town over its province.
    `before` is the day of the event told just before it, which holds on where this one names no day.
    """
    headlines = [t for t in tellings if t.mention.headline]
    body = [t for t in tellings if not t.mention.headline] or headlines
    ordered = [t.mention for t in (body if body is headlines else (*body, *headlines))]
    main = _main(body)
    there = placed(body, tellings)
    when = _when(tellings, ordered, published, before)
    kind = _worst_of(_kind(main.mention, ordered), ordered)
    # A side that another telling names for another kind of act ("jets had hit a depot") is not this one's.
    sided = next((m for m in (main.mention, *ordered) if _names_a_side(m, kind)), main.mention)
    return Told(
        sub_event_type=kind,
        tellings=tuple(tellings),
        date=when,
        place=there.place if there else None,
        place_confidence=sureness(there),
        place_reason=why_there(there, tellings),
        toll=toll_of(tellings, ordered),
        perpetrator=sided.perpetrator if _names_a_side(sided, kind) else None,
        target=next((m.target for m in ordered if m.target is not None), None),
        weapon=next((m.weapon for m in ordered if m.weapon is not None), None),
        status=sided.claim.status,
        attribution=sided.claim.attribution
        or next((m.claim.attribution for m in ordered if m.claim.attribution), None),
        quote=main.mention.sentence,
        triggers=tuple(s for m in ordered for s in m.triggers),
        tied=tuple(s for t in tellings for s in (t.words or (*t.mention.triggers, *t.mention.carriers))),
        background=_is_background(when, published),
        first_at=(tellings[0].mention.region, tellings[0].mention.sentence.start),
    )


def _names_a_side(mention: EventMention, kind: str) -> bool:
    same = mention.sub_event_type in (kind, "Attack") or compatible(mention.sub_event_type, kind)
    return (
        mention.perpetrator is not None
        and same
        and not (kind == _CHEMICAL and mention.sub_event_type != kind)
    )


def _main(body: Sequence[LocatedMention]) -> LocatedMention:
    """The telling that says most: the quote comes from it."""

    def says(one: LocatedMention) -> float:
        m = one.mention
        return (
            _TELLING_WEIGHT[m.telling] / 3
            + (one.own_place is not None)
            + (m.date is not None) * 0.7
            + m.toll.killed.told * 0.8
            + m.toll.injured.told * 0.3
        )

    return max(body, key=says)


def _kind(main: EventMention, ordered: Sequence[EventMention]) -> str:
    # What was stopped before it hit counts as stopped, unless somebody died all the same.
    if any(m.sub_event_type == _STOPPED for m in ordered) and not any(
        m.toll.killed.told and m.toll.killed.high != 0 for m in ordered
    ):
        return _STOPPED
    if main.telling == "act":
        return main.sub_event_type
    votes: Counter[str] = Counter()
    # "The attack" is of any kind: it is counted only where nobody names one.
    named = [m for m in ordered if m.telling == "act"]
    for n, mention in enumerate(named or [m for m in ordered if not m.setting]):
        votes[mention.sub_event_type] += _TELLING_WEIGHT[mention.telling] * (1.0 if n else 1.5)  # type: ignore[assignment]
    kind = votes.most_common(1)[0][0]
    fought = kind == _ATTACK and not named and victims_of(ordered) == "combatants"
    return _CLASH if fought else kind


def _worst_of(kind: str, ordered: Sequence[EventMention]) -> str:
    """The kind that another telling makes it: a bomb that a bomber set off, a burning beside a killing."""
    told = {m.sub_event_type for m in ordered if m.telling == "act"}
    if kind == _BOMB and _SUICIDE in told:
        return _SUICIDE
    if kind == _BURNING and ordered[0].toll.killed.low and ordered[0].sub_event_type == _ATTACK:
        return _ATTACK
    return kind


def _is_set_before(telling: LocatedMention) -> bool:
    """Whether the place was borrowed from the sentence right before, so that its day goes with it."""
    lead_in, place = telling.mention.lead_in, telling.place
    return lead_in is not None and place is not None and telling.tie == "nearby" and (
        lead_in.covers(place.toponym.span)
    )


def _when(
    tellings: Sequence[LocatedMention],
    ordered: Sequence[EventMention],
    published: date | None,
    before: DateRange | None,
) -> DateRange | None:
    told = [m.date for m in ordered if m.date is not None]
    if told:
        best = min(d.precision for d in told)
        chosen = next(d for d in told if d.precision == best)
        spans = tuple(s for d in told if (d.start, d.end) == (chosen.start, chosen.end) for s in d.spans)
        return DateRange(chosen.start, chosen.end, chosen.precision, chosen.basis, spans)
    counted = _counted(ordered, published, before)
    if counted is not None:
        return counted
    if any(m.open_day for m in ordered):
        return None  # the text tells its day, in words that stay open: no other day may stand in for it
    set_before = next((d for t in tellings if (d := t.mention.day_before) and _is_set_before(t)), None)
    if set_before is not None:
        return set_before
    hinted = next((m.reported_on for m in ordered if m.reported_on is not None), None)
    if hinted is not None:
        return _borrowed(hinted)
    if before is not None and not _is_background(before, published):
        return _borrowed(before)
    return None if published is None else DateRange(published, published, 2, "publication")


def _counted(
    ordered: Sequence[EventMention], published: date | None, before: DateRange | None
) -> DateRange | None:
    """The day of "two days earlier", once the event told before has one; else counted from the report."""
    told = next((m.from_last for m in ordered if m.from_last is not None), None)
    if told is not None and before is None and published is not None and told.from_report:
        counted = day_counted(
            told.days, told.span, DateRange(published, published, 1, "relative"), published
        )
        return None if counted is None else _borrowed(counted)
    return None if told is None or before is None else day_counted(told.days, told.span, before, published)


def _borrowed(days: DateRange) -> DateRange:
    """A day told of something else, the report or the event before: likely this one's too, and no more."""
    return replace(days, precision=max(2, days.precision), basis="relative")


def _is_background(when: DateRange | None, published: date | None) -> bool:
    return when is not None and published is not None and when.is_background_on(published)
