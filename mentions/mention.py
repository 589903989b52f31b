"""What a text says happened: values that know how exact they are and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from articles import Span
from mentions.counts import TollMention

DateBasis = Literal["stated", "relative", "publication"]
ClaimStatus = Literal["reported", "alleged", "claimed", "denied"]
Victims = Literal["civilians", "combatants", "mixed", "unknown"]
Telling = Literal["act", "generic", "outcome"]
"""`act` names its kind ("shelling"), `generic` does not ("attack"), `outcome` tells only of the victims."""


# "Over the past ten days" can still be one offensive; longer spans in the development articles never were.
_LONGEST_EVENT_DAYS = 10
# An event that happened longer before the article than this is background to it, days.
_BACKGROUND_DAYS = 10


@dataclass(frozen=True, slots=True)
class DateRange:
    """The days between which an event lies, both inclusive. Precision 1-5 as UCDP's date_prec."""

    start: date
    end: date
    precision: int
    """1 day, 2 two to six days, 3 week, 4 month, 5 year."""
    basis: DateBasis
    """`stated` in full, `relative` to the publication day, or `publication` where nothing is told."""
    spans: tuple[Span, ...] = ()

    @property
    def is_campaign(self) -> bool:
        """Whether it spans weeks between two days ("from 17 February to 22 March"): no event's days.

        A month named whole begins on its first day, and is how an event's day is often told.
        """
        return (self.end - self.start).days > _LONGEST_EVENT_DAYS and self.start.day != 1

    def is_background_on(self, published: date) -> bool:
        """Whether it ended so long before the article that it is told to explain, not to report."""
        return (published - self.end).days > _BACKGROUND_DAYS

    def __post_init__(self) -> None:
        if self.start > self.end or not 1 <= self.precision <= 5:
            raise ValueError(f"not a range of days: {self.start} to {self.end}, precision {self.precision}")


@dataclass(frozen=True, slots=True)
class DayFromLast:
    """A day counted from the one told before: "two days earlier" is -2, "the same day" 0."""

    days: int
    span: Span
    from_report: bool = False
    """Whether it counts from the report itself where nothing was told before: "a day after shells fell"."""


@dataclass(frozen=True, slots=True)
class CountRange:
    """How many people, as a claim: "at least 20" is 20 to None, "up to 22" None to 22, "no one" 0 to 0."""

    low: int | None = None
    high: int | None = None
    spans: tuple[Span, ...] = ()

    @property
    def told(self) -> bool:
        """Whether the text says anything at all. Null is not zero."""
        return self.low is not None or self.high is not None


UNTOLD = CountRange()


@dataclass(frozen=True, slots=True)
class Toll:
    """Everything that one passage says of people killed and injured; parts are never added to the whole."""

    killed: CountRange = UNTOLD
    injured: CountRange = UNTOLD
    civilians_killed: CountRange = UNTOLD
    children_killed: int | None = None
    women_killed: int | None = None
    victims: Victims = "unknown"


@dataclass(frozen=True, slots=True)
class Actor:
    """A side of an event, in the words of the article."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """Who says so, and how far the article itself stands behind it."""

    status: ClaimStatus = "reported"
    attribution: Actor | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One telling of one event in one sentence; several mentions may tell the same event."""

    sub_event_type: str
    """ACLED's name, exactly."""
    triggers: tuple[Span, ...]
    """The words that tell of the act."""
    telling: Telling
    """How much the words themselves say of the kind of act."""
    by_verb: bool
    """Whether a verb tells it ("jets bombed"), and not a noun alone ("the bombing")."""
    clause: Span
    """The clause of the trigger: what is said here of place, date and toll is said of this event."""
    sentence: Span
    """The whole sentence, for the quote."""
    region: int
    """Index of the region (headline or paragraph) among the article's regions."""
    headline: bool
    """Whether that region is a headline: it shortens what the body tells."""
    reference: bool = False
    """Whether it only points back at an act ("responsibility for the attack") and tells nothing new of it."""
    setting: bool = False
    """Whether it only says where or when what was told before happened ("the incident took place in X")."""
    points_back: bool = False
    """Whether it names its act as one told before and its victims anew ("nine were killed in the attack")."""
    goes_on: bool = False
    """Whether it opens with a definite word for who or what did the act told before it ("the bombs fell")."""
    there: bool = False
    """Whether it tells of the place told last ("sixteen were killed there")."""
    another: bool = False
    """Whether its words set it apart from what was told before ("hours later", "a second strike")."""
    other: bool = False
    """Whether they set it apart from the very clauses before it ("shot dead in other violence")."""
    date: DateRange | None = None
    """When it happened, where its own words say so."""
    reported_on: DateRange | None = None
    """The day on which somebody said so ("police said on Tuesday"): a hint where no other day is told."""
    lead_in: Span | None = None
    """The sentence right before, where that tells of no act: it can set the scene."""
    day_before: DateRange | None = None
    """The day that the sentence right before names, where that tells of no act and this one names none."""
    from_last: DayFromLast | None = None
    """Its day counted from the event told before it, where that is all that is told."""
    open_day: bool = False
    """Whether it names its day in words that cannot be resolved here: "on the first day of Ramadan"."""
    counts: tuple[TollMention, ...] = ()
    """The counts of people killed and injured that it tells, in reading order."""
    toll: Toll = field(default=Toll())
    """What they come to."""
    perpetrator: Actor | None = None
    target: Actor | None = None
    weapon: Actor | None = None
    carriers: tuple[Span, ...] = ()
    """Verbs that say of an act told by a noun that it happened: "launched", "occurred"."""
    place: Span | None = None
    """The words that an extractor says name its place; None leaves the place to the sentence's structure."""
    claim: Claim = field(default=Claim())
    confidence: float = 0.5
