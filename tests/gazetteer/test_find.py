from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from gazetteer import Gazetteer, Place
from tests.gazetteer.conftest import IDLIB, IDLIB_TOWN, IDLIB_VILLAGE
from tests.quickest import quickest

TABLE: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("spelling_pairs.yml").read_text(encoding="utf-8")
)
SAME, UNLIKE = (
    [(stored, asked) for stored, others in TABLE[kind].items() for asked in others]
    for kind in ("same", "unlike")
)


def place_called(name: str) -> Place:
    """In Syria, where all that tolerates spellings is on."""
    return Place(f"test:{name}", name, "town", 35.0, 38.0, 1, "SYR", "Syria")


@pytest.fixture(scope="module")
def spelt() -> Gazetteer:
    stored = dict.fromkeys(stored for stored, _ in (*SAME, *UNLIKE))
    return Gazetteer.from_places([(place_called(name), ()) for name in stored])


def known(gazetteer: Gazetteer, name: str) -> set[str]:
    return {match.place.name for match in gazetteer.find(name, 300) if match.step != "fuzzy"}


def test_there_are_enough_pairs() -> None:
    assert len(set(SAME)) >= 120 and len(set(UNLIKE)) >= 40


@pytest.mark.parametrize(("stored", "asked"), SAME)
def test_a_spelling_finds_its_name(spelt: Gazetteer, stored: str, asked: str) -> None:
    alone = Gazetteer.from_places([(place_called(stored), ())])
    assert known(alone, asked) == {stored}


@pytest.mark.parametrize(("stored", "asked"), UNLIKE)
def test_unlike_names_stay_apart(spelt: Gazetteer, stored: str, asked: str) -> None:
    assert stored not in known(spelt, asked)


def test_an_exact_name_is_all_there_is(small_gazetteer: Gazetteer) -> None:
    matches = small_gazetteer.find("IDLIB")
    assert [(m.place, m.step, m.matched, m.similarity) for m in matches] == [
        (place, "exact", "Idlib", 1.0) for place in (IDLIB, IDLIB_TOWN, IDLIB_VILLAGE)
    ]


def test_the_name_that_matched_is_told(small_gazetteer: Gazetteer) -> None:
    assert [m.matched for m in small_gazetteer.find("Edlib")] == ["Edlib"]
    assert [(m.step, m.matched) for m in small_gazetteer.find("Edleeb")] == [("spelling", "Edlib")]
    assert [(m.step, m.matched) for m in small_gazetteer.find("ادلب")] == [("exact", "إدلب")]


def test_a_typo_finds_its_place(small_gazetteer: Gazetteer) -> None:
    best = small_gazetteer.find("Idlbi", 2)
    assert [m.place for m in best] == [IDLIB, IDLIB_TOWN]
    assert {m.step for m in best} == {"fuzzy"}
    assert 0.75 <= best[0].similarity < 1
    assert small_gazetteer.find("Dilib", 1)[0].place == IDLIB
    assert small_gazetteer.find("Xyzzyx") == []


@pytest.mark.parametrize("name", ["", "-'", "x", "\ud800", "' OR 1=1 --", "ء"])
def test_what_is_no_name_finds_nothing(small_gazetteer: Gazetteer, name: str) -> None:
    assert small_gazetteer.find(name) == []


def test_no_more_than_asked_for(small_gazetteer: Gazetteer) -> None:
    assert len(small_gazetteer.find("Idlib", 1)) == len(small_gazetteer.find("Idlbi", 1)) == 1


def test_a_place_stands_once(spelt: Gazetteer) -> None:
    ids = [match.place.id for match in spelt.find("Deir Ezor", 50)]
    assert len(ids) == len(set(ids))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "found", "step"),
    [
        ("Sarmda", "Sarmada", "spelling"),
        ("Kfar Nbel", "Kafranbel", "fuzzy"),
        ("سرمدا", "Sarmada", "spelling"),
        ("Харьков", "Kharkiv", "exact"),
        ("Hudaydeh", "Hodeidah", "spelling"),
        ("Maidugri", "Maiduguri", "fuzzy"),
        ("Şırnak", "Şırnak", "exact"),
    ],
)
def test_the_embedded_places(real_gazetteer: Gazetteer, asked: str, found: str, step: str) -> None:
    first = real_gazetteer.find(asked)[0]
    assert (first.place.name, first.step) == (found, step)


@pytest.mark.slow
@pytest.mark.parametrize("asked", ["Sanatha", "Al Karrada Qq", "Karamanlu", "Samarinda Qq", "Kala Sang Qq"])
def test_the_fuzzy_step_is_bounded_in_time(real_gazetteer: Gazetteer, asked: str) -> None:
    assert quickest(lambda: real_gazetteer.find(asked)) < 0.25



@pytest.mark.parametrize(
    ("asked", "found"),
    [("Hamadaniya", True), ("Homadania", False), ("Hamdan", False), ("Humadanya", False)],
)
def test_another_vowel_inside_a_name(asked: str, found: bool) -> None:
    alone = Gazetteer.from_places([(place_called("Hamdaniya"), ())])
    assert bool(alone.lookup_other_vowel(asked)) is found
