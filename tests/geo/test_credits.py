import pytest

from geo.credits import asked_of_openstreetmap


@pytest.mark.parametrize(
    ("place_id", "asked"),
    [
        ("nominatim:N123", True), ("photon:W9", True), ("geonames:172056", False), ("coordinates:1,2", False),
        (None, False),
    ],
)  # fmt: skip
def test_places_of_two_services_are_openstreetmaps(place_id: str | None, asked: bool) -> None:
    assert asked_of_openstreetmap({"place_id": place_id}) is asked
