"""Events that another extractor proposes, held to the article's own words before anything believes them.

A proposal only points: each value is the words of the article that tell it, and is read from these words by
the grammars that read everything else. Words that the article does not have are refused with their value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from articles import Article, Region, Span
from geo.conventions import EVENT_TYPE_OF
from mentions import (
    Actor,
    Claim,
    ClaimStatus,
    DateRange,
    Dropped,
    EventMention,
    Extractor,
    Reading,
    TollMention,
    combine,
    find_dates,
    find_tolls,
    lower,
    sentence_ends,
    why_not,
)

LONGEST_PASSAGE = 1500
"""Characters: who quotes more has not said where the event is told."""
LONGEST_WORDS = 200
"""Characters of any single value's words."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One event as somebody else reads it. Every text is a quote, to the character, of title or text."""

    sub_event_type: str
    """ACLED's name, exactly."""
    passage: str
    """The sentence or sentences that report it."""
    trigger: str
    """The words of the passage that tell of the act."""
    place: str | None = None
    date: str | None = None
    killed: str | None = None
    """The words that count the dead, the verb among them: "killed at least 12 people"."""
    injured: str | None = None
    perpetrator: str | None = None
    target: str | None = None
    weapon: str | None = None
    attribution: str | None = None
    """Who says so."""
    status: ClaimStatus = "reported"


Proposer = Callable[[Article], Iterable[Proposal]]
"""Whoever reads an article in a way of their own: a language model behind an endpoint, a trained model."""


def checked(proposer: Proposer) -> Extractor:
    """An extractor out of a proposer: what it says passes these checks, then those of every other event."""

    def extract(article: Article, regions: Sequence[Region], published: date | None) -> Reading:
        check = _Check(article, regions, published, [], [])
        read = [check.mention(proposal) for proposal in proposer(article)]
        mentions = sorted((m for m in read if m is not None), key=lambda m: (m.region, m.triggers))
        return Reading(tuple(mentions), tuple(check.dropped), tuple(check.refused))

    return extract


@dataclass(frozen=True, slots=True)
class _Check:
    article: Article
    regions: Sequence[Region]
    published: date | None
    refused: list[str]
    """Filled with one reason for each value that is not taken."""
    dropped: list[Dropped]
    """Filled with the triggers whose own sentence says that nothing happened."""

    def mention(self, proposal: Proposal) -> EventMention | None:
        if proposal.sub_event_type not in EVENT_TYPE_OF:
            self.refused.append("type is none of ACLED's")
            return None
        found = self._passage(proposal.passage)
        if found is None:
            self.refused.append("passage not in the article")
            return None
        index, passage = found
        trigger = self._words(proposal.trigger, "trigger", passage)
        if trigger is None:
            return None
        sentence = self._sentence(passage, trigger)
        low = lower(self.article.field_text(trigger.field))
        reason = why_not(low, sentence.start, trigger.start, trigger.end, sentence.end)
        if reason is not None:
            self.dropped.append(Dropped(trigger, reason))
            return None
        counts = self._counts(proposal, passage)
        return EventMention(
            sub_event_type=proposal.sub_event_type,
            triggers=(trigger,),
            telling="act",
            by_verb=True,
            clause=passage,
            sentence=sentence,
            region=index,
            headline=self.regions[index].kind == "headline",
            date=self._date(proposal.date, passage),
            counts=counts,
            toll=combine(counts),
            perpetrator=self._actor(proposal.perpetrator, "perpetrator", passage),
            target=self._actor(proposal.target, "target", passage),
            weapon=self._actor(proposal.weapon, "weapon", passage),
            place=self._words(proposal.place, "place", passage),
            claim=Claim(proposal.status, self._actor(proposal.attribution, "attribution", passage)),
        )

    def _passage(self, words: str) -> tuple[int, Span] | None:
        """Where the passage stands, in a part that is the article's own."""
        if not words.strip() or len(words) > LONGEST_PASSAGE:
            return None
        for index, region in enumerate(self.regions):
            span = region.span
            at = self.article.field_text(span.field).find(words, span.start, span.end)
            if at >= 0 and region.kind != "furniture":
                return index, Span(span.field, at, at + len(words))
        return None

    def _words(self, words: str | None, what: str, passage: Span) -> Span | None:
        """The words inside the passage; a value that stands elsewhere is another sentence's."""
        if words is None:
            return None
        text = self.article.field_text(passage.field)
        at = text.find(words, passage.start, passage.end) if words.strip() else -1
        if at < 0 or len(words) > LONGEST_WORDS:
            self.refused.append(f"{what} not in its passage")
            return None
        return Span(passage.field, at, at + len(words))

    def _actor(self, words: str | None, what: str, passage: Span) -> Actor | None:
        span = self._words(words, what, passage)
        return None if span is None else Actor(self.article.words(span), span)

    def _sentence(self, passage: Span, trigger: Span) -> Span:
        ends = sentence_ends(self.article.field_text(passage.field), passage.start, passage.end)
        own = next(((a, b) for a, b in ends if a <= trigger.start < b), (passage.start, passage.end))
        return Span(passage.field, *own)

    def _date(self, words: str | None, passage: Span) -> DateRange | None:
        span = self._words(words, "date", passage)
        if span is None:
            return None
        told = find_dates(self.article.field_text(span.field), span.field, self.published)
        days = [d.range for d in told if d.range is not None and d.span.overlaps(span)]
        if not days:
            self.refused.append("date is not read as one")
        return min(days, key=lambda d: d.precision, default=None)

    def _counts(self, proposal: Proposal, passage: Span) -> tuple[TollMention, ...]:
        told = find_tolls(self.article.field_text(passage.field), passage.field, passage.start, passage.end)
        kept: list[TollMention] = []
        for act, words in (("killed", proposal.killed), ("injured", proposal.injured)):
            span = self._words(words, act, passage)
            own = [t for t in told if span is not None and t.act == act and t.span.overlaps(span)]
            if span is not None and not own:
                self.refused.append(f"{act} is not read as a count")
            kept += own
        return tuple(kept)
