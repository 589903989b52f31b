"""From an article to its event mentions: the steps, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles import Article, FieldName, Region, Span
from mentions.clauses import Clause, clauses_of
from mentions.counts import TollMention, find_tolls
from mentions.crowds import is_idle
from mentions.dates import DateMention
from mentions.flatten import flatten
from mentions.grouping import group_hits
from mentions.headline import Headline
from mentions.lexicon import Lexicon, english
from mentions.mention import EventMention
from mentions.mention_of import mention_of
from mentions.pointing import sets_scene
from mentions.sentences import is_crosshead, sentence_ends
from mentions.status import Reason, is_played, why_not
from mentions.told_sentence import Field, Sentence, read_field
from mentions.triggers import Hit, find_triggers

# A clause that only says on what is denied, planned or feared: "a report which said", "denied that".
_TOLD_ON = re.compile(r"[ ,]*(?:that\b|(?:which|who) (?:said|says|claimed|claims|alleged|alleges)\b)")
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


def extract(article: Article, regions: Sequence[Region], published: date | None) -> Reading:
    """Every telling of an event in the article's own parts (`regions`; furniture is passed over).

    Relative dates resolve against `published`, and stay open without it. Merging the tellings of one event
    needs their places and happens later.
    """
    lexicon = english()
    mentions: list[EventMention] = []
    dropped: list[Dropped] = []
    fields: dict[FieldName, Field] = {}
    headline = Headline.of(flatten(article.title))
    before: Sentence | None = None
    for index, region in enumerate(regions):
        if region.kind == "furniture":
            continue
        name = region.span.field
        if name not in fields:
            fields[name] = read_field(article, name, published)
        for start, end in sentence_ends(fields[name].flat, region.span.start, region.span.end):
            if is_crosshead(fields[name].flat, start, end):
                continue
            told_above = region.kind == "headline" or headline.stands_in(fields[name].low, start, end)
            lead_in = before if before is not None and before.region == index else None
            run = Sentence(fields[name], start, end, index, told_above, lead_in)
            told = len(mentions)
            _read_sentence(run, lexicon, mentions, dropped)
            before = Sentence(run.field, start, end, index, told_above) if len(mentions) == told else None
    return Reading(tuple(mentions), tuple(dropped))


def _read_sentence(
    sentence: Sentence, lexicon: Lexicon, mentions: list[EventMention], dropped: list[Dropped]
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
        mention = mention_of(sentence, group, tolls, lexicon)
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
