"""The page on the geocoder tells what is so."""

from __future__ import annotations

import inspect
from pathlib import Path

from gazetteer import Gazetteer
from geo import GazetteerGeocoder
from tests.geo.places import IDLIB_PROVINCE, SARMADA, SYRIA

PAGE = (Path(__file__).parents[1] / "docs" / "geocoder.md").read_text(encoding="utf-8")


def test_every_key_of_raw_and_every_argument_is_on_it() -> None:
    index = Gazetteer.from_places([(place, ()) for place in (SYRIA, IDLIB_PROVINCE, SARMADA)])
    location = GazetteerGeocoder(index).geocode("Sarmada")
    assert all(f"`{key}`" in PAGE for key in location.raw)
    arguments = list(inspect.signature(GazetteerGeocoder.geocode).parameters)[2:]
    assert all(f"`{argument}" in PAGE for argument in arguments)
