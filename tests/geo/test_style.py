from pathlib import Path

import pytest

from geo.conventions import EVENT_TYPES
from geo.style import StyleError, default_style, read_style


def file_of(folder: Path, text: str) -> Path:
    path = folder / "mine.yml"
    path.write_text(text)
    return path


def test_every_event_type_has_a_look_of_its_own() -> None:
    style = default_style()
    assert tuple(style.event_types) == EVENT_TYPES
    assert len({look.colour for look in style.event_types.values()}) == len(EVENT_TYPES)
    assert len({look.shape for look in style.event_types.values()}) == len(EVENT_TYPES)


def test_a_file_changes_only_what_it_says(tmp_path: Path) -> None:
    mine = read_style(file_of(tmp_path, "title: Ours\nevent_types:\n  Riots: {label: Unrest}\n"))
    assert (mine.title, mine.event_types["Riots"].label) == ("Ours", "Unrest")
    assert mine.event_types["Riots"].colour == default_style().event_types["Riots"].colour
    assert mine.sizes == default_style().sizes


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert read_style(file_of(tmp_path, "# nothing yet\n")) == default_style()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("titel: Ours", "no key 'titel'; the known ones: title, event_types"),
        ("title: 7", "7 is no text of 1 to 200"),
        ("- a", "holds no keys"),
        ("a: [", "no YAML file"),
        ("event_types: red", "keys are wanted: Battles"),
        ("event_types: {War: {colour: '#000000'}}", "no key 'War'; the known ones: Battles"),
        ("event_types: {Riots: {colour: red}}", "'red' is no colour"),
        ("event_types: {Riots: {colour: '#000;x'}}", "is no colour"),
        ("event_types: {Riots: {shape: star}}", "no shape 'star'; the known ones: square"),
        ("event_types: {Riots: {size: 3}}", "no key 'size'; the known ones: colour, shape, label"),
        ("sizes: [{killed: 1, radius: 6}]", "the first step is for 0 killed"),
        ("sizes: [{killed: 0, radius: 6}, {killed: 0, radius: 7}]", "each further one for more"),
        ("sizes: [{killed: 0}]", "a list of"),
        ("sizes: [{killed: 0, radius: 900}]", "900 is no number from 1 to 60"),
        ("area: {fill: 2}", "2 is no number from 0 to 1"),
    ],
)
def test_what_cannot_be_used_is_one_line(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(StyleError) as raised:
        read_style(file_of(tmp_path, text))
    assert problem in str(raised.value) and "mine.yml" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r"none\.yml: No such file"):
        read_style(tmp_path / "none.yml")
