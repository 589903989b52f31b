"""The signs that an article reports an event as having happened: named features of how it is told."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import lru_cache

from geo.event_view import (
    ARMED_MOVES,
    ARMS,
    CIVIL,
    NEAR,
    READ,
    View,
    armed_side,
    is_armed,
    only_outcome,
    says_killed,
    toll_told,
)
from geo.toponym import Resolution
from mentions import Gated, lower

# Words of talk about violence rather than of violence.
_TALK = Gated(
    r"\b(?:condemn\w*|urg(?:e|ed|es|ing)|call(?:ed|s|ing)? (?:on|for)|discuss\w*|resolution|talks|sanctions?|"
    r"inspectors?|investigat\w+|accus(?:e|ed|es|ing)|respons(?:e|ible|ibility)|report(?:s)? (?:that|of)|"
    r"council|ambassador|spokes\w+|statement|ministers?|"
    r"negotiat\w+|congress|parliament|policy|strategy|evidence|allegations?)\b",
    re.IGNORECASE,
)
_CALLS = Gated(r"\b(?:condemn\w*|urg(?:e|ed|es|ing)|call(?:ed|s|ing)? (?:on|for))\b", re.IGNORECASE)
# Words of a lasting state, not of one day.
_LASTING = Gated(
    r"\b(?:since|ongoing|continu\w+|campaign|years?|months?|conflict|war|repeatedly|regularly|daily|often|usually|always|"
    r"so far|in recent|every|throughout|over the past)\b",
    re.IGNORECASE,
)
# Verbs of violence as a plot, a caption or a rule tells them, beside headlines.
_PRESENT = re.compile(
    r"(?:kill|attack|shoot|storm|hit|explode|fire|strike|take|launch|seize|capture|hold|fight|battle|shell|bomb|"
    r"ambush|kidnap|stab|clash|target|raid|blow|fall)(?:e?s)?"
)
# Who tells a column, a letter or an advertisement speaks of himself and to the reader.
_NARRATOR = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|you|You|your|Your)\b")
# Its first digit comes before the look back: where no digit is, the pattern is not tried.
_YEAR = re.compile(r"(?:1(?<![\d,.-]1)[5-9]\d|2(?<![\d,.-]2)0[01])\d(?![\d,.-]\d)")
# What a crowd wants, beside the crowd; and why somebody is held.
_CAUSE = Gated(
    r"\b(?:against|demand\w*|calling for|in support of|solidarity|justice|outside|slogans?|chant\w*|"
    r"placards?|banners|signs|denounc\w+|decry\w*|anti-\w+|resign\w*|tear ?gas|riot police)\b",
    re.IGNORECASE,
)
_POLITICAL = Gated(
    r"\b(?:activists?|protest\w*|demonstrat\w+|opposition|dissidents?|journalists?|militants?|terror\w*|rebels?|"
    r"insurgents?|separatists?|extremists?|islamists?|jihad\w+|fighters|unrest|coup|cell)\b",
    re.IGNORECASE,
)
_CAPTIVES = Gated(r"\b(?:prisoners?|hostages?|captives?|detainees)\b", re.IGNORECASE)
_CROWDS = ("Peaceful protest", "Protest with intervention", "Violent demonstration", "Mob violence")
_STRATEGIC = frozenset(("Agreement", "Arrests", "Change to group/activity"))
_TERRITORY = frozenset(("Government regains territory", "Non-state actor overtakes territory"))
Feature = Callable[[View], float]


def _specific_place(view: View) -> float:
    return float(any(_is_specific(t.own_place) for t in view.told.tellings))


def _is_specific(place: Resolution | None) -> bool:
    """Finer than a country; a name that nobody knows, without a kind word, may be no place at all."""
    if place is None or (place.place is None and place.toponym.kind is None):
        return False
    return place.level != "country"


def _only_a_country(view: View) -> float:
    return float(view.told.place is not None and view.told.place.level == "country")


def _own_day(view: View) -> float:
    return float(any(t.mention.date is not None for t in view.told.tellings))


def _only_a_year(view: View) -> float:
    return float(view.told.date is not None and view.told.date.precision == 5)


def _years_before(view: View) -> float:
    published, date = view.article.published, view.told.date
    return float(published is not None and date is not None and (published - date.end).days > 400)


def _old_year(words: str, view: View) -> bool:
    published, first = view.article.published, _first_year(words)
    return published is not None and first is not None and first < published.year - 10


@lru_cache(maxsize=16)
def _first_year(words: str) -> int | None:
    """The earliest year that the words name; of the article they are asked once an event."""
    return min((int(year) for year in _YEAR.findall(words)), default=None)


def _old_year_near(view: View) -> float:
    return float(_old_year(view.article.words(view.told.quote), view))


@lru_cache(maxsize=4)
def _head(title: str, text: str) -> str:
    return f"{title} {text[:READ]}"


def _old_year_told(view: View) -> float:
    return float(_old_year(_head(view.article.title, view.article.text), view))


def _several_killed(view: View) -> float:
    return float(any((t.mention.toll.killed.low or 0) > 1 for t in view.told.tellings))


def _named_act(view: View) -> float:
    return float(any(t.mention.telling == "act" for t in view.told.tellings))


def _by_verb(view: View) -> float:
    return float(any(t.mention.by_verb for t in view.told.tellings))


def _sided(view: View) -> float:
    return float(view.told.perpetrator is not None)


def _weapon(view: View) -> float:
    return float(view.told.weapon is not None)


def _opens(view: View) -> float:
    return float(view.told.first_at[1] < 300 or view.told.tellings[0].mention.headline)


def _talk(view: View) -> float:
    """What a crowd calls for is its own act, and no talk about it."""
    words = view.article.words(view.told.quote)
    own = _CALLS.count(words) if view.told.sub_event_type in _CROWDS else 0
    return min(3.0, float(_TALK.count(words) - own))


def _lasting(view: View) -> float:
    return min(3.0, float(_LASTING.count(view.article.words(view.told.quote))))


def _narrated(view: View) -> float:
    return float(_NARRATOR.search(view.article.words(view.told.quote)) is not None)


def _strategic(view: View) -> float:
    return float(view.told.sub_event_type in _STRATEGIC)


def _strategic_armed(view: View) -> float:
    """ "A ceasefire came into force", "deployed troops", "freed the hostages": its own words name arms."""
    if not _strategic(view):
        return 0.0
    words = (lower(view.article.words(span)) for span in view.told.triggers)
    return float(any(is_armed(w) or _CAPTIVES.search(w) for w in words))


def _protest(view: View) -> float:
    return float(view.told.sub_event_type == "Peaceful protest")


def _crowd_with_cause(view: View) -> float:
    crowd = view.told.sub_event_type in _CROWDS
    return float(crowd and _CAUSE.search(view.article.words(view.told.quote)) is not None)


def _held_for_politics(view: View) -> float:
    held = view.told.sub_event_type == "Arrests"
    return float(held and _POLITICAL.search(view.article.words(view.told.quote)) is not None)


def _taken_without_arms(view: View) -> float:
    moved = view.told.sub_event_type in ARMED_MOVES and not view.near["armed"] and not view.near["war"]
    return float(moved and ARMS.search(view.article.words(view.told.quote)) is None)


def _borrowed_alone(view: View) -> float:
    return float(view.borrowed and not view.near["armed"] and not view.near["war"])


def _bare(view: View) -> float:
    nothing = not (view.near["armed"] or view.near["war"] or toll_told(view) or armed_side(view))
    return float(view.borrowed and nothing)


def _unarmed(view: View) -> float:
    return float(not view.around["armed"])


def _borrowed_unarmed(view: View) -> float:
    return float(view.borrowed and not view.around["armed"])


def _bare_unarmed(view: View) -> float:
    return _bare(view) * _unarmed(view)


def _civil_leads(view: View) -> float:
    rate = {topic: math.expm1(value) for topic, value in view.around.items()}
    return float(max(rate[t] for t in CIVIL) > rate["armed"] + rate["war"] / 2)


def _generic_bare(view: View) -> float:
    told_of = _named_act(view) or only_outcome(view) or toll_told(view)
    return float(not told_of and view.told.weapon is None)


def _only_died(view: View) -> float:
    return only_outcome(view) * float(not says_killed(view))


def _one_killed_unarmed(view: View) -> float:
    one = any(t.mention.toll.killed.low == 1 for t in view.told.tellings)
    return float(one and not view.near["armed"] and not view.near["war"] and not armed_side(view))


def _in_the_present(view: View) -> float:
    words = [
        lower(view.article.words(span)).split()[0]
        for t in view.told.tellings
        if t.mention.by_verb and not t.mention.headline
        for span in t.mention.triggers
    ]
    return float(bool(words) and all(_PRESENT.fullmatch(word) is not None for word in words))


def _near(topic: str) -> Feature:
    return lambda view: view.near[topic]


def _whole(topic: str) -> Feature:
    return lambda view: view.around[topic]


# Each under the name that its weight has in event_weights.yml.
FEATURES: dict[str, Feature] = {
    "its own words name a place finer than a country": _specific_place,
    "no place anywhere": lambda view: float(view.told.place is None),
    "no place finer than a country": _only_a_country,
    "its own words name a day": _own_day,
    "no day nearer than a year": _only_a_year,
    "years before the article": _years_before,
    "a year long past in its sentence": _old_year_near,
    "a year long past in the article": _old_year_told,
    "a toll is told": toll_told,
    "several killed": _several_killed,
    "the kind of act is named": _named_act,
    "only the outcome is told": only_outcome,
    "a verb tells it": _by_verb,
    "a side is named": _sided,
    "an armed side is named": armed_side,
    "a weapon is named": _weapon,
    "told at the article's head": _opens,
    "well before the article's day": lambda view: float(view.told.background),
    "words of talk in its sentence": _talk,
    "words of a lasting state in its sentence": _lasting,
    "somebody speaks of himself or to the reader": _narrated,
    "a deal, an arrest or a move": _strategic,
    "a deal, an arrest or a move, told in words of arms": _strategic_armed,
    "territory": lambda view: float(view.told.sub_event_type in _TERRITORY),
    "a peaceful protest": _protest,
    "a protest, another topic leads": lambda view: _protest(view) * _civil_leads(view),
    "a crowd and what it wants": _crowd_with_cause,
    "held for politics or arms": _held_for_politics,
    "ground, a base or a thing taken without a word of arms": _taken_without_arms,
    "told in borrowed words": lambda view: float(view.borrowed),
    "told in borrowed words, nobody armed near": _borrowed_alone,
    "nobody armed in the article": _unarmed,
    "told in borrowed words, nothing of war beside them": _bare,
    "told in borrowed words, nobody armed in the article": _borrowed_unarmed,
    "told in borrowed words, nothing of war beside them, nobody armed in the article": _bare_unarmed,
    "another topic leads": _civil_leads,
    "an attack of no kind, weapon or toll": _generic_bare,
    "died, by nobody's hand": _only_died,
    "one killed, nobody armed near": _one_killed_unarmed,
    "told in the present": _in_the_present,
    "the share of armed conflict": lambda view: view.share,
    **{f"{topic} near": _near(topic) for topic in ("armed", "war", "dissent")},
    **{f"{topic} in the article": _whole(topic) for topic in NEAR},
}
