"""`gazetteer add`, `info` and `remove` on a small world, with a download server on the loopback."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.cli import main
from flows.locate import open_gazetteer
from gazetteer.build import layers_folder, stored_digest
from tests.gazetteer.dump_server import DumpServer, Served, dump_server
from tests.gazetteer.world import dump_row, world, write


def packed(name: str, text: str | bytes) -> Served:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "about the columns")
        archive.writestr(name, text)
    return Served(content.getvalue())


def plain(text: str) -> Served:
    return Served(text.encode(), content_type="text/plain")


def geonames() -> dict[str, Served]:
    """What GeoNames' server has of Syria."""
    dump = [
        dump_row(11, "Qamar", 36.20, 36.55, admin2="555"),
        dump_row(21, "Harim District", 36.2, 36.6, "A.ADM2", admin2="555"),
        dump_row(30, "Some Stream", 36.2, 36.6, "H.STM"),
    ]
    country = "\t".join(["SY", "SYR", "760", "SY", "Syria", "Damascus", *[""] * 13]) + "\n"
    return {
        "SY.zip": packed("SY.txt", "".join(dump)),
        "alternatenames/SY.zip": packed("SY.txt", "1\t11\tar\tقمر\t\t\t\t\n"),
        "hierarchy.zip": packed("hierarchy.txt", "21\t11\tADM\n"),
        "admin1CodesASCII.txt": plain("SY.12\tIdlib\tIdlib\t20\n"),
        "admin2Codes.txt": plain("SY.12.555\tHarim District\tHarim District\t21\n"),
        "countryInfo.txt": plain("#ISO\tISO3\n" + country),
    }


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    sources = world(tmp_path)
    for module in ("gazetteer.add", "gazetteer.index"):
        monkeypatch.setattr(f"{module}.embedded_sources", lambda: sources)
    path = tmp_path / "index" / "places.sqlite"
    monkeypatch.setenv("CONFLICTMAP_GAZETTEER", str(path))
    open_gazetteer.cache_clear()
    yield path
    open_gazetteer.cache_clear()


@pytest.fixture
def server() -> Iterator[DumpServer]:
    with dump_server(geonames()) as running:
        yield running


def test_a_country_is_fetched_added_and_told_of(
    index: Path, server: DumpServer, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gazetteer", "add", "SY", "--server", server.url]) == 0
    out, err = capsys.readouterr()
    assert "SY.zip: 1 district, 1 town; 1 rows of other kinds passed over" in err
    assert "Added SY: 1 district, 1 town. 1 were new, 1 were here already" in out
    assert main(["gazetteer", "lookup", "قمر"]) == 0
    assert "Qamar (town) in Harim District, Idlib, Syria" in capsys.readouterr().out
    assert main(["gazetteer", "info"]) == 0
    told = capsys.readouterr().out
    assert "Added:  SY: 1 district, 1 town from SY.zip" in told
    assert "GeoNames (https://www.geonames.org/), CC BY 4.0; of " in told
    assert "Source: a test" in told


def lines_of_failure(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().err.splitlines() if "conflictmap:" in line]


@pytest.mark.parametrize(
    ("name", "served", "problem"),
    [
        ("SY.zip", packed("SY.txt", bytes(60 << 20)), "refused: "),
        ("SY.zip", None, "404"),
        ("SY.zip", plain("no zip at all"), "SY.zip"),
        ("admin2Codes.txt", plain("SY.12.555\tHarim\n"), "line 1: "),
    ],
)
def test_what_cannot_be_used_is_one_line_and_the_old_index_stays(
    index: Path, name: str, served: Served | None, problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gazetteer", "info"]) == 0
    before = stored_digest(index)
    files = geonames()
    if served is None:
        del files[name]
    else:
        files[name] = served
    with dump_server(files) as running:
        assert main(["gazetteer", "add", "SY", "--server", running.url]) == 2
    (line,) = lines_of_failure(capsys)
    assert problem in line
    assert "the place index is as it was" in line
    assert stored_digest(index) == before
    assert not list(layers_folder(index).glob("*.layer.zip"))


def test_files_of_ones_own_and_out_again(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = write(tmp_path / "mine.csv", "name,lat,lon\nNujum,35.9,36.6\nShams,35.8,36.5\n")
    assert main(["gazetteer", "add", "--file", str(table), "--country", "Syria", "--level", "facility"]) == 0
    assert "Added mine: 2 facility. 2 were new" in capsys.readouterr().out
    assert main(["gazetteer", "lookup", "Nujum"]) == 0
    assert "Nujum (facility) in Syria" in capsys.readouterr().out
    other = write(tmp_path / "mine.tsv", "name\tlat\tlon\nNujum\t35.9\t36.6\n")
    assert main(["gazetteer", "add", "--file", str(other), "--country", "Syria", "--level", "facility"]) == 0
    said = capsys.readouterr().out
    assert "mine takes the place of what was added under this name before: 2 facility" in said
    assert main(["gazetteer", "remove", "mine"]) == 0
    open_gazetteer.cache_clear()
    assert main(["gazetteer", "lookup", "Nujum"]) == 1


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (["add"], "needs country codes or --file"),
        (["add", "Syria"], "'Syria' is no country code"),
        (["add", "--file", "missing.csv"], "missing.csv: there is no such file"),
        (["add", "--file", "x.csv", "--level", "planet"], "'planet' is no level of a place"),
        (["add", "--file", "x.csv", "--country", "Atlantis"], "'Atlantis' is no country"),
        (["remove"], "remove needs a name"),
        (["remove", "mine"], "nothing was added as 'mine'; there is: nothing"),
    ],
)
def test_wrong_usage_is_one_line(
    index: Path, words: list[str], problem: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["gazetteer", *words]) == 2
    (line,) = lines_of_failure(capsys)
    assert problem in line
