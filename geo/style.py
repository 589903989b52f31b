"""How events look, in every file that has a look: `style.yml`, and what a user's own file changes in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from geo.conventions import EVENT_TYPES

SHAPES = ("square", "circle", "triangle", "wedge", "diamond", "cross")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_KEYS = ("title", "event_types", "mixed", "sizes", "area")


class StyleError(ValueError):
    """A style file that cannot be used: which file, what is wrong, what may stand there."""


@dataclass(frozen=True, slots=True)
class TypeLook:
    """How an event type looks."""

    colour: str
    """`#rrggbb`."""
    shape: str
    """One of SHAPES."""
    label: str
    """What a reader is shown; the data keep ACLED's names."""


@dataclass(frozen=True, slots=True)
class SizeStep:
    """Markers of events with so many killed and more."""

    killed: int
    """By the lower figure."""
    radius: float
    """Half the width of the marker, pixels."""


@dataclass(frozen=True, slots=True)
class AreaLook:
    """How an area that an event may lie in is drawn, in the colour of its event type."""

    fill: float
    """How much of the colour fills it, 0 to 1."""
    line: float
    """The width of its dashed edge, pixels."""


@dataclass(frozen=True, slots=True)
class Style:
    """Title, colours, shapes, labels and sizes."""

    title: str
    """Of the map and the files."""
    event_types: Mapping[str, TypeLook]
    """Every one of ACLED's event types, in the codebook's order."""
    mixed: str
    """The colour of several events of different types in one sign."""
    sizes: tuple[SizeStep, ...]
    """Rising; the first is for 0."""
    area: AreaLook
    """How areas are drawn."""

    def step_of(self, killed: int) -> int:
        """The number of the step, from 0, of an event with so many killed."""
        return sum(killed >= step.killed for step in self.sizes) - 1


@dataclass(frozen=True, slots=True)
class Look:
    """What every writer is told besides the events."""

    style: Style
    """Colours, labels, title."""
    added: tuple[str, ...] = ()
    """Sources of places beside the embedded ones, to be named wherever the events are shown."""


@cache
def default_style() -> Style:
    """The style of the package."""
    return _style(_default_data(), "geo/style.yml")


def read_style(path: Path) -> Style:
    """The default style with what a user's YAML file changes. StyleError says what is wrong with it."""
    try:
        given = yaml.safe_load(path.read_text("utf-8"))
    except OSError as error:
        raise StyleError(f"{path}: {error.strerror or error}; give a YAML file") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        told = " ".join(str(error).split())
        raise StyleError(f"{path}: no YAML file: {told}") from error
    if given is None:
        return default_style()
    if not isinstance(given, dict):
        raise StyleError(f"{path}: holds no keys; write lines such as 'title: My events'")
    data = _default_data()
    for key, value in given.items():
        _known(key, _KEYS, str(path), "key")
        if key in ("event_types", "area"):
            value = _overlaid(data[key], value, f"{path}: {key}")
        data[key] = value
    return _style(data, str(path))


def _default_data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files("geo") / "style.yml").read_text("utf-8"))
    return data


def _overlaid(data: dict[str, Any], given: Any, where: str) -> dict[str, Any]:
    """The data with the given keys changed, one level further down too."""
    if not isinstance(given, dict):
        raise StyleError(f"{where}: keys are wanted: {', '.join(data)}")
    changed = dict(data)
    for key, value in given.items():
        _known(key, tuple(data), where, "key")
        deeper = isinstance(data[key], dict)
        changed[key] = _overlaid(data[key], value, f"{where}: {key}") if deeper else value
    return changed


def _known(key: Any, known: Sequence[str], where: str, noun: str) -> None:
    if key not in known:
        raise StyleError(f"{where}: no {noun} {key!r}; the known ones: {', '.join(known)}")


def _style(data: Mapping[str, Any], where: str) -> Style:
    looks = {name: _type_look(data["event_types"][name], f"{where}: {name}") for name in EVENT_TYPES}
    area = AreaLook(
        _number(data["area"]["fill"], f"{where}: area: fill", 0, 1),
        _number(data["area"]["line"], f"{where}: area: line", 0, 20),
    )
    return Style(
        _words(data["title"], f"{where}: title"), MappingProxyType(looks),
        _colour(data["mixed"], f"{where}: mixed"), _sizes(data["sizes"], f"{where}: sizes"), area,
    )  # fmt: skip


def _type_look(data: Mapping[str, Any], where: str) -> TypeLook:
    _known(data["shape"], SHAPES, where, "shape")
    return TypeLook(
        _colour(data["colour"], f"{where}: colour"), data["shape"], _words(data["label"], f"{where}: label")
    )


def _sizes(data: Any, where: str) -> tuple[SizeStep, ...]:
    wanted = {"killed", "radius"}
    if not isinstance(data, list) or not all(isinstance(s, dict) and {*s} == wanted for s in data):
        raise StyleError(f"{where}: a list of {{killed: 0, radius: 6}} is wanted")
    steps = tuple(
        SizeStep(
            int(_number(step["killed"], f"{where}: killed", 0, 1_000_000)),
            _number(step["radius"], f"{where}: radius", 1, 60),
        )
        for step in data
    )
    killed = [step.killed for step in steps]
    if killed[:1] != [0] or killed != sorted(set(killed)):
        raise StyleError(f"{where}: the first step is for 0 killed, each further one for more")
    return steps


def _colour(value: Any, where: str) -> str:
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise StyleError(f'{where}: {value!r} is no colour; write "#rrggbb", in quotation marks')
    return value.lower()


def _number(value: Any, where: str, low: float, high: float) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
        raise StyleError(f"{where}: {value!r} is no number from {low} to {high}")
    return float(value)


def _words(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip() or len(value) > 200:
        raise StyleError(f"{where}: {value!r} is no text of 1 to 200 characters")
    return value.strip()
