"""What the sentence puts around a scene that no gazetteer knows: "a base within the airport in X"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from articles import Article
from geo.case import where
from geo.fallback import shown_in
from geo.toponym import Resolution

# Characters between the scene and the place around it.
_REACH = 70
_LEADS_IN = re.compile(
    r"^[,)]?(?:(?! (?:was|were|is|are|has|had|said|when|after|before|while|but|to|by|who|which|against"
    r"|where|from|and|or)\b)"
    r"[ ,()][^\s,;:.()]*)*? (?:in|of|inside|within|near|at|outside)(?: the)?(?: [a-z'-]+){0,3} $"
)
_A_NAME = re.compile(r"[A-Z]")


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
        if _LEADS_IN.match(f"{between}") is None and not (_within(place) and _A_NAME.search(between) is None):
            return scene
        reason = f"{scene.reason}; shown is {where(place.place)}, in or by which the sentence puts it"
        return shown_in(scene.toponym, place, reason, told=True)
    return scene


def _within(place: Resolution) -> bool:
    """Whether its own expression already tells how the scene lies to it: "20 km north of X"."""
    return place.toponym.relation in ("offset", "near")
