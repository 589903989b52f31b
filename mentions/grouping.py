"""Which trigger words of a sentence tell of one event together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from mentions.clauses import Clause
from mentions.triggers import Hit

# Between an arrest and the act that it is for.
_OVER = re.compile(
    r"\b(?:over|for|in connection with|in relation to|linked to|connected to|suspected of|accused of"
    r"|blamed for|behind|suspected in|involved in|responsible for)"
    r"(?: (?:involvement in|a role in|carrying out|planning|plotting))?"
    r" (?:an?|the|[a-z]+day's|last [a-z]+'s|two|three|several)(?: [\w'-]+){0,3} ?$"
)
_TERRITORY = frozenset(("Government regains territory", "Non-state actor overtakes territory"))
_WHICH_HAD = re.compile(r"\b(?:which|that) (?:[\w'-]+ ){1,5}had (?:[a-z]+ly )?$")
_IN_ANOTHER = re.compile(r"\W*in (?:a separate|a second|another)\b")
# What befell others than those of the clauses before it: "as a civilian was shot dead in other violence".
_OTHER_VIOLENCE = re.compile(
    r"\bin (?:other|separate|unrelated|another|a separate|an unrelated|a different) (?:[\w-]+ )?"
    r"(?:violence|fighting|unrest|(?:attack|incident|clash|shooting|blast|explosion|bombing|raid|strike)(?:e?s)?)\b"
)
# An act that is not told as known: "in a blast", "their vehicle hit a mine".
_A_NEW_ACT = re.compile(r"\b(?:an?|another|other|separate|unrelated)(?: [\w-]+){0,2} $")
_ON_A_MINE = re.compile(r" (?:an?|another) (?:[\w-]+ ){0,2}?(?:land ?mine|mine|bomb|device|ied)\b")
# Characters between two words for victims of one act: "two were killed and six wounded".
_ONE_BREATH = 25
_ROLE_RANK = {"act": 0, "generic": 1, "outcome": 2}
# Kinds in which nobody dies.
_BLOODLESS = frozenset(("Change to group/activity", "Agreement", "Headquarters or base established"))
_CROWDS = frozenset(("Peaceful protest", "Protest with intervention", "Excessive force against protesters"))
# Kinds that tell of one incident when they stand in one sentence: a bomb that a suicide bomber set off.
_FAMILIES = (
    frozenset(("Suicide bomb", "Remote explosive/landmine/IED", "Attack")),
    frozenset(("Air/drone strike", "Shelling/artillery/missile attack", "Chemical weapon")),
    frozenset(
        ("Armed clash", "Attack", "Government regains territory", "Non-state actor overtakes territory")
    ),
    frozenset(
        (
            "Peaceful protest",
            "Violent demonstration",
            "Mob violence",
            "Arrests",
            "Looting/property destruction",
            "Attack",
        )
    ),
    frozenset(
        ("Attack", "Abduction/forced disappearance", "Sexual violence", "Looting/property destruction")
    ),
    frozenset(("Grenade", "Remote explosive/landmine/IED", "Attack")),
    frozenset(("Arrests", "Disrupted weapons use")),
    frozenset(("Chemical weapon", "Attack")),
)


@dataclass(frozen=True, slots=True)
class Group:
    """Trigger words of one event in one sentence, and the stretch of the sentence that is about it."""

    hits: tuple[Hit, ...]
    start: int
    end: int
    reason: bool = False
    """Whether it is the act that somebody was arrested for in the clause before it."""
    other: bool = False
    """Whether it is told as other violence than that of the clauses before it."""

    @property
    def by_weight(self) -> list[Hit]:
        """The hits, those first that say most of the kind of act."""
        return sorted(self.hits, key=lambda h: (_ROLE_RANK[h.entry.role], h.start))

    @property
    def lead(self) -> Hit:
        """The hit that says most of the kind of act; the first of them."""
        return self.by_weight[0]


def compatible(one: str, other: str) -> bool:
    """Whether two sub-event types can be two words for one incident."""
    return one == other or any(one in family and other in family for family in _FAMILIES)


def tells_other_violence(low: str) -> bool:
    """Whether a clause sets what it tells apart from the clauses before it: "shot dead in other violence"."""
    return _OTHER_VIOLENCE.search(low) is not None


def group_hits(
    low: str, hits: Sequence[Hit], clauses: Sequence[Clause], sentence: tuple[int, int]
) -> list[Group]:
    """The hits of one sentence, in order, as groups. Their stretches cover it without overlap, but for an end
    that tells what came before.

    Within a clause all hits go together; over a clause that tells on ("killed when a shell hit") they go
    together unless two different acts are told; a clause that opens another incident ("while", ";", "came
    after") starts a new group, except where it only tells of more victims.
    """
    at = [_clause_of(clauses, h) for h in hits]
    groups: list[list[int]] = []
    reasons: set[int] = set()
    others: set[int] = set()
    other_until = 0
    for i in range(len(hits)):
        if groups and hits[i].start < other_until:
            groups[-1].append(i)
        elif groups and (other_until := _end_of_other(low, hits, clauses, at, groups[-1][-1], i)):
            others.add(i)
            groups.append([i])
        elif groups and (theirs := _of_another(low, hits, clauses, at, groups[-1], i)):
            groups[-1] = groups[-1][:-theirs]
            groups = [*(g for g in groups if g), [*range(i - theirs, i), i]]
        elif groups and _had_been_taken(low, hits[groups[-1][-1]], hits[i]):
            groups.append([i])
        elif groups and _is_reason(low, hits[groups[-1][-1]], hits[i]):
            reasons.add(i)
            groups.append([i])
        elif groups and _together(low, hits, clauses, at, groups[-1], i):
            groups[-1].append(i)
        else:
            groups.append([i])
    grouped = _with_stretches(low, hits, clauses, at, groups, sentence)
    return [
        replace(group, reason=members[0] in reasons, other=members[0] in others)
        for group, members in zip(grouped, groups, strict=True)
    ]


def _of_another(
    low: str, hits: Sequence[Hit], clauses: Sequence[Clause], at: Sequence[int], group: Sequence[int], i: int
) -> int:
    """How many of the last hits tell of the victims of hit i: "six were killed in another strike"."""
    clause = clauses[at[i]]
    if _IN_ANOTHER.match(low, clause.start) is None or at[i] - 1 != at[group[-1]]:
        return 0
    if any(at[j] == at[i] and hits[j].entry.role == "outcome" for j in range(i + 1, len(hits))):
        return 0  # "and in another strike four died"
    victims = [j for j in group if at[j] == at[i] - 1 and hits[j].entry.role == "outcome"]
    apart = len(victims) < len(group) or any(
        hits[two].start - hits[one].end > _ONE_BREATH for one, two in pairwise(victims)
    )
    if not victims or not apart:
        return len(victims)
    # "A bomb killed nine in X and four were hurt in another blast": the four.
    before, last = group[-2], group[-1]
    begins = at[before] < at[last] or " and " in low[hits[before].end : hits[last].start]
    return 1 if last in victims and begins else 0


def _had_been_taken(low: str, before: Hit, act: Hit) -> bool:
    """ "The blast hit a village which the rebels had seized on Thursday": the taking came before."""
    taken = act.entry.sub_event_type in _TERRITORY and act.entry.role == "act"
    return (
        taken
        and before.entry.sub_event_type not in _TERRITORY
        and _WHICH_HAD.search(low, before.end, act.start) is not None
    )


def _is_reason(low: str, arrest: Hit, act: Hit) -> bool:
    """ "Arrested three men over a blast that killed nine": the blast is another event, told to explain."""
    noun = act.entry.form == "noun" and act.entry.role != "outcome"
    return (
        arrest.entry.sub_event_type == "Arrests"
        and noun
        and act.entry.sub_event_type not in ("Arrests", *_BLOODLESS)
        and _OVER.search(low, arrest.end, act.start) is not None
    )


def _clause_of(clauses: Sequence[Clause], hit: Hit) -> int:
    return max(i for i, c in enumerate(clauses) if c.start <= hit.start)


def _end_of_other(
    low: str, hits: Sequence[Hit], clauses: Sequence[Clause], at: Sequence[int], before: int, i: int
) -> int:
    """Where what a new clause tells of other violence ends: "as a man was shot dead in other violence"."""
    if at[i] == at[before] or hits[i].entry.form == "noun":
        return 0
    own = clauses[at[i]]
    if _OTHER_VIOLENCE.search(low, hits[i].end, own.end) is not None:
        return own.end
    told_on = clauses[at[i] + 1 : at[i] + 2]
    return next((c.end for c in told_on if _OTHER_VIOLENCE.match(low, c.start + 1, c.end)), 0)


def _has_its_own_act(
    low: str, hits: Sequence[Hit], clauses: Sequence[Clause], at: Sequence[int], i: int
) -> bool:
    """ "While three soldiers died when their vehicle hit a mine": what killed these is told as new."""
    for j in range(i + 1, len(hits)):
        if any(clauses[c].link != "same" for c in range(at[i] + 1, at[j] + 1)):
            return False
        hit = hits[j]
        if hit.entry.role == "act":
            return True
        if hit.entry.role == "generic" and (
            _A_NEW_ACT.search(low, max(0, hit.start - 30), hit.start)
            if hit.entry.form == "noun"
            else _ON_A_MINE.match(low, hit.end)
        ):
            return True
    return False


def _together(
    low: str, hits: Sequence[Hit], clauses: Sequence[Clause], at: list[int], group: list[int], i: int
) -> bool:
    links = {clauses[c].link for c in range(at[group[-1]] + 1, at[i] + 1)}
    if not links:
        return True
    if "earlier" in links:
        return False
    outcome_only = hits[i].entry.role == "outcome"
    acts = [hits[j].entry.sub_event_type for j in group if hits[j].entry.role == "act"]
    if links == {"and"} and acts and _CROWDS.issuperset(acts) and hits[i].entry.sub_event_type == "Attack":
        # "Thousands marched to the fence and 15 were killed by gunfire": the crowd's own dead.
        return True
    if links == {"and"} and not any(hits[j].entry.role == "act" for j in group):
        return True
    if "apart" in links and outcome_only and _has_its_own_act(low, hits, clauses, at, i):
        return False
    if links & {"apart", "and"}:
        return outcome_only and not any(
            h.entry.role == "act" and at[j] >= at[i] for j, h in enumerate(hits) if j > i
        )
    if outcome_only and acts and all(a in _BLOODLESS for a in acts):
        # "Soldiers patrolled X after the governor was killed in Y": nobody dies of a patrol.
        return False
    if hits[i].entry.role != "act" or not acts:
        return True
    return all(compatible(a, hits[i].entry.sub_event_type) for a in acts)


def _with_stretches(
    low: str,
    hits: Sequence[Hit],
    clauses: Sequence[Clause],
    at: list[int],
    groups: list[list[int]],
    sentence: tuple[int, int],
) -> list[Group]:
    out: list[Group] = []
    for n, members in enumerate(groups):
        start = sentence[0] if n == 0 else clauses[at[members[0]]].start
        if n and at[members[0]] == at[groups[n - 1][-1]]:
            start = hits[members[0]].start
            joint = low.rfind(" and ", hits[groups[n - 1][-1]].end, start)
            if joint >= 0 and at[members[0]] < at[members[-1]]:
                # "A bomb killed nine and four were hurt in another blast": the four go with it.
                start = joint
        out.append(Group(tuple(hits[j] for j in members), start, sentence[1]))
    last = at[groups[-1][-1]]
    # "The raid came after the order was given on Monday": what came before it is told of without an act.
    end = next((c.start for c in clauses[last + 1 :] if c.link == "earlier"), sentence[1])
    ends = [*(g.start for g in out[1:]), end]
    return [Group(g.hits, g.start, end) for g, end in zip(out, ends, strict=True)]
