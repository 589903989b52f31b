"""The shapes of English dates: one pattern a kind, and all of them as the one that finds where a date begins.

All patterns read flattened, lower-case text (`mentions.flatten`): plain spaces, hyphens and apostrophes.
"""

from __future__ import annotations

import re

MONTH = (
    r"(?:(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
    r"|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
)
WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
# Short weekdays are words of their own ("sat", "sun", "wed"): only in front of a day and month.
_ANY_WEEKDAY = rf"(?:{WEEKDAY}|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b"
# A day of the month; not the beginning of "3.5", "10,000", "20%", "10:30".
DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b(?![%:]|\.\d|,\d{3}(?!\d))"
YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_S = r"(?: +| *\n(?! *\n) *)"  # a space, or the line break of a hard-wrapped text
_BEFORE_DAY = rf"(?:{_ANY_WEEKDAY}[.,]?{_S}[\[(]?(?:the +)?)?"
NUMBER = (
    r"(?:\d{1,3}|(?:a +)?(?:few|couple(?: +of)?)|several|many|some|an?|one|two|three|four(?:teen)?|five"
    r"|six(?:teen|ty)?|seven(?:teen|ty-two)?|eight(?:een)?|nine(?:teen)?|ten|eleven|twelve|thirteen|fifteen"
    r"|twenty-four|twenty|thirty|forty-eight|forty|fifty)"
)
UNIT = r"(?:hour|day|night|week|fortnight|month|year)"
# Days of the moon's calendar, and those that churches keep on different days: named, they stay open.
_FEAST = (
    r"(?:ramadh?an|ramzan|eid(?:[ -](?:al|ul|el)[ -](?:fitr|adha|azha))?|ashura|arba'?een|mawlid|milad"
    r"|new +year(?:'?s)?(?: +(?:eve|day))?|christmas(?: +(?:eve|day))?|easter(?: +(?:sunday|monday))?"
    r"|good +friday|palm +sunday|passover"
    r"|yom +kippur|rosh +hashanah?|sukkot|purim|diwali|holi|nowruz|newroz|thanksgiving)"
)
_PART_OF = (
    r"(?:(?:first|second|third|fourth|last|final) +(?:day|night|week|weekend|friday)s?|eve|start|beginning"
    r"|end|(?:holy +)?month|day|night|holidays?)"
)
_SEASON = r"(?:spring|summer|autumn|winter)"
WAR = r"(?:war|conflict|uprising|insurgency|rebellion|revolt|siege|crisis|occupation|campaign|truce|fighting)"

GRAMMAR: dict[str, str] = {
    "ymd": r"(?P<y>(?:19|20)\d\d)[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?!\d|[-/.]\d)",
    "numeric": r"(?P<a>\d\d?)(?P<s1>[-/.])(?P<b>\d\d?)(?P<s2>[-/.])(?P<y>(?:19|20)\d\d|\d\d)(?!\d|[-/.]\d)",
    "day_month": rf"{_BEFORE_DAY}(?P<d>{DAY})(?:(?: *[-/] *| +(?:to|and|or|through|until) +)(?P<d2>{DAY}))?"
    rf"[ -]*(?:of +)?(?P<m>{MONTH})(?:(?:,?{_S}|-)(?:of +)?(?P<y>{YEAR})"
    r"|(?<=-\w{3})-(?P<yy>\d\d)(?![\w-]))?",
    "month_day": rf"{_BEFORE_DAY}(?P<m>{MONTH}) ?(?:the +)?(?P<d>{DAY}|[0-3]\d(?=20\d\d\b))"
    rf"(?:(?P<join> *- *| +(?:to|and|through|until) +)(?P<d2>{DAY})(?! +{MONTH}))?(?:,?{_S}?(?P<y>{YEAR}))?",
    "day_of": r"(?P<d>\d\d?)(?:st|nd|rd|th) +(?:day +)?of +(?P<which>this|last) +month\b",
    "month": r"(?:(?:the +)?(?P<part>early|mid|late|middle|start|beginning|end|first half|second half)"
    r"[ -]+(?:in +|of +)?)?(?:(?P<which>last|this past|past|this|next|coming) +)?"
    rf"(?P<m>{MONTH})(?P<poss>'s)?(?:,?{_S}(?:of +)?(?:(?P<y>{YEAR})|(?P<yrel>last|this|that|next) +year))?",
    "week_of": r"(?P<nth>first|second|third|fourth|last|final)(?: +(?P<n>two|three|few))? +"
    rf"(?P<unit>week|weekend|day)s? +(?:of|in) +(?P<m>{MONTH})(?:,? +(?P<y>{YEAR}))?",
    "before_last": rf"(?:(?P<unit>night|week|weekend|month|year)|(?P<wd>{WEEKDAY})) +before +last\b",
    "feast": rf"(?:{_PART_OF} +of +(?:the +)?)?(?:(?P<which>last|this) +(?:year's +)?)?"
    rf"(?:(?:holy +|fasting +)?month +of +)?(?P<feast>{_FEAST}|{_SEASON})\b"
    rf"(?:,? +(?:of +)?(?:in +)?(?P<y>{YEAR})| +(?P<yrel>last|this) +year\b)?",
    "weekday": r"(?:(?P<over>overnight) +(?:on +|from +|in)?(?P<into>to +)?)?"
    r"(?:(?:early|late|later|earlier|dawn)(?: +on)? +)?"
    r"(?:(?P<which>last|this past|past|this|next|coming|following|previous) +)?"
    rf"(?P<wd>{WEEKDAY}|(?<=\bon )(?:mon|tues?|wed|thu(?:rs?)?|fri|sat)\b\.?)(?P<poss>'?s)?(?!\w)"
    r"(?:,? +(?:of +)?(?P<week>last|this) +week\b)?"
    r"(?: +(?:early +|late +|mid-?)?(?:morning|afternoon|evening|night|noon|dawn|midday|midnight)\b)?",
    "today": r"(?:(?:earlier|later|late|early) +)?(?P<word>(?:the +)?day +before +yesterday"
    r"|(?:the +)?day +after +tomorrow|yesterday|today|tonight|tomorrow|overnight"
    r"|this +(?:morning|afternoon|evening)|last +(?:night|evening))\b"
    r"(?: +(?:morning|afternoon|evening|night)\b)?",
    "duration": rf"{NUMBER}(?:-{UNIT}s?(?:-long|-old(?= +(?:[a-z-]+ +)?{WAR}\b))?\b(?!-)"
    rf"| +{UNIT}s?\b(?! +(?:ago|earlier|later|before|after|prior)\b))",
    "ago": rf"(?:(?P<n>{NUMBER}) +)?(?P<unit>{UNIT})s? +ago(?: +(?:today|to the day))?\b",
    "shift": rf"(?:(?P<n>{NUMBER}) +)?(?P<unit>(?:minute|hour|day|night|week|fortnight|month|year)s?) +"
    r"(?P<dir>earlier|later|before|after(?:wards?)?|prior|previously)\b"
    r"(?! +(?:day|night|week|month|year)\b)",
    "same_day": r"(?:(?:earlier|later) +)?"
    r"(?P<which>same|next|following|previous|preceding|that|(?:in|on) +the) +"
    r"(?P<unit>day|night|morning|afternoon|evening|week|month|year)\b",
    "window": rf"(?P<which>past|last|recent|previous|coming|next)(?: +(?P<n>{NUMBER}))? +"
    r"(?P<unit>hour|day|week|month|year)s\b",
    "period": r"(?:(?P<part>earlier|later|early|late) +)?(?P<which>last|this|next|past|coming|previous|the) +"
    r"(?P<unit>week(?:end)?|fortnight|month|year)(?:'?s)?\b",
    "year": r"(?:(?:the +)?(?P<part>early|mid|late|middle|start|beginning|end|first half|second half)"
    rf"[ -]+(?:in +|of +)?)?(?P<y>{YEAR})(?!s|%)\b(?: *[-/] *(?P<y2>(?:19|20)\d\d|\d\d)\b(?![-/]))?",
}
"""In order: where two kinds begin at one character, the first that fits is read."""

KINDS: dict[str, re.Pattern[str]] = {kind: re.compile(source) for kind, source in GRAMMAR.items()}

# What a date can begin with. Most words fail here, at a tenth of what all the patterns would cost.
_GATE = (
    r"\d|j(?:an|u[ln])|feb|ma[ry]|a(?:pr|ug)|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|dawn|mid|start"
    r"|beginning|yesterday|to(?:day|night|morrow)|overnight|earl(?:y|ier)|late|end |(?:first|second) half"
    r"|last |this |past |next |coming|following|previous|preceding|same|recent "
    r"|that (?:day|night|morning|afternoon|evening|week|month|year)"
    r"|the (?:early|late|mid|start|beginning|end|first half|second half|day|weekend)|day "
    r"|(?:first|second|third|fourth|final) (?:day|night|week|friday|two|three|few)"
    rf"|(?:holy |fasting )?month of |eve of|weekend before last|night of|holidays? of|{_FEAST}|{_SEASON}"
    rf"|{UNIT}s? +(?:ago|earlier|later|before|after|prior|previously)|(?:hour|minute)s "
    rf"|{NUMBER}[ -]+(?:{UNIT}|minute)"
)
_NAME = re.compile(r"\(\?P<\w+>")
ANCHOR = re.compile(
    rf"(?<![\w/])(?={_GATE})(?:"
    + "|".join(f"(?P<{kind}>{_NAME.sub('(?:', source)})" for kind, source in GRAMMAR.items())
    + ")"
)
"""Where a date may begin; `lastgroup` is its kind."""

_NOT_A_COUNT = r"(?!\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|dozens?)\b)"
PEOPLE = (
    rf"(?:{_NOT_A_COUNT}[a-z-]+ +)?"
    r"(?:people|persons?|civilians?|men|women|children|soldiers?|troops|fighters?|militants?|rebels?"
    r"|terrorists?|insurgents?|gunmen|others|dead|deaths?|casualties|killed|wounded|injured|injuries|policemen"
    r"|officers?|villagers?|protesters?|refugees?|families|homes|houses|bodies|tons?|times)\b(?!-)"
)
"""What a number that looks like a day or a year may be counting."""
