"""Who says so, and how far the article stands behind it."""

from __future__ import annotations

import re

from mentions.mention import ClaimStatus

_SAY = (
    r"said|says|say|told|reported|reports|announced|announces|claimed|claims|confirmed|confirms|stated|states|added|"
    r"alleged|alleges|accused|accuses|blamed|blames"
)
_SPEAKER_WORD = (
    r"(?:[A-Z][\w.'-]*|al-\w+|of|for|the|and|in|de|a|an|"
    r"spokes(?:man|woman|person)|sources?|monitor(?:s|ing)?|groups?|police|officials?|ministry|activists?|army|military|"
    r"witness(?:es)?|residents?|agency|agencies|media|statement|authorities|rescuers|medics|doctors?|commander|chief|head|"
    r"director|governor|minister|president|general|rights|state|local|security|opposition|health|defen[cs]e|news|network|workers?)"
)
_SPEAKER = rf"(?P<who>(?:{_SPEAKER_WORD} ){{0,9}}{_SPEAKER_WORD})"
_SAID = re.compile(
    rf"(?<![\w'-]){_SPEAKER},? (?:also |later |has |have |had |reportedly )?(?P<verb>{_SAY})\b"
)
_SAID_AFTER = re.compile(rf"\b(?P<verb>said|reported|added) (?:by )?{_SPEAKER}(?=[,.;\"]|\s*$)")
_ACCORDING = re.compile(rf"\b(?:[Aa]ccording to|quoted|[Cc]iting|quoting) {_SPEAKER}")
_CLAIMED = re.compile(
    r"\bclaim(?:s|ed|ing) (?:the )?responsibility|\bclaimed the (?:attack|bombing|strike|blast)",
    re.IGNORECASE,
)
_ALLEGED = re.compile(
    r"\b(?:alleged(?:ly)?|suspected|believed to|accus(?:e|es|ed|ing)|blam(?:e|es|ed|ing)|purported(?:ly)?|likely carried out|"
    r"thought to|attributed to|presumed)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\bden(?:y|ies|ied) (?:any |all )?(?:responsibility|involvement|carrying|being behind|the accusations?)",
    re.IGNORECASE,
)
# Speakers that are a party to a war: what they say of the other side is an allegation, not a report.
_PARTY = re.compile(
    r"\b(?:army|military|general staff|defen[cs]e ministry|ministry of defen[cs]e|regime|government|president|foreign minist\w+|rebels?|"
    r"opposition|coalition|militia|command|commander|forces|pentagon|kremlin|state (?:media|tv|television|news)|general|spokes\w+)\b",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(
    r"\b(?:observatory|monitor\w*|rights|health|hospital|doctors?|medics?|civil defen[cs]e|red c\w+|witness\w*|residents?)\b",
    re.IGNORECASE,
)
_OPENERS = re.compile(
    r"^(?:(?:and|of|for|the|in|a|an|on|de)\s+)+(?=\S)|^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+",
    re.IGNORECASE,
)


def attribution(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """Offsets of the speaker to whom the sentence `start` to `end` gives its news; None where none is named."""
    for pattern in (_SAID, _ACCORDING, _SAID_AFTER):
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
    sentence = flat[start:end]
    if _CLAIMED.search(sentence):
        return "claimed"
    if _DENIES.search(sentence):
        return "denied"
    if _ALLEGED.search(sentence):
        return "alleged"
    if speaker is None or _NEUTRAL.search(speaker) or not _PARTY.search(speaker):
        return "reported"
    own = set(re.findall(r"[A-Z]\w+", perpetrator)) & set(re.findall(r"[A-Z]\w+", speaker))
    return "claimed" if own else "alleged"


def _trim(flat: str, start: int, end: int) -> tuple[int, int] | None:
    words = flat[start:end]
    # Lower-case connectives at the front belong to the words before; an article belongs to the name.
    opener = _OPENERS.match(words)
    while opener is not None:
        keep = re.search(r"(?:the|an?)\s+$", opener[0], re.IGNORECASE)
        cut = opener.end() - (len(keep[0]) if keep else 0)
        if cut == 0:
            break
        start += cut
        words = words[cut:]
        opener = _OPENERS.match(words)
    if words.lower() in (
        "the",
        "he",
        "she",
        "it",
        "they",
        "i",
        "we",
        "who",
        "a",
        "an",
        "but",
        "and",
        "that",
        "reports",
        "media",
    ):
        return None
    return (start, start + len(words)) if any(c.isupper() for c in words) or " " in words else None
