from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer import Gazetteer
from gazetteer.core import embedded_sources
from gazetteer.demonyms import read_demonyms
from gazetteer.errors import BadSource


@pytest.mark.parametrize(
    ("word", "place"),
    [
        ("idlibi", "adm1:SY.12"), ("aleppine", "adm1:SY.09"), ("damascenes", "adm1:SY.13"),
        ("homsi", "adm1:SY.11"), ("moslawi", "geonames:99072"), ("baghdadi", "adm1:IQ.07"),
        ("gazans", "adm1:PS.GZ"), ("crimean", "adm1:UA.11"), ("darfuri", "supplement:darfur-sd"),
        ("tigrayans", "adm1:ET.53"), ("chechen", "adm1:RU.12"),
    ],
)  # fmt: skip
def test_the_place_of_a_people(word: str, place: str) -> None:
    path = embedded_sources().demonyms
    assert path is not None
    assert read_demonyms(path)[word][0] == place


@pytest.mark.parametrize("word", ["kurdish", "houthi", "rohingya", "punjabi", "kashmiri", "tuareg"])
def test_peoples_of_no_one_place(word: str) -> None:
    path = embedded_sources().demonyms
    assert path is not None
    assert word not in read_demonyms(path)


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("- [adm1:SY.12]\n", 1, "a row is a list"),
        ("- adm1:SY.12\n", 1, "a row is a list"),
        ("- [a, Idlibi]\n- [b, idlibi]\n", 2, "'idlibi' stands on line 1 too"),
        ("a: b\n", 1, "not a list"),
    ],
)
def test_a_wrong_row_is_pointed_at(tmp_path: Path, text: str, line: int, problem: str) -> None:
    path = tmp_path / "demonyms.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadSource, match=problem) as caught:
        read_demonyms(path)
    assert caught.value.line == line


@pytest.mark.slow
def test_the_index_knows_them(real_gazetteer: Gazetteer) -> None:
    place = real_gazetteer.people_of("Moslawis")
    assert place is not None and (place.name, place.admin1) == ("Mosul", "Nineveh")
    assert real_gazetteer.people_of("Syrian") is None
    assert real_gazetteer.demonym("Syrian") == "SYR"
    assert real_gazetteer.demonym("Idlibi") is None
