"""A file of boundaries, as pyogrio reads it -> rows of a layer with outlines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyogrio
from pyogrio.raw import read

from gazetteer.archive import checked_members, is_boundary_file, is_zip
from gazetteer.boundary_columns import BoundaryColumns, recognise, told_columns
from gazetteer.errors import BadInput
from gazetteer.layer import SHORT, Fields, LayerPlace, fields_of, plain
from gazetteer.outline import Outline, outline_of, to_wgs84
from gazetteer.place import PlaceLevel
from gazetteer.spoken import is_empty
from gazetteer.table import Told
from gazetteer.whose import country_code, likeliest_country

if TYPE_CHECKING:
    from gazetteer.index import Gazetteer

NOTHING = frozenset(("", "<null>", "null", "none", "n/a", "na", "unknown", "nan", "not available"))
BRACKETS = re.compile(r"^(.*?)\s*\([^()]*\)$|^(.*?)\s+[-–]\s+\S.*$")
RANK = re.compile(r"ADM(\d)", re.IGNORECASE)
LEVEL_OF_RANK: Mapping[int, PlaceLevel] = {
    0: "country", 1: "province", 2: "district", 3: "district", 4: "district", 5: "neighbourhood",
}  # fmt: skip
RANK_OF_LEVEL: Mapping[PlaceLevel, int] = {"country": 0, "province": 1, "district": 2, "neighbourhood": 5}


class BoundaryFile:
    """A boundary file, read whole: those of a country are some ten thousand units at most."""

    def __init__(self, path: Path, told: Told, gazetteer: Gazetteer) -> None:
        """Raises BadInput for what is no such file, has no names, or does not say level or country."""
        self.path = path
        self.told = told
        self.gazetteer = gazetteer
        self.values, self.outlines = _read(path)
        if not self.outlines:
            raise BadInput(path, "there is nothing in it")
        if None in self.outlines:
            bare = f"feature {self.outlines.index(None) + 1} has no geometry"
            raise BadInput(path, f"{bare}; take it out of the file")
        self.columns = self._columns()
        self.country = self._country()

    def day(self) -> str | None:
        """The latest day that its rows name."""
        days = [str(v)[:10] for v in self.values.get(self.columns.day or "", ()) if v is not None]
        return max((d for d in days if re.fullmatch(r"\d{4}-\d\d-\d\d", d)), default=None)

    def rows(self, layer: str) -> Iterator[tuple[str, Fields]]:
        """One row per unit. Raises BadInput for a unit without outline or name."""
        for i, outline in enumerate(self.outlines):
            if outline is None:
                raise BadInput(self.path, f"feature {i + 1} has no geometry")
            place = self._place(i, outline, layer)
            yield ("", ()) if place is None else (place.level, fields_of(place))

    def _place(self, i: int, outline: Outline, layer: str) -> LayerPlace | None:
        rank, level = self._rank(i), self.told.level
        if level is None:
            if rank is None:
                raise BadInput(self.path, "it does not say which level its units are; say so with --level")
            level = LEVEL_OF_RANK.get(rank, "neighbourhood")
        if rank is None:
            rank = RANK_OF_LEVEL.get(level, 0)
        names = self._names(i)
        if not names:
            return None
        code = self._cell(i, self.columns.code)
        if level == "neighbourhood":
            names = self._in_town(i, names)
        return LayerPlace(
            id=f"{_scheme(self.columns)}:{code}" if code else f"{layer}:{i + 1}",
            name=names[0],
            level=level,
            lat=outline.lat,
            lon=outline.lon,
            radius_km=outline.radius_km,
            country=self._country_of(i),
            admin1=self._cell(i, self.columns.admin1),
            admin2=self._cell(i, self.columns.admin2),
            names=names[1:],
            rank=0 if level not in ("country", "province", "district") else rank,
            code=code,
            within=self._cell(i, self.columns.within_code),
            area=outline.wkb,
        )

    def _in_town(self, i: int, names: tuple[str, ...]) -> tuple[str, ...]:
        """A quarter's names: with its town in brackets, and alone as short forms, for towns bear them too.

        What says nothing alone ("Industrial", "Old City") has its town at all times.
        """
        town = self._cell(i, self.columns.city)
        if not town:
            return names
        lone = (SHORT + name for name in names if not is_empty(name))
        return (f"{names[0]} ({town})", f"{town} {names[0]}", *lone)

    def _names(self, i: int) -> tuple[str, ...]:
        """The unit's names, cleaned, each once."""
        kept: dict[str, None] = {}
        for column in self.columns.names:
            for name in _cleaned(self.values[column][i]):
                kept[name] = None
        return tuple(kept)

    def _cell(self, i: int, column: str | None) -> str:
        return next(iter(_cleaned(self.values[column][i])), "") if column is not None else ""

    def _rank(self, i: int) -> int | None:
        if self.columns.rank_column is None:
            return self.columns.rank
        match = RANK.fullmatch(self._cell(i, self.columns.rank_column))
        return int(match.group(1)) if match else None

    def _columns(self) -> BoundaryColumns:
        names = list(self.values)
        listed = ", ".join(names) or "none"
        if self.told.name_column is not None:
            told = told_columns(names, self.told.name_column)
            if told is None:
                raise BadInput(self.path, f"no column {self.told.name_column!r}; there are: {plain(listed)}")
            return told
        known = recognise(names)
        if known is None or not known.names:
            raise BadInput(
                self.path, f"which column has the names? give --name-column; there are: {plain(listed)}"
            )
        return known

    def _country(self) -> str | None:
        """The country of all units; None where each says its own."""
        if self.told.country is not None:
            return self.told.country
        if self.columns.country is not None and all(
            self._written_country(i) for i in range(len(self.outlines))
        ):
            return None
        points = [(o.lat, o.lon) for o in self.outlines if o is not None]
        names = [self._names(i)[0] for i in range(len(self.outlines)) if self._names(i)]
        provinces = names if self.columns.rank == 1 else []
        country = likeliest_country(provinces, points, self.gazetteer)
        if country is None:
            raise BadInput(self.path, "it is not clear which country it shows; say so with --country")
        return country

    def _written_country(self, i: int) -> str | None:
        written = self._cell(i, self.columns.country)
        return country_code(written, self.gazetteer) if written else None

    def _country_of(self, i: int) -> str:
        return self.country or self._written_country(i) or ""


def _read(path: Path) -> tuple[dict[str, Any], list[Outline | None]]:
    """The columns of a file by name, and its outlines in WGS 84."""
    source = _source(path)
    try:
        layers = [str(name) for name, _ in pyogrio.list_layers(source)]
        meta, _, shapes, fields = read(source, layer=layers[0] if layers else None, force_2d=True)
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError, UnicodeDecodeError) as error:
        raise BadInput(path, f"not a file of boundaries that can be read ({_words(error)})") from error
    except (pyogrio.errors.GeometryError, pyogrio.errors.FeatureError, ValueError) as error:
        raise BadInput(path, f"its geometry cannot be read ({_words(error)})") from error
    if len(layers) > 1:
        listed = ", ".join(layers[:6])
        raise BadInput(path, f"it holds {len(layers)} layers ({listed}); give each a file of its own")
    if shapes is None:
        raise BadInput(path, "it has no geometry; a table of places needs columns lat and lon")
    outlines = [outline_of(shape) for shape in to_wgs84(path, shapes, meta["crs"])]
    return {str(name): values for name, values in zip(meta["fields"], fields, strict=True)}, outlines


def _source(path: Path) -> str:
    """What GDAL calls the file: in a zip its only file of boundaries, in whatever folder that lies."""
    if not is_zip(path):
        return str(path)
    inside = [m.filename for m in checked_members(path) if is_boundary_file(m.filename)]
    if len(inside) != 1:
        listed = ", ".join(sorted(inside)[:6])
        raise BadInput(
            path, f"it holds {len(inside)} files of boundaries ({listed}); unpack it and add those you want"
        )
    return f"/vsizip/{path.resolve()}/{inside[0]}"


def _words(error: Exception) -> str:
    """GDAL's words without its advice, which speaks of GDAL's own options."""
    return plain(str(error)).partition(";")[0].rstrip(".")


def _cleaned(value: Any) -> list[str]:
    """The names in a cell: one a line, underscores as blanks, what is put in for "none" left out.

    "Hettin (Idleb)" and "X - Y" tell a namesake's city behind the name: the name alone comes first.
    """
    if value is None or value != value:  # NaN, which is how GDAL's readers write a missing text
        return []
    names: dict[str, None] = {}
    for line in str(value).splitlines():
        name = " ".join(plain(line).replace("_", " ").split())
        if name.lower() in NOTHING:
            continue
        match = BRACKETS.match(name)
        if match is not None:
            names[match.group(1) or match.group(2)] = None
        names[name] = None
    return list(names)


def _scheme(columns: BoundaryColumns) -> str:
    return {"OCHA COD-AB": "pcode", "geoBoundaries": "iso", "GADM": "gadm"}.get(columns.maker, "code")
