"""What is promised of the package: names of our own, types, pins, documents that name everything."""

from __future__ import annotations

import ast
import importlib
import re
import sys
import tomllib
from importlib.metadata import distributions, requires, version
from importlib.util import find_spec
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from flows.cli import app, gazetteer
from flows.settings import Settings

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
PACKAGES: list[str] = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]
PINS = {
    name.lower().replace("_", "-"): pin
    for name, _, pin in (line.partition("==") for line in (ROOT / "constraints.txt").read_text().split("\n"))
    if pin
}
COMMANDS = {
    **{name: app[name] for name in ("run", "report", "extract", "geoparse", "serve")},
    **{f"gazetteer {name}": gazetteer[name] for name in ("add", "remove", "lookup", "info")},
}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_is_typed_and_has_a_front_door(package: str) -> None:
    assert (ROOT / package / "py.typed").is_file()
    front = importlib.import_module(package)
    assert all(hasattr(front, name) for name in getattr(front, "__all__", ()))


def test_no_other_distribution_has_our_top_level_names() -> None:
    for distribution in distributions():
        if distribution.name == "conflictmap":
            continue
        theirs = {file.parts[0].removesuffix(".py") for file in distribution.files or ()}
        assert not theirs & set(PACKAGES), distribution.name


@pytest.mark.parametrize("path", sorted((ROOT / "flows").glob("*.py")), ids=lambda path: path.stem)
def test_flows_can_be_loaded_by_path(path: Path) -> None:
    """Prefect puts flows/ first on the path: a file there must not hide a module, nor import relatively."""
    if path.stem != "__init__":
        assert path.stem not in sys.stdlib_module_names and find_spec(path.stem) is None
    imports = [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ImportFrom)]
    assert all(node.level == 0 for node in imports)


def test_every_dependency_is_pinned_within_its_bounds() -> None:
    needed = [Requirement(text) for text in requires("conflictmap") or ()]
    needed += [Requirement(text) for text in PYPROJECT["build-system"]["requires"]]
    for requirement in needed:
        if requirement.marker and "compile" in str(requirement.marker):
            continue
        pin = PINS.get(requirement.name.lower().replace("_", "-"))
        assert pin is not None and requirement.specifier.contains(pin), requirement


def test_pins_are_names_and_versions_only() -> None:
    text = (ROOT / "constraints.txt").read_text()
    assert "://" not in text and "@" not in text
    assert all(re.fullmatch(r"(#.*|[\w.-]+==[\w.]+)?", line) for line in text.split("\n"))


def test_the_metadata_is_that_of_pyproject() -> None:
    assert version("conflictmap") == PYPROJECT["project"]["version"]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_documents_name_every_command_and_option(name: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text()
    heading = f"## {name}\n"
    assert heading in page and f"conflictmap {name} " in page.replace("\n", " \n")
    section = page.split(heading)[1].split("\n## ")[0]
    options = {
        option for argument in COMMANDS[name].assemble_argument_collection() for option in argument.names
    }
    assert all(option in section for option in options if option.startswith("--"))


def test_the_documents_name_every_setting_and_nothing_else() -> None:
    page = (ROOT / "docs" / "commands.md").read_text()
    named = set(re.findall(r"`CONFLICTMAP_(\w+)`", page))
    assert named == {name.upper() for name in Settings.model_fields}


def test_the_changelog_has_this_version() -> None:
    assert f"## {PYPROJECT['project']['version']}" in (ROOT / "CHANGELOG.md").read_text()
