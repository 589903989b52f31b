"""Which places of an article can be the scene of something: not where it was filed, nor who speaks."""

from __future__ import annotations

import re

from articles import Article
from gazetteer import normal_form
from geo.lexicon import grammar, seats
from geo.recognizers.coordinates import POINTER
from geo.toponym import Resolution

LED_TO = re.compile(
    r"\b(?:in|at|on|near|outside|inside|around|of|across|from|into|targeting|hit|struck|toward|towards)\s+(?:[\w'-]+\s+){0,3}$"
)
"""Matches the words before a place that a preposition leads to."""
_SAID = r"(?:said|says|told|reported|added|confirmed)"
# A dateline stands within this many characters of the text's start.
_HEAD = 160
_AGENCY = re.compile(
    r"(?:, [A-Z][\w. ]{2,20})?,?(?: [A-Z][a-z]{2,8}\.? \d{1,2})? ?"
    r"(?:\([A-Za-z/ ]{2,20}\)\s*(?:[-\u2013\u2014:]|[A-Z])|[-\u2013\u2014]{1,2} )"
)
# "Lamu, Kenya: Thirteen days after ...", at the very start.
_COLON = re.compile(r"(?:, [A-Z][\w.' ]{2,20})?:\s+[A-Z\"\u201c]")
_IN_BRACKETS = re.compile(r" \([A-Z][A-Za-z/ ]{1,20}\)")
# "Updated 3 May 2016 Beirut Government forces": a day right before, and a capital right behind.
_DAY_BEFORE = re.compile(r"\d{4},? $")
_OPENING = re.compile(r" (?:An? |The )?[A-Z][a-z]")
_NOUN = re.compile(r" ([a-z]+)\b")
_IN_COUNTRY = re.compile(
    r"\b(?:in|across|inside|within|throughout|over|into|around|of)\s+(?:[\w'-]+\s+){0,2}$", re.IGNORECASE
)
# A place that locates who speaks, or whence something came, and not the act.
_NOT_THE_SCENE = re.compile(
    r"\b(?:told|told (?:[\w'-]+ ){1,3}in|said in|statement from|"
    r"(?:based|met|convened|speaking|spoke|talks|negotiations|meeting|conference|war|conflict|summit"
    r"|embassy|announcement|announced|statement|briefing|hearing|tribunal) in)"
    r"\s+(?:the )?$"
)
# "Confirming it to the News Agency of N. (NAN) in X", "told newsmen in X".
_TOLD_PRESS = re.compile(
    r"\b(?:told|[Cc]onfirm\w+|said|disclos\w+|inform\w+|brief\w+|address\w+|spoke|speaking|statement)\b[^.;]{0,80}?"
    r"\b(?:reporters|newsmen|journalists|correspondents?|press|media|Agency|Reuters|Xinhua|AFP|AP)\b"
    r"(?: (?:of [A-Z]\w+ ?)?(?:\([A-Z]{2,6}\))?)? ?(?:here )?in (?:the )?$"
)
# The building itself, and nobody in it who speaks.
_EMBASSY_HIT = re.compile(
    r"\b(?:near|outside|opposite|front of|inside|against|target(?:ed|ing)|attacked|hit|struck|into|on)"
    r" (?:the|an?) (?:[\w'.-]+ ){0,3}embassy in\s+(?:the )?$"
)
# "Outside the U.S. Embassy": whose house it is.
_HOUSE_OF = re.compile(r"(?:'s)? (?:embassy|consulate|high commission|diplomatic mission)\b", re.IGNORECASE)
# Where the wounded were brought: "taken to hospital in A", "rushed to A General Hospital".
_CARED_FOR = re.compile(
    r"\b(?:taken|rushed|transferred|transported|brought|evacuated|moved|airlifted|flown|admitted|treated|visited)"
    r"\b[^.;,]{0,50} (?:to|in|at)(?: (?:the|an?))?(?: al-?)? ?$",
    re.IGNORECASE,
)
# Characters of "medical centers" and the blank before them.
_WIDEST_HOUSE = 16
_HOSPITAL = re.compile(r"\b(?:hospitals?|clinics?|medical cent(?:er|re))\b", re.IGNORECASE)
# Of the house itself: "where the dead were taken", "received 12 bodies".
_CARES = re.compile(
    r"(?:,? (?:where|to which) (?:[\w-]+ ){0,4}?"
    r"(?:dead|wounded|injured|bodies|victims|casualties|survivors|remains)"
    r" (?:[\w-]+ ){0,3}?(?:taken|brought|rushed|transferred|evacuated|treated|moved)\b"
    r"|,? (?:(?:has|have|had|said it(?: had)?) )?(?:received|took in|treated|admitted)\b)",
    re.IGNORECASE,
)
# Those of a house who only say so: "doctors at A hospital said".
_STAFF_OF = re.compile(
    r"\b(?:medics?|doctors?|nurses?|officials?|sources?|staff|spokes(?:man|woman|person)|director|head|records"
    r"|reporters?|journalists?)"
    r" (?:at|of|from|for|in)(?: (?:the|an?|one))?(?: al-?)? ?$",
    re.IGNORECASE,
)
_THEY_SAY = re.compile(
    rf"[^.;,]{{0,30}}?,? (?:{_SAID}|counted|saw|show|showed|shows)\b"
)
# "Said Jules T., a civil society leader in X": where he who speaks is from.
_ROLE = (
    r"(?:(?:an?|the|one of the) )?(?:[\w'-]+ ){0,4}?"
    r"(?:leader|chief|official|spokes\w+|resident|activist|doctor|medic|nurse|member|mayor|governor|head|director|commander"
    r"|lawmaker|farmer|teacher|villager|elder|journalist|professor|analyst|researcher|expert|secretary|minister|deputy"
    r"|lawyer|worker|witness|trader|shopkeeper|driver|survivor|student|bishop|archbishop|imam|emir)"
    r" (?:[\w'-]+ ){0,4}?"
    r"(?:in|of|from|for|at)(?: the)?(?: [a-z]+){0,3} $"
)
_SPEAKER_FROM = re.compile(rf"\b(?:said|says|told|according to)\b[^.;]{{1,50}}?, {_ROLE}")
# "According to a military source in X", "activists in X said": where those are who tell it.
_SOURCE_IN = re.compile(
    r"\baccording to (?:[\w'-]+ ){0,4}(?:sources?|activists?|correspondents?|reporters?|officials?|residents"
    r"|witnesses|monitors|medics|doctors|locals|reports) (?:in|from|at|inside|based in)(?: the| \w+ern)* $",
    re.IGNORECASE,
)
_OFFICE_OF = re.compile(rf"[A-Z][\w'-]+, {_ROLE}")
# "The X regional administration reported": the act's place only where no other is named.
_AUTHORITY_SAYS = re.compile(
    r" (?:(?:regional|provincial|district|state|city|county|oblast|local|military|security"
    r"|[Aa]dditional|[Aa]ssistant|[Dd]eputy|[Ss]enior) ){0,2}"
    r"(?:administration|authorit(?:y|ies)|government|governor|council|mayor"
    r"|prosecutors?(?:['\u2019]s? office)?|police(?: (?:chief|command|department|spokes\w+))?"
    r"|emergency services?|[Cc]ommissioner"
    r"|[Ss]uperintendent of [Pp]olice|[Dd]irector [Gg]eneral of [Pp]olice)(?: [A-Z][\w.'-]+){0,4}"
    rf"(?:'s office)?,? {_SAID}\b"
)
# "Labourers belonging to X", "a native of X": where a victim is from.
_HOME_OF = re.compile(
    r"\b(?:belong(?:s|ed|ing) to|hail(?:s|ed|ing) from|natives? of)(?: the)? $"
)
# "The bishop of X, J. Smith, said".
_OFFICE_BEFORE = re.compile(
    r"\b(?:bishop|archbishop|imam|emir|mayor|governor|administrator|chief|commander|head)"
    r" (?:of|for|in)(?: the)? $"
)
_NAMED_NEXT = re.compile(rf", (?:[A-Z][\w.'-]+,? ){{1,5}}{_SAID}\b")
_SAID_NEXT = re.compile(rf",? {_SAID}\b")
_ENDS_NAMED = re.compile(r"(?:,? [A-Z][\w'-]+)*[.,;\"]|\Z")
_LED_STRAIGHT = re.compile(r"\b(?:in|at|near|outside|inside)\s+(?:[a-z]+ern )?$")
_DECIDES = re.compile(
    r" (?:to|has|had|would|will|also|backed|backs|blames?|blamed|denied|denies|says|claims"
    r"|accuses|insists|alleges)\b"
)
_SAYS = re.compile(r" (?:says|claims|accuses|insists|alleges|denies)\b")


def can_be_scene(article: Article, place: Resolution) -> bool:
    """Whether something may have happened there, by how the text names it."""
    return not (
        place.toponym.modifier
        or _is_beyond_border(place)
        or is_dateline(article, place)
        or _is_speaker(article, place)
        or _is_home_of_speaker(article, place)
        or _is_house_of_care(article, place)
    )


def is_somebodys(article: Article, place: Resolution) -> bool:
    """Whether an authority of the place says so ("the X police said"), or a victim is from there."""
    span, first = place.toponym.span, place.toponym.expression.start
    text = article.field_text(span.field)
    says = _AUTHORITY_SAYS.match(text, span.end) is not None
    return says or _HOME_OF.search(text, max(0, first - 40), first) is not None


def _is_beyond_border(place: Resolution) -> bool:
    """ "Near the border with X": the act was on this side of it, and the country is none of its places."""
    return place.toponym.relation == "near" and place.place is not None and place.place.level == "country"


def is_dateline(article: Article, place: Resolution) -> bool:
    """Whether the name tells where the report was filed.

    It stands in capitals, before a sign, before an agency in brackets, or between the day and the capital
    that opens the report.
    """
    span = place.toponym.span
    if span.field != "text" or place.toponym.pointer == POINTER:
        return False
    text = article.text
    words = text[span.start : span.end]
    letters = words.replace(".", "")
    if span.start > _HEAD:
        # Behind the caption of a picture: "REUTERS A. Name BEIRUT (Agency) The army ...".
        return letters.isupper() and len(letters) > 3 and _IN_BRACKETS.match(text, span.end) is not None
    in_capitals = letters.isupper() and len(letters) > 3 and not text[span.end : span.end + 60].isupper()
    behind_day = _DAY_BEFORE.search(text, 0, span.start) is not None
    if not text[: span.start].strip() and _COLON.match(text, span.end):
        return True
    if behind_day and _OPENING.match(text, place.toponym.expression.end):
        return True
    if not in_capitals and _LED_STRAIGHT.search(text, 0, span.start):
        return False
    return in_capitals or _AGENCY.match(text[span.end : span.end + 60]) is not None


def _is_speaker(article: Article, place: Resolution) -> bool:
    """Whether a country acts or speaks here ("Turkey says") and is no scene: no preposition leads to it.

    So does a capital that stands for its government, where a verb of deciding follows ("prompted Moscow to");
    of other towns only a verb of saying tells it.
    """
    span = place.toponym.expression
    before = article.field_text(span.field)[max(0, span.start - 40) : span.start]
    if _TOLD_PRESS.search(article.field_text(span.field), max(0, span.start - 150), span.start):
        return True
    if _NOT_THE_SCENE.search(before):
        return _EMBASSY_HIT.search(article.field_text(span.field), 0, span.start) is None
    known = place.place
    if known is not None and known.level == "country" and _is_house_of(article, place):
        return True
    if place.level != "country":
        if LED_TO.search(before) is not None:
            return False
        text, seat = article.field_text(span.field), normal_form(place.toponym.name) in seats()
        return (_DECIDES if seat else _SAYS).match(text, span.end) is not None
    return _IN_COUNTRY.search(before) is None or _is_adjective(article, place)


def _is_house_of(article: Article, place: Resolution) -> bool:
    """Whether an embassy of the country is named, which stands in another one."""
    span = place.toponym.span
    return _HOUSE_OF.match(article.field_text(span.field), span.end) is not None


def _is_home_of_speaker(article: Article, place: Resolution) -> bool:
    """ "Said J. Smith, a teacher in X", "J. Smith, mayor of the town of X, said"."""
    span = place.toponym.expression
    text = article.field_text(span.field)
    if _SAID_NEXT.match(text, span.end) and _OFFICE_OF.search(text, max(0, span.start - 80), span.start):
        return True
    if _NAMED_NEXT.match(text, span.end) and _OFFICE_BEFORE.search(text, max(0, span.start - 40), span.start):
        return True
    if _SOURCE_IN.search(text, max(0, span.start - 80), span.start):
        return True
    end = _ENDS_NAMED.match(text, span.end)
    return end is not None and _SPEAKER_FROM.search(text, max(0, span.start - 120), span.start) is not None


def _is_house_of_care(article: Article, place: Resolution) -> bool:
    """Whether the wounded were brought there, or its staff only say what happened elsewhere."""
    span = place.toponym.expression
    text = article.field_text(span.field)
    around = text[max(0, span.start - 80) : span.end + _WIDEST_HOUSE].lower()
    if not ("hospital" in around or "clinic" in around or "medical cent" in around):
        return False
    before = text[max(0, span.start - 80) : span.start]
    behind = _HOSPITAL.match(text, span.end + 1)
    is_hospital = behind is not None or _HOSPITAL.search(article.words(span)) is not None
    if is_hospital and _CARES.match(text, span.end if behind is None else behind.end()):
        return True
    brought = _CARED_FOR.search(before)
    if brought is not None and (is_hospital or _HOSPITAL.search(brought[0]) is not None):
        return True
    told_by_staff = _STAFF_OF.search(before) is not None and _THEY_SAY.match(text, span.end) is not None
    return is_hospital and told_by_staff


def _is_adjective(article: Article, place: Resolution) -> bool:
    """Whether a country's short form says whose ("in U.S. air strikes"): a noun follows it."""
    span = place.toponym.span
    if article.words(span).upper() != article.words(span):
        return False
    noun = _NOUN.match(article.field_text(span.field), span.end)
    return noun is not None and noun[1] not in grammar().closers
