"""`gazetteer add` and `gazetteer remove`: what is added to the place index, and what became of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from flows.screen import printable, progress, tell, warn
from flows.settings import Settings
from gazetteer import (
    GEONAMES_SERVER,
    Gazetteer,
    GazetteerError,
    GazetteerInfo,
    Layer,
    LayerUse,
    Told,
    add_files,
    checked_told,
    downloads_folder,
    fetch_dumps,
    remove_layers,
)

USAGE = 2


def add(
    codes: Sequence[str],
    paths: Sequence[Path],
    given: Mapping[str, str | None],
    server: str | None,
    settings: Settings,
) -> int:
    """Add GeoNames' data of countries, or files; 2 with one line where that fails, the index as it was."""
    with ExitStack() as stack:
        try:
            told = _told(given, settings)
            files = [*paths]
            if codes:
                files += _fetched(codes, server, settings, stack)
            show = stack.enter_context(progress("Places"))
            standing = Gazetteer.open(settings.gazetteer, show).layers
            before = {use.layer.name: use.layer for use in standing}
            layers = add_files(files, settings.gazetteer, told, on_layer=_tell_layer, on_build=show)
        except GazetteerError as error:
            warn(f"conflictmap: {error}; the place index is as it was")
            return USAGE
    for name in (layer.name for layer in layers if layer.name in before):
        old = before[name]
        told_of = f"{_counted(old.counts)} from {old.taken_from}, of {old.day}"
        tell(printable(f"{name} takes the place of what was added under this name before: {told_of}."))
    _tell_uses({layer.name for layer in layers}, Gazetteer.open(settings.gazetteer).info())
    return 0


def _told(given: Mapping[str, str | None], settings: Settings) -> Told:
    """What the options say, checked before anything is read."""
    return checked_told(given["level"], given["country"], given["name_column"], settings.gazetteer)


def _fetched(
    codes: Sequence[str], server: str | None, settings: Settings, stack: ExitStack
) -> tuple[Path, ...]:
    """GeoNames' files of countries, kept where the next call can go on with them or ask what is new."""
    show = stack.enter_context(progress("Download"))
    return fetch_dumps(
        codes,
        downloads_folder(settings.gazetteer),
        server=server or GEONAMES_SERVER,
        on_progress=lambda name, done, total: show(done, total),
    )


def remove(names: Sequence[str], settings: Settings) -> int:
    """Take added files out of the index again; 2 with one line for a name that is none."""
    with progress("Places") as show:
        try:
            remove_layers(names, settings.gazetteer, on_build=show)
        except GazetteerError as error:
            warn(f"conflictmap: {error}")
            return USAGE
    tell(f"Removed: {', '.join(names)}.")
    return 0


def layer_lines(info: GazetteerInfo) -> list[str]:
    """What `gazetteer info` says of what was added."""
    lines = []
    for use in info.layers:
        layer = use.layer
        lines.append(f"Added:  {layer.name}: {_counted(layer.counts)} from {layer.taken_from}")
        lines.append(f"        {layer.source}, {layer.licence}; of {layer.day}. {_joined(use)}".rstrip())
    return [printable(line) for line in lines]


def _tell_layer(layer: Layer) -> None:
    over = f"; {layer.passed_over:,} rows of other kinds passed over" if layer.passed_over else ""
    warn(f"{layer.taken_from}: {_counted(layer.counts)}{over}")


def _tell_uses(names: set[str], info: GazetteerInfo) -> None:
    for use in info.layers:
        if use.layer.name in names:
            tell(printable(f"Added {use.layer.name}: {_counted(use.layer.counts)}. {_joined(use)}".rstrip()))
    tell(f"The index now holds {sum(info.counts.values()):,} places under {info.names:,} names.")


def _joined(use: LayerUse) -> str:
    """What became of the rows."""
    rows = sum(use.layer.counts.values())
    match use.layer.kind:
        case "names":
            return f"{use.same:,} are names of places that are here."
        case "codes" | "hierarchy":
            return "It says in which divisions the places of dumps lie."
    return f"{rows - use.same:,} were new, {use.same:,} were here already and were joined with it."


def _counted(counts: dict[str, int]) -> str:
    return ", ".join(f"{count:,} {kind}" for kind, count in counts.items()) or "nothing"
