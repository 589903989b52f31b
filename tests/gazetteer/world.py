"""A small world for the tests of what is added to an index: two countries, two provinces, a few towns."""

from __future__ import annotations

import lzma
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from gazetteer.core import Sources

TABLE = (
    "# source: a test\n# licence: none\n# changes: none\n# day: 2020-01-02\n# rows: 9\n"
    "id\tlevel\tname\tlat\tlon\tradius_km\tcountry\tadmin1\tadmin2\tpopulation\tnames\n"
    "country:SYR\tcountry\tSyria\t35\t38\t243\tSYR\t\t\t17000000\t\n"
    "country:IRQ\tcountry\tIraq\t33\t44\t300\tIRQ\t\t\t40000000\t\n"
    "adm1:SY.12\tprovince\tIdlib\t35.8\t36.7\t45\tSYR\tIdlib\t\t\tidlib governorate\n"
    "adm1:SY.08\tprovince\tRif Dimashq\t33.6\t36.6\t100\tSYR\tRif Dimashq\t\t\t\n"
    "adm1:IQ.10\tprovince\tBaghdad\t33.3\t44.4\t30\tIRQ\tBaghdad\t\t\t\n"
    "adm2:SY.12.harim\tdistrict\tHarim District\t36.2\t36.6\t10\tSYR\tIdlib\t\t\tharim\n"
    "geonames:1\ttown\tIdlib\t35.93\t36.63\t\tSYR\tIdlib\t\t128840\tedlib|ادلب\n"
    "geonames:2\ttown\tHarim\t36.21\t36.52\t\tSYR\tIdlib\t\t21000\t\n"
    "geonames:3\ttown\tBaghdad\t33.34\t44.40\t\tIRQ\tBaghdad\t\t7000000\t\n"
)
SUPPLEMENT = (
    "id,name,level,lat,lon,radius_km,country,admin1,alternates,origin\n"
    'supplement:hass-sy,Hass,town,35.60,36.60,1.5,SYR,Idlib,Haas,"approximate, from general reference"\n'
    "supplement:bara-sy,Bara,town,35.66,36.53,1.5,SYR,Idlib,,UCDP GED 19.1\n"
    "supplement:ghouta-sy,Eastern Ghouta,region,33.5,36.44,10,SYR,Rif Dimashq,,UCDP GED 19.1\n"
)


def world(folder: Path, spellings: str = "") -> Sources:
    """The sources of the small world, in a folder of their own."""
    folder = folder / "world"
    folder.mkdir(exist_ok=True)
    (folder / "places.tsv.xz").write_bytes(lzma.compress(TABLE.encode()))
    (folder / "countries.yml").write_text("SYR: {names: [Syrian Arab Republic]}\nIRQ: {names: [Irak]}\n")
    (folder / "spellings.csv").write_text("id,spelling,note\n" + spellings, encoding="utf-8")
    (folder / "supplement.csv").write_text(SUPPLEMENT, encoding="utf-8")
    names = ("places.tsv.xz", "supplement.csv", "countries.yml", "spellings.csv")
    return Sources(*(folder / name for name in names))


def dump_row(number: int, name: str, lat: float, lon: float, code: str = "P.PPL", **more: Any) -> str:
    """A line of a GeoNames dump of Syria."""
    kind, _, feature = code.partition(".")
    fields = [""] * 19
    fields[:8] = [str(number), name, name, more.get("others", ""), str(lat), str(lon), kind, feature]
    fields[8] = more.get("country", "SY")
    fields[10:12] = [more.get("admin1", "12"), more.get("admin2", "")]
    fields[14] = str(more.get("population", 0))
    fields[18] = "2026-01-01"
    return "\t".join(fields) + "\n"


def write(path: Path, text: str | Sequence[str]) -> Path:
    """A text file, of these lines."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text if isinstance(text, str) else "".join(text), encoding="utf-8")
    return path


def zipped(path: Path, members: dict[str, str | bytes]) -> Path:
    """A zip of these files."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def square(west: float, south: float, side: float) -> list[list[list[float]]]:
    """A ring of GeoJSON, clockwise: the wrong way round, as many files have it."""
    east, north = west + side, south + side
    return [[[west, south], [west, north], [east, north], [east, south], [west, south]]]


def features(*units: tuple[dict[str, Any], Any]) -> dict[str, Any]:
    """A GeoJSON file of (properties, coordinates of a polygon; None for no geometry)."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": properties,
                "geometry": None if rings is None else {"type": "Polygon", "coordinates": rings},
            }
            for properties, rings in units
        ],
    }
