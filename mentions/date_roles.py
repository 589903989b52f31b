"""What the words around a date make of it: an act's day, a deadline, a dateline, the day of a statement."""

from __future__ import annotations

import re
from typing import Literal

from mentions.calendar_words import Days, precision_of

DateRole = Literal["plain", "saying", "anaphoric", "since", "duration", "dateline", "scheduled"]

_REACH = 70  # characters to the left that can still govern a date
_FILLER = (
    r"(?:on|in|at|least|about|around|the|then|late|early|mid|night|morning|evening|beginning|start|end|middle|of"
    r"|this|last)"
)
_SINCE = re.compile(
    rf"\b(?:since|until|till|before|prior to|ahead of|dating back to)(?:[ -]+{_FILLER})*[ -]*$"
)
# "Since the 1 May coup": not the day of what is told.
_SINCE_THE = re.compile(r"\bsince the $")
_NOTABLE = re.compile(
    r" +(?:[\w-]+ +){0,2}?(?:coup|putsch|revolution|uprising|war|elections?|invasion|takeover|truce)\b"
)
_UNTIL = re.compile(rf"\b(?:until|till|ahead of)(?:[ -]+{_FILLER})*[ -]*$")
_DEADLINE = re.compile(rf"\b(?:by|as (?:early|late|far back) as)(?: +{_FILLER})* *$")
_BEGAN = re.compile(
    rf"\b(?:began|begun|start(?:ed|ing)|erupt(?:ed|ing)|broke out|beginning)(?: +[a-z-]+){{0,4}}?"
    rf" *{_FILLER}? *$"
)
# "The deadliest attack since insurgents were driven out in 2012".
_SINCE_THEN = re.compile(r"\bsince(?: +[\w'-]+){1,8}? +in *$")
_WAR_BEGAN = re.compile(
    r"\b(?:war|conflict|uprising|revolution|revolt|crisis|unrest|insurgency|rebellion|intervention)\b[^.;]{0,30}"
    r"\b(?:began|begun|start(?:ed)?|erupted|broke out)\b[^.;]{0,25}$"
)
_FUTURE = re.compile(
    r"\b(?:will|shall|won't|to be held|scheduled|due|planned|plans?|planning|expected|set|slated|going)"
    r" +(?!after)(?:[\w'-]+ +){0,8}$|\b(?:will|'ll)(?: +[\w'-]+){0,10} +$"
)
_SAID = (
    r"(?:said|says|saying|told|reported|announced|confirmed|added|stated|tweeted|declared|wrote|revealed"
    r"|disclosed)"
)
_CLAUSE_END = re.compile(rf"[.;:!?\n\"(]|\b{_SAID}\b")
_SAYING = re.compile(
    rf"\b{_SAID}(?: +(?:in|at|to|via|through|from) +(?:an? +|the +|its +|his +)?[\w-]+(?: +(?!in\b)[\w-]+)?)?"
    r"(?: +by +(?:tele)?phone)?,?(?: +(?:late|early))?(?: +on)?(?: +(?:late|early))? *$"
    r"|\btold +(?:[\w'-]+ +){1,4}?(?:by +(?:tele)?phone +)?(?:on|late|early)(?: +(?:on|late|early))* *$"
    r"|\btold +(?:the +)?[\w'-]+ +$|\b(?:statement|report|interview)(?: +[\w-]+){0,2} +on *$"
)
# "on Monday said it had"; but in "were killed on Monday said activists" the verb has its own speaker.
_SAYING_NEXT = re.compile(
    r" +(?:also +)?(?:accused|blamed|condemned|denounced|claimed +(?:the +)?(?:responsibility|credit))\b"
    rf"| +(?:also +)?{_SAID}\b(?! +(?:an? +|the +|local +)?(?:activists?|witness(?:es)?|sources?|residents?"
    r"|officials?|police|medics|observatory|monitors?|spokes\w+|statement|rights)\b)"
)
# "On Friday, the ministry released a report which claimed": the day of a document, not of what it tells.
_DOCUMENT_NEXT = re.compile(
    r",? +(?:[\w.'-]+ +){1,6}?(?:released|published|issued|posted|put out|aired) +(?:an?|its|the|new|his|her)"
    r" +(?:[\w-]+ +){0,3}?"
    r"(?:reports?|statements?|video|study|communiqu[eé]|figures|findings|list|investigation|footage)\b"
)
_POSTED = re.compile(
    r"\b(?:posted|published|updated|modified|date of publication|publication date|dated?|created)"
    r"(?: +(?:on|at))? *:? *$"
)
_AGENCY = re.compile(
    r"[,.]? *\([a-z][a-z /.&-]{1,24}\) *(?:--?|:|\n)"
    r"|[,.]? +\(?(?:reuters|afp|ap|sana)\)? *--? "
    r"|[,.]? +--? (?=[\"a-z0-9])"
)
_AGENCY_BEFORE = re.compile(r"\b(?:AFP|AP|Reuters|REUTERS|SANA|Xinhua|Anadolu|DPA|UPI)\)?[ ,:-]*$")
_GOVERNS = frozenset(
    ("On", "In", "Since", "By", "The", "Around", "About", "From", "Between", "After", "Before", "Until",
     "Till", "Late", "Early", "Approximately", "During", "As", "Of", "For", "To", "And")
)  # fmt: skip
_NAMED_AFTER = re.compile(
    r" +(?:streets?|squares?|bridge|district|neighbou?rhood|brigade|division|regiment|battalion|hospital"
    r"|stadium|airport|quarter|mosque|movement|martyrs|alliance|coalition|university|school|club|dam|camp|road|park)\b"
)

_APPOINTED = re.compile(
    r"(?:'s)?(?: +[\w-]+)? +(?:polls?|elections?|vote|referendum|ballot|run-?off|summit|talks|conference"
    r"|deadline|meeting|inauguration)\b"
)


def role_of(low: str, start: int, end: int) -> DateRole:
    """What the words just before a day within reach make of it. `low` is flattened and lower case."""
    left = low[max(0, start - _REACH) : start]
    # "before the April 4 attack", "said Monday's strike": the date belongs to the noun after it.
    attributive = left.endswith("the ") or low[end - 1] == "s"
    if _SINCE_THE.search(left) and _NOTABLE.match(low, end):
        return "since"
    if not attributive and (_SINCE.search(left) or _WAR_BEGAN.search(left)):
        return "since"
    if _POSTED.search(left) or (start < _REACH and _AGENCY.match(low, end)):
        return "dateline"
    return "saying" if not attributive and _SAYING.search(left) else "plain"


def is_said_next(low: str, end: int) -> bool:
    """Whether a verb of saying or issuing follows the day ("the army on Monday said that")."""
    return _SAYING_NEXT.match(low, end) is not None or _DOCUMENT_NEXT.match(low, end) is not None


def may_end_later(low: str, start: int) -> bool:
    """Whether a date ends a state ("until Sunday"): told without a year, it need not lie in the past."""
    return _UNTIL.search(low[max(0, start - _REACH) : start]) is not None


def begins_a_state(low: str, start: int, days: Days) -> bool:
    """Whether a month or a year only says when something began or had to end ("by 2015")."""
    left = low[max(0, start - _REACH) : start]
    if precision_of(*days) < 4:
        return False
    since_year = precision_of(*days) > 4 and _SINCE_THEN.search(left) is not None
    return since_year or bool(_BEGAN.search(left) or _DEADLINE.search(left))


def lies_ahead(low: str, start: int) -> bool:
    """Whether the clause before a date speaks of the future ("will meet on")."""
    left = low[max(0, start - _REACH) : start]
    ends = [m.end() for m in _CLAUSE_END.finditer(left)]
    return _FUTURE.search(left[ends[-1] :] if ends else left) is not None


def opens_text(flat: str, start: int, end: int) -> bool:
    """Whether a full date heads a text as pages print it, not as in "06/17/2020:" or "On 3 May 2015, ..."."""
    if start < 3 * _REACH and _AGENCY_BEFORE.search(flat[max(0, start - 20) : start]):
        return True
    words = flat[:start].split()
    if start > 50 or any(word[0].islower() for word in words):
        return False
    return not (words and words[-1] in _GOVERNS) and flat[end : end + 1] not in (":", ",")


def names_a_thing(low: str, end: int) -> bool:
    """Whether a day and month are the name of a street, a unit or a movement ("the 17 July bridge")."""
    return _NAMED_AFTER.match(low, end) is not None


def is_appointed(low: str, end: int) -> bool:
    """Whether a day and month stand before what is held on a day set for it ("the June 3 poll")."""
    return _APPOINTED.match(low, end) is not None
