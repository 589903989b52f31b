import json
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from geo.map_spool import GATHERED, HELD, REMEMBERED, Cells, Outlines, Table, Words

SQUARE = [[36.0, 35.0], [37.0, 35.0], [37.0, 36.0], [36.0, 36.0], [36.0, 35.0]]


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def read(cells: Cells) -> object:
    return json.loads(b"".join(cells.pieces()))


@pytest.mark.parametrize("count", [0, 1, GATHERED, GATHERED + 1, 3 * GATHERED])
def test_cells_are_a_json_array_however_many_there_are(stack: ExitStack, count: int) -> None:
    cells = Cells(stack)
    for i in range(count):
        cells.add(str(i))
    assert read(cells) == list(range(count))
    assert cells.size() == len(b"".join(cells.pieces()))


def test_what_is_too_long_for_memory_comes_back_whole(stack: ExitStack) -> None:
    cells, text = Cells(stack), json.dumps("x" * 1000)
    for _ in range(2 * HELD // 1000):
        cells.add(text)
    assert read(cells) == ["x" * 1000] * (2 * HELD // 1000)


def test_nothing_in_an_array_can_end_its_script_element(stack: ExitStack) -> None:
    cells, text = Cells(stack), "</script><!-- & \u2028\u2029"
    cells.extend([json.dumps(text, ensure_ascii=False)])
    cells.add("7")
    raw = b"".join(cells.pieces()).decode()
    assert not {*"<>&\u2028\u2029"} & {*raw}
    assert read(cells) == [text, 7]


def test_cells_come_one_by_one_or_many_at_once(stack: ExitStack) -> None:
    cells = Cells(stack)
    cells.add("0")
    for start in (1, 401, 801):
        cells.extend([str(i) for i in range(start, start + 400)])
    cells.add("1201")
    assert read(cells) == list(range(1202))
    assert cells.length == 1202


def test_a_text_is_told_once_null_is_zero_and_an_empty_text_is_a_text(stack: ExitStack) -> None:
    words = Words(stack)
    for text in ("a", None, "a", "", "b", ""):
        words.add(text)
    assert read(words.cells) == ["a", 0, 1, "", "b", 4]


def test_what_is_told_again_much_later_is_told_in_full_again(stack: ExitStack) -> None:
    words = Words(stack)
    for i in range(REMEMBERED + 2):
        words.add(f"w{i % (REMEMBERED + 1)}")
    cells = read(words.cells)
    assert isinstance(cells, list)
    assert cells[-1] == "w0"


def test_a_table_makes_the_json_of_a_value_once(stack: ExitStack) -> None:
    table, made = Table(stack), []

    def cell(value: str) -> str:
        made.append(value)
        return json.dumps(value)

    assert [table.number(v, lambda v=v: cell(v)) for v in ("a", "b", "a")] == [0, 1, 0]  # type: ignore[misc]
    assert made == read(table.cells) == ["a", "b"]


def test_outlines_are_polygons_of_rings_in_steps_and_equal_ones_are_one(stack: ExitStack) -> None:
    outlines = Outlines(stack)
    one = {"type": "Polygon", "coordinates": [SQUARE]}
    same = {"type": "MultiPolygon", "coordinates": [[[*SQUARE]]]}
    other = {"type": "Polygon", "coordinates": [[[0, 0], [0.00001, 0], [1, 0], [1, 1], [0, 0]]]}
    assert [outlines.number(shape) for shape in (one, same, one, other)] == [0, 0, 0, 1]
    assert read(outlines.cells) == [
        [[[360000, 350000, 10000, 0, 0, 10000, -10000, 0]]],
        [[[0, 0, 10000, 0, 0, 10000]]],
    ]
