"""The patterns that decide between kinds of act, built on first use from `words/kinds.yml`."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from mentions.gated import Gated
from mentions.word_lists import gapped_groups_of, read_lists

_LISTS = frozenset(
    {
        "armed_owners", "armed_posts", "armed_targets", "armed_people", "done_to", "done_passive", "disarmed",
        "civilians", "state_side", "non_state_side", "driven_out", "without_fight", "fought", "weapons",
        "people", "ground", "harmed", "killed", "riot_gas", "war_gas", "laid", "on_foot", "then_killed",
        "one_sided", "fought_back", "rounded_up", "fell_from_above", "while_clearing", "bombers_hit",
        "spoils",
    }
)  # fmt: skip

# A word between an act and whom it hit: "killed two suspected rebels", not "killed two in a rebel town".
_OBJECT_WORD = r"(?!(?:in|at|by|from|near|with|when|as|after|to|and|who)\b)[\w'()-]+"


@dataclass(frozen=True, slots=True)
class KindWords:
    """Lists of `words/kinds.yml`, which says what each is for, and what is built from several. Lower case."""

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
    bombers_hit: Gated
    riot_gas: Gated
    war_gas: Gated
    dropped_bombs: Gated
    """A state's bombs fall from the air; a group's go off."""
    fell_from_above: Gated
    while_clearing: Gated
    on_foot: Gated
    then_killed: Gated
    spoils: Gated
    one_sided: Gated
    """Words for a fight that one side alone can begin."""
    fought_back: Gated
    rounded_up: Gated


@cache
def kind_words() -> KindWords:
    """The patterns, compiled on first use. Raises LexiconError where the lists are wrong."""
    lists = read_lists("kinds", _LISTS)
    some = gapped_groups_of(lists)
    not_laid = "".join(rf"(?<!{word} )" for word in lists["laid"])
    patterns = {name: Gated(rf"\b{group}\b") for name, group in some.items()} | {
        "armed_target": Gated(
            rf"\b(?:{some['armed_owners']} {some['armed_posts']}|{some['armed_targets']})\b"
        ),
        "armed_victims": Gated(
            rf"\b{some['done_to']} (?:{_OBJECT_WORD} ){{0,6}}?{some['armed_people']}\b|"
            rf"\b{some['armed_people']} (?:[\w'-]+ ){{0,3}}?{some['done_passive']}\b"
        ),
        "driven_out": Gated(rf"[^,;]{{0,40}}?\b{some['driven_out']}\b"),
        "taken_people": Gated(
            rf"\b(?:captur|seiz)(?:ed|ing|es) (?:(?!{some['ground']}\b){_OBJECT_WORD} ){{0,3}}?"
            rf"{some['people']}\b"
            rf"(?!['’]?s?['’]? (?:\w+ )?{some['ground']}\b)"
        ),
        "people_taken": Gated(
            rf"\b(?:he|she|who|they|{some['people']})"
            r"(?:,? (?:known as|nicknamed|named|called|alias|identified as)(?: [\w'-]+){1,3},?)?"
            r" (?:was|were|been|had been) (?:captured|seized)\b"
        ),
        "people_freed": Gated(
            rf"\b{some['people']}\b[^,.;]{{0,40}}? (?:was|were|been) (?:freed|released|liberated)\b|"
            rf"\b(?:free[ds]|freeing|liberated) (?:{_OBJECT_WORD} ){{0,3}}?{some['people']}\b"
        ),
        "dropped_bombs": Gated(rf"{not_laid}\bbombs?\b"),
    }
    return KindWords(**{field.name: patterns[field.name] for field in fields(KindWords)})
