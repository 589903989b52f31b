"""Which numbers of a text are coordinates, and how exact they are."""

from __future__ import annotations

import pytest

from articles.article import Article
from gazetteer.index import Gazetteer
from geo.recognizers import read_names
from geo.toponym import Spot
from tests.geo.places import small_world


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


def spots(text: str, world: Gazetteer) -> list[tuple[str, Spot]]:
    article = Article(id="a", text=text)
    found = read_names(article, None, world).toponyms
    return [(article.words(t.span), t.spot) for t in found if t.spot is not None]


# text, the words that are coordinates, latitude, longitude, radius in km
COORDINATES = [
    ("It fell at 36.1855, 36.7223 today.", "36.1855, 36.7223", 36.1855, 36.7223, 0.05),
    ("It fell at 36.185, 36.722.", "36.185, 36.722", 36.185, 36.722, 0.079),
    ("It fell at 36.19 N, 36.72 E.", "36.19 N, 36.72 E", 36.19, 36.72, 0.786),
    ("It fell at 36.19N 36.72W.", "36.19N 36.72W", 36.19, -36.72, 0.786),
    ("It fell at N36.19, E36.72.", "N36.19, E36.72", 36.19, 36.72, 0.786),
    ("It fell at 36.72 E, 36.19 S.", "36.72 E, 36.19 S", -36.19, 36.72, 0.786),
    ("It fell at 36.2°N, 36.7°E.", "36.2°N, 36.7°E", 36.2, 36.7, 7.86),
    ("It fell (lat: 36.19, lon: -36.72).", "lat: 36.19, lon: -36.72", 36.19, -36.72, 0.786),
    ("Latitude 36.19, longitude 36.72 it was.", "Latitude 36.19, longitude 36.72", 36.19, 36.72, 0.786),
    ("The GPS coordinates are 36.2, 36.7.", "36.2, 36.7", 36.2, 36.7, 7.86),
    ("It fell (-1.6792, 29.2228).", "-1.6792, 29.2228", -1.6792, 29.2228, 0.05),
    ("It fell at 36°11'08\"N 36°43'20\"E.", "36°11'08\"N 36°43'20\"E", 36.18556, 36.72222, 0.05),
    ("It fell at 36° 11′ 8″ N, 36° 43′ 20″ W.", "36° 11′ 8″ N, 36° 43′ 20″ W", 36.18556, -36.72222, 0.05),
    ("It fell at 36°11.5'N 36°43.3'E.", "36°11.5'N 36°43.3'E", 36.19167, 36.72167, 0.131),
    ("It fell at 36 degrees 11 minutes south, 36 degrees 43 minutes east.",
     "36 degrees 11 minutes south, 36 degrees 43 minutes east", -36.18333, 36.71667, 1.31),
    ("It fell at 38SMB4414084706.", "38SMB4414084706", 33.3, 44.4, 0.05),
    ("It fell at 38S MB 44 88.", "38S MB 44 88", 33.33424, 44.40363, 0.707),
    ("It fell at grid 38SMB4488.", "38SMB4488", 33.33424, 44.40363, 0.707),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "lat", "lon", "radius"), COORDINATES, ids=[row[0] for row in COORDINATES]
)
def test_coordinates(
    text: str, words: str, lat: float, lon: float, radius: float, world: Gazetteer
) -> None:
    [(told, spot)] = spots(text, world)
    assert told == words
    assert spot == pytest.approx((lat, lon, radius), rel=0.01, abs=2e-5)


@pytest.mark.parametrize(
    "text",
    [
        "36.5, 40.2",
        "It was 36.5, 40.2 and 41.7 per cent.",
        "Version 3.1415, 2.7182 came out.",
        "They paid $36.1855, 36.7223 in all.",
        "At 36.125%, 41.375% it stayed.",
        "It fell at 136.1855, 36.7223.",
        "It fell at 36.1855, 236.7223.",
        "It fell at 96.1855, 36.7223.",
        "It fell at 0.0000, 0.0000.",
        "It fell at 36°71'08\"N 36°43'20\"E.",
        "It fell at 36.19 N, 36.72 N.",
        "The 5N 10E bus came.",
        "A list: 1.2345, 2.3456, 3.4567.",
        "At 1.234, 2.345, 3.456 they stopped.",
        "On 19MAR2024 and 18FEB2024 they met.",
        "Plate 38SMB4488 was seen.",
        "At 12:30, 14:45 on 12.11.2023, 14.11.2023.",
        "Win 21-19, 21-17 at 192.168.100.200, 10.0.0.1.",
        "It fell at grid 38SAB4488.",
    ],
)
def test_no_coordinates(text: str, world: Gazetteer) -> None:
    assert spots(text, world) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A strike hit Sarmada (36.1712, 36.7331).", ["Sarmada", "36.1712, 36.7331"]),
        ("A strike hit Sarmada, 36.1712, 36.7331.", ["Sarmada", "36.1712, 36.7331"]),
        ("A strike hit Sarmada at coordinates 36.17, 36.73.", ["Sarmada", "36.17, 36.73"]),
        ("A strike hit the village of Zorbat [36.17N, 36.73E].", ["Zorbat", "36.17N, 36.73E"]),
        ("Sarmada was far from the spot at 36.1712, 36.7331.", ["36.1712, 36.7331"]),
    ],
)
def test_coordinates_behind_a_name_are_its_own(text: str, names: list[str], world: Gazetteer) -> None:
    assert [words for words, _ in spots(text, world)] == names
