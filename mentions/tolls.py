"""The toll of one event out of the counts that were told of it: wholes are summed by side, parts never."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from articles import Span
from mentions.counts import TollMention
from mentions.mention import UNTOLD, CountRange, Toll, Victims
from mentions.toll_words import Act

CIVILIANS = frozenset({"civilians", "children", "women"})
# Those who fight for a state and those who fight it: nobody is both.
_OF_STATES = re.compile(
    r"\b(?:soldiers?|troops|troopers|policem[ae]n|police officers?|service(?:m[ae]n|members)|peacekeepers?"
    r"|(?:security|army) (?:personnel|forces|officers?)|government (?:forces|troops|fighters))\b",
    re.IGNORECASE,
)
_AGAINST_STATES = re.compile(
    r"\b(?:militants?|rebels?|insurgents?|jihadists?|terrorists?|extremists?|guerrillas?|separatists?|bandits?"
    r"|gunm[ae]n|assailants?|attackers?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Statement:
    """All that one act word says: its sides, added up, and the parts told of them."""

    wholes: tuple[TollMention, ...]
    parts: tuple[TollMention, ...]

    @property
    def low(self) -> int | None:
        lows = [m.low for m in self.wholes if m.low is not None]
        return sum(lows) if lows else None

    @property
    def high(self) -> int | None:
        highs = [m.high for m in self.wholes]
        return None if None in highs else sum(h for h in highs if h is not None)

    @property
    def sides(self) -> frozenset[tuple[str, bool]]:
        return frozenset((m.who, m.attackers) for m in self.wholes)

    @property
    def size(self) -> int:
        return self.low if self.low is not None else self.high or 0


_NOTHING_TOLD = Toll()


def combine(mentions: Sequence[TollMention]) -> Toll:
    """The toll of the event that these mentions, in reading order, were attached to."""
    own = _without_earlier([m for m in mentions if m.scope == "event"])
    if not own:
        return _NOTHING_TOLD
    killed, injured = _chosen(own, "killed"), _chosen(own, "injured")
    wholes = [m for m in own if not m.part and m.low != 0]
    return Toll(
        killed=_range(killed),
        injured=_range(injured),
        civilians_killed=_civilians(killed),
        children_killed=_of_group(killed, "children"),
        women_killed=_of_group(killed, "women"),
        victims=_victims(wholes),
    )


def _without_earlier(own: list[TollMention]) -> list[TollMention]:
    """The counts without first tolls, and without what was added to them, where another toll is told."""
    first = {(m.act, m.sentence) for m in own if m.earlier}
    if not first:
        return own
    left = [m for m in own if not (m.earlier or (m.further and (m.act, m.sentence) in first))]
    told = {m.act for m in left if m.low and not m.part and m.group not in ("children", "women")}
    return [m for m in own if m in left or m.act not in told]


def _statements(own: list[TollMention], act: Act) -> list[_Statement]:
    by_word: dict[Span, list[TollMention]] = {}
    for m in own:
        if m.act == act:
            by_word.setdefault(m.act_span, []).append(m)
    return [
        _Statement(tuple(m for m in said if not m.part), tuple(m for m in said if m.part))
        for said in by_word.values()
    ]


def _chosen(own: list[TollMention], act: Act) -> list[_Statement]:
    """The statements that make up the number: the first, a fuller one of the same, and what adds to it."""
    told = _statements(own, act)
    wholes = [s for s in told if s.wholes and not _narrow_zero(s)]
    if any(s.low for s in wholes) or any(s.high for s in wholes):
        wholes = [s for s in wholes if s.high != 0 or all(m.rival for m in s.wholes)]
    if not wholes:
        return []
    allotted = [s for s in wholes if any(m.allotted for m in s.wholes)]
    if allotted:
        return allotted[:1]
    chosen = [wholes[0]]
    previous = wholes[0]
    for later in wholes[1:]:
        if _rivals(chosen, later):
            chosen = [_spread(chosen, later)]
        elif _replaces(chosen, later):
            chosen = [later]
        elif _other_side(chosen, later):
            chosen = [*chosen, later]
        elif _adds(chosen, later, previous):
            # A later sentence tells a part of the first number as often as others besides it: a sum over
            # sentences would print a toll that nobody told. The first number stands, and its upper end opens.
            apart = later.wholes[0].sentence != chosen[-1].wholes[0].sentence
            chosen = [_opened(chosen[0]), *chosen[1:]] if apart else [*chosen, later]
        previous = later
    loose = [s for s in told if not s.wholes]
    if loose:
        chosen[0] = _Statement(chosen[0].wholes, (*chosen[0].parts, *(m for s in loose for m in s.parts)))
    return chosen


def _narrow_zero(statement: _Statement) -> bool:
    """ "No soldiers were hurt" does not say that nobody was."""
    return statement.high == 0 and all(m.group != "all" for m in statement.wholes)


def _rivals(chosen: list[_Statement], later: _Statement) -> bool:
    """Another count of the same, by someone else."""
    low, high = _sum(chosen)
    told = later.low is not None and low is not None and (low, high) != (later.low, later.high)
    return told and all(m.rival for m in later.wholes)


def _spread(chosen: list[_Statement], later: _Statement) -> _Statement:
    """Both counts as one range, on the first's words."""
    low, high = _sum(chosen)
    first = chosen[0].wholes[0]
    # "At least 27" beside 31 ends at 31; "more than 30" beside it has no end.
    top = None if later.high is None else max(low or 0, high or 0, later.high)
    both = replace(first, low=min(low or 0, later.low or 0), high=top)
    rest = tuple(replace(m, low=0, high=0) for s in (*chosen, later) for m in s.wholes if m is not first)
    return _Statement((both, *rest), chosen[0].parts)


def _opened(statement: _Statement) -> _Statement:
    first, *rest = statement.wholes
    return _Statement((replace(first, high=None), *rest), statement.parts)


def _replaces(chosen: list[_Statement], later: _Statement) -> bool:
    """A number for a vague word that it fits, or a stated total that is higher."""
    low, high = _sum(chosen)
    if later.low is None:
        return False
    if len(chosen) == 1 and low is not None and high is not None and low < high:
        return low <= later.low <= high and later.low != low
    if low is None or later.low <= low:
        return False
    # One man told of by his name or rank is told again among those who died with him.
    others = later.wholes[0].low == 1 and len(later.wholes) > 1
    with_others = low == 1 and (others or any(p.low == 1 for p in later.parts))
    return with_others or any(m.total for m in later.wholes)


def _adds(chosen: list[_Statement], later: _Statement, previous: _Statement) -> bool:
    """Others besides those told, or another side of the same fight."""
    low, _ = _sum(chosen)
    if low is None or later.low is None:
        return False
    sides = {s for c in chosen for s in c.sides}
    if all(m.further for m in later.wholes):
        told = {m.low for c in chosen for m in c.wholes} | {c.size for c in chosen}
        return previous in chosen and later.size not in told - {1}
    known = {side for side, _ in sides}
    if "unknown" in known or any(side == "unknown" for side, _ in later.sides):
        return False
    return not (later.sides & sides)


def _other_side(chosen: list[_Statement], later: _Statement) -> bool:
    """The dead of the two sides of one fight, wherever they are told: "58 soldiers", then "27 jihadists".

    So are civilians and fighters, where the text says "also".
    """
    if later.low is None or any(m.rival or m.total for m in later.wholes):
        return False
    wholes = [m for c in chosen for m in c.wholes]
    sides = {_fought_for(m) for m in wholes}, {_fought_for(m) for m in later.wholes}
    if sides in (({"state"}, {"other"}), ({"other"}, {"state"})):
        return True
    told, people = {m.who for m in wholes}, {m.who for m in later.wholes}
    apart = "unknown" not in told | people and not told & people
    attackers = sides[1] == {"other"} and not {m.people for m in wholes} & {m.people for m in later.wholes}
    return all(m.further for m in later.wholes) and (apart or (attackers and "unknown" not in told))


def _fought_for(mention: TollMention) -> str | None:
    """Whether a state, somebody else or neither is told of by the words that name the people."""
    state = _OF_STATES.search(mention.people_text) is not None
    other = _AGAINST_STATES.search(mention.people_text) is not None
    return None if state == other else "state" if state else "other"


def _sum(chosen: list[_Statement]) -> tuple[int | None, int | None]:
    lows = [s.low for s in chosen if s.low is not None]
    highs = [s.high for s in chosen]
    return (sum(lows) if lows else None), (None if None in highs else sum(h for h in highs if h is not None))


def _range(chosen: list[_Statement]) -> CountRange:
    if not chosen:
        return UNTOLD
    low, high = _sum(chosen)
    spans = dict.fromkeys(m.span for s in chosen for m in s.wholes)
    return CountRange(low, high, tuple(spans))


def _civilians(chosen: list[_Statement]) -> CountRange:
    """Civilians among the killed: where the whole is theirs, the whole; else what is told as their part."""
    wholes = [m for s in chosen for m in s.wholes if m.group in CIVILIANS]
    if wholes:
        return _range([_Statement(tuple(wholes), ())])
    stated = [m for s in chosen for m in s.parts if m.group == "civilians"]
    if stated:
        return _range([_Statement(tuple(stated), ())])
    found = [m for s in chosen for m in s.parts if m.group in CIVILIANS and m.low is not None]
    if not found:
        return UNTOLD
    return CountRange(sum(m.low or 0 for m in found), None, tuple(m.span for m in found))


def _of_group(chosen: list[_Statement], group: str) -> int | None:
    lows = [m.low for s in chosen for m in (*s.wholes, *s.parts) if m.group == group and m.low is not None]
    return sum(lows) if lows else None


def _victims(wholes: list[TollMention]) -> Victims:
    sides = {m.who for m in wholes} - {"unknown"}
    if len(sides) == 2:
        return "mixed"
    if sides == {"civilians"}:
        return "civilians"
    return "combatants" if sides else "unknown"
