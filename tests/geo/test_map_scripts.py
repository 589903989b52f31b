"""The scripts of the map's page share one space of names, and none of them makes markup of text."""

import re
from collections import Counter
from importlib.resources import files

from geo.map import SCRIPTS

ASSETS = files("geo") / "map_assets"
CODE = {name: (ASSETS / name).read_text("utf-8") for name in SCRIPTS}


def test_every_script_is_in_the_page() -> None:
    assert {f.name for f in ASSETS.iterdir() if f.name.endswith(".js")} == set(SCRIPTS)
    assert SCRIPTS[-1] == "start.js"


def test_no_name_is_given_twice() -> None:
    names = Counter(
        name
        for code in CODE.values()
        for name in re.findall(r"^(?:async )?(?:function|const|let|class) (\w+)", code, flags=re.MULTILINE)
    )
    assert [name for name, times in names.items() if times > 1] == []


def test_no_text_can_become_markup_or_code() -> None:
    risky = re.compile(r"(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function")
    assert [name for name, code in CODE.items() if risky.search(code)] == []
