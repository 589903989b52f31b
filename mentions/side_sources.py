"""What the patterns of sides are put together from: sources of patterns, built from `words/sides.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from mentions.word_lists import groups_of, read_lists

_LISTS = frozenset(
    {
        "heads", "equipment", "instruments", "allegiance", "modifiers", "things", "launching", "before_verb",
        "place_before", "no_side", "never_alone", "by_no_attack", "organisations", "peoples", "states",
        "agencies", "victims", "counting", "areas",
    }
)  # fmt: skip
COUNTED = r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|\d+|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome) )?"
# "(SDF)" behind a side's name.
SHORT_NAME = r"(?: ?\([^)]{2,30}\))?"
NAME = r"(?-i:[A-Z][\w'-]*|al-\w+)"
# "terrorists affiliated with X", "rebels backed by X": whose they are; "positioned in X": where they are.
WHOSE = (
    r"(?:(?:affiliated|linked|allied|associated) (?:with|to)|loyal to|belonging to|of)"
    rf" (?:the )?(?:so-called )?{NAME}(?: (?:of |and )?{NAME}){{0,5}}(?: \([A-Z]+\))?"
)
BACKED = rf"(?:backed|supported|led) by (?:the )?[\w-]+(?: {NAME}){{0,4}}(?: (?:forces|troops|aircraft))?"
WHERE = (
    r"(?:(?:located|positioned|based|stationed|holed up|hiding|entrenched|deployed) (?:in|at|on|near|inside)"
    r" [^,;.]{3,60}?|in [A-Z][\w-]+(?: [A-Z][\w-]+){0,2}"
    r"|(?:armed with|with|carrying|wearing|riding|dressed|disguised) [a-z][^,;.]{2,40}?"
    r"|(?:on|in) (?:an? |their )?(?:motor\w+|trucks?|cars?|vehicles?|pick-?ups?|boats?|police|army|military"
    r"|uniforms?|masks?|disguise)[^,;.]{0,20}?)"
)


@dataclass(frozen=True, slots=True)
class SideSources:
    """Sources of patterns for flattened text."""

    words: Mapping[str, tuple[str, ...]]
    """The lists themselves."""
    some: Mapping[str, str]
    """Any word of each list."""
    heads: str
    equipment: str
    instruments: str
    things: str
    """Any word of these lists, which are asked for most."""
    modifier: str
    """One word in front of a side's noun: a name, an adjective, a short name; it may be possessive."""
    whose: str
    """Behind a side: whose it is."""
    noun: str
    """The noun of a side, or a name."""
    side: str
    """A side with what stands in front of it; its words are the group `side`."""
    agent: str
    """A side with its short name, who backs it and where it is."""


@cache
def side_sources() -> SideSources:
    """Put together on first use. Raises LexiconError where the lists are wrong."""
    words = read_lists("sides", _LISTS)
    some = groups_of(words)
    heads, equipment, instruments = some["heads"], some["equipment"], some["instruments"]
    modifier = (
        rf"(?:[A-Z][\w.]*(?:-[\w]+)*|al-[A-Z]\w+|[\w]+-{some['allegiance']}|pro-\w+|anti-\w+|"
        rf"{some['modifiers']}|{equipment}|\([A-Z]+\))(?:'s?)?"
    )
    whose = rf"{WHOSE}(?: (?:[a-z-]+ )?{heads}\b)?"
    noun = rf"(?:{heads}|{equipment}|{instruments}|[A-Z][\w-]{{2,}}|[A-Z]{{2}})"
    side = rf"(?<!\w){COUNTED}(?P<side>(?:{modifier} ){{0,6}}{noun}\b(?!-)(?: {whose})?)"
    agent = rf"{side}{SHORT_NAME}(?: {BACKED})?(?: {WHERE})?"
    return SideSources(
        words, some, heads, equipment, instruments, some["things"], modifier, whose, noun, side, agent
    )
