"""GeoNames' files from a server on the loopback: whole, resumed, refused."""

import pickle
import socket
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pytest
import stamina

from gazetteer import BadCountryCode, DownloadFailed, GazetteerError, fetch_dumps
from gazetteer.download import LIMITS, country_codes
from gazetteer.ledger import LEDGER_NAME
from tests.gazetteer.dump_server import DumpServer, Served, dump_server, zipped

QUICK = replace(LIMITS, timeout=1.0, longest_wait=0.01)
ROWS = b"\n".join(b"%d\tVillage %d" % (n, n * n * 7919) for n in range(3000))
PLACES = zipped("NL.txt", ROWS)
HALF = len(PLACES) // 2
NAMES = ("countryInfo.txt", "admin1CodesASCII.txt", "admin2Codes.txt", "hierarchy.zip", "NL.zip",
         "alternatenames/NL.zip")  # fmt: skip


@pytest.fixture(autouse=True)
def _no_waiting() -> Iterator[None]:
    with stamina.set_testing(True, attempts=3):
        yield


@pytest.fixture
def server() -> Iterator[DumpServer]:
    files = {name: Served(zipped("part.txt", name.encode())) for name in NAMES}
    with dump_server({**files, "NL.zip": Served(PLACES)}) as told:
        yield told


def fetch(server: DumpServer, folder: Path, **limits: int) -> tuple[Path, ...]:
    return fetch_dumps(["NL"], folder, server=server.url, limits=replace(QUICK, **limits))


def watched(server: DumpServer, folder: Path) -> list[tuple[str, int, int | None]]:
    told: list[tuple[str, int, int | None]] = []

    def note(name: str, done: int, total: int | None) -> None:
        told.append((name, done, total))

    fetch_dumps(["NL"], folder, server=server.url, limits=QUICK, on_progress=note)
    return told


def failure(server: DumpServer, folder: Path, **limits: int) -> DownloadFailed:
    with pytest.raises(DownloadFailed) as caught:
        fetch(server, folder, **limits)
    assert "\n" not in str(caught.value)
    return caught.value


def left(folder: Path) -> list[str]:
    """The files of a folder that belong to NL.zip."""
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("NL."))


def test_every_file_arrives_under_its_name(server: DumpServer, tmp_path: Path) -> None:
    paths = fetch(server, tmp_path / "new" / "dumps")
    assert [path.relative_to(tmp_path / "new" / "dumps").as_posix() for path in paths] == list(NAMES)
    assert paths[4].read_bytes() == PLACES
    assert all(path.read_bytes() == server.files[name].body for name, path in zip(NAMES, paths, strict=True))


def test_it_says_who_it_is(server: DumpServer, tmp_path: Path) -> None:
    fetch(server, tmp_path)
    told = {headers["User-Agent"] for _, headers in server.seen}
    assert told == {f"conflictmap/{version('conflictmap')} (reads news on armed conflict)"}


def test_a_file_has_the_day_of_the_servers(server: DumpServer, tmp_path: Path) -> None:
    path = fetch(server, tmp_path)[4]
    assert datetime.fromtimestamp(path.stat().st_mtime, UTC) == datetime(2026, 11, 1, 1, 2, 3, tzinfo=UTC)


def test_progress_ends_with_all_bytes(server: DumpServer, tmp_path: Path) -> None:
    told = watched(server, tmp_path)
    assert {name for name, _, _ in told} == set(NAMES)
    steps = [(done, total) for name, done, total in told if name == "NL.zip"]
    assert steps[0] == (0, len(PLACES))
    assert steps[-1] == (len(PLACES), len(PLACES))
    assert steps == sorted(steps)


def test_a_length_that_is_not_told_is_none(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"].tells_length = False
    told = watched(server, tmp_path)
    assert {total for name, _, total in told if name == "NL.zip"} == {None}


def test_a_dropped_connection_goes_on_where_it_broke_off(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"].drops = [HALF]
    assert fetch(server, tmp_path)[4].read_bytes() == PLACES
    first, second = server.requests("NL.zip")
    assert "Range" not in first
    assert second["Range"] == f"bytes={HALF}-"
    assert second["If-Range"] == '"one"'
    assert left(tmp_path) == ["NL.zip"]


def test_a_connection_dropped_for_good_leaves_a_part_to_resume(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"].drops = [HALF, 0, 0]
    error = failure(server, tmp_path)
    assert "NL.zip: broke off" in str(error)
    assert "goes on where it broke off" in error.advice
    assert left(tmp_path) == ["NL.zip.part"]
    assert (tmp_path / "NL.zip.part").read_bytes() == PLACES[:HALF]
    server.seen.clear()
    assert fetch(server, tmp_path)[4].read_bytes() == PLACES
    assert [headers["Range"] for headers in server.requests("NL.zip")] == [f"bytes={HALF}-"]
    assert left(tmp_path) == ["NL.zip"]


def test_an_etag_that_changed_between_the_halves_starts_anew(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"].drops = [HALF, 0, 0]
    failure(server, tmp_path)
    newer = zipped("NL.txt", ROWS[::-1])
    server.files["NL.zip"] = Served(newer, etag='"two"')
    assert fetch(server, tmp_path)[4].read_bytes() == newer


def test_a_server_that_sends_the_rest_of_another_file_is_not_believed(
    server: DumpServer, tmp_path: Path
) -> None:
    server.files["NL.zip"].drops = [HALF, 0, 0]
    failure(server, tmp_path)
    newer = zipped("NL.txt", ROWS[::-1])
    server.seen.clear()
    server.files["NL.zip"] = Served(newer, etag='"two"', heeds_if_range=False)
    assert fetch(server, tmp_path)[4].read_bytes() == newer
    assert ["Range" in headers for headers in server.requests("NL.zip")] == [True, False]


def test_a_server_without_range_starts_anew(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"].ranges = False
    server.files["NL.zip"].drops = [HALF]
    assert fetch(server, tmp_path)[4].read_bytes() == PLACES
    assert server.requests("NL.zip")[1]["Range"] == f"bytes={HALF}-"


def test_last_modified_guards_where_there_is_no_strong_etag(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"].etag = 'W/"weak"'
    server.files["NL.zip"].drops = [HALF]
    fetch(server, tmp_path)
    assert server.requests("NL.zip")[1]["If-Range"] == "Sun, 01 Nov 2026 01:02:03 GMT"


def test_what_nothing_guards_starts_anew(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"] = Served(PLACES, etag=None, modified=None, drops=[HALF])
    assert fetch(server, tmp_path)[4].read_bytes() == PLACES
    assert ["Range" in headers for headers in server.requests("NL.zip")] == [False, False]
    server.files["NL.zip"].drops = [HALF, HALF, HALF]
    failure(server, tmp_path)
    assert left(tmp_path) == ["NL.zip"]


def test_a_shorter_file_than_what_has_arrived_starts_anew(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"].drops = [HALF, 0, 0]
    failure(server, tmp_path)
    shorter = zipped("NL.txt", b"1\tVillage")
    server.files["NL.zip"] = Served(shorter, heeds_if_range=False)
    assert fetch(server, tmp_path)[4].read_bytes() == shorter


def test_a_content_length_longer_than_the_body(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"].excess = 100
    error = failure(server, tmp_path)
    assert error.source == f"{server.url}/NL.zip"
    assert "broke off" in error.problem
    assert "NL.zip" not in left(tmp_path)


def test_404_is_asked_once_and_leaves_nothing(server: DumpServer, tmp_path: Path) -> None:
    del server.files["NL.zip"]
    error = failure(server, tmp_path)
    assert "404" in error.problem
    assert "country code" in error.advice
    assert len(server.requests("NL.zip")) == 1
    assert left(tmp_path) == []


def test_files_before_the_one_that_fails_stay(server: DumpServer, tmp_path: Path) -> None:
    del server.files["NL.zip"]
    failure(server, tmp_path)
    server.files["NL.zip"] = Served(PLACES)
    fetch(server, tmp_path)
    again = [h for path, h in server.seen if path == "/hierarchy.zip"][1]
    assert again["If-None-Match"] == '"one"'


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_passing_failure_is_tried_again(server: DumpServer, tmp_path: Path, status: int) -> None:
    server.files["NL.zip"].statuses = [status]
    assert fetch(server, tmp_path)[4].read_bytes() == PLACES


def test_a_busy_server_costs_no_byte_of_the_part(server: DumpServer, tmp_path: Path) -> None:
    server.files["NL.zip"].drops = [HALF, 0, 0]
    failure(server, tmp_path)
    server.files["NL.zip"].statuses = [503, 503, 503]
    assert "503" in str(failure(server, tmp_path))
    assert left(tmp_path) == ["NL.zip.part"]


def test_an_unchanged_file_is_not_fetched_twice(server: DumpServer, tmp_path: Path) -> None:
    fetch(server, tmp_path)
    server.seen.clear()
    told = watched(server, tmp_path)
    assert server.requests("NL.zip")[0]["If-None-Match"] == '"one"'
    assert [step for step in told if step[0] == "NL.zip"] == [("NL.zip", len(PLACES), len(PLACES))]


def test_a_changed_file_is(server: DumpServer, tmp_path: Path) -> None:
    fetch(server, tmp_path)
    newer = zipped("NL.txt", b"1\tVillage")
    server.files["NL.zip"] = Served(newer, etag='"two"')
    assert fetch(server, tmp_path)[4].read_bytes() == newer


def test_a_file_that_somebody_cut_is_fetched_again(server: DumpServer, tmp_path: Path) -> None:
    path = fetch(server, tmp_path)[4]
    path.write_bytes(PLACES[:HALF])
    assert fetch(server, tmp_path)[4].read_bytes() == PLACES


def test_the_old_file_stands_until_the_new_one_is_whole(server: DumpServer, tmp_path: Path) -> None:
    path = fetch(server, tmp_path)[4]
    server.files["NL.zip"] = Served(zipped("NL.txt", ROWS[::-1]), etag='"two"', drops=[HALF, 0, 0])
    failure(server, tmp_path)
    assert path.read_bytes() == PLACES


@pytest.mark.parametrize("body", [b"", PLACES[:-30], b"<html>sign in</html>"])
def test_what_is_no_zip_file_is_refused(server: DumpServer, tmp_path: Path, body: bytes) -> None:
    server.files["NL.zip"].body = body
    failure(server, tmp_path)
    assert left(tmp_path) == []


def test_a_sign_in_page_is_no_table(server: DumpServer, tmp_path: Path) -> None:
    server.files["admin2Codes.txt"] = Served(b"<html>sign in</html>", content_type="text/html; charset=utf-8")
    assert "web page" in str(failure(server, tmp_path))
    assert not (tmp_path / "admin2Codes.txt").exists()


@pytest.mark.parametrize("tells_length", [True, False])
def test_too_large(server: DumpServer, tmp_path: Path, tells_length: bool) -> None:
    server.files["NL.zip"].tells_length = tells_length
    assert "larger than" in str(failure(server, tmp_path, size=2000))
    assert left(tmp_path) == []
    assert len(server.requests("NL.zip")) == 1


def test_nobody_listens(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(DownloadFailed, match=r"countryInfo\.txt: broke off"):
        fetch_dumps(["NL"], tmp_path, server=f"http://127.0.0.1:{port}", limits=QUICK)


def test_an_address_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed, match="http"):
        fetch_dumps(["NL"], tmp_path, server="download.example", limits=QUICK)


def test_one_download_at_a_time(server: DumpServer, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / LEDGER_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert "another download" in str(failure(server, tmp_path))
    assert server.seen == []
    other.close()


def test_a_damaged_ledger_is_named(server: DumpServer, tmp_path: Path) -> None:
    (tmp_path / LEDGER_NAME).write_bytes(b"no database" * 100)
    assert "delete it" in str(failure(server, tmp_path))


def test_a_file_is_no_folder(server: DumpServer, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here")
    assert "another folder" in str(failure(server, tmp_path / "file"))


@pytest.mark.parametrize(
    ("words", "codes"), [(["SY"], ("SY",)), (["sy", "IQ", "Sy"], ("SY", "IQ")), (["xk"], ("XK",))]
)
def test_country_codes(words: list[str], codes: tuple[str, ...]) -> None:
    assert country_codes(words) == codes


@pytest.mark.parametrize("words", [["Syria", "IQ", "S1"], ["XX"], ["../x"], ["SY\n"], ["ДА"], [""], []])
def test_words_that_are_no_codes_are_all_named(words: list[str], tmp_path: Path) -> None:
    with pytest.raises(BadCountryCode) as caught:
        fetch_dumps(words, tmp_path / "none", server="http://127.0.0.1:9")
    wrong = [word for word in words if word != "IQ"]
    assert caught.value.wrong == tuple(wrong)
    assert all(repr(word) in str(caught.value) for word in wrong)
    assert not (tmp_path / "none").exists()


def test_the_errors_are_the_gazetteers_and_can_be_sent() -> None:
    for error in (BadCountryCode(("Syria",)), DownloadFailed("NL.zip", "broke off", "try again")):
        assert isinstance(error, GazetteerError)
        assert str(pickle.loads(pickle.dumps(error))) == str(error)
