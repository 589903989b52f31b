"""What is no event of these days: what is denied, drilled, a sum of a year, or left by an old war."""

from __future__ import annotations

from geo.event_view import View, toll_told
from geo.toponym import Resolution
from mentions import Gated, flatten, lower

# Before the act, where it only dates or explains what is told.
_IN_PASSING = Gated(
    r"\b(?:in the wake of|after|following|since|amid|over|about|before) (?:the )?"
    r"(?:(?:last|this) (?:week|month|year)|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)'s "
    r"(?:[\w'-]+ ){0,3}$"
)
# What somebody says of a report.
_FALSE = r"(?:false|fake|untrue|baseless|fabricated|unfounded|a lie|a fabrication|wrong|fiction)"
_DENIED = Gated(
    rf"\b(?:reports?|claims?|rumou?rs?|stor(?:y|ies)|allegations?|publications?) (?:of|that|about)\b[^.;]*"
    rf" (?:is|are|was|were) (?:\w+ )?{_FALSE}\b"
    rf"|\b(?:described|dismissed|denounced) as {_FALSE}\b"
    rf"|\b{_FALSE} (?:reports?|rumou?rs?|news) (?:of|that)\b"
)
_DRILLS = Gated(
    r"\b(?:drills?|(?:military|naval|live-fire|joint|[a-z]+tic|nato) exercises?|war games"
    r"|manoeuvres?|maneuvers?)\b"
)
# Characters at an article's head that say what it tells.
_LEAD = 200
_KILLED = (
    r"(?:casualt(?:y|ies)|deaths?|killings?|homicides?|murders?|attacks|fatalities|toll|killed|shootings)"
)
# A part of all those killed.
_SHARE = Gated(
    rf"\b{_KILLED}\b[^.;]{{0,120}}?\d ?(?:%|per ?cent\b)|\d ?(?:%|per ?cent\b)[^.;]{{0,120}}?\b{_KILLED}\b"
)
# The sum of a year, and how it grew.
_YEARLY = Gated(
    rf"\bannual (?:report|figures|statistics|survey)|\b{_KILLED} [^.;]{{0,40}}?(?:rose|climbed|fell|dropped"
    r"|jumped|surged|increased|spiked|declined|up|down) (?:by )?[^.;]{0,20}?\d+ ?(?:%|per ?cent\b)"
    r"|\bnumber of [^.;]{3,60}? (?:rose|climbed|fell|dropped|jumped|surged|increased)\b"
)
_OLD_WAR = r"(?:(?:first|second) world war|(?:world war|ww) ?(?:two|one|ii?|2|1)|wartime|blitz|nazi)"
_BOMB = r"(?:bombs?|bombshells?|mines?|shells?|grenades?|ordnance|explosives?|munitions?|torpedo|projectile)"
# A bomb that an old war left behind.
_RELIC = Gated(
    rf"\b{_OLD_WAR}(?:[ -]?era)?(?: [\w,-]+){{0,3}} {_BOMB}\b"
    rf"|\bunexploded (?:[\w-]+ ){{0,6}}?{_BOMB}\b[^.;]{{0,40}}?\b(?:from|of) (?:the )?{_OLD_WAR}"
)


def denied(view: View) -> bool:
    """ "A report of an attack on the village was false, the army said"."""
    return _DENIED.search(view.sentences) is not None


def in_a_drill(view: View) -> bool:
    """ "A frigate hit its target": nobody is hurt, and the article is about an exercise."""
    lead = lower(f"{view.article.title} {view.article.text[:_LEAD]}")
    return not toll_told(view) and _DRILLS.search(lead) is not None


def in_passing(view: View) -> bool:
    """ "Tension rose in the wake of last week's air strike": told once, of no place and without a toll."""
    if len(view.told.tellings) > 1 or len(view.told.triggers) > 1 or toll_told(view):
        return False
    telling = view.told.tellings[0]
    if telling.mention.headline or _is_finer_than_a_country(telling.own_place):
        return False
    sentence = telling.mention.sentence
    before = view.article.words(sentence)[: view.told.triggers[0].start - sentence.start]
    return _IN_PASSING.search(flatten(lower(before))) is not None


def a_statistic(view: View) -> bool:
    """ "Deaths rose by 14 per cent", "bombs caused 28 per cent of casualties": of no place and no day."""
    if any(_is_finer_than_a_country(t.own_place) for t in view.told.tellings):
        return False
    day = view.told.date
    own_day = day is not None and day.precision <= 2 and bool(day.spans)
    if not own_day and _SHARE.search(view.sentences):
        return True
    return _YEARLY.search(view.subject.head if not own_day else view.sentences) is not None


def a_relic(view: View) -> bool:
    """ "An unexploded bomb of the second world war was defused": found, and nobody hurt by it."""
    if view.told.sub_event_type not in ("Disrupted weapons use", "Remote explosive/landmine/IED"):
        return False
    return not toll_told(view) and _RELIC.search(view.subject.head) is not None


def _is_finer_than_a_country(place: Resolution | None) -> bool:
    return place is not None and place.level != "country"
