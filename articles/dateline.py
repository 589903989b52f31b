"""The day an article was published: its metadata's or the one that its own head or foot tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from articles.article import Article, Span
from articles.clean import regions as find_regions
from articles.days import WrittenDay, find_days, find_yearless
from articles.region import Region

HEAD = 300
"""Characters of a text in which a dateline may stand."""
FOOT = 200
_LEAD_IN = re.compile(
    r"(?P<late>(?:last\s+)?(?:updated?|modified|edited))?(?P<said>(?:first\s+)?(?:published|posted|created)"
    r"|(?:publication\s+date|date\s+of\s+publication|date))?\s*(?:on|at)?\s*:?\s*(?:\d{1,2}[:.]\d\d\s*,?\s*)?$",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}[:.]?\d\d\s*(?:GMT|UTC|am|pm)?,?"
_CLOCK_BEFORE = re.compile(rf"\b{_CLOCK}\s*$", re.IGNORECASE)
_CLOCK_AFTER = re.compile(rf",?\s+{_CLOCK}(?!\w)", re.IGNORECASE)
# What may follow: anything but the rest of a sentence ("3 January 2017 was", "3 January 2017, a Tuesday")
# and the colon of a chronicle, whose days are those of its events.
_AFTER = re.compile(r"\s*(?!:|,\s*[a-z])(?:$|[^\sa-z]|(?:at|by|in|gmt|utc|am|pm)\b|[a-z]+:)")
# Behind a name nothing but a new beginning: a caption has its day behind a name too, at its end.
_NEW_BEGINNING = re.compile(r"\s*[\"“‘'(]?[^\W_a-z]")
_SENTENCE_WORDS = frozenset((
    "on", "in", "since", "by", "the", "from", "after", "until", "till", "before", "during", "early", "late",
    "of", "between", "and", "for", "as", "a", "an", "this", "that",
))  # fmt: skip
_AGENCY_BEFORE = re.compile(r"\b(?:AFP|AP|UPI|DPA|EFE|ANSA|TASS|SANA|IRNA|Reuters|Xinhua|Anadolu)\W*$")
# "6-09-2013" at the very start: beside a month of two digits the day has lost its first one.
_HALF_A_DAY = re.compile(r"\d([-./])0\d\1(?:19|20)\d\d")
_AGENCY_LINE = re.compile(
    r"\s*(?:[A-Z][\w'’.-]*[\s,/]+){1,6}?(?P<day>[A-Z][a-z]{2,8}\.?\s+\d{1,2}|\d{1,2}\s+[A-Z][a-z]{2,8}\.?)"
    r"[,.]?\s+\([A-Z][A-Za-z /.&-]{1,24}\)\s*[-–—]"
)
_UPDATES = 31
"""Days within which a text that was published is still brought up to date."""
_OLDEST_WIRE = 60
"""Days after which an agency's day without a year is no longer surely of the last twelve months."""
_WORD_BEFORE = re.compile(r"(\w[\w'’-]*)\W*$")


@dataclass(frozen=True, slots=True)
class _Told:
    """A day that stands as a dateline does."""

    found: WrittenDay
    updated: bool


def publication_day(
    article: Article, regions: tuple[Region, ...] | None = None
) -> tuple[date | None, Span | None]:
    """The publication day, with the characters that tell it where it is the text's own.

    The text's own day is the first one with a year that stands like a dateline in the head (the furniture and
    the first 300 characters), else after "Published" or "Updated" at the foot; first publication goes before
    update. A day inside a sentence ("killed on 3 January 2017") is none. Metadata that are more than a day
    off the text's own day cannot be right (an archive's or a crawler's), and give way to it. The address of
    the article is asked last.
    """
    told = list(_datelines(article, find_regions(article) if regions is None else regions))
    best = min(told, key=lambda t: t.updated, default=None)
    if article.published is None:
        return (_in_address(article.url), None) if best is None else _as_told(best)
    if best is None:
        sent = _agency_day(article.text, article.published)
        return (article.published, None) if sent is None else _as_told(sent)
    return _as_told(best) if _belies(best, article) else (article.published, None)


def _as_told(told: _Told) -> tuple[date, Span]:
    return told.found.day, Span("text", told.found.start, told.found.end)


def _belies(told: _Told, article: Article) -> bool:
    """Whether the text's own day shows that the metadata are wrong: later than the text, or before it."""
    assert article.published is not None
    if _HALF_A_DAY.match(article.text) and told.found.start == 0:
        return False
    late = (article.published - told.found.day).days
    # A text is brought up to date within days; what is older was not published on its metadata's day.
    return not -_UPDATES <= late <= 1 if told.updated else abs(late) > 1


def _agency_day(text: str, published: date) -> _Told | None:
    """The day without a year in an agency's dateline ("KABUL, Aug 3 (Reuters) -"), if metadata are later."""
    head = _AGENCY_LINE.match(text)
    found = None if head is None else find_yearless(text, *head.span("day"), published)
    if found is None or not 1 < (published - found.day).days <= _OLDEST_WIRE:
        return None
    return _Told(found, updated=False)


def _in_address(url: str | None) -> date | None:
    """The day in a path like /2016/09/18/ or /news-2016-09-18.html; None where there is none or several."""
    days = {found.day for found in find_days(url.partition("?")[0])} if url else set()
    return days.pop() if len(days) == 1 else None


def _datelines(article: Article, regions: tuple[Region, ...]) -> Iterator[_Told]:
    text = article.text
    own = [region for region in regions if region.span.field == "text"]
    first = next((i for i, region in enumerate(own) if region.kind == "paragraph"), len(own))
    last = max((i for i, region in enumerate(own) if region.kind == "paragraph"), default=first)
    for region in own[:first]:
        yield from _in_line(text, region)
    if first < len(own):
        start = own[first].span.start
        title_end = _title_end(text, start, article.title)
        for found in find_days(text, start, min(own[first].span.end, start + HEAD)):
            told = _as_dateline(text, found, start, title_end)
            if told is not None:
                yield told
        yield from _at_foot(text, own[last])
    for region in own[last + 1 :]:
        if region.reason != "comments":
            yield from _in_line(text, region)


def _in_line(text: str, region: Region) -> Iterator[_Told]:
    if region.kind != "furniture" or region.reason not in ("dateline", "byline", "page chrome"):
        return
    for found in find_days(text, region.span.start, region.span.end):
        before = text[region.span.start : found.start].lower()
        yield _Told(found, "updat" in before or "modif" in before)


def _as_dateline(text: str, found: WrittenDay, start: int, title_end: int) -> _Told | None:
    """A day at the start, after the repeated title, after "Published" or behind an agency's name."""
    before = _CLOCK_BEFORE.sub("", text[start : found.start])
    weekday = text[found.start].isalpha()
    if _AGENCY_BEFORE.search(before) or (weekday and _CLOCK_AFTER.match(text, found.end)):
        return _Told(found, updated=False)
    if not _AFTER.match(text, found.end):
        return None
    lead_in = _LEAD_IN.search(before)
    if lead_in and (lead_in["said"] or lead_in["late"]):
        return _Told(found, updated=lead_in["said"] is None)
    if not before.strip(" ([") or start + len(before.rstrip(" .:,([")) == title_end:
        return _Told(found, updated=False)
    word = _WORD_BEFORE.search(before)
    # A sentence goes on in lower case before its date ("killed on 3 January 2017"); an agency is a name.
    named = word is not None and word[1][:1].isupper() and word[1].lower() not in _SENTENCE_WORDS
    return _Told(found, updated=False) if named and _NEW_BEGINNING.match(text, found.end) else None


def _at_foot(text: str, region: Region) -> Iterator[_Told]:
    start = max(region.span.start, region.span.end - FOOT)
    for found in find_days(text, start, region.span.end):
        lead_in = _LEAD_IN.search(text[start : found.start])
        if lead_in and (lead_in["said"] or lead_in["late"]) and found.start - start > HEAD // 100:
            yield _Told(found, updated=lead_in["said"] is None)


def _title_end(text: str, start: int, title: str) -> int:
    """Where the title ends that a text repeats at its start; -1 where it does not."""
    title = title.strip(" .:,")
    return start + len(title) if title and text.startswith(title, start) else -1
