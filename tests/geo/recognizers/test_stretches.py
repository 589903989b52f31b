"""Which two names are the ends of one stretch."""

from __future__ import annotations

import pytest

from articles.article import Article
from gazetteer.index import Gazetteer
from geo.recognizers import read_names
from tests.geo.places import small_world


@pytest.fixture(scope="module")
def world() -> Gazetteer:
    return small_world()


def ends(text: str, world: Gazetteer) -> list[tuple[str, str]]:
    article = Article(id="a", text=text)
    found = read_names(article, None, world).toponyms
    assert all((t.relation == "between") == (t.other_end is not None) for t in found)
    return [(article.words(t.span), article.words(t.other_end)) for t in found if t.other_end is not None]


@pytest.mark.parametrize(
    "text",
    [
        "It fell between Homs and Aleppo.",
        "It fell between the towns of Homs and Aleppo.",
        "It fell between Homs and the besieged city of Aleppo.",
        "It fell on the road between Homs and Aleppo.",
        "It fell on the road from Homs to Aleppo.",
        "It fell on the highway that leads from Homs to Aleppo.",
        "It fell on the road linking Homs with Aleppo.",
        "It fell on the road connecting Homs and Aleppo.",
        "It fell on the Homs-Aleppo highway.",
        "It fell on the Homs to Aleppo road.",
    ],
)
def test_a_stretch_has_two_ends(text: str, world: Gazetteer) -> None:
    assert ends(text, world) == [("Homs", "Aleppo"), ("Aleppo", "Homs")]


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("On the border between Syria and Iraq.", True),
        ("Along Syria's border with Iraq.", True),
        ("On the Syria-Iraq border.", True),
        ("Talks between Syria and Iraq failed.", False),
        ("A match between Homs and Aleppo.", False),
        ("Clashes between Syria and Iraq went on.", False),
        ("They fell in Homs and Aleppo.", False),
        ("He drove from Homs to Aleppo.", False),
        ("The Homs-Aleppo team won.", False),
        ("Between Homs, Aleppo and Idlib.", False),
    ],
)
def test_what_states_and_teams_have_between_them_is_no_place(
    text: str, both: bool, world: Gazetteer
) -> None:
    assert (len(ends(text, world)) == 2) == both


def test_two_stretches_stay_two(world: Gazetteer) -> None:
    text = "It fell between Homs and Aleppo, and between Mosul and Erbil."
    assert ends(text, world)[::2] == [("Homs", "Aleppo"), ("Mosul", "Erbil")]
