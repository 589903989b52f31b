"""What the cells of an added row may hold; every refusal is a ValueError in words for the user."""

from __future__ import annotations

import re

from gazetteer.names import fresh_normal_form

MOST_PEOPLE = 10**11
LONGEST_NAME = 200
"""Characters. GeoNames' longest name has 200."""
DECIMAL_COMMA = re.compile(r"-?\d+,\d+")


def coordinates(lat: str, lon: str) -> tuple[float, float]:
    """Two numbers on the globe."""
    latitude, longitude = number(lat), number(lon)
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        turned = -180 <= latitude <= 180 and -90 <= longitude <= 90
        hint = "; are latitude and longitude exchanged?" if turned else ""
        raise ValueError(f"{lat}, {lon} is no point on the globe in degrees{hint}")
    return latitude, longitude


def number(text: str) -> float:
    """A number with a decimal point."""
    try:
        return float(text)
    except ValueError as error:
        hint = f"; write it with a point, {text.replace(',', '.')}" if DECIMAL_COMMA.fullmatch(text) else ""
        told = f"{text[:40]!r} is no number" if text else "a number is missing"
        raise ValueError(told + hint) from error


def people(text: str) -> int:
    """A population; 0 where it is not told."""
    count = number(text) if text else 0.0
    if not 0 <= count <= MOST_PEOPLE:
        raise ValueError(f"population {text[:40]!r} is not a number from 0 to {MOST_PEOPLE:,}")
    return int(count)


def checked_name(name: str) -> str:
    """A name that can be looked up."""
    if not name:
        raise ValueError("the name is empty")
    if len(name) > LONGEST_NAME:
        raise ValueError(f"{name[:40]!r}... has {len(name):,} characters; a name has {LONGEST_NAME} at most")
    if not fresh_normal_form(name):
        raise ValueError(f"the name {name!r} has no letter and no digit")
    return name
