"""Which names are asked of somebody else, how, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from articles import Article
from gazetteer import Gazetteer, Place
from geo.elsewhere import MOST_CONFIDENCE, Attempt, Found, Question
from geo.geoparse import analyse, geoparse
from geo.toponym import Resolution
from tests.geo.places import small_world

TOLD = "asked of a friend on 2026-11-22"
ZORBAT = Place(
    "friend:1", "Zorbat", "town", 35.95, 36.7, 2.0, "SYR", "Syria", "Idlib", population=900, origin=TOLD
)


@dataclass
class Friend:
    """Knows places by the text that is asked for."""

    known: dict[str, Sequence[Found]] = field(default_factory=dict)
    asked: list[Question] = field(default_factory=list)

    def places(self, question: Question) -> Sequence[Found]:
        self.asked.append(question)
        return self.known.get(question.name, ())

    def names(self) -> list[str]:
        return [question.name for question in self.asked]


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


def read(text: str, world: Gazetteer, friend: Friend, **more: str) -> dict[str, Resolution]:
    article = Article(id="a", text=text, **more)
    return {article.words(a.toponym.span): a for a in analyse(article, None, world, friend)}


@pytest.mark.parametrize(
    ("text", "attempts"),
    [
        (
            "The village of Zorbat in Idlib province burned. Idlib lies in Syria.",
            (Attempt("Zorbat, Idlib", "SYR"), Attempt("Zorbat", "SYR")),
        ),
        ("The village of Zorbat burned, Syrian officials said in Homs.", (Attempt("Zorbat", "SYR"),)),
    ],
)
def test_what_is_asked(text: str, attempts: tuple[Attempt, ...], world: Gazetteer) -> None:
    friend = Friend()
    read(text, world, friend)
    assert [(q.name, q.attempts) for q in friend.asked] == [("Zorbat", attempts)]


@pytest.mark.parametrize(
    "text",
    [
        "The village of Sarmada in Idlib province burned.",
        "The village of Sarmadah burned.",
        "Troops entered Homs and Mosul.",
        "Syrian soldiers shot a man.",
        "He said nothing.",
        "The village of Zorbat burned.",
    ],
)
def test_what_the_index_knows_is_not_asked_nor_a_name_without_a_country(text: str, world: Gazetteer) -> None:
    friend = Friend()
    read(text, world, friend)
    assert friend.asked == []


def test_a_name_is_asked_once_an_article(world: Gazetteer) -> None:
    friend = Friend()
    read("The village of Zorbat near Homs burned. Later, in the village of Zorbat, more came.", world, friend)
    assert friend.names() == ["Zorbat"]


def test_where_two_countries_share_the_article_neither_is_asked_in(world: Gazetteer) -> None:
    friend = Friend()
    read("The village of Zorbat burned. Mosul and Erbil, Homs and Aleppo were calm.", world, friend)
    assert friend.asked == []


def test_an_answer_is_a_candidate_like_others(world: Gazetteer) -> None:
    friend = Friend({"Zorbat": [Found(ZORBAT, loose=False)]})
    answer = read("The village of Zorbat in Idlib province burned.", world, friend)["Zorbat"]
    assert answer.place == ZORBAT
    assert (answer.lat, answer.lon, answer.level, answer.radius_km) == (35.95, 36.7, "town", 2.0)
    assert not answer.fallback
    assert answer.reason.endswith(TOLD)
    assert 0.0 < answer.confidence <= MOST_CONFIDENCE


def test_without_an_answer_the_area_stands_as_before(world: Gazetteer) -> None:
    text = "The village of Zorbat in Idlib province burned."
    answer = read(text, world, Friend())["Zorbat"]
    assert answer.fallback
    assert answer.place is not None and answer.place.id == "adm1:idlib"
    article = Article(id="a", text=text)
    assert geoparse(article, world, elsewhere=Friend()) == geoparse(article, world)


def test_an_answer_in_another_country_is_not_taken(world: Gazetteer) -> None:
    abroad = Place("friend:2", "Zorbat", "town", 33.7, -93.6, 2.0, "USA", "United States", origin=TOLD)
    friend = Friend({"Zorbat": [Found(abroad, loose=False)]})
    text = "The village of Zorbat burned. Homs, Aleppo and Idlib in Syria were calm, Syrian officials said."
    answer = read(text, world, friend)["Zorbat"]
    assert answer.place != abroad


def test_the_evidence_chooses_among_answers(world: Gazetteer) -> None:
    homs = Place("friend:3", "Zorbat", "town", 34.7, 36.7, 2.0, "SYR", "Syria", "Homs", origin=TOLD)
    friend = Friend({"Zorbat": [Found(homs, loose=False), Found(ZORBAT, loose=False)]})
    answer = read("The village of Zorbat in Idlib province burned.", world, friend)["Zorbat"]
    assert answer.place == ZORBAT


def test_what_lies_outside_the_area_of_the_text_is_not_taken(world: Gazetteer) -> None:
    far = Place("friend:4", "Zorbat", "town", 32.5, 36.2, 2.0, "SYR", "Syria", "Daraa", origin=TOLD)
    friend = Friend({"Zorbat": [Found(far, loose=False)]})
    answer = read("The village of Zorbat in Idlib province burned.", world, friend)["Zorbat"]
    assert answer.fallback


def test_a_place_of_the_index_is_not_marked(world: Gazetteer) -> None:
    friend = Friend({"Zorbat": [Found(ZORBAT, loose=False)]})
    answers = read("The village of Zorbat in Idlib province burned. Homs was calm.", world, friend)
    assert TOLD not in answers["Homs"].reason


def test_no_body_and_no_description_is_asked_for(world: Gazetteer) -> None:
    friend = Friend()
    read("The Zorbat City Council met in Homs. The village burned.", world, friend)
    assert friend.asked == []
