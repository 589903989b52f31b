"""The signs that an article reports an event as having happened: named features of how it is told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from articles import Article
from geo.event_view import (
    ARMED_MOVES,
    ARMS,
    CIVIL,
    READ,
    View,
    armed_side,
    is_armed,
    only_outcome,
    toll_told,
)
from geo.toponym import Resolution
from mentions import EventMention, Gated, lower

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
    r"\b(?:since|ongoing|continu\w+|campaign|years?(?![- ]old)|months?(?![- ]old)|conflict|war|repeatedly"
    r"|regularly|daily|often|usually|always|"
    r"so far|in recent|every|throughout|over the past)\b",
    re.IGNORECASE,
)
# Who tells a column, a letter or an advertisement speaks of himself and to the reader.
_NARRATOR = re.compile(r"\b(?:I|we|We|my|My|our|Our|us|you|You|your|Your)\b")
# Its first digit comes before the look back: where no digit is, the pattern is not tried.
_YEAR = re.compile(r"(?:1(?<![\d,.-]1)[5-9]\d|2(?<![\d,.-]2)0[01])\d(?![\d,.-]\d)")
# Nobody is killed in a raid by a flood or a fever; of animals it is said too.
_KILLED_IN_AN_ACT = Gated(
    r"\b(?:killed|wounded|injured|hurt|died|slain|murdered|deaths?|dead) (?:[\w'-]+ ){0,4}?"
    r"(?:in|during|when|after) (?:an? |the )?"
    r"(?:(?!shark|dog|heart|bear|panic|animal|asthma|tiger|lion|wolf|leopard|elephant|crocodile)"
    r"[\w'-]+ ){0,3}?"
    r"(?:attack|raid|ambush|assault|gun ?battle|shootout|clash(?:es)?|air ?strikes?|shelling|militants"
    r"|gunmen|rebels|armed)\b"
)
_CAPTIVES = Gated(r"\b(?:prisoners?|hostages?|captives?|detainees)\b", re.IGNORECASE)
_CROWDS = ("Peaceful protest", "Protest with intervention", "Violent demonstration", "Mob violence")
# Topics that no war is told in: of "road" its own news is full.
OF_PEACE = tuple(t for t in CIVIL if t != "road")
STRATEGIC = frozenset(("Agreement", "Arrests", "Change to group/activity"))
TERRITORY = frozenset(("Government regains territory", "Non-state actor overtakes territory"))
OPENING = 300
"""Characters that are an article's head."""
Feature = Callable[[View], float]


def _specific_place(view: View) -> float:
    return float(any(_is_specific(t.own_place) for t in view.told.tellings))


def _no_place(view: View) -> float:
    """Nor is one known of which the text only says that it is a place ("in Zorbat")."""
    place = view.told.place
    return float(
        place is None or (place.place is None and place.toponym.kind is None and place.toponym.marked)
    )


def _is_specific(place: Resolution | None) -> bool:
    """Finer than a country; a name that nobody knows, without a kind word, may be no place at all."""
    if place is None or (place.place is None and place.toponym.kind is None):
        return False
    return place.level != "country"


def _own_day(view: View) -> float:
    return float(any(t.mention.date is not None for t in view.told.tellings))


def _only_a_year(view: View) -> float:
    return float(view.told.date is not None and view.told.date.precision == 5)


def names_old_year(article: Article) -> bool:
    """Whether an article names a year more than ten before its own: it may tell of history."""
    published, first = article.published, _first_year(_head(article.title, article.text))
    return published is not None and first is not None and first < published.year - 10


@lru_cache(maxsize=16)
def _first_year(words: str) -> int | None:
    """The earliest year that the words name; of the article they are asked once an event."""
    return min((int(year) for year in _YEAR.findall(words)), default=None)


@lru_cache(maxsize=4)
def _head(title: str, text: str) -> str:
    return f"{title} {text[:READ]}"


def _named_act(view: View) -> float:
    return float(any(t.mention.telling == "act" for t in view.told.tellings))


def _killed_in_act(view: View) -> float:
    return killed_in_act(view.article, (t.mention for t in view.told.tellings))


def killed_in_act(article: Article, mentions: Iterable[EventMention]) -> float:
    """1.0 where one of their sentences tells of dead or hurt "in an attack", else 0.0."""
    sentences = {m.sentence for m in mentions}
    return float(any(_KILLED_IN_AN_ACT.search(lower(article.words(span))) for span in sentences))


def _wide_and_long(view: View) -> float:
    """ "Air strikes have killed 78 in the country this month": a sum, not an event."""
    date = view.told.date
    return float(date is not None and date.precision >= 3 and not _specific_place(view))


def _by_verb(view: View) -> float:
    return float(any(t.mention.by_verb for t in view.told.tellings))


def _weapon(view: View) -> float:
    return float(view.told.weapon is not None)


def _opens(view: View) -> float:
    return float(view.told.first_at[1] < OPENING or view.told.tellings[0].mention.headline)


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
    return float(view.told.sub_event_type in STRATEGIC)


def _strategic_armed(view: View) -> float:
    """ "A ceasefire came into force", "deployed troops", "freed the hostages": its own words name arms."""
    if not _strategic(view):
        return 0.0
    return float(any(is_armed(w) or _CAPTIVES.search(w) for w in view.words))


def _protest(view: View) -> float:
    return float(view.told.sub_event_type == "Peaceful protest")


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


def _bare_unarmed(view: View) -> float:
    return _bare(view) * _unarmed(view)


def _generic_bare(view: View) -> float:
    told_of = _named_act(view) or only_outcome(view) or toll_told(view)
    return float(not told_of and view.told.weapon is None)


def _share_near(view: View) -> float:
    armed = view.near["armed"] + view.near["war"]
    return armed / (1 + armed + sum(view.near[topic] for topic in CIVIL))


def _whole(topic: str) -> Feature:
    return lambda view: view.around[topic]


# Each under the name that its weight has in event_weights.yml.
FEATURES: dict[str, Feature] = {
    "its own words name a place finer than a country": _specific_place,
    "no place anywhere": _no_place,
    "its own words name a day": _own_day,
    "no day nearer than a year": _only_a_year,
    "a year long past in the article": lambda view: float(names_old_year(view.article)),
    "a toll is told": toll_told,
    "killed in an attack": _killed_in_act,
    "a week or more in a whole country": _wide_and_long,
    "a verb tells it": _by_verb,
    "an armed side is named": armed_side,
    "a weapon is named": _weapon,
    "told at the article's head": _opens,
    "words of talk in its sentence": _talk,
    "words of a lasting state in its sentence": _lasting,
    "somebody speaks of himself or to the reader": _narrated,
    "a deal, an arrest or a move": _strategic,
    "a deal, an arrest or a move, told in words of arms": _strategic_armed,
    "territory": lambda view: float(view.told.sub_event_type in TERRITORY),
    "a protest, another topic leads": lambda view: _protest(view) * view.subject.civil,
    "ground, a base or a thing taken without a word of arms": _taken_without_arms,
    "told in borrowed words": lambda view: float(view.borrowed),
    "told in borrowed words, nobody armed near": _borrowed_alone,
    "nobody armed in the article": _unarmed,
    "told in borrowed words, nothing of war beside them, nobody armed in the article": _bare_unarmed,
    "another topic leads": lambda view: float(view.subject.civil),
    "an attack of no kind, weapon or toll": _generic_bare,
    "the share of armed conflict": lambda view: view.subject.share,
    "the share of armed conflict in its sentence": _share_near,
    "war near": lambda view: view.near["war"],
    "sport or a story near": lambda view: min(3.0, view.near["sport"] + view.near["story"]),
    "trade or everyday life near": lambda view: min(3.0, view.near["trade"] + view.near["everyday"]),
    **{f"{topic} in the article": _whole(topic) for topic in ("armed", *OF_PEACE)},
}
