"""Do the same work for many items on all cores, with the results in order."""

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

FEWEST = 200
"""Fewer items are not worth a second process."""
_CHUNK = 10
"""Items that a process takes at once: few, so that no process waits long for another at the end."""
_CHUNKS = 80
"""A process that has done this many chunks makes room for a new one, with what it has gathered in memory."""

_given: tuple[Callable[[Any], Any], Sequence[Any]] | None = None
"""The work and the items, for the processes that are forked: nothing but results has to be sent."""


def each(work: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Give `work(item)` for each item, in the items' order.

    Processes are forked, so that they see all that is in memory by now without a copy of it; where there is
    one core only, few items, or a system on which a fork is not safe, the work is done here. An error in `work`
    is raised here.
    """
    cores = os.cpu_count() or 1
    if len(items) < FEWEST or cores == 1 or not sys.platform.startswith("linux"):
        yield from map(work, items)
        return
    global _given  # noqa: PLW0603  what is forked finds its work here
    _given = (work, items)
    gc.freeze()  # what stands by now is left alone, so that its memory stays shared
    try:
        with multiprocessing.get_context("fork").Pool(min(cores, 4), maxtasksperchild=_CHUNKS) as pool:
            yield from pool.imap(_do, range(len(items)), _CHUNK)
    finally:
        gc.unfreeze()
        _given = None


def _do(number: int) -> Any:
    assert _given is not None
    work, items = _given
    return work(items[number])
