"""What the sentence puts around a scene that no gazetteer knows: "a base within the airport in X"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles import Article
from geo.case import where
from geo.fallback import shown_as, shown_in
from geo.toponym import Resolution

# Characters between the scene and the place around it.
_REACH = 70
# No word of another clause stands between them.
_NO_CLAUSE = (
    r"(?! (?:was|were|is|are|has|had|said|when|after|before|while|but|to|by|who|which|against|where"
    r"|from|and|or)\b)"
)
_LEADS_IN = re.compile(
    rf"^[,)]?(?:{_NO_CLAUSE}[ ,()][^\s,;:.()]*)*? "
    r"(?:in|of|inside|within|near|at|outside)(?: the)?(?: [a-z'-]+){0,3} $"
)
# "X, the last town" before "west of Y".
_LEADS_BESIDE = re.compile(rf"^,?(?:{_NO_CLAUSE} [a-z][a-z'-]*)* $")


def put_somewhere(article: Article, scene: Resolution, places: Sequence[Resolution]) -> Resolution:
    """The scene, shown at the next place that the text puts around it or beside it where it is itself open.

    No other name stands between the two but one that is open as well.
    """
    if scene.lat is not None or scene.place is not None:
        return scene
    told = scene.toponym.expression
    text = article.field_text(told.field)
    behind = [p for p in places if p.toponym.expression.field == told.field]
    behind = [p for p in behind if told.end <= p.toponym.expression.start <= told.end + _REACH]
    for place in sorted(behind, key=lambda p: p.toponym.expression.start):
        between = text[told.end : place.toponym.expression.start]
        if place.lat is None or place.place is None:
            continue
        beside = place.toponym.relation in ("offset", "near") and _LEADS_BESIDE.match(between) is not None
        if not beside and _LEADS_IN.match(between) is None:
            return scene
        reason = f"{scene.reason}; shown is {where(place.place)}, in or by which the sentence puts it"
        if place.toponym.relation in ("offset", "near"):
            return shown_as(scene.toponym, place, reason)
        return shown_in(scene.toponym, place, reason, told=True)
    return scene
