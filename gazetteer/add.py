"""Adds files to the index, and takes them out again: new layers, then the index anew."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from gazetteer.build import default_path, index_lock, layers_folder, rebuild
from gazetteer.codes import iso3
from gazetteer.core import Sources, embedded_sources
from gazetteer.errors import BadOption, UnknownLayer
from gazetteer.index import Gazetteer
from gazetteer.inputs import add_file
from gazetteer.layer import SUFFIX, Layer, layer_files, layer_name
from gazetteer.table import Told, kept_levels
from gazetteer.whose import country_code
from gazetteer.writer import OnBuild

NOTHING_TOLD = Told()
OnLayer = Callable[[Layer], None]


def add_files(
    paths: Sequence[Path],
    index: Path | None = None,
    told: Told = NOTHING_TOLD,
    *,
    on_layer: OnLayer | None = None,
    on_build: OnBuild | None = None,
    sources: Sources | None = None,
) -> tuple[Layer, ...]:
    """Add files of places to the index at `index` (None: the user's) and build it anew; gives their layers.

    A layer takes the place of an earlier one of its name. Raises BadInput for the first file that cannot be
    used: nothing is added then, and the old index stays until the new one is whole.
    """
    where = index if index is not None else default_path()
    embedded = sources if sources is not None else embedded_sources()
    gazetteer = Gazetteer.open(where, on_build, embedded)
    folder = layers_folder(where)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix="incoming-") as scratch:
        added = []
        for path in paths:
            added.append(add_file(path, Path(scratch), told, gazetteer))
            if on_layer is not None:
                on_layer(added[-1])
        _take_over(where, embedded, Path(scratch), on_build)
    return tuple(added)


def checked_told(
    level: str | None, country: str | None, name_column: str | None, index: Path | None
) -> Told:
    """What a user says of files, as `Told`. BadOption for a level or a country that there is not."""
    known = next((one for one in kept_levels() if one == level), None)
    if level is not None and known is None:
        raise BadOption(f"{level!r} is no level of a place; there are: {', '.join(kept_levels())}")
    code = None
    if country is not None:
        code = iso3(country) or country_code(country, Gazetteer.open(index))
        if code is None:
            raise BadOption(f"{country!r} is no country; give a code such as SY or SYR, or an English name")
    return Told(known, code, name_column)


def downloads_folder(index: Path | None) -> Path:
    """Where fetched files are kept, beside the layers of an index."""
    return layers_folder(index if index is not None else default_path()) / "downloads"


def _take_over(index: Path, sources: Sources, scratch: Path, on_build: OnBuild | None) -> None:
    """Build with the new layers of a folder, then move them to the others."""
    folder = layers_folder(index)

    def publish() -> None:
        for path in layer_files(scratch):
            path.replace(folder / path.name)

    with index_lock(index):
        by_name = {path.name: path for path in (*layer_files(folder), *layer_files(scratch))}
        rebuild(index, sources, [by_name[name] for name in sorted(by_name)], on_build, publish)


def remove_layers(
    names: Sequence[str],
    index: Path | None = None,
    *,
    on_build: OnBuild | None = None,
    sources: Sources | None = None,
) -> None:
    """Take what was added out of the index again. UnknownLayer, and nothing removed, for an unknown name."""
    where = index if index is not None else default_path()
    embedded = sources if sources is not None else embedded_sources()
    folder = layers_folder(where)
    present = {layer_name(path): path for path in layer_files(folder)}
    for name in names:
        if name not in present:
            raise UnknownLayer(name, tuple(present))
    with index_lock(where):
        kept = [path for name, path in sorted(present.items()) if name not in names]

        def publish() -> None:
            for name in dict.fromkeys(names):
                (folder / f"{name}{SUFFIX}").unlink(missing_ok=True)

        rebuild(where, embedded, kept, on_build, publish)
