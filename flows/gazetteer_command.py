"""`gazetteer lookup` and `gazetteer info`: what the place index knows, for people."""

from __future__ import annotations

from collections.abc import Sequence

from flows.locate import open_gazetteer
from flows.screen import printable, tell, warn
from flows.settings import Settings
from gazetteer import Place


def lookup(names: Sequence[str], settings: Settings) -> int:
    """Print the places of each name, the most prominent first; 1 if a name is not known."""
    index = open_gazetteer(settings.gazetteer)
    unknown = 0
    for name in names:
        places = index.lookup(name)
        tell(f"{printable(name)}: {len(places)} {'place' if len(places) == 1 else 'places'}")
        for rank, place in enumerate(places, start=1):
            tell(_line(rank, place))
        if not places:
            unknown += 1
            similar = [suggestion.place.name for suggestion in index.suggest(name, 5)]
            hint = f"; spelt alike: {', '.join(similar)}" if similar else ""
            warn(f"conflictmap: no place is called {name!r}{hint}")
    return 1 if unknown else 0


def info(settings: Settings) -> int:
    """Print what the index holds, where it comes from and where it lies."""
    facts = open_gazetteer(settings.gazetteer).info()
    tell(f"{sum(facts.counts.values()):,} places under {facts.names:,} names")
    for level, count in facts.counts.items():
        tell(f"  {level:<14}{count:>9,}")
    tell(f"Source: {facts.source}, {facts.licence}; compiled {facts.day}. {facts.changes}")
    tell(f"Index:  {facts.path} ({facts.size / 1e6:.0f} MB)")
    return 0


def _line(rank: int, place: Place) -> str:
    """One candidate with what speaks for it: its level, where it lies and how large it is."""
    within = ", ".join(part for part in (place.admin2, place.admin1, place.country_name) if part)
    size = f", population {place.population:,}" if place.population else ""
    point = f"{place.lat:.4f} {place.lon:.4f} within {place.radius_km:g} km"
    return printable(f"  {rank}. {place.name} ({place.level}) in {within}{size}: {point}  [{place.id}]")
