"""The patterns that decide between kinds of act, built on first use from `words/kinds.yml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from mentions.gated import Gated
from mentions.word_lists import gapped_groups_of, read_lists

_LISTS = frozenset(
    {
        "armed_owners", "armed_posts", "armed_targets", "armed_people", "done_to", "done_passive", "disarmed",
        "civilians", "state_side", "non_state_side", "driven_out", "without_fight", "fought", "weapons",
        "people", "ground", "harmed", "killed", "riot_gas", "war_gas", "laid", "on_foot", "then_killed",
        "one_sided", "fought_back", "rounded_up",
    }
)  # fmt: skip

# A word between an act and whom it hit: "killed two suspected rebels", not "killed two in a rebel town".
_OBJECT_WORD = r"(?!(?:in|at|by|from|near|with|when|as|after|to|and|who)\b)[\w'()-]+"


@dataclass(frozen=True, slots=True)
class KindWords:
    """`words/kinds.yml` says what each list is for. Read on lower-case text."""

    armed_target: Gated
    """An armed post, or armed people wherever they stand."""
    armed_people: Gated
    armed_victims: Gated
    """Armed people to whom something was done."""
    disarmed: Gated
    civilians: Gated
    state_side: Gated
    non_state_side: Gated
    driven_out: Gated
    """Searched from the end of a side on: that side lost."""
    without_fight: Gated
    fought: Gated
    weapons: Gated
    taken_people: Gated
    """ "Captured two soldiers"."""
    people_taken: Gated
    """ "A priest was seized"."""
    people_freed: Gated
    """ "Two pilots were freed"."""
    ground: Gated
    harmed: Gated
    killed: Gated
    riot_gas: Gated
    war_gas: Gated
    dropped_bombs: Gated
    """A state's bombs fall from the air; a group's go off."""
    on_foot: Gated
    then_killed: Gated
    one_sided: Gated
    """Words for a fight that one side alone can begin."""
    fought_back: Gated
    rounded_up: Gated


@cache
def kind_words() -> KindWords:
    """The patterns, compiled on first use. Raises LexiconError where the lists are wrong."""
    lists = read_lists("kinds", _LISTS)
    some = gapped_groups_of(lists)
    plain = {name: Gated(rf"\b{group}\b") for name, group in some.items()}
    not_laid = "".join(rf"(?<!{word} )" for word in lists["laid"])
    return KindWords(
        armed_target=Gated(
            rf"\b(?:{some['armed_owners']} {some['armed_posts']}|{some['armed_targets']})\b"
        ),
        armed_people=plain["armed_people"],
        armed_victims=Gated(
            rf"\b{some['done_to']} (?:{_OBJECT_WORD} ){{0,6}}?{some['armed_people']}\b|"
            rf"\b{some['armed_people']} (?:[\w'-]+ ){{0,3}}?{some['done_passive']}\b"
        ),
        disarmed=plain["disarmed"],
        civilians=plain["civilians"],
        state_side=plain["state_side"],
        non_state_side=plain["non_state_side"],
        driven_out=Gated(rf"[^,;]{{0,40}}?\b{some['driven_out']}\b"),
        without_fight=plain["without_fight"],
        fought=plain["fought"],
        weapons=plain["weapons"],
        taken_people=Gated(
            rf"\b(?:captur|seiz)(?:ed|ing|es) (?:{_OBJECT_WORD} ){{0,3}}?{some['people']}\b"
        ),
        people_taken=Gated(
            rf"\b(?:he|she|who|they|{some['people']})"
            r"(?:,? (?:known as|nicknamed|named|called|alias|identified as)(?: [\w'-]+){1,3},?)?"
            r" (?:was|were|been|had been) (?:captured|seized)\b"
        ),
        people_freed=Gated(
            rf"\b{some['people']}\b[^,.;]{{0,40}}? (?:was|were|been) (?:freed|released|liberated)\b|"
            rf"\b(?:free[ds]|freeing|liberated) (?:{_OBJECT_WORD} ){{0,3}}?{some['people']}\b"
        ),
        ground=plain["ground"],
        harmed=plain["harmed"],
        killed=plain["killed"],
        riot_gas=plain["riot_gas"],
        war_gas=plain["war_gas"],
        dropped_bombs=Gated(rf"{not_laid}\bbombs?\b"),
        on_foot=plain["on_foot"],
        then_killed=plain["then_killed"],
        one_sided=plain["one_sided"],
        fought_back=plain["fought_back"],
        rounded_up=plain["rounded_up"],
    )
