"""The day an article was published: its metadata's, else the one that its own head or foot tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from articles.article import Article, Span
from articles.clean import regions as find_regions
from articles.days import WrittenDay, find_days
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

    Without metadata: the first day with a year that stands like a dateline in the head (the furniture and
    the first 300 characters), else after "Published" or "Updated" at the foot. A day inside a sentence
    ("killed on 3 January 2017") is none, nor is one without a year. First publication goes before update.
    """
    if article.published is not None:
        return article.published, None
    told = list(_datelines(article, find_regions(article) if regions is None else regions))
    best = min(told, key=lambda t: t.updated, default=None)
    if best is None:
        return None, None
    return best.found.day, Span("text", best.found.start, best.found.end)


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
