"""Order is kept, and no more is read ahead than is worked on."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import pytest

from flows.batches import LOOK_AHEAD, WorkerDied, in_batches, workers


def double(number: int) -> int:
    return 2 * number


def fail_at_three(number: int) -> int:
    if number == 3:
        raise ValueError("three")
    return number


def test_batches_of_a_size_and_a_rest() -> None:
    assert list(in_batches(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(in_batches([], 2)) == []


def test_garbage_is_searched_for_less_often_while_work_is_done() -> None:
    before = gc.get_threshold()
    with workers(1):
        assert gc.get_threshold()[0] > 10 * before[0]
    assert gc.get_threshold() == before


def test_one_worker_is_this_process_and_lazy() -> None:
    with workers(1) as map_in_order:
        assert next(map_in_order(double, iter([4, 5]))) == 8


@pytest.mark.slow
def test_several_workers_keep_the_order_and_read_little_ahead() -> None:
    taken: list[int] = []

    def items() -> Iterator[int]:
        for number in range(40):
            taken.append(number)
            yield number

    with workers(2) as map_in_order:
        results = map_in_order(double, items())
        assert next(results) == 0
        assert len(taken) <= 2 * LOOK_AHEAD
        assert list(results) == [2 * number for number in range(1, 40)]


@pytest.mark.slow
def test_a_bug_in_a_worker_is_raised_here_in_its_turn() -> None:
    with workers(2) as map_in_order:
        results = map_in_order(fail_at_three, range(6))
        assert [next(results) for _ in range(3)] == [0, 1, 2]
        with pytest.raises(ValueError, match="three"):
            next(results)


@pytest.mark.slow
def test_a_worker_that_dies_is_one_clear_error() -> None:
    with pytest.raises(WorkerDied, match="fewer --workers"), workers(2) as map_in_order:
        list(map_in_order(os._exit, range(1, 6)))


@pytest.mark.slow
def test_a_signal_waits_until_a_process_is_started_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece of work may start one more: told half of what it is to be, it would print a traceback."""
    started: list[int] = []
    start = ProcessPoolExecutor._spawn_process  # type: ignore[attr-defined]

    def interrupted(pool: ProcessPoolExecutor) -> None:
        if started:
            signal.raise_signal(signal.SIGINT)
        start(pool)
        started.append(len(started))

    monkeypatch.setattr(ProcessPoolExecutor, "_spawn_process", interrupted)
    with pytest.raises(KeyboardInterrupt), workers(2) as map_in_order:
        list(map_in_order(double, range(2)))
    assert started == [0, 1]
