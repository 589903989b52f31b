"""What is no news of violence, however sure its words: each rule that says so has a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Literal

from articles import Span
from geo.event_view import ARMED_MOVES, ARMS, View, armed_side, is_armed, only_outcome, says_killed, toll_told
from geo.not_today import a_relic, a_statistic, denied, in_a_drill, in_passing
from geo.other_desks import (
    for_gain,
    in_a_tale,
    in_court,
    of_a_match,
    of_an_animal,
    of_kin,
    on_the_street,
    only_shown,
    with_toys,
)
from mentions import DateRange, Gated, lower

Reason = Literal[
    "of unknown cause", "long ago", "a mishap", "a crash", "a parade", "a walkout", "nothing in the air",
    "nobody armed", "denied", "a drill", "in passing", "a statistic", "a relic", "a match", "a court",
    "a tale", "a game", "an animal", "for gain", "street crime", "of kin", "a show",
]  # fmt: skip

_BY_CROWDS = frozenset(
    ("Peaceful protest", "Protest with intervention", "Violent demonstration", "Mob violence")
)
# The share of armed conflict in an article that is about little else.
_ABOUT_WAR = 0.5
# Days after which what a text tells is history.
_LONG_AGO = 3650
# Wars that no news of today is of.
_OLD_WARS = Gated(
    r"\b(?:during|in|of|from|through) (?:the )?(?:(?:second|first) world war|great war"
    r"|world war (?:one|two|ii?)|blitz|napoleonic wars?"
    r"|(?:american|english|spanish) civil war|(?:boer|korean|vietnam|crimean) war"
    r"|winter war|battle of britain|d-day landings|holocaust)\b"
)
# A day without its year, in the history that an old year begins.
_YEAR = re.compile(
    r"\b(?:in|of|since|from|until|by|during|early|late|mid|spring|summer|autumn|fall|winter|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)(?: \d{1,2},)? (1[5-9]\d\d|20\d\d)\b"
)
# Articles without a day are of the years since papers stand in the web.
_FIRST_YEAR = 1990
_NOW = re.compile(
    r"\b(?:(?:on|last|next|this|since) (?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|tonight"
    r"|this week|last (?:night|week)|overnight)\b"
)
# What the bodies show.
_BY_HAND = re.compile(
    r"\b(?:tortured|throats? (?:cut|slit)|bullet|gunshot|shot|beheaded|decapitated|hacked|bound)\b"
)
# An obituary says how old somebody became.
_AT_AGE = re.compile(
    r"\b(?:died|dies|dead|death)\b[^.;]{0,60}\b(?:aged|(?:at )?age|at) (?:the age of )?\d{2,3}\b"
)
# What only people do, whatever fell in or burned then.
_NO_MISHAP = ("bombed", "shelled", "shelling", "airstrike", "air strike", "air raid", "gunned")
# Behind the act: the year that it happened in, or how many years ago.
_YEARS_AGO = re.compile(
    r"[^.;]{0,80}?\b(?:(?:in|on|of|since|during|from) (?:the |early |late )?(?:\d{1,2} )?(?:[a-z]+ )?"
    r"(?:\d{1,2},? )?(?P<year>1[5-9]\d\d|20[01]\d)\b|(?:\d{2,3}|ten|eleven|twelve|fifteen|twenty"
    r"|thirty|forty|fifty|sixty|seventy|a hundred) years (?:ago|earlier|before))"
)
# Characters before a sentence in which the year of its history may stand.
_BEFORE = 300
_CRASH = re.compile(
    r"\b(?:came down|crash(?:ed|es)?|capsi[sz]ed?|derailed|plunged|overturned|collided|collision)\b"
)
_ERUPTED = Gated(r"\b(?:mount|mt|volcano) \w+ (?:has |had )?(?:erupted|erupts|exploded)\b")
_ON_THE_ROAD = Gated(
    r"\b(?:motor)?cyclists?\b|\b(?:pedestrian|motorist|biker|pillion rider)s?\b"
    r"|\bkilled on (?:the |an? )?(?:[\w'-]+ ){0,3}(?:roads?|motorway|highway|a\d+|m\d+|level crossing)\b"
)
# What brings a vehicle down on purpose, or is sent down to kill.
_BROUGHT_DOWN = re.compile(
    r"\b(?:shot|downed|missiles?|rockets?|fire|attack(?:ed|s)?|bombs?|blast|explo\w+|drones?|uavs?|rammed|gunm[ae]n|militants?"
    r"|rebels?|insurgents?|suicide|hijack\w*)\b"
)
_WALKOUT = re.compile(
    r"\b(?:unions?|walk(?:ed)?[ -]?out|pickets?|picketing|strikers|wages?|pay|rosters?|commuters"
    r"|work(?:ers|force)|employe(?:es|rs?)|staff|drivers|teachers|nurses|dockers|pilots|controllers"
    r"|stoppages?|management|rise of)\b"
)
_STRIKE = re.compile(r"(?:air[ -])?strikes?(?: actions?)?|picket(?:ing|s| lines?)?")
_SHOT_DOWN = re.compile(r"(?:shot|shoots?|shooting|brought)\b.*\bdown\b|down(?:ed|s|ing)?\b.*")
_IN_THE_AIR = re.compile(
    r"\b(?:air|aerial|plane|warplane|drone|jet|helicopter|aircraft|missile|rocket|pilot|balloon|uav|projectile|airliner"
    r"|gunship|fighter|mig|su|f|quadcopter|glider|bomber|flight|shell|bird|pigeon|copter)(?:s|-\d+)?\b"
)

_SHIPPED = re.compile(
    r"\b(?:ships?|boats?|vessels?|convoys?|trucks?|lorr(?:y|ies)|cars?|vehicles?|packages?|parcels?|shipments?|cargo"
    r"|weapons?|arms|explosives?|drugs|ammunition|devices?|bombs?|mines?|grenades?|shells?"
    r"|ordnance|messages?)\b"
)


def _of_unknown_cause(view: View) -> bool:
    """Only victims are told, by nobody's hand and without a word of war in their sentences.

    "Killed" says that somebody did it, unless the sentence tells of a mishap; "died" and "no casualties" do
    so only in an article that is about little but armed conflict.
    """
    told = view.told
    victims_only = only_outcome(view) and all(t.mention.sub_event_type == "Attack" for t in told.tellings)
    if victims_only and not says_killed(view) and _AT_AGE.search(view.sentences):
        return True
    if not victims_only or told.perpetrator is not None or view.near["armed"] or view.near["war"]:
        return False
    if _beside_a_mishap(view) or _on_the_road(view):
        return True
    killed = says_killed(view) or _BY_HAND.search(view.sentences) is not None
    return not killed and view.subject.share < _ABOUT_WAR


def _long_ago(view: View) -> bool:
    """It lies ten years or more before the article: history, whatever it is told for."""
    day = view.told.date
    if day is not None and _is_old(day, view.article.published, view):
        return True
    if any(_years_ago(view, span) for span in view.told.triggers):
        return True
    return _OLD_WARS.search(view.sentences) is not None or _goes_on(view)


def _is_old(day: DateRange, published: date | None, view: View) -> bool:
    """Ten years before the article; where nobody says when that appeared, before any year in it."""
    if published is not None:
        return (published - day.end).days > _LONG_AGO
    years = (int(year) for year in _YEAR.findall(lower(view.article.text)))
    return day.end.year < max(_FIRST_YEAR, max(years, default=0) - 10)


def _goes_on(view: View) -> bool:
    """History goes on in bare days: behind an old year, and before any word of now, no day has its year."""
    published = view.article.published
    first = view.told.tellings[0].mention
    if published is None or any(t.mention.headline for t in view.told.tellings[:1]):
        return False
    text = view.article.field_text(first.sentence.field)
    start = max(0, first.sentence.start - _BEFORE)
    before, here = lower(text[start : first.sentence.start]), lower(view.article.words(first.sentence))
    years = list(_YEAR.finditer(before))
    if not years or _YEAR.search(here) or _NOW.search(before[years[-1].end() :] + here):
        return False
    return int(years[-1][1]) <= published.year - 10


def _years_ago(view: View, trigger: Span) -> bool:
    published = view.article.published
    words = lower(view.article.field_text(trigger.field)[trigger.end : trigger.end + 120])
    if "1" not in words and "20" not in words and " years " not in words:
        return False
    told = _YEARS_AGO.match(words)
    if told is None:
        return False
    return told["year"] is None or (published is not None and int(told["year"]) <= published.year - 10)


def _mishap(view: View) -> bool:
    """ "An earthquake struck the town": borrowed words beside a mishap, and nobody armed in the sentence."""
    if view.told.sub_event_type in _BY_CROWDS:
        return False
    armed = view.near["armed"] or view.near["war"] or armed_side(view)
    bombed = any(word.startswith(_NO_MISHAP) for word in view.words)
    return bool(view.borrowed and _beside_a_mishap(view) and not (armed or bombed))


def _beside_a_mishap(view: View) -> bool:
    """Whether its sentence tells of a mishap, or its article does where nobody in it is armed."""
    if _ERUPTED.search(view.sentences):
        return True
    mishaps = ("mishap", "illness")
    around = any(view.around[topic] for topic in mishaps) and not view.around["armed"]
    return around or any(view.near[topic] for topic in mishaps)


def _on_the_road(view: View) -> bool:
    """ "A motorcyclist was killed on the coast road": nobody armed in the article."""
    return not view.around["armed"] and _ON_THE_ROAD.search(view.sentences) is not None


def _crash(view: View) -> bool:
    """ "A military plane crashed, killing 257": an armed side's mishap is still one."""
    sentences = view.sentences
    if not only_outcome(view) or _CRASH.search(sentences) is None:
        return False
    return _BROUGHT_DOWN.search(sentences) is None


def _parade(view: View) -> bool:
    """ "Soldiers marched through the square": they do not protest."""
    side = view.told.perpetrator
    if side is None or view.told.sub_event_type != "Peaceful protest":
        return False
    return is_armed(lower(side.text))


def _walkout(view: View) -> bool:
    """ "Drivers strike over pay": nothing but the word, in an article of work."""
    if not all(_STRIKE.fullmatch(word) for word in view.words):
        return False
    return len(set(_WALKOUT.findall(view.subject.head))) > 1 and not toll_told(view)


def _nothing_in_the_air(view: View) -> bool:
    """ "Shot down a proposal", "a pass was intercepted": what flies or is shipped is not named."""
    if all(_SHOT_DOWN.fullmatch(word) for word in view.words):
        return _IN_THE_AIR.search(view.sentences) is None
    caught = all(word.startswith(("intercept", "defus")) for word in view.words)
    return caught and _IN_THE_AIR.search(view.sentences) is None and _SHIPPED.search(view.sentences) is None


def _nobody_armed(view: View) -> bool:
    """ "Opened its headquarters", "withdrew from the race": a taking, a leaving or a deal without arms."""
    armed = any(view.around[topic] for topic in ("armed", "war", "dissent")) or armed_side(view)
    if view.told.sub_event_type not in ARMED_MOVES or armed or toll_told(view):
        return False
    return ARMS.search(view.subject.head) is None


def _match(view: View) -> bool:
    """ "Clashed in the final before 4,000 fans", "traded shots at each other's tax plans"."""
    if view.near["armed"] or view.near["war"] or toll_told(view):
        return False
    of_peace = view.near["trade"] + view.near["everyday"] >= 2 and not view.around["armed"]
    civil = view.near["sport"] or of_peace
    clash = view.told.sub_event_type == "Armed clash" and civil and not armed_side(view)
    return bool(clash or (view.borrowed and view.near["sport"] >= 2))


_RULES: tuple[tuple[Reason, Callable[[View], bool]], ...] = (
    ("of unknown cause", _of_unknown_cause),
    ("long ago", _long_ago),
    ("a mishap", _mishap),
    ("a crash", _crash),
    ("a parade", _parade),
    ("a walkout", _walkout),
    ("nothing in the air", _nothing_in_the_air),
    ("nobody armed", _nobody_armed),
    ("denied", denied),
    ("a drill", in_a_drill),
    ("in passing", in_passing),
    ("a statistic", a_statistic),
    ("a relic", a_relic),
    ("a match", _match),
    ("a match", of_a_match),
    ("a court", in_court),
    ("an animal", of_an_animal),
    ("a tale", in_a_tale),
    ("a game", with_toys),
    ("for gain", for_gain),
    ("street crime", on_the_street),
    ("of kin", of_kin),
    ("a show", only_shown),
)


def why_not_news(view: View) -> Reason | None:
    """The first rule that says the candidate is no news of violence, or None."""
    return next((reason for reason, rule in _RULES if rule(view)), None)
