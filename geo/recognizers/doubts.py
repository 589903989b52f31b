"""What speaks against a place where a known name stands: one rule each, the first that holds is told."""

from __future__ import annotations

import re
from collections.abc import Callable

from gazetteer import normal_form
from geo.candidates import AREA, LARGE, MIDDLING, WELL_KNOWN, prominence
from geo.lexicon import directions, grammar, kinds, organisations, persons, stop_names
from geo.recognizers.case import Case
from geo.recognizers.names import is_link
from geo.recognizers.whose import allegiance, body, family, firm, named_after, people

DATELINE = frozenset([",", "(", "—", "–", "-", ":", "/"])
PARTIES = frozenset(["D", "R", "I", "DFL"])
"""Letters before a hyphen and the town that elected someone: "D-Toledo"."""
LONGEST_ACRONYM = 4
ACRONYM = re.compile(r"[A-Z]{2,5}[a-z]$")
CITY = 100_000
"""Inhabitants."""
LOCAL = frozenset(["police", "fire", "volunteer", "sheriff", "city", "town", "municipal"])
"""First words of bodies that only a town or a county has."""
OLDEST = 110
"""Years that nobody lives beyond."""
FAMILIAR_LENGTH = 7
"""Words of so many letters are rarely both everyday English and a town."""


def acronym(case: Case) -> bool:
    """SANA, ISIL, IDs: short capitals in a text that does not shout, unless they open a dateline."""
    if case.single and sum(map(str.isupper, case.word.text)) > 1 and case.word.text[-1].islower():
        return ACRONYM.match(case.word.text) is not None
    if not case.single or case.word.shape != "caps" or len(case.word.text) > LONGEST_ACRONYM:
        return False
    return not (case.passage.opens[case.first] and case.passage.at(case.last).text in DATELINE)


def model(case: Case) -> bool:
    """ "A Su-25", "two Mi-8 helicopters": a short name, a hyphen and a number are a machine's."""
    mark, number = case.passage.at(case.last), case.passage.at(case.last + 1)
    if not case.single or len(case.word.text) > LONGEST_ACRONYM or mark.text != "-":
        return False
    return number.shape == "number" and case.passage.joined(case.last) and case.passage.joined(case.last + 1)


def everyday_word(case: Case) -> bool:
    """Of, Friday, Police; not an area or a city of several words ("West Bank", "Little Rock")."""
    words = [t.lower for t in case.passage.tokens[case.first : case.last] if t.shape != "mark"]
    if case.single:
        return _is_everyday(case.word.lower) and not _is_city_or_country_here(case)
    everyday = all(word in stop_names() for word in words)
    return everyday and (words[0] in directions().adjectives or case.weight < AREA) and not _is_city(case)


def _is_city_or_country_here(case: Case) -> bool:
    """ "In Phoenix on Wednesday", "in southern Panama": only a city or a country can be in there."""
    before = case.passage.at(case.first - 1)
    sided = before.lower in directions().adjectives and before.shape == "lower"
    if not (case.in_place or sided) or case.passage.titled[case.first]:
        return False
    if case.passage.at(case.last).named or case.weight < LARGE:
        return False
    own = (p for p in case.gazetteer.lookup_key(case.key) if normal_form(p.name) == case.key)
    return any(p.level == "country" or p.population >= CITY for p in own)


def _is_city(case: Case) -> bool:
    """Whether a large town bears the name itself, not as a nickname: "Long Beach", but not "Motor City"."""
    if case.weight < LARGE or case.passage.titled[case.first]:
        return False
    places = case.gazetteer.lookup_key(case.key)
    return any(p.population >= CITY and normal_form(p.name) == case.key for p in places)


def _is_everyday(word: str) -> bool:
    """The word or its plural: "hopes", but not "hass"."""
    return word in stop_names() or (word[-1:] == "s" != word[-2:-1] and word[:-1] in stop_names())


def given_name(case: Case) -> bool:
    """A lone Florence or Jordan, unless "in" it or large."""
    return case.single and case.word.lower in persons().given and not case.in_place and case.weight < LARGE


def surname(case: Case) -> bool:
    """The last name of a person of the article, also with its article ("al-Baghdadi")."""
    passage, last = case.passage, case.passage.tokens[case.last - 1]
    with_article = case.last - case.first == 3 and passage.at(case.first + 1).text == "-"
    return (
        (case.single or (with_article and case.word.lower in grammar().articles))
        and last.lower in case.notes.surnames
        and not case.in_place
        and case.speaks < WELL_KNOWN
    )


def aged(case: Case) -> bool:
    """ "Hamdi, 21, was captured": who has an age is a person."""
    passage, i = case.passage, case.last
    age = passage.at(i + 1)
    if passage.at(i).text != "," or age.shape != "number" or not age.text.isdecimal() or case.in_place:
        return False
    return 0 < int(age.text) < OLDEST and passage.at(i + 2).text in (",", ".") and case.weight < WELL_KNOWN


def lower_case_word(case: Case) -> bool:
    """A word that the same article also writes without a capital."""
    return case.single and case.word.lower in case.notes.lower and case.weight < WELL_KNOWN


def headline_word(case: Case) -> bool:
    """In a headline, where capitals tell nothing, and nowhere else a name."""
    return (
        case.passage.titled[case.first] and case.single and not case.seen and not case.in_place
        and case.weight < LARGE
    )  # fmt: skip


def sentence_opener(case: Case) -> bool:
    """First word of a sentence and nowhere else a name; no name comes before "the" ("Split the bill")."""
    opens = case.passage.opens[case.first] and case.single
    if opens and case.passage.at(case.last).lower in grammar().determiners and case.weight < AREA:
        return True
    return (
        case.passage.opens[case.first] and case.single and not case.seen and case.weight < MIDDLING
        and len(case.word.text) < FAMILIAR_LENGTH and case.passage.at(case.last).text not in DATELINE
    )  # fmt: skip


def tail_of_name(case: Case) -> bool:
    """Behind another capital that is no place, people, direction or date: "Raquel Henry"."""
    passage, i = case.passage, case.first - 1
    before = passage.at(i)
    joined = before.text == "-" and passage.joined(i)
    if not before.named and not joined:
        return (
            before.text == "."
            and len(passage.at(i - 1).text) == 1
            and passage.at(i - 1).named
            and passage.at(i - 1).text != "U"
        )
    if passage.titled[case.first] or case.taken.role(i) in ("place", "modifier", "country"):
        return False
    if before.text == "-" and passage.at(i - 1).lower in grammar().articles:
        owner = passage.at(i - 2)
        return owner.named and owner.lower in persons().given and not case.in_place
    if before.text == "-" and passage.at(i - 1).text in PARTIES:
        return False
    if before.text == "-":
        role = case.taken.role(i - 1)
        known = role in ("place", "modifier", "country", "ordinary")
        return is_link(passage, i - 1) or (passage.at(i - 1).named and not known)
    if (
        before.lower in directions().adjectives
        or before.lower in directions().nouns
        or before.lower in stop_names()
    ):
        return before.lower in persons().titles and before.lower != "general"
    return before.lower not in kinds().after and len(before.text) > 1 and before.shape != "caps"


def head_of_name(case: Case) -> bool:
    """Before another capital that is no place, kind or date: "Paris Hilton", "Dublin Road"."""
    passage, i = case.passage, case.last
    after = passage.at(i)
    if not after.named or passage.titled[case.first]:
        return False
    if after.lower in kinds().roads:
        return True
    if case.in_place or case.weight >= AREA or case.taken.role(i) is not None:
        return False
    if after.lower in kinds().after or after.lower in organisations().civic or after.lower in stop_names():
        return False
    if after.lower in persons().titles or after.lower in directions().adjectives:
        return False
    return prominence(after.key, case.gazetteer) < MIDDLING and not case.gazetteer.demonym(after.text)


def speaker(case: Case) -> bool:
    """ "Henry said": a person, unless the name is that of a government's seat."""
    return (
        case.single and case.passage.at(case.last).lower in persons().speech and case.speaks < WELL_KNOWN
        and not case.in_place
    )  # fmt: skip


def bare_article(case: Case) -> bool:
    """ "the Duma voted": an article, and nothing behind that the name could describe."""
    before, after = case.passage.at(case.first - 1), case.passage.at(case.last)
    if not case.single or before.lower not in grammar().determiners or case.weight >= LARGE:
        return False
    if after.named and after.lower in LOCAL:  # "the Hope Fire Department"
        return False
    if (after.shape == "mark" and after.text not in "-'") or after.named:
        return not any(place.level == "region" for place in case.gazetteer.lookup_key(case.key))
    return False


TAIL = "the end of a longer name"
AGED = "somebody's age behind it"
DOUBTS: tuple[tuple[str, Callable[[Case], bool]], ...] = (
    ("an abbreviation", acronym),
    ("a machine", model),
    ("an everyday word", everyday_word),
    ("a given name", given_name),
    ("a person's last name", surname),
    ("also written in lower case", lower_case_word),
    ("a word of a headline", headline_word),
    ("the first word of a sentence", sentence_opener),
    (TAIL, tail_of_name),
    (AGED, aged),
    ("the beginning of a longer name", head_of_name),
    ("someone who speaks", speaker),
    ("a thing with an article", bare_article),
    ("whose side, not where", allegiance),
    ("a people", people),
    ("a family", family),
    ("a body", body),
    ("a firm", firm),
    ("a text named after it", named_after),
)


def doubt(case: Case) -> str:
    """Why a known name is no place here; empty where nothing speaks against it."""
    for reason, holds in DOUBTS:
        if holds(case):
            return reason
    return ""
