"""Verb groups: which voice an act is told in, and whether it is told as having happened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mentions.function_words import (
    ARTICLES,
    BE,
    FINITE,
    HAVE,
    IN_VERB_GROUP,
    INTENT,
    MODAL,
    NEGATIONS,
    PARTICIPLES,
    REPORTED,
    is_adverb,
)  # fmt: skip
from mentions.toll_tokens import Token, is_modal_may

_PARTICLES = frozenset({"at", "on", "upon", "up", "down"})


@dataclass(frozen=True, slots=True)
class VerbGroup:
    first: int
    voice: str
    """`passive` with a form of be, `active` with have alone, else `bare`."""
    singular: bool | None
    unreal: bool


def verb_group(tokens: list[Token], i: int) -> VerbGroup:
    """Back over auxiliaries and adverbs: "are believed to have been killed", "did not kill"."""
    k = i
    be = have = modal = to = raised = False
    singular: bool | None = None
    unreal = False
    firm = i
    while k > 0:
        word = tokens[k - 1].low
        if word in BE:
            be = be or not raised
            singular = _number(word, singular)
        elif word in HAVE:
            have = True
            singular = _number(word, singular)
        elif word in MODAL and (word != "may" or is_modal_may(tokens[k - 1])):
            modal = True
        elif word in NEGATIONS:
            unreal = True
        elif word == "to" and k < i and tokens[k].low in ARTICLES | {"the"}:
            break  # "led to the death of": a noun, no infinitive
        elif word == "to":
            to = not have and not (k > 1 and tokens[k - 2].low in REPORTED)
            unreal |= to
            raised = True
        elif word == "and" and (back := _participle_before(tokens, k - 1)):
            k -= back
        elif word in IN_VERB_GROUP or is_adverb(word):
            k -= 1
            continue
        else:
            break
        k -= 1
        firm = k
    k = firm
    if k > 1 and tokens[k - 1].low in {"of", "at"} and tokens[k - 2].low in INTENT:
        unreal = True
    voice = "passive" if be else "active" if have else "bare"
    return VerbGroup(k, voice, singular, unreal or modal)


def _number(word: str, known: bool | None) -> bool | None:
    if word in {"was", "is", "has", "gets"}:
        return True
    if word in {"were", "are", "have"}:
        return False
    return known


def _participle_before(tokens: list[Token], i: int) -> int:
    """ "was abducted and killed", "was shot at and injured": how many words the first participle has, or 0.

    The auxiliary stands before it.
    """
    back = 2 if i > 2 and tokens[i - 1].low in _PARTICLES else 1
    at = i - back
    if at < 1 or not (tokens[at].low.endswith("ed") or tokens[at].low in PARTICIPLES):
        return 0
    return back if any(t.low in {"was", "were", "been", "being"} for t in tokens[max(0, at - 2) : at]) else 0


def has_finite_verb(gap: Sequence[Token]) -> bool:
    """Whether a verb of its own stands in the gap; "believed to be" is none."""
    return any(t.low in FINITE and (n == 0 or gap[n - 1].low != "to") for n, t in enumerate(gap))
