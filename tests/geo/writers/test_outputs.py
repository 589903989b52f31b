from pathlib import Path

import pytest

from geo.style import Look, default_style
from geo.writers import DEFAULT_FORMATS, OUTPUTS, Counts, outputs_named, write_outputs

from ..sample_reports import mixed, report

LOOK = Look(default_style())


def test_names_in_any_order_give_outputs_in_theirs() -> None:
    assert [output.name for output in outputs_named(["map", "geojson"])] == ["geojson", "map"]
    assert outputs_named(["all"]) == OUTPUTS
    assert set(DEFAULT_FORMATS) <= {output.name for output in OUTPUTS}


def test_what_an_output_needs_is_written_too_and_stands_before_it() -> None:
    assert [output.name for output in outputs_named(["qgis"])] == ["geopackage", "qgis"]
    names = [output.name for output in OUTPUTS]
    for output in OUTPUTS:
        assert all(names.index(needed) < names.index(output.name) for needed in output.needs)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no output 'geojsn'; the known ones: geojson, "):
        outputs_named(["geojsn"])


def test_no_file_belongs_to_two_outputs() -> None:
    files = [file for output in OUTPUTS for file in output.files]
    assert len(files) == len(set(files))


@pytest.mark.slow
def test_one_pass_writes_every_file_of_every_output_twice_alike(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        assert write_outputs(tmp_path / name, iter(mixed()), OUTPUTS, LOOK) == Counts(12, 10, 4)
    for path in (tmp_path / "first").iterdir():
        assert path.read_bytes() == (tmp_path / "second" / path.name).read_bytes(), path.name
    written = {path.name for path in (tmp_path / "first").iterdir()}
    assert written == {file for output in OUTPUTS for file in output.files}


@pytest.mark.slow
def test_a_wrong_event_leaves_every_file_as_it_was(tmp_path: Path) -> None:
    files = [file for output in OUTPUTS for file in output.files]
    for file in files:
        (tmp_path / file).write_text("old")
    with pytest.raises(ValueError, match="no point on the globe"):
        write_outputs(tmp_path, [report(), report(lat=91.0)], OUTPUTS, LOOK)
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == dict.fromkeys(files, "old")


@pytest.mark.slow
def test_no_event_at_all_is_written_too(tmp_path: Path) -> None:
    assert write_outputs(tmp_path, [], OUTPUTS, LOOK) == Counts(0, 0, 0)
    assert {path.name for path in tmp_path.iterdir()} == {f for output in OUTPUTS for f in output.files}
