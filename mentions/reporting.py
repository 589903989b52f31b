"""Days of saying apart from days of doing: "police said on Tuesday" dates the police, not the bomb."""

from __future__ import annotations

import re

_SPEECH = (
    r"said|says|told|reported|announced|claimed|confirmed|stated|added|released|published|issued|condemned|tweeted|"
    r"denied|warned|urged|called|posted|wrote|according to [\w' ]{3,40}"
)
_SAID_ON = re.compile(rf"\b(?:{_SPEECH})(?:\s+[\w']+){{0,4}}?\s*,?\s*(?:on |late |early |late on |in a statement on |in a statement )?$")
_ON_SAID = re.compile(rf"^\W+(?:[\w.'-]+\s+){{1,6}}?(?:{_SPEECH})\b")
_ACT = re.compile(r"\b(?:killed|died|wounded|injured|hit|struck|attack\w*|strikes?|bomb\w*|shell\w*|clash\w*|fired)\b")


def is_day_of_report(low: str, sentence_start: int, start: int, end: int) -> bool:
    """Whether a date at `start` to `end` of lower-case text hangs on a verb of saying.

    "said on Tuesday", "told AFP on Tuesday", and "On Tuesday, the ministry said" at a sentence's head; not where an
    act stands between ("said two people were killed on Tuesday").
    """
    before = _SAID_ON.search(low, max(sentence_start, start - 60), start)
    if before is not None and _ACT.search(before[0]) is None:
        return True
    opens = not low[sentence_start:start].strip(" \"'on")
    after = _ON_SAID.match(low[end : end + 90]) if opens else None
    return after is not None and _ACT.search(after[0]) is None
