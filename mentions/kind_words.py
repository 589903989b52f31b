"""The patterns that decide between kinds of act, built on first use from `words/kinds.yml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mentions.word_lists import gapped_groups_of, read_lists

_LISTS = frozenset(
    {
        "armed_owners", "armed_posts", "armed_targets", "armed_people", "done_to", "done_passive", "disarmed",
        "civilians", "state_side", "non_state_side", "driven_out", "without_fight", "fought", "weapons",
        "people", "ground", "harmed", "riot_gas", "war_gas", "laid", "then_killed",
    }
)  # fmt: skip

# A word between an act and whom it hit: "killed two suspected rebels", not "killed two in a rebel town".
_OBJECT_WORD = r"(?!(?:in|at|by|from|near|with|when|as|after|to|and|who)\b)[\w'()-]+"


@dataclass(frozen=True, slots=True)
class KindWords:
    """`words/kinds.yml` says what each list is for. Read on lower-case text."""

    armed_target: re.Pattern[str]
    """An armed post, or armed people wherever they stand."""
    armed_people: re.Pattern[str]
    armed_victims: re.Pattern[str]
    """Armed people to whom something was done."""
    disarmed: re.Pattern[str]
    civilians: re.Pattern[str]
    state_side: re.Pattern[str]
    non_state_side: re.Pattern[str]
    driven_out: re.Pattern[str]
    """Searched from the end of a side on: that side lost."""
    without_fight: re.Pattern[str]
    fought: re.Pattern[str]
    weapons: re.Pattern[str]
    taken_people: re.Pattern[str]
    """ "Captured two soldiers"."""
    people_taken: re.Pattern[str]
    """ "A priest was seized"."""
    ground: re.Pattern[str]
    harmed: re.Pattern[str]
    riot_gas: re.Pattern[str]
    war_gas: re.Pattern[str]
    dropped_bombs: re.Pattern[str]
    """A state's bombs fall from the air; a group's go off."""
    then_killed: re.Pattern[str]


@cache
def kind_words() -> KindWords:
    """The patterns, compiled on first use. Raises LexiconError where the lists are wrong."""
    lists = read_lists("kinds", _LISTS)
    some = gapped_groups_of(lists)
    plain = {name: re.compile(rf"\b{group}\b") for name, group in some.items()}
    not_laid = "".join(rf"(?<!{word} )" for word in lists["laid"])
    return KindWords(
        armed_target=re.compile(
            rf"\b(?:{some['armed_owners']} {some['armed_posts']}|{some['armed_targets']})\b"
        ),
        armed_people=plain["armed_people"],
        armed_victims=re.compile(
            rf"\b{some['done_to']} (?:{_OBJECT_WORD} ){{0,6}}?{some['armed_people']}\b|"
            rf"\b{some['armed_people']} (?:[\w'-]+ ){{0,3}}?{some['done_passive']}\b"
        ),
        disarmed=plain["disarmed"],
        civilians=plain["civilians"],
        state_side=plain["state_side"],
        non_state_side=plain["non_state_side"],
        driven_out=re.compile(rf"[^,;]{{0,40}}?\b{some['driven_out']}\b"),
        without_fight=plain["without_fight"],
        fought=plain["fought"],
        weapons=plain["weapons"],
        taken_people=re.compile(
            rf"\b(?:captur|seiz)(?:ed|ing|es) (?:{_OBJECT_WORD} ){{0,3}}?{some['people']}\b"
        ),
        people_taken=re.compile(
            rf"\b(?:he|she|who|they|{some['people']}) (?:was|were|been|had been) (?:captured|seized)\b"
        ),
        ground=plain["ground"],
        harmed=plain["harmed"],
        riot_gas=plain["riot_gas"],
        war_gas=plain["war_gas"],
        dropped_bombs=re.compile(rf"{not_laid}\bbombs?\b"),
        then_killed=plain["then_killed"],
    )
