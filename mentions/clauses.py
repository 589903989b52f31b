"""Clauses: the stretch of a sentence inside which place, date, toll and act are said of each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

# How a clause hangs on the one before it. `same`: usually the same incident told on ("killed when a shell hit");
# `and`: a new subject, of the same incident or of another; `apart`: usually another incident ("while", "in response to", ";"); `earlier`: what came before ("came after").
Link = Literal["first", "same", "and", "apart", "earlier"]

_APART = (
    r"after which|before which|while|whereas|meanwhile|but|elsewhere|separately|in response to|in retaliation for|in revenge for|"
    r"in a separate|in another|in other|hours after|days after|a day after|the day after|one day after|weeks after|"
    r"after (?:a|an|the) (?:deadly|earlier|previous|major|similar|recent)|following (?:a|an|the)|similar to"
)
_EARLIER = r"(?:which |that )?(?:came|comes|come) (?:just |only )?(?:a |one |two |three )?(?:days?|hours?|weeks?)? ?after"
_SAME = r"when|where|as|after|before|which|who|whose|in which|during which|because|since|although|though|that"
_BOUNDARY = re.compile(
    rf";|:\s|\s-\s|\n|,?\s(?P<earlier>{_EARLIER})\b|,?\s(?P<apart>{_APART})\b|,?\s(?P<same>{_SAME})\s|,\s",
    re.IGNORECASE,
)
_VERB = re.compile(r"\b(?:was|were|had|has|have|hit|struck|\w+ed|killing|leaving|died|fell)\b", re.IGNORECASE)
# "and" opens a clause only where a new subject follows: a determiner or a number, then a verb soon after.
_AND = re.compile(
    r",?\s(?:and|then)\s(?=(?:\w+\s){0,1}(?:another|other|others|two|three|four|five|six|\d+|a|an|the|its|their|his)\s"
    r"(?:[\w-]+\s){1,5}(?:was|were|had|has|have|hit|struck|targeted|killed|wounded|injured|shelled|bombed)\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence: offsets into the field, and how it hangs on the one before."""

    start: int
    end: int
    link: Link


def clauses_of(flat: str, start: int, end: int) -> tuple[Clause, ...]:
    """The clauses of one sentence, covering it without gaps. Commas alone do not cut: texts often lost theirs."""
    cuts: list[tuple[int, Link]] = []
    for mark in _BOUNDARY.finditer(flat, start, end):
        link = _link(mark)
        if link is not None:
            cuts.append((mark.start(), link))
    cuts += [(m.start(), "and") for m in _AND.finditer(flat, start, end)]
    cuts.sort(key=lambda c: c[0])
    out: list[Clause] = []
    begin = start
    how: Link = "first"
    for at, link in cuts:
        if link == "and" and not _VERB.search(flat, begin, at):
            continue
        if at - begin < 2:
            how = link if how in ("first", "and") or link == "apart" else how
            continue
        out.append(Clause(begin, at, how))
        begin, how = at, link
    out.append(Clause(begin, end, how))
    return tuple(out)


def _link(mark: re.Match[str]) -> Link | None:
    if mark["earlier"]:
        return "earlier"
    if mark["apart"]:
        return "apart"
    if mark["same"]:
        return "same"
    return "apart" if mark[0] == ";" or "\n" in mark[0] else None
