"""Work on many articles in order, in one process or several, with a bounded look-ahead."""

from __future__ import annotations

import gc
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from multiprocessing import get_context
from typing import Protocol, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

LOOK_AHEAD = 2
"""Batches per worker that wait or are done before their turn: enough to keep all busy, and memory flat."""
_NEW_OBJECTS = 50_000
"""So many between two searches for garbage in cycles, of which an article leaves next to none: searched for
as often as Python does by itself, it takes a tenth of the time."""


class MapInOrder(Protocol):
    """Applies a function to each item and gives the results in the order of the items, lazily."""

    def __call__(self, work: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]: ...


def in_batches(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """The items in lists of `size`, the last one shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


class WorkerDied(OSError):
    """A process of the pool is gone: killed from outside, or for want of memory."""


@contextmanager
def workers(count: int) -> Iterator[MapInOrder]:
    """A map over `count` processes; over none but this one for 1.

    The function and the items must pickle. The processes are started anew (not forked: Prefect and the
    progress bar have threads), leave Ctrl-C to this process, and are gone when the block ends; where the
    work is done, garbage in cycles is searched for seldom. Raises WorkerDied where one of them ends before
    its time.
    """
    if count == 1:
        with collecting_seldom():
            yield map
        return
    pool = ProcessPoolExecutor(count, mp_context=get_context("spawn"), initializer=_begin)

    def submit(work: Callable[[Item], Result], item: Item) -> Future[Result]:
        # Any piece of work that finds no idle process starts one more.
        with _signals_later():
            return pool.submit(work, item)

    def map_in_order(work: Callable[[Item], Result], items: Iterable[Item], /) -> Iterator[Result]:
        waiting: deque[Future[Result]] = deque()
        for item in items:
            waiting.append(submit(work, item))
            if len(waiting) >= count * LOOK_AHEAD:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    try:
        yield map_in_order
    except BrokenProcessPool as error:
        raise WorkerDied("a worker process was killed, or ran out of memory; try fewer --workers") from error
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _signals_later() -> Iterator[None]:
    """Holds back Ctrl-C and `kill`: a process that was told half of what it is to be prints a traceback."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = {number: signal.signal(number, lambda number, _: came.append(number)) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
    if came:
        signal.raise_signal(came[0])


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Searches for garbage in cycles less often until the block ends; what no cycle holds is gone at once."""
    before = gc.get_threshold()
    gc.set_threshold(_NEW_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _begin() -> None:
    """How a worker process begins: it leaves Ctrl-C to the first one, and seldom searches for garbage."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_NEW_OBJECTS, *gc.get_threshold()[1:])
