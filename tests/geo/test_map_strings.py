"""Every English word of the map's page is in strings.js, and nothing there is unused."""

import re
from importlib.resources import files

ASSETS = files("geo") / "map_assets"
CODE = {f.name: f.read_text("utf-8") for f in ASSETS.iterdir() if f.name.endswith((".js", ".html"))}
KEYS = re.findall(r'^\s*"([\w.]+)": ', CODE["strings.js"], flags=re.MULTILINE)
OTHERS = "\n".join(text for name, text in CODE.items() if name != "strings.js")
SAID = set(re.findall(r'"([\w.]+)"', OTHERS))
BEGUN = set(re.findall(r"say\(`([\w.]+)\$\{", OTHERS))


def test_no_key_is_there_twice() -> None:
    assert len(KEYS) == len(set(KEYS))
    assert len(KEYS) > 200


def test_whatever_is_said_has_its_words() -> None:
    asked = set(re.findall(r'say\("([\w.]+)"', OTHERS))
    asked |= set(re.findall(r'data-(?:say|label|title|hint)="([\w.]+)"', OTHERS))
    assert asked - set(KEYS) == set()


def test_no_words_are_left_over() -> None:
    assert [key for key in KEYS if key not in SAID and not key.startswith(tuple(BEGUN))] == []


def test_the_page_itself_holds_no_words_but_for_those_without_a_script() -> None:
    page = re.sub(r"<noscript>.*?</noscript>", "", CODE["panel.html"])
    assert re.sub(r"<[^>]*>", "", page).split() == []
