"""From an article to its event mentions: the steps, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from articles import Article, FieldName, Region, Span
from mentions import actors, arms, claims, targets
from mentions.carriers import carriers
from mentions.clauses import Clause, clauses_of
from mentions.counts import TollMention, find_tolls
from mentions.crowds import is_idle
from mentions.date_habits import writes_day_first
from mentions.dates import DateMention, find_dates
from mentions.flatten import flatten, lower
from mentions.grouping import Group, group_hits
from mentions.headline import Headline
from mentions.kinds import sub_event_type
from mentions.lexicon import Lexicon, english
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
from mentions.sentences import is_crosshead, sentence_ends
from mentions.status import Reason, is_played, why_not
from mentions.timing import Stretch, Timing, timing_of
from mentions.tolls import combine
from mentions.triggers import Hit, Means, find_means, find_triggers, find_weapon

# A clause that only says on what is denied, planned or feared: "a report which said", "denied that".
_TOLD_ON = re.compile(r"[ ,]*(?:that\b|(?:which|who) (?:said|says|claimed|claims|alleged|alleges)\b)")
_A_FEW_DAYS = 2
# "Which earlier gave a toll of 20": a number that its own source has replaced.
_OUTDATED = re.compile(
    r"\b(?:earlier|initially|previously|at first)(?: had)? (?:put|gave|given|reported|said|announced|counted)"
    r"\b[^.;,]{0,40}$"
)
_TO_THE_NUMBER = 24
"""Characters of "gave a toll of" and the like, with which a toll's words begin."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A trigger that tells of no event, and the rule that said so."""

    span: Span
    reason: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """What an article says happened, in the order of its words, and what was left out and why."""

    mentions: tuple[EventMention, ...]
    dropped: tuple[Dropped, ...]
    refused: tuple[str, ...] = ()
    """Why values that another extractor proposed were not taken, one reason each."""


@dataclass(frozen=True)
class _Field:
    """A title or text; its dates are read when a sentence tells of an act, which most articles never do."""

    name: FieldName
    article: Article
    flat: str
    low: str
    published: date | None

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """All of them, in reading order."""
        text = self.article.field_text(self.name)
        return find_dates(text, self.name, self.published, writes_day_first(self.article))

    @cached_property
    def governing(self) -> str:
        """The lower-case text in which "may" is always a verb."""
        return _without_the_month_of_may(self.low, self.dates)

    def span(self, run: tuple[int, int]) -> Span:
        """The run as a span of the article."""
        return Span(self.name, *run)


@dataclass(frozen=True, slots=True)
class _Sentence:
    field: _Field
    start: int
    end: int
    region: int
    headline: bool
    before: _Sentence | None = None
    """The one before it in its region, where that tells of no act."""

    @property
    def dates(self) -> list[DateMention]:
        return [d for d in self.field.dates if self.start <= d.span.start < self.end]


def extract(article: Article, regions: Sequence[Region], published: date | None) -> Reading:
    """Every telling of an event in the article's own parts (`regions`; furniture is passed over).

    Relative dates resolve against `published`, and stay open without it. Merging the tellings of one event
    needs their places and happens later.
    """
    lexicon = english()
    mentions: list[EventMention] = []
    dropped: list[Dropped] = []
    fields: dict[FieldName, _Field] = {}
    headline = Headline.of(flatten(article.title))
    before: _Sentence | None = None
    for index, region in enumerate(regions):
        if region.kind == "furniture":
            continue
        name = region.span.field
        if name not in fields:
            fields[name] = _read_field(article, name, published)
        for start, end in sentence_ends(fields[name].flat, region.span.start, region.span.end):
            if is_crosshead(fields[name].flat, start, end):
                continue
            told_above = region.kind == "headline" or headline.stands_in(fields[name].low, start, end)
            lead_in = before if before is not None and before.region == index else None
            run = _Sentence(fields[name], start, end, index, told_above, lead_in)
            told = len(mentions)
            _read_sentence(run, lexicon, mentions, dropped)
            before = _Sentence(run.field, start, end, index, told_above) if len(mentions) == told else None
    return Reading(tuple(mentions), tuple(dropped))


def _read_field(article: Article, name: FieldName, published: date | None) -> _Field:
    flat = flatten(article.field_text(name))
    return _Field(name, article, flat, lower(flat), published)


def _without_the_month_of_may(low: str, dates: Sequence[DateMention]) -> str:
    """Text of the same length in which "may" is always the verb that makes a mere possibility of an act."""
    for told in dates:
        words = low[told.span.start : told.span.end]
        if "may" in words:
            low = low[: told.span.start] + words.replace("may", "mai") + low[told.span.end :]
    return low


def _read_sentence(
    sentence: _Sentence, lexicon: Lexicon, mentions: list[EventMention], dropped: list[Dropped]
) -> None:
    field, start, end = sentence.field, sentence.start, sentence.end
    hits = find_triggers(field.low, start, end, lexicon)
    hits = [h for h in hits if not is_idle(h.entry.sub_event_type, h.entry.role, field.low[start:end])]
    if not hits:
        return
    clauses = clauses_of(field.flat, field.low, start, end)
    tolls = [
        t
        for t in find_tolls(field.flat, field.name, start, end)
        if not (_is_a_year(t, field.dates) or _is_outdated(t, field.low, start))
    ]
    kept: list[Hit] = []
    for hit in hits:
        if hit.entry.role == "outcome" and any(
            t.low == 0 and t.span.start < hit.end <= t.span.end for t in tolls
        ):
            # "No casualties" negates the victims and tells of the act.
            kept.append(hit)
            continue
        governing = _governing_start(field.low, clauses, hit.start)
        reason = why_not(field.governing, governing, hit.start, hit.end, end)
        if reason is None and is_played(field.low, start, hit.start):
            reason = "played"
        if reason is None:
            kept.append(hit)
        else:
            dropped.append(Dropped(field.span((hit.start, hit.end)), reason))
    if not kept:
        return
    acts = [h for h in kept if not sets_scene(field.low, h)]
    for group in group_hits(field.low, acts or kept, clauses, (start, end)):
        mention = _mention(sentence, group, tolls, lexicon)
        if mention is not None:
            mentions.append(mention)


def _is_a_year(toll: TollMention, dates: Sequence[DateMention]) -> bool:
    """ "3 Oct 2016 Terrorists executed" counts nobody: the number belongs to the dateline before it."""
    return toll.low is not None and toll.low > 1900 and any(d.span.overlaps(toll.span) for d in dates)


def _is_outdated(toll: TollMention, low: str, start: int) -> bool:
    end = min(toll.span.end, toll.span.start + _TO_THE_NUMBER)
    return _OUTDATED.search(low, start, end) is not None


def _governing_start(low: str, clauses: Sequence[Clause], at: int) -> int:
    """Where the words begin that can deny or plan what is told: "denied that it had" governs its clause."""
    own = [c for c in clauses if c.start <= at]
    while len(own) > 1 and _TOLD_ON.match(low, own[-1].start) is not None:
        own.pop()
    return own[-1].start if own else at


def _mention(
    sentence: _Sentence, group: Group, told: Sequence[TollMention], lexicon: Lexicon
) -> EventMention | None:
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
    return EventMention(
        sub_event_type=kind or "Attack",
        triggers=tuple(field.span((h.start, h.end)) for h in group.hits),
        telling=group.lead.entry.role if kind is not None else "outcome",
        reference=_is_reference(field.low, run[0], group, when, told_of=told_of, counted=bool(tolls)),
        setting=all(sets_scene(field.low, h) for h in group.hits),
        points_back=points_back(field.low, group),
        goes_on=goes_on(field.low, run[0], group),
        there=points_there(field.low, group),
        another=is_another(field.low, run[0], group),
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


def _when(sentence: _Sentence, run: tuple[int, int], group: Group) -> Timing:
    """Which of the sentence's dates is the act's; the day of a count that grew is only its report's."""
    field, acts = sentence.field, [(h.start, h.end) for h in group.hits]
    stretch = Stretch(field.low, (sentence.start, sentence.end), run, acts, sentence.dates)
    when = timing_of(stretch, field.published)
    if group.reason and when.day is not None and not any(run[0] <= s.start < run[1] for s in when.day.spans):
        when = replace(when, day=None)  # the day of the arrest
    if when.day is not None and is_running_toll(field.low, group, when.day):
        return replace(when, day=None, reported_on=when.day)
    return when


def _day_before(sentence: _Sentence) -> DateRange | None:
    """The one day that the sentence before names as its own."""
    told = [] if sentence.before is None else sentence.before.dates
    plain = [d.range for d in told if d.role == "plain" and d.range is not None]
    days = [day for day in plain if day.precision <= _A_FEW_DAYS]
    return days[0] if len(days) == 1 else None


def _over_weeks(sentence: _Sentence, run: tuple[int, int]) -> bool:
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


def _actor(field: _Field, run: tuple[int, int] | None) -> Actor | None:
    return None if run is None else Actor(field.flat[slice(*run)], field.span(run))


def _weapon(
    field: _Field, run: tuple[int, int], group: Group, means: Sequence[Means], lexicon: Lexicon
) -> Actor | None:
    named = find_weapon(field.flat, field.low, *run, lexicon)
    if named is None:
        verbs = [(h.start, h.end) for h in group.hits if h.entry.form == "verb"]
        nouns = [(h.start, h.end) for h in group.hits if h.entry.form == "noun"]
        told = [(m.start, m.end) for m in means if not any(a <= m.start and m.end <= b for a, b in nouns)]
        named = arms.weapon(field.low, run, verbs, told)
    return _actor(field, named)


def _claim(sentence: _Sentence, perpetrator: str | None) -> Claim:
    flat = sentence.field.flat
    speaker = claims.attribution(flat, sentence.start, sentence.end)
    words = None if speaker is None else flat[slice(*speaker)]
    status = claims.status(flat, sentence.start, sentence.end, perpetrator, words)
    return Claim(status or "reported", _actor(sentence.field, speaker))
