"""Whether words point back at an act told before, at another one, or at a count that grew since."""

from __future__ import annotations

import re
from functools import cache

from mentions.grouping import Group
from mentions.mention import DateRange
from mentions.triggers import Hit
from mentions.word_lists import groups_of, read_lists

_LISTS = frozenset({"who", "what", "sort", "setting", "happened"})
_LATER = re.compile(
    r"\W*(?:(?:and|but) )?(?:(?:some |just |a few |two |three |several )?(?:hours?|minutes?|moments?) "
    r"(?:later|afterwards?|earlier|before)|shortly afterwards?|"
    r"(?:later|earlier) (?:on (?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|in the (?:day|evening|afternoon|morning|night)|that (?:day|night|evening)|the same day)|"
    r"elsewhere|separately|meanwhile|in (?:a|another) separate|in another)\b"
)
_BY = re.compile(r"\bby (?:early |late |midday |noon )?(?:on )?$")
_DEFINITE = re.compile(r"\b(?:the|this|that|these|those|such)(?: [\w'-]+){0,2} $")
_RISEN = re.compile(r"\b(?:rose|risen|climbed|increased|jumped|reached|mounted|went up|has hit)\b")
_AMONG = re.compile(r"\b(?:among|of|all|most of) (?:those|the) (?:people )?$")
_FATE = re.compile(r"\W*(?:some|many|most|several|other) (?:of the )?(?:victims|bodies|of them|of those)\b")
_THERE = re.compile(
    r"(?: [\w-]+){0,3}? there\b(?! (?:was|were|is|are|has|have|had|will|would|may|could|can)\b)"
)
_IT_WAS = re.compile(r"\b(?:it|they) (?:was|were) $")
_NEXT = re.compile(r"\b(?:then|also|later|next|earlier|had|again|separately|came|comes|followed|follows)\b")
_SECOND = re.compile(
    r"\b(?:another|a second|a third|a separate|separate|a further|further|more|other)(?: [\w-]+){0,2} $"
)


@cache
def _some() -> dict[str, str]:
    """The word lists, each as a group of a pattern."""
    return groups_of(read_lists("pointing", _LISTS))


@cache
def _doer() -> re.Pattern[str]:
    """Who or what did it, told as known: the subject that opens a sentence."""
    some = _some()
    return re.compile(
        r"\W*(?:the|both|these|those|all(?: of)? the) (?:(?:two|three|four|five|six|masked|armed) )?"
        rf"(?:{some['sort']} )?(?:{some['who']}|{some['what']}) "
    )


@cache
def _one_of_them() -> re.Pattern[str]:
    """ "Two car bombs killed 27. The first went off in X": one of those that the sentence before sums up."""
    some = _some()
    return re.compile(
        r"\W*(?:the (?:first|second|third|fourth|other|latter)|one of them|another one)"
        rf"(?: (?:one|{some['who']}|{some['what']}))?,? (?:(?:was|were|had|then|later|also) )?"
        rf"{some['happened']}\b"
    )


@cache
def _setting() -> re.Pattern[str]:
    return re.compile(rf"{_some()['setting']}\b")


def sets_scene(low: str, hit: Hit) -> bool:
    """ "The incident took place in X": the scene of the act told before, and no act by itself."""
    return _setting().match(low, hit.start) is not None


def is_reference(low: str, group: Group) -> bool:
    """Whether definite nouns alone tell the act: "the attack", which was told before."""
    return all(
        h.entry.form == "noun"
        and h.entry.role != "outcome"
        and _DEFINITE.search(low[max(0, h.start - 30) : h.start])
        for h in group.hits
    )


def points_back(low: str, group: Group) -> bool:
    """Whether victims are told of an act that only a definite noun names, without its kind.

    So does "it was hit at Y" point back, which names neither who nor what hit.
    """
    acts = [h for h in group.hits if h.entry.role != "outcome"]
    if acts and all(_IT_WAS.search(low, max(0, h.start - 12), h.start) for h in acts):
        return True
    return 0 < len(acts) < len(group.hits) and all(
        h.entry.role == "generic"
        and h.entry.form == "noun"
        and _DEFINITE.search(low[max(0, h.start - 30) : h.start])
        for h in acts
    )


def goes_on(low: str, start: int, group: Group) -> bool:
    """Whether its stretch begins with a definite word for who or what did the act told before it.

    "The assailants struck at night", "the bombs fell on a camp": the same act told on; not "the gunmen then
    attacked", "the jets also hit", which tell what they did next.
    """
    began = _doer().match(low, start)
    if began is None:
        return False
    return _NEXT.search(low, began.end(), max(h.end for h in group.hits) + 12) is None


def is_among_them(low: str, start: int, group: Group) -> bool:
    """ "Children were among those killed in the camp": who and where of victims counted before."""
    return any(_AMONG.search(low, max(start, h.start - 30), h.start) for h in group.hits)


def tells_fate(low: str, start: int) -> bool:
    """ "Some victims were burned alive": what befell those who were told of before."""
    return _FATE.match(low, start) is not None


def points_there(low: str, group: Group) -> bool:
    """ "Sixteen were killed there": soon behind the act, and not "there were"."""
    last = max(h.end for h in group.hits)
    return _THERE.match(low, last) is not None


def is_running_toll(low: str, group: Group, day: DateRange) -> bool:
    """ "The death toll rose to 19 on Tuesday": that is the day of the count, not of the act.

    So it is in "the toll of Monday's blast rose to 19 on Tuesday" for the day behind the verb alone, and so
    is the day of "by Tuesday morning 59 lay dead".
    """
    told = [low[h.start : h.end] for h in group.hits]
    only_outcome = all(h.entry.role == "outcome" for h in group.hits)
    if only_outcome and any(_BY.search(low, max(0, s.start - 20), s.start) for s in day.spans):
        return True
    if told[0] != "death toll":
        return False
    first = group.hits[0].end
    return set(told) == {"death toll"} or any(_RISEN.search(low, first, s.start) for s in day.spans[:1])


def is_another(low: str, start: int, group: Group) -> bool:
    """Whether the stretch from `start` on sets itself apart: "an hour later", "a second blast"."""
    if group.other:
        return True
    return _LATER.match(low, start) is not None or _one_of_them().match(low, start) is not None or any(
        _SECOND.search(low[max(start, h.start - 40) : h.start])
        for h in group.hits
        if h.entry.role != "outcome"
    )
