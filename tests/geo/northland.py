"""A small made-up country for tests that read whole sentences."""

from gazetteer import Gazetteer, Place, PlaceLevel


def place(
    id_: str, name: str, level: PlaceLevel, lat: float, lon: float, radius: float, admin1: str | None
) -> Place:
    """A place of Northland (which borrows Syria's code); towns have 9,000 people."""
    people = 9_000 if level == "town" else 0
    return Place(id_, name, level, lat, lon, radius, "SYR", "Northland", admin1, None, people)


def gazetteer() -> Gazetteer:
    """One country, one province, three towns of three provinces; a country and a capital abroad."""
    return Gazetteer.from_places(
        [
            (place("c:n", "Northland", "country", 35.0, 38.0, 240.0, None), ["Northland"]),
            (place("p:q", "Qamar", "province", 35.8, 36.7, 45.0, "Qamar"), ["Qamar"]),
            (place("t:1", "Ain Wadi", "town", 35.9, 36.6, 1.0, "Qamar"), ["Ain Wadi"]),
            (place("t:2", "Tell Qamar", "town", 36.4, 37.5, 1.0, "Salt"), ["Tell Qamar"]),
            (place("c:u", "United States", "country", 39.8, -98.5, 1750.0, None), ["US", "U.S."]),
            (place("t:4", "Ankara", "town", 39.9, 32.9, 10.0, "Ankara"), ["Ankara"]),
            (place("t:3", "Oldport", "town", 34.5, 35.9, 3.0, "Coast"), ["Oldport"]),
        ]
    )
