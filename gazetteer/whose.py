"""Which country a file's places lie in, where it does not say so itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gazetteer.codes import iso3
from gazetteer.spoken import spoken

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

MOST_SAMPLES = 40
AROUND_KM = 111.0
"""A point farther from every town has no vote."""
LEAST_SHARE = 0.6
"""Of the votes. Border villages vote for the neighbour now and then."""


def country_code(told: str, gazetteer: Gazetteer) -> str | None:
    """The alpha-3 code of a country's code or name; None for what is neither."""
    code = iso3(told)
    if code is not None:
        return code
    return next((p.country for p in gazetteer.lookup(told) if p.level == "country"), None)


def likeliest_country(
    provinces: Sequence[str], points: Sequence[tuple[float, float]], gazetteer: Gazetteer
) -> str | None:
    """The country in which most points lie and whose provinces bear the names; None where that is unclear."""
    by_name: Counter[str] = Counter()
    for told in provinces:
        found = gazetteer.lookup(spoken(told).name) or gazetteer.lookup_loose(spoken(told).name)
        by_name.update({place.country for place in found if place.level == "province"})
    if (winner := _winner(by_name, len(provinces))) is not None:
        return winner
    step = max(1, len(points) // MOST_SAMPLES)
    sampled = points[::step][:MOST_SAMPLES]
    votes: Counter[str] = Counter()
    for lat, lon in sampled:
        votes.update(town.country for _, town in gazetteer.towns_around(lat, lon, AROUND_KM, most=1)[:1])
    return _winner(votes, len(sampled))


def _winner(votes: Counter[str], voters: int) -> str | None:
    ranked = votes.most_common(2)
    if not ranked or ranked[0][1] < LEAST_SHARE * voters:
        return None
    return ranked[0][0] if len(ranked) == 1 or ranked[0][1] > ranked[1][1] else None
