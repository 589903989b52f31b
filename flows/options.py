"""What several commands take, and how it is checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from cyclopts import Parameter

if TYPE_CHECKING:
    from flows.settings import Settings

OPTIONS = ("out", "workers", "online", "formats", "style")
"""The settings that are options too; the others are variables of the environment only."""
ODD = {"online_server": "an http(s) address such as https://nominatim.example.org is wanted"}


class WrongUsage(ValueError):
    """The command line or the environment asks for what there is not; one clear line."""


def no_option(type_: Any, value: Any) -> None:
    """`-` is standard input; whatever else starts with a hyphen is an option that does not exist."""
    for word in value if isinstance(value, tuple) else (value,):
        if word.startswith("-") and word != "-":
            raise ValueError(f"Unknown option: {word}. Write ./{word} if it is a file.")


Input = Annotated[str, Parameter(allow_leading_hyphen=True, validator=no_option)]
Output = Annotated[str, Parameter(allow_leading_hyphen=True, validator=no_option)]
Folder = Annotated[str | None, Parameter(show_default=False)]
Workers = Annotated[int | None, Parameter(show_default=False)]
Text = Annotated[str | None, Parameter(show_default=False)]
Files = Annotated[tuple[str, ...], Parameter(negative=(), show_default=False)]
Online = Annotated[Literal["nominatim", "photon", "geonames"] | None, Parameter(show_default=False)]
Formats = Annotated[str | None, Parameter(show_default=False)]
Flag = Annotated[bool, Parameter(negative=(), show_default=False)]


def settings_with(**given: Any) -> Settings:
    """The settings, with the options that were given on the command line (None: not given).

    Raises WrongUsage for a value that cannot be, of an option or of the environment.
    """
    from pydantic import ValidationError

    from flows.settings import Settings

    try:
        return Settings(**{key: value for key, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        if not first["loc"]:
            raise WrongUsage(first["msg"].removeprefix("Value error, ") + ".") from error
        name = ".".join(str(part) for part in first["loc"])
        option = f"--{name} or " if name in OPTIONS else ""
        told = ODD.get(name, "has a sign in it that it may not have")
        problem = told if first["type"] == "string_pattern_mismatch" else first["msg"]
        problem = problem.removeprefix("Value error, ")
        raise WrongUsage(f"{option}CONFLICTMAP_{name.upper()}: {problem}.") from error


def not_over_the_input(source: str, out: str) -> None:
    """Raises WrongUsage where both are one file."""
    if (
        "-" not in (source, out)
        and Path(out).exists()
        and Path(source).exists()
        and Path(out).samefile(source)
    ):
        raise WrongUsage(f"{out} is the input itself: give --out another name.")


def given_sources(given: tuple[str, ...]) -> list[str]:
    """What is to be read. Raises WrongUsage for nothing."""
    if not given:
        raise WrongUsage("nothing to read: give a file, a folder or an address.")
    return list(given)
