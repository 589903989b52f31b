"""The commands below `conflictmap gazetteer`. Each hands over to one function."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from cyclopts import App, Parameter
from cyclopts.validators import Number

from flows.options import Files, Text, WrongUsage, settings_with

gazetteer = App(name="gazetteer", help="Ask what a name can mean; add places to the index.", help_epilogue="")


@gazetteer.command
def lookup(*name: str, limit: Annotated[int, Parameter(validator=Number(gte=1))] = 20) -> int:
    """Print the places that a name can mean, the likeliest first, and what found each.

    First the places of exactly this name. Where there is none: those with a spelling like it, then those
    whose name differs by a letter or two.

    ```
    conflictmap gazetteer lookup Sarmada "Deir ez-Zor"
    ```

    Parameters
    ----------
    name
        One or more names; quote a name that has blanks.
    limit
        Places that are shown of each name; 20 if not given.
    """
    if not name:
        raise WrongUsage("gazetteer lookup needs a name: conflictmap gazetteer lookup Sarmada")
    from flows.gazetteer_command import lookup as lookup_names

    return lookup_names(name, limit, settings_with())


@gazetteer.command
def add(
    *country: str,
    file: Files = (),
    name_column: Text = None,
    level: Text = None,
    of_country: Annotated[str | None, Parameter(name="--country", show_default=False)] = None,
    server: Text = None,
) -> int:
    """Add places: all that GeoNames knows of countries, or files of your own.

    A file is any of GeoNames' (SY.zip, alternateNamesV2, hierarchy, admin1CodesASCII, admin2Codes,
    countryInfo), boundaries (shapefile, GeoJSON, GeoPackage, also zipped), or a table with the columns name,
    lat, lon and, if you like, level, country, admin1, admin2, alternates, population, radius_km, id.

    ```
    conflictmap gazetteer add SY IQ
    conflictmap gazetteer add --file syr_admin1.shp --file my_villages.csv
    ```

    Parameters
    ----------
    country
        Codes of two letters: SY IQ YE. Their data is fetched from GeoNames.
    file
        A file to add; may be given again and again.
    name_column
        The column with the names, where it is not called as usual.
    level
        What the places are where the file does not say: facility, neighbourhood, town, district, province,
        region.
    of_country
        The country of the places where the file does not say: a code or a name.
    server
        Where to fetch from instead of GeoNames: an http(s) address of the same files.
    """
    if not country and not file:
        raise WrongUsage("gazetteer add needs country codes or --file: conflictmap gazetteer add SY")
    from flows.gazetteer_add import add as add_places

    given = {"name_column": name_column, "level": level, "country": of_country}
    return add_places(country, [Path(path) for path in file], given, server, settings_with())


@gazetteer.command
def remove(*name: str) -> int:
    """Take what was added out of the index again, under the name that gazetteer info shows.

    ```
    conflictmap gazetteer remove my_villages
    ```

    Parameters
    ----------
    name
        One or more names of what was added.
    """
    if not name:
        raise WrongUsage("gazetteer remove needs a name: conflictmap gazetteer info lists them")
    from flows.gazetteer_add import remove as remove_places

    return remove_places(name, settings_with())


@gazetteer.command
def info() -> int:
    """Print what the place index holds and where it lies."""
    from flows.gazetteer_command import info as index_info

    return index_info(settings_with())
