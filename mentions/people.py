"""The people a passage counts: "at least 22 civilians", "a tribal elder and his two guards", "him"."""

from __future__ import annotations

from typing import Literal, NamedTuple

from mentions.function_words import ARTICLES, CLOSED, DEFINITE, ORDINALS, POSSESSIVE, SINGULAR_PRONOUNS
from mentions.noun_run import Run, read_run
from mentions.numerals import read_quantity
from mentions.toll_tokens import Token
from mentions.toll_words import Group, Noun, PeopleWords, Side

OCCUPATION_ENDINGS = ("man", "woman", "ist", "er", "or", "eer")
LONGEST_NAME = 8
FURTHER = frozenset({"another", "further", "additional", "other", "others", "more"})
ToldAs = Literal["number", "article", "the", "possessive", "name", "bare", "pronoun"]


class People(NamedTuple):
    """One counted noun phrase. Tokens first to end (exclusive)."""

    first: int
    end: int
    low: int | None
    high: int | None
    counted: bool
    group: Group
    side: Side
    lemma: str
    """The singular of the counted noun; empty where the number stands alone or the noun is not known."""
    attacker: bool
    told_as: ToldAs
    """How it is introduced; an article and a name side by side are one person."""
    further: bool
    """Besides others: "16 others", "another 30", "two more"."""


def read_people(tokens: list[Token], i: int, words: PeopleWords) -> People | None:
    """One noun phrase of people that begins at token i, or None where it is not people."""
    if i >= len(tokens):
        return None
    word = tokens[i].low
    if word in SINGULAR_PRONOUNS:
        return People(i, i + 1, 1, 1, True, "all", "unknown", "", False, "pronoun", False)
    quantity = read_quantity(tokens, i)
    if quantity is not None:
        return _counted(tokens, i, quantity, words)
    if word in {"both", "twins"}:
        return _counted(tokens, i, (i + 1, 2, 2), words)
    if word in {"others", "them", "civilians"} and word not in words.nouns:
        return None
    j = i + 1 if word in ARTICLES or word in DEFINITE else i
    if j + 1 < len(tokens) and tokens[j].low == "'" and tokens[j + 1].low == "s":
        j += 2
    if word in ARTICLES and j < len(tokens) and tokens[j].low in ORDINALS:
        bare = tokens[j].low != "second"  # "a second" alone is more often a thing or a moment
        j += 1
        if bare and (j >= len(tokens) or tokens[j].low in CLOSED or not tokens[j].low[0].isalpha()):
            return People(i, j, 1, 1, True, "all", "unknown", "", False, "number", True)
    run = read_run(tokens, j, words, LONGEST_NAME)
    band = _band(tokens, i, run, words)
    if band is not None:
        return band
    if run.thing or run.end == j:
        return (
            People(i, i + 1, 1, 1, True, "all", "unknown", "", False, "number", True)
            if word == "another"
            else None
        )
    return _uncounted(tokens, i, run, words)


def _counted(
    tokens: list[Token], i: int, quantity: tuple[int, int | None, int | None], words: PeopleWords
) -> People | None:
    """A number and what it counts; a bare number is people until a noun says otherwise."""
    j, low, high = quantity
    further = any(
        t.low in FURTHER and not (n + 1 < len(tokens) and tokens[n + 1].low == "than")
        for n, t in enumerate(tokens[i : j + 1], i)
    )
    counted = low is not None or high is not None
    if j + 1 < len(tokens) and tokens[j].low == "of":
        if tokens[j + 1].low in {"them", "whom", "us", "those", "which"}:
            return People(i, j + 2, low, high, counted, "all", "unknown", "", False, "number", False)
        whole = read_quantity(tokens, j + 1)
        j = whole[0] if whole is not None else j + (2 if tokens[j + 1].low in DEFINITE | {"these"} else 1)
    run = read_run(tokens, j, words, 9)
    if run.thing:
        return None
    noun = run.noun
    if noun is None and not counted:
        return None
    if noun is not None and noun.size is not None and low == high == 1:
        low = high = noun.size
    group: Group = noun.group if noun else "all"
    side = _side(noun, run.side)
    if group == "all" and side != "unknown":
        group = side
    return People(
        i, run.end, low, high, counted, group, side, noun.lemma if noun else "", bool(noun and noun.attacker),
        "number", further,
    )  # fmt: skip


def _side(noun: Noun | None, around: Side) -> Side:
    return noun.side if noun is not None and noun.side != "unknown" else around


def _uncounted(tokens: list[Token], i: int, run: Run, words: PeopleWords) -> People | None:
    """ "a journalist", "the imam", "chief of police", a name: one; "soldiers", "the rebels": not told."""
    word = tokens[i].low
    noun = run.noun
    article, definite = word in ARTICLES, word in DEFINITE
    told_as: ToldAs = (
        "article" if article else "possessive" if word in POSSESSIVE else "the" if definite
        else "name" if run.name and noun is None else "bare"
    )  # fmt: skip
    low: int | None
    if noun is not None:
        low = noun.size if noun.size else None if noun.plural else 1
        if low == 1 and not (article or definite) and noun.lemma in {"other", "life", "native", "local"}:
            return None
        if word == "their" and low == 1 and noun.group == "all":
            low = None
    elif tokens[run.end - 1].low in words.groups and (article or definite):
        low = None
    elif run.name and tokens[run.end - 1].low in words.things:
        return None
    elif (
        (run.name and not article)
        or ((article or definite) and run.words and tokens[run.end - 1].low.endswith(OCCUPATION_ENDINGS))
        or (article and run.name)
    ):
        low = 1
    else:
        return None
    group: Group = noun.group if noun else "all"
    side = _side(noun, run.side)
    if group == "all" and side != "unknown":
        group = side
    return People(
        i, run.end, low, low, low is not None, group, side, noun.lemma if noun else "",
        bool(noun and noun.attacker),
        told_as, word == "another",
    )  # fmt: skip


def _band(tokens: list[Token], i: int, run: Run, words: PeopleWords) -> People | None:
    """ "a family of five", "a group of 12 men": as many as the number after "of"."""
    if (
        run.end + 1 >= len(tokens)
        or tokens[run.end - 1].low not in words.bands
        or tokens[run.end].low != "of"
    ):
        return None
    quantity = read_quantity(tokens, run.end + 1)
    if quantity is None or quantity[1] is None:
        return None
    inner = _counted(tokens, run.end + 1, quantity, words)
    if inner is None:
        return None
    side = inner.side if inner.side != "unknown" else run.side
    group: Group = side if inner.group == "all" and side != "unknown" else inner.group
    return inner._replace(first=i, side=side, group=group)
