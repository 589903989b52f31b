"""The words of a sentence that tell of people killed or injured, and which of them belong together."""

from __future__ import annotations

from typing import NamedTuple

from mentions.function_words import is_adverb
from mentions.toll_tokens import Token
from mentions.toll_words import Act, Form, act_words

# "Had died of serious injuries" is no "had ... injuries".
_ENDS_GAP = frozenset({",", ";", "and", "died", "killed", "dead"})


class FoundAct(NamedTuple):
    """One act phrase in the tokens, and the run of acts it is joined to ("killed and wounded")."""

    first: int
    end: int
    act: Act
    form: Form
    fighters_only: bool
    group_first: int
    group_end: int
    mixed: bool = False
    """Whether that run tells of killed and of injured: one number for both together."""


def find_acts(tokens: list[Token]) -> list[FoundAct]:
    """The act phrases, longest first at each place; "killed or wounded" leaves open which, and is dropped."""
    table = act_words().by_first
    found: list[FoundAct] = []
    free, last = 0, len(tokens) - 1
    for i in [i for i, token in enumerate(tokens) if token.low in table]:
        if i < free:
            continue
        following = tokens[i + 1].low if i < last else ""
        for word in table[tokens[i].low]:
            if len(word.words) == 1:
                stop: int | None = i + 1
            elif word.words[1] in (following, "..."):
                stop = match_phrase(tokens, i, word.words)
            else:
                continue
            if stop is not None:
                found.append(FoundAct(i, stop, word.act, word.form, word.fighters_only, i, stop))
                free = stop
                break
    return _join(tokens, found)


def match_phrase(tokens: list[Token], i: int, words: tuple[str, ...]) -> int | None:
    """Where a phrase that begins at token i ends; "..." in it is up to five words without a comma."""
    if words[1] != "..." and (i + 1 >= len(tokens) or tokens[i + 1].low != words[1]):
        return None
    k = i
    for n, word in enumerate(words):
        if word == "...":
            ahead = (
                j
                for j in range(k, min(k + 6, len(tokens)))
                if tokens[j].low == words[n + 1] or tokens[j].low in _ENDS_GAP
            )
            stop = next(ahead, None)
            if stop is None:
                return None
            k = stop
            continue
        if k >= len(tokens) or tokens[k].low != word:
            return None
        k += 1
    return k


def _join(tokens: list[Token], acts: list[FoundAct]) -> list[FoundAct]:
    """Acts joined by "and" share their people; acts joined by "or" are unclear."""
    kept: list[FoundAct] = []
    n = 0
    while n < len(acts):
        run = [acts[n]]
        unclear = False
        while n + 1 < len(acts):
            between = [t.low for t in tokens[run[-1].end : acts[n + 1].first] if not is_adverb(t.low)]
            if between not in (["and"], ["or"], ["/"], ["and", "/", "or"], ["nor"]) or "among" in (
                run[0].form,
                acts[n + 1].form,
            ):
                break
            unclear |= between != ["and"]
            n += 1
            run.append(acts[n])
        n += 1
        if len(run) == 1:
            kept += run
        elif not unclear:
            mixed = len({a.act for a in run}) > 1
            kept += [a._replace(group_first=run[0].first, group_end=run[-1].end, mixed=mixed) for a in run]
    return kept
