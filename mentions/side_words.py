"""The words of a side: cut to what names it, and asked whether they can name one at all."""

from __future__ import annotations

import re

from mentions.gated import Gated
from mentions.side_patterns import side_patterns

_DESIGNATOR = re.compile(r"\s*\b[A-Z][A-Za-z]{0,3}-\d+\w*\b")
_PASSIVE = Gated(r"\b(?:was|were|been|be|being|is|are|got|gets?)\s+(?:\w+ly\s+)?$")
# "Three soldiers killed in a blast": headlines leave "were" out.
_CLIPPED = Gated(
    r"(?:killed|wounded|injured|executed|kidnapped|abducted|beheaded|massacred|slain|dead|hurt|destroyed|damaged)$",
    re.IGNORECASE,
)
# Who died is not who did it.
_DIED = re.compile(r"(?:died|dies|perished|lost (?:their|his|her) li(?:fe|ves))$", re.IGNORECASE)
_NO_OBJECT = re.compile(
    r"\s*(?:(?:in|when|as(?! many)|by|after|during|while|near|at(?! least| most)|on \w+day)\b|[.;]"
    r"|,(?! \w+ed\b)|$)"
)
_FIGHT = re.compile(r"(?:clash|fight|fought|battl|skirmish|firefight|exchange|combat|gun)\w*", re.IGNORECASE)


def without_passive(before: str) -> str:
    """The words before a verb without its "were"."""
    return _PASSIVE.sub("", before).rstrip() + " "


def is_passive(flat: str, before: str, hit: tuple[int, int], end: int) -> bool:
    """Whether a verb tells what was done to its subject."""
    if _DIED.match(flat[slice(*hit)]) is not None:
        return True
    clipped = _CLIPPED.search(flat, *hit) is not None and _NO_OBJECT.match(flat, hit[1], end) is not None
    return clipped or _PASSIVE.search(before) is not None


def is_fight(flat: str, at: int) -> bool:
    """Whether an act is one of two sides, told by one word for both."""
    return _FIGHT.match(flat, at) is not None


def can_act(words: str) -> bool:
    """Whether words name a side; a bare name before an act ("Aleppo blast") may as well be a town's."""
    patterns = side_patterns()
    low = words.lower()
    if patterns.equipment_first.fullmatch(words) and not low.startswith(("air f", "bomber")):
        return False  # a drone is sent by somebody, who is not told
    if low.endswith("terrorist"):
        return False  # "a terrorist attack" says what it was called, not whose it was
    return names_itself(words) or patterns.state.search(words) is not None


def names_itself(words: str) -> bool:
    """Whether words name a side wherever they stand, as a state's name does not."""
    return side_patterns().names_a_side.search(words) is not None


def side_in(
    flat: str, offset: int, match: re.Match[str] | None, group: str = "side"
) -> tuple[int, int] | None:
    """Offsets into `flat` of the side that was matched in its part from `offset` on."""
    return None if match is None else trim(flat, offset + match.start(group), offset + match.end(group))


def trim(flat: str, start: int, end: int) -> tuple[int, int] | None:
    """The run without numbers, articles and arms around the name; None where no name is left."""
    patterns = side_patterns()
    words = flat[start:end]
    head, _, rest = words.partition(" ")
    while rest and (head.isdigit() or not head[:1].isalnum() or head.lower() in patterns.dropped_in_front):
        start += len(head) + 1
        words = rest
        head, _, rest = words.partition(" ")
    # "REUTERS/Stringer The Syrian army": a new name opens with its article.
    opens = words.rfind(" The ")
    if opens >= 0:
        start, words = start + opens + 5, words[opens + 5 :]
    designator = _DESIGNATOR.search(words)
    if designator is not None:
        words = words[: designator.start()]
    words = patterns.instrument_last.sub("", words)
    stripped = patterns.equipment_last.sub("", words).rstrip(" '")
    if stripped and patterns.keeps_alone.search(stripped):
        words = stripped
    words = words.rstrip()
    for tail in (" of", " and", "'s", "'"):
        words = words.removesuffix(tail)
    if len(words) < 2 or all(w.lower() in patterns.no_side for w in words.split()):
        return None
    return start, start + len(words)
