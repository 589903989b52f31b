"""The patterns that find a side's words, built on first use from `words/sides.yml`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from mentions.gated import Gated
from mentions.word_lists import groups_of, read_lists

_LISTS = frozenset(
    {
        "heads", "equipment", "instruments", "allegiance", "modifiers", "things", "launching", "before_verb",
        "place_before", "no_side", "never_alone", "by_no_attack", "organisations", "peoples", "states",
        "agencies", "victims", "counting", "areas",
    }
)  # fmt: skip
_LETTERS = re.compile(r"\w+")
_COUNTED = r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|\d+|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome) )?"
# "(SDF)" behind a side's name.
_SHORT_NAME = r"(?: ?\([^)]{2,30}\))?"
_CLAUSE_OPENS = r"(?:^|[,;]|\b(?:and|that|when|as|while|after|where)\b)"
_AT = r"(?:on|against|targeting|at)?"
_NAME = r"(?-i:[A-Z][\w'-]*|al-\w+)"
# "terrorists affiliated with X", "rebels backed by X": whose they are; "positioned in X": where they are.
_WHOSE = (
    r"(?:(?:affiliated|linked|allied|associated) (?:with|to)|loyal to|belonging to|of)"
    rf" (?:the )?(?:so-called )?{_NAME}(?: (?:of |and )?{_NAME}){{0,5}}(?: \([A-Z]+\))?"
)
_BACKED = rf"(?:backed|supported|led) by (?:the )?[\w-]+(?: {_NAME}){{0,4}}(?: (?:forces|troops|aircraft))?"
_WHERE = (
    r"(?:(?:located|positioned|based|stationed|holed up|hiding|entrenched|deployed) (?:in|at|on|near|inside)"
    r" [^,;.]{3,60}?|in [A-Z][\w-]+(?: [A-Z][\w-]+){0,2}"
    r"|(?:armed with|with|carrying|wearing|riding|dressed|disguised) [a-z][^,;.]{2,40}?"
    r"|(?:on|in) (?:an? |their )?(?:motor\w+|trucks?|cars?|vehicles?|pick-?ups?|boats?|police|army|military"
    r"|uniforms?|masks?|disguise)[^,;.]{0,20}?)"
)
# No part of the words for those who were hit: what comes before them is another phrase.
_NOT_INSIDE = (
    r"(?:in|on|at|by|with|when|from|after|during|near|as|for|to|and|of|who|were|was|said|says|including|mostly|than"
    r"|killed|killing|hit|struck|injured|wounded|fleeing|targeting|saying|reported|that|least|most|left|saw|via|using)"
)


class FromWords:
    """A pattern whose matches mostly begin where a word does; it looks inside words only where it must."""

    __slots__ = ("_anywhere", "_at_words", "_hides", "_starts")

    def __init__(self, source: str, starts: Sequence[str]) -> None:
        """`starts` are the patterns of a word that a match can begin with."""
        self._anywhere = re.compile(source)
        self._at_words = re.compile(rf"(?<!\w){source}")
        self._starts = tuple((re.compile(start), re.compile(rf"\w(?:{start})$")) for start in starts)
        self._hides = lru_cache(maxsize=1 << 14)(self._look)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        for word in text.split():
            if self._hides(word):
                return self._anywhere.search(text)
        return self._at_words.search(text)

    def _look(self, word: str) -> bool:
        """Whether a word ends as a match can begin ("paramilitary") and could not begin it as a whole."""
        return any(
            part.search(run) is not None and whole.fullmatch(run) is None
            for run in _LETTERS.findall(word)
            if not run[0].isupper()
            for whole, part in self._starts
        )


@dataclass(frozen=True, slots=True)
class SidePatterns:
    """What finds a side (its words are the group `side`), and what trims it. Read on flattened text."""

    by: Gated
    """ "by rebel fighters"."""
    blamed: Gated
    """ "blamed on the rebels", "blamed the rebels for"."""
    by_no_attack: Gated
    """What stands before a "by" that names no perpetrator: "a town held"."""
    claims_it: Gated
    """ "the Taliban claimed responsibility"."""
    launched: Gated
    """Before a noun: "regime forces responded by launching"."""
    subject: FromWords
    """Right before a verb."""
    adjectives: FromWords
    """Right before a noun: "Russian" of "Russian airstrikes"."""
    modifier_last: re.Pattern[str]
    """The end of what `adjectives` finds."""
    accused: Gated
    """ "accused the army of", "the army was accused of" (the group `blamed`)."""
    denied: Gated
    """ "the army denied responsibility"."""
    said_it: Gated
    """Right before a verb: "the army said it had"."""
    between: Gated
    """ "between the army and rebels" (the groups `side` and `other`)."""
    against: re.Pattern[str]
    """Behind a fight: "with rebels"."""
    victims: Gated
    """Behind the act: "at least nine villagers"."""
    victims_before: Gated
    """Before a passive: "nine villagers were killed"."""
    held_area: Gated
    """Behind the act: "on the rebel-held part of X"."""
    names_a_side: re.Pattern[str]
    """Words that can act or own an act: a bare name in front of "attack" may as well be a town's."""
    state: Gated
    on_side: re.Pattern[str]
    """Behind the act: "against the Syrian army"."""
    on_thing: Gated
    """Behind the act: "on a police station"."""
    head_last: re.Pattern[str]
    """The words end with the noun of a side or a thing."""
    equipment_first: Gated
    equipment_last: Gated
    instrument_last: Gated
    keeps_alone: re.Pattern[str]
    """What is left without its equipment still names a side."""
    place_before: Gated
    """The name that follows is a place's."""
    dropped_in_front: frozenset[str]
    no_side: frozenset[str]
    """A side is none where all of its words are of these, in lower case."""


@cache
def side_patterns() -> SidePatterns:
    """The patterns, compiled on first use. Raises LexiconError where the lists are wrong."""
    words = read_lists("sides", _LISTS)
    some = groups_of(words)
    modifier = _modifier(some)
    heads, equipment, instruments, things = (
        some[name] for name in ("heads", "equipment", "instruments", "things")
    )
    whose = rf"{_WHOSE}(?: (?:[a-z-]+ )?{heads}\b)?"
    noun = rf"(?:{heads}|{equipment}|{instruments}|[A-Z][\w-]{{2,}}|[A-Z]{{2}})"
    side = rf"{_COUNTED}(?P<side>(?:{modifier} ){{0,6}}{noun}\b(?!-)(?: {whose})?)"
    agent = rf"{side}{_SHORT_NAME}(?: {_BACKED})?(?: {_WHERE})?"
    counted = rf"(?:{some['counting']} )*"
    victims = (
        rf"(?P<side>(?:(?!{_NOT_INSIDE}\b)[\w'-]+ ){{0,3}}{some['victims']}\b(?!-)"
        rf"(?! (?:{things}|{heads})\b)(?: {whose})?"
        rf"(?: (?:and|or) {some['victims']}\b)?)"
    )
    people = rf"(?:{heads}|{some['victims']})\b(?!-)"
    fighters = rf"(?:the )?(?P<folk>(?:(?!{_NOT_INSIDE}\b)[\w'-]+ ){{0,3}}{people})"
    held = rf"[\w.-]+-(?:held|controlled|run|occupied|besieged) (?:[\w-]+ ){{0,3}}?{some['areas']}"
    # "Fired three shells on a hotel": what was thrown stands before what it hit.
    thrown = rf"(?:(?:(?!{_NOT_INSIDE}\b)[\w'-]+ ){{0,3}}?{instruments} (?=(?:on|against|at) ))?"
    of_place = rf"(?: of {_NAME}(?: {_NAME}){{0,3}})?"
    return SidePatterns(
        # "Killed by a tank shell" names no side, "by an Israeli tank shell" Israel's.
        by=Gated(
            rf"\bby (?:an? )?(?:suspected |alleged )?"
            rf"{side.replace(equipment, f'{equipment}(?! {instruments})')}"
        ),
        blamed=Gated(rf"\bblam(?:ed|es|ing) (?:on {side}|{side.replace('<side>', '<for>')} for\b)"),
        by_no_attack=Gated(rf"\b{some['by_no_attack']} $", re.IGNORECASE),
        claims_it=Gated(
            rf"(?P<nobody>\b[Nn]o(?:body|ne| one|t)?\b[^,;.]{{0,30}}?)?{side}{_SHORT_NAME} "
            r"(?:has |have |had |later |also |on \w+day )*claimed (?:the )?(?:responsibility|credit)"
        ),
        launched=Gated(rf"{_CLAUSE_OPENS}\s*{side}[^,;]{{0,60}}?\b{some['launching']}\b[^,;]{{0,30}}$"),
        subject=FromWords(rf"{agent}(?:, [^,]{{3,50}},)?\s*(?:{some['before_verb']} )*$", (modifier, noun)),
        adjectives=FromWords(rf"(?P<side>(?:{modifier} ){{0,5}}{modifier})(?:'s?)?[ -]$", (modifier,)),
        modifier_last=re.compile(rf"{modifier}(?:'s?)?[ -]$"),
        accused=Gated(
            rf"\baccus(?:ed|es|ing) {side} of\b|{side.replace('<side>', '<blamed>')} (?:was|were|is|are)"
            r" (?:also |on \w+day )*(?:accused of|blamed for)\b"
        ),
        denied=Gated(
            rf"{side}{_SHORT_NAME} (?:has |have |had |later |also |on \w+day )*den(?:y|ies|ied|ying) "
            r"(?:any |all )?(?:responsibility|involvement|carrying|being behind|having|it was behind|a role"
            r"|the (?:attack|claim))"
        ),
        said_it=Gated(
            rf"{side}{_SHORT_NAME} (?:has |have |had |later |also )*(?:said|says|announced|claimed|reported"
            r"|confirmed)(?: late| early| on| in a statement|,? \w+day(?: night| evening)?| that){0,4}"
            r" (?:it|they|its \w+|their \w+)(?: has| have| had| also)*\s*$"
        ),
        between=Gated(
            rf"\bbetween (?:{side}|{fighters})(?: {_BACKED})?(?: {_WHERE})?"
            rf" and (?:{side.replace('<side>', '<other>')}|{fighters.replace('<folk>', '<others>')})"
        ),
        against=re.compile(rf"^(?: \w+ly)? (?:with|against) {side}"),
        victims=Gated(rf"^[ \"']*(?:(?:on|against|targeting) )?{counted}{victims}", re.IGNORECASE),
        victims_before=Gated(
            rf"(?:^|(?<!including)(?<!mostly) ){counted}{victims}(?:, [^,]{{3,50}},)?\s*$", re.IGNORECASE
        ),
        held_area=Gated(
            rf"^[ \"'(]*{thrown}(?:on|against|targeting|at)? ?(?:the |an? )?(?P<side>{held}{of_place})\b"
        ),
        names_a_side=re.compile(
            rf"(?:\b(?i:{heads}|{equipment})|\b{some['peoples']}|-(?i:{some['allegiance']})"
            r"|\b(?:government|regime|rebel|opposition|army|coalition|militant|insurgent|police|military|loyalist"
            r"|separatist|jihadist|security|Government|Regime|Rebel|Army|Militant)|\b(?:[A-Z]\.){2,}[A-Z]?"
            rf"|\b(?!{some['agencies']}$)[A-Z]{{2,6}})(?: {whose})?$|\b{some['organisations']}\b"
        ),
        state=Gated(rf"\b{some['states']}$"),
        on_side=re.compile(rf"^[ \"'(]*(?:on|against|targeting|at|of)? ?{side}(?: {things})?\b"),
        on_thing=Gated(
            rf"^[ \"'(]*{thrown}{_AT} ?(?:the |an? |its |their )?"
            rf"(?P<side>(?:(?!{_NOT_INSIDE}\b)[\w'-]+ ){{0,3}}{things})\b",
            re.IGNORECASE,
        ),
        head_last=re.compile(rf"\b(?:{heads}|{things})(?: {whose})?$", re.IGNORECASE),
        equipment_first=Gated(rf"{equipment}\b", re.IGNORECASE),
        equipment_last=Gated(rf"\s+{equipment}$"),
        instrument_last=Gated(rf"(?:^|\s+){instruments}$", re.IGNORECASE),
        keeps_alone=re.compile(rf"(?:\b{heads}|\b[A-Z]{{2,}}|\b[A-Z]\.[A-Z]\.?|-led|States)$"),
        place_before=Gated(rf"\b{some['place_before']}\s+(?:the )?$", re.IGNORECASE),
        dropped_in_front=frozenset(words["no_side"]) - frozenset(words["never_alone"]),
        no_side=frozenset(words["no_side"] + words["never_alone"]),
    )


def _modifier(some: dict[str, str]) -> str:
    """One word in front of a side's noun: a name, an adjective, a short name; it may be possessive."""
    return (
        rf"(?:[A-Z][\w.]*(?:-[\w]+)*|al-[A-Z]\w+|[\w]+-{some['allegiance']}|pro-\w+|anti-\w+|"
        rf"{some['modifiers']}|{some['equipment']}|\([A-Z]+\))(?:'s?)?"
    )
