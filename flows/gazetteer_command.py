"""`gazetteer lookup` and `gazetteer info`: what the place index knows, for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flows.gazetteer_add import layer_lines
from flows.locate import open_gazetteer
from flows.screen import printable, tell, warn
from flows.settings import Settings
from gazetteer import Match, Place, Territory, normal_form


def lookup(names: Sequence[str], limit: int, settings: Settings) -> int:
    """Print what each name can mean, best first, with the step that found it; 1 if a name is not known.

    A name is known where a place bears it or a spelling of it. Places that are only nearly so called are
    listed too, and it counts as not known.
    """
    index = open_gazetteer(settings.gazetteer)
    unknown = 0
    for name in names:
        matches = index.find(name, limit)
        known = sum(match.step != "fuzzy" for match in matches)
        tell(f"{printable(name)}: {known} {'place' if known == 1 else 'places'}")
        for rank, match in enumerate(matches, start=1):
            tell(_line(rank, match.place, _why(name, match)))
            for territory in index.territories(match.place.id):
                tell("\n".join(_territory_lines(territory)))
        if (more := len(index.lookup(name)) - limit) > 0:
            tell(f"  and {more} more of this name: --limit {limit + more} shows them")
        if not known:
            unknown += 1
            warn(f"conflictmap: no place is called {name!r}; the nearest spellings are listed")
    return 1 if unknown else 0


def _why(name: str, match: Match) -> str:
    """What puts a place on the list, and where on it."""
    if match.step == "spelling":
        return f"spelling: a spelling of its name {match.matched!r}, similarity {match.similarity:.2f}"
    if match.step == "fuzzy":
        return f"fuzzy: nearly its name {match.matched!r}, similarity {match.similarity:.2f}"
    place = match.place
    own = "its own name" if normal_form(name) == normal_form(place.name) else "another name of it"
    return f"exact: {own}; {_rank(place)}"


def _territory_lines(territory: Territory) -> Iterator[str]:
    """Who claims it since when, as its source has it."""
    days = f"since {territory.since}" + (f" until {territory.until}" if territory.until else "")
    if territory.since == territory.until:
        days = territory.since
    yield printable(f"     {territory.brief} ({days}; source: {territory.source})")
    for claim in territory.claims:
        role = ", recognised by most states" if claim.role == "sovereign" else f" {claim.role}"
        note = f": {claim.note}" if claim.note else ""
        yield printable(f"       {claim.by}{role}{note}")


def _rank(place: Place) -> str:
    if place.level == "country":
        return "countries come first"
    if place.level in ("province", "district"):
        return "ranked by the people of its towns"
    return "ranked by its population" if place.population else "population not known"


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
    lies = f" in {within}" if within else ""
    size = f", population {place.population:,}" if place.population else ""
    point = f"{place.lat:.4f} {place.lon:.4f} within {place.radius_km:g} km; {why}"
    return printable(f"  {rank}. {place.name} ({place.level}){lies}{size}: {point}  [{place.id}]")
