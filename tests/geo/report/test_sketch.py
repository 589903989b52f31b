from geo.borders import countries, disputed_lines
from geo.report.sketch import HEIGHT, WIDTH, sketch_of
from geo.style import default_style

from ..sample_reports import at, many, mixed, report, unlocated

STYLE = default_style()


def test_points_are_signs_wide_events_outlines_and_the_rest_is_counted() -> None:
    sketch = sketch_of(mixed(), {}, countries(), STYLE)
    assert sum(sign.count for sign in sketch.signs) == 7
    assert sorted(sign.count for sign in sketch.signs)[-1] == 3
    assert [area.title for area in sketch.outlines] == ["Deir ez-Zor: 2", "Jabal Rih: 1"]
    assert sketch.unlocated == 2


def test_everything_lies_on_the_page() -> None:
    sketch = sketch_of(mixed(), {}, countries(), STYLE)
    assert all(0 < sign.x < WIDTH and 0 < sign.y < HEIGHT for sign in sketch.signs)
    assert all(path.startswith("M") and path.endswith("z") for path in sketch.countries)
    assert any(name.text == "Syria" for name in sketch.names)


def test_a_sign_is_hollow_only_where_no_event_tells_of_deaths() -> None:
    here = at("town", "Ain Wadi", 36.2, 37.1, 3.0, killed_low=None, killed_high=None)
    assert sketch_of([here], {}, (), STYLE).signs[0].hollow
    zero = here | {"killed_low": 0, "killed_high": 0}
    assert not sketch_of([here, zero], {}, (), STYLE).signs[0].hollow


def test_several_types_at_one_point_have_the_mixed_colour() -> None:
    clash = report(sub_event_type="Armed clash")
    assert sketch_of([report(), clash], {}, (), STYLE).signs[0].colour == STYLE.mixed


def test_a_country_does_not_widen_the_view_of_a_town() -> None:
    land = at("country", "Sudan", 15.0, 30.0, 900.0)
    assert sketch_of([report(), land], {}, (), STYLE).signs == sketch_of([report()], {}, (), STYLE).signs
    assert sketch_of([land], {}, (), STYLE).outlines[0].path


def test_an_outline_takes_the_place_of_the_circle() -> None:
    square = {"type": "Polygon", "coordinates": [[[36, 35], [37, 35], [37, 36], [36, 36], [36, 35]]]}
    idlib = at("province", "Idlib", 35.5, 36.5, 60.0, id="i")
    path = sketch_of([idlib], {"i": square}, (), STYLE).outlines[0].path
    assert path.count("L") == 4
    assert sketch_of([idlib], {}, (), STYLE).outlines[0].path.count("L") > 40


def test_no_located_event_shows_the_world() -> None:
    sketch = sketch_of([unlocated()], {}, countries(), STYLE)
    assert len(sketch.countries) > 150 and sketch.signs == ()


def test_many_points_close_together_are_rings_that_count_all() -> None:
    reports = list(many(2000))
    sketch = sketch_of(reports, {}, (), STYLE)
    assert any(sign.crowd for sign in sketch.signs) and len(sketch.signs) < 400
    points = sum(report["place_level"] == "town" for report in reports)
    assert sum(sign.count for sign in sketch.signs) == points


def test_borders_in_dispute_lie_on_the_map_as_open_lines() -> None:
    here = at("town", "Hebron", 31.53, 35.1, 3.0)
    sketch = sketch_of([here], {}, countries(), STYLE, disputed_lines())
    assert len(sketch.disputed) >= 2  # around the West Bank and Gaza
    assert all(path.startswith("M") and not path.endswith("z") for path in sketch.disputed)


def test_what_lies_beyond_the_drawing_takes_little_room() -> None:
    sketch = sketch_of(mixed(), {}, countries(), STYLE)
    assert sum(map(len, sketch.countries)) < 60_000
