"""Word lists are data: what a file may say, and what is refused."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files

import pytest

from mentions.word_lists import LexiconError, check_lists, groups_of, read_data


def test_an_item_may_hold_several_words_and_their_order_stays() -> None:
    lists = check_lists("x.yml", {"things": ["shells?, air raids?", r"riot\w*"]}, {"things"})
    assert lists == {"things": ("shells?", "air raids?", r"riot\w*")}


def test_a_group_matches_any_word_of_its_list() -> None:
    group = re.compile(groups_of({"things": ("shells?", "air raids?")})["things"])
    assert [m[0] for m in group.finditer("a shell, two air raids")] == ["shell", "air raids"]
    assert group.groups == 0


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        ({}, "missing: things"),
        ({"things": ["tank"], "thigns": ["jet"]}, "thigns"),
        ({"things": "tank, jet"}, "not a list"),
        ({"things": {"tank": "jet"}}, "not a list"),
        ({"things": []}, "not a list"),
        ({"things": None}, "not a list"),
        ({"things": ["tank,, jet"]}, "an empty word"),
        ({"things": ["tank,"]}, "an empty word"),
        ({"things": [""]}, "an empty word"),
        ({"things": [False]}, "quote words"),  # what YAML makes of a bare no
        ({"things": [7]}, "quote words"),
        ({"things": ["tank", "jet, tank"]}, "said twice: tank"),
        ({"things": ["gunm[ae"]}, "is no pattern"),
    ],
)
def test_a_list_that_cannot_be_meant_is_refused(data: dict[str, object], complaint: str) -> None:
    with pytest.raises(LexiconError, match=complaint) as refused:
        check_lists("x.yml", data, {"things"})
    assert str(refused.value).startswith("x.yml")


@pytest.mark.parametrize("name", ["abbreviations", "claims", "clauses", "crowds", "kinds", "sides", "status"])
def test_every_list_says_what_it_is_for(name: str) -> None:
    """A list follows a comment, directly or behind another list of the same paragraph."""
    text = (files("mentions") / "words" / f"{name}.yml").read_text(encoding="utf-8")
    paragraphs = text.split("\n\n")
    listed = [p for p in paragraphs if re.search(r"^\w+:", p, re.MULTILINE)]
    assert [p for p in listed if not p.startswith("#")] == []
    assert sum(len(re.findall(r"^\w+:", p, re.MULTILINE)) for p in listed) == len(read_data(name))


def test_importing_reads_no_list() -> None:
    code = (
        "import mentions, yaml; from mentions import actors, claims, clauses, crowds, sentences, status\n"
        "from mentions.kind_words import kind_words; from mentions.side_sources import side_sources\n"
        "built = [side_sources, claims._patterns, clauses._patterns, crowds._patterns, kind_words,"
        " status._rules, sentences.abbreviations]\n"
        "assert all(b.cache_info().currsize == 0 for b in built)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
