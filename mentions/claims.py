"""Who says so, and how far the article stands behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mentions.gated import Gated
from mentions.mention import ClaimStatus
from mentions.word_lists import groups_of, read_lists

_LISTS = frozenset(
    {
        "say", "before_say", "say_before", "according", "connectives", "speaker", "no_speaker", "claimed",
        "alleged", "denied", "party", "neutral", "alone",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Built from `words/claims.yml`, which says what each list is for."""

    attribution: tuple[Gated, ...]
    """The forms that name a speaker (the group `who`), the surest first."""
    no_speaker: frozenset[str]
    alone: frozenset[str]
    opener: re.Pattern[str]
    claimed: Gated
    denied: Gated
    alleged: Gated
    party: Gated
    neutral: Gated


# "No group has claimed responsibility".
_NOBODY_FIRST = re.compile(r"(?:no|nobody|none|neither)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:no(?: one| ?body)?|none|neither)\b[^,;.]{0,40}\bclaim", re.IGNORECASE)


@cache
def _patterns() -> _Patterns:
    lists = read_lists("claims", _LISTS)
    some = groups_of(lists)
    word = rf"(?:[A-Z][\w.'-]*|al-\w+|{some['speaker']})"
    speaker = rf"(?P<who>(?:{word} ){{0,9}}{word})"
    said = rf"(?<![\w'-]){speaker},? (?:{some['before_say']} )?{some['say']}\b"
    said_before = rf"\b{some['say_before']} (?:by )?{speaker}(?=[,.;\"]|\s*$)"
    according = rf"\b{some['according']} {speaker}"
    opener = rf"^(?:{some['connectives']}\s+)+(?=\S)|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+"
    return _Patterns(
        attribution=tuple(Gated(form) for form in (said, according, said_before)),
        no_speaker=frozenset(lists["no_speaker"]),
        alone=frozenset(lists["alone"]),
        opener=re.compile(opener, re.IGNORECASE),
        claimed=Gated(rf"\b{some['claimed']}", re.IGNORECASE),
        denied=Gated(rf"\bden(?:y|ies|ied) (?:any |all )?{some['denied']}", re.IGNORECASE),
        alleged=Gated(rf"\b{some['alleged']}\b", re.IGNORECASE),
        party=Gated(rf"\b{some['party']}\b", re.IGNORECASE),
        neutral=Gated(rf"\b{some['neutral']}\b", re.IGNORECASE),
    )


def attribution(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """Offsets of the speaker who gives a sentence's news; None where none is named."""
    for pattern in _patterns().attribution:
        match = pattern.search(flat, start, end)
        while match is not None:
            span = _trim(flat, *match.span("who"))
            if span is not None:
                return span
            match = pattern.search(flat, match.end(), end)
    return None


def status(
    flat: str, start: int, end: int, perpetrator: str | None, speaker: str | None
) -> ClaimStatus | None:
    """How the naming of the perpetrator is to be read; None where nobody is named.

    `claimed` where the side itself says so, `denied` where the text says that it denies, `alleged` where the
    text hedges or another party to the war says it, `reported` otherwise.
    """
    if perpetrator is None:
        return None
    patterns = _patterns()
    sentence = flat[start:end]
    if patterns.claimed.search(sentence) and not _NOBODY.search(sentence):
        return "claimed"
    if patterns.denied.search(sentence):
        return "denied"
    if any(_is_hedge(found, sentence, perpetrator) for found in patterns.alleged.finditer(sentence)):
        return "alleged"
    if speaker is None or patterns.neutral.search(speaker) or not patterns.party.search(speaker):
        return "reported"
    own = set(re.findall(r"[A-Z]\w+", perpetrator)) & set(re.findall(r"[A-Z]\w+", speaker))
    return "claimed" if own or perpetrator in speaker else "alleged"


def _is_hedge(found: re.Match[str], sentence: str, perpetrator: str) -> bool:
    """ "Suspected rebels" hedges who they are; "a suspected spy" among the victims does not."""
    word = found[0].lower()
    if word.endswith("ly") or not word.startswith(("suspected", "alleged", "presumed", "purported")):
        return True
    at = sentence.find(perpetrator)
    return at - 30 <= found.start() < at + len(perpetrator)


def _trim(flat: str, start: int, end: int) -> tuple[int, int] | None:
    patterns = _patterns()
    words = flat[start:end]
    # Lower-case connectives at the front belong to the words before; an article belongs to the name.
    opener = patterns.opener.match(words)
    while opener is not None:
        keep = re.search(r"(?:the|an?)\s+$", opener[0], re.IGNORECASE)
        cut = opener.end() - (len(keep[0]) if keep else 0)
        if cut == 0:
            break
        start += cut
        words = words[cut:]
        opener = patterns.opener.match(words)
    if words.lower() in patterns.no_speaker or _NOBODY_FIRST.match(words):
        return None
    named = any(c.isupper() for c in words) or " " in words or words in patterns.alone
    return (start, start + len(words)) if named else None
