"""`gazetteer lookup` and `gazetteer info`: what the place index knows, for people."""

from __future__ import annotations

from collections.abc import Sequence

from flows.gazetteer_add import layer_lines
from flows.locate import open_gazetteer
from flows.screen import printable, tell, warn
from flows.settings import Settings
from gazetteer import Place, normal_form


def lookup(names: Sequence[str], settings: Settings) -> int:
    """Print what each name can mean, best first, with the reason; 1 if a name is not known.

    A name that is not known gets the places spelt most like it.
    """
    index = open_gazetteer(settings.gazetteer)
    unknown = 0
    for name in names:
        places = index.lookup(name)
        tell(f"{printable(name)}: {len(places)} {'place' if len(places) == 1 else 'places'}")
        for rank, place in enumerate(places, start=1):
            tell(_line(rank, place, _why(name, place)))
        if not places:
            unknown += 1
            warn(f"conflictmap: no place is called {name!r}; the nearest spellings are listed")
            for rank, like in enumerate(index.suggest(name, 5), start=1):
                why = f"spelt like it: {like.matched!r}, similarity {like.similarity:.2f}"
                tell(_line(rank, like.place, why))
    return 1 if unknown else 0


def _why(name: str, place: Place) -> str:
    """What puts a place on the list, and where on it."""
    own = "its own name" if normal_form(name) == normal_form(place.name) else "another name of it"
    if place.level == "country":
        return f"{own}; countries come first"
    if place.level in ("province", "district"):
        return f"{own}; ranked by the people of its towns"
    return f"{own}; ranked by its population" if place.population else f"{own}; population not known"


def info(settings: Settings) -> int:
    """Print what the index holds, where it comes from and where it lies."""
    facts = open_gazetteer(settings.gazetteer).info()
    tell(f"{sum(facts.counts.values()):,} places under {facts.names:,} names")
    for level, count in facts.counts.items():
        tell(f"  {level:<14}{count:>9,}")
    tell(f"Source: {facts.source}, {facts.licence}; compiled {facts.day}. {facts.changes}")
    for line in layer_lines(facts):
        tell(line)
    tell(f"Index:  {facts.path} ({facts.size / 1e6:.0f} MB)")
    return 0


def _line(rank: int, place: Place, why: str) -> str:
    """One candidate: its level, where it lies, how large it is, and why it is listed."""
    within = ", ".join(part for part in (place.admin2, place.admin1, place.country_name) if part)
    size = f", population {place.population:,}" if place.population else ""
    point = f"{place.lat:.4f} {place.lon:.4f} within {place.radius_km:g} km; {why}"
    return printable(f"  {rank}. {place.name} ({place.level}) in {within}{size}: {point}  [{place.id}]")
