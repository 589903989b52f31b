"""What speaks against a place: names of peoples, families, bodies and firms, which say whose, not where."""

from __future__ import annotations

from geo.candidates import LARGE
from geo.lexicon import grammar
from geo.recognizers.case import Case
from geo.recognizers.placed import says_whose

DOCUMENTS = frozenset(
    ["agreement", "agreements", "accord", "accords", "treaty", "convention", "conventions", "protocol"]
)


def allegiance(case: Case) -> bool:
    """ "US-led", "Iran-backed", "Pak-Afghan": whose, not where."""
    hyphen, after = case.passage.at(case.last), case.passage.at(case.last + 1)
    if hyphen.text != "-" or not case.passage.joined(case.last + 1):
        return False
    return after.lower in grammar().allegiance or case.gazetteer.demonym(after.text) is not None


def people(case: Case) -> bool:
    """ "Tiv farmers", "a Mormon community": a people or a faith, unless it bears a large town's name."""
    after = case.passage.at(case.last)
    whose = says_whose(case.passage, case.first, case.last)
    named = (after.lower in grammar().peoples or whose) and after.shape == "lower"
    return named and not case.in_place and (case.weight < LARGE or after.lower == "ethnic")


def family(case: Case) -> bool:
    """ "the home of the al-Homsi family": who lives there; "the Homs family" is one from the large town."""
    passage, i = case.passage, case.first - 1
    after = passage.at(case.last)
    if after.lower not in grammar().kin or after.shape != "lower":
        return False
    article = passage.at(i).text == "-" and passage.at(i - 1).lower in grammar().articles
    opener = passage.at(i - 2 if article else i).lower
    return opener == "the" and (article or case.weight < LARGE)


def body(case: Case) -> bool:
    """ "The Islah party's leader": who, unless it bears a large town's name."""
    after = case.passage.at(case.last)
    named = after.lower in grammar().bodies and after.shape == "lower"
    return named and not case.in_place and case.weight < LARGE


def firm(case: Case) -> bool:
    """ "Lincoln & Sons": partners, unless it is a large town."""
    passage = case.passage
    behind = passage.at(case.last).text == "&" and passage.at(case.last + 1).named
    before = passage.at(case.first - 1).text == "&" and passage.at(case.first - 2).named
    return (behind or before) and case.single and not case.in_place and case.weight < LARGE


def named_after(case: Case) -> bool:
    """ "the Minsk agreements": a text that bears the name of the place where it was signed."""
    return case.passage.at(case.last).lower in DOCUMENTS and not case.in_place
