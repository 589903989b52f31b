"""The words from a number or a determiner up to the noun: who or what they say is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mentions.function_words import ARTICLES, CLOSED, DEFINITE, SINGULAR_PRONOUNS, is_adverb
from mentions.number_words import FIRST_WORDS, SIMPLE, VAGUE
from mentions.toll_tokens import Token
from mentions.toll_words import Noun, PeopleWords, Side, act_words, people_words

AGE = re.compile(
    r"\d{1,3}-(?:year|month|week|day)s?(?:-old)?|\d+-(?:strong|member|man)|[a-z]+-(?:year|month)-old"
)
_OF_A_STATES_MEDIA = frozenset({"news", "media", "television", "tv", "radio", "run", "broadcaster"})
FIRST = FIRST_WORDS | ARTICLES | DEFINITE | SINGULAR_PRONOUNS | {"both", "twins"}


class Run(NamedTuple):
    """The words after a number or determiner, up to the head noun and its of-phrase."""

    end: int
    noun: Noun | None
    thing: bool
    side: Side
    name: bool
    words: int


class _Facts(NamedTuple):
    """What the grammar asks of a word, looked up together."""

    noun: Noun | None
    side: Side | None
    """That of a word for a group ("rebel")."""
    begins: bool
    """A phrase of people can begin with it, without a capital too."""
    breaks: bool
    """It begins a phrase of an act."""
    thing: bool
    stops: bool
    """No name and no modifier."""
    may_age: bool
    """An age may be told with it."""
    agent: bool
    """It ends as words for people do."""
    verbal: bool


@lru_cache(maxsize=1 << 14)
def _facts(word: str) -> _Facts:
    words, letter = people_words(), word[0].isalpha()
    return _Facts(
        noun=words.nouns.get(word),
        side=words.groups.get(word),
        begins=word in words.nouns or word in FIRST or word in words.bands
        or (word[0].isalnum() and not word.isalpha()),
        breaks=word in act_words().breaking,
        thing=word in words.things,
        stops=not letter or word in CLOSED or word in SIMPLE or word in VAGUE or is_adverb(word),
        may_age="-" in word or word in SIMPLE or not letter,
        agent=word.endswith(("er", "or", "ist")),
        verbal=word.endswith(("ing", "ed")),
    )  # fmt: skip


def beginnings(tokens: Sequence[Token]) -> list[int]:
    """The tokens with which a phrase of people can begin: a quick test before the full one."""
    return [i for i, token in enumerate(tokens) if token.capital or _facts(token.low).begins]


def read_run(tokens: list[Token], i: int, words: PeopleWords, longest: int) -> Run:
    """Modifiers and head noun from token i; the last noun decides whether people or things are meant."""
    noun: Noun | None = None
    thing = False
    side: Side = "unknown"
    names = 0
    k = i
    stop = min(len(tokens), i + longest)
    while k < stop:
        word, capital = tokens[k].low, tokens[k].capital
        facts = _facts(word)
        known = facts.noun
        if facts.may_age:
            if word == "(" and k > i and not (noun and noun.plural):
                close = next((j for j in range(k, min(k + 4, len(tokens))) if tokens[j].low == ")"), None)
                if close is None:
                    break
                k = close + 1
                continue
            age = _age(tokens, k)
            if age:
                k += age
                continue
        if known is not None and not (capital and noun is not None and noun.plural):
            if noun is not None and noun.plural and not known.plural:
                break
            noun, thing = known, False
        elif facts.breaks:
            break
        elif facts.side is not None:
            side = facts.side
        elif facts.thing and word == "state" and _are_of_media(tokens, k + 1):
            break
        elif facts.thing and not (capital and k > 0):
            if noun is not None and noun.plural:
                break
            noun, thing = None, True
        elif (
            facts.stops
            or (noun is not None and (noun.plural or not (capital or _noun_follows(tokens, k, words, noun))))
            or (not capital and ((thing and not facts.agent) or (k > i and facts.verbal)))
        ):
            break
        else:
            names += capital and not tokens[k].shouted
            thing = False
        k += 1
    if noun is not None and not thing:
        k, side = _of_phrase(tokens, k, words, side)
    return Run(k, noun, thing and noun is None, side, names == k - i and names > 0, k - i)


def _are_of_media(tokens: list[Token], k: int) -> bool:
    """ "Wounding 11 state media said": the number ends before who says so."""
    return k < len(tokens) and tokens[k].low in _OF_A_STATES_MEDIA


def _age(tokens: list[Token], k: int) -> int:
    """How many tokens tell an age before a noun: "10-year-old", "seven year old"."""
    word = tokens[k].low
    if word.endswith(("-old", "-olds")) or AGE.fullmatch(word):
        return 1
    if (
        k + 2 < len(tokens)
        and tokens[k + 1].low in {"year", "years", "month", "months"}
        and tokens[k + 2].low == "old"
    ):
        return 3
    return 0


def _noun_follows(tokens: list[Token], k: int, words: PeopleWords, noun: Noun) -> bool:
    """ "a deputy provincial governor", "a rebel command post": a person noun as a modifier of the next."""
    if noun.plural or k + 1 >= len(tokens) or tokens[k].low in CLOSED or not tokens[k].low.isalpha():
        return False
    known = words.nouns.get(tokens[k + 1].low)
    return tokens[k + 1].low in words.things if known is None else not known.plural


def _of_phrase(tokens: list[Token], k: int, words: PeopleWords, side: Side) -> tuple[int, Side]:
    """ "members of the Peace Committee", "chief of the education body": part of the noun phrase."""
    if k >= len(tokens) or tokens[k].low != "of":
        return k, side
    j = k + 1
    acts = act_words().breaking
    while j < len(tokens) and j - k < 9:
        word = tokens[j].low
        if (
            not word[0].isalpha()
            or word in acts
            or (word in CLOSED and word not in {"the", "a", "an", "his", "their", "of"})
        ):
            break
        side = words.groups.get(word, side)
        known = words.nouns.get(word)
        if side == "unknown" and known is not None:
            side = known.side
        j += 1
    return (j, side) if j > k + 1 else (k, side)
