"""Clauses: the stretch of a sentence inside which place, date, toll and act are said of each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from mentions.gated import Gated
from mentions.word_lists import groups_of, read_lists

Link = Literal["first", "same", "and", "apart", "earlier"]
"""How a clause hangs on the one before it.

`same`: usually the same incident told on ("killed when a shell hit"); `and`: a new subject, of the same
incident or of another; `apart`: usually another incident ("while", "in response to", ";"); `earlier`: what
came before ("came after").
"""

_LISTS = frozenset({"apart", "same", "verb", "new_subject", "its_verb"})
_EARLIER = (
    r"(?:which |that )?(?:came|comes|come) (?:just |only )?(?:a |one |two |three )?"
    r"(?:days?|hours?|weeks?)? ?after"
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Built from `words/clauses.yml`, which says what each list is for."""

    boundary: re.Pattern[str]
    """Its groups `earlier`, `apart`, `same` tell the link of the clause that begins. Read on lower case."""
    verb: re.Pattern[str]
    """Read on lower case."""
    new_subject: Gated
    """ "and" before a new subject and, soon after it, its verb; group `fronted` where a place comes first."""


@cache
def _patterns() -> _Patterns:
    some = groups_of(read_lists("clauses", _LISTS))
    return _Patterns(
        boundary=re.compile(
            # One class first: only where one of these signs stands is anything tried.
            rf"[;:,\s](?:(?<=;)|(?<=:)\s|(?<=\s)-\s|(?<=\n)|(?:(?<=,)\s|(?<=\s))"
            rf"(?:(?P<earlier>{_EARLIER})\b|(?P<apart>{some['apart']})\b|(?P<same>{some['same']})\s)"
            r"|(?<=,)\s)"
        ),
        verb=re.compile(rf"\b{some['verb']}\b"),
        new_subject=Gated(
            rf",?\s(?:and|then)\s(?=(?:\w+\s){{0,1}}{some['new_subject']}\s"
            rf"(?:[\w-]+\s){{1,5}}{some['its_verb']}\b)"
            rf"|(?P<fronted>,)\sand\s(?=(?:in|at|near|outside)\s(?:[a-z]+\s){{0,2}}(?-i:[A-Z])(?:[\w'-]+,?\s){{2,9}}?"
            rf"{some['its_verb']}\b)",
            re.IGNORECASE,
        ),
    )


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a sentence: offsets into the field, and how it hangs on the one before."""

    start: int
    end: int
    link: Link


def clauses_of(flat: str, low: str, start: int, end: int) -> tuple[Clause, ...]:
    """The clauses of one sentence, without gaps. Commas alone do not cut: texts often lost theirs.

    `low` is `flat` in lower case, offset for offset.
    """
    patterns = _patterns()
    cuts: list[tuple[int, Link]] = []
    for mark in patterns.boundary.finditer(low, start, end):
        link = _link(mark)
        if link is not None:
            cuts.append((mark.start(), link))
    for mark in patterns.new_subject.finditer(flat, start, end):
        # ", and in Y a shell hit": a place of its own sets it apart.
        cuts.append((mark.start(), "apart" if mark["fronted"] else "and"))
    cuts.sort(key=lambda c: c[0])
    out: list[Clause] = []
    begin = start
    how: Link = "first"
    for at, link in cuts:
        if link == "and" and not patterns.verb.search(low, begin, at):
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
