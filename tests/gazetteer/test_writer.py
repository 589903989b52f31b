from __future__ import annotations

from dataclasses import replace

import pytest

from gazetteer import Place
from gazetteer.writer import name_keys

TOWN = Place("geonames:1", "Ar Raqqah", "town", 36, 39, 3, "SYR", "Syria")


@pytest.mark.parametrize(
    ("place", "names", "keys"),
    [
        (TOWN, ["Raqqa"], {"al raqqah", "raqqah", "raqqa", "al raqqa"}),
        (replace(TOWN, name="Al Bāb"), [], {"al bab"}),
        (replace(TOWN, name="Homs", country="UKR"), [], {"homs"}),
        (replace(TOWN, name="Deir ez-Zor"), ["دير الزور"], {"deir al zor", "دير الزور"}),
        (replace(TOWN, name="Egypt", level="country", country="EGY"), [], {"egypt"}),
        (replace(TOWN, name="El Paso", country="USA"), [], {"al paso", "paso"}),
        (TOWN, ["", "'"], {"al raqqah", "raqqah"}),
    ],
)
def test_keys_with_and_without_the_article(place: Place, names: list[str], keys: set[str]) -> None:
    assert set(name_keys(place, names)) == keys
